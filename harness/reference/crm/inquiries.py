"""Inquiries: what the CRM asks a back office of an order, while a user waits for it."""

from collections.abc import Callable

from ordertck.harness.messages import DeskShown, Message

Ask = Callable[[str], str]


class Inquiries:
    """The users' questions that wait for a back office's answer, by the id of the inquiry (IS-10, IS-11)."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._waiting: dict[str, tuple[Message, str]] = {}

    def begin(self, question: Message, order: str) -> None:
        """Ask how an order stands; the user's question is answered later."""
        self._waiting[self._ask(order)] = question, order

    def end(self, message: Message) -> tuple[Message, str] | None:
        """The question that an answer is for, and the order's number; None where nobody asked."""
        return self._waiting.pop(message.re or "", None)

    def marked(self, shown: DeskShown) -> str:
        """What a user is told who is shown old content because the back office did not answer."""
        return f"{shown.object} {shown.id}: the back office did not say how it stands now"
