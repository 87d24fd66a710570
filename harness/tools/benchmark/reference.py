"""What the reference bears: one large order, a revision of it, many in the queue, many waiting, many fulfilled."""

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.edition import load
from ordertck.harness.messages import Edge, Message, OrderLine, SalesOrder, as_body, replace
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.common.priority_queue import PriorityQueue
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.tools.benchmark.measure import timed

EDITION = load()


def measured() -> list[tuple[str, str]]:
    """Seconds for each, once."""
    resolved = timed(order_management().handle, large_order("BIG", 10_000))
    alone = timed(fulfil, order_management(), 5_000)
    beside = timed(fulfil, waited_at(10_000), 5_000)
    return [
        ("reference: an order of 10,000 lines resolved and decomposed", f"{resolved:.2f} s"),
        ("reference: a revision of 10,000 lines differenced and planned", f"{revision(10_000):.2f} s"),
        ("reference: 100,000 orders through the priority queue", f"{timed(queue):.2f} s"),
        ("reference: 10,000 orders fulfilled", f"{timed(fulfil, order_management(), 10_000):.2f} s"),
        (
            f"reference: 5,000 orders fulfilled, while 10,000 wait for dates or lines (without those: {alone:.2f} s)",
            f"{beside:.2f} s",
        ),
    ]


def order_management() -> OrderManagement:
    """The reference in role oms."""
    settings = {"capacity": None, **EDITION.vocabulary.default_switches}
    scenario = ScenarioContext("BENCH", "BENCH", NOW, "", "", (), settings)
    return OrderManagement(EDITION.catalogue, scenario)


def large_order(number: str, size: int) -> Message:
    """An order of so many lines."""
    lines = tuple(
        OrderLine(id=f"{number}-{n}", number=str(n), product="Internet Access", action="Add") for n in range(size)
    )
    order = SalesOrder(order=number, id=number, account="A", price_list="Household Price List", lines=lines)
    return Message(f"m-{number}", "sales-order", Edge.OMS, as_body(order), number)


def queue() -> None:
    """Everything in, everything out, ten priorities."""
    waiting: PriorityQueue[int] = PriorityQueue()
    for number in range(100_000):
        waiting.put(number, number % 10)
    while len(waiting):
        waiting.get()


def revision(size: int) -> float:
    """Seconds for a second version of an order in progress: each line wanted differently, every other one new."""
    oms, base = order_management(), large_order("BIG", size)
    for call in oms.handle(base):
        for report in reports(call):
            oms.handle(report)
    lines = []
    for place, line in enumerate(base.body["lines"]):
        altered = line | {"attributes": {"speed": "500"}}
        lines.append(altered | {"id": f"BIG-new-{place}"} if place % 2 else altered)
    return timed(oms.handle, replace(base, id="m-revision", body={**base.body, "revision": 2, "lines": lines}))


def waited_at(size: int) -> OrderManagement:
    """The order system with so many orders that wait, half for a date, half for a line of another order."""
    oms = order_management()
    oms.handle(large_order("BASE", 1))
    for number in range(size):
        waits = large_order(f"W{number}", 1)
        line = waits.body["lines"][0]
        body = (
            {**waits.body, "requested_delivery": "2027-01-01T00:00:00Z"}
            if number % 2
            else {**waits.body, "lines": [{**line, "base_line": "BASE-0"}]}
        )
        oms.handle(replace(waits, body=body))
    return oms


def fulfil(oms: OrderManagement, size: int) -> None:
    """Orders of one line each, from intake to complete, the neighbours' reports included."""
    for number in range(size):
        heard = oms.handle(large_order(f"O{number}", 1))
        while heard:
            heard = [m for told in heard for report in reports(told) for m in oms.handle(report)]


def reports(told: Message) -> list[Message]:
    """What obliging neighbours say to a call."""
    if told.kind not in ("billing-order", "provisioning-order"):
        return []
    kind = told.kind.replace("order", "update")
    value = "INITIATED" if told.body.get("phase") == "initiate" else "COMPLETE"
    return [
        Message(
            f"r-{told.id}-{line['line']}",
            kind,
            told.edge,
            {"order": told.body["order"], "line": line["line"], "sort": "status", "value": value},
            told.about,
        )
        for line in told.body["lines"]
    ]
