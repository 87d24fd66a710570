"""What users enter and submit: new orders, drafts, changes of what there is, follow-on orders."""

from collections.abc import Mapping

from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import Act, Drawn, Scene, act, done, when
from ordertck.harness.explore.crm.at_the_desk import (
    asset_id,
    drafts,
    entered,
    is_taken,
    open_there,
    orders_about,
    shown_assets,
    submitted,
)
from ordertck.harness.explore.drafts import (
    DATES,
    LISTS,
    PRIORITIES,
    SITES,
    a_list,
    added,
    altered,
    changed,
    mechanisms_of,
    next_name,
)
from ordertck.harness.explore.drafts import entered as entering
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.explore.ordered import named_assets

# What fulfilment fills in of what is sold, and of whatever has nothing of its own.
FILLED_IN = {
    "VoIP Voicemail": (("greeting", "new"), ("serial", "N-17")),
    "Static Address": (("version", "v6"), ("serial", "N-18")),
    "Internet Access": (("speed", "90"), ("serial", "N-18")),
}
SERIALS = (("serial", "N-17"), ("serial", "N-18"))


def a_priority(scene: Scene) -> str:
    """A priority that a user can pick; one of those by which a CRM was extended, where it was."""
    return scene.dice.choice((*PRIORITIES, "Escalated") if scene.can("extended-priorities") else PRIORITIES)


def a_header(scene: Scene) -> dict[str, str]:
    """What the header says besides the usual: nothing, as a rule."""
    header: dict[str, str] = {}
    if scene.keen("price-lists", 4) and scene.can("header-price-list-choice"):
        header["price list"] = scene.dice.choice(LISTS)
    if scene.keen("dates", 6):
        header["due date"] = scene.dice.choice(("in 1 day", *DATES[:5]))
    if scene.keen("priorities", 6) and "order-priorities" not in scene.claims.leaves_out:
        header["priority"] = a_priority(scene)
    if scene.one_in(8):
        header["site"] = scene.dice.choice(SITES)
    if scene.one_in(12):
        header["account"] = "Neighbour"
    if scene.one_in(3 if "mails" in scene.notes else 12):
        header["payer"] = "Payer"
    if scene.one_in(15) and scene.can("shipping-information"):
        header |= {"ship to": scene.dice.choice(SITES), "ship by": scene.dice.choice(("courier", "post"))}
    return header


def bought(scene: Scene, number: int) -> list[Row]:
    """The rows of a product that is bought; one for a supervisor now and then."""
    if scene.can("approval") and scene.one_in(2 if "approval" in scene.notes else 20):
        row = {"line": str(number), "action": "Add", "product": "Leased Line", "price list": a_list(scene)}
        row["asset"] = f"LEASED-{scene.fresh()}"
        if scene.one_in(3) and scene.knows("service-points"):
            row["service point"] = scene.dice.choice(("Customer", "Neighbour"))
        return [row]
    rows = added(scene, number)
    if "bundles" in scene.notes and len(rows) == 1:
        rows = added(scene, number)
    for row in rows:
        row.pop("due date", None)  # nobody enters the date of a line
        if scene.one_in(5) and scene.knows("service-points"):
            row["service point"] = scene.dice.choice(("Customer", "Neighbour"))
    return rows


def begun(scene: Scene, kind: str, draft: Draft, mechanisms: str, about: set[str]) -> Act:
    """An order is entered; then it is submitted, or fulfilled at once, or left lying."""
    scene.drafts[draft.name] = draft
    steps, found = entering(draft), mechanisms_of(draft) | set(mechanisms.split())
    if any(row.get("product") == "Leased Line" for row in draft.rows):
        found.add("approval")
    fulfils = not scene.claims.leaves_out & {"order-tracking", "installed-base"}
    leaves, ends = 8 if "drafts" in scene.notes else 2, 5 if scene.focus & _CHAINED else 2
    match scene.dice.choice(("submit",) * 7 + ("fulfil",) * ends + ("leave",) * leaves):
        case "fulfil" if fulfils and "approval" not in found:
            steps.append(when(f'order "{draft.name}" is submitted'))
            if scene.keen("points-of-no-return", 12):
                steps.append(when(f'the order system has order "{draft.name}" past its points of no return'))
                found.add("points-of-no-return")
            if scene.keen("filled-in-data", 12):
                steps.append(_filled_in(scene, draft))
                found.add("filled-in-data")
            steps.append(when(f'the order system reports the status "COMPLETE" of order "{draft.name}"'))
        case "leave":
            found.add("drafts")
        case _:
            steps.append(when(f'order "{draft.name}" is submitted'))
    return done(kind, steps, " ".join(sorted(found)), {draft.name, *about})


