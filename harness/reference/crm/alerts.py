"""Alerts: what back offices say of fraud and credit, each kind by itself."""

from datetime import datetime

from ordertck.harness.messages import Workflow
from ordertck.harness.reference.crm.records import Key, Record


class Alerts:
    """Keeps the latest content of each alert, whichever came last (WF-19, WF-20)."""

    def receive(self, records: dict[Key, Record], call: Workflow) -> None:
        """Keep what a back office says, unless something newer is known."""
        known = records.get((call.object, call.record))
        if known is None:
            known = records[call.object, call.record] = Record(call.object, call.record, call.account)
        elif not self.newer(known, call):
            return
        known.fields.update(call.fields)
        known.as_of = call.as_of

    def newer(self, known: Record, call: Workflow) -> bool:
        """Whether what is said is not older than what is known."""
        if known.as_of is None or call.as_of is None:
            return True
        return datetime.fromisoformat(call.as_of) >= datetime.fromisoformat(known.as_of)
