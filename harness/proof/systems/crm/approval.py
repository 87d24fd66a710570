"""CRMs that go wrong over approval and acknowledgement."""

from ordertck.harness.messages import DeskShown, Edge, Mail, Message, OrderUpdate, replace
from ordertck.harness.proof.registry import permitted, wrong
from ordertck.harness.reference.crm import CrmOrder, CustomerRelations, Refused, approval, mail
from ordertck.harness.reference.crm.approval import AWAITED
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SC-12")
class AsksNoSupervisor(CustomerRelations):
    """Lets every order go on."""

    class Approval(approval.Approval):
        """Never needed."""

        def needed(self, order: CrmOrder) -> bool:
            return False


@wrong("crm", breaks="SC-12")
class LetsItGoOnAndAsks(CustomerRelations):
    """Queues an order, and asks the supervisor all the same."""

    class Approval(approval.Approval):
        """For the record."""

        def submitted(self, order: CrmOrder) -> None:
            super().submitted(order)
            if self.needed(order):
                self.crm.queue(order)

        def approve(self, ref: str, fields: Fields) -> DeskShown:
            order = self.waiting(ref)
            order.status = "OPEN"
            return self.crm.screens.order(order)


@wrong("crm", breaks="SC-12")
class ForgetsTheApproved(CustomerRelations):
    """Notes that an order is approved, and leaves it where it is."""

    class Approval(approval.Approval):
        """A status, no more."""

        def approve(self, ref: str, fields: Fields) -> DeskShown:
            order = self.waiting(ref)
            order.status = "APPROVED"
            return self.crm.screens.order(order)


@wrong("crm", breaks="SC-12")
class GoesOnWhenRejected(CustomerRelations):
    """Lets an order go on when the supervisor has decided, however."""

    class Approval(approval.Approval):
        """A decision is a decision."""

        def reject(self, ref: str, fields: Fields) -> DeskShown:
            return self.approve(ref, fields)


@wrong("crm", breaks="SC-12")
class HoldsUpWhatComesAfter(CustomerRelations):
    """Lets no order go on while one waits."""

    class Approval(approval.Approval):
        """One after the other."""

        def submitted(self, order: CrmOrder) -> None:
            if not any(other.status == AWAITED for other in self.crm.orders.values()):
                super().submitted(order)


@wrong("crm", breaks="SC-12")
class ApprovesAllThatWaits(CustomerRelations):
    """Lets every waiting order go on when one is approved."""

    class Approval(approval.Approval):
        """All or none."""

        def approve(self, ref: str, fields: Fields) -> DeskShown:
            shown = super().approve(ref, fields)
            for order in [other for other in self.crm.orders.values() if other.status == AWAITED]:
                super().approve(order.ref, fields)
            return shown


@wrong("crm", breaks="SC-12")
class SubmitsWhatIsApproved(CustomerRelations):
    """Lets an order go on when it is approved, submitted or not."""

    class Approval(approval.Approval):
        """Whoever approves wants it done."""

        def waiting(self, ref: str) -> CrmOrder:
            return self.crm.order(ref)


@wrong("crm", breaks="SC-12")
class QueuesTwiceWhenApproved(CustomerRelations):
    """Queues an approved order once for the supervisor and once for the sales representative."""

    class Approval(approval.Approval):
        """Better twice than never."""

        def approve(self, ref: str, fields: Fields) -> DeskShown:
            shown = super().approve(ref, fields)
            self.crm.queue(self.crm.order(ref))
            return shown


@permitted("crm")
class QueuesWithTheMarkThatApprovalIsAwaited(CustomerRelations):
    """Queues an order at once, marked as waiting for approval, and again when it is approved."""

    class Approval(approval.Approval):
        """Held by those who fulfil it."""

        def submitted(self, order: CrmOrder) -> None:
            super().submitted(order)
            if self.needed(order):
                sent = replace(self.crm.submissions.of(order), approval="awaited")
                self.crm.tell("order-submission", Edge.SUBMISSION, sent, order.id)


@wrong("crm", breaks="SC-13")
class MailsNobody(CustomerRelations):
    """Acknowledges nothing."""

    class Acknowledgements(mail.Acknowledgements):
        """No mail."""

        def address(self, order: CrmOrder) -> str:
            return ""


@wrong("crm", breaks="SC-13")
class MailsAtEveryClick(CustomerRelations):
    """Acknowledges an order whenever Submit is pressed."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        self.acknowledgements.acknowledged.clear()
        self.acknowledgements.submitted(self.order(ref))
        return super().submit_order(ref, fields)


@wrong("crm", breaks="SC-13")
class MailsDrafts(CustomerRelations):
    """Acknowledges an order as soon as it is saved with something in it."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().enter_line(ref, fields)
        self.acknowledgements.submitted(self.order(fields["order"]))
        return shown


@wrong("crm", breaks="SC-13")
class MailsWithoutTheNumber(CustomerRelations):
    """Thanks for an order without saying which."""

    class Acknowledgements(mail.Acknowledgements):
        """A form letter."""

        def submitted(self, order: CrmOrder) -> None:
            if address := self.address(order):
                letter = Mail(order=order.id, to=address, text="Thank you for your order.")
                self.crm.tell("mail", Edge.BACKOFFICE, letter, order.id)


@wrong("crm", breaks="SC-13")
class MailsSomebodyElse(CustomerRelations):
    """Sends every acknowledgement to one address, whoever has ordered."""

    class Acknowledgements(mail.Acknowledgements):
        """The sales office's."""

        def address(self, order: CrmOrder) -> str:
            return "sales@office.example"


@wrong("crm", breaks="SC-13")
class SendsTheSameMailForARevision(CustomerRelations):
    """Thanks for an order once more, in the same words, when it is revised."""

    class Acknowledgements(mail.Acknowledgements):
        """For each version."""

        def submitted(self, order: CrmOrder) -> None:
            self.acknowledged.discard(order.id)
            super().submitted(order)


@wrong("crm", breaks="SC-13")
class RefusesCustomersWithoutAnAddress(CustomerRelations):
    """Submits nothing that it cannot acknowledge."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        if not self.acknowledgements.address(self.order(ref)):
            raise Refused("the customer has no e-mail address")
        return super().submit_order(ref, fields)


@permitted("crm")
class MailsLater(CustomerRelations):
    """Acknowledges an order when the user has long gone on, and tells more when the order is filled."""

    def handle(self, message: Message) -> list[Message]:
        return sorted(super().handle(message), key=lambda sent: sent.kind == "mail")

    def hear(self, update: OrderUpdate) -> None:
        super().hear(update)
        order = self.known(update.order)
        address = self.acknowledgements.address(order) if order is not None else ""
        if order is not None and order.status == "COMPLETE" and address:
            letter = Mail(order=order.id, to=address, text=f"Your order {order.id} is complete.")
            self.tell("mail", Edge.BACKOFFICE, letter, order.id)
