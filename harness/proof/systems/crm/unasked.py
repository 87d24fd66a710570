"""CRMs that show of an order under preparation what nobody has said."""

from ordertck.harness.messages import CheckAnswer, DeskShown, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmLine, CrmOrder, CustomerRelations, outside_checks, screens
from ordertck.harness.reference.crm.desk import Fields
from ordertck.harness.reference.crm.sheets import Sheets


@wrong("crm", breaks="SC-09")
class TakesUnknownForYes(CustomerRelations):
    """Shows as in order what nobody could say anything about."""

    class OutsideChecks(outside_checks.OutsideChecks):
        """No news is good news."""

        def answered(self, answer: CheckAnswer) -> None:
            super().answered(replace(answer, outcome="ok" if answer.outcome == "unknown" else answer.outcome))


@wrong("crm", breaks="SC-08 SC-09")
class TakesSilenceForYes(CustomerRelations):
    """Shows as in order whatever it has asked about, until somebody says otherwise."""

    class OutsideChecks(outside_checks.OutsideChecks):
        """Yes until no."""

        def ask(self, ref: str, fields: Fields) -> DeskShown:
            shown = super().ask(ref, fields)
            order, kind = self.crm.order(ref), fields["check"]
            for lines in self.questions(kind, order):
                about = [line.line for line in lines] or [""]
                for line in about:
                    row = {"check": kind, "outcome": "ok"} | ({"line": line} if line else {})
                    self.results.setdefault(order.id, {})[kind, line] = row
            return shown


@wrong("crm", breaks="SC-16")
class BeginsWithTheLastOrder(CustomerRelations):
    """Begins an order from the profile with what the last order about a thing said, not with what is there."""

    class Sheets(Sheets):
        """The order that was there last."""

        def from_profile(self, ref: str, fields: Fields) -> DeskShown:
            earlier = [line for order in self.crm.orders.values() for line in order.lines.values()]
            shown = super().from_profile(ref, fields)
            made = next(order for order in self.crm.orders.values() if order.id == shown.id)
            for key, line in made.lines.items():
                made.lines[key] = replace(line, attributes=self.said_last(earlier, line))
            return self.crm.screens.order(made)

        def said_last(self, earlier: list[CrmLine], line: CrmLine) -> dict[str, str]:
            about = [old for old in earlier if line.asset in (old.asset, f"{old.id}-ASSET")]
            return dict(about[-1].attributes) if about else dict(line.attributes)


@wrong("crm", breaks="SC-13")
class WithdrawsWhatItCannotAcknowledge(CustomerRelations):
    """Queues an order for a customer without an address, and takes it for a draft again."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        if not self.acknowledgements.address(order):
            order.submitted, order.status = False, "DRAFT"


@wrong("crm", breaks="FD-01")
class ShowsDatesWithoutTheirZone(CustomerRelations):
    """Shows the time of a due date as if every clock were in Greenwich, and sends the right one."""

    class Screens(screens.Screens):
        """The zone is cut off."""

        def order(self, order: CrmOrder) -> DeskShown:
            shown = super().order(order)
            date = shown.fields.get("due_date")
            return replace(shown, fields={**shown.fields, "due_date": f"{date[:19]}+00:00"}) if date else shown
