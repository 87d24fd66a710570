"""Service order managements that lose a second failure, a failed change, an assigned value or the second address."""

from ordertck.harness.messages import DO, NetworkLine, NetworkReport, ProvisioningLine, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.network_plans import Plans
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState, WorkState
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work, quantity_of


@wrong("som", breaks="PV-04")
class TellsOneLineThatItGoesOn(ServiceOrderManagement):
    """Tells of the first open line of a resumed order that it goes on, and leaves the others suspended."""

    def resume(self, order: ServiceOrder) -> None:
        order.move_to(ServiceOrderState.IN_PROGRESS)
        if (first := next((work for work in order.works.values() if not work.finished), None)) is not None:
            self.status(order.number, first, order.state.value)
        for work in order.works.values():
            self.go_on(order, work)
        self.finish(order)


class _TriesAgain(ServiceOrderManagement):
    """Tries a failed step again, with the values of the revision, as soon as its line is revised."""

    def revise(self, order: ServiceOrder, work: Work, wanted: ProvisioningLine) -> None:
        stays = wanted.effect != "remove" and wanted.site == work.line.site  # else it is undone, and begun elsewhere
        if work.state is WorkState.FAILED and stays and work.pending is not None:
            self.forget(order, work)
            if work.pending.effect == DO:
                self.ask(order, work, replace(work.pending, effect="undo"))  # nobody is to do it after all
            work.tasks.appendleft(work.pending)
            work.pending = None
            work.move_to(WorkState.IN_PROGRESS)
        super().revise(order, work, wanted)

    def forget(self, order: ServiceOrder, work: Work) -> None:
        """What becomes of the failure that is known."""


@permitted("som")
class TriesAgainWhenRevised(_TriesAgain):
    """Tries a failed step again when its line is revised; that it fails again is the same failure."""


@permitted("som")
class EndsTheFailureOfWhatIsTriedAgain(_TriesAgain):
    """Tells that a failure is over when its line is wanted otherwise, and tells of a second one when that fails too."""

    def forget(self, order: ServiceOrder, work: Work) -> None:
        self.resolved(order.number, work)


@wrong("som", breaks="PV-05", where="supplementals+failures+cancellation")
class StaysWithWhatFailsDuringACancel(ServiceOrderManagement):
    """Cancels an order while a revision is carried out, and goes no further when that fails."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        if work.pending is not None:
            work.pending = replace(work.pending, called_off=False)
        super().failed(order, work, report)


@wrong("som", breaks="PV-15", where="supplementals+failures")
class LeavesTheFirstFailureOpen(_TriesAgain):
    """Knows of one failure a line: the second one takes the place of the first, which is never told to be mended."""

    def forget(self, order: ServiceOrder, work: Work) -> None:
        work.incident = None


@wrong("som", breaks="PV-15", where="service-changes+failures")
class TakesAFailedChangeForDone(ServiceOrderManagement):
    """Looks at failures of what is set up, and takes a change for done whatever the network says."""

    def failed(self, order: ServiceOrder, work: Work, report: NetworkReport) -> None:
        if work.pending is not None and work.pending.effect == "change":
            self.done(order, work, work.pending, report)
            self.finish(order)
        else:
            super().failed(order, work, report)


@wrong("som", breaks="PV-15", where="service-changes+failures")
class NeverMendsAChange(ServiceOrderManagement):
    """Tells that a failure is mended when something was set up, and says nothing when it was a change."""

    def done(self, order: ServiceOrder, work: Work, task: Task, report: NetworkReport) -> None:
        if task.effect == "change":
            work.incident = None
        super().done(order, work, task, report)


@wrong("som", breaks="PV-05", where="service-changes+failures+cancellation")
class LeavesTheOtherChangesOfAFailedOrder(ServiceOrderManagement):
    """Takes back the failed line of a cancelled order, and takes the complete ones for past the point of return."""

    def cancel(self, order: ServiceOrder) -> None:
        if any(work.state is WorkState.FAILED and work.before for work in order.works.values()):
            for work in order.works.values():
                if work.state is WorkState.COMPLETE and work.before:
                    work.before = dict(work.service)
                    work.had, work.changed = dict(work.line.attributes), set()
        super().cancel(order)


@wrong("som", breaks="PV-06", where="service-changes+service-points")
class DeletesTheLatestPlace(ServiceOrderManagement):
    """Knows one address of a service, the latest, and takes it down there, whatever address the order names."""

    def begin(self, order: ServiceOrder, line: ProvisioningLine) -> None:
        places = self.services.standing.get(line.asset or "", {})
        standing = [site for site, steps in places.items() if steps]
        if line.effect == "remove" and len(standing) > 1 and len(order.works) == 0:
            line = replace(line, site=standing[-1])
        super().begin(order, line)


@wrong("som", breaks="PV-06", where="service-changes+service-points")
class NamesNoPlaceToUndo(ServiceOrderManagement):
    """Leaves the address out where something is undone: the network knows where the service is."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        return replace(asked, site=None) if task.effect == "undo" else asked


class _Anew(Plans):
    """Undoes all that was begun of a new line, and does it anew."""

    def revising(self, work: Work, wanted: ProvisioningLine) -> list[Task]:
        corrections, begun = super().revising(work, wanted), self.begun(work)
        if work.before or all(task.effect != "change" for task in corrections):
            return corrections
        back = [Task(step, "undo", had) for step, had in reversed(begun.items())]
        return [*back, *(Task(step, "do", quantity_of(wanted)) for step in begun)]


class _DoesItAnew(ServiceOrderManagement):
    """Undoes and does anew what is wanted otherwise."""

    def prepare(self) -> None:
        super().prepare()
        self.plans = _Anew(self.plans.steps)


@permitted("som")
class DoesItAnewAsItWasAssigned(_DoesItAnew):
    """Undoes and does anew what is wanted otherwise, and asks for the values again that the network assigned."""

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        asked = super().network_line(work, task)
        kept = work.assigned if task.effect == "do" else {}
        return replace(asked, attributes={**kept, **asked.attributes})


@wrong("som", breaks="UF-07", where="supplementals+filled-in-data")
class DoesItAnewAsItWasEntered(_DoesItAnew):
    """Undoes and does anew what is wanted otherwise, and leaves out the value that the network had assigned."""
