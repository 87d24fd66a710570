"""Logs, transcripts and maps of all kinds of mistakes: each is told with its place, and none is the kit's."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.audit import logs
from ordertck.harness.tests.commands import Terminal

MAP = """
[log]
select = "kind"
at = "at"

[messages.state]
kind = "provisioning-update"
edge = "provisioning"
from = "som"
body.order = "order"
body.line = "line"
body.sort = "'status'"
body.value = "'COMPLETE'"
"""
ORDERS = """
[messages.order]
kind = "provisioning-order"
edge = "provisioning"
from = "oms"
body.order = "order"
body.account = "who"
body.target = "'network'"
body.lines = "[{line: line, product: 'Internet Access', effect: 'add', asset: 'S'}]"
"""
STATE = {"kind": "state", "at": "2026-03-02T22:00:00Z", "order": "1", "line": "a"}
# A function that returns a message, with something else in the place of its parts.
BY_HAND = """
from datetime import UTC, datetime

def message(record):
    {before}
    body = {{"order": "1", "line": "a", "sort": "status", "value": "COMPLETE"}}
    return {{"kind": "provisioning-update", "edge": "provisioning", "from": "som", "customer": "C", "body": body,
        "at": datetime(2026, 3, 2, tzinfo=UTC), {more}}}

class Mute(Exception):
    def __str__(self): return 1 / 0
    __repr__ = __str__
"""
RECORD = {
    "record": 1,
    "scenario": "S1-0001",
    "way": "heard",
    "at": 0.5,
    "message": {"id": "m", "kind": "refusal", "edge": "crm", "body": {"order": "1", "reason": "no"}},
}


def told(ordertck: Terminal, tmp_path: Path, record: dict[str, Any] | str, *words: str) -> str:
    """What is said of a log of one record, which is never that the kit broke."""
    log = tmp_path / "log.ndjson"
    log.write_text((record if isinstance(record, str) else json.dumps(record)) + "\n")
    done = ordertck("audit", log, "--role", "som", *words)
    assert (done.code, done.out) == (2, "")
    return done.err


@pytest.mark.parametrize(
    "at",
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z", "1969-12-31T00:00:00Z", 253402300799],
)
def test_a_date_that_stands_for_none(at: object, ordertck: Terminal, tmp_path: Path) -> None:
    """Whoever reckoned with it would leave the calendar."""
    (tmp_path / "map.toml").write_text(MAP)
    said = told(ordertck, tmp_path, {**STATE, "at": at}, "--map", "map.toml")
    assert "log.ndjson:1: at is no instant: " in said
    assert "in the years 1970 to 9000" in said


def test_a_line_without_end(ordertck: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_LONGEST_LINE", 100)
    (tmp_path / "map.toml").write_text(MAP)
    said = told(ordertck, tmp_path, {**STATE, "note": "x" * 100}, "--map", "map.toml")
    assert "log.ndjson:1: the line has more than 100 bytes" in said


def test_a_column_that_keeps_all_rows_together(
    ordertck: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no order's, and would keep the whole log in memory."""
    monkeypatch.setattr(logs, "_MOST_ROWS", 2)
    (tmp_path / "map.toml").write_text(MAP.replace('at = "at"', 'at = "at"\ngroup = "kind"'))
    said = told(ordertck, tmp_path, "\n".join([json.dumps(STATE)] * 3), "--map", "map.toml")
    assert "log.ndjson:1: 2 rows and more have one 'kind'; [log] group names" in said


@pytest.mark.parametrize(
    ("before", "more", "said"),
    [
        ("raise Mute()", "", "the function of map.py fails: Mute"),
        ("return Mute()", "", "returns a Mute that cannot say what it is"),
        ("raise GeneratorExit", "", "fails: GeneratorExit"),
        ("raise ValueError('x' * 100_000)", "", "(100,0"),
        ("", '"kind": "news"', "log.ndjson:1: there is no kind 'news'"),
        ("", r'"kind": "\ud800"', "there is no kind"),
        ("", '"at": datetime.max.replace(tzinfo=UTC)', "log.ndjson:1: 'at' is no instant"),
        ("", '"at": datetime.min', "'at' is no instant"),
        ("", '"at": Mute()', "'at' is no instant: a Mute that cannot"),
    ],
)
def test_a_map_in_python_that_fails(before: str, more: str, said: str, ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "map.py").write_text(BY_HAND.format(before=before, more=more))
    assert said in told(ordertck, tmp_path, "{}", "--map", "map.py:message")


