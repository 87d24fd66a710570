"""What an order may lead to at billing and provisioning, where nobody outside a suite hears it being asked for."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import ACTIONS, Edge, Message

# By action, what becomes of a charge, and of a service; a transfer may be either half, or a change of what is there.
_CHARGES = {
    "Add": ("start",),
    "Delete": ("stop",),
    "Suspend": ("suspend",),
    "Resume": ("resume",),
    "Move-Add": ("change", "start"),
    "Move-Delete": ("change", "stop"),
}
_SERVICES = {
    "Add": ("add",),
    "Delete": ("remove",),
    "Suspend": ("suspend",),
    "Resume": ("resume",),
    "Move-Add": ("add", "change"),
    "Move-Delete": ("remove", "change"),
}


def likely_work(submission: Message, catalogue: Catalogue, now: datetime) -> Iterator[Message]:
    """The requests to billing and provisioning by which each line of an order may come out of a suite.

    A line has the date until which it waits, if that is to come yet.
    """
    order = submission.body
    for kind, effects in (("billing-order", _CHARGES), ("provisioning-order", _SERVICES)):
        lines = [
            _asked(order, line, effect, catalogue, now)
            for line in order.get("lines", ())
            if line.get("action") in ACTIONS
            for effect in effects.get(line["action"], ("change",))
        ]
        yield Message(f"{submission.id}-{kind}", kind, Edge.OMS, {**order, "lines": lines}, submission.about)


def _asked(
    order: Mapping[str, Any], line: Mapping[str, Any], effect: str, catalogue: Catalogue, now: datetime
) -> dict[str, Any]:
    listed = line.get("price_list") or order.get("price_list")
    said = {name: value for name, value in line.items() if name not in ("id", "price_list", "due_date")}
    site, date = line.get("site") or order.get("site"), line.get("due_date") or order.get("due_date")
    return {
        **said,
        "line": line["id"],
        "effect": effect,
        **({"site": site} if site else {}),
        **({"due_date": date} if date and datetime.fromisoformat(date) > now else {}),
        **({"price_list": listed, "rate_plan": catalogue.rate_plan(listed)} if listed else {}),
    }
