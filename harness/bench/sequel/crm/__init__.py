"""What happens to an order at the desk of a CRM: users think again, sell more, and hear how fulfilment gets on.

Users look at everything at the end, so that what is shown is judged as well.
"""

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.sequel.crm import changed, news, quoted, records  # noqa: F401 - each registers its scenes
from ordertck.harness.bench.sequel.crm.standing import is_plain, was_refused
from ordertck.harness.bench.sequel.scenes import Draw, Role, has_sequels
from ordertck.harness.bench.stage import Stage
from ordertck.harness.variation import number_of

# One example in so many has a sequel: what one costs is as much as an example.
_EVERY = 3
# One sequel in so many begins with a breakdown, where the system can be started again.
_BREAKDOWNS = 5


def _orders(stage: Stage) -> list[Order]:
    """What was entered; where that is nothing, an order that a user has yet to enter. None while somebody is silent."""
    if int(number_of(stage.id)) % _EVERY or stage.back_offices.silent or stage.check_services.silent:
        return []
    if not all(office.up for office in stage.back_offices.systems.values()):
        return []
    if was_refused(stage) or not all(is_plain(stage, order) for order in stage.orders.values()):
        return []
    return [order for order in stage.orders.values() if order.entered] or [stage.crm.new_order("SEQUEL")]


def _begins(stage: Stage, draw: Draw) -> None:
    if draw.chance(_BREAKDOWNS) and "restartable" in stage.claims.capabilities:
        stage.channel.break_down()


def _ends(stage: Stage) -> None:
    """Users look at what closes no example: the revisions of each order, and the profiles of their customers."""
    known = [order for order in stage.orders.values() if order.entered and order.kind == "order"]
    if "revisions-before-submission" in stage.claims.capabilities:
        for order in known:
            stage.desk.look("revisions", stage.desk.ref(order))
    if "installed-base" not in stage.claims.leaves_out:
        for account in sorted({order.account for order in known if order.account}):
            stage.desk.look("profile", account)


has_sequels("crm", Role(_orders, _begins, _ends))
