"""What is done with work that failed when its order is revised: it may be asked for as a whole, anew."""

from ordertck.harness.messages import (
    Edge,
    Fallout,
    Fault,
    Message,
    OrderLine,
    ProvisioningOrder,
    SalesOrder,
    as_body,
    replace,
)
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.oms import OrderManagement


@permitted("oms")
class AsksAnewForWhatFailed(OrderManagement):
    """Asks once more for the work that provisioning could not do when a revision alters what its line is charged."""

    def prepare(self) -> None:
        super().prepare()
        self._asked: dict[str, Message] = {}
        self._failed: set[str] = set()
        self._first: dict[str, str] = {}
        self._ordered: dict[str, OrderLine] = {}

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-update" and (first := self._first.get(message.body.get("call") or "")):
            message = replace(message, body={**message.body, "call": first})
        repeated = message.id in self._seen
        said = super().handle(message)
        if (
            message.kind == "fault"
            and message.edge is not Edge.BILLING
            and (failed := message.read(Fault).line) in self._asked
        ):
            self._failed.add(failed or "")
        if message.kind == "fallout":
            self._failed.discard(message.read(Fallout).line or "")  # it was done after all
        if message.kind == "sales-order" and not repeated:
            lines = {line.id: line for line in message.read(SalesOrder).lines}
            if not any(each.kind in ("provisioning-order", "refusal") for each in said):
                altered = {line.id for line in lines.values() if line != self._ordered.get(line.id, line)}
                said += [self._anew(line, message.id) for line in sorted(self._failed & altered)]
            if not any(each.kind == "refusal" for each in said):
                self._ordered.update(lines)
        for each in said:
            if each.kind == "provisioning-order":
                call = each.read(ProvisioningOrder)
                self._failed -= {line.line for line in call.lines}
                self._asked.update({line.line: each for line in call.lines if line.effect == "add"})
        return said

    def _anew(self, line: str, cause: str) -> Message:
        asked = self._asked[line]
        call = asked.read(ProvisioningOrder)
        only = replace(call, lines=tuple(each for each in call.lines if each.line == line))
        again = f"{asked.id}-after-{cause}"
        self._first[again] = asked.id
        return replace(asked, id=again, body=as_body(only))
