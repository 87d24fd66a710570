"""What service order management says to the network, and what it is told of its life cycle."""

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import field
from msgspec.structs import force_setattr

from ordertck.harness.messages.body import Body

# What becomes of a step: it is done, changed to what is wanted now, or undone.
StepEffect = Literal["do", "change", "undo"]
DO: Final = "do"
CHANGE: Final = "change"
UNDO: Final = "undo"


class NetworkLine(Body, frozen=True, kw_only=True):
    """One step of the work on one line.

    ``quantity`` is how many of the thing the step is about: an undo of one leaves the others. A step that is under way
    is called off by an undo too. A later order for the same ``asset`` finds there what an earlier one had done.
    """

    line: str
    product: str
    step: str
    effect: StepEffect
    quantity: int = 1
    asset: str | None = None
    site: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A blank site is none: some systems send the empty text where others leave the field out."""
        if not self.site:
            force_setattr(self, "site", None)


class NetworkOrder(Body, frozen=True, kw_only=True):
    """What the network is to do, or to undo, in this order."""

    order: str
    lines: tuple[NetworkLine, ...]


class NetworkReport(Body, frozen=True, kw_only=True):
    """What became of one step: ``outcome`` is done, undone or failed.

    ``attributes`` are values that the network assigned; ``call`` is the id of the message that asked for the step.
    A step that failed may be reported done later: somebody saw to it.
    """

    order: str
    line: str
    step: str
    outcome: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None
    call: str | None = None


class LifeCycleEvent(Body, frozen=True, kw_only=True):
    """Something happens to a whole order: it is cancelled, suspended or resumed, as the kind says."""

    order: str
