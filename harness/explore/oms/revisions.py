"""How customers think better of what they ordered: newer versions of an order."""

from ordertck.harness.explore.acts import Drawn, Scene, act, done, held_work, when
from ordertck.harness.explore.drafts import (
    DATES,
    LISTS,
    PRIORITIES,
    added,
    altered,
    mechanisms_of,
    one_row,
    put_back,
    turned,
)
from ordertck.harness.explore.oms.order_acts import (
    bases_of,
    building_on,
    charged_in_vain,
    open_orders,
)
from ordertck.harness.explore.oms.second_thoughts import meant_otherwise, thinks_of_what_befell
from ordertck.harness.explore.order_draft import Draft, Row


@act("oms", 40, "supplementals")
def supplemental(scene: Scene) -> Drawn:
    """A newer version: lines are added, left out, wanted otherwise, written in another order, or nothing changes."""
    orders = [o.name for o in scene.stage.orders.values() if o.submissions and o.name in scene.drafts]
    running = [o.name for o in open_orders(scene) if o.name in scene.drafts]
    names = orders if scene.one_in(12) else running
    if not names:
        return None
    name = scene.one_of(names)
    before = scene.drafts[name]
    draft = before.reverted() if scene.one_in(6) else None
    if draft is None:
        draft = before.newer()
        thought = bool(scene.focus) and scene.one_in(2) and thinks_of_what_befell(scene, draft)
        for _ in range(scene.dice.choice((0, 0, 0, 1, 1, 2) if thought else (0, 1, 1, 1, 2, 2, 3, 4))):
            _changes(scene, draft)
    charged_in_vain(scene, draft.rows)
    flawed = scene.one_in(10)
    if flawed:
        scene.dice.choice(draft.rows)["action"] = "Upgrade"  # nobody knows it: nothing of this version is to count
    steps = [when(f'order "{name}" has priority {scene.dice.choice(PRIORITIES)}')] if _hurries(scene) else []
    sentence = f'order "{name}" is revised to'
    if scene.one_in(2) and scene.keen("price-lists", 3) and scene.can("price-lists-on-supplementals"):
        sentence = f'order "{name}" is revised on the "{scene.dice.choice(LISTS)}" to'
    elif (
        (flawed or scene.one_in(2))
        and scene.keen("dates", 3)
        and scene.can("virtual-clock")
        and scene.can("revisable-due-date")
    ):
        sentence = f'order "{name}" is revised for "{scene.dice.choice(DATES[:4])}" to'
    held = [key for number, key in held_work(scene) if number == name]
    if sentence.endswith("revised to") and held and scene.one_in(8):
        sentence = f'order "{name}" is revised, while provisioning completes line {scene.dice.choice(held)}, to'
    scene.drafts[name] = draft if not flawed else before
    mechanisms = mechanisms_of(draft) | {"supplementals"} | ({"dates"} if " for " in sentence else set())
    mechanisms |= {"priorities"} if steps else set()
    return done("supplemental", [*steps, when(sentence, draft.table())], " ".join(mechanisms), {name})


def _hurries(scene: Scene) -> bool:
    return "priorities" in scene.focus and scene.one_in(2)


@act("oms", 6, "supplementals dates", needs="virtual-clock revisable-due-date")
def put_off(scene: Scene) -> Drawn:
    """Nothing of an order is changed but its date."""
    names = [order.name for order in open_orders(scene) if order.name in scene.drafts]
    if not names:
        return None
    name = scene.one_of(names)
    sentence = f'order "{name}" is revised to the due date "{scene.dice.choice((*DATES[:4], "in 5 days"))}"'
    return done("put-off", [when(sentence)], "supplementals dates", {name})


def _builds_otherwise(scene: Scene, name: str, row: Row) -> None:
    """A line of this order is to wait for another line than so far, or for none any more."""
    bases = bases_of(scene, name)
    if row.pop("depends on", None) is None and bases:
        base, built_on = scene.dice.choice(bases)
        row["depends on"] = f"line {built_on['line']} of {base.name}"


def _one_more(scene: Scene, draft: Draft) -> None:
    """A line that was left out is wanted again, in one thing otherwise, or a new one, which may build on another."""
    if (row := put_back(scene, draft)) is not None:
        altered(scene, row)
    elif scene.one_in(3) and (bases := bases_of(scene, draft.name)):
        base, built_on = scene.dice.choice(bases)
        draft.rows.append(building_on(scene, base, built_on, draft.next_number()))
    else:
        draft.rows += added(scene, draft.next_number())


def _changes(scene: Scene, draft: Draft) -> None:
    row = one_row(scene, draft)
    moving = [x for x in draft.rows if x["action"] == "Move-Add" and x.get("site")]
    if moving and "service-changes" in scene.focus and scene.one_in(2):
        turned(scene, scene.dice.choice(moving))
        return
    if row["action"] == "Add" and (changing := [x for x in draft.rows if x["action"] != "Add"]) and scene.one_in(2):
        row = scene.dice.choice(changing)
    match scene.dice.choice(("alter", "alter", "alter", "alter", "add", "add", "leave out", "leave out", "turn")):
        case "alter" if "follow-ons" in scene.focus and scene.one_in(3) and row["action"] in ("Add", "Update"):
            dated = [other for other in draft.rows if other.get("due date") and other["action"] in ("Add", "Update")]
            _builds_otherwise(scene, draft.name, scene.dice.choice(dated) if dated and scene.one_in(2) else row)
        case "alter" if row["action"] == "Update" and scene.one_in(2 if "modify-orders" in scene.focus else 3):
            meant_otherwise(scene, draft, row)
        case "alter" if row["action"] == "Move-Add" and row.get("site") and not scene.one_in(3):
            turned(scene, row)
        case "alter":
            altered(scene, row)
        case "add":
            _one_more(scene, draft)
        case "leave out":
            draft.leaves_out(row)
        case "turn":
            draft.rows.reverse() if not any("." in r["line"] for r in draft.rows) else None
