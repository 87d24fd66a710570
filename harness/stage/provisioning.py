"""Provisioning as the kit plays it: obliging, truthful, with a ledger of what is set up where."""

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


class Provisioning:
    """Takes provisioning orders and reports each line complete.

    ``holds`` keeps the work back until ``complete``; lines whose key is in ``unable`` are faulted.
    """

    def __init__(self, scene: "Scene") -> None:
        self._scene = scene
        self.holds = False
        self.unable: set[str] = set()
        self._passed: set[tuple[str, str]] = set()
        self.entries: list[tuple[ProvisioningOrder, ProvisioningLine]] = []
        self._services: list[Service] = []
        self._held: list[tuple[ProvisioningOrder, ProvisioningLine]] = []

    def take(self, message: Message) -> None:
        """One provisioning order has come."""
        call = read_body(ProvisioningOrder, message.body)
        if call.waits:
            self._scene.tell("provisioning-answer", Edge.PROVISIONING, Answer(outcome="ok"), call.order, re=message.id)
        for line in call.lines:
            self.entries.append((call, line))
            self._scene.worked(call.order)
            if self.holds:
                self._held.append((call, line))
            else:
                self._finish(call, line)

    def complete(self, order: str, line: str | None = None) -> int:
        """Finish the work held for an order, or for one line (by its key); how many lines' work that was."""
        key = self._scene.line_key
        ready = [w for w in self._held if w[0].order == order and line in (None, key(w[1].line))]
        self._held = [w for w in self._held if w not in ready]
        for call, provisioned in ready:
            self._finish(call, provisioned)
        return len(ready)

    def reach(self, order: str, line: str, milestone: str) -> None:
        """Report held work at a milestone, and at every one before it that it has not passed yet."""
        for call, told in self._held:
            if call.order != order or self._scene.line_key(told.line) != line:
                continue
            for name in MILESTONES[: MILESTONES.index(milestone) + 1]:
                if (told.line, name) not in self._passed:
                    self._passed.add((told.line, name))
                    update = WorkUpdate(order=order, line=told.line, sort="milestone", value=name)
                    self._scene.tell("provisioning-update", Edge.PROVISIONING, update, order)

    def holding(self, order: str) -> bool:
        """Whether work for this order is held."""
        return any(call.order == order for call, _ in self._held)

    def release(self) -> None:
        """Hold nothing any more and finish all that was held."""
        self.holds = False
        held, self._held = self._held, []
        for call, line in held:
            self._finish(call, line)

    def services(self, asset: str) -> list[Service]:
        """What is set up for an asset, at whichever site."""
        return [s for s in self._services if s.asset == asset]

    def told_of(self, key: str) -> list[ProvisioningLine]:
        """Everything that provisioning was told to do for a line (by its key)."""
        return [told for _, told in self.entries if self._scene.line_key(told.line) == key]

    def _finish(self, call: ProvisioningOrder, line: ProvisioningLine) -> None:
        asset = self._scene.asset_of(line.line, line.asset)
        here = [s for s in self.services(asset) if line.site in (None, s.site)]
        if self._scene.line_key(line.line) in self.unable:
            return self._fault(call, line, f"{line.product} cannot be provisioned")
        if line.effect == "add":
            self._services.append(Service(asset, line.product, line.site, attributes=dict(line.attributes)))
        elif not here:
            return self._fault(call, line, f"{line.product} is not set up, so there is nothing to {line.effect}")
        for service in here if line.effect != "add" else ():
            if line.effect == "remove":
                self._services.remove(service)
            else:
                service.status = _STATUS.get(line.effect, service.status)
                service.attributes.update(line.attributes)
        update = WorkUpdate(order=call.order, line=line.line, sort="status", value="COMPLETE")
        self._scene.tell("provisioning-update", Edge.PROVISIONING, update, call.order)
        return None

    def _fault(self, call: ProvisioningOrder, line: ProvisioningLine, reason: str) -> None:
        incident = self._scene.fresh("incident")
        fault = Fault(order=call.order, line=line.line, incident=incident, reason=reason)
        self._scene.tell("fault", Edge.PROVISIONING, fault, call.order)
