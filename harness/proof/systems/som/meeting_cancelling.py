"""Service order managements that go wrong where a cancel, or what is delivered again, meets revisions."""

from collections import deque

from ordertck.harness.messages import UNDO, Message, NetworkLine, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work, quantity_of


class _ByVersion(ServiceOrderManagement):
    """Keeps the lines of each version of an order."""

    def prepare(self) -> None:
        super().prepare()
        self.versions: dict[str, list[set[str]]] = {}

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        self.versions.setdefault(call.order, []).append({line.line for line in call.lines})
        super().take_in(call, message)

    def leave(self, order: ServiceOrder, work: Work) -> None:
        """Say that a line is cancelled, and leave it as it is."""
        work.tasks.clear()
        work.pending = None
        work.state = WorkState.CANCELLED
        self.status(order.number, work)


@wrong("som", breaks="PV-05", where="supplementals+cancellation")
class CancelsTheFirstVersion(_ByVersion):
    """Undoes for a cancel the lines that the order had at first."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        first = work.line.line in self.versions[order.number][0]
        if first or order.state is not ServiceOrderState.CANCELLING:
            super().withdraw(order, work)
        else:
            self.leave(order, work)


@wrong("som", breaks="PV-05", where="supplementals+cancellation")
class CancelsTheLatestMessage(_ByVersion):
    """Undoes for a cancel the lines that the latest revision names."""

    def withdraw(self, order: ServiceOrder, work: Work) -> None:
        named = work.line.line in self.versions[order.number][-1]
        if named or order.state is not ServiceOrderState.CANCELLING or work.finished:
            super().withdraw(order, work)
        else:
            self.leave(order, work)


@wrong("som", breaks="PV-05", where="supplementals+cancellation")
class UndoesTheFirstQuantity(ServiceOrderManagement):
    """Undoes for a cancel as many as the order wanted at first."""

    def prepare(self) -> None:
        super().prepare()
        self.first: dict[str, int] = {}

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        self.first.setdefault(line.line, quantity_of(line))
        super().begin(order, line)

    def taking_back(self, work: Work) -> deque[Task]:
        first = self.first[work.line.line]
        return deque(
            replace(task, quantity=first) if task.effect == UNDO and task.quantity > 1 else task
            for task in super().taking_back(work)
        )


@wrong("som", breaks="PV-05", where="supplementals+cancellation")
class UndoesWhatWasTakenOutOnceMore(ServiceOrderManagement):
    """Undoes for a cancel, from the beginning, a line that is being undone already."""

    def cancel(self, order: ServiceOrder) -> None:
        for work in order.works.values():
            if work.state is WorkState.UNDOING and order.state is not ServiceOrderState.CANCELLING:
                work.tasks.extend(Task(step, UNDO, count) for step, count in reversed(work.service.items()))
        super().cancel(order)


@wrong("som", breaks="PV-05", where="supplementals+cancellation")
class SetsUpAgainAfterTheCancel(ServiceOrderManagement):
    """Sets a line up again that a revision had put back, though the order was cancelled since."""

    def finish(self, order: ServiceOrder) -> None:
        for work in list(order.works.values()):
            if order.state is ServiceOrderState.CANCELLING and work.again is not None and work.finished:
                order.state = ServiceOrderState.IN_PROGRESS
                self.begin(order, work.again)
        super().finish(order)


@wrong("som", breaks="PV-05", where="cancellation+service-points")
class UndoesAtTheFirstAddress(ServiceOrderManagement):
    """Undoes everything for a cancel at the address of the first line."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        told = super().network_line(work, task)
        order = next(order for order in self.orders.values() if work in order.works.values())
        first = next(iter(order.works.values())).line.site
        return replace(told, site=first) if order.state is ServiceOrderState.CANCELLING else told


@wrong("som", breaks="PV-05", where="cancellation+service-points")
class CancelsOneAddress(ServiceOrderManagement):
    """Undoes for a cancel what is at the address of the first line, and takes the other one for done with it."""

    def taking_back(self, work: Work) -> deque[Task]:
        order = next(order for order in self.orders.values() if work in order.works.values())
        first = next(iter(order.works.values())).line.site
        away = order.state is ServiceOrderState.CANCELLING and work.line.site != first
        return deque() if away else super().taking_back(work)


# What is delivered again


