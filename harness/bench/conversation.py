"""The conversation with one system under test: one example after the other, and whose each message is."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import Any

from ordertck.harness.bench.accounts import accounts_of
from ordertck.harness.bench.balance import require_balance, require_turns
from ordertck.harness.bench.exchange import Exchange
from ordertck.harness.bench.forerunner import runs_ahead, takes_orders
from ordertck.harness.bench.listening import Concern
from ordertck.harness.bench.sequel import goes_on
from ordertck.harness.bench.stage import Session, Stage
from ordertck.harness.claims import Claims
from ordertck.harness.errors import Breach, Malformed
from ordertck.harness.messages import Edge, Message
from ordertck.harness.messages.mark import is_marked
from ordertck.harness.port import ScenarioContext, System
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import CAPABILITY, UNVARIED, Variation, deployed

# Where the features' calendar begins for a system whose clock can be set; for any other it begins with the run.
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
# What an example holds is finished after so many others, where nothing asks for it earlier.
_HELD = 25
# An example is remembered for so many others, and for as long as a message may take where the system does not say
# that it has nothing more to say; a later message is a stray.
_REMEMBERED = 50
# After so many examples in which the system did not come to rest, no more is said to it.
_MOST_FLOODED = 3
# So many strays are taken down and looked at again when a number becomes known; more are only counted.
_MOST_STRAYS = 1000


class Conversation:
    """Everything that one system is told and says, whichever example it is about.

    ``stage`` is the current example's, ``latest`` the id of the last one. ``strays`` counts the messages about nothing
    that the kit knows, ``kits_own`` says whether a message bore the reference's mark. ``late`` is called with a stage's
    id, an expectation and what was seen when a negative is broken after its step had passed. The features' calendar
    begins at ``began`` for a system with a clock of its own; left out, at this moment.
    """

    def __init__(
        self,
        system: System,
        claims: Claims,
        session: str,
        late: Callable[[str, str, str], None] = lambda *_: None,
        transcript: Transcript | None = None,
        variation: Variation = UNVARIED,
        began: datetime | None = None,
    ) -> None:
        self.claims = claims = with_names(claims, variation)
        self.session, self.variation = session, variation
        self.catalogue, self._content = claims.edition.catalogue, dict[str, Any]()
        if CAPABILITY in claims.capabilities:
            # Also under the names that it is shipped with: whoever sells from the catalogue that is told has no other.
            self.catalogue = deployed(self.catalogue, claims.names)
            self._content = self.catalogue.as_json()
        self.transcript = transcript if transcript is not None else Transcript(claims.redaction())
        self.strays = 0
        self.kits_own = False
        self.latest = ""
        self._late = late
        began = began or datetime.now(UTC).replace(microsecond=0)
        now = variation.begins(NOW) if "virtual-clock" in claims.capabilities else began
        self._exchange = Exchange(system, claims, self.transcript, now, self._hear)
        self._past: deque[tuple[float, Stage]] = deque()
        self._holding: deque[tuple[int, Stage]] = deque()
        self._stages: dict[str, Stage] = {}
        self._names: dict[str, list[str]] = {}
        self._unclaimed: deque[Message] = deque(maxlen=_MOST_STRAYS)
        self._number = self._floods = self._flooded = 0
        self._stage: Stage | None = None

    # One example

    @property
    def stage(self) -> Stage:
        """The current example's stage."""
        if self._stage is None:
            raise LookupError("no example has begun")
        return self._stage

    def go_on_with(self, number: int) -> None:
        """Have the next example, or its forerunner, take this number of the run, which may have other sessions."""
        self._number = number - 1

    @property
    def next_id(self) -> str:
        """Under which id the next scenario begins."""
        return f"{self.session}-{self._number + 1:04}"

    def begin(self, rule: str = "", role: str = "") -> Stage:
        """Start an example of a rule in a role: fresh accounts and ids. Returns its stage.

        Raises ``Breach`` where the system did not come to rest in several examples, and is given up.
        """
        if self.variation.has_forerunner(self._number + 1) and takes_orders(self.claims):
            runs_ahead(self._next(), self.variation)
            self.balance()
            self.end()
        return self._next(rule, role)

    def _next(self, rule: str = "", role: str = "") -> Stage:
        if self._flooded >= _MOST_FLOODED:
            raise Breach("a system that comes to rest", f"messages without end in {self._flooded} examples")
        if self.claims.capacity is not None:
            self.wind_up_past()
        self._forget_old()
        self.transcript.begins()
        self.latest = self.next_id
        self._number += 1
        late = partial(self._came_late, self.latest)
        session = Session(partial(self._met, self.latest), self.wind_up_past, self._unclaimed, late, rule, role)
        stage = self._stage = Stage(self.latest, self._exchange, self.claims, session, self.variation)
        self._stages[stage.id], self._names[stage.id] = stage, [stage.id]
        for account in stage.directory.accounts:
            self._met(stage.id, account)
        settings = {}
        if "configurable" in self.claims.capabilities:
            settings = {"capacity": self.claims.capacity, **self.claims.switches}
        catalogue, now = self.catalogue, self._exchange.now
        accounts = self._exchange.accounts(accounts_of(stage.directory, self.variation))
        self._exchange.begin(
            ScenarioContext(
                stage.id, self.session, now, catalogue.name, catalogue.digest, accounts, settings, self._content
            )
        )
        return stage

    def balance(self, rule: str = "") -> None:
        """Hear the system out at the end of an example. Raises ``Breach`` where something was lost or invented.

        What was kept in a queue is let go before, so that it counts as well. With the example's ``rule`` it may have a
        sequel.
        """
        self.stage.reopen()
        require_balance(self.stage)
        try:
            if goes_on(self.stage, self.variation, rule):
                require_balance(self.stage)
                require_turns(self.stage)
        except Breach as breach:
            expected = f"in the sequel, when the steps were through: {breach.expected}"
            raise Breach(expected, breach.seen, breach.invariant, breach.rules, breach.records) from None

    def in_words(self, text: str) -> str:
        """A text with the features' words in the place of the current example's ids."""
        return self._stage.directory.in_words(text) if self._stage is not None else text

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """What the current example's words for orders and others go by on the edges."""
        return tuple(self._stage.directory.ids.items()) if self._stage is not None else ()

    def end(self) -> None:
        """End the example: finish what is held, unless a negative is open that finishing would disturb.

        Its neighbours go on obliging, since the system may have work for them yet.
        """
        stage = self.stage
        stage.reopen()
        stage.negatives.drop_stale()
        if stage.negatives:
            stage.restore()
        else:
            stage.wind_up()
        self.forget()

    def forget(self) -> None:
        """Leave the current example as it is; the system can no longer be spoken to about it."""
        if self._stage is not None:
            self._past.append((monotonic(), self._stage))
            if self._stage.holds:
                self._holding.append((self._number, self._stage))
            self._stage.hearing.end()
            self._flooded += self._exchange.floods > self._floods
            self._floods = self._exchange.floods
        self._stage = None

    @property
    def unconfirmed(self) -> list[str]:
        """The stages of which a negative is open, by id; a late message would fail them."""
        return [stage.id for _, stage in self._past if stage.negatives]

    def rest(self) -> None:
        """Listen a last time for late messages, then wind up what earlier examples left open."""
        if self.unconfirmed:
            self._exchange.last()
        self.wind_up_past()

    def wind_up_past(self) -> None:
        """Finish what earlier examples hold, so that none of it takes a place; their open negatives end with that."""
        self._wind_up_to(self._number)

    def _wind_up_to(self, number: int) -> None:
        """Finish what examples up to this number hold, the earliest first."""
        while self._holding and self._holding[0][0] <= number:
            _, stage = self._holding.popleft()
            stage.negatives.clear()
            stage.wind_up()

    def _forget_old(self) -> None:
        """Drop what is so long ago that no message can be about it; nothing grows with the length of a session."""
        self._wind_up_to(self._number - _HELD)
        late = 0.0 if self._exchange.says_when_idle else self.claims.timing.patience
        long_ago = monotonic() - late
        while len(self._past) > _REMEMBERED and self._past[0][0] < long_ago:
            _, stage = self._past.popleft()
            for name in self._names.pop(stage.id):
                self._stages.pop(name, None)
            stage.take_down()

    # Whose a message is

    def _hear(self, heard: Message) -> Concern:
        self.kits_own = self.kits_own or is_marked(heard.id)
        stage = self._stage_of(heard)
        if stage is None:
            self._stray(heard)
            if heard.kind == "workflow" and heard.edge is Edge.BACKOFFICE and self._stage is not None:
                self._stage.oblige(heard)
            return Concern.NOBODY
        self._exchange.note(heard, stage.id)
        if stage is self._stage:
            self._take(stage, heard)
            return Concern.CURRENT
        try:
            self._take(stage, heard)
        except Breach:  # what a system says badly about an earlier example is no fault of the current one
            self.strays += 1
        return Concern.EARLIER

    def _take(self, stage: Stage, heard: Message) -> None:
        try:
            read = self._exchange.read(heard)
        except Malformed as problem:
            stage.heard_malformed(heard, problem)
            raise
        for negative in stage.take(read):
            self._came_late(stage.id, negative.expected, negative.seen)

    def _came_late(self, example: str, expected: str, seen: str) -> None:
        in_words = self._stages[example].directory.in_words
        self._late(example, in_words(expected), in_words(seen))

    def _stray(self, heard: Message) -> None:
        self.strays += 1
        if self.strays <= _MOST_STRAYS:
            self._exchange.note(heard, "")
            self._unclaimed.append(heard)

    def _stage_of(self, message: Message) -> Stage | None:
        """Whose a message is: the example's that it answers, or whose account, record or order it names."""
        if message.re is not None:
            asked = self._stages.get(message.re.rsplit("-", 2)[0])
            if asked is not None and message.re in asked.channel.awaited:
                return asked
        body = message.body
        if message.edge is Edge.BACKOFFICE:
            named = (body.get("account"), body.get("record"), message.about)
            return next((self._stages[name] for name in named if isinstance(name, str) and name in self._stages), None)
        number = body.get("order")
        return self._stages.get(number if isinstance(number, str) else message.about)

    def _met(self, example: str, name: str) -> None:
        """Learn by what a message can be known to be about an example; what came before belongs to it too."""
        stage = self._stages[name] = self._stages[example]
        self._names[example].append(name)
        for message in [m for m in self._unclaimed if name in (m.body.get("order"), m.about)]:
            self._unclaimed.remove(message)
            self.strays -= 1
            self._take(stage, message)


def with_names(claims: Claims, variation: Variation) -> Claims:
    """Claims under the names that a seed gives to what the catalogue sells, where the system takes these."""
    names = variation.names(claims.edition.catalogue, claims.names, claims.capabilities)
    return replace(claims, names=names) if names is not claims.names else claims
