"""The conversation: what is late, what is stray, what is malformed, and who is to blame; on systems of a few lines."""

from collections.abc import Callable
from dataclasses import replace as with_other
from datetime import timedelta
from typing import Any
from weakref import ref

import pytest

from ordertck.harness.bench import Conversation, Stage
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach, Silence, Unsendable
from ordertck.harness.messages import Edge, Message, OrderQuery, replace
from ordertck.harness.messages.roles import Trait
from ordertck.harness.tests.tiny import CLAIMS, Tiny, ordered, refusal, staged, update


def no_refusal(conversation: Conversation, order: Order) -> None:
    """What the tests below have stand: the order is not refused."""
    conversation.stage.never(lambda: order.stuck, "no refusal", "a refusal")


# Late


def test_a_negative_that_does_not_hold() -> None:
    """Is a breach at once, and nothing stands."""
    conversation, late = staged(Tiny(lambda told: [refusal(told.about)]))
    with pytest.raises(Breach) as breach:
        no_refusal(conversation, ordered(conversation))
    assert (breach.value.expected, breach.value.seen, late) == ("no refusal", "a refusal", [])
    conversation.end()
    assert conversation.unconfirmed == []


def test_late_in_the_same_example() -> None:
    """The step had passed; the scene is told of, once."""
    conversation, late = staged(system := Tiny())
    order = ordered(conversation)
    no_refusal(conversation, order)
    system.out += [update(order.number, "OPEN"), refusal(order.number), refusal(order.number)]
    conversation.stage.settled()
    assert late == [("S-0001", "no refusal", "a refusal")]


def test_late_in_a_later_example() -> None:
    """It counts for the example that it is about, and is no stray."""
    conversation, late = staged(system := Tiny())
    first = ordered(conversation)
    no_refusal(conversation, first)
    conversation.end()
    conversation.begin()
    second = ordered(conversation)
    no_refusal(conversation, second)
    assert conversation.unconfirmed == ["S-0001"]
    system.out.append(refusal(first.number))
    conversation.stage.settled()
    assert late == [("S-0001", "no refusal", "a refusal")]
    assert (second.stuck, conversation.strays, conversation.unconfirmed) == (False, 0, [])


def test_late_at_the_end_of_the_run() -> None:
    """The conversation listens a last time."""
    conversation, late = staged(system := Tiny())
    order = ordered(conversation)
    no_refusal(conversation, order)
    conversation.end()
    system.out.append(refusal(order.number))
    conversation.rest()
    assert [scene for scene, *_ in late] == ["S-0001"]


@pytest.mark.parametrize("cause", ["message", "instant"])
def test_not_late_after_a_new_cause(cause: str) -> None:
    """What follows from something that the kit did since is no breach of what held before."""

    class Clocked(Tiny):
        def advance_to(self, instant: Any) -> None:
            self.told.append(instant)

    conversation, late = staged(system := Clocked())
    order = ordered(conversation)
    no_refusal(conversation, order)
    if cause == "message":
        conversation.stage.crm.submit(order)
    else:
        conversation.stage.advance_to(NOW + timedelta(days=1))
        assert conversation.stage.now == NOW + timedelta(days=1)
    system.out.append(refusal(order.number))
    conversation.stage.settled()
    conversation.end()
    assert order.stuck
    assert (late, conversation.unconfirmed) == ([], [])


def test_a_question_is_no_new_cause() -> None:
    """Looking changes nothing, so what comes after it is late all the same."""
    conversation, late = staged(system := Tiny())
    order = ordered(conversation)
    no_refusal(conversation, order)
    system.out.append(refusal(order.number))
    with pytest.raises(Silence):
        conversation.stage.channel.ask(
            "order-query", Edge.OMS, OrderQuery(order=order.number), order.number, "order-snapshot"
        )
    assert len(late) == 1


# Questions and strays