class _TakenAgain(ServiceOrderManagement):
    """Takes something of a message that is delivered again."""

    def take_again(self, message: Message) -> None:
        """A message has come that came before."""
        raise NotImplementedError

    def handle(self, message: Message) -> list[Message]:
        again = message.id in self._seen
        out = super().handle(message)
        if again:
            self.take_again(message)
        return self.out if again else out


@wrong("som", breaks="PV-05", where="cancellation+redelivery")
class BeginsAgainAfterACancel(_TakenAgain):
    """Takes an order that is delivered again after its cancel for a new one."""

    def take_again(self, message: Message) -> None:
        order = self.orders.get(message.body.get("order", ""))
        if message.kind == "provisioning-order" and order and order.state is ServiceOrderState.CANCELLED:
            self.take_in(message.read(ProvisioningOrder), message)


@wrong("som", breaks="PV-05", where="cancellation+redelivery")
class UndoesAgain(_TakenAgain):
    """Begins to undo an order anew when its cancel is delivered again."""

    def take_again(self, message: Message) -> None:
        order = self.orders.get(message.body.get("order", ""))
        if message.kind == "cancel" and order and order.state is ServiceOrderState.CANCELLING:
            for work in order.works.values():
                work.tasks = deque(Task(step, UNDO, count) for step, count in reversed(work.service.items()))


@wrong("som", breaks="PV-05", where="cancellation+redelivery+restarts")
class ForgetsCancelledOrdersInABreakdown(Forgetful, ServiceOrderManagement):
    """Does not know an order again that was being cancelled in a breakdown."""

    def after_breakdown(self) -> list[Message]:
        for number, order in list(self.orders.items()):
            if order.state is ServiceOrderState.CANCELLING:
                self.lost = number
        return []

    lost = ""

    def handle(self, message: Message) -> list[Message]:
        if message.id in self._seen and message.kind == "provisioning-order" and message.body["order"] == self.lost:
            self._seen.discard(message.id)
            self.orders[f"{self.lost}-before"] = self.orders.pop(self.lost)
            self.lost = ""
        return super().handle(message)


@wrong("som", breaks="PV-06", where="supplementals+redelivery")
class TakesTheFirstVersionAgain(_TakenAgain):
    """Takes a first version that is delivered again for the latest."""

    def take_again(self, message: Message) -> None:
        order = self.orders.get(message.body.get("order", ""))
        if message.kind == "provisioning-order" and order and not order.finished:
            for line in message.read(ProvisioningOrder).lines:
                work = order.works[line.line]
                if line.effect == "add" and work.state in (WorkState.IN_PROGRESS, WorkState.COMPLETE):
                    self.revise(order, work, line)


@wrong("som", breaks="PV-06", where="supplementals+redelivery")
class WorksARevisionInTwice(_TakenAgain):
    """Takes as many back once more when a revision is delivered again."""

    def take_again(self, message: Message) -> None:
        order = self.orders.get(message.body.get("order", ""))
        if message.kind != "provisioning-order" or order is None or order.finished:
            return
        for line in message.read(ProvisioningOrder).lines:
            work = order.works[line.line]
            if line.effect == "change" and quantity_of(line) > 1:
                fewer = {**line.attributes, "quantity": str(quantity_of(line) - 1)}
                self.revise(order, work, replace(line, attributes=fewer))


@wrong("som", breaks="PV-06", where="supplementals+redelivery")
class PutsBackWhatWasTakenOut(_TakenAgain):
    """Puts a line back that was taken out when the version that brought it is delivered again."""

    def take_again(self, message: Message) -> None:
        order = self.orders.get(message.body.get("order", ""))
        if message.kind == "provisioning-order" and order and order.state is not ServiceOrderState.CANCELLED:
            for line in message.read(ProvisioningOrder).lines:
                if line.effect == "add" and order.works[line.line].state is WorkState.CANCELLED:
                    self.begin(order, line)


@wrong("som", breaks="PV-06", where="supplementals+redelivery+restarts")
class ForgetsWhichVersionItHas(Forgetful, _TakenAgain):
    """Takes whatever version is delivered again after a breakdown for the latest."""

    broken = False

    def after_breakdown(self) -> list[Message]:
        self.broken = True
        return []

    def take_again(self, message: Message) -> None:
        if self.broken and message.kind == "provisioning-order":
            call = message.read(ProvisioningOrder)
            order = self.orders[call.order]
            for line in call.lines if not order.finished else ():
                work = order.works[line.line]
                if line.effect == "add" and work.line.attributes != line.attributes and not work.finished:
                    self.revise(order, work, line)
