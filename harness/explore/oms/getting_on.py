"""How neighbours get on with an order between two acts: it is begun, done in part, and billed."""

from datetime import datetime

from ordertck.harness.explore.acts import QUIET, Drawn, Scene, course, done, given, held_work, kinds_of, when
from ordertck.harness.explore.lives import Choice
from ordertck.harness.explore.oms.deliveries import small_orders, told_again
from ordertck.harness.explore.oms.lives import lives
from ordertck.harness.explore.oms.neighbour_acts import (
    breakdown,
    date_comes,
    line_fails,
    line_is_done,
    lines_are_locked,
    milestone,
    order_is_billed,
    place_becomes_free,
    value_is_filled_in,
)
from ordertck.harness.explore.oms.order_acts import cancel
from ordertck.harness.explore.oms.revisions import supplemental

# Once in so many times neighbours get on in such a history with something else than the order whose life it is.
_ASIDE = 8
# Once in so many times what was done just now is not followed up.
_LEAVES_IT = 3
_THOUGHTS = ((supplemental, "supplementals"), (supplemental, "supplementals"), (cancel, "cancellation"))
# What may follow what, each with the mechanism that a history has to be about for it.
_FOLLOWS: dict[str, Choice] = {
    **dict.fromkeys(("value-is-filled-in", "order-is-set-up", "milestone", "lines-are-locked"), _THOUGHTS),
    "line-fails": (*_THOUGHTS, (breakdown, "restarts")),
    "follow-on": ((line_is_done, "bundles"), (line_is_done, "follow-ons"), (supplemental, "supplementals")),
    "date-comes": ((place_becomes_free, "priorities"), *_THOUGHTS),
    "place-becomes-free": ((line_is_done, "bundles"), (date_comes, "dates")),
    "cancel": ((small_orders, "priorities"), (told_again, "redelivery"), (breakdown, "restarts")),
    "new-order": ((date_comes, "dates"), (small_orders, "priorities")),
    "supplemental": (
        *_THOUGHTS,
        (told_again, "redelivery"),
        (breakdown, "restarts"),
        (value_is_filled_in, "filled-in-data"),
        (line_fails, "failures"),
        (milestone, "points-of-no-return"),
    ),
}
# Once in so many times all that is under way is finished, so that what comes next meets things at rest.
_ROUND = 5


@course("oms")
def gets_on(scene: Scene) -> Drawn:
    """Provisioning and billing get on with the order that the latest act was about, or it may begin.

    A calm history, or a narrow one, goes on with the life of one order rather. What was done just now is followed up
    first by what the history is about besides.
    """
    if not scene.one_in(_LEAVES_IT) and (act := _follows_up(scene)):
        return act
    if (scene.calm or scene.narrow) and not scene.one_in(_ASIDE) and (act := _LIVES.go_on(scene)):
        return act
    if scene.one_in(_ROUND) and (over := _all_is_finished(scene)):
        return over
    lines = [pair for pair in held_work(scene) if pair[0] in scene.latest]
    orders = scene.stage.orders.values()
    billed = [o for o in orders if scene.stage.billing.holding(o.number) and o.name in scene.latest]
    ways = [line_is_done, line_is_done, *([milestone] if scene.can("milestones") else [])] if lines else []
    if "points-of-no-return" in scene.focus and lines and scene.can("milestones"):
        ways += [milestone, lines_are_locked]
    often = 2 if "filled-in-data" in scene.focus else scene.one_in(4)
    ways += [value_is_filled_in] * often if lines or billed else []
    ways += [order_is_billed, order_is_billed] if billed else []
    return scene.dice.choice(ways)(scene) if ways else _begins(scene)


def _follows_up(scene: Scene) -> Drawn:
    """Something that the history is about besides befalls the order to which something was done just now."""
    last = scene.last
    found = [draw for draw, mechanism in _FOLLOWS.get(last.kind, ()) if mechanism in scene.focus] if last else []
    needs = {kind.draw: kind.needs for kind in kinds_of("oms")}
    found = [draw for draw in found if needs.get(draw, frozenset()) <= scene.claims.capabilities]
    if not found or last is None:
        return None
    before = scene.drafts
    scene.drafts = dict(before)
    act = scene.dice.choice(found)(scene)
    aside = act is not None and act.kind == "small-orders"  # they show whether a place is free, and who has it first
    if act is None or (not aside and act.about and last.about and not act.about & last.about):
        scene.drafts = before
        return None
    return act


def _begins(scene: Scene) -> Drawn:
    """What the order of the latest act waits for comes about: a base line is done, a date comes, a place is free."""
    waiting = [o for name in sorted(scene.latest) if (o := scene.stage.orders.get(name)) and o.submissions]
    waiting = [order for order in waiting if order.status not in ("COMPLETE", "CANCELLED", "REFUSED")]
    for order in waiting:
        rows = scene.drafts[order.name].rows if order.name in scene.drafts else []
        bases = [row["depends on"].split(" of ") for row in rows if row.get("depends on")]
        for line, base in ((line.removeprefix("line "), base) for line, base in bases):
            if (base, line) in held_work(scene):
                sentence = when(f'provisioning completes line {line} of order "{base}"')
                return done("line-is-done", [sentence], "", {base, order.name})
        if order.due_date and datetime.fromisoformat(order.due_date) > scene.stage.now and scene.can("virtual-clock"):
            comes = when(f'the clock comes to the due date of order "{order.name}"')
            return done("date-comes", [comes], "dates", {order.name})
    return place_becomes_free(scene) if waiting and scene.can("limited-capacity") else None


def _all_is_finished(scene: Scene) -> Drawn:
    """Neighbours finish all that they hold, and take their time again with what comes then.

    Where orders take every place, these keep them: only what else is held is finished.
    """
    provisioning, billing = scene.stage.provisioning, scene.stage.billing
    if provisioning.stopped or not (held_work(scene) or billing.held):
        return None
    held = [order for order, _ in held_work(scene)]
    if mine := sorted({order for order in held if order in scene.drafts} if set(held) - scene.drafts.keys() else ()):
        rest = [when(f'provisioning completes all its work for order "{name}"') for name in mine]
        return done("all-is-finished", rest, "", {name for name in mine if name in scene.latest})
    steps = [when("provisioning takes up its work again")] if provisioning.holds else []
    steps += [when("billing takes up its work again")] if billing.holds else []
    for key in provisioning.failed if not scene.one_in(3) else ():
        order, _, line = key.partition("/")
        steps += [when(f'provisioning does line {line} of order "{order}" after all')] if line else []
    steps += [QUIET, given("provisioning holds its work")]
    steps += [when("billing holds its work")] if scene.one_in(3) else []
    return done("all-is-finished", steps, "", {name for name in scene.drafts if name in scene.latest})


_LIVES = lives(_all_is_finished)
