"""Inquiries: what the CRM asks a back office of an order, while a user waits for it."""

from datetime import datetime, timedelta

from ordertck.harness.messages import DeskDo, DeskSee, DeskShown, Message, Workflow, replace
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.crm_outbox import Outbox
from ordertck.harness.reference.crm.drafts import CrmOrder
from ordertck.harness.reference.crm.receiving import Receiving
from ordertck.harness.reference.crm.screens import Screens

# How long a user waits for a back office that says nothing.
_PATIENCE = timedelta(seconds=30)


class Inquiries(Part):
    """The users' questions that wait for a back office's answer, by the id of the inquiry (IS-10, IS-11)."""

    def __init__(self, shared: Shared, outbox: Outbox, screens: Screens, receiving: Receiving) -> None:
        self.outbox, self.screens, self.receiving = outbox, screens, receiving
        self.waiting: dict[str, tuple[Message, str]] = {}
        self.now, self._since = shared.scenario.now, dict[str, datetime]()
        super().__init__(shared)

    def ask_first(self, question: Message) -> bool:
        """Whether a user's question waits for a back office: a look at an order, or the press of a button."""
        match question.content:
            case DeskSee(object="order", ref=ref):
                asks = self.settings["order_inquiry"] == "on-query"
            case DeskDo(verb="press", object="order", ref=ref, fields={"button": "Get Status"}):
                asks = self.settings["order_inquiry"] == "on-button"
            case _:
                return False
        order = self.orders.by_ref.get(ref)
        if asks and order is not None and order.submitted:
            self.begin(question, order.id)
            return True
        return False

    def begin(self, question: Message, order: str) -> None:
        """Ask how an order stands; the user's question is answered later."""
        inquiry = self.receiving.calls.ask(order)
        self.waiting[inquiry], self._since[inquiry] = (question, order), self.now

    def is_answered_by(self, message: Message) -> bool:
        """Whether a back office answers an inquiry with this; the user's question is answered then."""
        question, number = self.waiting.pop(message.re or "", (None, ""))
        if question is not None:
            self.told(message, question, number)
        return question is not None

    def told(self, message: Message, question: Message, number: str) -> None:
        """The back office has said how an order stands, or could not; the user gets the answer (IS-10, IS-11)."""
        if message.kind != "workflow":
            self.show_unanswered(question, number)
            return
        self.receiving.receive_order(message.read(Workflow))
        order = self.looked_at(question, number)
        if order is not None:
            self.outbox.show(question, self.screens.order(order))

    def looked_at(self, question: Message, number: str) -> CrmOrder | None:
        """The version that a user looks at, which need not be the one that counts."""
        return self.orders.by_ref.get(question.body["ref"]) or self.orders.known(number)

    def advance(self, now: datetime) -> None:
        """The clock reads ``now``: nobody may be waiting any more (IS-10)."""
        self.now = now
        for question, order in self.overdue():
            self.show_unanswered(question, order)

    def overdue(self) -> list[tuple[Message, str]]:
        """The questions that have waited too long for an answer; they wait no more."""
        late = [inquiry for inquiry in self.waiting if self.now - self._since[inquiry] >= _PATIENCE]
        return [self.waiting.pop(inquiry) for inquiry in late]

    def show_unanswered(self, question: Message, number: str) -> None:
        """Show an order as it was, and say that the back office did not tell how it stands (IS-10)."""
        order = self.looked_at(question, number)
        if order is not None:
            shown = self.screens.order(order)
            self.outbox.show(question, replace(shown, warning=self.marked(shown)))

    def marked(self, shown: DeskShown) -> str:
        """What a user is told who is shown old content because the back office did not answer."""
        return f"{shown.object} {shown.id}: the back office did not say how it stands now"
