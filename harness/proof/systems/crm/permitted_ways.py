"""CRMs that tell, refuse or name something where others do not, which is permitted."""

from ordertck.harness.messages import DeskShown, OrderSubmission, Status, SubmittedLine, replace
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.crm import (
    Approval,
    Asset,
    CrmLine,
    CrmOrder,
    OrderEntry,
    Projected,
    Projections,
    Refused,
    Screens,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


@permitted("crm", switches={"approval_comes": "before-submission"})
class ShowsThatADraftIsRejected(Approval):
    """Shows that a supervisor has rejected an order, though it was not submitted yet."""

    def reject(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().reject(ref, fields)
        order = self.orders.order(ref)
        if order.status != Status.DRAFT:
            return shown
        order.status = Status.REJECTED
        return self.screens.order(order)


@permitted("crm", switches={"approval_comes": "before-submission"})
class ClosesWhatWasDecided(OrderEntry):
    """Lets nobody change a draft that a supervisor has approved, or a quote that the customer has accepted."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        if order.approved or order.accepted:
            raise Refused("it is decided")
        return super().enter_line(ref, fields)


@permitted("crm")
class NamesTheServicePointOfTheAsset(Submissions):
    """Names on a line about an asset the service point that the asset is kept with."""

    def prepare(self) -> None:
        self.points: dict[str, str | None] = {}

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        self.points |= {line.asset: line.service_point for line in sent.lines if line.asset and line.service_point}
        return sent

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        kept = self.points.get(line.asset or "") if line.action != "Move-Add" else None
        return replace(sent, service_point=sent.service_point or kept)


@permitted("crm")
class BeginsNoFollowOnTooEarly(OrderEntry):
    """Lets nobody enter a line about what an open order brings or changes while that can still be revised."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        if fields.get("asset") and order.kind == "order":
            before = self.submissions.projections.before(order).get(fields["asset"])
            if before is not None and before.order is not None and before.line is not None:
                dated = before.order.due_date or order.due_date
                if not dated and not self.supplementals.locked(before.order, before.line):
                    raise Refused(f"order {before.order.id} can still be revised")
        return super().enter_line(ref, fields)


@permitted("crm")
class ShowsTheVersionThatCounts(OrderEntry):
    """Shows of a revision that was refused the version of its order that counts."""

    def see_order(self, ref: str) -> DeskShown | None:
        shown, order = super().see_order(ref), self.orders.by_ref.get(ref)
        if shown is None or order is None or order.status != Status.REFUSED:
            return shown
        counting = self.orders.known(order.id) or order
        return replace(self.screens.order(counting), ref=ref)


@permitted("crm")
class ProjectsWhatWillBeInactive(Projections):
    """Lists what open orders will end among what the customer will have, as Inactive."""

    def of(self, account: str, until: str | None = None, without: str | None = None) -> list[Projected]:
        found = super().of(account, until, without)
        if until is not None:
            return found
        there = {projected.asset.id for projected in found}
        return [*found, *(self.ended(account, asset) for asset in self.assets.of(account) if asset.id not in there)]

    def ended(self, account: str, asset: Asset) -> Projected:
        """What is listed of an asset that an open order will end."""
        return Projected(replace(asset, status="Inactive"))


@permitted("crm")
class NamesTheOrderThatEndsAnAsset(ProjectsWhatWillBeInactive):
    """Lists what open orders will end as Inactive, by the first line that ends it, whatever is planned for later."""

    def ended(self, account: str, asset: Asset) -> Projected:
        for order in self.open_orders(account, None, None):
            for line in self.open_lines(order):
                if line.asset == asset.id and line.action == "Delete":
                    return Projected(replace(asset, status="Inactive"), order, line)
        return super().ended(account, asset)


@permitted("crm")
class FillsInTheSitesOfLines(Submissions):
    """Names on each new line without a site that of the header, or else that of the account (OM-03)."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent, account = super().line(order, line), self.accounts.get(order.account or "", {})
        site = order.site or account.get("site") if sent.action == "Add" else None
        return replace(sent, site=sent.site or site)

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent, account = super().of(order), self.accounts.get(order.account or "", {})
        return replace(sent, site=sent.site or account.get("site"))


@permitted("crm")
class GoesByTheActionsOfALine(Screens):
    """Takes an order with a line that says anything but Add for a change order, though the line names no asset yet."""

    def category(self, order: CrmOrder) -> str:
        other = any(line.action not in (None, "Add") for line in order.lines.values())
        return "change order" if other else super().category(order)


@permitted("crm")
class AsksAboutWhatARevisionAdds(Approval):
    """Asks a supervisor about a revision only where a line that it adds needs approval."""

    def needed(self, order: CrmOrder) -> bool:
        base = order.revises
        if base is not None and base.status in (Status.AWAITING_APPROVAL, Status.REJECTED):
            return super().needed(order)  # what no supervisor has approved yet is new to him
        before = {line.id for line in base.lines.values()} if base is not None else set()
        added = (line for line in order.lines.values() if line.id not in before)
        known = (self.catalogue.products.get(line.product or "") for line in added)
        return any(product is not None and product.approval for product in known)
