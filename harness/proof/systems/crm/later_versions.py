"""CRMs that go wrong in what later versions, reports and options leave of an order."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, Message, OrderUpdate, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.common.journal import Journalled
from ordertck.harness.reference.crm import (
    AssetRegister,
    Checks,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Projections,
    Screens,
    Sheets,
    Submitting,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SC-04")
class PricesTheFirstOption(Screens):
    """Works the price of a line out once, when the line is entered."""

    def prepare(self) -> None:
        self.prices: dict[str, str | None] = {}

    def price(self, line: CrmLine) -> str | None:
        return self.prices.setdefault(line.id, super().price(line))


@wrong("crm", breaks="AC-04", where="modify-orders+service-changes")
class KeepsWhatIsSuspended(AssetRegister):
    """Disconnects active assets only."""

    def follow(self, line: CrmLine, account: str) -> None:
        known = self.get(line.asset)
        if line.action != "Delete" or known is None or known.status != "Suspended":
            super().follow(line, account)


@wrong("crm", breaks="SC-05")
class KeepsOneLevelOfComponents(Sheets):
    """Makes an order of a quote in which the components of components stand by themselves."""

    def copied(self, made: CrmOrder, line: CrmLine, ids: dict[str, str]) -> CrmLine:
        copy = super().copied(made, line, ids)
        return replace(copy, parent=None) if line.number.count(".") > 1 else copy


@wrong("crm", breaks="SU-13", where="supplementals+drafts")
class BringsWithdrawnLinesBack(Supplementals):
    """Begins a revision with every line that the order ever had."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        version = new.revises
        while version is not None:
            new.lines = {**version.lines, **new.lines}
            version = version.revises
        return new


class _ClearsNothing(OrderEntry):
    """Passes over site and service point where a user clears them."""

    def kept(self, order: CrmOrder) -> bool:
        """Whether that happens to an order."""
        raise NotImplementedError

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.by_ref.get(fields.get("order", ""))
        if order is not None and ref in order.lines and self.kept(order):
            fields = {name: said for name, said in fields.items() if said or name not in ("site", "service_point")}
        return super().enter_line(ref, fields)


@wrong("crm", breaks="SC-15", where="supplementals+service-points")
class ClearsNothingInRevisions(_ClearsNothing):
    """Takes an empty site or service point of a revision for one that stays as it was."""

    def kept(self, order: CrmOrder) -> bool:
        return order.revises is not None


@wrong("crm", breaks="SC-14", where="service-points+drafts")
class ClearsNothingInDrafts(_ClearsNothing):
    """Takes an empty site or service point of a draft for one that stays as it was."""

    def kept(self, order: CrmOrder) -> bool:
        return order.revises is None


@wrong("crm", breaks="TM-01")
class CompletesWithItsLines(OrderProgress):
    """Takes an order for complete when each of its lines is."""

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        order = self.orders.known(update.order)
        if order is not None and all(order.line_status.get(line.id) == "COMPLETE" for line in order.lines.values()):
            order.status = "COMPLETE"


@wrong("crm", breaks="TM-02", where="supplementals+redelivery+restarts")
class KnowsNoNewsAfterABreakdown(CustomerRelations, Journalled):
    """Forgets in a breakdown which news of orders it has had: what is told once more counts once more."""

    def recover(self, journal: object) -> list[Message]:
        out = super().recover(journal)  # type: ignore[arg-type]
        self._known.clear()
        return out


@wrong("crm", breaks="TM-02")
class SendsTheOrderBackWithItsRevision(OrderProgress):
    """Shows an order as refused of which a revision is refused."""

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, status)
        for version in self.orders.versions(number) if status == "REFUSED" else ():
            if version.submitted and version.status not in ("COMPLETE", "CANCELLED"):
                version.status = status


@wrong("crm", breaks="AC-10")
class CountsTheHalves(Checks):
    """Takes a transfer for whole that has as many halves of one kind as of the other."""

    def transfers(self, order: CrmOrder) -> Iterator[str]:
        actions = [line.action for line in order.lines.values()]
        if actions.count("Move-Add") != actions.count("Move-Delete"):
            yield "one half of a transfer is missing"


@wrong("crm", breaks="FO-02", where="follow-ons+service-changes")
class ChangesWhatWillEnd(Checks):
    """Lets a follow-on order change an asset that an open order will end."""

    def asset(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
        there = self.projections.assets.get(line.asset)
        if there is None or self.projections.behind(order, line) is not None:
            yield from super().asset(order, line)


@wrong("crm", breaks="PD-01", where="modify-orders+drafts")
class KeepsWhatItFoundInTheProfile(Submitting):
    """Submits an order that was begun with assets as these were then."""

    def stamped(self, line: CrmLine) -> CrmLine:
        return replace(super().stamped(line), attributes=line.attributes)


@wrong("crm", breaks="WF-21", where="failures+restarts")
class ForgetsWhatWasUnderWay(Forgetful, CustomerRelations):
    """Does not know after a breakdown which messages to back offices are not answered yet."""

    def after_breakdown(self) -> list[Message]:
        self.deliveries.under_way.clear()
        return []


@wrong("crm", breaks="AC-10", where="supplementals+service-changes")
class LooksAtTransfersOnce(Checks):
    """Looks whether a transfer is whole when it is ordered, and not when it is revised."""

    def transfers(self, order: CrmOrder) -> Iterator[str]:
        return super().transfers(order) if order.revises is None else iter(())


@wrong("crm", breaks="FD-05")
class ProjectsWhatIsDone(Projections):
    """Projects every line of an open order, also one that is complete."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        return (line for line in order.lines.values() if line.trackable)


@wrong("crm", breaks="FD-05", where="follow-ons+modify-orders")
class ProjectsUpdatesThatAreDone(Projections):
    """Projects every Update of an open order, also one that is complete."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        there = {line.ref for line in super().open_lines(order)}
        lines = (line for line in order.lines.values() if line.trackable)
        return (line for line in lines if line.ref in there or line.action == "Update")
