"""What is kept of each order, of each version of it, of each line, and of each thing that a neighbour was asked."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from itertools import pairwise

from ordertck.harness.messages import BillingLine, OrderLine, ProvisioningLine, SalesOrder, Status, replace
from ordertck.harness.oracle.oms.terms import Flaw


class Taken(Enum):
    """Whether the system took something in: not known yet, yes, or refused."""

    OPEN = "open"
    YES = "taken in"
    NO = "refused"


class Should(Enum):
    """What has to become of something that was asked: take it in, refuse it, or either."""

    TAKE = "take"
    REFUSE = "refuse"
    EITHER = "either"


@dataclass(slots=True)
class Version:
    """One version of an order as it was told, or a cancel of it, in which case ``order`` is the version before.

    ``should`` is what the rules say of it, ``flaw`` why it is to be refused. ``waits`` are the base lines, by line id,
    that were open when it came; ``late`` says that the order was begun by then, so that a new date is of no effect,
    ``unsure_date`` that it may have been, ``surely_late`` that it was when all was quiet before; ``fell_out`` that its
    order fell out when it came, so that nobody can say whether it counts.
    """

    order: SalesOrder
    record: int
    at: datetime
    priority: int
    should: Should
    flaw: Flaw | None = None
    cancels: bool = False
    taken: Taken = Taken.OPEN
    waits: dict[str, str] = field(default_factory=dict)
    late: bool = False
    unsure_date: bool = False
    surely_late: bool = False
    fell_out: bool = False
    _by_id: dict[str, OrderLine] | None = field(default=None, repr=False)

    def line(self, line_id: str) -> OrderLine | None:
        """The line of this id in this version."""
        if self._by_id is None:
            self._by_id = {line.id: line for line in reversed(self.order.lines)}
        return self._by_id.get(line_id)

    def means(self, order: SalesOrder) -> None:
        """Take the version for what it means, where that is not what it says word by word."""
        self.order, self._by_id = order, None


class Work(Enum):
    """How far something is that a neighbour was asked."""

    OPEN = "under way"
    DONE = "done"
    FAILED = "failed"
    REPLACED = "called off, or altered by a later call"


@dataclass(slots=True)
class Asked:
    """One line of a call on a neighbour. ``call`` is the message's id, ``phase`` billing's, empty for provisioning."""

    record: int
    call: str
    order: str
    line: BillingLine | ProvisioningLine
    phase: str = ""
    state: Work = Work.OPEN

    @property
    def effect(self) -> str:
        """What is asked for."""
        return self.line.effect

    def assign(self, attribute: str, value: str) -> None:
        """A neighbour fills a value in while it is at work: what was asked for is done with that value (UF-07)."""
        if self.state is Work.OPEN and attribute in self.line.attributes:
            self.line = replace(self.line, attributes={**self.line.attributes, attribute: value})


def _site(asked: Asked) -> str | None:
    return asked.line.site if isinstance(asked.line, ProvisioningLine) else None


@dataclass(slots=True)
class LineAccount:
    """One line: what neighbours were asked for it, what they reported, what the CRM was told.

    ``milestones`` and ``assigned`` are what provisioning reported of its latest work, in order, ``reached_at`` the
    record of each milestone; ``reported`` (how often) and ``reported_values`` all that it did, whenever it came,
    ``filled_at`` the record of the latest of each value; ``told_milestones``, ``told_of`` (how often) and
    ``told_values`` what the CRM was told, ``turned_to`` how often it was told another value than before. ``complete``
    is the record with which the CRM was told that the line is complete, ``lost`` that of the version that leaves it
    out; 0 for none.
    """

    id: str
    order: str
    billing: list[Asked] = field(default_factory=list)
    provisioning: list[Asked] = field(default_factory=list)
    milestones: list[str] = field(default_factory=list)
    reached_at: dict[str, int] = field(default_factory=dict)
    reported: Counter[str] = field(default_factory=Counter)
    assigned: dict[str, str] = field(default_factory=dict)
    reported_values: set[tuple[str, str]] = field(default_factory=set)
    outdated_values: set[tuple[str, str]] = field(default_factory=set)  # reported of work that is not the latest
    told_milestones: list[str] = field(default_factory=list)
    told_values: dict[str, str] = field(default_factory=dict)
    told_of: Counter[str] = field(default_factory=Counter)
    turned_to: Counter[tuple[str, str]] = field(default_factory=Counter)
    filled_at: dict[str, int] = field(default_factory=dict)
    status: str = ""
    complete: int | None = None
    lost: int = 0

    def reaches(self, milestone: str, record: int, counts: bool) -> None:
        """Provisioning reports a milestone of its latest work, which ``counts`` unless that is on a way back."""
        self.reached_at[milestone] = record
        if counts and (self.provisioning[-1].effect != "remove" or all(a.effect != "add" for a in self.provisioning)):
            self.milestones.append(milestone)

    @property
    def asked(self) -> list[Asked]:
        """Everything that was asked for it."""
        return [*self.provisioning, *self.billing]

    @property
    def moved(self) -> int:
        """The record with which it was last asked for at another site than before; 0 where it never was."""
        pairs = pairwise(self.provisioning)
        return max((after.record for before, after in pairs if _site(before) != _site(after)), default=0)

    @property
    def standing_values(self) -> dict[str, str]:
        """What provisioning assigned and has not lost since: what is set up anew, or elsewhere, need not have it."""
        added = max((asked.record for asked in self.provisioning if asked.effect == "add"), default=0)
        latest = max(added, self.moved)
        return {name: value for name, value in self.assigned.items() if self.filled_at.get(name, 0) >= latest}

    def is_made_anew_since(self, attribute: str) -> bool:
        """Whether the work to which a value was assigned may have led back, or was taken back since and done anew."""
        filled = self.filled_at.get(attribute, 0)
        since = len([asked for asked in self.provisioning if asked.record > filled])
        back = since < len(self.provisioning) - 1 and self.provisioning[0].effect == "change"
        return since > 1 or (since > 0 and back)

    @property
    def busy(self) -> bool:
        """Whether a neighbour has still something to do for it."""
        for side in (self.provisioning, self.billing):  # asked more often than anything else of a line
            for asked in side:
                if asked.state is Work.OPEN:
                    return True
        return False

    @property
    def latest_is_open(self) -> bool:
        """Whether a neighbour has still to do the latest that it was asked for it; what came before is overtaken."""
        return any(side and side[-1].state is Work.OPEN for side in (self.provisioning, self.billing))

    @property
    def failed(self) -> bool:
        """Whether the latest that a neighbour was asked for it failed."""
        provisioning, billing = self.provisioning, self.billing
        failed = bool(provisioning) and provisioning[-1].state is Work.FAILED
        return failed or (bool(billing) and billing[-1].state is Work.FAILED)


@dataclass(slots=True)
class Incident:
    """A failure that ``billing`` or another told of: ``open`` ends when it is ``mended``, or done by a later call."""

    id: str
    order: str
    line: str | None
    record: int
    billing: bool = False
    open: bool = True
    mended: int = 0


@dataclass(frozen=True, slots=True)
class Raised:
    """A fallout that the CRM was told of: of which line, in which record, under which incident."""

    line: str | None
    record: int
    incident: str


@dataclass(slots=True)
class OrderAccount:
    """One order. ``begun`` is the record of the first work for it, ``status`` the latest that the CRM was told.

    ``raised`` are the fallouts that the CRM was told of, ``alarms`` their incidents, with lines, that are not over,
    ``resolved`` those that it was told are over, ``incidents`` what neighbours told of.
    ``unclear`` says that the order fell out for what may be no flaw, ``vague`` that nobody can say which of its
    versions was refused, ``repeated`` is the record with which something that was told of it before came again.
    ``ended`` is how it was last said to have ended, COMPLETE or CANCELLED; empty where it never was.
    """

    number: str
    versions: list[Version] = field(default_factory=list)
    begun: int | None = None
    status: str = ""
    ended: str = ""
    raised: list[Raised] = field(default_factory=list)
    alarms: dict[str, str | None] = field(default_factory=dict)
    resolved: list[str] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    unclear: bool = False
    vague: bool = False
    repeated: int = 0
    _candidates: list[Version] | None = field(default=None, repr=False)

    def add(self, version: Version) -> None:
        """A further version was told."""
        self.versions.append(version)
        self._candidates = None

    def decide(self, version: Version, taken: Taken) -> None:
        """One of its versions was taken in, or was refused."""
        version.taken = taken
        self._candidates = None

    @property
    def troubled(self) -> bool:
        """Whether something failed that is not over, or nobody can say how the order stands."""
        return self.unclear or any(incident.open for incident in self.incidents)

    @property
    def stuck(self) -> bool:
        """Whether the CRM was told of a fallout that is not over."""
        known = {incident.id: incident.open for incident in self.incidents}
        return any(known.get(said.incident, said.incident not in self.resolved) for said in self.raised)

    @property
    def fell_out(self) -> bool:
        """Whether the CRM was told of a fallout that is no neighbour's failure: the order may count as refused."""
        known = {incident.id for incident in self.incidents}
        return any(said.incident not in known for said in self.raised)

    @property
    def candidates(self) -> list[Version]:
        """The versions that may count now: the latest that is known to be taken in, and those of which it is open."""
        if self._candidates is None:
            self._candidates = []
            for version in reversed(self.versions):
                if version.taken is not Taken.NO:
                    self._candidates.append(version)
                if version.taken is Taken.YES:
                    break
        return self._candidates

    @property
    def current(self) -> Version | None:
        """The version that counts, where that is known; None where it is open, or where all was refused."""
        candidates = self.candidates
        return candidates[0] if len(candidates) == 1 and candidates[0].taken is Taken.YES else None

    @property
    def cancelled(self) -> bool:
        """Whether a cancel of it is known to be taken in."""
        return any(version.cancels and version.taken is Taken.YES for version in self.versions)

    @property
    def is_over(self) -> bool:
        """Whether the CRM was told that it has come to its end."""
        return self.status in (Status.COMPLETE, Status.CANCELLED)


@dataclass(frozen=True, slots=True)
class Idle:
    """A line that waits for nothing, and with which nobody is busy: of which order, and what it waited for before."""

    order: OrderAccount
    line: LineAccount
    waited: str


# What a line may be wanted to be, by the versions that may count; and the lines of a call on billing, with that.
Wanted = list[tuple[Version, OrderLine]]
# The lines of a call on a neighbour, each with its account; None for a line that nobody ordered.
Called = list[tuple[BillingLine | ProvisioningLine, LineAccount | None]]
Charges = list[tuple[BillingLine, LineAccount, Wanted]]
