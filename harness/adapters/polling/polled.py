"""The adapter of a system that is posted to and polled, driven by its table alone."""

import sys
import time
from collections import deque
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ordertck.harness.adapters.json_text import encode, shown
from ordertck.harness.adapters.polling.client import Client, Reply
from ordertck.harness.adapters.polling.expressions import Known
from ordertck.harness.adapters.polling.table import Entry, Table, read_table
from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.port import ScenarioContext, System
from ordertck.harness.text import a

_SCHEME = "poll://"
# Of earlier scenarios so many orders are still looked at, the latest; what is said of others nobody waits for.
_MOST_EARLIER = 3


def connect(claims: Claims, session: str) -> System:
    """The adapter for the table that the claims name as ``adapter = "poll://table.toml"``."""
    file = (claims.file or Path()).resolve().parent / claims.adapter.removeprefix(_SCHEME)
    table = read_table(file)
    if claims.http.would_show(urlsplit(table.base)):
        raise UsageError("[http] holds secrets, which would cross the network in the clear", "take https", claims.file)
    clocked = "virtual-clock" in claims.capabilities
    if clocked and table.advance is None:
        raise UsageError("the claims say virtual-clock, and there is no [advance]", "say how the clock is set", file)
    return (PolledWithClock if clocked else Polled)(table, claims, session)


