"""An examination: what is examined, what a person narrows, and what it comes to."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from ordertck.harness.claims import reference_claims
from ordertck.harness.conformance import conformant, exit_code, profiles
from ordertck.harness.declared import Deviation
from ordertck.harness.edition.register import Level
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists, TakesTheNeighboursList
from ordertck.harness.reports.certificate import certificates
from ordertck.harness.reports.results import results
from ordertck.harness.sessions import fresh_session
from ordertck.harness.tests.spoilt import OMS, PRICES, Connecting, Reference
from ordertck.harness.tests.support import EDITION, claims_as, examine, examples_of, transcript_on_file
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import Blame, Verdict

# What is examined


def test_every_example_is_accounted_for(whole: Examination) -> None:
    """Results are the examples of the role, in their order; every (rule, role) of the register has a verdict."""
    assert [e.id for e in whole.examples] == [e.id for e in examples_of("oms")]
    bound = [(r.id, role) for r in EDITION.register.rules.values() for role in r.binds or ("",)]
    assert [(r.rule, r.role) for r in whole.rules] == bound


def test_whatever_was_not_run_says_why(whole: Examination) -> None:
    """Documentation, other roles, gaps: each with its reason, and nothing of it passed."""
    for result in whole.rules:
        entry = EDITION.register.rules[result.rule]
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


def test_every_switch_both_ways() -> None:
    """No example of the role is left out, and each has records."""
    examination = examine(claims_as("integration"), "SROLES", every_switch=True)
    assert examination.examples
    assert {str(e.id): e.reason for e in examination.examples if e.verdict is not Verdict.PASSED} == {}
    for example in examination.examples:
        assert example.transcript is not None
        assert 1 <= example.transcript[0] <= example.transcript[1] <= len(examination.transcript)


def test_a_flipped_switch_has_ids_of_its_own(tmp_path: Path) -> None:
    """No id of one setting comes again in another."""
    transcript = Transcript(file=tmp_path / "transcript.ndjson")
    chosen = Selection(rules=frozenset({"PL-11", "PR-07"}))
    found = examine(claims_as("oms"), "SIDS", chosen, every_switch=True, transcript=transcript)
    told = [r["message"]["id"] for r in found.transcript.records() if r["way"] == "told"]
    assert told
    assert len(told) == len(set(told))


def test_the_evidence_of_an_example_is_its_own() -> None:
    """An example's records are about it, under whichever switch values it ran, and no two examples share one."""
    transcript = transcript_on_file()
    prices = Selection(rules=frozenset({"PL-11", "PL-16"}))
    found = examine(OMS, "SOWN", prices, every_switch=True, transcript=transcript)
    scenarios, taken = set[str](), set[int]()
    for example in found.examples:
        assert example.transcript is not None
        first, last = example.transcript
        about = {record["scenario"] for record in transcript.records(first, last)}
        assert len(about) == 1
        assert not about & scenarios
        assert not taken & set(range(first, last + 1))
        scenarios |= about
        taken |= set(range(first, last + 1))
    assert len({scenario.partition("-")[0] for scenario in scenarios}) > 1, "no switch was flipped"
    assert taken == set(range(1, len(transcript) + 1))


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
    assert found.narrowed_by == "rules PL-09 to PL-10, role oms"
    assert certificates([found], results([found])) == [None]
    assert not conformant(found)
    assert exit_code(found) == 0


def test_one_of_several_roles() -> None:
    """Selecting a role leaves the other one under test: what lies between them stays invisible."""
    claims = replace(reference_claims(EDITION), roles=("integration", "oms"))
    both = plan_of(claims)
    one = both.only(Selection(roles=frozenset({"oms"})))
    assert one.narrowed_by
    hidden_of_one, hidden_of_both = (
        {entry.example.id for entry in plan.entries if "inside the system under test" in entry.clause}
        for plan in (one, both)
    )
    assert set() < hidden_of_one < hidden_of_both


def test_no_time_at_all() -> None:
    """A run that is cut short accounts for every example, and says nothing of the system."""
    found = examine(OMS, "SSHORT", max_time=0.0)
    ready = [e for e in found.examples if e.verdict is not Verdict.INAPPLICABLE]
    assert {e.verdict for e in ready} == {Verdict.ERROR}
    assert all(e.blame is None and "took longer" in e.reason for e in ready)
    assert (exit_code(found), certificates([found], results([found]))) == (3, [None])


# What it comes to


def test_a_failed_obligation_bars_its_profile(connecting: Connecting) -> None:
    """Only the profile of the rule that is broken is not conformant, and the exit code says so."""
    connecting(lambda *_: Reference(make=made_of(LeavesBlankPriceLists)))
    found = examine(replace(OMS, profiles=("price-lists", "priority")), "SBARRED")
    outcome = {p.profile: p for p in profiles(found)}
    assert outcome["price-lists"].outcome == "not conformant"
    assert "PL-09 (oms)" in outcome["price-lists"].barred_by
    assert outcome["priority"].outcome == "conformant"
    assert exit_code(found) == 1
    failed = next(e for e in found.examples if e.id.rule == "PL-09" and e.verdict is Verdict.FAILED)
    assert failed.blame is Blame.SYSTEM
    assert failed.step.startswith("Then ")
    assert "HOUSEHOLD-PLAN" in failed.expected
    (issued,) = certificates([found], results([found]))
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
    idle = tuple(e for e in found.examples if e.verdict is Verdict.INAPPLICABLE)
    found = replace(found, examples=idle)
    assert [p.outcome for p in profiles(found)] == ["not examined"]
    assert not conformant(found)
    assert exit_code(found) == 1


def test_deviations(connecting: Connecting) -> None:
    """A declared breach is still run; accepted it exits with 0 and is not conformant; an upheld one is an error."""
    connecting(lambda *_: Reference(make=made_of(TakesTheNeighboursList)))
    some = replace(OMS, profiles=("price-lists", "core-orders"))  # it is run five times
    broken = {r.rule for r in examine(some, "SBROKEN").rules if r.verdict is Verdict.FAILED}
    declared = replace(some, deviations=tuple(Deviation(rule, "HUB-1") for rule in sorted(broken)))
    found = examine(declared, "SDEV")
    assert [exit_code(found), exit_code(found, accept_deviations=True)] == [1, 0]
    assert not conformant(found)
    for until, code in ((found.started.date(), 0), (found.started.date() - timedelta(days=1), 1)):
        dated = replace(declared, deviations=tuple(replace(d, until=until.isoformat()) for d in declared.deviations))
        assert exit_code(examine(dated, "SDATED"), accept_deviations=True) == code
    stale = examine(replace(declared, deviations=(*declared.deviations, Deviation("PL-01", "HUB-2"))), "SSTALE")
    assert [text.split(":")[0] for text in stale.broken_claims] == ["deviation PL-01 (HUB-2)"]
    assert exit_code(stale, accept_deviations=True) == 1
    (issued,) = certificates([stale], results([stale]))
    assert issued is not None
    assert issued["statement"] == "not conformant"
