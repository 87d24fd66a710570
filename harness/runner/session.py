"""One examination: a system, its claims, every example there is, and a verdict on each."""

import gc
import secrets
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from time import monotonic

from ordertck.harness.adapters.connect import connect
from ordertck.harness.claims import Claims
from ordertck.harness.port import AdapterError, System
from ordertck.harness.register import Level, register
from ordertck.harness.runner.executor import execute
from ordertck.harness.runner.features import Example, all_features
from ordertck.harness.runner.gate import example_reason, rule_reason
from ordertck.harness.runner.step_book import step_book
from ordertck.harness.stage import Stage
from ordertck.harness.stage.transcript import Transcript
from ordertck.harness.verdicts import Blame, ExampleResult, RuleResult, Verdict, worst

# Connecting is given up for good after so many failures in a row.
_MOST_FAILURES = 3

Progress = Callable[[ExampleResult, int, int], None]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which examples a person wants to see run; empty fields select everything. A selection bars a certificate."""

    rules: frozenset[str] = frozenset()
    text: str = ""
    ids: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rules or self.text or self.ids)

    def takes(self, example: Example) -> bool:
        """Whether an example is selected."""
        name = str(example.id)
        return (
            (not self.rules or example.id.rule in self.rules)
            and self.text.lower() in name.lower()
            and (not self.ids or name in self.ids)
        )


@dataclass(frozen=True, slots=True)
class Examination:
    """What an examination found, examples and rules in the order of the roll.

    ``narrowed`` says that a person selected examples, ``cut_short`` why the run ended early; neither gives a
    certificate. ``broken_claims`` are deviations that were declared and not found.
    """

    claims: Claims
    session: str
    started: datetime
    seconds: float
    examples: tuple[ExampleResult, ...]
    rules: tuple[RuleResult, ...]
    transcript: Transcript
    strays: int = 0
    narrowed: bool = False
    cut_short: str = ""
    unstable: tuple[str, ...] = ()
    broken_claims: tuple[str, ...] = field(default=())

    @property
    def whole(self) -> bool:
        """Whether every example of the roll was run or accounted for, by nobody's choice."""
        return not self.narrowed and not self.cut_short


def fresh_session() -> str:
    """A session id that no run had before: eight capital letters and digits."""
    return "S" + "".join(secrets.choice(string.ascii_uppercase + string.digits) for _ in range(7))


def roll() -> list[Example]:
    """Every example there is, in the order of the files."""
    return [example for feature in all_features() for rule in feature.rules for example in rule.examples]


def examine(
    claims: Claims,
    session: str | None = None,
    selection: Selection | None = None,
    progress: Progress = lambda *_: None,
    repeat: int = 1,
    max_time: float | None = None,
) -> Examination:
    """Run the roll against the system that the claims speak of.

    ``progress`` is called with each result, its number and how many there are. ``repeat`` runs each example so many
    times and takes the worst verdict. ``max_time`` in seconds ends the run early. Raises ``UsageError`` where claims
    or adapter cannot be used at all; whatever happens later becomes a verdict.
    """
    selection = selection or Selection()
    run = _Run(claims, session or fresh_session(), max_time)
    started, began = datetime.now(UTC), monotonic()
    chosen = [example for example in roll() if selection.takes(example)]
    run.go(chosen, progress, repeat)
    results = tuple(run.results[str(example.id)] for example in chosen)
    missing = {str(e.id) for e in chosen} ^ run.results.keys()
    if missing:
        raise RuntimeError(f"not accounted for: {', '.join(sorted(missing))}")
    rules = () if selection and not chosen else tuple(_rules(claims, results, narrowed=bool(selection)))
    return Examination(
        claims=claims,
        session=run.session,
        started=started,
        seconds=monotonic() - began,
        examples=results,
        rules=rules,
        transcript=run.transcript,
        strays=run.strays,
        narrowed=bool(selection),
        cut_short=run.cut_short,
        unstable=tuple(sorted(run.unstable)),
        broken_claims=tuple(_upheld_deviations(claims, rules)),
    )


