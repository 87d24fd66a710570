"""What service order management tells: updates and faults to order management, steps to the network."""

from collections.abc import Mapping

from ordertck.harness.messages import (
    Body,
    Edge,
    Fallout,
    Fault,
    Message,
    NetworkLine,
    NetworkOrder,
    WorkUpdate,
    as_body,
)
from ordertck.harness.messages.mark import marked
from ordertck.harness.reference.common.journal import Journalled
from ordertck.harness.reference.som.network_plans import setting
from ordertck.harness.reference.som.work import ServiceOrder, Task, Work


class Telling(Journalled):
    """The messages; ``out`` are those not sent yet, ``milestones`` says which step leads to which milestone."""

    def __init__(self, milestones: Mapping[str, str]) -> None:
        self.milestones = milestones
        self.out: list[Message] = []
        self._sent = 0

    def status(self, order: str, work: Work, status: str | None = None) -> None:
        """Tell how the work on a line stands."""
        self.update(order, work, "status", status or work.state.value)

    def milestone(self, order: str, work: Work, step: str) -> None:
        """Tell of the milestone that a step led to."""
        self.update(order, work, "milestone", self.milestones[step])

    def data(self, order: str, work: Work, attributes: Mapping[str, str]) -> None:
        """Tell of the values that the network assigned, and of no others (UF-07)."""
        for name, value in attributes.items():
            self.update(order, work, "data", value, name)

    def update(self, order: str, work: Work, sort: str, value: str, attribute: str | None = None) -> None:
        """Send one update: of its own kind, and no reply to anything (PV-13, PV-14)."""
        update = WorkUpdate(order=order, line=work.line.line, sort=sort, value=value, attribute=attribute)
        self.tell("provisioning-update", Edge.PROVISIONING, update, order)

    def fault(self, order: str, line: str | None, incident: str, reason: str) -> None:
        """Tell of a failure in the common form (PV-13, PV-15)."""
        fault = Fault(order=order, line=line, incident=incident, reason=reason)
        self.tell("fault", Edge.PROVISIONING, fault, order)

    def resolved(self, order: str, work: Work) -> None:
        """Tell that the failure of a line is mended (PV-07)."""
        fallout = Fallout(order=order, incident=work.incident or "", state="resolved", line=work.line.line)
        work.incident = None
        self.tell("fallout", Edge.PROVISIONING, fallout, order)

    def ask(self, order: ServiceOrder, work: Work, task: Task) -> None:
        """One call on the network, for one step of one line."""
        self.tell_network(order.number, self.network_line(work, task))
        work.call = self.out[-1].id

    def network_line(self, work: Work, task: Task) -> NetworkLine:
        """One step of one line, as the network is asked for it."""
        return NetworkLine(
            line=work.line.line,
            product=work.line.product,
            step=task.step,
            effect=task.effect,
            quantity=task.quantity,
            asset=work.line.asset,
            site=work.site_of(task),
            attributes=setting(work.line),
        )

    def tell_network(self, order: str, *lines: NetworkLine) -> None:
        """Ask the network for steps, to be done in this order."""
        self.tell("network-order", Edge.NETWORK, NetworkOrder(order=order, lines=lines), order)

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> None:
        """Send one message."""
        self._sent += 1
        self.out.append(Message(marked(about, "som", self._sent), kind, edge, as_body(body), about, re))
