"""What neighbours and time do: work is held, done, reported, fails and is mended; days pass; the system breaks down."""

from datetime import datetime

from ordertck.harness.explore.acts import MOMENTS, Drawn, Scene, act, done, given, held_work, when
from ordertck.harness.explore.drafts import ATTRIBUTES, SPELT


@act("oms", 20)
def work_is_held(scene: Scene) -> Drawn:
    """Provisioning takes its time from now on."""
    if scene.stage.provisioning.holds:
        return None
    return done("work-is-held", [given("provisioning holds its work")])


@act("oms", 24)
def line_is_done(scene: Scene) -> Drawn:
    """Provisioning completes a line that it holds."""
    if not (held := held_work(scene)):
        return None
    order, line = scene.one_line(held)
    return done("line-is-done", [when(f'provisioning completes line {line} of order "{order}"')], "", {order})


@act("oms", 6)
def order_is_done(scene: Scene) -> Drawn:
    """Provisioning completes all that it holds of an order."""
    if not (held := held_work(scene)):
        return None
    order = scene.one_of([name for name, _ in held])
    return done("order-is-done", [when(f'provisioning completes all its work for order "{order}"')], "", {order})


@act("oms", 8)
def order_is_set_up(scene: Scene) -> Drawn:
    """Provisioning completes all that it holds of an order, or a line of it, which billing has still to charge."""
    if not (held := held_work(scene)):
        return None
    order, line = scene.one_line(held)
    what = "all its work for" if scene.one_in(2) else f"line {line} of"
    steps = [] if scene.stage.billing.holds else [when("billing holds its work")]
    steps.append(when(f'provisioning completes {what} order "{order}"'))
    return done("order-is-set-up", steps, "", {order})


@act("oms", 12, "priorities", needs="limited-capacity")
def place_becomes_free(scene: Scene) -> Drawn:
    """An order that takes a place is done, and gives it up."""
    places = sorted({order for order, _ in held_work(scene) if order.startswith("PLACE")})
    if not places:
        return None
    name = scene.dice.choice(places)
    return done("place-becomes-free", [when(f'provisioning completes all its work for order "{name}"')], "priorities")


def _is_given_up(scene: Scene, order: str, line: str) -> bool:
    """Whether a line is not wanted any more, so that what is held of it takes back what was done."""
    if order not in scene.drafts:
        return False
    rows = [row["line"] for row in scene.drafts[order].rows]
    return line not in rows or (scene.stage.orders[order].status or "").startswith("CANCEL")


@act("oms", 10, "points-of-no-return", needs="milestones")
def milestone(scene: Scene) -> Drawn:
    """Provisioning reports a milestone of what it holds, and what is wanted of it still."""
    held = [pair for pair in held_work(scene) if not _is_given_up(scene, *pair)]
    if not held:
        return None
    order, line = scene.one_line(held)
    passed = scene.dice.choice(("RESERVED", "DESIGNED", "DESIGNED", "ACTIVATED"))
    if (point := _point(scene, order, line)) and scene.one_in(2):
        passed = point
    sentence = f'provisioning reports the milestone "{passed}" of line {line} of order "{order}"'
    return done("milestone", [when(sentence)], "points-of-no-return", {order})


@act("oms", 8, "points-of-no-return", needs="milestones")
def lines_are_locked(scene: Scene) -> Drawn:
    """Provisioning reports of all that it holds of an order, or of all but a line, that it is past its point."""
    held = [pair for pair in held_work(scene) if not _is_given_up(scene, *pair) and _point(scene, *pair)]
    if not held:
        return None
    name = scene.one_of([order for order, _ in held])
    mine = [pair for pair in held if pair[0] == name]
    chosen = scene.dice.sample(mine, len(mine) - 1) if len(mine) > 1 and scene.one_in(2) else mine
    steps = [
        when(f'provisioning reports the milestone "{_point(scene, *pair)}" of line {pair[1]} of order "{pair[0]}"')
        for pair in chosen
    ]
    return done("lines-are-locked", steps, "points-of-no-return", {name})


