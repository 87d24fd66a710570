"""What check-adapter finds: its steps, and how each fault is told, with its remedy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ordertck.harness.errors import AdapterError
from ordertck.harness.messages import Message
from ordertck.harness.text import a


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the check: what was found; of a fault also what was expected, what was seen, and what to do."""

    name: str
    found: str
    expected: str = ""
    seen: str = ""
    remedy: str = ""

    @property
    def ok(self) -> bool:
        """Whether all is well: of a fault it is said what was expected, or what to do."""
        return not (self.expected or self.remedy)


class FaultError(AdapterError):
    """The adapter is at fault; ``step`` says how."""

    def __init__(self, step: Step) -> None:
        self.step = step
        super().__init__(step.found)


_REMEDIES = {
    "connect": "give whatever the adapter waits for a time limit, or raise [timing] start",
    "begin": "begin only tells of the accounts; give whatever it waits for a time limit",
    "deliver": "return as soon as a sender has the message: the system may need an answer that comes afterwards",
    "receive": "pass the patience on to whatever waits, as a time limit",
}


def raised(name: str, problem: AdapterError, about: str = "") -> FaultError:
    """A call of the port failed: it raised an exception, hung, or the adapter is gone.

    ``about`` is what was handed over last, in words.
    """
    hangs = "did not answer" in str(problem)
    remedy = _REMEDIES.get(name, "") if hangs else "what was seen says where to look"
    if name == "deliver" and not hangs:
        remedy += "; where the system refuses what it is given, that is a message, and no error"
    found = f"{name} {'hangs' if hangs else 'failed'}{' after ' + about if about else ''}"
    return FaultError(Step(name, found, "no error", str(problem), remedy))


def beside(step: Step, words: str) -> Step:
    """A fault that nobody raised, with what the adapter wrote to standard error: it may be the reason."""
    if not words or "stderr" in step.seen:
        return step
    return replace(step, seen=f"{step.seen}; the adapter's last lines on stderr: {words}")


def refused(what: str, act: str, reason: str) -> FaultError:
    """The system refuses what every example begins with."""
    remedy = (
        "deploy the catalogue ('ordertck catalogue'), and say under [names] where names differ; "
        "as long as this is refused, nothing can be examined"
    )
    seen = f"{act} was refused: {reason}" if act else f"it was refused: {reason}"
    return FaultError(Step("hear", f"{what} is refused", "an order that is taken in", seen, remedy))


def unfinished(what: str, seen: str, unasked: Sequence[str] = (), waits: bool = False) -> FaultError:
    """The system says something of an order, but never that it is complete.

    ``unasked`` are the kinds of requests to neighbours of which none came about it; it may be one that ``waits`` in a
    queue.
    """
    remedy = (
        "see that what the kit reports (provisioning-update, billing-update, network-report, order-update) reaches the "
        "system, and that its word for COMPLETE stands under [names]"
    )
    if unasked:
        remedy += f"; or that what the system asks of its neighbours reaches the adapter: {' and '.join(unasked)}"
    if waits:
        remedy += (
            "; nothing was asked of any neighbour, so the order may wait in the queue: where orders of an earlier run, "
            "which were never finished, hold all places of [limits] capacity, empty the system"
        )
    found = f"{what} does not become complete, though every neighbour obliges"
    missing = f"; no {' and no '.join(unasked)}" if unasked else ""
    return FaultError(Step("hear", found, "COMPLETE", f"{seen}{missing}", remedy))


def unfulfilled(expected: str, seen: str) -> FaultError:
    """The order that goes before an example is not fulfilled as every example demands it, or nobody says so."""
    found = "an order that goes before the first example is not fulfilled as it has to be"
    remedy = "as long as this is so, most examples fail: see that the adapter carries what the system sent, unaltered"
    return FaultError(Step("begin", found, expected, seen, remedy))


def unanswered(asked: str, came: str) -> FaultError:
    """A question about an order is not answered, or by a message that does not say what it answers."""
    remedy = (
        "say in 're' which message it answers: the id of the order-query"
        if came
        else "answer an order-query with an order-snapshot, and say in 're' which message it answers; without it half "
        "of the examples come to nothing"
    )
    seen = f"{came}, which answers nothing that was asked" if came else "no answer"
    return FaultError(Step("answer", "nobody says how an order stands", f"an answer to {asked}", seen, remedy))


def bad_parting(seen: str) -> Step:
    """The adapter does not close well."""
    remedy = "in close end all threads and processes, with a time limit for each; then end"
    return Step("close", "the adapter does not part well", "its end", seen, remedy)


def slow_delivery(message: Message, taken: float, patience: float) -> FaultError:
    """``deliver`` waits for something."""
    return FaultError(
        Step(
            "deliver",
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
            "receive overruns its patience",
            f"None after {seconds(patience)}",
            f"None after {seconds(taken)}",
            "pass the patience on to whatever waits, as a time limit; where one look at a polled system takes that "
            "long, raise [timing] patience",
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
        Step("hear", f"nothing came back about {what}", f"{expected} within {seconds(patience)}", seen, remedy)
    )


def endless(messages: int) -> FaultError:
    """The messages do not end."""
    seen, remedy = f"more than {messages} messages", "see that no message is handed over twice"
    return FaultError(Step("rest", "the messages do not end", "a system that comes to rest", seen, remedy))


def bad_form(found: str, expected: str, seen: str) -> FaultError:
    """A message does not have the form of its kind."""
    return FaultError(Step("form", found, expected, seen, "schemas/ has each kind's form, docs/messages.md its use"))


def unknown_name(message: Message, what: str, theirs: str, ours: str) -> FaultError:
    """A message names something in words that the kit does not know."""
    found = f"{a(message.kind)} has a {what} that the kit does not know"
    remedy = f'add "<the kit\'s name>" = "{theirs}" to [names], for example "{ours}" = "{theirs}"'
    return FaultError(Step("names", found, f"a {what} such as '{ours}'", f"'{theirs}'", remedy))


def unknown_line(message: Message, theirs: str, ours: str) -> FaultError:
    """A message speaks of a line that no order has."""
    return FaultError(
        Step(
            "ids",
            f"{a(message.kind)} speaks of a line that no order has",
            f"the id of a line as the kit gave it, such as '{ours}'",
            f"'{theirs}'",
            "give lines back the ids that the kit gave them, the 'id' of each; a table in the adapter keeps your own",
        )
    )


def false_idle(kind: str, taken: float, patience: float) -> FaultError:
    """``receive`` said that nothing can come, and something came."""
    return FaultError(
        Step(
            "silence",
            "receive gives up early, and a message comes later",
            "None before the patience is over only where nothing can come before the next deliver",
            f"None after {seconds(taken)} of {seconds(patience)}, then {a(kind)}",
            "wait the patience out; say idle only where the system does all its work inside deliver",
        )
    )


def seconds(value: float) -> str:
    """A time in words that is as exact as it need be."""
    if value < 0.001:
        return "under 1 ms"
    return f"{value:.0f} s" if value >= 10 else f"{value:.2g} s"
