"""What customers order, and think better of: new orders, changes, follow-ons, newer versions, cancels."""

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.explore.acts import Act, Drawn, Scene, act, done, when
from ordertck.harness.explore.drafts import (
    BUILT_ON,
    DATES,
    LISTS,
    PRIORITIES,
    SITES,
    a_list,
    added,
    altered,
    changed,
    entered,
    mechanisms_of,
    next_name,
)
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.explore.ordered import named_assets

# A list on which billing can charge nothing, and what a line does that may name it.
UNMAPPED, _CHARGED = "Staff Price List", ("Add", "Update")


def _header(scene: Scene) -> dict[str, str]:
    """What the header says besides the usual: nothing, as a rule, and hardly anything in a calm history."""
    header: dict[str, str] = {}
    rare = 4 if scene.calm else 1
    if scene.keen("price-lists", 5 * rare) and scene.can("header-price-list-choice"):
        header["price list"] = scene.dice.choice(LISTS)
    if scene.keen("dates", 10 * rare) and scene.can("virtual-clock"):
        header["due date"] = scene.dice.choice(DATES)
    if scene.keen("priorities", 10 * rare):
        header["priority"] = scene.dice.choice(PRIORITIES)
    if scene.one_in(15 * rare):
        header["revision"] = "3"
    if scene.one_in(40) and scene.knows("price-lists"):
        header["price list"] = ""
    return header


# As long as so many orders are open, rather something befalls these than that a further one comes.
_ENOUGH = 2


def _has_enough(scene: Scene) -> bool:
    """Whether no further order is to come, since enough are open; some more may wait for places."""
    mine = [order for order in open_orders(scene) if order.name in scene.drafts]
    enough = 1 if scene.calm else _ENOUGH
    return len(mine) >= enough + 2 * ("priorities" in scene.focus) and not scene.one_in(12 if scene.calm else 4)


def charged_in_vain(scene: Scene, rows: list[Row]) -> None:
    """Now and then a line is to be charged on a list that billing has no plan for."""
    charged = [row for row in rows if row["action"] in _CHARGED and row.get("product")]
    if "failures" in scene.focus and charged and scene.one_in(4) and scene.can("line-price-lists"):
        scene.dice.choice(charged)["price list"] = UNMAPPED


def _submitted(scene: Scene, kind: str, draft: Draft, mechanisms: set[str], about: set[str]) -> Act:
    charged_in_vain(scene, draft.rows)
    scene.drafts[draft.name] = draft
    mechanisms |= mechanisms_of(draft)
    steps = [*entered(draft), when(f'order "{draft.name}" is submitted')]
    return done(kind, steps, " ".join(mechanisms), {draft.name, *about})


@act("oms", 8, "price-lists bundles", basic=True)
def new_order(scene: Scene) -> Drawn:
    """Something is bought."""
    if _has_enough(scene):
        return None
    draft = Draft(next_name(scene), [], _header(scene))
    if scene.one_in(40 if scene.calm else 10):
        draft.header["account"] = "Neighbour"
    if scene.one_in(32 if scene.calm else 8):
        draft.header["site"] = "3 Harbour Road"
    for _ in range(scene.dice.choice((1, 1, 2) if scene.narrow else (1, 1, 2, 2, 2, 3))):
        draft.rows += added(scene, draft.next_number(), draft.rows)
    return _submitted(scene, "new-order", draft, set(), set())


@act("oms", 14, "modify-orders service-changes")
def modify_order(scene: Scene) -> Drawn:
    """What a customer has is changed; now and then what it has not, or what is being changed already."""
    if _has_enough(scene):
        return None
    products, stage = named_assets(scene), scene.stage
    shown: list[Asset] = stage.crm.all_assets()  # type: ignore[attr-defined] # beside an order system, the kit's own CRM
    there = {asset.id: asset for asset in shown if asset.there}
    named = [name for name in products if stage.assets.get(name) in there] if not scene.one_in(15) else list(products)
    if scene.calm and not scene.one_in(8):
        busy = {
            row.get("asset") for o in open_orders(scene) if o.name in scene.drafts for row in scene.drafts[o.name].rows
        }
        named = [name for name in named if name not in busy]
    return _change_of(scene, named, there) if named else None


