"""The port over a pipe to a child process in any language: one JSON object a line, each request answered by one."""

import json
import os
from collections import deque
from collections.abc import Mapping
from datetime import datetime
from time import monotonic
from typing import Any, NoReturn

from ordertck import __version__
from ordertck.harness.adapters.pipe import Pipe, shown
from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.messages import Message
from ordertck.harness.port import ScenarioContext

PROTOCOL = 1
# Seconds that a reply may take beyond what the claims allow the system itself.
_MARGIN = 5.0
# Seconds that a process may take to end by itself once it is told to close.
_PARTING = 2.0
# How long to wait before asking again an adapter that answers "nothing yet" at once.
_BREATH = 0.005


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON")


_encode = json.JSONEncoder(separators=(",", ":"), default=_plain).encode
_decode = json.JSONDecoder(parse_constant=_no_constant).decode


class JsonLines:
    """A system behind the command line that its claims name, run in the claims file's folder.

    ``name``, ``version`` and ``capabilities`` are what the adapter said of itself when it was greeted; the last is
    None where it said nothing. ``broken`` says why it is no longer spoken to, ``parting``, after ``close``, what was
    wrong with the process's end; "" is well.

    Every method raises ``AdapterError`` where the process ended, keeps silent, or says what is not the protocol;
    after such a break every later call fails at once. A reply ``{"error": ...}`` breaks nothing but its own call.
    ``margin`` is how many seconds a reply may take beyond what the claims allow the system, ``parting`` how many the
    process may take to end by itself. Raises ``UsageError`` where the command cannot be started.
    """

    def __init__(self, claims: Claims, session: str, margin: float = _MARGIN, parting: float = _PARTING) -> None:
        self._timing, self._margin, self._parting = claims.timing, margin, parting
        self._heard: deque[Message] = deque()
        self._idle = False
        self.broken = ""
        self.parting = ""
        self._pipe = _start(claims)
        try:
            self._greet(claims, session)
        except BaseException:
            self._pipe.kill()
            raise

    def begin(self, scenario: ScenarioContext) -> None:
        """Tell the adapter that a scenario starts. Messages still unheard stay in their queue: they came late."""
        self._do("begin", scenario=scenario.as_json())

    def deliver(self, message: Message) -> None:
        """Hand over one message; what the reply carries with it is kept for ``receive``."""
        self._do("deliver", message=message.as_json())

    def receive(self, patience: float) -> Message | None:
        """The next message. The adapter is asked only where none is left from an earlier reply and it is not idle."""
        deadline = monotonic() + patience
        left = patience
        while not self._heard and not self._idle:
            asked = monotonic()
            reply = self._ask("receive", max(left, 0.0) + self._margin, patience=max(left, 0.0))
            if "message" not in reply and "messages" not in reply:
                self._break(f"the reply to receive has neither 'message' nor 'messages': {_quoted(reply)}")
            now = monotonic()
            left = deadline - now
            if self._heard or self._idle or left <= 0:
                break
            # It answered early without being idle: nothing yet. Asking on is cheap for it, but not at full speed.
            if now - asked < _BREATH:
                self._pipe.pause(min(_BREATH, left))
        return self._heard.popleft() if self._heard else None

    def advance_to(self, instant: datetime) -> None:
        """Set the system's clock; for systems that claim ``virtual-clock``."""
        self._do("advance", instant=instant.isoformat())

    def close(self) -> None:
        """Tell the adapter to close, and see its process and all that it started off. Never raises, never hangs."""
        if not self.broken:
            self.broken = "it was closed"
            try:
                reply = self._request("close", self._parting)
                if reply.get("ok") is not True:
                    self.parting = f'the reply to close is not {{"ok": true}}: {_quoted(reply)}'
            except AdapterError as problem:
                self.parting = str(problem)
            how = self._pipe.end(self._parting)
            self.parting = self.parting or how

    def forget_idle(self) -> None:
        """Ask the adapter on the next ``receive`` even where it said that nothing can come."""
        self._idle = False

    def _greet(self, claims: Claims, session: str) -> None:
        reply = self._ask(
            "hello",
            claims.timing.start,
            protocol=PROTOCOL,
            kit=__version__,
            session=session,
            roles=list(claims.roles),
            switches=dict(claims.switches),
        )
        if reply.get("protocol") != PROTOCOL:
            self._break(
                f"the adapter answers hello with protocol {reply.get('protocol')!r}; this kit speaks {PROTOCOL}: "
                f"{_quoted(reply)}"
            )
        name, version, capabilities = reply.get("name", ""), reply.get("version", ""), reply.get("capabilities")
        if not isinstance(name, str) or not isinstance(version, str):
            self._break(f"the reply to hello has a 'name' or 'version' that is no string: {_quoted(reply)}")
        if capabilities is not None and not (
            isinstance(capabilities, list) and all(isinstance(word, str) for word in capabilities)
        ):
            self._break(f"the reply to hello has 'capabilities' that are no list of strings: {_quoted(reply)}")
        self.name, self.version = name, version
        self.capabilities = None if capabilities is None else frozenset(capabilities)

    def _do(self, op: str, **fields: Any) -> None:
        reply = self._ask(op, self._timing.patience + self._margin, **fields)
        if reply.get("ok") is not True:
            self._break(f'the reply to {op} is not {{"ok": true}}: {_quoted(reply)}')

    def _ask(self, op: str, seconds: float, **fields: Any) -> dict[str, Any]:
        """The adapter's reply, its messages taken into the queue."""
        if self.broken:
            raise AdapterError(f"the adapter is no longer spoken to, since {self.broken}")
        try:
            reply = self._request(op, seconds, **fields)
        except AdapterError as problem:
            self._break(str(problem))
        self._take(reply)
        if "error" in reply:
            raise AdapterError(f"the adapter answers {op} with an error: {reply['error']}")
        return reply

    def _request(self, op: str, seconds: float, **fields: Any) -> dict[str, Any]:
        try:
            raw = self._pipe.ask(_encode({"op": op, **fields}).encode() + b"\n", seconds)
        except AdapterError as problem:
            raise AdapterError(f"{problem} (asked to {op})") from None
        return _read(raw)

    def _take(self, reply: Mapping[str, Any]) -> None:
        self._idle = reply.get("idle") is True
        single, several = reply.get("message"), reply.get("messages", ())
        if not isinstance(several, (list, tuple)):
            self._break(f"'messages' is no list: {_quoted(reply)}")
        try:
            if single is not None:
                self._heard.append(Message.from_json(single))
            for each in several:
                self._heard.append(Message.from_json(each))
        except ValueError as problem:
            raise AdapterError(f"the adapter handed over what is no message: {problem}") from None

    def _break(self, problem: str) -> NoReturn:
        """Give the adapter up: what it says from now on could be the answer to anything."""
        self.broken = problem
        self._pipe.kill()
        raise AdapterError(problem)


