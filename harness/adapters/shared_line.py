"""Several sessions over one line: what all of them have to say goes in one request, and all wait through one silence.

A system that takes its time for each request, or does not say when it is idle, then costs as many requests and
silences as the longest session has, and not as all of them have together.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Event, Lock
from time import monotonic
from typing import Any

import orjson

from ordertck.harness.adapters.dialogue import MARGIN, Dialogue
from ordertck.harness.adapters.json_text import encode
from ordertck.harness.claims import Timing
from ordertck.harness.errors import AdapterError, Stopped

# So many bytes of what sessions have to say go in one request.
_MOST_BYTES = 4 * 1024 * 1024
# What goes in one request should take no longer than so many times the patience of one, as far as is known.
_MOST_PATIENCE = 10
# How long to wait before asking again a system that answers "nothing yet" at once.
_BREATH = 0.005


@dataclass(eq=False, slots=True)
class _Ask:
    """What one session wants: to have done what is ``told``, then to hear something within its patience.

    ``until`` is when its patience is over, once what it told was done; None before. ``work`` is how many seconds it may
    take beyond the patience. ``leads`` says that nobody else is left to make the request.
    """

    session: str
    told: bytes
    ops: int
    patience: float
    work: float
    until: float | None = None
    reply: dict[str, Any] | None = None
    problem: str = ""
    leads: bool = False
    woken: Event = field(default_factory=Event)

    def left(self, now: float) -> float:
        """Seconds of its patience that are left."""
        return self.patience if self.until is None else max(0.0, self.until - now)

    @property
    def is_over(self) -> bool:
        """Whether there is an answer."""
        return self.reply is not None or bool(self.problem)


class SharedLine:
    """One dialogue, in which each of several threads has a session of its own.

    A request goes when all threads wait for something; the last one makes it. Those who have an answer go on one after
    the other, each when the one before waits again: at once they would only be in each other's way. Whoever works with
    a session has to ``enter`` before, and to ``leave`` afterwards, so that nobody waits for him. ``problem`` says why
    the dialogue broke: whoever waits then is told so, since nobody knows which session broke it, and who asks
    afterwards too, until there is another dialogue. ``stopped`` says that nobody is to ask any more.
    """

    def __init__(self, wire: Dialogue, timing: Timing) -> None:
        self.problem = ""
        self.stopped = False
        self._wire, self._timing = wire, timing
        self._lock = Lock()
        self._working = 0
        self._waiting: list[_Ask] = []
        self._answered: deque[_Ask] = deque()
        self._pace = timing.patience  # seconds that one operation takes, as far as is known

    @property
    def wire(self) -> Dialogue:
        """The dialogue that all share."""
        return self._wire

    def renew(self, wire: Dialogue) -> None:
        """Go on by another dialogue, after the last one broke."""
        with self._lock:
            self._wire, self.problem = wire, ""

    def enter(self) -> None:
        """One more works with a session of his own."""
        with self._lock:
            self._working += 1

    def leave(self) -> None:
        """One works no longer with any; whoever waits need not wait for him."""
        with self._lock:
            self._working -= 1
            self._wake_next()
            if self._working <= 0 and self._waiting:
                self._waiting[0].leads = True
                self._waiting[0].woken.set()

    def ask(self, ask: _Ask) -> dict[str, Any]:
        """The reply to what one session asks.

        Raises ``AdapterError`` where the dialogue is broken, or breaks meanwhile, ``Stopped`` where all is to end.
        """
        with self._lock:
            if self.stopped:
                raise Stopped
            if self.problem:
                raise AdapterError(self.problem)
            self._waiting.append(ask)
            self._working -= 1
            self._wake_next()
            ask.leads = self._working <= 0
        while True:
            if ask.leads:
                ask.leads = False
                self._make_requests(ask)
            if ask.is_over:
                break
            ask.woken.wait()
            ask.woken.clear()
        if ask.reply is not None:
            return ask.reply
        if self.stopped:
            raise Stopped
        raise AdapterError(ask.problem)

    def stop(self) -> None:
        """Have nobody ask any more, nor wait: the run ends."""
        self.stopped = True
        self._break("the run ends")

    def _break(self, why: str) -> None:
        with self._lock:
            self.problem = self.problem or why
            for ask in self._waiting:
                ask.problem = self.problem
            self._answer([*self._waiting])
            while self._answered:  # nobody asks by this line again, so nobody would wake the next one
                self._wake_next()

    def _make_requests(self, mine: _Ask) -> None:
        """Make requests until somebody has an answer; ``mine`` is who makes them."""
        while not self.problem:
            asks = self._chosen()
            try:
                self._request(asks)
            except Exception as broken:  # whatever a refusal is made of
                self._break(str(broken))
                return
            with self._lock:
                over = [ask for ask in self._waiting if ask.is_over]
                self._answer([ask for ask in over if ask is not mine])
                if mine in over:
                    self._waiting.remove(mine)
                    self._working += 1
                else:
                    self._wake_next()
            if over:
                return

    def _answer(self, over: list[_Ask]) -> None:
        for ask in over:
            self._waiting.remove(ask)
        self._working += len(over)
        self._answered += over

    def _wake_next(self) -> None:
        if self._answered:
            self._answered.popleft().woken.set()

    def _chosen(self) -> list[_Ask]:
        """Whose turn it is: as many as are surely done in time. Those who told something first."""
        chosen: list[_Ask] = []
        size = ops = 0
        for ask in sorted(self._waiting, key=lambda ask: not ask.ops):
            size, ops = size + len(ask.told), ops + ask.ops
            if chosen and (size > _MOST_BYTES or ops * self._pace > _MOST_PATIENCE * self._timing.patience):
                break
            chosen.append(ask)
        return chosen

    def _request(self, asks: list[_Ask]) -> None:
        """Make one request and give each his answer, where there is one."""
        began = monotonic()
        patience = min(ask.left(began) for ask in asks) if len(asks) == len(self._waiting) else 0.0
        work = max(MARGIN + _MOST_PATIENCE * self._timing.patience, *(ask.work for ask in asks))
        replies = self._wire.ask_together([orjson.Fragment(ask.told) for ask in asks], patience, patience + work)
        now, ops = monotonic(), sum(ask.ops for ask in asks)
        quiet = not any(reply is None or _says(reply) for reply in replies)
        if ops and not (quiet and patience):
            self._pace = (now - began) / ops
        for ask, reply in zip(asks, replies, strict=True):
            if reply is None:  # it was not done yet
                continue
            # While others keep the system busy a session is asked again after its patience: what came is on its way.
            looked = quiet or ask.until is None or began >= ask.until
            if ask.until is None:
                waited = min(patience, now - began) if quiet else 0.0
                ask.until = now + ask.patience - waited
            is_over = looked and now >= ask.until
            if _says(reply) or ("messages" not in reply and "message" not in reply) or is_over:
                ask.reply = reply
            else:
                ask.told, ask.ops = encode({"session": ask.session, "op": "receive"}), 0
        if now - began < _BREATH and patience and not any(ask.is_over for ask in asks):
            self._wire.pause(min(_BREATH, patience))


class Seat:
    """A session among others on a shared line. A ``Carrier``."""

    def __init__(self, line: SharedLine, session: str) -> None:
        self.who = line.wire.who
        self._line, self._session = line, session

    def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:  # noqa: ARG002 - the line numbers what it asks
        """The reply to one request, and how many bytes it had."""
        patience = fields.get("patience", 0.0)
        told = {name: value for name, value in fields.items() if name != "patience"}
        ops = len(fields.get("before", ())) or op != "receive"
        request = encode({"session": self._session, "op": op, **told})
        reply = self._line.ask(_Ask(self._session, request, int(ops), patience, seconds - patience))
        return reply, len(encode(reply))

    def pause(self, seconds: float) -> None:
        """Nothing to do: the line waits for as long as has to be waited."""

    def make_sure(self, seconds: float) -> None:
        """Nothing to do: the replies of the line are numbered."""

    def end(self, seconds: float) -> str:  # noqa: ARG002 - others go on
        """Nothing to do: the line goes on."""
        return ""

    def kill(self) -> None:
        """Nothing to do: the line goes on."""


def _says(reply: Mapping[str, Any]) -> bool:
    """Whether a reply is more than "nothing yet"."""
    return bool(reply.get("messages") or reply.get("message") or reply.get("idle") or "error" in reply)
