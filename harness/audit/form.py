"""The form of a map, and of what it makes: what has to be a text, a list or a table, and how long a settling can be."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ordertck import data
from ordertck.harness import schemas
from ordertck.harness.errors import UsageError

# The keys of [log].
LOG = ("select", "at", "id", "customer", "format", "delimiter", "group", "pass_over", "settle_hours")
_TEXTS = ("select", "at", "id", "customer", "format", "delimiter", "group")
# Ten years: no customer is watched for longer, and an instant so far on has a calendar still.
_MOST_HOURS = 87_600


def require_form(content: Mapping[str, Any], file: Path) -> None:
    """Raise ``UsageError``, naming table and key, where something in a map is of another form than it has to be."""
    for place, wrong in _wrong(content):
        raise UsageError(f"{place} {wrong}", "see docs/audit.md ('ordertck docs audit')", file)


def require_known(table: Mapping[str, Any], keys: Iterable[str], file: Path, place: str) -> None:
    """Raise ``UsageError`` where a table has a key that is none of these."""
    known = tuple(keys)
    for key in table:
        if key not in known:
            raise UsageError(f"{place} has no key '{key}'", f"its keys are {', '.join(known)}", file)


def require_body(kind: str, body: Mapping[str, Any], log: Path, line: int, mend: str = "") -> None:
    """Raise ``UsageError`` where the body that a map has made is not as its kind has it; ``mend`` says what to do."""
    if not schemas.valid(kind, body):
        first = schemas.mistakes(kind, body)[0]
        place = ".".join(map(str, ("body", *first.place)))
        fields = f"{data('schemas', f'{kind}.json')} has the fields"
        raise UsageError(f"no {kind}: {place}: {first.text}", f"{mend}; {fields}" if mend else fields, log, line)


def _wrong(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("log", "messages", "words", "names"):
        if not isinstance(content.get(name, {}), dict):
            yield f"[{name}]", "is no table"
            return
    yield from _of_log(content.get("log", {}))
    yield from ((f"[names] {ours}", "is no text") for ours, theirs in content.get("names", {}).items() if _odd(theirs))
    for table in ("words", "messages"):
        for name, said in content.get(table, {}).items():
            place = f'[{table}."{name}"]'
            if not isinstance(said, dict):
                yield place, "is no table"
                continue
            yield from _no_texts(place, said if table == "words" else {k: v for k, v in said.items() if k != "body"})
            body = said.get("body", {}) if table == "messages" else {}
            yield from (
                _no_texts(f"{place} body", body) if isinstance(body, dict) else [(f"{place} body", "is no table")]
            )


def _of_log(log: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _no_texts("[log]", {name: log[name] for name in _TEXTS if name in log})
    if len(log.get("delimiter", ",")) != 1:
        yield "[log] delimiter", "is not one character"
    passed = log.get("pass_over", [])
    if not isinstance(passed, (list, tuple, set, frozenset)) or any(map(_odd, passed)):
        yield "[log] pass_over", "is no list of texts"
    hours = log.get("settle_hours", 1)
    if isinstance(hours, bool) or not isinstance(hours, (int, float)) or not 0 < hours <= _MOST_HOURS:
        yield "[log] settle_hours", f"is no number of hours above 0, up to {_MOST_HOURS:,}"


def _no_texts(place: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((f"{place} {name}", "is no text") for name, value in table.items() if _odd(value))


def _odd(value: Any) -> bool:
    return not isinstance(value, str)
