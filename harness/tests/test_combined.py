"""Systems of two roles: the edge between the two is their own, all around them is as it is for each alone."""

from collections import Counter, deque
from datetime import datetime

import pytest

from ordertck.harness.applicability import example_reason
from ordertck.harness.bench import Conversation
from ordertck.harness.claims import reference_claims
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.landscape import InProcess, MakePart
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.runner.executor import execute
from ordertck.harness.tests.support import EDITION, examples_of
from ordertck.harness.verdicts import Verdict


class OrdersAndServices:
    """The reference's order management, which has the network's work done by the service order management beside it."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        self.orders = OrderManagement(catalogue, scenario)
        self.services = ServiceOrderManagement(catalogue, scenario)

    def handle(self, message: Message) -> list[Message]:
        services = message.edge in (Edge.NETWORK, Edge.BENCH)
        return self.settle(self.services.handle(message) if services else self.orders.handle(message))

    def advance(self, now: datetime) -> list[Message]:
        return self.settle(self.orders.advance(now))

    def settle(self, sent: list[Message]) -> list[Message]:
        """Carry what the two say to each other, until only what is for others is left."""
        left: list[Message] = []
        todo = deque(sent)
        while todo:
            message = todo.popleft()
            if message.edge is not Edge.PROVISIONING or message.body.get("target") not in (None, "network"):
                left.append(message)
            elif message.kind == "provisioning-order":
                todo.extend(self.services.handle(message))
            else:
                todo.extend(self.orders.handle(message))
        return left


class OrdersBehindTheQueue:
    """The reference's order management behind its integration."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        self.integration = Integration(catalogue, scenario)
        self.orders = OrderManagement(catalogue, scenario)

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "order-query":
            return self.orders.handle(message)
        return self.settle(self.integration.handle(message))

    def advance(self, now: datetime) -> list[Message]:
        return self.through(self.orders.advance(now))

    def settle(self, sent: list[Message]) -> list[Message]:
        """What the integration says to the order management stays inside; the rest is for others."""
        left: list[Message] = []
        for message in sent:
            left += self.through(self.orders.handle(message)) if message.edge is Edge.OMS else [message]
        return left

    def through(self, told: list[Message]) -> list[Message]:
        """What the order management tells goes through the integration."""
        left: list[Message] = []
        for message in told:
            left += self.settle(self.integration.handle(replace(message, edge=Edge.OMS)))
        return left


@pytest.mark.parametrize(
    ("make", "roles", "most"),
    [(OrdersAndServices, ("oms", "som"), 0.3), (OrdersBehindTheQueue, ("oms", "integration"), 0.55)],
    ids=["oms and som", "oms and integration"],
)
def test_two_roles_at_once(make: MakePart, roles: tuple[str, ...], most: float) -> None:
    """Every example that looks at none of the inner edge passes; the others are left out, by name of the role."""
    reference = reference_claims(EDITION)
    able = reference.capabilities - {"restartable", "absent-neighbours"}  # which these two have not between them
    book, claims = EDITION.steps, replace(reference, roles=roles, capabilities=able)
    conversation = Conversation(InProcess(make, claims), claims, "BOTH")
    verdicts: Counter[Verdict] = Counter()
    for example in [example for role in roles for example in examples_of(role)]:
        if reason := example_reason(example, claims):
            verdicts[Verdict.INAPPLICABLE] += 1
            assert "inside the system" in reason or "switch" in reason or "absent" in reason or "restart" in reason
            continue
        result = execute(example, conversation, book)
        assert result.verdict is Verdict.PASSED, (str(example.id), result.step, result.expected, result.seen)
        verdicts[result.verdict] += 1
    conversation.rest()
    assert verdicts[Verdict.PASSED] > most * verdicts.total()
