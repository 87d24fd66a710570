"""CRMs that know follow-on orders by themselves, and go wrong where something else befalls them or their base order."""

from collections.abc import Iterator, Mapping

from ordertck.harness.messages import DeskShown, LineUpdate, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import sale_of
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    Guidance,
    OrderEntry,
    OrderProgress,
    Parts,
    Projections,
    Queueing,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.approval import AWAITED
from ordertck.harness.reference.crm.desk import Fields


def builds_on(later: CrmOrder, base: CrmOrder) -> bool:
    """Whether an order changes what another one brings."""
    brought = {f"{line.id}-ASSET" for line in base.lines.values() if line.action == "Add"}
    return any(line.asset in brought for line in later.lines.values())


@wrong("crm", breaks="FO-11", where="follow-ons+failures")
class GivesUpFollowOnsOfWhatFellOut(OrderProgress):
    """Gives up a follow-on order when its base order falls out, though that is mended later."""

    def prepare(self) -> None:
        self.given_up: set[str] = set()

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        base = self.orders.known(number)
        if base is not None and status == "FAILED":
            self.given_up |= {order.id for order in self.orders.by_ref.values() if builds_on(order, base)}

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if order.id not in self.given_up:
            super().convert(order, line)


@wrong("crm", breaks="FO-11", where="follow-ons+failures")
class LosesWhatFellOut(OrderProgress):
    """Makes no asset of a line that fell out once, so that its follow-on order finds nothing to change."""

    def prepare(self) -> None:
        self.fell_out: set[str] = set()

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        if status == "FAILED":
            self.fell_out.add(number)

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if line.action != "Add" or order.id not in self.fell_out:
            super().convert(order, line)


@wrong("crm", breaks="FO-11", where="follow-ons+filled-in-data")
class CarriesOutWhatWasQueued(Queueing):
    """Sets a follow-on order's asset to all that the queued line said, and not to what the user changed."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        for line in order.lines.values():
            behind = self.submissions.projections.behind(order, line)
            if behind is not None and behind.order is not None:
                order.lines[line.ref] = self.submissions.projections.refreshed(order, line)


class _CountsTheCancelled(Projections):
    """Takes some orders that were cancelled for open ones."""

    def counts(self, order: CrmOrder) -> bool:
        """Whether a cancelled order is taken for an open one."""
        return True

    def is_open(self, order: CrmOrder) -> bool:
        return super().is_open(order) or (order.submitted and order.status == "CANCELLED" and self.counts(order))


@wrong("crm", breaks="AC-11", where="follow-ons+cancellation")
class SellsOnWhatWasCancelled(_CountsTheCancelled):
    """Lets users change what a cancelled order was to bring."""

    def counts(self, order: CrmOrder) -> bool:
        return any(line.action == "Add" for line in order.lines.values())


@wrong("crm", breaks="FO-03", where="follow-ons+cancellation")
class WaitsForCancelledFollowOns(_CountsTheCancelled):
    """Has an order wait for a follow-on order that was cancelled."""

    def counts(self, order: CrmOrder) -> bool:
        return all(
            sale_of(self.orders, line.asset) and not self.assets.get(line.asset) for line in order.lines.values()
        )


@wrong("crm", breaks="FO-03", where="follow-ons+approval")
class ForgetsTheDependencyWhileItWaits(Submissions):
    """Queues a follow-on order that a supervisor approved without what it depends on."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        products = (self.catalogue.products.get(other.product or "") for other in order.lines.values())
        return None if any(product and product.approval for product in products) else super().base_line(order, line)


@wrong("crm", breaks="FO-03", where="follow-ons+approval")
class ForgetsTheBaseOrderWhileItWaits(Submissions):
    """Queues a follow-on order that a supervisor approved as one that builds on no order."""

    def base_order(self, order: CrmOrder) -> str | None:
        products = (self.catalogue.products.get(other.product or "") for other in order.lines.values())
        return None if any(product and product.approval for product in products) else super().base_order(order)


class KeepsTheFirstBaseLine(Submissions):
    """Keeps what a line depended on ``first``, by the line's id."""

    def prepare(self) -> None:
        self.first: dict[str, str | None] = {}

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        return self.first.get(line.id) or super().base_line(order, line)


