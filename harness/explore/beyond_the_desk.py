"""What orders of an order system name besides what is entered at a desk: prices by hand, and how many there are."""

from ordertck.harness.explore.acts import Scene
from ordertck.harness.messages.roles import Trait

PRICES = ("9.50", "12.00", "4.90")
MANY = ("1", "2", "3")


def prices_by_hand(scene: Scene) -> bool:
    """Whether orders of an order system name prices that were entered by hand."""
    about = "price-lists" in scene.focus and Trait.ORDERS.of(scene.claims.roles)
    return about and scene.can("price-lists-on-modify-orders")


def may_be_several(scene: Scene, product: str) -> bool:
    """Whether orders of an order system name how many there are to be of a product, of which there may be several."""
    return bool(scene.focus) and product == "Static Address" and Trait.ORDERS.of(scene.claims.roles)
