"""The accounts of order management: orders and lines as told, what neighbours were asked, what is installed."""

from collections.abc import Iterator
from datetime import datetime

from ordertck.harness.claims import Claims
from ordertck.harness.messages import (
    BillingOrder,
    Fallout,
    Fault,
    LifeCycleEvent,
    Message,
    OrderLine,
    OrderProgress,
    ProvisioningOrder,
    Refusal,
    SalesOrder,
    WorkUpdate,
)
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.oms import intake
from ordertck.harness.oracle.oms.accounts import (
    Asked,
    Incident,
    LineAccount,
    OrderAccount,
    Should,
    Taken,
    Version,
    Work,
)
from ordertck.harness.oracle.oms.installed import Installed


class OrderSystemBook:
    """Everything that is known of one order system from the messages that crossed its edges.

    ``orders`` by number, ``lines`` by id, ``incidents`` by id; ``installed`` is what the neighbours have by what they
    did. ``unknown`` are the lines that work was asked for and nobody ordered.
    """

    def __init__(self, claims: Claims) -> None:
        self.catalogue, self.switches = claims.edition.catalogue, claims.switches
        self.capabilities = claims.capabilities
        self.capacity = claims.capacity if "limited-capacity" in claims.capabilities else None
        self.orders: dict[str, OrderAccount] = {}
        self.lines: dict[str, LineAccount] = {}
        self.incidents: dict[str, Incident] = {}
        self.installed = Installed(self.catalogue)
        self.away: set[str] = set()
        self._calls: dict[tuple[str, str], Asked] = {}
        self._told: set[str] = set()
        self.rested_at = 0

    # What is known

    def lines_of(self, order: OrderAccount) -> list[LineAccount]:
        """The accounts of an order's lines, of every version that was not refused, each once."""
        ids = {line.id: None for v in order.versions if v.taken is not Taken.NO for line in v.order.lines}
        return [self.lines[line] for line in ids]

    def is_open(self, line: LineAccount) -> bool:
        """Whether a line is still to be completed: its order was not refused, some version that may count has it."""
        order = self.orders[line.order]
        if order.is_over or line.lost or line.complete is not None:
            return False
        return any(v.line(line.id) is not None and not v.cancels for v in order.candidates)

    def wanted(self, line: LineAccount) -> list[tuple[Version, OrderLine]]:
        """What a line is to be, by each version that may count."""
        found = ((v, v.line(line.id)) for v in self.orders[line.order].candidates if not v.cancels)
        return [(version, wanted) for version, wanted in found if wanted is not None]

    def effective_list(self, order: SalesOrder, line: OrderLine) -> str | None:
        """The price list that a line is to be charged on; None for one that keeps what is installed (table 6.1)."""
        if line.action == "Add":
            fallback = self.catalogue.integration_price_list if self.switches["no_header_pl"] == "default" else None
            return line.price_list or order.price_list or fallback
        if line.action != "Update":
            return None
        cleared = line.override is not None or self.switches["update_empty_pl"] == "fill"
        return line.price_list or (order.price_list if cleared else None) or None

    def lock(self, line_id: str, line: OrderLine) -> str:
        """Whether a line is past its point of no return: "locked", "free" or "perhaps" (PN-01, PN-02)."""
        account = self.lines[line_id]
        if account.complete is not None:
            return "locked"
        product = self.catalogue.products.get(line.product or "")
        point = product.ponr if product else None
        if point is not None and point in account.milestones:
            return "locked"
        in_row = list(self.catalogue.milestones.values())
        passed = [m for m in account.milestones if point in in_row and m in in_row]
        if any(in_row.index(m) > in_row.index(point or "") for m in passed):
            return "perhaps"
        done = account.provisioning and account.provisioning[-1].state is Work.DONE
        return "perhaps" if done and not account.busy else "free"

    def standing(self, asset: str | None) -> str:
        """How an asset stands for who orders a change of it: "active", "suspended", "changing", "gone" or "never"."""
        about = [self.lines[line] for line in self.installed.lines_of(asset or "")]
        if any(self.is_open(line) or line.lost for line in about):
            return "changing" if self.installed.completed(asset or "") else "never"
        return self.installed.completed(asset or "") or "never"

    def sold_otherwise(self, line: OrderLine) -> bool:
        """Whether what is sold here says nothing of a line's product, or contradicts what the line says of it."""
        product = self.catalogue.products.get(line.product or "")
        return line.product is not None and (product is None or line.subject not in (None, product.subject))

    def done_by_all(self, line: LineAccount) -> bool:
        """Whether the neighbours have done all that they were asked for a line, and were asked what it needs."""
        for _, wanted in self.wanted(line):
            product = self.catalogue.products.get(wanted.product or "")
            needs_billing = (product is None or product.billed) and wanted.action in ("Add", "Delete")
            needs_network = product is not None and product.target is not None and wanted.action == "Add"
            if (needs_billing and not line.billing) or (needs_network and not line.provisioning):
                return False
        return not line.busy and not line.failed and all(a.phase != "initiate" for a in line.billing[-1:])

    # What crosses

    def rest(self, rest: Rest) -> None:
        """What was told and is not refused by now was taken in."""
        self.rested_at = rest.record
        for order in self.orders.values():
            for version in order.versions:
                if version.taken is Taken.OPEN:
                    version.taken = Taken.YES
                    self._takes_effect(order, version)

    def note(self, crossing: Crossing) -> None:
        """Take down a message."""
        message = crossing.message
        if crossing.told:
            if message.id not in self._told:
                self._told.add(message.id)
                self._was_told(crossing, message)
        else:
            self._was_heard(crossing, message)

    def _was_told(self, crossing: Crossing, message: Message) -> None:
        match message.kind:
            case "sales-order":
                self._ordered(crossing, message.read(SalesOrder))
            case "cancel":
                self._cancelled(crossing, message.read(LifeCycleEvent).order)
            case "provisioning-update" | "billing-update":
                self._reported(message.read(WorkUpdate))
            case "fault":
                self._failed(crossing, message.read(Fault))
            case "fallout":
                freed = message.read(Fallout)
                if freed.incident in self.incidents:
                    self.incidents[freed.incident].open = False
            case "neighbour-away":
                self.away.add(str(message.body["neighbour"]))
            case "neighbour-back":
                self.away.discard(str(message.body["neighbour"]))

    def _was_heard(self, crossing: Crossing, message: Message) -> None:
        match message.kind:
            case "billing-order":
                billing = message.read(BillingOrder)
                for billed in billing.lines:
                    self._asks(Asked(crossing.record, message.id, billing.order, billed, billing.phase))
            case "provisioning-order":
                call = message.read(ProvisioningOrder)
                for line in call.lines:
                    self._asks(Asked(crossing.record, message.id, call.order, line))
            case "order-update" | "order-snapshot":
                self._told_crm(crossing, message.read(OrderProgress))
            case "refusal":
                self._refused(message)
            case "fallout":
                fallout = message.read(Fallout)
                order = self.orders.get(fallout.order)
                if order is not None and fallout.state == "raised":
                    order.raised.append((fallout.line, crossing.record))
                elif order is not None:
                    order.resolved.append(fallout.incident)

    # Orders

    def _ordered(self, crossing: Crossing, sold: SalesOrder) -> None:
        priority = crossing.message.priority
        level = priority if priority is not None else int(self.switches["default_priority"])
        known = self.orders.get(sold.order)
        version = Version(sold, crossing.record, crossing.at, level, Should.EITHER)
        if known is None or intake.is_known_refused(known):
            version.should, version.flaw = intake.of_order(self, sold, priority, crossing.at)
        elif self._withdraws_all(known, sold):
            version.cancels = True
            version.should, version.flaw = intake.of_cancel(self, known)
        else:
            version.should, version.flaw = intake.of_version(self, known, version, priority)
        version.waits = intake.open_bases(self, sold)
        order = self.orders.setdefault(sold.order, OrderAccount(sold.order))
        version.late = order.begun is not None
        order.versions.append(version)
        for line in sold.lines:
            self.lines.setdefault(line.id, LineAccount(line.id, sold.order))
            self.installed.about(line)

    def _withdraws_all(self, known: OrderAccount, sold: SalesOrder) -> bool:
        """Whether a newer version says Delete on every line that was to add something, which is a cancel (A-47)."""
        before = known.candidates[0].order if known.candidates else None
        if before is None or not sold.lines:
            return False
        adds = {line.id for line in before.lines if line.action == "Add"}
        return all(line.action == "Delete" and line.id in adds for line in sold.lines)

    def _cancelled(self, crossing: Crossing, number: str) -> None:
        known = self.orders.get(number)
        should, flaw = intake.of_cancel(self, known)
        if known is None or not known.versions:
            return
        before = (known.candidates or known.versions)[0]
        known.versions.append(
            Version(before.order, crossing.record, crossing.at, before.priority, should, flaw, cancels=True)
        )

    def _refused(self, message: Message) -> None:
        order = self.orders.get(message.read(Refusal).order)
        if order is None:
            return
        undecided = [version for version in order.versions if version.taken is Taken.OPEN]
        if undecided:
            # Where several wait for an answer, the one that has to be refused is the one that is.
            meant = next((version for version in undecided if version.should is Should.REFUSE), undecided[-1])
            meant.taken = Taken.NO

    def _takes_effect(self, order: OrderAccount, version: Version) -> None:
        """A version counts from now on: what it leaves out will not be completed any more."""
        kept = set() if version.cancels else {line.id for line in version.order.lines}
        for line in self.lines_of(order):
            if line.id not in kept and line.complete is None:
                line.lost = True

    # What neighbours are asked, and report

    def _asks(self, asked: Asked) -> None:
        line = self.lines.get(asked.line.line)
        order = self.orders.get(asked.order)
        if order is not None and order.begun is None:
            order.begun = asked.record
        if line is None:
            return
        before = line.billing if asked.phase else line.provisioning
        self.installed.asks(asked, before)
        before.append(asked)
        self._calls[asked.call, line.id] = asked

    def _reported(self, told: WorkUpdate) -> None:
        line = self.lines.get(told.line)
        latest = line.provisioning[-1] if line and line.provisioning else None
        asked = self._calls.get((told.call or "", told.line), latest)
        if line is None or asked is None:
            return
        if told.sort == "milestone":
            if asked is line.provisioning[-1] and told.value not in line.milestones and line.complete is None:
                line.milestones.append(told.value)
        elif told.sort == "data":
            if asked is line.provisioning[-1]:
                line.assigned[told.attribute or ""] = told.value
                self.installed.assigned(line.id, told.attribute or "", told.value)
        elif self._means_done(asked, told.value) and asked.state in (Work.OPEN, Work.FAILED):
            asked.state = Work.DONE
            self.installed.done(asked)

    def _means_done(self, asked: Asked, said: str) -> bool:
        """Whether what a neighbour says of its work means that it is done; billing says INITIATED of the first half."""
        if asked.phase:
            return said == ("INITIATED" if asked.phase == "initiate" else "COMPLETE")
        product = self.catalogue.products.get(asked.line.product)
        words = self.catalogue.native_statuses.get((product.target if product else None) or "", {})
        return words.get(said, said) in ("COMPLETE", "CANCELLED")

    def _failed(self, crossing: Crossing, fault: Fault) -> None:
        self.incidents[fault.incident] = Incident(fault.order, fault.line, crossing.record)
        if fault.order in self.orders:
            self.orders[fault.order].troubled = True
        line = self.lines.get(fault.line or "")
        for asked in line.asked if line else ():
            if asked.state is Work.OPEN and (asked.phase != "") == (crossing.message.edge == "billing"):
                asked.state = Work.FAILED

    # What the CRM is told

    def _told_crm(self, crossing: Crossing, told: OrderProgress) -> None:
        order = self.orders.get(told.order)
        if order is None:
            return
        for said in told.lines:
            line = self.lines.get(said.line)
            if line is None:
                continue
            if said.status == "COMPLETE":
                self._completes(line, crossing.record)
            line.status = said.status or line.status
            if said.milestone and said.milestone not in line.told_milestones:
                line.told_milestones.append(said.milestone)
            line.told_values.update(said.attributes)
        order.status = told.status
        if told.status == "COMPLETE":
            for version in order.candidates[:1]:
                for sold in version.order.lines:
                    self._completes(self.lines[sold.id], crossing.record)

    def _completes(self, line: LineAccount, record: int) -> None:
        if line.complete is None:
            line.complete = record
            for version, wanted in self.wanted(line)[:1]:
                listed = self.effective_list(version.order, wanted)
                self.installed.complete(wanted, version.order, listed, line.assigned)

    def ready(self) -> Iterator[OrderAccount]:
        """The orders that were taken in and are not over."""
        return (o for o in self.orders.values() if o.current is not None and not o.is_over)

    def now_or_earlier(self, date: datetime | None, at: datetime) -> bool:
        """Whether a date has come."""
        return date is None or date <= at
