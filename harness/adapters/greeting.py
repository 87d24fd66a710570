"""How a dialogue begins: what the kit says of itself, and what the other end says of the system."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ordertck import __version__
from ordertck.harness.claims import Claims

PROTOCOL = 1


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the other end says of the system when it is greeted; "" or None where it says nothing.

    ``several`` says that it can be told several things in one request, ``together`` that so many sessions may speak in
    one request; 0 where they may not.
    """

    name: str = ""
    version: str = ""
    capabilities: frozenset[str] | None = None
    several: bool = False
    together: int = 0


def hello(claims: Claims, session: str) -> dict[str, Any]:
    """What the kit greets a system with, for a session."""
    return {"kit": __version__, "session": session, "roles": list(claims.roles), "switches": dict(claims.switches)}


def greeting_in(reply: Mapping[str, Any], who: str) -> Greeting:
    """The greeting in a reply of ``who``. Raises ``ValueError`` with what is wrong with it."""
    protocol = reply.get("protocol")
    if type(protocol) is not int or protocol != PROTOCOL:
        said = f"with protocol {protocol!r}" if "protocol" in reply else "without saying a 'protocol'"
        raise ValueError(f"{who} answers hello {said}; this kit speaks {PROTOCOL}")
    name, version, capabilities = reply.get("name", ""), reply.get("version", ""), reply.get("capabilities")
    if not isinstance(name, str) or not isinstance(version, str):
        raise ValueError("the reply to hello has a 'name' or 'version' that is no string")
    if capabilities is not None and not (
        isinstance(capabilities, list) and all(isinstance(word, str) for word in capabilities)
    ):
        raise ValueError("the reply to hello has 'capabilities' that are no list of strings")
    together = reply.get("together", 0)
    if type(together) is not int or together < 0:
        raise ValueError("the reply to hello has a 'together' that is no count of sessions")
    offered = None if capabilities is None else frozenset(capabilities)
    return Greeting(name, version, offered, reply.get("several") is True, together)
