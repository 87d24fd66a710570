"""Where in a record something stands: a JMESPath expression, or for most a plain path."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import jmespath
from jmespath.exceptions import JMESPathError

from ordertck.harness.errors import UsageError
from ordertck.harness.text import shortened


class Unworkable(Exception):
    """An expression asks of a record what cannot be made of it."""


# What an expression makes of a record; None where there is nothing.
Find = Callable[[Mapping[str, Any]], Any]
_PLAIN = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)
_TEXT = re.compile(r"'[^'\\]*'")


def find(expression: str, place: str) -> Find:
    """What finds something in a record; ``place`` is where in the map the expression stands.

    A plain path, a.b.c, and a text, 'status', mean what JMESPath says, and are looked up twenty times as fast.
    Raises ``UsageError`` where the expression is none.
    """
    if _PLAIN.fullmatch(expression):
        return _plain(expression.split("."))
    if _TEXT.fullmatch(expression):
        text = expression[1:-1]
        return lambda _: text
    shown = shortened(expression, 100)
    try:
        search = jmespath.compile(expression).search
    except (JMESPathError, RecursionError) as problem:
        said = str(problem).splitlines()[0]
        raise UsageError(f"{place}: '{shown}' is no JMESPath: {said[-100:]}", "see https://jmespath.org") from None

    def worked_out(record: Mapping[str, Any]) -> Any:
        try:
            return search(record)
        except Exception as problem:  # its functions raise whatever Python does where a value does not suit them
            raise Unworkable(f"{place}: '{shown}' cannot be worked out: {shortened(str(problem), 200)}") from None

    return worked_out


def _plain(names: list[str]) -> Find:
    if len(names) == 1:
        name = names[0]
        return lambda record: record.get(name)

    def found(record: Mapping[str, Any]) -> Any:
        value: Any = record
        for name in names:
            if type(value) is not dict:
                return None
            value = value.get(name)
        return value

    return found
