"""What provisioning is taken to hold, do and have where only the network is seen of it."""

from collections.abc import Iterable

import pytest

from ordertck.harness.bench import Conversation
from ordertck.harness.messages import Edge, Message
from ordertck.harness.tests.support import claims_as
from ordertck.harness.tests.tiny import Tiny, staged

# A line, a step, and what is to become of it.
Asked = tuple[str, str, str]
SET_UP: tuple[Asked, ...] = (("L2", "reserve", "do"), ("L2", "design", "do"), ("L2", "activate", "do"))


@pytest.fixture
def conversation() -> Conversation:
    return staged(Tiny(), claims_as("oms", "som"))[0]


def _ask(conversation: Conversation, asked: Iterable[Asked]) -> None:
    for line, step, effect in asked:
        body = {"line": line, "product": "Internet Access", "step": step, "effect": effect, "quantity": 1, "asset": "A"}
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
