"""What provisioning is taken to hold, do and have where only the network is seen of it."""

from collections.abc import Iterable

import pytest

from ordertck.harness.bench import Conversation
from ordertck.harness.bench.orders import draft_lines
from ordertck.harness.messages import Edge, Message
from ordertck.harness.tests.support import claims_as
from ordertck.harness.tests.tiny import Tiny, staged

# A line, a step, and what is to become of it.
Asked = tuple[str, str, str]
SET_UP: tuple[Asked, ...] = (("L2", "reserve", "do"), ("L2", "design", "do"), ("L2", "activate", "do"))


@pytest.fixture
def conversation() -> Conversation:
    return staged(Tiny(), claims_as("oms", "som"))[0]


@pytest.fixture
def at_rest(conversation: Conversation) -> Conversation:
    """An order "O" of which line L3 suspends asset A and line L4 resumes it."""
    order = conversation.stage.crm.new_order("O")
    order.lines = draft_lines([["line", "action"], ["3", "Suspend"], ["4", "Resume"]])
    for line in order.lines:
        conversation.stage.directory.know_line(order, line, f"L{line.number}")
    return conversation


def _ask(conversation: Conversation, asked: Iterable[Asked]) -> None:
    for line, said, effect in asked:
        step, _, state = said.partition(" ")
        about = {"line": line, "asset": "A", "product": "Internet Access"}
        body = {**about, "step": step, "effect": effect, "quantity": 1, "attributes": {"state": state} if state else {}}
        name = f"n-{len(conversation.stage.network.entries)}"
        message = Message(name, "network-order", Edge.NETWORK, {"order": "O", "lines": [body]}, "O")
        conversation.stage.network.take(message)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (SET_UP, "active"),
        ((("L1", "reserve", "do"), ("L1", "reserve", "undo"), *SET_UP), "active"),
        ((*SET_UP, ("L3", "activate", "undo")), "suspended"),
        ((*SET_UP, ("L3", "suspend", "do")), "suspended"),
        ((*SET_UP, ("L3", "activate", "undo"), ("L4", "activate", "do")), "active"),
    ],
)
def test_a_service_is_active_while_it_has_the_steps_of_its_setting_up(
    conversation: Conversation, asked: tuple[Asked, ...], status: str
) -> None:
    """Be it that an earlier line which was to set it up was cut off half done."""
    _ask(conversation, asked)
    assert [service.status for service in conversation.stage.provisioning.services("A")] == [status]


@pytest.mark.parametrize(
    ("suspends", "resumes"),
    [
        ([("L3", "activate", "undo")], [("L4", "activate", "do")]),
        ([("L3", "bar", "do")], [("L4", "bar", "undo")]),
        ([("L3", "bar", "do")], [("L4", "lift", "do")]),
        ([("L3", "bar", "do")], [("L3", "bar", "undo")]),
        ([("L3", "activate barred", "change")], [("L4", "activate free", "change")]),
        ([("L3", "bar", "do")], [("L5", "bar", "undo")]),  # a later order wakes up what it was to change only
    ],
)
def test_a_service_rests_for_as_long_as_it_is_put_to_rest(
    at_rest: Conversation, suspends: list[Asked], resumes: list[Asked]
) -> None:
    """How it is put to rest, and woken up, is each system's own affair."""
    _ask(at_rest, (*SET_UP, *suspends))
    assert [service.status for service in at_rest.stage.provisioning.services("A")] == ["suspended"]
    _ask(at_rest, resumes)
    assert [service.status for service in at_rest.stage.provisioning.services("A")] == ["active"]


def test_what_the_network_holds_already_is_held(conversation: Conversation) -> None:
    """Though provisioning is asked for the first time after that."""
    conversation.stage.network.holds = True
    assert conversation.stage.provisioning.holds
    _ask(conversation, SET_UP)
    assert conversation.stage.provisioning.holding("O")
    assert conversation.stage.provisioning.is_under_way("L2")
    assert conversation.stage.provisioning.services("A") == []


def test_a_line_is_completed_as_far_as_the_same_is_done(conversation: Conversation) -> None:
    """What is taken down after it was set up is further work."""
    conversation.stage.provisioning.holds = True
    _ask(conversation, (*SET_UP, ("L3", "resume", "do"), ("L3", "resume", "change")))
    assert conversation.stage.provisioning.complete("O") == 2
    assert [task.line.effect for task in conversation.stage.network.held] == ["change"]
    assert conversation.stage.provisioning.complete("O") == 1
