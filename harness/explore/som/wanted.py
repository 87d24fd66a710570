"""What service order management is asked for: services that are added, and changes of those that are there."""

from collections.abc import Collection

from ordertck.harness.explore.acts import Scene
from ordertck.harness.explore.drafts import SITES
from ordertck.harness.explore.order_draft import Draft, Row

# How a thing can be set up, by its product. Values are odd on purpose: whatever spells them otherwise shows.
SETTINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "Internet Access": {"speed": ("100", "500", "0050"), "upload": ("10", "20")},
    "Static Address": {"version": ("v4", "v6", "V4 & v6")},
    "VoIP Access": {"number": ("020 7946 0123", "0049 Köln")},
    "VoIP Voicemail": {
        "greeting": ("own", "Grüezi <A> & Bö", "Please leave your message after the tone. " * 3 + "Bye")
    },
}
_COUNTED = ("Static Address", "VoIP Access")
# What is ordered, with its components, and how often.
_SOLD: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (8, "Internet Access", ()),
    (8, "Static Address", ()),
    (6, "VoIP Access", ()),
    (3, "VoIP Voicemail", ()),
    (2, "Fibre Connection", ()),
    (6, "VoIP Service Bundle", ("VoIP Access", "VoIP Voicemail")),
    (2, "VoIP Service Bundle", ("VoIP Access", "VoIP Access")),
    (2, "Home Starter Pack", ("Internet Access", "Static Address")),
    (1, "Home Router", ()),
)
_UNKNOWN = 40  # once in so many lines a product that no network has, or a quantity that is none


def added(scene: Scene, number: int) -> list[Row]:
    """The rows of a service that is ordered, its components below it."""
    single = [known for known in _SOLD if known[1] in SETTINGS]
    sold = single if scene.narrow and "bundles" not in scene.focus else _SOLD
    before = {row["product"] for draft in scene.drafts.values() for row in draft.rows}
    if scene.one_in(4):  # two alike are told apart by their ids alone
        sold = tuple(known for known in sold if known[1] in before) or sold
    _, product, components = scene.dice.choices(sold, [weight for weight, *_ in sold])[0]
    return [
        addition(scene, str(number), product),
        *(addition(scene, f"{number}.{place}", component) for place, component in enumerate(components, 1)),
    ]


def addition(scene: Scene, line: str, product: str) -> Row:
    """The row of one thing that is added."""
    row = {"line": line, "action": "Add", "product": product}
    row["asset"] = f"{product.partition(' ')[0].upper()}-{scene.fresh()}"
    row["site"] = scene.dice.choice(SITES) if not scene.one_in(8 if scene.narrow else 3) else ""
    for name, values in SETTINGS.get(product, {}).items():
        if not scene.one_in(3):
            row[name] = scene.dice.choice(values)
    if product in _COUNTED and (scene.one_in(2) or scene.narrow):
        row["quantity"] = scene.dice.choice(("2", "3", "5"))
    if scene.one_in(8):
        row["service point"] = scene.dice.choice(("Customer", "Neighbour"))
    if scene.one_in(_UNKNOWN):
        row |= {"product": "Moon Base"} if scene.one_in(2) else {"quantity": "many"}
    return row


def altered(scene: Scene, row: Row, assigned: Collection[str] = ()) -> None:
    """Want a line otherwise, in one thing; rather in one of those to which the network has ``assigned`` a value."""
    settings = SETTINGS.get(row["product"], {})
    choices = [*settings, *settings, "site"]
    if row["product"] in _COUNTED:
        choices += ["quantity", "quantity"]
    own = [name for name in settings if name in assigned]  # it is named by hand after the network had its say
    what = scene.dice.choice(own if own and not scene.one_in(3) else choices)
    values = {"quantity": ("1", "2", "3", "4", "5"), "site": SITES}.get(what) or settings[what]
    row[what] = scene.dice.choice([value for value in values if value != row.get(what)])
    if what != "site" and scene.one_in(6):
        row.pop(what)  # a version that does not say so any more


