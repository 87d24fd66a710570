"""CRMs that go wrong between the desk and the submission queue, and over revisions before that."""

from ordertck.harness.messages import (
    DeskShown,
    Edge,
    Message,
    OrderSubmission,
    replace,
)
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmOrder, CustomerRelations, Refused
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="FL-02")
class SubmitsWhatIsSaved(CustomerRelations):
    """Puts an order on the queue when a line of it is saved again."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(fields["order"])
        again = ref in order.lines
        shown = super().enter_line(ref, fields)
        if again:
            self.queue(order)
        return shown


@wrong("crm", breaks="FL-02 FL-04 RV-04")
class QueuesEachLineAsItIsEntered(CustomerRelations):
    """Puts an order on the queue with each line that is entered."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_line(ref, fields)
        self.queue(self.order(fields["order"]))
        return shown


@wrong("crm", breaks="FL-02 FL-04 FL-05")
class ForgetsToQueue(CustomerRelations):
    """Says that an order is submitted and puts nothing on the queue."""

    def queue(self, order: CrmOrder) -> None: ...


@wrong("crm", breaks="FL-04")
class SubmitsAtEveryClick(CustomerRelations):
    """Puts an order on the queue once more when Submit is pressed a second time."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        self.order(ref).submitted = False
        return super().submit_order(ref, fields)


class _Rewriting(CustomerRelations):
    """Sends something else than what stands on the order."""

    def rewrite(self, sent: OrderSubmission) -> list[OrderSubmission]:
        """What is sent in place of the order."""
        raise NotImplementedError

    def queue(self, order: CrmOrder) -> None:
        priority = self.submissions.queue_priority(order.priority)
        for message in self.rewrite(self.submissions.of(order)):
            self.tell("order-submission", Edge.SUBMISSION, message, order.id, priority=priority)


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

    waiting: tuple[Message, DeskShown] | None = None

    def answer(self, question: Message, shown: DeskShown) -> None:
        if question.body.get("verb") == "submit" and shown.refused is None:
            self.waiting = question, shown
        else:
            super().answer(question, shown)

    def handle(self, message: Message) -> list[Message]:
        out = super().handle(message)
        if self.waiting and message.edge is Edge.CRM:
            super().answer(*self.waiting)
            self.waiting = None
        return out


@wrong("crm", breaks="FL-05")
class FailsWhileNobodyListens(CustomerRelations):
    """Tells the user that submitting failed, because the order system has not confirmed the order yet."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().submit_order(ref, fields)
        return replace(shown, refused="the order system does not answer")


# Revisions before submission


@wrong("crm", breaks="RV-01")
class AllowsTwoRevisions(CustomerRelations):
    """Lets an order be revised twice, and no more."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        if self.order(ref).revision > 2:
            raise Refused("the order was revised often enough")
        return super().revise_order(ref, fields)

    def require_unsubmitted(self, order: CrmOrder) -> None:
        super().require_unsubmitted(order)
        if order.revision > 2 and len(order.lines) > 1:
            raise Refused("the order was revised often enough")


@wrong("crm", breaks="RV-01")
class InsistsOnARevision(CustomerRelations):
    """Lets only revised orders be submitted."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if self.order(ref).revision == 1:
            raise Refused("the order was never revised")
        return super().submit_order(ref, fields)


@wrong("crm", breaks="RV-02")
class KeepsNoHistory(CustomerRelations):
    """Overwrites a revision with the next one and knows only the last."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().revise_order(ref, fields)
        self.order(ref).superseded.clear()
        return shown


@wrong("crm", breaks="RV-02")
class NumbersNoRevision(CustomerRelations):
    """Lists every revision as the first."""

    def answer(self, question: Message, shown: DeskShown) -> None:
        rows = tuple({**row, "revision": "1"} if "revision" in row else row for row in shown.rows)
        super().answer(question, replace(shown, rows=rows))


@wrong("crm", breaks="RV-02")
class GivesNumbersAgain(CustomerRelations):
    """Gives the number of a discarded revision to the next one."""

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().discard_revision(ref, fields)
        self.order(ref)._numbers = self.order(ref).revision
        return shown


@wrong("crm", breaks="RV-03")
class SubmitsAllThatWasEverEntered(CustomerRelations):
    """Submits the lines of every revision together."""

    def queue(self, order: CrmOrder) -> None:
        for lines in order.superseded.values():
            order.lines = {**lines, **order.lines}
        super().queue(order)


@wrong("crm", breaks="RV-03 RV-04")
class SubmitsTheFirstRevision(CustomerRelations):
    """Submits what the order said before it was revised."""

    def queue(self, order: CrmOrder) -> None:
        order.lines = next(iter(order.superseded.values()), order.lines)
        super().queue(order)


@wrong("crm", breaks="RV-03")
class LetsOldRevisionsBeSubmitted(CustomerRelations):
    """Submits a superseded revision when a user asks for it."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.order(ref)
        wanted = int(fields.get("revision", order.revision))
        order.lines = order.superseded.get(wanted, order.lines)
        return super().submit_order(ref, {name: value for name, value in fields.items() if name != "revision"})


@wrong("crm", breaks="RV-04")
class SendsEveryRevision(CustomerRelations):
    """Puts every revision on the queue as soon as it is made."""

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        self.queue(self.order(ref))
        return super().revise_order(ref, fields)


@wrong("crm", breaks="RV-04")
class SendsTheHistoryAlong(CustomerRelations):
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
