"""Every step definition of the kit as one of behave's, matched by the parser that it was written with."""

from collections.abc import Callable
from typing import Any

from behave import given, step, then, use_step_matcher, when
from behave.matchers import Matcher, register_step_matcher_class
from behave.model_type import Argument

from ordertck.harness.edition import load
from ordertck.harness.edition.step_book import Definition

_DECORATORS = {"given": given, "when": when, "then": then, None: step}


class SameParser(Matcher):  # type: ignore[misc] # behave has no types
    """A definition under pytest-bdd's parser, its values converted as pytest-bdd would."""

    def compile(self) -> "SameParser":
        """Nothing is left to do: the parser has been made."""
        return self

    def check_match(self, step_text: str) -> list[Argument] | None:
        """The values in a step's words; None where the words are another step's."""
        definition: Definition = self.func.definition
        if not definition.parser.is_matching(step_text):
            return None
        values = definition.parser.parse_arguments(step_text) or {}
        converters = definition.converters
        return [
            Argument(0, 0, str(value), converters[name](value) if name in converters else value, name)
            for name, value in values.items()
        ]


def register() -> None:
    """Make them all known to behave; what a definition is called there matters to nobody."""
    register_step_matcher_class("same", SameParser)
    use_step_matcher("same")
    for number, definition in enumerate(load().steps.definitions):
        _DECORATORS[definition.type](f"definition {number}")(_called(definition))


def _called(definition: Definition) -> Callable[..., None]:
    def call(context: Any, **values: Any) -> None:
        if "stage" in definition.wants:
            values["stage"] = context.stage
        if "datatable" in definition.wants:
            values["datatable"] = [list(context.table.headings), *(list(row.cells) for row in context.table)]
        if "docstring" in definition.wants:
            values["docstring"] = context.text
        definition.function(**values)

    call.definition = definition  # type: ignore[attr-defined] # it is where a matcher finds it
    return call
