"""Integration layers that lose something, or do it again, in a breakdown of their own."""

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.breakdowns import Forgetful, MemoryOnly, SaysAgain, SaysAnew
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="FL-06 FL-08 PR-06 FL-09")
class RemembersNothing(MemoryOnly, Integration):
    """Keeps everything in its memory, and nothing else."""


@wrong("integration", breaks="FL-08")
class KeepsNoCrossReferences(Integration):
    """Outlives a breakdown but for the order system's ids of lines."""

    def written(self, message: Message) -> Message | None:
        return None if message.kind == "order-receipt" else super().written(message)


@wrong("integration", breaks="FL-06 PR-05")
class ForgetsWhatIsOnItsQueue(Forgetful, Integration):
    """Knows after a breakdown what it handed over, and not what was still to be handed over."""

    def after_breakdown(self) -> list[Message]:
        while len(self.queue):
            self.queue.get()
        return []


@wrong("integration", breaks="PR-06 FL-09")
class ForgetsWhatWaitsForOthers(Forgetful, Integration):
    """Keeps what is for a neighbour that is away in its memory only."""

    def after_breakdown(self) -> list[Message]:
        for kept in self.away.values():
            kept.clear()
        return []


@wrong("integration", breaks="FL-06")
class ForgetsWhatWaitsForTheOrderSystem(Forgetful, Integration):
    """Keeps orders for an order system that is away in its memory only."""

    def after_breakdown(self) -> list[Message]:
        while Edge.OMS in self.away and len(self.queue):
            self.queue.get()
        return []


@wrong("integration", breaks="FL-06 PR-06")
class SaysEverythingOnceMore(SaysAnew, Integration):
    """Hands everything over again after a breakdown, as new messages, since it does not know what it handed over."""


@wrong("integration", breaks="FL-06")
class TakesWhatItKnewForNew(Forgetful, Integration):
    """Does not know again after a breakdown what was delivered before it."""

    def after_breakdown(self) -> list[Message]:
        self._seen.clear()
        return []


@wrong("integration", breaks="PR-03")
class LosesPrioritiesInABreakdown(Integration):
    """Reads its queue again after a breakdown, without the priorities."""

    def written(self, message: Message) -> Message | None:
        plain = Message(message.id, message.kind, message.edge, message.body, message.about, message.re)
        return super().written(plain if message.kind == "order-submission" else message)


@wrong("integration", breaks="PR-05")
class ReadsItsQueueByPriorityAlone(Forgetful, Integration):
    """Reads its queue again after a breakdown, most urgent first, whatever builds on what."""

    broken = False

    def after_breakdown(self) -> list[Message]:
        self.broken = True
        return []

    def goes_after(self, message: Message) -> list[str]:
        return [] if self.broken else super().goes_after(message)


@wrong("integration", breaks="PR-06")
class TellsTheNewestFirstAfterABreakdown(Forgetful, Integration):
    """Tells the CRM what waited for it from the newest to the oldest."""

    def after_breakdown(self) -> list[Message]:
        for kept in self.away.values():
            kept.reverse()
        return []


@permitted("integration")
class SendsAgainUnderTheSameId(SaysAgain, Integration):
    """Sends what it sent before once more after a breakdown, to be sure, under the ids that it had."""
