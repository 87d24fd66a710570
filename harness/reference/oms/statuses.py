"""Statuses: what a provisioning system's own words mean to everybody else (UF-03)."""

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Status

COMPLETE, CANCELLED = Status.COMPLETE, Status.CANCELLED
# What every provisioning system may say, and what moves no line of an order on.
COMMON = frozenset({COMPLETE, CANCELLED, Status.IN_PROGRESS, Status.SUSPENDED})


class StatusManagement:
    """Translates native statuses by the catalogue's map, system by system."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._words = catalogue.native_statuses

    def common(self, target: str | None, native: str) -> str | None:
        """The common status that a native one stands for; None for one that is not mapped."""
        return native if native in COMMON else self._words.get(target or "", {}).get(native)
