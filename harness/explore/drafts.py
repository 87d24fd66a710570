"""What stands on orders that are drawn: which products, lists, dates and values, and what is altered of them."""

from collections.abc import Collection

from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import Scene, given
from ordertck.harness.explore.beyond_the_desk import MANY, PRICES, may_be_several, prices_by_hand
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.messages.roles import Trait

_NAMES = ("FIRST", "SECOND", "THIRD", "FOURTH", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH", "TENTH")

LISTS = ("Household Price List", "Seasonal Price List", "Premium Consumer Price List", "Consumer Price List")
SITES = ("12 Mill Lane", "7 Church Close", "3 Harbour Road")
PRIORITIES = ("Low", "Medium", "High", "Urgent")
POINTS = ("Customer", "Neighbour")
DATES = ("now", "in 1 day", "in 2 days", "in 3 days at 23:30 +05:30", "in 3 days at 01:00 -08:00", "2 days ago")
# A text that whoever spells, cuts or counts alters: accents, markup, capitals, digits at its front, and length.
SPELT = "007 Größe & <b>Ärger</b> in Łódź, it's %41; " + "and so on, " * 12 + "to the END"
# What can be altered of a product, and the values that it takes.
ATTRIBUTES: dict[str, dict[str, tuple[str, ...]]] = {
    "Internet Access": {"speed": ("50", "100", "500"), "upload": ("10", "20")},
    "Static Address": {"version": ("v4", "v6")},
    "VoIP Access": {"number": ("555-0100", "555-0101")},
    "VoIP Voicemail": {"greeting": ("plain", "own")},
}
# What a line does that another builds on, and what the other does once that is done: two to draw from beside Delete,
# which so comes about once in three times.
BUILT_ON = {
    "Add": ("Suspend", "Suspend"),
    "Update": ("Suspend", "Suspend"),
    "Suspend": ("Resume", "Resume"),
    "Resume": ("Suspend", "Suspend"),
    "Move-Add": ("Update", "Suspend"),
}
# What is sold, with its components, and how often.
_SOLD: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (10, "Internet Access", ()),
    (8, "Static Address", ()),
    (5, "Home Router", ()),
    (2, "Loyalty Discount", ()),
    (3, "Fibre Connection", ()),
    (2, "Film Rental", ("Film Rental Monthly Fee", "Film Rental Viewing Fee")),
    (2, "Telephone Service", ("Installation",)),
    (1, "Welcome Promotion", ()),
    (4, "VoIP Service Bundle", ("VoIP Access", "VoIP Voicemail")),
    (4, "VoIP Service Bundle", ("VoIP Access", "Handset Kit", ".Handset")),
    (3, "Home Starter Pack", ("Internet Access", "Static Address")),
    (1, "Handset Kit", ("Handset",)),
)
# What nobody provisions.
_CHARGED_ALONE = ("Loyalty Discount", "Welcome Promotion")


def attributes_of(scene: Scene, product: str) -> dict[str, tuple[str, ...]]:
    """What can be altered of a product, with its values; at a desk "number" is the line's own."""
    known = ATTRIBUTES.get(product, {})
    if Trait.DESK.of(scene.claims.roles):
        return {name: values for name, values in known.items() if name != "number"}
    return known


def a_list(scene: Scene, blank: int = 2) -> str:
    """A price list of a line; blank once in so many times."""
    named = not scene.one_in(blank) and scene.knows("price-lists") and scene.can("line-price-lists")
    if scene.focus and not scene.keen("price-lists", 2):
        named = False
    return scene.dice.choice(LISTS) if named else ""


def may_name_a_list(scene: Scene, line: str) -> bool:
    """Whether a line of this number may have a list of its own: at a desk components have none, as a rule."""
    return "." not in line or not Trait.DESK.of(scene.claims.roles) or scene.one_in(12)


def sold(scene: Scene, beside: Collection[Row] = ()) -> tuple[str, tuple[str, ...]]:
    """What is bought, with its components: now and then what was bought before, or stands ``beside`` it."""
    if not scene.focus:
        _, product, components = scene.dice.choices(_SOLD, [weight for weight, _, _ in _SOLD])[0]
        return product, components
    before = {row.get("product") for draft in scene.drafts.values() for row in draft.rows}
    before = {row["product"] for row in beside} if beside and scene.one_in(3) else before
    again = [known for known in _SOLD if known[1] in before]
    choices = again if again and scene.one_in(2) else _SOLD
    bundles = [known for known in choices if known[2]]
    if "bundles" in scene.focus:
        choices = bundles if bundles and not scene.one_in(3) else choices
    elif scene.focus and not scene.one_in(4):
        choices = [known for known in choices if not known[2]] or choices
    if scene.focus & {"filled-in-data", "supplementals"} and not scene.one_in(3):
        choices = [known for known in choices if {known[1], *known[2]} & ATTRIBUTES.keys()] or choices
    if "price-lists" in scene.focus and Trait.ORDERS.of(scene.claims.roles) and scene.one_in(8):
        choices = [known for known in _SOLD if known[1] in _CHARGED_ALONE]
    weights = [weight for weight, _, _ in choices]
    _, product, components = scene.dice.choices(choices, weights)[0]
    return product, components


