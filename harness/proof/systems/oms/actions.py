"""Order systems that do something else than the line actions say."""

from ordertck.harness.messages import BillingLine, Fault, Message, OrderLine, SalesOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.orders import Careless, Picky
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.life_cycle import LineState
from ordertck.harness.reference.oms.order_management import Fulfilment, LineFulfilment, OrderManagement

HALVES = ("Move-Add", "Move-Delete")


class Altering(OrderManagement):
    """An order system that asks for other work than it should; ``alter`` changes what was planned for a line."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        self.alter(planned, line)
        return planned

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        """Change the plan of one line."""

    def provisioning(self, planned: LineFulfilment, **changes: object) -> None:
        """Ask provisioning for something else."""
        if planned.work.provisioning is not None:
            changed = replace(planned.work.provisioning, **changes)
            planned.work = replace(planned.work, provisioning=changed)

    def billing(self, planned: LineFulfilment, effect: str | None) -> None:
        """Ask billing for another effect; None for nothing at all."""
        if effect is None:
            planned.work = replace(planned.work, billing=None)
            return
        line = planned.line
        asked = BillingLine(
            line=line.id,
            product=line.product or "",
            effect=effect,
            asset=planned.asset,
            price_list=planned.price_list or self.catalogue.header_price_list,
        )
        planned.work = replace(planned.work, billing=asked)


@wrong("oms", breaks="AC-01")
class MergesEqualProducts(OrderManagement):
    """Adds a product once, however often it is on the order."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        first = {line.product: line for line in reversed(order.lines) if line.action == "Add"}
        lines = tuple(line for line in order.lines if line.action != "Add" or first[line.product] is line)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="AC-01")
class ChargesWithoutSettingUp(Altering):
    """Has what is added charged, but not set up."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Add":
            planned.work = replace(planned.work, target=None, provisioning=None)


@wrong("oms", breaks="AC-02")
class SetsUpAtTheOldAddress(Altering):
    """Sets a moved asset up where it is already."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        installed = self.base.get(line.asset)
        if line.action == "Move-Add" and installed:
            self.provisioning(planned, site=installed.site)


@wrong("oms", breaks="AC-02")
class SellsAMovedAssetAgain(Altering):
    """Has a moved asset charged as if it were bought anew."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Move-Add":
            self.billing(planned, "start")


@wrong("oms", breaks="AC-03")
class LeavesTheOldAddress(Altering):
    """Reports Move-Delete done without having anything removed."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Move-Delete":
            planned.work = replace(planned.work, target=None, provisioning=None)


@wrong("oms", breaks="AC-03")
class EndsWhatItMoves(Altering):
    """Stops charging for an asset because it leaves its old address."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Move-Delete":
            self.billing(planned, "stop")


@wrong("oms", breaks="AC-04")
class GoesOnChargingWhatIsDisconnected(Altering):
    """Has an asset taken down and goes on charging for it."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Delete":
            self.billing(planned, None)


@wrong("oms", breaks="AC-04")
class LeavesWhatIsDisconnectedRunning(Altering):
    """Stops charging for an asset and leaves it running."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Delete":
            planned.work = replace(planned.work, target=None, provisioning=None)


@wrong("oms", breaks="AC-04 AC-11")
class DisconnectsWhatIsNotThere(Careless):
    """Takes an order to disconnect an asset that it does not know, and says nothing more."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "not installed" in objection.reason and any(line.action == "Delete" for line in order.lines)

    def falls_out(self, fault: Fault) -> None: ...


@wrong("oms", breaks="AC-05")
class BlanksWhatIsNotMentioned(Altering):
    """Clears every attribute of an asset that the line does not mention."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        installed = self.base.get(line.asset)
        if line.action == "Update" and installed:
            blank = dict.fromkeys(installed.attributes, "")
            self.provisioning(planned, attributes={**blank, **line.attributes})


@wrong("oms", breaks="AC-05")
class RebuildsWhatIsToBeUpdated(Altering):
    """Sets an updated asset up a second time in place of altering it."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Update":
            self.provisioning(planned, effect="add")


@wrong("oms", breaks="AC-05")
class ChargesAnUpdateAsASale(Altering):
    """Starts another charge for an asset that is only updated."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Update":
            self.billing(planned, "start")


@wrong("oms", breaks="AC-07")
class ReportsSuspensionsEarly(OrderManagement):
    """Reports an asset suspended as soon as provisioning is asked."""

    def provision(self, fulfilment: Fulfilment) -> None:
        super().provision(fulfilment)
        for line in fulfilment.lines.values():
            if line.line.action == "Suspend" and line.state is LineState.BILLING_INITIATED:
                line.state = LineState.PROVISIONED
                self.complete(fulfilment, line)


@wrong("oms", breaks="AC-07")
class SuspendsOnPaperOnly(Altering):
    """Suspends an asset for billing and leaves the service running."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Suspend":
            planned.work = replace(planned.work, target=None, provisioning=None)


