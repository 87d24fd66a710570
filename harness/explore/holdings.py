"""Holdings: what a customer has when a history begins."""

from ordertck.harness.explore.acts import Act, Scene, done, given
from ordertck.harness.explore.drafts import ATTRIBUTES, LISTS, SITES, Draft, Row, attributes_of

_ASSETS = ("HOME", "OFFICE", "SHED")
_SOLD = ("Internet Access", "Internet Access", "Static Address", "Home Router", "VoIP Access", "Loyalty Discount")


def holdings(scene: Scene) -> list[Act]:
    """The acts that give the customer some assets, one of them suspended now and then."""
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
    row |= {name: scene.dice.choice(values) for name, values in attributes_of(scene, product).items()}
    if not scene.one_in(4):
        row["site"] = scene.dice.choice(SITES)
    return row
