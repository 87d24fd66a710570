"""Trials: known systems run on examples, several at a time."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ordertck.harness.claims import reference_claims
from ordertck.harness.edition import Edition
from ordertck.harness.plan import Plan, Selection, plan_of
from ordertck.harness.proof.registry import WRONG, KnownSystem
from ordertck.harness.runner.run import run, unwatched
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict, worst

T = TypeVar("T")
# A task may be sent to another process by its number only: what it holds could not go through a pipe.
Task = Callable[[], T]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a system's examples: the worst verdict of each rule, and every result that is not passed."""

    rules: dict[str, Verdict]
    not_passed: tuple[ExampleResult, ...]

    @property
    def failed(self) -> frozenset[ExampleId]:
        """The examples that failed; inconclusive and broken ones say nothing of a rule."""
        return frozenset(result.id for result in self.not_passed if result.verdict is Verdict.FAILED)

    @property
    def failed_rules(self) -> frozenset[str]:
        """The rules with an example that failed."""
        return frozenset(example.rule for example in self.failed)


class Trials:
    """Plans and runs known systems; those that claim the same share one plan."""

    def __init__(self, edition: Edition, full: bool) -> None:
        self._reference, self._full = reference_claims(edition), full
        self._plans: dict[object, Plan] = {}

    def task(self, system: KnownSystem) -> Task[Trial]:
        """What runs a system; the plan is made at once, so that it is made once for all processes."""
        key = system.role, frozenset(system.switches.items()), system.without, frozenset(system.names.items())
        if key not in self._plans:
            self._plans[key] = plan_of(system.claims(self._reference))
        whole = system.kind != WRONG or self._full
        plan = self._plans[key].only(Selection() if whole else Selection(rules=system.breaks))
        return lambda: _trial(plan, system)


def _trial(plan: Plan, system: KnownSystem) -> Trial:
    ran = run(plan, "PROOF", open_system=system.open).examples
    results = [result for result in ran if result.verdict is not Verdict.INAPPLICABLE]
    rules: dict[str, list[Verdict]] = {}
    for result in results:
        rules.setdefault(result.id.rule, []).append(result.verdict)
    worse = tuple(result for result in results if result.verdict is not Verdict.PASSED)
    return Trial({rule: worst(verdicts) for rule, verdicts in rules.items()}, worse)


def carried_out(tasks: Sequence[Task[T]], processes: int) -> Iterator[T]:
    """The results of tasks, in their order; several processes share the work."""
    with unwatched():
        if processes < 2 or len(tasks) < 2:
            yield from (task() for task in tasks)
            return
        _INHERITED[:] = tasks
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            yield from pool.imap(_numbered, range(len(tasks)), chunksize=4)


# What a forked process finds in its memory.
_INHERITED: list[Task[object]] = []


def _numbered(number: int) -> object:
    return _INHERITED[number]()
