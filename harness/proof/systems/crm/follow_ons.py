"""CRMs that go wrong over follow-on orders, and over what they project."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, LineUpdate, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.supplementals import Rewriting
from ordertck.harness.reference import crm as reference
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.guidance import Guidance
from ordertck.harness.reference.crm.projections import Projected, Projections
from ordertck.harness.reference.crm.supplementals import Supplementals


@wrong("crm", breaks="TM-03 FO-01")
class SubmitsAFollowOnAsRevision(CustomerRelations):
    """Submits a follow-on order under the number of its base order."""

    class Submissions(reference.Submissions):
        """Takes the base order's number."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            return replace(sent, order=sent.base_order, revision=2) if sent.base_order else sent


@wrong("crm", breaks="FO-01 FO-02 FO-03 FO-07 FO-10 FO-11 AC-06 TM-03")
class ProjectsNothing(CustomerRelations):
    """Shows and changes what is installed, and nothing that is still to come."""

    class Projections(Projections):
        """Sees no open orders."""

        def orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
            return []


@wrong("crm", breaks="FO-02")
class TakesTheProjectionForReal(CustomerRelations):
    """Lists among the assets what open orders will leave."""

    def assets_of(self, account: str) -> list[reference.Asset]:
        real = super().assets_of(account)
        open_lines = [
            (order, line) for order in self.orders.values() if order.submitted for line in order.lines.values()
        ]
        known = {asset.id for asset in real}
        for order, line in open_lines:
            asset = f"{line.id}-ASSET"
            if order.account == account and line.action == "Add" and asset not in known:
                real.append(
                    reference.Asset(asset, account, line.product or "", line.site, attributes=dict(line.attributes))
                )
        return real


@wrong("crm", breaks="FO-02")
class OrdersItASecondTime(CustomerRelations):
    """Submits an update of what is still to come as a further Add."""

    class Submissions(reference.Submissions):
        """Adds."""

        def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
            sent = super().line(order, line)
            return replace(sent, action="Add") if sent.base_line else sent


@wrong("crm", breaks="FO-03")
class NamesTheOrderAndNotTheLine(CustomerRelations):
    """Says on which order a follow-on order depends, and not on which line."""

    class Submissions(reference.Submissions):
        """Names no lines."""

        def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
            return None


@wrong("crm", breaks="FO-03 TM-03")
class NamesTheLineAndNotTheOrder(CustomerRelations):
    """Says on which line a follow-on order depends, and not of which order."""

    class Submissions(reference.Submissions):
        """Names no order."""

        def base_order(self, order: CrmOrder) -> str | None:
            return None


@wrong("crm", breaks="FO-03")
class LetsEveryLineDepend(CustomerRelations):
    """Says of each line of a follow-on order that it depends on the first one's base line."""

    class Submissions(reference.Submissions):
        """Names one line for all."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            first = next((line.base_line for line in sent.lines if line.base_line), None)
            return replace(sent, lines=tuple(replace(line, base_line=first) for line in sent.lines))


@wrong("crm", breaks="FO-07")
class ProjectsDraftsWithoutAWord(CustomerRelations):
    """Projects what is only entered, and warns nobody who builds on it."""

    class Projections(Projections):
        """Takes drafts for open orders."""

        def is_open(self, order: CrmOrder) -> bool:
            return order.status not in ("COMPLETE", "REFUSED")

    class Guidance(Guidance):
        """Says nothing."""

        def warnings(self, order: CrmOrder) -> Iterator[str]:
            return iter(())


@wrong("crm", breaks="FO-09")
class WarnsOfNothing(CustomerRelations):
    """Lets a user enter a follow-on order where a revision would do, without a word."""

    class Guidance(Guidance):
        """Says nothing."""

        def warnings(self, order: CrmOrder) -> Iterator[str]:
            return iter(())


@wrong("crm", breaks="FO-09")
class NeedsTheBaseToBeComplete(CustomerRelations):
    """Refuses every follow-on order to an order that is open."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        behind = [self.projections.behind(order, line) for line in order.lines.values()]
        if any(found and found.order for found in behind):
            yield "what it changes is not there yet"


