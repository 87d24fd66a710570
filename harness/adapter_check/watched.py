"""The way to a system while it is watched: every call is timed, every message looked at before anybody takes it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from ordertck.harness.adapter_check import faults
from ordertck.harness.adapter_check.clock import Clock
from ordertck.harness.adapters.wire import Wire
from ordertck.harness.bench.border import Border
from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError, Breach
from ordertck.harness.messages import Message
from ordertck.harness.messages.roles import Trait
from ordertck.harness.port import ScenarioContext
from ordertck.harness.text import a
from ordertck.harness.transcript import Transcript

T = TypeVar("T")

_MOST_MESSAGES = 1000
# What is said about others is kept so far as it may explain why nothing is said about these orders.
_MOST_OTHERS = 100


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, in the system's names, and the seconds of silence after which it came."""

    message: Message
    after: float


class Watched:
    """A system behind its port, whose ``heard`` messages are kept; ``slowest`` is the longest delivery in seconds.

    ``others`` are the latest messages about nothing of this check's, for which nobody is blamed. ``waited`` is how long
    the last receive took that came back with nothing. Every fault of the adapter's is raised as a ``FaultError``.
    """

    def __init__(self, wire: Wire, claims: Claims, session: str, clock: Clock) -> None:
        self._session = session
        self._wire, self._claims, self._clock = wire, claims, clock
        self._border = Border(Transcript(), claims.names)
        self._doing: dict[str, str] = {}
        # The lines of which the system was told; empty where it makes them itself.
        self._lines: set[str] = set()
        # Whoever hands on orders may give their lines ids of its own.
        self._names_lines = Trait.ORDERS.of(claims.roles) and not Trait.CARRIAGE.of(claims.roles)
        self._last = clock.now()
        self._latest = ""
        self.heard: list[Heard] = []
        self.others: deque[Message] = deque(maxlen=_MOST_OTHERS)
        self.slowest = self.waited = 0.0
        self._said_idle = False

    def begin(self, scenario: ScenarioContext) -> None:
        """As the port has it."""
        self._call("begin", lambda: self._at_once(lambda: self._wire.begin(scenario)))

    def deliver(self, message: Message) -> None:
        """As the port has it, and within the declared patience."""
        self._latest = _act(message)
        self._lines |= {id for line in message.body.get("lines", ()) if (id := line.get("id") or line.get("line"))}
        self._doing[message.id] = self._latest
        started = self._clock.now()
        self._said_idle = False
        self._call("deliver", lambda: self._at_once(lambda: self._wire.deliver(message)))
        self._last = self._clock.now()
        self.slowest = max(self.slowest, self._last - started)
        if self._last - started > (patience := self._claims.timing.patience):
            raise faults.slow_delivery(message, self._last - started, patience)

    def _at_once(self, tell: Callable[[], None]) -> None:
        """Tell the system something by itself: what is measured waits for nothing else."""
        tell()
        self._wire.hand_over()

    def receive(self, patience: float) -> Message | None:
        """As the port has it, each message in the form that its kind has."""
        started = self._clock.now()
        heard = self._call("receive", lambda: self._wire.receive(patience))
        now = self._clock.now()
        if heard is None:
            self.waited = now - started
            self._said_idle = self._said_idle or (patience > 0 and self.waited < 0.9 * patience - 0.005)
            # Who polls has to look at least once, and each of the looks is a request.
            if self.waited - patience > max(0.2, self._claims.timing.patience / 2):
                raise faults.late_silence(self.waited, patience)
            return None
        if not self.is_ours(heard):
            self.others.append(heard)
            return heard
        if self._said_idle:  # and was told nothing since
            raise faults.false_idle(heard.kind, self.waited, self._claims.timing.patience)
        self._look_at(heard)
        self.heard.append(Heard(heard, now - self._last))
        self._last = now
        if len(self.heard) > _MOST_MESSAGES:
            raise faults.endless(_MOST_MESSAGES)
        return heard

    def advance_to(self, instant: datetime) -> None:
        """As the port has it."""
        self._said_idle = False
        self._call("advance_to", lambda: self._wire.advance_to(instant))

    def close(self) -> None:
        """As the port has it."""
        self._wire.close()

    @property
    def gave_up_early(self) -> bool:
        """Whether the last silence was shorter than the declared patience."""
        return self.waited < 0.9 * self._claims.timing.patience - 0.005

    def require_idle(self) -> None:
        """Ask once more where it was said that nothing can come. Raises ``FaultError`` where something does."""
        waited = self.waited
        self._wire.forget_idle()
        if self.gave_up_early and (late := self._next_of_ours(0.0)) is not None:
            raise faults.false_idle(late.kind, waited, self._claims.timing.patience)

    def hear_out(self) -> None:
        """Listen until the system has been silent about these orders for the declared patience."""
        while self._next_of_ours(self._claims.timing.patience) is not None:
            pass

    def _next_of_ours(self, patience: float) -> Message | None:
        """The next message about these orders; what others are told prolongs no wait."""
        now = self._clock.now()
        end = now + patience
        while (heard := self.receive(max(0.0, end - now))) is not None:
            if self.is_ours(heard):
                return heard
            if (now := self._clock.now()) > end:
                self.waited = patience
                break
        return None

    def is_ours(self, message: Message) -> bool:
        """Whether a message names anything of this check's: everything that the kit names begins with its session."""
        return self._session in f"{message.about} {message.re} {message.body}"

    def asked(self, message: Message) -> str:
        """What a message answers, in words; "" where it answers nothing."""
        return self._doing.get(message.re or "", "")

    def _call(self, name: str, function: Callable[[], T]) -> T:
        try:
            return function()
        except AdapterError as problem:
            raise faults.raised(name, problem, self._latest) from problem

    def _look_at(self, message: Message) -> None:
        try:
            ours = self._border.inward(message)
        except Breach as breach:
            raise faults.bad_form(
                f"{a(message.kind)} is not as its kind has it", breach.expected, breach.seen
            ) from None
        catalogue = self._claims.edition.catalogue
        for line in ours.body.get("lines", ()):
            if self._names_lines and (named := line.get("line")) is not None and named not in self._lines:
                raise faults.unknown_line(ours, named, min(self._lines, default=""))
            product, price_list = line.get("product"), line.get("price_list")
            if product not in (None, *catalogue.products):
                raise faults.unknown_name(ours, "product", product, catalogue.usual_product)
            if price_list and price_list not in catalogue.rate_plans:  # a blank one is the empty text, or left out
                raise faults.unknown_name(ours, "price list", price_list, catalogue.header_price_list)


def _act(message: Message) -> str:
    """What is handed over, in words: a user's act at the desk by its verb and object."""
    body = message.body
    return " ".join(filter(None, (message.kind, str(body.get("verb", "")), str(body.get("object", "")))))
