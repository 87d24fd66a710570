"""What the order system tells of orders: progress, ends, troubles, values; and what time and breakdowns do."""

from datetime import datetime

from ordertck.harness.bench.orders import Order
from ordertck.harness.explore.acts import MOMENTS, QUIET, Drawn, Scene, act, done, when
from ordertck.harness.explore.crm.at_the_desk import ENDED, at_order_system, last_told, open_there, submitted
from ordertck.harness.explore.crm.entering import FILLED_IN, SERIALS
from ordertck.harness.messages import NETWORK_MILESTONES

# A user may be answered before what was done is kept.
_MOMENTS = (*MOMENTS, " after every answer", " before the next message")


def _one(scene: Scene, orders: list[Order]) -> Order | None:
    orders = [] if "order-tracking" in scene.claims.leaves_out else orders
    return scene.stage.orders[scene.one_of([order.name for order in orders])] if orders else None


def _lines(scene: Scene, order: Order) -> list[str]:
    """The numbers of an order's lines as the order system knows them."""
    sent = scene.stage.order_system.versions(order.number)
    known = {line.id for line in sent[-1].order.lines} if sent else set()
    return [line.number for line in order.lines if line.id in known]


def _some(scene: Scene, order: Order, lines: list[str]) -> list[str]:
    """Some lines of an order, which the order system tells of one after the other, rather what was touched just now."""
    near = [line for line in lines if (order.name, line) in scene.touched]
    if near and not scene.one_in(3):
        return near[:3]
    return scene.dice.sample(lines, min(len(lines), scene.dice.choice((1, 2, 3))))


def _milestone(scene: Scene, order: Order, line: str) -> str:
    product = scene.stage.directory.catalogue.products.get(order.line(line).product or "")
    if product is not None and product.ponr and not scene.one_in(4):
        return product.ponr
    return scene.dice.choice(NETWORK_MILESTONES)


def _value(scene: Scene, order: Order, line: str) -> tuple[str, str]:
    return scene.dice.choice(FILLED_IN.get(order.line(line).product or "", SERIALS))


@act("crm", 30)
def lines_get_on(scene: Scene) -> Drawn:
    """The order system reports how some lines stand."""
    order = _one(scene, open_there(scene))
    if order is None or not (lines := _lines(scene, order)):
        return None
    told = [line for line in lines if scene.one_in(2)] or lines[:1]
    columns, rows = ["line", "status", "milestone"], []
    often = 2 if "filled-in-data" in scene.focus else 4
    filled = {line: _value(scene, order, line) for line in told if scene.one_in(often)}
    names = sorted({name for name, _ in filled.values()})
    found = {"filled-in-data"} if filled else set()
    for line in told:
        complete = scene.one_in(2)
        fails = not complete and scene.keen("failures", 60)
        found |= {"failures"} if fails else set()
        milestone = "" if complete or scene.one_in(2) else _milestone(scene, order, line)
        found |= {"points-of-no-return"} if milestone else set()
        value = dict([filled[line]]) if line in filled else {}
        half = "PROVISIONED" if scene.one_in(3) else "IN PROGRESS"  # what is set up need not be charged yet
        status = "COMPLETE" if complete else "FAILED" if fails else half
        rows.append([line, status, milestone, *(value.get(name, "") for name in names)])
    sentence = when(f'the order system reports of order "{order.name}"', [[*columns, *names], *rows])
    return done("lines-get-on", [sentence], " ".join(sorted(found)), {order.name})


@act("crm", 22)
def order_is_complete(scene: Scene) -> Drawn:
    """The order system reports that an order is complete."""
    order = _one(scene, open_there(scene))
    if order is None:
        return None
    sentence = when(f'the order system reports the status "COMPLETE" of order "{order.name}"')
    return done("order-is-complete", [sentence], "", {order.name})


@act("crm", 16, "points-of-no-return")
def point_of_no_return(scene: Scene) -> Drawn:
    """The order system reports a milestone of a line."""
    order = _one(scene, open_there(scene))
    if order is None or not (lines := _lines(scene, order)):
        return None
    steps = [
        when(
            f'the order system reports the milestone "{_milestone(scene, order, line)}"'
            f' of line {line} of order "{order.name}"'
        )
        for line in _some(scene, order, lines)
    ]
    return done("point-of-no-return", steps, "points-of-no-return", {order.name})


@act("crm", 14, "filled-in-data")
def value_is_filled_in(scene: Scene) -> Drawn:
    """The order system reports a value that fulfilment has filled in."""
    order = _one(scene, open_there(scene))
    if order is None or not (lines := _lines(scene, order)):
        return None
    told = [(line, *_value(scene, order, line)) for line in _some(scene, order, lines)]
    steps = [
        when(f'the order system reports the value "{value}" of "{name}" of line {line} of order "{order.name}"')
        for line, name, value in told
    ]
    return done("value-is-filled-in", steps, "filled-in-data", {order.name})


@act("crm", 5, "failures")
def order_is_refused(scene: Scene) -> Drawn:
    """The order system refuses an order, or its latest version."""
    order = _one(scene, open_there(scene))
    if order is None:
        return None
    sentence = when(f'the order system reports a refusal of order "{order.name}"')
    return done("order-is-refused", [sentence], "failures", {order.name})


