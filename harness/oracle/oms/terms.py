"""In which words the accounts of an order system speak: of flaws, of assets, of points of no return.

Each is a closed list, so that a judge who asks for a word that nobody writes is found by the type checker.
"""

from typing import Literal

# Why an order, a newer version or a cancel is to be refused.
Flaw = Literal[
    "no customer",
    "no line",
    "no header price list",
    "no such priority",
    "date that has passed",
    "no product",
    "no action",
    "no such action",
    "half of a transfer",
    "asset that is not there",
    "asset that is gone",
    "resumed asset that is not suspended",
    "line past its point of no return",
    "order cancelled",
    "order complete",
    "no such order",
]
# How the complete lines left an asset.
AssetState = Literal["active", "suspended", "gone"]
# How an asset stands for who orders a change of it: as it was left, or while a line about it is open, or not there yet.
Standing = Literal[AssetState, "changing", "never"]
# Whether a line is past its point of no return (PN-01, PN-02).
Lock = Literal["free", "perhaps", "locked"]
