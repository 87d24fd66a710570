"""CRMs that go wrong over follow-on orders, and over what they project."""

from collections.abc import Iterator

from ordertck.harness.messages import (
    DeskShown,
    LineUpdate,
    Message,
    OrderSubmission,
    OrderUpdate,
    Status,
    SubmittedLine,
    replace,
)
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.habits import Rewriting
from ordertck.harness.reference.crm import (
    Asset,
    Checks,
    CrmLine,
    CrmOrder,
    CustomerRelations,
    Guidance,
    OrderProgress,
    Overviews,
    Parts,
    Projected,
    Projections,
    Submissions,
    Submitting,
    Supplementals,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="TM-03 FO-01")
class SubmitsAFollowOnAsRevision(Submissions):
    """Submits a follow-on order under the number of its base order."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return replace(sent, order=sent.base_order, revision=2) if sent.base_order else sent


@wrong("crm", breaks="FO-01 FO-02 FO-03 FO-07 FO-10 FO-11 AC-06 TM-03")
class ProjectsNothing(Projections):
    """Shows and changes what is installed, and nothing that is still to come."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        return []


@wrong("crm", breaks="FO-02")
class TakesTheProjectionForReal(Overviews):
    """Lists among the assets what open orders will leave."""

    def listed(self, account: str) -> list[Asset]:
        real = super().listed(account)
        known = {asset.id for asset in real}
        for order in self.orders.by_ref.values():
            for line in order.lines.values() if order.submitted and order.account == account else ():
                asset = f"{line.id}-ASSET"
                if line.action == "Add" and asset not in known:
                    real.append(Asset(asset, account, line.product or "", line.site, attributes=dict(line.attributes)))
        return real


@wrong("crm", breaks="FO-02")
class OrdersItASecondTime(Submissions):
    """Submits an update of what is still to come as a further Add."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, action="Add") if sent.base_line else sent


@wrong("crm", breaks="FO-03")
class NamesTheOrderAndNotTheLine(Submissions):
    """Says on which order a follow-on order depends, and not on which line."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        return None


@wrong("crm", breaks="FO-03 TM-03")
class NamesTheLineAndNotTheOrder(Submissions):
    """Says on which line a follow-on order depends, and not of which order."""

    def base_order(self, order: CrmOrder) -> str | None:
        return None


@wrong("crm", breaks="FO-03")
class LetsEveryLineDepend(Submissions):
    """Says of each line of a follow-on order that it depends on the first one's base line."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        first = next((line.base_line for line in sent.lines if line.base_line), None)
        return replace(sent, lines=tuple(replace(line, base_line=first) for line in sent.lines))


@wrong("crm", breaks="FO-09")
class WarnsOfNothing(Guidance):
    """Lets a user enter a follow-on order where a revision would do, without a word."""

    def warnings(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


class _TakesDraftsForOpen(Projections):
    def is_open(self, order: CrmOrder) -> bool:
        return order.status not in ("COMPLETE", "REFUSED")


@wrong("crm", breaks="FO-07")
class ProjectsDraftsWithoutAWord(CustomerRelations):
    """Projects what is only entered, and warns nobody who builds on it."""

    parts = Parts(projections=_TakesDraftsForOpen, guidance=WarnsOfNothing)


@wrong("crm", breaks="FO-09")
class NeedsTheBaseToBeComplete(Submitting):
    """Refuses every follow-on order to an order that is open."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        behind = [self.checks.projections.behind(order, line) for line in order.lines.values()]
        if any(found and found.order for found in behind):
            yield "what it changes is not there yet"