def changed(scene: Scene, number: int, known: Row) -> list[Row]:
    """The rows of a change of a service, as ``known`` has it now."""
    row = {"line": str(number), "product": known["product"], "asset": known["asset"], "site": known.get("site", "")}
    sites = _sites(scene, known["asset"])
    action = _action(scene, known, sites)
    if action == "Move" and row["site"]:
        new = scene.dice.choice([site for site in SITES if site != row["site"]])
        if scene.one_in(5):  # it is set up there already
            return [{**_kept(known), **row, "action": "Move-Add"}]
        halves = [{**_kept(known), **row, "action": "Move-Add", "site": new}, {**row, "action": "Move-Delete"}]
        if scene.one_in(2):
            halves.reverse()
        if scene.one_in(3):  # it is to stand here and there
            halves = [half for half in halves if half["action"] == "Move-Add"]
        return [{**half, "line": str(number + place)} for place, half in enumerate(halves)]
    row["action"] = "Update" if action == "Move" else action
    row["site"] = _place(scene, row, sites)
    if row["action"] == "Update":
        row |= _kept(known)
        settings = SETTINGS.get(known["product"], {})
        for name in scene.dice.sample(list(settings), min(len(settings), scene.dice.choice((0, 1, 1, 2)))):
            row[name] = scene.dice.choice(settings[name])
        if known["product"] in _COUNTED and scene.one_in(2):
            row["quantity"] = scene.dice.choice(("1", "2", "4"))
        wanders = scene.narrow or "service-points" in scene.focus
        if row["site"] and scene.one_in(2 if wanders and len(sites) < 2 else 4):
            row["site"] = scene.dice.choice([site for site in SITES if site != row["site"]])
    return [row]


def _action(scene: Scene, known: Row, sites: list[str]) -> str:
    """What is done to a service: rather what makes a difference to one that rests, or stands here and there."""
    action = scene.dice.choice(("Update", "Update", "Update", "Suspend", "Suspend", "Resume", "Delete", "Move"))
    if "service-points" in scene.focus and scene.one_in(3):
        action = "Move"
    if known.get("action") == "Suspend":
        return scene.dice.choice(("Resume", "Update", "Update", action))
    return scene.dice.choice(("Delete", "Delete", "Update", "Suspend", "Resume")) if len(sites) > 1 else action


def _place(scene: Scene, row: Row, sites: list[str]) -> str:
    """At which place a service is changed: one of those where it stands, or now and then one where it was, or none."""
    if len(sites) > 1:
        return scene.dice.choice(sites)
    return scene.dice.choice(("", *_ever(scene, row["asset"]))) if scene.one_in(4) else row["site"]


def is_peculiar(scene: Scene, known: Row) -> bool:
    """Whether a service rests, or stands here and there: what is done to it then is done seldom."""
    return known["action"] == "Suspend" or len(_sites(scene, known["asset"])) > 1


def _sites(scene: Scene, asset: str) -> list[str]:
    """Where a thing stands by the orders so far: where it was set up, and not taken away since."""
    found: dict[str, None] = {}
    for row in (row for draft in scene.drafts.values() for row in draft.rows if row["asset"] == asset):
        if row["action"] in ("Delete", "Move-Delete"):
            found.pop(row.get("site", ""), None)
        elif row["action"] in ("Add", "Move-Add") and row.get("site"):
            found[row["site"]] = None
        elif row["action"] == "Update" and row.get("site") and len(found) == 1:
            found = {row["site"]: None}
    return list(found)


def _ever(scene: Scene, asset: str) -> list[str]:
    """Where a thing was ordered so far."""
    rows = [row for draft in scene.drafts.values() for row in draft.rows if row["asset"] == asset]
    return [site for site in dict.fromkeys(row.get("site", "") for row in rows) if site]


def _kept(known: Row) -> Row:
    """How many there are: how many are meant by a change that does not say so is nobody's rule."""
    return {"quantity": known["quantity"]} if known.get("quantity") else {}


def services(scene: Scene) -> dict[str, Row]:
    """What was ordered so far, by asset, as it was wanted last."""
    found: dict[str, Row] = {}
    for draft in scene.drafts.values():
        for row in draft.rows:
            had = found.get(row["asset"], {})
            if row["action"] != "Move-Delete":
                found[row["asset"]] = {**had, **{name: cell for name, cell in row.items() if cell}}
    return found


def owners(scene: Scene, asset: str) -> set[str]:
    """The orders that are about an asset."""
    return {draft.name for draft in scene.drafts.values() if any(row["asset"] == asset for row in draft.rows)}


def mechanisms_of(draft: Draft) -> set[str]:
    """The mechanisms that an order sets going by what stands in it."""
    found = set()
    if any("." in row["line"] for row in draft.rows):
        found.add("bundles")
    if any(row["action"] != "Add" for row in draft.rows):
        found.add("service-changes")
    if any(row.get("service point") for row in draft.rows) or len({row.get("site", "") for row in draft.rows}) > 1:
        found.add("service-points")
    return found
