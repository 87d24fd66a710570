"""Order systems that forget something in a breakdown of their own, or do it again."""

from ordertck.harness.messages import Message, SalesOrder, replace
from ordertck.harness.proof.breakdowns import Forgetful, MemoryOnly, SaysAgain, SaysAnew
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.oms.decomposition import Work
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.order_life_cycle import LineState, OrderState
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.reference.oms.waiting import WaitingRoom


class _Forgets(Forgetful, OrderManagement):
    """An order system that comes back otherwise than it went."""

    def lines(self) -> list[tuple[Fulfilment, LineFulfilment]]:
        """Every line of every order."""
        return [(order, line) for order in self.book.orders.values() for line in order.lines.values()]


@wrong("oms", breaks="UF-06 FO-04 FD-04 SU-07", where="bundles+restarts")
class RemembersNothing(MemoryOnly, OrderManagement):
    """Keeps everything in its memory, and nothing else."""


@wrong("oms", breaks="UF-06", where="redelivery+restarts")
class SaysEverythingOnceMore(SaysAnew, OrderManagement):
    """Tells its neighbours everything again after a breakdown, as new messages."""


@permitted("oms")
class SendsAgainUnderTheSameId(SaysAgain, OrderManagement):
    """Sends what it sent before once more after a breakdown, to be sure, under the ids that it had."""


@wrong("oms", breaks="UF-06", where="bundles+restarts")
class ForgetsComponentsInABreakdown(_Forgets):
    """Knows orders after a breakdown by their top lines, and takes them for complete with these."""

    def after_breakdown(self) -> list[Message]:
        for order, line in self.lines():
            if line.line.parent is not None and line.state is not LineState.COMPLETE:
                del order.lines[line.line.id]
                order.open -= 1
        for order in list(self.book.orders.values()):
            self.orchestration.finish(order)
        return self.outbox.emptied()


@wrong("oms", breaks="UF-06", where="redelivery+restarts")
class TakesOrdersForNewAfterABreakdown(_Forgets):
    """Does not know after a breakdown what it was given before it."""

    def after_breakdown(self) -> list[Message]:
        self._seen.clear()
        self.book.orders.clear()
        return []


@wrong("oms", breaks="AC-08", where="service-changes+redelivery+restarts")
class ForgetsRefusalsInABreakdown(_Forgets):
    """Knows after a breakdown the orders that it had taken in, and none that it had refused."""

    def prepare(self) -> None:
        self.refused: set[str] = set()

    def take(self, message: Message) -> None:
        super().take(message)
        if message.kind == "sales-order" and message.body["order"] not in self.book.orders:
            self.refused.add(message.id)

    def after_breakdown(self) -> list[Message]:
        self._seen -= self.refused
        return []


@wrong("oms", breaks="PL-09", where="price-lists+restarts")
class FillsListsAnewAfterABreakdown(_Forgets):
    """Charges every line after a breakdown on the list of the header."""

    def after_breakdown(self) -> list[Message]:
        for order, line in self.lines():
            billing = line.work.billing
            if billing is not None:
                billing = replace(billing, price_list=order.order.price_list)
            line.work = Work(billing, line.work.target, line.work.provisioning)
        return []


@wrong("oms", breaks="SU-07", where="supplementals+restarts")
class CarriesTheFirstVersionOn(OrderManagement):
    """Keeps the orders that it takes in where they outlive a breakdown, and their revisions in its memory."""

    def prepare(self) -> None:
        super().prepare()
        self.kept: set[str] = set()

    def written(self, message: Message) -> Message | None:
        if message.kind == "sales-order":
            if message.body["order"] in self.kept:
                return None
            self.kept.add(message.body["order"])
        return super().written(message)


@wrong("oms", breaks="PN-02", where="points-of-no-return+restarts")
class ForgetsMilestonesInABreakdown(_Forgets):
    """Does not know after a breakdown how far a line was."""

    def after_breakdown(self) -> list[Message]:
        for _, line in self.lines():
            line.milestones.clear()
        return []


@wrong("oms", breaks="FO-04 FD-04", where="follow-ons+dates+restarts")
class BeginsWhatWaitsAfterABreakdown(_Forgets):
    """Begins after a breakdown every order that waited."""

    def after_breakdown(self) -> list[Message]:
        for order in self.book.orders.values():
            if all(not line.ready for line in order.lines.values()):
                self.scheduling.waiting = WaitingRoom()
                order.order = replace(order.order, requested_delivery=None)
                lines = tuple(replace(line, base_line=None) for line in order.order.lines)
                order.order = replace(order.order, lines=lines)
                self.orchestration.schedule(order)
        return self.outbox.emptied()


@wrong("oms", breaks="FO-04 FD-04", where="follow-ons+dates+restarts")
class LosesWhatWaits(_Forgets):
    """Knows after a breakdown what it works on, and not what waited."""

    def after_breakdown(self) -> list[Message]:
        self.scheduling.waiting = WaitingRoom()
        return []


@wrong("oms", breaks="PV-15", where="failures+restarts")
class ForgetsFailuresInABreakdown(_Forgets):
    """Takes no report after a breakdown on what had failed before it."""

    def after_breakdown(self) -> list[Message]:
        self.lost = {line.line.id for _, line in self.lines() if line.state is LineState.FAILED}
        return []

    lost: frozenset[str] | set[str] = frozenset()

    def take(self, message: Message) -> None:
        if message.kind not in ("provisioning-update", "fallout") or message.body.get("line") not in self.lost:
            super().take(message)


