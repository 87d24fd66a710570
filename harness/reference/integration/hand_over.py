"""Hand-over: what the CRM submits, in the order system's terms."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import OrderSubmission, as_body, read_body


def sales_order_of(submission: Mapping[str, Any]) -> dict[str, Any]:
    """The same order, header and every line: Due Date becomes Requested Delivery Date (FL-07, DD-02)."""
    order = _renamed(as_body(read_body(OrderSubmission, submission)))
    order["lines"] = [_renamed(line) for line in order["lines"]]
    return order


def _renamed(shape: dict[str, Any]) -> dict[str, Any]:
    if "due_date" in shape:
        shape["requested_delivery"] = shape.pop("due_date")
    return shape
