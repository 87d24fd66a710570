"""Whatever an adapter or a system does, the run ends and blames who is to blame: each row of docs/faults.md."""

import json
import re
import sys
from collections import deque
from pathlib import Path

import pytest

from ordertck.harness.adapters import dialogue
from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.json_lines import JsonLines
from ordertck.harness.adapters.pipe import Pipe
from ordertck.harness.adapters.served import Served
from ordertck.harness.bench import listening
from ordertck.harness.claims import Claims, read_claims
from ordertck.harness.cli.init import init
from ordertck.harness.conformance import exit_code
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Message
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.reports.results import results
from ordertck.harness.reports.terminal import brief
from ordertck.harness.reports.words import Paint
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION, REPOSITORY, claims_as
from ordertck.harness.tools.faults import ENDLESS, ENDS, LINES, PAGE, PYTHON, SYSTEMS, End, Fault, Oddity, page
from ordertck.harness.verdicts import Blame, Verdict

RULES = frozenset({"PL-02", "AS-01"})
ODD_RULES = frozenset({"TM-01", "UF-02", "OM-02"})
ADAPTER = """
import os, sys, threading
from my_adapter import Adapter, Edge, Message

def nested(levels):
    return {{"b": nested(levels - 1)}} if levels else {{}}

def message(body):
    return Message("a", "k", Edge.CRM, body)

class Faulty(Adapter):
    def {method}(self, *given):
        {fault}
        return super().{method}(*given)
"""
# A child in whatever language: answers as ``says`` does.
CHILD = """
import json, sys, time
def say(text, end="\\n"):
    sys.stdout.write(text + end)
    sys.stdout.flush()
for line in sys.stdin:
    request = json.loads(line)
    if request["op"] == "hello":
        say({hello})
    else:
        {says}
"""
HELLO = """'{"protocol": 1}'"""


def examined(folder: Path, how: str) -> Examination:
    """A few examples, run on the adapter that is named so."""
    claims, _ = init(folder, EDITION)
    text = claims.read_text().replace('adapter = "my_adapter:connect"', how)
    claims.write_text(text.replace("patience = 2.0", "patience = 0.2"))
    return run(plan_of(read_claims(claims, EDITION)).only(Selection(rules=RULES)), Conditions("SFAULT"))


def happened(folder: Path, fault: Fault) -> Examination:
    """What becomes of a fault."""
    if fault in PYTHON:
        (folder / "faulty.py").write_text(ADAPTER.format(method=fault.method, fault=fault.source))
        return examined(folder, 'adapter = "faulty:Faulty"')
    (folder / "child.py").write_text(CHILD.replace("{hello}", HELLO).replace("{says}", fault.source))
    return examined(folder, f'command = ["{sys.executable}", "-I", "-S", "child.py"]')


@pytest.mark.parametrize("fault", PYTHON + LINES, ids=lambda fault: fault.words)
def test_fault(fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as an error of the adapter's, in every example that was to be run; the exit code says so."""
    if "never returns" in fault.words:
        monkeypatch.setattr(dialogue, "MARGIN", 0.3)
    found = happened(tmp_path, fault)
    ran = [example for example in found.examples if example.verdict is not Verdict.INAPPLICABLE]
    assert ran
    assert {(example.verdict, example.blame) for example in ran} == {(Verdict.ERROR, Blame.ADAPTER)}
    assert any(said in ran[0].reason for said in fault.said.split(" | "))
    assert len(ran[0].reason) < 2500
    assert exit_code(found) == 3


def test_a_version_that_is_not_claimed(tmp_path: Path) -> None:
    """Nothing is run on a system that says that it is another."""
    source = CHILD.replace("{hello}", """'{"protocol": 1, "version": "99"}'""").replace(
        "{says}", "say('{\"ok\": true}')"
    )
    (tmp_path / "child.py").write_text(source)
    with pytest.raises(Exception, match=r"the claims speak of version 0\.1, but the adapter reaches version 99"):
        examined(tmp_path, f'command = ["{sys.executable}", "-I", "-S", "child.py"]')


def test_a_bad_end_is_remarked(tmp_path: Path) -> None:
    """What goes wrong while the adapter is closed changes no verdict, and is told."""
    (tmp_path / "faulty.py").write_text(ADAPTER.format(method="close", fault="None.post()"))
    found = examined(tmp_path, 'adapter = "faulty:Faulty"')
    assert re.match("close raised AttributeError", found.remarks[0])
    assert Verdict.ERROR not in {example.verdict for example in found.examples}
    assert "beside the examples: close raised" in "\n".join(brief(found, Paint(False, None)))
    assert results([found])["examinations"][0]["remarks"][0].startswith("close raised AttributeError")


class Odd(InProcess):
    """The reference as order management, which says something else in the place of each message."""

    def __init__(self, claims: Claims, oddity: Oddity) -> None:
        super().__init__(PARTS["oms"], claims)
        self._oddity = oddity
        self._more: deque[Message] = deque()

    def receive(self, patience: float) -> Message | None:
        while not self._more and (heard := super().receive(patience)) is not None:
            self._more.extend(self._oddity.says(heard))
        return self._more.popleft() if self._more else None


class Direct(Pipe):
    """The pipe to a system in this process."""

    def __init__(self, served: Served) -> None:
        self._served = served

    def ask(self, line: bytes, seconds: float) -> bytes:  # noqa: ARG002
        return self._served.answer(json.loads(line))

    def make_sure(self, seconds: float) -> None: ...

    def kill(self) -> None: ...

    def end(self, seconds: float) -> str:  # noqa: ARG002
        return ""


@pytest.mark.parametrize("oddity", SYSTEMS, ids=lambda oddity: oddity.words)
def test_odd_system(oddity: Oddity, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody but the system is blamed for what it says; what is permitted changes no verdict."""
    monkeypatch.setattr(listening, "_MOST_MESSAGES", ENDLESS // 2)

    def opened(claims: Claims, _: str) -> Dialogue:
        return Dialogue(JsonLines(Direct(Served(Odd(claims, oddity), at_once=True))), claims.timing, {})

    found = run(plan_of(claims_as("oms")).only(Selection(rules=ODD_RULES)), Conditions("SODD"), open_system=opened)
    ran = [example for example in found.examples if example.verdict is not Verdict.INAPPLICABLE]
    bad = [example for example in ran if example.verdict is not Verdict.PASSED]
    assert {example.verdict.value for example in bad} <= set(oddity.verdicts.split(", "))
    assert {example.blame for example in bad} == (set() if oddity.verdicts == "passed" else {Blame.SYSTEM})
    assert exit_code(found) == int(oddity.verdicts != "passed")
    assert bool(found.cut_texts) == ("cut off" in oddity.remark)
    assert ("said" in oddity.remark and not found.cut_texts) == bool(found.strays and oddity.verdicts == "passed")


def test_the_page_is_made_from_the_list() -> None:
    """docs/faults.md is what 'make pages' writes."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.words)
def test_every_end_has_its_test(end: End) -> None:
    """The tests that the page names are there."""
    assert (REPOSITORY / "harness" / "tests" / f"{end.test}.py").is_file()
