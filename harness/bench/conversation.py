"""The conversation with one system under test: one example after the other."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from ordertck.harness.bench.accounts import accounts_of
from ordertck.harness.bench.balance import require_balance
from ordertck.harness.bench.border import Border
from ordertck.harness.bench.listening import Listening
from ordertck.harness.bench.stage import Stage, Standing
from ordertck.harness.claims import Claims
from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.errors import AdapterError, Breach, Silence
from ordertck.harness.messages import Body, Edge, Message, as_body
from ordertck.harness.port import Clocked, ScenarioContext, System
from ordertck.harness.transcript import Transcript

# Where the features' calendar begins; systems with a clock of their own ignore it.
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Conversation:
    """Everything that one system is told and says, whichever example it is about.

    ``stage`` is the current example's. ``latest`` is the id of the last stage. ``late`` is called with a stage's id,
    an expectation and what was seen when a negative is broken after its step had passed.
    """

    def __init__(
        self,
        system: System,
        claims: Claims,
        session: str,
        late: Callable[[str, str, str], None] = lambda *_: None,
        transcript: Transcript | None = None,
    ) -> None:
        self.claims, self.session = claims, session
        self.catalogue: Catalogue = claims.edition.catalogue
        self.transcript = transcript if transcript is not None else Transcript(claims.redact)
        self.strays = 0
        self.now = NOW
        self.latest = ""
        self._system, self._late = system, late
        self._border = Border(self.transcript, claims.names)
        self._listening = Listening(self._receive, self._route, claims.timing)
        self._answers: dict[str, Message] = {}
        self._asked: dict[str, Stage] = {}
        self._told: dict[str, Stage] = {}
        self._past: list[Stage] = []
        self._stages: dict[str, Stage] = {}
        self._unclaimed: list[Message] = []
        self._number = 0
        self._stage: Stage | None = None

    # One example

    def begin(self) -> Stage:
        """Start an example: fresh accounts and ids. Returns its stage."""
        if self.claims.capacity is not None:
            self.wind_up_past()
        self._number += 1
        stage = self._stage = Stage(self, self._number)
        self.latest = stage.id
        settings = {}
        if "configurable" in self.claims.capabilities:
            settings = {"capacity": self.claims.capacity, **self.claims.switches}
        accounts = self._border.accounts(accounts_of(stage))
        context = ScenarioContext(
            stage.id, self.session, self.now, self.catalogue.name, self.catalogue.digest, accounts, settings
        )
        with _Blaming():
            self._system.begin(context)
        return stage

    def balance(self) -> None:
        """Hear the system out at the end of an example. Raises ``Breach`` where something was lost or invented."""
        require_balance(self.stage)

    def end(self) -> None:
        """End the example: finish what is held, unless a negative still stands that finishing would disturb.

        Its neighbours go on obliging, since the system may have work for them yet.
        """
        stage = self.stage
        stage.standing = [s for s in stage.standing if s.causes == stage.causes]
        if stage.standing:
            self._past.append(stage)
            stage.restore()
        else:
            stage.wind_up()
        self._stage = None

    def forget(self) -> None:
        """Leave the current example as it is; the system can no longer be spoken to about it."""
        self._stage = None

    @property
    def unconfirmed(self) -> list[str]:
        """The stages of which a negative still stands, by id; a late message would fail them."""
        return [stage.id for stage in self._past if stage.standing]

    def rest(self) -> None:
        """Listen a last time for late messages, then wind up what earlier examples left open."""
        if any(stage.standing for stage in self._past):
            self._listening.last()
        self.wind_up_past()

    def wind_up_past(self) -> None:
        """Finish what earlier examples hold, so that none of it takes a place; what stood while it was held is done."""
        for stage in [s for s in self._past if s.holds]:
            stage.standing.clear()
            stage.wind_up()
            self._past.remove(stage)

    @property
    def stage(self) -> Stage:
        """The current example's stage."""
        if self._stage is None:
            raise LookupError("no example has begun")
        return self._stage

    # Waiting

    def eventually(self, condition: Callable[[], bool], expected: str, seen: Callable[[], str]) -> None:
        """Wait for something to come about. Raises ``Breach`` where it does not within the declared patience."""
        if not self._listening.until(condition):
            raise Breach(expected, seen())

    def comes(self, condition: Callable[[], bool]) -> bool:
        """Whether something comes about within the declared patience."""
        return self._listening.until(condition)

    def settled(self) -> None:
        """Wait until the system has been quiet."""
        self._listening.out()

    def never(self, broken: Callable[[], bool], expected: str, seen: str) -> None:
        """Hear the system out; raises ``Breach`` where ``broken`` holds, and goes on watching afterwards."""
        self._listening.out()
        if broken():
            raise Breach(expected, seen)
        self.stage.standing.append(Standing(broken, expected, seen, self.stage.causes))

    def advance_to(self, instant: datetime) -> None:
        """Let the time come, for a system whose clock can be set; a new cause for whatever follows."""
        if not isinstance(self._system, Clocked):
            raise AdapterError("the claims say virtual-clock, but the adapter has no advance_to")
        self.now = instant
        self.stage.causes += 1
        with _Blaming():
            self._system.advance_to(instant)

    # Traffic

    def send(self, message: Message, scenario: str) -> None:
        """Hand a message to the system under test."""
        sent = self._border.outward(message, scenario)
        with _Blaming():
            self._system.deliver(sent)

    def ask(self, stage: Stage, kind: str, edge: Edge, body: Body, about: str) -> Message:
        """Send a question, wait for the answer to it."""
        question = Message(stage.fresh("q"), kind, edge, as_body(body), about)
        self._asked[question.id] = stage
        self.send(question, stage.id)
        answered = partial(self._answers.__contains__, question.id)
        if not self._listening.until(answered) and not (stage.time_passes() and self._listening.until(answered)):
            raise Silence(f"{kind} about {about}")
        return self._answers.pop(question.id)

    def expect(self, message: str, stage: Stage) -> None:
        """Answers to this message belong to this stage."""
        self._told[message] = stage

    def _receive(self, patience: float) -> Message | None:
        with _Blaming():
            heard = self._system.receive(patience)
        if heard is None:
            self.transcript.silence()
        return heard

    def _route(self, heard: Message) -> None:
        stage = self._stage_of(heard)
        if stage is None:
            self.transcript.add("heard", "", heard)
            self.strays += 1
            self._unclaimed.append(heard)
            if heard.kind == "workflow" and heard.edge is Edge.BACKOFFICE and self._stage is not None:
                self._stage.back_offices.oblige(heard)
        elif stage is self._stage:
            self._take(stage, heard)
        else:
            try:
                self._take(stage, heard)
            except Breach:  # what a system says badly about an earlier example is no fault of the current one
                self.strays += 1

    def _take(self, stage: Stage, heard: Message) -> None:
        message = self._border.inward(heard, stage.id)
        if message.re is not None and message.re in self._asked:
            self._answers[message.re] = message
        if message.kind == "desk-shown":
            return
        standing = [s for s in stage.standing if s.causes == stage.causes]
        stage.take(message)
        for negative in standing:
            if negative.broken():
                stage.standing.remove(negative)
                self._late(stage.id, negative.expected, negative.seen)

    def _stage_of(self, message: Message) -> Stage | None:
        if message.re in self._asked:
            return self._asked[message.re]
        if message.re in self._told:
            return self._told[message.re]
        body = message.body
        if message.edge is Edge.BACKOFFICE:
            named = (body.get("account"), body.get("record"), message.about)
            return next((self._stages[name] for name in named if name in self._stages), None)
        number = body.get("order")
        return self._stages.get(number if isinstance(number, str) else message.about)

    def unclaimed(self, kind: str) -> list[Message]:
        """What has come of a kind that is about nothing that the kit knows of."""
        return [message for message in self._unclaimed if message.kind == kind]

    def know(self, number: str, stage: Stage) -> None:
        """Learn under which number an order of a stage goes; what came about it before belongs to the stage."""
        self._stages[number] = stage
        for message in [m for m in self._unclaimed if number in (m.body.get("order"), m.about)]:
            self._unclaimed.remove(message)
            self.strays -= 1
            self._take(stage, message)


class _Blaming:
    """Turns whatever an adapter raises into an error that is blamed on it."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: object) -> None:
        if isinstance(problem, Exception) and not isinstance(problem, AdapterError):
            raise AdapterError(f"{type(problem).__name__}: {problem}") from problem
