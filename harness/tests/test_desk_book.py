"""What leaves a CRM is accounted for; back offices answer it whomever it is about; the calendar is the system's own."""

from datetime import UTC, datetime

import pytest

from ordertck.harness.bench import Conversation
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.bench.orders import draft_lines
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import Breach
from ordertck.harness.messages import DeskShown, Edge, Message, Refusal, as_body, replace
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


@pytest.mark.parametrize(
    ("entered", "queued", "owed"),
    [("Add", "Replace", "Add"), ("Add", None, "Add"), (None, "Replace", "an action that there is")],
)
def test_a_line_is_queued_with_the_action_that_was_entered(entered: str | None, queued: str | None, owed: str) -> None:
    tiny = Tiny(shown)
    conversation, _ = staged(tiny, CLAIMS)
    crm = conversation.stage.crm
    order = crm.new_order("ORDER")
    order.lines = [line] = draft_lines([["product"], ["Internet Access"]])
    line.action = entered
    crm.enter(order)
    crm.submit(order)
    sent = {"id": line.id, "number": "1", "product": line.product, "action": queued}
    body = {"order": order.number, "id": order.number, "account": order.account, "lines": [sent]}
    tiny.out.append(Message("o-1", "order-submission", Edge.SUBMISSION, body, order.number))
    with pytest.raises(Breach) as breach:
        conversation.balance()
    assert (breach.value.expected, breach.value.seen) == (f"{owed} on line 1 of order ORDER", queued or "no action")


@pytest.mark.parametrize(
    ("happened", "again"), [("nothing", False), ("a refusal", True), ("a revision given up", True)]
)
def test_after_a_refusal_a_user_enters_everything_again(happened: str, again: bool) -> None:
    """Nobody can tell what the newer version began with; otherwise only what is new is entered."""
    tiny = Tiny(shown)
    conversation, _ = staged(tiny, CLAIMS)
    order = ordered(conversation)
    if happened == "a refusal":
        order.refusals.append(Refusal(order=order.number, reason="no"))
    if happened == "a revision given up":
        conversation.stage.desk.decided["ORDER"] = ["reject"]
    order.revision, known = order.revision + 1, len(tiny.told)
    conversation.stage.crm.enter(order)
    said = {name for message in tiny.told[known:] for name in message.body.get("fields", {})}
    assert ("product" in said, "account" in said) == (again, True)


def test_the_calendar_begins_with_the_run_where_no_clock_can_be_set() -> None:
    began = datetime(2026, 5, 4, tzinfo=UTC)
    assert Conversation(Tiny(shown), CLAIMS, "S", began=began).begin().now == began
    clocked = replace(CLAIMS, capabilities=frozenset({"virtual-clock"}))
    assert Conversation(Tiny(shown), clocked, "S", began=began).begin().now == NOW
