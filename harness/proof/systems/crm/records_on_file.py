"""CRMs that go wrong over records that are on file already: what is given up of them, and what comes back to them."""

from ordertck.harness.messages import DeskShown, Workflow
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Receiving, RecordEntry
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="WF-04")
class KeepsTheFormOfWhatIsOnFile(RecordEntry):
    """Empties the form of a new record that is given up, and keeps that of one that is on file."""

    def give_up(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        if self.records.record(kind, self.forms.id_of(kind, ref), None).fields:
            return self.shown(kind, ref, fields)
        return super().give_up(kind, ref, fields)


@wrong("crm", breaks="WF-18")
class SendsTicketsOnByTheirType(Receiving):
    """Goes by the type of a ticket, whoever gave it, and sends the back office the type that it has given."""

    def receive(self, call: Workflow) -> str | None:
        known = self.records.content((call.object, call.record)) is not None
        objection = super().receive(call)
        if known and call.fields.get("type") and call.object == "trouble ticket":
            self.sending.deliveries.send((call.object, call.record))
        return objection
