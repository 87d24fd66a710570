"""CRMs that show a customer what is another's, or ask about a part of what is ordered."""

from ordertck.harness.messages import CheckLine, DeskShown, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmOrder, OutsideChecks, RecordEntry, Sheets
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="WF-18 WF-19 WF-20")
class ListsWhatIsAnybodys(RecordEntry):
    """Lists the tickets and alerts of all customers under each of them."""

    def see_list(self, kind: str, ref: str) -> DeskShown | None:
        shown = super().see_list(kind, ref)
        every = (record for account in self.accounts for record in self.records.of(kind, account))
        return shown and replace(shown, rows=tuple({"id": record.id, **record.fields} for record in every))


@wrong("crm", breaks="SC-08")
class AsksAboutWholeProducts(OutsideChecks):
    """Asks for the availability of what goes by itself, and of no component."""

    def questions(self, kind: str, order: CrmOrder) -> list[tuple[CheckLine, ...]]:
        components = {line.id for line in order.lines.values() if line.parent}
        asked = super().questions(kind, order)
        return [lines for lines in asked if not lines or lines[0].line not in components]


@wrong("crm", breaks="SC-16")
class NumbersAlikeWhatIsBegun(Sheets):
    """Gives each line of what is begun from the profile the number 1."""

    def from_profile(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().from_profile(ref, fields)
        made = self.orders.order(fields.get("order") or fields["quote"])
        made.lines = {key: replace(line, number="1") for key, line in made.lines.items()}
        return self.screens.order(made) if shown.refused is None else shown
