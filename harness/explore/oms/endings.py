"""How histories end: neighbours finish what they held, what failed is mended, dates come, one after the other."""

from collections.abc import Iterator
from datetime import datetime

from ordertck.harness.explore.acts import Act, Drawn, Scene, closing, done, held_work, when
from ordertck.harness.explore.oms.deliveries import everything_told_again
from ordertck.harness.explore.oms.neighbour_acts import breakdown

# So many acts at the end of most histories let everybody finish: what comes of it all in the end is judged too.
_MOST = 8
# What comes when all is done, with the mechanism that a history has to be about, and the capability that it needs.
_AFTERWARDS = (
    (breakdown, "restarts", "restartable"),
    (everything_told_again, "redelivery", "idempotent-delivery"),
)


@closing("oms")
def endings(scene: Scene) -> Iterator[Act]:
    """The acts that let neighbours finish, one thing after the other, until nothing is left; now and then none.

    A history that is about it ends with a breakdown, and with everything that is told once more.
    """
    for _ in range(0 if scene.one_in(4) else _MOST):
        act = _ending(scene)
        if act is None:
            break
        yield act
    for happens, mechanism, capability in _AFTERWARDS:
        if mechanism in scene.focus and scene.can(capability) and not scene.one_in(3):
            again = happens(scene)
            if again is not None:
                yield again


def _ending(scene: Scene) -> Drawn:
    """An act that lets something finish that is not finished; None where there is nothing."""
    found = [act for part in (_intake, _provisioning, _billing, _failed) for act in part(scene)]
    found = found or _dates(scene)
    return scene.dice.choice(found) if found else None


def _intake(scene: Scene) -> list[Act]:
    sentence = when("the intake of service order management is released")
    return [done("queue-is-read", [sentence])] if scene.stage.provisioning.stopped else []


def _provisioning(scene: Scene) -> list[Act]:
    if not scene.stage.provisioning.holds:
        return []
    return [done("work-goes-on", [when("provisioning takes up its work again")])] * (2 if held_work(scene) else 1)


def _billing(scene: Scene) -> list[Act]:
    sentence = when("billing takes up its work again")
    return [done("billing-goes-on", [sentence])] if scene.stage.billing.holds else []


def _failed(scene: Scene) -> list[Act]:
    failed = [key.partition("/") for key in scene.stage.provisioning.failed if "/" in key]
    return [
        done(
            "line-is-mended",
            [when(f'provisioning does line {line} of order "{order}" after all')],
            "failures",
            {order},
        )
        for order, _, line in failed[:2]
    ]


def _dates(scene: Scene) -> list[Act]:
    if not scene.can("virtual-clock") or not scene.can("future-dated-orders"):
        return []
    later = {}
    for order in scene.stage.orders.values():
        dates = [date for date in (order.due_date, *(line.due_date for line in order.lines)) if date]
        if any(datetime.fromisoformat(date) > scene.stage.now for date in dates):
            later[order.name] = bool(order.due_date and max(dates) == order.due_date)
    if not later:
        return []
    if all(later.values()):
        name = max(later, key=lambda name: scene.stage.orders[name].due_date or "")
        sentence = when(f'the clock comes to the due date of order "{name}"')
        return [done("date-comes", [sentence], "dates", {name})]
    return [done("week-passes", [when("a week passes")], "dates", set(later))]
