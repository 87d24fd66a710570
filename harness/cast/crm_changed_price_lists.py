"""CRMs that go wrong over the price lists of orders that are open, and of what is installed."""

from collections.abc import Iterator
from dataclasses import replace

from ordertck.harness.cast.casting import permitted, wrong
from ordertck.harness.messages import DeskShown, OrderSubmission, SubmittedLine
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, Refused, Submissions
from ordertck.harness.reference.crm.desk import Fields


def former(order: CrmOrder, line: CrmLine) -> str | None:
    """The price list that a line had in the version before."""
    before = order.revises.line(line.id) if order.revises else None
    return before.price_list if before else None


def below(order: CrmOrder, line: CrmLine) -> list[CrmLine]:
    """The components of a line."""
    return [other for other in order.lines.values() if other.parent == line.id]


@wrong("crm", breaks="PL-18 PL-24 PL-26")
class KeepsTheListsOfTheFirstVersion(CustomerRelations):
    """Sends a revision with the price lists that the order had before."""

    class Submissions(Submissions):
        """The old lists."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            version = order
            while version.revises is not None:
                version = version.revises
            known = next((old for old in version.lines.values() if old.id == line.id), line)
            return super().price_list(version, known)


@wrong("crm", breaks="PL-18")
class RefusesListsOnceSubmitted(CustomerRelations):
    """Does not let a price list be changed on an order that was submitted."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(fields.get("order", ""))
        known = order.lines.get(ref)
        if order.revises and known and fields.get("price_list", known.price_list or "") != (known.price_list or ""):
            raise Refused("the price list was submitted")
        return super().enter_line(ref, fields)


@wrong("crm", breaks="PL-18 PL-24 PL-25")
class TakesBlankForUnchanged(CustomerRelations):
    """Sends the list that a line had before where a revision leaves it blank."""

    class Submissions(Submissions):
        """Fills blanks from the version before."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            before = super().price_list(order.revises, line) if order.revises else None
            above = self.customizable_above(order, line)
            return super().price_list(order, line) or before or former(order, above or line)


@wrong("crm", breaks="PL-24 PL-25")
class GivesTheBundleTheFirstLinesList(CustomerRelations):
    """Puts a bundle that names no list on that of the first line which names one."""

    class Submissions(Submissions):
        """The first list there is."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            named = next((other.price_list for other in order.lines.values() if other.price_list), None)
            chosen = super().price_list(order, line)
            bundle = self.customizable(line) or self.customizable_above(order, line) is not None
            return chosen or (named if bundle else None)


class _Copying(CustomerRelations):
    def copied(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        raise NotImplementedError

    def queue(self, order: CrmOrder) -> None:
        for line in list(order.lines.values()):
            if self.submissions.customizable_above(order, line) is not None:
                order.lines[line.ref] = self.copied(order, line)
        super().queue(order)


@wrong("crm", breaks="PL-25")
class WritesCopiesForGood(_Copying):
    """Writes a bundle's list into its components on submission, and clears it there no more."""

    class Submissions(Submissions):
        """What stands on the component counts."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return super().price_list(order, line) or line.price_list

    def copied(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        return replace(line, price_list=self.submissions.price_list(order, line))


@wrong("crm", breaks="PL-25")
class CopiesOnceOnly(_Copying):
    """Copies a bundle's list to its components with the first submission only."""

    class Submissions(Submissions):
        """Copies before the order is revised."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return line.price_list if order.revises is not None else super().price_list(order, line)

    def copied(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        return line if order.revises else replace(line, price_list=self.submissions.price_list(order, line))


@wrong("crm", breaks="PL-25")
class ClearsTheFirstComponentOnly(CustomerRelations):
    """Clears the first component of a bundle that lost its list, and forgets the rest."""

    class Submissions(Submissions):
        """All but the first keep what they had."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            chosen, above = super().price_list(order, line), self.customizable_above(order, line)
            if chosen or above is None or order.revises is None or below(order, above)[0] is line:
                return chosen
            return former(order, above)


@wrong("crm", breaks="PL-24")
class ClearsAtTheDeskAlone(CustomerRelations):
    """Shows a bundle without its list, and sends it with the list it had."""

    class Submissions(Submissions):
        """Bundles keep their lists."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            chosen = super().price_list(order, line)
            return chosen or former(order, line) if self.customizable(line) else chosen


@wrong("crm", breaks="PL-29 PL-30 PL-26")
class TakesAListForAnUpdate(CustomerRelations):
    """Makes a line an Update when it is given a price list."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_line(ref, fields)
        self.update(self.order(fields.get("order", "")), ref, fields)
        return shown

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().price_line(ref, fields)
        self.update(self.order(fields.get("order", "")), ref, fields)
        return shown

    def update(self, order: CrmOrder, ref: str, fields: Fields) -> None:
        """A list is a change."""
        if fields.get("price_list") and order.lines[ref].asset:
            order.lines[ref] = replace(order.lines[ref], action="Update")


@wrong("crm", breaks="PL-29")
class SendsEveryAssetAsAnUpdate(CustomerRelations):
    """Sends a line about something installed as an Update, whether anything changes or not."""

    class Submissions(Submissions):
        """No line without an action."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            sent = super().line(order, line)
            return replace(sent, action="Update") if sent.asset and sent.action in (None, "-") else sent


@wrong("crm", breaks="PL-29")
class InsistsOnAnOverride(CustomerRelations):
    """Does not submit an order on which a list was changed without an override."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        for line in self.order(ref).lines.values():
            if line.asset and line.price_list and line.override is None:
                raise Refused(f"line {line.number}: enter a price first")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="PL-29")
