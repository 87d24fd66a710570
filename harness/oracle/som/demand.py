"""What is wanted of service order management: orders and their lines, with what became of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import UNDO, ServiceEffect, Status
from ordertck.harness.oracle import ledgers
from ordertck.harness.oracle.som.ledger import Ask

FINISHED = frozenset({Status.COMPLETE, Status.CANCELLED})


@dataclass(slots=True)
class Line:
    """A line as it is wanted now; ``effect`` is what it was ordered for at first, ``record`` where it was told last.

    ``said`` is the status that was told of it last, and ``ended`` the record of that where it is an end. ``steps`` are
    the steps that were done for it, ``milestones`` and ``data`` what was told, ``assigned`` what the network assigned.
    """

    id: str
    order: str
    asset: str
    product: str
    effect: ServiceEffect
    record: int
    site: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    wanted: bool = True
    parent: str | None = None
    said: str = ""
    ended: int = 0
    bare: bool = False  # nothing of it stood, nor was under way, when its end was told
    unheard: bool = False  # what was told may have crossed the end
    asked: int = 0
    steps: set[str] = field(default_factory=set)
    rested: int = 0
    milestones: dict[str, int] = field(default_factory=dict)
    data: dict[tuple[str, str], int] = field(default_factory=dict)
    news: int = 0
    assigned: dict[tuple[str, str], int] = field(default_factory=dict)
    named: dict[str, int] = field(default_factory=dict)  # where each attribute was given another value by an order last
    failures: list[int] = field(default_factory=list)
    excused: int = 0  # failures of what nobody wanted any more
    outdated: int = 0  # failures of what was asked for before the line was revised
    mended: int = 0
    advanced: int = 0  # where something was done last that was not asked for to lead back
    rest: dict[str, bool] = field(default_factory=dict)  # of a line that suspends: the steps that it did or undid
    undone: int = 0  # or done more than once
    mentions: int = 0
    faults: int = 0
    moved: int = 0
    placed: bool = False  # by any version
    taken_out: int = 0
    came_back: int = 0  # where it was wanted again that had been taken out
    disputed: bool = False  # revised while another order is at work on the same thing; or another product
    doubled: bool = False  # it adds what was added already
    flawed: int = 0
    called_off: set[tuple[str, str]] = field(default_factory=set)  # values assigned with a step that nobody wanted then

    def ask(self, ask: Ask, rest: int) -> None:
        """The network is asked for a step; what has come since ``rest`` may cross that it is to be undone."""
        self.asked = ask.record
        if ask.effect == UNDO:
            self.called_off |= {value for value, record in self.assigned.items() if record > rest}

    @property
    def is_undecided(self) -> bool:
        """Whether nobody says what it is to come to, or how often."""
        return self.disputed or self.doubled

    @property
    def quantity(self) -> int:
        """How many of the product are wanted."""
        return ledgers.quantity(self.attributes)

    @property
    def setting(self) -> dict[str, str]:
        """How they are to be set up."""
        return ledgers.setting(self.attributes)


@dataclass(slots=True)
class ServiceOrder:
    """A provisioning order: its ``lines`` by id, what befell it as a whole, and where it was told of last.

    ``late`` are the records of events that came when it was finished, ``doubtful`` counts those that came when it may
    have been, ``refusable`` those that did not fit how it stood, ``faults`` how many were told of the whole order. Of
    one that is ``reopened``, revised when it may have been finished or with a line that comes to be about another
    thing, nobody says what is owed.
    """

    number: str
    record: int
    lines: dict[str, Line] = field(default_factory=dict)
    cancelled: int = 0
    suspended: int = 0
    turned: int = 0  # where it was told last to rest, or to go on, be it when it was finished
    rests: int = 0
    late: list[int] = field(default_factory=list)
    doubtful: int = 0
    refusable: int = 0
    reopened: bool = False
    events: int = 0
    faults: int = 0
    seen: set[str] = field(default_factory=set)

    @property
    def finished(self) -> bool:
        """Whether an end was told of every line; what was complete as its order was cancelled is still to be undone."""
        lines = self.lines.values()
        return all(map(self._has_ended, lines)) and not (
            self.cancelled and any(x.said != Status.CANCELLED for x in lines)
        )

    @property
    def at_fault(self) -> bool:
        """Whether more has failed of the whole order than events that came too late, or did not fit.

        A fault may be of what came when the order may have been finished, and not of what did not fit before.
        """
        return self.faults > len(self.late) + (0 if self.doubtful else self.refusable)

    @property
    def is_emptied(self) -> bool:
        """Whether revisions took every line out: whether the order is over then, or a line may be put back, is open."""
        return not self.cancelled and not any(line.wanted for line in self.lines.values())

    def fits(self, event: str) -> bool:
        """Whether an event fits how the order stands; whether one that does not is refused, nobody says."""
        return not self.cancelled and event != ("suspend" if self.suspended else "resume")

    @property
    def may_be_finished(self) -> bool:
        """Whether it may be taken for finished: an end was told of every line, or that it cannot be done at all.

        A line that the network failed at goes on when that is mended.
        """
        return all(self._has_ended(line) or (line.faults and not line.failures) for line in self.lines.values())

    def ends_as_it_goes_on(self, rest: int, catalogue: Catalogue) -> bool:
        """Whether an order that goes on since ``rest`` may be over by that: what is left had every step before.

        Where steps go by names of the system's own, the milestones tell.
        """
        goes_on = self.turned > rest and not self.suspended
        left = [line for line in self.lines.values() if line.wanted and not (line.faults or self._has_ended(line))]
        steps, milestones = catalogue.milestones.keys(), set(catalogue.milestones.values())
        return goes_on and all(line.steps >= steps or line.milestones.keys() >= milestones for line in left)

    def _has_ended(self, line: Line) -> bool:
        return line.ended > self.cancelled or (line.ended > 0 and line.said == Status.CANCELLED)


def is_doubled(line: Line, said: Mapping[str, Any], about: Sequence[Line]) -> bool:
    """Whether a line adds what another one adds, or has added there: whether there are two of it then, nobody says."""
    others = [other for other in about if other is not line]
    here = (None, said.get("site"))
    gone = [other.effect == "remove" and other.wanted and other.site in here for other in others]
    removals = [place for place, removed in enumerate(gone, 1) if removed]
    removed = max(removals, default=0)
    twice = any(other.effect == "add" and other.wanted and other.order == line.order for other in others)
    again = any(other.effect == "add" and other.site == said.get("site") for other in others[removed:])
    return line.effect == "add" and said["effect"] != "remove" and (twice or again)
