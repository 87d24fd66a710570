"""What stands behind a verdict that is not passed, told in full."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ordertck.harness.examination import Examination
from ordertck.harness.reports.example_record import records_of, telling
from ordertck.harness.reports.words import COLOURS, Cell, Paint
from ordertck.harness.text import printable, several, shortened
from ordertck.harness.verdicts import ExampleResult, Verdict

_BAD = (Verdict.ERROR, Verdict.FAILED, Verdict.INCONCLUSIVE)
_MOST_IN_FULL = 20
# So many messages of an example are shown, of those that the verdict is about.
_MOST_RECORDS = 12
_LONGEST_BODY = 400


def failures(examination: Examination, paint: Paint) -> Iterator[str]:
    """Every example that failed, is inconclusive or in error; after the first twenty in a line each.

    They stand in the order of the register, which begins with what the rest builds on. What broke many examples for
    one reason is told in full of the first of them.
    """
    order = list(examination.edition.register.rules)
    bad = [example for example in examination.examples if example.verdict in _BAD]
    bad.sort(key=lambda example: order.index(example.id.rule))
    broken = Counter(example.reason for example in bad if example.verdict is Verdict.ERROR)
    told, full = set[str](), list[ExampleResult]()
    for example in bad:
        if len(full) < _MOST_IN_FULL and example.reason not in told:
            full.append(example)
            told |= {example.reason} & broken.keys()
    for example in full:
        yield from _in_full(example, examination, paint)
        if (more := broken[example.reason] - 1) > 0:
            yield paint(f"{'':7}the same reason for {several(more, 'other example')}", "bold")
    if rest := [example for example in bad if example not in full]:
        yield paint(f"\nand {len(rest)} more, in full in results.json", "bold")
        yield from (f"  {_head(example, paint)}" for example in rest)


def _head(example: ExampleResult, paint: Paint) -> str:
    late = "  late" if example.late else ""
    verdict = paint(example.verdict, COLOURS[example.verdict])
    return f"{paint(example.id.rule, 'bold')} {verdict}  {example.id.titled} ({example.id.role}){late}"


def _in_full(example: ExampleResult, examination: Examination, paint: Paint) -> Iterator[str]:
    yield f"\n{_head(example, paint)}"
    rows: list[tuple[str, str]] = [("rule", examination.edition.sentences.get(example.id.rule, ""))]
    rows.append(("at", f"{example.step}   features/{example.location}".strip()))
    if example.expected:
        rows += [("expected", example.expected), ("seen", example.seen)]
    rows.append(("why", example.reason))
    if example.blame:
        rows.append(("blame", example.blame))
    if example.transcript:
        first, last = example.transcript
        rows.append(("messages", f"transcript.ndjson, records {first} to {last}"))
    open_to_all = examination.transcript.redaction.text
    cells: list[tuple[Cell, str]] = [((what, "dim"), shortened(printable(open_to_all(text)))) for what, text in rows]
    yield from paint.table(cells)
    yield from (paint(line, "dim") for line in _messages(example, examination))


def _messages(example: ExampleResult, examination: Examination) -> Iterator[str]:
    """The messages that a verdict is about, a line each, in the example's own words."""
    meant = telling(records_of(example, examination), example.shown_by, _MOST_RECORDS)
    if example.transcript is None or not meant:
        return
    first, last = example.transcript
    if hidden := last - first + 1 - sum(number <= last for number in meant):
        yield f"{'':13}... {hidden} more in the transcript ..."
    for record in examination.transcript.records(meant[0], meant[-1]):
        if record["record"] in meant:
            yield _line(record, example)


def _line(record: dict[str, Any], example: ExampleResult) -> str:
    message, body = record["message"], json.dumps(record["message"]["body"], ensure_ascii=False)
    for word, identity in example.names:
        body = body.replace(identity, word)
    body = body.replace(f"{record['scenario']}-", "") if record["scenario"] else body
    where = f"{record['record']:>12} {record['way']:<5} {message['edge']:<12} {message['kind']:<19} "
    return printable(where + shortened(body, _LONGEST_BODY))
