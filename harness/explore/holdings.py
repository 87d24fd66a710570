"""Holdings: what a customer has when a history begins."""

from ordertck.harness.explore.acts import Act, Scene, done, given
from ordertck.harness.explore.beyond_the_desk import MANY, may_be_several
from ordertck.harness.explore.drafts import ATTRIBUTES, LISTS, POINTS, SITES, attributes_of
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.messages.roles import Trait

_ASSETS = ("HOME", "OFFICE", "SHED", "FLAT")
_SOLD = ("Internet Access", "Internet Access", "Static Address", "Home Router", "VoIP Access", "Loyalty Discount")
_PARTS = ("VoIP Access", "VoIP Voicemail")
_COLUMNS = ("line", "asset", "product", "price list", "site", "service point", "quantity")


def holdings(scene: Scene) -> list[Act]:
    """The acts that give the customer some assets, one of them suspended now and then."""
    rows = _of_the_focus(scene) if scene.focus else _plain(scene, (1, 2, 3))
    scene.drafts["HOLDINGS"] = Draft("HOLDINGS", rows)
    numbered = any("." in row["line"] for row in rows)
    columns = [c for c in (*_COLUMNS, *_attributes()) if any(row.get(c) for row in rows) and (numbered or c != "line")]
    table = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    acts = [done("holdings", [given("the customer has", table)], "", {"HOLDINGS"})]
    if scene.one_in(3):
        asset = scene.dice.choice([row["asset"] for row in rows])
        sentence = given(f'the customer\'s "{asset}" is suspended')
        acts.append(done("suspended", [sentence], "service-changes", {"HOLDINGS"}))
    return acts


def _plain(scene: Scene, many: tuple[int, ...], alike: str = "") -> list[Row]:
    assets = _ASSETS[: scene.dice.choice(many)]
    rows = [_holding(scene, asset, alike or scene.dice.choice(_SOLD)) for asset in assets]
    return [{"line": str(place), "action": "Add", **row} for place, row in enumerate(rows, 1)]


def _of_the_focus(scene: Scene) -> list[Row]:
    """Now and then all of a kind, so that they are told apart by their ids alone; and bundles where these matter."""
    rows = _plain(scene, (3, 3, 4), scene.dice.choice(_SOLD) if scene.one_in(4) else "")
    if scene.keen("bundles", 12):
        rows = [part for row in rows for part in (_as_bundle(scene, row) if scene.one_in(2) else [row])]
    return rows


def _as_bundle(scene: Scene, row: Row) -> list[Row]:
    """A bundle with two components in the place of what is there."""
    parts = [_holding(scene, f"{row['asset']}-{product[5:10].upper()}", product) for product in _PARTS]
    for part in parts if Trait.DESK.of(scene.claims.roles) else ():
        part["price list"] = ""  # a component goes with its product's list
    if row.get("site") and scene.one_in(2):
        parts = [{**part, "site": row["site"]} for part in parts]
    bundle = {**row, "product": "VoIP Service Bundle"}
    for attribute in _attributes():
        bundle.pop(attribute, None)
    return [bundle, *({**part, "line": f"{row['line']}.{n}", "action": "Add"} for n, part in enumerate(parts, 1))]


def _attributes() -> list[str]:
    return [attribute for known in ATTRIBUTES.values() for attribute in known]


def _holding(scene: Scene, asset: str, product: str) -> Row:
    row = {"asset": asset, "product": product, "price list": scene.dice.choice(LISTS)}
    row |= {name: scene.dice.choice(values) for name, values in attributes_of(scene, product).items()}
    if may_be_several(scene, product) and scene.one_in(3):
        row["quantity"] = scene.dice.choice(MANY)
    if not scene.one_in(4) or "service-changes" in scene.focus:  # what is somewhere can be moved
        row["site"] = scene.dice.choice(SITES)
    if scene.focus and scene.keen("service-points", 12):
        row["service point"] = scene.dice.choice(POINTS)
    return row
