"""One example's way to the system under test: what it is told, asked and told once more."""

from collections.abc import Callable
from typing import Any

from ordertck.harness.messages import Body, Edge, Message, as_body
from ordertck.harness.oracle.carriage import Traffic


def _only_fills_in(question: Message) -> bool:
    """Whether a user fills in a form that is not saved yet: what is there of it may be lost in a breakdown."""
    return bool(question.body["verb"] == "revise" and question.body["object"] != "order")


class Channel:
    """Makes an example's messages and hands them to ``send``; a question goes to ``ask``, which brings the answer.

    ``causes`` counts what the system was given cause to act on: every message but a question. ``awaited`` are the ids
    of the messages to which an answer may come, ``traffic`` is everything that was told and heard. ``soon`` has a
    neighbour do something once the system has nothing more to say for the moment. So many messages as ``breakdowns``
    says are followed by a breakdown of the system, each of them at once: before the system is heard again. Where it
    ``breaks_first``, a breakdown comes before the next one; where it ``breaks_when_answered``, as soon as a user who
    did something has an answer.
    """

    def __init__(
        self,
        example: str,
        send: Callable[[Message], None],
        ask: Callable[[Message, str], Message],
        knows_again: bool = False,
        soon: Callable[[Callable[[], None]], None] = lambda errand: errand(),
    ) -> None:
        self.example = example
        self.causes = 0
        self.awaited: set[str] = set()
        self.traffic = Traffic(knows_again)
        self._send, self._ask, self.soon = send, ask, soon
        self._fresh = self.breakdowns = 0
        self.breaks_first = self.breaks_when_answered = False

    def fresh(self, name: str) -> str:
        """An id that no other run or example uses."""
        self._fresh += 1
        return f"{self.example}-{name}-{self._fresh}"

    def message(
        self,
        kind: str,
        edge: Edge,
        body: Body | dict[str, Any],
        about: str,
        re: str | None = None,
        priority: int | None = None,
    ) -> Message:
        """A message under a fresh id; nothing is sent."""
        shape = body if isinstance(body, dict) else as_body(body)
        return Message(self.fresh("m"), kind, edge, shape, about, re, priority)

    def tell(
        self,
        kind: str,
        edge: Edge,
        body: Body | dict[str, Any],
        about: str,
        re: str | None = None,
        priority: int | None = None,
        answered: bool = False,
    ) -> Message:
        """Send one message; it is a new cause for whatever follows. ``answered`` says that answers to it may come."""
        message = self.message(kind, edge, body, about, re, priority)
        if answered:
            self.awaited.add(message.id)
        self.repeat(message)
        return message

    def repeat(self, message: Message) -> None:
        """Send a message as it is, under the id that it has: once more, where it was sent before."""
        self.causes += 1
        if self.breaks_first and message.kind not in ("kill", "restart"):
            self.breaks_first = False
            self.break_down()
        self.traffic.told.append(message)
        self._send(message)
        if self.breakdowns and message.kind not in ("kill", "restart"):
            self.breakdowns -= 1
            self.break_down()

    @property
    def broke_down(self) -> bool:
        """Whether the system under test has been ended at once."""
        return any(message.kind == "kill" for message in self.traffic.told)

    def break_down(self) -> None:
        """Have the system under test end at once, and begin again with what it had kept."""
        self.tell("kill", Edge.BENCH, {}, "")
        self.tell("restart", Edge.BENCH, {}, "")

    def ask(self, kind: str, edge: Edge, body: Body, about: str, answer: str) -> Message:
        """Send a question and return its answer, a message of the kind ``answer``; no new cause for anything.

        Raises ``Silence`` where none comes, ``Breach`` for one of another kind, on another edge, about another order.
        """
        question = Message(self.fresh("q"), kind, edge, as_body(body), about)
        self.awaited.add(question.id)
        answered = self._ask(question, answer)
        if self.breaks_when_answered and kind == "desk-do" and not _only_fills_in(question):
            self.break_down()
        return answered
