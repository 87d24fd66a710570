"""What was ordered in a history so far, by whomever."""

from ordertck.harness.bench.orders import Order
from ordertck.harness.explore.acts import Scene


def submitted(scene: Scene) -> list[Order]:
    """The orders that were submitted."""
    return [order for order in scene.stage.orders.values() if order.submissions and order.name in scene.drafts]


def named_assets(scene: Scene) -> dict[str, str]:
    """What was ever ordered under a name, by it, with its product."""
    return {row["asset"]: row["product"] for draft in scene.drafts.values() for row in draft.rows if row.get("asset")}
