"""CRMs that go wrong in the ways of working that are not the usual ones."""

from collections.abc import Iterator
from datetime import datetime

from ordertck.harness.messages import DeskShown, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Approval, CrmOrder, Screens, Sending, Submissions, Submitting
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.records import Key


@wrong("crm", breaks="WF-04", switches={"workflow_trigger": "by-button"})
class HasAButtonThatDoesNothing(Sending):
    """Sends nothing when the button is pressed."""

    def pressed(self, record: Key) -> None: ...


@wrong("crm", breaks="WF-04", switches={"workflow_trigger": "by-button"})
class SendsWheneverTheButtonIsPressed(Sending):
    """Sends a record once more when the button is pressed once more."""

    def pressed(self, record: Key) -> None:
        known = self.saved_only.get(record, [record])
        super().pressed(record)
        self.saved_only[record] = known


@wrong("crm", breaks="WF-04", switches={"workflow_trigger": "by-policy"})
class HasAPolicyThatFindsNothing(Sending):
    """Sends nothing however long ago it was saved."""

    def advance(self, now: datetime) -> None:
        self.replicate(self.replication.advance(now))


@wrong("crm", breaks="SC-12", switches={"approval_comes": "before-submission"})
class SubmitsWhatNobodyApproved(Approval):
    """Says that approval comes before submission, and asks for none."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


@wrong("crm", breaks="SC-12", switches={"approval_comes": "before-submission"})
class SubmitsWhatWasOnceApproved(Approval):
    """Takes the approval of a draft for that of all that is entered in it afterwards."""

    def prepare(self) -> None:
        self.once: set[str] = set()

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        self.once.add(ref)
        return super().approve(ref, fields)

    def objections(self, order: CrmOrder) -> Iterator[str]:
        return iter(()) if order.ref in self.once else super().objections(order)


@wrong("crm", breaks="PR-01")
class PicksUrgentForWhoPicksNone(Submissions):
    """Queues an order for which nobody picked a priority as an urgent one."""

    def queue_priority(self, priority: str | None) -> int | None:
        return super().queue_priority(priority or "Urgent")


@wrong("crm", breaks="PR-01", switches={"no_priority": "refuse"})
class TakesOrdersWithoutAPriority(Submitting):
    """Says that a priority has to be picked, and submits orders without one."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        return (reason for reason in super().objections(order) if reason != "no priority is picked")


@wrong("crm", breaks="FD-01", switches={"date_precision": "day"})
class KeepsTheDayBefore(Screens):
    """Shows of a date the day before."""

    def order(self, order: CrmOrder) -> DeskShown:
        shown = super().order(order)
        date = shown.fields.get("due_date")
        before = datetime.fromisoformat(date).replace(day=1).isoformat() if date else ""
        return replace(shown, fields={**shown.fields, "due_date": before}) if date else shown
