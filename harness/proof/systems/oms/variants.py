"""Order systems that do things their own way, as the documents permit."""

from collections.abc import Iterable
from decimal import Decimal

from ordertck.harness.messages import (
    BillingLine,
    Body,
    Edge,
    Fault,
    Message,
    OrderUpdate,
    SalesOrder,
    WorkUpdate,
    as_body,
    replace,
)
from ordertck.harness.proof.registry import permitted, style
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    LineState,
    Objection,
    Orchestration,
    OrderManagement,
    Outbox,
    Parts,
    Reports,
    Supplementals,
)


@style("oms")
class CallsNeighboursSynchronously(OrderManagement):
    """Holds each call on a neighbour open until it is answered, and takes its next step only then."""

    def handle(self, message: Message) -> list[Message]:
        return [
            replace(sent, body={**sent.body, "waits": True})
            if sent.kind in ("billing-order", "provisioning-order")
            else sent
            for sent in super().handle(message)
        ]


@style("oms", of="refusal")
class RefusesInTheReply(OrderManagement):
    """Refuses an order in the answer to the call that brought it."""

    def handle(self, message: Message) -> list[Message]:
        return [
            replace(sent, edge=Edge.OMS, re=message.id)
            if sent.kind == "refusal" and message.kind == "sales-order"
            else sent
            for sent in super().handle(message)
        ]


@style("oms", of="refusal")
class FallsOutInsteadOfRefusing(Outbox):
    """Takes a wrong order in and raises a fallout over it."""

    def refuse(self, number: str, objection: Objection) -> None:
        fault = Fault(order=number, incident=f"{number}-fallout", reason=objection.reason, line=objection.line)
        self.fallout(fault, "raised")


