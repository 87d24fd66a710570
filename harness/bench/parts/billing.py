"""Billing as the kit plays it: obliging, truthful, with a ledger of what it charges."""

from collections.abc import Callable
from dataclasses import dataclass

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.messages import (
    Answer,
    BillingLine,
    BillingOrder,
    Edge,
    Fault,
    Message,
    OrderReceipt,
    ReceiptLine,
    WorkUpdate,
)
from ordertck.harness.oracle.ledgers import BillingEntry, Charge

# What billing's own ids begin with.
BILLINGS = "BILL:"
_EFFECT_STATE = {"stop": "stopped", "suspend": "suspended", "resume": "active"}


@dataclass(frozen=True, slots=True)
class _Work:
    """One line's work, and the message that asked for it."""

    message: str
    call: BillingOrder
    line: BillingLine


class Billing:
    """Takes billing orders, keeps the ledger, reports each line as initiated or complete.

    ``plan_of`` says on which rate plan a line is charged, None for none. ``holds`` keeps completion back, and with it
    the effect on the ledger; what is only to be initiated is not held, nor is the end of what was never completed: that
    calls the held work off. With ``own_ids`` it gives lines ids of its own, says which, and goes by them (FL-08).
    """

    def __init__(self, directory: Directory, channel: Channel, plan_of: Callable[[BillingLine], str | None]) -> None:
        self._directory, self._channel, self._plan = directory, channel, plan_of
        self.holds = False
        self.own_ids = False
        self.entries: list[BillingEntry] = []
        self._charges: list[Charge] = []
        self._held: list[_Work] = []
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
                    line=self._directory.line_key(line.line),
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
            work = self._latest[self._directory.line_key(line.line)] = _Work(message.id, call, line)
            if wrong := self._objection(line, plan):
                self._fault(call, line, wrong)
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
            self._fault(work.call, work.line, reason)
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

    def _begin(self, work: "_Work") -> None:
        initiate, asset = work.call.phase == "initiate", self._asset(work.line)
        calls_off = work.line.effect == "stop" and all(c.state == "initiated" for c in self.charges(asset))
        if calls_off and not initiate:
            self._held = [w for w in self._held if self._asset(w.line) != asset]
            self._next = [w for w in self._next if self._asset(w.line) != asset]
        freed = self._directory.line_key(work.line.line) in self._freed
        if self.holds and not initiate and not calls_off and not freed:
            self._held.append(work)
        else:
            self._next.append(work)
            self._channel.soon(lambda: self._do(work))

    def _do(self, work: "_Work") -> None:
        if work in self._next:  # and was not called off meanwhile
            self._next.remove(work)
            if work.call.phase != "initiate":
                self._finish_earlier(work)
            self._finish(work)

    def _finish_earlier(self, work: "_Work") -> None:
        """What is held of the same line was asked for before, and is done before."""
        key = self._directory.line_key
        earlier = [held for held in self._held if key(held.line.line) == key(work.line.line)]
        self._held = [held for held in self._held if held not in earlier]
        for held in earlier:
            self._finish(held)

    def complete(self, order: str, line: str | None = None) -> int:
        """Finish the work held for an order, or for one line (by its key); how many lines' work that was."""
        key = self._directory.line_key
        ready = [w for w in self._held if w.call.order == order and line in (None, key(w.line.line))]
        self._held = [w for w in self._held if w not in ready]
        for work in ready:
            self._finish(work)
        return len(ready)

    def outdate(self, order: str) -> None:
        """A revision or a cancel of this order is on its way: what is held for it by now is of an earlier version."""
        self._outdated |= {work.message for work in self._held if work.call.order == order}

    def complete_outdated(self, order: str) -> int:
        """Finish the work held for an earlier version of an order; how many lines' work that was.

        Whoever lets running work end before taking back what it rests on goes on only then, and is not held up in that.
        """
        ready = [w for w in self._held if w.call.order == order and w.message in self._outdated]
        self._held = [w for w in self._held if w not in ready]
        self._freed |= {self._directory.line_key(work.line.line) for work in ready}
        for work in ready:
            self._finish(work)
        return len(ready)

    @property
    def held(self) -> list[tuple[str, BillingLine]]:
        """The work that is held: for which order, on which line."""
        return [(work.call.order, work.line) for work in self._held]

    def holding(self, order: str) -> bool:
        """Whether work for this order is held."""
        return any(number == order for number, _ in self.held)

    def release(self) -> None:
        """Hold nothing any more and finish all that was held."""
        self.holds = False
        held, self._held = self._held, []
        for work in held:
            self._finish(work)

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
        starting = (w for w in (*self._held, *self._next) if w.line.effect == "start")
        if not self.charges(asset) and asset not in map(self._asset, (w.line for w in starting)):
            return f"{line.product} is not charged, so there is nothing to {line.effect}"
        return None

    def _asset(self, line: BillingLine) -> str:
        return self._directory.asset_of(line.line, line.asset)

    def _finish(self, work: "_Work") -> None:
        call, line = work.call, work.line
        initiate = call.phase == "initiate"
        if line.effect == "start":
            self._start(call, line, "initiated" if initiate else "active")
        elif initiate and line.effect == "stop":
            for charge in self.charges(self._asset(line)):
                charge.ending = True
        elif not initiate or line.effect == "change":
            self._alter(line, ("initiated",) if initiate else ("initiated", "active", "suspended"))
        if call.phase == "fulfil" and line.effect == "change":
            self._complete_as_changed(line)
        self._report(work, "status", "INITIATED" if initiate else "COMPLETE")

    def _report(self, work: "_Work", sort: str, value: str, attribute: str | None = None) -> None:
        order, own = work.call.order, self.known_as(work.line.line)
        update = WorkUpdate(order=order, line=own, sort=sort, value=value, attribute=attribute, call=work.message)
        self._channel.tell("billing-update", Edge.BILLING, update, order)

    def _start(self, call: BillingOrder, line: BillingLine, state: str) -> None:
        plan = self._plan(line)
        key = self._directory.line_key(line.line)
        begun = [c for c in self.charges_of_line(key) if c.state == "initiated"]
        if ending := [c for c in self.charges(self._asset(line)) if c.ending]:  # its end was begun, and is taken back
            ending[0].state, ending[0].plan, ending[0].override, ending[0].ending = "active", plan, line.override, False
            ending[0].restarting = state == "initiated"
        elif state == "active" and (again := [c for c in self.charges(self._asset(line)) if c.restarting]):
            again[0].plan, again[0].override, again[0].restarting = plan, line.override, False
        elif begun and state == "active":
            begun[0].state, begun[0].plan = state, plan
        else:
            self._charges.append(Charge(call.order, key, self._asset(line), line.product, plan, state, line.override))

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

    def _fault(self, call: BillingOrder, line: BillingLine, reason: str) -> None:
        incident = self._channel.fresh("incident")
        fault = Fault(order=call.order, line=self.known_as(line.line), incident=incident, reason=reason)
        self._channel.tell("fault", Edge.BILLING, fault, call.order)
