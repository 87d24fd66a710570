"""Any system behind the port, answering requests: the other end of a dialogue, whatever carries it."""

import pickle
import threading
from base64 import b64decode
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from time import monotonic
from typing import IO, Any

import orjson

from ordertck.harness.adapters.factory import cause, made
from ordertck.harness.adapters.json_text import decode, encode, encode_checked
from ordertck.harness.adapters.pipe import LONGEST_LINE
from ordertck.harness.edition import load
from ordertck.harness.errors import AdapterError, UsageError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import Clocked, ScenarioContext, System
from ordertck.harness.text import a

# No reply carries more messages, nor goes on after so many bytes of them.
_MOST_MESSAGES = 100
_MOST_BYTES = 1024 * 1024
# So many sessions speak in one request, and so many are open at a time; no reply to them goes on after so many bytes.
TOGETHER = 128
_MOST_SESSIONS = 500
_MOST_BYTES_TOGETHER = 4 * 1024 * 1024
# Seconds that the threads of an adapter have to end once it is closed.
_PARTING = 0.5


class Served:
    """Answers requests on one system, each with one reply.

    With ``at_once`` everything that the system says goes along with the reply to what made it say so, and it is idle
    then: for systems that work nothing by themselves, such as the kit's own, whose examples cost half the round trips.
    Where ``more`` makes further systems of that kind, many sessions may speak in one request, each with one of its own.
    """

    def __init__(
        self,
        system: System | None = None,
        name: str = "",
        at_once: bool = False,
        more: Callable[[], System] | None = None,
    ) -> None:
        self._system, self._name, self._at_once = system, name, at_once
        self._more = more if at_once else None
        self._sessions: dict[str, Served] = {}

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
        """The reply to one request, on one line."""
        return encode(self.reply(request))

    def reply(self, request: dict[str, Any]) -> dict[str, Any]:
        """The reply to one request; whatever the system raises becomes an error in it."""
        return ({"n": request["n"]} if "n" in request else {}) | self._answer(request)

    def _answer(self, request: dict[str, Any], hears: bool = True) -> dict[str, Any]:
        try:
            if request["op"] == "together" and self._more:
                return self._together(request["asks"], request["patience"])
            if request.get("before"):
                return self._after(request["before"], request["patience"])
            return self._reply(request, hears)
        except UsageError as misfit:
            told = {"problem": misfit.problem, "remedy": misfit.remedy, "line": misfit.line}
            file = None if misfit.file is None else str(misfit.file)
            return {"error": str(misfit), "misfit": told | {"file": file}}
        except AdapterError as problem:
            return {"error": str(problem)}
        except BaseException as problem:  # nor may whoever would end the process
            return {"error": str(AdapterError(f"{request['op']} raised {cause(problem)}"))}

    def _after(self, before: list[dict[str, Any]], patience: float) -> dict[str, Any]:
        """The reply to a request to receive once other requests are done; the first that fails ends it."""
        for request in before:
            reply = self._answer(request, hears=False)
            if "error" in reply:
                return {**self._said(), **reply, "op": request["op"]}
        said = self._said()
        if said.get("messages") or said.get("idle"):  # what there is to say goes along, and is not to be lost
            return said
        return self._answer({"op": "receive", "patience": patience})

    def _said(self) -> dict[str, Any]:
        """The reply with all that there is to say, where that goes along. Nobody looks before everything is done.

        What breaks down has not said what nobody has heard.
        """
        if not self._at_once or self._system is None:
            return {"ok": True}
        heard = iter(partial(self._system.receive, 0.0), None)
        return {"ok": True, "messages": [_shape(each) for each in heard], "idle": True}

    def _together(self, asks: list[dict[str, Any]], patience: float) -> dict[str, Any]:
        """The replies to requests of several sessions; None for what is to be asked again, as there is no more room."""
        replies: list[orjson.Fragment | None] = []
        size, quiet = 0, True
        for ask in asks:
            if size > _MOST_BYTES_TOGETHER:
                replies.append(None)
                continue
            reply = self._asked(ask)
            quiet = quiet and not (reply.get("messages") or reply.get("idle") or "error" in reply)
            replies.append(orjson.Fragment(line := encode(reply)))
            size += len(line)
        if quiet:
            self._wait(patience)
        return {"ok": True, "replies": replies}

    def _asked(self, ask: dict[str, Any]) -> dict[str, Any]:
        """The reply to what one session asks; it is opened by its greeting, and ends when it says so."""
        name, op = ask["session"], ask["op"]
        if op == "hello" and self._more and len(self._sessions) < _MOST_SESSIONS:
            self._sessions[name] = self._opened(self._more())
        session = self._sessions.pop(name, None) if op == "close" else self._sessions.get(name)
        if session is None:
            return {"error": f"no session '{name}' is open"}
        return session.reply({"patience": 0.0, **ask})

    def _opened(self, system: System) -> "Served":
        """A further session."""
        return Served(system, self._name, self._at_once)

    def _wait(self, patience: float) -> None:
        """Wait for so long whether a session has anything to say. None has: what they say goes along with replies."""

    def _reply(self, request: dict[str, Any], hears: bool = True) -> dict[str, Any]:
        if request["op"] == "hello" and "claims" in request:
            claims, folder = pickle.loads(b64decode(request["claims"]))
            self._system = made(replace(claims, edition=load(folder)), request["session"])
            return {"protocol": 1}
        system = self._system
        match request["op"]:
            case "hello":
                together = {"together": TOGETHER} if self._more else {}
                return {"protocol": 1, "name": self._name, "several": True, **together}
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
        return self._said() if hears and request["op"] != "close" else {"ok": True}


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
        raise AdapterError(f"receive returned {a(type(heard).__name__)}, not a Message: {heard!r}")
    if not isinstance(heard.edge, Edge):
        known = ", ".join(f"Edge.{edge.name}" for edge in Edge)
        raise AdapterError(f"receive returned {a(heard.kind)} on edge {heard.edge!r}, which is none of {known}")
    try:
        shape = heard.as_json()
        size = len(encode_checked(shape))
    except (AttributeError, TypeError, ValueError) as problem:
        raise AdapterError(f"receive returned a message that no JSON can hold: {problem}") from problem
    if size > LONGEST_LINE // 2:
        raise AdapterError(f"receive returned {a(heard.kind)} of {size:,} bytes; {LONGEST_LINE // 2:,} are taken")
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
