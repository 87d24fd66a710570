"""CRMs that know drafts, approval, priorities and values by themselves, and go wrong where two of these meet."""

from ordertck.harness.messages import DeskShown, LineUpdate, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.meeting_follow_ons import Repeats
from ordertck.harness.reference.crm import (
    Approval,
    CrmLine,
    CrmOrder,
    OrderEntry,
    OrderProgress,
    Queueing,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


def is_for_a_supervisor(submissions: Submissions | OrderProgress, order: CrmOrder) -> bool:
    """Whether an order has a line for a supervisor."""
    products = (submissions.catalogue.products.get(line.product or "") for line in order.lines.values())
    return any(product is not None and product.approval for product in products)


def forget_what_was_filled_in(submitting: Submitting, order: CrmOrder) -> None:
    """Leave of the lines of an order what users can enter."""
    for line in list(order.lines.values()):
        product = submitting.catalogue.products.get(line.product or "")
        entered = {n: v for n, v in line.attributes.items() if product is None or n in product.attributes}
        order.lines[line.ref] = replace(line, attributes=entered)


@wrong("crm", breaks="PR-09", where="priorities+failures")
class KeepsThePriorityOfWhatFellOut(Submitting):
    """Submits the revision of an order that fell out with the priority of the version before."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        before = order.revises
        fell_out = before is not None and before.status == "FAILED"
        super().choose_priority(order, before.priority if before is not None and fell_out else priority)


@wrong("crm", breaks="TM-02", where="priorities+filled-in-data")
class RaisesThePriorityOfWhatWasEntered(Submitting):
    """Makes a more urgent revision of what users entered, without what was filled in since."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        raised = order.revises is not None and priority not in (None, order.revises.priority)
        super().choose_priority(order, priority)
        if raised:
            forget_what_was_filled_in(self, order)


@wrong("crm", breaks="PR-09", where="supplementals+priorities+approval")
class KeepsThePriorityOfWhatWasApproved(Submitting):
    """Submits a revision that is for a supervisor with the priority of the version before."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        before = order.revises if self.approval.needed(order) else None
        super().choose_priority(order, before.priority if before is not None else priority)


@wrong("crm", breaks="PR-01", where="priorities+approval")
class ForgetsThePriorityWhileItWaits(Queueing):
    """Queues an order that a supervisor has approved with the usual priority."""

    def queue(self, order: CrmOrder) -> None:
        if is_for_a_supervisor(self.submissions, order):
            order.priority = "Medium"
        super().queue(order)


@wrong("crm", breaks="PR-01", where="priorities+drafts")
class KeepsThePriorityOfTheFirstDraft(Submitting):
    """Does not take a new priority for an order that was revised before its submission."""

    def choose_priority(self, order: CrmOrder, priority: str | None) -> None:
        kept = order.superseded and order.revises is None and order.priority
        super().choose_priority(order, order.priority if kept else priority)


@wrong("crm", breaks="AS-01", where="filled-in-data+service-points")
class FillsInTheServicePoint(OrderProgress):
    """Keeps a value that is told of a line with the service point that the line names."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        point = self.assets.get(line.service_point)
        if point is None:
            return super().fill_in(order, line, values)
        self.assets.put(replace(point, attributes={**point.attributes, **values}))
        return line


@wrong("crm", breaks="AS-01", where="filled-in-data+approval")
class KeepsApprovedOrdersAsTheyWereApproved(OrderProgress):
    """Lets nothing be filled in on an order that a supervisor has approved."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        return line if is_for_a_supervisor(self, order) else super().fill_in(order, line, values)


@wrong("crm", breaks="AS-01", where="filled-in-data+redelivery")
class TakesARepeatedValueForAnotherLine(OrderProgress):
    """Makes an asset of its own of a number that is told a second time."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        again = any(line.attributes.get(name) == value for name, value in values.items())
        filled = super().fill_in(order, line, values)
        if again and order.line_status.get(line.id) != "COMPLETE":
            self.assets.follow(replace(filled, id=f"{line.id}-again"), order.account or "")
        return filled


@wrong("crm", breaks="TM-02", where="supplementals+failures+filled-in-data")
class TellsTheLatestVersionsOnly(OrderProgress):
    """Keeps what is told of a line from the version that counted before, which counts again after a refusal."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        before = order.revises.line(line.id) if order.revises is not None else None
        filled = super().fill_in(order, line, values)
        if before is not None and order.revises is not None:
            order.revises.lines[before.ref] = before
        return filled


@wrong("crm", breaks="SC-12", switches={"approval_comes": "before-submission"}, where="approval+drafts")
class KeepsTheApprovalOfTheDraftBefore(OrderEntry):
    """Takes a further revision of a draft for approved, since the one before was."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        approved = order.approved and bool(order.superseded)
        shown = super().enter_line(ref, fields)
        order.approved = order.approved or approved
        return shown


@wrong("crm", breaks="TM-02", where="filled-in-data+drafts")
class TellsTheSubmittedVersionOnly(OrderProgress):
    """Keeps what is told of a line from the revision that a user has begun."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        line = order.lines[line.ref] = replace(line, attributes={**line.attributes, **values})
        return line


@wrong("crm", breaks="RV-03", where="service-changes+drafts")
class SubmitsDeletionsOfEarlierDrafts(Submissions):
    """Submits a deletion that stood in an earlier draft only."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        named = {line.id for line in sent.lines}
        drafts = [line for draft in order.superseded.values() for line in draft.lines.values()]
        left = {line.id: line for line in drafts if line.action == "Delete" and line.id not in named}
        return replace(sent, lines=(*sent.lines, *(self.line(order, line) for line in left.values())))


@wrong("crm", breaks="SP-01", where="service-points+drafts")
class GivesNewLinesTheServicePointOfTheFirst(OrderEntry):
    """Gives a line that is added to a revised draft the service point of the first line."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields["order"])
        new = ref not in order.lines and order.superseded
        shown = super().enter_line(ref, fields)
        first = next(iter(order.lines.values()))
        if new and order.lines[ref].service_point is None:
            order.lines[ref] = replace(order.lines[ref], service_point=first.service_point)
        return shown


@wrong("crm", breaks="SP-01", where="service-points+approval")
class LosesServicePointsInApproval(Submissions):
    """Queues an order that a supervisor has approved without its service points."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, service_point=None) if is_for_a_supervisor(self, order) else sent


@wrong("crm", breaks="SP-01", where="service-points+redelivery")
class EndsTheServicePointTheSecondTime(Repeats):
    """Takes the second message that a service has ended for the end of its service point."""

    def repeats(self, order: CrmOrder, line: CrmLine) -> bool:
        for asset in self.assets.of(order.account or "") if line.action == "Delete" else ():
            if asset.product == "Service Point":
                self.assets.put(replace(asset, status="Inactive"))
        return False


@wrong("crm", breaks="SC-12", where="approval+drafts")
class JudgesByTheFirstDraft(Approval):
    """Has a supervisor look at an order if its first draft was one for a supervisor."""

    def needed(self, order: CrmOrder) -> bool:
        return super().needed(order.superseded[min(order.superseded)] if order.superseded else order)


@wrong("crm", breaks="SC-12", where="approval+drafts")
class HoldsUpWhatWasOnceForASupervisor(Approval):
    """Has a supervisor look at an order if any of its drafts was one for a supervisor."""

    def needed(self, order: CrmOrder) -> bool:
        drafts = (order, *order.superseded.values())
        return any(super(HoldsUpWhatWasOnceForASupervisor, self).needed(draft) for draft in drafts)


@wrong("crm", breaks="PN-04", where="redelivery+drafts")
class AppliesRepeatedNewsToTheRevision(OrderProgress):
    """Takes a completion that is told again for that of the revision which a user has begun."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        again = order.line_status.get(line.id) == told.status == "COMPLETE"
        super().hear_of_line(order, line, told)
        for version in self.orders.versions(order.id) if again else ():
            begun = version.line(line.id)
            if not version.submitted and begun is not None:
                self.convert(order, begun)
