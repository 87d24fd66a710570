"""The envelope that every message travels in, and the edges that it can cross."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Edge(StrEnum):
    """Where a message crosses: the border between two parts of the landscape.

    ``submission`` lies between CRM and integration, ``oms`` before the order system, ``billing`` and
    ``provisioning`` before those neighbours, ``network`` between service order management and the network, ``crm``
    where updates reach the CRM, ``desk`` between a user and the CRM; ``bench`` is the test bench (hold and release,
    stop and start, never work).
    """

    SUBMISSION = "submission"
    OMS = "oms"
    BILLING = "billing"
    PROVISIONING = "provisioning"
    NETWORK = "network"
    CRM = "crm"
    DESK = "desk"
    BACKOFFICE = "backoffice"
    BENCH = "bench"


@dataclass(frozen=True, slots=True)
class Message:
    """One message on one edge.

    ``body`` is JSON-shaped, as the schema of ``kind`` says. ``about`` is the order or object that the message
    concerns (it sorts strays and shared callbacks), ``re`` the id of the message that this one answers.
    ``priority`` is the transport's, 0 to 9; the name that the CRM gave it stands in the body (PR-10).
    The same ``id`` again is a redelivery.
    """

    id: str
    kind: str
    edge: Edge
    body: Mapping[str, Any]
    about: str = ""
    re: str | None = None
    priority: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The message as a JSON object; envelope fields that are not set are left out."""
        envelope: dict[str, Any] = {"id": self.id, "kind": self.kind, "edge": self.edge.value, "body": dict(self.body)}
        if self.about:
            envelope["about"] = self.about
        if self.re is not None:
            envelope["re"] = self.re
        if self.priority is not None:
            envelope["priority"] = self.priority
        return envelope

    @classmethod
    def from_json(cls, value: Any) -> "Message":
        """The message that a JSON object holds.

        Raises ``ValueError``, naming the field, where ``value`` is no envelope.
        """
        if not isinstance(value, Mapping):
            raise ValueError(f"a message is a JSON object, not {type(value).__name__}")
        for name, kind in (("id", str), ("kind", str), ("edge", str), ("body", Mapping)):
            if not isinstance(value.get(name), kind):
                raise ValueError(f"the message has no proper '{name}': {value.get(name)!r}")
        if value["edge"] not in Edge.__members__.values():
            raise ValueError(f"unknown edge '{value['edge']}'; the edges are {', '.join(Edge)}")
        about, answers, priority = value.get("about", ""), value.get("re"), value.get("priority")
        if not isinstance(about, str):
            raise ValueError(f"the message's 'about' is no string: {about!r}")
        if answers is not None and not isinstance(answers, str):
            raise ValueError(f"the message's 're' is no string: {answers!r}")
        if priority is not None and (isinstance(priority, bool) or not isinstance(priority, int)):
            raise ValueError(f"the message's 'priority' is no whole number: {priority!r}")
        return cls(value["id"], value["kind"], Edge(value["edge"]), value["body"], about, answers, priority)
