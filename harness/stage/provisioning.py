"""Provisioning as the kit plays it: obliging, truthful, with a ledger of what is set up where."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ordertck.harness.messages import (
    Answer,
    Edge,
    Fault,
    Message,
    ProvisioningLine,
    ProvisioningOrder,
    WorkUpdate,
    read_body,
)
from ordertck.harness.stage.ledgers import Service

if TYPE_CHECKING:
    from ordertck.harness.stage.scene import Scene

# What work on a line passes on its way to completion.
MILESTONES = ("RESERVED", "DESIGNED", "ACTIVATED")
_STATUS = {"suspend": "suspended", "resume": "active"}


@dataclass(frozen=True, slots=True)
class _Work:
    """One line's work, and the message that asked for it."""

    message: str
    call: ProvisioningOrder
    line: ProvisioningLine


class Provisioning:
    """Takes provisioning orders and reports each line complete.

    ``holds`` keeps the work back until ``complete``; lines whose key is in ``unable`` are faulted. Work that is held
    can be called off (remove) or altered (change) as what it is: work under way.
    """

    def __init__(self, scene: "Scene") -> None:
        self._scene = scene
        self.holds = False
        self.unable: set[str] = set()
        self._passed: set[tuple[str, str]] = set()
        self.entries: list[tuple[ProvisioningOrder, ProvisioningLine]] = []
        self._services: list[Service] = []
        self._held: list[_Work] = []

    def take(self, message: Message) -> None:
        """One provisioning order has come."""
        call = read_body(ProvisioningOrder, message.body)
        if call.waits:
            self._scene.tell("provisioning-answer", Edge.PROVISIONING, Answer(outcome="ok"), call.order, re=message.id)
        for line in call.lines:
            self.entries.append((call, line))
            self._scene.worked(call.order)
            work = _Work(message.id, call, line)
            begun = self._begun(line)
            if begun is not None and line.effect in ("remove", "change"):
                self._revise(begun, work)
            elif self.holds:
                self._held.append(work)
            else:
                self._finish(work)

    def _begun(self, line: ProvisioningLine) -> "_Work | None":
        """The setting up of the same line that is held, if there is one."""
        return next((w for w in self._held if w.line.line == line.line and w.line.effect == "add"), None)

    def _revise(self, begun: "_Work", work: "_Work") -> None:
        """Work under way is called off, or goes on as it is wanted now; the later order is the one reported on."""
        place = self._held.index(begun)
        if work.line.effect == "change":
            attributes = {**begun.line.attributes, **work.line.attributes}
            self._held[place] = _Work(work.message, work.call, replace(begun.line, attributes=attributes))
            return
        del self._held[place]
        self._report(work)

    def complete(self, order: str, line: str | None = None) -> int:
        """Finish the work held for an order, or for one line (by its key); how many lines' work that was."""
        key = self._scene.line_key
        ready = [w for w in self._held if w.call.order == order and line in (None, key(w.line.line))]
        self._held = [w for w in self._held if w not in ready]
        for work in ready:
            self._finish(work)
        return len(ready)

    def reach(self, order: str, line: str, milestone: str) -> None:
        """Report held work at a milestone, and at every one before it that it has not passed yet."""
        for work in self._held:
            if work.call.order == order and self._scene.line_key(work.line.line) == line:
                for name in MILESTONES[: MILESTONES.index(milestone) + 1]:
                    if (work.line.line, name) not in self._passed:
                        self._passed.add((work.line.line, name))
                        self._report(work, "milestone", name)

    def holding(self, order: str, line: str | None = None) -> bool:
        """Whether work for this order, or for one line of it (by its key), is held."""
        key = self._scene.line_key
        return any(w.call.order == order and line in (None, key(w.line.line)) for w in self._held)

    def under_way(self, key: str) -> list[ProvisioningLine]:
        """The work held for a line (by its key), as it is wanted now."""
        return [w.line for w in self._held if self._scene.line_key(w.line.line) == key]

    def release(self) -> None:
        """Hold nothing any more and finish all that was held."""
        self.holds = False
        held, self._held = self._held, []
        for work in held:
            self._finish(work)

    def services(self, asset: str) -> list[Service]:
        """What is set up for an asset, at whichever site."""
        return [s for s in self._services if s.asset == asset]

    def told_of(self, key: str) -> list[ProvisioningLine]:
        """Everything that provisioning was told to do for a line (by its key)."""
        return [told for _, told in self.entries if self._scene.line_key(told.line) == key]

    def _finish(self, work: "_Work") -> None:
        line = work.line
        asset = self._scene.asset_of(line.line, line.asset)
        here = [s for s in self.services(asset) if line.site in (None, s.site)]
        if self._scene.line_key(line.line) in self.unable:
            return self._fault(work, f"{line.product} cannot be provisioned")
        if line.effect == "add":
            self._services.append(Service(asset, line.product, line.site, attributes=dict(line.attributes)))
        elif not here:
            return self._fault(work, f"{line.product} is not set up, so there is nothing to {line.effect}")
        for service in here if line.effect != "add" else ():
            if line.effect == "remove":
                self._services.remove(service)
            else:
                service.status = _STATUS.get(line.effect, service.status)
                service.attributes.update(line.attributes)
        return self._report(work)

    def _report(self, work: "_Work", sort: str = "status", value: str = "COMPLETE") -> None:
        update = WorkUpdate(order=work.call.order, line=work.line.line, sort=sort, value=value, call=work.message)
        self._scene.tell("provisioning-update", Edge.PROVISIONING, update, work.call.order)

    def _fault(self, work: "_Work", reason: str) -> None:
        incident = self._scene.fresh("incident")
        fault = Fault(order=work.call.order, line=work.line.line, incident=incident, reason=reason)
        self._scene.tell("fault", Edge.PROVISIONING, fault, work.call.order)