def _point(scene: Scene, order: str, line: str) -> str:
    """The point of no return of what a line is about; empty where there is none."""
    rows = scene.drafts[order].rows if order in scene.drafts else []
    named = next((row["product"] for row in rows if row["line"] == line and row.get("product")), "")
    product = scene.claims.edition.catalogue.products.get(named)
    return (product.ponr if product is not None else None) or ""


@act("oms", 6, "filled-in-data")
def value_is_filled_in(scene: Scene) -> Drawn:
    """Provisioning fills in a value of what it has to do, or could not do; or late, of what billing has to charge."""
    keys = (key.partition("/") for key in scene.stage.provisioning.failed if "/" in key)
    failed = [(order, line) for order, _, line in keys if (order, line) not in held_work(scene)]
    lines = [*held_work(scene), *failed]
    lines += _set_up(scene) if not lines or scene.one_in(4) else []
    if not lines:
        return None
    order, line = scene.one_line(lines)
    row = next((row for row in scene.drafts[order].rows if row["line"] == line), {}) if order in scene.drafts else {}
    # What failed is done after all as it was asked for.
    known = ATTRIBUTES.get(row.get("product", ""), {}) if (order, line) not in failed else {}
    attributes = [*known] if not scene.one_in(3) else []
    ordered = [name for name in attributes if row.get(name)]
    attributes = ordered if ordered and not scene.one_in(3) else attributes
    if row.get("service point") and scene.one_in(3):
        attributes = ["service point"]
    name, value = scene.dice.choice(attributes or ["serial"]), scene.dice.choice(("N-17", "N-18", "0019", SPELT))
    sentence = f'provisioning reports the value "{value}" of "{name}" of line {line} of order "{order}"'
    return done("value-is-filled-in", [when(sentence)], "filled-in-data", {order})


def _set_up(scene: Scene) -> list[tuple[str, str]]:
    """The lines that provisioning is done with, as far as it knows, and that billing has still to do."""
    keys = {scene.stage.directory.line_key(work.line.line) for work in scene.stage.billing.held}
    told = (key for key in sorted(keys) if "/" in key and scene.stage.provisioning.told_of(key))
    lines = [(order, line) for order, _, line in (key.partition("/") for key in told)]
    return [pair for pair in lines if pair not in held_work(scene) and not _is_given_up(scene, *pair)]


@act("oms", 3, "", needs="status-management")
def own_word(scene: Scene) -> Drawn:
    """Provisioning reports a status in words of its own, or in words that nobody knows."""
    known = held_work(scene)  # what is held twice for a line is done one after the other
    held = [pair for pair in known if known.count(pair) == 1]
    if not held:
        return None
    order, line = scene.one_line(held)
    word = scene.dice.choice(("IN PROGRESS", "DELIVERED", "LOST"))
    sentence = f'provisioning reports the status "{word}" of line {line} of order "{order}"'
    return done("own-word", [when(sentence)], "", {order})


@act("oms", 9, "failures")
def line_fails(scene: Scene) -> Drawn:
    """Provisioning will not be able to do a line."""
    unable, lines, orders = scene.stage.provisioning.unable, [], scene.stage.orders
    for draft in scene.drafts.values():
        told = orders[draft.name].line_status if draft.name in orders else {}
        rows = [row for row in draft.rows if told.get(row["line"]) != "COMPLETE"]
        lines += [(draft.name, row["line"]) for row in rows if row.get("product") != "Loyalty Discount"]
    lines = [(order, line) for order, line in lines if f"{order}/{line}" not in unable]
    held = [pair for pair in lines if pair in held_work(scene)] or lines
    if not held:
        return None
    order, line = scene.one_line(held)
    steps = [when(f'provisioning cannot do line {line} of order "{order}"')]
    if (order, line) in held_work(scene) and not scene.one_in(3):
        steps.append(when(f'provisioning completes line {line} of order "{order}"'))
    return done("line-fails", steps, "failures", {order})