def _filled_in(scene: Scene, draft: Draft) -> Step:
    row = scene.dice.choice(draft.rows)
    name, value = scene.dice.choice(FILLED_IN.get(row.get("product", ""), SERIALS))
    sentence = f'the order system reports the value "{value}" of "{name}" of line {row["line"]}'
    return when(f'{sentence} of order "{draft.name}"')


# What is about one thing again and again: a history that is about it has orders that are soon over.
_CHAINED = frozenset({"modify-orders", "service-changes"})
# What is about several orders: a history that is about none of it has one at a time, to which all happens.
_SEVERAL = frozenset({"follow-ons", "modify-orders", "service-changes", "dates", "cancellation"})


def _has_enough(scene: Scene) -> bool:
    """Whether no further order is to come, since enough are about: rather something befalls these."""
    enough = min(1 + len(scene.focus & _SEVERAL), 3) if scene.focus else 2
    return len(open_there(scene)) + len(drafts(scene)) >= enough and not scene.one_in(4)


@act("crm", 10, basic=True)
def new_order(scene: Scene) -> Drawn:
    """Something is ordered."""
    if _has_enough(scene):
        return None
    draft = Draft(next_name(scene), [], a_header(scene))
    alike = _like_before(scene)
    for _ in range(scene.dice.choice((1, 1, 2, 2, 3, 3)) if not alike else 0):
        draft.rows += bought(scene, draft.next_number())
    draft.rows += alike
    if scene.one_in(3 if "bundles" in scene.notes else 5):
        draft.rows += _once_more(scene, draft)
    return begun(scene, "new-order", draft, "", set())


def _like_before(scene: Scene) -> list[Row]:
    """Now and then the same as an earlier order has, so that the two are told apart by their numbers alone."""
    earlier = [
        d for name, d in scene.drafts.items() if name != "HOLDINGS" and all(r["action"] == "Add" for r in d.rows)
    ]
    if not earlier or not scene.one_in(4):
        return []
    rows = scene.dice.choice(earlier).rows
    return [{**row, "asset": f"ALIKE-{scene.fresh()}"} for row in rows]


def _once_more(scene: Scene, draft: Draft) -> list[Row]:
    """The same as in the first line of an order, in one thing otherwise now and then."""
    number, top = draft.next_number(), draft.rows[0]["line"].partition(".")[0]
    first = [row for row in draft.rows if row["line"].partition(".")[0] == top]
    again = [{**row, "line": f"{number}{row['line'][len(top) :]}", "asset": f"AGAIN-{scene.fresh()}"} for row in first]
    if scene.one_in(2):
        altered(scene, scene.dice.choice([again[0], *again]))
    for row in again:
        row.pop("due date", None)
    return again


@act("crm", 18, "modify-orders service-changes")
def modify_order(scene: Scene) -> Drawn:
    """What a customer has is changed; now and then what it has not, or what is being changed already."""
    if _has_enough(scene):
        return None
    products, there = named_assets(scene), shown_assets(scene)
    known = {name: there.get(asset_id(scene, name)) for name in products}
    names = [name for name in products if known[name]] if not scene.one_in(20) else list(products)
    return _change_of(scene, names, known) if names else None


def change_of_holdings(scene: Scene) -> Act:
    """What a customer has from before the history is changed, by the first order of it."""
    return _change_of(scene, [row["asset"] for row in scene.drafts["HOLDINGS"].rows], {})


