"""The other end of the pipe: any system behind the port, served over JSON Lines on standard input and output.

python -m ordertck.harness.adapters.serve MODULE:FACTORY CLAIMS [ROLE]
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from ordertck.harness.adapters.connect import connect
from ordertck.harness.claims import read_claims
from ordertck.harness.edition import load
from ordertck.harness.messages import Message
from ordertck.harness.port import Clocked, ScenarioContext, System


def serve(system: System, name: str, requests: Iterable[str], replies: IO[str]) -> None:
    """Answer each request with one line, until ``close`` or the end of the requests.

    Whatever the system has to say at once goes along with the reply, so that an example costs few round trips.
    """
    for line in requests:
        request = json.loads(line)
        try:
            reply = _reply(system, name, request)
        except Exception as problem:
            reply = {"error": f"{type(problem).__name__}: {problem}"}
        replies.write(json.dumps(reply, separators=(",", ":")) + "\n")
        replies.flush()
        if request["op"] == "close":
            return


def _reply(system: System, name: str, request: dict[str, Any]) -> dict[str, Any]:
    match request["op"]:
        case "hello":
            return {"protocol": 1, "name": name, "version": "1"}
        case "begin":
            system.begin(_context(request["scenario"]))
        case "deliver":
            system.deliver(Message.from_json(request["message"]))
        case "receive":
            message = system.receive(request["patience"])
            return {"message": message.as_json() if message else None, "idle": message is None}
        case "advance" if isinstance(system, Clocked):
            system.advance_to(datetime.fromisoformat(request["instant"]))
        case "close":
            system.close()
            return {"ok": True}
        case other:
            return {"error": f"no operation '{other}' here"}
    heard = []
    while (message := system.receive(0)) is not None:
        heard.append(message.as_json())
    return {"ok": True, "messages": heard, "idle": True}


def _context(shape: dict[str, Any]) -> ScenarioContext:
    return ScenarioContext(
        **{**shape, "now": datetime.fromisoformat(shape["now"]), "accounts": tuple(shape["accounts"])}
    )


def main() -> None:
    """Serve the system that a factory makes, in the first role of its claims or in the one named."""
    factory, file, *role = sys.argv[1:]
    claims = replace(read_claims(Path(file), load()), adapter=factory, command=())
    if role:
        claims = replace(claims, roles=tuple(role))
    serve(connect(claims, "served"), claims.name, sys.stdin, sys.stdout)


if __name__ == "__main__":
    main()
