"""Several sessions over one line: they find what one after the other finds, wait as long, and disturb nobody."""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.json_text import decode, encode
from ordertck.harness.adapters.shared_line import Seat, SharedLine
from ordertck.harness.claims import Timing
from ordertck.harness.errors import AdapterError
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.reports.folder import begun
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.lines import Connecting
from ordertck.harness.runner.run import run
from ordertck.harness.runner.turns import turns
from ordertck.harness.tests.spoilt import OMS
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.variation import Variation
from ordertck.harness.verdicts import Verdict
from ordertck.harness.verification.verify import verify

TIMING = Timing(patience=2.0, quiet=0.1, start=20.0)
SOME = Selection(rules=frozenset({"PL-09", "PL-10"}))
# An order system behind a pipe that leaves blank price lists blank. By some orders it dies, perhaps but once.
SERVED = """
import os, sys
sys.path[:] = {path!r}
from functools import partial
from ordertck.harness.adapters import served
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.tests.spoilt import OMS

class Wrong(InProcess):
    def deliver(self, message):
        if message.kind == "sales-order" and len(message.body["lines"]) > {lines}:
            if not {dies}:
                message.body["no such field"]
            if not os.path.exists({once!r}):
                {once!r} and open({once!r}, "w").close()
                os._exit(1)
        super().deliver(message)

served.TOGETHER = 4  # so many examples break off, and each of them costs a process
more = partial(Wrong, made_of(LeavesBlankPriceLists), OMS)
served.Served(more(), at_once=True, more={more}).serve(sys.stdin.buffer, sys.stdout.buffer)
"""

# An order system that dies at its 300th message, once.
DIES_ONCE = """
import os, sys
sys.path[:] = {path!r}
from functools import partial
from itertools import count
from ordertck.harness.adapters import served
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.tests.support import claims_as
told = count()
served.TOGETHER = 4  # so many examples break off, and each of them costs a process

class Dying(InProcess):
    def deliver(self, message):
        if next(told) == 300 and not os.path.exists({once!r}):
            open({once!r}, "w").close()
            os._exit(1)
        super().deliver(message)

more = partial(Dying, PARTS["oms"], claims_as("oms"))
served.Served(more(), at_once=True, more=more).serve(sys.stdin.buffer, sys.stdout.buffer)
"""


# A system that says the session's id for its name, and does not take what several sessions say.
ALONE = """
import json, sys
for line in sys.stdin:
    told = json.loads(line)
    print(json.dumps({"n": told["n"], "protocol": 1, "name": told.get("session", "")}), flush=True)
"""


def examined(more: str = "more", dies: bool = False, lines: int = 99, once: Path | str = "", **how: Any) -> Examination:
    """What a run of such an order system finds."""
    code = SERVED.format(path=sys.path, more=more, dies=dies, lines=lines, once=str(once))
    claims = replace(OMS, adapter="", command=(sys.executable, "-c", code), timing=TIMING)
    return run(plan_of(claims).only(SOME), Conditions("SLINE", Variation(7), **how))


def found(examination: Examination) -> list[tuple[Any, ...]]:
    """What was found of each example."""
    return [(e.id, e.verdict, e.reason, e.expected, e.seen) for e in examination.examples]


def test_a_way_that_is_open_already_is_that_of_its_own_session() -> None:
    """Whether sessions can share a line is asked by the first job's; another job may be earlier when it is not so."""
    claims = replace(OMS, adapter="", command=(sys.executable, "-c", ALONE), timing=TIMING)
    connecting = Connecting(connect)
    assert connecting.lines(turns(plan_of(claims).only(SOME), Variation(7), 1), "S", 2) is None
    ways = [connecting(claims, session) for session in ("SJ2", "SJ1")]
    for way in ways:
        way.close()
    assert [way.greeting and way.greeting.name for way in ways] == ["SJ2", "SJ1"]


def test_sessions_on_one_line_find_what_one_finds() -> None:
    """Right and wrong alike."""
    alone, together = examined("None"), examined()
    assert alone.jobs == 1 < together.jobs
    assert found(alone) == found(together)
    assert {Verdict.PASSED, Verdict.FAILED} <= {e.verdict for e in together.examples}


def test_what_breaks_the_line_is_an_error_of_its_own_example() -> None:
    """An example that breaks it is an error once it broke off twice; what was under way besides is none."""
    alone, together = examined("None", dies=True, lines=2), examined(dies=True, lines=2)
    assert Verdict.ERROR in {e.verdict for e in together.examples}
    assert [e.verdict for e in alone.examples] == [e.verdict for e in together.examples]
    assert alone.jobs == 1 < together.jobs
    assert alone.remarks == ()
    assert all("broke off" in remark for remark in together.remarks)


@pytest.mark.parametrize("more", ["None", "more"])
def test_what_breaks_once_is_no_error(more: str, tmp_path: Path) -> None:
    """By itself as beside others: the example is examined once more, and that is told."""
    broke = examined(more, dies=True, lines=2, once=tmp_path / "once")
    assert found(broke) == found(examined(more))
    assert 0 < len(broke.broken_off) <= broke.jobs
    (remark,) = broke.remarks
    assert "examined once more" in remark
    assert "ended with exit code 1" in remark


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
        except AdapterError as problem:
            said[name].append(str(problem).partition(" (")[0])
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
    """Each is told, whoever's fault it is."""
    line = Line({"a": 0.0, "b": 0.0})
    line.broken = True
    assert heard(line, {"a": 1, "b": 1}, patience=0.2) == {"a": ["it hung up"], "b": ["it hung up"]}


def test_a_line_that_does_nothing_for_anybody_breaks() -> None:
    """Whoever was answered null is asked again; where all are, that would go on for ever."""

    class Idle(Line):
        def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:
            reply, size = super().ask(op, number, fields, seconds)
            return ({**reply, "replies": [None] * len(reply["replies"])} if "replies" in reply else reply), size

    said = heard(Idle({"a": 0.0, "b": 0.0}), {"a": 1, "b": 1}, patience=0.01)
    assert all("says null to all of 2 asks" in told for (told,) in said.values())


@pytest.mark.slow
def test_a_report_of_a_line_that_broke_can_be_verified(tmp_path: Path) -> None:
    """Each session is replayed as a job, and what broke off breaks off again."""
    code = DIES_ONCE.format(path=sys.path, once=str(tmp_path / "once"))
    claims = replace(
        claims_as("oms"), adapter="", command=(sys.executable, "-c", code), timing=Timing(10.0, 0.2, 30.0),
        profiles=("priority",),
    )  # fmt: skip
    with begun(tmp_path / "report") as made:
        transcript = made.transcript(claims.redaction())
        examination = run(plan_of(claims), Conditions("SVERIFY", Variation(7)), transcript=transcript)
        made.write([examination])
    assert examination.jobs > 1
    certificate = json.loads((tmp_path / "report" / "certificate.json").read_text(encoding="utf-8"))
    assert certificate["volatile"]["broken_off"] == len(examination.broken_off) > 0
    assert verify(tmp_path / "report", EDITION) == []
