"""What stands behind a verdict that is not passed, told in full."""

import json
from collections.abc import Iterator
from itertools import islice

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ordertck.harness.examination import Examination
from ordertck.harness.reports.words import COLOURS, printable, sentences
from ordertck.harness.verdicts import ExampleResult, Verdict

_BAD = (Verdict.ERROR, Verdict.FAILED, Verdict.INCONCLUSIVE)
_MOST_IN_FULL = 20
# Of a long transcript the beginning and the end are shown.
_MOST_RECORDS = 12


def failures(examination: Examination, offset: int) -> Iterator[RenderableType]:
    """Every example that failed, is inconclusive or in error; after the first twenty in a line each.

    ``offset`` is how many records of transcript.ndjson come before this examination's.
    """
    bad = [example for example in examination.examples if example.verdict in _BAD]
    for example in bad[:_MOST_IN_FULL]:
        yield _in_full(example, examination, offset)
    if len(bad) > _MOST_IN_FULL:
        yield Text(f"\nand {len(bad) - _MOST_IN_FULL} more, in full in results.json", style="bold")
        for example in bad[_MOST_IN_FULL:]:
            yield Text("  ").append_text(_head(example))


def _head(example: ExampleResult) -> Text:
    text = Text(f"{example.id.rule} ", style="bold")
    text.append(example.verdict, style=COLOURS[example.verdict])
    title = f"{example.id.title} [{example.id.row}]" if example.id.row else example.id.title
    return text.append(f"  {title} ({example.id.role})" + ("  late" if example.late else ""), style="not bold")


def _in_full(example: ExampleResult, examination: Examination, offset: int) -> Group:
    rows = [("rule", sentences().get(example.id.rule, ""))]
    rows.append(("at", f"{example.step}   features/{example.location}".strip()))
    if example.expected:
        rows += [("expected", example.expected), ("seen", example.seen)]
    rows.append(("why", example.reason))
    if example.blame:
        rows.append(("blame", example.blame))
    records: list[Text] = []
    if example.transcript:
        first, last = example.transcript
        rows.append(("messages", f"transcript.ndjson, records {first + offset} to {last + offset}"))
        records = list(_records(examination, first, last, offset))
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for what, text in rows:
        table.add_row(what, Text(printable(text)))
    return Group(Text("\n").append_text(_head(example)), table, *records)


def _records(examination: Examination, first: int, last: int, offset: int) -> Iterator[Text]:
    """The example's own messages, a line each, its ids without what they all begin with."""
    records = list(islice(examination.transcript.records(), first - 1, last))
    scene = max(record["scenario"] for record in records)  # what came for earlier examples meanwhile has lower numbers
    records = [record for record in records if record["scenario"] in (scene, "")]
    hidden, half = len(records) - _MOST_RECORDS, _MOST_RECORDS // 2
    for place, record in enumerate(records):
        if hidden > 0 and place == half:
            yield Text(f"{'':13}... {hidden} more ...", style="dim")
        if hidden <= 0 or not half <= place < half + hidden:
            message = record["message"]
            body = json.dumps(message["body"], ensure_ascii=False).replace(f"{scene}-", "")
            where = f"{record['record'] + offset:>12} {record['way']:<5} {message['edge']:<12} {message['kind']:<19} "
            yield Text(printable(where + body), style="dim", no_wrap=True, overflow="ellipsis")
