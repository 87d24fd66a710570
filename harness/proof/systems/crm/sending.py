"""CRMs that go wrong over what they send to back offices: when, to whom, how often."""

from ordertck.harness.messages import DeskShown, Workflow, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    CrmOrder,
    CustomerRelations,
    Deliveries,
    Key,
    Parts,
    Record,
    RecordEntry,
    Sending,
    Tickets,
    WorkflowCalls,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="WF-04 WF-07 WF-10 WF-13 WF-16 WF-17 WF-21")
class SendsNothing(WorkflowCalls):
    """Keeps everything to itself."""

    def send(self, key: Key, system: str) -> str:
        return ""


@wrong("crm", breaks="WF-10")
class SendsForTheFirstCustomer(WorkflowCalls):
    """Says of all that it sends that it is of the customer whom it first sent anything of."""

    def prepare(self) -> None:
        super().prepare()
        self.first: str | None = None

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        sent = super().message(verb, key, system)
        self.first = self.first or sent.account
        return replace(sent, account=self.first)


@wrong("crm", breaks="WF-04 WF-07 WF-21")
class SendsNewRecordsOnly(Sending):
    """Sends what is created, not what is changed."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if before is None:
            super().saved(record, before)


@wrong("crm", breaks="WF-04")
class SendsKnownAccountsOnly(Sending):
    """Sends changes of accounts that were on file before, not new accounts."""

    def saved(self, record: Record, before: Fields | None) -> None:
        on_file = {account["id"] for account in self.scenario.accounts}
        if record.object != "account" or record.id in on_file:
            super().saved(record, before)


@wrong("crm", breaks="WF-04 WF-16 IS-06")
class SendsWhatIsNotSaved(RecordEntry):
    """Sends a record as it is being filled in."""

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().fill_in(kind, ref, fields)
        own = {name: value for name, value in fields.items() if name != "account"}
        record = self.records.record(kind, self.forms.id_of(kind, ref), fields.get("account"))
        record.fields.update(own)
        self.sending.deliveries.send(record.key)
        return shown


@wrong("crm", breaks="WF-04 IS-06")
class SavesWhatIsGivenUp(RecordEntry):
    """Saves a form whichever way it is closed."""

    def give_up(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        return self.save(kind, ref, fields)


@wrong("crm", breaks="WF-04")
class SendsWhatIsLookedAt(RecordEntry):
    """Sends a record whenever a user opens it."""

    def see(self, kind: str, ref: str) -> DeskShown | None:
        shown = super().see(kind, ref)
        if shown is not None:
            self.sending.deliveries.send((kind, shown.id or ""))
        return shown


@wrong("crm", breaks="WF-04 WF-07 WF-10 WF-13 WF-16 WF-21")
class CallsTheWrongWorkflow(WorkflowCalls):
    """Sends everything by the workflow for sales orders and accounts for it by that for work orders."""

    def name(self, kind: str, verb: str) -> str | None:
        return super().name("work order" if kind == "sales order" else "sales order", verb)


@wrong("crm", breaks="WF-07 WF-10 WF-13 WF-21")
class SendsToOneOnly(Deliveries):
    """Sends to the back office that was set up first, and to no other."""

    def send(self, key: Key) -> None:
        self.send_to(key, self.systems[0])


@wrong("crm", breaks="WF-07 WF-10 WF-13")
class GivesUpOnWhoIsDown(Deliveries):
    """Sends a message once, and never mind what becomes of it."""

    def answered(self, message: str, outcome: str) -> None: ...


@wrong("crm", breaks="WF-07")
class OneDownHoldsUpTheOthers(Deliveries):
    """Sends to one back office after the other, and stops at one that is down."""

    def send(self, key: Key) -> None:
        self.send_to(key, self.systems[0])

    def answered(self, message: str, outcome: str) -> None:
        key, system = self.under_way.get(message, (None, ""))
        super().answered(message, outcome)
        if key is not None and outcome == "ok" and system != self.systems[-1]:
            self.send_to(key, self.systems[self.systems.index(system) + 1])


@wrong("crm", breaks="WF-07")
class SendsTheFirstOfWhatWasMissed(Deliveries):
    """Sends a back office that was down the oldest version that it missed."""

    def prepare(self) -> None:
        self.first: dict[tuple[Key, str], Workflow] = {}

    def send_to(self, key: Key, system: str) -> None:
        self.first.setdefault((key, system), self.calls.message("Send", key, system))
        super().send_to(key, system)

    def up(self, system: str) -> None:
        waiting, self.waiting[system] = self.waiting[system], []
        for key in waiting:
            self.calls.tell("workflow", self.first[key, system], key)


@wrong("crm", breaks="WF-10 WF-13")
class SendsToAllAgain(Deliveries):
    """Sends to every back office again when one of them was down."""

    def up(self, system: str) -> None:
        waiting, self.waiting[system] = self.waiting[system], []
        for key in waiting:
            self.send(key)


@wrong("crm", breaks="WF-10")
class SendsOrdersTwice(Sending):
    """Sends an order when it is saved and when it is submitted, though nothing has changed."""

    def created(self, order: CrmOrder) -> None:
        super().created(order)
        self.deliveries.send(("sales order", order.id))


@wrong("crm", breaks="WF-10")
class SendsOrdersUnderAnotherNumber(WorkflowCalls):
    """Sends orders under numbers that nobody knows them by."""

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        return replace(call, record=f"X-{key[1]}") if key[0] == "sales order" else call


@wrong("crm", breaks="WF-13")
class SendsWorkOrdersWithoutAppointment(WorkflowCalls):
    """Sends of a work order what is to be done, not when."""

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        if key[0] != "work order":
            return call
        fields = {name: value for name, value in call.fields.items() if name != "appointment"}
        return Workflow(
            verb=call.verb,
            object=call.object,
            record=call.record,
            system=call.system,
            account=call.account,
            fields=fields,
        )


@wrong("crm", breaks="WF-21")
class SendsNumbersAsNumbers(WorkflowCalls):
    """Sends phone numbers without what no calculation needs: zeros in front, and plus."""

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        number = key[1].lstrip("+0")
        if key[0] != "phone number" or verb != "Send":
            return call
        return Workflow(
            verb=verb, object=key[0], record=number, system=system, account=call.account,
            fields={**call.fields, "number": number},
        )  # fmt: skip


@wrong("crm", breaks="WF-16")
class SendsTicketsOfCallsOnly(Sending):
    """Sends tickets that were taken on the phone, not those that customers enter themselves."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object != "trouble ticket" or record.fields.get("channel") == "phone call":
            super().saved(record, before)


