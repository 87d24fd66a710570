"""What an examination found: the data model of every report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ordertck.harness.claims import Claims
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import ExampleResult, RuleResult


@dataclass(frozen=True, slots=True)
class Examination:
    """What an examination found, examples and rules in the order of the roll.

    ``kit`` is the kit's version, ``digests`` are those of features, register and catalogue. ``narrowed_by`` says what
    a person selected, ``cut_short`` why the run ended early; neither gives a certificate. ``unstable`` examples had
    several verdicts, ``broken_claims`` are deviations that were declared and not found. ``strays`` counts messages
    about nothing that the kit knew.
    """

    claims: Claims
    session: str
    kit: str
    digests: Mapping[str, str]
    started: datetime
    finished: datetime
    examples: tuple[ExampleResult, ...]
    rules: tuple[RuleResult, ...]
    transcript: Transcript
    strays: int = 0
    narrowed_by: str = ""
    cut_short: str = ""
    unstable: tuple[str, ...] = ()
    broken_claims: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.finished - self.started).total_seconds()

    @property
    def whole(self) -> bool:
        """Whether every example of the roll was run or accounted for, by nobody's choice."""
        return not self.narrowed_by and not self.cut_short
