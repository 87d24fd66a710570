"""Orchestration: the work on an order, from its first call on billing to the completion of its last line."""

from collections.abc import Iterable

from ordertck.harness.messages import BillingLine, replace
from ordertck.harness.reference.oms.aggregation import ITEM_RULES, ORDER_RULES, aggregate
from ordertck.harness.reference.oms.decomposition import by_target
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment, Turn
from ordertck.harness.reference.oms.order_book import Part, Shared
from ordertck.harness.reference.oms.order_life_cycle import LineState, OrderState
from ordertck.harness.reference.oms.order_outbox import Outbox
from ordertck.harness.reference.oms.scheduling import Scheduling


class Orchestration(Part):
    """Begins orders when their turn comes, has their lines billed and provisioned, and finishes them."""

    def __init__(self, shared: Shared, outbox: Outbox, scheduling: Scheduling) -> None:
        self.outbox, self.scheduling = outbox, scheduling
        super().__init__(shared)

    # Whose turn it is

    def schedule(self, fulfilment: Fulfilment) -> None:
        """Let an order wait for whatever it has to wait for; it is begun when its turn comes."""
        self.release(self.scheduling.hold(fulfilment))

    def release(self, turns: Iterable[Turn]) -> None:
        """These turns wait for nothing more: orders need a place, lines of running orders begin now."""
        running = self.scheduling.enqueue(turns)
        self.start_next()
        self.go_on(running)

    def go_on(self, running: Iterable[Turn]) -> None:
        """Begin further lines of orders that were begun before."""
        for turn in running:
            fulfilment = turn.fulfilment
            self.begin(fulfilment, turn.waiting)
            self.finish(fulfilment)

    def start_next(self) -> None:
        """Start waiting orders, most urgent first, while there is a place (PR-04, PR-07, PR-08)."""
        while (fulfilment := self.scheduling.next()) is not None:
            self.start(fulfilment)

    # Working

    def start(self, fulfilment: Fulfilment) -> None:
        """Begin an order with all that has nothing to wait for; one without work is complete at once."""
        fulfilment.move_to(OrderState.IN_PROGRESS)
        self.outbox.update(fulfilment)
        self.begin(fulfilment, [line for line in fulfilment.lines.values() if line.ready])
        self.finish(fulfilment)

    def begin(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        """Begin the work on some lines of a running order: billing first, then everything else."""
        for line in lines:
            line.ready = True
        fulfilment.uninitiated += sum(line.work.billing is not None for line in lines)
        self.initiate(fulfilment, lines)

    def initiate(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        """Have billing initiated; what is not billed can be provisioned at once."""
        if fulfilment.uninitiated:
            for line in lines:
                line.initiated = line.work.billing is not None
            self.bill(fulfilment, "initiate", lines)
        else:
            self.provision(fulfilment)

    def initiated(self, fulfilment: Fulfilment) -> None:
        """One line less for which billing has yet to say whether it could be initiated."""
        fulfilment.uninitiated -= 1
        if fulfilment.uninitiated == 0:
            self.provision(fulfilment)

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        """Call billing for these lines, in one phase (PL-08)."""
        billed = [self.charge(line, line.work.billing) for line in lines if line.work.billing is not None]
        if billed:
            call = self.outbox.bill(fulfilment, phase, billed)
            for line in lines:
                line.latest_billing = call
                line.asked, line.refused = phase if line.work.billing is not None else "", ""

    def charge(self, line: LineFulfilment, work: BillingLine) -> BillingLine:
        """What billing is told of a line, with what provisioning has filled in so far (UF-07)."""
        return replace(work, attributes=dict(line.assigned)) if line.assigned else work

    def provision(self, fulfilment: Fulfilment) -> None:
        """Have everything provisioned that is ready for it and was not sent yet."""
        free = (LineState.WAITING, LineState.BILLING_INITIATED)
        lines = [line for line in fulfilment.lines.values() if line.ready and line.state in free and not line.sent]
        self.set_up(fulfilment, lines)

    def set_up(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        """Send each target system its component of these lines; what has nothing to provision goes on at once."""
        calls = {
            target: self.outbox.provision(fulfilment, target, component)
            for target, component in by_target(line.work for line in lines).items()
        }
        for line in lines:
            line.sent, line.latest_call = True, calls.get(line.work.target or "", "")
        for line in lines:  # all are sent by now: what goes on at once may lead to further lines being set up
            if line.work.provisioning is None:
                self.provisioned(fulfilment, line)

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """A line is provisioned: have its billing fulfilled, or complete it where nothing is billed."""
        line.move_to(LineState.PROVISIONED)
        if self.is_fulfilled(line):
            self.complete(fulfilment, line)
        elif not line.fulfilling and self.settings["billing_grain"] == "line":
            line.fulfilling = True
            self.bill(fulfilment, "fulfil", [line])

    def fulfil_together(self) -> None:
        """Have the billing of whole orders fulfilled: of those of which no line is at work that has not failed."""
        if self.settings["billing_grain"] == "line":
            return
        at_work = (LineState.WAITING, LineState.BILLING_INITIATED, LineState.UNDOING)
        for fulfilment in list(self.book.orders.values()):
            begun = [line for line in fulfilment.lines.values() if line.ready]
            lines = [line for line in begun if line.state is LineState.PROVISIONED and not line.fulfilling]
            if lines and not any(line.state in at_work for line in begun):
                for line in lines:
                    line.fulfilling = True
                self.bill(fulfilment, "fulfil", lines)

    def is_fulfilled(self, line: LineFulfilment) -> bool:
        """Whether all who work on a provisioned line have said that they are done, by the aggregation rules (UF-05)."""
        billed = line.work.billing is not None
        done = 2 if billed and line.charged else 1
        return aggregate(ITEM_RULES, {LineState.COMPLETE: done}, 2 if billed else 1) is not None

    # Coming to an end

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        """A line is both provisioned and fulfilled; with the last one the order is complete (AS-01).

        What the line releases waits for a place before the order gives up its own: the most urgent of all takes it.
        """
        line.move_to(LineState.COMPLETE)
        attributes, site = {**line.line.attributes, **line.assigned}, line.line.site or fulfilment.order.site
        filled = replace(line.line, attributes=attributes, site=site)
        self.installed.complete(filled, line.asset, line.price_list)
        self.installed.fill_in(line.asset, line.assigned)
        self.book.open_lines.pop(line.line.id, None)
        fulfilment.open -= 1
        running = self.scheduling.enqueue(self.scheduling.line_completes(line.line.id))
        self.finish(fulfilment, line)
        self.start_next()
        self.go_on(running)

    def finish(self, fulfilment: Fulfilment, *lines: LineFulfilment) -> None:
        """Tell the CRM how these lines stand, and the order, where it has come to its end (UF-06)."""
        end = self.end_of(fulfilment)
        if end is not None:
            fulfilment.move_to(end)
        if lines or end is not None:
            self.outbox.update(fulfilment, *lines)
        if end is not None:
            self.scheduling.working -= 1
            self.start_next()

    def end_of(self, fulfilment: Fulfilment) -> OrderState | None:
        """How an order ends, by the aggregation rules; one of which nothing is left is cancelled. None: it goes on."""
        if fulfilment.state not in (OrderState.IN_PROGRESS, OrderState.CANCELLING):
            return None
        if not fulfilment.lines:
            return OrderState.CANCELLED
        complete = len(fulfilment.lines) - fulfilment.open
        whole = aggregate(ORDER_RULES, {LineState.COMPLETE: complete}, len(fulfilment.lines))
        return OrderState.COMPLETE if whole == OrderState.COMPLETE else None
