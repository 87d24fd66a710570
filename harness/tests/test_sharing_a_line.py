"""Several sessions over one line: they find what one after the other finds, wait as long, and disturb nobody."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest

from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.json_text import decode, encode
from ordertck.harness.adapters.shared_line import Seat, SharedLine
from ordertck.harness.claims import Timing
from ordertck.harness.errors import AdapterError, Stopped
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.reports.folder import begun
from ordertck.harness.runner.run import BROKE_TOGETHER, run
from ordertck.harness.tests.spoilt import OMS
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.tools.slow import Slow
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation
from ordertck.harness.verdicts import Verdict
from ordertck.harness.verification.verify import verify

TIMING = Timing(patience=2.0, quiet=0.1, start=20.0)
SOME = Selection(rules=frozenset({"PL-09", "PL-10"}))
# An order system behind a pipe that leaves blank price lists blank; the second word is what becomes of some orders.
SERVED = """
import os, sys
sys.path[:] = {path!r}
from functools import partial
from ordertck.harness.adapters.served import Served
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.tests.spoilt import OMS

class Wrong(InProcess):
    def deliver(self, message):
        if message.kind == "sales-order" and len(message.body["lines"]) > {lines}:
            os._exit(1) if {dies} else message.body["no such field"]
        super().deliver(message)

