"""Order systems that go wrong over follow-on orders: when they are ones, what they wait for, what they may overtake."""

from ordertck.harness.messages import Message, ProvisioningLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.early_follow_ons import EarlyFollowOns
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment, Turn
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.life_cycle import OrderState
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.reference.oms.supplementals import Difference, Supplementals


def follows(order: SalesOrder) -> bool:
    """Whether an order builds on a line of another."""
    return any(line.base_line for line in order.lines)


@wrong("oms", breaks="FO-01 AC-06")
class RefusesUpdatesOfWhatIsNotInstalled(OrderManagement):
    """Refuses to update what is still being set up."""

    def objection(self, order: SalesOrder, message: Message) -> Objection | None:
        absent = [line.id for line in order.lines if line.action == "Update" and not self.base.get(line.asset)]
        return Objection("the asset is not installed", absent[0]) if absent else super().objection(order, message)


@wrong("oms", breaks="AC-06")
class SetsUpWhatIsToBeUpdated(OrderManagement):
    """Sets a second one up where an update is about what was ordered and is not there yet."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(
            replace(line, action="Add") if line.action == "Update" and not self.base.get(line.asset) else line
            for line in order.lines
        )
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="FO-01")
class WaitsForWhatIsDone(OrderManagement):
    """Lets a follow-on order wait for a base order that is complete already."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        return {line.base_line for line in order.lines if line.base_line}


@wrong("oms", breaks="FO-01")
class RevisesWhereItSaysItWaits(OrderManagement):
    """Works an early follow-on order into its base order, though it says that it lets it wait."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        self.settings = {**self.settings, "early_follow_on": "revise"}
        super().take_in(order, message)


class _Early(OrderManagement):
    """Treats early follow-on orders by its own ``EarlyRule``."""

    EarlyRule = EarlyFollowOns

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.early_follow_ons = self.EarlyRule(self)


@wrong("oms", breaks="FO-01", switches={"early_follow_on": "revise"})
class LosesWhatItWorksIn(_Early):
    """Completes an early follow-on order as worked in, and forgets to work it in."""

    class EarlyRule(EarlyFollowOns):
        """Revises nothing."""

        def revise(self, base: Fulfilment, update: object) -> None: ...


@wrong("oms", breaks="FO-01", switches={"early_follow_on": "refuse"})
class LetsEarlyFollowOnsWait(_Early):
    """Lets an early follow-on order wait, though it says that it refuses such."""

    class EarlyRule(EarlyFollowOns):
        """Objects to nothing."""

        def objection(self, order: SalesOrder) -> Objection | None:
            return None


@wrong("oms", breaks="FO-05", switches={"followon_grain": "line"})
class HoldsTheWholeFollowOnBack(OrderManagement):
    """Lets all lines of a follow-on order wait, though it says that each waits for itself."""

    def let_wait(self, fulfilment: Fulfilment) -> None:
        self.settings = {**self.settings, "followon_grain": "order"}
        super().let_wait(fulfilment)


@wrong("oms", breaks="FO-05")
class StartsWhatDependsOnNothing(OrderManagement):
    """Starts the independent lines of a follow-on order, though it says that it waits as a whole."""

    def let_wait(self, fulfilment: Fulfilment) -> None:
        self.settings = {**self.settings, "followon_grain": "line"}
        super().let_wait(fulfilment)


@wrong("oms", breaks="FO-12")
class LetsGoOfARevisedFollowOn(OrderManagement):
    """Starts a follow-on order when it is revised."""

    class Revisions(Supplementals):
        """Waits for nothing any more."""

        def apply(
            self, known: Fulfilment, order: SalesOrder, planned: dict[str, LineFulfilment], difference: Difference
        ) -> None:
            super().apply(known, order, planned, difference)
            if follows(order) and known.state is OrderState.WAITING:
                self.oms.ready(Turn(known, known.ticket, tuple(known.lines)))


@wrong("oms", breaks="FO-12")
class KeepsTheFirstFollowOn(OrderManagement):
    """Carries a follow-on order out as it came first, whatever was revised."""

    class Revisions(Supplementals):
        """Takes no revision of a follow-on order in."""

        def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
            if not follows(order):
                super().take_in(known, order, message)


@wrong("oms", breaks="FO-12")
class RevisesTheBaseInstead(OrderManagement):
    """Applies the revision of a follow-on order to its base order."""

    class Revisions(Supplementals):
        """Sends the change to the base."""

        def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
            super().take_in(known, order, message)
            for line in order.lines:
                base = self.oms.open_lines.get(line.base_line or "")
                begun = base.lines[line.base_line or ""].work.provisioning if base else None
                if base is not None and begun is not None:
                    change = replace(begun, effect="change", attributes=line.attributes)
                    self.send_provisioning(base, base.lines[change.line].work.target or "", change)


@wrong("oms", breaks="FO-13")
class KnowsOneLinkOnly(OrderManagement):
    """Lets a follow-on of a follow-on wait for the first order of all."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        first = {line.base_line for key in named for line in self.open_lines[key].order.lines if line.base_line}
        return {key for key in first if key in self.open_lines} or named


