"""Integration layers that go wrong over what a back office says of an order."""

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="IS-09")
class DropsWhatBackOfficesSay(Integration):
    """Passes on what the order system says of an order, and nobody else."""

    def from_back_office(self, message: Message) -> None: ...


@wrong("integration", breaks="IS-09")
class SendsStatusBack(Integration):
    """Tells the CRM, and the back office as well."""

    def from_back_office(self, message: Message) -> None:
        super().from_back_office(message)
        self.tell("workflow", Edge.BACKOFFICE, {**message.body, "verb": "Send"}, message.about)


@wrong("integration", breaks="IS-09")
class PassesOnTheFirstStatusOnly(Integration):
    """Passes on what a back office says first, and takes the rest for repetition."""

    told = False

    def from_back_office(self, message: Message) -> None:
        if not self.told:
            super().from_back_office(message)
        self.told = True


@wrong("integration", breaks="IS-09")
class GivesEveryOrderTheStatus(Integration):
    """Gives every order that it has handed over the status that is told of one."""

    def prepare(self) -> None:
        self.orders: list[str] = []

    def hand_over(self, message: Message) -> None:
        self.orders.append(message.body["order"])
        super().hand_over(message)

    def from_back_office(self, message: Message) -> None:
        super().from_back_office(message)
        for order in self.orders:
            super().from_back_office(replace(message, body={**message.body, "record": order}))


@wrong("integration", breaks="IS-09")
class ClosesOrdersToBackOffices(Integration):
    """Passes nothing on that a back office says of an order once that is complete."""

    def prepare(self) -> None:
        self.complete: set[str] = set()

    def to_crm(self, message: Message) -> None:
        if message.body.get("status") == "COMPLETE":
            self.complete.add(self.numbers.get(message.body["order"], message.body["order"]))
        super().to_crm(message)

    def from_back_office(self, message: Message) -> None:
        if message.body["record"] not in self.complete:
            super().from_back_office(message)
