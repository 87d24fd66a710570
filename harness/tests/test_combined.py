"""A system of two roles: order management with service order management inside; the edge between them is its own."""

from collections import Counter, deque
from dataclasses import replace
from datetime import datetime

import pytest

from ordertck.harness.cast.casting import reference_claims
from ordertck.harness.cast.trial import examples_of
from ordertck.harness.catalogue import Catalogue
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reference.oms import OrderManagement
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.runner.executor import execute
from ordertck.harness.runner.gate import example_reason
from ordertck.harness.runner.step_book import step_book
from ordertck.harness.stage import Stage
from ordertck.harness.verdicts import Verdict

CLAIMS = replace(reference_claims(), roles=("oms", "som"))
INSIDE = ("cancel", "suspend", "resume", "provisioning-order")


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
            elif message.kind in INSIDE:
                todo.extend(self.services.handle(message))
            else:
                todo.extend(self.orders.handle(message))
        return left


@pytest.mark.parametrize("role", ["oms", "som"])
def test_two_roles_at_once(role: str) -> None:
    """Every example that looks at none of the inner edge passes; the others are left out, by name of the edge."""
    book = step_book()
    stage = Stage(InProcess(OrdersAndServices, CLAIMS), CLAIMS, "BOTH")
    verdicts: Counter[Verdict] = Counter()
    for example in examples_of(role):
        reason = example_reason(example, CLAIMS, book)
        if reason:
            verdicts[Verdict.INAPPLICABLE] += 1
            continue
        result = execute(example, stage, book)
        assert result.verdict is Verdict.PASSED, (str(example.id), result.step, result.expected, result.seen)
        verdicts[result.verdict] += 1
    stage.rest()
    assert (verdicts[Verdict.PASSED] > 100) == (role == "oms")
    assert verdicts[Verdict.INAPPLICABLE] > 30