class _Run:
    """The system is connected once, and again for the next example where it broke."""

    def __init__(self, claims: Claims, session: str, max_time: float | None) -> None:
        self.claims, self.session, self.max_time = claims, session, max_time
        self.results: dict[str, ExampleResult] = {}
        self.unstable: set[str] = set()
        self.cut_short = ""
        self.transcript = Transcript(claims.redact)
        self.strays = 0
        self._scenes: dict[str, str] = {}
        self._stage: Stage | None = None
        self._system: System | None = None
        self._failures = self._connections = 0
        self._problem = ""

    def go(self, examples: Iterable[Example], progress: Progress, repeat: int) -> None:
        """Run the examples, listen once more, close."""
        book, began = step_book(), monotonic()
        ready, excluded = [], {}
        listed = list(examples)
        for example in listed:
            reason = example_reason(example, self.claims, book)
            if reason:
                excluded[str(example.id)] = reason
            else:
                ready.append(example)
        gc.collect()
        gc.freeze()  # what was read so far stays; the collector need not look at it for every example
        for number, example in enumerate(ready, 1):
            if self.max_time is not None and monotonic() - began > self.max_time and not self.cut_short:
                self.cut_short = f"the run took longer than {self.max_time:g} s"
            result = self._unrun(example) if self.cut_short else self._examined(example, repeat)
            self.results[str(example.id)] = result
            progress(result, number, len(ready))
        for example in listed:
            name = str(example.id)
            if name in excluded:
                self.results[name] = ExampleResult(example.id, Verdict.INAPPLICABLE, example.location, excluded[name])
        self._finish()

    def _examined(self, example: Example, repeat: int) -> ExampleResult:
        results = [self._once(example) for _ in range(repeat)]
        if len({result.verdict for result in results}) > 1:
            self.unstable.add(str(example.id))
        verdict = worst(result.verdict for result in results)
        return next(result for result in results if result.verdict is verdict)

    def _once(self, example: Example) -> ExampleResult:
        stage = self._connected()
        if stage is None:
            return self._unreachable(example)
        result = execute(example, stage, step_book())
        self._scenes[stage.latest] = str(example.id)
        if result.blame is Blame.ADAPTER:
            self._disconnect()
        return result

    def _connected(self) -> Stage | None:
        if self._stage is None and self._failures < _MOST_FAILURES:
            try:
                self._system = connect(self.claims, self.session)
            except AdapterError as problem:
                self._failures += 1
                self._problem = str(problem)
                return None
            self._failures = 0
            self._connections += 1
            suffix = "" if self._connections == 1 else f"R{self._connections}"
            self._stage = Stage(self._system, self.claims, self.session + suffix, self._late, self.transcript)
        return self._stage

    def _unreachable(self, example: Example) -> ExampleResult:
        given_up = self._failures >= _MOST_FAILURES
        reason = f"the system can {'no longer ' if given_up else 'not '}be reached: {self._problem}"
        return ExampleResult(example.id, Verdict.ERROR, example.location, reason, Blame.ADAPTER)

    def _unrun(self, example: Example) -> ExampleResult:
        return ExampleResult(example.id, Verdict.ERROR, example.location, self.cut_short, Blame.KIT)

    def _late(self, scene: str, expected: str, seen: str) -> None:
        name = self._scenes.get(scene)
        result = self.results.get(name or "")
        if result is not None and result.verdict is Verdict.PASSED:
            self.results[str(result.id)] = replace(
                result,
                verdict=Verdict.FAILED,
                late=True,
                expected=expected,
                seen=seen,
                reason="a message came late that should not have come",
                blame=Blame.SYSTEM,
            )

    def _disconnect(self) -> None:
        if self._stage is not None:
            self.strays += self._stage.strays
        if self._system is not None:
            self._quietly(self._system.close)
        self._stage = self._system = None

    def _finish(self) -> None:
        if self._stage is not None:
            self._quietly(self._stage.rest)
        self._disconnect()

    def _quietly(self, act: Callable[[], None]) -> None:
        """What breaks after the last verdict is nobody's breach of a rule."""
        try:
            act()
        except Exception:
            self._problem = "it broke when it was closed"


def _rules(claims: Claims, results: Iterable[ExampleResult], narrowed: bool) -> Iterable[RuleResult]:
    """A verdict on every rule in every role that it binds; only on those that were run where somebody selected."""
    by_rule: dict[tuple[str, str], list[ExampleResult]] = {}
    for result in results:
        by_rule.setdefault((result.id.rule, result.id.role), []).append(result)
    for rule in register().rules.values():
        if rule.level is Level.DOCUMENTATION:
            if not narrowed:
                yield RuleResult(rule.id, "", Verdict.UNTESTED, reason=rule.not_tested)
            continue
        for role in rule.binds:
            examples = tuple(by_rule.get((rule.id, role), ()))
            if narrowed and not examples:
                continue
            yield _rule(rule.id, role, claims, examples)


def _rule(rule: str, role: str, claims: Claims, examples: tuple[ExampleResult, ...]) -> RuleResult:
    entry = register().rules[rule]
    if role in entry.not_examinable:
        return RuleResult(rule, role, Verdict.UNTESTED, reason=entry.not_examinable[role])
    if not examples and role in claims.roles:
        return RuleResult(rule, role, Verdict.UNTESTED, reason="not built yet")
    if reason := rule_reason(rule, role, claims):
        return RuleResult(rule, role, Verdict.INAPPLICABLE, examples, reason)
    verdict = worst(example.verdict for example in examples)
    reason = examples[0].reason if verdict is Verdict.INAPPLICABLE else ""
    return RuleResult(rule, role, verdict, examples, reason)


def _upheld_deviations(claims: Claims, rules: Iterable[RuleResult]) -> Iterable[str]:
    """Declared deviations whose rule was examined and is upheld: the claims are out of date."""
    verdicts: dict[str, list[Verdict]] = {}
    for result in rules:
        if result.run:
            verdicts.setdefault(result.rule, []).append(result.verdict)
    for deviation in claims.deviations:
        if verdicts.get(deviation.rule) and worst(verdicts[deviation.rule]) is Verdict.PASSED:
            yield f"deviation {deviation.rule} ({deviation.issue}): the rule is upheld, so remove the entry"
