"""An examination: verdicts, what breaks, what comes late, what a person narrows, what it comes to."""

import re
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.adapters import guarded as guarded_module
from ordertck.harness.adapters.guarded import guarded
from ordertck.harness.claims import Claims, Deviation, Timing
from ordertck.harness.conformance import conformant, exit_code, profiles
from ordertck.harness.edition.register import Level, register
from ordertck.harness.errors import AdapterError
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import reference_claims
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists, TakesTheNeighboursList
from ordertck.harness.reference.landscape import PARTS, InProcess, MakePart
from ordertck.harness.reports.certificate import certificate
from ordertck.harness.reports.results import results
from ordertck.harness.runner import connection
from ordertck.harness.runner.reference_run import examine_reference
from ordertck.harness.runner.session import Selection, examine, fresh_session, roll
from ordertck.harness.verdicts import Blame, Verdict

OMS = replace(reference_claims(), roles=("oms",))
PRICES = Selection(rules=frozenset({"PL-09", "PL-10"}), roles=frozenset({"oms"}))

Connecting = Callable[[Callable[[Claims, str], Any]], None]


@pytest.fixture(scope="module")
def whole() -> Examination:
    """The reference as order management, examined whole."""
    return examine(OMS, "SWHOLE")


@pytest.fixture
def connecting(monkeypatch: pytest.MonkeyPatch) -> Connecting:
    """Lets a test put its own system in the place of the one that the claims name."""
    return lambda make: monkeypatch.setattr(connection, "connect", make)


class Reference(InProcess):
    """The reference as order management, to be spoilt by subclasses; counts the examples that have begun."""

    def __init__(self, claims: Claims = OMS, make: MakePart = PARTS["oms"]) -> None:
        super().__init__(make, claims)
        self.begun = 0

    def begin(self, scenario: ScenarioContext) -> None:
        self.begun += 1
        super().begin(scenario)


# What is examined


def test_every_example_is_accounted_for(whole: Examination) -> None:
    """Results are exactly the roll, in its order; every (rule, role) that the register binds has a verdict."""
    assert [str(e.id) for e in whole.examples] == [str(e.id) for e in roll()]
    bound = [(r.id, role) for r in register().rules.values() for role in r.binds or ("",)]
    assert [(r.rule, r.role) for r in whole.rules] == bound


def test_whatever_was_not_run_says_why(whole: Examination) -> None:
    """Documentation, other roles, gaps: each with its reason, and nothing of it passed."""
    for result in whole.rules:
        entry = register().rules[result.rule]
        if entry.level is Level.DOCUMENTATION:
            assert (result.verdict, result.reason) == (Verdict.UNTESTED, entry.not_tested)
        elif result.role in entry.not_examinable:
            assert (result.verdict, result.reason) == (Verdict.UNTESTED, entry.not_examinable[result.role])
        elif result.role != "oms":
            assert result.verdict in (Verdict.INAPPLICABLE, Verdict.UNTESTED)
        elif not result.examples:
            assert (result.verdict, result.reason) == (Verdict.UNTESTED, "not built yet")
        assert bool(result.reason) == (not result.run)


def test_the_reference_conforms(whole: Examination) -> None:
    """Nothing of it fails, and what it was not examined for is not called passed."""
    assert {e.verdict for e in whole.examples} <= {Verdict.PASSED, Verdict.INAPPLICABLE}
    assert whole.whole
    assert conformant(whole)
    assert exit_code(whole) == 0


def test_the_reference_in_every_role() -> None:
    """Each role is examined by itself, with every switch both ways, so that no example of it is left out."""
    found = examine_reference(reference_claims(), "SROLES", Selection())
    assert [e.claims.roles for e in found] == [(role,) for role in reference_claims().roles if role in PARTS]
    for examination in found:
        own = [e for e in examination.examples if e.id.role in examination.claims.roles]
        assert own
        assert {str(e.id): e.reason for e in own if e.verdict is not Verdict.PASSED} == {}
        for example in own:
            assert example.transcript is not None
            assert 1 <= example.transcript[0] <= example.transcript[1] <= len(examination.transcript)


def test_a_flipped_switch_has_ids_of_its_own() -> None:
    """No id of one pass comes again in another."""
    for found in examine_reference(reference_claims(), "SIDS", Selection(rules=frozenset({"PL-11", "PR-07"}))):
        told = [r["message"]["id"] for r in found.transcript.records() if r["way"] == "told"]
        assert len(told) == len(set(told))


