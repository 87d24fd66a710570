"""How histories around an integration layer begin, and how they end: with everybody there and nothing held back."""

from collections.abc import Iterator

from ordertck.harness.explore.acts import Act, Scene, closing, done, given, opening, when
from ordertck.harness.explore.integration.neighbours import NEIGHBOURS
from ordertck.harness.explore.integration.orders import is_held


@opening("integration")
def openings(scene: Scene) -> Iterator[Act]:
    """Billing with ids of its own, provisioning that takes its time: each now and then."""
    if scene.can("billing-receipts") and scene.one_in(3):
        yield done("billings-ids", [given("billing gives lines ids of its own")])
    if scene.one_in(2):
        yield done("work-is-held", [given("provisioning holds its work")])


@closing("integration")
def closings(scene: Scene) -> Iterator[Act]:
    """Whoever was away is back, the queue is read, and what was held is done."""
    if is_held(scene):
        yield done("queue-is-released", [when("the intake is released")], "", set(scene.drafts))
    for edge in sorted(scene.stage.away):
        yield done("neighbour-is-back", [when(f"{NEIGHBOURS[edge]} can be reached again")], "", set(scene.drafts))
    if scene.stage.provisioning.holds and not scene.one_in(4):
        yield done("work-goes-on", [when("provisioning takes up its work again")])
    if scene.stage.billing.holds and not scene.one_in(4):
        yield done("billing-goes-on", [when("billing takes up its work again")])
