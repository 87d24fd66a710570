"""Order systems that go wrong over follow-on orders: when they are ones, what they wait for, what they may overtake."""

from typing import ClassVar

from ordertck.harness.messages import Fault, Message, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Believing
from ordertck.harness.proof.systems.oms.styles.running_work import (
    Afterwards,
    AwaitsRunningWork,
    DropsOldWishes,
    Finished,
    NothingToAwait,
)
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    EarlyFollowOns,
    Fulfilment,
    Incidents,
    Intake,
    LineFulfilment,
    Objection,
    OrderManagement,
    OrderState,
    Parts,
    Scheduling,
    Supplementals,
    Turn,
)


def follows(order: SalesOrder) -> bool:
    """Whether an order builds on a line of another."""
    return any(line.base_line for line in order.lines)


def let_go(known: Fulfilment) -> list[Turn]:
    """A turn of all lines of an order, in place of those that they wait in: nothing holds them any more."""
    turn = Turn(known, known.ticket, tuple(known.lines))
    for line in known.lines.values():
        line.turn = turn
    return [turn]


def counts_still(turn: Turn) -> Turn:
    """A turn that was overtaken by a revision, as if its order had not been revised."""
    again = replace(turn, ticket=turn.fulfilment.ticket)
    for line in turn.lines:
        if line in turn.fulfilment.lines:
            turn.fulfilment.lines[line].turn = again
    return again


@wrong("oms", breaks="FO-01 AC-06")
class RefusesUpdatesOfWhatIsNotInstalled(Intake):
    """Refuses to update what is still being set up."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        absent = [line.id for line in order.lines if line.action == "Update" and not self.installed.get(line.asset)]
        return Objection("the asset is not installed", absent[0]) if absent else super().objection(order, message)


@wrong("oms", breaks="AC-06")
class SetsUpWhatIsToBeUpdated(OrderManagement):
    """Sets a second one up where an update is about what was ordered and is not there yet."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(
            replace(line, action="Add")
            if line.action == "Update" and not self.shared.installed.get(line.asset)
            else line
            for line in order.lines
        )
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="FO-01")
class WaitsForWhatIsDone(Scheduling):
    """Lets a follow-on order wait for a base order that is complete already."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        return {line.base_line for line in order.lines if line.base_line}


@wrong("oms", breaks="FO-01")
class RevisesWhereItSaysItWaits(Believing):
    """Works an early follow-on order into its base order, though it says that it lets it wait."""

    believes: ClassVar = {"early_follow_on": "revise"}


@wrong("oms", breaks="FO-01", switches={"early_follow_on": "revise"})
class LosesWhatItWorksIn(EarlyFollowOns):
    """Completes an early follow-on order as worked in, and forgets to work it in."""

    def revise(self, base: Fulfilment, update: object) -> None: ...


@wrong("oms", breaks="FO-01", switches={"early_follow_on": "refuse"})
class LetsEarlyFollowOnsWait(EarlyFollowOns):
    """Lets an early follow-on order wait, though it says that it refuses such."""

    def objection(self, order: SalesOrder) -> Objection | None:
        return None


@wrong("oms", breaks="FO-05", switches={"followon_grain": "line"})
class HoldsTheWholeFollowOnBack(Believing):
    """Lets all lines of a follow-on order wait, though it says that each waits for itself."""

    believes: ClassVar = {"followon_grain": "order"}


@wrong("oms", breaks="FO-05", switches={"billing_grain": "order"})
class BillsLineByLine(Believing):
    """Has each line billed by itself, though it says that it has an order billed together."""

    believes: ClassVar = {"billing_grain": "line"}


@wrong("oms", breaks="FO-05")
class StartsWhatDependsOnNothing(Believing):
    """Starts the independent lines of a follow-on order, though it says that it waits as a whole."""

    believes: ClassVar = {"followon_grain": "line"}


@wrong("oms", breaks="FO-12")
class LetsGoOfARevisedFollowOn(Supplementals):
    """Starts a follow-on order when it is revised."""

    def apply(
        self, known: Fulfilment, order: SalesOrder, planned: dict[str, LineFulfilment], difference: Difference
    ) -> None:
        super().apply(known, order, planned, difference)
        if follows(order) and known.state is OrderState.WAITING:
            self.orchestration.release(let_go(known))


@wrong("oms", breaks="FO-12")
class KeepsTheFirstFollowOn(Supplementals):
    """Carries a follow-on order out as it came first, whatever was revised."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        if not follows(order):
            super().take_in(known, order, message)


