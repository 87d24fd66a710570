"""The other end of the pipe: any system behind the port, served over JSON Lines on standard input and output.

python -m ordertck.harness.adapters.serve MODULE:FACTORY CLAIMS [ROLE]
"""

import faulthandler
import os
import pickle
import signal
import sys
import threading
import traceback
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import IO, Any

from ordertck.harness.adapters.factory import cause, made
from ordertck.harness.adapters.json_text import decode, encode, encode_checked
from ordertck.harness.adapters.pipe import LONGEST_LINE
from ordertck.harness.claims import read_claims
from ordertck.harness.edition import load
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.messages import Message
from ordertck.harness.port import Clocked, ScenarioContext, System

# No reply carries more messages, nor goes on after so many bytes of them.
_MOST_MESSAGES = 100
_MOST_BYTES = 1024 * 1024
# Seconds that the threads of an adapter have to end once it is closed.
_PARTING = 0.5
# How many calls are named where an adapter hangs, from the innermost out.
_FRAMES = 3


class Served:
    """Answers requests on one system, each with one reply.

    With ``at_once`` everything that the system says goes along with the reply to what made it say so, and it is idle
    then: for systems that work nothing by themselves, such as the kit's own, whose examples cost half the round trips.
    """

    def __init__(self, system: System | None = None, name: str = "", at_once: bool = False) -> None:
        self._system, self._name, self._at_once = system, name, at_once

    def serve(self, requests: Iterable[bytes], replies: IO[bytes]) -> None:
        """Answer each request with one line, until ``close`` or the end of the requests, which closes the system."""
        for line in requests:
            request = decode(line)
            replies.write(self.answer(request) + b"\n")
            replies.flush()
            if request["op"] == "close":
                return
        if self._system is not None:
            self._system.close()

    def answer(self, request: dict[str, Any]) -> bytes:
        """The reply to one request; whatever the system raises becomes an error in it."""
        number = {"n": request["n"]} if "n" in request else {}
        try:
            return encode(number | self._reply(request))
        except UsageError as misfit:
            told = {"problem": misfit.problem, "remedy": misfit.remedy, "line": misfit.line}
            file = None if misfit.file is None else str(misfit.file)
            return encode(number | {"error": str(misfit), "misfit": told | {"file": file}})
        except AdapterError as problem:
            return encode(number | {"error": str(problem)})
        except BaseException as problem:  # nor may whoever would end the process
            return encode(number | {"error": str(AdapterError(f"{request['op']} raised {cause(problem)}"))})

    def _reply(self, request: dict[str, Any]) -> dict[str, Any]:
        if request["op"] == "hello" and "claims" in request:
            claims, folder = pickle.loads(b64decode(request["claims"]))
            self._system = made(replace(claims, edition=load(folder)), request["session"])
            return {"protocol": 1}
        system = self._system
        match request["op"]:
            case "hello":
                return {"protocol": 1, "name": self._name}
            case "begin" if system:
                system.begin(_context(request["scenario"]))
            case "deliver" if system:
                system.deliver(Message.from_json(request["message"]))
            case "receive" if system:
                return _heard(system, request["patience"])
            case "advance" if isinstance(system, Clocked):
                system.advance_to(datetime.fromisoformat(request["instant"]))
            case "close" if system:
                system.close()
                _threads_ended()
            case other:
                return {"error": f"no operation '{other}' here"}
        if self._at_once and system and request["op"] != "close":
            heard = iter(partial(system.receive, 0.0), None)
            return {"ok": True, "messages": [_shape(each) for each in heard], "idle": True}
        return {"ok": True}


def _heard(system: System, patience: float) -> dict[str, Any]:
    """The next message, and those that are there already behind it, so that an example costs few round trips."""
    started = monotonic()
    heard = system.receive(patience)
    if heard is None:
        return {"message": None, "idle": monotonic() - started < 0.9 * patience - 0.005}
    shapes, size = [_shape(heard)], 0
    while len(shapes) < _MOST_MESSAGES and size < _MOST_BYTES:
        size += len(encode(shapes[-1]))
        further = system.receive(0.0)
        if further is None:
            break
        shapes.append(_shape(further))
    return {"messages": shapes}


def _shape(heard: object) -> dict[str, Any]:
    if not isinstance(heard, Message):
        raise AdapterError(f"receive returned a {type(heard).__name__}, not a Message: {heard!r}")
    try:
        shape = heard.as_json()
        size = len(encode_checked(shape))
    except (AttributeError, TypeError, ValueError) as problem:
        raise AdapterError(f"receive returned a message that no JSON can hold: {problem}") from problem
    if size > LONGEST_LINE // 2:
        raise AdapterError(f"receive returned a {heard.kind} of {size:,} bytes; {LONGEST_LINE // 2:,} are taken")
    return shape


def _context(shape: dict[str, Any]) -> ScenarioContext:
    return ScenarioContext(
        **{**shape, "now": datetime.fromisoformat(shape["now"]), "accounts": tuple(shape["accounts"])}
    )


def _threads_ended() -> None:
    """Raise ``AdapterError`` where threads keep this process from ending."""
    started = [t for t in threading.enumerate() if t is not threading.main_thread() and not t.daemon]
    for thread in started:
        thread.join(_PARTING)
    if running := [thread.name for thread in started if thread.is_alive()]:
        raise AdapterError(f"close leaves threads running: {', '.join(running)}")


def child() -> None:
    """Serve what the kit asks for in its greeting, in a process that the kit has started for it.

    The pipe is kept from the adapter: what that prints goes to standard error, and it has no standard input.
    """
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    faulthandler.enable()
    signal.signal(signal.SIGUSR1, _say_where)
    Served().serve(requests, replies)
    if threading.active_count() > 1:  # those that are no daemons would keep this process from ending
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _say_where(_: int, frame: FrameType | None) -> None:
    """Write to standard error what is being done."""
    stack = traceback.extract_stack(frame)[-_FRAMES:]
    where = ", in ".join(f"{call.filename}:{call.lineno} ({call.name})" for call in reversed(stack))
    sys.stderr.write(f"it is at {where}\n")


def main() -> None:
    """Serve the system that a factory makes, in the first role of its claims or in the one named."""
    factory, file, *role = sys.argv[1:]
    claims = replace(read_claims(Path(file), load()), adapter=factory, command=())
    if role:
        claims = replace(claims, roles=tuple(role))
    at_once = factory.startswith("ordertck.harness.reference.")
    Served(made(claims, "served"), claims.name, at_once).serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
