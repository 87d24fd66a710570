"""Sequels: what an integration layer does wrong only after an example's steps, and that nothing else fails."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import reference_claims
from ordertck.harness.messages import Message
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.proof.composition import made_of
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION
from ordertck.harness.variation import UNVARIED, Variation
from ordertck.harness.verdicts import ExampleResult, Verdict

CLAIMS = replace(reference_claims(EDITION), roles=("integration",))
# One scene is drawn for an example: of few examples, one seed alone does not draw each.
SEEDS = (Variation(3), Variation(5), Variation(9))


class ChargesNoLessThanNothing(Integration):
    """Takes a negative price by hand for none."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            if str(line.get("override", "")).startswith("-"):
                del line["override"]
        return order


class CancelsOnce(Integration):
    """Passes one cancel of an order on."""

    def prepare(self) -> None:
        self.cancelled: set[str] = set()

    def submitted(self, message: Message) -> None:
        number = message.body["order"]
        if message.kind != "cancel" or number not in self.cancelled:
            super().submitted(message)
        if message.kind == "cancel":
            self.cancelled.add(number)


class TakesNoughtForNothing(Integration):
    """Passes no value on that is "0"."""

    def to_order_system(self, message: Message) -> None:
        if message.body.get("value") != "0":
            super().to_order_system(message)


class FaultsNeedALine(Integration):
    """Passes a fault on where it names a line."""

    def to_order_system(self, message: Message) -> None:
        if message.kind != "fault" or message.body.get("line"):
            super().to_order_system(message)


class BringsEverybodyBack(Integration):
    """Hands out everything as soon as one of those who were away is back."""

    def bench_act(self, message: Message) -> None:
        super().bench_act(message)
        if message.kind == "neighbour-back":
            for edge in list(self.away):
                self.out += self.away.pop(edge)


class ForgetsAfterARefusal(Integration):
    """Takes a refused order's lines out of the cross-references."""

    def to_crm(self, message: Message) -> None:
        super().to_crm(message)
        if message.kind == "refusal":
            number = self.numbers.get(message.body["order"], message.body["order"])
            for line in [line for line, order in self.orders_of_lines.items() if order == number]:
                self.references.pair(line, line)


def found_in(system: type[Integration], variation: Variation, *rules: str) -> list[ExampleResult]:
    """What does not pass of a layer's examples of some rules, the first twenty of each."""
    plan = plan_of(CLAIMS)
    by_rule = [[str(e.id) for e, _ in plan.ready if e.id.rule == rule and not e.is_meeting][:20] for rule in rules]
    mine = [name for names in by_rule for name in names]
    examined = run(
        plan.only(Selection(ids=frozenset(mine))),
        Conditions("SEQUEL", variation),
        open_system=lambda claims, _: Embedded(InProcess(made_of(system), claims)),
    )
    return [r for r in examined.examples if r.verdict not in (Verdict.PASSED, Verdict.INAPPLICABLE)]


@pytest.mark.parametrize(
    ("system", "rule"),
    [
        (ChargesNoLessThanNothing, "FL-07"),
        (CancelsOnce, "FL-06"),
        (TakesNoughtForNothing, "FL-08"),
        (FaultsNeedALine, "PV-15"),
        (BringsEverybodyBack, "PR-06"),
        (ForgetsAfterARefusal, "FL-08"),
    ],
)
def test_a_layer_that_goes_wrong_in_what_no_example_plays_is_found(system: type[Integration], rule: str) -> None:
    assert found_in(system, UNVARIED, rule) == []
    found = [result for seed in SEEDS for result in found_in(system, seed, rule)]
    assert found
    assert all(result.verdict is Verdict.FAILED and "in the sequel" in result.expected for result in found)


def test_the_reference_has_nothing_amiss_in_its_sequels() -> None:
    for seed in SEEDS:
        assert found_in(Integration, seed, "FL-07", "FL-08", "PV-15", "PR-05", "PL-06", "SP-07") == []
