"""Order systems that do things their own way, as the documents permit."""

from ordertck.harness.messages import (
    Body,
    Edge,
    Fallout,
    Message,
    OrderUpdate,
    Refusal,
    SalesOrder,
    WorkUpdate,
    as_body,
    replace,
)
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.life_cycle import LineState, advance_line
from ordertck.harness.reference.oms.order_management import Fulfilment, LineFulfilment, OrderManagement
from ordertck.harness.reference.oms.supplementals import Supplementals


@permitted("oms")
class CallsNeighboursSynchronously(OrderManagement):
    """Holds each call on a neighbour open until it is answered, and takes its next step only then."""

    def handle(self, message: Message) -> list[Message]:
        return [
            replace(sent, body={**sent.body, "waits": True})
            if sent.kind in ("billing-order", "provisioning-order")
            else sent
            for sent in super().handle(message)
        ]


@permitted("oms")
class RefusesInTheReply(OrderManagement):
    """Refuses an order in the answer to the call that brought it."""

    current = ""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        self.current = message.id
        super().take_in(order, message)

    def refuse(self, order: SalesOrder, objection: Objection) -> None:
        refusal = Refusal(order=order.order, reason=objection.reason, line=objection.line)
        self.tell("refusal", Edge.OMS, refusal, order.order, re=self.current)


@permitted("oms")
class FallsOutInsteadOfRefusing(OrderManagement):
    """Takes a wrong order in and raises a fallout over it."""

    def refuse(self, order: SalesOrder, objection: Objection) -> None:
        fallout = Fallout(
            order=order.order, incident=f"{order.order}-fallout", state="raised", reason=objection.reason,
            line=objection.line,
        )  # fmt: skip
        self.tell("fallout", Edge.CRM, fallout, order.order)


@permitted("oms")
class BillsAfterProvisioning(OrderManagement):
    """Has nothing billed before it is provisioned, line by line."""

    def initiate(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        fulfilment.uninitiated = 0
        self.provision(fulfilment)

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        line.state = advance_line(line.state, LineState.PROVISIONED)
        if line.work.billing is None or line.charged:
            self.complete(fulfilment, line)
        elif not line.initiated:
            line.initiated = True
            self.bill(fulfilment, "initiate", [line])

    def billing_reports(self, report: WorkUpdate) -> None:
        fulfilment, line = self.find(report)
        if fulfilment and line and report.value == "INITIATED" and not line.fulfilling:
            line.fulfilling = True
            self.bill(fulfilment, "fulfil", [line])
        else:
            super().billing_reports(report)


@permitted("oms", without="two-phase-billing")
class OneBillingCallAnOrder(OrderManagement):
    """Bills an order in a single call, before anything on it is provisioned."""

    def initiate(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            line.fulfilling = True
        super().initiate(fulfilment, lines)

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        super().bill(fulfilment, "all", lines)

    def billing_reports(self, report: WorkUpdate) -> None:
        _, line = self.find(report)
        waiting = line is not None and line.state is LineState.WAITING
        super().billing_reports(replace(report, value="INITIATED") if waiting else report)

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        line.state = advance_line(line.state, LineState.PROVISIONED)
        self.complete(fulfilment, line)


@permitted("oms")
class TakesLinesBackwards(OrderManagement):
    """Works on the lines of an order from the last to the first."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        super().take_in(replace(order, lines=order.lines[::-1]), message)


@permitted("oms")
class ReportsMoreStatuses(OrderManagement):
    """Tells the CRM of more stations than it has to, in words of its own."""

    def start(self, fulfilment: Fulfilment) -> None:
        for status in ("OPEN", "UNDER REVIEW"):
            update = OrderUpdate(order=fulfilment.order.order, status=status)
            self.tell("order-update", Edge.CRM, update, fulfilment.order.order)
        super().start(fulfilment)


@permitted("oms")
class SaysMoreThanItMust(OrderManagement):
    """Adds fields of its own to everything that it sends."""

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> None:
        super().tell(kind, edge, body, about, re)
        self.out[-1] = replace(self.out[-1], body={**as_body(body), "vendor_note": "as agreed"})


@permitted("oms")
class CallsBillingLineByLine(OrderManagement):
    """Sends billing one call a line."""

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        for line in lines:
            super().bill(fulfilment, phase, [line])


@permitted("oms", switches={"no_header_pl": "default"})
class FillsAMissingHeaderList(OrderManagement):
    """Gives an order without a header price list the configured default."""


@permitted("oms", switches={"no_action": "blank"})
class TakesABlankForUnchanged(OrderManagement):
    """Reads a line without an action as one that stays as it is."""


@permitted("oms", switches={"default_priority": "4"})
class TakesFourForNoPriority(OrderManagement):
    """Gives an order without a priority the queue's own default."""


@permitted("oms", switches={"past_date": "refuse"})
class RefusesThePast(OrderManagement):
    """Refuses an order whose requested date has passed."""


@permitted("oms", switches={"ponr_scope": "order"})
class LocksTheOrderWithItsFirstLine(OrderManagement):
    """Refuses every revision of an order of which one line is past its point of no return."""


@permitted("oms")
class UndoesAndRedoes(OrderManagement):
    """Takes down whatever is wanted differently and sets it up anew, where others would change it in place."""

    class Revisions(Supplementals):
        """Changes nothing in place."""

        def in_place(self, old: LineFulfilment, new: LineFulfilment) -> bool:
            """Only how many there are."""
            was, wanted = old.work.provisioning, new.work.provisioning
            if was is None or wanted is None or "quantity" not in was.attributes:
                return was == wanted
            same = {**was.attributes, "quantity": wanted.attributes.get("quantity", "1")}
            return replace(was, attributes=same) == wanted


@permitted("oms", switches={"update_empty_pl": "fill"})
class FillsUpdatesFromTheHeader(OrderManagement):
    """Puts an updated asset without a list on the header's."""
