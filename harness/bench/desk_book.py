"""The balance of a CRM: what left it is what its users submitted and saved, once, and as it stands at the desk."""

from collections.abc import Iterator, Sequence

from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.parts.desk import Version
from ordertck.harness.bench.stage import Stage
from ordertck.harness.messages import OrderLine, OrderSubmission, SalesOrder, Status, SubmittedLine, Workflow
from ordertck.harness.messages.roles import Trait
from ordertck.harness.oracle import Crossing
from ordertck.harness.oracle.carriage.traffic import Complaint

_ACTIONS = frozenset({"Add", "Move-Add", "Move-Delete", "Delete", "Update", "Suspend", "Resume"})
_UNCHANGED = frozenset({None, "", "-"})
# Records that users make at the desk, so that the kit knows each of them.
_MADE_AT_THE_DESK = frozenset({"account", "work order", "trouble ticket", "sales order"})


def complaint(stage: Stage) -> Complaint | None:
    """What is wrong with what has left the CRM so far; None where nothing is."""
    return None if nobody_can_tell(stage) else next(_complaints(stage), None)


def nobody_can_tell(stage: Stage) -> bool:
    """Whether what a CRM has said is not to be told from what its integration hands on.

    An integration may go by its own ids (FL-08): then the desk knows no line of an order, or no order has named the
    assets at the desk. It may keep back a line of a kind that the documents do not name (OM-05).
    """
    if not _is_carried(stage):
        return False
    given = stage.order_system.given
    entered = {line.id for order in stage.orders.values() for line in order.lines}
    entered |= {line for line, _ in _taken(stage)}
    if any(sent.lines and entered.isdisjoint(line.id for line in sent.lines) for sent in given):
        return True
    handed_on = {line.id for sent in given for line in sent.lines}
    if any(line not in handed_on and _is_of_no_kind(stage, draft) for line, draft in _taken(stage)):
        return True
    named = {line.asset for sent in given for line in sent.lines if line.asset}
    return bool(named) and not named.issuperset(_assets_at_the_desk(stage))


def _taken(stage: Stage) -> Iterator[tuple[str, DraftLine]]:
    for versions in stage.desk.taken.values():
        for version in versions:
            yield from version.lines.items()


def _is_of_no_kind(stage: Stage, draft: DraftLine) -> bool:
    product = stage.directory.catalogue.products.get(draft.product or "")
    return product is not None and product.is_of_no_named_kind


def _assets_at_the_desk(stage: Stage) -> Iterator[str]:
    yield from stage.assets.values()
    for moment in stage.hearing.moments:
        if isinstance(moment, Crossing) and moment.message.body.get("object") in ("assets", "projection"):
            rows = stage.directory.without_service_points(tuple(moment.message.body.get("rows", ())))
            yield from (row["id"] for row in rows if row.get("id"))


def _complaints(stage: Stage) -> Iterator[Complaint]:
    for message in stage.unclaimed("sales-order" if _is_carried(stage) else "order-submission"):
        yield Complaint("no order on the queue but those that users submitted", f"order {message.body.get('order')}")
    for order in stage.orders.values():
        yield from _of_order(stage, order)
        yield from _of_status(stage, order)
    yield from _of_mails(stage)
    yield from _of_records(stage)


# Orders


def _is_carried(stage: Stage) -> bool:
    """Whether the CRM has its integration with it, so that its orders are seen when they come to the order system."""
    return Trait.CARRIAGE.of(stage.claims.roles)


def _queued(stage: Stage, order: Order) -> Sequence[OrderSubmission | SalesOrder]:
    """What has come of an order, message by message."""
    if _is_carried(stage):
        namesakes = (other for other in stage.orders.values() if other.number == order.number)
        if order.kind != "order" and any(other.kind == "order" for other in namesakes):
            return []  # an order may have the number of its quote, and a quote is not queued
        return [sent for sent in stage.order_system.given if sent.order == order.number]
    return [message.read(OrderSubmission) for message in order.submissions]


def _of_order(stage: Stage, order: Order) -> Iterator[Complaint]:
    """Each version whose submission was taken is queued once, and nothing else is."""
    queued = [sent for sent in _queued(stage, order) if sent.approval != "awaited"]
    taken = _to_queue(stage, order, len(queued))
    if len(queued) < len(taken) and not _waits(stage, order, taken):
        yield Complaint(f"order {order.name} on the queue, {_times(len(taken))}", _times(len(queued)))
    if len(queued) > len(taken):
        yield Complaint(
            f"order {order.name} on the queue as often as it was submitted: {_times(len(taken))}", _times(len(queued))
        )
    for place, (version, sent) in enumerate(zip(taken, queued, strict=False)):
        yield from _of_version(stage, order, version, taken[:place], sent)


def _to_queue(stage: Stage, order: Order, queued: int) -> list[Version]:
    """The versions whose submission was taken; where fewer have come, without those that a supervisor has stopped."""
    taken = stage.desk.taken.get(order.name, [])
    return taken if queued >= len(taken) else [each for each in taken if each.ref not in stage.desk.rejected]


