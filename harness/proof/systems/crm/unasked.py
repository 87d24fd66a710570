"""CRMs that show of an order under preparation what nobody has said."""

from ordertck.harness.messages import CheckAnswer, DeskShown, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmLine, CrmOrder, OutsideChecks, Screens, Sheets, Submitting
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="SC-09")
class TakesUnknownForYes(OutsideChecks):
    """Shows as in order what nobody could say anything about."""

    def answered(self, answer: CheckAnswer) -> None:
        super().answered(replace(answer, outcome="ok" if answer.outcome == "unknown" else answer.outcome))


@wrong("crm", breaks="SC-08 SC-09")
class TakesSilenceForYes(OutsideChecks):
    """Shows as in order whatever it has asked about, until somebody says otherwise."""

    def ask(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().ask(ref, fields)
        order, kind = self.orders.order(ref), fields["check"]
        for lines in self.questions(kind, order):
            about = [line.line for line in lines] or [""]
            for line in about:
                row = {"check": kind, "outcome": "ok"} | ({"line": line} if line else {})
                self.results.setdefault(order.id, {})[kind, line] = row
        return shown


@wrong("crm", breaks="SC-16")
class BeginsWithTheLastOrder(Sheets):
    """Begins an order from the profile with what the last order about a thing said, not with what is there."""

    def from_profile(self, ref: str, fields: Fields) -> DeskShown:
        earlier = [line for order in self.orders.by_ref.values() for line in order.lines.values()]
        shown = super().from_profile(ref, fields)
        made = next(order for order in self.orders.by_ref.values() if order.id == shown.id)
        for key, line in made.lines.items():
            made.lines[key] = replace(line, attributes=self.said_last(earlier, line))
        return self.screens.order(made)

    def said_last(self, earlier: list[CrmLine], line: CrmLine) -> dict[str, str]:
        about = [old for old in earlier if line.asset in (old.asset, f"{old.id}-ASSET")]
        return dict(about[-1].attributes) if about else dict(line.attributes)


@wrong("crm", breaks="SC-13")
class WithdrawsWhatItCannotAcknowledge(Submitting):
    """Queues an order for a customer without an address, and takes it for a draft again."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().submit_order(ref, fields)
        order = self.orders.order(ref)
        if not self.acknowledgements.address(order):
            order.submitted, order.status = False, "DRAFT"
        return self.screens.order(order) if not order.submitted else shown


@wrong("crm", breaks="FD-01")
class ShowsDatesWithoutTheirZone(Screens):
    """Shows the time of a due date as if every clock were in Greenwich, and sends the right one."""

    def order(self, order: CrmOrder) -> DeskShown:
        shown = super().order(order)
        date = shown.fields.get("due_date")
        return replace(shown, fields={**shown.fields, "due_date": f"{date[:19]}+00:00"}) if date else shown
