"""CRMs whose desk refuses early what others refuse late, or wait for a button or a policy where others do not."""

from collections.abc import Iterator
from functools import partial

from ordertck.harness.messages import DeskShown
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    OrderProgress,
    Parts,
    RecordEntry,
    Refused,
    Sending,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Acts, Fields


@permitted("crm")
class KeepsLockedLinesAsTheyAre(OrderEntry):
    """Refuses a change of a line past its point of no return as soon as it is entered, and takes the other changes."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        known = order.lines.get(ref)
        shown = super().enter_line(ref, fields)
        if known is not None and self.is_held(order, known) and order.lines[ref] != known:
            order.lines[ref] = known
            raise Refused(f"line {known.number} is past its point of no return")
        return shown

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        known = order.lines.get(ref)
        if known is not None and self.is_held(order, known):
            raise Refused(f"line {known.number} is past its point of no return")
        return super().discard_line(ref, fields)

    def is_held(self, order: CrmOrder, line: CrmLine) -> bool:
        """Whether a line was submitted before, and is past its point of no return."""
        return order.revises is not None and self.supplementals.locked(order, line)


@permitted("crm", without="orders-on-several-orders")
class WantsAnOrderForEachBaseOrder(Submitting):
    """Submits no order whose lines build on several open orders."""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        yield from super().objections(order)
        behind = (self.checks.projections.behind(order, line) for line in order.lines.values())
        if len({found.order.id for found in behind if found and found.order}) > 1:
            yield "the lines build on several open orders: enter an order for each"


class _AnnouncesLater(Sending):
    """Keeps an order that was created for whoever presses the button."""

    def created(self, order: CrmOrder) -> None:
        if order.id not in self.announced:
            self.announced.add(order.id)
            self.triggered(("sales order", order.id))


class _HasAButtonOnOrders(RecordEntry):
    """Has the button Send on orders as well."""

    @property
    def acts(self) -> Acts:
        return {**super().acts, ("press", "order"): partial(self.press_send_order)}

    def press_send_order(self, ref: str, fields: Fields) -> DeskShown:
        """Send an order that was created to the back offices."""
        if fields.get("button") != "Send":
            return self.press_order(ref, fields)
        order = self.orders.order(ref)
        self.sending.pressed(("sales order", order.id))
        return DeskShown(object="order", ref=ref, id=order.id)


@permitted("crm", switches={"workflow_trigger": "by-button"})
class SendsOrdersByButton(CustomerRelations):
    """Sends orders to back offices when a user presses Send, like all else."""

    parts = Parts(sending=_AnnouncesLater, record_entry=_HasAButtonOnOrders)


@permitted("crm", switches={"workflow_trigger": "by-policy"})
class SendsProfilesThatOrdersChanged(CustomerRelations):
    """Sends a customer's service profile when the policy finds that a fulfilled order has changed it."""

    def prepare(self) -> None:
        super().prepare()
        self.progress = _TellsOfChangedProfiles(self.shared, self.assets)
        self.progress.sending = self.sending


class _TellsOfChangedProfiles(OrderProgress):
    """Has the profile sent that a fulfilled line has changed."""

    sending: Sending

    def convert(self, order: CrmOrder, line: CrmLine) -> None:
        super().convert(order, line)
        self.sending.triggered(("service profile", order.account or ""))
