"""One examination: a system, its claims, every example there is, and a verdict on each."""

import gc
import secrets
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from ordertck import __version__
from ordertck.harness.applicability import example_reason
from ordertck.harness.claims import Claims
from ordertck.harness.edition.catalogue import home_services
from ordertck.harness.edition.features import Example, all_features, features_digest
from ordertck.harness.edition.register import register
from ordertck.harness.edition.step_book import step_book
from ordertck.harness.examination import Examination
from ordertck.harness.rule_verdicts import rule_results, upheld_deviations
from ordertck.harness.runner.connection import Connection, Revise
from ordertck.harness.verdicts import ExampleId, ExampleResult, Verdict, worst

Progress = Callable[[ExampleResult, int, int], None]

_DIGITS = string.digits + string.ascii_uppercase
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which examples a person wants to see run; empty fields select everything. A selection bars a certificate.

    ``text`` is looked for in the example's whole name, "PL-09/oms/title/row", whatever its case.
    """

    rules: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    text: str = ""
    ids: frozenset[str] | None = None

    def __bool__(self) -> bool:
        return bool(self.rules or self.roles or self.text or self.ids is not None)

    def __str__(self) -> str:
        """What was selected, in words; empty where everything was."""
        parts = [f"rule {rule}" for rule in sorted(self.rules)] + [f"role {role}" for role in sorted(self.roles)]
        if self.text:
            parts.append(f"'{self.text}'")
        if self.ids is not None:
            parts.append(f"{len(self.ids)} named examples")
        return ", ".join(parts)

    def takes(self, example: Example) -> bool:
        """Whether an example is selected."""
        name = str(example.id)
        return (
            (not self.rules or example.id.rule in self.rules)
            and (not self.roles or example.id.role in self.roles)
            and self.text.lower() in name.lower()
            and (self.ids is None or name in self.ids)
        )


def fresh_session() -> str:
    """A session id that no run had before: an S, the second in base 36, three random characters."""
    second, digits = int((datetime.now(UTC) - _EPOCH).total_seconds()), ""
    while second:
        second, digit = divmod(second, 36)
        digits = _DIGITS[digit] + digits
    return f"S{digits}{''.join(secrets.choice(_DIGITS) for _ in range(3))}"


def roll() -> list[Example]:
    """Every example there is, in the order of the files."""
    return [example for feature in all_features() for rule in feature.rules for example in rule.examples]


def kit_digests() -> dict[str, str]:
    """What verdicts rest on: the digests of features, register and catalogue."""
    return {"features": features_digest(), "register": register().digest, "catalogue": home_services().digest}


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
    or adapter cannot be used at all, ``RuntimeError`` where an example is not accounted for; whatever happens
    otherwise becomes a verdict.
    """
    selection = selection or Selection()
    run = _Run(claims, session or fresh_session(), max_time)
    chosen = [example for example in roll() if selection.takes(example)]
    started = datetime.now(UTC)
    run.go(chosen, progress, repeat)
    missing = {str(e.id) for e in chosen} ^ run.results.keys()
    if missing:
        raise RuntimeError(f"not accounted for: {', '.join(sorted(missing))}")
    results = tuple(run.results[str(example.id)] for example in chosen)
    rules = rule_results(claims, results, narrowed=bool(selection))
    return Examination(
        claims=claims,
        session=run.connection.session,
        kit=__version__,
        digests=kit_digests(),
        started=started,
        finished=datetime.now(UTC),
        examples=results,
        rules=rules,
        transcript=run.connection.transcript,
        strays=run.connection.strays,
        narrowed_by=str(selection),
        cut_short=run.cut_short,
        unstable=tuple(sorted(run.unstable)),
        broken_claims=() if selection else upheld_deviations(claims, rules),
    )


class _Run:
    """Collects a result for each example; what was passed may be revised until the end."""

    def __init__(self, claims: Claims, session: str, max_time: float | None) -> None:
        self.claims, self.max_time = claims, max_time
        self.connection = Connection(claims, session, self._revised)
        self.results: dict[str, ExampleResult] = {}
        self.unstable: set[str] = set()
        self.cut_short = ""
        self._revisions: dict[str, Revise] = {}

    def go(self, examples: Iterable[Example], progress: Progress, repeat: int) -> None:
        """Run the examples, listen once more, close."""
        book, began = step_book(), monotonic()
        ready = []
        for example in examples:
            if reason := example_reason(example, self.claims, book):
                inapplicable = ExampleResult(example.id, Verdict.INAPPLICABLE, example.location, reason)
                self.results[str(example.id)] = inapplicable
            else:
                ready.append(example)
        gc.freeze()  # what was read so far stays; the collector need not look at it for every example
        try:
            for number, example in enumerate(ready, 1):
                if self.max_time is not None and monotonic() - began > self.max_time and not self.cut_short:
                    self.cut_short = "the run took longer than it was given"
                result = self._unrun(example) if self.cut_short else self._examined(example, repeat)
                self.results[str(example.id)] = result
                progress(result, number, len(ready))
        except BaseException:
            self.connection.close()
            raise
        finally:
            gc.unfreeze()
        self.connection.finish()
        for name, revise in self._revisions.items():
            if self.results[name].verdict is Verdict.PASSED:
                self.results[name] = revise(self.results[name])

    def _examined(self, example: Example, repeat: int) -> ExampleResult:
        results = [self.connection.run(example) for _ in range(repeat)]
        if len({result.verdict for result in results}) > 1:
            self.unstable.add(str(example.id))
        verdict = worst(result.verdict for result in results)
        return next(result for result in results if result.verdict is verdict)

    def _unrun(self, example: Example) -> ExampleResult:
        return ExampleResult(example.id, Verdict.ERROR, example.location, f"not run: {self.cut_short}")

    def _revised(self, example: ExampleId, revise: Revise) -> None:
        self._revisions.setdefault(str(example), revise)
