"""The message that a truthful CRM puts on the submission queue for an order."""

import re

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine, Order, parents_first
from ordertck.harness.errors import Misfit
from ordertck.harness.messages import OrderSubmission, SalesOrder, SubmittedLine

# How a line to which nothing is to happen is written; the features write a dash.
NO_ACTION = {"dash": "-", "blank": None, "either": "-"}


def submission_of(directory: Directory, order: Order, no_action: str) -> OrderSubmission:
    """The message that a truthful CRM sends for an order: components with their product's price list (PL-13).

    ``no_action`` is the notation for lines that stay as they are.
    """
    lists: dict[str, str | None] = {}
    lines = []
    for line in parents_first(order.lines):
        product = directory.catalogue.products.get(line.product or "")
        lists[line.number] = line.price_list
        copied = None
        if line.parent is not None and _customizable(directory, order, line.parent):
            copied = lists[line.number] = lists.get(line.parent)
        lines.append(
            SubmittedLine(
                id=line.id,
                number=line.sent_number,
                product=line.product,
                subject=line.subject or (product.subject if product else None),
                action=NO_ACTION[no_action] if line.action == "-" else line.action,
                parent=_line_id(order, line.parent),
                base_line=base_line_of(directory, line),
                asset=directory.asset_of(line.id) if line.product and _names_an_asset(order, line) else None,
                price_list=line.price_list or copied,
                override=line.override,
                due_date=line.due_date,
                site=line.site,
                service_point=line.service_point,
                attributes=line.attributes,
            )
        )
    ids = [line.id for line in order.lines]
    return OrderSubmission(
        order=order.number,
        id=f"{order.number}/{order.revision}",
        revision=order.revision,
        account=order.account,
        payer=order.payer,
        price_list=order.price_list,
        priority=order.priority,
        site=order.site,
        ship_to=order.ship_to,
        ship_by=order.ship_by,
        base_order=base_order_of(directory, order),
        approval=order.approval,
        due_date=order.due_date,
        lines=tuple(sorted(lines, key=lambda sent: ids.index(sent.id))),
    )


def _names_an_asset(order: Order, line: DraftLine) -> bool:
    """Whether a line speaks of an asset: one that it adds or has added, or one that the feature names."""
    return line.action == "Add" or line.asset is not None or _added_before(order, line)


def _added_before(order: Order, line: DraftLine) -> bool:
    """Whether a version that was submitted has the line add something: who takes it off says of what (A-62)."""
    versions = (message.content for message in order.submissions)
    return any(
        sent.id == line.id and sent.action == "Add"
        for version in versions
        if isinstance(version, OrderSubmission | SalesOrder)
        for sent in version.lines
    )


def base_order_of(directory: Directory, order: Order) -> str | None:
    """The number of the order that an order is a follow-on to; of the first one where there are several."""
    lines = (line.depends_on for line in order.lines if line.depends_on)
    return next((directory.orders[depends.rpartition(" of ")[2]].number for depends in lines), None)


def base_line_of(directory: Directory, line: DraftLine) -> str | None:
    """The id of the line of another order that a line depends on. Raises ``Misfit`` for one never mentioned."""
    if line.depends_on is None:
        return None
    found = re.fullmatch(r"line (\S+) of (\S+)", line.depends_on)
    if found is None or found[2] not in directory.orders:
        raise Misfit(f"no step of this example mentions {line.depends_on!r}")
    return directory.orders[found[2]].line(found[1]).id


def _customizable(directory: Directory, order: Order, number: str) -> bool:
    product = directory.catalogue.products.get(order.line(number).product or "")
    return product is not None and product.customizable


def _line_id(order: Order, number: str | None) -> str | None:
    return next((line.id for line in order.lines if line.number == number), None) if number else None