def _start(claims: Claims) -> Pipe:
    if os.name == "nt":
        raise UsageError("a 'command' needs pipes that can be waited on", "run the kit under WSL", claims.file)
    folder = claims.file.resolve().parent if claims.file else None
    try:
        return Pipe(claims.command, folder)
    except OSError as problem:
        raise UsageError(
            f"cannot start the command '{' '.join(claims.command)}': {problem.strerror}",
            f"'{claims.command[0]}' is looked for on the PATH, or in {folder or 'the current folder'} where it has a /",
            claims.file,
        ) from None


def _read(raw: bytes) -> dict[str, Any]:
    """The object that a line of reply holds."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as problem:
        raise AdapterError(
            f"the adapter printed a line that is not UTF-8 (byte {problem.start + 1}): {shown(raw)}"
        ) from None
    try:
        reply = _decode(text)
        if "\\u" in text:
            _encode_check(reply)
    except (ValueError, RecursionError):
        raise AdapterError(
            f"the adapter printed something that is not JSON: {shown(raw)}; print diagnostics to stderr"
        ) from None
    if not isinstance(reply, dict):
        raise AdapterError(f"the adapter's reply is no JSON object: {shown(raw)}")
    return reply


def _encode_check(reply: Any) -> None:
    """Raise ``ValueError`` for half a surrogate pair, which no transcript could hold."""
    json.dumps(reply, ensure_ascii=False).encode()


def _quoted(reply: Mapping[str, Any]) -> str:
    return shown(_encode(reply).encode())
