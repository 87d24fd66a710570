"""What check-adapter says to a system: one message suited to its role, and what an obliging neighbour answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import (
    Answer,
    BillingOrder,
    DeskSee,
    Edge,
    Message,
    NetworkOrder,
    NetworkReport,
    OrderLine,
    OrderSubmission,
    ProvisioningLine,
    ProvisioningOrder,
    SalesOrder,
    SubmittedLine,
    WorkUpdate,
    as_body,
    read_body,
)
from ordertck.harness.port import ScenarioContext

_NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
# From the outside in: a system of several roles is spoken to where its outermost edge is.
_ROLES = ("crm", "integration", "oms", "som")


@dataclass(frozen=True, slots=True)
class Probe:
    """What is said to a system that plays ``role``; ids start with ``session``."""

    session: str
    role: str
    catalogue: Catalogue

    @property
    def what(self) -> str:
        """The message in words."""
        return {
            "crm": "a look at the assets of an account",
            "integration": f"an order submission of one {self.catalogue.usual_product} line",
            "oms": f"a sales order of one {self.catalogue.usual_product} line",
            "som": f"a provisioning order of one {self.catalogue.usual_product} line",
        }[self.role]

    def scenario(self) -> ScenarioContext:
        """The scenario in which everything is said."""
        catalogue = self.catalogue
        accounts = tuple(
            {
                "id": self._account(account["role"]),
                "name": f"{account['role']} of the adapter check",
                "price_list": catalogue.account_price_list,
                "payer": self._account(account.get("payer", account["role"])),
                "site": "1 Market Square",
                "second_site": "2 Station Road",
            }
            for account in catalogue.accounts
        )
        return ScenarioContext(f"{self.session}-1", self.session, _NOW, catalogue.name, catalogue.digest, accounts)

    def order(self, number: int) -> str:
        """The order number of the probe's n-th message."""
        return f"{self.session}-ORDER{number}"

    def message(self, number: int) -> Message:
        """The probe's n-th message."""
        order, name = self.order(number), f"{self.session}-m-{number}"
        account, payer = self._account("Customer"), self._account("Payer")
        product = self.catalogue.usual_product
        price_list, line, asset = self.catalogue.header_price_list, f"{order}-L1", f"{order}-A1"
        subject, attributes = self.catalogue.products[product].subject, {"speed": "100"}
        match self.role:
            case "crm":
                see = DeskSee(object="assets", ref=account)
                return Message(name, "desk-see", Edge.DESK, as_body(see), account)
            case "som":
                piece = ProvisioningLine(line=line, product=product, effect="add", asset=asset, attributes=attributes)
                work = ProvisioningOrder(order=order, account=account, target="network", lines=(piece,))
                return Message(name, "provisioning-order", Edge.PROVISIONING, as_body(work), order)
            case "integration":
                ordered = SubmittedLine(
                    id=line, number="1", product=product, subject=subject, action="Add", asset=asset,
                    attributes=attributes,
                )  # fmt: skip
                submission = OrderSubmission(
                    order=order, id=f"{order}/1", account=account, payer=payer, price_list=price_list,
                    priority="Medium", lines=(ordered,),
                )  # fmt: skip
                return Message(name, "order-submission", Edge.SUBMISSION, as_body(submission), order, None, 5)
            case _:
                taken = OrderLine(
                    id=line, number="1", product=product, subject=subject, action="Add", asset=asset,
                    attributes=attributes,
                )  # fmt: skip
                sale = SalesOrder(
                    order=order, id=f"{order}/1", account=account, payer=payer, price_list=price_list,
                    priority="Medium", lines=(taken,),
                )  # fmt: skip
                return Message(name, "sales-order", Edge.OMS, as_body(sale), order, None, 5)

    def answered_by(self, number: int, message: Message) -> bool:
        """Whether a message is about what the probe's n-th message was about."""
        if self.role == "crm":
            return message.re == f"{self.session}-m-{number}"
        return self.order(number) in (message.body.get("order"), message.about)

    def answers(self, message: Message) -> Iterator[Message]:
        """What an obliging neighbour answers: it takes the call, and reports every line done."""
        if (message.kind, message.edge) == ("billing-order", Edge.BILLING):
            bill = read_body(BillingOrder, message.body)
            done = "INITIATED" if bill.phase == "initiate" else "COMPLETE"
            yield from _reports("billing", message, bill.waits, [line.line for line in bill.lines], done)
        elif message.kind == "provisioning-order":
            work = read_body(ProvisioningOrder, message.body)
            yield from _reports("provisioning", message, work.waits, [line.line for line in work.lines], "COMPLETE")
        elif message.kind == "network-order":
            for number, step in enumerate(read_body(NetworkOrder, message.body).lines, 1):
                outcome = "undone" if step.effect == "undo" else "done"
                told = NetworkReport(
                    order=message.body["order"], line=step.line, step=step.step, outcome=outcome, call=message.id
                )
                yield Message(f"{message.id}-{number}", "network-report", Edge.NETWORK, as_body(told), told.order)

    def _account(self, role: str) -> str:
        return f"{self.session}-{role.upper()}"


def probe_for(roles: tuple[str, ...], session: str, catalogue: Catalogue) -> Probe:
    """The probe for a system of these roles."""
    return Probe(session, next(role for role in _ROLES if role in roles), catalogue)


def _reports(who: str, call: Message, waits: bool, lines: list[str], done: str) -> Iterator[Message]:
    order: str = call.body["order"]
    if waits:
        yield Message(f"{call.id}-a", f"{who}-answer", call.edge, as_body(Answer(outcome="ok")), order, call.id)
    for number, line in enumerate(lines, 1):
        report = WorkUpdate(order=order, line=line, sort="status", value=done)
        yield Message(f"{call.id}-{number}", f"{who}-update", call.edge, as_body(report), order)
