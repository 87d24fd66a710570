"""An order that was taken in, and how far the work on each of its lines is."""

from dataclasses import dataclass, field

from ordertck.harness.messages import BillingLine, OrderLine, ProvisioningLine, SalesOrder
from ordertck.harness.reference.common.transitions import advance
from ordertck.harness.reference.oms.decomposition import Work
from ordertck.harness.reference.oms.order_life_cycle import LINE_TRANSITIONS, ORDER_TRANSITIONS, LineState, OrderState


@dataclass(slots=True)
class LineFulfilment:
    """The work on one line: what it asks of the neighbours, and how far it is.

    ``ready`` says that it has nothing to wait for; ``initiated``, ``sent`` and ``fulfilling`` that billing was asked
    to initiate, provisioning to set up, billing to fulfil; ``charged`` that billing has. ``latest_call`` and
    ``latest_billing`` are the ids of the latest provisioning and billing orders for the line, ``milestones`` those
    that provisioning reported. ``again`` is what is to be done once its undoing is finished, ``still_to_undo`` and
    ``still_to_charge`` what of its undoing provisioning and billing are asked next, ``assigned`` what
    provisioning has filled in, ``turn`` that in which it waits, ``failed_at`` where it was when it failed.
    ``asked`` is the phase of its charge that billing has not answered yet, ``refused`` the one that it could not do;
    ``overtaken`` says that a revision came in between: what it wants (``again``) waits for the answer.
    """

    line: OrderLine
    asset: str
    price_list: str | None
    work: Work
    state: LineState = LineState.WAITING
    ready: bool = False
    initiated: bool = False
    sent: bool = False
    fulfilling: bool = False
    charged: bool = False
    asked: str = ""
    refused: str = ""
    overtaken: bool = False
    latest_call: str = ""
    latest_billing: str = ""
    milestones: set[str] = field(default_factory=set)
    assigned: dict[str, str] = field(default_factory=dict)
    again: "LineFulfilment | None" = None
    still_to_undo: tuple[ProvisioningLine, ...] = ()
    still_to_charge: BillingLine | None = None
    turn: "Turn | None" = field(default=None, repr=False, compare=False)
    failed_at: LineState | None = None

    def move_to(self, state: LineState) -> None:
        """Take the next step of the life cycle. Raises ``IllegalTransition`` where there is no such step."""
        self.state = advance(LINE_TRANSITIONS, self.state, state)

    def fails_at_billing(self) -> None:
        """What billing was asked last, while nobody else had work on the line, it could not do: it has not begun."""
        if not self.asked or (self.sent and self.state is not LineState.PROVISIONED):
            return
        self.initiated = self.initiated and self.asked == "fulfil"
        self.fulfilling = False
        self.refused, self.asked = self.asked, ""


@dataclass(slots=True)
class Fulfilment:
    """An order that was taken in; ``lines`` by line id.

    ``open`` counts the lines that are not complete, ``uninitiated`` those whose billing has yet to be initiated
    before anything is provisioned. ``ticket`` is the number of its place in the queue; an older one no longer counts.
    """

    order: SalesOrder
    priority: int
    lines: dict[str, LineFulfilment]
    open: int
    uninitiated: int = 0
    state: OrderState = OrderState.WAITING
    ticket: int = 0

    @property
    def number(self) -> str:
        """The order's number, the same for all its versions."""
        return self.order.order

    def move_to(self, state: OrderState) -> None:
        """Take the next step of the life cycle. Raises ``IllegalTransition`` where there is no such step."""
        self.state = advance(ORDER_TRANSITIONS, self.state, state)


@dataclass(frozen=True, slots=True)
class Turn:
    """Lines of an order, by id, that wait together; no longer of any account once the order has a newer ticket."""

    fulfilment: Fulfilment
    ticket: int
    lines: tuple[str, ...]

    @property
    def counts(self) -> bool:
        """Whether the order was not revised since."""
        return self.ticket == self.fulfilment.ticket

    @property
    def waiting(self) -> list[LineFulfilment]:
        """Its lines, without those that were withdrawn since, or were put back and wait for something else."""
        lines = (self.fulfilment.lines.get(line) for line in self.lines)
        return [line for line in lines if line is not None and (line.turn is None or line.turn is self)]
