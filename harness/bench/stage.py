"""The stage: everything that belongs to one example, so that a late message still finds what it is about."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial

from ordertck.harness.bench.calendar import instant
from ordertck.harness.bench.deeds import is_deed
from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.exchange import Exchange
from ordertck.harness.bench.fulfilment import Fulfilment, FulfilmentPlayed, FulfilmentUnderTest
from ordertck.harness.bench.hearing import Hearing
from ordertck.harness.bench.negatives import Negatives, OpenNegative
from ordertck.harness.bench.players import Players
from ordertck.harness.bench.records import LISTS
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Breach, Malformed, Silence
from ordertck.harness.messages import Message
from ordertck.harness.messages.roles import Trait
from ordertck.harness.oracle import MALFORMED, Objection
from ordertck.harness.variation import UNVARIED, Variation

# After so long no user should still wait for a back office that says nothing.
_LONG_ENOUGH = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Session:
    """What a stage may want of the session that it belongs to.

    ``met`` is to be called with what a message about the example can name, ``wind_up_earlier`` finishes what earlier
    examples hold, so that none of it takes a place, ``strays`` are the messages about nothing that the kit knows.
    ``late`` is to be told what was expected and what was seen when a negative is broken after its step had passed.
    ``rule`` is the one that the example is about, ``role`` the one that it examines, where they are known.
    """

    met: Callable[[str], None]
    wind_up_earlier: Callable[[], None]
    strays: Collection[Message]
    late: Callable[[str, str], None]
    rule: str = ""
    role: str = ""


class Stage(Players):
    """One example: the players around the system, and all waiting for what it does; what steps speak to.

    A step waits with ``eventually`` (something comes) or ``never`` (nothing comes).
    """

    def __init__(
        self, example: str, exchange: Exchange, claims: Claims, session: Session, variation: Variation = UNVARIED
    ) -> None:
        directory = Directory(example, claims.edition.catalogue, exchange.now, session.met, variation)
        super().__init__(claims, directory, self._send, self._ask, self._soon, session.role)
        self.id = example
        self.marks: dict[str, int] = {}
        self.negatives = Negatives(lambda: self.channel.causes)
        self._heard: dict[str, Message] = {}
        self.hearing = Hearing(claims, exchange, session.rule, session.role, self.numbers.crms_id)
        self.wind_up_past = session.wind_up_earlier
        self._exchange, self._session = exchange, session

    # Waiting

    @property
    def now(self) -> datetime:
        """The time as the system under test has it."""
        return self._exchange.now

    def instant(self, text: str) -> datetime:
        """An instant in the features' words, counted from when the example began."""
        return instant(text, self.directory.began)

    def eventually(self, condition: Callable[[], bool], expected: str, seen: Callable[[], str]) -> None:
        """Wait for something to come about. Raises ``Breach`` where it does not within the declared patience."""
        self._exchange.eventually(condition, expected, seen)

    def comes(self, condition: Callable[[], bool]) -> bool:
        """Whether something comes about within the declared patience."""
        return self._exchange.comes(condition)

    def settled(self) -> None:
        """Wait until the system has been quiet."""
        self._exchange.settled()
        self.hearing.comes_to_rest()

    def close(self) -> Objection | None:
        """What the oracle objects to first, now that the example is over; None where there is nothing."""
        self._exchange.what_is_there()
        self.hearing.comes_to_rest()
        return self.hearing.objection

    def take_down(self) -> None:
        """Nothing more can come: the parts, which know each other, let go of each other, and of all that they noted."""
        vars(self).clear()

    @property
    def neighbours_are_busy(self) -> bool:
        """Whether a neighbour has still to do what it was asked for."""
        return self._exchange.neighbours_are_busy

    def never(self, broken: Callable[[], bool], expected: str, seen: str) -> None:
        """Hear the system out; raises ``Breach`` where ``broken`` holds, and goes on watching afterwards."""
        self.settled()
        if broken():
            raise Breach(expected, seen)
        self.negatives.watch(broken, expected, seen)

    def advance_to(self, instant: datetime) -> None:
        """Let the time come, for a system whose clock can be set; a new cause for whatever follows."""
        self.channel.causes += 1
        self._exchange.advance_to(instant)

    def objections(self) -> list[Objection]:
        """What the oracle of the role under test has to say of everything that crossed, once all is quiet.

        How each order stands is asked once more, so that what is shown is judged too. Raises ``LookupError`` for a
        system of several roles: what crosses between these is seen by nobody.
        """
        with suppress(Malformed):  # the oracle has heard of it
            self.settled()
            if Trait.ORDERS.of(self.claims.roles):
                for order in [o for o in self.orders.values() if o.submissions]:
                    with suppress(Silence):
                        self.fulfilment.status_of(order)
                self.settled()
            self.look_around(everywhere=True)
        return self.hearing.everything()

    def look_around(self, everywhere: bool = False) -> None:
        """Have users look at what a CRM under test shows of orders and assets, so that it is judged too.

        Unless they look ``everywhere``, they look at the orders that something was said of since they looked last.
        """
        if Trait.DESK.of(self.claims.roles) and self.is_at_work("desk"):
            about = None if everywhere else self.hearing.spoken_of_since_last_time()
            with suppress(Silence, Breach):
                self.desk.look_around(self.claims.leaves_out, everywhere, about)
                told = self.back_offices.told if everywhere and self.is_at_work("back_offices") else ()
                for view, account in sorted({(LISTS[t.object], t.account) for t in told if t.object in LISTS}):
                    self.desk.look(view, account or "")
            self.settled()

    def time_passes(self) -> bool:
        """Let so much time pass that nobody waits for a silent back office any more; False where none is silent."""
        if not self._nobody_answers or "virtual-clock" not in self.claims.capabilities:
            return False
        self.advance_to(self.now + _LONG_ENOUGH)
        return True

    @property
    def _nobody_answers(self) -> bool:
        return self.is_at_work("back_offices") and self.back_offices.silent

    def _send(self, message: Message) -> None:
        message = self.numbers.outward(message)
        self.hearing.crosses(message, told=True)
        self._exchange.send(message, self.id)

    def _soon(self, errand: Callable[[], None]) -> None:
        """Have a neighbour do something soon; what that breaks was broken by the message that asked for it."""
        broken_by_it = self.negatives.broken_later(errand)

        def run() -> None:
            for negative in broken_by_it():
                self._session.late(negative.expected, negative.seen)

        self._exchange.soon(run)

    def _ask(self, question: Message, answer: str) -> Message:
        self.hearing.crosses(question, told=True)
        try:
            return self._exchange.ask(question, self.id, answer, self.time_passes)
        except Silence:
            if self._nobody_answers and question.kind == "desk-see":
                seen = "nothing, however long the user waits for a back office"
                raise Breach(f"{question.body['object']} {question.body['ref']} at the desk", seen) from None
            raise

    @cached_property
    def fulfilment(self) -> Fulfilment:
        """How orders get on, whoever fulfils them."""
        if Trait.ORDERS.of(self.claims.roles):
            return FulfilmentUnderTest(self._exchange, self.channel, self.crm, self.provisioning)
        return FulfilmentPlayed(self._exchange, self.crm, self.order_system)

    # What comes from the system

    def heard_malformed(self, heard: Message, problem: Breach) -> None:
        """What the system said cannot be read, or is for nobody who is there: nobody is told of it but the oracle."""
        said = {"expected": problem.expected, "seen": problem.seen}
        self.hearing.crosses(Message(heard.id, MALFORMED, heard.edge, said, heard.about), told=False)

    def take(self, message: Message) -> list[OpenNegative]:
        """Give a message from the system to the part that it is for; the negatives that it breaks.

        Raises ``Malformed`` where it is for none.
        """
        try:
            return self._taken(message)
        except Breach as problem:
            self.heard_malformed(message, problem)
            raise Malformed(problem.expected, problem.seen) from None

    def _taken(self, message: Message) -> list[OpenNegative]:
        if not self._is_news(message):
            return []
        self.numbers.learn(message)
        self.hearing.crosses(message, told=False)
        return self.negatives.broken_when(partial(self.board.take, message))

    def _is_news(self, message: Message) -> bool:
        """Whether a message did not come before; what comes again under the same id is the same message (FL-06).

        Raises ``Breach`` where it is for a neighbour that cannot be reached.
        """
        known = self._heard.get(message.id)
        if known == message:
            return False
        self._heard[message.id] = message
        self.channel.traffic.heard.append(message)
        if known is not None and self.channel.broke_down:
            raise Breach("every message under an id of its own, before a breakdown and after", f"{message.id} again")
        if message.edge in self.closures.away:
            raise Breach(f"nothing handed to the {message.edge} side while it cannot be reached", message.kind)
        return True

    def reopen(self) -> None:
        """Open what the example has shut; what was silent for that reason need not be silent any more."""
        if self.channel.breakdowns or self.channel.breaks_when_answered or self.closures:
            self.settled()
        self.channel.breakdowns, self.channel.breaks_when_answered = 0, False
        if self.closures:
            self.negatives.clear()
            if self.closures.open_up():
                self.settled()

    @property
    def brought_about(self) -> bool:
        """Whether the system has had something done, or has shown a user something, in this example."""
        shown = self.is_at_work("desk") and self.desk.has_shown
        return shown or any(map(is_deed, self.channel.traffic.heard))

    def unclaimed(self, kind: str) -> list[Message]:
        """What has come of a kind, about something of these accounts that the kit has never heard of."""
        accounts = self.directory.accounts
        return [m for m in self._session.strays if m.kind == kind and str(m.body.get("account")) in accounts]
