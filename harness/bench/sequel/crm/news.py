"""What the order system tells of an order in a sequel: progress, values, troubles and ends, some of it twice."""

from collections.abc import Callable
from functools import partial

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.sequel.crm.altering import alter
from ordertck.harness.bench.sequel.crm.changed import begins, cut_off
from ordertck.harness.bench.sequel.crm.standing import can_end, is_open, is_pending, is_taken
from ordertck.harness.bench.sequel.scenes import Draw, scene
from ordertck.harness.bench.stage import Stage
from ordertck.harness.messages import LineUpdate, Message

# What fulfilment fills in of what is sold.
_OWN_VALUES = {"VoIP Voicemail": ("greeting", "new"), "Static Address": ("version", "v6")}
_ANY_VALUES = (("serial", "N-17"), ("serial", "N-18"), ("port", "7/b"))
_TURNS = 4

News = Callable[[], None]


@scene(
    "crm",
    "AC-01 AC-02 AC-03 AC-04 AC-05 AC-06 AC-07 AC-08 AC-10 AC-11 AS-01 AS-02 AS-03 AS-04 AS-05 AS-06 FD-01 FD-05 FD-12"
    " FD-13 FO-01 FO-02 FO-03 FO-09 FO-11 FO-12 FO-13 FL-05 MO-01 MO-02 MO-03 MO-06 MO-07 PD-01 PN-04 PR-06 SC-15 SU-01"
    " SU-02 SU-13 TM-01 TM-02 TM-03 TM-04 SP-01 WF-06 WF-07 SC-12",
)
def fulfilment_gets_on(stage: Stage, order: Order, draw: Draw) -> None:
    """Lines get on, get stuck and free; another version comes; some that was told comes again."""
    stuck = ""
    if order.kind != "order" or (is_pending(stage, order) and not is_taken(stage, order) and not draw.chance(3)):
        order = next((each for each in stage.orders.values() if is_open(stage, each)), order)
    if order.kind == "order" and not is_taken(stage, order) and begins(stage, order, draw):
        stage.crm.submit(order)
        stage.settled()
    for _ in range(_TURNS):
        if not is_open(stage, order) or not (ways := _ways(stage, order, draw)):
            break
        draw.one(ways)()
        if draw.chance(3) and "idempotent-delivery" in stage.claims.capabilities:
            stage.channel.repeat(draw.one(_told(stage, order)))
        cut_off(stage, draw)
        stage.settled()
        stuck = stuck or next(iter(stage.order_system.stuck(order.number)), "")
        if draw.chance(3) and begins(stage, order, draw):
            alter(stage, order, draw)
            stage.crm.submit(order)
            stage.settled()
    if stuck and stage.order_system.stuck(order.number):
        stage.order_system.resolve_fallout(order.number, stuck)


def _told(stage: Stage, order: Order) -> list[Message]:
    kinds = ("order-update", "refusal", "fallout")
    return [m for m in stage.channel.traffic.told if m.kind in kinds and m.body["order"] == order.number]


def _ways(stage: Stage, order: Order, draw: Draw) -> list[News]:
    system, number = stage.order_system, order.number
    sent = {line.id for line in system.versions(number)[-1].order.lines}
    lines = [line for line in order.lines if line.id in sent]
    if not lines:
        return []
    some = draw.some([line.number for line in lines], 2)
    line = draw.one(lines)
    ways: list[News] = [
        partial(_lines_get_on, stage, order, some, draw),
        partial(_lines_get_on, stage, order, some, draw),
        partial(system.report, number, "CANCELLED"),
        partial(system.raise_fallout, number, line.number, "nobody is at home"),
    ]
    if can_end(stage, order) and not order.due_date:
        ways += [partial(system.report, number, "COMPLETE")] * 2
    return ways


def _lines_get_on(stage: Stage, order: Order, some: list[str], draw: Draw) -> None:
    told, may_end = {}, can_end(stage, order) and not order.due_date
    for number in some:
        product = stage.directory.catalogue.products.get(order.line(number).product or "")
        value = draw.one((*_ANY_VALUES, _OWN_VALUES.get(product.name if product is not None else "", _ANY_VALUES[0])))
        told[number] = LineUpdate(
            line="",
            status=draw.one(("IN PROGRESS", "COMPLETE" if may_end else "IN PROGRESS")),
            milestone=draw.one(("RESERVED", product.ponr if product is not None else None, None)),
            attributes=dict([value]) if draw.chance(2) else {},
        )
    stage.order_system.report(order.number, "IN PROGRESS", told)
