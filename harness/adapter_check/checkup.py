"""The checks of check-adapter: whether messages come through, before anybody judges the system behind them."""

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ordertck.harness.adapter_check import faults
from ordertck.harness.adapter_check.clock import Clock
from ordertck.harness.adapter_check.faults import FaultError, Step, seconds
from ordertck.harness.adapter_check.probes import Probe
from ordertck.harness.adapters.wire import Greeting, Wire, misfit
from ordertck.harness.bench.border import Border
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import AdapterError, Breach
from ordertck.harness.messages import Message
from ordertck.harness.transcript import Transcript

T = TypeVar("T")

_ORDERS = 3
_MOST_MESSAGES = 1000
_TIMES_SLOWEST = 3


@dataclass(slots=True)
class Checkup:
    """One check of one adapter.

    Afterwards ``steps`` are all that were taken; ``clock`` says how long things took.
    """

    claims: Claims
    connect: Callable[[Claims, str], Wire]
    probe: Probe
    clock: Clock = field(default_factory=Clock)
    steps: list[Step] = field(default_factory=list)
    _heard: list[tuple[float, Message]] = field(default_factory=list)

    @property
    def well(self) -> bool:
        """Whether nothing was found wrong."""
        return all(step.ok for step in self.steps)

    def examine(self) -> Iterator[Step]:
        """Take the steps, one after the other; after a fault that leaves nothing to go on with, only the last.

        Raises ``UsageError`` where claims and adapter do not fit together.
        """
        for step in self._examine():
            self.steps.append(step)
            yield step

    def _examine(self) -> Iterator[Step]:
        system: Wire | None = None
        try:
            started = self.clock.now()
            system = self._call("connect", lambda: self.connect(self.claims, self.probe.session))
            yield Step("connect", True, f"the adapter is there after {seconds(self.clock.now() - started)}")
            yield from self._steps(system)
        except FaultError as fault:
            yield fault.step
        except BaseException:  # the kit's own fault, or a person's Ctrl-C: leave no process behind
            if system is not None:
                system.close()
            raise
        if system is not None and (step := self._close(system)) is not None:
            yield step

    @property
    def _timing(self) -> Timing:
        return self.claims.timing

    def _steps(self, system: Wire) -> Iterator[Step]:
        if system.greeting is not None and system.greeting != Greeting():
            yield self._handshake(system.greeting)
        started = self.clock.now()
        self._call("begin", lambda: system.begin(self.probe.scenario()))
        yield Step("begin", True, f"the scenario began in {seconds(self.clock.now() - started)}")
        border = Border(Transcript(), self.claims.names)
        slowest_delivery = 0.0
        for number in range(1, _ORDERS + 1):
            slowest_delivery = max(slowest_delivery, self._deliver(system, border, self.probe.message(number)))
            if number == 1:
                yield Step("deliver", True, f"{self.probe.what} was handed over in {seconds(slowest_delivery)}")
            self._listen(system, border, number)
        yield Step("hear", True, f"something came back about each of {_ORDERS}")
        silent = self._rest(system, border)
        kinds = sorted({message.kind for _, message in self._heard})
        yield Step("form", True, f"{len(self._heard)} messages in the form that their kinds have: {', '.join(kinds)}")
        yield self._ids()
        yield Step("names", True, "products and price lists have the kit's names")
        yield self._quiet()
        yield self._silence(system, silent)

    # The traffic

    def _call(self, name: str, function: Callable[[], T]) -> T:
        """What a call of the port returns. Raises ``FaultError`` where it raises, or does not return."""
        try:
            return function()
        except AdapterError as problem:
            raise faults.raised(name, problem) from problem

    def _deliver(self, system: Wire, border: Border, message: Message) -> float:
        sent = border.outward(message, "check")
        started = self.clock.now()
        self._call("deliver", lambda: system.deliver(sent))
        taken = self.clock.now() - started
        if taken > self._timing.patience:
            raise faults.slow_delivery(message, taken, self._timing.patience)
        return taken

    def _receive(self, system: Wire, patience: float) -> tuple[Message | None, float]:
        started = self.clock.now()
        heard = self._call("receive", lambda: system.receive(patience))
        taken = self.clock.now() - started
        if heard is None and taken - patience > max(0.2, patience / 2):
            raise faults.late_silence(taken, patience)
        return heard, taken

    def _listen(self, system: Wire, border: Border, number: int) -> None:
        """Wait for something about the probe's n-th message; whatever comes is checked and answered."""
        others: set[str] = set()
        for _ in range(_MOST_MESSAGES):
            heard, taken = self._receive(system, self._timing.patience)
            if heard is None:
                self._not_heard(system, number, taken, others)
            message = self._checked(border, heard, taken)
            for answer in self.probe.answers(message):
                self._deliver(system, border, answer)
            if self.probe.answered_by(number, message):
                return
            others.add(f"{message.kind} about '{message.body.get('order') or message.about or 'nothing'}'")
        raise faults.endless(_MOST_MESSAGES)

    def _not_heard(self, system: Wire, number: int, taken: float, others: set[str]) -> None:
        patience = self._timing.patience
        self._came_after_idle(system, taken, patience - taken)
        about = "an answer to it" if self.probe.role == "crm" else f"a message about '{self.probe.order(number)}'"
        raise faults.unheard(self.probe.what, about, others, max(taken, patience), patience)

    def _rest(self, system: Wire, border: Border) -> float:
        """Answer what still comes, until nothing does; how long the last receive took."""
        for _ in range(_MOST_MESSAGES):
            heard, taken = self._receive(system, self._timing.patience)
            if heard is None:
                return taken
            for answer in self.probe.answers(self._checked(border, heard, taken)):
                self._deliver(system, border, answer)
        raise faults.endless(_MOST_MESSAGES)

    # The checks

    def _handshake(self, greeting: Greeting) -> Step:
        if odd := misfit(self.claims, greeting):
            claimed, _, said = odd.problem.partition(", but ")
            return Step("handshake", False, "claims and adapter speak of two systems", claimed, said, odd.remedy)
        said = f"the adapter says that it is {greeting.name or 'nameless'} {greeting.version}".rstrip()
        return Step("handshake", True, said)

    def _checked(self, border: Border, heard: Any, taken: float) -> Message:
        """A message in our names. Raises ``FaultError`` where envelope, kind, edge or body are not in order."""
        if not isinstance(heard, Message):
            raise faults.bad_form("receive returns what is no message", "a Message or None", repr(heard)[:200])
        try:
            # A message must survive every wire: what JSON changes or refuses, another adapter would have to.
            message = Message.from_json(json.loads(json.dumps(heard.as_json())))
        except (ValueError, TypeError, AttributeError) as problem:
            raise faults.bad_form(
                "a message is not JSON-shaped", "strings, numbers, lists, objects", str(problem)
            ) from None
        if not message.id:
            raise faults.bad_form(f"a {message.kind} has no id", "an id of its own", "''")
        try:
            ours = border.inward(message, "check")
        except Breach as breach:
            raise faults.bad_form(f"a {message.kind} is not as its kind has it", breach.expected, breach.seen) from None
        self._heard.append((taken, message))
        self._known_names(ours)
        return ours

    def _known_names(self, message: Message) -> None:
        for line in message.body.get("lines", ()):
            product, price_list = line.get("product"), line.get("price_list")
            if product not in (None, self.probe.catalogue.usual_product):
                raise faults.unknown_name(message, "product", product, self.probe.catalogue.usual_product)
            if price_list is not None and price_list not in self.claims.edition.catalogue.rate_plans:
                raise faults.unknown_name(
                    message, "price list", price_list, self.claims.edition.catalogue.header_price_list
                )

    def _ids(self) -> Step:
        known: dict[str, Message] = {}
        for _, message in self._heard:
            other = known.setdefault(message.id, message)
            if other != message:
                return Step(
                    "ids",
                    False,
                    "two messages have the same id",
                    "an id of its own for each message; the same id again is a redelivery",
                    f"'{message.id}' on a {other.kind} and on a {message.kind}",
                    "number the messages, or pass on the ids that the system gives them",
                )
        return Step("ids", True, f"{len(known)} ids, each on one message")

    def _quiet(self) -> Step:
        slowest, message = max(self._heard, key=lambda pair: pair[0])
        needed, quiet = _TIMES_SLOWEST * slowest, self._timing.quiet
        said = f"the slowest message ({message.kind}) took {seconds(slowest)}"
        if quiet >= needed:
            return Step("quiet", True, f"{said}; quiet is {seconds(quiet)}")
        scale = 10 ** math.floor(math.log10(needed))
        return Step(
            "quiet",
            False,
            "quiet is too short to tell silence from slowness",
            f"[timing] quiet of at least {_TIMES_SLOWEST} times the slowest message, {seconds(needed)}",
            f"quiet = {quiet:g}; {said}",
            f"set [timing] quiet = {math.ceil(needed / scale) * scale:g}",
        )

    def _silence(self, system: Wire, taken: float) -> Step:
        patience = self._timing.patience
        if not _early(taken, patience):
            return Step("silence", True, f"receive waited its patience out: {seconds(taken)}")
        slowest = max(waited for waited, _ in self._heard)
        self._came_after_idle(system, taken, min(patience, max(self._timing.quiet, _TIMES_SLOWEST * slowest)))
        return Step("silence", True, f"receive said after {seconds(taken)} that nothing can come, and nothing came")

    def _came_after_idle(self, system: Wire, taken: float, wait: float) -> None:
        """Where receive came back early, see that it was right: nothing may come before the next deliver."""
        if not _early(taken, self._timing.patience):
            return
        self.clock.wait(wait)
        system.forget_idle()
        late, _ = self._receive(system, 0.0)
        if late is not None:
            kind = late.kind if isinstance(late, Message) else type(late).__name__
            raise faults.false_idle(kind, taken, self._timing.patience)

    def _close(self, system: Wire) -> Step | None:
        broken = system.broken
        system.close()
        if broken:
            return None
        if not system.parting:
            return Step("close", True, "the adapter closed")
        return faults.bad_parting(system.parting)


def _early(taken: float, patience: float) -> bool:
    return taken < 0.9 * patience - 0.005
