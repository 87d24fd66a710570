"""Service order managements that go wrong over what a version names no more, what rested, and what never began."""

from collections import deque

from ordertck.harness.messages import DO, Message, ProvisioningLine, ProvisioningOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Services, Task, Work


@wrong("som", breaks="PV-06", where="supplementals+service-changes")
class KeepsWhatAChangeNamesNoMore(ServiceOrderManagement):
    """Adds what the revision of a change names to what the change had named before."""

    def alter(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        before = work.line.attributes if work.line.effect == "change" else {}
        super().alter(order, work, replace(wanted, attributes={**before, **wanted.attributes}))


@wrong("som", breaks="PV-05", where="service-changes+cancellation")
class WakesWhatACancelledChangeFound(ServiceOrderManagement):
    """Leads a cancelled change back to a service that works, though it had found it suspended."""

    def taking_back(self, work: Work) -> deque[Task]:
        tasks, last = super().taking_back(work), self.plans.steps[-1]
        if work.line.effect == "change" and work.before and last not in work.before:
            tasks.append(Task(last, DO, max(work.before.values())))
        return tasks


@wrong("som", breaks="PV-06")
class TakesOutWhatARevisionNamesWrongly(ServiceOrderManagement):
    """Takes a line out of its order that a revision wants as nobody can do it."""

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        super().take_in(call, message)
        order = self.orders[call.order]
        for line in call.lines:
            if line.line in order.works and self.objection(order, line) is not None:
                self.withdraw(order, order.works[line.line])


class _KeepsPlaces(Services):
    """Counts what was cancelled before it had begun among those that are still to have their turn."""

    def _open(self, line: ProvisioningLine) -> list[tuple[ServiceOrder, Work]]:
        turns = self._turns.get(line.asset or line.line, ())
        return [turn for turn in turns if not turn[1].finished or self._never_began(turn[1])]

    def _never_began(self, work: Work) -> bool:
        return work.state is WorkState.CANCELLED and work.line.effect == "change" and not work.was_asked


@wrong("som", breaks="PV-04", where="service-changes+cancellation")
class WaitsForWhatNeverBegan(ServiceOrderManagement):
    """Lets an order wait for ever behind one that was cancelled while it waited itself."""

    def prepare(self) -> None:
        super().prepare()
        self.services = _KeepsPlaces()


@wrong("som", breaks="PV-06", where="supplementals+failures")
class PassesOverNewValuesBesideAFailure(ServiceOrderManagement):
    """Passes over a line, all of which was undone, that is wanted again with other values while another has failed."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        has_failed = any(other.state is WorkState.FAILED for other in order.works.values())
        is_gone = work.state is WorkState.CANCELLED
        if not (has_failed and is_gone and wanted.attributes != work.line.attributes):
            super().revise(order, work, wanted)
