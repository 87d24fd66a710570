"""The outbox: what the CRM says, to users, to the queue, to back offices."""

from ordertck.harness.messages import Body, DeskShown, Edge, Message, as_body
from ordertck.harness.messages.mark import marked
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared


class Outbox(Part):
    """Writes every message; ``out`` holds those that were not sent yet."""

    def __init__(self, shared: Shared) -> None:
        self.out: list[Message] = []
        self._told = 0
        super().__init__(shared)

    def emptied(self) -> list[Message]:
        """The messages that wait to be sent, which are sent with this."""
        sent, self.out = self.out, []
        return sent

    def tell(
        self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None, priority: int | None = None
    ) -> str:
        """Send one message; its id."""
        self._told += 1
        message = Message(marked(self.scenario.id, "crm", self._told), kind, edge, as_body(body), about, re, priority)
        self.out.append(message)
        return message.id

    def show(self, question: Message, shown: DeskShown) -> None:
        """Show the user what came of what was asked at the desk."""
        self.tell("desk-shown", Edge.DESK, shown, question.about, re=question.id)
