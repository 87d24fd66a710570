"""CRMs that go by the product where something is meant for one line, one asset or one version."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, OrderSubmission, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.meeting_dates import is_put_off
from ordertck.harness.proof.systems.crm.meeting_drafts import is_for_a_supervisor
from ordertck.harness.reference.crm import (
    Approval,
    CrmLine,
    CrmOrder,
    OrderProgress,
    Projections,
    Submissions,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="FD-05", where="modify-orders+dates")
class ProjectsDatesByProduct(Projections):
    """Projects what a dated order changes on the customer's first asset of the product."""

    def open_lines(self, order: CrmOrder) -> Iterator[CrmLine]:
        firsts = {asset.product: asset.id for asset in reversed(self.assets.of(order.account or ""))}
        for line in super().open_lines(order):
            dated = order.due_date is not None and self.assets.get(line.asset) is not None
            yield replace(line, asset=firsts.get(line.product or "", line.asset)) if dated else line


@wrong("crm", breaks="FO-03", where="follow-ons+dates")
class FindsBaseLinesOfDatesByProduct(Submissions):
    """Has a dated follow-on order depend on the first line of its base order that is about the same product."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        behind = self.projections.behind(order, line)
        if order.due_date is None or behind is None or behind.order is None:
            return super().base_line(order, line)
        return next(other.id for other in behind.order.lines.values() if other.product == line.product)


@wrong("crm", breaks="AS-01", where="filled-in-data+approval")
class FillsInApprovedOrdersByProduct(OrderProgress):
    """Keeps a value that is told of an approved order with each of its lines about the same product."""

    def fill_in(self, order: CrmOrder, line: CrmLine, values: Fields) -> CrmLine:
        for other in list(order.lines.values()) if is_for_a_supervisor(self, order) else ():
            if other.product == line.product:
                order.lines[other.ref] = replace(other, attributes={**values, **other.attributes})
        return (
            super().fill_in(order, line, {})
            if is_for_a_supervisor(self, order)
            else super().fill_in(order, line, values)
        )


@wrong("crm", breaks="DD-01", where="dates+service-points")
class PutsOffServicePointsByProduct(Submissions):
    """Names one service point for all lines about the same product when an order is put off."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        if not is_put_off(order):
            return sent
        points = {line.product: line.service_point for line in sent.lines if line.service_point}
        return replace(sent, lines=tuple(replace(line, service_point=points.get(line.product)) for line in sent.lines))


@wrong("crm", breaks="SC-12", where="supplementals+approval")
class ApprovesForGood(Approval):
    """Takes the approval of an order for that of all its later versions."""

    def prepare(self) -> None:
        self.for_good: set[str] = set()

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().approve(ref, fields)
        self.for_good.add(self.orders.order(ref).id)
        return shown

    def needed(self, order: CrmOrder) -> bool:
        return super().needed(order) and not (order.revises is not None and order.id in self.for_good)
