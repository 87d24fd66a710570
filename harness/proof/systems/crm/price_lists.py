"""CRMs that go wrong over the price lists of orders and single lines."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference import crm as reference
from ordertck.harness.reference.crm import Checks, CrmLine, CrmOrder, CustomerRelations, Refused, Submissions
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PL-02")
class BeginsWithNoList(CustomerRelations):
    """Leaves the header of a new order without a price list, and submits it so."""

    class Checks(reference.Checks):
        """Lets a blank header pass."""

        def header_list(self, order: CrmOrder) -> Iterator[str]:
            return iter(())

    def header_list(self, account: str | None) -> str | None:
        return None


@wrong("crm", breaks="PL-02")
class BeginsWithTheConfiguredDefault(CustomerRelations):
    """Begins every order with the integration's configured default, whoever the customer is."""

    def header_list(self, account: str | None) -> str | None:
        return self.catalogue.integration_price_list


@wrong("crm", breaks="PL-02")
class FollowsTheAccount(CustomerRelations):
    """Gives an order the price list that its account has when the order is submitted."""

    def queue(self, order: CrmOrder) -> None:
        order.price_list = self.header_list(order.account)
        super().queue(order)


@wrong("crm", breaks="PL-03")
class HoldsOnToTheAccountsList(CustomerRelations):
    """Puts the account's price list back when an order is submitted."""

    def queue(self, order: CrmOrder) -> None:
        order.price_list = self.header_list(order.account)
        super().queue(order)


@wrong("crm", breaks="PL-03")
class FillsBlanksWithTheAccountsList(CustomerRelations):
    """Writes the account's price list on every blank line, though another stands in the header."""

    class Submissions(Submissions):
        """Fills blanks."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return super().price_list(order, line) or self.catalogue.account_price_list


@wrong("crm", breaks="PL-03")
class InsistsOnAChoice(CustomerRelations):
    """Does not let an order be submitted on the price list that it began with."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        if order.price_list == self.header_list(order.account):
            raise Refused("no price list was chosen")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="PL-04 PL-13")
class LetsTheHeaderWinAtTheDesk(CustomerRelations):
    """Sends every line on the header's price list."""

    class Submissions(Submissions):
        """Sends one list."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            return order.price_list


@wrong("crm", breaks="PL-04")
class TakesTheHeadersListForBlank(CustomerRelations):
    """Leaves a line blank that names the header's own price list."""

    class Submissions(Submissions):
        """Leaves out what is in the header."""

        def price_list(self, order: CrmOrder, line: CrmLine) -> str | None:
            chosen = super().price_list(order, line)
            return None if chosen == order.price_list else chosen


class _Unchecked(Checks):
    """Does not look at the header's price list."""

    def header_list(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


@wrong("crm", breaks="PL-11 PL-12")
class SubmitsWithoutAHeaderList(CustomerRelations):
    """Submits an order whose header has no price list."""

    Checks = _Unchecked


@wrong("crm", breaks="PL-11 PL-12")
class RefusesEveryHeaderList(CustomerRelations):
    """Takes every header for one without a price list."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        raise Refused("the order has no price list in its header")


@wrong("crm", breaks="PL-12")
class ChecksNewOrdersOnly(CustomerRelations):
    """Stops new orders without a header price list, and lets changes pass."""

    class Checks(reference.Checks):
        """Looks at new orders."""

        def header_list(self, order: CrmOrder) -> Iterator[str]:
            new = all(line.action == "Add" for line in order.lines.values())
            return super().header_list(order) if new else iter(())


@wrong("crm", breaks="PL-11 PL-12")
class StopsButQueues(CustomerRelations):
    """Tells the user that an order without a header price list is stopped, and queues it all the same."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        try:
            return super().submit_order(ref, fields)
        except Refused:
            if not self.order(ref).submitted:
                self.queue(self.order(ref))
            raise


@wrong("crm", breaks="PL-12")
class StopsWithoutAWord(CustomerRelations):
    """Does not submit an order without a header price list, but does not tell the user either."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        return super().submit_order(ref, fields) if order.price_list else self.screens.order(order)
