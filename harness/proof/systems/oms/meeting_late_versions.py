"""Order systems that let an earlier version take the place of the newest one, because it was delivered last."""

from ordertck.harness.messages import Message, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.follow_ons import follows
from ordertck.harness.reference.oms import Fulfilment, OrderManagement, OrderState


class _TakesALateVersion(OrderManagement):
    """Goes back to an earlier version of a waiting order that is delivered again, where it is ``meant``."""

    def meant(self, known: Fulfilment) -> bool:
        """Whether this order is taken as it was delivered last."""
        return False

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        waits = repeated and known is not None and known.state is OrderState.WAITING
        if known is not None and waits and message.kind == "sales-order" and self.meant(known):
            known.order = message.read(SalesOrder)
            known.lines = self.planning.plans(known.order)
            self.orchestration.schedule(known)
        return repeated


@wrong("oms", breaks="SU-11", where="supplementals+follow-ons+redelivery")
class TakesALateVersionOfAFollowOn(_TakesALateVersion):
    """Begins a follow-on order as it was delivered last, be that an earlier version once more."""

    def meant(self, known: Fulfilment) -> bool:
        return follows(known.order)


@wrong("oms", breaks="PR-05", where="supplementals+priorities+redelivery")
class TakesALateVersionFromTheQueue(_TakesALateVersion):
    """Begins an order that waited for a place as it was delivered last, be that an earlier version once more."""

    def meant(self, known: Fulfilment) -> bool:
        return all(line.ready for line in known.lines.values())
