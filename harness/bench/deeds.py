"""Deeds: what shows that a system brought something about, and did not only refuse, fail or answer with nothing."""

from ordertck.harness.messages import Message, Status

_NO_DEEDS = frozenset(
    {"refusal", "fault", "fallout", "workflow-answer", "order-snapshot", "order-receipt", "desk-shown"}
)
_REPORTS = {"order-update": "status", "provisioning-update": "value", "billing-update": "value"}


def is_deed(message: Message) -> bool:
    """Whether a message from the system has something done, or says that it is done."""
    if message.kind in _REPORTS:
        return message.body.get(_REPORTS[message.kind]) == Status.COMPLETE
    if message.kind == "workflow":
        return bool(message.body.get("fields") or message.body.get("rows"))
    return message.kind not in _NO_DEEDS
