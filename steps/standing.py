"""Standing: what has become of an order, or of one of its lines."""

from collections.abc import Callable

from pytest_bdd import step, then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Status
from ordertck.steps.held_work import told
from ordertck.steps.words import Part, Table, line_meant, listed, order_named, rows, words

_NOT_OPEN = (Status.UNKNOWN, Status.DRAFT, Status.COMPLETE, Status.REFUSED, Status.CANCELLED)


@step(words("{part:Part} is {standing:Standing}"))
def stands(stage: Stage, part: Part, standing: str) -> None:
    order, line = order_named(stage, part[0]), part[1]
    if line:
        _OF_A_LINE[standing](stage, order, line_meant(stage, order, line))
    else:
        _OF_AN_ORDER[standing](stage, order)


def complete(stage: Stage, order: Order) -> None:
    """Require that an order comes to be complete."""
    stage.fulfilment.require_complete(order)


def _not_complete(stage: Stage, order: Order) -> None:
    stage.never(
        lambda: order.status == Status.COMPLETE, f"order {order.name} not complete", "the CRM was told: COMPLETE"
    )
    if (status := stage.fulfilment.status_of(order)) == Status.COMPLETE:
        raise Breach(f"order {order.name} not complete", f"the order system says {status}")


def _open(stage: Stage, order: Order) -> None:
    stage.settled()
    if (status := stage.fulfilment.status_of(order)) in _NOT_OPEN:
        raise Breach(f"order {order.name} open", status)


def _not_open(stage: Stage, order: Order) -> None:
    stage.settled()
    if (status := stage.fulfilment.status_of(order)) not in _NOT_OPEN:
        raise Breach(f"order {order.name} not open", status)


def _cancelled(stage: Stage, order: Order) -> None:
    if not stage.fulfilment.comes_to(order, Status.CANCELLED):
        raise Breach(f"order {order.name} CANCELLED", order.status or "no update")


def _not_cancelled_yet(stage: Stage, order: Order) -> None:
    stage.settled()
    if Status.CANCELLED in (*order.statuses, status := stage.fulfilment.status_of(order)):
        raise Breach(f"order {order.name} not CANCELLED yet", status)


def _refused_or_fallen_out(stage: Stage, order: Order) -> None:
    stage.eventually(
        lambda: order.stuck,
        f"a refusal or fallout of order {order.name}",
        lambda: f"status {order.status}" if order.status else "neither",
    )
    stage.never(lambda: order.status == Status.COMPLETE, f"order {order.name} not complete", "it was reported COMPLETE")


def _left_alone_or_faulted(stage: Stage, order: Order) -> None:
    """Refused or fallen out; or waiting for what is still to come, so that no neighbour is asked for anything of it."""
    stage.settled()
    if not order.stuck:
        stage.never(lambda: told(stage, order) > 0, f"{order.name} not begun, or refused", "work is begun")
    _not_complete(stage, order)


def _free_of_faults(stage: Stage, order: Order) -> None:
    stage.never(lambda: order.stuck, f"no refusal or fallout of order {order.name}", "one of them")


_OF_AN_ORDER: dict[str, Callable[[Stage, Order], None]] = {
    "complete": complete,
    "not complete": _not_complete,
    "open": _open,
    "not open": _not_open,
    "cancelled": _cancelled,
    "not cancelled yet": _not_cancelled_yet,
    "refused or fallen out": _refused_or_fallen_out,
    "refused, fallen out or not begun": _left_alone_or_faulted,
    "free of refusals and fallouts": _free_of_faults,
}


def _shown(stage: Stage, order: Order, line: str) -> str:
    """What the order system shows of a line when it is asked."""
    stage.fulfilment.status_of(order)
    return order.line_status.get(line, "nothing of it")


def _line_complete(stage: Stage, order: Order, line: str) -> None:
    stage.comes(lambda: order.line_status.get(line) == Status.COMPLETE)
    if (shown := _shown(stage, order, line)) != Status.COMPLETE:
        raise Breach(f"line {line} COMPLETE", shown)


def _line_not_complete(stage: Stage, order: Order, line: str) -> None:
    stage.settled()
    if (shown := _shown(stage, order, line)) == Status.COMPLETE:
        raise Breach(f"line {line} not COMPLETE", shown)
    stage.never(lambda: order.line_status.get(line) == Status.COMPLETE, f"line {line} not COMPLETE", "it is")


def _only_line_complete(stage: Stage, order: Order, line: str) -> None:
    def complete_lines() -> list[str]:
        return [other.number for other in order.lines if order.line_status.get(other.number) == Status.COMPLETE]

    stage.comes(lambda: complete_lines() == [line])
    stage.settled()
    stage.fulfilment.status_of(order)
    if complete_lines() != [line]:
        raise Breach(f"line {line} COMPLETE, and no other", f"COMPLETE: {listed(complete_lines())}")


def _line_complete_or_fallen_out(stage: Stage, order: Order, line: str) -> None:
    line_id = order.line(line).id

    def ended() -> bool:
        faulted = line_id in {r.line for r in order.refusals} | {f.line for f in order.fallouts}
        return faulted or order.line_status.get(line) == Status.COMPLETE

    stage.eventually(ended, f"line {line} complete or faulted", lambda: order.line_status.get(line, "neither"))


_OF_A_LINE: dict[str, Callable[[Stage, Order, str], None]] = {
    "complete": _line_complete,
    "not complete": _line_not_complete,
    "the only complete line": _only_line_complete,
    "complete or fallen out": _line_complete_or_fallen_out,
}


@then(words("the order system shows the lines of {order:Order}"))
def shows_the_lines(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.fulfilment.comes_to(about, Status.COMPLETE)
    stage.fulfilment.status_of(about)
    for row in rows(datatable):
        seen = about.line_status.get(row["line"], "nothing of it")
        if seen != row["status"]:
            raise Breach(f"line {row['line']}: {row['status']}", seen)


@then(words("what the CRM was told of {order:Order} is what the order system shows"))
def told_is_shown(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    told, lines = about.status, dict(about.line_status)
    shown = stage.fulfilment.status_of(about)
    wrong = [f"line {n}: {lines[n]} and {about.line_status[n]}" for n in lines if about.line_status[n] != lines[n]]
    if told not in (None, shown) or wrong:
        raise Breach("one and the same status", listed(wrong) if wrong else f"{told} and {shown}")


@then(words("the revision of {order:Order} is refused"))
def revision_is_refused(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: about.objections > about.objections_before,
        f"a refusal of the revision of {about.name}",
        lambda: "none",
    )
