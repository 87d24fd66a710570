"""Cheats pass where nothing varies, and fail under a seed: whoever knows a run by heart is not conformant."""

from collections.abc import Callable
from functools import cache

import pytest

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.bench import Conversation
from ordertck.harness.bench.forerunner import runs_ahead
from ordertck.harness.claims import Claims
from ordertck.harness.conformance import conformant, profiles
from ordertck.harness.errors import Breach, Silence
from ordertck.harness.examination import Examination
from ordertck.harness.messages import replace
from ordertck.harness.plan import Plan, plan_of
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.cheats import CHEATS, Memory, by_session, learned
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.null_systems import AcceptsEverything, Mute, RefusesEverything
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import claims_as
from ordertck.harness.variation import UNVARIED, Variation
from ordertck.harness.verdicts import Verdict

pytestmark = pytest.mark.slow  # each cheat learns a run and is examined in another

LEARNED, EXAMINED = Variation(704), Variation(1871)
# What changes or is held back by capacity is not for all cheats.
PROFILES = ("core-orders",)
RUN = (Verdict.PASSED, Verdict.FAILED, Verdict.INCONCLUSIVE, Verdict.ERROR)


@cache
def planned(role: str) -> Plan:
    claims = claims_as(role)
    return plan_of(replace(claims, capabilities=claims.capabilities - {"limited-capacity"}, profiles=PROFILES))


def tried(name: str, role: str, then: Variation, now: Variation) -> Examination:
    """A cheat that has learned one run, examined in another."""
    make, alike = CHEATS[name]
    memory = learned(planned(role), alike, then, "SOLD")
    return run(planned(role), Conditions("SNEW", now), open_system=lambda claims, _: Embedded(make(claims, memory)))


def passed(found: Examination) -> float:
    """The share of examples that passed, of those that were run."""
    ran = [example for example in found.examples if example.verdict in RUN]
    return sum(example.verdict is Verdict.PASSED for example in ran) / len(ran)


@pytest.mark.parametrize("name", CHEATS)
def test_a_cheat_passes_where_nothing_varies(name: str) -> None:
    """So it is a good cheat, and what fails it elsewhere is what varies."""
    assert passed(tried(name, "oms", UNVARIED, UNVARIED)) > 0.95


@pytest.mark.parametrize("name", CHEATS)
@pytest.mark.parametrize("now", [EXAMINED, LEARNED], ids=["another seed", "the same seed in another session"])
def test_a_cheat_fails_under_a_seed(name: str, now: Variation) -> None:
    found = tried(name, "oms", LEARNED, now)
    assert not conformant(found)
    assert {profile.outcome for profile in profiles(found)} == {"not conformant"}


@pytest.mark.parametrize("role", PARTS)
@pytest.mark.parametrize("name", ["a tape", "knows each example whatever the ids"])
def test_what_was_recorded_fails_in_every_role(name: str, role: str) -> None:
    assert not conformant(tried(name, role, LEARNED, EXAMINED))


def test_several_runs_by_heart_are_not_enough() -> None:
    """What was learned under three seeds is of no use under a fourth."""
    memory = Memory(by_session)
    for seed in range(1, 4):
        learned(planned("oms"), by_session, Variation(seed), f"S{seed}", memory)
    make, _ = CHEATS["knows each example by what is told in it"]
    found = run(planned("oms"), Conditions("SNEW", EXAMINED), open_system=lambda c, _: Embedded(make(c, memory)))
    assert passed(found) < 0.1


# The order that comes before an example


@pytest.mark.parametrize("role", PARTS)
@pytest.mark.parametrize("nobody", [Mute, AcceptsEverything, RefusesEverything])
def test_who_only_knows_the_features_cannot_do_what_no_feature_has(role: str, nobody: type) -> None:
    claims = claims_as(role)
    system = InProcess(made_of(nobody), claims)
    conversation = Conversation(system, claims, "S", variation=EXAMINED)
    with pytest.raises((Breach, Silence)):
        for _ in range(100):
            conversation.begin()
            conversation.end()


def test_it_differs_from_seed_to_seed() -> None:
    """In how many lines it has, and of what."""
    told = [ahead(Variation(seed)) for seed in range(1, 30)]
    assert {len(products) for products in told} == {1, 2, 3, 4}
    assert len({tuple(products) for products in told}) > 20


def ahead(variation: Variation) -> list[str]:
    """The products of the order that comes before the first example, in the kit's words."""
    claims = claims_as("oms")
    conversation = Conversation(InProcess(PARTS["oms"], claims), claims, "S", variation=variation)
    stage = conversation.begin()
    runs_ahead(stage, variation)
    return [str(line.product) for line in stage.orders["ORDER"].lines]


# What a system sees beforehand


def test_nothing_tells_one_session_from_another() -> None:
    """Not the accounts' order, nor whose they are, nor an id that shows a word of the features."""
    seen: list[ScenarioContext] = []

    class Looks(InProcess):
        def begin(self, scenario: ScenarioContext) -> None:
            seen.append(scenario)
            super().begin(scenario)

    claims: Claims = claims_as("oms")
    make: Callable[..., InProcess] = Looks
    for seed in range(1, 12):
        Conversation(make(PARTS["oms"], claims), claims, "S", variation=Variation(seed)).begin()
    assert len({tuple(account["name"] for account in context.accounts) for context in seen}) > 5
    customers = [context.accounts.index(next(a for a in context.accounts if a["email"])) for context in seen]
    assert set(customers) == {0, 1, 2}
    assert len({context.now for context in seen}) > 5
    assert len({context.digest for context in seen}) == len(seen)
    assert not [a for context in seen for a in context.accounts if a["id"].endswith(("CUSTOMER", "NEIGHBOUR", "PAYER"))]
