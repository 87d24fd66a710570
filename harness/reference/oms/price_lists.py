"""Which price list a line is charged on (decision table 6.1 of the documents' rules)."""

from ordertck.harness.messages import OrderLine, SalesOrder


def effective_list(order: SalesOrder, line: OrderLine, fill_updates: bool = False) -> str | None:
    """The price list of one line; None where it has none, or keeps the one that is installed.

    A line that adds something takes its own list, else the header's (PL-09, PL-10, PL-19 to PL-22, PL-27). An Update
    names a list only to change it (PL-38); one whose list was cleared by way of a price override takes the header's
    (PL-33), and where ``fill_updates`` is declared any blank one does (A-21). All else keeps what is installed.
    """
    if line.action == "Add":
        return line.price_list or order.price_list or None
    if line.action != "Update":
        return None
    cleared = line.override is not None or fill_updates
    return line.price_list or (order.price_list if cleared else None) or None
