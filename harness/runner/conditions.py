"""Under what conditions a plan is examined."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from ordertck.harness.sessions import fresh_session
from ordertck.harness.variation import UNVARIED, Variation


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under what conditions a plan is examined; under the same ones a run can be replayed.

    ``session`` is what every id begins with. ``variation`` says in which order the examples run, and under which
    names. ``repeat`` runs each example so many times and takes the worst verdict. So many ``jobs`` examine at once,
    each in sessions of its own. ``max_time`` in seconds ends the run early. Real time is counted from the instant
    ``began``. Where a run is replayed, ``broken_off`` are the scenarios that broke off.
    """

    session: str = field(default_factory=fresh_session)
    variation: Variation = UNVARIED
    repeat: int = 1
    jobs: int = 1
    max_time: float | None = None
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    broken_off: frozenset[str] = frozenset()
