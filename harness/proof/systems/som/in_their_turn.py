"""A service order management that looks at a line only when its turn has come, as the documents permit."""

from ordertck.harness.messages import Message, ProvisioningOrder, replace
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.reference.som.service_life_cycle import ServiceOrderState
from ordertck.harness.reference.som.work import ServiceOrder, Work


@permitted("som")
class LooksAtLinesInTheirTurn(ServiceOrderManagement):
    """Looks at new lines neither while their order rests, nor where its cancel waits in the queue behind them."""

    def prepare(self) -> None:
        super().prepare()
        self.later: dict[str, list[tuple[ProvisioningOrder, Message]]] = {}

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        order = self.orders.get(call.order) or ServiceOrder(call.order)
        cancelled = any(each.kind == "cancel" and each.body["order"] == call.order for each in self.queue)
        passed_over = cancelled or order.state is ServiceOrderState.SUSPENDED
        flawed = tuple(line for line in call.lines if passed_over and self.objection(order, line) is not None)
        if flawed:
            self.later.setdefault(call.order, []).append((replace(call, lines=flawed), message))
        super().take_in(replace(call, lines=tuple(line for line in call.lines if line not in flawed)), message)

    def event(self, kind: str, number: str, message: Message) -> None:
        super().event(kind, number, message)
        for call, asked in self.later.pop(number, ()) if kind != "suspend" else ():
            if kind == "resume":
                super().take_in(call, asked)
            for line in call.lines if kind == "cancel" else ():
                self.status(number, Work(line, {}), "CANCELLED")
