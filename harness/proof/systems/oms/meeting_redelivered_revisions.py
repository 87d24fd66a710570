"""Order systems that know redelivery and revisions, and forget one over the other."""

from ordertck.harness.messages import Message, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Fulfilment, Objection, OrderManagement, OrderState


@wrong("oms", breaks="SU-05", where="points-of-no-return+redelivery")
class RefusesRedeliveriesPastThePoint(OrderManagement):
    """Sees that an order is locked before it sees that it was given the message before."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        if not repeated or message.kind != "sales-order" or known is None or known.state is not OrderState.IN_PROGRESS:
            return repeated
        if any(map(self.supplementals.locked, known.lines.values())):
            self.outbox.refuse(known.number, Objection("the order is past its point of no return"))
        return True


class _Redelivered(OrderManagement):
    """Does something with a version that is delivered again once its order is complete."""

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        revised = known if known is not None and known.order.revision > 1 else None
        if repeated and message.kind == "sales-order" and revised and revised.state is OrderState.COMPLETE:
            return self.again(revised, message)
        return repeated

    def again(self, known: Fulfilment, message: Message) -> bool:
        """Whether the message is known all the same."""
        return False


@wrong("oms", breaks="SU-05", where="supplementals+redelivery")
class ForgetsWhatItWasGivenForACompleteOrder(_Redelivered):
    """Forgets which messages it was given about an order when that is complete."""


@wrong("oms", breaks="SU-05", where="supplementals+redelivery")
class AddsAgainOnRedelivery(_Redelivered):
    """Has set up again what a revision added when the revision is delivered once more."""

    def again(self, known: Fulfilment, message: Message) -> bool:
        added = list(known.lines.values())[-1]
        if message.read(SalesOrder).revision == known.order.revision and added.work.provisioning is not None:
            self.outbox.provision(known, added.work.target, [added.work.provisioning])
        return True
