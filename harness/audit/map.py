"""The map: how the records of a log become the kit's messages, as a TOML file says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ordertck.harness.audit.directions import senders_of
from ordertck.harness.audit.form import LOG, require_body, require_form, require_known
from ordertck.harness.audit.gaps import Unused
from ordertck.harness.audit.logs import fields_of
from ordertck.harness.audit.own_words import require_fields, require_words
from ordertck.harness.audit.paths import Find, Unworkable, find
from ordertck.harness.audit.seen import YEARS, Seen, of_a_log
from ordertck.harness.contents import text_in, toml_of
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import KINDS, Edge, Message
from ordertck.harness.messages.landscape import PARTS
from ordertck.harness.names import Names
from ordertck.harness.reading import instant_in
from ordertck.harness.text import a, quoted, shortened

_MESSAGE = ("kind", "edge", "from", "id", "re", "priority", "body")
# What stands beside the body, and is found in the record as well.
_PARTS = ("id", "re", "priority")
# Seconds since 1970, as a table has them.
_SECONDS = re.compile(r"\d+(\.\d+)?")
# Fields that are whole numbers, and no text.
_WHOLE = frozenset({"revision", "quantity"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of record: which message it is, and where its parts stand."""

    name: str
    kind: str
    edge: Edge
    sender: str
    body: Mapping[str, Find]
    envelope: Mapping[str, Find]


@dataclass(slots=True)
class Map:
    """What a map says, read and checked; see docs/audit.md. ``passed_over`` counts what it was told to pass over."""

    file: Path
    log: Mapping[str, Any]
    entries: Mapping[str, Entry]
    words: Mapping[str, Mapping[str, str]]
    names: Names
    catalogue: Catalogue
    gaps: Unused
    passed_over: Counter[str] = field(default_factory=Counter)
    _find: dict[str, Find] = field(default_factory=dict)
    _products: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._find = {
            name: find(self.log[name], f"{self.file}: [log] {name}")
            for name in ("select", "at", "id", "customer")
            if name in self.log
        }
        self._products = frozenset(map(self.names.theirs, self.catalogue.products))

    @property
    def unused(self) -> Sequence[str]:
        """What of the map found nothing in what was read so far."""
        return self.gaps.told()

    def read(self, records: Iterable[tuple[int, Mapping[str, Any]]], log: Path) -> Iterator[Seen]:
        """The messages of a log's records. Raises ``UsageError``, naming line and field, for one that is none."""
        for line, record in records:
            try:
                seen = self._seen(record, log, line)
            except Unworkable as problem:
                raise UsageError(str(problem), "mend the expression, or the record", log, line) from None
            if seen is not None:
                yield seen

    def _seen(self, record: Mapping[str, Any], log: Path, line: int) -> Seen | None:
        inward = self.names.inward if self.names else None
        entry = self._entry(record, log, line)
        if entry is None:
            return None
        message = self._message(entry, record, log, line)
        customer = self._in_log("customer", record)
        at = self._at(record, log, line)
        return Seen(line, at, inward.of(message) if inward else message, entry.sender, _text(customer))

    def _entry(self, record: Mapping[str, Any], log: Path, line: int) -> Entry | None:
        name = _text(self._find["select"](record))
        entry = self.entries.get(name)
        if entry is None:
            if not name and "" not in self.log.get("pass_over", ()):
                said = f"[log] select finds nothing: '{self.log['select']}'"
                remedy = f'{fields_of(record)}; "" in pass_over passes such records over'
                raise UsageError(said, remedy, log, line)
            if name not in self.log.get("pass_over", ()):
                shown = shortened(name, 100)
                raise UsageError(
                    f"'{self.log['select']}' says '{shown}', of which the map says nothing",
                    f'add [messages."{shown}"] to {self.file.name}, or the name to pass_over',
                    log,
                    line,
                )
            self.passed_over[name] += 1
        return entry

    def _at(self, record: Mapping[str, Any], log: Path, line: int) -> datetime:
        said = self._find["at"](record)
        if isinstance(said, str) and _SECONDS.fullmatch(said):
            said = float(said)
        if isinstance(said, (int, float)) and not isinstance(said, bool):
            with suppress(ValueError, OverflowError, OSError):
                said = datetime.fromtimestamp(said, UTC).isoformat()
        instant = instant_in(said) if isinstance(said, str) else None
        if instant is None or not of_a_log(instant):
            remedy = f"an instant is RFC 3339 with a zone, or seconds since 1970, {YEARS}"
            raise UsageError(f"{self.log['at']} is no instant: {quoted(said)}", remedy, log, line)
        return instant

    def _message(self, entry: Entry, record: Mapping[str, Any], log: Path, line: int) -> Message:
        found = {name: self._clean(where(record), name) for name, where in entry.body.items()}
        body = {name: value for name, value in found.items() if value is not None}
        require_body(entry.kind, body, log, line, f'mend [messages."{entry.name}"] in {self.file.name}')
        for each in (body, *body.get("lines", ())):
            product = each.get("product")
            if product is not None and product not in self._products:
                remedy = f"say in [names] of {self.file.name} which of the kit's products it is: ordertck catalogue"
                raise UsageError(f"the catalogue has no product '{product}'", remedy, log, line)
        envelope = {name: where(record) for name, where in entry.envelope.items()}
        self.gaps.filled(entry.name, {**envelope, "body": body})
        identity = envelope.get("id") or self._in_log("id", record)
        about = body.get("order") or body.get("record") or body.get("ref") or ""
        return Message(
            _text(identity) or f"line {line}",
            entry.kind,
            entry.edge,
            body,
            about,
            _text(envelope.get("re")) or None,
            _whole(envelope.get("priority")),
        )

    def _in_log(self, name: str, record: Mapping[str, Any]) -> Any:
        """What stands where [log] says, if it does."""
        value = self._find[name](record) if name in self._find else None
        if value is not None:
            self.gaps.found(name)
        return value

    def _clean(self, value: Any, name: str) -> Any:
        """A value as a message has it: text but for a few numbers, nothing that is blank, and our words for theirs."""
        kind = type(value)
        if kind is str:
            if name in self.words and value in self.words[name]:
                self.gaps.said(name, value)
                return self.words[name][value] or None
            return (_whole(value) if name in _WHOLE else value) if value else None
        if kind is dict:
            held = {key: self._clean(each, key) for key, each in value.items()}
            return {key: each for key, each in held.items() if each is not None}
        if kind is list:
            return [self._clean(each, name) for each in value]
        if value is None or kind is bool or name in _WHOLE:
            return value
        return self._clean(str(value), name)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _whole(value: Any) -> Any:
    """A whole number, where that is what stands there."""
    try:
        return None if value in (None, "") else int(value)
    except (TypeError, ValueError):
        return value


