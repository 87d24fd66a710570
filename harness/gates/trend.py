"""The trend: the runs of one system in the order in which they began, and what each of them changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ordertck.harness.errors import UsageError
from ordertck.harness.gates.difference import Difference, difference
from ordertck.harness.gates.matrix import statement_of_run
from ordertck.harness.gates.standing import Name, standing_of
from ordertck.harness.reports.saved import SavedRun
from ordertck.harness.verdicts import Statement, Verdict

_RUN = (Verdict.PASSED, Verdict.INCONCLUSIVE, Verdict.FAILED, Verdict.ERROR)


@dataclass(frozen=True, slots=True)
class Point:
    """One run of the trend. ``differs`` is how it differs from the one before, None for the first."""

    began: str
    system: str
    kit: str
    statement: Statement
    counts: dict[str, int]
    differs: Difference | None
    place: str

    @property
    def changes(self) -> str:
        """What got worse and better since the run before."""
        if self.differs is None:
            return "the first"
        worse, better = len(self.differs.worse) + len(self.differs.known), len(self.differs.better)
        fresh = len(self.differs.fresh) + len(self.differs.fresh_passed)
        counts = ((worse, "worse"), (better, "better"), (fresh, "new"))
        return ", ".join(f"{count} {word}" for count, word in counts if count) or "the same"


def trend(runs: Sequence[SavedRun], now: Name = str) -> list[Point]:
    """The runs in the order in which they began. Raises ``UsageError`` for runs of several systems."""
    names = list(dict.fromkeys(e.system.name for run in runs for e in run.examinations))
    if len(names) > 1:
        raise UsageError(
            f"a trend is of one system, and these runs are of {', '.join(names)}", "'ordertck matrix' compares systems"
        )
    points: list[Point] = []
    before = None
    for run in sorted(runs, key=lambda run: run.began):
        standing = standing_of(run, now)
        verdicts = list(standing.examples.values())
        points.append(
            Point(
                began=run.began,
                system=run.title,
                kit=run.kit.version,
                statement=statement_of_run(run),
                counts={verdict.value: verdicts.count(verdict) for verdict in _RUN},
                differs=difference(before, standing) if before else None,
                place=run.place,
            )
        )
        before = standing
    return points


def as_json(points: Sequence[Point]) -> dict[str, Any]:
    """What a program reads: a record a run, with the names of what changed since the one before."""
    return {
        "trend": "ordertck",
        "runs": [
            {
                "began": point.began,
                "system": point.system,
                "kit": point.kit,
                "statement": point.statement,
                "counts": point.counts,
                "worse": [change.name for change in (*point.differs.worse, *point.differs.known)]
                if point.differs
                else [],
                "better": [change.name for change in point.differs.better] if point.differs else [],
            }
            for point in points
        ],
    }