@pytest.mark.parametrize(
    "change",
    [
        {"at": {}},
        {"at": None},
        {"at": 1e308},
        {"scenario": None},
        {"scenario": ["S1"]},
        {"record": "1"},
        {"job": []},
        {"clock": 5},
        {"clock": "soon"},
        {"clock": "2026-03-02"},
        {"clock": "9999-12-31T23:59:59Z"},
    ],
)
def test_a_record_of_a_transcript_that_was_changed(change: dict[str, Any], ordertck: Terminal, tmp_path: Path) -> None:
    said = told(ordertck, tmp_path, {**RECORD, **change})
    assert "log.ndjson:1: no record as the kit writes them; the file was changed or cut" in said


def test_the_sessions_of_several_jobs_are_one_runs(ordertck: Terminal, tmp_path: Path) -> None:
    report = tmp_path / "report"
    assert ordertck("run", "-q", "--role", "som", "--jobs", "2", "--rule", "PV-05", "--report", str(report)).code == 0
    narrowed = tmp_path / "report-narrowed"
    transcript = (narrowed / "transcript.ndjson").read_text()
    assert '"job":2' in transcript
    assert ordertck("audit", narrowed).code == 0


def test_what_a_log_says_does_nothing_to_a_terminal(ordertck: Terminal, tmp_path: Path) -> None:
    """Whether it is told as text or as JSON."""
    odd = "\x1b[2J\u202e"
    order = {"kind": "order", "at": "2026-03-02T21:00:00Z", "order": "1", "line": "a", "who": odd}
    (tmp_path / "map.toml").write_text(MAP + ORDERS)
    log = tmp_path / "log.ndjson"
    log.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in (order, STATE | {"line": odd})))
    for form in ("text", "json"):
        done = ordertck("audit", log, "--role", "som", "--map", tmp_path / "map.toml", "--format", form)
        assert (done.code, done.err) == (1, "")
        assert "u202e" in done.out
        assert not {"\x1b", "\u202e"} & set(done.out)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (gzip.compress(b"{}"), "the log is compressed; unpack it, and name what was in it"),
        ("{}".encode("utf-16"), "no UTF-8: the log is in UTF-16; save the file as UTF-8"),
    ],
    ids=["compressed", "UTF-16"],
)
@pytest.mark.parametrize("name", ["log.ndjson", "log.csv"])
def test_a_log_that_is_no_text(content: bytes, said: str, name: str, ordertck: Terminal, tmp_path: Path) -> None:
    """It says what to do with it, and nothing of letters that nobody wrote."""
    (tmp_path / "map.toml").write_text(MAP)
    (tmp_path / name).write_bytes(content)
    done = ordertck("audit", tmp_path / name, "--role", "som", "--map", tmp_path / "map.toml")
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_log_with_a_byte_order_mark(ordertck: Terminal, tmp_path: Path) -> None:
    """Some editors and exports write one; so they do at the beginning of a map."""
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8-sig")
    (tmp_path / "log.ndjson").write_text(json.dumps(STATE | {"order": "2"}), encoding="utf-8-sig")
    done = ordertck("audit", tmp_path / "log.ndjson", "--role", "som", "--map", tmp_path / "map.toml")
    assert "1 message, judged as som" in done.out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            '[words.efect]\nNEW = "add"',
            "[words.efect]: no message that the map makes has a field 'efect'; did you",
        ),
        (
            '[words.lots]\nNEW = "add"',
            "[words.lots]: no message that the map makes has a field 'lots'; their fields",
        ),
        ('[words.effect]\nNEW = "ad"', "[words.effect] NEW: the kit knows no 'ad' there; did you mean 'add'?"),
        ('[words.target]\nNET = "wires"', "[words.target] NET: the kit knows no 'wires' there; it is one of"),
    ],
)
def test_a_word_of_a_map_that_means_nothing(more: str, said: str, ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP + ORDERS + more)
    line = (
        (MAP + ORDERS + more).splitlines().index(more.splitlines()[0]) + said.count(" NEW:") + said.count(" NET:") + 1
    )
    assert f"map.toml:{line}: {said}" in told(ordertck, tmp_path, STATE, "--map", str(tmp_path / "map.toml"))


