"""The port by requests and replies, each a JSON object, whatever carries them: a pipe, HTTP."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any, NoReturn

import orjson

from ordertck.harness.adapters.carrier import Carrier
from ordertck.harness.adapters.greeting import PROTOCOL, Greeting, greeting_in
from ordertck.harness.adapters.json_text import LONGEST_TEXT, cut, encode, shown
from ordertck.harness.claims import Timing
from ordertck.harness.errors import AdapterError
from ordertck.harness.messages import Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.redaction import Redaction

# In a reply of the process in which the kit runs an adapter: that uses the kit's own reference.
KITS_OWN = "kits_own"
# Seconds that a reply may take beyond what the claims allow the system itself.
MARGIN = 5.0
# Seconds that a process may take to end by itself once it is told to close.
PARTING = 5.0
# How long to wait before asking again an adapter that answers "nothing yet" at once.
_BREATH = 0.005
# Bytes that are taken in the long replies of one scenario, once their long texts are shortened.
_MOST_OF_A_SCENARIO = 32 * 1024 * 1024
# So many requests wait for one another, and so many bytes of them, until they go together.
_MOST_TOGETHER = 50
_MOST_BYTES_TOGETHER = 512 * 1024
# Seconds in which a line that nobody asked for would come, where it matters whether one does.
_MAKING_SURE = 0.05


@dataclass(frozen=True, slots=True)
class _Unsent:
    """A request that waits to be sent with the next one, as JSON."""

    op: str
    request: bytes


# From the operation and the reply that has an "error", what is to be raised.
Refusal = Callable[[str, Mapping[str, Any]], Exception]


class Dialogue:
    """A system behind a carrier, greeted with ``hello``'s fields. A ``Wire``.

    Every method but ``close`` raises ``AdapterError`` where the other end is gone, keeps silent, or says what is not
    the protocol; after such a break every later call fails at once. A reply ``{"error": ...}`` breaks nothing but its
    own call; ``refusal`` makes an exception of it. ``hidden`` is struck out of whatever is told of the other end.
    ``cut_texts`` counts the texts that were too long to be kept whole; ``kits_own`` is as ``Wire`` has it.
    ``words`` says what the other end wrote last beside the protocol.

    An other end that says so in its greeting is told several things in one request: what it is told waits until the kit
    wants to hear what comes of it.
    """

    def __init__(
        self,
        carrier: Carrier,
        timing: Timing,
        hello: Mapping[str, Any],
        refusal: Refusal | None = None,
        hidden: Redaction | None = None,
        words: Callable[[], str] = str,
    ) -> None:
        self._words = words
        self._carrier, self._timing, self.who = carrier, timing, carrier.who
        self._refusal = refusal
        self._hidden = Redaction() if hidden is None else hidden
        self._heard: deque[Message] = deque()
        self._idle = False
        self._asked = 0
        self._numbered = self._takes_several = False
        self._unsent: list[_Unsent] = []
        self._size = self.cut_texts = 0
        self.kits_own = False
        self.broken = ""
        self.parting = ""
        try:
            self.greeting = self._greet(hello)
        except BaseException:
            self._carrier.kill()
            raise

    def aside(self) -> str:
        """What the other end wrote last beside the protocol, without what is hidden."""
        return self._hidden.text(self._words())

    def begin(self, scenario: ScenarioContext) -> None:
        """Tell that a scenario starts. Messages still unheard stay in their queue: they came late."""
        self._tell("begin", scenario=scenario.as_json())

    def deliver(self, message: Message) -> None:
        """Hand over one message; what the reply carries with it is kept for ``receive``."""
        self._tell("deliver", message=message.as_json())

    def receive(self, patience: float) -> Message | None:
        """The next message. The other end is asked only where none is left from an earlier reply and it is not idle."""
        deadline = monotonic() + patience
        left = patience
        while not self._heard and not self._idle:
            asked = monotonic()
            self._listen(max(left, 0.0))
            now = monotonic()
            left = deadline - now
            if self._heard or self._idle or left <= 0:
                break
            # It answered early without being idle: nothing yet. Asking on is cheap for it, but not at full speed.
            if now - asked < _BREATH:
                self._carrier.pause(min(_BREATH, left))
        return self._heard.popleft() if self._heard else None

    def advance_to(self, instant: datetime) -> None:
        """Set the system's clock; for systems that claim ``virtual-clock``."""
        self._tell("advance", instant=instant.isoformat())

    def hand_over(self) -> None:
        """See that the other end has all that it was told; what it says is kept for ``receive``."""
        if self._unsent:
            self._listen(0.0)

    def close(self) -> None:
        """Tell the other end to close, and see it off. Never raises, never hangs."""
        try:
            self.hand_over()
        except Exception as problem:  # whatever a refusal is made of
            self.parting = self._hidden.text(str(problem))
        if not self.broken:
            self.broken = "it was closed"
            try:
                reply = self._request("close", PARTING)
                if "error" in reply:
                    self.parting = self.parting or str(self._refused("close", reply))
                elif reply.get("ok") is not True:
                    self.parting = self.parting or f'the reply to close is not {{"ok": true}}: {_quoted(reply)}'
            except AdapterError as problem:
                self.parting = self.parting or self._hidden.text(str(problem))
            how = self._carrier.end(PARTING)
            self.parting = self.parting or how

    def forget_idle(self) -> None:
        """Ask on the next ``receive`` even where it said that nothing can come."""
        self._idle = False

    def ask_together(self, asks: list[Any], patience: float, seconds: float) -> list[dict[str, Any] | None]:
        """The replies to requests of several sessions, which may wait ``patience`` until one has anything to say.

        None for a request that was not done, and is to be made again. Raises as every method does.
        """
        reply = self._ask("together", seconds, asks=asks, patience=patience)
        replies = reply.get("replies")
        if not isinstance(replies, list) or len(replies) != len(asks):
            self._break(f"the reply to together has no 'replies', one for each of {len(asks)}: {_quoted(reply)}")
        if odd := [each for each in replies if each is not None and not isinstance(each, dict)]:
            self._break(f"the reply to together has a reply that is no object: {shown(encode(odd[0]))}")
        if all(each is None for each in replies):  # all would be asked again, for ever
            self._break(f"the reply to together says null to all of {len(asks)} asks, so that none is ever done")
        return replies

    def pause(self, seconds: float) -> None:
        """Let some time pass, as the carrier has it."""
        self._carrier.pause(seconds)

    def make_sure(self) -> None:
        """See that nothing is said unasked, so that each reply was to its own request."""
        if not self.broken and not self._numbered:
            try:
                self._carrier.make_sure(_MAKING_SURE)
            except AdapterError as problem:
                self._break(str(problem))

    def _greet(self, hello: Mapping[str, Any]) -> Greeting:
        reply = self._ask("hello", self._timing.start, protocol=PROTOCOL, **hello)
        try:
            greeting = greeting_in(reply, self.who)
        except ValueError as problem:
            self._break(f"{problem}: {_quoted(reply)}")
        self._numbered, self._takes_several = "n" in reply, greeting.several
        return greeting

    def _tell(self, op: str, **fields: Any) -> None:
        """Have something done by which nothing is asked: at once, or together with what follows."""
        if not self._takes_several or self.broken:
            self._do(op, **fields)
            return
        self._idle = False
        request = encode({"op": op, **fields})
        self._unsent.append(_Unsent(op, request))
        together = sum(len(unsent.request) for unsent in self._unsent)
        if len(self._unsent) >= _MOST_TOGETHER or together > _MOST_BYTES_TOGETHER:
            self.hand_over()

    def _listen(self, patience: float) -> None:
        """Tell what waits to be told, then ask for what there is to say."""
        unsent, self._unsent = self._unsent, []
        before = {"before": [orjson.Fragment(each.request) for each in unsent]} if unsent else {}
        seconds = patience + MARGIN + len(unsent) * self._timing.patience
        ops = [*dict.fromkeys(each.op for each in unsent), "receive"]
        if "begin" in ops:
            self._size = 0
        reply = self._ask("receive", seconds, ", ".join(ops), patience=patience, **before)
        if "message" not in reply and "messages" not in reply:
            self._break(f"the reply to receive has neither 'message' nor 'messages': {_quoted(reply)}")

    def _do(self, op: str, **fields: Any) -> None:
        if op == "begin":
            self._size = 0
        reply = self._ask(op, self._timing.patience + MARGIN, **fields)
        if reply.get("ok") is not True:
            self._break(f'the reply to {op} is not {{"ok": true}}: {_quoted(reply)}')

    def _ask(self, op: str, seconds: float, said: str = "", **fields: Any) -> dict[str, Any]:
        """The reply, its messages taken into the queue; an error may be to one of several things that were ``said``."""
        if self.broken:
            raise AdapterError(f"{self.who} is no longer spoken to, since {self.broken}")
        try:
            reply = self._request(op, seconds, said, **fields)
        except AdapterError as problem:
            self._break(str(problem))
        self._take(reply)
        if "error" in reply:
            at = reply.get("op")
            raise self._refused(at if at in said.split(", ") else op, reply)
        return reply

    def _request(self, op: str, seconds: float, said: str = "", **fields: Any) -> dict[str, Any]:
        self._asked += 1
        try:
            reply, size = self._carrier.ask(op, self._asked, fields, seconds)
        except AdapterError as problem:
            raise AdapterError(f"{problem} (asked: {said or op})") from None
        reply = self._kept(reply, size)
        self.kits_own |= reply.get(KITS_OWN) is True
        number = reply.get("n")
        if (self._numbered or "n" in reply) and (type(number) is not int or number != self._asked):
            said = f"has the number {number!r}" if "n" in reply else "has no number 'n'"
            raise AdapterError(f"the reply to request {self._asked} ({op}) {said}: {_quoted(reply)}")
        return reply

    def _kept(self, reply: dict[str, Any], size: int) -> dict[str, Any]:
        """A reply as it is kept: of its messages' long texts the beginnings. Long replies are counted, and limited."""
        if size > LONGEST_TEXT:
            said, number = cut({name: reply[name] for name in ("message", "messages") if name in reply})
            reply |= said
            self.cut_texts += number
            self._size += len(encode(said))
            if self._size > _MOST_OF_A_SCENARIO:
                raise AdapterError(f"{self.who} handed over more than {_MOST_OF_A_SCENARIO:,} bytes in one scenario")
        return reply

    def _take(self, reply: Mapping[str, Any]) -> None:
        self._idle = reply.get("idle") is True
        single, several = reply.get("message"), reply.get("messages", ())
        if type(reply.get("idle", False)) is not bool:  # a text would cost the run its patience, and nobody knew why
            self._break(f"'idle' is neither true nor false: {_quoted(reply)}")
        if not isinstance(several, (list, tuple)):
            self._break(f"'messages' is no list: {_quoted(reply)}")
        try:
            if single is not None:
                self._heard.append(Message.from_json(single))
            for each in several:
                self._heard.append(Message.from_json(each))
        except ValueError as problem:
            said = self._hidden.text(f"{self.who} handed over what is no message: {problem}")
            raise AdapterError(said) from None

    def _break(self, problem: str) -> NoReturn:
        """Give the other end up: what it says from now on could be the answer to anything."""
        self.broken = self._hidden.text(problem)
        self._carrier.kill()
        raise AdapterError(self.broken)

    def _refused(self, op: str, reply: dict[str, Any]) -> Exception:
        told = self._without_secrets(reply)
        if self._refusal is not None:
            return self._refusal(op, told)
        return AdapterError(f"{self.who} answers {op} with an error: {told['error']}")

    def _without_secrets(self, reply: dict[str, Any]) -> dict[str, Any]:
        return {**reply, "error": self._hidden.text(str(reply["error"]))} if self._hidden else reply


def _quoted(reply: Mapping[str, Any]) -> str:
    return shown(encode(reply))
