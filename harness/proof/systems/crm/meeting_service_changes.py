"""CRMs that know moves, suspensions and disconnections, and go wrong where something else befalls them."""

from collections.abc import Iterator
from datetime import datetime

from ordertck.harness.messages import LineUpdate, Message, OrderSubmission, OrderUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.meeting_follow_ons import Repeats
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderProgress,
    Projections,
    Queueing,
    Submissions,
)


@wrong("crm", breaks="FD-05", where="service-changes+dates")
class ProjectsMovesNowhere(Projections):
    """Projects the old address of an asset that is to move on a later day."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        return (line for line in super().open_lines(order) if line.action != "Move-Add" or not order.due_date)


@wrong("crm", breaks="FD-05", where="service-changes+dates")
class ProjectsAMoveAsAnEnd(Projections):
    """Takes the half of a planned transfer that leaves the old address for the end of the asset."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        for line in super().open_lines(order):
            yield replace(line, action="Delete") if line.action == "Move-Delete" and order.due_date else line


@wrong("crm", breaks="FD-05", where="service-changes+dates")
class MovesInItsBooksAtOnce(Queueing):
    """Moves an asset when the order that plans the move is submitted."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values() if order.due_date else ():
            if line.action == "Move-Add":
                self.submissions.projections.assets.follow(line, order.account or "")


@wrong("crm", breaks="AC-07", where="service-changes+dates")
class SuspendsOnTheDay(CustomerRelations):
    """Suspends an asset when the day of the order comes, whatever the order system says."""

    def advance(self, now: datetime) -> list[Message]:
        for order in list(self.orders.by_ref.values()):
            if order.submitted and order.due_date and datetime.fromisoformat(order.due_date) <= now:
                for line in order.lines.values():
                    if line.action == "Suspend":
                        self.assets.follow(line, order.account or "")
        return super().advance(now)


class _TakesTroubleForTheEnd(OrderProgress):
    """Does to an asset what an order says when the order falls out."""

    action = ""

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        order = self.orders.known(number)
        for line in list(order.lines.values()) if order is not None and status == "FAILED" else ():
            if order is not None and line.action == self.action:
                self.convert(order, line)


@wrong("crm", breaks="AC-07", where="service-changes+failures")
class SuspendsWhatFellOut(_TakesTroubleForTheEnd):
    """Shows an asset as suspended when its suspension falls out."""

    action = "Suspend"


@wrong("crm", breaks="AC-04", where="service-changes+failures")
class EndsWhatFellOut(_TakesTroubleForTheEnd):
    """Shows an asset as gone when its disconnection falls out."""

    action = "Delete"


class _GivesUpAfterTrouble(OrderProgress):
    """Leaves an asset as it was for good when what was to happen to it fell out once."""

    action = ""

    def prepare(self) -> None:
        self.given_up: set[str] = set()

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        if status == "FAILED":
            self.given_up.add(number)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if line.action != self.action or order.id not in self.given_up:
            super().convert(order, line)


@wrong("crm", breaks="AC-07", where="service-changes+failures")
class GivesUpSuspensionsThatFellOut(_GivesUpAfterTrouble):
    """Never suspends an asset whose suspension fell out, though that was mended."""

    action = "Suspend"


@wrong("crm", breaks="AC-04", where="service-changes+failures")
class GivesUpDisconnectionsThatFellOut(_GivesUpAfterTrouble):
    """Never ends an asset whose disconnection fell out, though that was mended."""

    action = "Delete"


@wrong("crm", breaks="AC-08", where="service-changes+redelivery")
class SuspendsAgainWithEveryMessage(Repeats):
    """Suspends an asset again when its suspension is reported complete once more."""

    def repeats(self, order: CrmOrder, line: CrmLine) -> bool:
        return line.action == "Suspend"


@wrong("crm", breaks="TM-04", where="service-changes+cancellation")
class CountsOnCancelledDisconnections(Projections):
    """Lets nobody change an asset whose disconnection was cancelled."""

    def is_open(self, order: CrmOrder) -> bool:
        ends = any(line.action == "Delete" for line in order.lines.values())
        return super().is_open(order) or (ends and order.status == "CANCELLED")


@wrong("crm", breaks="TM-04", where="service-changes+cancellation")
class EndsAssetsOfCancelledOrders(OrderProgress):
    """Takes the cancellation of a disconnection for a cancelled service, and ends the asset."""

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        order = self.orders.known(update.order)
        for line in list(order.lines.values()) if order is not None and update.status == "CANCELLED" else ():
            if order is not None and line.action == "Delete":
                self.convert(order, line)


@wrong("crm", breaks="TM-04", where="service-changes+approval")
class CountsOnRejectedDisconnections(Projections):
    """Lets nobody change an asset whose disconnection a supervisor rejected."""

    def is_open(self, order: CrmOrder) -> bool:
        ends = any(line.action == "Delete" for line in order.lines.values())
        return super().is_open(order) or (ends and order.status == "REJECTED")


@wrong("crm", breaks="PR-01")
class HurriesSuspensions(Submissions):
    """Queues every suspension as urgent: somebody has not paid."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        hurried = any(line.action == "Suspend" for line in order.lines.values())
        return replace(sent, priority="Urgent") if hurried else sent


@wrong("crm", breaks="PR-01", where="service-changes+priorities")
class TakesItsTimeWithDisconnections(Queueing):
    """Queues every disconnection behind all other orders: nothing is earned by it."""

    def queue(self, order: CrmOrder) -> None:
        if all(line.action == "Delete" for line in order.lines.values()) and order.priority:
            order.priority = "Low"
        super().queue(order)


class _KnowsWhatWasEnteredOnly(OrderProgress):
    """Makes an asset anew of what users entered of it."""

    action = ""

    def prepare(self) -> None:
        self.told: set[str] = set()

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        self.told |= told.attributes.keys()
        super().hear_of_line(order, line, told)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        asset = self.assets.get(line.asset)
        if asset is not None and line.action == self.action:
            entered = {name: value for name, value in asset.attributes.items() if name not in self.told}
            self.assets.put(replace(asset, attributes=entered))


@wrong("crm", breaks="AC-08", where="service-changes+filled-in-data")
class ResumesWhatWasEntered(_KnowsWhatWasEnteredOnly):
    """Resumes an asset without the values that fulfilment had filled in."""

    action = "Resume"


@wrong("crm", breaks="AC-02", where="service-changes+filled-in-data")
class MovesWhatWasEntered(_KnowsWhatWasEnteredOnly):
    """Moves an asset without the values that fulfilment had filled in."""

    action = "Move-Add"


@wrong("crm", breaks="SP-01", where="service-changes+service-points")
class NamesTheServicePointOnBothHalves(Submissions):
    """Names the service point of one half of a transfer on the other half too."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        others = (other for other in order.lines.values() if other.asset == line.asset and other.service_point)
        if line.action == "Move-Delete" and not line.service_point:
            return replace(sent, service_point=next((other.service_point for other in others), None))
        return sent
