"""Counting silences: how often each example listens to the reference in vain."""

from dataclasses import replace

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import Edition
from ordertck.harness.messages import Message
from ordertck.harness.plan import reference_plans
from ordertck.harness.reference.landscape import InProcess, connect
from ordertck.harness.runner.job import Job
from ordertck.harness.runner.terms import Terms
from ordertck.harness.runner.turns import turns
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation

# What is drawn from a seed waits as well; how often differs little from seed to seed.
_VARIATION = Variation(1)


def silences(edition: Edition, *roles: str) -> dict[str, int]:
    """How often, by example of these roles, or of all.

    Each is one wait for the declared quiet where a system has a clock of its own.
    """
    claims, waits = reference_claims(edition), {}
    for plan in reference_plans(replace(claims, roles=roles or claims.roles)):
        counter = _Counter()
        terms = Terms("COUNT", counter.open, _VARIATION)
        job = Job(terms, Transcript())
        for turn in turns(plan, _VARIATION, 1):
            job.examine(turn)
            waits[str(turn.example.id)] = counter.since()
        job.close()
    return waits


class _Counter:
    """Counts how often the reference is listened to in vain, which a system with a clock of its own has to wait for."""

    def __init__(self) -> None:
        self._silences = 0

    def since(self) -> int:
        """How often since this was asked last."""
        silences, self._silences = self._silences, 0
        return silences

    def open(self, claims: Claims, session: str) -> Embedded:
        """The reference, listened to."""
        return Embedded(_Listened(connect(claims, session), self))

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
        if message is None and patience > 0:  # a look at what is there takes no time
            self._counter.silence()
        return message
