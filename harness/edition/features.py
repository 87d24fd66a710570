"""Reading a feature: which examples it holds, by gherkin's own parser and compiler."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ordertck.harness.contents import text_in
from ordertck.harness.edition.mechanisms import MEETS
from ordertck.harness.edition.spoilt import unparsable
from ordertck.harness.edition.vocabulary import RULE_ID
from ordertck.harness.errors import UsageError
from ordertck.harness.verdicts import ExampleId

_STEP_TYPES = {"Context": "given", "Action": "when", "Outcome": "then"}


# How the description of a Rule begins whose first examples are in another file.
CONTINUED = "Continued from "


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an example, filled in: ``type`` is given, when or then; the table has its head first."""

    type: str
    text: str
    line: int
    table: tuple[tuple[str, ...], ...] | None = None
    docstring: str | None = None

    @property
    def sentence(self) -> str:
        """What is said with it and how, "given the order is submitted": the same sentence means the same."""
        return f"{self.type} {self.text}"


@dataclass(frozen=True, slots=True)
class Example:
    """One example in one role, ready to run; its Backgrounds' steps come first.

    ``file`` is the feature's path below the features folder, "price_lists/new_orders.feature".
    """

    id: ExampleId
    steps: tuple[Step, ...]
    tags: frozenset[str]
    file: str
    line: int

    @property
    def location(self) -> str:
        """Where it is written, "price_lists/new_orders.feature:12"."""
        return f"{self.file}:{self.line}"

    @property
    def is_meeting(self) -> bool:
        """Whether it shows where mechanisms meet, which no example of a single rule does."""
        return any(MEETS in tag for tag in self.tags)


