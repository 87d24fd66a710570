"""Verdicts on examples and rules, in the words of W3C's EARL and one more for faults of kit or adapter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Verdict(StrEnum):
    """What an examination says, worst first."""

    ERROR = "error"
    FAILED = "failed"
    INCONCLUSIVE = "inconclusive"
    PASSED = "passed"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


_WORST_FIRST = tuple(Verdict)


class Blame(StrEnum):
    """Who has to act on a verdict that is not passed."""

    SYSTEM = "system"
    ADAPTER = "adapter"
    KIT = "kit"


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of a whole from those of its parts; untested where there are none."""
    return min(verdicts, key=_WORST_FIRST.index, default=Verdict.UNTESTED)


class Statement(StrEnum):
    """What the examination of a system comes to as a whole, in the words of every report."""

    NARROWED = "narrowed"
    CUT_SHORT = "cut short"
    BROKEN = "kit or adapter broke"
    CONFORMANT = "conformant"
    NOT_CONFORMANT = "not conformant"


def statement_of(narrowed_by: str, cut_short: str, verdicts: Iterable[Verdict], conformant: bool) -> Statement:
    """What goes before the rest: that a person selected, that the run ended early, that kit or adapter broke."""
    if narrowed_by or cut_short:
        return Statement.NARROWED if narrowed_by else Statement.CUT_SHORT
    if Verdict.ERROR in verdicts:
        return Statement.BROKEN
    return Statement.CONFORMANT if conformant else Statement.NOT_CONFORMANT


# Where the title of an outline names the first column of its rows.
_PLACE = re.compile("<[^>]+>")


@dataclass(frozen=True, slots=True)
class ExampleId:
    """What an example is known by, for ever: rule, role, title, and the first cell of its row in an outline."""

    rule: str
    role: str
    title: str
    row: str = ""

    def __str__(self) -> str:
        return "/".join(filter(None, (self.rule, self.role, self.title, self.row)))

    @property
    def titled(self) -> str:
        """The title as it reads for its row: the first cell stands where the title names the column, or behind it."""
        if not self.row or not _PLACE.search(self.title):
            return f"{self.title} [{self.row}]" if self.row else self.title
        return _PLACE.sub(lambda _: self.row, self.title)


@dataclass(frozen=True, slots=True)
class BrokenOff:
    """An example whose exchange broke off once, for this ``reason``, and which was examined once more.

    ``scenario`` is the id under which it began the first time.
    """

    example: ExampleId
    scenario: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """The verdict on one example, with its evidence.

    ``fulfilled`` says that the system brought something about in it, beyond refusals and empty answers.
    ``at_step`` is the number, from 0, of the last step that was begun, ``step_seconds`` what each of these took;
    ``names`` are what the example's words for orders and others go by on the edges.
    ``step`` is the sentence at which it was decided, ``location`` its "file:line"; ``expected`` and ``seen`` say in
    words what the rule owes and what came; ``transcript`` is the first and last record number of its messages. Where
    its steps passed and the oracle objects, ``invariant`` is what it objects by, ``stands_for`` are the rules of this,
    and ``shown_by`` the numbers of the records that show it.
    """

    id: ExampleId
    verdict: Verdict
    location: str
    reason: str = ""
    blame: Blame | None = None
    step: str = ""
    expected: str = ""
    seen: str = ""
    late: bool = False
    transcript: tuple[int, int] | None = None
    seconds: float = 0.0
    fulfilled: bool = False
    at_step: int | None = None
    step_seconds: tuple[float, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    invariant: str = ""
    stands_for: tuple[str, ...] = ()
    shown_by: tuple[int, ...] = ()

    def moved(self, places: int) -> "ExampleResult":
        """The same result, whose records have numbers that are so much higher, or lower."""
        if self.transcript is None or not places:
            return self
        first, last = self.transcript
        shown_by = tuple(places + record for record in self.shown_by)
        return replace(self, transcript=(places + first, places + last), shown_by=shown_by)


@dataclass(frozen=True, slots=True)
class RuleResult:
    """The verdict on one rule in one role: the worst of its examples. ``reason`` where none was run."""

    rule: str
    role: str
    verdict: Verdict
    examples: tuple[ExampleResult, ...] = ()
    reason: str = ""

    @property
    def passed(self) -> int:
        """How many of the examples that were run passed."""
        return sum(e.verdict is Verdict.PASSED for e in self.examples)

    @property
    def run(self) -> int:
        """How many examples were run at all."""
        return sum(e.verdict not in (Verdict.INAPPLICABLE, Verdict.UNTESTED) for e in self.examples)

    @property
    def fulfilled(self) -> bool:
        """Whether the rule is upheld, by an example at least in which the system brought something about."""
        return self.verdict is Verdict.PASSED and any(e.fulfilled for e in self.examples)
