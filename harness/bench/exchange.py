"""The exchange with one system under test, for a whole session: what crosses the border, what is waited for."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TypeVar

from ordertck.harness.bench.border import Border
from ordertck.harness.bench.listening import Concern, Listening
from ordertck.harness.claims import Claims
from ordertck.harness.errors import AdapterError, Breach, Silence
from ordertck.harness.messages import Message
from ordertck.harness.port import Clocked, ScenarioContext, System
from ordertck.harness.text import a
from ordertck.harness.transcript import Transcript

Given = TypeVar("Given")
Came = TypeVar("Came")
# Questions that look at something and change nothing: whoever was at rest before the answer is so after it.
_LOOKS = frozenset({"order-query", "desk-see"})
# What a CRM's users do, and what becomes of what it sent: after these what it shows is not awaited.
_NO_NEWS = frozenset({"desk-do", "desk-see", "workflow-answer"})
# What neighbours say of work that they were asked for; whoever asks for more each time never ends.
_REPORTS = frozenset({"network-report", "provisioning-update", "billing-update", "fault", "fallout", "order-receipt"})


class Exchange:
    """Hands messages to the system, waits for what it says, and matches answers with questions.

    It knows no examples but by their ids. Each message from the system goes to ``hear``, which says what it is about.
    ``now`` is the time as the system has it.
    """

    def __init__(
        self,
        system: System,
        claims: Claims,
        transcript: Transcript,
        now: datetime,
        hear: Callable[[Message], Concern],
    ) -> None:
        self.transcript, self.now = transcript, now
        self._system = system
        self._border = Border(transcript, claims.names)
        self._border.sets_clock(now)
        self._listening = Listening(self._receive, hear, claims.timing, given_up=transcript.silence)
        self._open: dict[str, tuple[Message, str]] = {}
        self._answers: dict[str, Message] = {}
        self._heard = 0
        self._has_news = False

    # To the system

    def accounts(self, accounts: tuple[Mapping[str, str], ...]) -> tuple[Mapping[str, str], ...]:
        """The accounts that an example begins with, as the system is told of them."""
        return self._border.accounts(accounts)

    def begin(self, scenario: ScenarioContext) -> None:
        """Tell the system that an example begins."""
        self.transcript.redaction.learn(scenario.accounts)
        self._listening.begins()
        self._listening.disturbed()
        _blamed(self._system.begin, scenario)

    def send(self, message: Message, example: str) -> None:
        """Hand a message to the system, which may do with it what it likes: what is kept is another copy."""
        sent = self._border.outward(message, example)
        if message.kind not in _REPORTS:
            self._listening.begins()
        self._listening.disturbed()
        self._has_news = self._has_news or message.kind not in _NO_NEWS
        _blamed(self._system.deliver, sent.copied())

    def ask(self, question: Message, example: str, answer: str, time_passes: Callable[[], bool]) -> Message:
        """Send a question and wait for its answer, a message of the kind ``answer``.

        A CRM may take its time until what it was told is on its users' screens: they look once it is quiet.
        Where none comes, and ``time_passes`` says that time went on for the system, the kit waits once more. Raises
        ``Silence`` where none comes at all, ``Breach`` where what comes is no answer to it.
        """
        if question.kind == "desk-see" and self._has_news:
            self._listening.out()
        self._has_news = self._has_news and question.kind != "desk-see"
        self._open[question.id] = question, answer
        rested, heard = self._listening.at_rest, self._heard
        try:
            self.send(question, example)
            answered = partial(self._answers.__contains__, question.id)
            if not self._listening.until(answered) and not (time_passes() and self._listening.until(answered)):
                raise Silence(f"{question.kind} about {question.about}")
            if rested and question.kind in _LOOKS and self._heard == heard + 1:
                self._listening.rests_still()
            return self._answers.pop(question.id)
        finally:
            del self._open[question.id]

    def advance_to(self, instant: datetime) -> None:
        """Let the time come, for a system whose clock can be set."""
        if not isinstance(self._system, Clocked):
            raise AdapterError("the claims say virtual-clock, but the adapter has no advance_to")
        instant = instant.astimezone(self.now.tzinfo)  # who reads hours without their zone is not to be right by chance
        self.now = instant
        self._border.sets_clock(instant)
        self._listening.disturbed()
        _blamed(self._system.advance_to, instant)

    # From the system

    def note(self, heard: Message, example: str) -> None:
        """Take down what the system says, whatever it is."""
        self._border.hear(heard, example)

    def read(self, heard: Message) -> Message:
        """What the system says, in the kit's words. Raises ``Breach`` where it is malformed, or no answer."""
        message = self._border.inward(heard)
        question, kind = self._open.get(message.re or "", (None, ""))
        if question is not None:
            _require_answer(message, question, kind)
            self._answers[question.id] = message
        return message

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
        self.transcript.rested()

    def what_is_there(self) -> None:
        """Take what has come from the system already, without waiting for more."""
        self._listening.what_is_there()

    @property
    def neighbours_are_busy(self) -> bool:
        """Whether a neighbour has still something to do."""
        return bool(self._listening.errands)

    def soon(self, errand: Callable[[], None]) -> None:
        """Have a neighbour do something as soon as the system has nothing more to say for the moment."""
        self._listening.errands.append(errand)

    def last(self) -> None:
        """Listen for a whole patience, at the end of a session."""
        self._listening.last()

    @property
    def floods(self) -> int:
        """How many waits nothing but the kit's own limit brought to an end."""
        return self._listening.floods

    @property
    def says_when_idle(self) -> bool:
        """Whether the system ended the last wait itself: nothing can come from it until it is told something."""
        return self._listening.says_when_idle

    def _receive(self, patience: float) -> Message | None:
        heard = _blamed(self._system.receive, patience)
        if heard is None:
            self.transcript.silence()
        else:
            self._heard += 1
        return heard


def _require_answer(message: Message, question: Message, kind: str) -> None:
    if message.kind != kind or message.edge is not question.edge:
        asked = f"{a(kind)} on edge {question.edge}, in answer to {question.kind}"
        raise Breach(asked, f"{a(message.kind)} on edge {message.edge}")
    if (owed := question.body.get("order")) != (seen := message.body.get("order")):
        raise Breach(f"an answer about order {owed}", f"one about order {seen}")


def _blamed(act: Callable[[Given], Came], given: Given) -> Came:
    """Have an adapter do something; whatever it raises is an error that is blamed on it."""
    try:
        return act(given)
    except AdapterError:
        raise
    except Exception as problem:
        raise AdapterError(f"{type(problem).__name__}: {problem}") from problem
