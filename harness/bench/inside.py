"""A suite seen from outside: what crosses its edges, as a role inside it is told it or says it."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from ordertck.harness.bench.own_ids import crms_id
from ordertck.harness.bench.parts.billing import BILLINGS
from ordertck.harness.bench.parts.provisioning import TARGET
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.messages.roles import Trait
from ordertck.harness.oracle.carriage import Traffic

# What order management and service order management say to each other, where an integration hands it on.
_WORK = ("provisioning-order", "provisioning-update", "fault", "fallout")
# Where service order management hears and speaks by itself, whoever is in the suite with it.
_ITS_OWN = (Edge.NETWORK, Edge.PROVISIONING)
_TO_ALL = ("kill", "restart", "stop", "start")
# What a CRM hears and says on the far side of an integration, and order management on the near side.
_OF_A_CRM = ("sales-order", "cancel", "order-update", "refusal", "fallout", "fault")
_OF_AN_ORDER_SYSTEM = ("order-submission", "cancel", "order-update", "refusal", "fallout", "fault")
# What keeps a message from coming through at once: when a role inside was told it, nobody outside can say.
_IN_BETWEEN = ("intake-hold", "neighbour-away")
_IDS = ("order", "line", "parent", "asset")

# What crosses a suite's edge, as a role inside is told it or says it; None for another's.
Inside = Callable[[Message], Message | None]


def heard_role(role: str, roles: Collection[str]) -> str | None:
    """The role of which all that it is told and says crosses the edges of the system, at one place or another.

    ``role`` is the example's. Behind an integration, or before one, a role has the kit before it on all of its sides.
    None where nobody outside can say what a role is told, and for an integration, which only hands on.
    """
    inner = [other for other in roles if not Trait.CARRIAGE.of((other,))]
    if len(inner) != 1:
        return None
    (only,) = inner
    return only if len(roles) == 1 or only == role or not Trait.SERVICES.of(inner) else None


def inside(role: str, roles: Collection[str], catalogue: Catalogue, crms_id: Callable[[str], str] = crms_id) -> Inside:
    """How a role of a system is told, or says, what crosses the edges of the system.

    ``crms_id`` is the CRM's id for what goes by this one, whoever gave it.
    """
    if len(roles) == 1:
        return lambda message: message
    if Trait.SERVICES.of((role,)):
        return partial(_as_services, crms_id)
    return _as_crm if Trait.DESK.of((role,)) else partial(_as_order_system, catalogue, crms_id)


def _as_services(crms_id: Callable[[str], str], message: Message) -> Message | None:
    body = _under(lambda some_id: crms_id(_billings(some_id)), message.body)
    if message.edge in _ITS_OWN or message.kind in _TO_ALL:
        return replace(message, body=body)
    if message.edge is Edge.OMS and message.kind in _WORK:
        return replace(message, edge=Edge.PROVISIONING, body=body)
    return None


def _as_crm(message: Message) -> Message | None:
    if message.edge in (Edge.DESK, Edge.BACKOFFICE) or message.kind in _TO_ALL:
        return message
    if message.edge is not Edge.OMS or message.kind not in _OF_A_CRM:
        return None
    body = _under(_plain, message.body)
    if message.kind == "sales-order":
        dated = _renamed(body, "requested_delivery", "due_date")
        return replace(message, kind="order-submission", edge=Edge.SUBMISSION, body=dated)
    return replace(message, edge=Edge.SUBMISSION if message.kind == "cancel" else Edge.CRM, body=body)


def _as_order_system(catalogue: Catalogue, crms_id: Callable[[str], str], message: Message) -> Message | None:
    if message.kind in ("order-query", "order-snapshot", *_TO_ALL):
        return message
    body = _under(lambda some_id: crms_id(_billings(some_id)), message.body)
    if message.edge is Edge.PROVISIONING or (message.edge is Edge.BILLING and message.kind != "order-receipt"):
        if message.kind == "billing-order":
            body["lines"] = [_named_list(catalogue, line) for line in body["lines"]]
        return replace(message, body=body)
    if message.edge not in (Edge.SUBMISSION, Edge.CRM) or message.kind not in _OF_AN_ORDER_SYSTEM:
        return None
    if message.kind == "order-submission":
        dated = _renamed(body, "due_date", "requested_delivery")
        return replace(message, kind="sales-order", edge=Edge.OMS, body=dated)
    if message.kind == "fault":  # where the order came from: it is not taken in
        return replace(message, kind="refusal", edge=Edge.CRM, body=body)
    return replace(message, edge=Edge.OMS if message.kind == "cancel" else Edge.CRM, body=body)


def _named_list(catalogue: Catalogue, line: Mapping[str, Any]) -> dict[str, Any]:
    """A line for billing by its price list, in whose place the integration has put a rate plan."""
    named = _lists_of(catalogue, line.get("rate_plan"))
    known = line.get("price_list") or (named[0] if named else None)
    return {**{name: value for name, value in line.items() if name != "rate_plan"}, "price_list": known}


def _lists_of(catalogue: Catalogue, rate_plan: str | None) -> list[str]:
    return [name for name, plan in catalogue.rate_plans.items() if plan and plan == rate_plan]


def _renamed(order: Mapping[str, Any], name: str, other: str) -> dict[str, Any]:
    """An order with its dates under another name, in the header and on each line (DD-02)."""
    lines = [_renamed(line, name, other) for line in order.get("lines", ())]
    said = {other if field == name else field: value for field, value in order.items()}
    return {**said, "lines": lines} if "lines" in order else said


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


def is_in_between(message: Message, catalogue: Catalogue) -> bool:
    """Whether from here on nobody outside can say what a role inside is told, or when.

    What has no rate plan an integration faults by itself (PL-06), and what is of no kind that the documents name it may
    (OM-05). By a rate plan of several price lists nobody can say which of these order management has named.
    """
    if message.kind in _IN_BETWEEN:
        return True
    if message.kind == "billing-order":
        unnamed = (line for line in message.body["lines"] if not line.get("price_list"))
        return any(len(_lists_of(catalogue, line.get("rate_plan"))) > 1 for line in unnamed)
    if message.kind != "order-submission":
        return False
    said = (message.body, *message.body.get("lines", ()))
    sold = (catalogue.products.get(each.get("product") or "") for each in said)
    return any(each.get("price_list") and not catalogue.rate_plan(each["price_list"]) for each in said) or any(
        product is not None and product.is_of_no_named_kind for product in sold
    )


def _plain(some_id: str) -> str:
    """The CRM's id for what goes by this one, whoever gave it."""
    return crms_id(_billings(some_id))


def _billings(some_id: str) -> str:
    """What billing was told of what it gave an id of its own."""
    return some_id.removeprefix(BILLINGS)


def _under(plain: Callable[[str], str], body: Mapping[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {name: plain(value) if name in _IDS and value else value for name, value in body.items()}
    if "lines" in said:
        said["lines"] = [_under(plain, line) for line in said["lines"]]
    return said
