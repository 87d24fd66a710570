"""CRMs that go wrong over the components of bundles when these are fulfilled, changed or ended one by one."""

from ordertck.harness.messages import LineUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import below, sale_of
from ordertck.harness.reference.crm import Asset, CrmLine, CrmOrder, OrderProgress


class _InBundles(OrderProgress):
    def sold(self, asset: str | None) -> tuple[CrmOrder, CrmLine] | None:
        """The order and the line that brought an asset, where that line was a component or had some."""
        sale = sale_of(self.orders, asset)
        return sale if sale and (sale[1].parent or below(*sale)) else None

    def bundled_with(self, asset: str | None) -> list[Asset]:
        """The assets of the bundle that an asset belongs to, without the asset itself."""
        sale = self.sold(asset)
        if sale is None:
            return []
        order, line = sale
        top = (order.outermost(line) or [line])[0]
        parts = [other for other in order.lines.values() if other is top or top in order.outermost(other)]
        found = (self.assets.get(f"{part.id}-ASSET") for part in parts if f"{part.id}-ASSET" != asset)
        return [known for known in found if known is not None]


@wrong("crm", breaks="AS-01", where="bundles+failures")
class MakesAWholeBundle(OrderProgress):
    """Makes assets of all components once their bundle is complete."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        for part in below(order, line) if order.status == "IN PROGRESS" else ():
            super().convert(order, part)


@wrong("crm", breaks="AS-01", where="bundles+failures")
class ForgetsAComponentThatWasStuck(OrderProgress):
    """Makes no asset of a component that is complete after its order was stuck."""

    stuck = False

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        self.stuck = self.stuck or status == "FAILED"

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        above = order.line(line.parent)
        if not (self.stuck and above is not None and order.line_status.get(above.id) == "COMPLETE"):
            super().convert(order, line)


@wrong("crm", breaks="AS-01", where="bundles+redelivery")
class MakesAComponentOnceMore(OrderProgress):
    """Makes an asset of a component each time that its completion is told."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        again = told.status == "COMPLETE" and order.line_status.get(line.id) == "COMPLETE"
        super().hear_of_line(order, line, told)
        made = self.assets.get(f"{line.id}-ASSET")
        if again and line.parent and made is not None:
            self.assets.put(replace(made, id=f"{made.id}-AGAIN"))


@wrong("crm", breaks="AS-01", where="bundles+redelivery")
class ForgetsAComponentThatIsToldTwice(OrderProgress):
    """Takes the second completion of a component for its end."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        again = told.status == "COMPLETE" and order.line_status.get(line.id) == "COMPLETE"
        super().hear_of_line(order, line, told)
        made = self.assets.get(f"{line.id}-ASSET")
        if again and line.parent and made is not None:
            self.assets.put(replace(made, status="Inactive"))


@wrong("crm", breaks="AS-02", where="bundles+filled-in-data")
class FillsInEqualComponents(OrderProgress):
    """Writes what is filled in on a component on every component of that product."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        for other in list(order.lines.values()):
            if told.attributes and line.parent and other.parent and other.product == line.product:
                order.lines[other.ref] = replace(other, attributes={**other.attributes, **told.attributes})
        super().hear_of_line(order, order.lines[line.ref], told)


@wrong("crm", breaks="AS-02", where="bundles+filled-in-data")
class FillsInTheBundle(OrderProgress):
    """Writes what is filled in on a component on its bundle."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        above = order.line(line.parent)
        if told.attributes and above is not None:
            order.lines[above.ref] = replace(above, attributes={**above.attributes, **told.attributes})
            told = replace(told, attributes={})
        super().hear_of_line(order, line, told)


@wrong("crm", breaks="AC-07", where="bundles+service-changes")
class SuspendsTheWholeBundle(_InBundles):
    """Suspends a whole bundle when one of its components is suspended."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        for part in self.bundled_with(line.asset) if line.action == "Suspend" else ():
            self.assets.put(replace(part, status="Suspended"))