def snapshot(query: Message) -> list[Message]:
    """The answer to a query."""
    body = {"order": query.about, "status": "OPEN"}
    return [Message(f"a-{query.id}", "order-snapshot", Edge.OMS, body, query.about, query.id)]


def test_questions() -> None:
    """Answered by the message that refers to it; silence is told as such, with what was asked."""
    conversation, _ = staged(Tiny(lambda told: snapshot(told) if told.kind == "order-query" else ()))
    order = ordered(conversation)
    query = OrderQuery(order=order.number)
    assert (
        conversation.stage.channel.ask("order-query", Edge.OMS, query, order.number, "order-snapshot").body["status"]
        == "OPEN"
    )
    assert order.status == "OPEN"
    conversation, _ = staged(Tiny())
    with pytest.raises(Silence) as silence:
        conversation.stage.channel.ask("order-query", Edge.OMS, query, "O-1", "order-snapshot")
    assert silence.value.asked == "order-query about O-1"


def test_an_answer_that_comes_an_example_too_late() -> None:
    """It is about the example in which the question was asked; in another one it can break nothing."""
    conversation, _ = staged(system := Tiny())
    with pytest.raises(Silence):
        conversation.stage.channel.ask("order-query", Edge.OMS, OrderQuery(order="O-1"), "O-1", "order-snapshot")
    conversation.end()
    conversation.begin()
    bad = replace(snapshot(system.told[0])[0], body={"order": "O-1", "status": 7})
    system.out.append(bad)
    conversation.stage.settled()
    assert [r["scenario"] for r in conversation.transcript.records()] == ["S-0001", "S-0001"]


def test_strays_are_counted_and_shown() -> None:
    """Messages about nothing that the kit knows: in the transcript without a scene, well-formed or not."""
    conversation, _ = staged(system := Tiny())
    system.out += [
        update("UNKNOWN", "OPEN"),
        update("UNKNOWN", 7),
        replace(update("X", "OPEN"), kind="gossip", body={}),
    ]
    conversation.stage.settled()
    assert conversation.strays == 3
    assert [(r["way"], r["scenario"]) for r in conversation.transcript.records()] == [("heard", "")] * 3


def test_a_stray_that_is_claimed_later_is_taken_down_once() -> None:
    """An order's message may come before the kit knows its number."""
    conversation, _ = staged(system := Tiny())
    system.out.append(update("ORD-7", "OPEN"))
    conversation.stage.settled()
    order = ordered(conversation)
    conversation.stage.directory.know(order, "ORD-7")
    assert (conversation.strays, order.status) == (0, "OPEN")
    assert [r["way"] for r in conversation.transcript.records()].count("heard") == 1


@pytest.mark.parametrize("field", ["account", "record"])
def test_a_back_office_message_about_no_name(field: str) -> None:
    """A list where a name should be makes a stray, and breaks nothing."""
    conversation, _ = staged(system := Tiny())
    body = {"verb": "Send", "object": "account", "record": "R", "system": "Accounting", field: ["x"]}
    system.out.append(Message("w-1", "workflow", Edge.BACKOFFICE, body))
    conversation.stage.settled()
    assert (conversation.strays, conversation.stage.unclaimed("workflow")) == (1, [])


def test_a_bad_message_about_an_earlier_example() -> None:
    """Is no fault of the current one."""
    conversation, late = staged(system := Tiny())
    first = ordered(conversation)
    conversation.end()
    conversation.begin()
    system.out.append(update(first.number, 7))
    conversation.stage.settled()
    assert (conversation.strays, late) == (1, [])


# Bad messages


