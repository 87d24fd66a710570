"""CRMs that go wrong over changes to what is installed, at once or left pending."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, LineUpdate, OrderSubmission, OrderUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Checks,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    Refused,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


def sale_of(crm: CustomerRelations, asset: str | None) -> tuple[CrmOrder, CrmLine] | None:
    """The order and the line that an asset came from."""
    lines = ((order, line) for order in crm.orders.values() for line in order.lines.values())
    return next(((order, line) for order, line in lines if asset and f"{line.id}-ASSET" == asset), None)


@wrong("crm", breaks="MO-01")
class RewritesTheFirstOrder(CustomerRelations):
    """Writes a change of an asset into the order that the asset came from."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        if found := sale_of(self, line.asset):
            sale, sold = found
            sale.lines[sold.ref] = replace(sold, attributes={**sold.attributes, **line.attributes})


@wrong("crm", breaks="MO-01")
class ReopensTheFirstOrder(CustomerRelations):
    """Takes a complete order for open again while something that it left is changed."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values():
            if found := sale_of(self, line.asset):
                found[0].status = "OPEN"


@wrong("crm", breaks="MO-01")
class SendsTheFirstOrderAgain(CustomerRelations):
    """Queues the order that an asset came from once more before the change of it."""

    def queue(self, order: CrmOrder) -> None:
        for line in order.lines.values():
            if found := sale_of(self, line.asset):
                super().queue(found[0])
        super().queue(order)


@wrong("crm", breaks="TM-04")
class TiesModifyOrdersToTheSale(CustomerRelations):
    """Sends a modify order as depending on the order that its assets came from."""

    class Submissions(Submissions):
        """The sale is the base order."""

        def base_order(self, order: CrmOrder) -> str | None:
            sales = (sale_of(self.crm, line.asset) for line in order.lines.values())
            return super().base_order(order) or next((sale[0].id for sale in sales if sale), None)


@wrong("crm", breaks="TM-04 MO-01")
class RevisesTheSale(CustomerRelations):
    """Sends a modify order under the number of the order that its assets came from."""

    class Submissions(Submissions):
        """The sale's number."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sales = (sale_of(self.crm, line.asset) for line in order.lines.values())
            number = next((sale[0].id for sale in sales if sale), order.id)
            return replace(super().of(order), order=number)


@wrong("crm", breaks="MO-02")
class SendsChangesWithoutAnAsset(CustomerRelations):
    """Does not say which of the customer's assets a line is about."""

    class Submissions(Submissions):
        """No asset."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            return replace(super().line(order, line), asset=None)


@wrong("crm", breaks="MO-02")
class SellsTheChangedAssetAnew(CustomerRelations):
    """Sends an update as a deletion's other half: the changed product is added."""

    class Submissions(Submissions):
        """Add in place of Update."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            sent = super().line(order, line)
            return replace(sent, action="Add", asset=None) if sent.action == "Update" else sent


@wrong("crm", breaks="MO-02")
class EndsAllThatWasSoldTogether(CustomerRelations):
    """Ends everything that came with an asset when the asset is deleted."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        found = sale_of(self, line.asset) if line.action == "Delete" else None
        for sold in found[0].lines.values() if found else ():
            super().convert(order, replace(line, asset=f"{sold.id}-ASSET"))


@wrong("crm", breaks="MO-02")
class KeepsTheOldAssetBesideTheNew(CustomerRelations):
    """Makes a second asset of each update."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, replace(line, action="Add") if line.action == "Update" else line)


@wrong("crm", breaks="MO-03")
class TakesProvisionedForComplete(CustomerRelations):
    """Takes a line for complete as soon as it is activated, though it is not billed yet."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        done = told.milestone == "ACTIVATED"
        super().hear_of_line(order, line, replace(told, status="COMPLETE") if done else told)


@wrong("crm", breaks="MO-03")
class TakesUnderWayForComplete(CustomerRelations):
    """Lets whatever is being worked on be changed as if it were installed."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, replace(told, status="COMPLETE"))


@wrong("crm", breaks="MO-03")
class TakesOneLineForTheOrder(CustomerRelations):
    """Takes every line of an order for complete as soon as one of them is."""

    def hear(self, update: OrderUpdate) -> None:
        done = any(line.status == "COMPLETE" for line in update.lines)
        told = tuple(replace(line, status="COMPLETE") if done else line for line in update.lines)
        super().hear(replace(update, lines=told))


@wrong("crm", breaks="MO-03")
class NeverModifies(CustomerRelations):
    """Lets nothing be changed that is installed."""

    class Checks(Checks):
        """No change passes."""

        def asset(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
            yield from super().asset(order, line)
            if line.asset and line.action in ("Update", "Delete"):
                yield f"line {line.number}: what is installed is not changed"


@wrong("crm", breaks="MO-03 MO-07")
class NamesNoLineToWaitFor(CustomerRelations):
    """Sends a change of what an open order will leave as if it were installed."""

    class Submissions(Submissions):
        """No dependency."""

        def base_order(self, order: CrmOrder) -> str | None:
            return None

        def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
            return None


@wrong("crm", breaks="MO-07")
class WaitsForTheSale(CustomerRelations):
    """Sends a follow-on to a modify order as depending on the order that installed the asset."""

    class Submissions(Submissions):
        """The sale's line."""

        def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
            found = sale_of(self.crm, line.asset)
            return found[1].id if found else super().base_line(order, line)


@wrong("crm", breaks="MO-07")
class LetsTheFirstNewsWin(CustomerRelations):
    """Takes the first change of an asset that is reported complete, and no further one."""

    def __init__(self, *made: object) -> None:
        super().__init__(*made)  # type: ignore[arg-type]
        self._changed: set[str] = set()

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if line.asset is None or line.asset not in self._changed:
            super().convert(order, line)
        self._changed.add(line.asset or "")


@wrong("crm", breaks="MO-06")
class RevisesNewOrdersOnly(CustomerRelations):
    """Does not let a modify order be revised once it is submitted."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        if order.submitted and any(line.asset for line in order.lines.values()):
            raise Refused("a modify order is not revised")
        return super().revise_order(ref, fields)


@wrong("crm", breaks="MO-06")
class TurnsRevisedUpdatesIntoAdds(CustomerRelations):
    """Sends every line of a supplemental as an Add, also where the order was a modify order."""

    class Submissions(Submissions):
        """Add, as on new orders."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            sent = super().line(order, line)
            return replace(sent, action="Add", asset=None) if order.revises else sent


@wrong("crm", breaks="MO-06")
class EndsWhatIsWithdrawn(CustomerRelations):
    """Takes a change that is withdrawn for the end of the asset."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.revises.lines.values() if order.revises else ():
            if order.line(line.id) is None and line.asset:
                self.assets.follow(replace(line, action="Delete"), order.account or "")
