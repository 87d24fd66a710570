"""CRMs that keep a value of a first version: of a line, of a header, of a record that is sent to back offices."""

from ordertck.harness.messages import DeskShown, OrderSubmission, SubmittedLine, Workflow, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Rewriting
from ordertck.harness.reference.crm import CrmLine, CrmOrder, Key, RecordEntry, Submissions, WorkflowCalls
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SU-13")
class RevisesSpeedsOnly(Rewriting):
    """Writes in a revision every attribute but the speed as the first version had it."""

    def prepare(self) -> None:
        self.first: dict[str, dict[str, str]] = {}

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        for line in sent.lines:
            self.first.setdefault(line.id, dict(line.attributes))
        return sent

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        first = self.first.get(line.id, {})
        kept = {name: value for name, value in first.items() if name in line.attributes and name != "speed"}
        return replace(line, attributes={**line.attributes, **kept})


@wrong("crm", breaks="SU-01")
class KeepsTheCarrier(Submissions):
    """Has the goods brought by whoever was to bring them at first."""

    def prepare(self) -> None:
        self.carrier: dict[str, str | None] = {}

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        first = self.carrier.setdefault(order.id, sent.ship_by)
        return replace(sent, ship_by=first) if sent.ship_by else sent


@wrong("crm", breaks="MO-06", where="supplementals+service-changes")
class KeepsTheFirstAction(Submissions):
    """Does with an asset what the first version was to do with it."""

    def prepare(self) -> None:
        self.action: dict[str, str | None] = {}

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, action=self.action.setdefault(line.id, sent.action))


@wrong("crm", breaks="FD-13", where="supplementals+dates")
class KeepsTheFirstBaseLine(Submissions):
    """Builds on the line that the first version built on, though another order has come in between."""

    def prepare(self) -> None:
        self.base: dict[str, str] = {}

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, base_line=self.base.setdefault(line.id, sent.base_line)) if sent.base_line else sent


class _KeepsAField(WorkflowCalls):
    kind, kept = "", ""

    def prepare(self) -> None:
        self.first: dict[str, str] = {}

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        if call.object != self.kind or not call.fields.get(self.kept):
            return call
        return replace(call, fields={**call.fields, self.kept: self.first.setdefault(key[1], call.fields[self.kept])})


@wrong("crm", breaks="WF-04")
class SendsTheFirstName(_KeepsAField):
    """Sends an account with the name that it was sent with first."""

    kind, kept = "account", "name"


@wrong("crm", breaks="WF-04")
class SendsTheFirstAddress(_KeepsAField):
    """Sends an account with the e-mail address that it was sent with first."""

    kind, kept = "account", "email"


@wrong("crm", breaks="WF-03 WF-21")
class FillsInTheRecordItself(RecordEntry):
    """Writes what a user fills in on a record that was saved before, and does not wait until it is saved again."""

    def fill_in(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        shown = super().fill_in(kind, ref, fields)
        known = self.records.records.get((kind, self.forms.id_of(kind, ref)))
        if known is not None and known.fields:
            known.fields.update({name: value for name, value in fields.items() if name != "account"})
        return shown
