"""CRMs that go wrong over the price lists of bundles and their components."""

from dataclasses import replace

from ordertck.harness.messages import DeskShown
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import PricesComponents
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, OrderEntry, Parts, Refused, Submissions
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PL-13 PL-14 PL-15 PL-17")
class CopiesNothing(Submissions):
    """Sends the components of a bundle as they were entered."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return line.price_list


@wrong("crm", breaks="PL-13 PL-17")
class PutsComponentsOnTheHeader(Submissions):
    """Sends the components of a bundle on the header's price list."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return order.price_list if line.parent else line.price_list


class _Choosy(Submissions):
    kind = ""

    def customizable(self, line: CrmLine) -> bool:
        product = self.catalogue.products.get(line.product or "")
        return product is not None and product.customizable and product.subject != self.kind


@wrong("crm", breaks="PL-13 PL-17")
class OverlooksServiceBundles(_Choosy):
    """Copies the price list to components, but not to those of a service bundle."""

    kind = "service bundle"


@wrong("crm", breaks="PL-13")
class OverlooksMarketingBundles(_Choosy):
    """Copies the price list to components, but not to those of a marketing bundle."""

    kind = "marketing bundle"


@wrong("crm", breaks="PL-13")
class OverlooksOtherCustomizableProducts(_Choosy):
    """Copies the price list to the components of bundles, but not to those of other customizable products."""

    kind = "customizable product"


@wrong("crm", breaks="PL-13")
class CopiesToTheNeighbours(Submissions):
    """Copies a bundle's price list to the products beside it as well."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        bundles = [other.price_list for other in order.lines.values() if self.customizable(other)]
        return super().price_list(order, line) or next(iter(bundles), None)


@wrong("crm", breaks="PL-13")
class CopiesTheFirstBundlesList(Submissions):
    """Gives the components of every bundle the price list of the first one."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        bundles = [other.price_list for other in order.lines.values() if self.customizable(other)]
        return bundles[0] if line.parent and bundles else super().price_list(order, line)


@wrong("crm", breaks="PL-13 PL-17")
class CopiesAtEntry(OrderEntry):
    """Writes the bundle's price list on a component while the order is still being entered."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        super().enter_line(ref, fields)
        order = self.orders.order(fields["order"])
        line = order.lines[ref]
        order.lines[ref] = replace(line, price_list=self.submissions.price_list(order, line))
        return self.screens.line(order.lines[ref])


@wrong("crm", breaks="PL-14")
class CopiesOneLevelDeep(Submissions):
    """Copies a bundle's price list to its components, but not to the components of these."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return super().price_list(order, line) if len(order.outermost(line)) < 2 else line.price_list


class _CopiesTheNearest(Submissions):
    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        named = [above.price_list for above in order.outermost(line) if above.price_list]
        return line.price_list or (named[-1] if named else None)


class _PricesInnerBundles(OrderEntry):
    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        if not self.submissions.customizable(line):
            super().require_own_list(order, line)


@wrong("crm", breaks="PL-14")
class LetsTheNearestBundleDecide(CustomerRelations):
    """Lets a customizable product inside a bundle have a price list of its own, and copies that."""

    parts = Parts(submissions=_CopiesTheNearest, entry=_PricesInnerBundles)


class _SendsTheComponentsList(Submissions):
    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return line.price_list or super().price_list(order, line)


class _PricesComponentsOnChanges(OrderEntry):
    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        if line.action == "Add":
            super().require_own_list(order, line)


@wrong("crm", breaks="PL-15")
class LetsComponentsBePriced(CustomerRelations):
    """Lets a user give a component a price list, and sends it."""

    parts = Parts(submissions=_SendsTheComponentsList, entry=PricesComponents)


@wrong("crm", breaks="PL-15")
class LetsComponentsBePricedOnChanges(CustomerRelations):
    """Lets a user give a component a price list, but on change orders only."""

    parts = Parts(submissions=_SendsTheComponentsList, entry=_PricesComponentsOnChanges)


@wrong("crm", breaks="PL-15")
class LocksTheBundleToo(OrderEntry):
    """Does not let the price list of a bundle with components be changed."""

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        line = self.orders.order(fields["order"]).lines.get(ref)
        if line is not None and self.submissions.customizable(line):
            raise Refused("the bundle's price list is fixed")
        return super().price_line(ref, fields)


@wrong("crm", breaks="PL-15")
class MovesTheBundleWithItsComponent(OrderEntry):
    """Gives the whole bundle the price list that a user tries to give a component."""

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields["order"])
        above = order.outermost(order.lines[ref])
        return super().price_line(above[0].ref if above else ref, fields)