@wrong("oms", breaks="AC-08")
class ResumesWhatIsNotSuspended(Careless):
    """Resumes an asset that was active all the time."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "not suspended" in objection.reason


@wrong("oms", breaks="AC-08")
class SetsUpWhatItResumes(Altering):
    """Sets a suspended asset up anew in place of resuming it."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        if line.action == "Resume":
            self.provisioning(planned, effect="add")


class _Unwilling(Picky):
    action = ""

    def rejects(self, line: OrderLine) -> bool:
        return line.action == self.action


@wrong("oms", breaks="AC-09")
class CannotAddToWhatIsThere(Picky):
    """Takes Add on a customer's first order only."""

    def rejects(self, line: OrderLine) -> bool:
        return line.action == "Add" and bool(self.orders)


@wrong("oms", breaks="AC-04 AC-09 AC-11")
class CannotDelete(_Unwilling):
    """Does not know the action Delete."""

    action = "Delete"


@wrong("oms", breaks="AC-05 AC-09 AC-11")
class CannotUpdate(_Unwilling):
    """Does not know the action Update."""

    action = "Update"


@wrong("oms", breaks="AC-07 AC-09 AC-11")
class CannotSuspend(_Unwilling):
    """Does not know the action Suspend."""

    action = "Suspend"


@wrong("oms", breaks="AC-08 AC-09")
class CannotResume(_Unwilling):
    """Does not know the action Resume."""

    action = "Resume"


@wrong("oms", breaks="AC-02 AC-03 AC-09 AC-10")
class CannotMove(Picky):
    """Does not know the two actions of a transfer."""

    def rejects(self, line: OrderLine) -> bool:
        return line.action in HALVES


@wrong("oms", breaks="AC-09")
class TakesAnyWordForAnAction(Careless):
    """Takes a word that is no action for Update."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "is no line action" in objection.reason

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = {*HALVES, "Add", "Delete", "Update", "Suspend", "Resume", "-"}
        lines = tuple(x if x.action in known or not x.action else replace(x, action="Update") for x in order.lines)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="AC-09")
class DoesNotKnowTheDash(_Unwilling):
    """Refuses a line whose dash says that it stays as it is."""

    action = "-"


class _ProvisionsUnchangedLines(OrderManagement):
    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = tuple(x if not self.intake.unchanged(x) else replace(x, action="Update") for x in order.lines)
        super().take_in(replace(order, lines=lines), message)


@wrong("oms", breaks="AC-09")
class WorksOnUnchangedLines(_ProvisionsUnchangedLines):
    """Has a line provisioned that is marked as unchanged."""


@wrong("oms", breaks="AC-09", switches={"no_action": "blank"})
class WorksOnBlankLines(_ProvisionsUnchangedLines):
    """Has a line provisioned that was left without an action to say that it is unchanged."""


@wrong("oms", breaks="AC-09")
class TakesNothingForUnchanged(Careless):
    """Lets a line without an action pass, though it declares a dash for unchanged lines."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return objection.reason == "'' is no line action"

    def take_in(self, order: SalesOrder, message: Message) -> None:
        super().take_in(order, message)
        fulfilment = self.orders.get(order.order)
        for line in list(fulfilment.lines.values()) if fulfilment else ():
            if fulfilment and not line.line.action and line.state is LineState.PROVISIONED:
                self.complete(fulfilment, line)


@wrong("oms", breaks="AC-10")
class TakesHalfATransfer(Careless):
    """Carries out one half of a transfer, where the other is missing or about something else."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "one half" in objection.reason


@wrong("oms", breaks="AC-10")
class CountsHalvesOnly(Careless):
    """Takes any two halves for a transfer, though they name different assets."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "one half" in objection.reason and {line.action for line in order.lines} >= set(HALVES)


@wrong("oms", breaks="AC-10")
class CompletesAFailedTransfer(OrderManagement):
    """Reports a transfer complete although one of its halves could not be done."""

    def falls_out(self, fault: Fault) -> None:
        done = WorkUpdate(order=fault.order, line=fault.line or "", sort="status", value="COMPLETE")
        self.provisioning_reports(done)


@wrong("oms", breaks="AC-11")
class NeedsNoAsset(Careless):
    """Acts on assets that it has never heard of."""

    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "not installed" in objection.reason

    def falls_out(self, fault: Fault) -> None: ...
