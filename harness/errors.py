"""Every exception that crosses the border of a room, told along the life of a conversation.

Claims are read: ``UsageError`` is a user's mistake, and ends the command. The system is connected, spoken to and
closed: ``AdapterError`` is whatever the adapter does wrong on the way. An example runs: ``UnknownStep`` is a sentence
that the kit does not have, ``Misfit`` one that does not fit its example, ``Unsendable`` one that makes no message;
``Breach`` is what a step owes and did not hold, ``Malformed`` one by a message that nobody can read; ``Silence`` a
question that the system never answered; ``KitFault`` a mistake of the kit's own, from which no verdict on a system can
follow. Somebody may end it all: ``Stopped`` is a run that goes no further, ``Ended`` a process of the kit that is gone.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ordertck.harness.text import one_line, printable, shortened

# Of more mistakes at once nobody reads.
_MOST_TOLD = 20
# How a verdict tells of a ``Misfit``, and of what is ``Unsendable``.
MISFIT = "the sentence does not fit its example"
UNSENDABLE = "what the step says makes no message"


class UsageError(Exception):
    """Something that the user gave cannot be used.

    ``str()`` is one printable line: file and line where known, the problem, the remedy. The command line prints it
    and exits with 2.
    """

    def __init__(self, problem: str, remedy: str = "", file: Path | str | None = None, line: int | None = None) -> None:
        self.problem, self.remedy, self.file, self.line = problem, remedy, file, line
        place = "" if file is None else f"{file}: " if line is None else f"{file}:{line}: "
        super().__init__(one_line(f"{place}{shortened(problem)}{'; ' + remedy if remedy else ''}"))


class UsageErrors(UsageError):
    """Several mistakes in one thing that the user gave: ``mistakes``; ``str()`` has a line for each."""

    def __init__(self, mistakes: Sequence[UsageError]) -> None:
        first = mistakes[0]
        super().__init__(first.problem, first.remedy, first.file, first.line)
        self.mistakes = tuple(mistakes)

    def __str__(self) -> str:
        told = [*dict.fromkeys(map(str, self.mistakes))]
        more = [f"and {len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
        return "\n".join([*told[:_MOST_TOLD], *more])


def raise_all(mistakes: Iterable[UsageError]) -> None:
    """Raise all mistakes that were found, one of them as it is; nothing where there is none."""
    if found := tuple(mistakes):
        raise UsageErrors(found) if len(found) > 1 else found[0]


class AdapterError(Exception):
    """The adapter, or the way to the system, broke; the system itself is not judged by it.

    ``str()`` is printable, and cut where it is too long to read.
    """

    def __init__(self, said: object = "") -> None:
        super().__init__(printable(shortened(str(said))))


class Ended(Exception):
    """A process of the kit was ended from outside: by somebody, or for want of memory. Nobody is to blame for it."""


class UnknownStep(Exception):
    """No definition, or more than one, or an unusable one, matches a step."""


class Misfit(LookupError):
    """A sentence speaks of what its example does not have: an order, a line, a form of value."""


class Breach(Exception):
    """What a step owes did not hold.

    In a Given it makes the example inconclusive, in a When or Then failed. Where the oracle objects to an example that
    is over, ``invariant`` is what it objects by, ``rules`` are those that this stands for, and ``records`` show it.
    """

    def __init__(
        self, expected: str, seen: str, invariant: str = "", rules: tuple[str, ...] = (), records: tuple[int, ...] = ()
    ) -> None:
        self.expected, self.seen = expected, seen
        self.invariant, self.rules, self.records = invariant, rules, records
        super().__init__(f"expected {expected}; seen: {seen}")


class Malformed(Breach):
    """A message from the system that nobody reads: of no known kind, on another edge, out of form, or for nobody."""


class Silence(Exception):
    """A question to the system was not answered: the example is inconclusive wherever it was asked."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"no answer to {asked}")


class KitFault(Exception):
    """The kit itself did something wrong; no verdict on the system can follow from it."""


class Unsendable(KitFault):
    """What the kit is to send breaks the form of its message; in a step of somebody's own, that is up to the step."""


class Stopped(BaseException):
    """The run ends now; no verdict is to be made of the example."""
