"""Receiving: what back offices say, and what they ask for."""

from ordertck.harness.messages import Answer, BackOfficeUp, Message, Workflow
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.alerts import Alerts
from ordertck.harness.reference.crm.record_book import RecordBook
from ordertck.harness.reference.crm.sending import Sending
from ordertck.harness.reference.crm.workflow_calls import WorkflowCalls

# What a back office may say of an order as a whole (WF-11).
_REPORTED = ("ship_to", "ship_by", "due_date", "site")


class Receiving(Part):
    """One Receive and one answer to requests for all objects; what a back office says is kept, and sent nowhere."""

    def __init__(
        self, shared: Shared, records: RecordBook, calls: WorkflowCalls, sending: Sending, alerts: Alerts
    ) -> None:
        self.records, self.calls, self.sending, self.alerts = records, calls, sending, alerts
        self.profiles = sending.profiles
        super().__init__(shared)

    def take(self, message: Message) -> None:
        """Take what a back office says."""
        if message.kind == "workflow-answer":
            self.sending.deliveries.answered(message.re or "", message.read(Answer).outcome)
        elif message.kind == "back-office-up":
            self.sending.deliveries.up(message.read(BackOfficeUp).system)
        else:
            call = message.read(Workflow)
            if call.verb == "Receive":
                self.calls.answer(message, self.receive(call))
            else:
                self.asked(message, call)

    def asked(self, message: Message, call: Workflow) -> None:
        """An outside system asks for a record; nothing changes by that (WF-03, WF-06, WF-09, WF-12, WF-15, WF-23)."""
        key = call.object, call.record
        if self.records.content(key) is None:
            self.calls.answer(message, f"there is no such {call.object}")
        else:
            self.calls.tell("workflow", self.calls.message(call.verb, key, call.system), key, re=message.id)

    def receive(self, call: Workflow) -> str | None:
        """A back office says what it has: keep it, and send nothing. What is wrong with it, None where nothing is."""
        key = call.object, call.record
        match call.object:
            case "fraud alert" | "credit alert":
                self.alerts.receive(self.records.records, call)
            case "service profile":
                self.profiles.receive(call.record, call.rows)
            case "sales order":
                return self.receive_order(call)
            case "work order" if key not in self.records.records:
                return "there is no such work order"
            case _ if not self.sending.overruled(key, call.system):
                self.keep(call)
        return None

    def keep(self, call: Workflow) -> None:
        """Keep a record as a back office has it, whether it was known or not."""
        record = self.records.record(call.object, call.record, call.account)
        record.fields.update(call.fields)
        if call.object == "phone number":
            self.profiles.keep_number(record)
        elif call.object == "asset":
            self.profiles.upsert(record.account or "", record.id, record.fields)

    def receive_order(self, call: Workflow) -> str | None:
        """A back office has acted on an order: its header, or single lines of it (WF-11, IS-09)."""
        order = self.orders.known(call.record)
        if order is None:
            return "there is no such sales order"
        order.shown = call.fields.get("status", order.shown)
        for name in _REPORTED:
            setattr(order, name, call.fields.get(name, getattr(order, name)))
        for row in call.rows:
            if order.line(row.get("id")) is not None and "status" in row:
                order.line_status[row["id"]] = row["status"]
        return None
