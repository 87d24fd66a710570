"""The CRM as the kit plays it: submits what is entered, keeps status and assets from what it is told."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ordertck.harness.bench.orders import DraftLine, Order, parents_first
from ordertck.harness.bench.parts.crm import Asset, Crm, Table
from ordertck.harness.errors import Breach
from ordertck.harness.messages import (
    Edge,
    Fallout,
    Fault,
    LineUpdate,
    Message,
    OrderLine,
    OrderSnapshot,
    OrderSubmission,
    OrderUpdate,
    Refusal,
    SalesOrder,
    SubmittedLine,
    as_body,
    read_body,
)

if TYPE_CHECKING:
    from ordertck.harness.bench.stage import Stage


def note(order: Order, message: Message) -> None:
    """Take down on the order what was told of it: status, refusal, fallout."""
    match message.kind:
        case "refusal":
            order.refusals.append(read_body(Refusal, message.body))
        case "fallout":
            order.fallouts.append(read_body(Fallout, message.body))
        case "fault":
            fault = read_body(Fault, message.body)
            order.fallouts.append(
                Fallout(
                    order=fault.order, incident=fault.incident, state="raised", reason=fault.reason, line=fault.line
                )
            )
        case _:
            update = read_body(OrderUpdate, message.body)
            order.status = update.status
            order.statuses.append(update.status)


def submission_of(stage: "Stage", order: Order) -> OrderSubmission:
    """The message that a truthful CRM sends for an order: components with their product's price list (PL-13)."""
    lists: dict[str, str | None] = {}
    lines = []
    for line in parents_first(order.lines):
        product = stage.directory.catalogue.products.get(line.product or "")
        lists[line.number] = line.price_list
        copied = None
        if line.parent is not None and _customizable(stage, order, line.parent):
            copied = lists[line.number] = lists.get(line.parent)
        lines.append(
            SubmittedLine(
                id=line.id,
                number=line.number,
                product=line.product,
                subject=line.subject or (product.subject if product else None),
                action=line.action,
                parent=_line_id(order, line.parent),
                base_line=base_line_of(stage, line),
                asset=stage.directory.asset_of(line.id) if line.product else None,
                price_list=line.price_list or copied,
                override=line.override,
                due_date=line.due_date,
                site=line.site,
                service_point=line.service_point,
                attributes=line.attributes,
            )
        )
    places = [line.number for line in order.lines]
    return OrderSubmission(
        order=order.number,
        id=f"{order.number}/{order.revision}",
        revision=order.revision,
        account=order.account,
        payer=order.payer,
        price_list=order.price_list,
        priority=order.priority,
        site=order.site,
        ship_to=order.ship_to,
        ship_by=order.ship_by,
        base_order=base_order_of(stage, order),
        due_date=order.due_date,
        lines=tuple(sorted(lines, key=lambda sent: places.index(sent.number))),
    )


def sales_order_of(submission: Mapping[str, object]) -> dict[str, object]:
    """What a truthful integration makes of a submission: the same, its date under the other name (DD-02)."""
    sent = read_body(OrderSubmission, submission)
    shared = {name: getattr(sent, name) for name in Shared}
    lines = tuple(
        OrderLine(**{name: getattr(line, name) for name in SharedLine}, requested_delivery=line.due_date)
        for line in sent.lines
    )
    return as_body(SalesOrder(**shared, requested_delivery=sent.due_date, lines=lines))


Shared = (
    "order", "id", "revision", "account", "payer", "price_list", "priority", "site", "ship_to", "ship_by", "base_order",
    "approval",
)  # fmt: skip
SharedLine = (
    "id", "number", "product", "subject", "action", "parent", "base_line", "asset", "price_list", "override", "site",
    "service_point", "attributes",
)  # fmt: skip


def base_order_of(stage: "Stage", order: Order) -> str | None:
    """The number of the order that an order is a follow-on to; of the first one where there are several."""
    lines = (line.depends_on for line in order.lines if line.depends_on)
    return next((stage.directory.orders[depends.rpartition(" of ")[2]].number for depends in lines), None)


