"""The process at the other end of the pipe: a system behind the port, served on standard input and output.

python -m ordertck.harness.adapters.child MODULE:FACTORY CLAIMS [ROLE]
"""

import faulthandler
import os
import signal
import sys
import threading
import traceback
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from ordertck.harness.adapters.dialogue import KITS_OWN
from ordertck.harness.adapters.factory import made
from ordertck.harness.adapters.json_text import encode
from ordertck.harness.adapters.served import Served
from ordertck.harness.claims import read_claims
from ordertck.harness.edition import load

# How many calls are named where an adapter hangs, from the innermost out.
_FRAMES = 3
# Whoever has loaded anything of it has loaded this.
_REFERENCE = "ordertck.harness.reference"


class _Watched(Served):
    """Says with each reply whether the adapter makes use of the kit's own reference."""

    def answer(self, request: dict[str, Any]) -> bytes:
        """The reply to one request, on one line."""
        reply = self.reply(request)
        return encode({**reply, KITS_OWN: True} if _REFERENCE in sys.modules else reply)


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
    _Watched().serve(requests, replies)
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
    more = partial(made, claims, "served")
    Served(more(), claims.name, claims.is_embedded, more).serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
