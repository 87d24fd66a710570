"""In which words the kit says how things stand: orders and their lines, milestones of the work, assets.

A system that has words of its own claims them under ``[names]``.
"""

from enum import StrEnum


class Status(StrEnum):
    """How an order, a line of one, or the work on a line stands.

    The last three are what a back office says of an order; the documents leave its words open.
    """

    DRAFT = "DRAFT"
    AWAITING_APPROVAL = "AWAITING APPROVAL"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    REFUSED = "REFUSED"
    OPEN = "OPEN"
    INITIATED = "INITIATED"
    BILLING_INITIATED = "BILLING INITIATED"
    IN_PROGRESS = "IN PROGRESS"
    PROVISIONED = "PROVISIONED"
    SUSPENDED = "SUSPENDED"
    FAILED = "FAILED"
    UNDOING = "UNDOING"
    CANCELLING = "CANCELLING"
    CANCELLED = "CANCELLED"
    COMPLETE = "COMPLETE"
    UNKNOWN = "UNKNOWN"
    ALLOCATED = "ALLOCATED"
    SHIPPED = "SHIPPED"
    DELIVERED = "DELIVERED"


class Milestone(StrEnum):
    """What the work on a line has passed: three in the network, then provisioned, then billed."""

    RESERVED = "RESERVED"
    DESIGNED = "DESIGNED"
    ACTIVATED = "ACTIVATED"
    PROVISIONED = "PROVISIONED"
    BILLED = "BILLED"


# What work in the network passes on its way to completion, in this order.
NETWORK_MILESTONES = (Milestone.RESERVED, Milestone.DESIGNED, Milestone.ACTIVATED)


class AssetStatus(StrEnum):
    """How an asset stands (AC-05 to AC-07)."""

    ACTIVE = "Active"
    SUSPENDED = "Suspended"
    INACTIVE = "Inactive"


def is_inactive(status: str) -> bool:
    """Whether a desk says of an asset that it is inactive, in capitals or not."""
    return status.lower() == AssetStatus.INACTIVE.lower()
