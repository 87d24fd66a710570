"""The checks of check-adapter: whether messages come through, before anybody judges the system behind them."""

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.adapter_check import faults
from ordertck.harness.adapter_check.clock import Clock
from ordertck.harness.adapter_check.faults import FaultError, Step, seconds
from ordertck.harness.adapter_check.probes import Probe
from ordertck.harness.adapters.bounded import Bounded
from ordertck.harness.adapters.json_lines import JsonLines
from ordertck.harness.bench.border import Border
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import Breach, HungError, RaisedError, UsageError
from ordertck.harness.messages import Message
from ordertck.harness.port import System
from ordertck.harness.transcript import Transcript

_ORDERS = 3
# Seconds that a call may take beyond what the claims allow it; JSON Lines has limits of its own below this.
MARGIN = 6.0
_MOST_MESSAGES = 1000
_TIMES_SLOWEST = 3


@dataclass(slots=True)
class Checkup:
    """One check of one adapter.

    Afterwards ``steps`` are all that were taken. A call may take ``margin`` seconds more than the claims allow it;
    ``worker`` makes the calls, ``clock`` says how long they took.
    """

    claims: Claims
    connect: Callable[[Claims, str], System]
    probe: Probe
    margin: float = MARGIN
    worker: Bounded = field(default_factory=Bounded)
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
        system: System | None = None
        try:
            started = self.clock.now()
            system = self._call("connect", lambda: self.connect(self.claims, self.probe.session), self._timing.start)
            yield Step("connect", True, f"the adapter is there after {seconds(self.clock.now() - started)}")
            yield from self._steps(system)
        except FaultError as fault:
            yield fault.step
        except BaseException:  # the kit's own fault, or a person's Ctrl-C: leave no process behind
            if system is not None:
                self._close(system)
            raise
        if system is not None and (step := self._close(system)) is not None:
            yield step
        self.worker.done()

    @property
    def _timing(self) -> Timing:
        return self.claims.timing

    def _steps(self, system: System) -> Iterator[Step]:
        if isinstance(system, JsonLines):
            yield self._handshake(system)
        started = self.clock.now()
        self._call("begin", lambda: system.begin(self.probe.scenario()), self._timing.patience)
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

    def _call(self, name: str, function: Callable[[], Any], limit: float) -> Any:
        """What a call of the port returns. Raises ``FaultError`` where it raises, or does not return."""
        try:
            return self.worker.call(function, limit + self.margin)
        except HungError as problem:
            raise faults.hang(name, limit, problem) from None
        except RaisedError as raised:
            if isinstance(raised.problem, UsageError):
                raise raised.problem from None
            raise faults.raised(name, raised.problem) from raised.problem

    def _deliver(self, system: System, border: Border, message: Message) -> float:
        sent = border.outward(message, "check")
        started = self.clock.now()
        self._call("deliver", lambda: system.deliver(sent), self._timing.patience)
        taken = self.clock.now() - started
        if taken > self._timing.patience:
            raise faults.slow_delivery(message, taken, self._timing.patience)
        return taken

    def _receive(self, system: System, patience: float) -> tuple[Message | None, float]:
        started = self.clock.now()
        heard = self._call("receive", lambda: system.receive(patience), patience)
        taken = self.clock.now() - started
        if heard is None and taken - patience > max(0.2, patience / 2):
            raise faults.late_silence(taken, patience)
        return heard, taken

    def _listen(self, system: System, border: Border, number: int) -> None:
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

    def _not_heard(self, system: System, number: int, taken: float, others: set[str]) -> None:
        patience = self._timing.patience
        self._came_after_idle(system, taken, patience - taken)
        about = "an answer to it" if self.probe.role == "crm" else f"a message about '{self.probe.order(number)}'"
        raise faults.unheard(self.probe.what, about, others, max(taken, patience), patience)

    def _rest(self, system: System, border: Border) -> float:
        """Answer what still comes, until nothing does; how long the last receive took."""
        for _ in range(_MOST_MESSAGES):
            heard, taken = self._receive(system, self._timing.patience)
            if heard is None:
                return taken
            for answer in self.probe.answers(self._checked(border, heard, taken)):
                self._deliver(system, border, answer)
        raise faults.endless(_MOST_MESSAGES)

    # The checks

    def _handshake(self, system: JsonLines) -> Step:
        said = f"the adapter says that it is {system.name or 'nameless'} {system.version}".rstrip()
        if system.version and system.version != self.claims.version:
            return Step(
                "handshake",
                False,
                "claims and adapter speak of two versions",
                f"version {self.claims.version}, as [system] claims",
                f"version {system.version}, as the adapter says",
                "examine the version that is claimed, or correct the claims",
            )
        if system.capabilities is not None and (lacking := self.claims.capabilities - system.capabilities):
            return Step(
                "handshake",
                False,
                "the claims go further than the adapter",
                f"capabilities {', '.join(sorted(self.claims.capabilities))}",
                f"the adapter does not name {', '.join(sorted(lacking))}",
                "claim them no longer, or have the adapter name them in its reply to hello",
            )
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

    def _silence(self, system: System, taken: float) -> Step:
        patience = self._timing.patience
        if not _early(taken, patience):
            return Step("silence", True, f"receive waited its patience out: {seconds(taken)}")
        slowest = max(waited for waited, _ in self._heard)
        self._came_after_idle(system, taken, min(patience, max(self._timing.quiet, _TIMES_SLOWEST * slowest)))
        return Step("silence", True, f"receive said after {seconds(taken)} that nothing can come, and nothing came")

    def _came_after_idle(self, system: System, taken: float, wait: float) -> None:
        """Where receive came back early, see that it was right: nothing may come before the next deliver."""
        if not _early(taken, self._timing.patience):
            return
        self.clock.wait(wait)
        if isinstance(system, JsonLines):
            system.forget_idle()
        late, _ = self._receive(system, 0.0)
        if late is not None:
            kind = late.kind if isinstance(late, Message) else type(late).__name__
            raise faults.false_idle(kind, taken, self._timing.patience)

    def _close(self, system: System) -> Step | None:
        if self.worker.hung or (isinstance(system, JsonLines) and system.broken):
            if isinstance(system, JsonLines):  # what does not come back cannot be told to close, but for a process
                system.close()
            return None
        try:
            self._call("close", system.close, self._timing.start)
        except FaultError as fault:
            return fault.step
        parting = system.parting if isinstance(system, JsonLines) else ""
        if parting:
            remedy = "end the process when close comes, or when its standard input ends"
            return Step("close", False, "the adapter's process does not part well", "its end", parting, remedy)
        if running := self.worker.left_running(0.2):
            remedy = "end them in close, or make them daemon threads"
            return Step("close", False, "close leaves threads running", "none", ", ".join(running), remedy)
        return Step("close", True, "the adapter closed")


def _early(taken: float, patience: float) -> bool:
    return taken < 0.9 * patience - 0.005
