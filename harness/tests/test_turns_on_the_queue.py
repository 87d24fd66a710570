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


_OVER_OTHERS = """
@integration
Feature: A base order is revised when what builds on it was handed over

  @PR-02
  Rule: The queue is sorted by priority

    Example: An order builds on an order that builds on the one that is revised
      When these orders are submitted
        | order  | depends on      | priority |
        | FIRST  |                 | Medium   |
        | SECOND | line 1 of FIRST | Medium   |
      And the intake is held
      And order "FIRST" has priority Low
      And order "FIRST" is revised to
        | line | price list |
        | 1    |            |
      And these orders are submitted
        | order  | depends on       | priority |
        | THIRD  | line 1 of SECOND | High     |
        | FOURTH |                  | Urgent   |
      And the intake is released
      Then it holds that "{turns}"
"""
_UNCHOSEN = """
@integration
Feature: Nobody chose a priority for one of two orders

  @PR-02
  Rule: The queue is sorted by priority

    Example: Of two orders one has no priority, and the other the least that a queue may take it for
      When the intake is held
      And these orders are submitted
        | order  | priority |
        | FIRST  | 4        |
        | SECOND |          |
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
    assert _judged(_QUEUE, name, tmp_path) is verdict


_REFUSED = """
@integration
Feature: An order is cancelled, revised again and built on, and then refused

  @PR-02
  Rule: The queue is sorted by priority

    Example: What may still wait may still hold up what builds on it
      Given an order "BASE" with header
        | priority |
        | Low      |
      And the order system has order "BASE" and has had it provisioned
      When the intake is held
      And these orders are submitted
        | order | priority |
        | THIRD | Low      |
      And the CRM cancels order "BASE"
      And order "BASE" is revised to
        | line | price list |
        | 1    |            |
      And a small order "LAST" that depends on line 1 of order "BASE" is submitted
      And the order system reports a refusal of order "BASE"
      And the intake is released
      Then it holds that "{turns}"
"""


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("keeps-what-is-linked-over-other-orders-in-turn", Verdict.PASSED),
        ("keeps-follow-ons-before-later-versions-of-their-base", Verdict.PASSED),
        ("hands-over-as-they-came", Verdict.FAILED),
    ],
)
def test_what_builds_on_an_order_over_others_may_keep_its_turn(name: str, verdict: Verdict, tmp_path: Path) -> None:
    assert _judged(_OVER_OTHERS, name, tmp_path) is verdict


def test_a_version_that_came_after_a_cancel_waits_still_when_that_is_handed_over(tmp_path: Path) -> None:
    assert _judged(_REFUSED, "keeps-what-is-linked-over-other-orders-in-turn", tmp_path) is Verdict.PASSED


@pytest.mark.parametrize("name", ["sorts-what-has-no-priority-behind-five", "hands-over-as-they-came"])
def test_what_an_order_without_a_priority_goes_by_is_open(name: str, tmp_path: Path) -> None:
    assert _judged(_UNCHOSEN, name, tmp_path) is Verdict.PASSED


def _judged(text: str, name: str, folder: Path) -> Verdict:
    known = next(known for known in known_systems() if (known.role, known.name) == ("integration", name))
    (feature := folder / "queue.feature").write_text(text.replace("{turns}", _TURNS), encoding="utf-8")
    claims = known.claims(reference_claims(EDITION))
    plan = plan_of_examples(claims, [e for rule in EDITION.read(feature).rules for e in rule.examples])
    (result,) = run(plan, open_system=known.open).examples
    return result.verdict
