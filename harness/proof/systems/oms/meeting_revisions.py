"""Order systems that know revisions, and forget them where lines fail, are filled in, rest, move, or are cancelled."""

from ordertck.harness.messages import ProvisioningLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_bundles_installed import provisioned_so
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Supplementals,
)


def send_again(compensation: Compensation, known: Fulfilment, line: LineFulfilment) -> None:
    """Have provisioning change a line to what it is already."""
    if line.work.provisioning is not None:
        again = replace(line.work.provisioning, effect="change")
        compensation.send_provisioning(known, line.work.target or "", again)


class _RevisingTheRest(Supplementals):
    """Does something, in a revision, to the lines that it leaves as they are."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        rest = [line for key, line in known.lines.items() if key not in difference.touched]
        super().revise(known, planned, difference)
        for line in rest:
            self.unaltered(known, line)

    def unaltered(self, known: Fulfilment, line: LineFulfilment) -> None:
        """A line that the revision does not alter."""


# What was installed


class _Before(Compensation):
    """Goes back to what the version before wanted."""

    def prepare(self) -> None:
        self.before: dict[str, dict[str, str]] = {}

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        self.before[old.line.id] = dict(old.line.attributes)
        super().alter(known, old, new)


@wrong("oms", breaks="MO-06", where="supplementals+modify-orders")
class GoesBackToTheVersionBefore(_Before):
    """Undoes a withdrawn change of what is installed by going back to the version before."""

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        undo, *rest = super().undoing(line, done)
        return [replace(undo, attributes=self.before.get(line.line.id, undo.attributes)), *rest]


@wrong("oms", breaks="MO-06", where="supplementals+modify-orders")
class TakesWhatARevisionAddsForAnUpdate(Supplementals):
    """Has provisioning change what the revision of a modify order adds."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        if any(line.line.action == "Update" for line in known.lines.values()):
            for line in difference.added:
                provisioned_so(planned[line], effect="change")
        super().revise(known, planned, difference)


class _Withdrawing(Compensation):
    """Withdraws some lines without taking anything back; ``actions`` are those of the lines."""

    actions: tuple[str, ...] = ()

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.line.action in self.actions and line.state is not LineState.UNDOING:
            if line.state is LineState.WAITING and line.initiated:
                known.uninitiated -= 1
            line.move_to(LineState.UNDOING)
            self.gone(known, line)
        else:
            super().withdraw(known, line)


@wrong("oms", breaks="MO-06", where="supplementals+service-changes")
class LeavesAWithdrawnSuspension(_Withdrawing):
    """Drops a suspension that is withdrawn, and leaves the service to it."""

    actions = ("Suspend",)


@wrong("oms", breaks="MO-06", where="supplementals+service-changes")
class TakesTheArrivalOfAMoveBack(_Withdrawing):
    """Takes a service down at the new address of a withdrawn move, and lets it go at the old one."""

    actions = ("Move-Delete",)


@wrong("oms", breaks="MO-06", where="supplementals+service-changes")
class TakesTheDepartureOfAMoveBack(_Withdrawing):
    """Leaves a service at the old address of a withdrawn move, and sets it up at the new one too."""

    actions = ("Move-Add",)


class _Moving(Compensation):
    """Handles a move whose address is revised in a way of its own."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.line.action == "Move-Add" and old.sent:
            self.moved(known, old, new)
        else:
            super().alter(known, old, new)

    def moved(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        """A move leads to another address than before; this one goes where it was to go first."""


@wrong("oms", breaks="SU-09", where="supplementals+service-changes")
class MovesToTheFirstAddress(_Moving):
    """Moves a service to the address of the first version."""


@wrong("oms", breaks="SU-09", where="supplementals+service-changes")
class MovesToEveryAddress(_Moving):
    """Sets a service up at the address of every version of its move."""

    def moved(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if new.work.provisioning is not None:
            self.outbox.provision(known, new.work.target, [new.work.provisioning])


# What failed


@wrong("oms", breaks="SU-07", where="supplementals+failures")
class CannotWithdrawWhatFailed(Compensation):
    """Leaves a line that failed on its order, though a revision withdraws it."""

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.state is not LineState.FAILED:
            super().withdraw(known, line)


@wrong("oms", breaks="SU-07", where="supplementals+failures")
class LocksWhatFailed(Supplementals):
    """Refuses to revise a line that failed."""

    def locked(self, line: LineFulfilment) -> bool:
        return line.state is LineState.FAILED or super().locked(line)


@wrong("oms", breaks="SU-07", where="supplementals+failures")
class SetsUpWhatFailedAsItWas(Compensation):
    """Does not tell provisioning what a revision alters on a line that failed."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.state is not LineState.FAILED:
            super().alter(known, old, new)


@wrong("oms", breaks="SU-06", where="supplementals+failures")
class ForgetsFailuresOnARevision(_RevisingTheRest):
    """Drops the lines that failed when an order is revised."""

    def unaltered(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.state is LineState.FAILED:
            line.move_to(LineState.UNDOING)
            self.compensation.gone(known, line)


@wrong("oms", breaks="SU-06", where="supplementals+failures")
class RetriesWhatFailedOnARevision(_RevisingTheRest):
    """Asks again for every line that failed when an order is revised."""

    def unaltered(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.state is LineState.FAILED and line.work.provisioning is not None:
            self.compensation.send_provisioning(known, line.work.target or "", line.work.provisioning)


# What was filled in


@wrong("oms", breaks="SU-06", where="supplementals+filled-in-data")
class TakesAFilledInValueForAChange(_RevisingTheRest):
    """Compares a revision with what provisioning has filled in, and changes the line to what it was."""

    def unaltered(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.assigned and line.state in (LineState.WAITING, LineState.BILLING_INITIATED):
            send_again(self.compensation, known, line)


@wrong("oms", breaks="UF-07", where="supplementals+filled-in-data")
class LosesFilledInValuesOnARevision(_RevisingTheRest):
    """Keeps of a revised order what the revision says, and nothing that was filled in."""

    def unaltered(self, known: Fulfilment, line: LineFulfilment) -> None:
        line.assigned.clear()


@wrong("oms", breaks="SU-05", where="supplementals+service-points")
class MovesEveryLineToTheServicePoint(_RevisingTheRest):
    """Brings every line of an order to the service point that a revision gives to one."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        was = {line: known.lines[line].line.service_point for line in difference.altered}
        self.points = [
            planned[line].line.service_point for line in was if planned[line].line.service_point != was[line]
        ]
        super().revise(known, planned, difference)

    def unaltered(self, known: Fulfilment, line: LineFulfilment) -> None:
        if self.points:
            provisioned_so(line, service_point=self.points[0])
            send_again(self.compensation, known, line)


@wrong("oms", breaks="SU-05", where="supplementals+service-points")
class OverlooksAnotherServicePoint(Supplementals):
    """Finds no change in a line that gets another service point and is otherwise as it was."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        altered = tuple(x for x in difference.altered if not only_the_point(known.lines[x], planned[x]))
        super().revise(known, planned, replace(difference, altered=altered))


def only_the_point(old: LineFulfilment, new: LineFulfilment) -> bool:
    """Whether two plans of a line differ in the service point and in nothing else."""
    same = replace(new.line, service_point=old.line.service_point)
    return old.line.service_point != new.line.service_point and same == old.line
