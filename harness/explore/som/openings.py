"""How histories around service order management begin, and how they end: with everything done that can be done."""

from collections.abc import Iterator

from ordertck.harness.explore.acts import Act, Scene, closing, done, given, opening, when
from ordertck.harness.explore.order_draft import Draft
from ordertck.harness.explore.som.known import is_stopped, resting
from ordertck.harness.explore.som.network import failed
from ordertck.harness.explore.som.orders import change_of_a_service, table
from ordertck.harness.explore.som.wanted import added


@opening("som", focused=True)
def openings(scene: Scene) -> Iterator[Act]:
    """What the customer has already, and a network that takes its time from now on: both as a rule."""
    if not scene.one_in(3):
        base = Draft("BASE", [])
        for _ in range(1 if scene.narrow else scene.dice.choice((1, 2, 2, 3))):
            base.rows += added(scene, base.next_number())
        scene.drafts["BASE"] = base
        steps = [given('an order "BASE" with', table(base)), given('order "BASE" is fulfilled in the network')]
        yield done("holdings", steps, "", {"BASE"})
    if not scene.one_in(6):
        yield done("work-is-held", [given("the network holds its work")])
    if scene.drafts and scene.keen("service-changes", 4) and (change := change_of_a_service(scene)):
        yield change


@closing("som")
def closings(scene: Scene) -> Iterator[Act]:
    """The queue is read, what rests goes on, what failed is mended, and what is held is done: mostly, not always."""
    if is_stopped(scene) and not scene.one_in(8):
        yield done(
            "reader-goes-on", [when("the intake of service order management is released")], "", set(scene.drafts)
        )
    for name in resting(scene) if not scene.one_in(4) else ():
        yield done("order-is-resumed", [when(f'the CRM resumes order "{name}"')], "", {name})
    if scene.stage.network.holds and not scene.one_in(10):
        yield done("work-goes-on", [when("the network takes up its work again")])
    for order, line in failed(scene) if not scene.one_in(3) else ():
        sentence = when(f'the network does line {line} of order "{order}" after all')
        yield done("line-is-mended", [sentence], "failures", {order})
