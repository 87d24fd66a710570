"""What happens to an order behind an integration layer: the CRM, the order system and neighbours say more of it.

The layer hands on whatever comes, whatever came before.
"""

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.sequel.integration import asked, submitted, told  # noqa: F401 - each registers its scenes
from ordertck.harness.bench.sequel.scenes import Draw, Role, has_sequels
from ordertck.harness.bench.stage import Stage

# One sequel in so many begins with a breakdown, where the system can be started again.
_BREAKDOWNS = 5


def _orders(stage: Stage) -> list[Order]:
    return [order for order in stage.orders.values() if stage.order_system.versions(order.number)]


def _begins(stage: Stage, draw: Draw) -> None:
    if "billing-receipts" in stage.claims.capabilities and not stage.billing.held:
        stage.billing.own_ids = stage.billing.own_ids or draw.chance(2)
    if draw.chance(_BREAKDOWNS) and "restartable" in stage.claims.capabilities:
        stage.channel.break_down()


has_sequels("integration", Role(_orders, _begins))
