"""What an examination found: the data model of every report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.declared import Deviation
from ordertck.harness.edition import Edition
from ordertck.harness.plan import Plan
from ordertck.harness.rule_verdicts import rule_results, upheld_deviations
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import PLAIN, Variation
from ordertck.harness.verdicts import BrokenOff, ExampleResult, RuleResult


@dataclass(frozen=True, eq=False)
class Examination:
    """What an examination found, examples in the order of the plan; no two are the same.

    ``seed`` is what its variation came from, ``repeat`` how often each example was run, ``jobs`` how many examined at
    once, ``kit`` the kit's version.
    ``cut_short`` says why the run ended early. ``unstable`` examples had several verdicts. ``strays`` counts messages
    about nothing that the kit knew, ``cut_texts`` texts that were too long to be kept whole; ``remarks`` are what went
    wrong outside all examples, ``broken_off`` the examples whose exchange broke off once. ``kits_own`` is whether the
    kit's own reference was seen at work. ``transcript`` may be shared with other examinations of one run.
    """

    plan: Plan
    session: str
    kit: str
    started: datetime
    finished: datetime
    examples: tuple[ExampleResult, ...]
    transcript: Transcript
    strays: int = 0
    cut_texts: int = 0
    kits_own: bool = False
    cut_short: str = ""
    unstable: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    broken_off: tuple[BrokenOff, ...] = ()
    seed: int = PLAIN
    repeat: int = 1
    jobs: int = 1

    @property
    def claims(self) -> Claims:
        """What is claimed for the system."""
        return self.plan.claims

    @property
    def edition(self) -> Edition:
        """The rules that the system was held to."""
        return self.plan.claims.edition

    @property
    def digests(self) -> Mapping[str, str]:
        """What the verdicts rest on: the digests of features, register and catalogue."""
        return self.edition.digests

    @property
    def renamed(self) -> bool:
        """Whether products and price lists had names that nobody could know beforehand."""
        return Variation(self.seed).renames(self.claims.capabilities)

    @property
    def narrowed_by(self) -> str:
        """What a person selected; a narrowed run gives no certificate."""
        return self.plan.narrowed_by

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.finished - self.started).total_seconds()

    @property
    def whole(self) -> bool:
        """Whether every example of the plan was run or accounted for, by nobody's choice."""
        return not self.narrowed_by and not self.cut_short

    @cached_property
    def borrowed(self) -> bool:
        """Whether what was examined is the kit's own reference, or uses it, under a name that is not the reference's.

        It is known by the factory that the claims name, by what the adapter's process has loaded, and by the mark that
        the ids of its messages bear. Who speaks through a process of its own and gives every message another id is
        not known.
        """
        if not self.kits_own and not self.claims.adapter.startswith("ordertck."):
            return False
        own = reference_claims(self.edition)
        return (self.claims.name, self.claims.vendor) != (own.name, own.vendor)

    @cached_property
    def rules(self) -> tuple[RuleResult, ...]:
        """The verdict on every rule in every role that it binds, in the order of the register."""
        return rule_results(self.claims, self.examples, narrowed=bool(self.narrowed_by))

    def known_breach(self, rule: str) -> Deviation | None:
        """The deviation by which a breach of the rule was known on the day of the run."""
        day = self.started.date().isoformat()
        return next((d for d in self.claims.deviations if d.rule == rule and d.holds_on(day)), None)

    @cached_property
    def broken_claims(self) -> tuple[str, ...]:
        """Deviations that were declared and not found, in sentences."""
        return () if self.narrowed_by else upheld_deviations(self.claims, self.rules)
