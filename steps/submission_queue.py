"""The submission queue behind a CRM under test: what it puts there, and what comes back of it."""

from pytest_bdd import step, then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach, Misfit
from ordertck.harness.messages import LineUpdate, OrderSubmission, Status, SubmittedLine
from ordertck.steps.spellings import ANY
from ordertck.steps.values import same
from ordertck.steps.words import Said, Table, listed, order_named, order_system_words, queue_words, rows


@then(queue_words("{order:Order} is {count:Queued}"))
def is_queued(stage: Stage, order: str, count: int) -> None:
    about = order_named(stage, order)
    if count:
        if count == 1:
            _require_queued(stage, about)
        stage.eventually(
            lambda: len(about.submissions) >= count,
            f"{count} messages of {about.name}",
            lambda: str(len(about.submissions)),
        )
    stage.never(lambda: len(about.submissions) > count, f"{count} messages of {about.name}", "more")


@then(queue_words("line {line} of {order:Order} is not queued{said:PerhapsSaid}"))
def line_is_not_queued(stage: Stage, line: str, order: str, said: Said) -> None:
    about, (field, value) = order_named(stage, order), said

    def is_there() -> bool:
        sent = stage.desk.queued_lines(about, line)
        return any(not field or _says(stage, each, field, value) for each in sent)

    what = f" with {field} {value or 'blank'}" if field else ""
    stage.never(is_there, f"line {line} not on the queue{what}", "it is")


def _says(stage: Stage, line: SubmittedLine, field: str, value: str) -> bool:
    seen = queued(stage, line, field)
    return seen not in ("", "-") if value == ANY else seen == value


@then(queue_words("{order:Order} is not queued {said:Said}"))
def is_not_queued_so(stage: Stage, order: str, said: Said) -> None:
    about, (field, value) = order_named(stage, order), said
    stage.never(
        lambda: any(sent.body.get(field.replace(" ", "_")) == value for sent in about.submissions),
        f"order {about.name} not queued with {field} {value}",
        "it is",
    )


@then(queue_words("the latest version of {order:Order} leaves out line {line}{said:PerhapsSaid}{unless:Unless}"))
def latest_leaves_out(stage: Stage, order: str, line: str, said: Said, unless: str) -> None:
    about, (field, value) = order_named(stage, order), said
    stage.settled()
    if unless and order_named(stage, unless).refusals:
        return  # where the other order was refused nothing came in between
    if not about.submissions:
        raise Breach(f"{about.name} on the queue", "nothing")
    sent = stage.desk.queued_lines(about, line, latest=True)
    others = about.submissions[-1].read(OrderSubmission).lines
    if field and (len(about.submissions) < 2 or not sent):
        raise Breach(f"a revision of {about.name} on the queue", f"{len(about.submissions)} messages")
    if not others or any(not field or _says(stage, each, field, value) for each in sent):
        raise Breach(f"line {line} left out{f' with {field} {value}' if field else ''}", "it is there, or nothing is")


# The columns of what is told of a line, or in the first row of its order, that are no attribute of its product.
_TOLD_OF_A_LINE = frozenset({"line", "status", "milestone", "order status"})


def _require_queued(stage: Stage, order: Order) -> None:
    """Wait for every version that the desk took, for one at least."""
    owed = max(1, len(stage.desk.taken.get(order.name, ())))
    stage.eventually(
        lambda: len(order.submissions) >= owed,
        f"order {order.name} on the submission queue" + (f", {owed} versions of it" if owed > 1 else ""),
        lambda: listed(refusal.reason for refusal in order.refusals),
    )


@then(queue_words("the queue holds the {part:QueuedPart} of {order:Order}"))
def queue_holds(stage: Stage, part: str, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    _require_queued(stage, about)
    if part == "lines":
        for row in rows(datatable):
            _require_line(stage, about, row)
    else:
        _require_header(stage, about, rows(datatable)[0])


def _require_line(stage: Stage, order: Order, row: dict[str, str]) -> None:
    sent = stage.desk.queued_lines(order, row["line"], latest=True)
    if not sent:
        raise Breach(f"line {row['line']} on the queue", "nothing of it")
    for column, value in row.items():
        seen = row["line"] if column == "line" else queued(stage, sent[0], column)
        if not same(stage, column, seen, value):
            raise Breach(f"{column} of line {row['line']} on the queue: {value or 'blank'}", seen or "blank")


def _require_header(stage: Stage, order: Order, row: dict[str, str]) -> None:
    sent = {**order.submissions[-1].body, "queue_priority": order.submissions[-1].priority}
    for column, value in row.items():
        seen = sent.get(column.replace(" ", "_"))
        owed = value
        if column in ("account", "payer") and value:
            owed = stage.directory.account(value)
        elif column == "base order" and value:
            owed = order_named(stage, value).number
        if not same(stage, column, str(seen if seen is not None else ""), owed):
            raise Breach(f"{column} on the queue: {value or 'blank'}", str(seen or "blank"))


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


@then(queue_words("the queue holds {order:Order} without a priority or with the declared default"))
def priority_is_open(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    _require_queued(stage, about)
    seen, declared = about.submissions[-1].priority, stage.claims.switches["default_priority"]
    if seen is not None and str(seen) != declared:
        raise Breach(f"no queue priority, or {declared}", str(seen))


@step(order_system_words("the order system reports of {order:Order}"))
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
    filled = all(
        about.line_status.get(line) == Status.COMPLETE for line in received.lines_of(about.number, latest=True)
    )
    received.report(about.number, _order_status(datatable) or (Status.COMPLETE if filled else Status.IN_PROGRESS), told)
    stage.settled()


def _order_status(datatable: Table) -> str | None:
    """The status of the order in one report, which has no other; None where the table says none."""
    said = {row["order status"] for row in rows(datatable) if row.get("order status")}
    if len(said) > 1:
        raise Misfit(f"one report says one status of the order, and not {' and '.join(sorted(said))}")
    return next(iter(said), None)
