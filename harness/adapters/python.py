"""The way to a system by a Python factory: in a process of its own, so that it cannot end the kit or change it."""

import os
import pickle
import signal
import sys
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.factory import made
from ordertck.harness.adapters.json_lines import JsonLines
from ordertck.harness.adapters.pipe import Pipe
from ordertck.harness.adapters.wire import Embedded, Wire
from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError, UsageError


def open_python(claims: Claims, session: str, pipe: Pipe | None = None) -> Wire:
    """Call the factory that the claims name, in a process of its own unless it is the kit's reference.

    ``pipe`` is to such a process, where there is one already.

    Raises ``UsageError`` where claims and adapter do not fit together, ``AdapterError`` where the factory fails.
    """
    if claims.is_embedded:
        return Embedded(made(claims, session))
    # The edition is read from its folder at the other end: it holds more than an adapter ever asks for.
    told = pickle.dumps((replace(claims, edition=None), claims.edition.folder))  # type: ignore[arg-type]
    hello = {"session": session, "claims": b64encode(told).decode()}
    pipe = pipe or _process(claims)
    return Dialogue(JsonLines(pipe), claims.timing, hello, _raised, words=pipe.aside)


def _process(claims: Claims) -> Pipe:
    if os.name == "nt":
        raise UsageError("an adapter needs pipes that can be waited on", "run the kit under WSL", claims.file)
    start = f"import sys; sys.path[:] = {sys.path!r}; from ordertck.harness.adapters.child import child; child()"
    return Pipe([sys.executable, "-P", "-c", start], hint="", explains=signal.SIGUSR1)


def _raised(_: str, reply: Mapping[str, Any]) -> Exception:
    """What the process says that went wrong, as it would have been raised in this one."""
    if (fault := reply.get("misfit")) is not None:
        return UsageError(fault["problem"], fault["remedy"], fault["file"], fault["line"])
    return AdapterError(reply["error"])
