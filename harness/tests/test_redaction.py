"""What a vendor keeps to itself: struck out wherever it stands, and nothing else with it."""

import html
import json
from base64 import b64encode
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from ordertck.harness.errors import AdapterError
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


# As environments have them: with quotes, an accent, several lines; and what of each no output may hold.
AWKWARD = (
    "qu\"ote\\\\back<&>'Core",
    "ünï-Core-é",
    "-----BEGIN-----\nfirst Core/x+y=\nsecondCore=\n-----END-----",
    "plain-Core-1",
)


@pytest.mark.parametrize("secret", AWKWARD)
@pytest.mark.parametrize(
    "said",
    [
        repr,
        json.dumps,
        lambda text: json.dumps(text, ensure_ascii=False),
        lambda text: json.dumps(json.dumps({"login": text})),
        lambda text: repr(KeyError(text)),
        lambda text: repr(f'it\'s "{text}"'),
        lambda text: repr(text.encode()),
        lambda text: f"https://host.example/?key={quote(text, safe='')}&more={quote_plus(text)}",
        lambda text: f"<b>{html.escape(text)}</b>",
        lambda text: f"token_{text}_of_ours",
        lambda text: repr(f"login\n{text}"),
        lambda text: f"the second line is {text.splitlines()[-2:][0]}",
        lambda text: f"Basic {b64encode(text.encode()).decode()}",
    ],
)
def test_a_secret_is_struck_out_however_it_is_written(secret: str, said: Callable[[str], str]) -> None:
    """Errors quote, escape and encode what they tell."""
    told = Redaction((), {secret}).text(said(secret))
    assert "[hidden]" in told
    assert "Core" not in told
    assert b64encode(secret.encode()).decode() not in told


def test_a_secret_in_the_name_of_a_field_is_struck_out_and_replayed() -> None:
    body = {"order": "O-1", "as abcd-1234-efgh": "x"}
    struck = Redaction((), {"abcd-1234-efgh"}).body(body)
    assert struck == {"order": "O-1", "as [hidden]": "x"}
    told = {"id": "m1", "kind": "cancel", "edge": "oms", "body": struck}
    tape = Tape(iter([{"record": 1, "way": "told", "message": told}]))
    tape.told(Message("m1", "cancel", Edge.OMS, body))
    assert tape.ended


@pytest.mark.parametrize("text", [r"no account\nSmith", "?of=%22Smith%22", 'no "Smith"', r"of=\"Smith\""])
def test_a_value_behind_an_escape_is_struck_out(text: str) -> None:
    """Without taking the escape for its first letter."""
    redaction = Redaction(("account",))
    redaction.body({"account": "Smith"})
    assert redaction.text(text) == text.replace("Smith", "[redacted 1]")


def test_a_value_that_another_one_may_be_written_as_has_a_stand_in_of_its_own() -> None:
    """As long as it is no value, it stands for the other."""
    redaction = Redaction(("site",))
    assert redaction.body({"site": "12 Mill Lane", "at": "12+Mill+Lane"}) == {
        "site": "[redacted 1]",
        "at": "[redacted 1]",
    }
    assert redaction.body({"site": "12+Mill+Lane"}) == {"site": "[redacted 2]"}
    assert redaction.body({"site": "12 Mill Lane"}) == {"site": "[redacted 1]"}
    redaction.also_known({"site": "12%20Mill%20Lane"}, {"site": "12+Mill+Lane"})
    assert redaction.text("12%20Mill%20Lane") == "[redacted 2]"


def test_a_value_is_struck_out_in_json_too() -> None:
    redaction = Redaction(("account",))
    struck = redaction.body({"account": 'Smith "Bob"', "reason": json.dumps({"of": 'Smith "Bob"'})})
    assert struck["reason"] == '{"of": "[redacted 1]"}'


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


@pytest.mark.parametrize(
    ("recorded", "told", "learned"),
    [
        ({"reason": "[redacted 1], [redacted 1]"}, {"reason": "a, b, a, b"}, {"[redacted 1]": "a, b"}),
        (
            {"reason": "from [redacted 1] to [redacted 2]", "site": "[redacted 2]"},
            {"reason": "from Way to Go to 3 Harbour Road", "site": "3 Harbour Road"},
            {"[redacted 1]": "Way to Go", "[redacted 2]": "3 Harbour Road"},
        ),
        ({"reason": "from [redacted 1] to [redacted 2]"}, {"reason": "from Way to Go to 3 Harbour Road"}, {}),
        ({"reason": "[redacted 1] and [hidden]"}, {"reason": "Smith and secret"}, {"[redacted 1]": "Smith"}),
        ({"at": "?[redacted 1]", "site": "[redacted 1]"}, {"at": "?A+B", "site": "A B"}, {"[redacted 1]": "A B"}),
        ({"at": "[redacted 1]", "site": "[redacted 1]"}, {"at": "A+B", "site": "A B"}, {"[redacted 1]": "A B"}),
        ({"reason": "[redacted 1], [redacted 1]"}, {"reason": "a, b"}, None),
        ({"reason": "no [redacted 1]", "site": "[redacted 1]"}, {"reason": "no A", "site": "B"}, None),
        ({"site": "[redacted 1]", "at": "[redacted 1]"}, {"site": "A", "at": "B"}, None),
        ({"reason": "[redacted 0] of"}, {"reason": " of"}, None),
    ],
)  # fmt: skip
def test_a_replay_learns_what_is_certain(
    recorded: dict[str, str], told: dict[str, str], learned: dict[str, str] | None
) -> None:
    """What was struck out whole first, whichever field it stands in; of a text that can be read two ways, nothing."""
    record = {"id": "m1", "kind": "cancel", "edge": "oms", "body": recorded}
    heard = {
        "id": "h1",
        "kind": "refusal",
        "edge": "crm",
        "body": {f"[redacted {n}]": f"[redacted {n}]" for n in (1, 2)},
    }
    tape = Tape(
        iter([{"record": 1, "way": "told", "message": record}, {"record": 2, "way": "heard", "message": heard}])
    )
    if learned is None:
        with pytest.raises(AdapterError, match="the transcript says otherwise"):
            tape.told(Message("m1", "cancel", Edge.OMS, told))
        return
    tape.told(Message("m1", "cancel", Edge.OMS, told))
    message = tape.heard()
    assert message
    assert {name: held for name, held in message.body.items() if held != name} == learned


def test_a_text_that_lost_too_much_is_not_taken_for_what_was_told() -> None:
    """In good time; and it is said that this is why."""
    many = " ".join(f"[redacted {number % 7 + 1}]" for number in range(40))
    record = {"id": "m1", "kind": "cancel", "edge": "oms", "body": {"reason": many}}
    tape = Tape(iter([{"record": 1, "way": "told", "message": record}]))
    with pytest.raises(AdapterError, match="a text has lost so much"):
        tape.told(Message("m1", "cancel", Edge.OMS, {"reason": "a " * 200 + "b"}))


def test_what_was_struck_out_of_values_alike_is_replayed() -> None:
    """One of them may be written as the other, in a field or in a text."""
    bodies = [{"site": site, "reason": f"no {site} (3), nor 12+Mill+Lane"} for site in ("12 Mill Lane", "12+Mill+Lane")]
    redaction = Redaction(("site",))
    told = [{"id": "m1", "kind": "cancel", "edge": "oms", "body": redaction.body(body)} for body in [*bodies, *bodies]]
    tape = Tape({"record": 1, "way": "told", "message": message} for message in told)
    for body in [*bodies, *bodies]:
        tape.told(Message("m1", "cancel", Edge.OMS, body))
    assert tape.ended
