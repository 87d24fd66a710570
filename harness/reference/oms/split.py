"""The parts of an order: lines that have the same to wait for."""

from ordertck.harness.messages import OrderLine, SalesOrder, replace


def parts_of(order: SalesOrder, by_date: bool, by_base_line: bool) -> list[SalesOrder]:
    """The order in parts, each an order of some of its lines with their date.

    ``by_date`` lets a line's own date go before the header's (A-12), ``by_base_line`` lets each line wait for its own
    base line only (A-06). Without either the order is one part.
    """
    parts: dict[tuple[str | None, str | None], list[OrderLine]] = {}
    for line in order.lines:
        date = line.requested_delivery if by_date else None
        parts.setdefault((date, line.base_line if by_base_line else None), []).append(line)
    return [
        replace(order, lines=tuple(lines), requested_delivery=date or order.requested_delivery)
        for (date, _), lines in parts.items()
    ]
