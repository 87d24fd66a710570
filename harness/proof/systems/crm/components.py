"""CRMs that go wrong over the price lists of bundles and their components."""

from dataclasses import replace

from ordertck.harness.messages import DeskShown
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference import crm as reference
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, Refused, Submissions
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PL-13 PL-14 PL-15 PL-17")
class CopiesNothing(CustomerRelations):
    """Sends the components of a bundle as they were entered."""

    class Submissions(reference.Submissions):
        """Sends what was entered."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return line.price_list


@wrong("crm", breaks="PL-13 PL-17")
class PutsComponentsOnTheHeader(CustomerRelations):
    """Sends the components of a bundle on the header's price list."""

    class Submissions(reference.Submissions):
        """Fills components from the header."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return order.price_list if line.parent else line.price_list


class _Choosy(Submissions):
    kind = ""

    def customizable(self, line: CrmLine) -> bool:
        product = self.catalogue.products.get(line.product or "")
        return product is not None and product.customizable and product.subject != self.kind


@wrong("crm", breaks="PL-13 PL-17")
class OverlooksServiceBundles(CustomerRelations):
    """Copies the price list to components, but not to those of a service bundle."""

    class Submissions(_Choosy):
        """Overlooks one kind."""

        kind = "service bundle"


@wrong("crm", breaks="PL-13")
class OverlooksMarketingBundles(CustomerRelations):
    """Copies the price list to components, but not to those of a marketing bundle."""

    class Submissions(_Choosy):
        """Overlooks one kind."""

        kind = "marketing bundle"


@wrong("crm", breaks="PL-13")
class OverlooksOtherCustomizableProducts(CustomerRelations):
    """Copies the price list to the components of bundles, but not to those of other customizable products."""

    class Submissions(_Choosy):
        """Overlooks one kind."""

        kind = "customizable product"


@wrong("crm", breaks="PL-13")
class CopiesToTheNeighbours(CustomerRelations):
    """Copies a bundle's price list to the products beside it as well."""

    class Submissions(reference.Submissions):
        """Fills every blank with the first list that a bundle has."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            bundles = [other.price_list for other in order.lines.values() if self.customizable(other)]
            return super().price_list(order, line) or next(iter(bundles), None)


@wrong("crm", breaks="PL-13")
class CopiesTheFirstBundlesList(CustomerRelations):
    """Gives the components of every bundle the price list of the first one."""

    class Submissions(reference.Submissions):
        """Takes the first bundle for all."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            bundles = [other.price_list for other in order.lines.values() if self.customizable(other)]
            return bundles[0] if line.parent and bundles else super().price_list(order, line)


@wrong("crm", breaks="PL-13 PL-17")
class CopiesAtEntry(CustomerRelations):
    """Writes the bundle's price list on a component while the order is still being entered."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        super().enter_line(ref, fields)
        order = self.order(fields["order"])
        line = order.lines[ref]
        order.lines[ref] = replace(line, price_list=self.submissions.price_list(order, line))
        return self.screens.line(order.lines[ref])


@wrong("crm", breaks="PL-14")
class CopiesOneLevelDeep(CustomerRelations):
    """Copies a bundle's price list to its components, but not to the components of these."""

    class Submissions(reference.Submissions):
        """Looks at direct components."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return super().price_list(order, line) if len(order.outermost(line)) < 2 else line.price_list


@wrong("crm", breaks="PL-14")
class LetsTheNearestBundleDecide(CustomerRelations):
    """Lets a customizable product inside a bundle have a price list of its own, and copies that."""

    class Submissions(reference.Submissions):
        """Copies from the nearest that names a list."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            named = [above.price_list for above in order.outermost(line) if above.price_list]
            return line.price_list or (named[-1] if named else None)

    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        if not self.submissions.customizable(line):
            super().require_own_list(order, line)


@wrong("crm", breaks="PL-15")
class LetsComponentsBePriced(CustomerRelations):
    """Lets a user give a component a price list, and sends it."""

    class Submissions(reference.Submissions):
        """Sends the component's own list first."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return line.price_list or super().price_list(order, line)

    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None: ...


@wrong("crm", breaks="PL-15")
class LetsComponentsBePricedOnChanges(LetsComponentsBePriced):
    """Lets a user give a component a price list, but on change orders only."""

    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        if line.action == "Add":
            CustomerRelations.require_own_list(self, order, line)


@wrong("crm", breaks="PL-15")
class LocksTheBundleToo(CustomerRelations):
    """Does not let the price list of a bundle with components be changed."""

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        line = self.order(fields["order"]).lines.get(ref)
        if line is not None and self.submissions.customizable(line):
            raise Refused("the bundle's price list is fixed")
        return super().price_line(ref, fields)


@wrong("crm", breaks="PL-15")
class MovesTheBundleWithItsComponent(CustomerRelations):
    """Gives the whole bundle the price list that a user tries to give a component."""

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(fields["order"])
        above = order.outermost(order.lines[ref])
        return super().price_line(above[0].ref if above else ref, fields)
