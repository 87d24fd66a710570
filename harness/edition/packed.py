"""The packed form of features: what a JSON file holds of them, and back."""

from collections.abc import Iterable
from typing import Any

from ordertck.harness.edition.features import Example, Feature, Rule, Step
from ordertck.harness.verdicts import ExampleId


def packed(features: Iterable[Feature]) -> list[Any]:
    """Features as lists of what JSON can hold."""
    return [_shape(feature) for feature in features]


def unpacked(shapes: list[Any]) -> tuple[Feature, ...]:
    """The features that were packed. Raises ``ValueError`` or ``TypeError`` for another form."""
    return tuple(_feature(*shape) for shape in shapes)


def _shape(feature: Feature) -> list[Any]:
    rules = [[rule.id, rule.sentence, rule.description, rule.line, _scenarios(rule.examples)] for rule in feature.rules]
    return [feature.file, feature.title, feature.description, rules]


def _scenarios(examples: tuple[Example, ...]) -> list[Any]:
    """Examples of one scenario that differ in their role only share everything else."""
    shapes: list[Any] = []
    latest: tuple[Step, ...] | None = None
    for example in examples:
        if example.steps is not latest:
            steps = [[s.type, s.text, s.line, s.table, s.docstring] for s in example.steps]
            shapes.append([example.id.title, example.id.row, sorted(example.tags), example.line, steps, []])
            latest = example.steps
        shapes[-1][-1].append(example.id.role)
    return shapes


def _feature(file: str, title: str, description: str, rules: list[Any]) -> Feature:
    return Feature(file, title, description, tuple(_rule(file, *rule) for rule in rules))


def _rule(file: str, name: str, sentence: str, description: str, line: int, scenarios: list[Any]) -> Rule:
    examples: list[Example] = []
    for title, row, words, at, shapes, roles in scenarios:
        steps = tuple(
            Step(kind, text, place, tuple(map(tuple, table)) if table is not None else None, docstring)
            for kind, text, place, table, docstring in shapes
        )
        tags = frozenset(words)
        examples += [Example(ExampleId(name, role, title, row), steps, tags, file, at) for role in roles]
    return Rule(name, sentence, description, line, tuple(examples))
