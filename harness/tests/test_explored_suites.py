"""Exploration of suites: the acts and the oracle are those of the role inside that is seen whole from outside."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims
from ordertck.harness.explore.acts import given, when
from ordertck.harness.explore.exploration import Bounds, Exploration
from ordertck.harness.explore.outcome import write
from ordertck.harness.messages import Message
from ordertck.harness.messages import replace as altered
from ordertck.harness.plan import plan_of_examples
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.crm.meeting_follow_ons import CarriesOutWhatWasQueued
from ordertck.harness.proof.systems.integration.service_points import LeavesServicePointsToInventory
from ordertck.harness.proof.systems.integration.variants import KnowsLinesByItsOwnIds
from ordertck.harness.proof.systems.oms.meeting_price_lists import KnowsListsByTheServicePoint
from ordertck.harness.proof.systems.som.meeting_bundles import AltersTheWholeBundle
from ordertck.harness.reference.composition import Composed
from ordertck.harness.reference.landscape import InProcess, MakePart
from ordertck.harness.runner.run import run
from ordertck.harness.runner.terms import Open
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.histories import order, submitted, table
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.tests.test_suites import suite
from ordertck.harness.verdicts import Verdict

SUITES = [("crm", "integration"), ("integration", "oms"), ("integration", "som")]
CLAIMS = """
[system]
name = "Suite"
version = "1"
vendor = "Nobody"
roles = [{roles}]
profiles = ["core-orders"]
capabilities = ["virtual-clock"]
adapter = "ordertck.harness.reference.landscape:connect"
"""


class _LosesAttributes(Composed):
    """Tells the order system nothing of what an order says of its lines beyond the product."""

    def handle(self, message: Message) -> list[Message]:
        return [_without_attributes(said) if said.kind == "sales-order" else said for said in super().handle(message)]


def _without_attributes(order: Message) -> Message:
    lines = [{**line, "attributes": {}} for line in order.body["lines"]]
    return altered(order, body={**order.body, "lines": lines})


def opened(make: MakePart) -> Open:
    """A system that is made so, behind the port."""

    def open_system(claims: Claims, _session: str) -> Embedded:
        return Embedded(InProcess(make, claims))

    return open_system


@pytest.mark.parametrize("roles", SUITES, ids="-".join)
def test_nothing_is_found_in_the_reference(roles: tuple[str, ...]) -> None:
    result = Exploration(claims_as(*roles), seed=1).explore(Bounds(histories=12))
    assert [(found.invariant, found.said, found.seed) for found in result.findings] == []
    assert not result.broke
    assert result.role == next(role for role in roles if role != "integration")
    assert len(result.looked_at) > 20


@pytest.mark.parametrize(
    ("roles", "wrong"),
    [
        (SUITES[0], {"crm": made_of(CarriesOutWhatWasQueued)}),
        (SUITES[0], {"whole": _LosesAttributes}),
        (SUITES[1], {"oms": made_of(KnowsListsByTheServicePoint)}),
        (SUITES[2], {"som": made_of(AltersTheWholeBundle)}),
    ],
    ids=["crm", "what its integration loses", "oms", "som"],
)
def test_a_wrong_suite_is_found_and_its_feature_fails(
    roles: tuple[str, ...], wrong: dict[str, Any], tmp_path: Path
) -> None:
    """Whichever of its roles it is that goes wrong."""
    claims, open_system = claims_as(*roles), opened(suite(*roles, **wrong))
    result = Exploration(claims, seed=5, open_system=open_system).explore(Bounds(200, most_findings=1))
    assert result.findings[0].stable
    (feature,) = [file for file in write(tmp_path, [(result, claims)]) if file.suffix == ".feature"]
    plan = plan_of_examples(claims, [e for rule in EDITION.read(feature).rules for e in rule.examples])
    assert [each.verdict for each in run(plan, open_system=open_system).examples] == [Verdict.FAILED]
    assert [each.verdict for each in run(plan).examples] == [Verdict.PASSED]


@pytest.mark.parametrize("layer", [KnowsLinesByItsOwnIds, LeavesServicePointsToInventory])
def test_what_an_integration_may_keep_to_itself_is_no_fault_of_the_crm(layer: type[Any]) -> None:
    """Its own ids (FL-08); service points, where inventory does not care for them (SP-05)."""
    without = {"service-points-found-alike", "service-points-shared", "service-points-as-keys"}
    claims, make = claims_as(*SUITES[0]), suite(*SUITES[0], integration=made_of(layer))
    if layer is LeavesServicePointsToInventory:
        claims = replace(claims, capabilities=claims.capabilities - without)
    result = Exploration(claims, seed=1, open_system=opened(make)).explore(Bounds(histories=12))
    assert [(found.invariant, found.said) for found in result.findings] == []


CANCELLED_WHILE_THE_FOLLOW_ON_IS_ON_ITS_WAY = [
    given("the customer has", table("asset | price list", "HOME |")),
    order("FIRST", "line | action | asset | price list | upload", "1 | Update | HOME | | 20"),
    when('the order system has order "FIRST" past its points of no return'),
    order(
        "SECOND",
        "line | action | product | price list | depends on",
        "1 | Update | Internet Access | | line 1 of FIRST",
    ),
    submitted("SECOND"),
    when('the order system reports the status "CANCELLED" of order "FIRST"'),
]


def test_an_update_is_written_as_things_stand_when_it_is_submitted() -> None:
    """An integration hands a follow-on order on once its base order is over: what befell since, nobody knew (FO-11)."""
    played = Exploration(claims_as(*SUITES[0]), seed=1).played(CANCELLED_WHILE_THE_FOLLOW_ON_IS_ON_ITS_WAY)
    assert not played.unfit
    assert played.objections == ()


REFUSED_WHILE_THE_NEXT_IS_BEGUN = [
    order("FIRST", "line | product | price list", "1 | Internet Access |", "2 | Telephone Service |"),
    submitted("FIRST"),
    when('a user begins to revise order "FIRST" to', table("line | price list", "2 |")),
    when('the order system reports of order "FIRST"', table("line | status", "1 | COMPLETE")),
    submitted("FIRST"),
    when('order "FIRST" is revised at "7 Church Close" to', table("line | price list", "2 |")),
    when("all is quiet"),
    when('a user begins to revise order "FIRST" to', table("line | price list", "2 |")),
    submitted("FIRST"),
]


def test_a_line_is_known_again_after_versions_that_were_refused() -> None:
    """The order system refuses a version while the desk begins the next one, and that one too (SU-13)."""
    played = Exploration(claims_as(*SUITES[0]), seed=1).played(REFUSED_WHILE_THE_NEXT_IS_BEGUN)
    assert not played.unfit
    assert played.objections == ()


def test_the_command_explores_a_suite_or_says_why_not(ordertck: Terminal, tmp_path: Path) -> None:
    """Of two roles beside each other nobody outside sees one whole."""
    file, out = tmp_path / "claims.toml", tmp_path / "found"
    file.write_text(CLAIMS.format(roles='"crm", "integration"'))
    done = ordertck("explore", file, "--histories", "2", "--seed", "1")
    assert (done.code, done.err) == (0, "")
    assert "Suite 1 as crm: nothing found (2 histories" in done.out
    file.write_text(CLAIMS.format(roles='"oms", "som"'))
    done = ordertck("explore", file, "--out", out)
    assert (done.code, done.out, out.exists()) == (2, "", False)
    assert "a system in the roles oms, som is not explored" in done.err
