"""The exchange: what counts as an answer, what is the system's own copy, and when it is given up."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach, Silence
from ordertck.harness.messages import DeskSee, Edge, Message, OrderUpdate, replace
from ordertck.harness.tests.tiny import CLAIMS, Tiny, ordered, staged, update


def snapshot(query: Message) -> Message:
    """A good answer to a query."""
    return Message(
        f"a-{query.id}", "order-snapshot", Edge.OMS, {"order": query.about, "status": "OPEN"}, query.about, query.id
    )


Spoil = Callable[[Message], Message]


def asked(spoil: Spoil) -> tuple[Order, Callable[[], str]]:
    """An order, and the question how it stands, to a system that spoils its answer."""
    conversation, _ = staged(Tiny(lambda told: [spoil(snapshot(told))] if told.kind == "order-query" else ()))
    order = ordered(conversation)
    return order, lambda: conversation.stage.fulfilment.status_of(order)


def of_kind(kind: str, body: dict[str, Any]) -> Spoil:
    """Another kind of message in the answer's place."""
    return lambda answer: replace(answer, kind=kind, edge=Edge.CRM, body={"order": answer.about, **body})


@pytest.mark.parametrize(
    ("spoil", "expected", "seen"),
    [
        (of_kind("refusal", {"reason": "no"}), "an order-snapshot on edge oms", "a refusal on edge crm"),
        (
            of_kind("order-update", {"status": "COMPLETE"}),
            "an order-snapshot on edge oms",
            "an order-update on edge crm",
        ),
        (
            lambda answer: replace(answer, body={"order": "SOMEBODY-ELSES", "status": "COMPLETE"}),
            "an answer about order S-0001-ORDER",
            "one about order SOMEBODY-ELSES",
        ),
    ],
    ids=["a refusal", "an update", "another order"],
)
def test_what_is_no_answer_is_a_breach(spoil: Spoil, expected: str, seen: str) -> None:
    """The system is to blame, and what it said of the order is not believed."""
    order, ask = asked(spoil)
    with pytest.raises(Breach) as breach:
        ask()
    assert breach.value.expected.startswith(expected)
    assert (breach.value.seen, order.status, order.refusals) == (seen, None, [])


def test_an_answer_that_refers_to_nothing_is_none() -> None:
    """The question stays open until the patience is over."""
    _, ask = asked(lambda answer: replace(answer, re=None))
    with pytest.raises(Silence):
        ask()


def test_the_system_has_a_copy_of_its_own() -> None:
    """Whatever it does with a message, the kit's evidence and a later delivery say what was said."""
    conversation, _ = staged(system := Tiny())
    order = ordered(conversation)
    (told,) = system.told
    assert isinstance(told.body, dict)
    told.body["lines"][0]["product"] = "Something else"
    told.body.clear()
    conversation.stage.channel.repeat(order.submissions[0])
    assert system.told[1].body["lines"][0]["product"] == "Internet Access"


class Endless(Tiny):
    """Has always one more to say about the first order, or about somebody else's."""

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about, self.said = about, 0

    def receive(self, patience: float) -> Message | None:  # noqa: ARG002 - there is always something
        self.said += 1
        return Message(f"m{self.said}", "order-update", Edge.CRM, {"order": self.about, "status": "OPEN"}, self.about)


def test_a_system_that_never_rests_is_given_up() -> None:
    """In three examples each wait is a breach; after that nothing is said to it any more."""
    conversation, _ = staged(system := Endless("S-0001-ORDER"))
    for number in range(1, 4):
        order = ordered(conversation)
        system.about = order.number
        with pytest.raises(Breach, match="messages without end"):
            conversation.stage.settled()
        conversation.forget()
        if number < 3:
            conversation.begin()
    with pytest.raises(Breach, match="messages without end in 3 examples"):
        conversation.begin()
    assert len(system.begun) == 3


def test_strays_fail_nobody_and_fill_nothing() -> None:
    """However many they are: a wait ends, a negative holds, and only so many are kept."""
    conversation, late = staged(Endless("SOMEBODY-ELSES"), CLAIMS)
    order = ordered(conversation)
    conversation.stage.never(lambda: order.stuck, "no refusal", "a refusal")
    assert (late, order.status) == ([], None)
    assert conversation.strays > 0
    assert len(conversation.transcript) < 2000


class Patient(Tiny):
    """Counts the silences that are waited for."""

    silences = 0

    def receive(self, patience: float) -> Message | None:
        said = super().receive(patience)
        self.silences += said is None and patience > 0
        return said


@pytest.mark.parametrize(
    ("before", "after", "silences"),
    [(False, False, 1), (True, False, 2), (False, True, 2)],
    ids=["nothing but the answer", "something before it", "something after it"],
)
def test_who_only_answers_a_look_is_at_rest_still(before: bool, after: bool, silences: int) -> None:
    """The answer is the evidence: no second silence is waited for, unless more was said than the answer."""

    def says(told: Message) -> list[Message]:
        besides = update(told.about, "OPEN")
        said = [*[besides] * before, snapshot(told), *[besides] * after]
        return said if told.kind == "order-query" else []

    conversation, _ = staged(system := Patient(says))
    order = ordered(conversation)
    stage = conversation.stage
    stage.settled()
    assert stage.fulfilment.status_of(order) == "OPEN"
    stage.settled()
    assert system.silences == silences


def test_what_comes_after_a_look_breaks_a_negative() -> None:
    """Whoever was taken to be at rest for its answer, and says later what must not come, is failed as late."""
    system = Tiny(lambda told: [snapshot(told)] if told.kind == "order-query" else ())
    conversation, late = staged(system)
    order = ordered(conversation)
    stage = conversation.stage
    stage.settled()
    stage.fulfilment.status_of(order)
    stage.never(lambda: order.status == "COMPLETE", "not complete", "complete")
    system.out.append(update(order.number, "COMPLETE"))
    stage.settled()
    assert [expected for _, expected, _ in late] == ["not complete"]


class Projecting(Tiny):
    """A CRM whose screens follow what it is told while nobody wants anything of it."""

    def __init__(self) -> None:
        super().__init__(self.shows)
        self.screen = self.known = "OPEN"

    def shows(self, told: Message) -> list[Message]:
        self.known = told.body.get("status", self.known)
        if told.kind != "desk-see":
            return []
        shown = {"object": "order", "ref": told.about, "fields": {"status": self.screen}}
        return [Message(f"s-{told.id}", "desk-shown", Edge.DESK, shown, told.about, told.id)]

    def receive(self, patience: float) -> Message | None:
        said = super().receive(patience)
        self.screen = self.known if said is None else self.screen
        return said


def test_users_look_at_news_once_it_is_quiet() -> None:
    """A screen may be behind what the CRM was told until it has been left alone for a while."""
    conversation, _ = staged(Projecting(), dataclasses.replace(CLAIMS, roles=("crm",)))
    channel = conversation.stage.channel
    channel.tell("order-update", Edge.CRM, OrderUpdate(order="O", status="COMPLETE"), "O")
    shown = channel.ask("desk-see", Edge.DESK, DeskSee(object="order", ref="O"), "O", answer="desk-shown")
    assert shown.body["fields"] == {"status": "COMPLETE"}
