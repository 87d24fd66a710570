"""CRMs that go wrong over what is to be replicated in the daily run (IS-04)."""

from datetime import datetime

from ordertck.harness.messages import Message, Workflow, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    CustomerRelations,
    Deliveries,
    Key,
    Parts,
    Record,
    Replication,
    Sending,
    WorkflowCalls,
)
from ordertck.harness.reference.crm.desk import Fields


class _FirstContent(WorkflowCalls):
    def prepare(self) -> None:
        self.first: dict[Key, Fields] = {}

    def message(self, verb: str, key: Key, system: str) -> Workflow:
        call = super().message(verb, key, system)
        return replace(call, fields=self.first.get(key, call.fields))


class _NotesTheFirstContent(Sending):
    def saved(self, record: Record, before: Fields | None) -> None:
        if record.object == "product" and isinstance(self.deliveries.calls, _FirstContent):
            self.deliveries.calls.first.setdefault(record.key, dict(record.fields))
        super().saved(record, before)


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
class ReplicatesWhatWasSavedFirst(CustomerRelations):
    """Keeps for the run what a record said when it was saved first."""

    parts = Parts(calls=_FirstContent, sending=_NotesTheFirstContent)


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
class RunsOnceOnly(Deliveries):
    """Takes a record for replicated after the run, though a back office could not take it."""

    def answered(self, message: str, outcome: str) -> None:
        key, _ = self.under_way.get(message, (("", ""), ""))
        super().answered(message, "ok" if key[0] == "product" else outcome)


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
class ForgetsWhatTheRunIsFor(Forgetful, CustomerRelations):
    """Has nothing to replicate after a breakdown."""

    def after_breakdown(self) -> list[Message]:
        self.replication.due.clear()
        return []


class _RunsForTheLast(Replication):
    def advance(self, now: datetime) -> list[Key]:
        return super().advance(now)[-1:]


@wrong("crm", breaks="IS-04", switches={"replication": "batch"})
class ReplicatesTheLastOfARun(CustomerRelations):
    """Replicates of all that was saved since the last run the last record."""

    parts = Parts(replication=_RunsForTheLast)