@wrong("oms", breaks="PV-05", where="failures+cancellation+restarts")
class WaitsAfterABreakdownForWhatHadFailed(_Forgets):
    """Takes a line that had failed for one that is worked on after a breakdown, and cancels no order of such a line."""

    stuck: frozenset[str] | set[str] = frozenset()

    def after_breakdown(self) -> list[Message]:
        self.stuck = {order.number for order, line in self.lines() if line.state is LineState.FAILED}
        return []

    def take(self, message: Message) -> None:
        if message.kind != "cancel" or message.body["order"] not in self.stuck:
            super().take(message)


@wrong("oms", breaks="PV-05", where="cancellation+restarts")
class ForgetsCancelsInABreakdown(OrderManagement):
    """Completes an order after a breakdown that was cancelled before it."""

    def written(self, message: Message) -> Message | None:
        lines = message.body.get("lines", ())
        gone = bool(lines) and all(line.get("action") == "Delete" for line in lines)
        return None if message.kind == "cancel" or gone else super().written(message)


@wrong("oms", breaks="UF-07", where="filled-in-data+restarts")
class ForgetsValuesInABreakdown(_Forgets):
    """Knows after a breakdown what was ordered, and not what was assigned since."""

    def after_breakdown(self) -> list[Message]:
        for _, line in self.lines():
            line.assigned.clear()
        return []


@wrong("oms", breaks="FD-04", where="supplementals+dates+restarts")
class GoesByTheFirstDateAfterABreakdown(_Forgets):
    """Keeps the date of an order's first version where it outlives a breakdown."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, str | None] = {}

    def begin(self, order: SalesOrder, message: Message) -> None:
        self.first[order.order] = order.requested_delivery
        super().begin(order, message)

    def after_breakdown(self) -> list[Message]:
        for number, order in self.book.orders.items():
            if order.order.requested_delivery != self.first[number]:
                order.order = replace(order.order, requested_delivery=self.first[number])
                self.orchestration.schedule(order)
        return self.outbox.emptied()


@wrong("oms", breaks="FD-04", where="dates+service-points+restarts")
class ForgetsServicePointsInABreakdown(_Forgets):
    """Knows after a breakdown what is to be provisioned, and not where it is connected."""

    def after_breakdown(self) -> list[Message]:
        for _, line in self.lines():
            asked = line.work.provisioning
            if asked is not None:
                line.work = Work(line.work.billing, line.work.target, replace(asked, service_point=None))
        return []


@wrong("oms", breaks="PR-04", where="priorities+restarts")
class QueuesAnewByArrival(_Forgets):
    """Lets what waited for a place have it after a breakdown in the order of arrival."""

    def after_breakdown(self) -> list[Message]:
        turns = [self.scheduling.queue.get() for _ in range(len(self.scheduling.queue))]
        for turn in sorted(turns, key=lambda turn: list(self.book.orders).index(turn.fulfilment.number)):
            turn.fulfilment.priority = 5
            self.scheduling.queue.put(turn, 5)
        return []


@wrong("oms", breaks="PR-04", where="priorities+restarts")
class GivesThePlacesAgain(_Forgets):
    """Takes every place for free after a breakdown."""

    def after_breakdown(self) -> list[Message]:
        self.scheduling.working = 0
        self.orchestration.start_next()
        return self.outbox.emptied()


@wrong("oms", breaks="MO-04", where="modify-orders+restarts")
class ForgetsWhatIsInstalled(_Forgets):
    """Does not know after a breakdown what customers have."""

    def after_breakdown(self) -> list[Message]:
        for _, line in self.lines():
            self.shared.installed.complete(replace(line.line, action="Delete"), line.asset, None)
        return []


@wrong("oms", breaks="MO-04", where="modify-orders+restarts")
class AsksForChangesAgain(_Forgets):
    """Asks provisioning once more after a breakdown for a change that is under way."""

    def after_breakdown(self) -> list[Message]:
        for order, line in self.lines():
            asked = line.work.provisioning
            if line.sent and line.state is not LineState.COMPLETE and asked and asked.effect == "change":
                self.outbox.provision(order, line.work.target or "", [asked])
        return self.outbox.emptied()


@wrong("oms", breaks="MO-04", where="service-changes+restarts")
class ForgetsSuspensionsInABreakdown(_Forgets):
    """Takes every service for active after a breakdown, and refuses to resume one."""

    def after_breakdown(self) -> list[Message]:
        for _, line in self.lines():
            if line.line.action == "Suspend":
                self.shared.installed.complete(replace(line.line, action="Resume"), line.asset, None)
        return []


@wrong("oms", breaks="FD-04", where="dates+restarts")
class SetsItsClockBackInABreakdown(_Forgets):
    """Goes on after a breakdown at the time at which it was set up."""

    def prepare(self) -> None:
        super().prepare()
        self.set_up_at = self.shared.clock.now

    def after_breakdown(self) -> list[Message]:
        self.shared.clock.now = self.set_up_at
        return []


@wrong("oms", breaks="SU-05", where="supplementals+redelivery+restarts")
class ForgetsWhatItHadOfCompleteOrders(_Forgets):
    """Does not know messages of complete orders after a breakdown, and refuses what comes of them again."""

    def after_breakdown(self) -> list[Message]:
        if all(order.state is OrderState.COMPLETE for order in self.book.orders.values()):
            self._seen.clear()
        return []