def change_of_holdings(scene: Scene) -> Act:
    """What a customer has from before the history is changed, by the first order of it."""
    return _change_of(scene, [row["asset"] for row in scene.drafts["HOLDINGS"].rows], {})


def _change_of(scene: Scene, named: list[str], there: dict[str, Asset]) -> Act:
    """An order that changes some things of these names; ``there`` are those that the customer has, by id.

    Rather it is about what something befell just now, so that a thing is changed that was changed before.
    """
    products, stage = named_assets(scene), scene.stage
    near = [name for name in named if name in _touched(scene)]
    named = near if near and not scene.one_in(3) else named
    draft = Draft(next_name(scene), [], _header(scene))
    about, alike = set(), scene.one_in(4)  # now and then the same is to happen to all of them
    for asset in scene.dice.sample(
        named, min(len(named), scene.dice.choice((1, 1, 2) if scene.narrow else (1, 2, 2, 3, 3)))
    ):
        known, number = there.get(stage.assets.get(asset, "")), draft.next_number()
        like = draft.rows[-1]["action"] if alike and draft.rows else ""
        rows = changed(scene, number, asset, known, products[asset], like)
        if rows[0]["action"] == "Update" and scene.one_in(8):
            rows[0]["site"] = scene.dice.choice(SITES)  # so it is moved without the two halves of a move
        if "dates" in scene.focus and scene.one_in(3) and scene.can("virtual-clock"):
            date = scene.dice.choice(DATES)
            rows = [{**row, "due date": date} for row in rows]
        draft.rows += _in_its_bundle(scene, rows)
        about |= {d.name for d in scene.drafts.values() if any(row.get("asset") == asset for row in d.rows)}
    if scene.one_in(8 if scene.narrow else 4) and not alike:
        draft.rows += added(scene, draft.next_number())
    return _submitted(scene, "modify-order", draft, set(), about)


def _touched(scene: Scene) -> set[str]:
    """What the lines are about, by name, to which something was done just now, or whose order something befell."""
    rows = [(name, row) for name, draft in scene.drafts.items() for row in draft.rows]
    near = [row for name, row in rows if name in scene.latest or (name, row["line"]) in scene.touched]
    return {row["asset"] for row in near if row.get("asset")}


def _in_its_bundle(scene: Scene, rows: list[Row]) -> list[Row]:
    """A change of a component below the line of its bundle, of a bundle with its components, or of one thing."""
    asset = rows[0]["asset"]
    parent, parts = _family(scene, asset)
    if scene.one_in(2) or not (parent or parts) or "product" not in rows[0]:
        return rows
    if parent is not None:
        number = rows[0]["line"]
        top = {"line": number, "action": "-", "asset": parent["asset"], "product": parent["product"]}
        return [top, *({**row, "line": f"{number}.{place}"} for place, row in enumerate(rows, 1))]
    if rows[0]["action"] in ("Update", "-"):
        return rows
    below = [
        {**row, "line": f"{row['line']}.{place}", "asset": part["asset"], "product": part["product"]}
        for row in rows
        for place, part in enumerate(parts, 1)
    ]
    return [*rows, *below]


def _family(scene: Scene, asset: str) -> tuple[Row | None, list[Row]]:
    """What an asset is a component of, and what its components are, by the order that brought it."""
    for draft in scene.drafts.values():
        for row in draft.rows:
            if row.get("asset") == asset and row["action"] == "Add":
                above = row["line"].rpartition(".")[0]
                parent = next((other for other in draft.rows if above and other["line"] == above), None)
                parts = [other for other in draft.rows if other["line"].rpartition(".")[0] == row["line"]]
                return parent, [part for part in parts if part.get("asset")]
    return None, []


def open_orders(scene: Scene) -> list[Order]:
    """The orders that are submitted, and neither over nor refused altogether as far as the CRM was told."""
    known = [o for o in scene.stage.orders.values() if o.submissions and o.status not in ("COMPLETE", "CANCELLED")]
    return [o for o in known if not o.refusals or o.status not in (None, "REFUSED")]


