"""What the order system asks of billing and provisioning in a sequel."""

from typing import get_args

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.sequel.scenes import Draw, scene, targets
from ordertck.harness.bench.sequel.submitted import add_line, revise
from ordertck.harness.bench.stage import Stage
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import BillingEffect, ServiceEffect

_EFFECTS: tuple[BillingEffect, ...] = ("start", "change", "change", "stop", "suspend", "resume")
_WORK: tuple[ServiceEffect, ...] = get_args(ServiceEffect)
_PRICES = ("-1.00", "0.00", "7.25", "")
_NOWHERE = "elsewhere"
_MOST_LINES = 3


@scene("PL-01 PL-06 PL-08 PL-16 FL-03 FL-08 FL-09 MO-05 OM-06 OM-07 PR-05 FO-11 PV-15")
def billing_is_asked_again(stage: Stage, order: Order, draw: Draw) -> None:
    """Lines are billed on one list, on another, on none and on one without a rate plan; a revision comes in between."""
    for turn in range(3):
        if turn:
            _meanwhile(stage, order, draw)
        if lines := _lines(stage, order, draw):
            phase = draw.one(("initiate", "fulfil", "all"))
            stage.order_system.bill(
                order.number, phase, {line: _to_be_billed(stage.directory.catalogue, draw) for line in lines}
            )


@scene("PV-01 PV-03 PV-15 FL-08 FL-09 MO-05 OM-05 OM-07 PR-05 FO-11 SP-04 SP-05 SP-06 SP-07 SP-08")
def provisioning_is_asked_again(stage: Stage, order: Order, draw: Draw) -> None:
    """Lines are asked of one system, of another and of one that there is no way to; a revision comes in between."""
    known = sorted(set(targets(stage)))
    add_line(order, draw, stage)
    for _ in range(2):
        _meanwhile(stage, order, draw)
        if lines := _lines(stage, order, draw):
            cells = {line: {"effect": draw.one(_WORK), "note": draw.one(("0", "no", ""))} for line in lines}
            stage.order_system.provision(order.number, draw.one((*known, *known, _NOWHERE)), cells)


def _meanwhile(stage: Stage, order: Order, draw: Draw) -> None:
    """A revision comes, perhaps after a breakdown, when nothing is under way: nobody speaks of the version before."""
    stage.settled()
    if "restartable" in stage.claims.capabilities and draw.chance(4):
        stage.channel.break_down()
    revise(stage, order, draw)
    stage.settled()


def _lines(stage: Stage, order: Order, draw: Draw) -> list[str]:
    """Some lines of an order, which name what a call needs; what the latest version leaves out is asked for still."""
    system = stage.order_system
    if not system.versions(order.number)[-1].order.account:
        return []
    return draw.some([number for number, line in system.lines_of(order.number).items() if line.product], _MOST_LINES)


def _to_be_billed(catalogue: Catalogue, draw: Draw) -> dict[str, str]:
    return {
        "effect": draw.one(_EFFECTS),
        "price list": draw.one((*catalogue.rate_plans, "")),
        "override": draw.one(_PRICES),
        "note": draw.one(("0", "no", "")),
    }
