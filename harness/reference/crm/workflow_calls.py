"""Workflow calls: the messages that the CRM writes to back offices."""

from ordertck.harness.messages import Answer, Edge, Message, Workflow, replace
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.crm_outbox import Outbox
from ordertck.harness.reference.crm.record_book import RecordBook
from ordertck.harness.reference.crm.records import Key


class WorkflowCalls(Part):
    """One Send, one Get and one answer for all objects."""

    def __init__(self, shared: Shared, outbox: Outbox, records: RecordBook) -> None:
        self.outbox, self.records = outbox, records
        super().__init__(shared)

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        """A workflow's message, with the record's content where there is any."""
        fields, rows = self.records.content(key) or ({}, ())
        return Workflow(
            verb=verb, object=key[0], record=key[1], system=system, account=self.records.account_of(key),
            workflow=self.name(key[0], verb), fields=fields, rows=rows,
        )  # fmt: skip

    def name(self, kind: str, verb: str) -> str | None:
        """What the workflow is called."""
        return next(iter(self.catalogue.workflows.get(kind, {}).get(verb, ())), None)

    def send(self, key: Key, system: str) -> str:
        """Send a record to one system; the message's id."""
        return self.tell("workflow", self.message("Send", key, system), key)

    def ask(self, order: str) -> str:
        """Ask the back office how an order stands; the message's id."""
        key = "sales order", order
        system = self.catalogue.back_office.systems[0]
        return self.tell("workflow", replace(self.message("Get", key, system), fields={}, rows=()), key)

    def tell(self, kind: str, body: Workflow | Answer, key: Key, re: str | None = None) -> str:
        """Send one message; its id."""
        return self.outbox.tell(kind, Edge.BACKOFFICE, body, self.records.account_of(key) or key[1], re=re)

    def answer(self, message: Message, objection: str | None) -> None:
        """Say that a message was taken, or why not."""
        outcome = Answer(outcome="fault", reason=objection) if objection else Answer(outcome="ok")
        self.outbox.tell("workflow-answer", Edge.BACKOFFICE, outcome, message.about, re=message.id)
