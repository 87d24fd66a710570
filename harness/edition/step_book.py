"""The step book: which definition a step's words mean, looked up once for each distinct text."""

import difflib
import importlib
import importlib.util
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from pytest_bdd.steps import step_function_context_registry

from ordertck import data
from ordertck.harness.edition.features import Step
from ordertck.harness.errors import UnknownStep, UsageError, raise_all
from ordertck.harness.signals import Ending
from ordertck.harness.text import exception

# By a step's sentence: the number of its definition, the values in it, and the roles that the kit has to play.
Meanings = dict[str, list[Any]]

# A value in the pattern of a definition, as the library parse writes it.
_VALUE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Definition:
    """One step definition, made with pytest-bdd's decorators.

    ``type`` is given, when or then; ``wants`` the names of its parameters; ``kit_plays`` the parts that the kit must
    play for the step to make sense (an edge inside the system under test cannot be seen).
    """

    type: str | None
    parser: Any
    function: Callable[..., object]
    converters: Mapping[str, Callable[[str], Any]]
    wants: tuple[str, ...]
    kit_plays: frozenset[str]

    @property
    def pattern(self) -> str:
        """The sentence that the definition was written with."""
        return str(self.parser.name)

    @property
    def mark(self) -> str:
        """The longest text between the values of its pattern, in small letters: every sentence of it holds that."""
        return max(_VALUE.split(self.pattern.lower()), key=len)

    @property
    def place(self) -> str:
        """Where it is defined, "steps/billing.py:12"."""
        code = self.function.__code__
        return f"steps/{code.co_filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{code.co_firstlineno}"


@dataclass(frozen=True, slots=True)
class Call:
    """A definition with the values that a step's text gave it."""

    definition: Definition
    values: Mapping[str, Any]

    @property
    def kit_plays(self) -> frozenset[str]:
        """The roles that the kit must play for the step: those of its definition, and those of whom it speaks."""
        plays = getattr(self.definition.parser, "plays", None)
        return self.definition.kit_plays if plays is None else frozenset(plays(self.values))

    def __call__(self, stage: Any, step: Step) -> None:
        """Run the step on a stage."""
        given = dict(self.values)
        for name in self.definition.wants:
            if name == "stage":
                given[name] = stage
            elif name == "datatable":
                given[name] = [list(row) for row in step.table or ()]
            elif name == "docstring":
                given[name] = step.docstring
        try:
            self.definition.function(**given)
        except (SystemExit, GeneratorExit) as leaving:
            if isinstance(leaving, Ending):
                raise
            raise RuntimeError(f"the step at {self.definition.place} ends the program") from None


