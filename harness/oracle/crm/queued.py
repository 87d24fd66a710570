"""Invariants of the submission queue: what users submitted is there, once, as they entered it."""

from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.messages import Message
from ordertck.harness.oracle.crm.book import ACTIONS, DeskBook, Order
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.reading import instant_in, universal

_BLANK = frozenset({None, "", "-"})


def _known(book: DeskBook, moment: Crossing) -> Order | None:
    return book.numbers.get(moment.message.body["order"])


@invariant("crm", "FL-02 FL-04 RV-04 SC-11 FO-10 PV-01", "order-submission")
def only_what_was_submitted_is_queued(book: DeskBook, moment: Crossing) -> Judgements:
    """An order is queued after a user has submitted it, and as often as that."""
    order = _known(book, moment)
    if order is None or moment.message.body.get("approval") == "awaited":
        return
    times = len(order.queued) + 1
    said = f"order {order.number} is queued {times} times, and was submitted {len(order.submits)} times"
    yield owed(times <= len(order.submits), said, *order.queued, *order.submits)


@invariant("crm", "FL-04 FL-05 FD-03 PR-09 SC-18", at_rest=True)
def each_submit_is_queued_once(book: DeskBook, moment: Rest) -> Judgements:  # noqa: ARG001
    """Every submit that the desk took is on the queue, unless the order is one for a supervisor."""
    for order in set(map(id, book.orders.values())):
        known = next(each for each in book.orders.values() if id(each) == order)
        if known.number and known.taken and known.plain and not (_needs_approval(book, known) or book.killed):
            said = f"order {known.number} was taken {len(known.taken)} times, and is queued {len(known.queued)} times"
            yield owed(len(known.queued) >= len(known.taken), said, *known.taken)


def _needs_approval(book: DeskBook, order: Order) -> bool:
    sold = (book.catalogue.products.get(line.said.get("product", "")) for line in order.lines.values())
    return any(product is None or product.approval for product in sold)


@invariant("crm", "OM-02 OM-01 SC-18", "order-submission")
def an_order_is_queued_for_its_customer(book: DeskBook, moment: Crossing) -> Judgements:
    """The message names the customer for whom the order was entered."""
    order = _known(book, moment)
    if order is not None and order.account:
        said = moment.message.body.get("account")
        yield owed(said == order.account, f"order {order.number} of {order.account} queued for {said}", order.record)


@invariant("crm", "FL-04 OM-02 OM-05 OM-06 OM-07 SU-13 SC-04", "order-submission")
def every_line_is_queued_as_it_was_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """The message has every line of the version that is submitted, of the product that was entered."""
    order = _known(book, moment)
    if order is None or not order.plain:
        return
    queued = {line["id"]: line for line in moment.message.body.get("lines", ())}
    for line in order.lines.values():
        if line.id:
            sent = queued.get(line.id)
            said = f"line {line.said.get('number')} of order {order.number} is not queued"
            yield owed(sent is not None, said, order.record)
            if sent is not None and line.said.get("product"):
                said = f"{line.said['product']} in line {sent['number']} of order {order.number}: {sent.get('product')}"
                yield owed(sent.get("product") == line.said["product"], said, order.record)


@invariant("crm", "AC-05 AC-09 OM-04 PL-29 PL-30 PL-32 PL-34 SU-13", "order-submission")
def actions_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A line has the action that was entered, one of the seven; without one it is unchanged, or overridden."""
    order = _known(book, moment)
    entered = {line.id: line for line in order.lines.values()} if order is not None and order.plain else {}
    for sent in moment.message.body.get("lines", ()):
        action = sent.get("action")
        yield owed(action in ACTIONS or action in _BLANK, f"the action '{action}' in line {sent['number']}")
        line = entered.get(sent["id"])
        if line is not None and line.said.get("action") in ACTIONS:
            said = f"{line.said['action']} was entered in line {sent['number']}, {action} is queued"
            yield owed(action == line.said["action"], said)
        elif line is not None and line.said.get("asset") and not line.said.get("action"):
            wanted = "Update, since its price was overridden" if line.overridden else "no action"
            fits = action == "Update" if line.overridden else action in _BLANK
            yield owed(fits, f"{wanted} in line {sent['number']}; queued: {action}")


@invariant("crm", "SC-04 SU-13 AC-06", "order-submission")
def attributes_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """What was entered of a product's attributes last is what is queued."""
    order = _known(book, moment)
    if order is None or not order.plain:
        return
    queued = {line["id"]: line.get("attributes", {}) for line in moment.message.body.get("lines", ())}
    for line in order.lines.values():
        for name, value in line.attributes.items() if line.id in queued else ():
            if name in book.filled_in.get(line.id, {}):
                continue  # what was told of it since belongs to the line
            seen = queued[line.id].get(name)
            said = f"{name} {value} in line {line.said.get('number')} of order {order.number}; queued: {seen}"
            yield owed(seen == value, said, order.record)


