"""The executor: runs one example on a stage and says what came of it, without pytest."""

from dataclasses import replace
from time import perf_counter

from ordertck.harness.bench import Conversation, Stage
from ordertck.harness.edition.features import Example, Step
from ordertck.harness.edition.step_book import StepBook
from ordertck.harness.errors import MISFIT, UNSENDABLE, AdapterError, Breach, Misfit, Silence, UnknownStep, Unsendable
from ordertck.harness.verdicts import Blame, ExampleResult, Verdict


class _Course:
    """How far an example has come: the step that it is at, by its number too, and what the steps took in seconds."""

    def __init__(self) -> None:
        self.step: Step | None = None
        self.number: int | None = None
        self.seconds: list[float] = []
        self.ending = False

    def take(self, steps: tuple[Step, ...], book: StepBook, stage: Stage) -> None:
        """Take every step; what a step raises is passed on."""
        for self.number, step in enumerate(steps):
            self.step = step
            began = perf_counter()
            try:
                book.look_up(step)(stage, step)
            finally:
                self.seconds.append(perf_counter() - began)


def execute(example: Example, conversation: Conversation, book: StepBook) -> ExampleResult:
    """Run an example from begin to end. Raises nothing: whatever happens becomes a verdict."""
    started, first, course = perf_counter(), len(conversation.transcript) + 1, _Course()
    result = _run(example, conversation, book, course)
    last = len(conversation.transcript)
    return replace(
        result,
        transcript=(first, last) if last >= first else None,
        seconds=perf_counter() - started,
        at_step=course.number,
        step_seconds=tuple(course.seconds),
    )


def _run(example: Example, conversation: Conversation, book: StepBook, course: _Course) -> ExampleResult:
    try:
        stage = conversation.begin(example.id.rule, example.id.role)
        course.take(example.steps, book, stage)
        course.ending = True
        conversation.balance(example.id.rule)
        fulfilled, names = stage.brought_about, conversation.names
        conversation.end()  # what is amiss now counts as if the last step had seen it
    except Breach as breach:
        given = not course.ending and (course.step is None or course.step.type == "given")
        result = _result(
            example,
            Verdict.INCONCLUSIVE if given else Verdict.FAILED,
            "what the example starts from could not be brought about" if given else "the rule is not upheld",
            Blame.SYSTEM,
            course.step,
        )
        return _abandoned(_with_evidence(result, breach), conversation)
    except Silence as silence:
        result = _result(example, Verdict.INCONCLUSIVE, "the system did not answer", Blame.SYSTEM, course.step)
        return _abandoned(replace(result, expected=f"an answer to {silence.asked}", seen="nothing"), conversation)
    except AdapterError as problem:
        return _abandoned(_result(example, Verdict.ERROR, str(problem), Blame.ADAPTER, course.step), conversation)
    except Exception as problem:
        return _abandoned(_result(example, Verdict.ERROR, _told(problem), Blame.KIT, course.step), conversation)
    return replace(_result(example, Verdict.PASSED, "", None, None), fulfilled=fulfilled, names=names)


def _told(problem: Exception) -> str:
    """What went wrong in the kit, in words where it has any."""
    if isinstance(problem, UnknownStep):
        return str(problem)
    if isinstance(problem, Misfit):
        return f"{MISFIT}: {problem}"
    if isinstance(problem, Unsendable):
        return f"{UNSENDABLE}: {problem}"
    return f"{type(problem).__name__}: {problem}"


def _with_evidence(result: ExampleResult, breach: Breach) -> ExampleResult:
    result = replace(result, expected=breach.expected, seen=breach.seen)
    if not breach.invariant:
        return result
    reason = f"the steps hold, and what crossed contradicts {breach.invariant} ({', '.join(breach.rules)})"
    return replace(result, reason=reason, invariant=breach.invariant, stands_for=breach.rules, shown_by=breach.records)


def _result(example: Example, verdict: Verdict, reason: str, blame: Blame | None, step: Step | None) -> ExampleResult:
    location = example.location if step is None else f"{example.location.rpartition(':')[0]}:{step.line}"
    said = f"{step.type.capitalize()} {step.text}" if step else ""
    return ExampleResult(example.id, verdict, location, reason, blame, said)


def _abandoned(result: ExampleResult, conversation: Conversation) -> ExampleResult:
    """Leave the stage fit for the next example; a fault in doing so is the same fault once more.

    The result speaks of what the example names, by the example's words for it.
    """
    in_words = conversation.in_words
    result = replace(
        result,
        reason=in_words(result.reason),
        expected=in_words(result.expected),
        seen=in_words(result.seen),
        names=conversation.names,
    )
    try:
        conversation.end()
    except Exception:
        conversation.forget()
    return result
