"""CRMs that go wrong between the desk and the submission queue, and over revisions before that."""

from ordertck.harness.messages import DeskDo, DeskShown, Edge, Message, OrderSubmission, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import (
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    Outbox,
    Queueing,
    Refused,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="FL-02")
class SubmitsWhatIsSaved(Meddling):
    """Puts an order on the queue when a line of it is saved again."""

    def prepare(self) -> None:
        self.saved: set[str] = set()

    def after(self, act: DeskDo) -> None:
        if (act.verb, act.object) == ("enter", "line"):
            if act.ref in self.saved:
                self.queueing.queue(self.orders.order(act.fields["order"]))
            self.saved.add(act.ref)


@wrong("crm", breaks="FL-02 FL-04 RV-04")
class QueuesEachLineAsItIsEntered(Meddling):
    """Puts an order on the queue with each line that is entered."""

    def after(self, act: DeskDo) -> None:
        if (act.verb, act.object) == ("enter", "line"):
            self.queueing.queue(self.orders.order(act.fields["order"]))


@wrong("crm", breaks="FL-02 FL-04 FL-05")
class ForgetsToQueue(Queueing):
    """Says that an order is submitted and puts nothing on the queue."""

    def queue(self, order: CrmOrder) -> None: ...


@wrong("crm", breaks="FL-04")
class SubmitsAtEveryClick(Submitting):
    """Puts an order on the queue once more when Submit is pressed a second time."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        self.orders.order(ref).submitted = False
        return super().submit_order(ref, fields)


class _Rewriting(Queueing):
    """Sends something else than what stands on the order."""

    def rewrite(self, sent: OrderSubmission) -> list[OrderSubmission]:
        """What is sent in place of the order."""
        raise NotImplementedError

    def queue(self, order: CrmOrder) -> None:
        priority = self.submissions.queue_priority(order.priority)
        for message in self.rewrite(self.submissions.of(order)):
            self.outbox.tell("order-submission", Edge.SUBMISSION, message, order.id, priority=priority)


@wrong("crm", breaks="FL-04")
class SendsEachLineByItself(_Rewriting):
    """Puts one message for each line on the queue."""

    def rewrite(self, sent: OrderSubmission) -> list[OrderSubmission]:
        return [replace(sent, lines=(line,)) for line in sent.lines]


@wrong("crm", breaks="FL-04")
class SendsTheFirstLineOnly(_Rewriting):
    """Leaves every line but the first off the message."""

    def rewrite(self, sent: OrderSubmission) -> list[OrderSubmission]:
        return [replace(sent, lines=sent.lines[:1])]


@wrong("crm", breaks="FL-04 OM-01 OM-02")
class SendsNoHeader(_Rewriting):
    """Sends the lines of an order without saying whose it is."""

    def rewrite(self, sent: OrderSubmission) -> list[OrderSubmission]:
        return [replace(sent, account=None, price_list=None)]


@wrong("crm", breaks="FL-05")
class KeepsTheUserWaiting(CustomerRelations):
    """Gives the user control back only when the order system has said something of the order."""

    waiting: tuple[Message, ...] = ()

    def handle(self, message: Message) -> list[Message]:
        told = super().handle(message)
        if message.body.get("verb") == "submit":
            self.waiting = tuple(sent for sent in told if sent.kind == "desk-shown" and "refused" not in sent.body)
            return [sent for sent in told if sent not in self.waiting]
        if message.edge is Edge.CRM:
            told, self.waiting = [*told, *self.waiting], ()
        return told


@wrong("crm", breaks="FL-05")
class FailsWhileNobodyListens(Submitting):
    """Tells the user that submitting failed, because the order system has not confirmed the order yet."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().submit_order(ref, fields)
        return replace(shown, refused="the order system does not answer")


# Revisions before submission


@wrong("crm", breaks="RV-01")
class AllowsTwoRevisions(OrderEntry):
    """Lets an order be revised twice, and no more."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        if self.orders.order(ref).revision > 2:
            raise Refused("the order was revised often enough")
        return super().revise_order(ref, fields)

    def require_unsubmitted(self, order: CrmOrder) -> None:
        super().require_unsubmitted(order)
        if order.revision > 2 and len(order.lines) > 1:
            raise Refused("the order was revised often enough")


@wrong("crm", breaks="RV-01")
class InsistsOnARevision(Submitting):
    """Lets only revised orders be submitted."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if self.orders.order(ref).revision == 1:
            raise Refused("the order was never revised")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="RV-02")
class KeepsNoHistory(OrderEntry):
    """Overwrites a revision with the next one and knows only the last."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().revise_order(ref, fields)
        self.orders.order(ref).superseded.clear()
        return shown


@wrong("crm", breaks="RV-02")
class NumbersNoRevision(Outbox):
    """Lists every revision as the first."""

    def show(self, question: Message, shown: DeskShown) -> None:
        rows = tuple({**row, "revision": "1"} if "revision" in row else row for row in shown.rows)
        super().show(question, replace(shown, rows=rows))


@wrong("crm", breaks="RV-02")
class GivesNumbersAgain(OrderEntry):
    """Gives the number of a discarded revision to the next one."""

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().discard_revision(ref, fields)
        self.orders.order(ref).numbers.revisions = self.orders.order(ref).revision
        return shown


@wrong("crm", breaks="RV-03")
class SubmitsAllThatWasEverEntered(Queueing):
    """Submits the lines of every revision together."""

    def queue(self, order: CrmOrder) -> None:
        for earlier in order.superseded.values():
            order.lines = {**earlier.lines, **order.lines}
        super().queue(order)


@wrong("crm", breaks="RV-03 RV-04")
class SubmitsTheFirstRevision(Queueing):
    """Submits what the order said before it was revised."""

    def queue(self, order: CrmOrder) -> None:
        order.lines = next((earlier.lines for earlier in order.superseded.values()), order.lines)
        super().queue(order)


@wrong("crm", breaks="RV-03")
class LetsOldRevisionsBeSubmitted(Submitting):
    """Submits a superseded revision when a user asks for it."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        wanted = int(fields.get("revision", order.revision))
        order.lines = order.superseded.get(wanted, order).lines
        return super().submit_order(ref, {name: value for name, value in fields.items() if name != "revision"})


@wrong("crm", breaks="RV-04")
class SendsEveryRevision(CustomerRelations):
    """Puts every revision on the queue as soon as it is made."""

    def take(self, message: Message) -> None:
        body = message.body
        if (body.get("verb"), body.get("object")) == ("revise", "order"):
            self.queueing.queue(self.orders.order(body["ref"]))
        super().take(message)


@wrong("crm", breaks="RV-04")
class SendsTheHistoryAlong(Queueing):
    """Puts all revisions on the queue when the last of them is submitted."""

    def queue(self, order: CrmOrder) -> None:
        for _ in order.superseded:
            super().queue(order)
        super().queue(order)


@wrong("crm", breaks="RV-04")
class CallsARevisedOrderAChange(_Rewriting):
    """Submits a revised order as a change to the order that it was before."""

    def rewrite(self, sent: OrderSubmission) -> list[OrderSubmission]:
        return [replace(sent, base_order=f"{sent.order}/1" if sent.revision > 1 else None)]
