"""CRMs that keep a rule as long as no second one meets it on the same order."""

from ordertck.harness.messages import OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmLine, CrmOrder, Submissions, Submitting, Supplementals


@wrong("crm", breaks="PL-25")
class GivesBlankComponentsTheListOfTheFirstLine(Submissions):
    """Sends blank components of a supplemental on the list that this supplemental gives to the first line."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent, first = super().line(order, line), next(iter(order.lines.values()))
        before = order.revises.line(first.id) if order.revises is not None else None
        if before is None or not line.parent or before.price_list == first.price_list:
            return sent
        return replace(sent, price_list=sent.price_list or first.price_list)


@wrong("crm", breaks="FD-02", where="follow-ons+modify-orders+dates")
class DatesFollowOnsLikeTheChangeBefore(Submissions):
    """Sends a follow-on order with the date of the change that it builds on, once that is locked."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        behind = [self.projections.behind(order, line) for line in order.lines.values()]
        bases = [found.order for found in behind if found and found.order and found.order.due_date]
        locked = [base for base in bases if any(base.milestones.values())]
        changes = [base for base in locked if all(line.action == "Update" for line in base.lines.values())]
        return replace(sent, due_date=changes[0].due_date) if changes and sent.due_date else sent


@wrong("crm", breaks="PL-26", where="price-lists+supplementals+modify-orders")
class MovesTheFirstLineWithTheOneThatMoves(Submissions):
    """Sends on a supplemental to a modify order every line on the list to which a later one moves."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent, before = super().line(order, line), order.revises
        if before is None or sent.override is None or sent.action != "Update":
            return sent
        known = {other.id: before.line(other.id) for other in order.lines.values()}
        moved = [
            other.price_list
            for other in order.lines.values()
            if (was := known[other.id]) is not None and was.price_list != other.price_list
        ]
        stays = next(iter(order.lines.values())).price_list not in moved
        return replace(sent, price_list=moved[0]) if moved and stays else sent


@wrong("crm", breaks="PL-26", where="price-lists+supplementals+modify-orders")
class PricesAlteredLinesAnew(Submissions):
    """Sends a line of a modify order without its price by hand once a supplemental alters what it is to be."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        before = order.revises.line(line.id) if order.revises is not None else None
        same = before is None or before.attributes == line.attributes or before.override != line.override
        return sent if same or line.action != "Update" else replace(sent, override=None)


@wrong("crm", breaks="PR-01", where="service-changes+priorities")
class HurriesSuspensionsThatCanWait(Submitting):
    """Submits an order that only suspends with Medium where somebody picked Low for it."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        super().choose_priority(order, priority)
        if order.priority == "Low" and all(line.action == "Suspend" for line in order.lines.values()):
            order.priority = "Medium"


@wrong("crm", breaks="SU-01", where="supplementals+drafts")
class GoesOnFromWhatWasDiscarded(Supplementals):
    """Begins a revision with the attributes that the revision before had, though that one was discarded."""

    def prepare(self) -> None:
        self.begun: dict[str, CrmOrder] = {}

    def begin(self, order: CrmOrder, ref: str) -> CrmOrder:
        new, before = super().begin(order, ref), self.begun.get(order.id)
        if before is not None and not before.submitted:
            for line in before.lines.values():
                known = new.line(line.id)
                if known is not None:
                    new.lines[known.ref] = replace(known, attributes=line.attributes)
        self.begun[order.id] = new
        return new