class LeavesUnfinishedOrdersBehind(CustomerRelations):
    """Submits nothing but the lines without a price list, where one of them lacks its override."""

    class Submissions(Submissions):
        """Without the lines that change."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            idle = any(line.asset and line.price_list and line.action != "Update" for line in sent.lines)
            return replace(sent, lines=tuple(x for x in sent.lines if x.price_list)) if idle else sent


@wrong("crm", breaks="PL-30 PL-31 PL-32 PL-34 PL-36 PL-37")
class LeavesTheActionAsItIs(CustomerRelations):
    """Takes a price by hand without making the line an Update."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return replace(line, override=price)


@wrong("crm", breaks="PL-30")
class LosesThePriceByHand(CustomerRelations):
    """Makes the line an Update, and forgets the price that was entered."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return replace(super().overridden(line, price), override=None)


@wrong("crm", breaks="PL-30")
class UpdatesAllWithTheHeader(CustomerRelations):
    """Makes every line about something installed an Update when the header's list is changed."""

    def price_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().price_order(ref, fields)
        order = self.order(ref)
        for line in order.lines.values():
            order.lines[line.ref] = replace(line, action="Update") if line.asset else line
        return shown


@wrong("crm", breaks="PL-31")
class SubmitsWithThePrice(CustomerRelations):
    """Puts the order on the queue as soon as a price is entered by hand."""

    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().override_line(ref, fields)
        self.queue(self.order(fields.get("order", "")))
        return shown


@wrong("crm", breaks="PL-31")
class WantsThePriceFirst(CustomerRelations):
    """Drops a list that was entered before the price."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return replace(super().overridden(line, price), price_list=None)


@wrong("crm", breaks="PL-31")
class NeverClearsAnOverriddenLine(CustomerRelations):
    """Does not let the list of a line be taken away once its price was entered by hand."""

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        known = self.order(fields.get("order", "")).lines.get(ref)
        if known and known.override and not fields.get("price_list"):
            raise Refused("a price by hand needs a list")
        return super().price_line(ref, fields)


class _Spreading(CustomerRelations):
    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().override_line(ref, fields)
        order = self.order(fields.get("order", ""))
        for line in below(order, order.lines[ref]):
            order.lines[line.ref] = replace(line, action="Update")
        return shown

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        super().enter_line(ref, fields)
        order = self.order(fields.get("order", ""))
        line = order.lines[ref]
        above = order.line(line.parent)
        if above is not None and above.override and line.asset:
            line = order.lines[ref] = replace(line, action="Update")
        return self.screens.line(line)


@wrong("crm", breaks="PL-32 PL-34")
class SpreadsTheOverride(_Spreading):
    """Makes every component an Update when the price of its bundle is entered by hand."""


@wrong("crm", breaks="PL-32 PL-34 PL-36")
class OverridesProductsOnly(CustomerRelations):
    """Takes a price by hand for a bundle, but makes no Update of a component."""

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        return super().overridden(line, price) if line.parent is None else replace(line, override=price)


@wrong("crm", breaks="PL-32")
class LetsOverriddenComponentsHaveLists(CustomerRelations):
    """Lets a component have a price list of its own once its price was entered by hand."""

    class Submissions(Submissions):
        """The component's own list goes before the bundle's."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return (line.override and line.price_list) or super().price_list(order, line)

    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        if line.override is None:
            super().require_own_list(order, line)


@wrong("crm", breaks="PL-32")
class PricesComponentsAsTheirBundle(CustomerRelations):
    """Sends the components with the price that was entered for their bundle."""

    class Submissions(Submissions):
        """One price for all."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            above = self.customizable_above(order, line)
            return replace(super().line(order, line), override=above.override if above else line.override)


@wrong("crm", breaks="PL-36 PL-32")
class CopiesToNewComponentsOnly(CustomerRelations):
    """Copies a bundle's list to components that are added, and not to installed ones."""

    class Submissions(Submissions):
        """Installed components stay blank."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return super().price_list(order, line) if line.action == "Add" else line.price_list


@wrong("crm", breaks="PL-37")
class SendsTheListBefore(CustomerRelations):
    """Sends with each update the list on which the customer was until now."""

    class Submissions(Submissions):
        """Both lists."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            sent = super().line(order, line)
            known = next(iter(self.before(order, line)), None)
            return replace(sent, attributes={**sent.attributes, "former price list": known}) if known else sent

        def before(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
            """The list of the version before, else of the order that the asset came from."""
            earlier = former(order, line)
            if earlier:
                yield earlier
            for other in self.crm.orders.values():
                for sold in other.lines.values():
                    if line.asset and f"{sold.id}-ASSET" == line.asset and sold.price_list:
                        yield sold.price_list


@wrong("crm", breaks="PL-37")
class SendsTheListOfTheSale(CustomerRelations):
    """Sends an updated line with the list on which the asset was sold."""

    class Submissions(Submissions):
        """The list that is on file."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            sales = (sold for other in self.crm.orders.values() for sold in other.lines.values())
            sold = next((x for x in sales if line.asset and f"{x.id}-ASSET" == line.asset), None)
            return (sold.price_list if sold else None) or super().price_list(order, line)


@permitted("crm")
class CopiesTheHeadersListToo(CustomerRelations):
    """Writes the header's list on the components of a bundle that names none (A-17)."""

    class Submissions(Submissions):
        """Components are never blank."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            changes = order.revises is not None and self.customizable_above(order, line) is not None
            return super().price_list(order, line) or (order.price_list if changes else None)


@permitted("crm", without="price-lists-on-supplementals price-lists-on-modify-orders")
class FixesListsOnSubmission(CustomerRelations):
    """Lets price lists be chosen until an order is submitted, and never after that."""

    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("prices are not entered by hand here")
