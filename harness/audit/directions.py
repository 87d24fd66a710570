"""Which way a message went: told to a role, said by it, or no business of its."""

from functools import cache

from ordertck.harness.errors import UsageError
from ordertck.harness.messages import Edge
from ordertck.harness.messages.landscape import FLOWS
from ordertck.harness.text import a


@cache
def told(role: str, kind: str, edge: Edge, sender: str) -> bool | None:
    """Whether a role is told a message of this kind on this edge; False where the role says it, None for neither.

    Raises ``UsageError`` where that cannot be told without knowing who sent it.
    """
    flows = [flow for flow in FLOWS if flow.edge is edge and kind in flow.kinds]
    if sender:
        flows = [flow for flow in flows if sender in flow.senders]
        if role == sender:
            return False
        return True if any(role in flow.takers for flow in flows) else None
    says = [flow for flow in flows if role in flow.senders]
    hears = [flow for flow in flows if role in flow.takers]
    several = any(len(flow.senders) > 1 for flow in says)
    if (says and hears) or several:
        senders = sorted({part for flow in flows for part in flow.senders})
        raise UsageError(
            f"{a(kind)} on the edge {edge.value} may come from {' or '.join(senders)}",
            f'say in the map, under its [messages.…], from whom, such as from = "{role if says else senders[0]}"',
        )
    return False if says else True if hears else None


def senders_of(kind: str, edge: Edge) -> tuple[str, ...]:
    """Who sends a kind of message on an edge."""
    flows = (flow for flow in FLOWS if flow.edge is edge and kind in flow.kinds)
    return tuple(dict.fromkeys(sender for flow in flows for sender in flow.senders))
