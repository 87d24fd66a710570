"""The oracle of an integration layer's queue: what is linked may keep its turn, and what is not goes by priority."""

from pathlib import Path

import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.plan import plan_of_examples
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION
from ordertck.harness.verdicts import Verdict

_TURNS = "Of orders that wait in a queue that was held, the most urgent of those whose turn has come goes first"
_QUEUE = """
@integration
Feature: A base order is revised behind its follow-on order

  @PR-02
  Rule: The queue is sorted by priority

    Example: An urgent revision waits with an order that builds on the version before it, and with another one
      When the intake is held
      And these orders are submitted
        | order  | depends on      | priority |
        | FIRST  |                 | Medium   |
        | SECOND | line 1 of FIRST | Medium   |
        | THIRD  |                 | High     |
      And order "FIRST" has priority Urgent
      And order "FIRST" is revised to
        | line | price list |
        | 1    |            |
      And the intake is released
      Then it holds that "{turns}"
"""


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("keeps-follow-ons-before-later-versions-of-their-base", Verdict.PASSED),
        ("takes-the-newest-of-equals-first", Verdict.PASSED),
        ("hands-over-as-they-came", Verdict.FAILED),
        ("hands-over-the-lowest-first", Verdict.FAILED),
    ],
)
def test_who_leaves_the_queue_first(name: str, verdict: Verdict, tmp_path: Path) -> None:
    known = next(known for known in known_systems() if (known.role, known.name) == ("integration", name))
    (feature := tmp_path / "queue.feature").write_text(_QUEUE.replace("{turns}", _TURNS), encoding="utf-8")
    claims = known.claims(reference_claims(EDITION))
    plan = plan_of_examples(claims, [e for rule in EDITION.read(feature).rules for e in rule.examples])
    assert [r.verdict for r in run(plan, open_system=known.open).examples] == [verdict]