def _times(count: int) -> str:
    return ("not at all", "once", "twice")[count] if count < 3 else f"{count} times"


def _waits(stage: Stage, order: Order, taken: Sequence[Version]) -> bool:
    """Whether a version of an order is one for a supervisor who has not approved it."""
    known = stage.directory.catalogue.products
    needing = [
        version
        for version in taken
        if any((product := known.get(line.product or "")) and product.approval for line in version.lines.values())
    ]
    return stage.desk.decided.get(order.name, []).count("approve") < len(needing)


def _of_version(
    stage: Stage, order: Order, version: Version, earlier: list[Version], sent: OrderSubmission | SalesOrder
) -> Iterator[Complaint]:
    """The message says what the version said: whose it is, and each line as it was entered, and no other line."""
    if sent.account != order.account:
        yield Complaint(f"account {order.account} on order {order.name}", str(sent.account or "none"))
    lines = {line.id: line for line in sent.lines}
    before = {line_id for known in earlier for line_id in known.lines}
    for line_id, draft in version.lines.items():
        if line_id not in lines:
            yield Complaint(f"line {draft.number} of order {order.name} on the queue", "it is missing")
        else:
            yield from _of_line(stage, order, draft, lines[line_id])
    for line_id in lines.keys() - version.lines.keys():
        withdrawn = lines[line_id].action == "Delete" and line_id in before
        if not withdrawn and not _at_the_desk(stage, version, line_id):
            what = f"{lines[line_id].action or 'no action'} of {lines[line_id].product or 'no product'}"
            yield Complaint(f"no line of order {order.name} on the queue but those at the desk", f"{what} as well")


def _of_line(stage: Stage, order: Order, draft: DraftLine, sent: SubmittedLine | OrderLine) -> Iterator[Complaint]:
    about = f"line {draft.number} of order {order.name}"
    if draft.action in _ACTIONS and sent.action != draft.action:
        yield Complaint(f"{draft.action} on {about}", sent.action or "no action")
    if sent.action not in _ACTIONS | _UNCHANGED:
        yield Complaint(f"an action that there is on {about}", sent.action or "none")
    if draft.product and sent.product != draft.product:
        yield Complaint(f"{draft.product} on {about}", sent.product or "no product")
    asset = stage.assets.get(draft.asset or "")
    if asset and draft.action not in ("Add", None) and sent.asset != asset:
        yield Complaint(f"the asset {draft.asset} ({asset}) on {about}", sent.asset or "none")


def _at_the_desk(stage: Stage, version: Version, line_id: str) -> bool:
    """Whether a user saw a line at submission, or sees it now, though nobody entered it: part of a bundle, say."""
    return line_id in version.shown or line_id in [row.get("id") for row in stage.desk.look("order", version.ref).rows]


def _of_status(stage: Stage, order: Order) -> Iterator[Complaint]:
    """No order is shown complete of which nobody has told that."""
    if order.name in stage.desk.submits and order.kind == "order" and not _is_told_complete(stage, order):
        versions = stage.desk.taken.get(order.name) or [Version(stage.desk.ref(order), {})]
        seen = [stage.desk.look("order", version.ref) for version in versions[-2:]]
        if Status.COMPLETE in [shown.fields.get("status") for shown in seen]:
            yield Complaint(f"order {order.name} not shown complete, since nobody has told that", Status.COMPLETE)


def _is_told_complete(stage: Stage, order: Order) -> bool:
    told = stage.back_offices.told
    reported = any((call.object, call.record) == ("sales order", order.number) for call in told)
    return reported or order.number in stage.order_system.filled


# Mails


def _of_mails(stage: Stage) -> Iterator[Complaint]:
    """A mail about an order goes to the customer whose order it is, and not to who pays for it."""
    addresses = {stage.directory.account(known["role"]): known["role"] for known in stage.directory.catalogue.accounts}
    for mail in stage.check_services.mails:
        order = stage.directory.order_by_number(mail.order)
        if order is not None and order.account in addresses:
            owed = stage.directory.email(addresses[order.account])
            if mail.to and mail.to != owed:
                yield Complaint(f"the mail about order {order.name} to {owed or 'nobody'}", mail.to)


# Records


def _of_records(stage: Stage) -> Iterator[Complaint]:
    """What is sent to a back office is what was saved, under the id that it was saved under."""
    accounts = set(stage.directory.accounts)
    for call in stage.back_offices.sent:
        known = stage.records.standing((call.object, call.record))
        if known is False:
            yield Complaint(f"no {call.object} at a back office that nobody saved", f"{call.record} at {call.system}")
        elif known is None and call.object in _MADE_AT_THE_DESK and accounts & {call.account, *_account_in(call)}:
            yield Complaint(f"no {call.object} at a back office that nobody entered", f"{call.record} at {call.system}")


def _account_in(call: Workflow) -> tuple[str, ...]:
    return tuple(call.fields[name] for name in ("account",) if name in call.fields)