def base_line_of(stage: "Stage", line: DraftLine) -> str | None:
    """The id of the line of another order that a line depends on. Raises ``LookupError`` for one never mentioned."""
    if line.depends_on is None:
        return None
    found = re.fullmatch(r"line (\S+) of (\S+)", line.depends_on)
    if found is None or found[2] not in stage.directory.orders:
        raise LookupError(f"no step of this example mentions {line.depends_on!r}")
    return stage.directory.orders[found[2]].line(found[1]).id


def _customizable(stage: "Stage", order: Order, number: str) -> bool:
    product = stage.directory.catalogue.products.get(order.line(number).product or "")
    return product is not None and product.customizable


def _line_id(order: Order, number: str | None) -> str | None:
    return next((line.id for line in order.lines if line.number == number), None) if number else None


# The price list that a product is entered with where the feature says nothing of price lists.


class KitCrm(Crm):
    """A CRM that says the truth; assets follow what it is told.

    ``writes_blanks`` makes it send an empty price list as blank text in place of leaving it out. ``completed`` are the
    orders, by name, in the order in which it was first told that they, or a line of theirs, are complete.
    """

    open_book = True

    def __init__(self, stage: "Stage") -> None:
        super().__init__(stage.directory)
        self._stage = stage
        self._header_price_list = stage.directory.catalogue.header_price_list
        self.writes_blanks = False
        self.completed: list[str] = []
        self._assets: dict[str, Asset] = {}

    def enter(self, order: Order) -> None:
        """A user enters and saves the order; nothing is sent."""
        order.entered = True
        for line in order.lines:
            line.id = line.id or f"{order.number}-L{line.number}"
            if line.asset and line.action == "Add":
                self._stage.directory.assets[line.asset] = f"{order.number}-A{line.number}"
            elif line.asset:
                self._stage.directory.assets.setdefault(line.asset, f"{self._stage.id}-{line.asset}")
            self._stage.directory.know_line(order, line, line.id)

    def begin_revision(self, order: Order) -> None:
        """A user begins another revision of an order that is not submitted yet; nothing is sent."""
        order.revision += 1

    def status_of(self, order: Order) -> str:
        """The latest status that the CRM was told."""
        return order.status or "UNKNOWN"

    def learn_assets(self, order: Order) -> None:
        """Nothing is to be learned: the kit gave the ids."""

    def restore(self) -> None:
        """Nothing is to be put back: the kit's CRM ends with its example."""

    def _begin_supplemental(self, order: Order) -> None:
        """Nothing is sent before the newer version is submitted."""

    def _choose_price_lists(self, lines: list[DraftLine]) -> None:
        """Each added product names a list, so that nothing hangs on how blanks are filled."""
        sold = self._stage.directory.catalogue.products
        by_number = {line.number: sold.get(line.product or "") for line in lines}
        for line in lines:
            above = by_number.get(line.parent or "")
            if line.action == "Add" and not (above and above.customizable):
                line.price_list = self._stage.directory.catalogue.usual_line_price_list

    def _withdrawn(self, order: Order, table: Table) -> Table:
        """A row for each line that a table leaves out, where withdrawal is written as Delete (A-62)."""
        head, *rows = table
        if self._stage.switch("withdrawal") == "absent" or "action" not in head:
            return []
        kept = {row[head.index("line")] for row in rows}
        cells = [
            {"line": x.number, "action": "Delete", "product": x.product or "", "asset": x.asset or ""}
            for x in order.lines
            if x.number not in kept
        ]
        return [[row.get(column, "") for column in head] for row in cells]

    def submit(self, order: Order) -> None:
        """A user submits the order: one message, which goes to the integration."""
        submission = as_body(submission_of(self._stage, order))
        if self.writes_blanks:
            submission["lines"] = [{"price_list": "", **line} for line in submission["lines"]]
        priority = self.transport_priority(order)
        if self._stage.under_test("integration"):
            sent = self._stage.tell("order-submission", Edge.SUBMISSION, submission, order.number, priority=priority)
            order.submissions.append(sent)
        else:
            hand_over(self._stage, submission, order, priority)

    def transport_priority(self, order: Order) -> int | None:
        """The queue priority of an order: table 8-5, a number as it stands, None where nobody chose (PR-10)."""
        if order.transport_priority is not None:
            return order.transport_priority
        name = order.priority
        known = {**self._stage.directory.catalogue.priorities, **self._stage.directory.catalogue.extended_priorities}
        return known.get(name) if name else None

    def submitted(self, message: Message) -> None:
        """The kit is the CRM, so nobody else puts orders on its queue."""
        raise Breach("no orders on the queue but the CRM's", message.kind)

    def told(self, message: Message) -> None:
        """What the order system or a back office says of an order has reached the CRM."""
        if message.kind == "workflow":
            self._told_by_back_office(message)
            return
        order = self._stage.directory.order_by_number(message.body["order"])
        if order is None:
            return
        note(order, message)
        if message.kind in ("order-update", "order-snapshot"):
            told = read_body(OrderSnapshot, message.body)
            if "COMPLETE" in (told.status, *(line.status for line in told.lines)) and order.name not in self.completed:
                self.completed.append(order.name)
            for update in told.lines:
                self._line_told(update)

    def _told_by_back_office(self, message: Message) -> None:
        """What a back office says of an order has reached the CRM."""
        order = self._stage.directory.order_by_number(message.body["record"])
        status = message.body.get("fields", {}).get("status")
        if order is not None and message.body["verb"] == "Receive" and status is not None:
            order.status = status
            order.statuses.append(status)

    def assets(self, account: str) -> list[Asset]:
        """The assets of an account, in the order in which they came to be."""
        return [asset for asset in self._assets.values() if asset.account == account]

    def _line_told(self, update: LineUpdate) -> None:
        found = self._stage.directory.line_by_id(update.line)
        if found is None:
            return
        order, line = found
        if line.id != update.line:
            return  # some other part's id, which means nothing to a CRM
        line.attributes.update(update.attributes)
        if update.milestone is not None:
            order.milestones.setdefault(line.number, []).append(update.milestone)
        before = order.line_status.get(line.number)
        if update.status is not None:
            order.line_status[line.number] = update.status
            order.line_statuses.setdefault(line.number, []).append(update.status)
        if update.status == "COMPLETE" and before != "COMPLETE":
            self._convert(order, line)

    def _convert(self, order: Order, line: DraftLine) -> None:
        """A line is complete: it becomes an asset, or changes one (AS-01, AC-01 to AC-08)."""
        product = self._stage.directory.catalogue.products.get(line.product or "")
        if product is None or not product.trackable:
            return
        key = self._stage.directory.asset_of(line.id)
        asset = self._assets.get(key)
        match line.action:
            case "Add":
                self._assets[key] = Asset(key, order.account, product.name, line.site, attributes=dict(line.attributes))
            case "Move-Add" if asset:
                asset.site = line.site
            case "Update" if asset:
                asset.attributes.update(line.attributes)
            case "Suspend" if asset:
                asset.status = "Suspended"
            case "Resume" if asset:
                asset.status = "Active"
            case "Delete" if asset:
                asset.status = "Inactive"


def hand_over(stage: "Stage", submission: Mapping[str, object], order: Order, priority: int | None) -> None:
    """The kit's integration hands an order over to the order system, whoever plays that."""
    body = sales_order_of(submission)
    if stage.under_test("oms"):
        order.submissions.append(stage.tell("sales-order", Edge.OMS, body, order.number, priority=priority))
    else:
        stage.order_system.take(Message(stage.fresh("m"), "sales-order", Edge.OMS, body, order.number, None, priority))