def read_map(file: Path, catalogue: Catalogue) -> Map:
    """The map in a file. Raises ``UsageError``, naming table, key and remedy, for one that cannot be used."""
    try:
        content = toml_of(text_in(file), file)
    except OSError as problem:
        raise UsageError(f"cannot be read: {problem.strerror}", "name a map, see docs/audit.md", file) from None
    except UnicodeDecodeError:
        raise UsageError("the map is not text in UTF-8", "save the file as UTF-8", file) from None
    require_known(content, ("log", "messages", "words", "names"), file, "the map")
    require_form(content, file)
    log = content.get("log", {})
    require_known(log, LOG, file, "[log]")
    for name in ("select", "at"):
        if name not in log:
            raise UsageError(f"[log] has no {name}", f"say where {name} stands in a record", file)
    messages = content.get("messages", {})
    if not messages:
        raise UsageError("there is no [messages.…]", "say of each kind of record which message it is", file)
    names = Names.read(content.get("names", {}))
    for wrong in names.wrong(catalogue):
        raise UsageError(wrong.problem, wrong.remedy, file)
    entries = {name: _entry(name, said, file) for name, said in messages.items()}
    words = content.get("words", {})
    require_words(words, {entry.kind for entry in entries.values()}, names, catalogue, file)
    parts = {
        name: {
            **{part: said[part] for part in _PARTS if part in said},
            **{f"body.{field_name}": where for field_name, where in said.get("body", {}).items()},
        }
        for name, said in messages.items()
    }
    gaps = Unused((name for name in ("id", "customer") if name in log), parts, words)
    return Map(file, log, entries, words, names, catalogue, gaps)


def _entry(name: str, said: Mapping[str, Any], file: Path) -> Entry:
    place = f'[messages."{name}"]'
    require_known(said, _MESSAGE, file, place)
    kind = KINDS.get(said.get("kind", ""))
    if kind is None:
        raise UsageError(f"{place}: there is no kind '{said.get('kind')}'", "docs/messages.md lists the kinds", file)
    edges = {edge.value: edge for edge in kind.edges}
    edge = said.get("edge", next(iter(edges)) if len(edges) == 1 else None)
    if edge not in edges:
        raise UsageError(f"{place}: {kind.name} crosses the edge {' or '.join(edges)}", "say which as edge", file)
    sender = said.get("from", "")
    if sender and sender not in PARTS:
        raise UsageError(f"{place}: there is no part '{sender}'", f"from is one of {', '.join(PARTS)}", file)
    if sender and sender not in (able := senders_of(kind.name, edges[edge])):
        wrong = f"{place}: {sender} sends no {kind.name} on the edge {edge}"
        raise UsageError(wrong, f"from is {' or '.join(able)}", file)
    known = set(kind.body.__struct_fields__)
    body = said.get("body", {})
    for field_name in body:
        if field_name not in known:
            raise UsageError(f"{place}: {a(kind.name)} has no {field_name}", f"it has {', '.join(sorted(known))}", file)
    at = f"{file}: {place}"
    found = {field_name: find(where, f"{at} body.{field_name}") for field_name, where in body.items()}
    for field_name, where in body.items():
        require_fields(kind.name, field_name, where, place, file)
    return Entry(
        name,
        kind.name,
        edges[edge],
        sender,
        found,
        {part: find(said[part], f"{at} {part}") for part in _PARTS if part in said},
    )
