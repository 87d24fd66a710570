"""CRMs that reckon with one thing of a kind, or with one event, and go wrong with the second."""

from collections.abc import Iterable, Iterator

from ordertck.harness.messages import LineUpdate, Message, Workflow, replace
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    Alerts,
    Checks,
    CustomerRelations,
    Deliveries,
    OrderProgress,
    Sheets,
    Submissions,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder
from ordertck.harness.reference.crm.records import Key, Record


@wrong("crm", breaks="PL-13")
class HandsListsToEveryComponent(Submissions):
    """Gives components their product's price list, also where nobody puts the product together."""

    def customizable(self, line: CrmLine) -> bool:
        product = self.catalogue.products.get(line.product or "")
        return product is not None and bool(product.components) and line.price_list is not None


@wrong("crm", breaks="WF-19 WF-20")
class KeepsOneAlertACustomer(Alerts):
    """Takes every alert about a customer for news of the first."""

    def receive(self, records: dict[Key, Record], call: Workflow) -> None:
        same = (r.id for r in records.values() if (r.object, r.account) == (call.object, call.account))
        super().receive(records, replace(call, record=next(same, call.record)))


@wrong("crm", breaks="WF-21", where="failures+restarts")
class ForgetsWhatOfficesMissed(Forgetful, CustomerRelations):
    """Knows nothing after a breakdown of what a back office has yet to get."""

    def after_breakdown(self) -> list[Message]:
        self.deliveries.waiting = {system: [] for system in self.deliveries.systems}
        return []


@wrong("crm", breaks="AC-03")
class MovesWithTheFirstHalf(OrderProgress):
    """Shows an asset at its new address as soon as it was taken down at the old one."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, told)
        if line.action == "Move-Delete" and told.status == "COMPLETE":
            for half in order.lines.values():
                if (half.action, half.asset) == ("Move-Add", line.asset):
                    self.convert(order, half)


@wrong("crm", breaks="SC-16")
class BeginsOneLineAProduct(Sheets):
    """Begins an order with the last of the things of each product."""

    def from_profile(self, ref: str, fields: Fields):  # type: ignore[no-untyped-def]
        known = {asset.id: asset.product for asset in self.profiles.of(ref)}
        wanted = [asset for asset in fields.get("assets", "").split(", ") if asset]
        of_each = {known.get(asset, asset): asset for asset in wanted}
        return super().from_profile(ref, {**fields, "assets": ", ".join(of_each.values())})


class _Closing(Supplementals):
    def closed(self, order: CrmOrder) -> Iterator[str]:
        yield from super().closed(order)
        yield from self.closed_besides(order)

    def closed_besides(self, order: CrmOrder) -> Iterable[str]:
        """Why an order can have no supplemental, for a bad reason."""
        raise NotImplementedError


@wrong("crm", breaks="SU-01", where="supplementals+points-of-no-return")
class LocksEqualLines(_Closing):
    """Takes all lines for a product for past their point of no return when one of them is."""

    def closed_besides(self, order: CrmOrder) -> Iterable[str]:
        lines = list(order.lines.values())
        locked = {line.product for line in lines if self.locked(order, line)}
        return ["its products are past their point of no return"] if {line.product for line in lines} <= locked else []


@wrong("crm", breaks="SU-01", where="supplementals+failures")
class ClosesWhatWasRefusedOnce(_Closing):
    """Takes an order for closed once the order system has refused a revision of it."""

    def closed_besides(self, order: CrmOrder) -> Iterable[str]:
        refused = any(v.status == "REFUSED" for v in self.orders.versions(order.id) if v.revises is not None)
        return ["a revision of the order was refused"] if refused else []


@wrong("crm", breaks="SU-01")
class BeginsRevisionsWithTheUsualPayer(Supplementals):
    """Begins a revision with the account's payer, whoever pays for the order."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        new.payer = self.accounts.get(new.account or "", {}).get("payer", new.payer)
        return new


@wrong("crm", breaks="WF-21")
class KeepsTheLastThatWasMissed(Deliveries):
    """Keeps for a back office that is away only the latest of the records of a kind."""

    def answered(self, message: str, outcome: str) -> None:
        super().answered(message, outcome)
        self.waiting = {system: list({key[0]: key for key in keys}.values()) for system, keys in self.waiting.items()}


@wrong("crm", breaks="FO-02", where="follow-ons+service-changes")
class ResumesWhatIsSuspendedNow(Checks):
    """Lets nobody resume what an open order is still to suspend."""

    def asset(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
        yield from super().asset(order, line)
        installed = self.projections.assets.get(line.asset)
        if line.action == "Resume" and installed is not None and installed.status != "Suspended":
            yield f"line {line.number}: the asset is not suspended"
