"""A trial: one member of the cast on a set of examples."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ordertck.harness.applicability import example_reason
from ordertck.harness.bench import Conversation
from ordertck.harness.edition.features import Example, all_features
from ordertck.harness.edition.step_book import step_book
from ordertck.harness.proof.registry import Member
from ordertck.harness.runner.executor import execute
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
    stages: dict[str, int] = {}
    results: list[ExampleResult] = []

    def note_late(stage: str, expected: str, seen: str) -> None:
        late.setdefault(stage, (expected, seen))

    def conversation_on() -> Conversation:
        return Conversation(member.connect(), claims, f"PROOF{len(results)}", note_late)

    conversation = conversation_on()
    for example in examples:
        if example_reason(example, claims, book):
            continue
        result = execute(example, conversation, book)
        stages.setdefault(conversation.latest, len(results))
        results.append(result)
        if result.blame is Blame.ADAPTER:
            conversation = conversation_on()
    try:
        conversation.rest()
    except Exception as problem:  # the member broke down when nothing was asked of it any more
        late.setdefault(conversation.latest, ("a system that comes to rest", str(problem)))
    for stage, (expected, seen) in late.items():
        place = stages.get(stage)
        if place is not None and results[place].verdict is Verdict.PASSED:
            results[place] = replace(
                results[place], verdict=Verdict.FAILED, late=True, expected=expected, seen=seen, blame=Blame.SYSTEM
            )
    return Trial(member.role, member.name, tuple(results))
