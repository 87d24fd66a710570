"""What service order management takes: the queue from order management, and the reports of the network."""

from collections import deque
from collections.abc import Mapping

from ordertck.harness.messages import LifeCycleEvent, Message, NetworkReport, ProvisioningOrder
from ordertck.harness.reference.som.service_outbox import Telling


class Reading(Telling):
    """Takes each message once. What comes from order management waits in the ``queue`` while the reader is stopped."""

    def __init__(self, milestones: Mapping[str, str]) -> None:
        super().__init__(milestones)
        self.queue: deque[Message] = deque()
        self.stopped = False
        self._seen: set[str] = set()

    def handle(self, message: Message) -> list[Message]:
        """Take one message; the messages that it leads to, in order. One that came before changes nothing."""
        self.out = []
        if message.id in self._seen:
            return self.out
        self._seen.add(message.id)
        match message.kind:
            case "stop":
                self.stopped = True
            case "start":
                self.stopped = False
            case "network-report":
                self.network_reports(message.read(NetworkReport))
            case _:
                self.queue.append(message)
        self.read_queue()
        return self.out

    def read_queue(self) -> None:
        """Take what waits in the queue, unless the reader is stopped (PV-12)."""
        while self.queue and not self.stopped:
            self.read(self.queue.popleft())

    def read(self, message: Message) -> None:
        """Take one message from the queue."""
        match message.kind:
            case "provisioning-order":
                self.take_in(message.read(ProvisioningOrder), message)
            case "cancel" | "suspend" | "resume":
                self.event(message.kind, message.read(LifeCycleEvent).order, message)

    def take_in(self, call: ProvisioningOrder, message: Message) -> None:
        """A new order, or a revision of one."""
        raise NotImplementedError

    def event(self, kind: str, number: str, message: Message) -> None:
        """Something happens to a whole order."""
        raise NotImplementedError

    def network_reports(self, report: NetworkReport) -> None:
        """The network did, undid or could not do a step."""
        raise NotImplementedError
