"""CRMs that go wrong over the price lists of orders and single lines."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Checks,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    Parts,
    Queueing,
    Refused,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


class _NoList(OrderEntry):
    def header_list(self, account: str | None) -> str | None:
        return None


@wrong("crm", breaks="PL-11 PL-12")
class SubmitsWithoutAHeaderList(Checks):
    """Submits an order whose header has no price list."""

    def header_list(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


@wrong("crm", breaks="PL-02")
class BeginsWithNoList(CustomerRelations):
    """Leaves the header of a new order without a price list, and submits it so."""

    parts = Parts(checks=SubmitsWithoutAHeaderList, entry=_NoList)


@wrong("crm", breaks="PL-02")
class BeginsWithTheConfiguredDefault(OrderEntry):
    """Begins every order with the integration's configured default, whoever the customer is."""

    def header_list(self, account: str | None) -> str | None:
        return self.catalogue.integration_price_list


@wrong("crm", breaks="PL-02")
class FollowsTheAccount(Queueing):
    """Gives an order the price list that its account has when the order is submitted."""

    def queue(self, order: CrmOrder) -> None:
        order.price_list = self.accounts[order.account or ""]["price_list"]
        super().queue(order)


@wrong("crm", breaks="PL-03")
class HoldsOnToTheAccountsList(Queueing):
    """Puts the account's price list back when an order is submitted."""

    def queue(self, order: CrmOrder) -> None:
        order.price_list = self.accounts[order.account or ""]["price_list"]
        super().queue(order)


@wrong("crm", breaks="PL-03")
class FillsBlanksWithTheAccountsList(Submissions):
    """Writes the account's price list on every blank line, though another stands in the header."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return super().price_list(order, line) or self.catalogue.account_price_list


@wrong("crm", breaks="PL-03")
class InsistsOnAChoice(Submitting):
    """Does not let an order be submitted on the price list that it began with."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if order.price_list == self.accounts[order.account or ""]["price_list"]:
            raise Refused("no price list was chosen")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="PL-04 PL-13")
class LetsTheHeaderWinAtTheDesk(Submissions):
    """Sends every line on the header's price list."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        return order.price_list


@wrong("crm", breaks="PL-04")
class TakesTheHeadersListForBlank(Submissions):
    """Leaves a line blank that names the header's own price list."""

    def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
        chosen = super().price_list(order, line)
        return None if chosen == order.price_list else chosen


@wrong("crm", breaks="PL-11 PL-12")
class RefusesEveryHeaderList(Submitting):
    """Takes every header for one without a price list."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("the order has no price list in its header")


@wrong("crm", breaks="PL-12")
class ChecksNewOrdersOnly(Checks):
    """Stops new orders without a header price list, and lets changes pass."""

    def header_list(self, order: CrmOrder) -> Iterator[str]:
        new = all(line.action == "Add" for line in order.lines.values())
        return super().header_list(order) if new else iter(())


@wrong("crm", breaks="PL-11 PL-12")
class StopsButQueues(Submitting):
    """Tells the user that an order without a header price list is stopped, and queues it all the same."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        try:
            return super().submit_order(ref, fields)
        except Refused:
            if not self.orders.order(ref).submitted:
                self.approval.queueing.queue(self.orders.order(ref))
            raise


@wrong("crm", breaks="PL-12")
class StopsWithoutAWord(Submitting):
    """Does not submit an order without a header price list, but does not tell the user either."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        return super().submit_order(ref, fields) if order.price_list else self.screens.order(order)
