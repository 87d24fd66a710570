"""Order systems that make too much of an order's revision number, or too little of its header's price list."""

from ordertck.harness.messages import (
    Edge,
    Fallout,
    Message,
    OrderLine,
    ProvisioningLine,
    ProvisioningOrder,
    SalesOrder,
    replace,
)
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Careless
from ordertck.harness.reference.oms import (
    Fulfilment,
    Intake,
    Objection,
    Orchestration,
    OrderManagement,
    Parts,
    Planning,
)


@wrong("oms", breaks="RV-04")
class WantsTheFirstRevision(Intake):
    """Refuses a revision of an order that it has never seen."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        missing = order.revision > 1 and order.order not in self.book.orders
        return Objection("the base order is missing") if missing else super().objection(order, message)


@wrong("oms", breaks="RV-04")
class WaitsForEarlierRevisions(OrderManagement):
    """Lets an order lie until the revisions before it have come too."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if order.revision == 1 or order.order in self.book.orders:
            super().take_in(order, message)


@wrong("oms", breaks="RV-04")
class ComplainsOfAMissingBase(Orchestration):
    """Raises a fallout over revisions that it never saw, and then fulfils the order."""

    def start(self, fulfilment: Fulfilment) -> None:
        number = fulfilment.number
        if fulfilment.order.revision > 1:
            reason = "the base order was not found"
            fallout = Fallout(order=number, incident=f"{number}-base", state="raised", reason=reason)
            self.outbox.tell("fallout", Edge.CRM, fallout, number)
        super().start(fulfilment)


@wrong("oms", breaks="RV-04")
class CompensatesWhatNeverWas(Orchestration):
    """Has the lines undone that a first submission no longer has, though they were never done."""

    def start(self, fulfilment: Fulfilment) -> None:
        order = fulfilment.order
        if order.revision > 1:
            gone = replace(order.lines[0], id=f"{order.order}-L1")
            undo = ProvisioningLine(line=gone.id, product=gone.product or "", effect="remove", asset=gone.id)
            call = ProvisioningOrder(order=order.order, account=order.account or "", target="network", lines=(undo,))
            self.outbox.tell("provisioning-order", Edge.PROVISIONING, call, order.order)
        super().start(fulfilment)


@wrong("oms", breaks="RV-04")
class WorksOnceForEachRevision(Orchestration):
    """Has the work done again for every revision that an order has been through."""

    def provision(self, fulfilment: Fulfilment) -> None:
        super().provision(fulfilment)
        if fulfilment.order.revision > 1:
            for line in fulfilment.lines.values():
                line.sent = False
            super().provision(fulfilment)


# The header's price list


@wrong("oms", breaks="PL-03")
class KnowsOnlyTheAccountsList(Planning):
    """Charges blank lines on the list that the customer's account has, whatever was chosen for the order."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list or self.catalogue.account_price_list


@wrong("oms", breaks="PL-03")
class WantsAChoice(Intake):
    """Refuses an order that was left on its account's price list."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        left = order.price_list == self.catalogue.account_price_list
        return Objection("no price list was chosen") if left else super().objection(order, message)


class _LeavesBlanks(Planning):
    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list or order.price_list


@wrong("oms", breaks="PL-11")
class DefaultsWithoutSayingSo(Careless):
    """Gives an order without a header price list the configured default, though it declares to fault it."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "header price list" in objection.reason


@wrong("oms", breaks="PL-11")
class BillsABlank(OrderManagement):
    """Bills the lines of an order without a header price list on none at all."""

    parts = Parts(intake=DefaultsWithoutSayingSo, planning=_LeavesBlanks)


class _ChecksFirstVersions(Careless):
    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "header price list" in objection.reason and order.order in self.book.orders


@wrong("oms", breaks="PL-11")
class BillsABlankRevision(OrderManagement):
    """Checks the header's price list of first versions only; a line without one has the header's, or none."""

    parts = Parts(intake=_ChecksFirstVersions, planning=_LeavesBlanks)


@wrong("oms", breaks="PL-11")
class FaultsEveryHeader(Intake):
    """Refuses every order for want of a header price list."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        return Objection("the order has no header price list")


@wrong("oms", breaks="PL-11", switches={"no_header_pl": "default"})
class DefaultsToTheAccountsList(Planning):
    """Charges an order without a header price list on the account's list, though it declares the configured default."""

    def price_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        return line.price_list or order.price_list or self.catalogue.account_price_list


@wrong("oms", breaks="PL-11", switches={"no_header_pl": "default"})
class FaultsWhereItDeclaresADefault(Intake):
    """Refuses an order without a header price list, though it declares to give it the configured default."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        missing = Objection("the order has no header price list") if not order.price_list else None
        return missing or super().objection(order, message)