def added(scene: Scene, number: int, beside: Collection[Row] = ()) -> list[Row]:
    """The rows of a product that is bought, its components below it, ``beside`` others on the order."""
    product, components = sold(scene, beside)
    rows = [_add(scene, str(number), product, a_list(scene))]
    for place, component in enumerate(components, 1):
        below = component.startswith(".")
        # A component of a component stands below the one before it.
        at = f"{number}.{place - 1}.1" if below else f"{number}.{place}"
        listed = "price-lists" in scene.focus and may_name_a_list(scene, at)
        rows.append(_add(scene, at, component.lstrip("."), a_list(scene, 2) if listed else ""))
    return rows


def _add(scene: Scene, line: str, product: str, price_list: str) -> Row:
    row = {"line": line, "action": "Add", "product": product, "price list": price_list}
    row["asset"] = f"{product.partition(' ')[0].upper()}-{scene.fresh()}"
    for attribute, values in attributes_of(scene, product).items():
        if not scene.one_in(3):
            row[attribute] = scene.dice.choice(values)
        if scene.focus and scene.one_in(12):
            row[attribute] = scene.dice.choice((SPELT, "0550101"))
    if scene.focus and scene.one_in(8) and product == "Static Address":
        row["quantity"] = scene.dice.choice(MANY[1:])
    if scene.one_in(3) or (scene.focus & {"service-changes"} and not scene.one_in(3)):
        row["site"] = scene.dice.choice(SITES)
    if scene.keen("service-points", 8):
        row["service point"] = scene.dice.choice(POINTS)
    if prices_by_hand(scene) and scene.one_in(4):
        row["price override"] = scene.dice.choice(PRICES)
    if (not scene.focus or scene.one_in(2)) and scene.keen("dates", 12) and scene.can("virtual-clock"):
        row["due date"] = scene.dice.choice(DATES)
    return row


def altered(scene: Scene, row: Row) -> None:
    """Want a line otherwise, in one thing; one that moves something keeps the places that it names."""
    attributes = attributes_of(scene, row.get("product", ""))
    lists = ["price list"] * 2 if may_name_a_list(scene, row["line"]) or not attributes else []
    choices = [*lists, *attributes, *attributes]
    if scene.one_in(6) and not row.get("action", "").startswith("Move"):
        choices = ["site"]
    if scene.focus and scene.one_in(2):
        focused = [("service-points", "service point"), ("dates", "due date")]
        focused += [("price-lists", "price list")] if lists else []
        if prices_by_hand(scene) and row.get("action") in ("Add", "Update"):
            focused.append(("price-lists", "price override"))
        choices = [column for mechanism, column in focused if mechanism in scene.focus] or choices
    elif "filled-in-data" in scene.focus and attributes:
        choices = [name for name in attributes if row.get(name)] or [*attributes]
    if row.get("quantity") and may_be_several(scene, row["product"]) and scene.one_in(2):
        choices = ["quantity"]
    what = scene.dice.choice(choices)
    named = row.get("price list", "")
    if what == "price list":
        row[what] = a_list(scene, 3)
    if what == "price list" and row[what] == named and attributes:  # no other list can be named: something else, then
        what = scene.dice.choice(list(attributes))
    if what != "price list":
        fixed = {"site": SITES, "service point": POINTS, "due date": DATES, "price override": PRICES, "quantity": MANY}
        values = fixed.get(what) or attributes[what]
        row[what] = scene.dice.choice([value for value in values if value != row.get(what)])


def one_row(scene: Scene, draft: Draft) -> Row:
    """A line of an order, rather one to which something was done just now."""
    near = [row for row in draft.rows if (draft.name, row["line"]) in scene.touched]
    return scene.dice.choice(near if near and not scene.one_in(3) else draft.rows)


def put_back(scene: Scene, draft: Draft) -> Row | None:
    """Now and then, put a line back on an order that an earlier version has left out; None where none is."""
    tops = [row for row in draft.gone if "." not in row["line"]]
    if not tops or scene.one_in(2):
        return None
    draft.puts_back(scene.dice.choice(tops))
    return draft.rows[-1]


def turned(scene: Scene, row: Row) -> None:
    """A line about what a customer has is to do something else with it; one that moves it leads elsewhere."""
    if row["action"] == "Move-Add":
        row["site"] = scene.dice.choice([site for site in SITES if site != row.get("site")])
    elif row["action"] != "Move-Delete":
        row["action"] = scene.dice.choice([a for a in ("Update", "Suspend", "Delete", "Resume") if a != row["action"]])
        for name in ("price list", "price override", *attributes_of(scene, row.get("product", ""))):
            row.pop(name, None)
        if row["action"] == "Update":
            altered(scene, row)
            row.pop("site", None)


