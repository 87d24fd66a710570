"""A finding as a feature in the kit's own sentences, as an analyst would have written it."""

import re
from collections.abc import Iterable, Iterator

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.exploration import Finding
from ordertck.harness.text import printable

_KEYWORDS = {"given": "Given", "when": "When", "then": "Then"}


def feature_of(finding: Finding, role: str, system: str) -> str:
    """The text of a feature file with one example, which fails as long as the system does what was found."""
    lines = [
        f"@{role}",
        f"Feature: Found in {_plain(system)}",
        "  Found by exploration, and made as small as it could be. What was seen:",
        f"  {_plain(finding.said)}.",
        "",
        f"  Rules that stand behind it: {', '.join(finding.rules)}.",
        "",
        f"  @{finding.rules[0]}",
        f"  Rule: {finding.says}",
        "",
        f"    Example: {title_of(finding.invariant)}",
        *_written([*finding.steps, Step("then", f'it holds that "{finding.says}"', 0)]),
    ]
    return "\n".join(lines) + "\n"


def title_of(invariant: str) -> str:
    """The name of an invariant as a title."""
    words = invariant.replace("-", " ")
    return words[0].upper() + words[1:].replace(" crm", " CRM")


def _plain(text: str) -> str:
    """A text on one line that no parser takes for a keyword, a comment or a tag."""
    line = printable(" ".join(text.split())).rstrip(".")
    return re.sub(r"^[#@*|]+|^(?=(?:Rule|Example|Examples|Background|Scenario|Scenario Outline|Feature)\b)", "'", line)


def _written(steps: Iterable[Step]) -> Iterator[str]:
    before = ""
    for step in steps:
        keyword = "And" if step.type == before else _KEYWORDS[step.type]
        before = step.type
        yield f"      {keyword} {step.text}"
        yield from _rows(step.table or ())


def _rows(table: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    widths = [max(len(_cell(cell)) for cell in column) for column in zip(*table, strict=True)]
    for row in table:
        cells = (_cell(cell).ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"        | {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")
