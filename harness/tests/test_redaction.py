"""What a vendor keeps to itself: struck out wherever it stands, and nothing else with it."""

import pytest

from ordertck.harness.messages import Edge, Message
from ordertck.harness.redaction import Redaction, secrets
from ordertck.harness.tests.support import transcript_on_file
from ordertck.harness.verification.replay import Tape

ORDER = {
    "order": "O-1",
    "account": "Smith",
    "payers": [{"account": "Jones"}, {"account": "Smith"}],
    "contact": {"name": "Smith", "ages": [41, None]},
}


def test_named_fields_are_struck_out_at_any_depth() -> None:
    """The same value has the same stand-in, in whichever field it stands; other values stay."""
    assert Redaction(("account",)).body(ORDER) == {
        "order": "O-1",
        "account": "[redacted 1]",
        "payers": [{"account": "[redacted 2]"}, {"account": "[redacted 1]"}],
        "contact": {"name": "[redacted 1]", "ages": [41, None]},
    }


def test_what_lies_below_a_named_field_is_struck_out_whole() -> None:
    """Numbers too; that there is nothing is no secret."""
    struck = Redaction(("contact",)).body(ORDER)
    assert struck["contact"] == {"name": "[redacted 1]", "ages": ["[redacted 0]", None]}


def test_texts_lose_what_was_struck_out_before() -> None:
    """Whole words only, and the longest first."""
    redaction = Redaction(("account",))
    redaction.body({"account": "Smith"})
    redaction.body({"account": "Smith-2"})
    assert redaction.text("Smith-2 and Smith, not Smithers") == "[redacted 2] and [redacted 1], not Smithers"


def test_nothing_is_struck_out_where_nothing_is_named() -> None:
    assert Redaction().body(ORDER) is ORDER
    assert Redaction().text("Smith") == "Smith"


def test_the_transcript_holds_no_struck_value() -> None:
    """Neither in a body nor in what a message is about."""
    transcript = transcript_on_file()
    transcript.redaction = Redaction(["account"])
    transcript.add("told", "S-1", Message("m1", "cancel", Edge.OMS, {"order": "O-1", "account": "Smith"}, "Smith"))
    (record,) = transcript.records()
    assert "Smith" not in str(record)
    assert record["message"]["body"] == {"order": "O-1", "account": "[redacted 1]"}


def test_a_body_loses_what_stands_within_its_texts() -> None:
    """Whoever writes a name into a reason tells it too."""
    redaction = Redaction(["account"])
    assert redaction.body({"account": "Smith", "reason": "Smith owes 3, Smithers nothing"}) == {
        "account": "[redacted 1]",
        "reason": "[redacted 1] owes 3, Smithers nothing",
    }


def test_secrets_of_command_and_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables that the command names, and variables and options that are secrets by their name."""
    for name, value in {"SHOP_HOST": "shop.example", "SHOP_API_KEY": "abcd-1234", "PIN_TOKEN": "1234"}.items():
        monkeypatch.setenv(name, value)
    found = secrets(["shop", "${SHOP_HOST}", "--password=xyzzy", "--level=INFO"])
    assert {"shop.example", "abcd-1234", "xyzzy"} <= found
    assert not found & {"1234", "INFO"}
    assert Redaction((), found).text("no route to shop.example: xyzzy") == "no route to [hidden]: [hidden]"


def test_a_replay_reads_texts_from_which_something_was_struck_out() -> None:
    """It learns each value where the kit tells it, and puts it back where the system said it."""
    told = {
        "id": "m1",
        "kind": "cancel",
        "edge": "oms",
        "body": {"order": "O-1", "reason": "[redacted 1] and [hidden]"},
    }
    heard = {"id": "h1", "kind": "refusal", "edge": "crm", "body": {"order": "O-1", "reason": "not [redacted 1]"}}
    tape = Tape(iter([{"record": 1, "way": "told", "message": told}, {"record": 2, "way": "heard", "message": heard}]))
    tape.told(Message("m1", "cancel", Edge.OMS, {"order": "O-1", "reason": "Smith and secret"}))
    message = tape.heard()
    assert message
    assert message.body["reason"] == "not Smith"
    assert tape.ended
