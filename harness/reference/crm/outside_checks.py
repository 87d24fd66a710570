"""Checks made outside: what is asked of others while an order is prepared, and what they said."""

from ordertck.harness.messages import Check, CheckAnswer, CheckLine, DeskShown, Edge
from ordertck.harness.reference.crm.accounts_and_orders import Part, Shared
from ordertck.harness.reference.crm.crm_outbox import Outbox
from ordertck.harness.reference.crm.desk import Acts, Fields, Views
from ordertck.harness.reference.crm.drafts import CrmOrder, Refused
from ordertck.harness.reference.crm.screens import Screens

KINDS = ("availability", "tax", "shipping", "payment", "credit", "card")


class OutsideChecks(Part):
    """Each check is made when a user asks for it; none is needed for any other, or for submitting (SC-08, SC-09)."""

    def __init__(self, shared: Shared, outbox: Outbox, screens: Screens) -> None:
        self.outbox, self.screens = outbox, screens
        self.results: dict[str, dict[tuple[str, str], dict[str, str]]] = {}
        super().__init__(shared)

    @property
    def acts(self) -> Acts:
        """What users do."""
        return {("check", "order"): self.ask}

    @property
    def views(self) -> Views:
        """What users look at."""
        return {"checks": self.shown}

    def ask(self, ref: str, fields: Fields) -> DeskShown:
        """Ask for a check; the answer is shown when it is there."""
        order, kind = self.orders.order(ref), fields.get("check", "")
        if kind not in KINDS:
            raise Refused(f"there is no check called {kind}")
        for lines in self.questions(kind, order):
            check = Check(check=kind, order=order.id, account=order.account, lines=lines)
            self.outbox.tell("check", Edge.BACKOFFICE, check, order.id)
        return self.screens.order(order)

    def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
        """About which lines each question is: one question for each line, or one about the whole order."""
        if kind != "availability":
            return [()]
        return [(CheckLine(line=line.id, product=line.product or ""),) for line in order.lines.values()]

    def answered(self, answer: CheckAnswer) -> None:
        """Keep what was said, of each line by itself."""
        kept = self.results.setdefault(answer.order, {})
        for line in answer.lines:
            kept[answer.check, line.line] = {"check": answer.check, "line": line.line, "outcome": line.outcome}
        if not answer.lines:
            said = {"check": answer.check, "outcome": answer.outcome}
            kept[answer.check, ""] = said | ({"value": answer.value} if answer.value else {})

    def shown(self, ref: str) -> DeskShown | None:
        """What came of the checks of an order."""
        order = self.orders.by_ref.get(ref)
        if order is None:
            return None
        rows = tuple(self.results.get(order.id, {}).values())
        return DeskShown(object="checks", ref=ref, id=order.id, rows=rows)
