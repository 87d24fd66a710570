"""What leaves a CRM is accounted for; back offices answer it whomever it is about; the calendar is the system's own."""

from datetime import UTC, datetime

import pytest

from ordertck.harness.bench import Conversation
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import Breach
from ordertck.harness.messages import DeskShown, Edge, Message, as_body, replace
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tests.tiny import Tiny, ordered, staged

SWITCHES = EDITION.vocabulary.default_switches
CLAIMS = Claims("Tiny", "1", ("crm",), (), SWITCHES, timing=Timing(0.02, 0.01, 1.0), edition=EDITION)


def shown(message: Message) -> list[Message]:
    """What a CRM shows that does whatever is asked, and sends nothing."""
    if message.edge is not Edge.DESK:
        return []
    ref = message.body["ref"]
    body = DeskShown(object=message.body["object"], ref=ref, id=f"OWN-{ref}", fields={"revision": "1"})
    return [Message(f"a-{message.id}", "desk-shown", Edge.DESK, as_body(body), message.about, message.id)]


def saved(account: str) -> Message:
    body = {"verb": "Send", "object": "account", "record": account, "system": "Accounting", "account": account}
    return Message(f"w-{account}", "workflow", Edge.BACKOFFICE, body, account)


@pytest.mark.parametrize("whose", ["the example's", "nobody's"])
def test_a_back_office_answers_though_no_step_named_the_account(whose: str) -> None:
    tiny = Tiny(shown)
    conversation, _ = staged(tiny, CLAIMS)
    account = conversation.stage.directory.account("Neighbour") if whose == "the example's" else "WALK-IN"
    tiny.out.append(saved(account))
    conversation.stage.settled()
    answers = [message for message in tiny.told if message.kind == "workflow-answer"]
    assert [(answer.re, answer.body["outcome"]) for answer in answers] == [(f"w-{account}", "ok")]


def test_what_the_desk_took_and_nobody_queued_is_missed() -> None:
    conversation, _ = staged(Tiny(shown), CLAIMS)
    ordered(conversation)
    with pytest.raises(Breach, match="on the queue, once; seen: not at all"):
        conversation.balance()


def test_an_order_that_nobody_submitted_is_one_too_many() -> None:
    tiny = Tiny(shown)
    conversation, _ = staged(tiny, CLAIMS)
    account = conversation.stage.directory.account("Customer")
    body = {"order": "NEVER-HEARD-OF", "id": "NEVER-HEARD-OF/1", "account": account, "lines": []}
    tiny.out.append(Message("o-1", "order-submission", Edge.SUBMISSION, body, "NEVER-HEARD-OF"))
    with pytest.raises(Breach, match="those that users submitted"):
        conversation.balance()


def test_the_calendar_begins_with_the_run_where_no_clock_can_be_set() -> None:
    began = datetime(2026, 5, 4, tzinfo=UTC)
    assert Conversation(Tiny(shown), CLAIMS, "S", began=began).begin().now == began
    clocked = replace(CLAIMS, capabilities=frozenset({"virtual-clock"}))
    assert Conversation(Tiny(shown), clocked, "S", began=began).begin().now == NOW
