"""The order system as the kit plays it, for a CRM or an integration layer under test."""

from collections.abc import Mapping
from dataclasses import dataclass

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.own_ids import own_id
from ordertck.harness.bench.parts.central import CentralOrderManagement
from ordertck.harness.bench.parts.line_orders import charge_for, required, service_for
from ordertck.harness.bench.parts.locks import Locks
from ordertck.harness.bench.switchboard import Switchboard, unexpected
from ordertck.harness.errors import Breach, Misfit
from ordertck.harness.messages import (
    BillingOrder,
    Body,
    Edge,
    Fallout,
    LifeCycleEvent,
    LineUpdate,
    Message,
    OrderLine,
    OrderReceipt,
    OrderUpdate,
    ProvisioningOrder,
    ReceiptLine,
    Refusal,
    SalesOrder,
    Status,
    WorkUpdate,
    replace,
)


@dataclass(frozen=True, slots=True)
class Received:
    """One order as it reached the order system, with its queue priority."""

    message: Message
    order: SalesOrder

    @property
    def priority(self) -> int | None:
        """The transport priority on the hop to the order system."""
        return self.message.priority

    def line(self, number: str) -> OrderLine | None:
        """The line of this number; None where it did not arrive."""
        return next((line for line in self.order.lines if line.number == number), None)


@dataclass(frozen=True, slots=True)
class Manner:
    """How an order system works, since that differs by who is around it.

    With ``own_ids`` it keeps orders and lines under ids of its own, which the integration translates (FL-08); with
    ``refuses_late`` it refuses to revise what is past its point of no return: a line, or with ``locks_orders`` the
    whole order (A-04). With ``has_services`` what is to be provisioned or cancelled goes on to service order
    management.
    """

    has_services: bool = False
    own_ids: bool = False
    refuses_late: bool = False
    locks_orders: bool = False