def _change_of(scene: Scene, names: list[str], known: Mapping[str, Asset | None]) -> Act:
    """An order that changes some things of these names; ``known`` is how the desk shows them."""
    products = named_assets(scene)
    draft, about = Draft(next_name(scene), [], a_header(scene)), set()
    draft.header.pop("account", None)
    latest = [name for name in names if orders_about(scene, name) & scene.latest]
    mine = latest if latest and scene.one_in(2) else names
    for asset in scene.dice.sample(mine, min(len(mine), scene.dice.choice((1, 2, 3, 3, 4)))):
        number = draft.next_number()
        if products[asset] == "VoIP Service Bundle" and scene.one_in(2):
            draft.rows += _one_part_more(scene, number, asset)
        else:
            draft.rows += changed(scene, number, asset, known.get(asset), products[asset])
        about |= orders_about(scene, asset)
    if scene.one_in(2 if "approval" in scene.focus else 3):
        draft.rows += bought(scene, draft.next_number())
    return begun(scene, "modify-order", draft, "", about)


def _one_part_more(scene: Scene, number: int, asset: str) -> list[Row]:
    """A bundle that a customer has stays as it is, and gets a further component."""
    part = {"line": f"{number}.1", "action": "Add", "product": "VoIP Voicemail", "asset": f"PART-{scene.fresh()}"}
    return [{"line": str(number), "action": "-", "asset": asset, "product": "VoIP Service Bundle"}, part]


@act("crm", 2)
def flawed_order(scene: Scene) -> Drawn:
    """An order that is to be refused, or completed by a user."""
    draft = Draft(next_name(scene), bought(scene, 1), {})
    match scene.dice.choice(("account", "price list", "action", "asset", "half", "lines")):
        case "account":
            draft.header["account"] = ""
        case "price list":
            draft.header["price list"] = ""
        case "action":
            draft.rows[0]["action"] = scene.dice.choice(("Upgrade", "add"))
        case "asset":
            lost = f"LOST-{scene.fresh()}"
            draft.rows = [{"line": "1", "action": "Update", "asset": lost, "product": "Internet Access"}]
        case "half":
            names = list(named_assets(scene))[:1]
            if not names:
                return None
            product = named_assets(scene)[names[0]]
            half = {"line": "1", "action": "Move-Add", "asset": names[0], "product": product, "site": SITES[1]}
            draft.rows = [half]
        case "lines":
            draft.rows = [{"line": "1", "action": "Delete", "asset": f"LOST-{scene.fresh()}", "product": "Home Router"}]
    return begun(scene, "flawed-order", draft, "", set())


@act("crm", 24)
def draft_is_submitted(scene: Scene) -> Drawn:
    """A user submits what lay about; a supplemental perhaps."""
    names = [order.name for order in drafts(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    sentence = f'order "{name}" is submitted'
    if scene.one_in(4) and "order-priorities" not in scene.claims.leaves_out:
        picked = f'with priority "{a_priority(scene)}"' if not scene.one_in(4) else "without priority"
        sentence = f'a user submits order "{name}" {picked}'
    mechanisms = {"drafts"} | ({"supplementals"} if is_taken(scene, scene.stage.orders[name]) else set())
    return done("draft-is-submitted", [when(sentence)], " ".join(sorted(mechanisms)), {name})


@act("crm", 2)
def submitted_again(scene: Scene) -> Drawn:
    """A user presses Submit once more."""
    names = [order.name for order in submitted(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    return done("submitted-again", [when(f'order "{name}" is submitted')], "redelivery", {name})


@act("crm", 4)
def order_is_looked_at(scene: Scene) -> Drawn:
    """A user looks at an order, or saves it once more as it is."""
    names = [order.name for order in entered(scene)]
    if not names:
        return None
    name = scene.one_of(names)
    sentence = f'a user looks at order "{name}"' if scene.one_in(2) else f'order "{name}" is saved again'
    return done("order-is-looked-at", [when(sentence)], "", {name})
