"""A service order, the work on its lines, and what is set up in the network for each asset."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from ordertck.harness.messages import NetworkReport, ProvisioningLine, StepEffect, replace
from ordertck.harness.reference.common.transitions import advance
from ordertck.harness.reference.som.service_life_cycle import (
    FINISHED,
    SERVICE_ORDER_TRANSITIONS,
    WORK_TRANSITIONS,
    ServiceOrderState,
    WorkState,
)


@dataclass(frozen=True, slots=True)
class Task:
    """One step of the network, to be done for so many, or undone; ``called_off`` when it was under way already."""

    step: str
    effect: StepEffect
    quantity: int = 1
    called_off: bool = False


@dataclass(slots=True)
class Work:
    """The work on one line: what is wanted, what is still to be asked of the network, what it was asked last.

    ``service`` is what stands in the network, the quantity by step in the order in which the steps were done; a later
    order for the same asset finds it there. ``incident`` names the failure that is open, ``again`` is
    how the line is wanted that was put back while it was being undone. Work that ``waits`` has its turn when an earlier
    order has done with the same asset. ``before`` is what stood, and ``had`` how it was set up, when the work began: to
    that a cancel leads back, at the site ``home``. ``changed`` are the steps that stood and were set up otherwise
    since, ``moved_to`` where those are by now, ``assigned`` the values that the network gave. What is under way may
    give some that are ``overruled``, since a newer version names others. ``call`` is that of what was asked last,
    ``asked_at`` the site that it named, ``dropped`` are the calls whose end is not waited for any more, since what they
    ask for was taken back. Where the network never ``was_asked`` for anything, a cancel has nothing to lead back.
    """

    line: ProvisioningLine
    service: dict[str, int]
    before: dict[str, int] = field(default_factory=dict)
    had: Mapping[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    tasks: deque[Task] = field(default_factory=deque)
    pending: Task | None = None
    call: str = ""
    dropped: set[str] = field(default_factory=set)
    state: WorkState = WorkState.IN_PROGRESS
    incident: str | None = None
    again: ProvisioningLine | None = None
    waits: bool = False
    home: str | None = None
    assigned: dict[str, str] = field(default_factory=dict)
    overruled: set[str] = field(default_factory=set)
    moved_to: dict[str, str | None] = field(default_factory=dict)
    asked_at: str | None = None
    was_asked: bool = False

    @property
    def as_found(self) -> ProvisioningLine:
        """The line, set up as the thing was that the work found, and where that was."""
        return replace(self.line, attributes=self.had, site=self.home or self.line.site)

    @property
    def moves(self) -> bool:
        """Whether the line names another site than the one at which the thing was found."""
        return None not in (self.home, self.line.site) and self.home != self.line.site

    def site_of(self, task: Task) -> str | None:
        """Where a task is done: what becomes fewer does so where it is by now, before the rest of it moves."""
        there = self.moved_to.get(task.step, self.home)
        return there if task.effect == "undo" and None not in (there, self.line.site) else self.line.site

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do for the line."""
        return self.state in (WorkState.COMPLETE, WorkState.CANCELLED)

    def awaits(self, report: NetworkReport) -> bool:
        """Whether a report is on what is pending, and not on what was taken back and is about to be led back.

        What was taken back was to be done or changed; what is undone is never that, though one call may name both.
        """
        dropped = report.call in self.dropped and report.outcome != "undone"
        return self.pending is not None and report.step == self.pending.step and not dropped

    def wanted_otherwise(self, attributes: Mapping[str, str]) -> None:
        """What a newer version names otherwise than before goes before what the network had assigned till then."""
        for name, value in attributes.items():
            if value != self.line.attributes.get(name):
                self.assigned.pop(name, None)
                self.overruled |= {name} if self.pending else set()

    def as_wanted(self, newer: ProvisioningLine) -> ProvisioningLine:
        """The line as a newer version wants it: to the same effect, unless what is being taken down is wanted again.

        What a change names no more is wanted as the work has found it, but for how many there are.
        """
        back = self.line.effect == "remove" and newer.effect in ("add", "change")
        effect = newer.effect if back else self.line.effect
        gone = self.line.attributes.keys() - {"quantity"} if self.line.effect == effect == "change" else set[str]()
        found = {name: value for name, value in self.had.items() if name in gone}
        return replace(newer, effect=effect, attributes={**found, **newer.attributes})

    def is_assigned(self, values: Mapping[str, str]) -> None:
        """The network has given values; what was named otherwise since it was asked for them goes before those."""
        self.assigned.update({name: value for name, value in values.items() if name not in self.overruled})
        self.overruled = set()

    def give_up(self, change: Task) -> None:
        """A change is taken back: one that failed has changed nothing; of any other the network has yet to say so."""
        failed = self.state is WorkState.FAILED or change.called_off
        self.dropped |= {self.call} if failed else set()
        self.pending = None if failed else replace(change, called_off=True)

    def stands(self, step: str, more: int) -> None:
        """So many more of a step stand in the network, or fewer; it keeps its place among the steps until none does."""
        self.service[step] = self.service.get(step, 0) + more
        if self.service[step] <= 0:
            del self.service[step]

    def move_to(self, state: WorkState) -> None:
        """Take the next step of the life cycle. Raises ``IllegalTransition`` where there is no such step."""
        self.state = advance(WORK_TRANSITIONS, self.state, state)


