"""A slow system: the reference behind a pipe that takes its time for each request; and how long a run of it takes.

python -m ordertck.harness.tools.slow --jobs 8 --delay 0.02 --quiet 0.2 --role oms

With --each it takes its time for each message, also where several come in one request.
"""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from ordertck import data
from ordertck.harness.adapters.factory import made
from ordertck.harness.adapters.served import Served
from ordertck.harness.claims import Claims, Timing, read_claims, reference_claims
from ordertck.harness.edition import load
from ordertck.harness.port import System


class Slow(Served):
    """The reference, which takes ``delay`` seconds for each request, or each message in one (``each``).

    It says that it is idle only if it is to. Asked ``apart``, it takes what one session says in one request.
    """

    def __init__(self, claims: Claims, delay: float, idle: bool, each: bool, apart: bool = False) -> None:
        super().__init__(made(claims, "SLOW"), claims.name, at_once=True, more=partial(made, claims, "SLOW"))
        self._claims = claims
        self._delay, self._idle, self._each, self._apart = delay, idle, each, apart

    def reply(self, request: dict[str, Any]) -> dict[str, Any]:
        """The reply to one request, after the delay."""
        asks = request.get("asks", [request])
        sleep(self._delay * (sum(len(ask.get("before", ())) for ask in asks) or 1 if self._each else 1))
        return super().reply(request)

    def _reply(self, request: dict[str, Any], hears: bool = True) -> dict[str, Any]:
        if not self._idle and request["op"] == "receive":
            sleep(request["patience"])  # all that it says comes with its replies, so nothing comes
        reply = super()._reply(request, hears)
        if self._apart:
            reply.pop("together", None)
        return reply

    def _said(self) -> dict[str, Any]:
        return super()._said() | ({} if self._idle else {"idle": False})

    def _opened(self, system: System) -> Served:
        session = Slow(self._claims, 0.0, self._idle, each=False)
        session._system = system
        return session

    def _wait(self, patience: float) -> None:
        sleep(patience)


def measured(options: Namespace) -> None:
    """Examine the slow system in each role and print what it took."""
    # The system itself needs none of these, and each job starts one.
    from ordertck.harness.plan import plan_of
    from ordertck.harness.runner.conditions import Conditions
    from ordertck.harness.runner.run import run
    from ordertck.harness.variation import Variation

    what = "message" if options.each else "request"
    idle = "says when it is idle" if options.idle else f"is waited for {options.quiet} s of quiet"
    told = f"the system takes {options.delay} s for each {what}, and {idle}"
    print(f"A whole run over JSON Lines with {options.jobs} jobs; {told}.")  # noqa: T201
    edition, total, count = load(), 0.0, 0
    reference = reference_claims(edition)
    for role in options.role or reference.roles:
        words = ["serve", role, str(options.delay), *(w for w in ("idle", "each", "apart") if getattr(options, w))]
        command = (sys.executable, "-m", "ordertck.harness.tools.slow", *words)
        timing = Timing(patience=options.patience, quiet=options.quiet, start=60.0)
        claims = replace(reference, roles=(role,), adapter="", command=command, timing=timing)
        plan, began = plan_of(claims), monotonic()
        found = run(plan, Conditions(variation=Variation(options.seed), jobs=options.jobs))
        seconds, examples = monotonic() - began, len(plan.ready)
        passed = sum(example.verdict.value == "passed" for example in found.examples)
        each = 1000 * seconds / examples
        print(f"{role}: {seconds:.1f} s, {examples} examples, {passed} passed, {each:.0f} ms each")  # noqa: T201
        total, count = total + seconds, count + examples
    print(f"in all {total:.1f} s, {1000 * total / count:.0f} ms each")  # noqa: T201 - printing is what it is for


def main() -> None:
    """Measure, or be the slow system where the first word is ``serve``."""
    if sys.argv[1:2] == ["serve"]:
        role, delay, *words = sys.argv[2:]
        claims = replace(read_claims(Path(data("fixtures", "reference.toml")), load()), roles=(role,))
        system = Slow(claims, float(delay), "idle" in words, "each" in words, "apart" in words)
        system.serve(sys.stdin.buffer, sys.stdout.buffer)
        return
    parser = ArgumentParser(description="How long a run of a slow system takes.")
    parser.add_argument("--role", action="append", help="only this role; all four where none is named")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds that each request takes")
    parser.add_argument("--quiet", type=float, default=0.2, help="the declared quiet, in seconds")
    parser.add_argument("--patience", type=float, default=2.0, help="the declared patience, in seconds")
    parser.add_argument("--idle", action="store_true", help="the system says when nothing more can come")
    parser.add_argument("--each", action="store_true", help="the delay is for each message, not for each request")
    parser.add_argument("--apart", action="store_true", help="each request is one session's")
    parser.add_argument("--seed", type=int, default=7)
    measured(parser.parse_args())


if __name__ == "__main__":
    main()
