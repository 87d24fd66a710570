"""Features that belong to no edition, such as findings of exploration: examined alone, on no certificate."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ordertck.harness.claims import Claims
from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import Example, parsed
from ordertck.harness.edition.misspelt import Spelling
from ordertck.harness.errors import MISFIT, UNSENDABLE, UnknownStep, UsageError
from ordertck.harness.lint import FOR_NOBODY, for_nobody, strange_meetings, unknown_tags, what_is
from ordertck.harness.plan import Plan, plan_of_examples
from ordertck.harness.sessions import fresh_session
from ordertck.harness.text import one_line
from ordertck.harness.variation import UNVARIED, Variation
from ordertck.harness.verdicts import Blame, ExampleResult, Verdict

if TYPE_CHECKING:
    from ordertck.harness.examination import Examination
    from ordertck.harness.reports.words import Paint

_EXITS = {Verdict.ERROR: 3, Verdict.FAILED: 1, Verdict.INCONCLUSIVE: 1}


def features_apart(
    claims: Claims,
    is_reference: bool,
    named: Sequence[Path],
    session: str | None,
    seed: int | None,
    max_time: float | None,
) -> int:
    """Examine the examples of some feature files, or of folders of them, and say what came of each; the exit code.

    0 when each passed, 1 when one did not, 3 when the kit or the adapter broke. Raises ``UsageError`` where a file is
    no feature in the kit's sentences, where none of its examples applies to the system, and where a step fits nothing
    of its example or makes no message.
    """
    from ordertck.harness.reports.words import Paint
    from ordertck.harness.runner.conditions import Conditions
    from ordertck.harness.runner.run import run

    files = [file for each in named for file in _features(each)]
    rules = [(file, rule) for file in files for rule in claims.edition.read(file).rules]
    for file, rule in rules:
        for line in for_nobody(rule, parsed(file)):
            any_role = " or ".join(f"@{role}" for role in claims.edition.vocabulary.roles)
            raise UsageError(FOR_NOBODY, f"tag it with {any_role}", file, line)
    examples = [example for _, rule in rules for example in rule.examples]
    strange = _require_known(examples, claims.edition)
    roles = [role for role in claims.roles if any(example.id.role == role for example in examples)]
    systems = [replace(claims, roles=(role,)) for role in roles] if is_reference else [claims]
    plans = [plan_of_examples(system, examples) for system in systems]
    if not examples:
        raise UsageError("there is no example in it", "begin each of them with 'Example:', below its Rule", files[0])
    if not any(plan.ready for plan in plans):
        raise UsageError(_why_not(plans), "see the tags of its examples and the claims", files[0])
    for remark in strange:
        click.echo(remark, err=True)
    paint, code, senseless = Paint.of_terminal(), 0, list[UsageError]()
    variation = Variation(seed) if seed else UNVARIED
    for plan in plans:
        found = run(plan, Conditions(session or fresh_session(), variation, max_time=max_time))
        click.echo("\n".join(_told(found, paint)), color=paint.colour)
        senseless += [_mistake(result) for result in found.examples if _is_senseless(result)]
        others = (result for result in found.examples if not _is_senseless(result))
        code = max((code, *(_EXITS.get(result.verdict, 0) for result in others)))
    if senseless and code < _EXITS[Verdict.ERROR]:
        raise senseless[0]
    return code


def _is_senseless(result: ExampleResult) -> bool:
    """Whether a step cannot be done as it is written. Whatever else breaks in a step is the kit's own fault."""
    return (
        result.verdict is Verdict.ERROR and result.blame is Blame.KIT and result.reason.startswith((MISFIT, UNSENDABLE))
    )


def _mistake(result: ExampleResult) -> UsageError:
    file, _, line = result.location.rpartition(":")
    remedy = "mend the example"
    if result.reason.startswith(UNSENDABLE):
        remedy = "see what values and which table the sentence takes; where these are such, please report it"
    return UsageError(result.reason, remedy, file, int(line))


def _features(named: Path) -> list[Path]:
    """The feature file that is named, or all that lie in the folder of this name."""
    if named.is_file():
        return [named]
    files = sorted(named.glob("*.feature"))
    if not files:
        other = "it is no file" if named.exists() else "there is no such file"
        problem = "no feature lies in this folder" if named.is_dir() else other
        raise UsageError(problem, "name a feature file, or a folder of them", named)
    return files


def _require_known(examples: Iterable[Example], edition: Edition) -> list[str]:
    """What is said of words that the edition does not have.

    Raises ``UsageError`` for a sentence or a tag that means nothing: who wrote it would take it for examined.
    """
    spelling, strange = Spelling.of(edition), dict[str, None]()
    for example in examples:
        file = edition.features_folder / example.file
        for tag in unknown_tags(example, edition):
            raise UsageError(f"@{tag} is {what_is(tag)}", "features/vocabulary.toml has them all", file, example.line)
        for slip in strange_meetings(example, edition.mechanisms):
            raise UsageError(slip, "", file, example.line)
        if "then" not in {step.type for step in example.steps}:
            remedy = "say with a Then what has to come of it"
            raise UsageError("the example has no Then, so it asserts nothing", remedy, file, example.line)
        for step in example.steps:
            for slip in spelling.slips(step):
                raise UsageError(slip, "", file, step.line)
            strange |= dict.fromkeys(one_line(f"{file}:{step.line}: {word}") for word in spelling.strange(step))
            try:
                edition.steps.look_up(step)
            except UnknownStep as problem:
                remedy = "features/SENTENCES.md has all sentences ('ordertck docs sentences')"
                raise UsageError(str(problem), remedy, file, step.line) from None
    return list(strange)


def _why_not(plans: Sequence[Plan]) -> str:
    clauses = sorted({entry.clause for plan in plans for entry in plan.entries if entry.clause})
    return f"none of its examples applies to the system: {'; '.join(clauses) or 'it has none of its roles'}"


def _told(found: "Examination", paint: "Paint") -> list[str]:
    from ordertck.harness.reports.words import COLOURS

    lines = []
    for result in found.examples:
        lines.append(f"{paint(result.verdict, COLOURS[result.verdict])}  {one_line(str(result.id))}")
        if result.verdict is Verdict.INAPPLICABLE:
            lines.append(f"    {result.reason}")
        elif result.verdict is not Verdict.PASSED:
            lines += [f"    {result.reason}: {result.location}", f"    {one_line(result.step)}"]
            lines += [f"    expected: {result.expected}", f"    seen: {result.seen}"] if result.expected else []
    return lines
