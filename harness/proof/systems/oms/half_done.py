"""Order systems that go wrong over what was half done at a cancel, or in a breakdown."""

from collections.abc import Mapping

from ordertck.harness.messages import Message, OrderLine, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.follow_ons import follows
from ordertck.harness.reference.oms import (
    Cancelling,
    Compensation,
    Fulfilment,
    LineFulfilment,
    LineState,
    OrderManagement,
    OrderState,
    Parts,
    Planning,
)


class _Remembering(Planning):
    """Knows what cancelled orders had changed; ``left`` are the values, by asset."""

    def prepare(self) -> None:
        super().prepare()
        self.left: dict[str, Mapping[str, str]] = {}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        wanted = planned.work.provisioning
        if line.action == "Update" and wanted is not None and planned.asset in self.left:
            attributes = {**self.left[planned.asset], **wanted.attributes}
            planned.work = replace(planned.work, provisioning=replace(wanted, attributes=attributes))
        return planned


class _Leaving(Cancelling):
    def undo(self, known: Fulfilment) -> None:
        planning = self.supplementals.planning
        assert isinstance(planning, _Remembering)
        for line in known.lines.values():
            done = line.work.provisioning
            if line.state is LineState.PROVISIONED and done is not None and done.effect == "change":
                planning.left[line.asset] = done.attributes
        super().undo(known)


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation")
class BooksWhatACancelTakesBack(OrderManagement):
    """Books a changed value as soon as it is set up, and sends it with the next change, be the order cancelled."""

    parts = Parts(planning=_Remembering, cancelling=_Leaving)


@wrong("oms", breaks="PN-04", where="points-of-no-return+cancellation")
class StopsForARefusedCancel(Cancelling):
    """Refuses to cancel an order past its point of no return, and has stopped by then what is still to begin."""

    def objection(self, known: Fulfilment) -> str | None:
        objection = super().objection(known)
        if objection is not None and known.state is OrderState.IN_PROGRESS:
            known.ticket += 1
        return objection


class _LeadsBackToWhatItFound(Compensation):
    """Leads a cancelled line back to what was found after a breakdown; ``found`` is that, by line id."""

    def prepare(self) -> None:
        super().prepare()
        self.found: dict[str, ProvisioningLine] = {}

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        found = self.found.get(line.line.id)
        if found is not None and known.state is OrderState.CANCELLING:
            self.send_provisioning(known, line.work.target or "", replace(found, effect="change"))
        else:
            super().undo_provisioning(known, line)


@wrong("oms", breaks="PV-05", where="cancellation+restarts")
class TakesWhatItFindsForInstalled(Forgetful, OrderManagement):
    """Takes what is set up at a breakdown for what was there before, so that a cancel leaves it."""

    parts = Parts(compensation=_LeadsBackToWhatItFound)

    def after_breakdown(self) -> list[Message]:
        assert isinstance(self.compensation, _LeadsBackToWhatItFound)
        for order in self.book.orders.values():
            for key, line in order.lines.items():
                if line.state is LineState.PROVISIONED and line.work.provisioning is not None:
                    self.compensation.found[key] = line.work.provisioning
        return []


@wrong("oms", breaks="FO-08", where="follow-ons+restarts")
class FindsTheBaseAfterABreakdown(Forgetful, OrderManagement):
    """Looks after a breakdown what orders wait for, and finds base orders that came after their follow-on orders."""

    def after_breakdown(self) -> list[Message]:
        for order in self.book.orders.values():
            if order.state is OrderState.WAITING and follows(order.order):
                self.orchestration.schedule(order)
        return self.outbox.emptied()
