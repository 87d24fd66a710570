"""Points of no return, as far as the CRM was told of them."""

from ordertck.harness.messages import Status
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.line import Line
from ordertck.harness.oracle.crm.sheet import Sheet, Version

# What of a header holds for its lines too.
_FOR_LINES = ("price_list", "site", "due_date")


def may_be_past(book: DeskBook, sheet: Sheet, line: Line) -> bool:
    """Whether a line is past its point of no return, or may be: by its milestones, or since its work is done."""
    told, before = sheet.milestones.get(line.id, set()), list(book.catalogue.milestones.values())
    product = book.catalogue.products.get(line.said.get("product", ""))
    if (
        line.id in sheet.converted
        or sheet.line_status.get(line.id) == Status.COMPLETE
        or product is None
        or "product" in line.loose
    ):
        return True
    if product.ponr is None:
        return not told <= set(before)
    return not told <= set(before[: before.index(product.ponr)])


def is_past(book: DeskBook, sheet: Sheet, line: Line) -> bool:
    """Whether a line was told to have reached the milestone that is its point of no return."""
    product = book.catalogue.products.get(line.said.get("product", ""))
    if product is None or product.ponr is None or "product" in line.loose:
        return False
    return product.ponr in sheet.milestones.get(line.id, set())


def forbids_revisions(book: DeskBook, sheet: Sheet) -> bool:
    """Whether the order that counts cannot be revised any more, or may be so, by what its lines have passed."""
    counting = sheet.counting
    past = [may_be_past(book, sheet, line) for line in counting.lines.values()] if counting is not None else [True]
    return any(past) if book.claims.switches["ponr_scope"] == "order" else all(past)


def leaves_alone_what_is_past(book: DeskBook, sheet: Sheet, version: Version) -> bool:
    """Whether a revision says of each line that is past its point of no return what the version said that counts."""
    counting = sheet.counting
    if counting is None or counting.loose or counting.loose_header & set(_FOR_LINES):
        return False
    past = [line for line in counting.lines.values() if may_be_past(book, sheet, line)]
    if past and any(version.header.get(name) != counting.header.get(name) for name in _FOR_LINES):
        return False
    return all(_says_the_same(line, version.line(line.id)) for line in past)


def _says_the_same(line: Line, revised: Line | None) -> bool:
    if revised is None or line.loose or revised.loose:
        return False
    return (line.said, line.override, line.parent) == (revised.said, revised.override, revised.parent)
