"""CRMs that go wrong over priorities."""

from collections.abc import Mapping
from typing import ClassVar

from ordertck.harness.messages import DeskDo, OrderUpdate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import CrmOrder, OrderProgress, Submissions, Submitting


@wrong("crm", breaks="PR-01 PR-10")
class SendsEverythingAsMedium(Submitting):
    """Submits every order with priority Medium, whatever the user picked."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        order.priority = "Medium"


@wrong("crm", breaks="PR-01")
class KeepsThePriorityToItself(Submissions):
    """Puts orders on the queue without the priority that was picked."""

    def queue_priority(self, priority: str | None) -> int | None:
        return None


@wrong("crm", breaks="PR-01")
class ResubmitsOnAChange(Meddling):
    """Puts a submitted order on the queue again when its priority is changed."""

    def after(self, act: DeskDo) -> None:
        order = self.orders.order(act.ref) if (act.verb, act.object) == ("enter", "order") else None
        if order is not None and order.submitted:
            self.queueing.queue(order)


class _Scale(Submissions):
    scale: ClassVar[Mapping[str, int]] = {}

    def queue_priority(self, priority: str | None) -> int | None:
        return self.scale.get(priority, super().queue_priority(priority)) if priority else None


@wrong("crm", breaks="PR-10")
class TurnsTheScaleRound(_Scale):
    """Puts urgent orders on the queue as the lowest and low ones as the highest."""

    scale: ClassVar = {"Low": 9, "Medium": 7, "High": 5, "Urgent": 3}


@wrong("crm", breaks="PR-10 PR-12")
class CountsFromTwo(Submissions):
    """Puts every priority on the queue one too low."""

    def queue_priority(self, priority: str | None) -> int | None:
        level = super().queue_priority(priority)
        return None if level is None else level - 1


@wrong("crm", breaks="PR-10")
class TakesHighForUrgent(_Scale):
    """Puts High on the queue with the number of Urgent."""

    scale: ClassVar = {"High": 9}


@wrong("crm", breaks="PR-10")
class TakesAnyWordForAPriority(Submitting):
    """Submits an order with whatever the user wrote for a priority."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        order.priority = priority or order.priority


@wrong("crm", breaks="PR-12")
class KnowsTheTableOnly(Submissions):
    """Says that it can be extended, and knows the four priorities of the table only."""

    @property
    def priorities(self) -> Mapping[str, int]:
        return self.catalogue.priorities


@wrong("crm", breaks="PR-10 PR-12")
class MovesTheTableWhenExtended(Submissions):
    """Numbers the priorities anew, once there are more than four."""

    def queue_priority(self, priority: str | None) -> int | None:
        ranked = sorted(self.priorities, key=lambda name: self.priorities[name])
        return ranked.index(priority) if priority in ranked else None


@wrong("crm", breaks="PR-06")
class KeepsTheFirstStatus(OrderProgress):
    """Shows an order for ever as it stood at the first update."""

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        before = order.status if order else ""
        super().hear(update)
        if order is not None and before not in ("DRAFT", "OPEN"):
            order.status = before
