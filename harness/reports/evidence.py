"""What stands behind a verdict that is not passed, told in full."""

import json
from collections.abc import Iterator
from typing import Any

from ordertck.harness.examination import Examination
from ordertck.harness.reports.words import COLOURS, Cell, Paint
from ordertck.harness.text import printable, shortened
from ordertck.harness.verdicts import ExampleResult, Verdict

_BAD = (Verdict.ERROR, Verdict.FAILED, Verdict.INCONCLUSIVE)
_MOST_IN_FULL = 20
# So many messages of an example are shown, those about what the verdict speaks of first.
_MOST_RECORDS = 12
_LONGEST_BODY = 400


def failures(examination: Examination, paint: Paint) -> Iterator[str]:
    """Every example that failed, is inconclusive or in error; after the first twenty in a line each."""
    bad = [example for example in examination.examples if example.verdict in _BAD]
    for example in bad[:_MOST_IN_FULL]:
        yield from _in_full(example, examination, paint)
    if len(bad) > _MOST_IN_FULL:
        yield paint(f"\nand {len(bad) - _MOST_IN_FULL} more, in full in results.json", "bold")
        for example in bad[_MOST_IN_FULL:]:
            yield f"  {_head(example, paint)}"


def _head(example: ExampleResult, paint: Paint) -> str:
    title = f"{example.id.title} [{example.id.row}]" if example.id.row else example.id.title
    late = "  late" if example.late else ""
    verdict = paint(example.verdict, COLOURS[example.verdict])
    return f"{paint(example.id.rule, 'bold')} {verdict}  {title} ({example.id.role}){late}"


def _in_full(example: ExampleResult, examination: Examination, paint: Paint) -> Iterator[str]:
    yield f"\n{_head(example, paint)}"
    rows: list[tuple[str, str]] = [("rule", examination.edition.sentences.get(example.id.rule, ""))]
    rows.append(("at", f"{example.step}   features/{example.location}".strip()))
    if example.expected:
        rows += [("expected", example.expected), ("seen", example.seen)]
    rows.append(("why", example.reason))
    if example.blame:
        rows.append(("blame", example.blame))
    records: list[dict[str, Any]] = []
    if example.transcript:
        first, last = example.transcript
        rows.append(("messages", f"transcript.ndjson, records {first} to {last}"))
        records = list(examination.transcript.records(first, last))
    open_to_all = examination.transcript.redaction.text
    cells: list[tuple[Cell, str]] = [((what, "dim"), shortened(printable(open_to_all(text)))) for what, text in rows]
    yield from paint.table(cells)
    yield from (paint(line, "dim") for line in _messages(records, f"{example.expected} {example.seen}"))


def _messages(records: list[dict[str, Any]], spoken_of: str) -> Iterator[str]:
    """An example's own messages, a line each, its ids without what they all begin with."""
    if not records:
        return
    stage = max(record["scenario"] for record in records)  # what came for earlier examples has lower numbers
    own = [record for record in records if record["scenario"] in (stage, "")]
    shown = _chosen(own, spoken_of)
    hidden = len(own) - len(shown)
    if hidden:
        yield f"{'':13}... {hidden} more in the transcript ..."
    for record in shown:
        message = record["message"]
        body = json.dumps(message["body"], ensure_ascii=False).replace(f"{stage}-", "")
        where = f"{record['record']:>12} {record['way']:<5} {message['edge']:<12} {message['kind']:<19} "
        yield printable(where + shortened(body, _LONGEST_BODY))


def _chosen(records: list[dict[str, Any]], spoken_of: str) -> list[dict[str, Any]]:
    """The messages to show: first those about what the verdict speaks of, then the latest of the others."""

    def is_meant(record: dict[str, Any]) -> bool:
        about = record["message"].get("about", "")
        return bool(about) and about in spoken_of

    latest_first = sorted(records, key=lambda record: (not is_meant(record), -record["record"]))
    return sorted(latest_first[:_MOST_RECORDS], key=lambda record: int(record["record"]))
