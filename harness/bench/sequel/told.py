"""What neighbours tell in a sequel: of orders and lines, in words of their own, while the CRM may be away."""

from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.sequel.scenes import Draw, scene, targets
from ordertck.harness.bench.sequel.submitted import add_line, date_of
from ordertck.harness.bench.stage import Stage
from ordertck.harness.messages import Edge, Fault, LineUpdate, Milestone, Status, Workflow

_STATUSES = (Status.IN_PROGRESS, Status.SUSPENDED, Status.COMPLETE, Status.IN_PROGRESS)
_MILESTONES = (Milestone.RESERVED, Milestone.ACTIVATED, None)
_VALUES = ("0", "no", "7 ", "0")
_NEIGHBOURS = (Edge.CRM, Edge.OMS, Edge.BILLING, Edge.PROVISIONING)
_RULES = "FL-05 FL-06 FL-08 FO-11 PR-06 PV-15 PV-03"


@scene(_RULES)
def the_crm_is_told(stage: Stage, order: Order, draw: Draw) -> None:
    """Statuses come and go, failures too, of lines and of the order; the CRM may be away meanwhile."""
    system, number = stage.order_system, order.number
    if draw.chance(3):
        add_line(order, draw, stage)
        stage.crm.revise(order)
        stage.settled()
        gone = order.lines.pop()  # what a newer version leaves out can be spoken of still
        if draw.chance(2):  # and another line may have its number by then
            order.lines.append(DraftLine(f"{gone.number}a", gone.product, place=gone.number))
        stage.crm.revise(order)
        stage.settled()
    places = list(system.lines_of(number))
    _leave(stage, draw)
    kept = [place for place in places if place in {line.number for line in order.lines}]
    stuck = draw.one((*kept, ""))
    system.raise_fallout(number, stuck, "stuck")
    for status in _STATUSES[draw.below(2) :]:
        told = {place: _progress(draw) for place in draw.some(places, 3)}
        system.report(number, status, told, draw.one((None, 3, 9)))
    system.refuse(number, "too late", draw.one((*kept, "")))
    system.resolve_fallout(number, stuck)
    _come_back(stage, draw)


@scene(_RULES + " FL-09 MO-05 PL-08")
def the_order_system_is_told(stage: Stage, order: Order, draw: Draw) -> None:
    """Billing and provisioning tell of lines and of the order: values, milestones, words of their own, failures."""
    latest = stage.order_system.versions(order.number)[-1].order
    lines = draw.some([line.number for line in latest.lines if line.product and latest.account], 2)
    if not lines:
        return
    if draw.chance(2):
        stage.order_system.refuse(order.number, "too late", "")  # a revision; the order goes on
    stage.order_system.provision(order.number, draw.one(targets(stage)), {line: {"effect": "add"} for line in lines})
    stage.order_system.bill(
        order.number,
        "all",
        {line: {"effect": "start", "price list": stage.directory.catalogue.header_price_list} for line in lines},
    )
    stage.settled()
    _leave(stage, draw)
    for line in lines:
        key = f"{order.name}/{line}"
        for part in (stage.provisioning, stage.billing):
            for value in _VALUES[draw.below(2) :]:
                part.tell(key, "data", value, "note")
            part.tell(key, "milestone", Milestone.RESERVED)
            part.tell(key, "status", draw.one(("WAITING FOR PARTS", Status.COMPLETE)))
            part.fails(key, f"broken {draw.below(9)}")
            part.fails(key, f"broken again {draw.below(9)}")
    if draw.chance(2):
        edge = draw.one((Edge.BILLING, Edge.PROVISIONING))
        fault = Fault(order=order.number, incident=stage.channel.fresh("incident"), reason="nothing goes")
        stage.channel.tell("fault", edge, fault, order.number)
    _come_back(stage, draw)


@scene("IS-09")
def the_crm_is_told_by_a_back_office(stage: Stage, order: Order, draw: Draw) -> None:
    """A back office tells of the order and of its lines what it likes, in turns, and what it told before."""
    offices, known = stage.directory.catalogue.back_office.systems, "back-office-status" in stage.claims.capabilities
    workflows = (*stage.directory.catalogue.workflows["sales order"]["Receive"], None)
    for status in ("PACKED", Status.SHIPPED, "PACKED", "0") if known else ():
        call = Workflow(
            verb="Receive",
            object="sales order",
            record=order.number,
            system=draw.one(offices),
            account=order.account,
            workflow=draw.one(workflows),
            as_of=draw.one((date_of(stage.directory.began, draw), None)),
            fields={"status": status, "note": draw.one(_VALUES)},
            rows=tuple({"id": line.id, "status": status} for line in draw.some(order.lines, 2)),
        )
        stage.channel.tell("workflow", Edge.BACKOFFICE, call, order.account or order.number)
        stage.settled()


def _leave(stage: Stage, draw: Draw) -> None:
    """Have two neighbours be away, one time in three, where the system keeps what is for them."""
    if "absent-neighbours" in stage.claims.capabilities and draw.chance(3):
        for neighbour in draw.some(_NEIGHBOURS, 2):
            stage.closures.leave(neighbour)


def _come_back(stage: Stage, draw: Draw) -> None:
    """Have them come back, one after the other; the system may break down before."""
    if stage.closures.away and "restartable" in stage.claims.capabilities and draw.chance(3):
        stage.channel.break_down()
    for neighbour in draw.some(sorted(stage.closures.away), 2):
        stage.settled()
        stage.closures.come_back(neighbour)


def _progress(draw: Draw) -> LineUpdate:
    noted = {"note": value} if (value := draw.one((*_VALUES, ""))) else {}
    return LineUpdate(line="", status=draw.one(_STATUSES), milestone=draw.one(_MILESTONES), attributes=noted)
