"""Trials: known systems run on examples, several at a time."""

import multiprocessing
import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ordertck.harness.claims import reference_claims
from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import Example
from ordertck.harness.errors import KitFault
from ordertck.harness.plan import Plan, Selection, plan_of
from ordertck.harness.proof.likeness import Exchanges, exchanges, is_alike
from ordertck.harness.proof.registry import NULL, PERMITTED, WRONG, KnownSystem
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run, unwatched
from ordertck.harness.signals import ENDINGS
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict, worst

T = TypeVar("T")
_SESSION = "PROOF"
# So many systems have to claim the same before it pays to take down what the reference says.
_MANY = 8
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
    """Plans and runs known systems; those that claim the same share one plan, and what the reference says in it.

    Of ``share`` permitted variants each runs another part of the examples, so that together they run them all.
    """

    def __init__(self, edition: Edition, full: bool, systems: Iterable[KnownSystem] = (), share: int = 1) -> None:
        self._reference, self._full, self._share = reference_claims(edition), full, share
        self._variants = 0
        self._sharing = Counter(_claimed(system) for system in systems if system.kind != NULL)
        self._plans: dict[object, tuple[Plan, Exchanges]] = {}

    def task(self, system: KnownSystem) -> Task[Trial]:
        """What runs a system; plan and exchanges are made at once, so that they are made once for all processes."""
        key = _claimed(system)
        if key not in self._plans:
            plan = plan_of(system.claims(self._reference))
            self._plans[key] = plan, exchanges(plan, _SESSION) if self._sharing[key] >= _MANY else {}
        plan, known = self._plans[key]
        # A null system may answer as the reference for a while: what it is shows where it is judged.
        known = {} if system.kind == NULL else known
        if system.kind in (WRONG, NULL) and not self._full:
            return lambda: _until_settled(plan, system, known)
        if system.kind == PERMITTED and self._share > 1:
            self._variants += 1
            ready = [str(example.id) for example, _ in plan.ready]
            plan = plan.only(Selection(ids=frozenset(ready[self._variants % self._share :: self._share])))
        return lambda: _trial(plan, system, known)


def _claimed(system: KnownSystem) -> object:
    switches, names = frozenset(system.switches.items()), frozenset(system.names.items())
    return system.role, system.beside, switches, system.without, names, system.capacity


def _trial(plan: Plan, system: KnownSystem, known: Exchanges) -> Trial:
    alike = _alike(plan, system, known)
    others = frozenset(str(example.id) for example, _ in plan.ready if example.id not in alike)
    ran = run(plan.only(Selection(ids=others)), Conditions(_SESSION), open_system=system.open).examples
    results = [result for result in ran if result.verdict is not Verdict.INAPPLICABLE]
    rules: dict[str, list[Verdict]] = {example.rule: [Verdict.PASSED] for example in alike}
    for result in results:
        rules.setdefault(result.id.rule, []).append(result.verdict)
    worse = tuple(result for result in results if result.verdict is not Verdict.PASSED)
    return Trial({rule: worst(verdicts) for rule, verdicts in rules.items()}, worse)


def _until_settled(plan: Plan, system: KnownSystem, known: Exchanges) -> Trial:
    """Run a system until it is known what becomes of each rule; what is likely to show it comes first.

    A wrong system is run until each rule that it breaks has caught it, a null system until none is left that it may
    uphold.
    """
    settled = {Verdict.FAILED} if system.kind == WRONG else {*Verdict} - {Verdict.PASSED}
    rules: dict[str, Verdict] = {}
    worse: list[ExampleResult] = []
    ready = [entry for entry in plan.entries if entry.claims is not None]
    mine = [entry for entry in ready if system.kind == NULL or entry.example.id.rule in system.breaks]
    for entry in sorted(mine, key=lambda entry: _is_unlikely(entry.example, system)):
        rule = entry.example.id.rule
        if rules.get(rule) not in settled:
            trial = _trial(replace(plan, entries=(entry,)), system, known)
            rules[rule] = worst((rules.get(rule, Verdict.UNTESTED), *trial.rules.values()))
            worse += trial.not_passed
    return Trial(rules, tuple(worse))


def _is_unlikely(example: Example, system: KnownSystem) -> bool:
    """Whether an example shows another thing than where the system goes wrong."""
    return system.where not in example.tags if system.where else example.is_meeting


def _alike(plan: Plan, system: KnownSystem, known: Exchanges) -> frozenset[ExampleId]:
    """The examples in which a system says what the reference says, which passes them."""
    if not known:
        return frozenset()
    way = system.open(plan.claims, _SESSION)
    ready = (example.id for example, _ in plan.ready)
    alike = frozenset(example for example in ready if example in known and is_alike(way, known[example]))
    way.close()
    return alike


def carried_out(tasks: Sequence[Task[T]], processes: int) -> Iterator[T]:
    """The results of tasks, in their order; several processes share the work.

    Raises ``KitFault`` where one of them is ended from outside: what it was to do would be waited for without end.
    """
    with unwatched():
        if processes < 2 or len(tasks) < 2:
            yield from (task() for task in tasks)
            return
        _INHERITED[:] = tasks
        with ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), _alone) as pool:
            try:
                yield from pool.map(_numbered, range(len(tasks)), chunksize=4)
            except BrokenProcessPool:
                raise KitFault("a process that examined known systems was ended from outside") from None
            except BaseException:
                for process in multiprocessing.active_children():  # nobody waits for what they are at
                    process.kill()
                raise


# What a forked process finds in its memory.
_INHERITED: list[Task[Any]] = []


def _alone() -> None:
    """What one process begins with. Signals are left to the first process, which ends all others.

    When that one is gone, this one ends too, whatever it is at.
    """
    for ending in (signal.SIGINT, *ENDINGS):
        signal.signal(ending, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    first = multiprocessing.parent_process()
    assert first is not None
    first.join()
    os._exit(1)


def _numbered(number: int) -> Any:
    return _INHERITED[number]()
