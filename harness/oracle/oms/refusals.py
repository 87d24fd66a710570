"""What is refused and what is not: flawed orders, orders that can no longer be changed, and good ones."""

from ordertck.harness.messages import ACTIONS, Refusal
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.accounts import OrderAccount, Should, Taken, Version
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.intake import is_known_refused
from ordertck.harness.oracle.oms.terms import Flaw


def _settled(book: OrderSystemBook, *flaws: Flaw) -> Judgements:
    """Every version with one of these flaws was refused, or fell out, by the time when all is quiet."""
    for order, version in book.flawed:
        if version.flaw in flaws:
            fell_out = any(raised.record > version.record for raised in order.raised)
            said = f"order {order.number} was taken in: {version.flaw}"
            yield owed(version.taken is Taken.NO or fell_out, said, version.record)


@invariant("oms", "OM-01", at_rest=True)
def an_order_without_a_customer_is_refused(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order that names no customer, or nothing that is bought, is refused."""
    yield from _settled(book, "no customer")


@invariant("oms", "OM-02", at_rest=True)
def an_order_without_a_line_is_refused(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order without any line is refused."""
    yield from _settled(book, "no line")


@invariant("oms", "OM-04", at_rest=True)
def a_line_without_a_product_is_refused(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order with a line that names no product, or says nothing of what is to happen, is refused."""
    yield from _settled(book, "no product", "no action")


@invariant("oms", "AC-09", at_rest=True)
def an_unknown_action_is_refused(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order with a line action that is none of the seven is refused."""
    yield from _settled(book, "no such action")


@invariant("oms", "AC-10", at_rest=True)
def half_a_transfer_is_refused(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order with only one half of the transfer of an asset is refused."""
    yield from _settled(book, "half of a transfer")


@invariant("oms", "AC-11 AC-04", at_rest=True)
def a_change_of_nothing_is_refused(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order that changes an asset that is not there, or not there any more, is refused."""
    yield from _settled(book, "asset that is not there", "asset that is gone")


@invariant("oms", "AC-08", at_rest=True)
def what_is_not_suspended_is_not_resumed(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order that resumes an asset that is not suspended is refused."""
    yield from _settled(book, "resumed asset that is not suspended")


@invariant("oms", "PL-11", at_rest=True)
def an_order_without_a_header_price_list_is_refused(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order without a price list in its header, which some line would need, is refused where that is declared."""
    yield from _settled(book, "no header price list")


@invariant("oms", "PR-11", at_rest=True)
def an_unknown_priority_is_refused(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order with a queue priority that is none of the ten is refused."""
    yield from _settled(book, "no such priority")


@invariant("oms", "FD-07", at_rest=True)
def an_order_for_the_past_is_refused_where_declared(book: OrderSystemBook, _: Rest) -> Judgements:
    """An order whose requested date has passed is refused, where a system declares that."""
    yield from _settled(book, "date that has passed")


@invariant("oms", "PN-04 PN-01 PN-02 PN-05", at_rest=True)
def what_is_past_its_point_of_no_return_stays(book: OrderSystemBook, _: Rest) -> Judgements:
    """A revision or a cancel that touches a line past its point of no return is refused as a whole."""
    yield from _settled(book, "line past its point of no return")


@invariant("oms", "SU-01 TM-01", at_rest=True)
def an_order_that_has_ended_is_not_revised(book: OrderSystemBook, _: Rest) -> Judgements:
    """A revision or a cancel of an order that is complete or cancelled is refused."""
    yield from _settled(book, "order complete", "order cancelled")


def _refused(book: OrderSystemBook, seen: Crossing) -> tuple[OrderAccount, Version | None] | None:
    order = book.orders.get(seen.message.read(Refusal).order)
    if order is None or order.number in book.vain_cancels:
        return None  # a cancel of what was not there yet may be what is refused
    waiting = [version for version in order.versions if version.taken is Taken.OPEN]
    return order, next((v for v in waiting if v.should is not Should.TAKE), waiting[-1] if waiting else None)


@invariant("oms", "OM-03 OM-05 OM-06 OM-07 AC-09 RV-04 TM-04 TM-05 MO-04 FO-08 PN-03 PL-03 PL-04", "refusal")
def a_good_order_is_not_refused(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """An order that names a customer, a price list, and lines about what is sold or there is not refused."""
    if (found := _refused(book, seen)) is not None and found[1] is not None and len(found[0].versions) == 1:
        yield owed(found[1].should is not Should.TAKE, f"order {found[0].number} is refused: {_why(seen)}")


@invariant("oms", "SC-15 SU-01 SU-11 SU-13 PN-02 PN-05 FO-12 MO-06 PL-18 PL-26", "refusal")
def a_good_revision_is_not_refused(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A newer version of an open order that touches no line past its point of no return is not refused."""
    found = _refused(book, seen)
    if found is not None and found[1] is not None and len(found[0].versions) > 1 and not found[1].cancels:
        yield owed(found[1].should is not Should.TAKE, f"a revision of {found[0].number} is refused: {_why(seen)}")


@invariant("oms", "PV-05 PN-03", "refusal")
def a_good_cancel_is_not_refused(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A cancel of an open order, of which no line is past its point of no return, is not refused."""
    if (found := _refused(book, seen)) is not None and found[1] is not None and found[1].cancels:
        yield owed(found[1].should is not Should.TAKE, f"the cancel of {found[0].number} is refused: {_why(seen)}")


def _why(seen: Crossing) -> str:
    return str(seen.message.body.get("reason", "no reason given"))


@invariant("oms", "OM-01 AC-11 PL-11 PN-04", "billing-order", "provisioning-order")
def nothing_is_done_for_what_was_refused(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Nothing is asked of a neighbour for an order that was refused."""
    order = book.orders.get(seen.message.body["order"])
    if order is not None and any(version.taken is Taken.NO for version in order.versions):
        said = f"work is asked for order {order.number}, which was refused"
        yield owed(not is_known_refused(order), said)


@invariant("oms", "AC-11 AS-01", "billing-order", "provisioning-order")
def what_is_still_to_come_is_left_alone(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A line that ends, suspends, resumes or moves what another order is still to bring is not begun before that."""
    order = book.orders.get(seen.message.body["order"])
    if order is None or len(order.versions) > 1 or order.cancelled:
        return
    asked = {line["line"] for line in seen.message.body["lines"]}
    for line in order.versions[0].order.lines:
        if line.id not in asked or line.action in ("Add", "Update") or line.action not in ACTIONS or line.base_line:
            continue
        about = [book.lines[known] for known in book.installed.lines_of(line.asset or "")]
        bringing = [a for a in about if a.order != order.number and any(w.action == "Add" for _, w in book.wanted(a))]
        if bringing and not book.installed.completed(line.asset or ""):
            coming = any(book.is_open(each) and not book.done_by_all(each) for each in bringing)
            yield owed(not coming, f"work is asked for order {order.number}, and {line.asset} is still to come")


@invariant("oms", "OM-01 OM-04 AC-09 AC-11 PL-11 PR-11", "billing-order", "provisioning-order")
def nothing_is_done_for_what_must_be_refused(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Nothing is asked of a neighbour for an order that has to be refused."""
    order = book.orders.get(seen.message.body["order"])
    if order is not None and order.begun is None and order.versions[-1].should is Should.REFUSE:
        flaw = order.versions[-1].flaw
        good = [version for version in order.versions if version.should is not Should.REFUSE]
        yield owed(bool(good), f"work is asked for order {order.number}, which has a flaw: {flaw}")
