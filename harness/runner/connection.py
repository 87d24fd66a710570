"""The way to one system under test: connected when first needed, anew after it broke, given up in the end."""

from dataclasses import replace

from ordertck.harness.adapters.wire import Wire, misfit
from ordertck.harness.bench import Conversation
from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Example
from ordertck.harness.errors import AdapterError, Breach
from ordertck.harness.runner.executor import execute
from ordertck.harness.runner.terms import Lone, Open, Revise, Terms
from ordertck.harness.runner.trouble import Trouble, nobody_waits
from ordertck.harness.sessions import of_connection
from ordertck.harness.text import printable, shortened
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import Blame, BrokenOff, ExampleId, ExampleResult, Verdict


class Connection:
    """Runs examples on the system that some claims speak of.

    An example whose exchange breaks off is examined once more, in a session of its own on a way of its own: nobody
    knows whether the system, its adapter or the way had a moment's trouble, nor which session broke it where several
    share a line (``lone``). What was taken down the first time is dropped, and ``broken_off`` tells of it. What breaks
    off twice is an error.

    A system that broke during an example is connected anew for the next one. ``remarks`` are what went wrong outside
    all examples, when the system was closed.
    """

    def __init__(self, claims: Claims, session: str, transcript: Transcript, terms: Terms) -> None:
        self.claims, self.session, self.transcript = claims, session, transcript
        self._terms = terms
        self.remarks: list[str] = []
        self.broken_off: list[BrokenOff] = []
        self._shares = terms.lone is not None
        self._lone = terms.lone or Lone(terms.open_system, nobody_waits, Trouble())
        self._trouble = self._lone.trouble
        self._strays = self._cut_texts = self._connections = 0
        self._broke_off = False
        self._scenario = self._problem = ""
        self._kits_own = False
        self._stages: dict[str, ExampleId] = {}
        self._early: dict[str, Revise] = {}
        self._conversation: Conversation | None = None
        self._wire: Wire | None = None

    @property
    def strays(self) -> int:
        """How many messages were about nothing that the kit knew."""
        return self._strays + (self._conversation.strays if self._conversation else 0)

    @property
    def cut_texts(self) -> int:
        """How many texts of the system were too long to be kept whole."""
        return self._cut_texts + (self._wire.cut_texts if self._wire else 0)

    @property
    def kits_own(self) -> bool:
        """Whether what was examined was seen to be, or to use, the kit's own reference."""
        now = any(each is not None and each.kits_own for each in (self._conversation, self._wire))
        return self._kits_own or now

    def run(self, example: Example, number: int | None = None) -> ExampleResult:
        """The verdict on one example, which takes this ``number`` of the run, or the next one of the session.

        Raises ``UsageError`` where claims and adapter do not fit together.
        """
        place = self.transcript.place
        first = self._examined(example, number, self._terms.open_system, counts=not self._shares)
        if not self._broke_off or self._trouble.is_over:
            return first
        self.transcript.back_to(place)
        broken = BrokenOff(example.id, self._scenario, self._as_told(first.reason))
        with self._lone.by_itself(self.session):
            again = self._examined(example, number, self._lone.open_system, counts=True)
            if not self._broke_off:
                self.broken_off.append(broken)
                self.finish()
        return again

    def _examined(self, example: Example, number: int | None, open_system: Open, counts: bool) -> ExampleResult:
        """The verdict that one exchange leads to, and whether that broke off; trouble may count, or be a line's."""
        conversation = self._conversation or self._connected(open_system, number, counts)
        if conversation is None:
            return self._unreachable(example)
        if number is not None:
            conversation.go_on_with(number)
        self._scenario = conversation.next_id
        if self._scenario in self._terms.broken_off:
            self._broke_off = True
            self.close()
            return ExampleResult(example.id, Verdict.ERROR, example.location, "", Blame.ADAPTER)
        result = self._readable(self._sure(execute(example, conversation, self.claims.edition.steps)))
        self._stages.setdefault(conversation.latest, example.id)
        revise = self._early.pop(conversation.latest, None)
        if revise and result.verdict is Verdict.PASSED:
            result = self._readable(revise(result))
        if result.blame is not Blame.ADAPTER:
            self._broke_off = False
            self._trouble.none()
            return result
        self._broke_off = self._wire is not None and bool(self._wire.broken)
        if counts:
            self._trouble.broke(result.reason, hung=result.seconds > self.claims.timing.patience)
        self.close()
        return result

    def finish(self) -> None:
        """Listen a last time for late messages, then close. What breaks after that is nobody's breach of a rule."""
        conversation = self._conversation
        if conversation is not None:
            unconfirmed = conversation.unconfirmed
            try:
                conversation.rest()
            except Breach as breach:
                self._revise(unconfirmed, _late(breach.expected, breach.seen))
            except Exception as problem:
                self._revise(unconfirmed, _unheard(str(problem)))
        self.close()

    def close(self) -> None:
        """Close without listening any more."""
        if self._conversation is not None:
            self._strays += self._conversation.strays
        self._kits_own = self.kits_own
        wire, self._conversation, self._wire = self._wire, None, None
        if wire is not None:
            self._cut_texts += wire.cut_texts
            wire.close()
            if wire.parting and wire.parting not in self.remarks:
                self.remarks.append(self.transcript.redaction.text(wire.parting))

    def _connected(self, open_system: Open, number: int | None, counts: bool) -> Conversation | None:
        """A conversation with the system in a session of its own; None where it cannot be reached."""
        if self._trouble.is_over:
            return None
        self._connections += 1
        session = of_connection(self.session, self._connections)
        try:
            wire = self._wire = open_system(self.claims, self.session)
        except AdapterError as problem:
            self._broke_off, self._scenario = True, f"{session}-{number or 1:04}"
            self._problem = str(problem)
            if counts:
                self._trouble.unreachable(self._problem)
            return None
        if odd := misfit(self.claims, wire.greeting):
            self.close()
            raise odd
        self._conversation = Conversation(
            wire, self.claims, session, self._heard_late, self.transcript, self._terms.variation, self._terms.began
        )
        return self._conversation

    def _sure(self, result: ExampleResult) -> ExampleResult:
        """The result, unless what the system is blamed for came over a wire that is out of step."""
        if result.blame is Blame.SYSTEM and self._wire is not None:
            try:
                self._wire.make_sure()
            except AdapterError as problem:
                broke = replace(result, verdict=Verdict.ERROR, blame=Blame.ADAPTER, reason=str(problem))
                return replace(broke, expected="", seen="")
        return result

    def _readable(self, result: ExampleResult) -> ExampleResult:
        """The result as every report may show it: what is struck out, too long or no letter stands in none of it."""
        if result.verdict is Verdict.PASSED:
            return result
        readable = self._as_told
        return replace(
            result, reason=readable(result.reason), expected=readable(result.expected), seen=readable(result.seen)
        )

    def _as_told(self, text: str) -> str:
        return printable(shortened(self.transcript.redaction.text(text)))

    def _unreachable(self, example: Example) -> ExampleResult:
        over = self._trouble.is_over
        reason = (
            f"the system is given up: {self._trouble.problem}"
            if over
            else f"the system cannot be reached: {self._problem}"
        )
        return ExampleResult(example.id, Verdict.ERROR, example.location, reason, Blame.ADAPTER)

    def _heard_late(self, stage: str, expected: str, seen: str) -> None:
        self._revise([stage], _late(expected, seen))

    def _revise(self, stages: list[str], revise: Revise) -> None:
        for stage in stages:
            if stage in self._stages:
                self._terms.revised(self._stages[stage], lambda passed: self._readable(revise(passed)))
            else:  # the example is still running
                self._early.setdefault(stage, revise)


def _late(expected: str, seen: str) -> Revise:
    def revise(passed: ExampleResult) -> ExampleResult:
        reason = "a message came late that should not have come"
        return replace(
            passed, verdict=Verdict.FAILED, late=True, reason=reason, expected=expected, seen=seen, blame=Blame.SYSTEM
        )

    return revise


def _unheard(problem: str) -> Revise:
    def revise(passed: ExampleResult) -> ExampleResult:
        reason = f"it broke before it could be heard whether a message comes late: {problem}"
        return replace(passed, verdict=Verdict.ERROR, reason=reason, blame=Blame.ADAPTER)

    return revise
