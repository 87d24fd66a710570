"""CRMs that forget something in a breakdown of their own, or do it again."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from ordertck.harness.messages import Message
from ordertck.harness.proof.breakdowns import Forgetful, MemoryOnly, SaysAgain
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.styles import FollowsOnPastThePointOnly
from ordertck.harness.reference.crm import CustomerRelations, Parts
from ordertck.harness.reference.crm.approval import AWAITED
from ordertck.harness.reference.crm.assets import Asset
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder


class _Forgets(Forgetful, CustomerRelations):
    """A CRM that comes back otherwise than it went."""

    def drafts(self) -> Iterator[CrmOrder]:
        """The orders, quotes and supplementals that were not submitted yet."""
        return (order for order in self.orders.by_ref.values() if not order.submitted)

    def with_each(self, alter: Callable[[CrmLine], CrmLine]) -> list[Message]:
        """Alter every line of every draft; nothing is said at that."""
        for order in self.drafts():
            order.lines = {ref: alter(line) for ref, line in order.lines.items()}
        return []

    def all_assets(self) -> list[Asset]:
        """The assets of every account."""
        return [asset for account in self.shared.accounts for asset in self.assets.of(account)]


@wrong("crm", breaks="RV-03 PL-13 SU-02", where="drafts+restarts")
class RemembersNothing(MemoryOnly, CustomerRelations):
    """Keeps everything in its memory, and nothing else."""


@permitted("crm")
class SendsAgainUnderTheSameId(SaysAgain, CustomerRelations):
    """Sends what it sent before once more after a breakdown, to be sure, under the ids that it had."""


@wrong("crm", breaks="PL-13", where="price-lists+bundles+restarts")
class ForgetsComponentsOfDrafts(_Forgets):
    """Knows drafts after a breakdown by their top lines."""

    def after_breakdown(self) -> list[Message]:
        for order in self.drafts():
            order.lines = {ref: line for ref, line in order.lines.items() if line.parent is None}
        return []


@wrong("crm", breaks="PL-13", where="price-lists+bundles+restarts")
class ForgetsListsOfLines(_Forgets):
    """Knows the lines of drafts after a breakdown, and not the price lists that users gave them."""

    def after_breakdown(self) -> list[Message]:
        return self.with_each(lambda line: replace(line, price_list=None))


@wrong("crm", breaks="RV-03", where="drafts+restarts")
class GoesBackToTheFirstRevision(_Forgets):
    """Keeps an order as it was entered first where it outlives a breakdown."""

    def after_breakdown(self) -> list[Message]:
        for order in self.drafts():
            while order.superseded:
                order.discard_revision()
        return []


@wrong("crm", breaks="RV-03", where="dates+drafts+restarts")
class ForgetsDatesOfDrafts(_Forgets):
    """Knows drafts after a breakdown, and not when they are due."""

    def after_breakdown(self) -> list[Message]:
        for order in self.drafts():
            order.due_date = None
        return []


@wrong("crm", breaks="SC-12", where="approval+restarts")
class ApprovesInABreakdown(_Forgets):
    """Queues after a breakdown all that was submitted before it."""

    def after_breakdown(self) -> list[Message]:
        for order in list(self.orders.by_ref.values()):
            if order.status == AWAITED:
                self.queueing.queue(order)
        return self.outbox.emptied()


@wrong("crm", breaks="SC-12", where="approval+restarts")
class ForgetsWhatWaitsForApproval(_Forgets):
    """Takes an order that waited for a supervisor for one that went on."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.by_ref.values():
            if order.status == AWAITED:
                order.status = "OPEN"
        return []


@wrong("crm", breaks="SU-02", where="supplementals+restarts")
class ForgetsSupplementals(_Forgets):
    """Has the submitted version only after a breakdown of an order that a user had begun to revise."""

    def after_breakdown(self) -> list[Message]:
        for order in self.drafts():
            if order.revises is not None:
                order.lines = dict(order.revises.lines)
        return []


