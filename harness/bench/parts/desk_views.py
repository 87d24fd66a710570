"""What a user sees at the desk of a CRM under test."""

from collections.abc import Collection, Mapping

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.crm import Asset
from ordertck.harness.bench.parts.desk import Desk
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Breach
from ordertck.harness.messages import DeskShown, Status


class DeskViews(Desk):
    """The looks at orders, and at what customers have and will have."""

    def __init__(self, directory: Directory, channel: Channel, claims: Claims) -> None:
        super().__init__(directory, channel)
        self._capabilities = claims.capabilities
        self._versions: dict[str, list[str]] = {}
        self.checked_orders: set[str] = set()  # the orders, by name, of which something was checked
        self.papers: set[str] = set()  # the orders, by name, to which something was attached

    def ref(self, order: Order, line: str | None = None) -> str:
        """What the kit calls an order's latest version, or a line of the order in whichever version, at the desk."""
        first = self._directory.identity(order.name.replace(" ", "-"))
        return f"{first}/{line}" if line else self._versions.get(order.name, [first])[-1]

    def projected(self, depends_on: str) -> Mapping[str, str] | None:
        """What the desk shows of the asset that a line ("line 1 of BASE") will leave; None where it shows nothing."""
        number, _, name = depends_on.removeprefix("line ").partition(" of ")
        base = self._directory.orders[name]
        line = base.line(number)
        rows = self.look("projection", base.account or "").rows
        of_order = [row for row in rows if row.get("order") == base.number]
        named = [row for row in of_order if row.get("line") == line.id]
        return next(iter(named or [row for row in of_order if row.get("product") == line.product]), None)

    def look_around(
        self, leaves_out: Collection[str], everywhere: bool, about: Collection[str | None] | None = None
    ) -> None:
        """Users look at each order, and at what its customer has and will have; ``everywhere`` at all other lists too.

        ``leaves_out`` are the parts of the trade that the CRM does not have; ``about`` are numbers and references of
        the orders that are looked at, where it is not all. What a customer has is not looked at for what a user does
        with an order: that is by its reference, and nobody has been told of the order by then.
        """
        known = [order for order in self._directory.orders.values() if order.entered]
        if about is not None:
            known = [order for order in known if order.number in about or self.ref(order) in about]
        for order in known:
            self.look(order.kind, self.ref(order))
            if everywhere and order.kind == "order" and "revisions-before-submission" in self._capabilities:
                self.look("revisions", self.ref(order))
        told = {order.account for order in known if about is None or order.number in about}
        if "installed-base" not in leaves_out:
            for account in sorted({order.account for order in known if order.account}):
                has = ("assets",) if account in told else ()
                for view in (*has, "projection", *(("profile",) if everywhere else ())):
                    self.look(view, account)
        if everywhere:
            self._look_at_what_stays(known, leaves_out)

    def _look_at_what_stays(self, known: Collection[Order], leaves_out: Collection[str]) -> None:
        """Users look at papers and checks of orders, if any, and at service points: these outlive what stood there."""
        for order in known:
            if order.name in self.checked_orders:
                self.look("checks", self.ref(order))
        if self.papers:
            for order in known:
                if order.kind == "order":
                    self.look("attachments", self.ref(order))
        if "kept-service-points" not in leaves_out:
            for role in ("Customer", "Neighbour"):
                self.look("asset", self._directory.service_point(role))

    def status_of(self, order: Order) -> str:
        """The status that the desk shows; UNKNOWN for an order that the desk did not let anybody enter."""
        shown = self.look(order.kind, self.ref(order))
        if shown.refused is not None and not order.refusals:
            raise Breach(f"order {order.name} at the desk", f"a refusal: {shown.refused}")
        return shown.fields.get("status", Status.UNKNOWN)

    def shown_order(self, order: Order) -> DeskShown:
        """An order as the desk shows it."""
        return self.see(order.kind, self.ref(order))

    def shown_lines(self, order: Order) -> dict[str, Mapping[str, str]]:
        """The lines of an order as the desk shows them, by the feature's line number.

        Lines that the CRM has added by itself have numbers of its own, which may be those of other lines here.
        """
        rows = self.shown_order(order).rows
        known = {row.get("id", ""): self._directory.line_by_id(row.get("id", "")) for row in rows}
        strange = {row.get("number", ""): row for row in rows if known[row.get("id", "")] is None}
        return strange | {line[1].number: row for row in rows if (line := known[row.get("id", "")]) is not None}

    def shown_revisions(self, order: Order) -> list[str]:
        """The numbers of the revisions that the desk lists for an order."""
        return [row.get("revision", "") for row in self.see("revisions", self.ref(order)).rows]

    def assets(self, account: str) -> list[Asset]:
        """The assets that the CRM shows for an account."""
        return self.assets_in(account, "assets")

    def learn_assets(self, order: Order) -> None:
        """Find each asset that the order was to bring. Raises ``Breach`` where one is not there."""
        added = [line for line in order.lines if line.action == "Add"]
        shown = [asset for asset in self.assets(self._directory.account("Customer")) if asset.there] if added else []
        earlier = {known for name, known in self._directory.assets.items() if name not in [x.asset for x in added]}
        free = [asset for asset in shown if asset.id not in earlier]
        for line in added:
            fitting = [asset for asset in free if asset.product == line.product and line.site in (None, asset.site)]
            if line.asset and not fitting:
                raise Breach(f"asset {line.asset} in the CRM", ", ".join(asset.product for asset in free) or "nothing")
            if line.asset:
                free.remove(fitting[0])
                self._directory.assets[line.asset] = fitting[0].id

    def profile(self, account: str) -> list[Asset]:
        """What the CRM shows as the service profile of an account."""
        return self.assets_in(account, "profile")
