"""Central order management as the kit plays it before a service order management under test."""

from collections.abc import Callable

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.parts.line_orders import service_for
from ordertck.harness.bench.parts.provisioning import TARGET
from ordertck.harness.messages import (
    Edge,
    Fallout,
    Fault,
    LifeCycleEvent,
    Message,
    OrderLine,
    ProvisioningLine,
    ProvisioningOrder,
    SalesOrder,
    WorkUpdate,
    replace,
)


def _is_withdrawn(line: OrderLine, before: ProvisioningLine | None) -> bool:
    """Whether a line that was to do something says Delete in a newer version (A-62), and was no deletion before."""
    return line.action == "Delete" and before is not None and before.effect != "remove"


class CentralOrderManagement:
    """Sends the provisioning orders of what was submitted, and keeps what it is told.

    ``heard`` are the updates, in order of arrival, ``replies`` the messages that answered one of its own. A revision
    names the lines that it adds, alters or takes out, and no others. Work goes over the edge ``way``, its lines under
    the ids by which the order system ``knows`` them: where an integration hands it on, these are its own.
    """

    def __init__(
        self,
        directory: Directory,
        channel: Channel,
        way: Edge = Edge.PROVISIONING,
        knows: Callable[[str], str] = lambda line_id: line_id,
    ) -> None:
        self._directory, self._channel, self._way, self._knows = directory, channel, way, knows
        self.heard: list[WorkUpdate] = []
        self.faults: list[Fault] = []
        self.fallouts: list[Fallout] = []
        self.replies: list[Message] = []
        self._versions: dict[str, dict[str, ProvisioningLine]] = {}

    def provision(self, order: SalesOrder) -> None:
        """Have an order provisioned, or what a newer version of it changes."""
        before = self._versions.get(order.order, {})
        lines = [line for line in order.lines if not _is_withdrawn(line, before.get(line.id))]
        after = {line.id: service_for(order, line) for line in lines if self.target(line) == TARGET}
        self._versions[order.order] = after
        gone = [replace(line, effect="remove") for key, line in before.items() if key not in after]
        altered = [
            replace(line, effect="change") for key, line in after.items() if key in before and before[key] != line
        ]
        added = [line for key, line in after.items() if key not in before]
        if work := (*gone, *altered, *added):
            call = ProvisioningOrder(
                order=order.order,
                account=order.account or "",
                target=TARGET,
                lines=tuple(map(self._as_known, work)),
                requested_delivery=order.requested_delivery,
                priority=order.priority,
                revision=order.revision,
            )
            sent = self._channel.tell("provisioning-order", self._way, call, order.order)
            if (about := self._directory.order_by_number(order.order)) is not None:
                about.submitted_by(sent)

    def _as_known(self, line: ProvisioningLine) -> ProvisioningLine:
        return replace(line, line=self._knows(line.line), parent=self._knows(line.parent) if line.parent else None)

    def target(self, line: OrderLine) -> str | None:
        """The provisioning system of a line's product; a product that nobody knows is tried at the network."""
        product = self._directory.catalogue.products.get(line.product or "")
        return product.target if product else TARGET

    def event(self, kind: str, order: str) -> None:
        """Cancel, suspend or resume an order."""
        self._channel.tell(kind, Edge.PROVISIONING, LifeCycleEvent(order=order), order)

    def take(self, message: Message) -> None:
        """Service order management has told something."""
        if message.re is not None:
            self.replies.append(message)
        match message.kind:
            case "provisioning-update":
                self.heard.append(message.read(WorkUpdate))
            case "fault":
                self.faults.append(message.read(Fault))
            case "fallout":
                self.fallouts.append(message.read(Fallout))
