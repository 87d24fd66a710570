"""CRMs that look at one version of an order where all of it counts, or say something else than was asked."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Attachments, CrmOrder, Guidance, Screens, Supplementals
from ordertck.harness.reference.crm.projections import Projected


@wrong("crm", breaks="SU-02", where="supplementals+drafts")
class CountsTheDraftsOfOneVersion(Supplementals):
    """Looks for pending revisions of the version that the user has before him, and not of the order."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        self.looked_at = order
        return super().begin(order, ref)

    def pending(self, order: CrmOrder) -> list[CrmOrder]:
        return [other for other in super().pending(order) if other.revises is self.looked_at]


@wrong("crm", breaks="FD-11 FD-12 FD-13", switches={"order_inquiry": "on-query"})
class WarnsOfBackOfficesOnly(Guidance):
    """Warns of a back office that gave no answer, and of nothing else."""

    def before_others(self, order: CrmOrder) -> Iterator[str]:
        return iter(())


@wrong("crm", breaks="DD-01", switches={"date_precision": "day"})
class ProjectsTheFirstDay(Screens):
    """Shows beside a projected asset the day of the order's first version, though it was put off."""

    def projected_row(self, projected: Projected) -> dict[str, str]:
        first = projected.order
        while first is not None and first.revises is not None:
            first = first.revises
        row = super().projected_row(projected)
        return {**row, "due_date": first.due_date} if first is not None and first.due_date else row


@wrong("crm", breaks="SC-10", where="supplementals+drafts")
class LosesPapersWithADraft(Attachments):
    """Throws the papers of an order away with a revision of it that is discarded."""

    def shown(self, ref: str) -> DeskShown | None:
        shown, order = super().shown(ref), self.orders.order(ref)
        there = sum(len(version.revisions) for version in self.orders.versions(order.id))
        return replace(shown, rows=()) if shown is not None and order.numbers.revisions > there else shown
