"""The reference examined in every role in turn: in its defaults, then what each switch changes."""

from collections.abc import Iterator
from dataclasses import replace
from time import monotonic

from ordertck.harness.claims import Claims
from ordertck.harness.edition.vocabulary import vocabulary
from ordertck.harness.examination import Examination
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.rule_verdicts import rule_results, upheld_deviations
from ordertck.harness.runner.session import Progress, Selection, examine, roll
from ordertck.harness.verdicts import ExampleResult, Verdict


def reference_roles(claims: Claims, selection: Selection) -> tuple[str, ...]:
    """The roles that are built, claimed and selected, and for which an example is selected."""
    return tuple(
        role for role in claims.roles if role in PARTS and any(e.id.role == role and selection.takes(e) for e in roll())
    )


def examine_reference(
    claims: Claims,
    session: str,
    selection: Selection,
    progress: Progress = lambda *_: None,
    repeat: int = 1,
    max_time: float | None = None,
) -> list[Examination]:
    """One examination a role; examples of switch values that are no default are run with the switch flipped.

    Whoever selects roles, and nothing else, still gets a whole examination of each.
    """
    watch = _Watch(progress, repeat, max_time)
    within = replace(selection, roles=frozenset())
    return [
        watch.both_ways(replace(claims, roles=(role,)), f"{session}{role[0].upper()}", within)
        for role in reference_roles(claims, selection)
    ]


class _Watch:
    """Several examinations that share one time limit."""

    def __init__(self, progress: Progress, repeat: int, max_time: float | None) -> None:
        self._progress, self._repeat = progress, repeat
        self._end = None if max_time is None else monotonic() + max_time

    def both_ways(self, claims: Claims, session: str, selection: Selection) -> Examination:
        """One role: everything in the defaults, then what other switch values change."""
        whole = self._examined(claims, session, selection)
        for number, (flipped, ids) in enumerate(_flips(claims, selection), 1):
            whole = _merged(whole, self._examined(flipped, f"{session}F{number}", Selection(ids=ids)))
        return whole

    def _examined(self, claims: Claims, session: str, selection: Selection) -> Examination:
        left = None if self._end is None else max(0.0, self._end - monotonic())
        return examine(claims, session, selection, self._progress, self._repeat, left)


def _flips(claims: Claims, selection: Selection) -> Iterator[tuple[Claims, frozenset[str]]]:
    """The claims with one switch at another value, and the examples that hold under that value."""
    mine = [e for e in roll() if e.id.role in claims.roles and selection.takes(e)]
    for switch in vocabulary().switches.values():
        for value in switch.values:
            ids = frozenset(str(e.id) for e in mine if switch.tag(value) in e.tags)
            if ids and value != claims.switches[switch.name]:
                yield replace(claims, switches={**claims.switches, switch.name: value}), ids


def _merged(whole: Examination, part: Examination) -> Examination:
    """The examples that only the flipped run could run, in the place of their being inapplicable."""
    shift = len(whole.transcript)
    flipped = {str(e.id): _shifted(e, shift) for e in part.examples if e.verdict is not Verdict.INAPPLICABLE}
    whole.transcript.extend(part.transcript)
    examples = tuple(flipped.get(str(e.id), e) for e in whole.examples)
    rules = rule_results(whole.claims, examples, narrowed=bool(whole.narrowed_by))
    return replace(
        whole,
        finished=part.finished,
        examples=examples,
        rules=rules,
        strays=whole.strays + part.strays,
        cut_short=whole.cut_short or part.cut_short,
        unstable=tuple(sorted({*whole.unstable, *part.unstable})),
        broken_claims=() if whole.narrowed_by else upheld_deviations(whole.claims, rules),
    )


def _shifted(example: ExampleResult, by: int) -> ExampleResult:
    if example.transcript is None:
        return example
    first, last = example.transcript
    return replace(example, transcript=(first + by, last + by))
