"""A suite seen from outside: what crosses its edges, as a role inside it is told it or says it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from ordertck.harness.bench.parts.provisioning import TARGET
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.messages.roles import Trait
from ordertck.harness.oracle.carriage import Traffic

# What order management and service order management say to each other, where an integration hands it on.
_WORK = ("provisioning-order", "provisioning-update", "fault", "fallout")
# Where service order management hears and speaks by itself, whoever is in the suite with it.
_ITS_OWN = (Edge.NETWORK, Edge.PROVISIONING)
_TO_ALL = ("kill", "restart", "stop", "start")
# What keeps a message from coming through at once: when a role inside was told it, nobody outside can say.
_IN_BETWEEN = ("intake-hold", "neighbour-away")
_IDS = ("order", "line", "parent")


def is_seen_whole(role: str, roles: Collection[str]) -> bool:
    """Whether all that a role of a suite is told and says crosses the suite's edges, at one place or another.

    So it is with service order management behind an integration: on both of its sides it has the kit before it.
    """
    others = [other for other in roles if other != role]
    return bool(others) and Trait.SERVICES.of((role,)) and all(Trait.CARRIAGE.of((other,)) for other in others)


def as_inside(message: Message, plain: Callable[[str], str]) -> Message | None:
    """A message at the suite's edge as service order management inside is told it, or says it; None for another's.

    ``plain`` gives the CRM's id for one that is the order system's own.
    """
    if message.edge in _ITS_OWN or message.kind in _TO_ALL:
        return replace(message, body=_under(plain, message.body))
    if message.edge is Edge.OMS and message.kind in _WORK:
        return replace(message, edge=Edge.PROVISIONING, body=_under(plain, message.body))
    return None


def hands_on(role: str, roles: Collection[str]) -> bool:
    """Whether what is examined hands on what others say: an integration, with nothing inside but services at most.

    ``role`` is the example's, by which the roles of a suite are examined in turn.
    """
    if len(roles) == 1:
        return Trait.CARRIAGE.of(roles)
    others = [other for other in roles if other != role]
    return Trait.CARRIAGE.of((role,)) and all(Trait.SERVICES.of((other,)) for other in others)


def is_for_services(message: Message) -> bool:
    """Whether order management asks the services behind an integration for something."""
    return message.edge is Edge.OMS and message.kind == "provisioning-order" and message.body["target"] == TARGET


def without_services(traffic: Traffic, key: Callable[[str], str]) -> Traffic:
    """What crossed a suite's edges but for what order management and the services inside said to each other.

    ``key`` gives one name for a line, whoever gave the id. Of a line that they spoke of, a failure that nobody outside
    told is theirs.
    """
    asked = [message for message in traffic.told if is_for_services(message)]
    lines = {key(line["line"]) for message in asked for line in message.body["lines"]}
    told = [message for message in traffic.told if not is_for_services(message)]
    known = {message.body["incident"] for message in told if "incident" in message.body}

    def is_news_of_theirs(message: Message) -> bool:
        if (
            message.edge is not Edge.OMS
            or message.kind not in _WORK
            or key(message.body.get("line") or "") not in lines
        ):
            return False
        return message.kind == "provisioning-update" or message.body.get("incident") not in known

    heard = [message for message in traffic.heard if not is_news_of_theirs(message)]
    return Traffic(traffic.knows_again, told, heard, traffic.strange)


def is_in_between(message: Message) -> bool:
    """Whether from here on nobody outside can say when a role inside is told something."""
    return message.kind in _IN_BETWEEN


def _under(plain: Callable[[str], str], body: Mapping[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {name: plain(value) if name in _IDS and value else value for name, value in body.items()}
    if "lines" in said:
        said["lines"] = [_under(plain, line) for line in said["lines"]]
    return said
