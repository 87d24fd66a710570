"""Sequels of a CRM: what goes wrong only after an example's steps, and that no example of the rule fails."""

from dataclasses import replace

import pytest

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import reference_claims
from ordertck.harness.messages import DeskShown
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.proof.composition import made_of
from ordertck.harness.reference.crm import CustomerRelations, OrderEntry
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION
from ordertck.harness.variation import UNVARIED, Variation
from ordertck.harness.verdicts import ExampleResult, Verdict

CLAIMS = replace(reference_claims(EDITION), roles=("crm",))
SEEDS = tuple(map(Variation, (3, 5, 7, 9, 11, 13)))


class _KeepsTheFirstHeader(OrderEntry):
    """Takes nothing new for the header of a supplemental."""

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.by_ref.get(ref)
        is_new = order is None or order.revises is None
        return super().enter_sheet(kind, ref, fields if is_new else {})


def found_in(part: type, variation: Variation, rule: str) -> list[ExampleResult]:
    """What does not pass of the examples of a rule, with a part of the reference in the place of its own."""
    plan = plan_of(CLAIMS)
    mine = frozenset(str(example.id) for example, _ in plan.ready if example.id.rule == rule)
    examined = run(
        plan.only(Selection(ids=mine)),
        "SEQUEL",
        open_system=lambda claims, _: Embedded(InProcess(made_of(part), claims)),
        variation=variation,
    )
    return [r for r in examined.examples if r.verdict not in (Verdict.PASSED, Verdict.INAPPLICABLE)]


@pytest.mark.parametrize(("part", "rule"), [(_KeepsTheFirstHeader, "SU-13")])
def test_a_crm_that_goes_wrong_in_what_no_example_plays_is_found(part: type, rule: str) -> None:
    assert found_in(part, UNVARIED, rule) == []
    found = [result for seed in SEEDS for result in found_in(part, seed, rule)]
    assert found
    assert all(result.verdict is Verdict.FAILED and "in the sequel" in result.expected for result in found)


def test_the_reference_has_nothing_amiss_in_its_sequels() -> None:
    for seed in SEEDS:
        assert found_in(CustomerRelations, seed, "SU-13") == []
