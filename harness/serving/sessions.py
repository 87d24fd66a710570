"""Sessions of a server: each has a system of its own, and does each request once."""

from collections import OrderedDict, deque
from collections.abc import Callable
from itertools import count
from secrets import token_hex
from time import monotonic
from typing import Any

from ordertck.harness.adapters.json_text import encode
from ordertck.harness.adapters.served import Served
from ordertck.harness.serving.calls import Caller

# A session that nobody spoke to for so many seconds is closed when a place is needed.
_FORGOTTEN = 600.0
_MOST_SESSIONS = 1000
# So many keys of a session are remembered; a request that comes later than that was never on its way.
_KEYS = 100

Answer = tuple[int, bytes]


class Session:
    """One kit's conversation with one system. Requests come one after the other.

    With a ``caller`` no reply carries what the system says: the caller is to say it.
    """

    def __init__(self, name: str, served: Served, caller: Caller | None = None) -> None:
        self.name, self._served, self.caller = name, served, caller
        self.used = monotonic()
        self._keys: deque[str] = deque(maxlen=_KEYS)
        self._latest: Answer = (200, b"")

    def answer(self, request: dict[str, Any], key: str) -> Answer:
        """Status and body of the answer; the same key as before has the same answer, and does nothing."""
        self.used = monotonic()
        if key and key in self._keys:
            late = (409, encode({"error": "this request was made before, and others after it"}))
            return self._latest if key == self._keys[-1] else late
        number = key.rpartition("-")[2]
        if number.isdecimal() and len(number) < 10:
            request["n"] = int(number)
        reply = self._served.reply(request)
        if self.caller is not None:
            self.caller.unsaid += reply.pop("messages", ())
            if (single := reply.pop("message", None)) is not None:
                self.caller.unsaid.append(single)
        self._latest = (500 if "error" in reply else 200, encode(reply))
        if key:
            self._keys.append(key)
        return self._latest


class Sessions:
    """All sessions of a server that are open; ``make`` makes a system for a new one."""

    def __init__(self, make: Callable[[], Served], most: int = _MOST_SESSIONS) -> None:
        self._make, self._most = make, most
        self._open: OrderedDict[str, Session] = OrderedDict()
        self._numbers = count(1)

    def __len__(self) -> int:
        return len(self._open)

    def open(self, theirs: str, caller: Caller | None = None) -> Session | None:
        """A new session for a kit that calls it so; None where all places are taken by others."""
        self._forget()
        if len(self._open) >= self._most:
            return None
        name = f"{theirs}-{next(self._numbers)}-{token_hex(4)}"
        session = self._open[name] = Session(name, self._make(), caller)
        return session

    def find(self, name: str) -> Session | None:
        """The session of that name, if it is open."""
        return self._open.get(name)

    def close(self, name: str) -> None:
        """End a session: whoever speaks to it from now on is told that it is none."""
        self._open.pop(name, None)

    def _forget(self) -> None:
        long_ago = monotonic() - _FORGOTTEN
        for name in [name for name, session in self._open.items() if session.used < long_ago]:
            self._open[name].answer({"op": "close"}, "")
            self.close(name)
