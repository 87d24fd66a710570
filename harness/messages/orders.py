"""Orders as the CRM submits them and as the order system takes them, and what is told back."""

from collections.abc import Mapping

from msgspec import field

from ordertck.harness.messages.body import Body

# What a line can do with its product: a closed list (AC-09). A line that changes nothing has none of them.
ACTIONS = ("Add", "Move-Add", "Move-Delete", "Delete", "Update", "Suspend", "Resume")


class Line(Body, frozen=True, kw_only=True):
    """One order line: a subject and an action (OM-04).

    ``id`` is the line's own, kept over the versions of an order; ``number`` is its place ("2.1"); ``parent`` the id
    of the line that it is a component of; ``base_line`` the id of a line of another open order that it builds on.
    ``subject`` is the kind of product (OM-05, an open list), ``action`` one of ``ACTIONS``. ``override`` is the manual
    price override, a decimal as text. Dates are RFC 3339 with an explicit zone.
    """

    id: str
    number: str
    product: str | None = None
    subject: str | None = None
    action: str | None = None
    parent: str | None = None
    base_line: str | None = None
    asset: str | None = None
    price_list: str | None = None
    override: str | None = None
    site: str | None = None
    service_point: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


class SubmittedLine(Line, frozen=True, kw_only=True):
    """A line on the submission queue; its date bears the CRM's name (DD-02)."""

    due_date: str | None = None


class OrderLine(Line, frozen=True, kw_only=True):
    """A line before the order system; its date bears the integration's name (DD-02)."""

    requested_delivery: str | None = None


class OrderHeader(Body, frozen=True, kw_only=True):
    """What holds for the customer and for every line (OM-03).

    ``order`` is the order number, equal for all versions of an order; ``id`` is this version's own.
    ``priority`` is the name that the CRM gives ("High"); the transport priority stands in the envelope (PR-10).
    ``ship_to`` and ``ship_by`` are the address and the manner of shipping. ``approval`` is "awaited" on an order that
    is queued before a supervisor has approved it; nothing may be fulfilled then (A-39).
    """

    order: str
    id: str
    revision: int = 1
    account: str | None = None
    payer: str | None = None
    price_list: str | None = None
    priority: str | None = None
    site: str | None = None
    ship_to: str | None = None
    ship_by: str | None = None
    base_order: str | None = None
    approval: str | None = None


class OrderSubmission(OrderHeader, frozen=True, kw_only=True):
    """An order as the CRM places it on the submission queue (FL-04)."""

    due_date: str | None = None
    lines: tuple[SubmittedLine, ...] = ()


class SalesOrder(OrderHeader, frozen=True, kw_only=True):
    """An order as the integration hands it to the order system (FL-07)."""

    requested_delivery: str | None = None
    lines: tuple[OrderLine, ...] = ()


class ReceiptLine(Body, frozen=True, kw_only=True):
    """Under which id the order system, or billing, keeps a line."""

    line: str
    id: str


class OrderReceipt(Body, frozen=True, kw_only=True):
    """The order system's answer to a sales order, or billing's to a billing order: its own ids of them (FL-08)."""

    order: str
    id: str
    lines: tuple[ReceiptLine, ...] = ()


class LineUpdate(Body, frozen=True, kw_only=True):
    """What is told of one line: its status, a milestone that it passed, attributes that were filled in."""

    line: str
    status: str | None = None
    milestone: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)


class OrderProgress(Body, frozen=True, kw_only=True):
    """How an order and its lines stand."""

    order: str
    status: str
    lines: tuple[LineUpdate, ...] = ()


class OrderUpdate(OrderProgress, frozen=True, kw_only=True):
    """What the order system tells the CRM of an order's progress."""


class OrderQuery(Body, frozen=True, kw_only=True):
    """A question to the order system: how does this order stand?"""

    order: str


class OrderSnapshot(OrderProgress, frozen=True, kw_only=True):
    """The answer to an order query: order and line status, no more is owed."""


class Refusal(Body, frozen=True, kw_only=True):
    """An order was not taken in; ``line`` names the offending line where there is one."""

    order: str
    reason: str
    line: str | None = None


class Fallout(Body, frozen=True, kw_only=True):
    """An order that was taken in got stuck, or was freed again: one incident, raised and resolved."""

    order: str
    incident: str
    state: str
    reason: str | None = None
    line: str | None = None
