"""What a page shows of a verdict that is not passed: expected beside seen, and the messages as a sequence diagram."""

import json
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
from markupsafe import Markup

from ordertck.harness.messages.edges import Edge
from ordertck.harness.messages.roles import KNOWN
from ordertck.harness.pages import svg
from ordertck.harness.reports.example_record import telling
from ordertck.harness.reports.found import Example
from ordertck.harness.text import one_line, printable, shortened

# Who stands at the other side of an edge for every role; elsewhere the edge's own name.
_OTHERS: Mapping[str, str] = {
    Edge.BACKOFFICE: "back office", Edge.BENCH: "test bench", Edge.OMS: "order system", Edge.DESK: "user",
}  # fmt: skip
# Edges on the left of the system; the others are on its right.
_LEFT: tuple[str, ...] = (Edge.DESK, Edge.CRM, Edge.SUBMISSION, Edge.OMS)
_RIGHT: tuple[str, ...] = (Edge.OMS, Edge.PROVISIONING, Edge.BILLING, Edge.NETWORK, Edge.BACKOFFICE, Edge.BENCH)
SYSTEM = "system under test"
# What of a message's body says most about it in few words.
_TELLING = ("verb", "object", "status", "value", "phase", "service", "reason", "code")
MOST_MESSAGES, _LONGEST_LABEL, _LONGEST_BODY = 40, 44, 600


def records_wanted(transcript: Path, wanted: frozenset[int]) -> dict[int, dict[str, Any]]:
    """The records of these numbers from a transcript's file, but for those that cannot be read, or are none."""
    if not wanted or not transcript.is_file():  # whoever reads a pipe may wait for ever
        return {}
    found, last = {}, max(wanted)
    try:
        with transcript.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if number in wanted and (record := _record_in(line)):
                    found[number] = record
                if number >= last:
                    break
    except OSError:
        return found
    return found


def _record_in(line: bytes) -> dict[str, Any]:
    """The record on a line of a transcript; nothing where what a page shows of one is not there, or of another sort."""
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        record: dict[str, Any] = orjson.loads(line)
        message = record["message"]
        texts = (record["way"], record["scenario"], message["kind"], message["edge"], message.get("about", ""))
        counts = (record["record"], record["at"])
        if (
            all(isinstance(text, str) for text in texts)
            and all(isinstance(count, int | float) for count in counts)
            and isinstance(message["body"], dict)
        ):
            return record
    return {}


def messages(example: Example, records: Mapping[int, dict[str, Any]]) -> list[dict[str, Any]]:
    """The messages that a verdict is about, in the example's own words: number, instant, way, edge, kind, body."""
    shown = (example.get("invariant") or {}).get("records", ())
    known = [number for number in example["records"] if number in records]
    return [
        message_told(records[number], example["volatile"]["names"]) for number in telling(known, shown, MOST_MESSAGES)
    ]


def message_told(record: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """What a page shows of one record of a transcript; ``names`` are an example's words and the ids that they are."""
    message, scenario = record["message"], record["scenario"]

    def in_words(text: str) -> str:
        for word, identity in names.items():
            text = text.replace(identity, word)
        return printable(text.replace(f"{scenario}-", "") if scenario else text)

    body = message["body"]
    written = shortened(in_words(json.dumps(body, ensure_ascii=False)), _LONGEST_BODY)
    return {
        "number": record["record"],
        "at": record["at"],
        "way": record["way"],
        "edge": message["edge"],
        "kind": one_line(message["kind"]),
        "about": one_line(in_words(message.get("about", ""))),
        "said": one_line(in_words(_said(body))),
        "body": written,
    }


def _said(body: Mapping[str, Any]) -> str:
    """What says most about a message: at most two of its telling fields, its version, and what its lines are to do."""
    said = [str(body[name]) for name in _TELLING if isinstance(body.get(name), str) and body[name]][:2]
    if isinstance(body.get("revision"), int):
        said.append(f"revision {body['revision']}")
    lines = body.get("lines")
    if isinstance(lines, list):
        done = (line.get("action") or line.get("effect") for line in lines if isinstance(line, dict))
        said += dict.fromkeys(str(each) for each in done if each)
    return " ".join(said)


def diagram(told: list[dict[str, Any]], role: str, title: str) -> Markup:
    """The messages between the system under test and its neighbours, a column for each edge that occurs."""
    edges, several = {message["edge"] for message in told}, len({message["about"] for message in told}) > 1
    upstream = [edge for edge in _LEFT if edge in edges and edge not in _inner(role)]
    downstream = [edge for edge in _RIGHT if edge in edges and edge not in upstream]
    rest = sorted(edges - {*upstream, *downstream})
    names = {edge: _neighbour(edge, role) for edge in (*upstream, *downstream, *rest)}
    columns = [
        *dict.fromkeys(names[e] for e in upstream),
        SYSTEM,
        *dict.fromkeys(names[e] for e in (*downstream, *rest)),
    ]
    arrows = [
        svg.Arrow(names[m["edge"]], SYSTEM, _label(m, several), "told", f"{m['number']}") if m["way"] == "told"
        else svg.Arrow(SYSTEM, names[m["edge"]], _label(m, several), "heard", f"{m['number']}")
        for m in told
    ]  # fmt: skip
    return svg.sequence(columns, arrows, title)


def _label(message: Mapping[str, Any], several: bool) -> str:
    """What is written on an arrow: the kind, where there are several orders of which one, and what says most."""
    parts = (message["kind"], message["about"] if several else "", message["said"])
    label = " ".join(filter(None, parts))
    return label if len(label) <= _LONGEST_LABEL else f"{label[:_LONGEST_LABEL]}…"


def _neighbour(edge: str, role: str) -> str:
    own = KNOWN[role].beyond if role in KNOWN else {}
    return one_line(own.get(edge) or _OTHERS.get(edge, edge))


def _inner(role: str) -> Collection[str]:
    return KNOWN[role].inner if role in KNOWN else ()


def comparison(example: Example) -> dict[str, Any]:
    """Expected beside seen: ``head`` and ``rows`` of a table, each row with what it comes to.

    Lists are compared item by item; where the items are rows of the step's own table, they stand in its columns.
    """
    owed, came = _items(example["expected"]), _items(example["seen"])
    if len(owed) + len(came) <= 2:
        return {"head": ["expected", "seen"], "rows": [{"sort": "", "cells": [example["expected"], example["seen"]]}]}
    left, rows = list(came), []
    for item in owed:
        sort = "as expected" if item in left else "missing"
        if item in left:
            left.remove(item)
        rows.append((sort, item))
    rows += [("not expected", item) for item in left]
    head = _columns(example, [item for _, item in rows])
    return {
        "head": ["", *(head or ["what"])],
        "rows": [{"sort": sort, "cells": item.split(" / ") if head else [item]} for sort, item in rows],
    }


def _items(text: str) -> list[str]:
    """The things that a text lists, "a / b, c / d"; nothing for "nothing"."""
    listed = text.rpartition(": ")[2] if " / " in text else text
    return [] if listed == "nothing" else listed.split(", ") if " / " in listed else [text]


def _columns(example: Example, items: Iterable[str]) -> list[str]:
    """The head of the step's table, where every item is a row of such a one."""
    tables = [step.get("table") for step in example["steps"] if step["result"] not in ("passed", "not run")]
    head = list(tables[0][0]) if tables and tables[0] else []
    return head if head and all(len(item.split(" / ")) == len(head) for item in items) else []