@wrong("crm", breaks="PR-09", where="priorities+approval+restarts")
class ForgetsPrioritiesOfWhatWaits(_Forgets):
    """Knows after a breakdown what waits for a supervisor, and not how urgent it is."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.by_ref.values():
            if order.status == AWAITED:
                order.priority = None
        return []


@wrong("crm", breaks="AS-01", where="failures+restarts")
class GivesUpWhatFailedInABreakdown(_Forgets):
    """Takes an order that had fallen out before a breakdown for one that will not be fulfilled."""

    lost: frozenset[str] = frozenset()

    def after_breakdown(self) -> list[Message]:
        self.lost = frozenset(order.id for order in self.orders.by_ref.values() if order.status == "FAILED")
        return []

    def take(self, message: Message) -> None:
        if message.kind not in ("order-update", "fallout") or message.body["order"] not in self.lost:
            super().take(message)


@wrong("crm", breaks="AS-01", where="redelivery+restarts")
class MakesAssetsAgain(_Forgets):
    """Does not know after a breakdown which lines had become assets."""

    broken = False

    def after_breakdown(self) -> list[Message]:
        self.broken = True
        for asset in self.all_assets():
            self.assets.put(replace(asset, id=f"{asset.id}-BEFORE"))
        for order in self.orders.by_ref.values():
            order.line_status.clear()
        return []


@wrong("crm", breaks="AS-01", where="filled-in-data+restarts")
class ForgetsFilledInValues(_Forgets):
    """Knows the lines of open orders after a breakdown as they were entered."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.by_ref.values():
            order.lines = {
                ref: replace(line, attributes={n: v for n, v in line.attributes.items() if n != "upload"})
                for ref, line in order.lines.items()
            }
        return []


@wrong("crm", breaks="FO-02", where="cancellation+restarts")
class ForgetsCancelsInABreakdown(_Forgets):
    """Takes an order that was cancelled before a breakdown for an open one."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.by_ref.values():
            if order.status == "CANCELLED":
                order.status = "OPEN"
        return []


@wrong("crm", breaks="FO-03", where="points-of-no-return+follow-ons+restarts")
class ForgetsOpenOrders(_Forgets):
    """Does not know after a breakdown which orders are open, so that nothing can follow them."""

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.by_ref.values():
            if order.submitted:
                order.status = "COMPLETE"
        return []


@wrong("crm", breaks="FO-03", where="points-of-no-return+follow-ons+restarts")
class ForgetsMilestones(_Forgets):
    """Does not know after a breakdown what is past its point of no return, and lets no order follow it."""

    parts = Parts(submitting=FollowsOnPastThePointOnly)

    def after_breakdown(self) -> list[Message]:
        for order in self.orders.by_ref.values():
            order.milestones.clear()
        return []


@wrong("crm", breaks="MO-02", where="modify-orders+restarts")
class FindsAssetsByProductAfterABreakdown(_Forgets):
    """Knows after a breakdown what an order changes, and not which one of it."""

    def after_breakdown(self) -> list[Message]:
        assets = self.all_assets()

        def first(line: CrmLine) -> CrmLine:
            same = [asset.id for asset in assets if asset.product == line.product]
            return replace(line, asset=same[0]) if line.asset and same else line

        return self.with_each(first)


@wrong("crm", breaks="AC-08", where="service-changes+restarts")
class TakesAllForActive(_Forgets):
    """Takes every service for active after a breakdown."""

    def after_breakdown(self) -> list[Message]:
        for asset in self.all_assets():
            self.assets.put(replace(asset, status="Active"))
        return []


@wrong("crm", breaks="SP-01", where="service-points+restarts")
class ForgetsServicePointsOfDrafts(_Forgets):
    """Knows the lines of drafts after a breakdown, and not where they are connected."""

    def after_breakdown(self) -> list[Message]:
        return self.with_each(lambda line: replace(line, service_point=None))
