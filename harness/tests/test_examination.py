"""An examination as its user sees it: verdicts, conformance, the report folder, exit codes."""

import json
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from ordertck.harness import schemas
from ordertck.harness.cast.casting import reference_claims
from ordertck.harness.claims import Claims, Deviation
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import AdapterError, ScenarioContext
from ordertck.harness.reference.landscape import PARTS, InProcess, connect
from ordertck.harness.reports.certificate import certificate
from ordertck.harness.reports.folder import check_writable, write_report
from ordertck.harness.reports.results import findings_digest, results
from ordertck.harness.runner import connection
from ordertck.harness.runner.conformance import conformant, exit_code, profiles
from ordertck.harness.runner.reference_run import examine_reference
from ordertck.harness.runner.session import Examination, Selection, examine, roll
from ordertck.harness.verdicts import Blame, Verdict

OMS = replace(reference_claims(), roles=("oms",))
PRICES = Selection(rules=frozenset({"PL-09", "PL-10"}))


@pytest.fixture(scope="module")
def whole() -> Examination:
    """The reference as order management, examined whole."""
    return examine(OMS, "SWHOLE")


@pytest.fixture
def connecting(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Claims, str], Any]], None]:
    """Lets a test put its own system in the place of the one that the claims name."""
    return lambda make: monkeypatch.setattr(connection, "connect", make)


def test_every_example_is_accounted_for(whole: Examination) -> None:
    """Results are exactly the roll, and every (rule, role) that the register binds has a verdict."""
    assert [str(e.id) for e in whole.examples] == [str(e.id) for e in roll()]
    assert len({(r.rule, r.role) for r in whole.rules}) == len(whole.rules)
    assert {r.rule for r in whole.rules} >= {f"PL-{n:02}" for n in range(1, 39)}


def test_the_reference_conforms(whole: Examination) -> None:
    """Nothing of it fails, and what it was not examined for is not called passed."""
    assert {e.verdict for e in whole.examples} <= {Verdict.PASSED, Verdict.INAPPLICABLE}
    assert conformant(whole)
    assert exit_code(whole) == 0
    assert all(r.reason for r in whole.rules if not r.run)


def test_the_reference_in_every_role() -> None:
    """Each role is examined by itself, with every switch both ways, so that no example of it is left out."""
    found = examine_reference(reference_claims(), "SROLES", Selection(), lambda *_: None)
    assert [e.claims.roles for e in found] == [(role,) for role in reference_claims().roles if role in PARTS]
    for examination in found:
        own = [e for e in examination.examples if e.id.role in examination.claims.roles]
        assert own
        assert {str(e.id): e.reason for e in own if e.verdict is not Verdict.PASSED} == {}


def test_a_narrowed_run_gives_no_certificate() -> None:
    """What a person selected is for work only."""
    found = examine(OMS, "SNARROW", PRICES)
    assert {e.id.rule for e in found.examples} == PRICES.rules
    assert certificate(found, results([found])) is None
    assert not conformant(found)
    assert exit_code(found) == 0


def test_a_failed_obligation_bars_its_profile(connecting: Any) -> None:
    """Only the profile of the rule that is broken is not conformant, and the exit code says so."""
    from ordertck.harness.cast.oms_price_lists import LeavesBlankPriceLists

    connecting(lambda claims, _: InProcess(LeavesBlankPriceLists, claims))
    found = examine(OMS, "SBARRED")
    outcome = {p.profile: p for p in profiles(found)}
    assert outcome["price-lists"].outcome == "not conformant"
    assert "PL-09 (oms)" in outcome["price-lists"].barred_by
    assert outcome["priority"].outcome == "conformant"
    assert exit_code(found) == 1
    failed = next(e for e in found.examples if e.id.rule == "PL-09" and e.verdict is Verdict.FAILED)
    assert failed.blame is Blame.SYSTEM
    assert "HOUSEHOLD-PLAN" in failed.expected
    issued = certificate(found, results([found]))
    assert issued is not None
    assert issued["statement"] == "not conformant"


def test_deviations(connecting: Any) -> None:
    """A declared breach is still run; accepted it exits with 0 and is not conformant; an upheld one is an error."""
    from ordertck.harness.cast.oms_price_lists import TakesTheNeighboursList

    connecting(lambda claims, _: InProcess(TakesTheNeighboursList, claims))
    breaches = {r.rule for r in examine(OMS, "SDEV0").rules if r.verdict is Verdict.FAILED}
    assert "PL-16" in breaches
    broken = [Deviation(rule, "HUB-1") for rule in sorted(breaches)]
    found = examine(replace(OMS, deviations=tuple(broken)), "SDEV")
    assert exit_code(found) == 1
    assert exit_code(found, accept_deviations=True) == 0
    assert not conformant(found)
    stale = examine(replace(OMS, deviations=(Deviation("PL-09", "HUB-2"),)), "SSTALE")
    assert [text.split(":")[0] for text in stale.broken_claims] == ["deviation PL-09 (HUB-2)"]
    assert exit_code(stale) == 1


class _Breaks:
    """A system that breaks down at one example and is well again when connected anew."""

    connected = 0

    def __init__(self, claims: Claims) -> None:
        type(self).connected += 1
        self._system, self._begun = connect(claims, ""), 0

    def begin(self, scenario: ScenarioContext) -> None:
        self._begun += 1
        if type(self).connected == 1 and self._begun == 2:
            raise ConnectionError("the line went dead")
        self._system.begin(scenario)

    def deliver(self, message: Message) -> None:
        self._system.deliver(message)

    def receive(self, patience: float) -> Message | None:
        return self._system.receive(patience)

    def advance_to(self, instant: datetime) -> None:
        self._system.advance_to(instant)

    def close(self) -> None: ...