@act("crm", 9, "failures")
def line_falls_out(scene: Scene) -> Drawn:
    """The order system reports that a line got stuck."""
    order = _one(scene, open_there(scene))
    if order is None or not (lines := _lines(scene, order)):
        return None
    moved = [line for line in lines if (order.line(line).action or "").startswith("Move")]
    stuck = [scene.dice.choice(moved)] if moved and not scene.one_in(3) else _some(scene, order, lines)
    steps = [when(f'the order system reports a fallout of line {line} of order "{order.name}"') for line in stuck]
    return done("line-falls-out", steps, "failures", {order.name})


def stuck_lines(scene: Scene, over: bool = False) -> list[tuple[str, str]]:
    """The lines of which the order system has told that they got stuck: by the name of their order and their number.

    They are those of open orders, or of those that are ``over``: their end is told late.
    """
    orders = (
        [order for order in at_order_system(scene) if last_told(scene, order) in ENDED] if over else open_there(scene)
    )
    return [(order.name, line) for order in orders for line in scene.stage.order_system.stuck(order.number)]


@act("crm", 18, "failures")
def line_is_mended(scene: Scene) -> Drawn:
    """The order system reports that a line that was stuck is free again."""
    free = stuck_lines(scene)
    late = stuck_lines(scene, over=True) if not free or scene.one_in(3) else []
    free = late or free
    if not free or "order-tracking" in scene.claims.leaves_out:
        return None
    name, line = scene.dice.choice(free)
    sentence = f'the order system reports the end of the fallout of line {line} of order "{name}"'
    return done("line-is-mended", [when(sentence)], "failures", {name})


@act("crm", 7, "cancellation")
def order_is_cancelled(scene: Scene) -> Drawn:
    """The order system reports that an order is cancelled."""
    order = _one(scene, open_there(scene))
    if order is None:
        return None
    sentence = when(f'the order system reports the status "CANCELLED" of order "{order.name}"')
    return done("order-is-cancelled", [sentence], "cancellation", {order.name})


@act("crm", 12, "redelivery")
def told_once_more(scene: Scene) -> Drawn:
    """The order system reports once more what it has reported of a line."""
    order = _one(scene, at_order_system(scene))
    if order is None:
        return None
    if not (lines := [n for n in _lines(scene, order) if order.line_status.get(n)]):
        return None
    _, line = scene.one_line([(order.name, number) for number in lines])
    table = [["line", "status"], [line, order.line_status[line]]]
    return done(
        "told-once-more", [when(f'the order system reports of order "{order.name}"', table)], "redelivery", {order.name}
    )


@act("crm", 14, "redelivery")
def old_news(scene: Scene) -> Drawn:
    """The order system reports the end of an order once more, or of its lines, rather of one that others came after."""
    over = [order for order in submitted(scene) if last_told(scene, order) in ENDED]
    order = _one(scene, over[:-1] or over)
    if order is None:
        return None
    sentence = when(f'the order system reports the status "{last_told(scene, order)}" of order "{order.name}"')
    if scene.one_in(2) and (lines := [n for n in _lines(scene, order) if order.line_status.get(n)]):
        table = [["line", "status"], *([number, order.line_status[number]] for number in lines)]
        sentence = when(f'the order system reports of order "{order.name}"', table)
    return done("old-news", [sentence], "redelivery", {order.name})


# What is said or done a second time with the same words, as it comes.
_REPEATED = ("the order system reports", "a supervisor", "a user presses", "the back office reports")


@act("crm", 10, "redelivery")
def the_same_again(scene: Scene) -> Drawn:
    """What was done last is done once more: pressed, decided or reported."""
    last = scene.last
    steps = [step for step in last.steps if step != QUIET][-1:] if last is not None else []
    if last is None or not steps or not (steps[0].text.startswith(_REPEATED) or steps[0].text.endswith("submitted")):
        return None
    return done("the-same-again", steps, " ".join(sorted({"redelivery", *last.mechanisms})), last.about)


@act("crm", 3, "redelivery", needs="idempotent-delivery")
def everything_told_again(scene: Scene) -> Drawn:
    """Everything that the CRM was told is delivered once more."""
    names = {order.name for order in submitted(scene)}
    return (
        done("everything-told-again", [when("everything is delivered again")], "redelivery", names) if names else None
    )


@act("crm", 6, "restarts", needs="restartable")
def breakdown(scene: Scene) -> Drawn:
    """The CRM ends at once, and begins again with what it had kept."""
    names = set(scene.drafts)
    if not names:
        return None
    moment = scene.dice.choice(_MOMENTS)
    steps, mechanisms = [when(f"the CRM breaks down{moment} and is started again")], "restarts"
    if "redelivery" in scene.focus and scene.can("idempotent-delivery") and scene.one_in(2):
        steps.append(when("everything is delivered again"))
        mechanisms = "restarts redelivery"
    return done("breakdown", steps, mechanisms, names)


@act("crm", 6, "dates", needs="virtual-clock")
def date_comes(scene: Scene) -> Drawn:
    """The date of an order comes, or is a minute away."""
    now = scene.stage.now
    dated = [
        order.name
        for order in scene.stage.orders.values()
        if order.due_date and datetime.fromisoformat(order.due_date) > now
    ]
    if not dated:
        return None
    name = scene.one_of(dated)
    before = "a minute before " if scene.one_in(4) else ""
    sentence = f'the clock comes to {before}the due date of order "{name}"'
    return done("date-comes", [when(sentence)], "dates", {name})