@wrong("oms", breaks="FO-13 PR-05")
class ReleasesTheWholeChain(OrderManagement):
    """Does not let an order wait for one that is itself waiting."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        return {key for key in named if self.open_lines[key].state is not OrderState.WAITING}


@wrong("oms", breaks="MO-07")
class SeesTheAssetAlready(OrderManagement):
    """Does not let a follow-on order wait where the asset that it changes is installed."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        installed = {line.base_line for line in order.lines if self.base.get(line.asset)}
        return super().lines_to_wait_for(order) - installed


@wrong("oms", breaks="PR-05")
class LetsUrgencyGoFirst(OrderManagement):
    """Starts an urgent order before the one that it builds on."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        urgent = order.priority == "Urgent" and any(self.open_lines[key].order.priority != "Urgent" for key in named)
        return set() if urgent else named


@wrong("oms", breaks="PR-05")
class GivesUpPrioritiesForAChange(OrderManagement):
    """Starts all orders in the order of their arrival once one of them builds on another."""

    linked = False

    def take_in(self, order: SalesOrder, message: Message) -> None:
        self.linked = self.linked or follows(order)
        super().take_in(order, message if not self.linked else replace(message, priority=0))


@wrong("oms", breaks="MO-06")
class TakesDownWhatWasUpdated(OrderManagement):
    """Takes an asset down when the update of it is withdrawn."""

    class Revisions(Supplementals):
        """Goes back to nothing."""

        def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
            done = line.work.provisioning
            if done is not None and done.effect == "change" and line.again is None:
                self.send_provisioning(known, line.work.target or "", replace(done, effect="remove"))
            else:
                super().undo_provisioning(known, line)


@wrong("oms", breaks="MO-06")
class LeavesAWithdrawnUpdate(OrderManagement):
    """Leaves an update done that was withdrawn."""

    class Revisions(Supplementals):
        """Puts back what it just did."""

        def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
            done = line.work.provisioning
            if done is not None and done.effect == "change" and line.again is None:
                self.send_provisioning(known, line.work.target or "", done)
            else:
                super().undo_provisioning(known, line)


@wrong("oms", breaks="FO-06")
class IsReleasedByAFailure(OrderManagement):
    """Lets a follow-on order go when the line that it waits for has come to any end."""

    def line_is_lost(self, order: str, line: str, how: str) -> None:
        self.come_to_an_end(self.waiting.line_completes(line))


@wrong("oms", breaks="FO-06")
class IsReleasedByAWithdrawal(OrderManagement):
    """Lets a follow-on order go when the line that it waits for is withdrawn."""

    def line_is_lost(self, order: str, line: str, how: str) -> None:
        if how == "was withdrawn":
            self.come_to_an_end(self.waiting.line_completes(line))


@wrong("oms", breaks="FO-06")
class LosesSightOfARevisedLine(OrderManagement):
    """Forgets which orders wait for a line when that line is revised."""

    class Revisions(Supplementals):
        """Clears the waiting."""

        def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
            super().alter(known, old, new)
            self.oms.waiting.line_completes(new.line.id)


@wrong("oms", breaks="MO-06")
class WakesWhatWasSuspended(OrderManagement):
    """Sets a suspended asset up as an active one when its disconnection is withdrawn."""

    class Revisions(Supplementals):
        """Takes one step back only."""

        def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
            return super().undoing(line, done)[:1]
