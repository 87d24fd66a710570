"""Order systems that lose a failed line from sight, or see its failure where there is none."""

from ordertck.harness.messages import Fallout, Fault, Message, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Cancelling,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    OrderManagement,
    Reports,
)


@wrong("oms", breaks="PV-05", where="failures+cancellation")
class RefusesToCancelWhatFellOut(Cancelling):
    """Does not cancel an order of which a line has failed: that is to be mended first."""

    def objection(self, known: Fulfilment) -> str | None:
        failed = any(line.state is LineState.FAILED for line in known.lines.values())
        return "a line has failed" if failed else super().objection(known)


@wrong("oms", breaks="PV-05", where="failures+cancellation")
class WaitsForTheFailedLine(Cancelling):
    """Takes back what is under way of a cancelled order, and waits for ever for the line that failed."""

    def undo(self, known: Fulfilment) -> None:
        failed = {key: line for key, line in known.lines.items() if line.state is LineState.FAILED}
        known.lines = {key: line for key, line in known.lines.items() if key not in failed}
        super().undo(known)
        known.lines = {**known.lines, **failed}


@wrong("oms", breaks="UF-07", where="failures+filled-in-data")
class ForgetsValuesAtAFailure(Incidents):
    """Forgets what was filled in for a line when that line fails."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().line_fails(fulfilment, line)
        line.assigned.clear()


@wrong("oms", breaks="UF-07", where="failures+filled-in-data")
class HearsNothingOfAFailedLine(Reports):
    """Takes nothing in of a line that waits to be mended but that it is mended."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        if line.state is not LineState.FAILED:
            super().filled_in(fulfilment, line, attribute, value)


@wrong("oms", breaks="PV-15", where="failures+service-points")
class FaultsAllOfTheProduct(Incidents):
    """Takes the failure of a line for that of every line of its product on the order, wherever they are."""

    def falls_out(self, fault: Fault) -> None:
        super().falls_out(fault)
        order = self.book.orders.get(fault.order)
        failed = order.lines.get(fault.line or "") if order else None
        for key, line in list(order.lines.items()) if order and failed else ():
            alike = failed is not None and line.line.product == failed.line.product
            if alike and line is not failed and line.line.service_point:
                super().falls_out(replace(fault, line=key, incident=f"{fault.incident}-{key}"))


@wrong("oms", breaks="PV-15", where="failures+service-points")
class MendsWhereTheOtherOneIs(Incidents):
    """Brings a service that was mended to the service point of the last line of its order."""

    def resolve(self, order: str, incident: str) -> None:
        fault, fulfilment = self.open.get(incident), self.book.orders.get(order)
        super().resolve(order, incident)
        line = fulfilment.lines.get(fault.line or "") if fault and fulfilment else None
        asked = line.work.provisioning if line else None
        if fulfilment is not None and line is not None and asked is not None and asked.service_point:
            last = list(fulfilment.lines.values())[-1].line.service_point
            there = replace(asked, effect="change", service_point=last)
            self.orchestration.outbox.provision(fulfilment, line.work.target, [there])


@wrong("oms", breaks="PV-15", where="failures+redelivery")
class TellsAFailureAgain(OrderManagement):
    """Tells the CRM of a failure each time that it is delivered."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        if repeated and message.kind == "fault":
            fault = message.read(Fault)
            if fault.incident in self.incidents.open:
                self.outbox.fallout(fault, "raised")
        return repeated


@wrong("oms", breaks="PV-15", where="failures+redelivery")
class FailsAgainByAnOldFault(OrderManagement):
    """Knows a failure again while it is open, and takes it for another one once it was mended."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        if repeated and message.kind == "fault" and message.read(Fault).incident not in self.incidents.open:
            return False
        return repeated


@wrong("oms", breaks="PV-15", where="failures+redelivery")
class TellsThatItIsMendedAgain(OrderManagement):
    """Tells the CRM that a failure is mended each time that it is told so."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        if repeated and message.kind == "fallout":
            freed = message.read(Fallout)
            about = Fault(order=freed.order, line=freed.line, incident=freed.incident, reason=freed.reason or "")
            self.outbox.fallout(about, "resolved")
        return repeated


@wrong("oms", breaks="PV-05", where="failures+cancellation")
class DropsAFailedLine(Cancelling):
    """Takes a failed line off a cancelled order without undoing what billing has begun for it."""

    def undo(self, known: Fulfilment) -> None:
        for key in [key for key, line in known.lines.items() if line.state is LineState.FAILED]:
            del known.lines[key]
            known.open -= 1
            self.compensation.forget(known, key)
        super().undo(known)


@wrong("oms", breaks="PV-15", where="failures+service-points")
class MendsAllWithOne(Reports):
    """Takes every failure of an order for mended when provisioning completes a line at another service point."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        super().has_status(fulfilment, line, native)
        about = [key for key, fault in self.incidents.open.items() if fault.order == fulfilment.number]
        for incident in about if native == "COMPLETE" and line.line.service_point else ():
            self.incidents.resolve(fulfilment.number, incident)


@wrong("oms", breaks="PV-15", where="price-lists+supplementals+failures")
class ForgetsWhatBillingCouldNotDo(Reports):
    """Tells nobody that an incident of billing is over, once a revision has made something else of the line."""

    def is_charged(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if line.state is LineState.PROVISIONED:
            self.orchestration.complete(fulfilment, line)
        else:
            super().is_charged(fulfilment, line)


@wrong("oms", breaks="PV-15", where="supplementals+failures")
class TellsFailuresOfTheFirstLine(Incidents):
    """Tells the CRM of whatever fails of a revised order as of its first line."""

    def raised(self, fault: Fault) -> None:
        fulfilment = self.book.orders.get(fault.order)
        revised = fulfilment is not None and fulfilment.order.revision > 1
        super().raised(replace(fault, line=fulfilment.order.lines[0].id) if fulfilment and revised else fault)


@wrong("oms", breaks="PV-15", where="supplementals+points-of-no-return+failures")
class TakesARefusalForAMending(OrderManagement):
    """Says that the failures of an order are over when it refuses a revision of that."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = self.book.orders.get(order.order)
        super().take_in(order, message)
        failures = [name for name, fault in self.incidents.open.items() if fault.order == order.order]
        for incident in failures if known is not None and known.order.id != order.id else ():
            self.incidents.resolve(order.order, incident)


@wrong("oms", breaks="PV-15", where="supplementals+failures")
class MendsAllWithTheLineThatIsTakenOut(Incidents):
    """Says that all failures of an order are over when a revision has taken out one of the failed lines."""

    def nobody_wants_them(self) -> None:
        before = set(self.open)
        about = {incident: fault.order for incident, fault in self.open.items()}
        super().nobody_wants_them()
        gone = {about[incident] for incident in before - set(self.open)}
        for incident in [incident for incident, fault in self.open.items() if fault.order in gone]:
            self.resolve(about[incident], incident)
