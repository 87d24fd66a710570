"""The cost of one example: as plain Python, in the executor, over JSON Lines, over HTTP."""

import atexit
import gc
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from ordertck import data
from ordertck.harness.adapters.connect import connect
from ordertck.harness.bench import Conversation
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import load
from ordertck.harness.edition.features import Example
from ordertck.harness.plan import plan_of
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.runner.executor import execute
from ordertck.harness.tools.benchmark.measure import ROUNDS, timed
from ordertck.harness.verdicts import Verdict

EDITION = load()


def measured() -> list[tuple[str, str]]:
    """An example in each way, schemas checked both ways."""
    return [
        ("an example called as plain Python", cost(lambda claims: claims, run_plain)),
        ("an example in the executor", cost(lambda claims: claims, run_all)),
        ("an example over JSON Lines, both processes on the same two cores", cost(served, run_all)),
        ("an example over HTTP, both processes on the same two cores", cost(over_http, run_all)),
    ]


def served(claims: Claims) -> Claims:
    """The same claims, for the reference behind a pipe."""
    serve = [sys.executable, "-m", "ordertck.harness.adapters.child", claims.adapter]
    return replace(claims, command=(*serve, str(data("fixtures", "reference.toml")), *claims.roles), adapter="")


def over_http(claims: Claims) -> Claims:
    """The same claims, for the reference behind a server, which ends with this process."""
    serve = [sys.executable, "-m", "ordertck", "serve", "--port", "0", "--role", *claims.roles]
    server = subprocess.Popen(serve, stdout=subprocess.PIPE, text=True)
    atexit.register(server.terminate)
    assert server.stdout
    found = re.search(r"http://[\d.:]+\d", server.stdout.readline())
    assert found
    return replace(claims, url=found[0], adapter="")


def cost(over: Callable[[Claims], Claims], run: Callable[[list[Example], Conversation], None]) -> str:
    """The median cost of an example on the reference, over the four roles."""
    book, costs = EDITION.steps, []
    for role in PARTS:
        claims = over(replace(reference_claims(EDITION), roles=(role,)))
        ready = [example for example, _ in plan_of(claims).ready]
        system = connect(claims, "BENCH")
        conversation = Conversation(system, claims, "BENCH")
        for example in ready:  # everything is read and looked up once
            if (result := execute(example, conversation, book)).verdict is not Verdict.PASSED:
                raise SystemExit(f"{example.id} is {result.verdict}: {result.reason} {result.seen}")
        gc.collect()
        gc.freeze()
        costs += [timed(run, ready, conversation) / len(ready) for _ in range(ROUNDS)]
        system.close()
    return f"{median(costs) * 1000:.2f} ms"


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