@wrong("oms", breaks="FO-12")
class RevisesTheBaseInstead(Supplementals):
    """Applies the revision of a follow-on order to its base order."""

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        super().take_in(known, order, message)
        for line in order.lines:
            base = self.book.open_lines.get(line.base_line or "")
            begun = base.lines[line.base_line or ""].work.provisioning if base else None
            if base is not None and begun is not None:
                change = replace(begun, effect="change", attributes=line.attributes)
                self.compensation.send_provisioning(base, base.lines[change.line].work.target or "", change)


@wrong("oms", breaks="FO-13")
class KnowsOneLinkOnly(Scheduling):
    """Lets a follow-on of a follow-on wait for the first order of all."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        first = {line.base_line for key in named for line in self.book.open_lines[key].order.lines if line.base_line}
        return {key for key in first if key in self.book.open_lines} or named


@wrong("oms", breaks="FO-13 PR-05")
class ReleasesTheWholeChain(Scheduling):
    """Does not let an order wait for one that is itself waiting."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        return {key for key in named if self.book.open_lines[key].state is not OrderState.WAITING}


@wrong("oms", breaks="MO-07")
class SeesTheAssetAlready(Scheduling):
    """Does not let a follow-on order wait where the asset that it changes is installed."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        installed = {line.base_line for line in order.lines if self.installed.get(line.asset)}
        return super().lines_to_wait_for(order) - installed


@wrong("oms", breaks="PR-05")
class LetsUrgencyGoFirst(Scheduling):
    """Starts an urgent order before the one that it builds on."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        urgent = order.priority == "Urgent" and any(
            self.book.open_lines[key].order.priority != "Urgent" for key in named
        )
        return set() if urgent else named


@wrong("oms", breaks="PR-05")
class GivesUpPrioritiesForAChange(OrderManagement):
    """Starts all orders in the order of their arrival once one of them builds on another."""

    linked = False

    def take_in(self, order: SalesOrder, message: Message) -> None:
        self.linked = self.linked or follows(order)
        super().take_in(order, message if not self.linked else replace(message, priority=0))


@wrong("oms", breaks="MO-06")
class TakesDownWhatWasUpdated(Compensation):
    """Takes an asset down when the update of it is withdrawn."""

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        done = line.work.provisioning
        if done is not None and done.effect == "change" and line.again is None:
            self.send_provisioning(known, line.work.target or "", replace(done, effect="remove"))
        else:
            super().undo_provisioning(known, line)


@wrong("oms", breaks="MO-06")
class LeavesAWithdrawnUpdate(Compensation):
    """Leaves an update done that was withdrawn."""

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        done = line.work.provisioning
        if done is not None and done.effect == "change" and line.again is None:
            self.send_provisioning(known, line.work.target or "", done)
        else:
            super().undo_provisioning(known, line)


@wrong("oms", breaks="FO-06")
class IsReleasedByAWithdrawal(Compensation):
    """Lets a follow-on order go when the line that it waits for is withdrawn."""

    def forget(self, known: Fulfilment, line: str) -> None:
        self.orchestration.release(self.orchestration.scheduling.line_completes(line))
        super().forget(known, line)


class _ReleasesByAFault(Incidents):
    def falls_out(self, fault: Fault) -> None:
        self.orchestration.release(self.orchestration.scheduling.line_completes(fault.line or ""))
        super().falls_out(fault)


@wrong("oms", breaks="FO-06")
class IsReleasedByAFailure(OrderManagement):
    """Lets a follow-on order go when the line that it waits for has come to any end."""

    parts = Parts(compensation=IsReleasedByAWithdrawal, incidents=_ReleasesByAFault)


@wrong("oms", breaks="FO-06")
class LosesSightOfARevisedLine(Compensation):
    """Forgets which orders wait for a line when that line is revised."""

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        super().alter(known, old, new)
        self.orchestration.scheduling.waiting.line_completes(new.line.id)


@wrong("oms", breaks="MO-06")
class WakesWhatWasSuspended(Compensation):
    """Sets a suspended asset up as an active one when its disconnection is withdrawn."""

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        return super().undoing(line, done)[:1]


class _TakesBackAndReleases(Afterwards):
    def gone(self, known: Fulfilment, line: LineFulfilment) -> None:
        wanted = line.again is not None or known.state is OrderState.CANCELLING
        freed = [] if wanted else self.orchestration.scheduling.line_completes(line.line.id)
        super().gone(known, line)
        self.orchestration.release(freed)


@wrong("oms", breaks="FO-06")
class IsReleasedWhenTheLineIsTakenBack(AwaitsRunningWork):
    """Lets running work end, takes it back, and then lets a follow-on order go: no work on its base line is left."""

    parts = Parts(
        compensation=_TakesBackAndReleases, supplementals=DropsOldWishes, incidents=NothingToAwait, reports=Finished
    )
