"""The checks of check-adapter: whether messages come through, before anybody judges the system behind them."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ordertck.harness.adapter_check import faults
from ordertck.harness.adapter_check.clock import Clock
from ordertck.harness.adapter_check.faults import FaultError, Step, seconds
from ordertck.harness.adapter_check.rehearsal import Rehearsal
from ordertck.harness.adapter_check.watched import Heard, Watched
from ordertck.harness.adapters.greeting import Greeting
from ordertck.harness.adapters.wire import Wire, misfit
from ordertck.harness.bench import Conversation
from ordertck.harness.bench.conversation import with_names
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import AdapterError, Breach, Silence
from ordertck.harness.messages import Message
from ordertck.harness.text import a
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation

_ORDERS = ("FIRST", "SECOND", "THIRD")
_TIMES_SLOWEST = 3
# The steps at which something is missing and nobody says why.
_SILENT = ("begin", "hear", "answer")


@dataclass(slots=True)
class Checkup:
    """One check of one adapter, in a session of its own: a rehearsal of what the examples will do.

    Session and ``variation`` are as in any run, so that an adapter cannot know that it is only checked. Afterwards
    ``steps`` are all that were taken; ``clock`` says how long things took.
    """

    claims: Claims
    connect: Callable[[Claims, str], Wire]
    session: str
    clock: Clock = field(default_factory=Clock)
    variation: Variation = field(default_factory=Variation)
    steps: list[Step] = field(default_factory=list)
    transcript: Transcript = field(init=False)

    def __post_init__(self) -> None:
        self.transcript = Transcript(self.claims.redaction())

    @property
    def well(self) -> bool:
        """Whether nothing was found wrong."""
        return all(step.ok for step in self.steps)

    def examine(self) -> Iterator[Step]:
        """Take the steps, one after the other; after a fault that leaves nothing to go on with, only the last.

        Raises ``UsageError`` where claims and adapter do not fit together.
        """
        for found in self._examine():
            self.steps.append(step := self._readable(found))
            yield step

    def _readable(self, step: Step) -> Step:
        strike = self.transcript.redaction.text
        return Step(step.name, strike(step.found), strike(step.expected), strike(step.seen), strike(step.remedy))

    def _examine(self) -> Iterator[Step]:
        wire: Wire | None = None
        started = self.clock.now()
        try:
            wire = self.connect(self.claims, self.session)
            yield Step("connect", f"the adapter is there after {seconds(self.clock.now() - started)}")
            if wire.greeting is not None and wire.greeting != Greeting():
                yield self._handshake(wire.greeting)
            watched = Watched(wire, with_names(self.claims, self.variation), self.session, self.clock)
            yield from self._steps(watched)
        except FaultError as fault:
            unexplained = wire is not None and fault.step.name in _SILENT
            yield faults.beside(fault.step, wire.aside()) if wire is not None and unexplained else fault.step
        except AdapterError as problem:
            yield faults.raised("connect", problem).step
        except BaseException:  # the kit's own fault, or a person's Ctrl-C: leave no process behind
            if wire is not None:
                wire.close()
            raise
        if wire is not None and (step := self._close(wire)) is not None:
            yield step

    @property
    def _timing(self) -> Timing:
        return self.claims.timing

    def _steps(self, watched: Watched) -> Iterator[Step]:
        started = self.clock.now()
        conversation = Conversation(
            watched, self.claims, self.session, transcript=self.transcript, variation=self.variation
        )
        try:
            rehearsal = Rehearsal(conversation.begin(), watched)
        except Breach as breach:
            raise faults.unfulfilled(breach.expected, breach.seen) from None
        except Silence as silence:
            raise faults.unfulfilled(f"an answer to {silence.asked}", "none") from None
        yield Step("begin", f"the scenario began in {seconds(self.clock.now() - started)}")
        for order in _ORDERS:
            latest = rehearsal.go(order)
            if order == _ORDERS[0]:
                yield Step("deliver", f"{rehearsal.what} was handed over in {seconds(watched.slowest)}")
        yield Step("hear", f"each of {len(_ORDERS)} came to its end")
        if rehearsal.is_asked:
            stands = rehearsal.ask(latest)
            yield Step("answer", f"asked how an order stands, the system says {stands}")
        watched.hear_out()
        kinds = sorted({heard.message.kind for heard in watched.heard})
        yield Step("form", f"{len(watched.heard)} messages in the form that their kinds have: {', '.join(kinds)}")
        yield self._ids(watched)
        yield Step("names", "products and price lists have the kit's names")
        yield self._quiet(watched)
        yield self._silence(watched)

    # The checks

    def _handshake(self, greeting: Greeting) -> Step:
        if odd := misfit(self.claims, greeting):
            claimed, _, said = odd.problem.partition(", but ")
            return Step("handshake", "claims and adapter speak of two systems", claimed, said, odd.remedy)
        said = f"the adapter says that it is {greeting.name or 'nameless'} {greeting.version}".rstrip()
        return Step("handshake", said)

    def _ids(self, watched: Watched) -> Step:
        known: dict[str, Message] = {}
        for heard in watched.heard:
            other = known.setdefault(heard.message.id, heard.message)
            if other != heard.message:
                return Step(
                    "ids",
                    "two messages have the same id",
                    "an id of its own for each message; the same id again is a redelivery",
                    f"'{other.id}' on {a(other.kind)} and on {a(heard.message.kind)}",
                    "number the messages, or pass on the ids that the system gives them",
                )
        return Step("ids", f"{len(known)} ids, each on one message")

    def _quiet(self, watched: Watched) -> Step:
        slowest = _slowest(watched.heard)
        needed, quiet = _TIMES_SLOWEST * slowest.after, self._timing.quiet
        said = f"the slowest message ({slowest.message.kind}) took {seconds(slowest.after)}"
        if quiet >= needed:
            return Step("quiet", f"{said}; quiet is {seconds(quiet)}")
        scale = 10 ** math.floor(math.log10(needed))
        return Step(
            "quiet",
            "quiet is too short to tell silence from slowness",
            f"[timing] quiet of at least {_TIMES_SLOWEST} times the slowest message, {seconds(needed)}",
            f"quiet = {quiet:g}; {said}",
            f"set [timing] quiet = {math.ceil(needed / scale) * scale:g}",
        )

    def _silence(self, watched: Watched) -> Step:
        """Where receive came back early, see that it was right: nothing may come before the next deliver."""
        taken = watched.waited
        if not watched.gave_up_early:
            return Step("silence", f"receive waited its patience out: {seconds(taken)}")
        slowest = _slowest(watched.heard).after
        self.clock.wait(min(self._timing.patience, max(self._timing.quiet, _TIMES_SLOWEST * slowest)))
        watched.require_idle()
        return Step("silence", f"receive said after {seconds(taken)} that nothing can come, and nothing came")

    def _close(self, wire: Wire) -> Step | None:
        broken = wire.broken
        wire.close()
        if broken:
            return None
        return faults.bad_parting(wire.parting) if wire.parting else Step("close", "the adapter closed")


def _slowest(heard: Iterable[Heard]) -> Heard:
    """The message that takes longest in each of the orders: once, any message may be held up by a busy machine."""
    quickest: dict[tuple[str, int], Heard] = {}
    ordinals: Counter[tuple[str, str]] = Counter()
    for each in heard:
        kind, order = each.message.kind, str(each.message.body.get("order", ""))
        ordinals[kind, order] += 1
        place = kind, ordinals[kind, order]
        known = quickest.get(place)
        if known is None or each.after < known.after:
            quickest[place] = each
    return max(quickest.values(), key=lambda each: each.after)
