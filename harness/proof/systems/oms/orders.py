"""Order systems that misread orders and their lines."""

from collections.abc import Iterator

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.intake import Intake, Objection
from ordertck.harness.reference.oms.order_management import Fulfilment, LineFulfilment, OrderManagement


class Careless(OrderManagement):
    """An order system with an intake of its own; ``overlooks`` says which objections it does not raise."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.intake = _CarelessIntake(self, self.intake)

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        """Whether this system lets the order pass all the same."""
        return False


class _CarelessIntake(Intake):
    def __init__(self, system: Careless, careful: Intake) -> None:
        self._system, self._careful = system, careful

    def objections(self, order: SalesOrder, priority: int | None) -> Iterator[Objection]:
        for objection in self._careful.objections(order, priority):
            if not self._system.overlooks(objection, order):
                yield objection

    def unchanged(self, line: OrderLine) -> bool:
        return self._careful.unchanged(line)


class Picky(OrderManagement):
    """An order system that refuses more than it should; ``rejects`` says which lines."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        for line in order.lines:
            if self.rejects(line):
                return self.refuse(order, Objection("not supported", line.id))
        return super().take_in(order, message)

    def rejects(self, line: OrderLine) -> bool:
        """Whether this system does not take such a line."""
        return False


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
class TakesOrdersAndForgetsThem(OrderManagement):
    """Takes every order and starts none."""

    def start_next(self) -> None: ...


@wrong("oms", breaks="OM-02")
class TakesLinesWithoutAHeader(Careless):
    """Fulfils lines that come without any header."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return not order.account and not order.price_list


@wrong("oms", breaks="OM-02")
class KnowsTopLinesOnly(OrderManagement):
    """Shows the lines at the top of an order, but not those under them."""

    def answer(self, query: Message) -> None:
        super().answer(query)
        self._drop_nested()

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment, *(line for line in lines if not line.line.parent))

    def _drop_nested(self) -> None:
        answer = self.out[-1]
        order = self.orders.get(answer.body["order"])
        nested = {line_id for line_id, line in order.lines.items() if line.line.parent} if order else set()
        shown = [line for line in answer.body["lines"] if line["line"] not in nested]
        self.out[-1] = replace(answer, body={**answer.body, "lines": shown})


@wrong("oms", breaks="OM-03")
class FillsTheFirstLineOnly(OrderManagement):
    """Lets the header's price list hold for the first line only."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        chosen = super().price_list(order, line)
        return chosen if line.price_list or line is order.lines[0] else None


@wrong("oms", breaks="OM-03")
class FillsTopLinesOnly(OrderManagement):
    """Lets the header's price list hold for lines at the top, not for those under them."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list if line.parent else super().price_list(order, line)


@wrong("oms", breaks="OM-03")
class ForgetsTheHeadersAddress(OrderManagement):
    """Provisions a line without an address of its own nowhere in particular."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        return super().plan(replace(order, site=None), line)


@wrong("oms", breaks="OM-03")
class SendsEverythingToTheHeadersAddress(OrderManagement):
    """Provisions every line at the header's address, whatever the line says."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        return super().plan(order, replace(line, site=order.site) if order.site else line)


@wrong("oms", breaks="OM-04")
class TakesAMissingActionForAdd(Careless):
    """Adds what a line of a new order names without saying what is to happen to it."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "no action" in objection.reason or ("is no line action" in objection.reason and "''" in objection.reason)

    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(line if line.action else replace(line, action="Add") for line in order.lines)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="OM-04")
class PassesOverLinesAboutNothing(OrderManagement):
    """Leaves out a line that has no product, and fulfils the rest."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        super().take_in(replace(order, lines=tuple(line for line in order.lines if line.product)), message)


@wrong("oms", breaks="OM-04")
class SetsUpWithoutSpeed(OrderManagement):
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
class WaitsForPromotionsToBeProvisioned(OrderManagement):
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
class FoldsDiscountsIntoTheLineAbove(OrderManagement):
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
class BillsTheFirstEventOnly(OrderManagement):
    """Has one pricing event of a product billed, and leaves out the others."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        events = [other for other in order.lines if other.subject == "pricing event"]
        if line in events[1:]:
            planned.work = replace(planned.work, billing=None)
        return planned


@wrong("oms", breaks="OM-07")
class ProvisionsPricingEvents(OrderManagement):
    """Sends pricing events to the network, as if they were services."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        if line.subject != "pricing event":
            return super().plan(order, line)
        planned = super().plan(order, replace(line, product="Film Rental"))
        return LineFulfilment(line, planned.asset, planned.price_list, planned.work)


@wrong("oms", breaks="OM-08")
class AbortsOnUnknownKinds(OrderManagement):
    """Refuses a whole order for one line of a kind that is not on the list."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if any(line.subject == "equipment" for line in order.lines):
            return self.refuse(order, Objection("unknown kind of product"))
        return super().take_in(order, message)


@wrong("oms", breaks="OM-08")
class SkipsUnknownKinds(OrderManagement):
    """Lets a line of a kind that is not on the list disappear without a word."""

    def update(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        super().update(fulfilment, *(line for line in lines if line.line.subject != "equipment"))
