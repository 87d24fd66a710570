"""The submission queue behind a CRM under test: what it puts there, and what comes back of it."""

from pytest_bdd import given, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import LineUpdate, OrderHeader, OrderSubmission, SubmittedLine
from ordertck.steps.values import same
from ordertck.steps.words import Table, listed, order_named, order_system_words, queue_words, rows


@then(queue_words("{order:Order} is queued once"))
def is_queued_once(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    _require_queued(stage, about)
    stage.never(lambda: len(about.submissions) > 1, "one message on the queue", "more than one")


@then(queue_words("{order:Order} is queued {count:Number} times"))
def is_queued_times(stage: Stage, order: str, count: int) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: len(about.submissions) >= count,
        f"{count} messages of {about.name}",
        lambda: str(len(about.submissions)),
    )
    stage.never(lambda: len(about.submissions) > count, f"{count} messages of {about.name}", "more")


@then(queue_words("the queue holds the base order of {order:Order}, which is {base:Order}"))
def queue_holds_base(stage: Stage, order: str, base: str) -> None:
    about = order_named(stage, order)
    _require_queued(stage, about)
    seen, owed = about.submissions[-1].read(OrderHeader).base_order, order_named(stage, base).number
    if seen != owed:
        raise Breach(f"base order {owed}", str(seen or "none"))


@then(queue_words("nothing is queued for {order:Order}"))
def nothing_is_queued(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: bool(about.submissions), f"nothing on the queue for {about.name}", "a message")


# The columns of what is told of a line that are no attribute of its product.
_TOLD_OF_A_LINE = frozenset({"line", "status", "milestone"})


def _require_queued(stage: Stage, order: Order) -> None:
    """Wait for every version that the desk took, for one at least."""
    owed = max(1, len(stage.desk.taken.get(order.name, ())))
    stage.eventually(
        lambda: len(order.submissions) >= owed,
        f"order {order.name} on the submission queue" + (f", {owed} versions of it" if owed > 1 else ""),
        lambda: listed(refusal.reason for refusal in order.refusals),
    )


@then(queue_words("the queue holds the lines of {order:Order}"))
def queue_holds_lines(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    _require_queued(stage, about)
    for row in rows(datatable):
        sent = stage.desk.queued_lines(about, row["line"], latest=True)
        if not sent:
            raise Breach(f"line {row['line']} on the queue", "nothing of it")
        for column, value in row.items():
            seen = row["line"] if column == "line" else queued(stage, sent[0], column)
            if not same(stage, column, seen, value):
                raise Breach(f"{column} of line {row['line']} on the queue: {value or 'blank'}", seen or "blank")


def queued(stage: Stage, line: SubmittedLine, column: str) -> str:
    """What the queue's message says in a column of the features' order tables."""
    if column == "component of":
        known = stage.directory.line_by_id(line.parent or "")
        return known[1].number if known else line.parent or ""
    if column == "depends on":
        known = stage.directory.line_by_id(line.base_line or "")
        return f"line {known[1].number} of {known[0].name}" if known else line.base_line or ""
    if column == "asset":
        return next((name for name, own in stage.assets.items() if own == line.asset), line.asset or "")
    if column == "service point":
        named = {stage.directory.service_point(a["role"]): a["role"] for a in stage.directory.catalogue.accounts}
        return named.get(line.service_point or "", line.service_point or "")
    name = "override" if column == "price override" else column.replace(" ", "_")
    value = getattr(line, name) if hasattr(line, name) else line.attributes.get(column)
    return value or ""


@then(queue_words("the queue holds the header of {order:Order}"))
def queue_holds_header(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    _require_queued(stage, about)
    sent = {**about.submissions[-1].body, "queue_priority": about.submissions[-1].priority}
    for column, value in rows(datatable)[0].items():
        seen = sent.get(column.replace(" ", "_"))
        owed = stage.directory.account(value) if column in ("account", "payer") and value else value
        if not same(stage, column, str(seen if seen is not None else ""), owed):
            raise Breach(f"{column} on the queue: {value or 'blank'}", str(seen or "blank"))


@then(queue_words("line {line} of {order:Order} is not queued"))
def line_is_not_queued(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: bool(stage.desk.queued_lines(about, line)), f"line {line} not on the queue", "it is there")


@then(queue_words("line {line} of {order:Order} is not queued {said:Said}"))
def line_is_not_queued_so(stage: Stage, line: str, order: str, said: tuple[str, str]) -> None:
    about, (field, value) = order_named(stage, order), said
    stage.never(
        lambda: any(queued(stage, sent, field) == value for sent in stage.desk.queued_lines(about, line)),
        f"line {line} not on the queue with {field} {value or 'blank'}",
        "it is",
    )


@then(queue_words("no line of {order:Order} is queued with any action"))
def no_action_queued(stage: Stage, order: str) -> None:
    about = order_named(stage, order)

    def acted() -> list[str | None]:
        lines = (line for sent in about.submissions for line in sent.read(OrderSubmission).lines)
        return [line.action for line in lines if line.action not in (None, "", "-")]

    stage.never(lambda: bool(acted()), f"no action of order {about.name} on the queue", "one")


@then(queue_words("the queue leaves the priority of {order:Order} open, or says the declared default"))
def priority_is_open(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    _require_queued(stage, about)
    seen, declared = about.submissions[-1].priority, stage.claims.switches["default_priority"]
    if seen is not None and str(seen) != declared:
        raise Breach(f"no queue priority, or {declared}", str(seen))


@then(queue_words('no order is queued with the priority "{priority:Name}"'))
def none_with_priority(stage: Stage, priority: str) -> None:
    orders = stage.orders.values()
    stage.never(
        lambda: any(sent.read(OrderHeader).priority == priority for order in orders for sent in order.submissions),
        f"no order of priority {priority}",
        "one",
    )


@given(order_system_words("the order system has reported of {order:Order}"))
@when(order_system_words("the order system reports of {order:Order}"))
def reports_of(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    received = stage.order_system
    stage.settled()  # a revision that is on its way is told of, and not the version before it
    stage.eventually(lambda: bool(received.versions(about.number)), f"order {about.name} queued", lambda: "nothing")
    told = {}
    for row in rows(datatable):
        about.line_status[row["line"]] = row["status"]
        values = {name: value for name, value in row.items() if name not in _TOLD_OF_A_LINE and value}
        told[row["line"]] = LineUpdate(
            line="", status=row["status"], milestone=row.get("milestone") or None, attributes=values
        )
    filled = all(about.line_status.get(line.number) == "COMPLETE" for line in about.lines)
    received.report(about.number, "COMPLETE" if filled else "IN PROGRESS", told)
    stage.settled()
