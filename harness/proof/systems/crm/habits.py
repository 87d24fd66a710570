"""What several wrong CRMs have in common."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskDo, Message, OrderSubmission, SubmittedLine, replace
from ordertck.harness.reference.crm import (
    CrmLine,
    CrmOrder,
    CustomerRelations,
    OrderEntry,
    Projections,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.accounts_and_orders import OrderBook


class Careless(Submitting):
    """Overlooks some of what there is to object to."""

    overlooked = ""

    def objections(self, order: CrmOrder) -> Iterator[str]:
        return (found for found in super().objections(order) if self.overlooked not in found)


class Meddling(CustomerRelations):
    """Does more than the user asked for; ``after`` says what, after which act."""

    def take(self, message: Message) -> None:
        super().take(message)
        if message.kind == "desk-do":
            self.after(message.read(DeskDo))

    def after(self, act: DeskDo) -> None:
        """What is done after an act."""


class Unrefreshed(Projections):
    """Brings nothing up to date on submission."""

    def refreshed(self, order: CrmOrder, line: CrmLine) -> CrmLine:
        return line


class PricesComponents(OrderEntry):
    """Lets a user give a component a price list."""

    def require_own_list(self, order: CrmOrder, line: CrmLine) -> None: ...


def sale_of(orders: OrderBook, asset: str | None) -> tuple[CrmOrder, CrmLine] | None:
    """The order and the line that an asset came from."""
    lines = ((order, line) for order in orders.by_ref.values() for line in order.lines.values())
    return next(((order, line) for order, line in lines if asset and f"{line.id}-ASSET" == asset), None)


def former(order: CrmOrder, line: CrmLine) -> str | None:
    """The price list that a line had in the version before."""
    before = order.revises.line(line.id) if order.revises else None
    return before.price_list if before else None


def below(order: CrmOrder, line: CrmLine) -> list[CrmLine]:
    """The components of a line."""
    return [other for other in order.lines.values() if other.parent == line.id]


class Rewriting(Submissions):
    """Changes the lines of supplementals; ``rewritten`` says how."""

    def rewritten(self, order: CrmOrder, line: SubmittedLine) -> SubmittedLine:
        """What becomes of a line."""
        return line

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        if order.revises is None:
            return sent
        return replace(sent, lines=tuple(self.rewritten(order, line) for line in sent.lines))