def test_fresh_sessions() -> None:
    """Each is another, and can stand in any id."""
    several = {fresh_session() for _ in range(50)}
    assert len(several) > 1
    assert all(re.fullmatch(r"S[A-Z0-9]{7,10}", session) for session in several)


# What a person narrows


def test_a_narrowed_run_gives_no_certificate() -> None:
    """What a person selected is for work only."""
    found = examine(OMS, "SNARROW", PRICES)
    assert {e.id.rule for e in found.examples} == {r.rule for r in found.rules} == PRICES.rules
    assert found.narrowed_by == "rule PL-09, rule PL-10, role oms"
    assert certificate(found, results([found])) is None
    assert not conformant(found)
    assert exit_code(found) == 0


def test_one_of_several_roles() -> None:
    """Selecting a role leaves the other one under test: what lies between them stays invisible."""
    claims = replace(reference_claims(), roles=("crm", "oms"))
    both = examine(claims, "SBOTH")
    one = examine(claims, "SONE", Selection(roles=frozenset({"oms"})))
    hidden = {str(e.id) for e in one.examples if "inside the system under test" in e.reason}
    assert hidden
    assert hidden < {str(e.id) for e in both.examples if "inside the system under test" in e.reason}
    assert not one.whole


def test_no_time_at_all() -> None:
    """A run that is cut short accounts for every example, and says nothing of the system."""
    found = examine(OMS, "SSHORT", max_time=0.0)
    ready = [e for e in found.examples if e.verdict is not Verdict.INAPPLICABLE]
    assert {e.verdict for e in ready} == {Verdict.ERROR}
    assert all(e.blame is None and "took longer" in e.reason for e in ready)
    assert (exit_code(found), certificate(found, results([found]))) == (3, None)


# What it comes to


def test_a_failed_obligation_bars_its_profile(connecting: Connecting) -> None:
    """Only the profile of the rule that is broken is not conformant, and the exit code says so."""
    connecting(lambda *_: Reference(make=LeavesBlankPriceLists))
    found = examine(OMS, "SBARRED")
    outcome = {p.profile: p for p in profiles(found)}
    assert outcome["price-lists"].outcome == "not conformant"
    assert "PL-09 (oms)" in outcome["price-lists"].barred_by
    assert outcome["priority"].outcome == "conformant"
    assert exit_code(found) == 1
    failed = next(e for e in found.examples if e.id.rule == "PL-09" and e.verdict is Verdict.FAILED)
    assert failed.blame is Blame.SYSTEM
    assert failed.step.startswith("Then ")
    assert "HOUSEHOLD-PLAN" in failed.expected
    issued = certificate(found, results([found]))
    assert issued is not None
    assert issued["statement"] == "not conformant"


def test_a_profile_of_which_nothing_could_be_examined() -> None:
    """It is named as such, and does not make conformant."""
    claims = replace(OMS, profiles=("priority",), capabilities=frozenset())
    (priority,) = profiles(examine(claims, "SCLAIMS"))
    assert priority.examined < priority.obligations
    found = examine(
        replace(OMS, roles=("integration",), profiles=("dated-orders",), capabilities=frozenset()), "SNOTHING"
    )
    found = replace(found, rules=tuple(rule for rule in found.rules if not rule.run))
    assert [p.outcome for p in profiles(found)] == ["not examined"]
    assert not conformant(found)
    assert exit_code(found) == 1


def test_deviations(connecting: Connecting) -> None:
    """A declared breach is still run; accepted it exits with 0 and is not conformant; an upheld one is an error."""
    connecting(lambda *_: Reference(make=TakesTheNeighboursList))
    broken = {r.rule for r in examine(OMS, "SBROKEN").rules if r.verdict is Verdict.FAILED}
    declared = replace(OMS, deviations=tuple(Deviation(rule, "HUB-1") for rule in sorted(broken)))
    found = examine(declared, "SDEV")
    assert [exit_code(found), exit_code(found, accept_deviations=True)] == [1, 0]
    assert not conformant(found)
    stale = examine(replace(declared, deviations=(*declared.deviations, Deviation("PL-01", "HUB-2"))), "SSTALE")
    assert [text.split(":")[0] for text in stale.broken_claims] == ["deviation PL-01 (HUB-2)"]
    assert exit_code(stale, accept_deviations=True) == 1
    issued = certificate(stale, results([stale]))
    assert issued is not None
    assert issued["statement"] == "not conformant"


