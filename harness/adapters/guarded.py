"""A system in this process whose calls can neither hang the kit nor end it."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from ordertck.harness.adapters.bounded import Bounded
from ordertck.harness.claims import Timing
from ordertck.harness.errors import AdapterError, HungError, RaisedError
from ordertck.harness.messages import Message
from ordertck.harness.port import Clocked, ScenarioContext, System

T = TypeVar("T")

# Seconds that a call may take beyond what the claims allow it.
MARGIN = 5.0


def guarded(make: Callable[[], System], timing: Timing, margin: float | None = None) -> System:
    """The system that ``make`` returns, made and called in one thread of its own.

    A call that has not come back ``margin`` seconds after its time raises ``AdapterError``, and so does whoever would
    end the process. Raises what ``make`` raises.
    """
    worker, margin = Bounded(), MARGIN if margin is None else margin
    system = _within(worker, "connecting", make, timing.start + margin)
    kind = _GuardedClocked if isinstance(system, Clocked) else _Guarded
    return kind(system, worker, timing.patience, margin)


def _within(worker: Bounded, name: str, function: Callable[[], T], seconds: float) -> T:
    try:
        return worker.call(function, seconds)
    except HungError:
        raise AdapterError(f"{name} has not come back after {seconds:g} s") from None
    except RaisedError as raised:
        if isinstance(raised.problem, Exception):
            raise raised.problem from raised.problem.__cause__
        raise AdapterError(f"{name} raised {type(raised.problem).__name__}") from raised.problem


def _sound(heard: object) -> Message:
    """The message, copied so that nobody changes it afterwards."""
    if not isinstance(heard, Message):
        raise AdapterError(f"receive returned a {type(heard).__name__}, not a Message")
    try:
        text = json.dumps(heard.as_json(), ensure_ascii=False, allow_nan=False)
        text.encode()
        return Message.from_json(json.loads(text))
    except (AttributeError, TypeError, ValueError) as problem:
        raise AdapterError(f"receive returned a message that no JSON can hold: {problem}") from problem


class _Guarded:
    def __init__(self, system: System, worker: Bounded, patience: float, margin: float) -> None:
        self._system, self._worker = system, worker
        self._patience, self._margin = patience, margin

    def begin(self, scenario: ScenarioContext) -> None:
        """As the port has it."""
        self._call("begin", lambda: self._system.begin(scenario), self._patience)

    def deliver(self, message: Message) -> None:
        """As the port has it."""
        self._call("deliver", lambda: self._system.deliver(message), self._patience)

    def receive(self, patience: float) -> Message | None:
        """As the port has it. Raises ``AdapterError`` for what is no message that could stand in a transcript."""
        heard = self._call("receive", lambda: self._system.receive(patience), patience)
        return None if heard is None else _sound(heard)

    def close(self) -> None:
        """As the port has it; a system that hangs is left behind."""
        if not self._worker.hung:
            self._call("close", self._system.close, self._patience)
        self._worker.done()

    def _call(self, name: str, function: Callable[[], T], seconds: float) -> T:
        return _within(self._worker, name, function, seconds + self._margin)


class _GuardedClocked(_Guarded):
    def advance_to(self, instant: datetime) -> None:
        """As the port has it."""
        advance: Callable[[datetime], None] = self._system.advance_to  # type: ignore[attr-defined]
        self._call("advance_to", lambda: advance(instant), self._patience)
