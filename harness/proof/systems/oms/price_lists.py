"""Order systems that go wrong over price lists on new orders."""

from ordertck.harness.messages import OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Fulfilment, LineFulfilment, Orchestration, Planning


@wrong("oms", breaks="PL-09")
class LeavesBlankPriceLists(Planning):
    """Bills a line that has no price list without one."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list


@wrong("oms", breaks="PL-09")
class FillsWithTheAccountsList(Planning):
    """Fills a blank line with the price list that customers have by default, not with the header's."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list or self.catalogue.account_price_list


@wrong("oms", breaks="PL-09")
class FillsWithTheConfiguredDefault(Planning):
    """Fills a blank line with the integration's configured default, not with the header's list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list or self.catalogue.integration_price_list


@wrong("oms", breaks="PL-09")
class RemembersTheFirstHeader(Planning):
    """Fills blank lines of every order with the header's list of the first order that it ever saw."""

    first: str | None = None

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        self.first = self.first or order.price_list
        return line.price_list or self.first


@wrong("oms", breaks="PL-09")
class TakesBlankTextForAList(Planning):
    """Fills a price list that is left out, but takes one that is blank text for a name."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return order.price_list if line.price_list is None else line.price_list


@wrong("oms", breaks="PL-10 PL-04")
class LetsTheHeaderWin(Planning):
    """Charges every line on the header's list, whatever the line says."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return order.price_list


@wrong("oms", breaks="PL-10")
class ReplacesListsItCannotResolve(Planning):
    """Puts the header's list in the place of a price list that has no rate plan."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        chosen = super().price_list(order, line)
        return chosen if self.catalogue.rate_plan(chosen) else order.price_list


@wrong("oms", breaks="PL-04")
class AllowsOneListAnOrder(Planning):
    """Charges every line that names a list on the first list that any line names."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        named = next((other.price_list for other in order.lines if other.price_list), None)
        return named if line.price_list else order.price_list


@wrong("oms", breaks="PL-04")
class TakesTheHeadersOwnListForNone(Planning):
    """Takes a line that names the header's own list for one that was left to the account's list."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        chosen = super().price_list(order, line)
        return self.catalogue.account_price_list if line.price_list == order.price_list else chosen


@wrong("oms", breaks="PL-16")
class TakesTheNeighboursList(Planning):
    """Fills a blank line with the list of another line on the order."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        named = next((other.price_list for other in order.lines if other.price_list), None)
        return line.price_list or named or order.price_list


@wrong("oms", breaks="PL-17")
class PutsComponentsOnTheHeadersList(Planning):
    """Charges the components of a bundle on the header's list, though they came with the bundle's."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return order.price_list if line.parent else super().price_list(order, line)


@wrong("oms", breaks="PL-17")
class BillsBundlesAsAWhole(Planning):
    """Has the bundle billed, but not its components."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.parent:
            planned.work = replace(planned.work, billing=None)
        return planned


@wrong("oms", breaks="PL-17")
class BillsEveryLineTwice(Orchestration):
    """Has what is already charged charged a second time when an order is complete."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        if fulfilment.open == 0 and len(fulfilment.lines) > 1:
            self.bill(fulfilment, "all", list(fulfilment.lines.values()))
