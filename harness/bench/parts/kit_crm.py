"""The CRM as the kit plays it: submits what is entered, keeps status and assets from what it is told."""

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.parts.crm import Asset, Crm, Table
from ordertck.harness.bench.parts.submission import submission_of
from ordertck.harness.bench.switchboard import Switchboard
from ordertck.harness.messages import (
    AssetStatus,
    Edge,
    Fallout,
    Fault,
    LifeCycleEvent,
    LineUpdate,
    Message,
    OrderProgress,
    Refusal,
    Status,
    Workflow,
    as_body,
)
from ordertck.harness.messages.landscape import edges_of


def note(order: Order, message: Message) -> None:
    """Take down on the order what was told of it: status, refusal, fallout; statuses and fallouts in one row too."""
    match message.content:
        case Refusal() as refusal:
            order.refusals.append(refusal)
        case Fallout() as fallout:
            order.fallouts.append(fallout)
            order.news.append(f"fallout {fallout.state}")
        case Fault(order=number, incident=incident, reason=reason, line=line):
            order.fallouts.append(Fallout(order=number, incident=incident, state="raised", reason=reason, line=line))
        case OrderProgress(status=status):
            order.status = status
            order.statuses.append(status)
            order.news.append(status)


class KitCrm(Crm):
    """A CRM that says the truth; assets follow what it is told.

    ``writes_blanks`` makes it send an empty price list as blank text in place of leaving it out, ``writes_blank_dates``
    a due date that nobody gave as an empty field. ``completed`` are the orders, by name, in the order in which it was
    first told that they, or a line of theirs, are complete. With ``cancels_by_message`` an order is cancelled by a
    message, else by a version that deletes its lines; with ``writes_withdrawal`` an added line that is taken off is
    written as Delete (A-62). ``no_action`` is its notation for lines that stay as they are (A-56).
    """

    open_book = True

    def __init__(
        self,
        directory: Directory,
        board: Switchboard,
        *,
        cancels_by_message: bool,
        writes_withdrawal: bool,
        no_action: str,
    ) -> None:
        super().__init__(directory)
        self._board = board
        self._cancels_by_message, self._writes_withdrawal = cancels_by_message, writes_withdrawal
        self._no_action = no_action
        self._header_price_list = directory.catalogue.header_price_list
        self.writes_blanks = False
        self.writes_blank_dates = False
        self.completed: list[str] = []
        self._assets: dict[str, Asset] = {}

    def enter(self, order: Order) -> None:
        """A user enters and saves the order; nothing is sent."""
        order.entered = True
        for line in order.lines:
            line.id = line.id or f"{order.number}-L{line.number}"
            if line.asset and line.action == "Add":
                self._directory.assets[line.asset] = f"{order.number}-A{line.number}"
            elif line.asset:
                self._directory.assets.setdefault(line.asset, self._directory.identity(line.asset))
            self._directory.know_line(order, line, line.id)

    def begin_revision(self, order: Order) -> None:
        """A user begins another revision of an order that is not submitted yet; nothing is sent."""
        order.revision += 1

    def status_of(self, order: Order) -> str:
        """The latest status that the CRM was told."""
        return order.status or Status.UNKNOWN

    def learn_assets(self, order: Order) -> None:
        """Nothing is to be learned: the kit gave the ids."""

    def restore(self) -> None:
        """Nothing is to be put back: the kit's CRM ends with its example."""

    def _begin_supplemental(self, order: Order) -> None:
        """Nothing is sent before the newer version is submitted."""

    def _choose_price_lists(self, lines: list[DraftLine]) -> None:
        """Each added product names a list, so that nothing hangs on how blanks are filled."""
        sold = self._directory.catalogue.products
        by_number = {line.number: sold.get(line.product or "") for line in lines}
        for line in lines:
            above = by_number.get(line.parent or "")
            if line.action == "Add" and not (above and above.customizable):
                line.price_list = self._directory.catalogue.usual_line_price_list

    def _withdrawn(self, order: Order, table: Table) -> Table:
        """A row for each line that a table leaves out and that was to add something (A-62).

        A line about what is installed is left out: there, Delete would end the asset.
        """
        head, *rows = table
        if not self._writes_withdrawal or "action" not in head:
            return []
        kept = {row[head.index("line")] for row in rows}
        cells = [
            {"line": x.number, "action": "Delete", "product": x.product or "", "asset": x.asset or ""}
            for x in order.lines
            if x.number not in kept and x.action == "Add"
        ]
        return [[row.get(column, "") for column in head] for row in cells]

    def submit(self, order: Order) -> None:
        """A user submits the order: one message, which goes to the integration."""
        submission = as_body(submission_of(self._directory, order, self._no_action))
        if self.writes_blank_dates:
            submission = {"due_date": None, **submission}
        if self.writes_blanks:
            submission["lines"] = [{"price_list": "", **line} for line in submission["lines"]]
        sent = self._board.send(
            "integration", "order-submission", Edge.SUBMISSION, submission, order.number,
            priority=self.transport_priority(order),
        )  # fmt: skip
        if sent is not None:
            order.submitted_by(sent)

    def event(self, kind: str, order: Order) -> None:
        """An order as a whole is not wanted any more (cancel), is to rest (suspend) or to go on (resume)."""
        if kind == "cancel" and not self._cancels_by_message:
            order.revision += 1
            for line in order.lines:
                line.action = "Delete"
            self.submit(order)
        else:
            event = LifeCycleEvent(order=order.number)
            if Edge.SUBMISSION in edges_of(kind):
                self._board.send("integration", kind, Edge.SUBMISSION, event, order.number)
            else:  # no integration has to know of what only service order management is told
                self._board.send("oms", kind, Edge.OMS, event, order.number)

    def transport_priority(self, order: Order) -> int | None:
        """The queue priority of an order: table 8-5, a number as it stands, None where nobody chose (PR-10)."""
        if order.transport_priority is not None:
            return order.transport_priority
        name = order.priority
        known = {**self._directory.catalogue.priorities, **self._directory.catalogue.extended_priorities}
        return known.get(name) if name else None

    def take(self, message: Message) -> None:
        """What the order system or a back office says of an order has reached the CRM."""
        if isinstance(told := message.content, Workflow):
            self._told_by_back_office(told)
            return
        order = self._directory.order_by_number(message.body["order"])
        if order is None:
            return
        note(order, message)
        if isinstance(told, OrderProgress):
            done = Status.COMPLETE in (told.status, *(line.status for line in told.lines))
            if done and order.name not in self.completed:
                self.completed.append(order.name)
            for update in told.lines:
                self._line_told(update)

    def _told_by_back_office(self, call: Workflow) -> None:
        """What a back office says of an order has reached the CRM."""
        order, status = self._directory.order_by_number(call.record), call.fields.get("status")
        if order is not None and call.verb == "Receive" and status is not None:
            order.status = status
            order.statuses.append(status)

    def all_assets(self) -> list[Asset]:
        """The assets of every account, disconnected ones among them."""
        return list(self._assets.values())

    def assets(self, account: str) -> list[Asset]:
        """The assets of an account, in the order in which they came to be."""
        return [asset for asset in self._assets.values() if asset.account == account]

    def _line_told(self, update: LineUpdate) -> None:
        found = self._directory.line_by_id(update.line)
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
        if update.status == Status.COMPLETE and before != Status.COMPLETE:
            self._convert(order, line)

    def _convert(self, order: Order, line: DraftLine) -> None:
        """A line is complete: it becomes an asset, or changes one (AS-01, AC-01 to AC-08)."""
        product = self._directory.catalogue.products.get(line.product or "")
        if product is None or not product.trackable:
            return
        key = self._directory.asset_of(line.id)
        asset = self._assets.get(key)
        match line.action:
            case "Add":
                self._assets[key] = Asset(key, order.account, product.name, line.site, attributes=dict(line.attributes))
            case "Move-Add" if asset:
                asset.site = line.site
            case "Update" if asset:
                asset.attributes.update(line.attributes)
            case "Suspend" if asset:
                asset.status = AssetStatus.SUSPENDED
            case "Resume" if asset:
                asset.status = AssetStatus.ACTIVE
            case "Delete" if asset:
                asset.status = AssetStatus.INACTIVE
