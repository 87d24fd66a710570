"""CRMs that go wrong over approval and acknowledgement."""

from ordertck.harness.messages import DeskDo, DeskShown, Edge, Mail, Message, Status, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import (
    Acknowledgements,
    Approval,
    CrmOrder,
    CustomerRelations,
    Parts,
    Refused,
    Submitting,
    Supplementals,
)
from ordertck.harness.reference.crm.approval import AWAITED, REJECTED
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SC-12")
class AsksNoSupervisor(Approval):
    """Lets every order go on."""

    def needed(self, order: CrmOrder) -> bool:
        return False


@wrong("crm", breaks="SC-12")
class LetsItGoOnAndAsks(Approval):
    """Queues an order, and asks the supervisor all the same."""

    def submitted(self, order: CrmOrder) -> None:
        super().submitted(order)
        if self.needed(order):
            self.queueing.queue(order)

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        order = self.waiting(ref)
        order.status = "OPEN"
        return self.screens.order(order)


@wrong("crm", breaks="SC-12")
class ForgetsTheApproved(Approval):
    """Notes that an order is approved, and leaves it where it is."""

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        order = self.waiting(ref)
        order.status = "APPROVED"
        return self.screens.order(order)


@wrong("crm", breaks="SC-12")
class GoesOnWhenRejected(Approval):
    """Lets an order go on when the supervisor has decided, however."""

    def reject(self, ref: str, fields: Fields) -> DeskShown:
        return self.approve(ref, fields)


@wrong("crm", breaks="SC-12")
class HoldsUpWhatComesAfter(Approval):
    """Lets no order go on while one waits."""

    def submitted(self, order: CrmOrder) -> None:
        if not any(other.status == AWAITED for other in self.orders.by_ref.values()):
            super().submitted(order)


@wrong("crm", breaks="SC-12")
class ApprovesAllThatWaits(Approval):
    """Lets every waiting order go on when one is approved."""

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().approve(ref, fields)
        for order in [other for other in self.orders.by_ref.values() if other.status == AWAITED]:
            super().approve(order.ref, fields)
        return shown


@wrong("crm", breaks="SC-12")
class SubmitsWhatIsApproved(Approval):
    """Lets an order go on when it is approved, submitted or not."""

    def waiting(self, ref: str) -> CrmOrder:
        return self.orders.order(ref)


@wrong("crm", breaks="SC-12")
class QueuesTwiceWhenApproved(Approval):
    """Queues an approved order once for the supervisor and once for the sales representative."""

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().approve(ref, fields)
        self.queueing.queue(self.orders.order(ref))
        return shown


@permitted("crm")
class QueuesWithTheMarkThatApprovalIsAwaited(Approval):
    """Queues an order at once, marked as waiting for approval, and again when it is approved."""

    def submitted(self, order: CrmOrder) -> None:
        super().submitted(order)
        if self.needed(order):
            sent = replace(self.queueing.submissions.of(order), approval="awaited")
            self.queueing.outbox.tell("order-submission", Edge.SUBMISSION, sent, order.id)


@permitted("crm")
class QueuesTheMarkedOrderALittleLater(CustomerRelations):
    """Queues an order that awaits approval when the next thing happens, whatever has become of the order by then."""

    parts = Parts(approval=QueuesWithTheMarkThatApprovalIsAwaited)

    def prepare(self) -> None:
        super().prepare()
        self.held: list[Message] = []

    def handle(self, message: Message) -> list[Message]:
        said, held = super().handle(message), self.held
        self.held = [m for m in said if m.kind == "order-submission" and m.body.get("approval") == "awaited"]
        return [*held, *(m for m in said if m not in self.held)]


@wrong("crm", breaks="SC-13")
class MailsNobody(Acknowledgements):
    """Acknowledges nothing."""

    def address(self, order: CrmOrder) -> str:
        return ""