@act("oms", 14, "follow-ons")
def follow_on(scene: Scene) -> Drawn:
    """What another order is to bring, or to change, is changed once that is done."""
    bases = bases_of(scene)
    if not bases:
        return None
    name = scene.one_of([draft.name for draft, _ in bases])
    mine = [(draft, row) for draft, row in bases if draft.name == name]
    parts = [(draft, row) for draft, row in mine if "." in row["line"]]
    base, row = scene.dice.choice(parts if parts and "bundles" in scene.focus and not scene.one_in(3) else mine)
    draft = Draft(next_name(scene), [building_on(scene, base, row, 1)], _header(scene))
    others = [other for of, other in bases if of is base and other is not row]
    if others and scene.one_in(4):
        draft.rows.append(building_on(scene, base, scene.dice.choice(others), 2))
    elif scene.one_in(3):
        draft.rows += added(scene, 2)
    return _submitted(scene, "follow-on", draft, set(), {base.name})


def bases_of(scene: Scene, but: str = "") -> list[tuple[Draft, Row]]:
    """What open orders, ``but`` one, are to bring or to change, each line with its order."""
    names = [order.name for order in open_orders(scene) if order.name in scene.drafts and order.name != but]
    rows = [(scene.drafts[name], row) for name in names for row in scene.drafts[name].rows]
    return [(draft, row) for draft, row in rows if row.get("asset") and row["action"] in BUILT_ON]


def building_on(scene: Scene, base: Draft, row: Row, number: int) -> Row:
    """A line that changes what a line of another order brings or changes, once that is done."""
    follow: Row = {"line": str(number), "asset": row["asset"], "product": row["product"], "action": "Update"}
    follow["depends on"] = f"line {row['line']} of {base.name}"
    if row["action"] in ("Suspend", "Resume") or scene.one_in(3 if "service-changes" in scene.focus else 8):
        follow["action"] = scene.dice.choice((*BUILT_ON[row["action"]], "Delete"))
    if follow["action"] == "Update" or scene.one_in(3):
        altered(scene, follow)
    return follow


def _is_between(scene: Scene, name: str) -> bool:
    """Whether an order builds on one, and another one on it."""
    rows = [(draft.name, row.get("depends on", "")) for draft in scene.drafts.values() for row in draft.rows]
    return any(of == name and base for of, base in rows) and any(base.endswith(f" of {name}") for _, base in rows)


@act("oms", 22, "cancellation")
def cancel(scene: Scene) -> Drawn:
    """An order is not wanted any more."""
    ended = [o for o in scene.stage.orders.values() if o.submissions] if scene.one_in(12) else []
    by_delete = scene.claims.switches["cancel"] == "delete"  # what that means for a line that adds nothing is left open
    orders = ended or open_orders(scene)
    names = [order.name for order in orders if not by_delete or all(line.action == "Add" for line in order.lines)]
    if not names:
        return None
    between = [name for name in names if _is_between(scene, name)]
    name = scene.one_of(between if between and scene.one_in(2) else names)
    return done("cancel", [when(f'the CRM cancels order "{name}"')], "cancellation", {name})


@act("oms", 2)
def flawed_order(scene: Scene) -> Drawn:
    """An order that nobody can fulfil: it is to be refused, and nothing done for it."""
    draft = Draft(next_name(scene), added(scene, 1), {})
    match scene.dice.choice(("account", "price list", "product", "action", "asset", "halves", "lines")):
        case "account":
            draft.header["account"] = ""
        case "price list":
            draft.header["price list"] = ""
            draft.rows[0]["price list"] = ""
        case "product":
            draft.rows[0]["product"] = ""
        case "action":
            draft.rows[0]["action"] = scene.dice.choice(("Upgrade", "add", "-"))
        case "asset":
            draft.rows = [
                {"line": "1", "action": "Update", "asset": f"LOST-{scene.fresh()}", "product": "Internet Access"}
            ]
            draft.rows[0]["price list"] = a_list(scene)
        case "halves":
            halves = (("Move-Add", 1, SITES[0]), ("Move-Delete", 2, SITES[1]))
            names = list(named_assets(scene))[:2]
            if len(names) < len(halves):
                return None
            draft.rows = [
                {"line": str(n), "action": action, "asset": name, "product": named_assets(scene)[name], "site": site}
                for (action, n, site), name in zip(halves, names, strict=True)
            ]
        case "lines":
            draft.rows = draft.rows[:1]
            draft.rows[0] |= {"action": "Move-Add", "asset": f"LOST-{scene.fresh()}"}
    return _submitted(scene, "flawed-order", draft, set(), set())
