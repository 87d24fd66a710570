"""CRMs that deal with back offices their own way, as the documents permit."""

from ordertck.harness.messages import DeskShown, Message, Workflow, replace
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.crm import (
    CrmOrder,
    Deliveries,
    Inquiries,
    Key,
    Receiving,
    Record,
    RecordEntry,
    Refused,
    Sending,
    WorkflowCalls,
)
from ordertck.harness.reference.crm.desk import Fields


@style("crm")
class SendsChangesToo(Sending):
    """Sends a sales order or a work order again when it is changed (A-35)."""

    def saved(self, record: Record, before: Fields | None) -> None:
        super().saved(record, None if record.object == "work order" else before)

    def created(self, order: CrmOrder) -> None:
        self.announced.discard(order.id)
        super().created(order)


@permitted("crm", switches={"workflow_trigger": "by-policy"})
class LeavesOrdersToThePolicy(Sending):
    """Has a policy find the orders that were created, as it finds whatever else was saved."""

    def created(self, order: CrmOrder) -> None:
        if order.id not in self.announced:
            self.announced.add(order.id)
            self.saved_only["sales order", order.id] = [("sales order", order.id)]


@style("crm")
class UsesTheOtherNames(WorkflowCalls):
    """Calls a workflow by whichever other name the documents have for it."""

    def name(self, kind: str, verb: str) -> str | None:
        names = self.catalogue.workflows.get(kind, {}).get(verb, ())
        return names[-1] if names else None


@style("crm")
class SendsNoNames(WorkflowCalls):
    """Says what it sends, and not by which workflow."""

    def name(self, kind: str, verb: str) -> str | None:
        return None


@style("crm")
class SendsMoreFields(WorkflowCalls):
    """Sends more of everything than anybody asked for."""

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        rows = tuple({**row, "owner": "SADMIN"} for row in call.rows)
        empty = verb == "Get" and not call.fields and not rows
        return call if empty else replace(call, fields={**call.fields, "owner": "SADMIN"}, rows=rows)


@permitted("crm")
class AsksOfTheOtherOrdersToo(Inquiries):
    """Asks of the customer's other orders besides the one that a user is at, and shows nothing of what it hears."""

    def prepare(self) -> None:
        super().prepare()
        self.besides: set[str] = set()

    def begin(self, question: Message, order: str) -> None:
        mine = self.orders.known(order)
        account = mine.account if mine is not None else None
        known = {other.id for other in self.orders.by_ref.values() if other.account == account and other.submitted}
        self.besides |= {self.receiving.calls.ask(other) for other in sorted(known - {order})}
        super().begin(question, order)

    def is_answered_by(self, message: Message) -> bool:
        return message.re in self.besides or super().is_answered_by(message)


@style("crm")
class SendsAccountsAndTicketsToOne(Deliveries):
    """Sends accounts and tickets to one back office: more are not asked for."""

    def send(self, key: Key) -> None:
        if key[0] in ("account", "trouble ticket"):
            self.send_to(key, self.systems[0])
        else:
            super().send(key)


@style("crm")
class SendsEveryVersionThatWasMissed(Deliveries):
    """Sends a back office that was down every version that it missed, as it was, in order."""

    def prepare(self) -> None:
        self.told: dict[str, tuple[Key, Workflow]] = {}
        self.missed: dict[str, list[tuple[Key, Workflow]]] = {system: [] for system in self.systems}

    def send_to(self, key: Key, system: str) -> None:
        self.send_version(key, self.calls.message("Send", key, system))

    def send_version(self, key: Key, call: Workflow) -> None:
        message = self.calls.tell("workflow", call, key)
        self.under_way[message], self.told[message] = (key, call.system), (key, call)

    def answered(self, message: str, outcome: str) -> None:
        super().answered(message, outcome)
        if outcome == "fault" and message in self.told:
            version = self.told[message]
            self.missed[version[1].system].append(version)

    def up(self, system: str) -> None:
        missed, self.missed[system], self.waiting[system] = self.missed[system], [], []
        for key, call in missed:
            self.send_version(key, call)

    def drop(self, key: Key, system: str) -> None:
        super().drop(key, system)
        self.missed[system] = [version for version in self.missed[system] if version[0] != key]


@style("crm")
class AnswersUnknownRecordsWithNothing(Receiving):
    """Answers with an empty record where it has none."""

    def asked(self, message: Message, call: Workflow) -> None:
        key = call.object, call.record
        found = self.records.content(key) is not None
        answer = self.calls.message(call.verb, key, call.system) if found else replace(call, fields={}, rows=())
        self.calls.tell("workflow", answer, key, re=message.id)


@permitted("crm", switches=dict.fromkeys(("customer_master", "product_master", "pricing_master"), "back-office"))
class RefusesChangesWhileTheMasterIsAway(RecordEntry):
    """Lets nobody change what the back office is master of while a back office cannot be reached."""

    def save(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        waiting = [key for keys in self.sending.deliveries.waiting.values() for key in keys]
        if (kind, ref) in waiting and not self.sending.replication.is_master(kind):
            raise Refused("the back office is master of this, and it is away")
        return super().save(kind, ref, fields)
