"""Order systems that mix up values and service points of several lines, or of several times."""

from ordertck.harness.messages import BillingLine, Message, SalesOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_follow_ons import changes
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    LineFulfilment,
    OrderManagement,
    OrderState,
    Reports,
)


@wrong("oms", breaks="UF-07", where="filled-in-data+service-points")
class TakesValuesByTheProduct(Reports):
    """Keeps what is filled in for the first line of the product, at whichever service point that is."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        alike = [x for x in fulfilment.lines.values() if x.line.product == line.line.product and x.line.service_point]
        super().filled_in(fulfilment, alike[0] if alike and line.line.service_point else line, attribute, value)


@wrong("oms", breaks="UF-07", where="filled-in-data+service-points")
class TellsTheServicePointThatWasOrdered(Reports):
    """Tells the service point that was ordered when provisioning tells the one that it found."""

    def filled_in(self, fulfilment: Fulfilment, line: LineFulfilment, attribute: str, value: str) -> None:
        ordered = line.line.service_point if attribute == "service point" else None
        super().filled_in(fulfilment, line, attribute, ordered or value)


@wrong("oms", breaks="UF-07", where="filled-in-data+redelivery")
class GoesBackToAnOlderValue(OrderManagement):
    """Takes a value that is delivered again for a new one, and tells it again."""

    def is_repeated(self, message: Message) -> bool:
        return super().is_repeated(message) and message.body.get("sort") != "data"


@wrong("oms", breaks="UF-07", where="filled-in-data+redelivery")
class KeepsAnOlderValue(OrderManagement):
    """Takes a value that is delivered again for the one that counts, and tells billing that."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        if repeated and message.body.get("sort") == "data":
            report = message.read(WorkUpdate)
            _, line = self.book.find(report)
            if line is not None:
                line.assigned = {report.attribute or "": report.value, **line.assigned}
                line.assigned[report.attribute or ""] = min(report.value, line.assigned[report.attribute or ""])
        return repeated


@wrong("oms", breaks="PV-11", where="service-points+redelivery")
class PutsAServiceBackWhereItWasSold(OrderManagement):
    """Has a service brought to the service point of its sale when the sale is delivered again."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        sold = repeated and known is not None and known.state is OrderState.COMPLETE and not changes(known.order)
        for line in known.lines.values() if known is not None and sold and message.kind == "sales-order" else ():
            asked = line.work.provisioning
            if known is not None and asked is not None and asked.service_point:
                back = replace(asked, effect="change", attributes={})
                self.outbox.provision(known, line.work.target, [back])
        return repeated


@wrong("oms", breaks="PV-11", where="supplementals+service-points+redelivery")
class TakesTheServicePointOfALateVersion(OrderManagement):
    """Takes the service point from whichever version was delivered last, be it an earlier one once more."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        if not repeated or known is None or message.kind != "sales-order":
            return repeated
        for late in message.read(SalesOrder).lines:
            line = known.lines.get(late.id)
            asked = line.work.provisioning if line else None
            if line is not None and asked is not None and late.service_point not in (None, asked.service_point):
                back = replace(asked, effect="change", service_point=late.service_point)
                line.latest_call = self.outbox.provision(known, line.work.target, [back])
        return repeated


@wrong("oms", breaks="UF-07", where="price-lists+supplementals+filled-in-data")
class TellsTheNewListWithoutTheValue(Compensation):
    """Tells billing the new price list of a line that billing works on, and not what was filled in meanwhile."""

    def send_billing(self, known: Fulfilment, phase: str, line: BillingLine) -> None:
        super().send_billing(known, phase, replace(line, attributes={}) if phase == "all" else line)