def _actions(scene: Scene) -> tuple[str, ...]:
    """What is done to what a customer has, rather what the history is about."""
    services = ("Suspend", "Resume", "Delete", "Move", "Move")
    moves = ("Move", "Move") if Trait.ORDERS.of(scene.claims.roles) and "supplementals" in scene.focus else ()
    if "service-changes" in scene.focus and not scene.one_in(4):
        return (*services, *moves)
    if "modify-orders" in scene.focus:
        return ("Update", "Update", "Update", "-")
    return ("Update", "Update", "Update", "Update", "Suspend", "Resume", "Delete", "Move", "-")


def _site_of(scene: Scene, asset: str) -> str:
    """Where a thing is, or is to be, by the orders so far."""
    rows = [row for draft in scene.drafts.values() for row in draft.rows if row.get("asset") == asset]
    return next((row["site"] for row in reversed(rows) if row.get("site") and row["action"] != "Move-Delete"), "")


def changed(scene: Scene, number: int, asset: str, known: Asset | None, product: str, like: str = "") -> list[Row]:
    """The rows of a change of what a customer has, or is to have, with an action ``like`` another where it can be."""
    row = {"line": str(number), "asset": asset, "product": product}
    action = like.partition("-")[0] or scene.dice.choice(_actions(scene))
    if known is not None and known.status == "Suspended" and not scene.one_in(3):
        action = "Resume"
    elif action == "Resume" and not scene.one_in(6):
        action = "Suspend"
    there = (known.site if known is not None else _site_of(scene, asset)) or ""
    if action == "Move" and not there:
        action = "Update"
    if action == "Move":
        return _moved(scene, row, there)
    row["action"] = action
    if action == "Update":
        _updated(scene, row)
    elif scene.one_in(5):
        row["price list"] = scene.dice.choice(LISTS)
    return [row]


def _moved(scene: Scene, row: Row, there: str) -> list[Row]:
    """Both rows of a move from ``there``, or its first half only."""
    new = scene.dice.choice([site for site in SITES if site != there])
    rows = [
        {**row, "action": "Move-Add", "site": new},
        {**row, "action": "Move-Delete", "site": there, "line": str(int(row["line"]) + 1)},
    ]
    if "service-points" in scene.focus and scene.one_in(2):
        rows[0]["service point"] = scene.dice.choice(POINTS)
    if "price-lists" in scene.focus and scene.one_in(2):
        rows[0]["price list"] = scene.dice.choice(LISTS)
    return rows[:1] if scene.one_in(10) else rows


def _updated(scene: Scene, row: Row) -> None:
    """An Update says what changes: a value, a price, a list, a service point."""
    attributes = attributes_of(scene, row["product"])
    if attributes and not scene.one_in(3):
        what = scene.dice.choice(list(attributes))
        row[what] = scene.dice.choice(attributes[what])
    if may_be_several(scene, row["product"]) and scene.one_in(4):
        row["quantity"] = scene.dice.choice(MANY)
    lists = scene.knows("price-lists") and scene.can("price-lists-on-modify-orders")
    if lists and scene.one_in(3):
        row["price override"] = scene.dice.choice(PRICES)
    if lists and scene.one_in(2):
        row["price list"] = scene.dice.choice(LISTS)
    if scene.keen("service-points", 10):
        row["service point"] = scene.dice.choice(POINTS)


def next_name(scene: Scene) -> str:
    """The name of a further order, which is no number that a CRM may give to another one."""
    number = len(scene.drafts.keys() - {"HOLDINGS"})
    return _NAMES[number] if number < len(_NAMES) else f"FURTHER-{number + 1}"


def entered(draft: Draft) -> list[Step]:
    """The sentences with which an order is entered."""
    name, header = draft.name, dict(draft.header)
    if not header:
        return [given(f'an order "{name}" with', draft.table())]
    if set(header) == {"price list"} and header["price list"]:
        return [given(f'an order "{name}" on the "{header["price list"]}" with', draft.table())]
    return [
        given(f'an order "{name}" with header', [list(header), list(header.values())]),
        given("its lines are", draft.table()),
    ]


def mechanisms_of(draft: Draft) -> set[str]:
    """The mechanisms that an order sets going by what stands in it."""
    rows, header = draft.rows, draft.header
    found = set()
    if header.get("price list") is not None or any(row.get("price list") for row in rows):
        found.add("price-lists")
    if any("." in row["line"] for row in rows):
        found.add("bundles")
    if "due date" in header or any(row.get("due date") for row in rows):
        found.add("dates")
    if any(row.get("service point") for row in rows):
        found.add("service-points")
    if "priority" in header:
        found.add("priorities")
    if any(row.get("depends on") for row in rows):
        found.add("follow-ons")
    if any(row["action"] in ("Move-Add", "Suspend", "Resume", "Delete") for row in rows):
        found.add("service-changes")
    if any(row["action"] == "Update" and not row.get("depends on") for row in rows):
        found.add("modify-orders")
    return found
