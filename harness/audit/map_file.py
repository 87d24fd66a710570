"""A map as a file in TOML: read and checked as a whole, so that all that is wrong with it is told at once."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ordertck.harness.audit.directions import senders_of
from ordertck.harness.audit.faults import Fault, Faults
from ordertck.harness.audit.form import LOG, unknown_keys, wrong_form
from ordertck.harness.audit.gaps import Unused
from ordertck.harness.audit.map import PARTS_BESIDE, Entry, Map
from ordertck.harness.audit.own_words import wrong_fields, wrong_words
from ordertck.harness.audit.paths import find
from ordertck.harness.contents import text_in, toml_of
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import KINDS
from ordertck.harness.messages.landscape import PARTS
from ordertck.harness.names import Names, each_once
from ordertck.harness.text import a, nearest

_TABLES = ("log", "messages", "words", "names")
_MESSAGE = ("kind", "edge", "from", *PARTS_BESIDE, "body")


def read_map(file: Path, catalogue: Catalogue) -> Map:
    """The map in a file. Raises ``UsageError``, naming line, table, key and remedy of all that is wrong with it."""
    try:
        text = text_in(file)
    except OSError as problem:
        raise UsageError(f"cannot be read: {problem.strerror}", "name a map, see docs/audit.md", file) from None
    except UnicodeDecodeError:
        raise UsageError("the map is not text in UTF-8", "save the file as UTF-8", file) from None
    content, faults = toml_of(text, file), Faults(file, text)
    log, messages, words = (content.get(name, {}) for name in _TABLES[:3])
    faults.add(unknown_keys(content, _TABLES, "the map"))
    faults.add(unknown_keys(log, LOG, "[log]", ("log",)))
    formless = [*wrong_form(content)]
    faults.add(formless)
    if any(fault.place[0] != "log" for fault in formless):  # nothing more can be made of these tables
        faults.tell()
    faults.add(_missing(log, messages, content))
    names = Names.read(content.get("names", {}))
    faults.add(
        Fault(wrong.problem, wrong.remedy, ("names", *wrong.place)) for wrong in each_once(names.wrong(catalogue))
    )
    for name, said in messages.items():
        faults.add(_wrong_entry(name, said))
    kinds = {said.get("kind") for said in messages.values()}
    if kinds <= KINDS.keys():  # else nobody knows which fields there are
        faults.add(wrong_words(words, kinds, names, catalogue))
    where = {name: log[name] for name in ("select", "at", "id", "customer") if isinstance(log.get(name), str)}
    faults.add(_expressions("[log]", where))
    faults.tell()
    entries = {name: _entry(name, said, file) for name, said in messages.items()}
    parts = {
        name: {
            **{part: said[part] for part in PARTS_BESIDE if part in said},
            **{f"body.{field_name}": where for field_name, where in said.get("body", {}).items()},
        }
        for name, said in messages.items()
    }
    gaps = Unused((name for name in ("id", "customer") if name in log), parts, words)
    return Map(file, log, entries, words, names, catalogue, gaps)


def _missing(log: Mapping[str, Any], messages: Mapping[str, Any], content: Mapping[str, Any]) -> Iterator[Fault]:
    for name in ("select", "at"):
        if name not in log:
            place = ("log",) if "log" in content else ()
            yield Fault(f"[log] has no {name}", f"say where {name} stands in a record", place)
    if not messages:
        yield Fault("there is no [messages.…]", "say of each kind of record which message it is")


def _wrong_entry(name: str, said: Mapping[str, Any]) -> Iterator[Fault]:
    """All that is wrong with one [messages.…]."""
    called, place = f'[messages."{name}"]', ("messages", name)
    yield from unknown_keys(said, _MESSAGE, called, place)
    body = said.get("body", {})
    yield from _expressions(called, {part: said[part] for part in PARTS_BESIDE if part in said}, place)
    unworkable = [*_expressions(f"{called} body.", body, (*place, "body"))]
    yield from unworkable
    kind = KINDS.get(said.get("kind", ""))
    if kind is None:
        near = nearest(said.get("kind", ""), KINDS)
        wrong = f"there is no kind '{said['kind']}'" if "kind" in said else "it has no kind"
        remedy = f"did you mean '{near}'?" if near else "'ordertck docs messages' lists the kinds"
        yield Fault(f"{called}: {wrong}", remedy, (*place, "kind"))
        return
    edges = [edge.value for edge in kind.edges]
    edge, sender = said.get("edge", edges[0] if len(edges) == 1 else None), said.get("from", "")
    if edge not in edges:
        wrong = f"{called}: {kind.name} crosses the edge {' or '.join(edges)}{f', and not {edge!r}' if edge else ''}"
        yield Fault(wrong, "say which as edge", (*place, "edge"))
    elif sender in PARTS and sender not in (able := senders_of(kind.name, _edge(kind.name, edge))):
        wrong = f"{called}: {sender} sends no {kind.name} on the edge {edge}"
        yield Fault(wrong, f"from is {' or '.join(able)}", (*place, "from"))
    if sender and sender not in PARTS:
        remedy = f"from is one of {', '.join(PARTS)}"
        yield Fault(f"{called}: there is no part '{sender}'", remedy, (*place, "from"))
    known = sorted(kind.body.__struct_fields__)
    for field_name, where in body.items():
        at = (*place, "body", field_name)
        if field_name not in known:
            yield Fault(f"{called}: {a(kind.name)} has no {field_name}", f"it has {', '.join(known)}", at)
        elif all(fault.place != at for fault in unworkable):
            for problem, remedy, _ in wrong_fields(kind.name, field_name, where):
                yield Fault(f"{called}: {problem}", remedy, at)


def _expressions(called: str, table: Mapping[str, str], place: tuple[str, ...] = ("log",)) -> Iterator[Fault]:
    for name, where in table.items():
        try:
            find(where, f"{called}{'' if called.endswith('.') else ' '}{name}")
        except UsageError as problem:
            yield Fault(problem.problem, problem.remedy, (*place, name))


def _entry(name: str, said: Mapping[str, Any], file: Path) -> Entry:
    """The entry of a [messages.…] with which nothing is wrong."""
    at, kind = f'{file}: [messages."{name}"]', KINDS[said["kind"]]
    return Entry(
        name,
        kind.name,
        _edge(kind.name, said.get("edge", next(iter(kind.edges)).value)),
        said.get("from", ""),
        {field_name: find(where, f"{at} body.{field_name}") for field_name, where in said.get("body", {}).items()},
        {part: find(said[part], f"{at} {part}") for part in PARTS_BESIDE if part in said},
    )


def _edge(kind: str, name: str) -> Any:
    return next(edge for edge in KINDS[kind].edges if edge.value == name)
