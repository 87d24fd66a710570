"""Opportunities and quotes: what comes before an order, and how one becomes the next."""

from dataclasses import replace

from ordertck.harness.messages import AssetStatus, DeskShown, Status
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.desk import Acts, Fields, Views
from ordertck.harness.reference.crm.drafts import CrmLine, CrmOrder, Refused
from ordertck.harness.reference.crm.order_entry import OrderEntry
from ordertck.harness.reference.crm.profiles import Profiles
from ordertck.harness.reference.crm.screens import Screens


class Sheets(Part):
    """Opportunities and quotes: entered like orders, never submitted; they become quotes and orders (SC-02 to 05)."""

    def __init__(self, shared: Shared, screens: Screens, entry: OrderEntry, profiles: Profiles) -> None:
        self.screens, self.entry, self.profiles = screens, entry, profiles
        super().__init__(shared)

    @property
    def acts(self) -> Acts:
        """What users do."""
        return {
            ("enter", "opportunity"): self.enter_opportunity,
            ("enter", "quote"): self.enter_quote,
            ("submit", "opportunity"): self.refuse_submission,
            ("submit", "quote"): self.refuse_submission,
            ("accept", "quote"): self.accept,
            ("convert", "opportunity"): self.quote_from_opportunity,
            ("convert", "quote"): self.order_from_quote,
            ("convert", "profile"): self.from_profile,
        }

    @property
    def views(self) -> Views:
        """What users look at."""
        return {"opportunity": self.shown, "quote": self.shown}

    def shown(self, ref: str) -> DeskShown | None:
        """An opportunity or a quote, with its lines and what they cost."""
        return self.screens.order(self.orders.by_ref[ref]) if ref in self.orders.by_ref else None

    def enter_opportunity(self, ref: str, fields: Fields) -> DeskShown:
        """Note what a customer is interested in."""
        return self.entry.enter_sheet("opportunity", ref, fields)

    def enter_quote(self, ref: str, fields: Fields) -> DeskShown:
        """Begin a quote by hand."""
        return self.entry.enter_sheet("quote", ref, fields)

    def refuse_submission(self, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - whatever it says
        """Nothing is ordered by an opportunity or a quote."""
        raise Refused("it is no order")

    def accept(self, ref: str, fields: Fields) -> DeskShown:  # noqa: ARG002 - an acceptance has no fields of its own
        """The customer accepts a quote."""
        quote = self.orders.order(ref)
        quote.accepted, quote.status = True, Status.ACCEPTED
        return self.screens.order(quote)

    def quote_from_opportunity(self, ref: str, fields: Fields) -> DeskShown:
        """Quote what the opportunity says would be best."""
        return self.become(self.orders.order(ref), "quote", fields.get("quote", ""))

    def order_from_quote(self, ref: str, fields: Fields) -> DeskShown:
        """Order what was quoted, once the customer has accepted it, and once only."""
        quote = self.orders.order(ref)
        if not quote.accepted:
            raise Refused("the customer has not accepted the quote")
        if quote.became is not None:
            raise Refused(f"the quote is order {quote.became} already")
        return self.become(quote, "order", fields.get("order", ""))

    def become(self, source: CrmOrder, kind: str, ref: str) -> DeskShown:
        """Make a quote or an order with the content of what came before it."""
        made = self.entry.begin_sheet(kind, ref, source.account)
        made.price_list = source.price_list
        ids: dict[str, str] = {}
        for line in source.lines.values():
            copy = self.copied(made, line, ids)
            made.lines[copy.ref] = copy
        source.became = made.id
        return self.screens.order(made)

    def copied(self, made: CrmOrder, line: CrmLine, ids: dict[str, str]) -> CrmLine:
        """A line under an id of its own, below the copy of the line that it was below."""
        ids[line.id] = made.fresh_line_id()
        return replace(line, ref=f"{made.ref}/{line.number}", id=ids[line.id], parent=ids.get(line.parent or ""))

    def from_profile(self, ref: str, fields: Fields) -> DeskShown:
        """Begin a quote or an order with things that the customer has; nothing happens to them yet (SC-16)."""
        if ref not in self.accounts:
            raise Refused("there is no such account")
        kind = "quote" if "quote" in fields else "order"
        if not fields.get(kind):
            raise Refused("it is to become an order or a quote; neither has a name")
        wanted = [asset for asset in fields.get("assets", "").split(", ") if asset]
        listed = {asset.id: asset for asset in self.profiles.of(ref) if asset.status != AssetStatus.INACTIVE}
        if strange := [asset for asset in wanted if asset not in listed]:
            raise Refused(f"the customer has no {', '.join(strange)}")
        made = self.entry.begin_sheet(kind, fields[kind], ref)
        for number, asset in enumerate((listed[name] for name in wanted), 1):
            line = CrmLine(f"{made.ref}/{number}", made.fresh_line_id(), str(number), asset.product, asset=asset.id)
            made.lines[line.ref] = replace(line, site=asset.site, attributes=asset.attributes, found=asset.attributes)
        return self.screens.order(made)
