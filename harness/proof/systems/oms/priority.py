"""Order systems that start waiting orders in the wrong order, or disturb running ones."""

from ordertck.harness.messages import Edge, Message, ProvisioningOrder, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Fulfilment,
    Intake,
    LineFulfilment,
    Orchestration,
    OrderManagement,
    OrderState,
)
from ordertck.harness.reference.oms.decomposition import by_target


@wrong("oms", breaks="PR-04 PR-07")
class FirstComeFirstServed(Intake):
    """Starts orders as they came, whatever their priority."""

    def queue_priority(self, message: Message) -> int:
        return 5


@wrong("oms", breaks="PR-04 PR-07")
class TakesOneForTheHighest(Intake):
    """Reads the priorities upside down and starts the least urgent order first."""

    def queue_priority(self, message: Message) -> int:
        return 9 - super().queue_priority(message)


@wrong("oms", breaks="PR-04")
class KnowsTwoLevelsOnly(Intake):
    """Tells normal from urgent, but not medium from high."""

    def queue_priority(self, message: Message) -> int:
        return 9 if super().queue_priority(message) >= 5 else 0


@wrong("oms", breaks="PR-07")
class LastComeFirstServed(Intake):
    """Starts the order that came last."""

    arrivals = -1

    def queue_priority(self, message: Message) -> int:
        self.arrivals += 1
        return min(self.arrivals, 9)


@wrong("oms", breaks="PR-07")
class LetsTheLongestWaitGoFirst(Intake):
    """Lets an order that has waited longer go before a more urgent one, once there are others waiting."""

    arrivals = 10

    def queue_priority(self, message: Message) -> int:
        self.arrivals -= 1
        return max(self.arrivals, 0)


@wrong("oms", breaks="PR-08")
class PutsRunningWorkAside(OrderManagement):
    """Has provisioning suspend what it is doing when an urgent order comes."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if message.priority == 9:
            for running in self.book.orders.values():
                if running.state is OrderState.IN_PROGRESS:
                    self.put_aside(running)
        super().take_in(order, message)

    def put_aside(self, running: Fulfilment) -> None:
        """Tell provisioning to suspend all that an order is having done."""
        for target, lines in by_target(line.work for line in running.lines.values()).items():
            call = ProvisioningOrder(
                order=running.order.order, account=running.order.account or "", target=target, lines=lines
            )
            self.outbox.tell("provisioning-order", Edge.PROVISIONING, call, running.order.order)


@wrong("oms", breaks="PR-08")
class KeepsALowOrderFromBeingCompleted(Orchestration):
    """Does not complete an order once a more urgent one has come."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        urgent = any(order.priority == 9 for order in self.book.orders.values())
        if not urgent or fulfilment.priority == 9:
            super().complete(fulfilment, line)


@wrong("oms", breaks="PR-08")
class MakesRoomForUrgentOrders(OrderManagement):
    """Takes a running order's place away for an urgent one."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        if message.priority == 9 and self.scheduling.working:
            self.scheduling.working -= 1
        super().take_in(order, message)
