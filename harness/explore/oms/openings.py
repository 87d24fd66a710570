"""How histories begin: with what a customer has, with work that is held, with every place taken, or with nothing."""

from ordertck.harness.explore.acts import Act, Scene, done, given, opening
from ordertck.harness.explore.holdings import holdings


@opening("oms")
def openings(scene: Scene) -> list[Act]:
    """The acts that a history begins with."""
    found = []
    if scene.one_in(3):
        found += holdings(scene)
    if scene.can("limited-capacity") and scene.one_in(5):
        found.append(done("places-are-taken", [given("orders held at provisioning take every place")], "priorities"))
    elif not scene.one_in(4):
        found.append(done("work-is-held", [given("provisioning holds its work")]))
    return found
