"""CRMs that let records out that nobody saved, or take in and give out less than there is."""

from datetime import datetime

from ordertck.harness.messages import DeskShown, Message, Workflow, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.parts import crm_with
from ordertck.harness.reference.crm import CustomerRelations, Workflows
from ordertck.harness.reference.crm.deliveries import Deliveries
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.inquiries import Inquiries
from ordertck.harness.reference.crm.profiles import Profiles
from ordertck.harness.reference.crm.records import Key


@wrong("crm", breaks="IS-06 WF-04")
@crm_with
class SendsNewRecordsThatWereGivenUp(Workflows):
    """Keeps a new record that a user gave up, and sends it with the next one that is saved."""

    def __init__(self, crm: CustomerRelations) -> None:
        super().__init__(crm)
        self.given_up: list[Key] = []

    def give_up(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        key = kind, self.forms.id_of(kind, ref)
        if self.content(key) is None:
            super().save(kind, ref, fields) if kind == "work order" else self.note(kind, ref)
            self.given_up.append(key)
            return self.shown(kind, ref, fields)
        return super().give_up(kind, ref, fields)

    def note(self, kind: str, ref: str) -> None:
        filled = self.forms.take(kind, ref) or {}
        filled.pop("account", None)
        self.record(kind, self.forms.id_of(kind, ref), None).fields.update(filled)

    def save(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().save(kind, ref, fields)
        for key in self.given_up:
            self.deliveries.send(key)
        self.given_up.clear()
        return shown


@wrong("crm", breaks="IS-07", switches={"replication": "button"})
@crm_with
class SendsTheLastSavedWhateverIsPressed(Workflows):
    """Replicates the record that was saved last, whichever one the button is pressed on."""

    def press(self, ref: str, fields: Fields) -> DeskShown:
        last = self.replication.due[-1][1] if self.replication.due else ref
        super().press(last, fields)
        return self.shown("product", ref, {})


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
@crm_with
class WaitsForABackOfficeForEver(Workflows):
    """Shows a user nothing until the back office has said how an order stands."""

    class Inquiries(Inquiries):
        """No patience is too long."""

        def overdue(self, now: datetime) -> list[tuple[Message, str]]:
            return []


@wrong("crm", breaks="WF-03 WF-06 WF-12 WF-15")
@crm_with
class TellsEverybodyWhenOneAsks(Workflows):
    """Sends a record to every back office when one of them asks for it."""

    def asked(self, message: Message, call: Workflow) -> None:
        super().asked(message, call)
        if self.content((call.object, call.record)) is not None:
            self.deliveries.send((call.object, call.record))


@wrong("crm", breaks="WF-08")
@crm_with
class TakesPartOfARowForTheWhole(Workflows):
    """Clears of an asset what a report of its change does not mention."""

    class Profiles(Profiles):
        """The report is all there is."""

        def upsert(self, account: str, name: str, fields: Fields) -> object:  # type: ignore[override]
            identity = self.outside.get((account, name), name)
            known = self.assets.get(identity)
            if known is not None:
                self.assets.put(replace(known, product=fields.get("product", ""), attributes={}))
            return super().upsert(account, name, fields)


@wrong("crm", breaks="WF-09")
@crm_with
class GivesTheFirstVersion(Workflows):
    """Answers who asks for an order with what was submitted first, whatever it was revised to."""

    def content(self, key: Key) -> tuple[dict[str, str], tuple[Fields, ...]] | None:
        if key[0] == "sales order":
            versions = [order for order in self.crm.orders.values() if order.id == key[1] and order.submitted]
            if versions:
                shown = self.crm.screens.order(min(versions, key=lambda order: order.revision))
                return dict(shown.fields), shown.rows
        return super().content(key)


@wrong("crm", breaks="WF-10 WF-13")
@crm_with
class MakesASecondRecordOnRetrying(Workflows):
    """Sends what a back office missed as a further record, beside the one that it may have got after all."""

    class Deliveries(Deliveries):
        """Both."""

        def up(self, system: str) -> None:
            again = [(kind, f"{identity}#2") for kind, identity in self.waiting[system]]
            super().up(system)
            for key in again:
                self.send_to(key, system)

    def content(self, key: Key) -> tuple[dict[str, str], tuple[Fields, ...]] | None:
        return super().content((key[0], key[1].removesuffix("#2")))

    def account_of(self, key: Key) -> str | None:
        return super().account_of((key[0], key[1].removesuffix("#2")))


@wrong("crm", breaks="WF-11")
@crm_with
class ForgetsLinesWhenTheHeaderIsTold(Workflows):
    """Forgets how the lines of an order stand when something is reported of the order as a whole."""

    def receive_order(self, call: Workflow) -> str | None:
        problem = super().receive_order(call)
        order = self.crm.known(call.record)
        if order is not None and not call.rows:
            order.line_status.clear()
        return problem


@wrong("crm", breaks="WF-11")
@crm_with
class TakesNothingButTheStatus(Workflows):
    """Keeps of what a back office says of an order its status, and nothing else."""

    def receive_order(self, call: Workflow) -> str | None:
        fields = {name: value for name, value in call.fields.items() if name == "status"}
        rows = tuple({n: v for n, v in row.items() if n in ("id", "status")} for row in call.rows)
        return super().receive_order(replace(call, fields=fields, rows=rows))


@wrong("crm", breaks="WF-17")
@crm_with
class SendsLocalTicketsUnderAnotherNumber(Workflows):
    """Sends tickets that are to stay in the CRM too, as notes that belong to no ticket."""

    def saved(self, record: object, before: Fields | None) -> None:
        super().saved(record, before)  # type: ignore[arg-type]
        if record.object == "trouble ticket" and record.fields.get("type") not in self.tickets.types:  # type: ignore[attr-defined]
            for system in self.deliveries.systems:
                self.tell("workflow", self.note(record.key, system), record.key)  # type: ignore[attr-defined]

    def note(self, key: Key, system: str) -> Workflow:
        return replace(self.message("Send", key, system), record=f"NOTE-{key[1]}")


@wrong("crm", breaks="WF-05")
@crm_with
class LosesWhatAReportDoesNotName(Workflows):
    """Keeps of an account only what the latest report of a back office says."""

    def keep(self, call: Workflow) -> None:
        record = self.record(call.object, call.record, call.account)
        if call.object == "account":
            kept = {name: value for name, value in record.fields.items() if name in ("id", "price_list", "name")}
            record.fields.clear()
            record.fields.update(kept)
        super().keep(call)
