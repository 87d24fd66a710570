"""Order systems that lose prices, lists and values of a line when something is changed or taken back."""

from ordertck.harness.messages import OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Compensation, Fulfilment, LineFulfilment, Planning


@wrong("oms", breaks="PL-31")
class TellsBillingOfNoPrices(Planning):
    """Tells billing of lists only, and of no price that was entered by hand."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        return _at_price(super().plan(order, line), None)


@wrong("oms", breaks="SU-06", where="price-lists+supplementals")
class DropsPricesInRevisions(Planning):
    """Reads the prices that were entered by hand from the first version of an order only."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        revised = line.action == "Add" and order.order in self.book.orders
        return _at_price(planned, None) if revised else planned


@wrong("oms", breaks="PL-26")
class DropsThePriceOfARevisedChange(Planning):
    """Tells billing of the new list of a revised change, and not of the price that was entered for it."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        revised = line.action == "Update" and order.order in self.book.orders
        return _at_price(planned, None) if revised else planned


@wrong("oms", breaks="SU-06", where="price-lists+supplementals")
class GivesRevisedLinesOnePrice(Planning):
    """Charges all lines of a revision at the price that was entered for the first of them."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        revised = line.action == "Add" and order.order in self.book.orders
        return _at_price(planned, order.lines[0].override) if revised and line.override else planned


@wrong("oms", breaks="PL-29", where="price-lists+bundles+modify-orders")
class MovesComponentsWithTheirBundle(Planning):
    """Moves every component on the order to the list that is given to its bundle, whether it is updated or not."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        moved = any(other.id == line.parent and other.action == "Update" and other.override for other in order.lines)
        return super().plan(order, replace(line, action="Update") if moved and line.action == "-" else line)


@wrong("oms", breaks="UF-07", where="supplementals+filled-in-data")
class ForgetsValuesOfRevisedProducts(Compensation):
    """Forgets what was filled in for a product when one line of it is to be set up otherwise."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        otherwise = old.work.provisioning != new.work.provisioning
        super().alter(known, old, new)
        if otherwise:
            for line in known.lines.values():
                if line.line.product == new.line.product:
                    line.assigned.clear()


class _TakesBackChanges(Compensation):
    """Has billing take a change back to a list of its own choice."""

    def list_before(self, known: Fulfilment, line: LineFulfilment) -> str | None:
        """The list that billing is to go back to."""
        raise NotImplementedError

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        begun = line.work.billing
        if begun is None or begun.effect != "change" or not line.initiated:
            super().undo_billing(known, line)
            return
        line.sent = False
        self.send_billing(known, "all", replace(begun, price_list=self.list_before(known, line)))


@wrong("oms", breaks="PV-05", where="price-lists+cancellation")
class TakesBackToTheNewList(_TakesBackChanges):
    """Names the list of the change when billing is to take the change back."""

    def list_before(self, known: Fulfilment, line: LineFulfilment) -> str | None:
        return line.price_list


@wrong("oms", breaks="PV-05")
class TakesBackToTheHeader(_TakesBackChanges):
    """Has a change that is not wanted any more taken back to the list of the order's header."""

    def list_before(self, known: Fulfilment, line: LineFulfilment) -> str | None:
        return known.order.price_list


def _at_price(planned: LineFulfilment, price: str | None) -> LineFulfilment:
    """The plan of a line, charged at another price."""
    if planned.work.billing is not None:
        planned.work = replace(planned.work, billing=replace(planned.work.billing, override=price))
    return planned


@wrong("oms", breaks="PL-31", where="price-lists+bundles")
class DropsThePriceOfAComponent(Planning):
    """Tells billing of the list of a component that an order adds, and not of the price that was entered for it."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        return _at_price(planned, None) if line.action == "Add" and line.parent and line.price_list else planned
