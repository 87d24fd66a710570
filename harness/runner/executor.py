"""The executor: runs one example on a stage and says what came of it, without pytest."""

from dataclasses import replace
from time import perf_counter

from ordertck.harness.bench import Conversation
from ordertck.harness.edition.features import Example, Step
from ordertck.harness.edition.step_book import StepBook
from ordertck.harness.errors import AdapterError, Breach, Silence, UnknownStep
from ordertck.harness.verdicts import Blame, ExampleResult, Verdict


def execute(example: Example, conversation: Conversation, book: StepBook) -> ExampleResult:
    """Run an example from begin to end. Raises nothing: whatever happens becomes a verdict."""
    started, first = perf_counter(), len(conversation.transcript) + 1
    result = _run(example, conversation, book)
    last = len(conversation.transcript)
    return replace(
        result,
        transcript=(first, last) if last >= first else None,
        seconds=perf_counter() - started,
    )


def _run(example: Example, conversation: Conversation, book: StepBook) -> ExampleResult:
    step: Step | None = None
    ending = False
    try:
        stage = conversation.begin()
        for step in example.steps:
            book.look_up(step)(stage, step)
        ending = True
        conversation.balance()
        fulfilled = stage.brought_about
        conversation.end()  # what is amiss now counts as if the last step had seen it
    except Breach as breach:
        given = not ending and (step is None or step.type == "given")
        result = _result(
            example,
            Verdict.INCONCLUSIVE if given else Verdict.FAILED,
            "what the example starts from could not be brought about" if given else "the rule is not upheld",
            Blame.SYSTEM,
            step,
        )
        return _abandoned(replace(result, expected=breach.expected, seen=breach.seen), conversation)
    except Silence as silence:
        result = _result(example, Verdict.INCONCLUSIVE, "the system did not answer", Blame.SYSTEM, step)
        return _abandoned(replace(result, expected=f"an answer to {silence.asked}", seen="nothing"), conversation)
    except AdapterError as problem:
        return _abandoned(_result(example, Verdict.ERROR, str(problem), Blame.ADAPTER, step), conversation)
    except UnknownStep as problem:
        return _abandoned(_result(example, Verdict.ERROR, str(problem), Blame.KIT, step), conversation)
    except Exception as problem:
        reason = f"{type(problem).__name__}: {problem}"
        return _abandoned(_result(example, Verdict.ERROR, reason, Blame.KIT, step), conversation)
    return replace(_result(example, Verdict.PASSED, "", None, None), fulfilled=fulfilled)


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
        result, reason=in_words(result.reason), expected=in_words(result.expected), seen=in_words(result.seen)
    )
    try:
        conversation.end()
    except Exception:
        conversation.forget()
    return result
