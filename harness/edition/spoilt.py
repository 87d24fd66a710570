"""A feature file that does not parse: the parser's words, put so that who wrote the file knows what to mend."""

import re
from pathlib import Path
from typing import Any

from ordertck.harness.errors import UsageError
from ordertck.harness.text import nearest, shortened

_HEADINGS = ("Feature:", "Rule:", "Background:", "Example:", "Scenario Outline:", "Examples:")
_STEPS = ("Given", "When", "Then", "And", "But")
_ANOTHER = re.compile(r"got '(.*)'$", re.S)


def unparsable(file: Path, problem: Any) -> UsageError:
    """What is told of a file that the parser refuses, with the line and what to do; ``problem`` is gherkin's error."""
    place = getattr(problem, "location", None) or {}
    wrong, remedy = _words(re.sub(r"^\(\d+:\d+\): ", "", str(problem)))
    said = f"does not parse as Gherkin: {shortened(wrong, 200)}"
    return UsageError(said, f"{remedy}; see features/README.md", file, place.get("line", 1))


def _words(told: str) -> tuple[str, str]:
    if another := _ANOTHER.search(told):
        return f"'{another[1]}' cannot stand here", _meant(another[1], told)
    if told.startswith("unexpected end of file"):
        is_text = "#DocStringSeparator" in told and "#StepLine" not in told
        return ("a text has no end", 'close it with """') if is_text else ("the file ends too early", "finish it")
    if told.startswith("inconsistent cell count"):
        return "the row has more cells than its table has columns, or fewer", "give each row a cell for each column"
    return told, "mend the line"


def _meant(line: str, told: str) -> str:
    """What a line may have been meant for: a heading or a step of which the first word is misspelt, or none at all."""
    first = line.split(":", maxsplit=1)[0] + ":" if ":" in line else line.split(maxsplit=1)[0]
    near = nearest(first, _HEADINGS if ":" in line else _STEPS)
    if near and near != first:
        return f"did you mean '{near}'?"
    if "#FeatureLine" in told:
        return "a file begins with tags and 'Feature:'"
    if near:  # the right word at the wrong place
        return "a Rule has Examples, an Example has steps, and a step may have a table or a text below it"
    return f"a step begins with {', '.join(_STEPS[:-1])} or {_STEPS[-1]}, a row of a table with |"
