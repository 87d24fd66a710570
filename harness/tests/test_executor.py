"""The executor and applicability: every way an example can end, and every reason not to run it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from ordertck.harness.applicability import example_reason, rule_reason
from ordertck.harness.bench import Conversation
from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Example, Step
from ordertck.harness.edition.step_book import StepBook
from ordertck.harness.errors import AdapterError, Breach, KitFault, Misfit, Silence, UnknownStep
from ordertck.harness.runner.executor import execute
from ordertck.harness.tests.support import claims_as, examples_of
from ordertck.harness.verdicts import Blame, Verdict

OMS = claims_as("oms")
FIRST = examples_of("oms")[0]


class Trial:
    """A conversation and a step book in one, in which a step of the type named goes wrong, or beginning or ending."""

    def __init__(self, where: str = "", problem: Exception | None = None) -> None:
        self.where, self.problem = where, problem
        self.transcript: list[str] = []
        self.done: list[str] = []
        self.brought_about = True
        self.names = (("ORDER", "ID-1"),)

    def act(self, what: str) -> None:
        self.done.append(what)
        if what == self.where and self.problem is not None:
            raise self.problem

    def begin(self, rule: str = "", role: str = "") -> "Trial":  # noqa: ARG002 - the form of a conversation
        self.act("begin")
        return self

    def balance(self, rule: str = "") -> None:  # noqa: ARG002 - the form of a conversation
        self.act("balance")

    def in_words(self, text: str) -> str:
        return text.replace("ID", "WORD")

    def end(self) -> None:
        self.act("end")

    def forget(self) -> None:
        self.act("forget")

    def look_up(self, step: Step) -> Callable[[Any, Step], None]:
        if isinstance(self.problem, UnknownStep) and step.type == self.where:
            raise self.problem
        return lambda _, step: self.act(step.type)


EXAMPLE = replace(FIRST, steps=tuple(Step(type, f"it {type}s", 10) for type in ("given", "when", "then")))


def ended(trial: Trial) -> tuple[Verdict, Blame | None]:
    result = execute(EXAMPLE, cast(Conversation, trial), cast(StepBook, trial))
    return result.verdict, result.blame


@pytest.mark.parametrize(
    ("where", "problem", "verdict", "blame"),
    [
        ("", None, Verdict.PASSED, None),
        ("given", Breach("this", "that"), Verdict.INCONCLUSIVE, Blame.SYSTEM),
        ("when", Breach("this", "that"), Verdict.FAILED, Blame.SYSTEM),
        ("then", Breach("this", "that"), Verdict.FAILED, Blame.SYSTEM),
        ("balance", Breach("this", "that"), Verdict.FAILED, Blame.SYSTEM),
        ("end", Breach("this", "that"), Verdict.FAILED, Blame.SYSTEM),
        ("begin", Breach("this", "that"), Verdict.INCONCLUSIVE, Blame.SYSTEM),
        ("given", Silence("how it stands"), Verdict.INCONCLUSIVE, Blame.SYSTEM),
        ("then", Silence("how it stands"), Verdict.INCONCLUSIVE, Blame.SYSTEM),
        ("begin", AdapterError("gone"), Verdict.ERROR, Blame.ADAPTER),
        ("when", AdapterError("gone"), Verdict.ERROR, Blame.ADAPTER),
        ("then", UnknownStep("no definition"), Verdict.ERROR, Blame.KIT),
        ("when", KitFault("a bad message"), Verdict.ERROR, Blame.KIT),
        ("then", KeyError("a slip"), Verdict.ERROR, Blame.KIT),
        ("then", Misfit("no order 'X'"), Verdict.ERROR, Blame.KIT),
    ],
)
def test_every_way_an_example_ends(
    where: str, problem: Exception | None, verdict: Verdict, blame: Blame | None
) -> None:
    assert ended(Trial(where, problem)) == (verdict, blame)


def test_a_failure_names_its_step_and_what_was_seen() -> None:
    result = execute(EXAMPLE, *cast(Any, [Trial("when", Breach("this", "that"))] * 2))
    assert (result.step, result.expected, result.seen) == ("When it whens", "this", "that")
    assert result.location.endswith(".feature:10")


def test_nothing_is_done_after_a_step_that_failed() -> None:
    trial = Trial("when", Breach("this", "that"))
    ended(trial)
    assert trial.done == ["begin", "given", "when", "end"]


def test_an_example_that_cannot_be_ended_is_left_behind() -> None:
    trial = Trial("end", AdapterError("gone"))
    assert ended(trial) == (Verdict.ERROR, Blame.ADAPTER)
    assert trial.done[-2:] == ["end", "forget"]


# The gate


def reason(example: Example, claims: Claims) -> str:
    return example_reason(example, claims)


def test_nothing_keeps_an_example_from_a_system_that_claims_what_it_needs() -> None:
    assert reason(FIRST, OMS) == ""


def test_a_role_that_is_not_claimed() -> None:
    assert reason(FIRST, replace(OMS, roles=("crm",))) == "role 'oms' is not claimed"


def test_a_profile_that_is_not_claimed() -> None:
    assert rule_reason("PR-04", "oms", replace(OMS, profiles=("price-lists",))) == "profile 'priority' is not claimed"


def test_a_capability_that_is_not_claimed() -> None:
    tagged = next(e for e in examples_of("oms") if "limited-capacity" in e.tags)
    without = replace(OMS, capabilities=OMS.capabilities - {"limited-capacity"})
    assert (reason(tagged, OMS), reason(tagged, without)) == ("", "capability 'limited-capacity' is not claimed")


def test_a_switch_that_is_declared_otherwise() -> None:
    """Of two examples for the two values of a switch one is run."""
    other = replace(OMS, switches={**OMS.switches, "no_header_pl": "default"})
    declared = [
        (bool(reason(e, OMS)), reason(e, other).startswith("switch 'no_header_pl' is declared as 'default'"))
        for e in examples_of("oms")
        if any("no_header_pl" in tag or "no-header-pl" in tag for tag in e.tags)
    ]
    assert (False, True) in declared
    assert (True, False) in declared


def test_an_edge_inside_the_system() -> None:
    both = replace(OMS, roles=("oms", "integration"))
    inside = {reason(e, both) for e in examples_of("oms") if not reason(e, OMS)}
    assert "it looks at the edge of 'integration', which lies inside the system under test" in inside
    assert "" in inside
