"""What users of a CRM under test do around an order: what comes before it, what is checked, attached, approved."""

from collections.abc import Mapping

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine, Order
from ordertck.harness.bench.parts.desk_crm import DeskCrm
from ordertck.harness.messages import DeskShown


class CaptureActs:
    """Acts and views of the desk that are about more than the order itself."""

    def __init__(self, directory: Directory, desk: DeskCrm) -> None:
        self._directory, self._desk = directory, desk

    def accept(self, quote: Order) -> DeskShown:
        """The customer accepts a quote."""
        return self._desk.noted(quote, self._desk.do("accept", "quote", self._desk.ref(quote)))

    def convert(self, source: Order, into: Order) -> DeskShown:
        """Make a quote of an opportunity, or an order of a quote; a refusal is one of both."""
        fields = {into.kind: self._desk.ref(into)}
        shown = self._desk.noted(source, self._desk.do("convert", source.kind, self._desk.ref(source), fields))
        drafts = [DraftLine(d.number, d.product, d.action, attributes=dict(d.attributes)) for d in source.lines]
        self._learn(self._desk.noted(into, shown), into, drafts)
        return shown

    def begin_from_profile(self, order: Order, account: str, assets: Mapping[str, str]) -> DeskShown:
        """Begin an order or a quote with things of an account; ``assets`` are the CRM's ids by the feature's names."""
        fields = {order.kind: self._desk.ref(order), "assets": ", ".join(assets.values())}
        shown = self._desk.noted(order, self._desk.do("convert", "profile", self._directory.account(account), fields))
        drafts = [DraftLine(str(number), None, None, asset=name) for number, name in enumerate(assets, 1)]
        self._learn(shown, order, drafts)
        return shown

    def _learn(self, shown: DeskShown, order: Order, drafts: list[DraftLine]) -> None:
        """Learn under which ids the CRM made it: a line is the first left of its product, or asset."""
        if shown.id is None or shown.refused is not None:
            return
        order.number, order.entered, order.lines = shown.id, True, drafts
        self._directory.know(order, shown.id)
        rows = list(self._desk.shown_order(order).rows)
        for draft in drafts:
            asset = self._directory.assets.get(draft.asset or "")
            row = next(
                (r for r in rows if (r.get("asset") == asset if asset else r.get("product") == draft.product)), None
            )
            if row is not None:
                rows.remove(row)
                draft.id, draft.product = row.get("id", ""), row.get("product")
                self._directory.know_line(order, draft, draft.id)
                self._desk.entered.made(self._desk.ref(order, draft.number), row.get("number") or draft.number)

    def add(self, order: Order, kind: str, name: str) -> DeskShown:
        """Attach a document to an order, or create an activity that goes with it."""
        ref = f"{self._desk.ref(order)}/{name}".replace(" ", "-")
        fields = {"order": self._desk.ref(order), "name": name}
        self._desk.papers.add(order.name)
        return self._desk.noted(order, self._desk.do("enter", kind, ref, fields))

    def attachments(self, order: Order) -> list[tuple[str, str]]:
        """What is attached to an order, kind and name."""
        rows = self._desk.see("attachments", self._desk.ref(order)).rows
        return [(row.get("kind", ""), row.get("name", "")) for row in rows]

    def check(self, order: Order, check: str) -> DeskShown:
        """Have something checked."""
        self._desk.checked_orders.add(order.name)
        return self._desk.noted(order, self._desk.do("check", "order", self._desk.ref(order), {"check": check}))

    def checked(self, order: Order) -> list[dict[str, str]]:
        """What came of the checks of an order, with the feature's line numbers."""
        rows = []
        for row in self._desk.see("checks", self._desk.ref(order)).rows:
            known = self._directory.line_by_id(row.get("line", ""))
            rows.append({**row, "line": known[1].number if known else row.get("line", "")})
        return rows

    def decide(self, order: Order, verb: str) -> DeskShown:
        """A supervisor approves or rejects an order."""
        ref = self._desk.ref(order)
        shown = self._desk.noted(order, self._desk.do(verb, "order", ref))
        if shown.refused is None:
            self._desk.decided.setdefault(order.name, []).append(verb)
            (self._desk.rejected.add if verb == "reject" else self._desk.rejected.discard)(ref)
        return shown

    def service_point(self, account: str) -> DeskShown:
        """The service point of an account, looked up as an asset."""
        return self._desk.see("asset", self._directory.service_point(account))
