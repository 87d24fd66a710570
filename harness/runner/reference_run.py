"""The reference examined in every role in turn: in its defaults, then what each switch changes."""

from collections.abc import Iterator
from dataclasses import replace

from ordertck.harness.claims import Claims
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.runner.session import Examination, Progress, Selection, examine, roll
from ordertck.harness.verdicts import ExampleResult, RuleResult, Verdict, worst
from ordertck.harness.vocabulary import vocabulary


def examine_reference(
    claims: Claims,
    session: str,
    selection: Selection,
    progress: Progress,
    roles: tuple[str, ...] = (),
    **options: object,
) -> list[Examination]:
    """One examination a role; examples of switch values that are no default are run with the switch flipped."""
    return [
        _both_ways(replace(claims, roles=(role,)), f"{session}{role[0].upper()}", selection, progress, **options)
        for role in roles or claims.roles
        if role in PARTS
    ]


def _both_ways(
    claims: Claims, session: str, selection: Selection, progress: Progress, **options: object
) -> Examination:
    whole = examine(claims, session, selection, progress, **options)  # type: ignore[arg-type]
    for flipped, ids in _flips(claims, selection):
        part = examine(flipped, session + "F", Selection(ids=ids), progress, **options)  # type: ignore[arg-type]
        whole = _merged(whole, part)
    return whole


def _flips(claims: Claims, selection: Selection) -> Iterator[tuple[Claims, frozenset[str]]]:
    """The claims with one switch at another value, and the examples that hold under that value."""
    for switch in vocabulary().switches.values():
        for value in switch.values:
            ids = frozenset(
                str(e.id)
                for e in roll()
                if e.id.role in claims.roles and switch.tag(value) in e.tags and selection.takes(e)
            )
            if ids and value != claims.switches[switch.name]:
                yield replace(claims, switches={**claims.switches, switch.name: value}), ids


def _merged(whole: Examination, part: Examination) -> Examination:
    """The examples that only the flipped run could run, in the place of their being inapplicable."""
    shift = len(whole.transcript)
    flipped = {str(e.id): _shifted(e, shift) for e in part.examples if e.verdict is not Verdict.INAPPLICABLE}
    whole.transcript.extend(part.transcript)
    examples = tuple(flipped.get(str(e.id), e) for e in whole.examples)
    rules = tuple(_rule_merged(rule, flipped) for rule in whole.rules)
    return replace(whole, examples=examples, rules=rules, seconds=whole.seconds + part.seconds)


def _shifted(example: ExampleResult, by: int) -> ExampleResult:
    if example.transcript is None:
        return example
    first, last = example.transcript
    return replace(example, transcript=(first + by, last + by))


def _rule_merged(rule: RuleResult, flipped: dict[str, ExampleResult]) -> RuleResult:
    if not any(str(e.id) in flipped for e in rule.examples):
        return rule
    examples = tuple(flipped.get(str(e.id), e) for e in rule.examples)
    return replace(rule, examples=examples, verdict=worst(e.verdict for e in examples))