def test_a_broken_system_is_connected_anew(connecting: Any) -> None:
    """One example is in error, blamed on the adapter; the rest is run; there is no certificate."""
    connecting(lambda claims, _: _Breaks(claims))
    found = examine(OMS, "SBREAK")
    errors = [e for e in found.examples if e.verdict is Verdict.ERROR]
    assert [(e.blame, "dead" in e.reason) for e in errors] == [(Blame.ADAPTER, True)]
    assert certificate(found, results([found])) is None
    assert exit_code(found) == 3


def test_a_system_that_cannot_be_reached(connecting: Any) -> None:
    """After a few tries nothing more is tried, and every example says why."""
    tries = []

    def fail(*_: Any) -> Any:
        tries.append(1)
        raise AdapterError("nobody answers")

    connecting(fail)
    found = examine(OMS, "SNONE", PRICES)
    assert len(tries) == 3
    assert {e.verdict for e in found.examples if e.id.role == "oms"} == {Verdict.ERROR}
    assert all("nobody answers" in e.reason for e in found.examples)


class _Late(InProcess):
    """The reference, but for a billing order about the first refused order that comes an example too late."""

    def __init__(self, claims: Claims) -> None:
        super().__init__(PARTS["oms"], claims)
        self.begun = 0
        self.kept: deque[Message] = deque()

    def begin(self, scenario: ScenarioContext) -> None:
        super().begin(scenario)
        self.begun += 1
        if self.begun == 2:
            self._heard.extend(self.kept)

    def deliver(self, message: Message) -> None:
        super().deliver(message)
        if self.begun == 1 and message.kind == "sales-order":
            line = {"line": message.body["lines"][0]["id"], "product": "Internet Access", "effect": "start"}
            body = {
                "order": message.about, "account": "A", "phase": "all",
                "lines": [{**line, "price_list": "Household Price List"}],
            }  # fmt: skip
            self.kept.append(Message("late", "billing-order", Edge.BILLING, body, message.about))


def test_a_late_message_fails_the_earlier_example(connecting: Any) -> None:
    """A negative that held at first is failed, marked late, under its own rule."""
    connecting(lambda claims, _: _Late(claims))
    ids = [str(e.id) for e in roll() if e.id.rule == "PL-10" and e.id.role == "oms"]
    resolve = [name for name in ids if "cannot resolve" in name]
    other = [str(e.id) for e in roll() if e.id.rule == "PR-08" and e.id.role == "oms"][:1]
    found = examine(OMS, "SLATE", Selection(ids=frozenset(resolve + other)))
    late = {str(e.id) for e in found.examples if e.late}
    assert late == set(resolve)


def test_the_report_folder(whole: Examination, tmp_path: Path) -> None:
    """Every file is there, satisfies its schema, and names the same examples."""
    folder = tmp_path / "report"
    write_report(folder, [whole])
    found = json.loads((folder / "results.json").read_text())
    assert schemas.problems("results", found) == []
    issued = json.loads((folder / "certificate.json").read_text())
    assert schemas.problems("certificate", issued) == []
    cases = etree.parse(folder / "junit.xml").findall(".//testcase")
    assert len(cases) >= len(whole.examples)
    records = [json.loads(line) for line in (folder / "transcript.ndjson").read_text().splitlines()]
    assert [r["record"] for r in records] == list(range(1, len(records) + 1))
    example = next(e for e in found["examinations"][0]["examples"] if e["transcript"])
    first = records[example["transcript"]["first"] - 1]
    assert first["way"] == "told"


def test_same_run_same_bytes(whole: Examination) -> None:
    """Two runs differ in what is marked volatile and in nothing else."""
    first, second = results([whole]), results([examine(OMS, "SAGAIN0")])
    assert first["volatile"] != second["volatile"]
    assert findings_digest(first) == findings_digest(second)


def test_a_report_replaces_an_older_one_and_nothing_else(whole: Examination, tmp_path: Path) -> None:
    """A folder with somebody's files in it is left alone; an older report is replaced whole."""
    folder = tmp_path / "report"
    write_report(folder, [whole])
    write_report(folder, [whole])
    assert not [entry for entry in tmp_path.iterdir() if entry.name.startswith(".")]
    (folder / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"thesis\.txt"):
        check_writable(folder)
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(UsageError, match="is a file"):
        check_writable(file)
    with pytest.raises(UsageError, match="cannot be written"):
        check_writable(file / "below")


def test_repeats_show_what_is_unstable(connecting: Any) -> None:
    """An example that passes once and fails once is failed, and called unstable."""
    from ordertck.harness.cast.oms_price_lists import LeavesBlankPriceLists

    class Fickle(InProcess):
        begun = 0

        def begin(self, scenario: ScenarioContext) -> None:
            self.begun += 1
            self._make = PARTS["oms"] if self.begun % 2 else LeavesBlankPriceLists
            super().begin(scenario)

    connecting(lambda claims, _: Fickle(PARTS["oms"], claims))
    found = examine(OMS, "SFICKLE", Selection(rules=frozenset({"PL-09"})), repeat=2)
    assert found.unstable
    assert Verdict.FAILED in {e.verdict for e in found.examples}
