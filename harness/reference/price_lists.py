"""Which price list a line is charged on (decision table 6.1 of the documents' rules)."""

from ordertck.harness.messages import OrderLine, SalesOrder


def effective_list(order: SalesOrder, line: OrderLine) -> str | None:
    """The price list of one line; None where it has none, or keeps the one that is installed.

    A line that adds something takes its own list, else the header's (PL-09, PL-10). A line on an asset that is there
    already names a list only to change it.
    """
    if line.action == "Add":
        return line.price_list or order.price_list or None
    return (line.price_list or None) if line.action == "Update" else None
