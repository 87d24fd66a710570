"""CRMs that go wrong when an outside system asks for data."""

from ordertck.harness.messages import Message, Workflow, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Key, Receiving, RecordBook
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.record_book import Content
from ordertck.harness.reference.crm.service_points import PRODUCT as SERVICE_POINT


@wrong("crm", breaks="WF-03 WF-06 WF-09 WF-12 WF-15 WF-23")
class AnswersNoRequests(Receiving):
    """Lets whoever asks wait."""

    def asked(self, message: Message, call: Workflow) -> None: ...


@wrong("crm", breaks="WF-03 WF-06 WF-09 WF-12 WF-15 WF-23")
class RefusesRequests(Receiving):
    """Gives nothing to anybody outside."""

    def asked(self, message: Message, call: Workflow) -> None:
        self.calls.answer(message, "not allowed")


@wrong("crm", breaks="WF-03 WF-09 WF-12 WF-15 WF-23")
class InventsWhatItDoesNotHave(RecordBook):
    """Answers with a made-up record where it has none."""

    def content(self, key: Key) -> Content | None:
        return super().content(key) or ({"name": "unknown", "status": "OPEN"}, ())


@wrong("crm", breaks="WF-03")
class AnswersForTheFirstAccount(RecordBook):
    """Gives the data of the account that was on file first."""

    def content(self, key: Key) -> Content | None:
        known = super().content(key)
        return super().content((key[0], next(iter(self.accounts)))) if known and key[0] == "account" else known


@wrong("crm", breaks="WF-03 WF-09 WF-12 WF-15 WF-23")
class ForgetsWhatItHasGiven(Receiving):
    """Moves a record out in place of copying it: whoever asks second gets less."""

    def asked(self, message: Message, call: Workflow) -> None:
        super().asked(message, call)
        record = self.records.records.get((call.object, call.record))
        order = self.orders.known(call.record)
        if record is not None:
            record.fields.clear()
        if order is not None:
            order.shown = "EXPORTED"


@wrong("crm", breaks="WF-08 WF-18")
class AnswersFromACopy(Receiving):
    """Tells whoever asks what was known of a record before anything was reported of it."""

    copied: tuple[str, ...] = ("service profile", "trouble ticket")

    def prepare(self) -> None:
        self._before: dict[Key, Content] = {}

    def receive(self, call: Workflow) -> str | None:
        key = call.object, call.record
        if call.object in self.copied and (known := self.records.content(key)) is not None:
            self._before.setdefault(key, (dict(known[0]), known[1]))
        return super().receive(call)

    def asked(self, message: Message, call: Workflow) -> None:
        key = call.object, call.record
        if key not in self._before:
            super().asked(message, call)
        else:
            (fields, rows), said = self._before[key], self.calls.message(call.verb, key, call.system)
            self.calls.tell("workflow", replace(said, fields=fields, rows=rows), key, re=message.id)


@wrong("crm", breaks="WF-05", switches={"customer_master": "back-office"})
class AnswersForAccountsFromACopy(AnswersFromACopy):
    """Tells whoever asks for an account what was known before a back office changed it."""

    copied = ("account",)


@wrong("crm", breaks="WF-05")
class TakesAReportForAllThereIs(Receiving):
    """Keeps of an account what a back office reported last, and nothing else."""

    def keep(self, call: Workflow) -> None:
        if call.object == "account" and call.record in self.accounts:
            self.accounts[call.record].clear()
        super().keep(call)


@wrong("crm", breaks="WF-24")
class LeavesNumbersOutOfProfiles(RecordBook):
    """Gives a service profile without the customer's phone numbers."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        return tuple(row for row in super().profile(account) if row.get("product") != self.catalogue.phone_number)


@wrong("crm", breaks="WF-06")
class ProfilesAreWithoutAttributes(RecordBook):
    """Gives a service profile with products only."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        return tuple({k: v for k, v in row.items() if k in ("id", "product")} for row in super().profile(account))


@wrong("crm", breaks="WF-06")
class ProfilesHoldOpenOrders(RecordBook):
    """Counts what is ordered as what the customer has."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        orders = [o for o in self.orders.by_ref.values() if o.account == account and o.status == "OPEN"]
        lines = [self.screens.line_row(order, line) for order in orders for line in order.lines.values()]
        return (*super().profile(account), *lines)


@wrong("crm", breaks="WF-06")
class ProfilesLeaveOutSuspendedAssets(RecordBook):
    """Leaves out of a service profile what is suspended."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        return tuple(row for row in super().profile(account) if row.get("status") == "Active")


@wrong("crm", breaks="WF-06")
class ProfilesHoldEverybodysAssets(RecordBook):
    """Puts the assets of all accounts into every service profile."""

    def profile(self, account: str) -> tuple[Fields, ...]:
        return tuple(row for other in self.accounts for row in super(ProfilesHoldEverybodysAssets, self).profile(other))


@wrong("crm", breaks="WF-06")
class ObjectsToAnEmptyProfile(RecordBook):
    """Says that there is no profile where a customer has nothing."""

    def content(self, key: Key) -> Content | None:
        known = super().content(key)
        bought = [row for row in known[1] if row.get("product") != SERVICE_POINT] if known else []
        return None if key[0] == "service profile" and not bought else known


class _OfOrders(RecordBook):
    """Gives something else of an order than what there is; ``shape`` says what."""

    def content(self, key: Key) -> Content | None:
        known = super().content(key)
        return self.shape(known) if known is not None and key[0] == "sales order" else known

    def shape(self, known: Content) -> Content:
        """What is given of an order."""
        return known


@wrong("crm", breaks="WF-09 WF-10")
class GivesOrdersWithoutLines(_OfOrders):
    """Gives the header of an order only."""

    def shape(self, known: Content) -> Content:
        return known[0], ()


@wrong("crm", breaks="WF-09")
class GivesOrdersWithoutHeader(_OfOrders):
    """Gives the lines of an order only."""

    def shape(self, known: Content) -> Content:
        return {"id": known[0].get("id", "?")}, known[1]


@wrong("crm", breaks="WF-15")
class GivesOnlyTicketsThatItHasSent(Receiving):
    """Keeps to itself the tickets that stay in the CRM, even when it is asked for one."""

    def asked(self, message: Message, call: Workflow) -> None:
        known = self.records.records.get((call.object, call.record))
        if known and known.object == "trouble ticket" and known.fields.get("type") not in self.sending.tickets.types:
            self.calls.answer(message, "this ticket is not for the back office")
        else:
            super().asked(message, call)


@wrong("crm", breaks="WF-23")
class GivesNumbersAsNumbers(RecordBook):
    """Gives phone numbers without what no calculation needs: zeros in front, and plus."""

    def content(self, key: Key) -> Content | None:
        known = super().content(key)
        if known is not None and key[0] == "phone number":
            return {**known[0], "number": known[0]["number"].lstrip("+0")}, ()
        return known
