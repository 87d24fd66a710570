"""How long a run will take: each example's quiet waits, counted on the reference."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import ordertck.steps
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import Edition
from ordertck.harness.edition.kept import Kept
from ordertck.harness.messages import Message
from ordertck.harness.plan import Plan, plan_of
from ordertck.harness.reference.landscape import InProcess, connect
from ordertck.harness.runner.run import run
from ordertck.harness.verdicts import ExampleResult

# Seconds that an example takes where nothing has to be waited for, in process and behind a wire.
_IN_PROCESS, _WIRED = 0.001, 0.005


def seconds(plan: Plan) -> float:
    """How long a plan takes on a system that answers at once: what examples cost, and every declared silence."""
    if not plan.ready:
        return 0.0
    if plan.claims.adapter.startswith(connect.__module__):
        return len(plan.ready) * _IN_PROCESS
    waits = counted(plan.claims.edition)
    silences = sum(waits.get(str(example.id), 0) for example, _ in plan.ready)
    timing = plan.claims.timing
    return len(plan.ready) * _WIRED + silences * timing.quiet + timing.patience


def counted(edition: Edition) -> dict[str, int]:
    """How often each example hears its system out; counted once for each state of features and steps, then kept."""
    code = sha256(b"".join(file.read_bytes() for file in sorted(Path(ordertck.steps.__path__[0]).glob("*.py"))))
    kept = Kept("waits", code.hexdigest(), *edition.digests.values())
    known = kept.read()
    if not isinstance(known, dict):
        known = _counted(edition)
        kept.write(known)
    return {str(name): int(count) for name, count in known.items()}


def _counted(edition: Edition) -> dict[str, int]:
    claims, waits = reference_claims(edition), {}
    for role in claims.roles:
        counter = _Counter()

        def note(result: ExampleResult, _number: int, _of: int, counter: _Counter = counter) -> None:
            waits[str(result.id)] = counter.since()

        run(plan_of(replace(claims, roles=(role,)), every_switch=True), "COUNT", note, open_system=counter.open)
    return waits


class _Counter:
    """Counts how often the reference is listened to in vain, which a system with a clock of its own has to wait for."""

    def __init__(self) -> None:
        self._silences = 0

    def since(self) -> int:
        """How often since this was asked last."""
        silences, self._silences = self._silences, 0
        return silences

    def open(self, claims: Claims, session: str) -> "_Listened":
        """The reference, listened to."""
        return _Listened(connect(claims, session), self)

    def silence(self) -> None:
        """Nothing came."""
        self._silences += 1


class _Listened:
    """The reference behind its port, with a count of silences."""

    def __init__(self, system: InProcess, counter: _Counter) -> None:
        self._counter = counter
        self.begin, self.deliver = system.begin, system.deliver
        self.advance_to, self.close = system.advance_to, system.close
        self._system = system

    def receive(self, patience: float) -> Message | None:
        """As the port has it."""
        message = self._system.receive(patience)
        if message is None:
            self._counter.silence()
        return message