@dataclass(slots=True)
class ServiceOrder:
    """A provisioning order that was taken; ``works`` by line id."""

    number: str
    works: dict[str, Work] = field(default_factory=dict)
    state: ServiceOrderState = ServiceOrderState.IN_PROGRESS

    @property
    def finished(self) -> bool:
        """Whether nothing can happen to the order any more."""
        return self.state in FINISHED

    def holds_up(self, work: Work) -> bool:
        """Whether another line has failed and there is more to be begun for this one."""
        others = (other.state for other in self.works.values() if other is not work)
        return bool(work.tasks) and work.state is WorkState.IN_PROGRESS and WorkState.FAILED in others

    def move_to(self, state: ServiceOrderState) -> None:
        """Take the next step of the life cycle. Raises ``IllegalTransition`` where there is no such step."""
        self.state = advance(SERVICE_ORDER_TRANSITIONS, self.state, state)


class Services:
    """What stands in the network: for an asset at a site, the quantity by step; a later order finds it in ``standing``.

    Orders that are about one asset have their turns as they came.
    """

    def __init__(self) -> None:
        self.standing: dict[str, dict[str | None, dict[str, int]]] = {}
        self._settings: dict[tuple[str, str | None], dict[str, str]] = {}
        self._turns: dict[str, list[tuple[ServiceOrder, Work]]] = {}

    def is_taken(self, order: ServiceOrder, line: ProvisioningLine) -> bool:
        """Whether an earlier order still works on the thing that a line is about."""
        return any(other is not order for other, work in self._open(line))

    def take_turn(self, order: ServiceOrder, work: Work) -> None:
        """Put the work on a line behind that of earlier orders for the same thing; begun anew, it keeps its turn."""
        turns = self._turns.setdefault(_thing(work.line), [])
        own = [place for place, (other, _) in enumerate(turns) if other is order]
        turns.insert(own[-1] + 1 if own else len(turns), (order, work))

    def next_in_turn(self, done: Work) -> list[tuple[ServiceOrder, Work]]:
        """The work that has waited for this, and need not wait any more."""
        turns = self._open(done.line)
        return [(order, work) for order, work in turns if work.waits and order is turns[0][0]]

    def _open(self, line: ProvisioningLine) -> list[tuple[ServiceOrder, Work]]:
        return [(order, work) for order, work in self._turns.get(_thing(line), ()) if not work.finished]

    def of(self, line: ProvisioningLine) -> dict[str, int]:
        """What stands of the thing that a line is about; an empty start where there is nothing yet."""
        sites = self.standing.setdefault(_thing(line), {})
        return sites.setdefault(self._site(sites, line), {})

    def there(self, line: ProvisioningLine) -> bool:
        """Whether anything stands of the thing that a line is about."""
        sites = self.standing.get(_thing(line), {})
        return bool(sites.get(self._site(sites, line)))

    def had(self, line: ProvisioningLine) -> Mapping[str, str]:
        """How the thing that a line is about was set up by the latest order that came to its end."""
        return self._settings.get(self._place(line), {})

    def settle(self, work: Work) -> None:
        """Keep how a thing is set up, now that the work on a line is done: what was there keeps what nobody named."""
        before = self.had(work.line) if work.before else {}
        self._settings[self._place(work.line)] = {**before, **work.line.attributes, **work.assigned}

    def put_back(self, line: ProvisioningLine) -> None:
        """Keep how a thing is set up again, now that a change of it is taken back."""
        self._settings[self._place(line)] = dict(line.attributes)

    def home(self, line: ProvisioningLine) -> str | None:
        """The site at which a thing stands that a line is about; None where nobody named one."""
        return self._place(line)[1]

    def move(self, line: ProvisioningLine) -> None:
        """The thing that a line is about stands at the line's own site by now, wherever it was, named or not."""
        (thing, before), site = self._place(line), line.site
        if site is not None and before != site and before in self.standing.get(thing, {}):
            self.standing[thing][site] = self.standing[thing].pop(before)
            self._settings[thing, site] = self._settings.pop((thing, before), {})

    def _place(self, line: ProvisioningLine) -> tuple[str, str | None]:
        return _thing(line), self._site(self.standing.get(_thing(line), {}), line)

    def _site(self, sites: dict[str | None, dict[str, int]], line: ProvisioningLine) -> str | None:
        """The line's own site; where it names none, or nobody named one before, wherever the asset is."""
        there = [site for site, steps in sites.items() if steps]
        places = there if there or line.effect == "add" else list(sites)
        if line.effect == "change" and len(places) == 1:
            return places[0]  # where it is to be changed, and moved from if the line names another site
        known = [site for site in places if None in (site, line.site)]
        return line.site if line.site in places or not known else known[0]


def _thing(line: ProvisioningLine) -> str:
    return line.asset or line.line


def quantity_of(line: ProvisioningLine) -> int:
    """How many of the product a line is about."""
    return int(line.attributes.get("quantity", "1"))
