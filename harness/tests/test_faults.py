"""Whatever an adapter does, the run ends, blames who is to blame, and passes nothing; see docs/troubleshooting.md.

``python -m ordertck.harness.tests.test_faults`` writes the table anew.
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from ordertck.harness.adapters import json_lines
from ordertck.harness.claims import read_claims
from ordertck.harness.cli.init import init
from ordertck.harness.conformance import exit_code
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.reports.terminal import brief
from ordertck.harness.reports.words import Paint
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION, REPOSITORY
from ordertck.harness.verdicts import Blame, Verdict

PAGE = REPOSITORY / "docs" / "troubleshooting.md"
RULES = frozenset({"PL-02", "AS-01"})
ADAPTER = """
import os, sys, threading
from my_adapter import Adapter, Edge, Message

def nested(levels):
    return {{"b": nested(levels - 1)}} if levels else {{}}

class Faulty(Adapter):
    def {method}(self, *given):
        {fault}
        return super().{method}(*given)
"""
# A child in whatever language: answers as ``says`` does.
CHILD = """
import json, sys, time
def say(text):
    sys.stdout.write(text + "\\n")
    sys.stdout.flush()
for line in sys.stdin:
    request = json.loads(line)
    if request["op"] == "hello":
        say({hello})
    else:
        {says}
"""
HELLO = """'{"protocol": 1}'"""


class Fault(NamedTuple):
    """What an adapter does, in words and as source, and what is said of it."""

    words: str
    source: str
    said: str
    method: str = "deliver"


E, A = Verdict.ERROR, Blame.ADAPTER
FAULTS = (
    Fault("raises an exception", "None.post()", "deliver raised AttributeError"),
    Fault("raises in `receive`", "raise OSError('no route')", "receive raised OSError: no route", "receive"),
    Fault("calls `sys.exit(0)`", "sys.exit(0)", "deliver raised SystemExit: 0"),
    Fault("calls `os._exit(0)`", "os._exit(0)", "the adapter ended with exit code 0"),
    Fault("calls `os._exit(0)` while it connects", "os._exit(0)", "the adapter ended with exit code 0", "__init__"),
    Fault("crashes", "__import__('ctypes').string_at(0)", "the adapter was ended by SIGSEGV"),
    Fault("never returns", "threading.Event().wait()", "the adapter did not answer within"),
    Fault(
        "returns something else than a message", "return {'id': 1}", "receive returned a dict, not a Message", "receive"
    ),
    Fault(
        "sends a message without an id", "return Message('', 'order-update', Edge.CRM, {})", "no proper 'id'", "receive"
    ),
    Fault(
        "sends what JSON cannot hold", "return Message('a', 'k', Edge.CRM, {'at': {1}})", "no JSON can hold", "receive"
    ),
    Fault(
        "sends a number of more than 64 bits",
        "return Message('a', 'k', Edge.CRM, {'n': 2 ** 70})",
        "no JSON can hold",
        "receive",
    ),
    Fault(
        "sends a text of 50 MB",
        "return Message('a', 'k', Edge.CRM, {'t': 'x' * 50_000_000})",
        "bytes; 4,194,304 are taken",
        "receive",
    ),
    Fault("nests 300 deep", "return Message('a', 'k', Edge.CRM, nested(300))", "no JSON can hold", "receive"),
)
LINES = (
    Fault("prints noise", "say('INFO started'); say('{\"ok\": true}')", "printed something that is not JSON"),
    Fault("answers twice", 'say(\'{"ok": true}\\n{"ok": true}\')', "printed more than its one line of reply"),
    Fault("says one name twice", 'say(\'{"ok": false, "ok": true}\')', "an object has 'ok' twice"),
    Fault("sends 1e400", 'say(\'{"ok": true, "x": 1e400}\')', "the number 1e400 is too large"),
    Fault("answers the wrong request", 'say(\'{"ok": true, "n": 1}\')', "has the number 1"),
    Fault(
        "prints a line without end",
        "\n        while True: sys.stdout.write('x' * 65536)",
        "a line of more than 8388608 bytes",
    ),
    Fault("answers with an error of 8 MB", "say(json.dumps({'error': 'x' * 8_000_000}))", "(8,000,0"),
    Fault("ends", "sys.exit(3)", "the adapter ended with exit code 3"),
)


def examined(folder: Path, how: str) -> Examination:
    """A few examples, run on the adapter that is named so."""
    claims, _ = init(folder)
    text = claims.read_text().replace('adapter = "my_adapter:connect"', how)
    claims.write_text(text.replace("patience = 2.0", "patience = 0.2"))
    return run(plan_of(read_claims(claims, EDITION)).only(Selection(rules=RULES)), "SFAULT")


def happened(folder: Path, fault: Fault) -> Examination:
    """What becomes of a fault."""
    if fault in FAULTS:
        (folder / "faulty.py").write_text(ADAPTER.format(method=fault.method, fault=fault.source))
        return examined(folder, 'adapter = "faulty:Faulty"')
    (folder / "child.py").write_text(CHILD.replace("{hello}", HELLO).replace("{says}", fault.source))
    return examined(folder, f'command = ["{sys.executable}", "-I", "-S", "child.py"]')


@pytest.mark.parametrize("fault", FAULTS + LINES, ids=lambda fault: fault.words)
def test_fault(fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as an error of the adapter's, in every example that was to be run; the exit code says so."""
    if "never returns" in fault.words:
        monkeypatch.setattr(json_lines, "MARGIN", 0.3)
    found = happened(tmp_path, fault)
    ran = [example for example in found.examples if example.verdict is not Verdict.INAPPLICABLE]
    assert ran
    assert {(example.verdict, example.blame) for example in ran} == {(E, A)}
    assert fault.said in ran[0].reason
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
    assert "when the adapter was closed: close raised" in "\n".join(brief(found, Paint(False, None)))


def table() -> str:
    """The table of faults, as the page has it."""
    rows = [f"| {fault.words} | {E} | {A} | `… {fault.said} …` |" for fault in FAULTS + LINES]
    return "\n".join(["| an adapter that … | verdict | blame | what is said |", "|---|---|---|---|", *rows])


def test_the_page_has_the_table() -> None:
    """docs/troubleshooting.md says what these tests do."""
    assert table() in PAGE.read_text()


if __name__ == "__main__":
    page = PAGE.read_text()
    before, _, rest = page.partition("<!-- faults -->\n")
    _, _, after = rest.partition("<!-- end of faults -->")
    PAGE.write_text(f"{before}<!-- faults -->\n{table()}\n<!-- end of faults -->{after}")
