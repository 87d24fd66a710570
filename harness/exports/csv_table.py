"""Rules and verdicts as CSV, a line a rule in its role, for spreadsheets and whatever else reads tables."""

import csv
import io
from collections.abc import Iterator

from ordertck.harness.reports.saved import SavedExamination, SavedRun
from ordertck.harness.text import one_line

_HEAD = (
    "system", "version", "rule", "role", "level", "strength", "verdict", "passed", "run", "reason", "deviation",
    "sentence", "source",
)  # fmt: skip
# A cell that begins like this is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rules_as_csv(run: SavedRun) -> str:
    """Every rule that a run speaks of in the roles that it examined, with the verdict and where the rule is written."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEAD)
    for examination in run.examinations:
        writer.writerows([_plain(cell) for cell in row] for row in _rows(run, examination))
    return text.getvalue()


def _rows(run: SavedRun, examination: SavedExamination) -> Iterator[tuple[str, ...]]:
    titles = run.edition.documents
    for rule in examination.rules:
        if rule.role not in ("", *examination.claims.roles):
            continue
        entry = run.edition.rules.get(rule.rule)
        written = entry.sources if entry else ()
        sources = [f"{titles.get(s.document, s.document)}, {s.section}, {s.place}" for s in written]
        yield (
            examination.system.name,
            examination.system.version,
            rule.rule,
            rule.role,
            rule.level,
            entry.strength if entry else "",
            rule.verdict.value,
            str(rule.passed),
            str(rule.run),
            rule.reason,
            rule.deviation,
            entry.sentence if entry else "",
            "; ".join(sources),
        )


def _plain(cell: str) -> str:
    """A cell that is a text to every spreadsheet, and stands on one line."""
    text = one_line(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
