"""Orders as users enter them: lines, revisions, and which revision counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ordertck.harness.messages import Status

# What a user enters of a line under a name of its own; every other field is an attribute of the product.
LINE_FIELDS = ("number", "product", "action", "asset", "site", "price_list", "service_point")
_LINKS = ("order", "parent", "price")
# What a user enters of a header, and sees of it.
HEADER = ("account", "payer", "price_list", "priority", "due_date", "site", "ship_to", "ship_by", "interest")


class Refused(Exception):
    """The CRM does not do what the user asked for; the text says why."""


@dataclass(frozen=True, slots=True)
class CrmLine:
    """One line as it was entered; ``parent`` is the id of the line that it is a component of.

    ``found`` are the attributes of the asset that it was begun with.
    """

    ref: str
    id: str
    number: str
    product: str | None = None
    action: str | None = None
    parent: str | None = None
    asset: str | None = None
    site: str | None = None
    price_list: str | None = None
    override: str | None = None
    service_point: str | None = None
    trackable: bool = True
    attributes: Mapping[str, str] = field(default_factory=dict)
    found: Mapping[str, str] = field(default_factory=dict)

    @property
    def own(self) -> Mapping[str, str]:
        """The attributes that users entered, without those that were found on the asset and left so (PD-01)."""
        return {name: value for name, value in self.attributes.items() if self.found.get(name) != value}

    def entered(self, fields: Mapping[str, str], parent: str | None) -> "CrmLine":
        """The line once these fields were entered; an empty field is cleared, one that is not there stays."""
        own = {name: fields[name] or None for name in LINE_FIELDS if name in fields}
        own["number"] = own.get("number") or self.number
        others = {name: value for name, value in fields.items() if name not in (*LINE_FIELDS, *_LINKS)}
        return replace(self, parent=parent or self.parent, attributes={**self.attributes, **others}, **own)  # type: ignore[arg-type]


@dataclass(slots=True)
class Numbers:
    """How many revisions and lines an order ever had, in whichever version: no number is given twice."""

    revisions: int = 1
    lines: int = 0


@dataclass(slots=True)
class CrmOrder:
    """One order, or a supplemental to it: header and lines by ref of the current revision, earlier ones by number.

    ``revises`` is the submitted version that a supplemental goes back to; both bear one ``id``. ``milestones`` and
    ``line_status`` are what was told of the lines, by line id, ``converted`` the lines that became assets. ``kind`` can
    also be quote or opportunity: of a quote ``accepted`` says that the customer accepted it, ``became`` which order was
    made of it; of a draft ``approved`` says that a supervisor did, where that comes before submission. ``shown`` is the
    status that a back office told last, which users see until the order system tells another one, and which decides
    nothing.
    """

    ref: str
    id: str
    account: str | None = None
    payer: str | None = None
    price_list: str | None = None
    priority: str | None = None
    due_date: str | None = None
    site: str | None = None
    ship_to: str | None = None
    ship_by: str | None = None
    interest: str | None = None
    kind: str = "order"
    accepted: bool = False
    approved: bool = False
    became: str | None = None
    status: str = Status.DRAFT
    shown: str | None = None
    revision: int = 1
    submitted: bool = False
    lines: dict[str, CrmLine] = field(default_factory=dict)
    superseded: dict[int, "CrmOrder"] = field(default_factory=dict)
    line_status: dict[str, str] = field(default_factory=dict)
    milestones: dict[str, set[str]] = field(default_factory=dict)
    converted: set[str] = field(default_factory=set)
    revises: "CrmOrder | None" = None
    numbers: Numbers = field(default_factory=Numbers)

    def changed(self) -> None:
        """It says something else now, which nobody has accepted or approved yet (SC-05, SC-12)."""
        self.approved = False
        if self.accepted:
            self.accepted, self.status = False, Status.DRAFT

    def revise(self) -> None:
        """Begin the next revision with what the current one says; a number is never given twice (RV-02)."""
        self.superseded[self.revision] = replace(self, lines=dict(self.lines))
        self.revision = self.fresh_revision()

    def supplemental(self, ref: str) -> "CrmOrder":
        """A further version of an order that was submitted, to be changed and submitted in its turn."""
        return replace(
            self,
            ref=ref,
            status=Status.DRAFT,
            shown=None,
            submitted=False,
            approved=False,
            revision=self.fresh_revision(),
            lines=dict(self.lines),
            superseded={},
            revises=self,
        )

    def discard_revision(self) -> None:
        """Go back to the revision before, header and lines; the first one cannot be discarded."""
        if not self.superseded:
            raise Refused("there is no earlier revision to go back to")
        self.revision, earlier = self.superseded.popitem()
        for name in (*HEADER, "lines"):
            setattr(self, name, getattr(earlier, name))
        self.changed()

    @property
    def revisions(self) -> list[int]:
        """The numbers of the revisions that there are, the current one last."""
        return [*self.superseded, self.revision]

    def fresh_revision(self) -> int:
        """A number that no revision of this order ever had (RV-02)."""
        self.numbers.revisions += 1
        return self.numbers.revisions

    def fresh_line_id(self) -> str:
        """An id that no line of this order ever had."""
        self.numbers.lines += 1
        return f"{self.id}-L{self.numbers.lines}"

    def line(self, line_id: str | None) -> CrmLine | None:
        """The line of this id; None where the current revision has none."""
        return next((line for line in self.lines.values() if line.id == line_id), None)

    def outermost(self, line: CrmLine) -> list[CrmLine]:
        """The lines that a line is a component of, the outermost first."""
        above: list[CrmLine] = []
        parent = self.line(line.parent)
        while parent is not None:
            above.insert(0, parent)
            parent = self.line(parent.parent)
        return above
