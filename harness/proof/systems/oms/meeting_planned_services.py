"""Order systems that do what was planned for a service as if nothing had come in between."""

from collections.abc import Iterable

from ordertck.harness.messages import Fault, OrderLine, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_dates import set_timer
from ordertck.harness.proof.systems.oms.meeting_follow_ons import with_work
from ordertck.harness.reference.oms import (
    Cancelling,
    Fulfilment,
    Incidents,
    LineFulfilment,
    OrderState,
    Planning,
    Scheduling,
    Turn,
)


@wrong("oms", breaks="FD-04", where="modify-orders+service-changes+dates")
class SuspendsAsItWasPlanned(Planning):
    """Has a service suspended with the values that it had when the suspension was planned."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        there = self.installed.get(line.asset)
        dated = line.action == "Suspend" and order.requested_delivery is not None
        return with_work(planned, attributes=dict(there.attributes)) if dated and there is not None else planned


@wrong("oms", breaks="FD-04", where="modify-orders+service-changes+dates")
class ChangesWhereItWasPlanned(Planning):
    """Has a service changed at the address that it had when the change was planned."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        there = self.installed.get(line.asset)
        dated = line.action == "Update" and order.requested_delivery is not None
        return with_work(planned, site=there.site) if dated and there is not None and there.site else planned


@wrong("oms", breaks="PV-05", where="service-changes+dates+cancellation")
class EndsWhatWasToStay(Cancelling):
    """Calls the planned end of a service cancelled, and lets its day come all the same."""

    def drop(self, known: Fulfilment) -> None:
        planned = self.supplementals.planning.plans(known.order)
        ends = {key: line for key, line in planned.items() if line.line.action == "Delete"}
        super().drop(known)
        set_timer(self.compensation.orchestration.scheduling, known, ends, OrderState.WAITING)


@wrong("oms", breaks="FO-06", where="follow-ons+dates+cancellation")
class WaitsForTheDayAlone(Scheduling):
    """Lets an order that depends on a lost line wait for its own date only."""

    def line_is_lost(self, order: str, line: str, how: str) -> None:
        super().line_is_lost(order, line, how)
        if how == "was withdrawn":
            dated = [turn for turn in self.waiting.waiting_for(line) if turn.fulfilment.order.requested_delivery]
            for turn in dated:
                self.free_at_its_date(turn)

    def free_at_its_date(self, turn: Turn) -> None:
        """Let a turn wait for nothing but its date."""
        date = self.start_date(turn.fulfilment.order)
        if date is not None:
            self.waiting.enter(turn, date, ())


@wrong("oms", breaks="FO-04", where="follow-ons+service-changes+failures")
class ResumesWhatNeverRested(Incidents):
    """Lets a resumption go when the suspension has failed: what does not rest can be used at once."""

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        scheduling = self.orchestration.scheduling
        waiting = scheduling.waiting.waiting_for(fault.line or "")
        resumes: Iterable[Turn] = [
            turn for turn in waiting if all(line.action == "Resume" for line in turn.fulfilment.order.lines)
        ]
        self.orchestration.release(resumes)
