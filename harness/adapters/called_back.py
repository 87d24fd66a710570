"""The carrier over HTTP to a system that calls back: requests go to the server, what it says comes to the sink."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from ordertck.harness.adapters.carrier import Carrier
from ordertck.harness.adapters.sink import Inbox, close_inbox, open_inbox
from ordertck.harness.errors import AdapterError, UsageError


class CalledBack:
    """Carries requests on ``line``, and hears what comes to an inbox of its own.

    ``listens`` is where the kit listens, "127.0.0.1:0"; ``url`` what servers are told, where they have another address.
    A server is never asked for messages: a request to receive goes to it only with what is to be told before. What has
    come to the sink goes along with the next reply, so that idleness has the same meaning as without.

    What was called back and could not be taken is lost: the next request raises, since the system is not to blame.

    Raises ``UsageError`` where nobody can listen there.
    """

    def __init__(self, line: Carrier, session: str, listens: str, url: str = "") -> None:
        self._line, self.who = line, line.who
        self._at = _place(listens)
        heard_at, self._inbox = open_inbox(*self._at, session)
        self._url = url.rstrip("/") + urlsplit(heard_at).path if url else heard_at
        self._open = True

    @property
    def inbox(self) -> Inbox:
        """What has come and was not taken yet."""
        return self._inbox

    def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:
        """The reply to one request, what came to the sink meanwhile with it, and how many bytes it all had."""
        reply: dict[str, Any] = {"message": None}
        size, patience = 0, 0.0
        if op == "hello":
            callback = {"url": self._url, "token": self._inbox.token}
            return self._line.ask(op, number, {**fields, "callback": callback}, seconds)
        if op == "receive":
            patience = fields["patience"]
        if op != "receive" or "before" in fields:
            told = {**fields, "patience": 0.0} if op == "receive" else fields
            answer, size = self._line.ask(op, number, told, seconds)
            reply = answer if op != "receive" else {"message": None, **answer}
            if reply.get("messages") or reply.get("message") or reply.get("idle") is True or "error" in reply:
                patience = 0.0
        else:
            reply["n"] = number
        heard, more = self._inbox.taken(patience)
        if lost := self._inbox.refused or (op == "receive" and not heard and self._inbox.unproven):
            raise AdapterError(f"what {self.who} called back was refused by the kit: {lost}; docs/http.md, 'Callbacks'")
        if heard and isinstance(said := reply.get("messages", []), list):
            reply["messages"] = [*heard, *said]
        return reply, size + more

    def pause(self, seconds: float) -> None:
        """Let some time pass."""
        self._line.pause(seconds)

    def make_sure(self, seconds: float) -> None:
        """As the line has it."""
        self._line.make_sure(seconds)

    def end(self, seconds: float) -> str:
        """Hang up, and listen no longer."""
        done = self._line.end(seconds)
        self._closed()
        return done

    def kill(self) -> None:
        """Hang up, and listen no longer."""
        self._line.kill()
        self._closed()

    def _closed(self) -> None:
        if self._open:
            self._open = False
            with suppress(KeyError):
                close_inbox(*self._at, self._inbox)


def _place(listens: str) -> tuple[str, int]:
    try:
        there = urlsplit(f"//{listens}")
        return there.hostname or "127.0.0.1", there.port or 0
    except ValueError as wrong:
        raise UsageError(
            f"'callbacks' in [http] is no address: {wrong}", "say host:port, such as 127.0.0.1:0"
        ) from None
