"""A CRM that numbers the lines of its orders by itself, whatever number a user enters."""

from ordertck.harness.messages import DeskShown, replace
from ordertck.harness.proof.registry import permitted
from ordertck.harness.reference.crm import CrmOrder, CustomerRelations, OrderEntry, Sheets
from ordertck.harness.reference.crm.customer_relations import Parts
from ordertck.harness.reference.crm.desk import Fields

_MADE = "made-"  # begins the refs of lines that no user has entered


class _NumbersWhatIsEntered(OrderEntry):
    """Gives each line the next number of its own; knows one that it made by this number, and by what it is about."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(fields.get("order", ""))
        if ref not in order.lines:
            meant = next((key for key in order.lines if self.is_meant(order, key, fields)), None)
            order.lines = {ref if key == meant else key: line for key, line in order.lines.items()}
            if meant is not None:
                order.lines[ref] = replace(order.lines[ref], ref=ref)
        known = order.lines.get(ref)
        parent = order.lines.get(fields.get("parent", ""))
        number = known.number if known else next_number(order, parent.number if parent else "")
        return super().enter_line(ref, {**fields, "number": number})

    def is_meant(self, order: CrmOrder, key: str, fields: Fields) -> bool:
        """Whether a line that was made of something else is the one that the user means."""
        line = order.lines[key]
        same = line.asset == fields["asset"] if fields.get("asset") else line.product == fields.get("product")
        return key.startswith(_MADE) and same and line.number == fields.get("number")


class _NumbersWhatIsMade(Sheets):
    """Numbers what is begun from the profile, or made of a quote, in the same way."""

    def become(self, source: CrmOrder, kind: str, ref: str) -> DeskShown:
        super().become(source, kind, ref)
        return self.numbered(self.orders.order(ref))

    def from_profile(self, ref: str, fields: Fields) -> DeskShown:
        super().from_profile(ref, fields)
        return self.numbered(self.orders.order(fields.get("order") or fields["quote"]))

    def numbered(self, made: CrmOrder) -> DeskShown:
        """The sheet with its lines under numbers and refs of the CRM's own."""
        lines, made.lines = list(made.lines.values()), {}
        numbers: dict[str, str] = {}
        for place, line in enumerate(lines):
            numbers[line.id] = next_number(made, numbers.get(line.parent or "", ""))
            key = f"{_MADE}{place}"
            made.lines[key] = replace(line, ref=key, number=numbers[line.id])
        return self.screens.order(made)


def next_number(order: CrmOrder, parent: str) -> str:
    """The next ten, or the next ten below the product that a line is part of."""
    taken = {line.number for line in order.lines.values()}
    above = f"{parent}." if parent else ""
    return next(number for ten in range(1, 1000) if (number := f"{above}{ten * 10}") not in taken)


@permitted("crm")
class NumbersLinesByTens(CustomerRelations):
    """Numbers the lines of orders and quotes by itself, in tens, and shows these numbers only."""

    parts = Parts(entry=_NumbersWhatIsEntered, sheets=_NumbersWhatIsMade)
