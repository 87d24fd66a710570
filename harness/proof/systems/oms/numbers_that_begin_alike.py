"""Order systems that take one number, or one id, for another that begins with it."""

from collections.abc import Iterable

from ordertck.harness.messages import Message, OrderLine, SalesOrder, WorkUpdate, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Cancelling, LineFulfilment, OrderManagement, Planning


def _first_that_begins(known: Iterable[str], number: str) -> str:
    """The first known number with which another one begins, or which begins with that one."""
    return next((one for one in known if number.startswith(one) or one.startswith(number)), number)


@wrong("oms", breaks="UF-06")
class BooksWorkOnTheFirstOrderWhoseNumberBeginsAlike(OrderManagement):
    """Books what provisioning has done on the first order whose number begins alike, on the line of that product."""

    def take(self, message: Message) -> None:
        if message.kind == "provisioning-update":
            message = self._booked(message)
        super().take(message)

    def _booked(self, message: Message) -> Message:
        told = message.read(WorkUpdate)
        own, first = (
            self.book.orders.get(number) for number in (told.order, _first_that_begins(self.book.orders, told.order))
        )
        if own is None or first is None or first is own or told.line not in own.lines:
            return message
        product = own.lines[told.line].line.product
        line = next((key for key, one in first.lines.items() if one.line.product == product), None)
        return (
            message
            if line is None
            else replace(message, body={**message.body, "order": first.order.order, "line": line})
        )


@wrong("oms", breaks="PV-05")
class CancelsOrdersWhoseNumbersBeginAlike(Cancelling):
    """Cancels each order whose number begins with that of the cancelled order."""

    def cancel(self, number: str) -> None:
        super().cancel(number)
        for other in [*self.book.orders]:
            if other != number and other.startswith(number):
                super().cancel(other)


@wrong("oms", breaks="PV-05")
class CancelsTheFirstOrderWhoseNumberBeginsAlike(Cancelling):
    """Cancels the first order whose number begins that of the cancelled order."""

    def cancel(self, number: str) -> None:
        super().cancel(next((known for known in self.book.orders if number.startswith(known)), number))


@wrong("oms", breaks="AC-05")
class UpdatesTheFirstAssetWhoseIdBeginsAlike(Planning):
    """Updates the first asset whose id begins alike."""

    def prepare(self) -> None:
        self.assets: dict[str, None] = {}

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        if line.action == "Update" and line.asset:
            line = replace(line, asset=_first_that_begins(self.assets, line.asset))
        if line.asset:
            self.assets.setdefault(line.asset)
        return super().plan(order, line)
