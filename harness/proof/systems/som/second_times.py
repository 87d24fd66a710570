"""Service order managements that go wrong the second time, with the second value, or with the last step."""

from collections.abc import Iterable, Mapping
from dataclasses import replace as altered

from ordertck.harness.messages import Message, NetworkReport, ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.common.journal import Entry
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans
from ordertck.harness.reference.som.service_life_cycle import WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


@wrong("som", breaks="PV-15")
class TellsOneFailureOfALine(ServiceOrderManagement):
    """Tells the first failure of a line, and no later one, though the first was mended in between."""

    def prepare(self) -> None:
        super().prepare()
        self.told: set[tuple[str, str]] = set()

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        about = (order.number, work.line.line)
        if about not in self.told:
            self.told.add(about)
            super().failed(order, work, report)


@wrong("som", breaks="UF-07")
class TellsOneValueAtATime(ServiceOrderManagement):
    """Tells the first of the values that come with a step, and none of the others."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        super().data(order, work, dict(list(attributes.items())[:1]))


@wrong("som", breaks="UF-07")
class ForgetsWhatComesLast(ServiceOrderManagement):
    """Tells no values that come with the last step of a line, since the line is complete then."""

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        if work.tasks:
            super().data(order, work, attributes)


@wrong("som", breaks="UF-01")
class TellsNoMilestoneOfWhatWasMended(ServiceOrderManagement):
    """Tells that a failure is mended, and not which milestone the line has come to by it."""

    def prepare(self) -> None:
        super().prepare()
        self.mended = False

    def done(self, order: ServiceOrder, work: Work, task: Task, report: NetworkReport) -> None:
        self.mended = work.incident is not None
        super().done(order, work, task, report)

    def milestone(self, order: str, work: Work, step: str) -> None:
        if not self.mended:
            super().milestone(order, work, step)


class _OneUnit(Plans):
    def taking_down(self, work: Work) -> list[Task]:
        return [altered(task, quantity=1) for task in super().taking_down(work)]


@wrong("som", breaks="PV-06")
class TakesDownOneUnit(ServiceOrderManagement):
    """Takes down one of an asset that is deleted, however many of it there are."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _OneUnit(self.plans.steps)


@wrong("som", breaks="PV-04")
class SuspendsWhatIsComplete(ServiceOrderManagement):
    """Tells of every line of a suspended order that it is suspended, those that are complete among them."""

    def reflect(self, order: ServiceOrder) -> None:
        for work in order.works.values():
            self.status(order.number, work, order.state.value)


@wrong("som", breaks="PV-04")
class ResumesOneLine(ServiceOrderManagement):
    """Carries one line of a resumed order on, the first one that can be."""

    def resume(self, order: ServiceOrder) -> None:
        free = [w for w in order.works.values() if w.pending is None and not w.finished and not w.waits]
        for work in free[1:]:
            work.waits = True
        super().resume(order)


@wrong("som", breaks="PV-05")
class UndoesAgainWithASecondCancel(ServiceOrderManagement):
    """Asks once more for what is being undone when an order is cancelled a second time."""

    def cancel(self, order: ServiceOrder) -> None:
        for work in order.works.values():
            if work.state is WorkState.UNDOING and work.pending is not None:
                self.ask(order, work, work.pending)
        super().cancel(order)


@wrong("som", breaks="PV-06")
class PutsBackWhatItHad(ServiceOrderManagement):
    """Sets a line that is put back while it is undone up as it was before, not as it is wanted now."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state is WorkState.UNDOING and wanted.effect != "remove":
            wanted = replace(wanted, attributes=work.line.attributes)
        super().revise(order, work, wanted)


@wrong("som", breaks="PV-06")
class KnowsWhatIsUndoneForFinished(ServiceOrderManagement):
    """Puts no line back that was undone, as long as its order is open."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state is not WorkState.CANCELLED:
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-06")
class PutsBackForGood(ServiceOrderManagement):
    """Sets a line up that was put back while it was undone, though it was taken out again meanwhile."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if work.state is not WorkState.UNDOING or wanted.effect != "remove":
            super().revise(order, work, wanted)


@wrong("som", breaks="PV-15")
class FaultsRevisionsAsAWhole(ServiceOrderManagement):
    """Says of a revision that cannot be read which order it is for, and not which line."""

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        known = self.orders.get(order)
        begun = known is not None and line in known.works and "quantity" in reason
        super().fault(order, None if begun else line, incident, reason)


@wrong("som", breaks="PV-06")
class ComparesQuantitiesAsText(ServiceOrderManagement):
    """Compares quantities letter by letter, and keeps the old one where nine seems to be more than ten."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        had, wants = work.line.attributes.get("quantity", "1"), wanted.attributes.get("quantity", "1")
        if wants.isdecimal() and (had < wants) != (int(had) < int(wants)):
            wanted = replace(wanted, attributes={**wanted.attributes, "quantity": had})
        super().revise(order, work, wanted)


@wrong("som", breaks="PV-04", where="service-changes+restarts")
class ForgetsTurnsInABreakdown(ServiceOrderManagement):
    """Knows after a breakdown what it was doing, and not what waits for that."""

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        left = super().recover(journal)
        self.services.next_in_turn = lambda done: []  # type: ignore[method-assign]  # noqa: ARG005
        return left


@wrong("som", breaks="PV-04", where="supplementals+service-changes")
class BeginsWhatIsRevised(ServiceOrderManagement):
    """Begins a change that waits for another one as soon as it is revised."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        if not work.waits or wanted.effect == "remove":
            super().revise(order, work, wanted)
            return
        work.waits, work.line = False, wanted
        self.plan(work)
        self.go_on(order, work)