@act("oms", 14, "failures")
def line_is_mended(scene: Scene) -> Drawn:
    """Provisioning does after all what had failed."""
    failed = [key.partition("/") for key in scene.stage.provisioning.failed if "/" in key]
    if not failed:
        return None
    order, line = scene.one_line([(order, line) for order, _, line in failed])
    sentence = f'provisioning does line {line} of order "{order}" after all'
    return done("line-is-mended", [when(sentence)], "failures", {order})


@act("oms", 1)
def work_goes_on(scene: Scene) -> Drawn:
    """Provisioning finishes all that it held, and holds nothing any more."""
    if not scene.stage.provisioning.holds:
        return None
    return done("work-goes-on", [when("provisioning takes up its work again")])


@act("oms", 2, "cancellation")
def taken_back_slowly(scene: Scene) -> Drawn:
    """What is called off takes its time too."""
    if scene.stage.provisioning.takes_back_slowly:
        return None
    return done("taken-back-slowly", [given("provisioning holds the work of releasing reservations")])


@act("oms", 10, "dates", needs="virtual-clock future-dated-orders")
def date_comes(scene: Scene) -> Drawn:
    """The date of an order comes, or is a minute away."""
    dated = [
        order.name
        for order in scene.stage.orders.values()
        if order.due_date and datetime.fromisoformat(order.due_date) > scene.stage.now
    ]
    if not dated:
        return None
    name = scene.dice.choice(dated)
    nearly = f'the clock comes to a minute before the due date of order "{name}"'
    sentence = nearly if scene.one_in(4) else f'the clock comes to the due date of order "{name}"'
    return done("date-comes", [when(sentence)], "dates", {name})


@act("oms", 2, "dates", needs="virtual-clock")
def week_passes(scene: Scene) -> Drawn:
    """A week passes."""
    return done("week-passes", [when("a week passes")], "dates") if scene.drafts else None


@act("oms", 6, "restarts", needs="restartable")
def breakdown(scene: Scene) -> Drawn:
    """The system ends at once, and begins again with what it had kept."""
    names = set(scene.drafts)
    moment = scene.dice.choice(MOMENTS)
    sentence = when(f"order management breaks down{moment} and is started again")
    return done("breakdown", [sentence], "restarts", names) if names else None


@act("oms", 3)
def queue_is_not_read(scene: Scene) -> Drawn:
    """Service order management stops reading its queue."""
    if scene.stage.provisioning.stopped:
        return done("queue-is-read", [when("the intake of service order management is released")])
    if scene.stage.provisioning.holds:
        return None  # work is done in turn: none that was taken up ends while what calls it off is not read
    return done("queue-is-not-read", [given("the intake of service order management is held")])


@act("oms", 4)
def billing_is_held(scene: Scene) -> Drawn:
    """Billing takes its time from now on, or goes on with what it held."""
    pause = "takes up its work again" if scene.stage.billing.holds else "holds its work"
    return done("billing-is-held", [when(f"billing {pause}")])


@act("oms", 14)
def order_is_billed(scene: Scene) -> Drawn:
    """Billing completes all that it holds of an order."""
    orders = scene.stage.orders.values()
    names = [order.name for order in orders if scene.stage.billing.holding(order.number)]
    if not names:
        return None
    name = scene.one_of(names)
    return done("order-is-billed", [when(f'billing completes order "{name}"')], "", {name})


@act("oms", 6, "redelivery")
def completion_is_told_again(scene: Scene) -> Drawn:
    """Provisioning says once more of a line that it is done, or says so of one that is not wanted any more."""
    orders = scene.stage.orders.values()
    lines = [(o.name, line) for o in orders for line, status in o.line_status.items() if status == "COMPLETE"]
    over = [order for order in orders if order.status == "CANCELLED"]
    lines += [(order.name, line.number) for order in over for line in order.lines]
    lines = [(order, line) for order, line in lines if scene.stage.provisioning.told_of(f"{order}/{line}")]
    if not lines:
        return None
    order, line = scene.one_line(lines)
    sentence = f'provisioning reports the status "COMPLETE" of line {line} of order "{order}"'
    return done("completion-is-told-again", [when(sentence)], "redelivery", {order})
