"""The step book: what a sentence means, and every way in which it can fail to mean one thing."""

import ast
import inspect
from collections.abc import Callable
from typing import Any

import pytest
from pytest_bdd import parsers

from ordertck import data
from ordertck.harness.edition.features import Step
from ordertck.harness.edition.step_book import Definition, StepBook
from ordertck.harness.errors import UnknownStep
from ordertck.harness.tests.support import EDITION

STAGE = object()
TABLE = (("line", "product"), ("1", "Internet Access"))


def definition(
    sentence: str, function: Callable[..., object], kind: str | None = "when", **converters: Any
) -> Definition:
    """A definition as pytest-bdd's decorators would make it."""
    wants = tuple(inspect.signature(function).parameters)
    return Definition(kind, parsers.parse(sentence), function, converters, wants, frozenset())


def nothing(stage: object) -> None:
    """A step without words of its own."""


def reason(book: StepBook, step: Step) -> str:
    """Why a step cannot be looked up."""
    with pytest.raises(UnknownStep) as caught:
        book.look_up(step)
    return str(caught.value)


def test_a_step_is_run_with_what_it_wants() -> None:
    """The stage, the values in its words, converted where that was asked for, its table or its text."""
    calls: list[object] = []

    def reads_table(stage: object, order: str, count: int, datatable: list[list[str]]) -> None:
        calls.append((stage, order, count, datatable))

    def reads_text(docstring: str) -> None:
        calls.append(docstring)

    book = StepBook(
        [
            definition('order "{order}" has {count} lines', reads_table, count=int),
            definition("a letter comes", reads_text),
        ]
    )
    step = Step("when", 'order "BASE" has 2 lines', 7, TABLE)
    book.look_up(step)(STAGE, step)
    step = Step("when", "a letter comes", 8, docstring="Dear all")
    book.look_up(step)(STAGE, step)
    assert calls == [(STAGE, "BASE", 2, [["line", "product"], ["1", "Internet Access"]]), "Dear all"]


def test_each_run_has_a_table_of_its_own() -> None:
    """A step may sort or shorten what it was given."""

    def spoils(datatable: list[list[str]]) -> None:
        datatable[0].clear()
        datatable.pop()

    book, step = StepBook([definition("it is spoilt", spoils)]), Step("when", "it is spoilt", 1, TABLE)
    book.look_up(step)(STAGE, step)
    assert step.table == TABLE
    book.look_up(step)(STAGE, step)


def test_no_definition() -> None:
    """Neither for words that nobody defined, nor for a sentence that only begins or ends like one."""
    book = StepBook([definition("it is submitted", nothing)])
    assert (
        reason(book, Step("when", "it is sent", 1))
        == "no definition matches 'When it is sent'; did you mean 'it is submitted'?"
    )
    for text in ("it is submitted twice", "then it is submitted", "It is submitted"[1:]):
        assert "no definition" in reason(book, Step("when", text, 1))


def test_another_type_of_step_is_another_step() -> None:
    """What is defined as a When is no Then; a definition without a type is for all of them."""
    book = StepBook([definition("x", nothing), definition("y", nothing, None)])
    assert reason(book, Step("then", "x", 1)) == "no definition matches 'Then x'"
    for kind in ("given", "when", "then"):
        book.look_up(Step(kind, "y", 1))


def test_more_than_one_definition() -> None:
    """Pytest-bdd would take one of them without a word; here each is named with its place."""
    book = StepBook([definition("an {adjective} order", nothing), definition("an open {thing}", nothing, None)])
    line = nothing.__code__.co_firstlineno
    place = f"steps/test_step_book.py:{line}"
    assert reason(book, Step("when", "an open order", 1)) == (
        f"2 definitions match 'When an open order' ({place}, {place})"
    )
    assert book.look_up(Step("when", "an odd order", 1)).values == {"adjective": "odd"}


def test_an_async_definition() -> None:
    """It would return at once, and hold whatever the system did."""

    async def waits(stage: object) -> None: ...

    told = reason(StepBook([definition("it waits", waits)]), Step("when", "it waits", 1))
    assert told.startswith("the definition at steps/test_step_book.py:")
    assert told.endswith("is async and would never run")


def test_tables_and_texts_that_do_not_fit() -> None:
    """A table or text that no definition reads would be no more than decoration; a missing one is an error too.

    One step of the same words may have a table where another has none, so each is looked at.
    """

    def reads(datatable: list[list[str]]) -> None: ...

    def reads_text(docstring: str) -> None: ...

    book = StepBook([definition("it has", reads), definition("it says", reads_text), definition("it is", nothing)])
    book.look_up(Step("when", "it has", 1, TABLE))
    book.look_up(Step("when", "it is", 1))
    assert "the step 'it has' lacks its table (defined at steps/" in reason(book, Step("when", "it has", 2))
    assert "the step 'it is' has a table that nothing reads" in reason(book, Step("when", "it is", 2, TABLE))
    assert "the step 'it says' lacks its text (defined at steps/" in reason(book, Step("when", "it says", 3))
    assert "the step 'it is' has a text that nothing reads" in reason(book, Step("when", "it is", 3, docstring="so"))


def test_every_definition_below_steps_is_found() -> None:
    """As many as there are decorators in the sources, each once, and each at its place."""
    written = set()
    for file in data("steps").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for decorator in node.decorator_list:
                    name = (
                        decorator.func.id
                        if isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name)
                        else ""
                    )
                    if name in ("given", "when", "then", "step"):
                        written.add(
                            (
                                None if name == "step" else name,
                                node.name,
                                f"steps/{file.name}:{node.decorator_list[0].lineno}",
                            )
                        )
    found = [(d.type, d.function.__name__, d.place) for d in EDITION.steps.definitions]
    assert len(found) == len(set(found))
    assert set(found) == written


def test_what_the_kit_has_to_play_is_known() -> None:
    """What the sentence says of it arrives at the definition; a step that looks at no edge has none."""
    plays = {d.pattern: d.kit_plays for d in EDITION.steps.definitions}
    assert plays["the CRM sends {what:Kept} as blank text"] == {"crm"}
    assert plays["its lines are"] == frozenset()
    assert frozenset().union(*plays.values()) <= {"oms", "crm", "integration", "som", "provisioning"}


def test_every_step_of_the_features_means_one_thing() -> None:
    """Whatever its table."""
    for feature in EDITION.features:
        for rule in feature.rules:
            for example in rule.examples:
                for step in example.steps:
                    assert EDITION.steps.look_up(step).definition in EDITION.steps.matches(step)
