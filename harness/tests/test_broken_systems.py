"""Systems and adapters that break, hang, leave or lie: who is blamed, and that the run goes on."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.adapters import dialogue
from ordertck.harness.claims import Timing
from ordertck.harness.conformance import exit_code
from ordertck.harness.errors import AdapterError
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reports.certificate import certificates
from ordertck.harness.reports.results import results
from ordertck.harness.tests.spoilt import OMS as WHOLE
from ordertck.harness.tests.spoilt import Connecting, Reference
from ordertck.harness.tests.support import examine
from ordertck.harness.verdicts import Blame, Verdict

# Enough examples for a system to break in.
OMS = replace(WHOLE, profiles=("core-orders", "price-lists"))


def test_a_broken_system_is_connected_anew(connecting: Connecting) -> None:
    """One example is in error, blamed on the adapter; the rest is run; there is no certificate."""
    made: list[Reference] = []

    class Breaks(Reference):
        def begin(self, scenario: ScenarioContext) -> None:
            super().begin(scenario)
            if self is made[0] and self.begun == 2:
                raise ConnectionError("the line went dead")

    def make(*_: object) -> Breaks:
        made.append(Breaks())
        return made[-1]  # type: ignore[return-value]

    connecting(make)
    found = examine(OMS, "SBREAK")
    errors = [e for e in found.examples if e.verdict is Verdict.ERROR]
    assert [(e.blame, "dead" in e.reason) for e in errors] == [(Blame.ADAPTER, True)]
    assert len(made) == 2
    assert (exit_code(found), certificates([found], results([found]))) == (3, [None])


def test_a_system_that_cannot_be_reached(connecting: Connecting) -> None:
    """After a few tries nothing more is tried, and every example says why."""
    tries = []

    def fail(*_: Any) -> Any:
        tries.append(1)
        raise AdapterError("nobody answers")

    connecting(fail)
    found = examine(OMS, "SNONE")
    ready = [e for e in found.examples if e.verdict is not Verdict.INAPPLICABLE]
    assert len(tries) == 3
    assert {(e.verdict, e.blame) for e in ready} == {(Verdict.ERROR, Blame.ADAPTER)}
    assert all("is given up: nobody answers" in e.reason for e in ready[3:])


@pytest.mark.parametrize(("patience", "tries"), [(0.001, 3), (60.0, 25)], ids=["slow", "fast"])
def test_a_system_that_breaks_again_and_again_is_given_up(patience: float, tries: int, connecting: Connecting) -> None:
    """After three breaks that took longer than its patience, or after twenty-five quick ones."""
    made = []

    class Breaks(Reference):
        def begin(self, scenario: ScenarioContext) -> None:  # noqa: ARG002
            threading.Event().wait(0.002)
            raise ConnectionError("the line went dead")

    def make(*_: object) -> Breaks:
        made.append(Breaks())
        return made[-1]

    connecting(make)
    found = examine(replace(OMS, timing=Timing(patience=patience, quiet=0.001)), "SAGAIN")
    assert len(made) == tries
    reasons = ["is given up" in e.reason for e in found.examples if e.verdict is Verdict.ERROR]
    assert reasons == [False] * tries + [True] * (len(reasons) - tries)


def test_breaks_in_a_row_are_counted_anew_after_an_example_that_ran(connecting: Connecting) -> None:
    """A system that breaks every third time is tried to the end."""
    begun = 0

    class Breaks(Reference):
        def begin(self, scenario: ScenarioContext) -> None:
            nonlocal begun
            begun += 1
            if begun % 3 == 0:
                threading.Event().wait(0.002)
                raise ConnectionError("the line went dead")
            super().begin(scenario)

    connecting(lambda *_: Breaks())
    found = examine(replace(OMS, timing=Timing(patience=0.001, quiet=0.001)), "SOFTEN")
    broken = [e for e in found.examples if e.verdict is Verdict.ERROR]
    assert len(broken) > 25
    assert not any("is given up" in e.reason for e in broken)


ADAPTER = """
import os, threading
from ordertck.harness.reference.landscape import PARTS, InProcess

class Adapter(InProcess):
    def __init__(self, claims, session):
        super().__init__(PARTS["oms"], claims)

    def {method}(self, *told):
        {vice}
        return super().{method}(*told)
"""


@pytest.mark.parametrize(
    ("method", "vice", "reason"),
    [
        ("receive", "threading.Event().wait()", "did not answer"),
        ("begin", "threading.Event().wait()", "did not answer"),
        ("deliver", "raise SystemExit(0)", "deliver raised SystemExit: 0"),
        ("deliver", "os._exit(0)", "the adapter ended with exit code 0"),
        ("begin", "os.abort()", "the adapter was ended by SIGABRT"),
        ("deliver", "raise OSError('no route')", "OSError: no route"),
        ("receive", "return {'kind': 'order-update'}", "receive returned a dict, not a Message"),
    ],
)
def test_adapters_that_hang_leave_or_lie(
    method: str, vice: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are in error, blamed on the adapter, and neither hang the kit nor end it."""
    if "Event" in vice:  # whichever call is given up, and however slow the machine: the verdict is the same
        monkeypatch.setattr(dialogue, "MARGIN", 0.1)
    (tmp_path / "vicious.py").write_text(ADAPTER.format(method=method, vice=vice))
    (tmp_path / "claims.toml").write_text("")
    claims = replace(
        OMS, adapter="vicious:Adapter", timing=Timing(patience=0.01, quiet=0.001), file=tmp_path / "claims.toml"
    )
    found = examine(claims, "SVICE")
    ready = [e for e in found.examples if e.verdict is not Verdict.INAPPLICABLE]
    assert {(e.verdict, e.blame) for e in ready} == {(Verdict.ERROR, Blame.ADAPTER)}
    assert all(reason in e.reason for e in ready)
    assert "is given up" in ready[-1].reason
    assert exit_code(found) == 3


def test_an_interrupted_run_closes_its_system(connecting: Connecting) -> None:
    """Whoever stops a run gets no result, and leaves nothing open."""
    closed = []

    class Closes(Reference):
        def close(self) -> None:
            closed.append(self)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    connecting(lambda *_: Closes())
    with pytest.raises(KeyboardInterrupt):
        examine(OMS, "SSTOP", progress=interrupt)
    assert len(closed) == 1
