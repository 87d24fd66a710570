"""What a table says in JMESPath: how one JSON value is made of another, and what a path is filled in with."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

import jmespath
from jmespath import functions
from jmespath.exceptions import JMESPathError

from ordertck.harness.errors import AdapterError

_PLACE = re.compile(r"\{([^{}]+)\}")


class UnpairedBrace(ValueError):
    """A path has a brace that opens nothing, or closes nothing."""


class Known(functions.Functions):
    """What expressions may ask besides JMESPath's own functions.

    ``word('state', 'done')`` is what the table's [words.state] has for a word of the system's, the word itself where it
    has nothing. ``ours(4711)`` is the order that the system knows by an id of its own, null where it knows none so.
    """

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        self._words = words
        self.own: dict[str, Any] = {}
        self._ours: dict[str, str] = {}

    def learn(self, order: str, own: Any) -> None:
        """The system knows an order of the kit's by an id of its own."""
        self.own[order] = own
        self._ours[str(own)] = order

    # jmespath's annotations say nothing of its own decorator.
    @functions.signature({"types": ["string"]}, {"types": ["string", "null", "number"]})  # type: ignore[untyped-decorator, unused-ignore]
    def _func_word(self, table: str, word: Any) -> Any:
        return self._words.get(table, {}).get(str(word), word)

    @functions.signature({"types": ["string", "number", "null"]})  # type: ignore[untyped-decorator, unused-ignore]
    def _func_ours(self, own: Any) -> str | None:
        return self._ours.get(str(own))


class Expression:
    """One expression of a table. ``place`` says where it stands. Raises ``JMESPathError`` where it is none."""

    def __init__(self, text: str, place: str) -> None:
        self._parsed, self._text, self.place = jmespath.compile(text), text, place

    def calls(self) -> Iterator[tuple[str, Any]]:
        """Each function that it calls, with the first argument where that is written out."""
        nodes: list[Any] = [self._parsed.parsed]
        while nodes:
            node = nodes.pop()
            children = [child for child in node.get("children", ()) if isinstance(child, dict)]
            nodes += children
            if node["type"] == "function_expression":
                literal = children[0] if children and children[0]["type"] == "literal" else {}
                yield node["value"], literal.get("value")

    def of(self, value: Any, known: Known) -> Any:
        """What it makes of a value, without what is null. Raises ``AdapterError`` where nothing can be made of it."""
        try:
            made = self._parsed.search(value, jmespath.Options(custom_functions=known))
        except JMESPathError as problem:
            raise AdapterError(f"{self.place}: '{self._text}' cannot be worked out: {problem}") from None
        return without_nulls(made)


class PathTemplate:
    """A path with expressions in braces, "/orders/{own}/history"; what fills them is escaped."""

    def __init__(self, text: str, place: str) -> None:
        self._text, self._place = text, place
        self._parts = {found: Expression(found, place) for found in _PLACE.findall(text)}
        if set("{}") & set(_PLACE.sub("", text)):
            raise UnpairedBrace

    @property
    def parts(self) -> Iterable[Expression]:
        """Its expressions."""
        return self._parts.values()

    def asks_for(self, word: str) -> bool:
        """Whether one of its expressions names something."""
        return any(re.search(rf"\b{word}\b", part) for part in self._parts)

    def of(self, value: Any, known: Known) -> str:
        """The path. Raises ``AdapterError`` where an expression comes to nothing."""

        def filled(found: re.Match[str]) -> str:
            made = self._parts[found[1]].of(value, known)
            if made is None or isinstance(made, (dict, list)):
                raise AdapterError(f"{self._place}: nothing is there for {found[0]} in {self._text}")
            return quote(str(made), safe="")

        return _PLACE.sub(filled, self._text)


def without_nulls(value: Any) -> Any:
    """A JSON value without the members that are null: what is not there is left out."""
    if isinstance(value, dict):
        return {name: without_nulls(held) for name, held in value.items() if held is not None}
    return [without_nulls(held) for held in value] if isinstance(value, list) else value
