"""Profiles mean something: below the least of what was brought about nobody is certified, and what is left is named."""

from dataclasses import replace

import pytest

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.conformance import (
    NOT_CONFORMANT,
    NOT_EXAMINED,
    NOT_JUDGED,
    ProfileResult,
    conformant,
    profiles,
)
from ordertck.harness.edition import load
from ordertck.harness.examination import Examination
from ordertck.harness.plan import plan_of
from ordertck.harness.reference.landscape import connect
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.verdicts import Verdict

EDITION = load()


def examined(**changes: object) -> Examination:
    claims: Claims = replace(reference_claims(EDITION), roles=("crm",), **changes)  # type: ignore[arg-type]
    return run(
        plan_of(claims), Conditions("PROFILES"), open_system=lambda said, session: Embedded(connect(said, session))
    )


def of(name: str, examination: Examination) -> ProfileResult:
    return next(result for result in profiles(examination) if result.profile == name)


def test_a_few_obligations_make_no_certificate() -> None:
    found = examined(profiles=("price-lists", "provisioning"), capabilities=frozenset())
    assert [result.outcome for result in profiles(found)] == [NOT_EXAMINED, NOT_EXAMINED]
    assert of("price-lists", found).fulfilled < of("price-lists", found).least
    assert not conformant(found)


@pytest.mark.parametrize(
    ("also", "outcome"),
    [(Verdict.ERROR, NOT_JUDGED), (Verdict.FAILED, NOT_CONFORMANT), (Verdict.INCONCLUSIVE, NOT_CONFORMANT)],
)
def test_what_broke_says_nothing_of_a_profile(also: Verdict, outcome: str) -> None:
    """Unless something else stands against the system; what broke was not examined."""
    found = examined(profiles=("price-lists",))
    (whole,) = profiles(found)
    first, second, *rest = [result for result in found.examples if result.verdict is Verdict.PASSED]
    broken = [replace(first, verdict=Verdict.ERROR), replace(second, verdict=also)]
    (result,) = profiles(replace(found, examples=(*broken, *rest)))
    assert result.outcome == outcome
    assert result.examined < whole.examined
    assert result.barred_by


def test_a_profile_is_for_the_roles_that_it_names() -> None:
    assert EDITION.vocabulary.profiles["mediation"].least_of(["crm"]) is None
    assert EDITION.vocabulary.profiles["core-orders"].least_of(["oms", "crm"]) == min(
        EDITION.vocabulary.profiles["core-orders"].least[role] for role in ("oms", "crm")
    )


@pytest.mark.parametrize(
    ("profile", "left_out"),
    [
        ("order-entry", "installed-base order-tracking order-priorities kept-service-points back-office-push"),
        ("order-entry", "back-office-requests back-office-reports trouble-tickets work-orders alerts"),
        ("quoting", " ".join(EDITION.vocabulary.scopes)),
        ("account-data", "installed-base order-tracking trouble-tickets work-orders phone-numbers alerts"),
    ],
)
def test_who_does_one_thing_well_is_certified_for_it(profile: str, left_out: str) -> None:
    found = examined(profiles=(profile,), leaves_out=frozenset(left_out.split()))
    assert conformant(found), of(profile, found)


def test_what_is_left_out_is_named_with_the_clause() -> None:
    found = examined(profiles=("crm-capture",), leaves_out=frozenset({"installed-base"}))
    assert "AS-03 (crm): 'installed-base' is left out" in of("crm-capture", found).left


def test_an_offer_that_empties_a_rule_is_named_with_the_clause() -> None:
    offered = reference_claims(EDITION).capabilities - {"line-price-lists"}
    left = of("price-lists", examined(profiles=("price-lists",), capabilities=offered)).left
    assert "PL-13 (crm): capability 'line-price-lists' is not claimed" in left


def test_no_example_waits_for_a_profile_that_is_for_other_roles() -> None:
    """A CRM that claims all that there is for CRMs is examined on what an order system tells it of trouble, too."""
    known = EDITION.vocabulary.profiles.values()
    for_crms = tuple(profile.name for profile in known if profile.least_of(["crm"]) is not None)
    claims: Claims = replace(reference_claims(EDITION), roles=("crm",), profiles=for_crms)
    assert "provisioning" not in for_crms
    assert not [entry.clause for entry in plan_of(claims).entries if "it joins" in entry.clause]
