"""CRMs that revise new orders well, and go wrong where a revised order changes something, is dated or is urgent."""

from collections.abc import Iterator

from ordertck.harness.messages import SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Rewriting
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    OrderProgress,
    Projections,
    Queueing,
    Submissions,
    Supplementals,
)
from ordertck.harness.reference.crm.projections import instant


def versions(order: CrmOrder) -> list[CrmOrder]:
    """The versions of an order up to this one, the first one first."""
    earlier = versions(order.revises) if order.revises is not None else []
    return [*earlier, order]


@wrong("crm", breaks="FO-03")
class ProjectsTheFirstVersion(Projections):
    """Projects an open order as it was submitted first, with the values of its revisions and without new lines."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        first = versions(order)[0]
        return (line for line in super().open_lines(order) if first.line(line.id) is not None or line.asset)


@wrong("crm", breaks="FO-03", where="supplementals+follow-ons")
class DependsOnLinesOfTheFirstVersion(Submissions):
    """Names no base line where that came with a revision."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        behind, named = self.projections.behind(order, line), super().base_line(order, line)
        first = versions(behind.order)[0] if behind and behind.order else None
        return named if first is None or first.line(named) is not None else None


@wrong("crm", breaks="FO-12", where="supplementals+follow-ons")
class DependsByPlaceOnRevisions(Rewriting):
    """Gives each line of a revised follow-on order the base line that stood in its place before."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        before = list(order.revises.lines.values()) if order.revises else []
        place = [known.id for known in order.lines.values()].index(line.id) if order.line(line.id) else len(before)
        named = self.base_line(order, before[place]) if line.base_line and place < len(before) else line.base_line
        return replace(line, base_line=named)


@wrong("crm", breaks="FO-12", where="supplementals+follow-ons")
class DependsOnWhatTheFirstLineDid(Rewriting):
    """Says of all lines of a revised follow-on order that they wait for the first base line of the version before."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        before = order.revises.lines.values() if order.revises else ()
        named = [found for known in before if (found := self.base_line(order, known))]
        return replace(line, base_line=named[0]) if line.base_line and named else line


class _PuttingBack(Rewriting):
    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        earlier = versions(order)[:-1]
        dropped = all(known.asset != line.asset for known in earlier[-1].lines.values())
        first = [x for version in earlier for x in version.lines.values() if x.asset == line.asset]
        return self.put_back(line, first[0]) if line.asset and dropped and first else line

    def put_back(self, line: SubmittedLine, first: CrmLine) -> SubmittedLine:
        """A change that an earlier revision had withdrawn, as it is sent."""
        return replace(line, attributes=first.attributes)


@wrong("crm", breaks="MO-06", where="supplementals+modify-orders")
class PutsBackWhatWasWithdrawn(_PuttingBack):
    """Sends a change that was withdrawn and is wanted again as it was at first."""


@wrong("crm", breaks="MO-06", where="supplementals+modify-orders")
class LeavesWithdrawnChangesAlone(_PuttingBack):
    """Sends a change that was withdrawn and is wanted again as an unchanged line."""

    def put_back(self, line: SubmittedLine, first: CrmLine) -> SubmittedLine:
        return replace(line, action="-")


class _AppliesEarlierVersions(OrderProgress):
    action = ""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        for version in versions(order)[:-1]:
            for other in version.lines.values():
                if other.action == self.action == line.action and order.line(other.id) is None:
                    super().convert(order, other)
        super().convert(order, line)


@wrong("crm", breaks="AC-07", where="supplementals+service-changes")
class SuspendsWhatWasWithdrawn(_AppliesEarlierVersions):
    """Suspends in its own books what any version of an order said, once the order gets on."""

    action = "Suspend"


