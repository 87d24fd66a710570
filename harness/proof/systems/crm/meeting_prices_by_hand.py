"""CRMs that mistake a price by hand on a revision."""

from ordertck.harness.messages import SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmLine, CrmOrder, Submissions


@wrong("crm", breaks="PL-26", where="price-lists+supplementals+modify-orders")
class ThePriceThatWasAgreedFirst(Submissions):
    """Sends a line at the price that was entered by hand on it first."""

    def prepare(self) -> None:
        self.first: dict[str, str] = {}

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        return replace(sent, override=self.first.setdefault(line.id, sent.override)) if sent.override else sent


@wrong("crm", breaks="PL-26")
class PricesByHandOnlyWhereTheyAlter(Submissions):
    """Sends on a supplemental no price by hand that the version before had just so."""

    def line(self, order: CrmOrder, line: CrmLine) -> SubmittedLine:
        sent = super().line(order, line)
        before = order.revises.line(line.id) if order.revises is not None else None
        return replace(sent, override=None) if before and before.override == line.override else sent
