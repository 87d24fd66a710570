"""What check-adapter finds: its steps, and how each fault is told, with its remedy."""

from dataclasses import dataclass

from ordertck.harness.errors import AdapterError
from ordertck.harness.messages import Message


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the check: what was found, and where it is not well what was expected, seen, and is to be done."""

    name: str
    ok: bool
    found: str
    expected: str = ""
    seen: str = ""
    remedy: str = ""


class FaultError(Exception):
    """The adapter is at fault; ``step`` says how."""

    def __init__(self, step: Step) -> None:
        self.step = step
        super().__init__(step.found)


HANGS = {
    "connect": "give whatever the factory waits for a time limit, or raise [timing] start",
    "begin": "begin only tells of the accounts; give whatever it waits for a time limit",
    "deliver": "return as soon as a sender has the message: the system may need an answer that comes afterwards",
    "receive": "pass the patience on to whatever waits, as a time limit",
    "close": "give whatever close waits for a time limit",
}


def hang(name: str, allowed: float, problem: Exception) -> FaultError:
    """A call of the port does not come back."""
    return FaultError(
        Step(name, False, f"{name} hangs", f"a return within {seconds(allowed)}", str(problem), HANGS[name])
    )


def raised(name: str, problem: BaseException) -> FaultError:
    """A call of the port raised an exception."""
    if isinstance(problem, AdapterError):
        return FaultError(
            Step(name, False, f"{name} failed", "no error", str(problem), "what was seen says where to look")
        )
    seen = f"{type(problem).__name__}: {problem}{_place(problem)}"
    remedy = "raise AdapterError, and only where the system cannot be reached; refusals are messages"
    return FaultError(Step(name, False, f"{name} raised an exception", "no exception", seen, remedy))


def slow_delivery(message: Message, taken: float, patience: float) -> FaultError:
    """``deliver`` waits for something."""
    return FaultError(
        Step(
            "deliver",
            False,
            f"deliver takes {seconds(taken)}",
            f"a return within the declared patience, {seconds(patience)}",
            f"{message.kind} was handed over in {seconds(taken)}",
            "return as soon as a sender has the message; a thread may wait for the system's reply",
        )
    )


def late_silence(taken: float, patience: float) -> FaultError:
    """``receive`` does not keep to its patience."""
    return FaultError(
        Step(
            "receive",
            False,
            "receive overruns its patience",
            f"None after {seconds(patience)}",
            f"None after {seconds(taken)}",
            "pass the patience on to whatever waits, as a time limit",
        )
    )


def unheard(what: str, expected: str, others: set[str], silence: float, patience: float) -> FaultError:
    """Nothing came back about what was said; ``others`` is what came instead."""
    remedy = (
        "give orders back the numbers that the kit gave them, in the body and in 'about'"
        if others
        else "see that the system got the message, and that its messages reach the adapter; where they come later "
        "than this, raise [timing] patience"
    )
    seen = "; ".join(sorted(others)) or f"nothing, for {seconds(silence)}"
    return FaultError(
        Step("hear", False, f"nothing came back about {what}", f"{expected} within {seconds(patience)}", seen, remedy)
    )


def endless(messages: int) -> FaultError:
    """The messages do not end."""
    seen, remedy = f"more than {messages} messages", "see that no message is handed over twice"
    return FaultError(Step("rest", False, "the messages do not end", "a system that comes to rest", seen, remedy))


def bad_form(found: str, expected: str, seen: str) -> FaultError:
    """A message does not have the form of its kind."""
    return FaultError(Step("form", False, found, expected, seen, "schemas/ and docs/adapters.md have each kind's form"))


def unknown_name(message: Message, what: str, theirs: str, ours: str) -> FaultError:
    """A message names something in words that the kit does not know."""
    found = f"a {message.kind} has a {what} that the kit does not know"
    remedy = f'add "<the kit\'s name>" = "{theirs}" to [names], for example "{ours}" = "{theirs}"'
    return FaultError(Step("names", False, found, f"a {what} such as '{ours}'", f"'{theirs}'", remedy))


def false_idle(kind: str, taken: float, patience: float) -> FaultError:
    """``receive`` said that nothing can come, and something came."""
    return FaultError(
        Step(
            "silence",
            False,
            "receive gives up early, and a message comes later",
            "None before the patience is over only where nothing can come before the next deliver",
            f"None after {seconds(taken)} of {seconds(patience)}, then a {kind}",
            "wait the patience out; say idle only where the system does all its work inside deliver",
        )
    )


def seconds(value: float) -> str:
    """A time in words that is as exact as it need be."""
    if value < 0.001:
        return "under 1 ms"
    return f"{value:.0f} s" if value >= 10 else f"{value:.2g} s"


def _place(problem: BaseException) -> str:
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace else ""
