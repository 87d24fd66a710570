"""CRMs that tell their user that something is done, and lose in a breakdown what was still to follow from it."""

from typing import ClassVar

from ordertck.harness.messages import Message
from ordertck.harness.proof.breakdowns import LosesSome, SaysWhatItWasAtAnew
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.variants import AnswersBeforeItQueues
from ordertck.harness.reference.crm.customer_relations import CustomerRelations


class _LosesKind(LosesSome, CustomerRelations):
    kind: ClassVar[str]

    def handle(self, message: Message) -> list[Message]:
        return sorted(super().handle(message), key=lambda sent: sent.kind != "desk-shown")

    def loses(self, message: Message) -> bool:
        return message.kind == self.kind


@wrong("crm", breaks="FL-04 SC-12", where="drafts+restarts")
class LosesWhatItWasToQueue(_LosesKind):
    """Marks an order as submitted, answers, and keeps what goes to the queue in its memory."""

    kind = "order-submission"


@wrong("crm", breaks="WF-21", where="redelivery+restarts")
class LosesWhatItWasToSendToBackOffices(_LosesKind):
    """Saves a record, answers, and keeps what goes to the back offices in its memory."""

    kind = "workflow"


@wrong("crm", breaks="FL-04 SC-12", where="approval+restarts")
class QueuesAnewWhatItWasAbout(SaysWhatItWasAtAnew, AnswersBeforeItQueues):
    """Does not know after a breakdown what was queued, and queues it once more as a new message."""