class _DoesNotLookAgain(Supplementals):
    def objections(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


class _HearsNoRefusal(OrderProgress):
    def hear_trouble(self, number: str, status: str) -> None:
        if status != "REFUSED":
            super().hear_trouble(number, status)


@wrong("crm", breaks="FO-10")
class GoesByStaleRevisions(CustomerRelations):
    """Goes by a revision that was left lying once it is submitted, whatever came since and whoever refuses it."""

    parts = Parts(supplementals=_DoesNotLookAgain, progress=_HearsNoRefusal)


@wrong("crm", breaks="FO-10", where="follow-ons+drafts")
class GivesUpEveryPendingRevision(Submitting):
    """Discards, with a follow-on order, the pending revisions of all the customer's orders."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        behind = [self.checks.projections.behind(order, line) for line in order.lines.values()]
        shown = super().submit_order(ref, fields)
        if any(found and found.order for found in behind):
            drafts = [other for other in self.orders.by_ref.values() if other.revises and not other.submitted]
            for draft in drafts:
                if draft.account == order.account:
                    del self.orders.by_ref[draft.ref]
        return shown


@wrong("crm", breaks="FO-10")
class NeverForgetsAPendingRevision(CustomerRelations):
    """Refuses a follow-on order because of a revision that was discarded."""

    discarded = False

    def take(self, message: Message) -> None:
        act = (message.body.get("verb"), message.body.get("object"))
        self.discarded = self.discarded or act == ("discard", "order")
        if self.discarded and act == ("submit", "order"):
            refused = DeskShown(object="order", ref=message.body["ref"], refused="a revision is pending")
            self.outbox.show(message, refused)
        else:
            super().take(message)


@wrong("crm", breaks="FO-11")
class AppliesLateNews(OrderProgress):
    """Sets an asset back to what its order made of it whenever it hears of that order."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, told)
        asset = self.assets.get(f"{line.id}-ASSET")
        if told.status == "COMPLETE" and asset is not None:
            self.assets.put(replace(asset, attributes=dict(line.attributes)))


@wrong("crm", breaks="FO-11")
class MakesAssetsAgainOnceTheOrderIsComplete(OrderProgress):
    """Makes assets of all lines of an order when it is complete, also of those that were made assets before."""

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        before = order.status if order is not None else ""
        super().hear(update)
        if order is not None and order.status == Status.COMPLETE != before:
            for line in order.lines.values():
                self.convert(order, line)


@wrong("crm", breaks="FO-11", where="follow-ons+filled-in-data")
class TakesLateValuesOver(OrderProgress):
    """Writes a value that is reported late of a line over what a follow-on order has set since."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        late = line.id in order.converted
        super().hear_of_line(order, line, told)
        asset = self.assets.get(line.asset or f"{line.id}-ASSET")
        if late and told.attributes and asset is not None:
            self.assets.put(replace(asset, attributes={**asset.attributes, **told.attributes}))


@wrong("crm", breaks="FO-11 AC-06")
class UpdatesWhatWasInstalledBefore(OrderProgress):
    """Loses an update of what was not installed when the update was submitted."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if not (
            line.asset
            and any(line.asset == f"{x.id}-ASSET" for o in self.orders.by_ref.values() for x in o.lines.values())
        ):
            super().convert(order, line)


@wrong("crm", breaks="FO-12")
class LosesTheDependencyOnRevision(Rewriting):
    """Submits the revision of a follow-on order without its dependency."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        return replace(line, base_line=None)


@wrong("crm", breaks="FO-12")
class RevisesNoFollowOns(Supplementals):
    """Does not let a follow-on order be revised, though it says that it does."""

    def closed(self, order: CrmOrder) -> Iterator[str]:
        yield from super().closed(order)
        if any(line.asset for line in order.lines.values()):
            yield "a change order is not revised"


@wrong("crm", breaks="FO-13")
class DependsOnTheFirstOrderOnly(Projections):
    """Lets a follow-on of a follow-on depend on the first order of all."""

    def of(self, account: str, until: str | None = None, without: str | None = None) -> list[Projected]:
        found = super().of(account, until, without)
        makers = {
            f"{line.id}-ASSET": (order, line)
            for order in self.open_orders(account, until, without)
            for line in order.lines.values()
            if line.action == "Add"
        }
        return [Projected(one.asset, *makers.get(one.asset.id, (one.order, one.line))) for one in found]


@permitted("crm")
class LeavesLateRevisionsToTheOrderSystem(Supplementals):
    """Submits a revision though the order is past its point of no return, and goes by what the order system says."""

    def locked(self, order: CrmOrder, line: CrmLine) -> bool:
        return order.line_status.get(line.id) == "COMPLETE"


@permitted("crm")
class DiscardsPendingRevisionsItself(Checks):
    """Discards a pending revision of the base order when a follow-on order is submitted."""

    def pending(self, order: CrmOrder) -> Iterator[str]:
        for line in order.lines.values():
            behind = self.projections.behind(order, line)
            for stale in self.supplementals.pending(behind.order) if behind and behind.order else ():
                del self.orders.by_ref[stale.ref]
        return iter(())