@wrong("crm", breaks="FO-10")
class GoesByStaleRevisions(CustomerRelations):
    """Goes by a revision that was left lying once it is submitted, whatever came since and whoever refuses it."""

    class Supplementals(Supplementals):
        """Does not look again."""

        def objections(self, order: CrmOrder) -> Iterator[str]:
            return iter(())

    def hear_trouble(self, number: str, status: str) -> None:
        if status != "REFUSED":
            super().hear_trouble(number, status)


@wrong("crm", breaks="FO-10")
class NeverForgetsAPendingRevision(CustomerRelations):
    """Refuses a follow-on order because of a revision that was discarded."""

    discarded = False

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        self.discarded = True
        return super().discard_revision(ref, fields)

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        if self.discarded:
            yield "a revision is pending"


@wrong("crm", breaks="FO-11")
class AppliesLateNews(CustomerRelations):
    """Sets an asset back to what its order made of it whenever it hears of that order."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        super().hear_of_line(order, line, told)
        asset = self.assets.get(f"{line.id}-ASSET")
        if told.status == "COMPLETE" and asset is not None:
            self.assets.put(replace(asset, attributes=dict(line.attributes)))


@wrong("crm", breaks="FO-11 AC-06")
class UpdatesWhatWasInstalledBefore(CustomerRelations):
    """Loses an update of what was not installed when the update was submitted."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        if not (
            line.asset and any(line.asset == f"{x.id}-ASSET" for o in self.orders.values() for x in o.lines.values())
        ):
            super().convert(order, line)


@wrong("crm", breaks="FO-12")
class LosesTheDependencyOnRevision(CustomerRelations):
    """Submits the revision of a follow-on order without its dependency."""

    class Submissions(Rewriting):
        """Drops the base line."""

        def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
            return replace(line, base_line=None)


@wrong("crm", breaks="FO-12")
class RevisesNoFollowOns(CustomerRelations):
    """Does not let a follow-on order be revised, though it says that it does."""

    class Supplementals(Supplementals):
        """Knows base orders only."""

        def closed(self, order: CrmOrder) -> Iterator[str]:
            yield from super().closed(order)
            if any(line.asset for line in order.lines.values()):
                yield "a change order is not revised"


@wrong("crm", breaks="FO-13")
class DependsOnTheFirstOrderOnly(CustomerRelations):
    """Lets a follow-on of a follow-on depend on the first order of all."""

    class Projections(Projections):
        """Remembers the first that makes an asset."""

        def of(self, account: str, until: str | None = None, without: str | None = None) -> list[Projected]:
            found = super().of(account, until, without)
            makers = {
                f"{line.id}-ASSET": (order, line)
                for order in self.orders(account, until, without)
                for line in order.lines.values()
                if line.action == "Add"
            }
            return [Projected(one.asset, *makers.get(one.asset.id, (one.order, one.line))) for one in found]


@permitted("crm")
class LeavesLateRevisionsToTheOrderSystem(CustomerRelations):
    """Submits a revision though the order is past its point of no return, and goes by what the order system says."""

    class Supplementals(Supplementals):
        """Looks at completion only."""

        def locked(self, order: CrmOrder, line: CrmLine) -> bool:
            return order.line_status.get(line.id) == "COMPLETE"


@permitted("crm")
class DiscardsPendingRevisionsItself(CustomerRelations):
    """Discards a pending revision of the base order when a follow-on order is submitted."""

    class Checks(reference.Checks):
        """Makes room."""

        def pending(self, order: CrmOrder) -> Iterator[str]:
            for line in order.lines.values():
                behind = self.crm.projections.behind(order, line)
                for stale in self.crm.supplementals.pending(behind.order) if behind and behind.order else ():
                    del self.crm.orders[stale.ref]
            return iter(())
