"""A trial: one member of the cast on a set of examples."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ordertck.harness.cast.casting import Member
from ordertck.harness.runner.executor import execute
from ordertck.harness.runner.features import Example, all_features
from ordertck.harness.runner.gate import example_reason
from ordertck.harness.runner.step_book import step_book
from ordertck.harness.stage import Stage
from ordertck.harness.verdicts import Blame, ExampleResult, Verdict, worst


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a member's examples; those that its claims exclude are left out."""

    role: str
    member: str
    results: tuple[ExampleResult, ...]

    def rules(self) -> dict[str, Verdict]:
        """The verdict of each rule that was examined."""
        rules: dict[str, list[Verdict]] = {}
        for result in self.results:
            rules.setdefault(result.id.rule, []).append(result.verdict)
        return {rule: worst(verdicts) for rule, verdicts in rules.items()}

    def failed(self) -> frozenset[str]:
        """The rules with an example that failed; inconclusive and broken ones say nothing of a rule."""
        return frozenset(r.id.rule for r in self.results if r.verdict is Verdict.FAILED)


def examples_of(role: str, rules: Iterable[str] | None = None) -> list[Example]:
    """The examples of a role, of these rules only where any are named."""
    wanted = None if rules is None else frozenset(rules)
    return [
        example
        for feature in all_features()
        for rule in feature.rules
        if wanted is None or rule.id in wanted
        for example in rule.examples
        if example.id.role == role
    ]


def try_member(member: Member, examples: Iterable[Example]) -> Trial:
    """Run a member on examples; a system that breaks down is connected anew for the next one."""
    claims, book = member.claims(), step_book()
    late: dict[str, tuple[str, str]] = {}
    scenes: dict[str, int] = {}
    results: list[ExampleResult] = []

    def note_late(scene: str, expected: str, seen: str) -> None:
        late.setdefault(scene, (expected, seen))

    def stage_on() -> Stage:
        return Stage(member.connect(), claims, f"PROOF{len(results)}", note_late)

    stage = stage_on()
    for example in examples:
        if example_reason(example, claims, book):
            continue
        result = execute(example, stage, book)
        scenes.setdefault(stage.latest, len(results))
        results.append(result)
        if result.blame is Blame.ADAPTER:
            stage = stage_on()
    try:
        stage.rest()
    except Exception as problem:  # the member broke down when nothing was asked of it any more
        late.setdefault(stage.latest, ("a system that comes to rest", str(problem)))
    for scene, (expected, seen) in late.items():
        place = scenes.get(scene)
        if place is not None and results[place].verdict is Verdict.PASSED:
            results[place] = replace(
                results[place], verdict=Verdict.FAILED, late=True, expected=expected, seen=seen, blame=Blame.SYSTEM
            )
    return Trial(member.role, member.name, tuple(results))
