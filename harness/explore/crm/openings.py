"""How histories at the desk begin: with what a customer has, or with nothing; and what else they are about."""

from ordertck.harness.explore.acts import Act, Scene, opening
from ordertck.harness.explore.holdings import holdings

# What a history may be about besides orders, and how often: once in so many.
ABOUT = (("quotes", 6), ("offices", 4), ("checks", 7), ("approval", 4), ("bundles", 4), ("drafts", 4))


@opening("crm")
def openings(scene: Scene) -> list[Act]:
    """The acts that a history begins with."""
    scene.notes = frozenset(name for name, times in ABOUT if scene.one_in(times))
    fulfils = not scene.claims.leaves_out & {"installed-base", "order-tracking"}
    return holdings(scene) if fulfils and scene.one_in(2) else []