class NotesTheFirstBaseLine(OrderEntry):
    """Notes what a line depends on when it is entered first."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_line(ref, fields)
        order = self.orders.order(fields["order"])
        noted = self.submissions
        if isinstance(noted, KeepsTheFirstBaseLine) and order.revises is None:
            noted.first.setdefault(order.lines[ref].id, Submissions.base_line(noted, order, order.lines[ref]))
        return shown


@wrong("crm", breaks="FO-03", where="follow-ons+drafts")
class DependsOnWhatItWasFirstAbout(CustomerRelations):
    """Notes what a line of a draft depends on when it is entered first, and not again."""

    parts = Parts(submissions=KeepsTheFirstBaseLine, entry=NotesTheFirstBaseLine)


@wrong("crm", breaks="SP-01", where="follow-ons+service-points")
class NamesServicePointsWhereNothingIsWaitedFor(Submissions):
    """Leaves the service point out of a line that depends on another order's."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, service_point=None) if sent.base_line else sent


@wrong("crm", breaks="FO-09", where="follow-ons+approval")
class SaysNothingWhileASupervisorThinks(Guidance):
    """Warns of no follow-on order to an order that waits for a supervisor."""

    def too_early(self, order: CrmOrder) -> Iterator[str]:
        behind = [self.projections.behind(order, line) for line in order.lines.values()]
        waits = any(found and found.order and found.order.status == AWAITED for found in behind)
        return iter(()) if waits else super().too_early(order)


@wrong("crm", breaks="FD-02")
class DatesFollowOnsLikeTheirBase(Submissions):
    """Gives a follow-on order the date of its base order."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        base = self.orders.known(sent.base_order) if sent.base_order else None
        return replace(sent, due_date=base.due_date if base is not None and base.due_date else sent.due_date)


@wrong("crm", breaks="FO-03")
class TrustsTheDateToWait(Submissions):
    """Names no base line on an order with a date: its date comes later anyhow."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        return None if order.due_date else super().base_line(order, line)


@wrong("crm", breaks="FO-03", where="follow-ons+dates")
class LosesTheDependencyWhenItIsPutOff(Submissions):
    """Leaves the dependency out of a revision that changes the date."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        moved = order.revises is not None and order.revises.due_date != order.due_date
        return None if moved else super().base_line(order, line)


@wrong("crm", breaks="FD-05", where="follow-ons+dates")
class ProjectsDatesOnWhatIsInstalledOnly(Projections):
    """Projects what a dated order makes of what is installed, and not of what is still to come."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        for line in super().open_lines(order):
            if not order.due_date or line.action == "Add" or self.assets.get(line.asset):
                yield line


@wrong("crm", breaks="PR-01", where="follow-ons+priorities")
class HurriesLikeTheBase(Submitting):
    """Gives a follow-on order for which nobody picked a priority that of its base order."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        super().choose_priority(order, priority)
        base = self.orders.known(self.approval.queueing.submissions.base_order(order) or "")
        order.priority = order.priority or (base.priority if base else None)


class Repeats(OrderProgress):
    """Carries a line out again when it is reported complete again."""

    def repeats(self, order: CrmOrder, line: CrmLine) -> bool:
        """Whether a line is carried out again."""
        return True

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        again = order.line_status.get(line.id) == told.status == "COMPLETE"
        super().hear_of_line(order, line, told)
        if again and self.repeats(order, line):
            self.convert(order, line)


@wrong("crm", breaks="FO-11", where="follow-ons+redelivery")
class CarriesFollowOnsOutAgain(Repeats):
    """Changes an asset again when a follow-on order is reported complete once more."""

    def repeats(self, order: CrmOrder, line: CrmLine) -> bool:
        sold = sale_of(self.orders, line.asset)
        return line.action == "Update" and sold is not None


@wrong("crm", breaks="FO-11", where="follow-ons+filled-in-data+redelivery")
class WritesRepeatedValuesToTheAsset(OrderProgress):
    """Writes a value that is told of a line to its asset, also when the line is long complete."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, told)
        asset = self.assets.get(f"{line.id}-ASSET" if line.action == "Add" else line.asset)
        if asset is not None:
            self.assets.put(replace(asset, attributes=_with(asset.attributes, told.attributes)))


def _with(known: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    return {**known, **told}
