"""Invariants of the submission queue: what users submitted is there, once, and nothing that nobody submitted."""

from ordertck.harness.messages import Message
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.expected import (
    expected_version,
    is_sold_for_approval,
    needs_approval,
    sold_for_approval,
)
from ordertck.harness.oracle.crm.sheet import Sheet, Version
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import a

AWAITED = "awaited"


def on_the_queue(book: DeskBook, moment: Crossing) -> tuple[Sheet, Version] | None:
    """The order that is queued, and the version of it that is due; None where the desk knows none."""
    if book.queued is None or book.queued[0] is not moment:  # some twenty invariants ask for it
        sheet = book.order_of(moment.message)
        version = expected_version(book.catalogue, sheet)
        book.queued = moment, (sheet, version) if sheet is not None and version is not None else None
    return book.queued[1]


@invariant("crm", "FL-02 FL-04 RV-04 SC-11 FO-10 PV-01 SU-02 SC-14", "order-submission")
def only_what_was_submitted_is_queued(book: DeskBook, moment: Crossing) -> Judgements:
    """An order is queued only after a user has submitted it, and at most once for each time."""
    sheet = book.order_of(moment.message)
    if sheet is None or moment.message.body.get("approval") == AWAITED:
        return
    times = len(sheet.queued) + 1
    said = f"order {sheet.number} is queued {times} times, and was submitted {len(sheet.submits)} times"
    yield owed(times <= len(sheet.submits), said, *sheet.queued, *sheet.submits)
    if times <= len(sheet.submits):
        said = f"order {sheet.number} is queued, of which every version that was submitted is queued already"
        yield owed(expected_version(book.catalogue, sheet) is not None, said, *sheet.queued, *sheet.submits)


@invariant("crm", "FL-04 FL-05 FD-03 PR-09 SC-18 DD-01 FO-12 MO-06", at_rest=True)
def each_submit_is_queued_once(book: DeskBook, _: Rest) -> Judgements:
    """Every submit that the desk took is on the queue, unless the order is one for a supervisor."""
    for sheet in book.sheets.orders:
        for version in sheet.versions:
            if (
                version.taken
                and not version.off
                and not version.rejected
                and not (needs_approval(book.catalogue, version) and not version.approved)
            ):
                said = f"order {sheet.number} was submitted, and its version is not queued"
                yield owed(bool(version.queued), said, version.taken)


@invariant("crm", "SC-12", "order-submission")
def what_waits_for_a_supervisor_is_kept_back(book: DeskBook, moment: Crossing) -> Judgements:
    """An order that is for a supervisor goes on once the supervisor has approved it."""
    found = on_the_queue(book, moment)
    if found is None or not is_sold_for_approval(book.catalogue, found[1]):
        return
    if moment.message.body.get("approval") != AWAITED:
        sheet, version = found
        approving = any(
            m.kind == "desk-do" and (m.body["verb"], m.body["ref"]) == ("approve", version.ref)
            for _, m in book.asked.values()
        )
        said = f"order {sheet.number} goes on, and no supervisor has approved it"
        yield owed(_is_approved(book, sheet, version) or approving, said, version.asked)


def _is_approved(book: DeskBook, sheet: Sheet, version: Version) -> bool:
    """Whether a supervisor has seen all that a version sells, in it or in an earlier one: once may be enough."""
    if version.loose:
        return bool(version.approved)
    seen: set[str] = set()
    for other in sheet.versions:
        seen |= {line.id for ref, line in other.lines.items() if other.approved and ref in other.approved_lines}
    return sold_for_approval(book.catalogue, version) <= seen


@invariant("crm", "SU-01 SU-02 PN-04", "order-submission")
def nothing_is_revised_that_is_over(book: DeskBook, moment: Crossing) -> Judgements:
    """No version of an order is queued after the order system has said that it is complete, or cancelled."""
    found, awaited = on_the_queue(book, moment), moment.message.body.get("approval") == AWAITED
    if found is not None and found[1].base is not None and found[0].queued and not awaited:
        sheet, version = found
        counting = sheet.counting
        if counting is not None:
            said = f"a revision of order {sheet.number} is queued, which is {counting.status}"
            released = version.approved if is_sold_for_approval(book.catalogue, version) else version.asked
            # It was on its way when that was told, or may have been: of what goes on after its end little can be said.
            crosses = 0 < released < max(counting.ended, book.told_last)
            yield owed(sheet.open or crosses, said, version.asked)


@invariant("crm", "RV-02 RV-03 SU-01 SU-13 TM-02", "order-submission")
def each_version_has_a_number_of_its_own(book: DeskBook, moment: Crossing) -> Judgements:
    """A later version of an order has a higher revision number than the one that counted before."""
    sheet = book.order_of(moment.message)
    counting = sheet.counting if sheet is not None else None
    if sheet is not None and counting is not None and moment.message.body.get("approval") != AWAITED:
        mine, before = moment.message.body.get("revision", 1), counting.body.get("revision", 1)
        said = f"revision {mine} of order {sheet.number} queued after {before}"
        yield owed(mine > before, said, *sheet.queued)


@invariant("crm", "PR-10 PR-12", "order-submission")
def priorities_are_queued_by_the_table(book: DeskBook, moment: Crossing) -> Judgements:
    """The queue's priority is the one that the table has for the name."""
    message = moment.message
    name = message.body.get("priority")
    table = {**book.catalogue.extended_priorities, **book.catalogue.priorities}
    if name in table and message.body.get("approval") != AWAITED:
        said = f"{name} at queue priority {message.priority}, which is {table[name]} in the table"
        yield owed(message.priority == table[name], said)


@invariant("crm", "PR-01 PR-09 PR-10", "order-submission")
def the_priority_is_the_one_that_was_picked(book: DeskBook, moment: Crossing) -> Judgements:
    """The priority of a message is the one that its user picked for it; where nobody picked one it is left open."""
    found = on_the_queue(book, moment)
    if found is None or found[1].loose or "priority" in found[1].loose_header:
        return
    message, picked = moment.message, found[1].header.get("priority")
    name, default = message.body.get("priority"), str(book.claims.switches["default_priority"])
    if picked:
        yield owed(name == picked, f"{picked} was picked, {name or 'none'} is queued", found[1].asked)
    elif message.body.get("approval") != AWAITED:
        said = f"nobody picked a priority, and the queue says {message.priority}"
        yield owed(message.priority is None or str(message.priority) == default, said, found[1].asked)


_NOBODYS = ("billing-order", "provisioning-order", "network-order", "sales-order")


@invariant("crm", "PV-01", *_NOBODYS)
def a_crm_speaks_to_the_queue_only(_: DeskBook, moment: Crossing) -> Judgements:
    """What customers order leaves the CRM by the submission queue, and by no other way."""
    message: Message = moment.message
    if not moment.told:
        yield owed(False, f"{a(message.kind)} from the CRM")