@wrong("crm", breaks="AC-07", where="bundles+service-changes")
class SuspendsTheBundleOfAComponent(_InBundles):
    """Suspends the bundle in the place of its component."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        sale = self.sold(line.asset) if line.action == "Suspend" else None
        above = sale[0].outermost(sale[1]) if sale else []
        super().convert(order, replace(line, asset=f"{above[0].id}-ASSET") if above else line)


@wrong("crm", breaks="AC-07", where="bundles+service-changes")
class SuspendsWhatIsBelowTheBundle(_InBundles):
    """Suspends the components together with the bundle that a line suspends."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        sale = self.sold(line.asset) if line.action == "Suspend" else None
        below = [] if sale is None or sale[0].outermost(sale[1]) else self.bundled_with(line.asset)
        for part in below:
            self.assets.put(replace(part, status="Suspended"))


@wrong("crm", breaks="AC-04", where="bundles+service-changes")
class EndsTheWholeBundle(_InBundles):
    """Ends a whole bundle when one of its components is ended."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        parts = self.bundled_with(line.asset) if line.action == "Delete" else []
        super().convert(order, line)
        for part in parts:
            self.assets.put(replace(part, status="Inactive"))


@wrong("crm", breaks="AC-04", where="bundles+service-changes")
class EndsTheBundleOfAComponent(_InBundles):
    """Ends a bundle together with the component that is ended, and leaves what is beside it."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        sale = self.sold(line.asset) if line.action == "Delete" else None
        super().convert(order, line)
        above = sale[0].outermost(sale[1]) if sale else []
        if above:
            super().convert(order, replace(line, asset=f"{above[0].id}-ASSET"))


@wrong("crm", breaks="MO-02", where="bundles+modify-orders")
class ChangesTheFirstComponentOfItsKind(_InBundles):
    """Changes in its own books the first component of a product that the customer has."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        known = self.assets.get(line.asset)
        if known is not None and line.action == "Update" and self.sold(line.asset):
            equal = [x for x in self.assets.of(known.account) if x.product == known.product and self.sold(x.id)]
            line = replace(line, asset=equal[0].id)
        super().convert(order, line)


@wrong("crm", breaks="MO-02", where="bundles+modify-orders")
class ChangesTheBundleWithItsComponent(_InBundles):
    """Writes what a component is changed to on its bundle as well."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        sale = self.sold(line.asset) if line.action == "Update" else None
        above = sale[0].outermost(sale[1]) if sale else []
        made = self.assets.get(f"{above[0].id}-ASSET") if above else None
        if made is not None:
            self.assets.put(replace(made, attributes={**made.attributes, **line.attributes}))


class _Returning(OrderProgress):
    def hear_trouble(self, number: str, status: str) -> None:
        refused = self.orders.known(number)
        super().hear_trouble(number, status)
        if refused is not None and status == "REFUSED" and refused.revises is not None:
            for line in refused.lines.values():
                before = refused.revises.line(line.id)
                if before is not None and self.stays(refused, line):
                    refused.revises.lines[before.ref] = line

    def stays(self, order: CrmOrder, line: CrmLine) -> bool:
        """Whether a line of a refused revision is left as the revision had it."""
        return line.parent is not None


@wrong("crm", breaks="PN-04", where="bundles+supplementals+points-of-no-return")
class TakesBundlesBackWithoutComponents(_Returning):
    """Goes back to the version before a refused revision, but for the components of bundles."""


@wrong("crm", breaks="PN-04", where="bundles+supplementals+points-of-no-return")
class TakesTheLockedComponentBackOnly(_Returning):
    """Goes back to the version before a refused revision with the component that came too late, and no other."""

    def stays(self, order: CrmOrder, line: CrmLine) -> bool:
        return line.parent is not None and not order.milestones.get(line.id)