# What breaks


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
    assert (exit_code(found), certificate(found, results([found]))) == (3, None)


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
    assert all("no longer be reached: nobody answers" in e.reason for e in ready[3:])


ADAPTER = """
import threading
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
        ("receive", "threading.Event().wait()", "receive has not come back"),
        ("begin", "threading.Event().wait()", "begin has not come back"),
        ("deliver", "raise SystemExit(0)", "deliver raised SystemExit"),
        ("deliver", "raise OSError('no route')", "OSError: no route"),
        ("receive", "return {'kind': 'order-update'}", "receive returned a dict, not a Message"),
    ],
)
def test_adapters_that_hang_leave_or_lie(
    method: str, vice: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are in error, blamed on the adapter, and neither hang the kit nor end it."""
    monkeypatch.setattr(guarded_module, "MARGIN", 0.02)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "vicious.py").write_text(ADAPTER.format(method=method, vice=vice))
    (tmp_path / "claims.toml").write_text("")
    claims = replace(
        OMS, adapter="vicious:Adapter", timing=Timing(patience=0.01, quiet=0.001), file=tmp_path / "claims.toml"
    )
    found = examine(claims, "SVICE")
    ready = [e for e in found.examples if e.verdict is not Verdict.INAPPLICABLE]
    assert {(e.verdict, e.blame) for e in ready} == {(Verdict.ERROR, Blame.ADAPTER)}
    assert all(reason in e.reason for e in ready)
    assert "hang" not in vice or "no longer be reached" in ready[-1].reason


def test_a_guarded_system_that_hangs_is_left_behind() -> None:
    """Its further calls fail at once, and closing it waits for nothing."""

    class Hangs(Reference):
        def deliver(self, _: Message) -> None:
            threading.Event().wait()

    system = guarded(Hangs, Timing(patience=0.01), margin=0.01)
    for _ in range(2):
        with pytest.raises(AdapterError, match="deliver has not come back"):
            system.deliver(Message("m", "cancel", Edge.OMS, {}))
    system.close()


@pytest.mark.parametrize(
    "body", [{"order": {1, 2}}, {"order": float("nan")}, {"order": "\ud800"}, ["no", "object"]], ids=repr
)
def test_a_message_that_no_transcript_can_hold(body: Any) -> None:
    """It is refused at the door, not when the report is written."""

    class Odd(Reference):
        def receive(self, patience: float) -> Message | None:  # noqa: ARG002
            return Message("m", "order-update", Edge.CRM, body)

    with pytest.raises(AdapterError, match="no JSON can hold"):
        guarded(Odd, Timing()).receive(0.0)


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


# What comes late

# Ends in a negative: no charge for a line that was refused. And what may run after it.
REFUSED = [str(e.id) for e in roll() if e.id.rule == "PL-10" and "cannot resolve" in e.id.title]
OTHERS = [str(e.id) for e in roll() if e.id.rule == "PR-08" and e.id.role == "oms"]


class Late(Reference):
    """Bills the first order of the first example after all, when the ``when``-th example begins."""

    def __init__(self, when: int) -> None:
        super().__init__()
        self.when = when
        self.kept: deque[Message] = deque()

    def begin(self, scenario: ScenarioContext) -> None:
        super().begin(scenario)
        if self.begun == self.when:
            self._heard.extend(self.kept)

    def deliver(self, message: Message) -> None:
        super().deliver(message)
        if self.begun == 1 and message.kind == "sales-order":
            line = {"line": message.body["lines"][0]["id"], "product": "Internet Access", "effect": "start"}
            lines = [{**line, "price_list": "Household Price List"}]
            body = {"order": message.about, "account": "A", "phase": "all", "lines": lines}
            self.kept.append(Message("late", "billing-order", Edge.BILLING, body, message.about))


@pytest.mark.parametrize("repeat", [1, 3])
def test_a_late_message_fails_the_earlier_example(repeat: int, connecting: Connecting) -> None:
    """A negative that held at first is failed, marked late, under its own rule, when repeated too."""
    connecting(lambda *_: Late(when=2))
    found = examine(OMS, "SLATE", Selection(ids=frozenset(REFUSED + OTHERS)), repeat=repeat)
    late = [e for e in found.examples if e.late]
    assert [str(e.id) for e in late] == REFUSED
    assert [(e.verdict, e.blame) for e in late] == [(Verdict.FAILED, Blame.SYSTEM)]
    assert exit_code(found) == 1


