"""Invariants of the desk: every question is answered, and what is shown of an order is what is known of it."""

from collections.abc import Iterator

from ordertck.harness.messages import Status
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.sheet import Sheet, Version
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import in_words


@invariant("crm", "FL-05 SC-18", at_rest=True)
def every_act_is_answered(book: DeskBook, _: Rest) -> Judgements:
    """Whatever a user does or looks at, something is shown."""
    if book.asked and not book.killed:
        for record, question in book.asked.values():
            yield owed(False, f"nothing shown for {question.kind} {question.body['object']}", record)
    elif book.sheets.by_ref and not book.killed:
        yield None


# Words for an order that goes no further.
_OVER = (Status.REFUSED, Status.CANCELLED)


def _seen(book: DeskBook, moment: Crossing) -> Iterator[tuple[Sheet, Version]]:
    """The order that a user looks at, and which of its versions."""
    body = moment.message.body
    if not body.get("refused"):
        known = book.sheets.by_ref.get(body["ref"])
        if known is not None and known[0].kind == "order":
            yield known


def _is_superseded(sheet: Sheet, version: Version) -> bool:
    """Whether a later version of the order is on the queue: a user who looks at this one may be shown that."""
    return bool(version.queued) and version is not sheet.counting


@invariant("crm", "TM-01 SC-11 AS-01 PR-06 SC-12 TM-02", "desk-shown see order")
def statuses_are_shown_as_they_were_told(book: DeskBook, moment: Crossing) -> Judgements:
    """An order is a draft until it is submitted, and complete once the order system, or a back office, has said so."""
    for sheet, version in _seen(book, moment):
        status = moment.message.body.get("fields", {}).get("status")
        if not status or not sheet.number or version.off:
            continue
        reported = sheet.number in book.progress.reported
        if not version.taken and not version.asked:
            fits = status == Status.DRAFT or (version.rejected and status != Status.COMPLETE)
            yield owed(fits, f"order {sheet.number} shown {status}, which nobody has submitted")
        elif version is sheet.counting and version.status:
            complete = version.status == Status.COMPLETE
            said = f"order {sheet.number} is {version.status}, and shown as {status}"
            later = sheet.number in book.progress.latest  # a back office's word counts as well (IS-09)
            yield owed((status == Status.COMPLETE) == complete or later or (reported and not complete), said)
        elif not reported:
            yield owed(status != Status.COMPLETE, f"order {sheet.number} shown COMPLETE, which nobody has told")
        reopened = bool(version.ended) and sheet.open  # or not: what comes after the end is left open
        if status in _OVER and version is sheet.counting and sheet.queued and not reported and not reopened:
            said = f"order {sheet.number} is {version.status or 'under way'}, and shown as {status}"
            yield owed(status == version.status, said, *sheet.queued)
        if version.taken and sheet.account and not version.loose:
            yield owed(status != Status.DRAFT, f"order {sheet.number} shown DRAFT, which was submitted", version.taken)


@invariant("crm", "RV-03 SC-14 SU-13 SC-04 DD-01 PL-04", "desk-shown see order")
def an_order_is_shown_as_it_was_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """Lines and header are shown as they were entered last, or as fulfilment has filled them in."""
    for sheet, version in _seen(book, moment):
        if version.loose or version.off or _is_superseded(sheet, version):
            continue  # a user may be shown what was asked for, or what counts
        rows = {row.get("id"): row for row in moment.message.body.get("rows", ())}
        for line in version.lines.values():
            if not line.id or (line.id not in rows and line.id in version.orphans):
                continue
            row = rows.get(line.id)
            said = f"line {line.said.get('number')} of order {sheet.number} is not shown"
            yield owed(row is not None, said, version.record)
            for name in ("product", "asset", "service_point", *line.attributes) if row is not None else ():
                wanted, seen = line.said.get(name), (row or {}).get(name)
                if wanted and seen and name not in line.loose:
                    said = (
                        f"{name} of line {line.said.get('number')} of order {sheet.number} is {wanted}; shown: {seen}"
                    )
                    yield owed(seen == wanted, said, version.record)
        fields = moment.message.body.get("fields", {})
        for name in ("price_list", "priority", "site", "payer", "ship_to", "ship_by"):
            wanted, seen = version.header.get(name), fields.get(name)
            if wanted and seen and name not in version.loose_header:
                said = f"{name} of order {sheet.number} is {wanted}, and shown as {in_words(seen)}"
                yield owed(seen == wanted, said, version.record)


@invariant("crm", "TM-07", "desk-shown see order")
def change_orders_are_called_so(book: DeskBook, moment: Crossing) -> Judgements:
    """Supplementals, follow-on and modify orders are change orders; new orders are not."""
    for sheet, version in _seen(book, moment):
        category = moment.message.body.get("fields", {}).get("category")
        loose = version.loose or version.off or _is_superseded(sheet, version)
        if loose or category not in ("change order", "new order") or not version.lines:
            continue
        if any(not line.said.get("asset") and line.said.get("action") != "Add" for line in version.lines.values()):
            continue  # what a line changes that names nothing, nobody can say: such an order is not submitted
        changes = version.base is not None or any(line.said.get("asset") for line in version.lines.values())
        if not any("asset" in line.loose for line in version.lines.values()):
            said = f"order {sheet.number} is a {'change' if changes else 'new'} order, and called a {category}"
            yield owed((category == "change order") == changes, said, version.record)


@invariant("crm", "RV-02", "desk-shown see revisions")
def revisions_are_listed_under_numbers_of_their_own(book: DeskBook, moment: Crossing) -> Judgements:
    """The revisions of an order are listed, each under a number of its own."""
    body = moment.message.body
    known = book.sheets.by_ref.get(body["ref"]) if not body.get("refused") else None
    if known is not None and not known[1].loose:
        numbers = [row.get("revision") for row in body.get("rows", ())]
        said = f"the revisions of order {known[0].number} are listed as {', '.join(map(str, numbers))}"
        yield owed(len(set(numbers)) == len(numbers) and all(numbers), said, known[1].record)
        if known[1].base is None:
            yield owed(len(numbers) > len(known[1].earlier), said, known[1].record)
