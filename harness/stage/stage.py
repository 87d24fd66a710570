"""The stage: one system under test, the kit's parts around it, one example after the other."""

from collections.abc import Callable
from datetime import UTC, datetime

from ordertck.harness.catalogue import Catalogue, home_services
from ordertck.harness.claims import Claims
from ordertck.harness.messages import Body, Edge, Message, as_body
from ordertck.harness.port import AdapterError, Clocked, ScenarioContext, System
from ordertck.harness.stage.accounts import accounts_of
from ordertck.harness.stage.border import Border
from ordertck.harness.stage.findings import Breach, Silence
from ordertck.harness.stage.listening import Listening
from ordertck.harness.stage.scene import Scene, Standing
from ordertck.harness.stage.transcript import Transcript

# Where the features' calendar begins; systems with a clock of their own ignore it.
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Stage:
    """What steps speak to.

    The current example's parts are in ``scene``. A step waits with ``eventually`` (something comes) or ``never``
    (nothing comes). ``latest`` is the id of the last scene. ``late`` is called with scene id, expectation and what was
    seen when a negative is broken after its step had passed.
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
        self.catalogue: Catalogue = home_services()
        self.transcript = transcript if transcript is not None else Transcript(claims.redact)
        self.strays = 0
        self.now = NOW
        self.latest = ""
        self._system, self._late = system, late
        self._border = Border(self.transcript, claims.names)
        self._listening = Listening(self._receive, self._route, claims.timing)
        self._answers: dict[str, Message] = {}
        self._asked: dict[str, Scene] = {}
        self._told: dict[str, Scene] = {}
        self._past: list[Scene] = []
        self._scenes: dict[str, Scene] = {}
        self._unclaimed: list[Message] = []
        self._number = 0
        self._scene: Scene | None = None

    # One example

    def begin(self) -> str:
        """Start an example: fresh accounts and ids. Returns the scene's id."""
        if self.claims.capacity is not None:
            self.wind_up_past()
        self._number += 1
        scene = self._scene = Scene(self, self._number)
        self.latest = scene.id
        settings = {}
        if "configurable" in self.claims.capabilities:
            settings = {"capacity": self.claims.capacity, **self.claims.switches}
        context = ScenarioContext(
            scene.id, self.session, self.now, self.catalogue.name, self.catalogue.digest, accounts_of(scene), settings
        )
        with _Blaming():
            self._system.begin(context)
        return scene.id

    def end(self) -> None:
        """End the example: finish what is held, unless a negative still stands that finishing would disturb.

        Its neighbours go on obliging, since the system may have work for them yet.
        """
        scene = self.scene
        scene.standing = [s for s in scene.standing if s.causes == scene.causes]
        if scene.standing:
            self._past.append(scene)
            scene.restore()
        else:
            scene.wind_up()
        self._scene = None

    def forget(self) -> None:
        """Leave the current example as it is; the system can no longer be spoken to about it."""
        self._scene = None

    @property
    def unconfirmed(self) -> list[str]:
        """The scenes of which a negative still stands, by id; a late message would fail them."""
        return [scene.id for scene in self._past if scene.standing]

    def rest(self) -> None:
        """Listen a last time for late messages, then wind up what earlier examples left open."""
        if any(scene.standing for scene in self._past):
            self._listening.last()
        self.wind_up_past()

    def wind_up_past(self) -> None:
        """Finish what earlier examples hold, so that none of it takes a place; what stood while it was held is done."""
        for scene in [s for s in self._past if s.holds]:
            scene.standing.clear()
            scene.wind_up()
            self._past.remove(scene)

    @property
    def scene(self) -> Scene:
        """The current example's scene."""
        if self._scene is None:
            raise LookupError("no example has begun")
        return self._scene

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
        self.scene.standing.append(Standing(broken, expected, seen, self.scene.causes))

    def advance_to(self, instant: datetime) -> None:
        """Let the time come, for a system whose clock can be set; a new cause for whatever follows."""
        if not isinstance(self._system, Clocked):
            raise AdapterError("the claims say virtual-clock, but the adapter has no advance_to")
        self.now = instant
        self.scene.causes += 1
        with _Blaming():
            self._system.advance_to(instant)

    # Traffic

    def send(self, message: Message, scenario: str) -> None:
        """Hand a message to the system under test."""
        sent = self._border.outward(message, scenario)
        with _Blaming():
            self._system.deliver(sent)

    def ask(self, scene: Scene, kind: str, edge: Edge, body: Body, about: str) -> Message:
        """Send a question, wait for the answer to it."""
        question = Message(scene.fresh("q"), kind, edge, as_body(body), about)
        self._asked[question.id] = scene
        self.send(question, scene.id)
        if not self._listening.until(lambda: question.id in self._answers):
            raise Silence(f"{kind} about {about}")
        return self._answers.pop(question.id)

    def expect(self, message: str, scene: Scene) -> None:
        """Answers to this message belong to this scene."""
        self._told[message] = scene

    def _receive(self, patience: float) -> Message | None:
        with _Blaming():
            return self._system.receive(patience)

    def _route(self, heard: Message) -> None:
        scene = self._scene_of(heard)
        if scene is None:
            self.transcript.add("heard", "", heard)
            self.strays += 1
            self._unclaimed.append(heard)
        elif scene is self._scene:
            self._take(scene, heard)
        else:
            try:
                self._take(scene, heard)
            except Breach:  # what a system says badly about an earlier example is no fault of the current one
                self.strays += 1

    def _take(self, scene: Scene, heard: Message) -> None:
        message = self._border.inward(heard, scene.id)
        if message.re is not None and message.re in self._asked:
            self._answers[message.re] = message
        if message.kind == "desk-shown":
            return
        standing = [s for s in scene.standing if s.causes == scene.causes]
        scene.take(message)
        for negative in standing:
            if negative.broken():
                scene.standing.remove(negative)
                self._late(scene.id, negative.expected, negative.seen)

    def _scene_of(self, message: Message) -> Scene | None:
        if message.re in self._asked:
            return self._asked[message.re]
        if message.re in self._told:
            return self._told[message.re]
        body = message.body
        if message.edge is Edge.BACKOFFICE:
            named = (body.get("account"), body.get("record"), message.about)
            return next((self._scenes[name] for name in named if name in self._scenes), None)
        number = body.get("order")
        return self._scenes.get(number if isinstance(number, str) else message.about)

    def know(self, number: str, scene: Scene) -> None:
        """Learn under which number an order of a scene goes; what came about it before belongs to the scene."""
        self._scenes[number] = scene
        for message in [m for m in self._unclaimed if number in (m.body.get("order"), m.about)]:
            self._unclaimed.remove(message)
            self.strays -= 1
            self._take(scene, message)


class _Blaming:
    """Turns whatever an adapter raises into an error that is blamed on it."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: object) -> None:
        if isinstance(problem, Exception) and not isinstance(problem, AdapterError):
            raise AdapterError(f"{type(problem).__name__}: {problem}") from problem