def test_a_word_of_a_map_may_be_the_maps_name_for_ours(ordertck: Terminal, tmp_path: Path) -> None:
    words = '[words.target]\nN = "NET"\nX = ""\n[names]\nnetwork = "NET"'
    (tmp_path / "map.toml").write_text(MAP + ORDERS.replace("'network'", "net") + words)
    log = tmp_path / "log.ndjson"
    log.write_text(json.dumps({"kind": "order", "at": STATE["at"], "order": "1", "who": "C", "line": "a", "net": "N"}))
    done = ordertck("audit", log, "--role", "som", "--map", tmp_path / "map.toml")
    assert (done.code, done.err) == (0, "")
    assert "no word of the kit's" not in done.out


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("asset: 'S'", "asst: 'S'", "a provisioning-order has no lines.asst; did you mean 'asset'?"),
        ('from = "som"', 'from = "crm"', "crm sends no provisioning-update on the edge provisioning; from is som or"),
    ],
)
def test_a_map_of_what_no_message_is(before: str, after: str, said: str, ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text((MAP + ORDERS).replace(before, after))
    assert said in told(ordertck, tmp_path, STATE, "--map", str(tmp_path / "map.toml"))


def test_what_a_map_looks_for_in_vain_is_told(ordertck: Terminal, tmp_path: Path) -> None:
    slips = MAP.replace('at = "at"', 'at = "at"\nid = "msg"').replace("'COMPLETE'", "value")
    orders = ORDERS.replace("asset: 'S'", "asset: asst, attributes: {speed: {x: speed} | x}")
    (tmp_path / "map.toml").write_text(slips + orders + '[words.value]\nREADY = "COMPLETE"\n')
    order = {"kind": "order", "at": STATE["at"], "order": "1", "who": "C", "line": "a", "speed": "1"}
    log = tmp_path / "log.ndjson"
    log.write_text(json.dumps(order) + "\n" + json.dumps({**STATE, "value": "DONE"}) + "\n")
    words = "audit", log, "--role", "som", "--map", tmp_path / "map.toml"
    done = ordertck(*words)
    assert (done.code, done.err) == (0, "")
    assert "no word of the kit's: status 'DONE', 1 time, first in record 2; say in [names]" in done.out
    gaps = ["[log] id", '[messages."order"] body.lines.asset', '[words.value] "READY"']
    assert [line.partition("the log: ")[2] for line in done.out.splitlines() if line.startswith("in the map")] == gaps
    found = json.loads(ordertck(*words, "--format", "json").out)
    assert found["unknown_words"] == [{"field": "status", "word": "DONE", "times": 1, "first": 2}]
    assert found["unused_of_the_map"] == gaps


def test_what_a_map_has_and_a_log_never_shows_is_cut_short(ordertck: Terminal, tmp_path: Path) -> None:
    words = "".join(f'W{number} = "COMPLETE"\n' for number in range(20))
    (tmp_path / "map.toml").write_text(MAP.replace("'COMPLETE'", "value") + "[words.value]\n" + words)
    log = tmp_path / "log.ndjson"
    log.write_text("".join(json.dumps({**STATE, "value": f"S{number}"}) + "\n" for number in range(20)))
    done = ordertck("audit", log, "--role", "som", "--map", tmp_path / "map.toml")
    assert "and 8 more words: --format json has all" in done.out
    assert "and 8 more: --format json has all" in done.out


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            '"customer":',
            '"custmer":',
            "log.ndjson:1: the function of by_hand.py returns 'custmer', which no message",
        ),
        ("def message", "LOG = {'settle_hour': 3}\n\ndef message", "by_hand.py: LOG has no key 'settle_hour'"),
    ],
)
def test_a_slip_in_a_map_in_python(before: str, after: str, said: str, ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "by_hand.py").write_text(BY_HAND.format(before="pass", more="").replace(before, after))
    assert said in told(ordertck, tmp_path, STATE, "--map", f"{tmp_path / 'by_hand.py'}:message")


def test_a_log_whose_name_is_no_text_is_audited_too(ordertck: Terminal, tmp_path: Path) -> None:
    """In JSON the byte that is no character is escaped."""
    (tmp_path / "map.toml").write_text(MAP)
    log = tmp_path / os.fsdecode(b"log\xff.ndjson")
    log.write_text(json.dumps(STATE))
    done = ordertck("audit", log, "--role", "som", "--map", tmp_path / "map.toml", "--format", "json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["audited"] == str(log)


def test_what_is_not_judged_is_told_with_its_reason(ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP)
    log = tmp_path / "log.ndjson"
    log.write_text(json.dumps(STATE))
    done = ordertck("audit", log, "--role", "som", "--map", tmp_path / "map.toml")
    assert "\nnot judged as som: messages that name no customer, and no order with one: 1\n" in done.out
