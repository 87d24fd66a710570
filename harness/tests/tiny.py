"""Systems of a few lines, and a conversation with one."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from ordertck.harness.bench import Conversation
from ordertck.harness.bench.orders import Order, draft_lines
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext, System
from ordertck.harness.tests.support import EDITION, transcript_on_file

CLAIMS = Claims(
    "Tiny", "1", ("oms",), (), EDITION.vocabulary.default_switches, timing=Timing(0.02, 0.01, 1.0), edition=EDITION
)

Replies = Callable[[Message], Iterable[Message]]


class Tiny:
    """A system that says what a function makes of each message, and whatever is put into ``out``."""

    def __init__(self, replies: Replies = lambda _: ()) -> None:
        self._replies = replies
        self.begun: list[ScenarioContext] = []
        self.told: list[Message] = []
        self.out: deque[Message] = deque()

    def begin(self, scenario: ScenarioContext) -> None:
        self.begun.append(scenario)

    def deliver(self, message: Message) -> None:
        self.told.append(message)
        self.out.extend(self._replies(message))

    def receive(self, patience: float) -> Message | None:  # noqa: ARG002 - it is idle whenever it has nothing to say
        return self.out.popleft() if self.out else None

    def close(self) -> None: ...


Late = list[tuple[str, str, str]]


def staged(system: System, claims: Claims = CLAIMS) -> tuple[Conversation, Late]:
    """A conversation with an example begun, and the list of what turns out late."""
    late: Late = []
    conversation = Conversation(system, claims, "S", lambda *told: late.append(told), transcript_on_file())
    conversation.begin()
    return conversation, late


def ordered(conversation: Conversation, name: str = "ORDER") -> Order:
    """An order of one line, submitted."""
    order = conversation.stage.crm.new_order(name)
    order.lines = draft_lines([["product"], ["Internet Access"]])
    conversation.stage.crm.enter(order)
    conversation.stage.crm.submit(order)
    return order


def refusal(number: str) -> Message:
    """An order is refused."""
    return Message(f"r-{number}", "refusal", Edge.CRM, {"order": number, "reason": "no"}, number)


def update(number: str, status: Any, **more: Any) -> Message:
    """An order's status."""
    return Message(f"u-{number}", "order-update", Edge.CRM, {"order": number, "status": status, **more}, number)
