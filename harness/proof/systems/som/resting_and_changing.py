"""Service order managements that forget in a rest, and that confuse the places and the versions of a change."""

from ordertck.harness.messages import Message, NetworkLine, ProvisioningOrder, as_body, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import setting
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@wrong("som", breaks="PV-08")
class SaysCompleteAgainWhenResumed(ServiceOrderManagement):
    """Tells how every line stands when an order is resumed, also of the lines that were complete."""

    def resume(self, order: ServiceOrder) -> None:
        for work in order.works.values():
            if work.state is WorkState.COMPLETE:
                self.status(order.number, work)
        super().resume(order)


@wrong("som", breaks="PV-07")
class ForgetsFailuresInARest(ServiceOrderManagement):
    """Has no open failure any more when an order was suspended."""

    def suspend(self, order: ServiceOrder) -> None:
        super().suspend(order)
        for work in order.works.values():
            work.incident = None


@wrong("som", breaks="PV-07")
class ClosesFailuresWhenResumed(ServiceOrderManagement):
    """Has no open failure any more when an order is resumed."""

    def resume(self, order: ServiceOrder) -> None:
        for work in order.works.values():
            work.incident = None
        super().resume(order)


@wrong("som", breaks="UF-01")
class KeepsMilestonesOfComponents(ServiceOrderManagement):
    """Tells the milestones of lines that stand by themselves, and none of components."""

    def milestone(self, order: str, work: Work, step: str) -> None:
        if not work.line.parent:
            super().milestone(order, work, step)


@wrong("som", breaks="UF-01")
class TellsNoMilestonesInARest(ServiceOrderManagement):
    """Takes note of a step that is done while its order rests, and tells nobody of the milestone."""

    def milestone(self, order: str, work: Work, step: str) -> None:
        if self.orders[order].state is not ServiceOrderState.SUSPENDED:
            super().milestone(order, work, step)


@wrong("som", breaks="PV-06", where="supplementals+redelivery")
class ChangesTheFirstOfAKind(ServiceOrderManagement):
    """Finds what is to be changed by its product, and takes the first that was set up."""

    def prepare(self) -> None:
        self.firsts: dict[str, str | None] = {}

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        first = self.firsts.setdefault(asked.product, asked.asset)
        return replace(asked, asset=first) if work.line.effect == "change" else asked


@wrong("som", breaks="PV-05", where="supplementals+service-changes+cancellation")
class LeadsBackToTheVersionBefore(ServiceOrderManagement):
    """Leads a cancelled change back to what the version before the last one wanted, where that was done."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        order = self.orders.get(call.order)
        for line in call.lines:
            work = order.works.get(line.line) if order else None
            if work is not None and work.state is WorkState.COMPLETE and work.line.effect == "change":
                work.had = setting(work.line)
        super().take_in(call, message)


@wrong("som", breaks="PV-06", where="supplementals+redelivery")
class TakesTheSameWishForARepetition(ServiceOrderManagement):
    """Passes over a revision that wants what an earlier one wanted, word for word."""

    def prepare(self) -> None:
        self.wishes: list[object] = []

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        wish = as_body(call)["lines"]
        if wish not in self.wishes:
            self.wishes.append(wish)
            super().take_in(call, message)


@wrong("som", breaks="PV-12", where="supplementals+restarts")
class ReadsRevisionsAtOnce(ServiceOrderManagement):
    """Takes the revision of an order that it works on also while the reader of the queue is stopped."""

    def read_queue(self) -> None:
        for message in [m for m in self.queue if m.kind == "provisioning-order" and m.body["order"] in self.orders]:
            self.queue.remove(message)
            self.read(message)
        super().read_queue()
