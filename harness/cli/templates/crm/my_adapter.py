"""The adapter between the kit and My CRM: it carries what users do and see, and decides nothing."""

from typing import Any

from ordertck.harness.adapters.desk import Desk, Fields, Refused, Shown
from ordertck.harness.claims import Claims
from ordertck.harness.messages import Message


def connect(claims: Claims, session: str) -> Desk:  # noqa: ARG001 - yours may want the claims
    """Called once. Reach your CRM here; ids of this run all start with ``session``.

    The tables below are the adapter: what stands in them the CRM has, all else is refused. docs/desk.md lists every
    act and view; a capability says which of them are needed. Write yours where the stand-in's functions are.
    """
    crm = StandIn()  # YOURS: a client of your CRM
    desk = Desk(
        session,
        acts={
            ("enter", "order"): crm.enter_order,
            ("enter", "line"): crm.enter_line,
            ("discard", "line"): crm.discard_line,
            ("submit", "order"): crm.submit,
        },
        views={"order": crm.show, "assets": crm.assets, "profile": crm.assets},
        heard={"order-update": crm.order_update, "refusal": crm.order_refused},
        account=crm.open_account,
        # YOURS: most CRMs work on while nobody asks; then busy=lambda: True
    )
    crm.desk = desk
    return desk


class StandIn:
    """A tiny CRM, so that this file runs before you touch it. Delete it when yours answers."""

    def __init__(self) -> None:
        self.desk: Desk
        self._accounts: dict[str, dict[str, str]] = {}
        self._orders: dict[str, dict[str, Any]] = {}
        self._assets: dict[str, dict[str, str]] = {}

    def open_account(self, account: Any) -> None:
        """Let this customer buy from now on."""
        self._accounts[account["id"]] = dict(account)

    # What users do: ref is the kit's name for a thing, the id that is shown is the CRM's own

    def enter_order(self, ref: str, fields: Fields) -> Shown:
        """Enter an order, or save it again; the price list is the account's unless somebody chooses another."""
        order = self._orders.setdefault(ref, {"id": f"O-{ref}", "lines": {}, "status": "DRAFT"})
        order |= fields
        account = self._accounts.get(order.get("account", ""), {})
        order.setdefault("price_list", account.get("price_list"))
        return self.show(ref)

    def enter_line(self, ref: str, fields: Fields) -> Shown:
        """Enter a line; what is neither a column of it nor empty is an attribute of the product."""
        order, columns = self._order(fields["order"]), {"number", "product", "action", "parent", "site", "price_list"}
        line = order["lines"].setdefault(ref, {"id": f"L-{ref}", "asset": f"A-{ref}", "attributes": {}})
        line |= {name: value for name, value in fields.items() if name in columns}
        other = columns | {"order", "asset", "service_point"}
        line["attributes"] |= {name: value for name, value in fields.items() if name not in other}
        if fields.get("parent"):
            line["parent"] = order["lines"][fields["parent"]]["id"]
        return Shown(line["id"])

    def discard_line(self, ref: str, fields: Fields) -> None:
        """Take a line off the order."""
        self._order(fields["order"])["lines"].pop(ref, None)

    def submit(self, ref: str, fields: Fields) -> Shown:
        """Put the order on the submission queue, or say why not."""
        order = self._order(ref)
        if order["status"] != "DRAFT":
            raise Refused("the order is submitted already")
        if order.get("account") not in self._accounts:
            raise Refused("the order has no customer")
        if not order["lines"]:
            raise Refused("the order has no line")
        for line in order["lines"].values():
            if line.get("action") != "Add" or not line.get("product"):
                raise Refused("only new products can be ordered here")
        order |= {"status": "OPEN", "priority": fields.get("priority") or order.get("priority")}
        account = self._accounts[order["account"]]
        header = {name: order.get(name) for name in ("account", "price_list", "priority", "site", "due_date")}
        lines = [{"price_list": order.get("price_list")} | line for line in order["lines"].values()]
        body = {"order": order["id"], "id": f"{order['id']}/1", "payer": account.get("payer"), "lines": lines}
        queue = {"Low": 3, "Medium": 5, "High": 7, "Urgent": 9}.get(order["priority"] or "", 5)
        self.desk.send("order-submission", header | body, order["id"], priority=queue)
        return self.show(ref)

    # What users see

    def show(self, ref: str) -> Shown:
        """An order with its lines."""
        order = self._order(ref)
        shown = {"status": order["status"], "price_list": order["price_list"], "category": "new order", "revision": "1"}
        rows = [line["attributes"] | line | {"attributes": None} for line in order["lines"].values()]
        return Shown(order["id"], shown, rows)

    def assets(self, account: str) -> Shown:
        """What a customer has."""
        return Shown(account, rows=[asset for asset in self._assets.values() if asset["account"] == account])

    # What the CRM is told

    def order_update(self, message: Message) -> None:
        """The order system says how an order stands; a line that is complete becomes an asset."""
        for order in [order for order in self._orders.values() if order["id"] == message.body["order"]]:
            order["status"] = message.body["status"]
            done = [told["line"] for told in message.body.get("lines", ()) if told.get("status") == "COMPLETE"]
            for line in [line for line in order["lines"].values() if line["id"] in done]:
                asset = {"id": line["asset"], "product": line["product"], "status": "Active", **line["attributes"]}
                site = line.get("site") or order.get("site") or self._accounts[order["account"]].get("site")
                self._assets[line["asset"]] = asset | {"account": order["account"], "site": site}

    def order_refused(self, message: Message) -> None:
        """The order system does not take an order in."""
        for order in [order for order in self._orders.values() if order["id"] == message.body["order"]]:
            order["status"] = "REFUSED"

    def _order(self, ref: str) -> dict[str, Any]:
        if ref not in self._orders:
            raise Refused("there is no such order")
        return self._orders[ref]