@pytest.mark.parametrize(
    ("change", "expected", "seen"),
    [
        ({"body": {"order": "?", "status": 7}}, "a well-formed order-update", "status: 7 is not of type 'string'"),
        ({"kind": "gossip"}, "a message of a known kind", "kind 'gossip'"),
        ({"kind": "order-refusal"}, "a message of a known kind, such as refusal", "kind 'order-refusal'"),
        ({"edge": Edge.BILLING}, "order-update on edge oms or crm", "it on edge billing"),
        ({"kind": "order-query", "edge": Edge.OMS, "body": {"order": "?"}}, "a message for a neighbour", ""),
        ({"kind": "order-submission", "edge": Edge.SUBMISSION}, "a message for a neighbour", "order-submission"),
    ],
)
def test_bad_messages_are_breaches(change: dict[str, Any], expected: str, seen: str) -> None:
    """A system that sends what nobody can read, or what is not its to send, is told so."""
    conversation, _ = staged(system := Tiny())
    order = ordered(conversation)
    if change.get("kind") == "order-submission":
        change = {**change, "body": {**system.told[0].body}}
    message = replace(update(order.number, "OPEN"), **change)
    body = {**message.body, "order": order.number}
    system.out.append(replace(message, body=body))
    with pytest.raises(Breach) as breach:
        conversation.stage.settled()
    assert breach.value.expected.startswith(expected)
    assert seen in breach.value.seen


def test_a_bad_message_of_the_kit() -> None:
    """Is the kit's own fault, and never reaches the system."""
    conversation, _ = staged(system := Tiny())
    with pytest.raises(Unsendable, match="the kit sent a bad sales-order"):
        conversation.stage.channel.tell("sales-order", Edge.OMS, {"order": 7}, "O-1")
    assert system.told == []
    assert len(conversation.transcript) == 0


# What an example leaves behind


@pytest.mark.parametrize("where", ["billing", "provisioning"])
def test_what_is_held_is_released_at_the_end(where: str) -> None:
    """The work that a neighbour held is reported done, so that an order takes no place in the next example."""
    line = {"line": "L", "product": "Internet Access"}
    work = {
        "billing": {"phase": "all", "lines": [{**line, "effect": "start", "price_list": "Household Price List"}]},
        "provisioning": {"target": "network", "lines": [{**line, "effect": "add"}]},
    }[where]

    def asks(told: Message) -> list[Message]:
        body = {"order": told.about, "account": "A", **work}
        return [Message("w", f"{where}-order", Edge(where), body, told.about)] if told.kind == "sales-order" else []

    system = Tiny(asks)
    conversation, _ = staged(system)
    getattr(conversation.stage, where).holds = True
    order = ordered(conversation)
    conversation.stage.settled()
    assert getattr(conversation.stage, where).holding(order.number)
    conversation.end()
    assert [told.body["value"] for told in system.told if told.kind == f"{where}-update"] == ["COMPLETE"]


@pytest.mark.parametrize(
    ("shut", "opened"),
    [
        (lambda stage: stage.closures.hold_queue(Trait.CARRIAGE), "intake-release"),
        (lambda stage: stage.closures.leave(Edge.BILLING), "neighbour-back"),
    ],
)
def test_what_was_shut_is_opened_at_the_end(shut: Callable[[Stage], None], opened: str) -> None:
    """No later example finds a queue held or a neighbour away; what must not come meanwhile may come then."""
    conversation, late = staged(system := Tiny(), with_other(CLAIMS, roles=("integration",)))
    order = ordered(conversation)
    shut(conversation.stage)
    no_refusal(conversation, order)
    conversation.end()
    conversation.begin()
    system.out.append(refusal(order.number))
    conversation.stage.settled()
    assert [told.kind for told in system.told][-1] == opened
    assert late == []


def test_an_example_that_is_long_over() -> None:
    """Takes up no memory, and what is said of it is a stray, where the system says when nothing more can come."""
    conversation, _ = staged(system := Tiny())
    first, stage = ordered(conversation).number, ref(conversation.stage)
    for _ in range(52):
        conversation.stage.settled()
        conversation.end()
        conversation.begin()
    assert stage() is None
    system.out.append(update(first, "OPEN"))
    conversation.stage.settled()
    assert conversation.strays == 1