@dataclass(frozen=True, slots=True)
class Rule:
    """A Rule of a feature: its sentence, what its text adds, and its examples."""

    id: str
    sentence: str
    description: str
    line: int
    examples: tuple[Example, ...]

    @property
    def is_home(self) -> bool:
        """Whether the rule is stated here; a Rule with nothing but meetings says what follows from it and another."""
        return not self.continues and (not self.examples or not all(example.is_meeting for example in self.examples))

    @property
    def continues(self) -> str:
        """The file beside this one in which the rule is stated, where that has its first examples; else blank."""
        first = self.description.partition("\n")[0]
        return first.removeprefix(CONTINUED).rstrip(".") if first.startswith(CONTINUED) else ""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature; ``file`` is its path below the features folder."""

    file: str
    title: str
    description: str
    rules: tuple[Rule, ...]


def parsed(file: Path, builder: Any = None) -> Any:
    """The syntax tree of a feature file, as gherkin has it; ``builder`` is gherkin's, where ids are to go on counting.

    Raises ``UsageError``, naming file and line, where the file does not parse.
    """
    from gherkin.errors import CompositeParserException, ParserError
    from gherkin.parser import Parser

    try:
        document: Any = Parser(builder).parse(text_in(file))
    except CompositeParserException as several:
        raise unparsable(file, several.errors[0]) from None
    except ParserError as problem:
        raise unparsable(file, problem) from None
    except OSError as problem:
        raise UsageError(f"cannot be read: {problem.strerror}", "name a feature file, or a folder", file) from None
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise UsageError(f"not text in UTF-8: {problem.reason}", "save the file as UTF-8", file, line) from None
    if not document.get("feature"):
        raise UsageError("no feature in this file", "begin it with 'Feature:'", file, 1)
    return {**document, "uri": str(file)}


def read_feature(file: Path, folder: Path, roles: Collection[str]) -> Feature:
    """One feature from its file below ``folder``; ``roles`` are the tags that say in which role an example runs.

    Raises ``UsageError``, naming file and line, where the file does not parse, where a scenario stands outside a
    Rule, or where a Rule has not exactly one id.
    """
    from gherkin.pickles.compiler import Compiler

    document = parsed(file)
    feature = document["feature"]
    at, home = file.resolve(), folder.resolve()
    place = at.relative_to(home).as_posix() if at.is_relative_to(home) else at.as_posix()
    scenarios, lines = dict(_scenarios(feature, file)), _step_lines(feature)
    examples: dict[str, list[Example]] = {}
    for pickle in Compiler().compile(document):
        rule, scenario = scenarios[pickle["astNodeIds"][0]]
        of_rule = examples.setdefault(rule["id"], [])
        of_rule.extend(_examples(pickle, _rule_id(rule, file), scenario, place, lines, roles))
    rules = tuple(
        Rule(
            _rule_id(child["rule"], file),
            child["rule"]["name"],
            _dedented(child["rule"].get("description", "")),
            child["rule"]["location"]["line"],
            tuple(examples.get(child["rule"]["id"], ())),
        )
        for child in feature["children"]
        if "rule" in child
    )
    return Feature(place, feature["name"], _dedented(feature.get("description", "")), rules)


def _scenarios(feature: Any, file: Path) -> Iterator[tuple[str, tuple[Any, Any]]]:
    for child in feature["children"]:
        if "scenario" in child:
            line = child["scenario"]["location"]["line"]
            raise UsageError("an example stands outside a Rule", "move it below its Rule", file, line)
        for inner in child.get("rule", {}).get("children", ()):
            if "scenario" in inner:
                yield inner["scenario"]["id"], (child["rule"], inner["scenario"])


def _rule_id(rule: Any, file: Path) -> str:
    ids: list[str] = [tag["name"][1:] for tag in rule["tags"] if RULE_ID.fullmatch(tag["name"][1:])]
    if len(ids) != 1:
        line = rule["location"]["line"]
        bears = ", ".join(tag["name"] for tag in rule["tags"]) or "no tag"
        remedy = "the rule of the documents to which it belongs, such as @PL-09; 'ordertck rules --search' finds it"
        raise UsageError(f"the Rule bears {len(ids)} rule ids ({bears})", f"tag it with one: {remedy}", file, line)
    return ids[0]


def _examples(
    pickle: Any, rule: str, scenario: Any, file: str, lines: dict[str, int], roles: Collection[str]
) -> Iterator[Example]:
    steps = tuple(_step(step, lines) for step in pickle["steps"])
    tags = frozenset(tag["name"][1:] for tag in pickle["tags"])
    title, row, line = scenario["name"], "", scenario["location"]["line"]
    if len(pickle["astNodeIds"]) > 1:
        cells, line = _row(scenario, pickle["astNodeIds"][1])
        row = cells[0]
    for role in sorted(tags & set(roles)):
        yield Example(ExampleId(rule, role, title, row), steps, tags, file, line)


def _row(scenario: Any, node: str) -> tuple[list[str], int]:
    for table in scenario["examples"]:
        for row in table["tableBody"]:
            if row["id"] == node:
                return [cell["value"] for cell in row["cells"]], row["location"]["line"]
    raise LookupError(node)


def _step_lines(feature: Any) -> dict[str, int]:
    """The line of each step, by the id that the parser gave it."""
    blocks = list(feature["children"])
    for child in feature["children"]:
        blocks.extend(child.get("rule", {}).get("children", ()))
    return {
        step["id"]: step["location"]["line"]
        for block in blocks
        for step in (block.get("background") or block.get("scenario") or {}).get("steps", ())
    }


def _step(step: Any, lines: dict[str, int]) -> Step:
    argument = step.get("argument") or {}
    table = argument.get("dataTable")
    docstring = argument.get("docString")
    return Step(
        type=_STEP_TYPES.get(step.get("type", ""), "given"),
        text=step["text"],
        line=lines[step["astNodeIds"][0]],
        table=tuple(tuple(cell["value"] for cell in row["cells"]) for row in table["rows"]) if table else None,
        docstring=docstring["content"] if docstring else None,
    )


def _dedented(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())
