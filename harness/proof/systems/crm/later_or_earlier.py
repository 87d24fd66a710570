"""CRMs that mistake what is later for what is earlier, or what a back office says for what the order system says."""

from ordertck.harness.messages import Workflow
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Alerts, CrmOrder, CustomerRelations, Parts, Receiving, Record, Supplementals


@wrong("crm", breaks="WF-19 WF-20")
class TheLastMessageWins(Alerts):
    """Shows what came last of an alert, though it is older."""

    def newer(self, known: Record, call: Workflow) -> bool:
        return True


@wrong("crm", breaks="WF-19 WF-20")
class TheFirstMessageStays(Alerts):
    """Takes the first content of an alert for the newest."""

    def newer(self, known: Record, call: Workflow) -> bool:
        return not super().newer(known, call)


@wrong("crm", breaks="WF-19")
class ComparesDatesAsText(Alerts):
    """Takes for later which has the later day and hour, whichever zone they are of."""

    def newer(self, known: Record, call: Workflow) -> bool:
        return (call.as_of or "") >= (known.as_of or "")


class _NotesWhatWasReported(Receiving):
    """Takes an order that a back office has reported for one that is over."""

    def receive_order(self, call: Workflow) -> str | None:
        if (order := self.orders.known(call.record)) is not None and "status" in call.fields:
            order.milestones["reported"] = {call.fields["status"]}
        return super().receive_order(call)


class _RevisesNothingReported(Supplementals):
    """Lets nobody revise an order that a back office has reported."""

    def past_no_return(self, order: CrmOrder) -> bool:
        return "reported" in order.milestones or super().past_no_return(order)


@wrong("crm", breaks="SU-01")
class TheOfficesStatusEndsTheOrder(CustomerRelations):
    """Takes an order for closed once a back office has said anything of its status."""

    parts = Parts(receiving=_NotesWhatWasReported, supplementals=_RevisesNothingReported)
