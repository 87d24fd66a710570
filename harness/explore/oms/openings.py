"""How histories begin: with what a customer has, with work that is held, with every place taken, or with nothing."""

from ordertck.harness.explore.acts import Act, Scene, done, given, opening, when
from ordertck.harness.explore.holdings import holdings
from ordertck.harness.explore.lives import narrowed
from ordertck.harness.explore.oms.order_acts import change_of_holdings, new_order

# What orders say, of what a history is about.
WRITTEN = ("price-lists", "bundles", "dates", "priorities", "service-points")


@opening("oms", focused=True)
def openings(scene: Scene) -> list[Act]:
    """The acts that a history begins with."""
    found = []
    if scene.narrow:
        scene.focus = narrowed(scene, WRITTEN)
    if scene.focus & {"modify-orders", "service-changes"} or scene.one_in(4):
        found += holdings(scene)
    if scene.can("limited-capacity") and scene.keen("priorities", 15) and not scene.one_in(3):
        found.append(done("places-are-taken", [given("orders held at provisioning take every place")], "priorities"))
    elif not scene.one_in(24 if scene.calm else 8):
        found.append(done("work-is-held", [given("provisioning holds its work")]))
    if scene.focus & {"supplementals", "cancellation"} and scene.one_in(3):
        found.append(done("taken-back-slowly", [given("provisioning holds the work of releasing reservations")]))
    if scene.one_in(2 if scene.calm else 3):
        found.append(done("billing-is-held", [when("billing holds its work")]))
    has = scene.drafts.get("HOLDINGS")
    drawn = change_of_holdings(scene) if has is not None and not scene.one_in(3) else new_order(scene)
    if drawn is not None and not scene.one_in(8):
        found.append(drawn)
    return found
