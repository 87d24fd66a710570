"""Order systems that go wrong over the two halves of a transfer."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.habits import Altering, Careless, Picky
from ordertck.harness.reference.oms import Fulfilment, LineFulfilment, LineState, Objection, OrderManagement, Reports

HALVES = ("Move-Add", "Move-Delete")


@wrong("oms", breaks="AC-02")
class SetsUpAtTheOldAddress(Altering):
    """Sets a moved asset up where it is already."""

    def alter(self, planned: LineFulfilment, line: OrderLine) -> None:
        installed = self.installed.get(line.asset)
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


@wrong("oms", breaks="AC-02 AC-03 AC-09 AC-10")
class CannotMove(Picky):
    """Does not know the two actions of a transfer."""

    def rejects(self, line: OrderLine) -> bool:
        return line.action in HALVES


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

    def take(self, message: Message) -> None:
        if message.kind != "fault":
            super().take(message)
        else:
            done = WorkUpdate(order=message.body["order"], line=message.body["line"], sort="status", value="COMPLETE")
            self.reports.from_provisioning(done)


@wrong("oms", breaks="AC-10")
class HoldsAllTransfersForOne(Reports):
    """Completes no transfer of an order once another transfer on that order has failed."""

    def has_status(self, fulfilment: Fulfilment, line: LineFulfilment, native: str) -> None:
        others = (other for other in fulfilment.lines.values() if other.asset != line.asset)
        failed = any(other.state is LineState.FAILED and other.line.action in HALVES for other in others)
        if not failed or line.line.action not in HALVES:
            super().has_status(fulfilment, line, native)
