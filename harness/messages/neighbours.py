"""What the order system and its neighbours, billing and provisioning, say to each other."""

from collections.abc import Mapping
from typing import Literal

from msgspec import field
from msgspec.structs import force_setattr

from ordertck.harness.messages.body import Body

# What becomes of a charge, and what of a service.
BillingEffect = Literal["start", "change", "stop", "suspend", "resume"]
ServiceEffect = Literal["add", "change", "remove", "suspend", "resume"]


class BillingLine(Body, frozen=True, kw_only=True):
    """What billing is to do for one line.

    The order system names the ``price_list``; the integration
    puts the matching ``rate_plan`` in its place (PL-06, PL-08). ``override`` is a price entered by hand,
    ``attributes`` is what billing needs to know of the product, values that provisioning assigned among it (UF-07).
    """

    line: str
    product: str
    effect: BillingEffect
    asset: str | None = None
    price_list: str | None = None
    rate_plan: str | None = None
    override: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


class BillingOrder(Body, frozen=True, kw_only=True):
    """A call on billing. ``phase`` is initiate, fulfil, or all where one call does both (PL-08).

    ``waits`` says that the sender holds the call open until it is answered.
    """

    order: str
    account: str
    phase: str
    lines: tuple[BillingLine, ...]
    requested_delivery: str | None = None
    waits: bool = False


class ProvisioningLine(Body, frozen=True, kw_only=True):
    """What provisioning is to do for one line.

    ``site`` is where. A transfer of an asset is an add at the
    new site and a remove at the old one, both for the same asset (AC-02, AC-03).
    """

    line: str
    product: str
    effect: ServiceEffect
    asset: str | None = None
    parent: str | None = None
    site: str | None = None
    service_point: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A blank site is none: some systems send the empty text where others leave the field out."""
        if not self.site:
            force_setattr(self, "site", None)


class ProvisioningOrder(Body, frozen=True, kw_only=True):
    """An order component for one provisioning system, ``target``.

    ``revision`` is that of the order which it follows: what is wanted again as it was at first is newer for all that.
    """

    order: str
    account: str
    target: str
    lines: tuple[ProvisioningLine, ...]
    requested_delivery: str | None = None
    priority: str | None = None
    revision: int | None = None
    waits: bool = False


class Answer(Body, frozen=True, kw_only=True):
    """The answer to a call that waits: ``outcome`` is ok or fault."""

    outcome: str
    reason: str | None = None


class WorkUpdate(Body, frozen=True, kw_only=True):
    """What billing or provisioning tells of its work on one line.

    ``sort`` is status, milestone or data. A status is INITIATED (billing), IN PROGRESS, SUSPENDED, CANCELLED
    (provisioning) or COMPLETE, a milestone a name; a data update names the ``attribute`` whose value it brings.
    ``call`` is the id of the message that asked for the work.
    """

    order: str
    line: str
    sort: str
    value: str
    attribute: str | None = None
    call: str | None = None


class Fault(Body, frozen=True, kw_only=True):
    """A neighbour or the integration cannot do what it was asked: one ``incident``, with its order and line."""

    order: str
    incident: str
    reason: str
    line: str | None = None