@wrong("crm", breaks="AC-07", where="supplementals+service-changes")
class SuspendsByPlace(OrderProgress):
    """Suspends in its own books what stood in the line's place when the order was submitted first."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        first = list(versions(order)[0].lines.values())
        place = list(order.lines.values()).index(line)
        super().convert(order, replace(line, asset=first[place].asset) if line.action == "Suspend" else line)


@wrong("crm", breaks="AC-02", where="supplementals+service-changes")
class MovesToTheFirstAddress(OrderProgress):
    """Moves an asset in its own books to the address that the order's first version said."""

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        first = versions(order)[0].line(line.id)
        super().convert(order, replace(line, site=first.site) if first and line.action == "Move-Add" else line)


@wrong("crm", breaks="AC-02", where="supplementals+service-changes")
class SendsTheHalfThatWasChanged(Rewriting):
    """Sends the revision of a move with the half whose address is another, and the other half unchanged."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        before = order.revises.line(line.id) if order.revises else None
        same = before is not None and before.site == line.site and line.action == "Move-Delete"
        return replace(line, action="-") if same else line


class _Points(Rewriting):
    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        before = order.revises.line(line.id) if order.revises else None
        kept = before is not None and before.service_point and before.price_list == line.price_list
        return replace(line, service_point=before.service_point) if before and kept else line


@wrong("crm", breaks="SP-01", where="supplementals+service-points")
class KeepsTheFirstServicePoint(_Points):
    """Sends a line of a revision with the service point that it had before."""


@wrong("crm", breaks="SP-01", where="supplementals+service-points")
class MovesEqualLinesToThePoint(Rewriting):
    """Sends all lines of a product to the service point that a revision says for one of them."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        for other in order.lines.values():
            before = order.revises.line(other.id) if order.revises else None
            if before and other.product == line.product and before.service_point != other.service_point:
                return replace(line, service_point=other.service_point)
        return line


@wrong("crm", breaks="DD-01", where="supplementals+dates")
class BeginsEachRevisionOnTheFirstDate(Supplementals):
    """Begins a revision with the due date that the order had at first."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        new.due_date = versions(new)[0].due_date
        return new


@wrong("crm", breaks="DD-01", where="supplementals+dates")
class BeginsLaterRevisionsWithoutDate(Supplementals):
    """Begins a second revision without a due date."""

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new = super().begin(order, ref)
        new.due_date = new.due_date if len(versions(new)) < 3 else None
        return new


@wrong("crm", breaks="FD-12", where="supplementals+dates")
class ProjectsByTheFirstDate(Projections):
    """Projects the orders for an asset in the order of the dates that they had at first."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        found = super().open_orders(account, until, without)
        return sorted(found, key=lambda order: instant(versions(order)[0].due_date))


@wrong("crm", breaks="FD-12", where="supplementals+dates")
class ProjectsRevisedOrdersFirst(Projections):
    """Takes an order whose date was revised for the first of several for an asset."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        found = super().open_orders(account, until, without)
        return sorted(found, key=lambda order: order.revises is None or order.revises.due_date == order.due_date)


class _Priorities(Queueing):
    def queue(self, order: CrmOrder) -> None:
        known = self.submissions.priorities
        named = [version.priority for version in versions(order) if version.priority]
        if named and len(versions(order)) > 2:
            order.priority = self.chosen(sorted(named, key=lambda name: known[name]), named)
        super().queue(order)

    def chosen(self, by_height: list[str], in_turn: list[str]) -> str:
        """Which of the priorities of an order's versions is sent with the last of them."""
        return by_height[-1]


@wrong("crm", breaks="PR-09", where="supplementals+priorities")
class NeverLowersAPriority(_Priorities):
    """Sends a revision with the highest priority that any version of the order had."""


@wrong("crm", breaks="PR-09", where="supplementals+priorities")
class KeepsThePriorityOfTheFirstRevision(_Priorities):
    """Sends a second revision with the priority of the first one."""

    def chosen(self, by_height: list[str], in_turn: list[str]) -> str:
        return in_turn[-2]
