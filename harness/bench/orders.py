"""What the kit knows of the orders in an example: as written in the feature, as sent, as told back."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ordertck.harness.errors import Misfit
from ordertck.harness.messages import Fallout, Message, Refusal

_FROM_TO = re.compile(r"(\d+) to (\d+)")
# What may become an order; its name begins so.
_BEFORE_ORDERS = ("quote", "opportunity")


@dataclass(slots=True)
class DraftLine:
    """A line as the feature's table has it.

    ``number`` is the feature's name of the line, ``place`` its number on the edges where that is another one, such as
    that of a withdrawn line. ``asset`` is the feature's name of an asset that the line is about, ``depends_on`` another
    order's line in the feature's words: "line 1 of BASE". ``blank`` are the columns that the table leaves blank for it.
    ``due_date`` is RFC 3339 once the line is entered, the feature's words before.
    """

    number: str
    product: str | None = None
    action: str | None = "Add"
    price_list: str | None = None
    asset: str | None = None
    site: str | None = None
    subject: str | None = None
    depends_on: str | None = None
    override: str | None = None
    due_date: str | None = None
    service_point: str | None = None
    place: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    id: str = ""

    @property
    def sent_number(self) -> str:
        """The line's number on the edges."""
        return self.place or self.number

    @property
    def parent(self) -> str | None:
        """The number of the line that this one is a component of; "2.1" belongs to "2"."""
        head, dot, _ = self.number.rpartition(".")
        return head if dot else None


@dataclass(slots=True)
class Order:
    """One order of an example: its draft, its identity, and all that was told of it.

    ``name`` is the feature's, that of a quote or an opportunity with the kind in front: "quote OFFER". ``number`` is
    the order number on the edges, ``screen`` where a user begins it, ``interest`` what an opportunity is about.
    ``status`` and ``line_status`` (by line number) are the latest told to the CRM, ``milestones`` and
    ``line_statuses`` all that were. ``submissions`` are the order's messages on the submission queue,
    ``objections_before`` how many objections there were before its latest version was begun.
    """

    name: str
    number: str
    account: str | None
    price_list: str | None
    priority: str | None = None
    payer: str | None = None
    due_date: str | None = None
    site: str | None = None
    ship_to: str | None = None
    ship_by: str | None = None
    approval: str | None = None
    screen: str | None = None
    interest: str | None = None
    revision: int = 1
    lines: list[DraftLine] = field(default_factory=list)
    transport_priority: int | None = None
    entered: bool = False
    status: str | None = None
    statuses: list[str] = field(default_factory=list)
    news: list[str] = field(default_factory=list)
    line_status: dict[str, str] = field(default_factory=dict)
    line_statuses: dict[str, list[str]] = field(default_factory=dict)
    milestones: dict[str, list[str]] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    fallouts: list[Fallout] = field(default_factory=list)
    submissions: list[Message] = field(default_factory=list)
    objections_before: int = 0

    def submitted_by(self, message: Message) -> None:
        """Note what the order was submitted by; what others make of it further in is no further submission."""
        if all(sent.kind == message.kind for sent in self.submissions):
            self.submissions.append(message)

    @property
    def kind(self) -> str:
        """What it is at the desk: an order, or the quote or opportunity that may become one."""
        head, _, name = self.name.partition(" ")
        return head if name and head in _BEFORE_ORDERS else "order"

    def line(self, number: str) -> DraftLine:
        """The line of this number. Raises ``Misfit`` where the feature never mentioned it."""
        for line in self.lines:
            if line.number == number:
                return line
        raise Misfit(f"order {self.name} has no line {number}")

    @property
    def objections(self) -> int:
        """How often it was refused or fell out."""
        return len(self.refusals) + len(self.fallouts)

    @property
    def stuck(self) -> bool:
        """Whether the order was refused or fell out, and nothing freed it since."""
        state = {f.incident: f.state for f in self.fallouts}
        return bool(self.refusals) or "raised" in state.values()


# Columns of the features' order tables that are no attribute of a product.
_COLUMNS = {
    "line": "number",
    "place": "place",
    "product": "product",
    "action": "action",
    "price list": "price_list",
    "asset": "asset",
    "site": "site",
    "subject": "subject",
    "depends on": "depends_on",
    "price override": "override",
    "due date": "due_date",
    "service point": "service_point",
}


def draft_lines(table: list[list[str]]) -> list[DraftLine]:
    """The lines that a table of a feature holds; a blank cell is a blank field, an unknown column an attribute.

    A missing action column means Add on every line.
    """
    return [_draft_line(cells, number) for number, cells in enumerate(rows_of(table), 1)]


def rows_of(table: list[list[str]]) -> Iterator[dict[str, str]]:
    """The rows of a feature's table by column; one of line "1 to 9" is nine rows, alike but for the line."""
    head, *rows = table
    for row in rows:
        cells = dict(zip(head, row, strict=True))
        if meant := _FROM_TO.fullmatch(cells.get("line", "")):
            first, last = map(int, meant.groups())
            yield from ({**cells, "line": str(number)} for number in range(first, last + 1))
        else:
            yield cells


def _draft_line(cells: Mapping[str, str], place: int) -> DraftLine:
    line = DraftLine(number=cells.get("line") or str(place))
    for column, cell in cells.items():
        value = cell or None
        if column in _COLUMNS:
            setattr(line, _COLUMNS[column], value or (line.number if column == "line" else None))
        elif value is not None:
            line.attributes[column] = value
    line.blank = frozenset(_COLUMNS.get(column, column) for column, cell in cells.items() if not cell)
    return line


def parents_first(lines: Iterable[DraftLine]) -> list[DraftLine]:
    """The lines with every parent before its components, otherwise as they stand."""
    return sorted(lines, key=lambda line: line.number.count("."))