@wrong("crm", breaks="SC-13")
class MailsAtEveryClick(Submitting):
    """Acknowledges an order whenever Submit is pressed."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        self.acknowledgements.acknowledged.clear()
        self.acknowledgements.submitted(self.orders.order(ref))
        return super().submit_order(ref, fields)


@wrong("crm", breaks="SC-13")
class MailsDrafts(Meddling):
    """Acknowledges an order as soon as it is saved with something in it."""

    def after(self, act: DeskDo) -> None:
        if (act.verb, act.object) == ("enter", "line"):
            self.acknowledgements.submitted(self.orders.order(act.fields["order"]))


@wrong("crm", breaks="SC-13")
class MailsWhoPays(Acknowledgements):
    """Acknowledges an order to the account that pays for it."""

    def address(self, order: CrmOrder) -> str:
        return self.accounts.get(order.payer or order.account or "", {}).get("email", "")


@wrong("crm", breaks="SC-13")
class MailsWithoutTheNumber(Acknowledgements):
    """Thanks for an order without saying which."""

    def submitted(self, order: CrmOrder) -> None:
        if address := self.address(order):
            letter = Mail(order=order.id, to=address, text="Thank you for your order.")
            self.outbox.tell("mail", Edge.BACKOFFICE, letter, order.id)


@wrong("crm", breaks="SC-13")
class MailsSomebodyElse(Acknowledgements):
    """Sends every acknowledgement to one address, whoever has ordered."""

    def address(self, order: CrmOrder) -> str:
        return "sales@office.example"


@wrong("crm", breaks="SC-13")
class SendsTheSameMailForARevision(Acknowledgements):
    """Thanks for an order once more, in the same words, when it is revised."""

    def submitted(self, order: CrmOrder) -> None:
        self.acknowledged.discard(order.id)
        super().submitted(order)


@wrong("crm", breaks="SC-13")
class RefusesCustomersWithoutAnAddress(Submitting):
    """Submits nothing that it cannot acknowledge."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if not self.acknowledgements.address(self.orders.order(ref)):
            raise Refused("the customer has no e-mail address")
        return super().submit_order(ref, fields)


@permitted("crm")
class MailsLater(CustomerRelations):
    """Acknowledges an order when the user has long gone on, and tells more when the order is filled."""

    def handle(self, message: Message) -> list[Message]:
        return sorted(super().handle(message), key=lambda sent: sent.kind == "mail")

    def take(self, message: Message) -> None:
        order = self.orders.known(message.body["order"]) if message.kind == "order-update" else None
        before = order.status if order is not None else ""
        super().take(message)
        address = self.acknowledgements.address(order) if order is not None else ""
        if order is not None and order.status == "COMPLETE" != before and address:
            letter = Mail(order=order.id, to=address, text=f"Your order {order.id} is complete.")
            self.outbox.tell("mail", Edge.BACKOFFICE, letter, order.id)


@wrong("crm", breaks="SC-12")
class HoldsWhatWasRejectedForPending(Supplementals):
    """Lets nobody begin another revision of an order once a supervisor has rejected one."""

    def waiting(self, order: CrmOrder) -> bool:
        versions = self.orders.versions(order.id)
        return super().waiting(order) or any(other.status == REJECTED for other in versions)


@permitted("crm")
class GivesARejectedRevisionBack(Approval):
    """Gives a revision that a supervisor rejects back to its user, who changes or discards it."""

    def reject(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().reject(ref, fields)
        order = self.orders.order(ref)
        if order.revises is None or self.comes_first:
            return shown
        order.status, order.submitted = Status.DRAFT, False
        return self.screens.order(order)


@wrong("crm", breaks="SC-12", where="supplementals+cancellation+approval")
class ReleasesARevisionOfWhatIsCancelled(Approval):
    """Releases a revision that a supervisor approves, though the order was cancelled while it waited."""

    def approve(self, ref: str, fields: Fields) -> DeskShown:
        current = self.orders.known(self.orders.order(ref).id)
        if current is not None and current.status == Status.CANCELLED:
            current.status = Status.OPEN
        return super().approve(ref, fields)
