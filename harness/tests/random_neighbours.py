"""Billing and provisioning of the bench, whose work ends and whose answers are heard in any order."""

from collections.abc import Iterator

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.parts.billing import Billing
from ordertck.harness.bench.parts.provisioning import Provisioning
from ordertck.harness.messages import Message
from ordertck.harness.tests.support import EDITION


def no_questions(question: Message, answer: str) -> Message:
    """Neighbours only tell."""
    raise AssertionError(f"{question.kind} asked, {answer} wanted")


class Neighbours:
    """Billing and provisioning as the kit plays them. What they tell waits in ``answers`` until it is delivered."""

    def __init__(self) -> None:
        self.answers: list[Message] = []
        directory = Directory("AT-RANDOM", EDITION.catalogue, NOW, lambda _: None)
        channel = Channel("AT-RANDOM", self.answers.append, no_questions)
        self.billing = Billing(directory, channel, lambda line: directory.catalogue.rate_plan(line.price_list))
        self.provisioning = Provisioning(directory, channel)
        self.billing.holds = self.provisioning.holds = True

    def next_answers(self) -> list[Message]:
        """What could be delivered next: work on different lines ends in any order, on one line in its own."""
        first: dict[tuple[object, ...], Message] = {}
        for answer in self.answers:
            first.setdefault((answer.edge, answer.body.get("line")), answer)
        return list(first.values())

    def under_way(self) -> Iterator[tuple[Billing | Provisioning, str, str]]:
        """The work that can be finished: at whom, for which order, on which line."""
        for billed in self.billing.held:
            yield self.billing, billed.order, billed.line.line
        for provided in self.provisioning.held:
            yield self.provisioning, provided.order, provided.line.line