more = partial(Wrong, made_of(LeavesBlankPriceLists), OMS)
Served(more(), at_once=True, more={more}).serve(sys.stdin.buffer, sys.stdout.buffer)
"""


def examined(more: str = "more", dies: bool = False, lines: int = 99, **how: Any) -> Examination:
    """What a run of such an order system finds."""
    code = SERVED.format(path=sys.path, more=more, dies=dies, lines=lines)
    claims = replace(OMS, adapter="", command=(sys.executable, "-c", code), timing=TIMING)
    return run(plan_of(claims).only(SOME), "SLINE", variation=Variation(7), **how)


def found(examination: Examination) -> list[tuple[Any, ...]]:
    """What was found of each example."""
    return [(e.id, e.verdict, e.reason, e.expected, e.seen) for e in examination.examples]


def test_sessions_on_one_line_find_what_one_finds() -> None:
    """Right and wrong alike."""
    alone, together = examined("None"), examined()
    assert alone.jobs == 1 < together.jobs
    assert found(alone) == found(together)
    assert {Verdict.PASSED, Verdict.FAILED} <= {e.verdict for e in together.examples}


def test_what_breaks_the_line_is_examined_alone(tmp_path: Path) -> None:
    """An adapter that dies is started anew for the next example, as if each had been examined by itself."""
    alone = examined("None", dies=True, lines=2)
    transcript = Transcript(file=tmp_path / "transcript.ndjson")
    together = examined(dies=True, lines=2, transcript=transcript)
    assert Verdict.ERROR in {e.verdict for e in together.examples}
    assert [e.verdict for e in alone.examples] == [e.verdict for e in together.examples]
    assert together.jobs == 1
    assert any(remark.startswith(BROKE_TOGETHER) for remark in together.remarks)
    numbers = [record["record"] for record in transcript.records()]
    assert numbers == list(range(1, len(transcript) + 1))
    transcript.close()


def test_an_error_is_its_own_sessions() -> None:
    """What one session cannot do is no error of the others."""
    alone, together = examined("None", lines=2), examined(lines=2)
    assert together.jobs > 1
    assert [e.verdict for e in alone.examples] == [e.verdict for e in together.examples]


class Line:
    """A carrier to sessions in this process: each says what it is told ``later`` seconds after that."""

    who = "the server"

    def __init__(self, later: Mapping[str, float], slow: float = 0.0) -> None:
        self._later, self._slow = later, slow
        self._due: dict[str, list[tuple[float, dict[str, Any]]]] = {name: [] for name in later}
        self.requests = 0
        self.broken = False

    def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:  # noqa: ARG002
        self.requests += 1
        if op == "hello":
            return {"protocol": 1, "several": True, "together": 9, "n": number}, 10
        if self.broken:
            raise AdapterError("it hung up")
        told = decode(encode(dict(fields)))
        replies = [self._reply(ask) for ask in told.get("asks", ())]
        end = monotonic() + told.get("patience", 0.0)
        while monotonic() < end and not any(reply.get("messages") for reply in replies):
            sleep(0.002)
            replies = [reply | self._said(ask["session"]) for ask, reply in zip(told["asks"], replies, strict=True)]
        return {"ok": True, "n": number, "replies": replies}, 10

    def _reply(self, ask: dict[str, Any]) -> dict[str, Any]:
        if ask["op"] == "hello":
            return {"protocol": 1, "several": True}
        for each in ask.get("before", ()):
            sleep(self._slow)
            if each["op"] == "deliver":
                self._due[ask["session"]].append((monotonic() + self._later[ask["session"]], each["message"]))
        return {"ok": True, **self._said(ask["session"])}

    def _said(self, session: str) -> dict[str, Any]:
        due = self._due[session]
        said = [message for at, message in due if at <= monotonic()]
        del due[: len(said)]
        return {"messages": said}

    def pause(self, seconds: float) -> None: ...

    def make_sure(self, seconds: float) -> None: ...

    def kill(self) -> None: ...

    def end(self, seconds: float) -> str:  # noqa: ARG002
        return ""


def heard(line: Line, tell: Mapping[str, int], patience: float) -> dict[str, list[str]]:
    """What each of several sessions hears of so many messages that it tells, one after the other."""
    shared = SharedLine(Dialogue(line, TIMING, {}), TIMING)
    said: dict[str, list[str]] = {name: [] for name in tell}

    def work(name: str) -> None:
        try:
            dialogue = Dialogue(Seat(shared, name), TIMING, {"session": name})
            for number in range(tell[name]):
                dialogue.deliver(Message(f"{name}{number}", "order-update", Edge.CRM, {"order": "O"}))
                message = dialogue.receive(patience)
                said[name].append(message.id if message else "nothing")
        except Stopped:
            said[name].append("stopped")
        finally:
            shared.leave()

    threads = [Thread(target=work, args=(name,)) for name in tell]
    for _ in threads:
        shared.enter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20.0)
        assert not thread.is_alive()
    return said


def test_all_wait_through_one_silence() -> None:
    """Sessions that hear nothing wait at the same time."""
    began = monotonic()
    said = heard(Line(dict.fromkeys("abcdef", 9.0)), dict.fromkeys("abcdef", 2), patience=0.2)
    assert set(map(tuple, said.values())) == {("nothing", "nothing")}
    assert monotonic() - began < 1.2  # twelve silences would take 2.4 s


def test_each_is_given_its_whole_patience() -> None:
    """However long others keep the server busy: who speaks within the patience after he was told is heard."""
    said = heard(Line({"a": 0.25, "b": 0.0, "c": 0.0}, slow=0.1), {"a": 2, "b": 6, "c": 6}, patience=0.3)
    assert said["a"] == ["a0", "a1"]
    assert said["b"] == [f"b{number}" for number in range(6)]


def test_nobody_waits_for_who_has_left() -> None:
    """One session goes on when all others are done."""
    line = Line({"a": 0.0, "b": 0.0})
    assert heard(line, {"a": 1, "b": 5}, patience=0.2)["b"] == [f"b{number}" for number in range(5)]
    assert line.requests < 10


def test_who_waits_when_the_line_breaks_is_stopped() -> None:
    """No verdict is made of it: nobody knows whose fault it is."""
    line = Line({"a": 0.0, "b": 0.0})
    line.broken = True
    assert heard(line, {"a": 1, "b": 1}, patience=0.2) == {"a": ["stopped"], "b": ["stopped"]}


@pytest.mark.slow
def test_a_report_of_sessions_on_one_line_can_be_verified(tmp_path: Path) -> None:
    """Each session is replayed as a job."""
    command = (sys.executable, "-m", Slow.__module__, "serve", "som", "0", "idle")
    claims = replace(claims_as("som"), adapter="", command=command, timing=Timing(10.0, 0.2, 30.0))
    with begun(tmp_path / "report") as made:
        transcript = made.transcript(claims.redaction())
        examination = run(plan_of(claims), "SVERIFY", transcript=transcript, variation=Variation(7))
        made.write([examination])
    assert examination.jobs > 1
    assert verify(tmp_path / "report", EDITION) == []
