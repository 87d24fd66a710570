"""Order entry: what users do with an order until it is submitted."""

from dataclasses import replace

from ordertck.harness.messages import DeskShown
from ordertck.harness.reference.common.line_actions import NO_ACTION
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.desk import Acts, Fields, Views
from ordertck.harness.reference.crm.drafts import HEADER, CrmLine, CrmOrder, Refused
from ordertck.harness.reference.crm.revising import Supplementals
from ordertck.harness.reference.crm.screens import Screens
from ordertck.harness.reference.crm.submission import Submissions


class OrderEntry(Part):
    """Where orders are entered, priced and revised; orders and lines go by the desk's refs."""

    def __init__(
        self, shared: Shared, screens: Screens, supplementals: Supplementals, submissions: Submissions
    ) -> None:
        self.screens, self.supplementals, self.submissions = screens, supplementals, submissions
        super().__init__(shared)

    @property
    def acts(self) -> Acts:
        """What users do here, by verb and object."""
        return {
            ("enter", "order"): self.enter_order,
            ("enter", "line"): self.enter_line,
            ("enter", "account"): self.enter_account,
            ("enter", "product"): self.enter_product,
            ("revise", "order"): self.revise_order,
            ("discard", "order"): self.discard_revision,
            ("discard", "line"): self.discard_line,
            ("price", "order"): self.price_order,
            ("price", "quote"): self.price_order,
            ("price", "line"): self.price_line,
            ("override", "line"): self.override_line,
        }

    @property
    def views(self) -> Views:
        """What users look at."""
        return {"order": self.see_order, "revisions": self.see_revisions}

    def see_order(self, ref: str) -> DeskShown | None:
        """An order with its lines."""
        order = self.orders.by_ref.get(ref)
        return self.screens.order(order) if order and order.kind == "order" else None

    def see_revisions(self, ref: str) -> DeskShown | None:
        """The revisions of an order."""
        order = self.orders.by_ref.get(ref)
        if order is None:
            return None
        listed = tuple({"revision": str(number)} for number in order.revisions)
        return DeskShown(object="revisions", ref=ref, id=order.id, rows=listed)

    def enter_order(self, ref: str, fields: Fields) -> DeskShown:
        """Enter an order, or save its header again; a new one has its account's price list (PL-02)."""
        return self.enter_sheet("order", ref, fields)

    def enter_sheet(self, kind: str, ref: str, fields: Fields) -> DeskShown:
        """Enter an order, a quote or an opportunity; on whichever screen, it begins alike (SC-18)."""
        order = self.orders.by_ref.get(ref) or self.begin_sheet(kind, ref, fields.get("account"))
        for name in HEADER:
            if name in fields and getattr(order, name) != (fields[name] or None):
                setattr(order, name, fields[name] or None)
                order.changed()
        return self.screens.order(order)

    def begin_sheet(self, kind: str, ref: str, account: str | None) -> CrmOrder:
        """An empty one, with its account's price list (PL-02)."""
        sheet = CrmOrder(ref, f"{self.scenario.id}-{kind.upper()}-{self.next_number()}", account, kind=kind)
        sheet.price_list = self.header_list(account)
        self.orders.by_ref[ref] = sheet
        return sheet

    def next_number(self) -> int:
        """The number of a further order, quote or opportunity; none is given twice, whatever was discarded since."""
        self.orders.begun += 1
        return self.orders.begun

    def header_list(self, account: str | None) -> str | None:
        """The price list that a new order of an account begins with."""
        return self.accounts[account]["price_list"] if account in self.accounts else None

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        """Enter a line, or save it again."""
        order = self.orders.order(fields.get("order", ""))
        self.require_unsubmitted(order)
        known = order.lines.get(ref) or CrmLine(ref, order.fresh_line_id(), str(len(order.lines) + 1))
        parent = order.lines.get(fields.get("parent", ""))
        line = known.entered(fields, parent.id if parent else None)
        if line.asset and line.action is None:
            line = replace(line, action=NO_ACTION[self.settings["no_action"]])
        if line.override:
            line = self.overridden(line, line.override)
        if line.price_list and line.price_list != known.price_list:
            self.require_own_list(order, line)
        if order.lines.get(ref) != line:
            order.lines[ref] = line
            order.changed()
        return self.screens.line(line)

    def discard_line(self, ref: str, fields: Fields) -> DeskShown:
        """Take a line off an order that is not submitted yet."""
        order = self.orders.order(fields.get("order", ""))
        self.require_unsubmitted(order)
        order.lines.pop(ref, None)
        order.changed()
        return DeskShown(object="line", ref=ref)

    def price_order(self, ref: str, fields: Fields) -> DeskShown:
        """Choose the price list of the header, or clear it (PL-03)."""
        order = self.orders.order(ref)
        self.require_unsubmitted(order)
        order.price_list = fields.get("price_list") or None
        order.changed()
        return self.screens.order(order)

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        """Choose the price list of a line, or clear it (PL-04)."""
        order = self.orders.order(fields.get("order", ""))
        self.require_unsubmitted(order)
        line = order.lines.get(ref)
        if line is None:
            raise Refused("there is no such line")
        self.require_own_list(order, line)
        order.lines[ref] = line.entered({"price_list": fields.get("price_list", "")}, None)
        order.changed()
        return self.screens.line(order.lines[ref])

    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None:
        """Nobody gives a component of a customizable product a price list (PL-15)."""
        if self.submissions.customizable_above(order, line) is not None:
            raise Refused(f"line {line.number} is a component: it goes with its product's price list")

    def require_unsubmitted(self, order: CrmOrder) -> None:
        """Only an order that is not submitted yet is changed here."""
        if order.submitted:
            raise Refused("the order is submitted")

    def override_line(self, ref: str, fields: Fields) -> DeskShown:
        """Enter a price by hand; on what the customer has, this makes the line an Update (PL-30)."""
        order = self.orders.order(fields.get("order", ""))
        self.require_unsubmitted(order)
        line = order.lines.get(ref)
        if line is None:
            raise Refused("there is no such line")
        order.lines[ref] = self.overridden(line, fields.get("price") or None)
        order.changed()
        return self.screens.line(order.lines[ref])

    def overridden(self, line: CrmLine, price: str | None) -> CrmLine:
        """A line with a price of its own."""
        unchanged = line.asset is not None and line.action in (None, "-")
        return replace(line, override=price, action="Update" if unchanged and price else line.action)

    def revise_order(self, ref: str, fields: Fields) -> DeskShown:
        """Begin another revision: of an order that was not submitted, in place (RV-01), else a supplemental (SU-01)."""
        order = self.orders.order(ref)
        if order.submitted:
            order = self.supplementals.begin(order, fields.get("as") or f"{ref}+")
        else:
            order.revise()
        return self.screens.order(order)

    def discard_revision(self, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - it has no fields of its own
        """Discard the latest revision; the one before counts again."""
        order = self.orders.order(ref)
        self.require_unsubmitted(order)
        if order.revises is not None and not order.superseded:
            del self.orders.by_ref[ref]
            return self.screens.order(order.revises)
        order.discard_revision()
        return self.screens.order(order)

    def enter_account(self, ref: str, fields: Fields) -> DeskShown:
        """Change an account, its price list for example; orders that are there already stay as they are (PL-02)."""
        if ref not in self.accounts:
            raise Refused("there is no such account")
        self.accounts[ref].update(fields)
        return DeskShown(object="account", ref=ref, id=ref, fields=self.accounts[ref])

    def enter_product(self, ref: str, fields: Fields) -> DeskShown:
        """Set whether a product is trackable, for orders submitted from now on (AS-06)."""
        if ref not in self.trackable:
            raise Refused("there is no such product")
        self.trackable[ref] = fields.get("trackable") == "yes"
        return DeskShown(object="product", ref=ref, id=ref, fields=fields)