class StepBook:
    """All definitions, with a memory of what was looked up."""

    def __init__(self, definitions: list[Definition]) -> None:
        self.definitions = definitions
        self._marks = [(definition.mark, definition) for definition in definitions]
        self._known: dict[str, Call] = {}
        self._meanings: Meanings = {}

    def meanings(self, steps: Iterable[Step]) -> Meanings:
        """What these steps mean, for a book of the same definitions to recall; what nobody knows is left out."""
        told: Meanings = {}
        numbers = {id(definition): number for number, definition in enumerate(self.definitions)}
        for step in steps:
            with suppress(UnknownStep):
                call = self.look_up(step)
                plays = sorted(call.kit_plays)
                told[step.sentence] = [numbers[id(call.definition)], dict(call.values), plays]
        return told

    def recall(self, meanings: Meanings) -> None:
        """Take from ``meanings`` what a book of the same definitions made of steps."""
        self._meanings = meanings

    def matches(self, step: Step) -> list[Definition]:
        """Every definition that a step's words match."""
        text = step.text.lower()
        near = [d for mark, d in self._marks if mark in text and d.type in (None, step.type)]
        return [d for d in near if d.parser.is_matching(step.text)]

    def look_up(self, step: Step) -> Call:
        """What a step means. Raises ``UnknownStep`` unless exactly one definition can take it."""
        call = self._known.get(step.sentence)
        if call is None:
            call = self._known[step.sentence] = self._recalled(step) or self._found(step)
        self._check_argument(call.definition, step)
        return call

    def _recalled(self, step: Step) -> Call | None:
        meaning = self._meanings.get(step.sentence)
        if meaning is None:
            return None
        number, values, _ = meaning
        # JSON has lists only; a value of several parts is a tuple.
        return Call(self.definitions[number], {n: tuple(v) if isinstance(v, list) else v for n, v in values.items()})

    def _found(self, step: Step) -> Call:
        found = self.matches(step)
        if len(found) != 1:
            what = "no definition matches" if not found else f"{len(found)} definitions match"
            where = f" ({', '.join(d.place for d in found)})" if found else self._nearest(step)
            raise UnknownStep(f"{what} '{step.type.capitalize()} {step.text}'{where}")
        definition = found[0]
        if inspect.iscoroutinefunction(definition.function):
            raise UnknownStep(f"the definition at {definition.place} is async and would never run")
        raw = definition.parser.parse_arguments(step.text) or {}
        values = {n: definition.converters[n](v) if n in definition.converters else v for n, v in raw.items()}
        return Call(definition, values)

    def _nearest(self, step: Step) -> str:
        """The pattern that is most like a step which nobody knows, where one is."""
        patterns = {d.pattern: None for d in self.definitions if d.type in (None, step.type)}
        near = difflib.get_close_matches(step.text, patterns, 1)
        return f"; did you mean '{near[0]}'?" if near else ""

    def _check_argument(self, definition: Definition, step: Step) -> None:
        if (step.table is not None) != ("datatable" in definition.wants):
            wrong = "has a table that nothing reads" if step.table is not None else "lacks its table"
            raise UnknownStep(f"the step '{step.text}' {wrong} (defined at {definition.place})")
        if (step.docstring is not None) != ("docstring" in definition.wants):
            wrong = "has a text that nothing reads" if step.docstring is not None else "lacks its text"
            raise UnknownStep(f"the step '{step.text}' {wrong} (defined at {definition.place})")


def read_steps(files: Iterable[Path]) -> StepBook:
    """Every definition in these modules, each made with pytest-bdd's decorators. Raises ``UsageError``."""
    found: list[Definition] = []
    own: list[tuple[Path, Definition]] = []
    for file in files:
        made = [made for value in vars(_module(file)).values() if (made := _definition(value)) is not None]
        found += made
        if file.parent != data("steps"):
            own += [(file, definition) for definition in made]
    raise_all(_twice(own, found))
    return StepBook(found)


def _twice(own: list[tuple[Path, Definition]], all_of_them: list[Definition]) -> Iterator[UsageError]:
    """The sentences of an edition's own modules that the kit has besides: no step could tell which is meant."""
    theirs = {id(definition) for _, definition in own}
    kits = {(each.type, each.pattern) for each in all_of_them if id(each) not in theirs}
    for file, definition in own:
        if (definition.type, definition.pattern) in kits:
            line = definition.function.__code__.co_firstlineno
            remedy = "leave it out: steps/ of an edition has sentences of its own alone"
            yield UsageError(f"the kit has the sentence '{definition.pattern}' already", remedy, file, line)


def _module(file: Path) -> ModuleType:
    """A module of steps: one of the kit's own, or one that lies outside the package."""
    if file.parent == data("steps"):
        return importlib.import_module(f"ordertck.steps.{file.stem}")
    spec = importlib.util.spec_from_file_location(f"ordertck_edition_steps_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise UsageError("cannot be imported", "step definitions are Python modules", file)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit, GeneratorExit) as problem:
        raise UsageError(f"cannot be imported: {exception(problem)}", "mend the steps", file) from None
    return module


def _definition(value: Any) -> Definition | None:
    # pytest-bdd leaves a fixture in the module for every decorated step and remembers the step by its function.
    marker = getattr(value, "_fixture_function", None)
    context = step_function_context_registry.get(marker) if callable(marker) else None
    if context is None:
        return None
    wants = tuple(inspect.signature(context.step_func).parameters)
    plays: frozenset[str] = getattr(context.parser, "kit_plays", frozenset())
    return Definition(context.type, context.parser, context.step_func, context.converters, wants, plays)