class LateAfterRest(Late):
    """Bills it when it is listened to for the last time."""

    def receive(self, patience: float) -> Message | None:
        if patience == OMS.timing.patience and self.kept and not self._heard:
            return self.kept.popleft()
        return super().receive(patience)


def test_the_run_ends_with_a_long_wait(connecting: Connecting) -> None:
    """What comes only then still fails the example."""
    connecting(lambda *_: LateAfterRest(when=99))
    found = examine(OMS, "SLAST", Selection(ids=frozenset(REFUSED)))
    assert [(e.verdict, e.late) for e in found.examples] == [(Verdict.FAILED, True)]


class Again(Reference):
    """Has work on a change order's unchanged line done after all, when it has fallen silent for the n-th time."""

    def __init__(self, silences: int) -> None:
        super().__init__()
        self.left, self.line, self.sent = silences, "", False

    def deliver(self, message: Message) -> None:
        super().deliver(message)
        for heard in self._heard:
            if heard.kind == "provisioning-order":
                self.work = heard
        unchanged = [line["id"] for line in message.body.get("lines", ()) if line.get("action") == "-"]
        self.line = unchanged[0] if unchanged else self.line

    def receive(self, patience: float) -> Message | None:
        heard = super().receive(patience)
        if heard is None and self.line:
            self.left -= 1
            if self.left == 0:
                self.sent = True
                lines = [{**self.work.body["lines"][0], "line": self.line}]
                return replace(self.work, id="again", body={**self.work.body, "lines": lines})
        return heard


def test_a_late_message_fails_the_running_example(connecting: Connecting) -> None:
    """A negative that a later step of the same example breaks is failed, whenever the message comes."""
    unchanged = frozenset(str(e.id) for e in roll() if e.id.title.startswith("A dash is not an action"))
    lates = []
    for silences in range(1, 20):
        system = Again(silences)
        connecting(lambda *_, system=system: system)
        found = examine(OMS, "SSAME", Selection(ids=unchanged))
        if not system.sent:
            break
        ready = [e for e in found.examples if e.verdict is not Verdict.INAPPLICABLE]
        assert [e.verdict for e in ready] == [Verdict.FAILED]
        lates.append(ready[0].late)
    assert set(lates) == {False, True}


def test_a_system_that_breaks_while_late_messages_are_waited_for(connecting: Connecting) -> None:
    """What was only provisionally silent is then no longer known to be."""

    class Leaves(Reference):
        def receive(self, patience: float) -> Message | None:
            if patience == OMS.timing.patience and not self._heard:
                raise ConnectionError("gone home")
            return super().receive(patience)

    connecting(lambda *_: Leaves())
    found = examine(OMS, "SGONE", Selection(ids=frozenset(REFUSED)))
    assert [(e.verdict, e.blame) for e in found.examples] == [(Verdict.ERROR, Blame.ADAPTER)]
    assert "gone home" in found.examples[0].reason


def test_repeats_show_what_is_unstable(connecting: Connecting) -> None:
    """An example that passes once and fails once is failed, and called unstable."""

    class Fickle(Reference):
        def begin(self, scenario: ScenarioContext) -> None:
            self._make = LeavesBlankPriceLists if self.begun % 2 else PARTS["oms"]
            super().begin(scenario)

    connecting(lambda *_: Fickle())
    found = examine(OMS, "SFICKLE", Selection(rules=frozenset({"PL-09"})), repeat=2)
    assert found.unstable
    assert Verdict.FAILED in {e.verdict for e in found.examples}


def test_a_clock_is_guarded_too() -> None:
    """Only what has a clock seems to have one."""
    moved = []

    class Clocked(Reference):
        def advance_to(self, instant: datetime) -> None:
            moved.append(instant)

    class Timeless:
        def begin(self, scenario: ScenarioContext) -> None: ...
        def deliver(self, message: Message) -> None: ...
        def receive(self, patience: float) -> None: ...
        def close(self) -> None: ...

    system = guarded(Clocked, Timing())
    system.advance_to(datetime(2026, 3, 2))  # type: ignore[attr-defined]
    assert moved == [datetime(2026, 3, 2)]
    assert not hasattr(guarded(Timeless, Timing()), "advance_to")
