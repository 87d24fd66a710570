"""CRMs that take what is over, gone or waited for otherwise than others do, which is permitted."""

from ordertck.harness.messages import DeskShown, OrderSubmission, OrderUpdate, SubmittedLine, replace
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.crm import (
    Approval,
    CrmLine,
    CrmOrder,
    OrderProgress,
    Projections,
    Refused,
    Submissions,
)
from ordertck.harness.reference.crm.approval import ENDED
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.projections import asset_of, instant


@permitted("crm")
class OpensNothingAgain(OrderProgress):
    """Keeps an order complete, or cancelled, whatever the order system says of its lines afterwards."""

    def hear(self, update: OrderUpdate) -> None:
        order = self.orders.known(update.order)
        over = order.status if order is not None and order.status in ENDED else None
        super().hear(replace(update, status=over) if over and update.status not in ENDED else update)


@permitted("crm")
class ApprovesNothingThatIsGone(Approval):
    """Lets no supervisor approve an order about what another order has ended meanwhile."""

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        projections = self.queueing.submissions.projections
        if any(
            line.asset and line.action != "Add" and not projections.behind(order, line) for line in order.lines.values()
        ):
            raise Refused("what it is about is there no more")
        return super().approve(ref, fields)


@permitted("crm")
class ProjectsWhatWaitsBehindItsBase(Projections):
    """Projects an order that waits for what a dated order is to bring behind that order, though it has no date."""

    def open_orders(self, account: str, until: str | None, without: str | None) -> list[CrmOrder]:
        found = super().open_orders(account, until, without)
        brought = {asset_of(line): order for order in found for line in order.lines.values() if line.action == "Add"}

        def turn(order: CrmOrder) -> tuple[float, bool]:
            own = instant(order.due_date)
            bases = [instant(brought[line.asset].due_date) for line in order.lines.values() if line.asset in brought]
            latest = max([own, *bases])
            return latest, latest > own

        return sorted(found, key=turn)


@permitted("crm")
class NamesNoBaseForWhatIsComplete(Submissions):
    """Sends a line that is complete without the line that it waited for, when its order is revised."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return sent if any(line.base_line for line in sent.lines) else replace(sent, base_order=None)

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, base_line=None) if line.id in order.converted else sent