class KitOrderSystem:
    """Takes orders and tells only what a step says: it fulfils nothing by itself."""

    def __init__(
        self,
        directory: Directory,
        channel: Channel,
        board: Switchboard,
        central: CentralOrderManagement,
        manner: Manner,
    ) -> None:
        self._directory, self._channel, self._board, self._central = directory, channel, board, central
        self.manner, self._locks = manner, Locks(directory, manner.locks_orders)
        self.given: list[SalesOrder] = []  # the versions that it refuses among them
        self.received: list[Received] = []
        self.billing_updates: list[WorkUpdate] = []
        self.filled: set[str] = set()
        self.cancels: list[str] = []
        self.own_numbers = False
        self._cancelled: set[str] = set()
        self._stuck: dict[tuple[str, str], Fallout] = {}
        self._freed: set[tuple[str, str]] = set()

    def take(self, message: Message) -> None:
        """Something has come: an order, what becomes of it as a whole, or what a neighbour says of its work."""
        match message.kind:
            case "sales-order":
                self._ordered(message, message.read(SalesOrder))
            case "cancel" | "suspend" | "resume":
                self.cancels.append(number := message.read(LifeCycleEvent).order)
                if self.manner.has_services:
                    self._central.event(message.kind, number)
            case "billing-update":
                self.billing_updates.append(message.read(WorkUpdate))
            case "provisioning-update" | "provisioning-answer" | "fault" | "fallout":
                self._central.take(message)
            case _:
                raise unexpected(message)

    def _ordered(self, message: Message, sent: SalesOrder) -> None:
        self.given.append(sent)
        before = [known.order for known in self.versions(sent.order) if not known.order.approval]
        decides = self.manner.refuses_late and not sent.approval  # on what awaits approval nothing is decided yet
        if decides and before and self._comes_too_late(before[-1], sent):
            self.refuse(sent.order, "the order is past its point of no return, or cancelled")
            return
        self.received.append(Received(message, sent))
        order = self._directory.order_by_number(sent.order)
        if order is None:
            return
        if self.manner.own_ids:
            self._directory.know(order, own_id(sent.order))
        # A line that the CRM has added by itself may have the number of another, which is there as well.
        ids, drafts = {line.id for line in sent.lines}, self._directory.lines_of(order)
        for line in sent.lines:
            known = self._directory.line_by_id(line.id)
            free = (d for d in drafts if d.sent_number == line.number and d.id not in ids)
            draft = known[1] if known else next(free, None)
            if draft is not None:
                self._directory.know_line(order, draft, line.id)
                self._directory.know_line(order, draft, own_id(line.id))
        if self.manner.own_ids:
            # A receipt names the lines in an order of its own, so that nobody goes by their places.
            lines = tuple(ReceiptLine(line=line.id, id=own_id(line.id)) for line in reversed(sent.lines))
            receipt = OrderReceipt(order=sent.order, id=own_id(sent.order), lines=lines)
            self._board.send("integration", "order-receipt", Edge.OMS, receipt, sent.order, re=message.id)
        if self.manner.has_services:
            self._central.provision(sent)

    def _comes_too_late(self, before: SalesOrder, revision: SalesOrder) -> bool:
        """Whether an order cannot be revised so any more, by what was told of it and its lines (PN-04, SU-01)."""
        return before.order in self._cancelled or self._locks.forbid(before, revision)

    def versions(self, number: str) -> list[Received]:
        """Every message of an order, in order of arrival."""
        return [r for r in self.received if r.order.order == number]

    def report(
        self, number: str, status: str, lines: dict[str, LineUpdate] | None = None, priority: int | None = None
    ) -> None:
        """Tell the CRM's side how an order stands; ``lines`` by line number, all at ``status`` when left out.

        A line that a newer version leaves out can be spoken of still. ``priority`` is the queue's.
        """
        lines_of_order = self.lines_of(number, latest=lines is None)
        told = lines if lines is not None else dict.fromkeys(lines_of_order, LineUpdate(line="", status=status))
        update = OrderUpdate(
            order=number,
            status=status,
            lines=tuple(
                replace(told[place], line=self.known_as(line.id))
                for place, line in lines_of_order.items()
                if place in told
            ),
        )
        for place, line in lines_of_order.items():
            if place in told:
                self._locks.tell(line, told[place])
        if status == Status.COMPLETE:
            self.filled.add(number)
        if status == Status.CANCELLED:
            self._cancelled.add(number)
        self._tell("order-update", update, number, priority)

    def refuse(self, number: str, reason: str, line: str = "") -> None:
        """Refuse an order, after it was submitted; for what a line says, where one is given by its number."""
        self._tell("refusal", Refusal(order=number, reason=reason, line=self._sent_line(number, line)), number)

    def raise_fallout(self, number: str, line: str, reason: str) -> None:
        """Say that an order got stuck on a line."""
        stuck, incident = self._sent_line(number, line), self._channel.fresh("incident")
        fallout = Fallout(order=number, incident=incident, state="raised", reason=reason, line=stuck)
        self._stuck[number, line] = fallout
        self._freed.discard((number, line))
        self._tell("fallout", fallout, number)

    def _sent_line(self, number: str, line: str) -> str | None:
        """The id by which a line goes, by its number; None without one. Raises ``Breach`` where it never came."""
        if not line:
            return None
        sent = next((sent for sent in self._latest(number).lines if self._number(sent) == line), None)
        if sent is None:
            raise Breach(f"line {line} of order {number} at the order system", "nothing of it")
        return self.known_as(sent.id)

    def resolve_fallout(self, number: str, line: str) -> None:
        """Say that a line on which an order got stuck is free again. Raises ``Misfit`` where it never was stuck."""
        if (number, line) not in self._stuck:
            raise Misfit(f"line {line} of order {number} never fell out")
        self._tell("fallout", replace(self._stuck[number, line], state="resolved"), number)
        self._freed.add((number, line))

    def stuck(self, number: str) -> list[str]:
        """The lines on which an order is stuck."""
        return [line for order, line in self._stuck if order == number and (order, line) not in self._freed]

    def bill(self, number: str, phase: str, cells: Mapping[str, Mapping[str, str]]) -> None:
        """Have lines of an order billed through the integration.

        ``cells`` say by line number, also of a line that a newer version leaves out, what differs from the line:
        ``price list``, ``effect``, ``override``, attributes.
        """
        order, known = self._latest(number), self.lines_of(number)
        lines = tuple(
            replace(charge_for(number, place, line, cells[place]), line=self.known_as(line.id))
            for place, line in known.items()
            if place in cells
        )
        call = BillingOrder(
            order=number,
            account=required(order.account, "an account", number),
            phase=phase,
            lines=lines,
            requested_delivery=order.requested_delivery,
        )
        self._tell("billing-order", call, number)

    def provision(self, number: str, target: str, cells: Mapping[str, Mapping[str, str]]) -> None:
        """Have lines of an order provisioned by one system, through the integration.

        ``cells`` say by line number what differs from the line: ``effect``, attributes.
        """
        order, known = self._latest(number), self.lines_of(number)
        lines = tuple(
            replace(
                service_for(order, line, cells[place]),
                line=self.known_as(line.id),
                parent=self.known_as(line.parent) if line.parent else None,
            )
            for place, line in known.items()
            if place in cells
        )
        call = ProvisioningOrder(
            order=number,
            account=required(order.account, "an account", number),
            target=target,
            lines=lines,
            requested_delivery=order.requested_delivery,
            priority=order.priority,
            revision=order.revision,
        )
        self._tell("provisioning-order", call, number)

    def _tell(self, kind: str, body: Body, number: str, priority: int | None = None) -> None:
        if self.own_numbers and isinstance(body, (OrderUpdate, Refusal, Fallout)):
            number = own_id(number)
            body = replace(body, order=number)
        self._board.send("integration", kind, Edge.OMS, body, number, priority=priority)

    def lines_of(self, number: str, latest: bool = False) -> dict[str, OrderLine]:
        """Each line that an order ever had, or has in its latest version, as it came last, by the feature's number."""
        versions = self.versions(number)[-1 if latest else 0 :]
        return {self._number(line): line for version in versions for line in version.order.lines}

    def _number(self, line: OrderLine) -> str:
        """The feature's number of a line; the id of one that a CRM under test has added by itself."""
        known = self._directory.line_by_id(line.id)
        return known[1].number if known else line.id

    def known_as(self, line_id: str) -> str:
        """The id by which the order system speaks of a line: its own, once it can be translated back."""
        return own_id(line_id) if self.manner.own_ids else line_id

    def owns(self, some_id: str) -> bool:
        """Whether an id is the order system's own."""
        return some_id.startswith("OSM:") or not self.manner.own_ids

    def _latest(self, number: str) -> SalesOrder:
        if versions := self.versions(number):
            return versions[-1].order
        raise LookupError(f"the order system was never given order {number}")
