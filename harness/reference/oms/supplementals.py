"""Supplemental orders: what a newer version of an open order changes, and what has to be undone for it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordertck.harness.messages import (
    BillingLine,
    BillingOrder,
    Edge,
    Message,
    OrderLine,
    ProvisioningLine,
    ProvisioningOrder,
    SalesOrder,
    replace,
)
from ordertck.harness.reference.oms.fulfilment import Fulfilment, LineFulfilment
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.life_cycle import LineState, OrderState, advance_line

if TYPE_CHECKING:
    from ordertck.harness.reference.oms.order_management import OrderManagement

_UNDO_BILLING = {"start": "stop", "change": "change", "stop": "start", "suspend": "resume", "resume": "suspend"}
_UNDO_PROVISIONING = {"add": "remove", "change": "change", "remove": "add", "suspend": "resume", "resume": "suspend"}


@dataclass(frozen=True, slots=True)
class Difference:
    """What a newer version changes, by line id; lines that stay as they are are in none of the three (SU-05)."""

    added: tuple[str, ...]
    withdrawn: tuple[str, ...]
    altered: tuple[str, ...]

    @property
    def touched(self) -> tuple[str, ...]:
        """The lines of the earlier version that do not stay as they are."""
        return (*self.withdrawn, *self.altered)


def compare(old: dict[str, LineFulfilment], new: dict[str, LineFulfilment]) -> Difference:
    """The difference of two versions: lines by identity, never by place; contents, never the action alone."""
    kept = [line for line in old if line in new]
    return Difference(
        added=tuple(line for line in new if line not in old),
        withdrawn=tuple(line for line in old if line not in new),
        altered=tuple(line for line in kept if substance(old[line]) != substance(new[line])),
    )


def substance(planned: LineFulfilment) -> tuple[object, ...]:
    """What of a line matters for a revision; its number, for one, does not."""
    line = planned.line
    return (
        line.product, line.action, line.asset, line.site, line.service_point, line.override, planned.price_list,
        dict(line.attributes),
    )  # fmt: skip


class Supplementals:
    """Takes newer versions of open orders in: suspend, compare, compensate, and go on with the merged plan.

    All of it happens between two messages, so that no work of the old version can start in between (SU-03, SU-12).
    """

    def __init__(self, oms: "OrderManagement") -> None:
        self.oms = oms

    def take_in(self, known: Fulfilment, order: SalesOrder, message: Message) -> None:
        """A version of an order that is known has come: revise the order, or refuse the version visibly."""
        if self.withdraws_all(known, order):
            self.oms.cancelling.cancel(order.order)
            return
        order = replace(order, lines=tuple(line for line in order.lines if not self.is_withdrawn(known, line)))
        planned = {line.id: self.oms.plan(order, line) for line in order.lines}
        difference = compare(known.lines, planned)
        objection = self.objection(known, order, message, difference)
        if objection is not None:
            self.oms.refuse(order, objection)
            return
        self.apply(known, order, planned, difference)

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

    def withdraws_all(self, known: Fulfilment, order: SalesOrder) -> bool:
        """Whether a newer version says Delete on every line, which is a cancel (A-47)."""
        newer = order.revision > known.order.revision
        return newer and bool(order.lines) and all(self.is_withdrawn(known, line) for line in order.lines)

    def is_withdrawn(self, known: Fulfilment, line: OrderLine) -> bool:
        """Whether a line says, by Delete, that what it was to add is not wanted any more (A-62)."""
        before = known.lines.get(line.id)
        return line.action == "Delete" and before is not None and before.line.action == "Add"

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
        if self.oms.settings["revision_on_revision"] == "refuse" and self.is_being_worked_in(known):
            return Objection("an earlier revision is still being worked in")
        locked = [line for line in known.lines if self.locked(known.lines[line])]
        whole = self.oms.settings["ponr_scope"] == "order"
        for line in locked if whole else set(locked) & set(difference.touched):
            return Objection("the line is past its point of no return", line)
        return self.oms.objection(order, message)

    def is_being_worked_in(self, known: Fulfilment) -> bool:
        """Whether something is still being undone for an earlier revision (A-02)."""
        return any(line.state is LineState.UNDOING for line in known.lines.values())

    def locked(self, line: LineFulfilment) -> bool:
        """Whether a line is past its point of no return; one without such a point is when it is complete (PN-01)."""
        product = self.oms.catalogue.products.get(line.line.product or "")
        passed = product is not None and product.ponr in line.milestones
        return passed or line.state is LineState.COMPLETE

    def merged(self, known: Fulfilment, order: SalesOrder, started: bool) -> SalesOrder:
        """The order as it stands from now on; once work has begun a new date is of no effect (DD-04)."""
        return replace(order, requested_delivery=known.order.requested_delivery) if started else order

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        """Nothing was done yet, so nothing is undone: the new version takes the old one's place (SU-08, DD-03)."""
        for line in difference.withdrawn:
            self.forget(known, line)
        known.lines = planned
        known.open = len(planned)
        self.oms.let_wait(known)

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        """Merge compensation and new work into the running order."""
        waited = known.uninitiated
        for line in reversed(difference.withdrawn):
            self.withdraw(known, known.lines[line])
        for line in difference.altered:
            self.alter(known, known.lines[line], planned[line])
        for line in difference.added:
            known.lines[line] = planned[line]
            known.open += 1
            self.oms.open_lines[line] = known
        self.oms.let_lines_wait(known, tuple(known.lines[line].line for line in difference.added))
        if waited and known.uninitiated == 0:
            self.oms.provision(known)  # all that the others waited for was withdrawn
        self.oms.finish(known)

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        """A line is not wanted any more: undo what was done for it, the last thing first (SU-07, SU-08)."""
        if line.state is LineState.UNDOING:
            line.again = None
            return
        if line.state is LineState.WAITING and line.initiated:
            known.uninitiated -= 1
        line.state = advance_line(line.state, LineState.UNDOING)
        if line.sent:
            self.undo_provisioning(known, line)
        else:
            self.undo_billing(known, line)

    def undo_provisioning(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Have provisioning take back what it did, or began to do, for a line."""
        done = line.work.provisioning
        if done is None or line.work.target is None:
            self.undo_billing(known, line)
            return
        undo, *rest = self.undoing(line, done)
        line.still_to_undo = tuple(rest)
        self.send_provisioning(known, line.work.target, undo)

    def undoing(self, line: LineFulfilment, done: ProvisioningLine) -> list[ProvisioningLine]:
        """What leads back to what is installed, step by step; what was suspended is suspended again."""
        installed = self.oms.base.get(line.asset)
        attributes = installed.attributes if installed else done.attributes
        undo = replace(done, effect=_UNDO_PROVISIONING[done.effect], attributes=attributes)
        rested = done.effect == "remove" and installed is not None and installed.status == "Suspended"
        return [undo, replace(undo, effect="suspend")] if rested else [undo]

    def undo_billing(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Have billing take back what it began for a line; with that the line is gone."""
        done = line.work.billing
        line.sent = False
        if done is None or not line.initiated:
            self.gone(known, line)
            return
        installed = self.oms.base.get(line.asset)
        price_list = installed.price_list if installed else done.price_list
        took_effect = line.fulfilling or done.effect == "start"
        effect = _UNDO_BILLING[done.effect] if took_effect else "change"  # to what it is: nothing was stopped yet
        self.send_billing(known, "all", replace(done, effect=effect, price_list=price_list))

    def undone(self, known: Fulfilment, line: LineFulfilment) -> None:
        """A neighbour has taken back its part; the next one follows, in reverse order (SU-09)."""
        if not line.sent:
            self.gone(known, line)
        elif line.still_to_undo:
            undo, *rest = line.still_to_undo
            line.still_to_undo = tuple(rest)
            self.send_provisioning(known, line.work.target or "", undo)
        elif line.again is None:
            self.undo_billing(known, line)
        else:
            self.redo(known, line, line.again)

    def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        """Provisioning has cleared a line that is wanted differently: set it up anew; its billing goes on (SU-10)."""
        new.ready, new.initiated, new.fulfilling, new.charged = True, old.initiated, old.fulfilling, old.charged
        if new.work.billing is not None:
            new.state = advance_line(new.state, LineState.BILLING_INITIATED)
        new.latest_billing = old.latest_billing
        known.lines[new.line.id] = new
        self.rebill(known, old, new)
        self.oms.set_up(known, [new])

    def rebill(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        """Tell billing what is different for a line whose billing has begun."""
        wanted = new.work.billing
        if old.initiated and wanted is not None and old.work.billing != wanted:
            effect = "change" if wanted.effect == "start" else wanted.effect
            installed = self.oms.base.get(new.asset)
            price_list = wanted.price_list or (installed.price_list if installed else None)
            phase = "all" if old.fulfilling else "initiate"
            self.send_billing(known, phase, replace(wanted, effect=effect, price_list=price_list))

    def gone(self, known: Fulfilment, line: LineFulfilment) -> None:
        """Nothing is left of a line; if a still newer version wants it again, its work begins now (SU-10, SU-11)."""
        key = line.line.id
        if line.again is not None:
            known.lines[key] = line.again
            self.oms.begin(known, [line.again])
            return
        del known.lines[key]
        self.forget(known, key)
        known.open -= 1
        self.oms.finish(known)

    def forget(self, known: Fulfilment, line: str) -> None:
        """A line will not be completed any more."""
        self.oms.open_lines.pop(line, None)
        self.oms.line_is_lost(known.order.order, line, "was withdrawn")

    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        """A line is wanted differently: change what was begun where that can be done in place."""
        if old.state is LineState.UNDOING:
            old.again = new
            return
        if old.sent and not self.in_place(old, new):
            old.again = new
            old.state = advance_line(old.state, LineState.UNDOING)
            self.undo_provisioning(known, old)
            return
        self.rebill(known, old, new)
        was, old.line, old.price_list, old.work = old.work, new.line, new.price_list, new.work
        if old.sent and was.provisioning != new.work.provisioning and new.work.provisioning is not None:
            if old.state is LineState.PROVISIONED:
                old.state = advance_line(old.state, LineState.BILLING_INITIATED)
            effect = "change" if new.work.provisioning.effect == "add" else new.work.provisioning.effect
            self.send_provisioning(known, new.work.target or "", replace(new.work.provisioning, effect=effect))

    def in_place(self, old: LineFulfilment, new: LineFulfilment) -> bool:
        """Whether provisioning can change what it has for a line: the same product, at the same place."""
        return (old.work.target, _place(old)) == (new.work.target, _place(new))

    def send_billing(self, known: Fulfilment, phase: str, line: BillingLine) -> None:
        """One call on billing for one line."""
        order = known.order
        call = BillingOrder(order=order.order, account=order.account or "", phase=phase, lines=(line,))
        self.oms.tell("billing-order", Edge.BILLING, call, order.order)
        known.lines[line.line].latest_billing = self.oms.latest_id
        known.lines[line.line].charged = False

    def send_provisioning(self, known: Fulfilment, target: str, line: ProvisioningLine) -> None:
        """One call on provisioning for one line."""
        order = known.order
        call = ProvisioningOrder(order=order.order, account=order.account or "", target=target, lines=(line,))
        self.oms.tell("provisioning-order", Edge.PROVISIONING, call, order.order)
        known.lines[line.line].latest_call = self.oms.latest_id


def _place(line: LineFulfilment) -> object:
    return (line.line.product, line.work.provisioning.site) if line.work.provisioning else None
