"""What the bench does to a system, or says of its neighbours; nothing of it is an order's business."""

from ordertck.harness.messages.body import Body


class Bare(Body, frozen=True):
    """A body without fields: the kind says it all."""


class Neighbour(Body, frozen=True):
    """A ``neighbour`` cannot be reached, or can again: crm, oms, billing or provisioning, called as its edge is."""

    neighbour: str
