"""Integration layers that are cut off in the midst of a hand-over, and lose a part of it or do it again."""

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.breakdowns import LosesSome, SaysTheFirst, SaysWhatItWasAtAnew, WritesDownLate
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="FL-06")
class ForgetsTheMessageThatItWasAt(WritesDownLate, Integration):
    """Takes a message off the queue, and writes it down when it is done with it."""


@wrong("integration", breaks="FL-06")
class HandsOverAgainWhatItWasAt(SaysWhatItWasAtAnew, Integration):
    """Hands over twice what it was handing over when it broke down, since it does not know how far it came."""


@wrong("integration", breaks="PL-06", where="price-lists+restarts")
class KeepsTheRestForSaid(SaysTheFirst, Integration):
    """Takes all that follows from a message for handed over, once the first of it is."""


@wrong("integration", breaks="PR-02", where="priorities+restarts")
class LosesWhatTheOpenedQueueLetsGo(LosesSome, Integration):
    """Takes orders that have waited off the queue when it is opened, and keeps them in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.kind == "sales-order" and message.id != self.sent_last.id


@wrong("integration", breaks="PV-03", where="modify-orders+restarts")
class LosesWhatIsForProvisioning(LosesSome, Integration):
    """Keeps what it is to ask of provisioning in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.edge is Edge.PROVISIONING


@wrong("integration", breaks="PV-15", where="failures+restarts")
class LosesTheFault(LosesSome, Integration):
    """Keeps the faults that it is to pass on in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.kind in ("fault", "fallout")


@wrong("integration", breaks="FL-08", where="failures+restarts")
class LosesBillingsWord(LosesSome, Integration):
    """Keeps what billing says, and the order system is to be told, in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.kind == "billing-update"


@wrong("integration", breaks="PR-06", where="supplementals+restarts")
class LosesNewsForTheCrm(LosesSome, Integration):
    """Keeps what it is to tell the CRM in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.edge is Edge.CRM


@wrong("integration", breaks="FL-06", where="cancellation+restarts")
class LosesTheCancel(LosesSome, Integration):
    """Keeps a cancel that it is to hand over in its memory only."""

    def loses(self, message: Message) -> bool:
        return message.kind == "cancel"
