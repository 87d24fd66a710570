"""Billing as the kit plays it: obliging, truthful, with a ledger of what it charges."""

from collections.abc import Callable
from dataclasses import dataclass

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.parts.held_work import HoldsWork, LineWork
from ordertck.harness.messages import (
    Answer,
    BillingLine,
    BillingOrder,
    Edge,
    Fault,
    Message,
    OrderReceipt,
    ReceiptLine,
    Status,
    WorkUpdate,
)
from ordertck.harness.oracle.ledgers import BillingEntry, Charge

# What billing's own ids begin with.
BILLINGS = "BILL:"
_EFFECT_STATE = {"stop": "stopped", "suspend": "suspended", "resume": "active"}


@dataclass(frozen=True, slots=True)
class _Work(LineWork[BillingLine]):
    """Work on one line, and the phase of the call that asked for it."""

    phase: str | None

    @property
    def initiates(self) -> bool:
        """Whether the line is only to be initiated, and completed by a later call."""
        return self.phase == "initiate"


class Billing(HoldsWork[_Work]):
    """Takes billing orders, keeps the ledger, reports each line as initiated or complete.

    ``plan_of`` says on which rate plan a line is charged, None for none. ``holds`` keeps completion back, and with it
    the effect on the ledger; what is only to be initiated is not held, nor is the end of what was never completed: that
    calls the held work off. With ``own_ids`` it gives lines ids of its own, says which, and goes by them (FL-08).
    """

    def __init__(self, directory: Directory, channel: Channel, plan_of: Callable[[BillingLine], str | None]) -> None:
        super().__init__(directory, channel)
        self._plan = plan_of
        self.own_ids = False
        self.entries: list[BillingEntry] = []
        self._charges: list[Charge] = []
        self._next: list[_Work] = []
        self._given: set[str] = set()
        self._outdated: set[str] = set()
        self._freed: set[str] = set()
        self._latest: dict[str, _Work] = {}

    def take(self, message: Message) -> None:
        """One billing order has come, from the order system or through the integration."""
        call = message.read(BillingOrder)
        if call.waits:
            self._channel.tell("billing-answer", Edge.BILLING, Answer(outcome="ok"), call.order, re=message.id)
        if self.own_ids:
            self._give_ids(message.id, call)
        for line in call.lines:
            plan = self._plan(line)
            self.entries.append(
                BillingEntry(
                    order=call.order,
                    line=self._key(line),
                    phase=call.phase,
                    effect=line.effect,
                    plan=plan,
                    account=call.account,
                    requested_delivery=call.requested_delivery,
                    price_list=line.price_list,
                    override=line.override,
                    attributes=line.attributes,
                    named=line.line,
                )
            )
            self._directory.start(call.order)
            work = _Work(message.id, call.order, line, call.phase)
            self._latest[self._key(work.line)] = work
            if wrong := self._objection(line, plan):
                self._fault(work, wrong)
            else:
                self._begin(work)

    def tell(self, key: str, sort: str, value: str, attribute: str | None = None) -> bool:
        """Say something of the latest work for a line (by its key); False where there never was any."""
        work = self._latest.get(key)
        if work is not None:
            self._report(work, sort, value, attribute)
        return work is not None

    def fails(self, key: str, reason: str) -> bool:
        """Say that the latest work for a line (by its key) failed; False where there never was any."""
        work = self._latest.get(key)
        if work is not None:
            self._fault(work, reason)
        return work is not None

    def _give_ids(self, message: str, call: BillingOrder) -> None:
        """Say under which ids those lines are kept that come for the first time."""
        lines = tuple(
            ReceiptLine(line=line.line, id=own)
            for line in reversed(call.lines)  # nobody is to go by their places
            if (own := self.known_as(line.line)) not in self._given
        )
        for line in lines:
            self._given.add(line.id)
            if (known := self._directory.line_by_id(line.line)) is not None:
                self._directory.know_line(*known, line.id)
        if lines:
            receipt = OrderReceipt(order=call.order, id=f"{BILLINGS}{call.order}", lines=lines)
            if (order := self._directory.order_by_number(call.order)) is not None:
                self._directory.know(order, receipt.id)
            self._channel.tell("order-receipt", Edge.BILLING, receipt, call.order, re=message)

    def known_as(self, line: str) -> str:
        """The id by which billing speaks of a line, whoever's id was given."""
        known = self._directory.line_by_id(line)
        return f"{BILLINGS}{known[1].id}" if self.own_ids and known else line

    def _begin(self, work: _Work) -> None:
        asset = self._asset(work.line)
        calls_off = work.line.effect == "stop" and all(c.state == "initiated" for c in self.charges(asset))
        if calls_off and not work.initiates:
            self.held = [w for w in self.held if self._asset(w.line) != asset]
            self._next = [w for w in self._next if self._asset(w.line) != asset]
        if self.holds and not work.initiates and not calls_off and self._key(work.line) not in self._freed:
            self.held.append(work)
        else:
            self._next.append(work)
            self._channel.soon(lambda: self._do(work))

    def _do(self, work: _Work) -> None:
        if work in self._next:  # and was not called off meanwhile
            self._next.remove(work)
            if not work.initiates:  # what is held of the same line was asked for before, and is done before
                self._finish_all(self._let_go(lambda held: self._key(held.line) == self._key(work.line)))
            self._finish(work)

    def outdate(self, order: str) -> None:
        """A revision or a cancel of this order is on its way: what is held for it by now is of an earlier version."""
        self._outdated |= {work.message for work in self.held if work.order == order}

    def complete_outdated(self, order: str) -> int:
        """Finish the work held for an earlier version of an order; how many lines' work that was.

        Whoever lets running work end before taking back what it rests on goes on only then, and is not held up in that.
        """
        ready = self._let_go(lambda work: work.order == order and work.message in self._outdated)
        self._freed |= {self._key(work.line) for work in ready}
        self._finish_all(ready)
        return len(ready)

    def charges(self, asset: str) -> list[Charge]:
        """What is charged for an asset and not stopped."""
        return [c for c in self._charges if c.asset == asset and c.state != "stopped"]

    def charges_of_line(self, key: str) -> list[Charge]:
        """What a line (by its key) started, whatever became of it."""
        return [c for c in self._charges if c.line == key]

    def all_charges(self) -> list[Charge]:
        """Everything that is charged and not stopped."""
        return [c for c in self._charges if c.state != "stopped"]

    def _objection(self, line: BillingLine, plan: str | None) -> str | None:
        if line.effect == "start":
            return None if plan else f"no rate plan for {line.product} on {line.price_list or 'no price list'}"
        if line.effect == "change" and line.price_list and not plan:
            return f"no rate plan for {line.product} on {line.price_list}"
        asset = self._asset(line)
        starting = (w for w in (*self.held, *self._next) if w.line.effect == "start")
        if not self.charges(asset) and asset not in map(self._asset, (w.line for w in starting)):
            return f"{line.product} is not charged, so there is nothing to {line.effect}"
        return None

    def _asset(self, line: BillingLine) -> str:
        return self._directory.asset_of(line.line, line.asset)

    def _finish(self, work: _Work) -> None:
        line, initiates = work.line, work.initiates
        if line.effect == "start":
            self._start(work.order, line, "initiated" if initiates else "active")
        elif initiates and line.effect == "stop":
            for charge in self.charges(self._asset(line)):
                charge.ending = True
        elif not initiates or line.effect == "change":
            self._alter(line, ("initiated",) if initiates else ("initiated", "active", "suspended"))
        if work.phase == "fulfil" and line.effect == "change":
            self._complete_as_changed(line)
        self._report(work, "status", Status.INITIATED if initiates else Status.COMPLETE)

    def _report(self, work: _Work, sort: str, value: str, attribute: str | None = None) -> None:
        own = self.known_as(work.line.line)
        update = WorkUpdate(order=work.order, line=own, sort=sort, value=value, attribute=attribute, call=work.message)
        self._channel.tell("billing-update", Edge.BILLING, update, work.order)

    def _start(self, order: str, line: BillingLine, state: str) -> None:
        plan = self._plan(line)
        key = self._key(line)
        begun = [c for c in self.charges_of_line(key) if c.state == "initiated"]
        if ending := [c for c in self.charges(self._asset(line)) if c.ending]:  # its end was begun, and is taken back
            ending[0].state, ending[0].plan, ending[0].override, ending[0].ending = "active", plan, line.override, False
            ending[0].restarting = state == "initiated"
        elif state == "active" and (again := [c for c in self.charges(self._asset(line)) if c.restarting]):
            again[0].plan, again[0].override, again[0].restarting = plan, line.override, False
        elif begun and state == "active":
            begun[0].state, begun[0].plan = state, plan
        else:
            self._charges.append(Charge(order, key, self._asset(line), line.product, plan, state, line.override))

    def _alter(self, line: BillingLine, states: tuple[str, ...]) -> None:
        for charge in [c for c in self.charges(self._asset(line)) if c.state in states]:
            charge.state, charge.ending = _EFFECT_STATE.get(line.effect, charge.state), False
            if line.effect == "change":
                charge.plan = self._plan(line) or charge.plan
                charge.override = line.override or charge.override

    def _complete_as_changed(self, line: BillingLine) -> None:
        """What was initiated, and changed before it was completed, may be completed as the change that it is now."""
        for charge in self.charges(self._asset(line)):
            if charge.state == "initiated":
                charge.state, charge.restarting = "active", True

    def _fault(self, work: _Work, reason: str) -> None:
        incident = self._channel.fresh("incident")
        fault = Fault(order=work.order, line=self.known_as(work.line.line), incident=incident, reason=reason)
        self._channel.tell("fault", Edge.BILLING, fault, work.order)
