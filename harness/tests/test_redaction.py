"""What a vendor keeps to itself: struck out wherever it stands, and nothing else with it."""

from ordertck.harness.messages import Edge, Message
from ordertck.harness.redaction import Redaction
from ordertck.harness.tests.support import transcript_on_file

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
