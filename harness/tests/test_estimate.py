"""How long a run will take: every declared silence that an example waits for is counted, and the last patience."""

import re
from dataclasses import replace

import pytest

from ordertck.harness.claims import Timing
from ordertck.harness.plan import Plan, Selection, plan_of
from ordertck.harness.runner.counting import silences
from ordertck.harness.runner.estimate import IN_PROCESS, WIRED, counted, estimate
from ordertck.harness.tests.support import EDITION, REPOSITORY, claims_as

PRICES = Selection(rules=frozenset({"PL-09", "PL-10", "PR-08"}))


def plan(selected: Selection = PRICES, quiet: float = 0.0, patience: float = 0.0) -> Plan:
    """A third party's plan, narrowed."""
    claims = replace(claims_as("oms"), adapter="acme:connect", timing=Timing(patience=patience, quiet=quiet))
    return plan_of(claims).only(selected)


def test_every_silence_is_waited_for_once() -> None:
    """An adapter that waits silences out takes as much longer as its examples hear the system out."""
    silences = sum(counted(EDITION)[str(example.id)] for example, _ in plan().ready)
    assert silences > 0
    slow, fast = estimate(plan(quiet=1.0)), estimate(plan())
    assert slow.waiting - fast.waiting == pytest.approx(silences)
    assert slow.idle == fast.idle == pytest.approx(fast.waiting)


def test_the_last_wait_takes_a_whole_patience() -> None:
    patient = estimate(plan(patience=3.0))
    assert patient.waiting - patient.idle == pytest.approx(3.0)


def test_each_example_costs_something() -> None:
    one = estimate(plan(Selection(ids=frozenset({str(plan().ready[0][0].id)}))))
    assert 0 < one.idle < estimate(plan()).idle


@pytest.mark.parametrize(
    ("way", "told"), [("in the executor", IN_PROCESS), ("over JSON Lines", WIRED), ("over HTTP", WIRED)]
)
def test_an_example_costs_what_was_measured(way: str, told: float) -> None:
    """Roughly: README has what the last benchmark found."""
    found = re.search(
        rf"^\| an example {way}.*\| ([\d.]+) ms \|$", (REPOSITORY / "README.md").read_text(), re.MULTILINE
    )
    assert found is not None
    assert told * 1000 == pytest.approx(float(found[1]), rel=0.5)


def test_the_embedded_reference_waits_for_nothing() -> None:
    """It has no clock of its own to be waited for, and no wire to be spoken to over."""
    told = estimate(plan_of(claims_as("oms")))
    assert 0 < told.waiting == told.idle < estimate(plan(Selection())).idle


def test_a_plan_of_nothing_takes_no_time() -> None:
    assert estimate(plan(Selection(rules=frozenset({"XX-01"})), patience=3.0)).waiting == 0


def test_the_counts_that_are_kept_are_those_of_a_run() -> None:
    told = silences(EDITION, "integration", "som")
    assert told == {name: waits for name, waits in counted(EDITION).items() if name in told}
    assert len(told) == sum(example.id.role in ("integration", "som") for example in EDITION.examples)


def test_a_look_at_what_is_there_is_no_silence() -> None:
    """Whoever takes an order to its end in a Given hears the system out some three times, and not at every answer."""
    waits = [count for name, count in counted(EDITION).items() if "/oms/" in name]
    assert sum(waits) < 4 * len(waits)


def test_examples_with_a_negative_are_counted() -> None:
    """What has to stay away is listened for; the counts are those of a run of the reference, by whole names."""
    waits = counted(EDITION)
    assert waits.keys() == {str(example.id) for example in EDITION.examples}
    (refused,) = [id_ for id_ in waits if "billing does not know" in id_ and id_.startswith("PL-10/oms")]
    assert waits[refused] > 0
