"""What examples cost: in process, over JSON Lines, under pytest, as plain Python; and what the reference bears."""

import gc
import subprocess
import sys
import tempfile
from collections.abc import Callable
from statistics import median
from time import perf_counter

from ordertck import data
from ordertck.harness.adapters.connect import connect
from ordertck.harness.bench import Conversation
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import load
from ordertck.harness.edition.features import Example
from ordertck.harness.messages import Edge, Message, OrderLine, SalesOrder, as_body, replace
from ordertck.harness.plan import plan_of
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.common.priority_queue import PriorityQueue
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.reference.oms.order_management import OrderManagement
from ordertck.harness.runner.executor import execute
from ordertck.harness.verdicts import Verdict

EDITION = load()

ROUNDS = 5


def main() -> None:
    """Measure everything and print a figure a line."""
    rows = [
        *whole_runs(),
        *examples("called as plain Python", lambda claims: claims, run_plain),
        *examples("in process", lambda claims: claims, run_all),
        *examples("over JSON Lines", served, run_all),
        *reference(),
    ]
    width = max(len(what) for what, _ in rows)
    for what, figure in rows:
        print(f"{what:<{width}}  {figure}")  # noqa: T201 - printing is what it is for


def whole_runs() -> list[tuple[str, str]]:
    """Commands from outside: medians of wall seconds."""
    ordertck = [sys.executable, "-m", "ordertck.harness.cli.main"]
    pytest = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(data("features"))]
    with tempfile.TemporaryDirectory() as folder:
        return [
            ("start-up (ordertck --help)", seconds_of([*ordertck, "--help"])),
            ("whole run (ordertck run, all roles)", seconds_of([*ordertck, "run", "--report", f"{folder}/report"])),
            ("whole run under pytest (pytest features)", seconds_of(pytest)),
        ]


def seconds_of(command: list[str]) -> str:
    """Median wall seconds of a command."""

    def run() -> None:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    return f"{median(timed(run) for _ in range(ROUNDS)):.2f} s"


def timed(act: Callable[..., object], *arguments: object) -> float:
    """Seconds that something takes."""
    started = perf_counter()
    act(*arguments)
    return perf_counter() - started


def served(claims: Claims) -> Claims:
    """The same claims, for the reference behind a pipe."""
    serve = [sys.executable, "-m", "ordertck.harness.adapters.serve", claims.adapter]
    return replace(claims, command=(*serve, str(data("fixtures", "reference.toml")), *claims.roles), adapter="")


def examples(
    how: str, over: Callable[[Claims], Claims], run: Callable[[list[Example], Conversation], None]
) -> list[tuple[str, str]]:
    """The median cost of an example, schemas checked both ways, on the reference in each role."""
    book, costs, count = EDITION.steps, [], 0
    for role in PARTS:
        claims = over(replace(reference_claims(EDITION), roles=(role,)))
        ready = [example for example, _ in plan_of(claims).ready]
        system = connect(claims, "BENCH")
        conversation = Conversation(system, claims, "BENCH")
        for example in ready:  # everything is read and looked up once
            if (result := execute(example, conversation, book)).verdict is not Verdict.PASSED:
                raise SystemExit(f"{example.id} is {result.verdict} {how}: {result.reason} {result.seen}")
        gc.collect()
        gc.freeze()
        costs += [timed(run, ready, conversation) / len(ready) for _ in range(ROUNDS)]
        count += len(ready)
        system.close()
    return [(f"an example {how} ({count} examples)", f"{median(costs) * 1000:.2f} ms")]


def run_all(ready: list[Example], conversation: Conversation) -> None:
    """Every example once."""
    for example in ready:
        execute(example, conversation, EDITION.steps)


def run_plain(ready: list[Example], conversation: Conversation) -> None:
    """Every example's step functions, one after the other, with nothing around them."""
    book = EDITION.steps
    for example in ready:
        stage = conversation.begin()
        for step in example.steps:
            book.look_up(step)(stage, step)
        conversation.end()


def reference() -> list[tuple[str, str]]:
    """What the reference bears: one large order, a revision of it, many in the queue, many waiting, many fulfilled."""
    rows = []
    for size in (5_000, 10_000):
        oms, order = order_management(), large_order("BIG", size)
        rows.append((f"an order of {size:,} lines resolved and decomposed", f"{timed(oms.handle, order):.2f} s"))
    for size in (5_000, 10_000):
        rows.append((f"a revision of {size:,} lines differenced and planned", f"{revision(size):.2f} s"))
    rows.append(("100,000 orders through the priority queue", f"{timed(queue):.2f} s"))
    for size in (5_000, 10_000):
        rows.append((f"{size:,} orders fulfilled", f"{timed(fulfil, order_management(), size):.2f} s"))
    beside = timed(fulfil, waited_at(10_000), 5_000)
    rows.append(("5,000 orders fulfilled while 10,000 wait for dates or lines", f"{beside:.2f} s"))
    return rows


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


if __name__ == "__main__":
    main()
