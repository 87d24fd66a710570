"""The map: how the records of a log become the kit's messages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ordertck.harness.audit.form import require_body
from ordertck.harness.audit.gaps import Unused
from ordertck.harness.audit.logs import fields_of
from ordertck.harness.audit.paths import Find, Unworkable, find
from ordertck.harness.audit.seen import YEARS, Seen, of_a_log
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.names import Names
from ordertck.harness.reading import instant_in
from ordertck.harness.text import quoted, shortened

# What stands beside the body, and is found in the record as well.
PARTS_BESIDE = ("id", "re", "priority")
# Seconds or milliseconds since 1970, as a table has them.
_NUMBER = re.compile(r"\d+(\.\d+)?")
# From here on a number counts milliseconds: as seconds it lies beyond the year 9999.
_MILLISECONDS = 253_402_300_800
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
        if said is None:
            raise UsageError(f"[log] at finds nothing: '{self.log['at']}'", fields_of(record), log, line)
        if isinstance(said, str) and _NUMBER.fullmatch(said):
            said = float(said)
        if isinstance(said, (int, float)) and not isinstance(said, bool):
            with suppress(ValueError, OverflowError, OSError):
                seconds = said / 1000 if said >= _MILLISECONDS else said
                said = datetime.fromtimestamp(seconds, UTC).isoformat()
        instant = instant_in(said) if isinstance(said, str) else None
        if instant is None or not of_a_log(instant):
            remedy = f"an instant is RFC 3339 with a zone, or seconds or milliseconds since 1970, {YEARS}"
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
