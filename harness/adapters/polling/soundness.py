"""Whether a table speaks of what there is: kinds of messages, functions, words. What is not there would pass unseen."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from ordertck.harness.adapters.polling.expressions import Expression, Known, PathTemplate
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import KINDS
from ordertck.harness.text import nearest


def require_sound(entry: Any, words: Mapping[str, Any], file: Path) -> None:
    """Raise ``UsageError`` where an entry of a table names a kind, a function or a table of words that is not there."""
    for kind in (entry.kind, entry.answer):
        if kind and kind not in KINDS:
            raise UsageError(f"{entry.place}: there is no message '{kind}'", _near(kind, KINDS), file)
    for expression in _expressions(entry):
        for name, first in expression.calls():
            if name not in Known.FUNCTION_TABLE:
                near = _near(name, Known.FUNCTION_TABLE)
                raise UsageError(f"{expression.place}: there is no function '{name}'", near, file)
            if name == "word" and isinstance(first, str) and first not in words:
                raise UsageError(f"{expression.place}: there is no [words.{first}]", _near(first, words), file)


def _expressions(entry: Any) -> Iterator[Expression]:
    for each in fields(entry):
        held = getattr(entry, each.name)
        if isinstance(held, Expression):
            yield held
        elif isinstance(held, PathTemplate):
            yield from held.parts


def _near(word: str, known: Mapping[str, Any]) -> str:
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else f"known: {', '.join(sorted(known))}" if known else "write it"
