"""The form of a map, and of what it makes: what has to be a text, a list or a table, and how long a settling can be."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ordertck import data
from ordertck.harness import schemas
from ordertck.harness.audit.faults import Fault
from ordertck.harness.errors import UsageError
from ordertck.harness.text import nearest

# The keys of [log].
LOG = ("select", "at", "id", "customer", "format", "delimiter", "group", "pass_over", "settle_hours")
_TEXTS = ("select", "at", "id", "customer", "format", "delimiter", "group")
# In which form a log lies.
FORMATS = ("csv", "ndjson")
# Ten years: no customer is watched for longer, and an instant so far on has a calendar still.
_MOST_HOURS = 87_600


def unknown_keys(table: Any, keys: Sequence[str], said: str, place: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Each key of a table that is none of these; ``said`` is what the table is called."""
    for key in table if isinstance(table, Mapping) else ():
        if key not in keys:
            near = nearest(str(key), keys)
            remedy = f"did you mean '{near}'?" if near else f"its keys are {', '.join(keys)}"
            yield Fault(f"{said} has no key '{key}'", remedy, (*place, str(key)))


def require_body(kind: str, body: Mapping[str, Any], log: Path, line: int, mend: str = "") -> None:
    """Raise ``UsageError`` where the body that a map has made is not as its kind has it; ``mend`` says what to do."""
    if not schemas.valid(kind, body):
        first = schemas.mistakes(kind, body)[0]
        place = ".".join(map(str, ("body", *first.place)))
        fields = f"{data('schemas', f'{kind}.json')} has the fields"
        raise UsageError(f"no {kind}: {place}: {first.text}", f"{mend}; {fields}" if mend else fields, log, line)


def wrong_form(content: Mapping[str, Any]) -> Iterator[Fault]:
    """What in a map is of another form than it has to be."""
    for name in ("log", "messages", "words", "names"):
        if not isinstance(content.get(name, {}), dict):
            yield Fault(f"[{name}] is no table", place=(name,))
            return
    yield from _of_log(content.get("log", {}))
    yield from _no_texts("[names]", content.get("names", {}), ("names",))
    for table in ("words", "messages"):
        for name, said in content.get(table, {}).items():
            called, place = f'[{table}."{name}"]', (table, str(name))
            if not isinstance(said, dict):
                yield Fault(f"{called} is no table", place=place)
                continue
            flat = said if table == "words" else {key: value for key, value in said.items() if key != "body"}
            yield from _no_texts(called, flat, place)
            body = said.get("body", {}) if table == "messages" else {}
            if isinstance(body, dict):
                yield from _no_texts(f"{called} body", body, (*place, "body"))
            else:
                yield Fault(f"{called} body is no table", place=(*place, "body"))


def _of_log(log: Mapping[str, Any]) -> Iterator[Fault]:
    yield from _no_texts("[log]", {name: log[name] for name in _TEXTS if name in log}, ("log",))
    delimiter = log.get("delimiter", ",")
    if isinstance(delimiter, str) and len(delimiter) != 1:
        yield Fault("[log] delimiter is not one character", place=("log", "delimiter"))
    form = log.get("format", FORMATS[0])
    if isinstance(form, str) and form not in FORMATS:
        yield Fault(f"[log] format is '{form}'", f"it is {' or '.join(FORMATS)}", ("log", "format"))
    passed = log.get("pass_over", [])
    if not isinstance(passed, (list, tuple, set, frozenset)) or any(map(_odd, passed)):
        yield Fault("[log] pass_over is no list of texts", place=("log", "pass_over"))
    hours = log.get("settle_hours", 1)
    if isinstance(hours, bool) or not isinstance(hours, (int, float)) or not 0 < hours <= _MOST_HOURS:
        yield Fault(
            f"[log] settle_hours is no number of hours above 0, up to {_MOST_HOURS:,}", place=("log", "settle_hours")
        )


def _no_texts(called: str, table: Mapping[str, Any], place: tuple[str, ...]) -> Iterator[Fault]:
    return (
        Fault(f"{called} {name} is no text", place=(*place, str(name))) for name, value in table.items() if _odd(value)
    )


def _odd(value: Any) -> bool:
    return not isinstance(value, str)
