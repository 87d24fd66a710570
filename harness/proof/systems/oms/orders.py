"""Order systems that misread orders and their lines."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Careless, Picky
from ordertck.harness.reference.oms import (
    Fulfilment,
    LineFulfilment,
    Objection,
    Orchestration,
    OrderManagement,
    Outbox,
    Planning,
)


@wrong("oms", breaks="OM-01")
class FulfilsOrdersOfNobody(Careless):
    """Fulfils an order that names no customer."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "customer" in objection.reason


@wrong("oms", breaks="OM-01")
class FulfilsEmptyOrders(Careless):
    """Takes an order without a line, and says nothing more of it."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "no line" in objection.reason


@wrong("oms", breaks="OM-01")
class TakesOrdersAndForgetsThem(Orchestration):
    """Takes every order and starts none."""

    def start_next(self) -> None: ...


@wrong("oms", breaks="OM-02")
class TakesLinesWithoutAHeader(Careless):
    """Fulfils lines that come without any header."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return not order.account and not order.price_list


@wrong("oms", breaks="OM-02")
class KnowsTopLinesOnly(Outbox):
    """Shows the lines at the top of an order, but not those under them."""

    def answer(self, query: Message) -> None:
        super().answer(query)
        self._drop_nested()

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment, *(line for line in lines if not line.line.parent))

    def _drop_nested(self) -> None:
        answer = self.out[-1]
        order = self.book.orders.get(answer.body["order"])
        nested = {line_id for line_id, line in order.lines.items() if line.line.parent} if order else set()
        shown = [line for line in answer.body["lines"] if line["line"] not in nested]
        self.out[-1] = replace(answer, body={**answer.body, "lines": shown})


@wrong("oms", breaks="OM-03")
class FillsTheFirstLineOnly(Planning):
    """Lets the header's price list hold for the first line only."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        chosen = super().price_list(order, line)
        return chosen if line.price_list or line is order.lines[0] else None


@wrong("oms", breaks="OM-03")
class FillsTopLinesOnly(Planning):
    """Lets the header's price list hold for lines at the top, not for those under them."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list if line.parent else super().price_list(order, line)


@wrong("oms", breaks="OM-03")
class ForgetsTheHeadersAddress(Planning):
    """Provisions a line without an address of its own nowhere in particular."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        return super().plan(replace(order, site=None), line)


@wrong("oms", breaks="OM-03")
class KeepsTheFirstHeadersAddress(Planning):
    """Goes on with the address of the first version's header when a revision names another one."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        known = self.book.orders.get(order.order)
        return super().plan(replace(order, site=known.order.site) if known else order, line)


@wrong("oms", breaks="OM-03")
class SendsEverythingToTheHeadersAddress(Planning):
    """Provisions every line at the header's address, whatever the line says."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        return super().plan(order, replace(line, site=order.site) if order.site else line)


@wrong("oms", breaks="OM-04")
class TakesAMissingActionForAdd(OrderManagement):
    """Adds what a line of a new order names without saying what is to happen to it."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(line if line.action else replace(line, action="Add") for line in order.lines)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="OM-04")
class PassesOverLinesAboutNothing(OrderManagement):
    """Leaves out a line that has no product, and fulfils the rest."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        super().take_in(replace(order, lines=tuple(line for line in order.lines if line.product)), message)


@wrong("oms", breaks="OM-04")
class SetsUpWithoutSpeed(Planning):
    """Provisions what a line is about, but not as the line says."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        return super().plan(order, replace(line, attributes={}))


@wrong("oms", breaks="OM-05")
class TakesSimpleProductsOnly(Picky):
    """Refuses everything but simple products."""

    def rejects(self, line: OrderLine) -> bool:
        return line.subject in ("customizable product", "service bundle", "promotion")


@wrong("oms", breaks="OM-05")
class CannotFulfilSimpleProducts(Picky):
    """Takes bundles, and refuses a product that stands by itself."""

    def rejects(self, line: OrderLine) -> bool:
        return line.subject == "simple product" and not line.parent


@wrong("oms", breaks="OM-05")
class WaitsForPromotionsToBeProvisioned(Orchestration):
    """Waits for ever for provisioning to complete a promotion that it was never sent."""

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if line.line.subject != "promotion":
            super().provisioned(fulfilment, line)


@wrong("oms", breaks="OM-05")
class LosesComponents(OrderManagement):
    """Fulfils a bundle and forgets what it consists of."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        super().take_in(replace(order, lines=tuple(line for line in order.lines if not line.parent)), message)


@wrong("oms", breaks="OM-06")
class FoldsDiscountsIntoTheLineAbove(Planning):
    """Does not bill a discount on its own line."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.subject == "discount":
            planned.work = replace(planned.work, billing=None)
        return planned


@wrong("oms", breaks="OM-06")
class EndsDiscountsWithTheirProductOnly(Picky):
    """Refuses to end a discount by itself."""

    def rejects(self, line: OrderLine) -> bool:
        return line.subject == "discount" and line.action == "Delete"


@wrong("oms", breaks="OM-07")
class BillsTheFirstEventOnly(Planning):
    """Has one pricing event of a product billed, and leaves out the others."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        events = [other for other in order.lines if other.subject == "pricing event"]
        if line in events[1:]:
            planned.work = replace(planned.work, billing=None)
        return planned


@wrong("oms", breaks="OM-07")
class ProvisionsPricingEvents(Planning):
    """Sends pricing events to the network, as if they were services."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        if line.subject != "pricing event":
            return super().plan(order, line)
        whole = next(p for p in self.catalogue.products.values() if p.subject == "multi-event product")
        planned = super().plan(order, replace(line, product=whole.name))
        return LineFulfilment(line, planned.asset, planned.price_list, planned.work)


@wrong("oms", breaks="OM-08")
class AbortsOnUnknownKinds(OrderManagement):
    """Refuses a whole order for one line of a kind that is not on the list."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if any(line.subject == "equipment" for line in order.lines):
            return self.outbox.refuse(order.order, Objection("unknown kind of product"))
        return super().take_in(order, message)


@wrong("oms", breaks="OM-08")
class SkipsUnknownKinds(Outbox):
    """Lets a line of a kind that is not on the list disappear without a word."""

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment, *(line for line in lines if line.line.subject != "equipment"))
