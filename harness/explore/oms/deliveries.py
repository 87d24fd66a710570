"""What the queue brings besides: the same once more, small orders with priorities, orders in an odd turn."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.drafts import LISTS, PRIORITIES, added, altered, entered, next_name
from ordertck.harness.explore.order_draft import Draft, Row


@act("oms", 5, "redelivery", needs="idempotent-delivery")
def told_again(scene: Scene) -> Drawn:
    """What was sent is delivered once more."""
    orders = [o.name for o in scene.stage.orders.values() if o.submissions]
    if not orders:
        return None
    name = scene.one_of(orders)
    return done("told-again", [when(f'every version of order "{name}" is delivered again')], "redelivery", {name})


@act("oms", 3, "redelivery", needs="idempotent-delivery")
def older_ones_told_again(scene: Scene) -> Drawn:
    """The versions of an order before its last are delivered once more."""
    orders = [o.name for o in scene.stage.orders.values() if len(o.submissions) > 1]
    if not orders:
        return None
    name = scene.one_of(orders)
    sentence = when(f'every version of order "{name}" but the last is delivered again')
    return done("older-ones-told-again", [sentence], "redelivery", {name})


@act("oms", 4, "redelivery", needs="idempotent-delivery")
def everything_told_again(scene: Scene) -> Drawn:
    """Everything that the system was told is delivered once more."""
    if not scene.drafts:
        return None
    sentence = when("everything is delivered again")
    return done("everything-told-again", [sentence], "redelivery", set(scene.drafts))


@act("oms", 3, "priorities")
def small_order(scene: Scene) -> Drawn:
    """A small order with a priority of its own, now and then with one that there is not."""
    level = scene.dice.choice(("Low", "High", "Urgent", "0", "4", "6", "9"))
    if scene.one_in(8):
        level = scene.dice.choice(("10", "12"))
    name = next_name(scene)
    product = scene.claims.edition.catalogue.usual_product
    scene.drafts[name] = Draft(name, [{"line": "1", "action": "Add", "product": product, "price list": LISTS[3]}])
    sentence = when(f'a small order "{name}" with priority {level} is submitted')
    return done("small-order", [sentence], "priorities", {name})


@act("oms", 3, "priorities follow-ons")
def small_orders(scene: Scene) -> Drawn:
    """Some small orders at once, each with a priority; some wait for a line of an order that takes a place."""
    places = [name for name in scene.stage.orders if name.startswith("PLACE")]
    if not places:
        return None
    product, table = scene.claims.edition.catalogue.usual_product, [["order", "priority", "depends on"]]
    names = set()
    for level in scene.dice.sample((*PRIORITIES, "6", "7"), scene.dice.choice((2, 3))):
        name = next_name(scene)
        scene.drafts[name] = Draft(name, [{"line": "1", "action": "Add", "product": product, "price list": LISTS[3]}])
        base = f"line 1 of {scene.dice.choice(places)}" if scene.one_in(3) else ""
        table.append([name, level, base])
        names.add(name)
    return done("small-orders", [when("these orders are submitted", table)], "priorities follow-ons", names)


@act("oms", 2, "follow-ons")
def follow_on_ahead(scene: Scene) -> Drawn:
    """A follow-on order comes before the order that it builds on."""
    base = Draft(next_name(scene), added(scene, 1))
    scene.drafts[base.name] = base
    row = base.rows[0]
    follow: Row = {"line": "1", "asset": row["asset"], "product": row["product"], "action": "Update"}
    follow["depends on"] = f"line 1 of {base.name}"
    altered(scene, follow)
    draft = Draft(next_name(scene), [*added(scene, 2), follow] if scene.one_in(2) else [follow])
    scene.drafts[draft.name] = draft
    steps = [*entered(base), *entered(draft)]
    steps += [when(f'order "{name}" is submitted') for name in (draft.name, base.name)]
    return done("follow-on-ahead", steps, "follow-ons", {base.name, draft.name})
