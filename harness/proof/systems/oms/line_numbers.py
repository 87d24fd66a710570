"""Order systems that misread line numbers of more than one digit."""

from collections.abc import Iterable

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import OrderManagement


@wrong("oms", breaks="OM-02")
class ReadsLineNumbersAsDecimals(OrderManagement):
    """Reads line numbers as decimals, so that line 1.10 takes the place of line 1.1."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        known = {_decimal(line.number): line for line in order.lines}
        super().take_in(replace(order, lines=tuple(known.values())), message)


@wrong("oms", breaks="OM-02")
class TakesLine10ForAComponentOfLine1(OrderManagement):
    """Takes a line for a component of the one that its number begins with."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        lines = (
            replace(line, parent=above.id if (above := _above(line, order.lines)) else None) for line in order.lines
        )
        super().take_in(replace(order, lines=tuple(lines)), message)


@wrong("oms", breaks="OM-03")
class FillsInFromTheLineThatANumberBeginsWith(OrderManagement):
    """Fills in the price list and the address of a line from the one that its number begins with, then the header."""

    def take_in(self, order: SalesOrder, message: Message) -> None:
        filled_in = (_filled_in(line, order.lines) for line in order.lines)
        super().take_in(replace(order, lines=tuple(filled_in)), message)


def _decimal(number: str) -> float | str:
    try:
        return float(number)
    except ValueError:
        return number


def _above(line: OrderLine, lines: Iterable[OrderLine]) -> OrderLine | None:
    """The line with the longest number that another's begins with."""
    above = [other for other in lines if other is not line and line.number.startswith(other.number)]
    return max(above, key=lambda other: len(other.number), default=None)


def _filled_in(line: OrderLine, lines: Iterable[OrderLine]) -> OrderLine:
    above = None if line.parent else _above(line, lines)
    if above is None:
        return line
    return replace(line, site=line.site or above.site, price_list=line.price_list or above.price_list)
