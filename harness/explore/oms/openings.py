"""How histories begin: with what a customer has, with work that is held, with every place taken, or with nothing."""

from ordertck.harness.explore.acts import Act, Scene, done, given, opening
from ordertck.harness.explore.drafts import ATTRIBUTES, LISTS, SITES, Draft, Row

_ASSETS = ("HOME", "OFFICE", "SHED")
_SOLD = ("Internet Access", "Internet Access", "Static Address", "Home Router", "VoIP Access", "Loyalty Discount")


@opening("oms")
def openings(scene: Scene) -> list[Act]:
    """The acts that a history begins with."""
    found = []
    if scene.one_in(3):
        found += _holdings(scene)
    if scene.can("limited-capacity") and scene.one_in(5):
        found.append(done("places-are-taken", [given("orders held at provisioning take every place")], "priorities"))
    elif not scene.one_in(4):
        found.append(done("work-is-held", [given("provisioning holds its work")]))
    return found


def _holdings(scene: Scene) -> list[Act]:
    rows = [_holding(scene, asset) for asset in _ASSETS[: scene.dice.choice((1, 2, 3))]]
    draft = Draft("HOLDINGS", [{"line": str(place), "action": "Add", **row} for place, row in enumerate(rows, 1)])
    scene.drafts["HOLDINGS"] = draft
    columns = [c for c in ("asset", "product", "price list", "site", *_attributes()) if any(row.get(c) for row in rows)]
    table = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    acts = [done("holdings", [given("the customer has", table)], "", {"HOLDINGS"})]
    if scene.one_in(3):
        asset = scene.dice.choice([row["asset"] for row in rows])
        sentence = given(f'the customer\'s "{asset}" is suspended')
        acts.append(done("suspended", [sentence], "service-changes", {"HOLDINGS"}))
    return acts


def _attributes() -> list[str]:
    return [attribute for known in ATTRIBUTES.values() for attribute in known]


def _holding(scene: Scene, asset: str) -> Row:
    product = scene.dice.choice(_SOLD)
    row = {"asset": asset, "product": product, "price list": scene.dice.choice(LISTS)}
    row |= {name: scene.dice.choice(values) for name, values in ATTRIBUTES.get(product, {}).items()}
    if not scene.one_in(4):
        row["site"] = scene.dice.choice(SITES)
    return row
