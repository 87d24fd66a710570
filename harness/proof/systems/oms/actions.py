"""Order systems that do something else than the line actions say."""

from ordertck.harness.messages import Fault, Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Altering, Careless
from ordertck.harness.reference.oms import (
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    OrderManagement,
    Parts,
    Planning,
)


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


@wrong("oms", breaks="AC-04")
class LeavesADeletedAssetSuspended(Planning):
    """Ends only the charge of a deleted asset that is suspended, because that does nothing for the customer."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned, standing = super().plan(order, line), self.installed.get(line.asset)
        if line.action == "Delete" and standing is not None and standing.status == "Suspended":
            planned.work = replace(planned.work, target=None, provisioning=None)
        return planned


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


class _Quiet(Incidents):
    def falls_out(self, fault: Fault) -> None: ...


class _OverlooksDisconnections(Careless):
    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "not installed" in objection.reason and any(line.action == "Delete" for line in order.lines)


@wrong("oms", breaks="AC-04 AC-11")
class DisconnectsWhatIsNotThere(OrderManagement):
    """Takes an order to disconnect an asset that it does not know, and says nothing more."""

    parts = Parts(intake=_OverlooksDisconnections, incidents=_Quiet)


@wrong("oms", breaks="AC-05")
class BlanksWhatIsNotMentioned(Altering):
    """Clears every attribute of an asset that the line does not mention."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        installed = self.installed.get(line.asset)
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
class ReportsSuspensionsEarly(Orchestration):
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


class _OverlooksMissingAssets(Careless):
    def overlooks(self, objection: Objection, order: SalesOrder) -> bool:
        return "not installed" in objection.reason


@wrong("oms", breaks="AC-11")
class NeedsNoAsset(OrderManagement):
    """Acts on assets that it has never heard of."""

    parts = Parts(intake=_OverlooksMissingAssets, incidents=_Quiet)