class Polled:
    """Posts what the kit delivers, looks how things stand, and tells what is new. It decides nothing.

    For a system whose table is not enough, subclass it: ``told`` makes a message, ``heard`` keeps it for ``receive``.
    """

    def __init__(self, table: Table, claims: Claims, session: str) -> None:
        self.table, self.session = table, session
        self.known = Known(table.words)
        self.client = Client(table.base, claims.http, claims.timing.patience)
        self._at_rest = False
        self._orders: list[str] = []
        self._heard: deque[Message] = deque()
        self._numbers = count(1)
        self._seen: dict[tuple[str, ...], Any] = {}
        self._last: dict[tuple[str, str], Any] = {}
        self._noted: set[tuple[str, str]] = set()

    def begin(self, scenario: ScenarioContext) -> None:
        """Make the requests with which a scenario begins."""
        shape = {**scenario.as_json(), "session": self.session}
        self._at_rest = False
        del self._orders[:-_MOST_EARLIER]
        for entry in self.table.begin:
            items = entry.each.of({"scenario": shape}, self.known) if entry.each else [None]
            for item in items or ():
                given = {"scenario": shape, "item": item}
                if entry.when is None or entry.when.of(given, self.known):
                    self._well(entry, self._ask(entry, given))

    def deliver(self, message: Message) -> None:
        """Make the request that the table has for a message; a refusal or an answer in the reply is told."""
        self._at_rest = False
        order = message.body.get("order", message.about)
        given = {**message.as_json(), "own": self.known.own.get(order), "session": self.session}
        entry = self._entry_for(message, given)
        if not entry.method:
            if entry.answer:
                self._answer(entry.answer, message, entry.reply.of(given, self.known) if entry.reply else {})
            return
        reply = self._ask(entry, given, message.id)
        given |= {"status": reply.status, "reply": reply.body}
        if reply.status in entry.refused and entry.refusal is not None:
            body = entry.refusal.of(given, self.known)
            if entry.answer:
                self._answer(entry.answer, message, body)
            else:
                self.heard(self.told("refusal", Edge.CRM, body, message.id))
            return
        if entry.answer:
            made = entry.missing if reply.status == 404 and entry.missing else entry.reply
            if made is entry.reply:
                self._well(entry, reply)
            body = made.of(given, self.known) if made else reply.body
            self._answer(entry.answer, message, body)
            return
        self._well(entry, reply)
        if entry.own is not None and (own := entry.own.of(given, self.known)) is not None:
            self.known.learn(order, own)
        if message.kind == "sales-order" and order not in self._orders:
            self._orders.append(order)

    def receive(self, patience: float) -> Message | None:
        """The next message; the system is asked how things stand until there is one, or patience ends."""
        deadline = time.monotonic() + patience
        while not self._heard and not self._at_rest:
            self._look()
            left = deadline - time.monotonic()
            self._at_rest = self.table.idle and not self._heard
            if self._heard or self._at_rest or left <= 0:
                break
            time.sleep(min(self.table.every, left))
        return self._heard.popleft() if self._heard else None

    def close(self) -> None:
        """Close the connections."""
        self.client.close()

    def _answer(self, kind: str, question: Message, body: Any) -> None:
        self.heard(self.told(kind, question.edge, body, question.id))

    def told(self, kind: str, edge: Edge, body: Any, re: str | None = None) -> Message:
        """A message of the system's, under a fresh id."""
        if not isinstance(body, dict):
            raise AdapterError(f"the table makes no object of {a(kind)}: {body!r}")
        name, about = f"{self.session}-polled-{next(self._numbers)}", str(body.get("order", ""))
        return Message(name, kind, edge, body, about, re)

    def heard(self, message: Message) -> None:
        """Keep a message until the kit asks for it."""
        self._heard.append(message)

    def _entry_for(self, message: Message, given: dict[str, Any]) -> Entry:
        mine = [entry for entry in self.table.deliver if entry.kind == message.kind]
        for entry in mine:
            if entry.when is None or entry.when.of(given, self.known):
                return entry
        which = f"{a(message.kind)} {'of which none holds' if mine else 'at all'}"
        raise AdapterError(f"the table has no [[deliver]] for {which}; 'ignore = true' passes it over")

    def _look(self) -> None:
        for entry in self.table.poll:
            assert entry.path is not None
            of_orders = entry.path.asks_for("order") or entry.path.asks_for("own")
            for order in self._orders if of_orders else [""]:
                for message in self._news(entry, order):
                    self.heard(message)

    def _news(self, entry: Entry, order: str) -> Iterator[Message]:
        """What is new in one reply: items that were not there before, by their key, or what reads otherwise now."""
        assert entry.edge is not None
        given = {"order": order, "own": self.known.own.get(order), "session": self.session}
        given["last"] = self._last.get((entry.place, order), 0)
        reply = self._ask(entry, given)
        if reply.status == 404:
            self._note(entry, "was answered with 404, which is no news")
            return
        self._well(entry, reply)
        items = entry.each.of(reply.body, self.known) if entry.each else [reply.body]
        if items is None:
            self._note(entry, "had a reply in which 'each' finds nothing")
        for item in items or ():
            this = {**given, "item": item}
            body = entry.body.of(this, self.known) if entry.body else item
            key = entry.key.of(item, self.known) if entry.key else None
            if entry.key and key is None:
                raise AdapterError(f"{entry.place}, key: nothing is there in {shown(encode(item))}")
            place = (entry.place, order, str(key))
            if self._seen.get(place) == (body if key is None else True):
                continue
            self._seen[place] = body if key is None else True
            if key is not None:
                self._last[entry.place, order] = key
            if entry.when is None or entry.when.of(this, self.known):
                message = self.told(entry.kind, entry.edge, body)
                yield replace(message, priority=entry.priority.of(this, self.known)) if entry.priority else message

    def _ask(self, entry: Entry, given: dict[str, Any], key: str = "") -> Reply:
        assert entry.path is not None
        body = entry.body.of(given, self.known) if entry.body and entry.method != "GET" else None
        return self.client.ask(entry.method, entry.path.of(given, self.known), body, key)

    def _note(self, entry: Entry, what: str) -> None:
        """Say once beside the protocol what is no error, and may yet be why nothing is heard."""
        if (entry.place, what) not in self._noted:
            self._noted.add((entry.place, what))
            sys.stderr.write(f"{entry.place} {what}\n")

    def _well(self, entry: Entry, reply: Reply) -> None:
        if not 200 <= reply.status < 300:
            raise AdapterError(f"{entry.place}: the system answers {entry.method} with {reply.status}{_told(reply)}")


def _told(reply: Reply) -> str:
    """What a reply says besides its status; who the kit is may be the reason."""
    said = "" if reply.body is None else f": {shown(encode(reply.body))}"
    return said + ("; 'token', or 'user' and 'password', in [http] say who the kit is" if reply.status == 401 else "")


class PolledWithClock(Polled):
    """A polled system whose clock can be set."""

    def advance_to(self, instant: datetime) -> None:
        """Make the request by which the clock is set."""
        assert self.table.advance is not None
        self._at_rest = False
        given = {"instant": instant.isoformat(), "session": self.session}
        self._well(self.table.advance, self._ask(self.table.advance, given))
