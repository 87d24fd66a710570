"""How histories around an integration layer begin, and how they end: with everybody there and nothing held back."""

from collections.abc import Iterator

from ordertck.harness.explore.acts import Act, Scene, closing, done, given, opening, when
from ordertck.harness.explore.drafts import LISTS, entered, mechanisms_of
from ordertck.harness.explore.integration.neighbours import NEIGHBOURS
from ordertck.harness.explore.integration.orders import header_of, is_held, lines_of
from ordertck.harness.explore.order_draft import Draft

# What has become of the order with which a history begins.
_SO_FAR = (
    " and has had it provisioned", " and has had it billed and provisioned", " and has had it billed and provisioned",
    " and provisioning works on it", " and provisioning works on it", "",
)  # fmt: skip


@opening("integration", focused=True)
def openings(scene: Scene) -> Iterator[Act]:
    """Billing with ids of its own, provisioning or billing that take their time, an order that is under way: mostly."""
    if scene.can("billing-receipts") and scene.one_in(2):
        yield done("billings-ids", [given("billing gives lines ids of its own")])
    if not scene.one_in(3):
        so_far = scene.dice.choice(_SO_FAR)
    else:
        so_far = scene.dice.choice([so_far for so_far in _SO_FAR if "billed" not in so_far])
        yield done("billing-pauses", [given("billing holds its work")])
    if scene.one_in(6):
        return
    base = Draft("BASE", [], header_of(scene))
    for _ in range(scene.dice.choice((1, 2, 2) if scene.narrow else (1, 2, 2, 3))):
        base.rows += lines_of(scene, base)
    for row in base.rows if "billed" in so_far and not base.header.get("price list") else ():
        row["price list"] = row.get("price list") or scene.dice.choice(LISTS)  # what is charged goes on some list
    if "provision" in so_far and scene.one_in(3):
        line = scene.dice.choice(base.rows)["line"]
        yield done(
            "work-fails", [*entered(base), given(f'provisioning cannot do line {line} of order "BASE"')], "failures"
        )
        entry = []
    else:
        entry = entered(base)
    scene.drafts["BASE"] = base
    sentence = given(f'the order system has order "BASE"{so_far}')
    yield done("order-under-way", [*entry, sentence], " ".join(mechanisms_of(base)), {"BASE"})


@closing("integration")
def closings(scene: Scene) -> Iterator[Act]:
    """Whoever was away is back, the queue is read, and what was held is done."""
    if is_held(scene):
        yield done("queue-is-released", [when("the intake is released")], "", set(scene.drafts))
    for edge in sorted(scene.stage.closures.away):
        yield done("neighbour-is-back", [when(f"{NEIGHBOURS[edge]} can be reached again")], "", set(scene.drafts))
    if scene.stage.provisioning.holds and not scene.one_in(4):
        yield done("work-goes-on", [when("provisioning takes up its work again")])
    if scene.stage.billing.holds and not scene.one_in(4):
        yield done("billing-goes-on", [when("billing takes up its work again")])
