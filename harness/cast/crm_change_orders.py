"""CRMs that go wrong over supplemental and follow-on orders, and over what they project."""

from collections.abc import Iterator
from dataclasses import replace

from ordertck.harness.cast.casting import permitted, wrong
from ordertck.harness.messages import DeskShown, LineUpdate, OrderSubmission, SubmittedLine
from ordertck.harness.reference import crm as reference
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, Refused
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.guidance import Guidance
from ordertck.harness.reference.crm.projections import Projected, Projections
from ordertck.harness.reference.crm.supplementals import Supplementals


@wrong("crm", breaks="SU-01 TM-02")
class KnowsNoSupplementals(CustomerRelations):
    """Does not let a submitted order be revised."""

    class Supplementals(Supplementals):
        """Begins none."""

        def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
            raise Refused("the order is submitted")


@wrong("crm", breaks="SU-01")
class RevisesWhatIsComplete(CustomerRelations):
    """Lets a complete order be revised, and takes the revision for what the customer has."""

    class Supplementals(Supplementals):
        """Is open to everything."""

        def closed(self, order: CrmOrder) -> Iterator[str]:
            return iter(())

    def hear_trouble(self, number: str, status: str) -> None:
        """Passes over refusals."""


@wrong("crm", breaks="SU-01")
class SubmitsDraftsToRevise(CustomerRelations):
    """Submits a draft when a user begins to revise it."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().revise_order(ref, fields)
        order = self.order(ref)
        if order.revises is None:
            self.queue(order)
        return shown


@wrong("crm", breaks="SU-02")
class AllowsAnyNumberOfSupplementals(CustomerRelations):
    """Lets a user begin a supplemental while another is pending."""

    class Supplementals(Supplementals):
        """Sees none pending."""

        def pending(self, order: CrmOrder) -> list[CrmOrder]:
            return []


@wrong("crm", breaks="SU-02")
class AllowsOneSupplementalForAll(CustomerRelations):
    """Allows a single pending supplemental in the whole system."""

    class Supplementals(Supplementals):
        """Counts those of every order."""

        def pending(self, order: CrmOrder) -> list[CrmOrder]:
            return [other for other in self.crm.orders.values() if other.revises is not None and not other.submitted]


@wrong("crm", breaks="SU-02")
class AllowsOneSupplementalEver(CustomerRelations):
    """Allows one supplemental an order, and no other after it."""

    class Supplementals(Supplementals):
        """Counts submitted ones too."""

        def pending(self, order: CrmOrder) -> list[CrmOrder]:
            return [other for other in self.crm.orders.values() if other.id == order.id and other.revises is not None]


@wrong("crm", breaks="SU-02")
class RemembersDiscardedSupplementals(CustomerRelations):
    """Counts a supplemental that was discarded as pending."""

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        shown = super().discard_revision(ref, fields)
        self.orders.setdefault(ref, order)
        return shown


@wrong("crm", breaks="SU-02")
class SubmitsEveryEditOfASupplemental(CustomerRelations):
    """Submits a supplemental each time that it is revised before its submission."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        if order.revises is not None and not order.submitted:
            self.queue(order)
        return super().revise_order(ref, fields)


@wrong("crm", breaks="TM-02 SU-01")
class NumbersSupplementalsAnew(CustomerRelations):
    """Submits a supplemental under an order number of its own."""

    class Submissions(reference.Submissions):
        """Makes another number."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            return replace(sent, order=f"{sent.order}-{sent.revision}") if order.revises is not None else sent


class _Rewriting(reference.Submissions):
    """Changes the lines of supplementals; ``rewritten`` says how."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        """What becomes of a line."""
        return line

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        if order.revises is None:
            return sent
        return replace(sent, lines=tuple(self.rewritten(order, line) for line in sent.lines))


@wrong("crm", breaks="SU-13")
class TurnsAddIntoUpdate(CustomerRelations):
    """Says Update on each altered line of a supplemental."""

    class Submissions(_Rewriting):
        """Says what is new."""

        def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
            return replace(line, action="Update") if line.action == "Add" else line


@wrong("crm", breaks="SU-13")
class GivesRevisedLinesNewIds(CustomerRelations):
    """Gives the lines of a supplemental ids of their own."""

    class Submissions(_Rewriting):
        """Makes other ids."""

        def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
            return replace(line, id=f"{line.id}-{order.revision}")


@wrong("crm", breaks="SU-13 SU-02")
class SubmitsTheVersionBefore(CustomerRelations):
    """Submits a supplemental with the lines of the version that it revises."""

    class Submissions(reference.Submissions):
        """Takes the earlier lines."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            return replace(sent, lines=super().of(order.revises).lines) if order.revises is not None else sent


