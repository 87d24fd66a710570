"""CRMs that go wrong when an outside system asks for data."""

from collections.abc import Callable

from ordertck.harness.messages import Message, Workflow
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.parts import crm_with
from ordertck.harness.reference.crm import Workflows
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.records import Key
from ordertck.harness.reference.crm.service_points import PRODUCT as SERVICE_POINT
from ordertck.harness.reference.crm.workflows import Content


@wrong("crm", breaks="WF-03 WF-06 WF-09 WF-12 WF-15 WF-23")
@crm_with
class AnswersNoRequests(Workflows):
    """Lets whoever asks wait."""

    def asked(self, message: Message, call: Workflow) -> None: ...


@wrong("crm", breaks="WF-03 WF-06 WF-09 WF-12 WF-15 WF-23")
@crm_with
class RefusesRequests(Workflows):
    """Gives nothing to anybody outside."""

    def asked(self, message: Message, call: Workflow) -> None:
        self.answer(message, "not allowed")


@wrong("crm", breaks="WF-03 WF-09 WF-12 WF-15 WF-23")
@crm_with
class InventsWhatItDoesNotHave(Workflows):
    """Answers with a made-up record where it has none."""

    def content(self, key: Key) -> Content | None:
        return super().content(key) or ({"name": "unknown", "status": "OPEN"}, ())


@wrong("crm", breaks="WF-03")
@crm_with
class AnswersForTheFirstAccount(Workflows):
    """Gives the data of the account that was on file first."""

    def content(self, key: Key) -> Content | None:
        known = super().content(key)
        return super().content((key[0], next(iter(self.crm.accounts)))) if known and key[0] == "account" else known


@wrong("crm", breaks="WF-03 WF-09 WF-12 WF-15 WF-23")
@crm_with
class ForgetsWhatItHasGiven(Workflows):
    """Moves a record out in place of copying it: whoever asks second gets less."""

    def asked(self, message: Message, call: Workflow) -> None:
        super().asked(message, call)
        record = self.records.get((call.object, call.record))
        order = self.crm.known(call.record)
        if record is not None:
            record.fields.clear()
        if order is not None:
            order.status = "EXPORTED"


@wrong("crm", breaks="WF-06")
@crm_with
class ProfilesAreWithoutAttributes(Workflows):
    """Gives a service profile with products only."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        return tuple({k: v for k, v in row.items() if k in ("id", "product")} for row in super().profile(account))


@wrong("crm", breaks="WF-06")
@crm_with
class ProfilesHoldOpenOrders(Workflows):
    """Counts what is ordered as what the customer has."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        orders = [o for o in self.crm.orders.values() if o.account == account and o.status == "OPEN"]
        lines = [self.crm.screens.line_row(order, line) for order in orders for line in order.lines.values()]
        return (*super().profile(account), *lines)


@wrong("crm", breaks="WF-06")
@crm_with
class ProfilesLeaveOutSuspendedAssets(Workflows):
    """Leaves out of a service profile what is suspended."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        return tuple(row for row in super().profile(account) if row.get("status") == "Active")


@wrong("crm", breaks="WF-06")
@crm_with
class ProfilesHoldEverybodysAssets(Workflows):
    """Puts the assets of all accounts into every service profile."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        return tuple(row for other in self.crm.accounts for row in super(type(self), self).profile(other))


@wrong("crm", breaks="WF-06")
@crm_with
class ObjectsToAnEmptyProfile(Workflows):
    """Says that there is no profile where a customer has nothing."""

    def content(self, key: Key) -> Content | None:
        known = super().content(key)
        bought = [row for row in known[1] if row.get("product") != SERVICE_POINT] if known else []
        return None if key[0] == "service profile" and not bought else known


def _of_orders(shape: Callable[[Content], Content]) -> type[Workflows]:
    class Shaped(Workflows):
        def content(self, key: Key) -> Content | None:
            known = super().content(key)
            return shape(known) if known is not None and key[0] == "sales order" else known

    return Shaped


@wrong("crm", breaks="WF-09 WF-10")
@crm_with
class GivesOrdersWithoutLines(_of_orders(lambda known: (known[0], ()))):  # type: ignore[misc]
    """Gives the header of an order only."""


@wrong("crm", breaks="WF-09")
@crm_with
class GivesOrdersWithoutHeader(_of_orders(lambda known: ({"id": known[0].get("id", "?")}, known[1]))):  # type: ignore[misc]
    """Gives the lines of an order only."""


@wrong("crm", breaks="WF-15")
@crm_with
class GivesOnlyTicketsThatItHasSent(Workflows):
    """Keeps to itself the tickets that stay in the CRM, even when it is asked for one."""

    def asked(self, message: Message, call: Workflow) -> None:
        known = self.records.get((call.object, call.record))
        if known and known.object == "trouble ticket" and known.fields.get("type") not in self.tickets.types:
            self.answer(message, "this ticket is not for the back office")
        else:
            super().asked(message, call)


@wrong("crm", breaks="WF-23")
@crm_with
class GivesNumbersAsNumbers(Workflows):
    """Gives phone numbers without what no calculation needs: zeros in front, and plus."""

    def content(self, key: Key) -> Content | None:
        known = super().content(key)
        if known is not None and key[0] == "phone number":
            return {**known[0], "number": known[0]["number"].lstrip("+0")}, ()
        return known
