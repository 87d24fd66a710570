"""A sheet: an order, a quote or an opportunity as users entered it, version by version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.messages import Status
from ordertck.harness.oracle.crm.line import Line

Content = tuple[dict[str, str], dict[str, Line]]

# What an order's header may be sent to back offices with; of dates and customers others judge.
SENT_HEADER = ("price_list", "priority", "site", "payer", "ship_to", "ship_by")


@dataclass(slots=True)
class Version:
    """One version of a sheet: what its header and its lines say, by ref, and what became of it.

    ``earlier`` are the revisions before, of a version that was not submitted; ``base`` the version that a supplemental
    goes back to. ``ended`` is when it was told to be complete, or cancelled. ``loose`` says that what it holds came
    from elsewhere, ``loose_header`` which fields of the header nobody can say. ``asked``, ``taken``, ``approved`` and
    ``queued`` are the records of these, 0 before; ``queued_at`` is the time of the last, in seconds; ``approved_lines``
    are the refs of the lines that were there when a supervisor decided. One that is ``off`` was refused or rejected,
    and counts no more; ``stopped`` says that a supervisor has rejected it, be it a draft, ``rejected`` that one ever
    did, whatever was decided since; ``went_on`` that it was not ``off`` when a user last began a version after it.
    ``copied`` are the lines of the quote that it was made of, as long as nobody has changed them; ``orphans`` are
    components whose product was taken off: they may go
    with it. ``may_be_gone`` says that a draft may have been discarded with a follow-on order, or never have been begun.
    """

    ref: str
    record: int
    header: dict[str, str] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    earlier: list[Content] = field(default_factory=list)
    base: "Version | None" = None
    loose: bool = False
    may_be_gone: bool = False
    loose_header: set[str] = field(default_factory=set)
    asked: int = 0
    taken: int = 0
    approved: int = 0
    approved_lines: set[str] = field(default_factory=set)
    queued: int = 0
    queued_at: float = 0.0
    off: bool = False
    stopped: bool = False
    rejected: bool = False
    went_on: bool = False
    status: str = ""
    ended: int = 0
    body: Mapping[str, Any] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    copied: dict[str, Line] | None = None
    orphans: set[str] = field(default_factory=set)

    def content(self) -> Content:
        """What it says now, to be kept."""
        return dict(self.header), {ref: line.copy() for ref, line in self.lines.items()}

    def sold(self) -> set[str]:
        """The ids of the lines that add something, as far as they were entered; none where nobody can say."""
        lines = [line for line in self.lines.values() if line.id and line.said.get("action") == "Add"]
        return set() if self.loose else {line.id for line in lines if line.id not in self.orphans}

    def line(self, line_id: str) -> Line | None:
        """The line that the desk calls so."""
        return next((line for line in self.lines.values() if line.id == line_id), None)


@dataclass(slots=True)
class Sheet:
    """An order, a quote or an opportunity: its number, once it is shown, and its versions as they were begun.

    ``line_status``, ``milestones`` and ``filled_in`` (by line) are what was told of its lines, ``ids`` are the desk's
    of its lines by ref, ``events`` counts what befell it, ``entered`` are the ids of all lines that users ever entered,
    ``converted`` of those that were ever told to be complete. ``accepted_lines`` and ``accepted_list`` are a
    quote's lines and price list, as the customer accepted them. Its lines are ``touched`` once a user has entered one
    of them since, if only as it was.
    """

    kind: str
    record: int
    number: str = ""
    versions: list[Version] = field(default_factory=list)
    line_status: dict[str, str] = field(default_factory=dict)
    milestones: dict[str, set[str]] = field(default_factory=dict)
    filled_in: dict[str, dict[str, str]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    assets: dict[str, str] = field(default_factory=dict)
    queued: list[int] = field(default_factory=list)
    submits: list[int] = field(default_factory=list)
    accepted: bool = False
    accepted_lines: dict[str, Line] = field(default_factory=dict)
    accepted_list: str = ""
    touched: bool = False
    became: str = ""
    events: int = 0
    entered: set[str] = field(default_factory=set)
    converted: set[str] = field(default_factory=set)

    @property
    def account(self) -> str:
        """The customer for whom it was entered last; blank where nobody said."""
        return self.versions[-1].header.get("account", "") if self.versions else ""

    def asset_of(self, line: Line) -> str:
        """What a line of some version is about; another version may have wanted it to be about something else."""
        own = self.assets.get(line.id, "")
        return own if line.said.get("action") == "Add" else line.said.get("asset") or own

    @property
    def is_changed(self) -> bool:
        """Whether users changed lines or price list of a quote, or tried to, after the customer had accepted it."""
        now = self.versions[-1]
        same = self.accepted_lines == now.lines and self.accepted_list == now.header.get("price_list", "")
        return self.accepted and (self.touched or not same)

    @property
    def counting(self) -> Version | None:
        """The version that counts: the latest that was queued and not refused."""
        return next((v for v in reversed(self.versions) if v.queued and not v.off), None)

    @property
    def open(self) -> bool:
        """Whether it was handed over and is not finished, as far as was told."""
        counting = self.counting
        return counting is not None and counting.status not in (Status.COMPLETE, Status.CANCELLED)

    @property
    def over(self) -> bool:
        """Whether it was handed over and is finished, as far as was told, and no further version was begun."""
        counting = self.counting
        return counting is not None and not self.open and counting is self.versions[-1]
