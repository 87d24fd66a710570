"""Provisioning as the kit plays it: obliging, truthful, with a ledger of what is set up where."""

from dataclasses import dataclass

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.parts.held_work import HoldsWork, LineWork
from ordertck.harness.bench.switchboard import unexpected
from ordertck.harness.messages import (
    NETWORK_MILESTONES,
    Answer,
    Edge,
    Fallout,
    Fault,
    Message,
    ProvisioningLine,
    ProvisioningOrder,
    Status,
    WorkUpdate,
    replace,
)
from ordertck.harness.oracle.ledgers import Service, Services, quantity

# The provisioning system that a service order management is.
TARGET = "network"


@dataclass(frozen=True, slots=True)
class _Work(LineWork[ProvisioningLine]):
    """Work on one line that provisioning was asked for."""


class Provisioning(HoldsWork[_Work]):
    """Takes provisioning orders and reports each line complete.

    ``holds`` keeps the work back until ``complete``; lines whose key is in ``unable`` are faulted, those in
    ``unreachable`` never get here: the integration faults them. Work that is not done yet, or that failed, can be
    called off (remove) or altered (change) as what it is: work that is not done; with ``takes_back_slowly`` the calling
    off of held work is held too. While ``stopped`` orders for the network wait in its queue, and so does whoever wants
    an answer to one.
    """

    def __init__(self, directory: Directory, channel: Channel) -> None:
        super().__init__(directory, channel)
        self.stopped = False
        self.takes_back_slowly = False
        self.unable: set[str] = set()
        self.unreachable: set[str] = set()
        self._waiting: list[Message] = []
        self._latest: dict[str, _Work] = {}
        self._failed: dict[str, tuple[_Work, Fault]] = {}
        self._passed: set[tuple[str, str]] = set()
        self.messages: list[Message] = []
        self.entries: list[tuple[ProvisioningOrder, ProvisioningLine]] = []
        self._services = Services()
        self._next: list[_Work] = []
        self._called_off: list[_Work] = []

    def take(self, message: Message) -> None:
        """One provisioning order has come, or the test bench stops or starts the reader of the queue."""
        match message.kind:
            case "stop":
                self.stopped = True
            case "start":
                self.start()
            case "provisioning-order":
                self._ordered(message)
            case _:
                raise unexpected(message)

    def _ordered(self, message: Message) -> None:
        call = message.read(ProvisioningOrder)
        if self.stopped and call.target == TARGET:
            self._waiting.append(message)
        else:
            self._take_up(message, call)

    def start(self) -> None:
        """Read the queue again, from where it was left."""
        self.stopped = False
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            self._take_up(message, message.read(ProvisioningOrder))

    def _take_up(self, message: Message, call: ProvisioningOrder) -> None:
        self.messages.append(message)
        if call.waits:
            self._channel.tell(
                "provisioning-answer", Edge.PROVISIONING, Answer(outcome="ok"), call.order, re=message.id
            )
        for line in call.lines:
            work = _Work(message.id, call.order, line)
            key = self._key(work.line)
            if key in self.unreachable:
                self._fault(work, "provisioning cannot be reached")
                continue
            self.entries.append((call, line))
            self._services.asked_for(self._directory.asset_of(line.line, line.asset), line)
            self._directory.start(call.order)
            self._latest[key] = work
            begun = self._begun(line)
            if begun is not None and line.effect in ("remove", "change"):
                self._revise(begun, work)
            else:
                self._begin(work)

    def _begin(self, work: _Work) -> None:
        if self.holds:
            self.held.append(work)
        else:
            self._next.append(work)
            self._channel.soon(lambda: self._do(work))

    def _do(self, work: _Work) -> None:
        if work in self._next:  # and was not called off or altered meanwhile
            self._next.remove(work)
            self._finish(work)

    def _begun(self, line: ProvisioningLine) -> _Work | None:
        """The setting up of the same line that is not done yet, or that failed, if there is one."""
        failed, _ = self._failed.get(self._key(line), (None, None))
        begun = [*self.held, *self._next, *([failed] if failed else [])]
        return next((w for w in begun if w.line.line == line.line and w.line.effect == "add"), None)

    def _revise(self, begun: _Work, work: _Work) -> None:
        """Work under way is called off, or goes on as it is wanted now; the later order is the one reported on."""
        self._failed.pop(self._key(work.line), None)
        place = self.held.index(begun) if begun in self.held else None
        for kept in (self.held, self._next):
            if begun in kept:
                kept.remove(begun)
        left = quantity(begun.line.attributes) - quantity(work.line.attributes)
        some = work.line.effect == "remove" and "quantity" in work.line.attributes and left > 0
        if work.line.effect == "remove" and not some:
            self._call_off(work, place is not None)
            return
        attributes, site = {**begun.line.attributes, **work.line.attributes}, work.line.site or begun.line.site
        point = work.line.service_point or begun.line.service_point
        if some:
            attributes["quantity"] = str(left)
        altered = _Work(
            work.message, work.order, replace(begun.line, attributes=attributes, site=site, service_point=point)
        )
        if place is None:
            self._begin(altered)
        else:
            self.held.insert(place, altered)

    def _call_off(self, work: _Work, was_held: bool) -> None:
        if was_held and self.takes_back_slowly:
            self._called_off.append(work)
            self.held.append(work)
        else:
            self._report(work)

    def complete_first(self, order: str) -> int:
        """Finish the first work that is held for an order; how many lines' work that was."""
        key = next((self._key(work.line) for work in self.held if work.order == order), None)
        return self.complete(order, key) if key else 0

    def tell(self, key: str, sort: str, value: str, attribute: str | None = None) -> bool:
        """Say something of the latest work for a line (by its key); False where there never was any."""
        work = self._latest.get(key)
        if work is not None:
            if attribute is not None:
                self._take_in(work, attribute, value)
                self._services.assign(self._directory.asset_of(work.line.line, work.line.asset), attribute, value)
            self._report(work, sort, value, attribute)
        return work is not None

    def fails(self, key: str, reason: str) -> bool:
        """Say that the latest work for a line (by its key) failed; False where there never was any."""
        work = self._latest.get(key)
        if work is not None:
            self._fault(work, reason)
        return work is not None

    def _take_in(self, work: _Work, attribute: str, value: str) -> None:
        """A value is filled in while work is under way: it is done with that value, whatever was asked for."""
        for kept in (self.held, self._next):
            if work in kept and attribute in work.line.attributes:
                line = replace(work.line, attributes={**work.line.attributes, attribute: value})
                kept[kept.index(work)] = self._latest[self._key(line)] = replace(work, line=line)

    def mend(self, key: str) -> bool:
        """Do what failed for a line (by its key) after all: the incident is resolved, the work complete.

        Where it was asked for anew meanwhile, that is done in its place: nothing is set up twice.
        """
        self.unable.discard(key)
        work, fault = self._failed.pop(key, (None, None))
        if work is None or fault is None:
            return False
        resolved = Fallout(order=fault.order, incident=fault.incident, state="resolved", line=fault.line)
        self._channel.tell("fallout", Edge.PROVISIONING, resolved, fault.order)
        for waiting in (self.held, self._next):
            for anew in [
                w for w in waiting if w.line.line == work.line.line and w.line.effect == work.line.effect == "add"
            ]:
                waiting.remove(anew)
                work = anew
        self._finish(work)
        return True

    def fewest(self, asset: str) -> int | None:
        """The fewest that there ever were of an asset since it was set up; None where it never was."""
        return self._services.fewest(asset)

    def reach(self, order: str, line: str, milestone: str) -> bool:
        """Report held work at a milestone, and at every one before it that it has not passed yet; False for none."""
        before = len(self._passed)
        for work in self.held:
            if work.order == order and self._key(work.line) == line:
                for name in NETWORK_MILESTONES[: NETWORK_MILESTONES.index(milestone) + 1]:
                    if (work.line.line, name) not in self._passed:
                        self._passed.add((work.line.line, name))
                        self._report(work, "milestone", name)
        return len(self._passed) > before

    @property
    def failed(self) -> dict[str, ProvisioningLine]:
        """The work that failed and was not mended, by its line's key."""
        return {key: work.line for key, (work, _) in self._failed.items()}

    def under_way(self, key: str) -> list[ProvisioningLine]:
        """The work held for a line (by its key), as it is wanted now."""
        return [w.line for w in self.held if self._key(w.line) == key]

    def release(self) -> None:
        """Hold nothing any more and finish all that was held."""
        self.holds = False
        self.start()
        super().release()

    @property
    def unseen(self) -> frozenset[str]:
        """What of a service cannot be seen, by the names of its fields."""
        return frozenset()

    def services(self, asset: str) -> list[Service]:
        """What is set up for an asset, at whichever site."""
        return self._services.of(asset)

    def came_for(self, key: str) -> bool:
        """Whether anything was asked for a line (by its key)."""
        return bool(self.told_of(key))

    def is_under_way(self, key: str) -> bool:
        """Whether work for a line (by its key) is held."""
        return bool(self.under_way(key))

    def told_of(self, key: str) -> list[ProvisioningLine]:
        """Everything that provisioning was told to do for a line (by its key)."""
        return [told for _, told in self.entries if self._key(told) == key]

    def _finish(self, work: _Work) -> None:
        if work in self._called_off:
            return self._report(work)
        line = work.line
        asset = self._directory.asset_of(line.line, line.asset)
        here = self._services.meant_by(asset, line)
        if self._key(line) in self.unable:
            return self._fault(work, f"{line.product} cannot be provisioned")
        if line.effect == "add":
            self._services.set_up(asset, line)
        elif not here:
            return self._fault(work, f"{line.product} is not set up, so there is nothing to {line.effect}")
        for service in here if line.effect != "add" else ():
            self._services.alter(service, line)
        return self._report(work)

    def _report(
        self, work: _Work, sort: str = "status", value: str = Status.COMPLETE, attribute: str | None = None
    ) -> None:
        update = WorkUpdate(
            order=work.order, line=work.line.line, sort=sort, value=value, attribute=attribute, call=work.message
        )
        self._channel.tell("provisioning-update", Edge.PROVISIONING, update, work.order)

    def _fault(self, work: _Work, reason: str) -> None:
        incident = self._channel.fresh("incident")
        fault = Fault(order=work.order, line=work.line.line, incident=incident, reason=reason)
        key = self._key(work.line)
        self._failed[key] = work, fault
        self._channel.tell("fault", Edge.OMS if key in self.unreachable else Edge.PROVISIONING, fault, work.order)
