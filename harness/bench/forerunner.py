"""The forerunner: an order that no feature has, taken from its entry to its completion before an example begins.

Whoever knows the examples by heart does not know it.
"""

from ordertck.harness.bench.parts.crm import Table
from ordertck.harness.bench.stage import Stage
from ordertck.harness.claims import Claims
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Status, WorkUpdate
from ordertck.harness.messages.roles import Trait
from ordertck.harness.variation import Variation, number_of

_MOST_LINES = 4


def takes_orders(claims: Claims) -> bool:
    """Whether a simple order can be taken through a system: not by a CRM in which it needs a quote."""
    return not Trait.DESK.of(claims.roles) or "direct-orders" in claims.capabilities


def runs_ahead(stage: Stage, variation: Variation) -> None:
    """Have an order of the seed's fulfilled. Raises ``Breach`` where it is not."""
    order = stage.crm.new_order("ORDER", _table(stage.directory.catalogue, variation, stage.id))
    try:
        stage.crm.submit(order)
        if "order-tracking" in stage.claims.leaves_out:
            arrived = stage.order_system.versions
            stage.eventually(lambda: bool(arrived(order.number)), "it on its way", lambda: "nothing")
        else:
            stage.fulfilment.fulfil(order)
        if Trait.SERVICES.of(stage.claims.roles) and not Trait.ORDERS.of(stage.claims.roles):
            owed = {stage.order_system.known_as(line.id) for line in order.lines}
            stage.eventually(lambda: owed <= _done(stage.central.heard), "each line done", lambda: "not each")
    except Breach as breach:
        raise Breach(f"an order fulfilled that came before the example: {breach.expected}", breach.seen) from None


def _done(told: list[WorkUpdate]) -> set[str]:
    return {update.line for update in told if update.value == Status.COMPLETE}


def _table(catalogue: Catalogue, variation: Variation, example: str) -> Table:
    """One to four lines, each of a product that is sold by itself, and provisioned where the usual one is."""
    target = catalogue.products[catalogue.usual_product].target
    plain = [
        product.name
        for product in catalogue.products.values()
        if product.target == target and product.billed and product.trackable and product.subject == "simple product"
        if not product.components and not product.approval and product.name != catalogue.phone_number
    ]
    number = number_of(example)
    count = 1 + variation.below(_MOST_LINES, "lines", number)
    chosen = variation.shuffled(plain, by=lambda name: f"{number} {name}")[:count]
    return [["line", "product"], *([str(number), name] for number, name in enumerate(chosen, 1))]
