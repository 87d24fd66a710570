"""CRMs that submit a hundred lines of an order, or compare revision numbers as texts."""

from ordertck.harness.messages import OrderSubmission, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmOrder, OrderProgress, Submissions
from ordertck.harness.reference.crm.accounts_and_orders import OrderBook


@wrong("crm", breaks="OM-01")
class SubmitsAHundredLines(Submissions):
    """Submits the first hundred lines of an order."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        return replace(sent, lines=sent.lines[:100])


@wrong("crm", breaks="RV-02")
class SubmitsTheLastRevisionByText(Submissions):
    """Submits what the last revision says, where 9 comes after 10."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        latest = max((order, *order.superseded.values()), key=lambda known: str(known.revision))
        return replace(super().of(latest), id=f"{order.id}/{order.revision}", revision=order.revision)


class _NewestByText(OrderBook):
    def known(self, number: str) -> CrmOrder | None:
        submitted = [order for order in self.versions(number) if order.submitted]
        return max(submitted, key=lambda order: str(order.revision), default=super().known(number))


@wrong("crm", breaks="AS-01")
class FollowsTheLastRevisionByText(OrderProgress):
    """Makes the assets of the revision whose number comes last as a text: of 9 and 10, that of 9."""

    def prepare(self) -> None:
        self.orders = _NewestByText(self.orders.by_ref, self.orders.begun)
