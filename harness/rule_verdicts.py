"""From verdicts on examples to verdicts on rules, for every rule in every role that it binds."""

from collections.abc import Iterable, Iterator

from ordertck.harness.applicability import rule_reason
from ordertck.harness.claims import Claims
from ordertck.harness.edition.register import Level
from ordertck.harness.verdicts import ExampleResult, RuleResult, Verdict, worst

NOT_BUILT = "not built yet"


def rule_results(claims: Claims, results: Iterable[ExampleResult], narrowed: bool) -> tuple[RuleResult, ...]:
    """A verdict on every rule in every role that it binds; documentation-only rules once, without a role.

    Where somebody selected examples (``narrowed``), only on the rules whose examples were selected.
    """
    by_rule: dict[tuple[str, str], list[ExampleResult]] = {}
    for result in results:
        by_rule.setdefault((result.id.rule, result.id.role), []).append(result)
    return tuple(_all(claims, by_rule, narrowed))


def _all(claims: Claims, by_rule: dict[tuple[str, str], list[ExampleResult]], narrowed: bool) -> Iterator[RuleResult]:
    for rule in claims.edition.register.rules.values():
        if rule.level is Level.DOCUMENTATION:
            if not narrowed:
                yield RuleResult(rule.id, "", Verdict.UNTESTED, reason=rule.not_tested)
            continue
        for role in rule.binds:
            examples = tuple(by_rule.get((rule.id, role), ()))
            if examples or not narrowed:
                yield _one(rule.id, role, claims, examples)


def _one(rule: str, role: str, claims: Claims, examples: tuple[ExampleResult, ...]) -> RuleResult:
    entry = claims.edition.register.rules[rule]
    if role in entry.not_examinable:
        return RuleResult(rule, role, Verdict.UNTESTED, reason=entry.not_examinable[role])
    if not examples and role in claims.roles:
        return RuleResult(rule, role, Verdict.UNTESTED, reason=NOT_BUILT)
    if reason := rule_reason(rule, role, claims):
        return RuleResult(rule, role, Verdict.INAPPLICABLE, examples, reason)
    verdict = worst(example.verdict for example in examples)
    reasons = dict.fromkeys(e.reason for e in examples) if verdict is Verdict.INAPPLICABLE else ()
    return RuleResult(rule, role, verdict, examples, "; ".join(reasons))


def upheld_deviations(claims: Claims, rules: Iterable[RuleResult]) -> tuple[str, ...]:
    """Declared deviations whose rule was examined and is upheld in every claimed role: the claims are out of date."""
    verdicts: dict[str, list[Verdict]] = {}
    for result in rules:
        if result.run:
            verdicts.setdefault(result.rule, []).append(result.verdict)
    return tuple(
        f"deviation {d.rule} ({d.issue}): the rule is upheld, so remove the entry"
        for d in claims.deviations
        if set(verdicts.get(d.rule, ())) == {Verdict.PASSED}
    )