@invariant("crm", "PL-13 PL-14 PL-15 PL-17 PL-25 PL-36", "order-submission")
def components_have_their_products_list(book: DeskBook, moment: Crossing) -> Judgements:
    """A component is queued with the price list of the product that it is part of."""
    lines: Mapping[str, Any] = {line["id"]: line for line in moment.message.body.get("lines", ())}
    for line in lines.values():
        parent = lines.get(line.get("parent") or "")
        product = book.catalogue.products.get((parent or {}).get("product") or "")
        if parent is not None and product is not None and product.customizable:
            mine, above = line.get("price_list") or "", parent.get("price_list") or ""
            fits = {above} if above else {"", moment.message.body.get("price_list") or ""}
            yield owed(mine in fits, f"line {line['number']} on '{mine}', its product on '{above}'")


@invariant("crm", "PL-04 PL-18 PL-31 PL-37", "order-submission")
def line_lists_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A line that is no component is queued with the price list that was entered for it last."""
    order = _known(book, moment)
    if order is None or not order.plain:
        return
    queued = {line["id"]: line for line in moment.message.body.get("lines", ())}
    for line in order.lines.values():
        sent = queued.get(line.id)
        if sent is not None and not sent.get("parent") and line.said.get("price_list"):
            seen, wanted = sent.get("price_list"), line.said["price_list"]
            said = f"line {sent['number']} of order {order.number} on {wanted}; queued: {seen}"
            yield owed(seen == wanted, said, order.record)


@invariant("crm", "PR-10 PR-01 PR-12", "order-submission")
def priorities_are_queued_by_the_table(book: DeskBook, moment: Crossing) -> Judgements:
    """The queue's priority is the one that the table has for the name, and the name the one that was chosen."""
    message = moment.message
    name = message.body.get("priority")
    table = {**book.catalogue.extended_priorities, **book.catalogue.priorities}
    if name in table and message.body.get("approval") != "awaited":
        said = f"{name} at queue priority {message.priority}, which is {table[name]} in the table"
        yield owed(message.priority == table[name], said)
    order = _known(book, moment)
    if order is not None and order.plain and order.said.get("priority") in table:
        yield owed(
            name == order.said["priority"], f"{order.said['priority']} was chosen, {name} is queued", order.record
        )


@invariant("crm", "FD-02 FD-01 DD-01 TM-05", "order-submission")
def due_dates_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """The due date of the message is the instant that was entered."""
    order = _known(book, moment)
    if order is None or not order.plain or not order.said.get("due_date"):
        return
    wanted = instant_in(order.said["due_date"])
    if wanted is None or book.claims.switches.get("date_precision") == "day":
        return
    queued = instant_in(moment.message.body.get("due_date") or "")
    same = queued is not None and universal(queued) == universal(wanted)
    yield owed(same, f"due date {wanted.isoformat()}; queued: {moment.message.body.get('due_date')}")


@invariant("crm", "PL-03 PL-11", "order-submission")
def the_header_list_is_the_one_that_was_chosen(book: DeskBook, moment: Crossing) -> Judgements:
    """A price list that was chosen for the order stands in the header of its message."""
    order = _known(book, moment)
    if order is not None and order.plain and order.said.get("price_list"):
        seen = moment.message.body.get("price_list")
        yield owed(seen == order.said["price_list"], f"{order.said['price_list']} was chosen, {seen} is queued")


@invariant("crm", "RV-02 RV-03 SU-01 SU-13 TM-02", "order-submission")
def each_version_has_a_number_of_its_own(book: DeskBook, moment: Crossing) -> Judgements:
    """A later version of an order has a higher revision number than every one that was queued before."""
    order = _known(book, moment)
    if order is not None and order.revisions and moment.message.body.get("approval") != "awaited":
        mine = moment.message.body.get("revision", 1)
        said = f"revision {mine} of order {order.number} queued after {max(order.revisions)}"
        yield owed(mine > max(order.revisions), said, *order.queued)


_NOBODYS = ("billing-order", "provisioning-order", "network-order", "sales-order")


@invariant("crm", "PV-01", *_NOBODYS)
def a_crm_speaks_to_the_queue_only(book: DeskBook, moment: Crossing) -> Iterator[Wrong | None]:  # noqa: ARG001
    """What customers order leaves the CRM by the submission queue, and by no other way."""
    message: Message = moment.message
    if not moment.told:
        yield owed(False, f"a {message.kind} from the CRM")
