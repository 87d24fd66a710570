"""Inquiries: what the CRM asks a back office of an order, while a user waits for it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from ordertck.harness.messages import DeskShown, Message

Ask = Callable[[str], str]

# How long a user waits for a back office that says nothing.
_PATIENCE = timedelta(seconds=30)


class Inquiries:
    """The users' questions that wait for a back office's answer, by the id of the inquiry (IS-10, IS-11)."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._waiting: dict[str, tuple[Message, str]] = {}
        self._since: dict[str, datetime] = {}

    def begin(self, question: Message, order: str, now: datetime) -> None:
        """Ask how an order stands; the user's question is answered later."""
        inquiry = self._ask(order)
        self._waiting[inquiry], self._since[inquiry] = (question, order), now

    def end(self, message: Message) -> tuple[Message, str] | None:
        """The question that an answer is for, and the order's number; None where nobody asked."""
        return self._waiting.pop(message.re or "", None)

    def overdue(self, now: datetime) -> list[tuple[Message, str]]:
        """The questions that have waited too long for an answer; they wait no more."""
        late = [inquiry for inquiry in self._waiting if now - self._since[inquiry] >= _PATIENCE]
        return [self._waiting.pop(inquiry) for inquiry in late]

    def marked(self, shown: DeskShown) -> str:
        """What a user is told who is shown old content because the back office did not answer."""
        return f"{shown.object} {shown.id}: the back office did not say how it stands now"
