"""CRMs that go wrong over priorities."""

from collections.abc import Mapping
from typing import ClassVar

from ordertck.harness.messages import DeskShown, OrderUpdate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmOrder, CustomerRelations, Submissions
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PR-01 PR-10")
class SendsEverythingAsMedium(CustomerRelations):
    """Submits every order with priority Medium, whatever the user picked."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        order.priority = "Medium"


@wrong("crm", breaks="PR-01")
class KeepsThePriorityToItself(CustomerRelations):
    """Puts orders on the queue without the priority that was picked."""

    class Submissions(Submissions):
        """Names no priority."""

        def queue_priority(self, priority: str | None) -> int | None:
            return None


@wrong("crm", breaks="PR-01")
class ResubmitsOnAChange(CustomerRelations):
    """Puts a submitted order on the queue again when its priority is changed."""

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_order(ref, fields)
        order = self.order(ref)
        if order.submitted:
            self.queue(order)
        return shown


class _Scale(Submissions):
    scale: ClassVar[Mapping[str, int]] = {}

    def queue_priority(self, priority: str | None) -> int | None:
        return self.scale.get(priority, super().queue_priority(priority)) if priority else None


@wrong("crm", breaks="PR-10")
class TurnsTheScaleRound(CustomerRelations):
    """Puts urgent orders on the queue as the lowest and low ones as the highest."""

    class Submissions(_Scale):
        """The other way round."""

        scale: ClassVar = {"Low": 9, "Medium": 7, "High": 5, "Urgent": 3}


@wrong("crm", breaks="PR-10 PR-12")
class CountsFromTwo(CustomerRelations):
    """Puts every priority on the queue one too low."""

    class Submissions(Submissions):
        """Off by one."""

        def queue_priority(self, priority: str | None) -> int | None:
            level = super().queue_priority(priority)
            return None if level is None else level - 1


@wrong("crm", breaks="PR-10")
class TakesHighForUrgent(CustomerRelations):
    """Puts High on the queue with the number of Urgent."""

    class Submissions(_Scale):
        """Two names, one number."""

        scale: ClassVar = {"High": 9}


@wrong("crm", breaks="PR-10")
class TakesAnyWordForAPriority(CustomerRelations):
    """Submits an order with whatever the user wrote for a priority."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        order.priority = priority or order.priority


@wrong("crm", breaks="PR-12")
class KnowsTheTableOnly(CustomerRelations):
    """Says that it can be extended, and knows the four priorities of the table only."""

    class Submissions(Submissions):
        """Four names."""

        @property
        def priorities(self) -> Mapping[str, int]:
            return self.catalogue.priorities


@wrong("crm", breaks="PR-10 PR-12")
class MovesTheTableWhenExtended(CustomerRelations):
    """Numbers the priorities anew, once there are more than four."""

    class Submissions(Submissions):
        """Numbers by rank."""

        def queue_priority(self, priority: str | None) -> int | None:
            ranked = sorted(self.priorities, key=lambda name: self.priorities[name])
            return ranked.index(priority) if priority in ranked else None


@wrong("crm", breaks="PR-06")
class KeepsTheFirstStatus(CustomerRelations):
    """Shows an order for ever as it stood at the first update."""

    def hear(self, update: OrderUpdate) -> None:
        order = self.known(update.order)
        before = order.status if order else ""
        super().hear(update)
        if order is not None and before not in ("DRAFT", "OPEN"):
            order.status = before
