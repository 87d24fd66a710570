"""What several subjects wait for: work that provisioning holds, and orders that reach the order system."""

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.order_system import Received


def begin_held(stage: Stage, order: Order) -> None:
    """Wait until an order is in progress, its work held, and remember what its neighbours were told so far."""
    stage.fulfilment.begin(order)
    stage.marks[order.name] = told(stage, order)
    for line in order.lines:
        stage.marks[f"{order.name}/{line.number}"] = told(stage, order, line.number)


def told(stage: Stage, order: Order, line: str | None = None, who: str = "provisioning and billing") -> int:
    """How often billing, provisioning or both were told something about an order, or about one line of it."""
    asked: list[tuple[str, str]] = []
    if "provisioning" in who:
        asked += [(call.order, stage.directory.line_key(asked.line)) for call, asked in stage.provisioning.entries]
    if "billing" in who:
        asked += [(entry.order, entry.line) for entry in stage.billing.entries]
    return sum(number == order.number and line in (None, key.rpartition("/")[2]) for number, key in asked)


def let_come(stage: Stage, order: Order, line: str) -> None:
    """Wait until provisioning is asked for a line; whoever works line after line is helped along to it."""
    provisioning, key = stage.provisioning, f"{order.name}/{line}"
    stage.settled()
    while not provisioning.came_for(key) and provisioning.complete_first(order.number):
        stage.settled()


def complete_held(stage: Stage, number: str) -> None:
    """Wait for an order's work to reach provisioning, then finish it, and what follows from that too."""
    held = stage.provisioning
    stage.settled()
    if not held.holding(number):
        stage.billing.complete_outdated(number)
    stage.eventually(lambda: held.holding(number), "work that provisioning holds", lambda: "none")
    complete_what_comes(stage, number)


def complete_what_comes(stage: Stage, number: str) -> None:
    """Finish an order's work at provisioning as long as there is some, also what is asked for meanwhile.

    Where there is none left, billing finishes what it holds for an earlier version: some wait for that.
    """
    stage.settled()
    while stage.provisioning.complete(number) or stage.billing.complete_outdated(number):
        stage.settled()


def received(stage: Stage, order: Order) -> Received:
    """The order as it reached the order system last. Raises ``Breach`` where it did not."""
    versions = stage.order_system.versions
    stage.comes(lambda: len(versions(order.number)) >= len(order.submissions))
    stage.eventually(lambda: bool(versions(order.number)), f"order {order.name} at the order system", lambda: "none")
    return versions(order.number)[-1]
