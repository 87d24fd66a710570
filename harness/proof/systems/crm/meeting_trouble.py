"""CRMs that know trouble and cancellations by themselves, and go wrong where something else befalls such an order."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, Fallout, LineUpdate, Message, OrderUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Approval,
    Asset,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderProgress,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields


class _OpensAgain(OrderProgress):
    """Opens an order again that is over when the end of its trouble is told."""

    status = ""

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        order = self.orders.known(number)
        if order is not None and order.status == self.status and status == "IN PROGRESS":
            order.status = status


@wrong("crm", breaks="TM-01", where="failures+cancellation")
class OpensCancelledOrdersAgain(_OpensAgain):
    """Shows an order that was cancelled as open when its trouble is settled."""

    status = "CANCELLED"


@wrong("crm", breaks="TM-01", where="failures+redelivery")
class OpensCompleteOrdersAgain(_OpensAgain):
    """Shows an order that is complete as open when the end of its trouble is told late."""

    status = "COMPLETE"


@wrong("crm", breaks="AS-01", where="failures+filled-in-data")
class ForgetsValuesOfWhatFellOut(OrderProgress):
    """Takes a line that fell out back to what users entered of it."""

    def prepare(self) -> None:
        self.told: dict[str, set[str]] = {}

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        self.told.setdefault(order.id, set()).update(told.attributes)
        super().hear_of_line(order, line, told)

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        order = self.orders.known(number)
        for line in list(order.lines.values()) if order is not None and status == "FAILED" else ():
            entered = {n: v for n, v in line.attributes.items() if n not in self.told.get(number, ())}
            if order is not None:
                order.lines[line.ref] = replace(line, attributes=entered)


@wrong("crm", breaks="AS-01", where="failures+redelivery")
class CountsCompletionsAfterAFailure(OrderProgress):
    """Makes an asset with each completion of a line that had failed."""

    def prepare(self) -> None:
        self.failed: dict[str, int] = {}

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        if told.status == "FAILED":
            self.failed[line.id] = 0
        if told.status == "COMPLETE" and line.id in self.failed:
            self.failed[line.id] += 1
            again = self.failed[line.id] > 1
            self.assets.follow(replace(line, id=f"{line.id}-again") if again else line, order.account or "")
            order.line_status[line.id] = "COMPLETE"
        else:
            super().hear_of_line(order, line, told)


class _EndsServicePoints(OrderProgress):
    """Ends the service point of an order that comes to a certain end."""

    def end(self, order: CrmOrder | None) -> None:
        """Disconnect the service points that an order names."""
        for line in order.lines.values() if order is not None else ():
            point = self.assets.get(line.service_point)
            if point is not None:
                self.assets.put(replace(point, status="Inactive"))


@wrong("crm", breaks="SP-01", where="failures+service-points")
class EndsServicePointsOfWhatFellOut(_EndsServicePoints):
    """Takes a service point away when the delivery to it falls out."""

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        if status == "FAILED":
            self.end(self.orders.known(number))


@wrong("crm", breaks="SP-01", where="failures+service-points")
class EndsServicePointsOfRefusedOrders(_EndsServicePoints):
    """Takes a service point away when the order that names it is refused."""

    def hear_trouble(self, number: str, status: str) -> None:
        self.end(self.orders.known(number) if status == "REFUSED" else None)
        super().hear_trouble(number, status)


@wrong("crm", breaks="SP-01", where="cancellation+service-points")
class EndsServicePointsOfCancelledOrders(_EndsServicePoints):
    """Takes a service point away when the order that names it is cancelled."""

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        if update.status == "CANCELLED":
            self.end(self.orders.known(update.order))


@wrong("crm", breaks="FL-02", where="failures+drafts")
class SubmitsARevisionAsARemedy(CustomerRelations):
    """Submits the revision that a user has begun when its order falls out."""

    def take(self, message: Message) -> None:
        super().take(message)
        if message.kind == "fallout" and message.read(Fallout).state == "raised":
            for order in list(self.orders.by_ref.values()):
                if order.id == message.read(Fallout).order and order.revises is not None and not order.submitted:
                    self.submitting.submit_order(order.ref, {})


@wrong("crm", breaks="AS-01", where="cancellation+filled-in-data")
class KeepsNumbersOfCancelledOrders(OrderProgress):
    """Keeps a number that was assigned as an asset, though its order was cancelled."""

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        order = self.orders.known(update.order)
        for line in order.lines.values() if order is not None and update.status == "CANCELLED" else ():
            if order is not None and (number := line.attributes.get("number")):
                kept = Asset(f"{line.id}-ASSET", order.account or "", line.product or "", None)
                self.assets.put(replace(kept, attributes={"number": number}))


@wrong("crm", breaks="TM-01", where="cancellation+redelivery")
class CancelsTheNewestOrderAlike(OrderProgress):
    """Takes a cancellation that is told again for that of the customer's newest order of the same products."""

    def hear(self, update: OrderUpdate) -> None:
        told = self.orders.known(update.order)
        again = told is not None and told.status == update.status == "CANCELLED"
        super().hear(update)
        for other in self.orders.by_ref.values() if again else ():
            if told is not None and _products(other) == _products(told) and other.account == told.account:
                other.status = "CANCELLED"


def _products(order: CrmOrder) -> list[str | None]:
    return [line.product for line in order.lines.values()]


@wrong("crm", breaks="SU-01", where="cancellation+drafts")
class RevisesCancelledOrders(Supplementals):
    """Lets users begin and submit revisions of an order that was cancelled."""

    def closed(self, order: CrmOrder) -> Iterator[str]:
        return iter(()) if order.status == "CANCELLED" else super().closed(order)


@wrong("crm", breaks="SU-01", where="cancellation+drafts")
class LooksOnceWhetherItIsOpen(Supplementals):
    """Looks whether an order was cancelled when a revision is begun, and not when it is submitted."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        current = self.orders.known(order.id)
        return iter(()) if current is not None and current.status == "CANCELLED" else super().objections(order)


class _ApprovesAgain(Approval):
    """Lets an order go on with each approval, where it stands in a certain way."""

    status = ""

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if order.status != self.status:
            return super().approve(ref, fields)
        self.queueing.queue(order)
        return self.screens.order(order)


@wrong("crm", breaks="SC-12", where="cancellation+approval")
class ApprovesCancelledOrdersAgain(_ApprovesAgain):
    """Queues an order once more when it is approved after it was cancelled."""

    status = "CANCELLED"


@wrong("crm", breaks="SC-12", where="failures+approval")
class ApprovesRefusedOrdersAgain(_ApprovesAgain):
    """Queues an order once more when it is approved after the order system has refused it."""

    status = "REFUSED"


@wrong("crm", breaks="SC-12", where="approval+redelivery")
class ApprovesTwice(_ApprovesAgain):
    """Queues an order with every approval."""

    status = "OPEN"