@wrong("crm", breaks="WF-17")
class SendsAllTickets(Sending):
    """Sends every ticket, and leaves it to the back office what to make of it."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object == "trouble ticket":
            self.deliveries.send(record.key)
        else:
            super().saved(record, before)


@wrong("crm", breaks="WF-17")
class SendsWhateverCustomersEnter(Sending):
    """Goes by the type of a ticket only where an agent has entered it."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object == "trouble ticket" and record.fields.get("channel") == "customer application":
            self.deliveries.send(record.key)
        else:
            super().saved(record, before)


class _SendsEveryTicket(Tickets):
    def leaves(self, ticket: Record, before: str | None) -> bool:
        return True


class _EmptiesLocalTickets(WorkflowCalls):
    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        local = call.fields.get("type") not in self.catalogue.back_office.ticket_types
        return (
            replace(call, fields={}, workflow=None) if local and (verb, key[0]) == ("Send", "trouble ticket") else call
        )


@wrong("crm", breaks="WF-17")
class SendsEmptyTicketsOfLocalTypes(CustomerRelations):
    """Starts the workflow for every ticket, and filters out the content of those that stay."""

    parts = Parts(tickets=_SendsEveryTicket, calls=_EmptiesLocalTickets)


@wrong("crm", breaks="WF-17 WF-16")
class SendsTheOtherTickets(Sending):
    """Has the condition of the trigger the wrong way round."""

    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object != "trouble ticket":
            super().saved(record, before)
        elif record.fields.get("type") not in self.tickets.types:
            self.deliveries.send(record.key)


@wrong("crm", breaks="WF-17")
class GoesByTheFirstType(Sending):
    """Decides by the type that a ticket was entered with, whatever is made of it later."""

    def saved(self, record: Record, before: Fields | None) -> None:
        kept = record.fields.get("type")
        if record.object == "trouble ticket" and before is not None:
            if before.get("type") in self.tickets.types:
                self.deliveries.send(record.key)
        else:
            super().saved(record, before)
        assert kept == record.fields.get("type")


@wrong("crm", breaks="WF-17", switches={"ticket_type_change": "stay"})
class SendsAfterAChangeOfType(Sending):
    """Says that a ticket which changes its type stays, and sends it."""

    def saved(self, record: Record, before: Fields | None) -> None:
        super().saved(record, None if record.object == "trouble ticket" else before)
