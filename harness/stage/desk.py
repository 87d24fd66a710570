"""A CRM under test, told and seen through its desk."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ordertck.harness.messages import DeskDo, DeskSee, DeskShown, Edge, Message, OrderSubmission, read_body
from ordertck.harness.stage.crm import Asset, hand_over
from ordertck.harness.stage.orders import DraftLine, Order, parents_first

if TYPE_CHECKING:
    from ordertck.harness.stage.scene import Scene

_ASSET_FIELDS = frozenset({"id", "product", "site", "status", "account"})


class DeskCrm:
    """What a user does in the CRM under test becomes desk messages; what it sends and shows is kept here.

    ``refused`` and ``warning`` are what the desk said to the last thing that was done, None where it said nothing.
    """

    def __init__(self, scene: "Scene") -> None:
        self._scene = scene
        self.last: DeskShown | None = None
        self.results: dict[str, list[DeskShown]] = {}
        self.queue: list[Message] = []

    def do(self, verb: str, kind: str, ref: str, fields: Mapping[str, str | None] | None = None) -> DeskShown:
        """One act at the desk, and what is shown for it. Raises ``Silence`` where nothing is."""
        given = {name: value for name, value in (fields or {}).items() if value is not None}
        return self._shown(
            self._scene.ask("desk-do", Edge.DESK, DeskDo(verb=verb, object=kind, ref=ref, fields=given), ref)
        )

    def see(self, kind: str, ref: str) -> DeskShown:
        """Look at something; what is shown."""
        return self._shown(self._scene.ask("desk-see", Edge.DESK, DeskSee(object=kind, ref=ref), ref))

    def _shown(self, message: Message) -> DeskShown:
        self.last = read_body(DeskShown, message.body)
        return self.last

    def enter(self, order: Order) -> None:
        """Enter the order and its lines, or enter and save them again."""
        header = {
            "account": order.account,
            "payer": order.payer,
            "price_list": order.price_list,
            "priority": order.priority,
            "due_date": order.due_date,
        }
        shown = self.do("enter", "order", order.name, header)
        if shown.id is not None:
            self._scene.know(order, shown.id)
            order.number = shown.id
        for line in parents_first(order.lines):
            self.enter_line(order, line)
        order.entered = True

    def enter_line(self, order: Order, line: DraftLine) -> DeskShown:
        """Enter one line of an order."""
        fields = {
            "order": order.name,
            "number": line.number,
            "product": line.product,
            "action": line.action,
            "price_list": line.price_list,
            "parent": f"{order.name}/{line.parent}" if line.parent else None,
            "asset": self._scene.assets.get(line.asset or ""),
            "site": line.site,
            **line.attributes,
        }
        shown = self.do("enter", "line", self.line_ref(order, line.number), fields)
        if shown.id is not None:
            line.id = shown.id
            self._scene.know_line(order, line, shown.id)
        return shown

    def line_ref(self, order: Order, number: str) -> str:
        """What the kit calls a line at the desk."""
        return f"{order.name}/{number}"

    def submit(self, order: Order) -> None:
        """A user presses Submit."""
        shown = self.do("submit", "order", order.name, {"priority": order.priority})
        self.results.setdefault(order.name, []).append(shown)

    def submitted(self, message: Message) -> None:
        """The CRM has put an order on the submission queue; the kit's integration takes it from there."""
        self.queue.append(message)
        order = self._scene.order_by_number(message.body["order"])
        if order is None:
            return
        order.submissions.append(message)
        for sent in read_body(OrderSubmission, message.body).lines:
            if self._scene.line_by_id(sent.id) is None and (draft := _numbered(order, sent.number)):
                self._scene.know_line(order, draft, sent.id)
        hand_over(self._scene, message.body, order, message.priority)

    def told(self, message: Message) -> None:
        """Only the kit's order system tells the CRM anything, so nothing of the kind can come from it."""
        raise AssertionError(message)

    def assets(self, account: str) -> list[Asset]:
        """The assets that the CRM shows for an account."""
        return [
            Asset(
                id=row.get("id", ""),
                account=account,
                product=row.get("product", ""),
                site=row.get("site"),
                status=row.get("status", ""),
                attributes={name: value for name, value in row.items() if name not in _ASSET_FIELDS},
            )
            for row in self.see("assets", account).rows
        ]


def _numbered(order: Order, number: str) -> DraftLine | None:
    return next((line for line in order.lines if line.number == number), None)
