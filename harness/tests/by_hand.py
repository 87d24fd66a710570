"""An examination as nobody has carried it out, with every verdict that an example can come to."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.plan import Plan
from ordertck.harness.reports.folder import begun
from ordertck.harness.tests.support import claims_as, transcript_on_file
from ordertck.harness.verdicts import Blame, ExampleId, ExampleResult, Verdict

OMS = claims_as("oms")

# What an example can come to; the texts are what nobody wishes to meet in a report.
EVERY = (
    ExampleResult(ExampleId("PL-09", "oms", "It passes"), Verdict.PASSED, "a.feature:1", transcript=(1, 2)),
    ExampleResult(
        ExampleId("PL-09", "oms", "It fails", "<row> & co"),
        Verdict.FAILED,
        "a.feature:2",
        reason="the rule is not upheld",
        blame=Blame.SYSTEM,
        step="Then [bold]it[/bold] holds",
        expected="order SBYHAND-0001-ORDER billed",
        seen="\x00\x1b[31m \ufffe SBYHAND and \u00e9",
        late=True,
        transcript=(3, 40),
    ),
    ExampleResult(
        ExampleId("PL-10", "oms", "It cannot tell"), Verdict.INCONCLUSIVE, "a.feature:3", "silence", Blame.SYSTEM
    ),
    ExampleResult(ExampleId("PL-10", "oms", "It breaks"), Verdict.ERROR, "a.feature:4", "half \ud800", Blame.ADAPTER),
    ExampleResult(ExampleId("PL-16", "oms", "It does not apply"), Verdict.INAPPLICABLE, "a.feature:5", "not claimed"),
)


def by_hand(examples: tuple[ExampleResult, ...] = EVERY, narrowed_by: str = "", **more: Any) -> Examination:
    """An examination as nobody has carried it out."""
    transcript = transcript_on_file()
    for number in range(40):
        transcript.add("told", "SBYHAND-0001", Message(f"m{number}", "cancel", Edge.OMS, {"order": "[red]O[/red]" * 9}))
    now = datetime(2026, 3, 2, tzinfo=UTC)
    plan = Plan(more.pop("claims", OMS), (), narrowed_by=narrowed_by)
    return Examination(plan, "SBYHAND", "1.0", now, now, examples, transcript, **more)


def narrowed(examination: Examination) -> Examination:
    """The same as though somebody had selected a rule."""
    return replace(examination, plan=replace(examination.plan, narrowed_by="rule PL-09"))


def written(folder: Path, *examinations: Examination) -> list[Path]:
    """The files of a report on these examinations, with a transcript that says nothing."""
    with begun(folder) as report:
        transcript = report.transcript()
        return report.write([replace(examination, transcript=transcript) for examination in examinations])