class ProvisionsFirst(Orchestration):
    """Begins with provisioning, and has billing initiate a line that is provisioned."""

    def initiate(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        fulfilment.uninitiated = 0
        self.provision(fulfilment)

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        line.move_to(LineState.PROVISIONED)
        if line.work.billing is None or line.charged:
            self.complete(fulfilment, line)
        elif not line.initiated:
            line.initiated = True
            self.bill(fulfilment, "initiate", [line])
        elif line.refused == "fulfil":
            line.fulfilling = True
            self.bill(fulfilment, "fulfil", [line])


class FulfilsAtOnce(Reports):
    """Has billing complete what it has initiated without waiting for anything else."""

    def from_billing(self, report: WorkUpdate) -> None:
        fulfilment, line = self.book.find(report)
        if fulfilment and line and report.value == "INITIATED" and not line.fulfilling:
            line.asked = ""
            self.billing_has_answered(fulfilment, line)
            if line.state is not LineState.UNDOING:
                line.fulfilling = True
                self.orchestration.bill(fulfilment, "fulfil", [line])
        else:
            super().from_billing(report)


@style("oms", of="billing_grain")
class BillsAfterProvisioning(OrderManagement):
    """Has nothing billed before it is provisioned, line by line."""

    parts = Parts(orchestration=ProvisionsFirst, reports=FulfilsAtOnce)


class _BillsWhatIsProvisioned(ProvisionsFirst):
    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        line.move_to(LineState.PROVISIONED)
        if line.work.billing is None or line.charged:
            self.complete(fulfilment, line)
        elif not line.initiated:  # what was asked for before a revision changed it is asked for once
            line.fulfilling = line.initiated = True
            self.bill(fulfilment, "all", [line])


class _BillsInOneCall(Orchestration):
    def initiate(self, fulfilment: Fulfilment, lines: list[LineFulfilment]) -> None:
        for line in lines:
            line.fulfilling = True
        super().initiate(fulfilment, lines)

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        super().bill(fulfilment, "all", lines)

    def provisioned(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        line.move_to(LineState.PROVISIONED)
        if line.fulfilling or line.charged:
            self.complete(fulfilment, line)


class _WaitsForWhatItBillsAnew(Compensation):
    def send_billing(self, known: Fulfilment, phase: str, line: BillingLine) -> None:
        super().send_billing(known, "all", line)
        known.lines[line.line].fulfilling = False


@permitted("oms", without="two-phase-billing")
class OneBillingCallAfterProvisioning(OrderManagement):
    """Bills each line in a single call, once it is provisioned."""

    parts = Parts(orchestration=_BillsWhatIsProvisioned, compensation=_WaitsForWhatItBillsAnew)


class _HearsOneReport(Reports):
    def from_billing(self, report: WorkUpdate) -> None:
        fulfilment, line = self.book.find(report)
        waiting = line is not None and line.state is LineState.WAITING
        if fulfilment is not None and line is not None and waiting:
            self.incidents.line_goes_on(fulfilment, line)  # what billing could not do is wanted otherwise, and done
        super().from_billing(replace(report, value="INITIATED") if waiting else report)


@style("oms", of="billing_grain", without="two-phase-billing billing-after-provisioning")
class OneBillingCallAnOrder(OrderManagement):
    """Bills an order in a single call, before anything on it is provisioned."""

    parts = Parts(orchestration=_BillsInOneCall, compensation=_WaitsForWhatItBillsAnew, reports=_HearsOneReport)


@style("oms", of="turns of lines")
class TakesLinesBackwards(OrderManagement):
    """Works on the lines of an order from the last to the first."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        super().take_in(replace(order, lines=order.lines[::-1]), message)


@style("oms")
class ReportsMoreStatuses(Orchestration):
    """Tells the CRM of more stations than it has to, in words of its own."""

    def start(self, fulfilment: Fulfilment) -> None:
        for status in ("OPEN", "UNDER REVIEW"):
            update = OrderUpdate(order=fulfilment.number, status=status)
            self.outbox.tell("order-update", Edge.CRM, update, fulfilment.number)
        super().start(fulfilment)


@style("oms")
class SaysMoreThanItMust(Outbox):
    """Adds fields of its own to everything that it sends."""

    def tell(self, kind: str, edge: Edge, body: Body, about: str, re: str | None = None) -> str:
        said = super().tell(kind, edge, body, about, re)
        self.out[-1] = replace(self.out[-1], body={**as_body(body), "vendor_note": "as agreed"})
        return said


@style("oms")
class CallsBillingLineByLine(Orchestration):
    """Sends billing one call a line."""

    def bill(self, fulfilment: Fulfilment, phase: str, lines: list[LineFulfilment]) -> None:
        for line in lines:
            super().bill(fulfilment, phase, [line])


@permitted("oms", switches={"no_header_pl": "default"})
class FillsAMissingHeaderList(OrderManagement):
    """Gives an order without a header price list the configured default."""


@style("oms", switches={"no_action": "blank"})
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


@style("oms", of="address")
class UndoesAndRedoes(Compensation):
    """Takes down whatever is wanted differently and sets it up anew, where others would change it in place."""

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


@permitted("oms", switches={"update_empty_pl": "fill"})
class NamesAListOnlyWhereItIsAnother(Orchestration):
    """Puts an updated asset without a list on the header's, and names no list to billing where the charge is on it."""

    def charge(self, line: LineFulfilment, work: BillingLine) -> BillingLine:
        told, standing = super().charge(line, work), self.installed.get(line.asset)
        same = standing is not None and standing.price_list == told.price_list and told.override is None
        return replace(told, price_list=None) if same and told.effect == "change" else told


@style("oms", switches={"early_follow_on": "refuse"})
class TakesFollowOnsPastThePointOnly(OrderManagement):
    """Refuses a follow-on order to what could still be revised."""


@style("oms", switches={"revision_on_revision": "refuse"})
class WorksOneRevisionInAtATime(Supplementals):
    """Refuses a further revision until all that an earlier one changed is done."""

    def prepare(self) -> None:
        super().prepare()
        self.changed: dict[str, set[str]] = {}

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        self.changed.setdefault(known.number, set()).update(difference.touched, difference.added)
        super().revise(known, planned, difference)

    def is_being_worked_in(self, known: Fulfilment) -> bool:
        done = (LineState.PROVISIONED, LineState.COMPLETE)
        changed = self.changed.get(known.number, set())
        return any(line in changed and there.state not in done for line, there in known.lines.items())


@permitted("oms")
class WritesPricesWithoutZeros(Outbox):
    """Tells billing a price that was entered by hand as a number, without the zeros that say nothing."""

    def bill(self, fulfilment: Fulfilment, phase: str, lines: Iterable[BillingLine]) -> str:
        return super().bill(fulfilment, phase, map(self._plain, lines))

    @staticmethod
    def _plain(line: BillingLine) -> BillingLine:
        return replace(line, override=format(Decimal(line.override).normalize(), "f")) if line.override else line
