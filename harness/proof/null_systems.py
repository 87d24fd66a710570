"""Null systems: they do nothing, or the same to everything, and so uphold no rule."""

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import (
    DeskShown,
    Edge,
    Fault,
    LineUpdate,
    Message,
    OrderSnapshot,
    OrderUpdate,
    Refusal,
    WorkUpdate,
    as_body,
)
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.registry import null
from ordertck.harness.reference.composition import Part
from ordertck.harness.reference.landscape import PARTS

ROLES = tuple(PARTS)


class Null:
    """Knows where it is, and can say something."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        self.catalogue, self.scenario = catalogue, scenario
        self.count = 0

    def message(self, kind: str, edge: Edge, body: object, about: str, re: str | None = None) -> Message:
        """One message under an id of its own."""
        self.count += 1
        return Message(f"{self.scenario.id}-null-{self.count}", kind, edge, body, about, re)  # type: ignore[arg-type]


@null(*ROLES)
class Mute(Null):
    """Takes everything and never says a word."""

    def handle(self, message: Message) -> list[Message]:
        return []


@null(*ROLES)
class Echo(Null):
    """Sends back every message as it came, and as an answer to itself."""

    def handle(self, message: Message) -> list[Message]:
        return [
            self.message(message.kind, message.edge, message.body, message.about),
            self.message(message.kind, message.edge, message.body, message.about, message.id),
        ]


@null(*ROLES)
class AcceptsEverything(Null):
    """Says yes to everything and reports every order complete, without having anything done."""

    def handle(self, message: Message) -> list[Message]:
        match message.kind:
            case "sales-order" | "order-submission":
                lines = tuple(LineUpdate(line=x["id"], status="COMPLETE") for x in message.body.get("lines", ()))
                update = OrderUpdate(order=message.body["order"], status="COMPLETE", lines=lines)
                return [self.message("order-update", Edge.CRM, as_body(update), message.about)]
            case "order-query":
                snapshot = OrderSnapshot(order=message.body["order"], status="COMPLETE")
                return [self.message("order-snapshot", Edge.OMS, as_body(snapshot), message.about, message.id)]
            case "desk-do" | "desk-see":
                ref = message.body["ref"]
                shown = DeskShown(object=message.body["object"], ref=ref, id=f"{self.scenario.id}-{ref}")
                return [self.message("desk-shown", Edge.DESK, as_body(shown), message.about, message.id)]
            case "provisioning-order":
                return [self.provisioned(message, line["line"]) for line in message.body["lines"]]
        return []

    def provisioned(self, message: Message, line: str) -> Message:
        update = WorkUpdate(order=message.body["order"], line=line, sort="status", value="COMPLETE")
        return self.message("provisioning-update", Edge.PROVISIONING, as_body(update), message.about)


@null(*ROLES)
class RefusesEverything(Null):
    """Says no to everything."""

    def handle(self, message: Message) -> list[Message]:
        match message.kind:
            case "sales-order" | "order-submission":
                refusal = Refusal(order=message.body["order"], reason="no")
                return [self.message("refusal", Edge.CRM, as_body(refusal), message.about, message.id)]
            case "order-query":
                snapshot = OrderSnapshot(order=message.body["order"], status="UNKNOWN")
                return [self.message("order-snapshot", Edge.OMS, as_body(snapshot), message.about, message.id)]
            case "desk-do" | "desk-see":
                shown = DeskShown(object=message.body["object"], ref=message.body["ref"], refused="no")
                return [self.message("desk-shown", Edge.DESK, as_body(shown), message.about, message.id)]
            case "provisioning-order" | "cancel" | "suspend" | "resume" if message.edge is Edge.PROVISIONING:
                lines = message.body.get("lines", ({"line": None},))
                return [self.fault(message, line["line"]) for line in lines]
        return []

    def fault(self, message: Message, line: str | None) -> Message:
        fault = Fault(order=message.body["order"], line=line, incident=f"{message.id}-{line}", reason="no")
        return self.message("fault", Edge.PROVISIONING, as_body(fault), message.about)


@null(*ROLES)
class Garbage(Null):
    """Answers everything with messages that no schema allows."""

    def handle(self, message: Message) -> list[Message]:
        about = message.about
        return [
            self.message("order-update", Edge.CRM, {"order": about, "status": 7}, about),
            self.message("desk-shown", Edge.DESK, {"shown": "nothing"}, about, message.id),
            self.message("no-such-kind", Edge.BILLING, {"order": about}, about),
        ]


@null("crm")
class ShowsAndSendsNothing(Null):
    """Keeps and shows everything as it should, and sends nobody anything but a receipt."""

    def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        super().__init__(catalogue, scenario)
        self.part: Part = PARTS["crm"](catalogue, scenario)

    def handle(self, message: Message) -> list[Message]:
        return [said for said in self.part.handle(message) if said.kind in ("desk-shown", "workflow-answer")]


class _Brief:
    """The reference in this role, up to a point."""

    def __init__(self, role: str, catalogue: Catalogue, scenario: ScenarioContext) -> None:
        self.part: Part = PARTS[role](catalogue, scenario)
        self.handled = 0

    def handle(self, message: Message) -> list[Message]:
        self.handled += 1
        return self.part.handle(message) if self.handled == 1 else self.after()

    def after(self) -> list[Message]:
        return []


def _enlist_brief(role: str) -> None:
    @null(role)
    class FreezesAfterTheFirstMessage(_Brief):
        """Handles one message as it should, and none after it."""

        def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
            super().__init__(role, catalogue, scenario)

    @null(role)
    class Dies(_Brief):
        """Handles one message as it should, and breaks down at the next."""

        def __init__(self, catalogue: Catalogue, scenario: ScenarioContext) -> None:
            super().__init__(role, catalogue, scenario)

        def after(self) -> list[Message]:
            raise ConnectionError("the system has gone")


for _role in ROLES:
    _enlist_brief(_role)
