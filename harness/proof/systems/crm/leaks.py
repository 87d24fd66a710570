"""CRMs that let records out that nobody saved, or take in and give out less than there is."""

from ordertck.harness.messages import DeskShown, Message, Workflow, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    CustomerRelations,
    Deliveries,
    Inquiries,
    Key,
    Parts,
    Profiles,
    Receiving,
    RecordBook,
    RecordEntry,
    Sending,
)
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.record_book import Content


@wrong("crm", breaks="IS-06 WF-04")
class SendsNewRecordsThatWereGivenUp(RecordEntry):
    """Keeps a new record that a user gave up, and sends it with the next one that is saved."""

    def prepare(self) -> None:
        self.given_up: list[Key] = []

    def give_up(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        key = kind, self.forms.id_of(kind, ref)
        if self.records.content(key) is None:
            super().save(kind, ref, fields) if kind == "work order" else self.note(kind, ref)
            self.given_up.append(key)
            return self.shown(kind, ref, fields)
        return super().give_up(kind, ref, fields)

    def note(self, kind: str, ref: str) -> None:
        filled = self.forms.take(kind, ref) or {}
        filled.pop("account", None)
        self.records.record(kind, self.forms.id_of(kind, ref), None).fields.update(filled)

    def save(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().save(kind, ref, fields)
        for key in self.given_up:
            self.sending.deliveries.send(key)
        self.given_up.clear()
        return shown


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
class SendsTheLastSavedWhateverIsPressed(RecordEntry):
    """Replicates the record that was saved last, whichever one the button is pressed on."""

    def press(self, ref: str, fields: Fields) -> DeskShown:
        last = self.sending.replication.due[-1][1] if self.sending.replication.due else ref
        super().press(last, fields)
        return self.shown("product", ref, {})


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
class WaitsForABackOfficeForEver(Inquiries):
    """Shows a user nothing until the back office has said how an order stands."""

    def overdue(self) -> list[tuple[Message, str]]:
        return []


@wrong("crm", breaks="WF-03 WF-06 WF-12 WF-15")
class TellsEverybodyWhenOneAsks(Receiving):
    """Sends a record to every back office when one of them asks for it."""

    def asked(self, message: Message, call: Workflow) -> None:
        super().asked(message, call)
        if self.records.content((call.object, call.record)) is not None:
            self.sending.deliveries.send((call.object, call.record))


@wrong("crm", breaks="WF-08")
class TakesPartOfARowForTheWhole(Profiles):
    """Clears of an asset what a report of its change does not mention."""

    def upsert(self, account: str, name: str, fields: Fields) -> object:  # type: ignore[override]
        identity = self.outside.get((account, name), name)
        known = self.assets.get(identity)
        if known is not None:
            self.assets.put(replace(known, product=fields.get("product", ""), attributes={}))
        return super().upsert(account, name, fields)


@wrong("crm", breaks="WF-09")
class GivesTheFirstVersion(RecordBook):
    """Answers who asks for an order with what was submitted first, whatever it was revised to."""

    def content(self, key: Key) -> Content | None:
        if key[0] == "sales order":
            versions = [order for order in self.orders.by_ref.values() if order.id == key[1] and order.submitted]
            if versions:
                shown = self.screens.order(min(versions, key=lambda order: order.revision))
                return dict(shown.fields), shown.rows
        return super().content(key)


class _SendsBoth(Deliveries):
    def up(self, system: str) -> None:
        again = [(kind, f"{identity}#2") for kind, identity in self.waiting[system]]
        super().up(system)
        for key in again:
            self.send_to(key, system)


class _KnowsTheSecondForTheFirst(RecordBook):
    def content(self, key: Key) -> Content | None:
        return super().content((key[0], key[1].removesuffix("#2")))

    def account_of(self, key: Key) -> str | None:
        return super().account_of((key[0], key[1].removesuffix("#2")))


@wrong("crm", breaks="WF-10 WF-13")
class MakesASecondRecordOnRetrying(CustomerRelations):
    """Sends what a back office missed as a further record, beside the one that it may have got after all."""

    parts = Parts(records=_KnowsTheSecondForTheFirst, deliveries=_SendsBoth)


@wrong("crm", breaks="WF-11")
class ForgetsLinesWhenTheHeaderIsTold(Receiving):
    """Forgets how the lines of an order stand when something is reported of the order as a whole."""

    def receive_order(self, call: Workflow) -> str | None:
        problem = super().receive_order(call)
        order = self.orders.known(call.record)
        if order is not None and not call.rows:
            order.line_status.clear()
        return problem


@wrong("crm", breaks="WF-11")
class TakesNothingButTheStatus(Receiving):
    """Keeps of what a back office says of an order its status, and nothing else."""

    def receive_order(self, call: Workflow) -> str | None:
        fields = {name: value for name, value in call.fields.items() if name == "status"}
        rows = tuple({n: v for n, v in row.items() if n in ("id", "status")} for row in call.rows)
        return super().receive_order(replace(call, fields=fields, rows=rows))


@wrong("crm", breaks="WF-17")
class SendsLocalTicketsUnderAnotherNumber(Sending):
    """Sends tickets that are to stay in the CRM too, as notes that belong to no ticket."""

    def saved(self, record: object, before: Fields | None) -> None:
        super().saved(record, before)  # type: ignore[arg-type]
        if record.object == "trouble ticket" and record.fields.get("type") not in self.tickets.types:  # type: ignore[attr-defined]
            for system in self.deliveries.systems:
                self.deliveries.calls.tell("workflow", self.note(record.key, system), record.key)  # type: ignore[attr-defined]

    def note(self, key: Key, system: str) -> Workflow:
        return replace(self.deliveries.calls.message("Send", key, system), record=f"NOTE-{key[1]}")


@wrong("crm", breaks="WF-05", switches={"customer_master": "back-office"})
class LosesWhatAReportDoesNotName(Receiving):
    """Keeps of an account only what the latest report of a back office says."""

    def keep(self, call: Workflow) -> None:
        record = self.records.record(call.object, call.record, call.account)
        if call.object == "account":
            kept = {name: value for name, value in record.fields.items() if name in ("id", "price_list", "name")}
            record.fields.clear()
            record.fields.update(kept)
        super().keep(call)
