"""Supplemental orders: newer versions of open orders, taken in or refused."""

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.reference.oms.compensation import Compensation
from ordertck.harness.reference.oms.differences import Difference, compare
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.intake import Intake, Objection
from ordertck.harness.reference.oms.order_book import Part, Shared
from ordertck.harness.reference.oms.order_life_cycle import LineState, OrderState
from ordertck.harness.reference.oms.order_outbox import Outbox
from ordertck.harness.reference.oms.planning import Planning


class Supplementals(Part):
    """Takes newer versions of open orders in: suspend, compare, compensate, and go on with the merged plan.

    All of it happens between two messages, so that no work of the old version can start in between (SU-03, SU-12).
    """

    def __init__(
        self, shared: Shared, outbox: Outbox, intake: Intake, planning: Planning, compensation: Compensation
    ) -> None:
        self.outbox, self.intake, self.planning = outbox, intake, planning
        self.compensation, self.orchestration = compensation, compensation.orchestration
        super().__init__(shared)

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        """A version of an order that is known has come: revise the order, or refuse the version visibly."""
        order = replace(order, lines=tuple(line for line in order.lines if not self.is_withdrawn(known, line)))
        planned = self.planning.plans(order)
        difference = compare(known.lines, planned)
        objection = self.objection(known, order, message, difference)
        if objection is not None:
            self.outbox.refuse(order.order, objection)
            return
        self.apply(known, order, planned, difference)

    def withdraws_all(self, known: Fulfilment, order: SalesOrder) -> bool:
        """Whether a newer version says Delete on every line, which is a cancel (A-47)."""
        newer = order.revision > known.order.revision
        return newer and bool(order.lines) and all(self.is_withdrawn(known, line) for line in order.lines)

    def is_withdrawn(self, known: Fulfilment, line: OrderLine) -> bool:
        """Whether a line says, by Delete, that what it was to add is not wanted any more (A-62)."""
        before = known.lines.get(line.id)
        return line.action == "Delete" and before is not None and before.line.action == "Add"

    # Which versions are refused

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        """Why a version is refused as a whole (PN-02, PN-04, SU-01); None for a good one."""
        if order.revision <= known.order.revision:
            return Objection(f"revision {order.revision} is not newer than {known.order.revision}")
        if known.state is OrderState.COMPLETE:
            return Objection("the order is complete; a modify order changes what it left")
        if known.state in (OrderState.CANCELLING, OrderState.CANCELLED):
            return Objection("the order is cancelled")
        if self.settings["revision_on_revision"] == "refuse" and self.is_being_worked_in(known):
            return Objection("an earlier revision is still being worked in")
        locked = [line for line in known.lines if self.locked(known.lines[line])]
        whole = self.settings["ponr_scope"] == "order"
        if late := [line for line in locked if whole or line in difference.touched]:
            return Objection("the line is past its point of no return", late[0])
        return self.intake.objection(order, message)

    def is_being_worked_in(self, known: Fulfilment) -> bool:
        """Whether something is still being undone for an earlier revision (A-02)."""
        return any(line.state is LineState.UNDOING or line.overtaken for line in known.lines.values())

    def locked(self, line: LineFulfilment) -> bool:
        """Whether a line is past its point of no return; one without such a point is when it is complete (PN-01)."""
        product = self.catalogue.products.get(line.line.product or "")
        passed = product is not None and product.ponr in line.milestones
        return passed or line.state is LineState.COMPLETE

    # Working a version in

    def apply(
        self, known: Fulfilment, order: SalesOrder, planned: dict[str, LineFulfilment], difference: Difference
    ) -> None:
        """Let a newer version take the place of the one that is being worked on."""
        started = known.state is not OrderState.WAITING
        known.order = self.merged(known, order, started)
        if started:
            self.revise(known, planned, difference)
        else:
            self.replace(known, planned, difference)
        self.orchestration.scheduling.nobody_waits(known)

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        """The order as it stands from now on; once work has begun a new date is of no effect (DD-04)."""
        return replace(order, requested_delivery=known.order.requested_delivery) if started else order

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        """Nothing was done yet, so nothing is undone: the new version takes the old one's place (SU-08, DD-03)."""
        for line in difference.withdrawn:
            self.compensation.forget(known, line)
        known.lines = planned
        known.open = len(planned)
        self.orchestration.schedule(known)

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        """Merge compensation and new work into the running order.

        What is added belongs to the order before anything is withdrawn, so that the order is not complete without it.
        """
        waited = known.uninitiated
        for line in difference.added:
            known.lines[line] = planned[line]
            known.open += 1
            self.book.open_lines[line] = known
        for line in reversed(difference.withdrawn):
            self.compensation.withdraw(known, known.lines[line])
        for line in difference.altered:
            self.compensation.alter(known, known.lines[line], planned[line])
        waiting = dict.fromkeys((*difference.added, *self.built_otherwise(known, planned)))
        lines = tuple(known.lines[line].line for line in waiting)
        self.orchestration.release(self.orchestration.scheduling.hold_lines(known, lines))
        if waited and known.uninitiated == 0:
            self.orchestration.provision(known)  # all that the others waited for was withdrawn
        self.orchestration.finish(known)

    def built_otherwise(self, known: Fulfilment, planned: dict[str, LineFulfilment]) -> list[str]:
        """The lines not begun that build on another line than before, or on one that was not known till now (FO-04).

        Each keeps its date: once work has begun a new date is of no effect (DD-04).
        """
        found = []
        for key, line in known.lines.items():
            base = planned[key].line.base_line if key in planned else line.line.base_line
            if not line.ready and key in planned and (base != line.line.base_line or base in self.book.open_lines):
                line.line = replace(line.line, base_line=base)
                found.append(key)
        return found
