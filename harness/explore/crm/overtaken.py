"""What users and the order system do with what another order has changed meanwhile: old drafts, and old news."""

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import Drawn, Scene, act, done, when
from ordertck.harness.explore.crm.at_the_desk import at_order_system, last_told, shown_assets
from ordertck.harness.explore.drafts import attributes_of, changed, entered, mechanisms_of, next_name
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.explore.ordered import named_assets


@act("crm", 4, "redelivery modify-orders")
def old_news_of_what_was_changed(scene: Scene) -> Drawn:
    """A line is told to be complete once more, when a later order has changed what it brought or changed."""
    lines = [
        (order.name, row)
        for order in at_order_system(scene)
        for row in scene.drafts[order.name].rows
        if row["action"] in ("Add", "Update") and _is_complete(scene, order, row)
    ]
    lines = [(name, row) for name, row in lines if row.get("asset") and attributes_of(scene, row["product"])]
    if not lines:
        return None
    name, row = scene.dice.choice(lines)
    later = _change(scene, row)
    steps = [*entered(later), when(f'order "{later.name}" is submitted'), _complete(later)]
    again = f'the order system reports of order "{name}"', [["line", "status"], [row["line"], "COMPLETE"]]
    turns = f'the order system reports in turn "IN PROGRESS, COMPLETE" of line {row["line"]} of order "{name}"'
    attribute = next(name for name in attributes_of(scene, row["product"]) if later.rows[0].get(name))
    late = f'the order system reports the value "{row.get(attribute) or "late"}" of "{attribute}" of line {row["line"]}'
    steps.append(scene.dice.choice((when(turns), when(*again), when(*again), when(f'{late} of order "{name}"'))))
    found = mechanisms_of(later) | {"redelivery"}
    return done("old-news-of-what-was-changed", steps, " ".join(sorted(found)), {name, later.name})


def _is_complete(scene: Scene, order: Order, row: Row) -> bool:
    return "COMPLETE" in (order.line_status.get(row["line"]), last_told(scene, order))


def _change(scene: Scene, row: Row) -> Draft:
    """An order that wants a value otherwise of what a line is about, the same one as the line where it names one."""
    values = attributes_of(scene, row["product"])
    attribute = scene.dice.choice([name for name in values if row.get(name)] or [*values])
    value = scene.dice.choice([known for known in values[attribute] if known != row.get(attribute)])
    own = {"line": "1", "action": "Update", "asset": row["asset"], "product": row["product"], attribute: value}
    draft = Draft(next_name(scene), [own])
    scene.drafts[draft.name] = draft
    return draft


def _shown(scene: Scene) -> tuple[str, str, Asset] | None:
    """An asset that a user sees and whose values can be changed: its name, its product, and what is shown of it."""
    there, products = shown_assets(scene), named_assets(scene)
    ids = {name: scene.stage.assets.get(name, "") for name in products if attributes_of(scene, products[name])}
    names = [name for name, known in ids.items() if known in there]
    if not names:
        return None
    asset = scene.dice.choice(names)
    return asset, products[asset], there[ids[asset]]


@act("crm", 6, "drafts modify-orders service-changes", needs="orders-from-profile changes-to-drafts")
def begun_and_overtaken(scene: Scene) -> Drawn:
    """An order is begun with what a customer has, another order changes or moves that, and then it is submitted."""
    if (found := _shown(scene)) is None:
        return None
    asset, product, known = found
    begun = Draft(next_name(scene), [{"line": "1", "action": "", "asset": asset, "product": product}])
    scene.drafts[begun.name] = begun
    like = scene.dice.choice(("Update", "Move-Add"))
    other = Draft(next_name(scene), changed(scene, 1, asset, known, product, like))
    scene.drafts[other.name] = other
    values = attributes_of(scene, product)
    attribute = scene.dice.choice([*values])
    last = scene.drafts[begun.name] = begun.newer()
    last.rows[0] |= {"action": "Update", attribute: scene.dice.choice(values[attribute])}
    steps = [
        when(f'order "{begun.name}" is begun with these assets of the customer', [["asset"], [asset]]),
        *entered(other),
        when(f'order "{other.name}" is submitted'),
        _complete(other),
        when(f'order "{begun.name}" is changed as a draft to', last.table()),
        when(f'order "{begun.name}" is submitted'),
    ]
    mechanisms = mechanisms_of(other) | {"drafts", "modify-orders"}
    return done("begun-and-overtaken", steps, " ".join(sorted(mechanisms)), {begun.name, other.name})


@act("crm", 6, "drafts modify-orders service-changes", needs="revisions-before-submission")
def lay_about_and_was_overtaken(scene: Scene) -> Drawn:
    """A change lies about, perhaps in a second revision; another order changes the same thing; then it is submitted."""
    if (found := _shown(scene)) is None:
        return None
    asset, product, known = found
    mine = Draft(next_name(scene), changed(scene, 1, asset, known, product, "Update"))
    scene.drafts[mine.name] = mine
    steps = [*entered(mine)]
    if not scene.one_in(3):
        values = attributes_of(scene, product)
        attribute = scene.dice.choice([name for name in values if mine.rows[0].get(name)] or [*values])
        mine = scene.drafts[mine.name] = mine.newer()
        mine.rows[0][attribute] = scene.dice.choice(values[attribute])
        steps.append(when(f'order "{mine.name}" is revised before submission to', mine.table()))
    like = scene.dice.choice(("Update", "Update", "Update", "Move-Add", "Suspend"))
    other = Draft(next_name(scene), changed(scene, 1, asset, known, product, like))
    scene.drafts[other.name] = other
    steps += [*entered(other), when(f'order "{other.name}" is submitted'), _complete(other)]
    steps += [when(f'order "{mine.name}" is submitted')] if not scene.one_in(3) else []
    mechanisms = mechanisms_of(mine) | mechanisms_of(other) | {"drafts", "modify-orders"}
    return done("lay-about-and-was-overtaken", steps, " ".join(sorted(mechanisms)), {mine.name, other.name})


def _complete(draft: Draft) -> Step:
    return when(f'the order system reports the status "COMPLETE" of order "{draft.name}"')
