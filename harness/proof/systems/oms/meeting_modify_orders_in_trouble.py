"""Order systems that go wrong over a change of what is installed when that change fails, or is cancelled."""

from ordertck.harness.messages import Fault, OrderLine, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_follow_ons import changes, with_work
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Orchestration,
    OrderManagement,
    OrderState,
    Parts,
    Planning,
)


@wrong("oms", breaks="PV-15", where="modify-orders+failures")
class TakesAllOfAFailedChangeBack(Incidents):
    """Takes back what else a modify order changes when one of its lines fails."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        for other in fulfilment.lines.values():
            asked, there = other.work.provisioning, self.installed.get(other.asset)
            if other is not line and asked is not None and there is not None and asked.effect == "change":
                back = replace(asked, attributes=there.attributes)
                other.latest_call = self.orchestration.outbox.provision(fulfilment, other.work.target, [back])


@wrong("oms", breaks="PV-15", where="modify-orders+failures")
class MendsAChangeByANewService(Incidents):
    """Has a service set up once more when a change of it failed and the incident is over."""

    def resolve(self, order: str, incident: str) -> None:
        fault, fulfilment = self.open.get(incident), self.book.orders.get(order)
        super().resolve(order, incident)
        line = fulfilment.lines.get(fault.line or "") if fault and fulfilment else None
        if fulfilment is None or line is None or line.work.provisioning is None:
            return
        if line.work.provisioning.effect == "change":
            anew = replace(line.work.provisioning, effect="add")
            self.orchestration.outbox.provision(fulfilment, line.work.target, [anew])


@wrong("oms", breaks="PV-15", where="modify-orders+failures")
class BelievesTheChangeThatFailed(Incidents):
    """Takes an asset for changed as soon as provisioning has answered, be it with a failure."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        if line.line.action == "Update":
            self.installed.complete(line.line, line.asset, line.price_list)


class _OnCancel(Compensation):
    """Takes a change of a cancelled order for something else; ``retold`` says for what."""

    def retold(self, line: LineFulfilment) -> None:
        """What the line is taken for."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        if known.state is OrderState.CANCELLING and line.line.action == "Update":
            self.retold(line)
        super().withdraw(known, line)


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation")
class TakesDownWhatACancelledOrderTouched(_OnCancel):
    """Takes every asset down that a cancelled order speaks of, though the order only changed it."""

    def retold(self, line: LineFulfilment) -> None:
        with_work(line, effect="add")


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation")
class StopsChargingWhatACancelledOrderTouched(_OnCancel):
    """Stops the charges of every asset that a cancelled order speaks of, though the order only changed it."""

    def retold(self, line: LineFulfilment) -> None:
        if line.work.billing is not None:
            line.work = replace(line.work, billing=replace(line.work.billing, effect="start"))


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation")
class LeavesAChangeThatWasDone(_OnCancel):
    """Calls off what is under way of a cancelled change, and leaves what is done of it."""

    def retold(self, line: LineFulfilment) -> None:
        if line.state is LineState.PROVISIONED:
            line.sent = False


class _RemembersSales(Orchestration):
    """Keeps what was sold, by asset."""

    def prepare(self) -> None:
        self.sold: dict[str, dict[str, str]] = {}

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        if line.line.action == "Add":
            self.sold[line.asset] = dict(line.line.attributes)


class _BackToTheSale(Compensation):
    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        assert isinstance(self.orchestration, _RemembersSales)
        steps, sold = super().undoing(line, done), self.orchestration.sold.get(line.asset)
        return [replace(step, attributes=sold) for step in steps] if sold and done.effect == "change" else steps


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation")
class GoesBackToTheSale(OrderManagement):
    """Sets an asset back to what was sold when a change of it is cancelled, whatever was changed in between."""

    parts = Parts(orchestration=_RemembersSales, compensation=_BackToTheSale)


class _ForgetsValues(Orchestration):
    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        told, line.assigned = line.assigned, {}
        super().complete(fulfilment, line)
        line.assigned = told


@wrong("oms", breaks="UF-07", where="modify-orders+cancellation+filled-in-data")
class GoesBackToWhatWasOrdered(OrderManagement):
    """Sets an asset back to the values that were ordered when a change is cancelled, not to those filled in."""

    parts = Parts(orchestration=_ForgetsValues)


@wrong("oms", breaks="PV-15")
class FaultsTheWholeChange(Incidents):
    """Calls every line of a modify order failed when one is."""

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        order = self.book.orders.get(fault.order)
        if order is not None and changes(order.order):
            for line in list(order.lines.values()):
                about = Fault(order=fault.order, line=line.line.id, incident=f"{fault.incident}-{line.line.id}",
                              reason=fault.reason)  # fmt: skip
                if line.line.id != fault.line:
                    super().falls_out(about)


@wrong("oms", breaks="PV-05", where="modify-orders+cancellation")
class ChangesOnTopOfWhatWasCancelled(Planning):
    """Sends with a change what earlier orders wanted of the asset, cancelled ones too."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        for known in self.book.orders.values():
            for old in known.order.lines if known.state is OrderState.CANCELLED else ():
                if line.action == "Update" and (old.action, old.asset) == ("Update", line.asset):
                    planned = with_work(planned, attributes={**old.attributes, **line.attributes})
        return planned
