"""CRMs that go wrong over changes to what is installed, at once or left pending."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, LineUpdate, OrderSubmission, OrderUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import sale_of
from ordertck.harness.reference.crm import (
    Checks,
    CrmLine,
    CrmOrder,
    OrderEntry,
    OrderProgress,
    Queueing,
    Refused,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="MO-01")
class RewritesTheFirstOrder(OrderProgress):
    """Writes a change of an asset into the order that the asset came from."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        if found := sale_of(self.orders, line.asset):
            sale, sold = found
            sale.lines[sold.ref] = replace(sold, attributes={**sold.attributes, **line.attributes})


@wrong("crm", breaks="MO-01")
class ReopensTheFirstOrder(Queueing):
    """Takes a complete order for open again while something that it left is changed."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values():
            if found := sale_of(self.orders, line.asset):
                found[0].status = "OPEN"


@wrong("crm", breaks="MO-01")
class SendsTheFirstOrderAgain(Queueing):
    """Queues the order that an asset came from once more before the change of it."""

    def queue(self, order: CrmOrder) -> None:
        for line in order.lines.values():
            if found := sale_of(self.orders, line.asset):
                super().queue(found[0])
        super().queue(order)


@wrong("crm", breaks="TM-04")
class TiesModifyOrdersToTheSale(Submissions):
    """Sends a modify order as depending on the order that its assets came from."""

    def base_order(self, order: CrmOrder) -> str | None:
        sales = (sale_of(self.orders, line.asset) for line in order.lines.values())
        return super().base_order(order) or next((sale[0].id for sale in sales if sale), None)


@wrong("crm", breaks="TM-04 MO-01")
class RevisesTheSale(Submissions):
    """Sends a modify order under the number of the order that its assets came from."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sales = (sale_of(self.orders, line.asset) for line in order.lines.values())
        number = next((sale[0].id for sale in sales if sale), order.id)
        return replace(super().of(order), order=number)


@wrong("crm", breaks="MO-02")
class SendsChangesWithoutAnAsset(Submissions):
    """Does not say which of the customer's assets a line is about."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        return replace(super().line(order, line), asset=None)


@wrong("crm", breaks="MO-02")
class SellsTheChangedAssetAnew(Submissions):
    """Sends an update as a deletion's other half: the changed product is added."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, action="Add", asset=None) if sent.action == "Update" else sent


@wrong("crm", breaks="MO-02")
class EndsAllThatWasSoldTogether(OrderProgress):
    """Ends everything that came with an asset when the asset is deleted."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        found = sale_of(self.orders, line.asset) if line.action == "Delete" else None
        for sold in found[0].lines.values() if found else ():
            super().convert(order, replace(line, asset=f"{sold.id}-ASSET"))


@wrong("crm", breaks="MO-02")
class KeepsTheOldAssetBesideTheNew(OrderProgress):
    """Makes a second asset of each update."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, replace(line, action="Add") if line.action == "Update" else line)


@wrong("crm", breaks="MO-03")
class TakesProvisionedForComplete(OrderProgress):
    """Takes a line for complete as soon as it is activated, though it is not billed yet."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        done = told.milestone == "ACTIVATED"
        super().hear_of_line(order, line, replace(told, status="COMPLETE") if done else told)


@wrong("crm", breaks="MO-03")
class TakesUnderWayForComplete(OrderProgress):
    """Lets whatever is being worked on be changed as if it were installed."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, replace(told, status="COMPLETE"))


@wrong("crm", breaks="MO-03")
class TakesOneLineForTheOrder(OrderProgress):
    """Takes every line of an order for complete as soon as one of them is."""

    def hear(self, update: OrderUpdate) -> None:
        done = any(line.status == "COMPLETE" for line in update.lines)
        told = tuple(replace(line, status="COMPLETE") if done else line for line in update.lines)
        super().hear(replace(update, lines=told))


@wrong("crm", breaks="MO-03")
class NeverModifies(Checks):
    """Lets nothing be changed that is installed."""

    def asset(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
        yield from super().asset(order, line)
        if line.asset and line.action in ("Update", "Delete"):
            yield f"line {line.number}: what is installed is not changed"


@wrong("crm", breaks="MO-03 MO-07")
class NamesNoLineToWaitFor(Submissions):
    """Sends a change of what an open order will leave as if it were installed."""

    def base_order(self, order: CrmOrder) -> str | None:
        return None

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        return None


@wrong("crm", breaks="MO-07")
class WaitsForTheSale(Submissions):
    """Sends a follow-on to a modify order as depending on the order that installed the asset."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        found = sale_of(self.orders, line.asset)
        return found[1].id if found else super().base_line(order, line)


@wrong("crm", breaks="MO-07")
class LetsTheFirstNewsWin(OrderProgress):
    """Takes the first change of an asset that is reported complete, and no further one."""

    def prepare(self) -> None:
        self._changed: set[str] = set()

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if line.asset is None or line.asset not in self._changed:
            super().convert(order, line)
        self._changed.add(line.asset or "")


@wrong("crm", breaks="MO-06")
class RevisesNewOrdersOnly(OrderEntry):
    """Does not let a modify order be revised once it is submitted."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if order.submitted and any(line.asset for line in order.lines.values()):
            raise Refused("a modify order is not revised")
        return super().revise_order(ref, fields)


@wrong("crm", breaks="MO-06")
class TurnsRevisedUpdatesIntoAdds(Submissions):
    """Sends every line of a supplemental as an Add, also where the order was a modify order."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, action="Add", asset=None) if order.revises else sent


@wrong("crm", breaks="MO-06")
class EndsWhatIsWithdrawn(Queueing):
    """Takes a change that is withdrawn for the end of the asset."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.revises.lines.values() if order.revises else ():
            if order.line(line.id) is None and line.asset:
                self.submissions.projections.assets.follow(replace(line, action="Delete"), order.account or "")