@wrong("crm", breaks="PN-04")
class TakesARefusedRevisionForGood(CustomerRelations):
    """Goes by a revision though the order system refused it, and sees nothing of points of no return itself."""

    class Supplementals(Supplementals):
        """Locks nothing."""

        def locked(self, order: CrmOrder, line: CrmLine) -> bool:
            return False

    def hear_trouble(self, number: str, status: str) -> None:
        if status != "REFUSED":
            super().hear_trouble(number, status)


@wrong("crm", breaks="PN-04")
class ClosesTooEarly(CustomerRelations):
    """Lets no order be revised of which anything was done."""

    class Supplementals(Supplementals):
        """Locks at the first milestone."""

        def locked(self, order: CrmOrder, line: CrmLine) -> bool:
            return bool(order.milestones.get(line.id)) or super().locked(order, line)


@wrong("crm", breaks="PR-09")
class KeepsTheFirstPriority(CustomerRelations):
    """Submits a revision with the priority that the order had first."""

    class Submissions(reference.Submissions):
        """Goes by the version before."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            return replace(sent, priority=order.revises.priority) if order.revises is not None else sent


@wrong("crm", breaks="PR-09")
class SubmitsWithoutPriority(CustomerRelations):
    """Leaves the priority off the queue's message."""

    class Submissions(reference.Submissions):
        """Knows no table 8-5."""

        def queue_priority(self, priority: str | None) -> int | None:
            return None


@wrong("crm", breaks="TM-01")
class CallsDraftsOpen(CustomerRelations):
    """Shows a draft as open."""

    class Screens(reference.Screens):
        """Knows no drafts."""

        def order(self, order: CrmOrder) -> DeskShown:
            shown = super().order(order)
            status = shown.fields["status"]
            return replace(shown, fields={**shown.fields, "status": "OPEN" if status == "DRAFT" else status})


@wrong("crm", breaks="TM-01")
class NeverClosesAnOrder(CustomerRelations):
    """Shows an order as open after it is complete."""

    class Screens(reference.Screens):
        """Knows open orders only."""

        def order(self, order: CrmOrder) -> DeskShown:
            shown = super().order(order)
            status = shown.fields["status"]
            return replace(shown, fields={**shown.fields, "status": "OPEN" if status == "COMPLETE" else status})


@wrong("crm", breaks="TM-03 FO-01")
class SubmitsAFollowOnAsRevision(CustomerRelations):
    """Submits a follow-on order under the number of its base order."""

    class Submissions(reference.Submissions):
        """Takes the base order's number."""

        def of(self, order: CrmOrder) -> OrderSubmission:
            sent = super().of(order)
            return replace(sent, order=sent.base_order, revision=2) if sent.base_order else sent


class _Calling(reference.Screens):
    called = ""

    def is_meant(self, order: CrmOrder) -> bool:
        """Whether this order is called something else than it is."""
        return False

    def category(self, order: CrmOrder) -> str:
        return "new order" if self.is_meant(order) else super().category(order)


@wrong("crm", breaks="TM-07")
class CountsNoSupplementals(CustomerRelations):
    """Does not count a supplemental order among the change orders."""

    class Screens(_Calling):
        """Means supplementals."""

        def is_meant(self, order: CrmOrder) -> bool:
            return order.revises is not None


@wrong("crm", breaks="TM-07")
class CountsOnlySupplementals(CustomerRelations):
    """Counts supplemental orders as change orders, and no others."""

    class Screens(_Calling):
        """Means all others."""

        def is_meant(self, order: CrmOrder) -> bool:
            return order.revises is None


@wrong("crm", breaks="TM-07")
class CountsEveryOrder(CustomerRelations):
    """Calls every order a change order."""

    class Screens(reference.Screens):
        """Knows one category."""

        def category(self, order: CrmOrder) -> str:
            return "change order"


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

    class Submissions(_Rewriting):
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
