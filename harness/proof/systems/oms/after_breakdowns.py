"""Order systems that go on after a breakdown of their own, and take what is told them then otherwise than before."""

from ordertck.harness.messages import Message
from ordertck.harness.proof.breakdowns import Forgetful
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import LineFulfilment, OrderManagement, Parts, Supplementals


class _Since(Forgetful, OrderManagement):
    """Knows which lines it had when it broke down, by their ids."""

    since: frozenset[str] = frozenset()

    def after_breakdown(self) -> list[Message]:
        lines = (line for order in self.book.orders.values() for line in order.lines)
        self.since = frozenset(lines)
        return []


@wrong("oms", breaks="UF-04", where="points-of-no-return+restarts")
class TellsOneMilestoneAfterABreakdown(_Since):
    """Does not know after a breakdown in which turn milestones come, and tells of a line the first that it reaches."""

    def take(self, message: Message) -> None:
        body = message.body
        if message.kind == "provisioning-update" and body["sort"] == "milestone" and body["line"] in self.since:
            line = self.book.orders[body["order"]].lines.get(body["line"])
            if line is not None and line.milestones:
                line.milestones.add(body["value"])
                return
        super().take(message)


class _LocksAtAnyMilestone(Supplementals):
    since: frozenset[str] = frozenset()

    def locked(self, line: LineFulfilment) -> bool:
        return super().locked(line) or (line.line.id in self.since and bool(line.milestones))


@wrong("oms", breaks="PN-01", where="supplementals+points-of-no-return+restarts")
class LocksAtAnyMilestoneAfterABreakdown(_Since):
    """Takes any milestone after a breakdown for the point of no return of a line that it had before."""

    parts = Parts(supplementals=_LocksAtAnyMilestone)

    def after_breakdown(self) -> list[Message]:
        out = super().after_breakdown()
        assert isinstance(self.supplementals, _LocksAtAnyMilestone)
        self.supplementals.since = self.since
        return out


@wrong("oms", breaks="FO-05", where="follow-ons+failures+restarts")
class ForgetsWhatFellOutWithItsBase(_Since):
    """Forgets in a breakdown that the CRM was told of an order that waits for a failed line."""

    def after_breakdown(self) -> list[Message]:
        self.scheduling.lost.clear()
        return super().after_breakdown()
