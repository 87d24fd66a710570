"""CRMs that go wrong over prices that are entered by hand, and over the price lists that come with them."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskDo, DeskShown, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Meddling, below, former
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, OrderEntry, Parts, Refused, Submissions
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PL-30 PL-31 PL-32 PL-34 PL-36 PL-37")
class LeavesTheActionAsItIs(OrderEntry):
    """Takes a price by hand without making the line an Update."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return replace(line, override=price)


@wrong("crm", breaks="PL-30", where="price-lists+modify-orders+drafts")
class LeavesWhatIsBegunUnchanged(OrderEntry):
    """Takes a price by hand on a line that was begun from the profile without making the line an Update."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return replace(line, override=price) if line.found else super().overridden(line, price)


@wrong("crm", breaks="PL-30")
class LosesThePriceByHand(OrderEntry):
    """Makes the line an Update, and forgets the price that was entered."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return replace(super().overridden(line, price), override=None)


@wrong("crm", breaks="PL-30")
class UpdatesAllWithTheHeader(OrderEntry):
    """Makes every line about something installed an Update when the header's list is changed."""

    def price_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().price_order(ref, fields)
        order = self.orders.order(ref)
        for line in order.lines.values():
            order.lines[line.ref] = replace(line, action="Update") if line.asset else line
        return shown


@wrong("crm", breaks="PL-32")
class UpdatesWhatIsBelowAtOnce(OrderEntry):
    """Makes the components that a bundle has by then Updates with it, as soon as its price is entered by hand."""

    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().override_line(ref, fields)
        order = self.orders.order(fields["order"])
        for line in below(order, order.lines[ref]):
            order.lines[line.ref] = replace(line, action="Update") if line.asset else line
        return shown


@wrong("crm", breaks="PL-31")
class SubmitsWithThePrice(Meddling):
    """Puts the order on the queue as soon as a price is entered by hand."""

    def after(self, act: DeskDo) -> None:
        if (act.verb, act.object) == ("override", "line"):
            self.queueing.queue(self.orders.order(act.fields["order"]))


@wrong("crm", breaks="PL-31")
class WantsThePriceFirst(OrderEntry):
    """Drops a list that was entered before the price."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return replace(super().overridden(line, price), price_list=None)


@wrong("crm", breaks="PL-31")
class NeverClearsAnOverriddenLine(OrderEntry):
    """Does not let the list of a line be taken away once its price was entered by hand."""

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        known = self.orders.order(fields.get("order", "")).lines.get(ref)
        if known and known.override and not fields.get("price_list"):
            raise Refused("a price by hand needs a list")
        return super().price_line(ref, fields)


class _Spreading(OrderEntry):
    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().override_line(ref, fields)
        order = self.orders.order(fields.get("order", ""))
        for line in below(order, order.lines[ref]):
            order.lines[line.ref] = replace(line, action="Update")
        return shown

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        super().enter_line(ref, fields)
        order = self.orders.order(fields.get("order", ""))
        line = order.lines[ref]
        above = order.line(line.parent)
        if above is not None and above.override and line.asset:
            line = order.lines[ref] = replace(line, action="Update")
        return self.screens.line(line)


@wrong("crm", breaks="PL-32 PL-34")
class SpreadsTheOverride(_Spreading):
    """Makes every component an Update when the price of its bundle is entered by hand."""


class _PricesWhatIsBelow(OrderEntry):
    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        for line in below(order, order.lines[ref]) if ref in order.lines else ():
            if line.override:
                order.lines[line.ref] = self.priced_with_the_bundle(line, fields.get("price"))
        return super().override_line(ref, fields)

    def priced_with_the_bundle(self, line: CrmLine, price: str | None) -> CrmLine:
        """What becomes of a component with a price by hand when its bundle gets one."""
        return replace(line, override=price)


@wrong("crm", breaks="PL-34")
class OverridesPricedComponentsAgain(_PricesWhatIsBelow):
    """Writes a bundle's price over those of its components when it is entered after them."""


@wrong("crm", breaks="PL-34")
class ClearsComponentsWithTheBundle(_PricesWhatIsBelow):
    """Takes components back to unchanged when the price of their bundle is entered after theirs."""

    def priced_with_the_bundle(self, line: CrmLine, price: str | None) -> CrmLine:
        return replace(line, override=None, action="-")


@wrong("crm", breaks="PL-34")
class WantsTheBundlesPriceFirst(OrderEntry):
    """Takes no price for a bundle once one of its components has one."""

    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        if ref in order.lines and any(line.override for line in below(order, order.lines[ref])):
            raise Refused("the price of the bundle comes before those of its components")
        return super().override_line(ref, fields)


@wrong("crm", breaks="PL-32 PL-34 PL-36")
class OverridesProductsOnly(OrderEntry):
    """Takes a price by hand for a bundle, but makes no Update of a component."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return super().overridden(line, price) if line.parent is None else replace(line, override=price)


class _SendsOverriddenLists(Submissions):
    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return (line.override and line.price_list) or super().price_list(order, line)


class _PricesOverriddenComponents(OrderEntry):
    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        if line.override is None:
            super().require_own_list(order, line)


@wrong("crm", breaks="PL-32")
class LetsOverriddenComponentsHaveLists(CustomerRelations):
    """Lets a component have a price list of its own once its price was entered by hand."""

    parts = Parts(submissions=_SendsOverriddenLists, entry=_PricesOverriddenComponents)


@wrong("crm", breaks="PL-32")
class PricesComponentsAsTheirBundle(Submissions):
    """Sends the components with the price that was entered for their bundle."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        above = self.customizable_above(order, line)
        return replace(super().line(order, line), override=above.override if above else line.override)


@wrong("crm", breaks="PL-36 PL-32")
class CopiesToNewComponentsOnly(Submissions):
    """Copies a bundle's list to components that are added, and not to installed ones."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return super().price_list(order, line) if line.action == "Add" else line.price_list


@wrong("crm", breaks="PL-37")
class SendsTheListBefore(Submissions):
    """Sends with each update the list on which the customer was until now."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        known = next(iter(self.before(order, line)), None)
        return replace(sent, attributes={**sent.attributes, "former price list": known}) if known else sent

    def before(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
        """The list of the version before, else of the order that the asset came from."""
        earlier = former(order, line)
        if earlier:
            yield earlier
        for other in self.orders.by_ref.values():
            for sold in other.lines.values():
                if line.asset and f"{sold.id}-ASSET" == line.asset and sold.price_list:
                    yield sold.price_list


@wrong("crm", breaks="PL-37")
class SendsTheListOfTheSale(Submissions):
    """Sends an updated line with the list on which the asset was sold."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        sales = (sold for other in self.orders.by_ref.values() for sold in other.lines.values())
        sold = next((x for x in sales if line.asset and f"{x.id}-ASSET" == line.asset), None)
        return (sold.price_list if sold else None) or super().price_list(order, line)
