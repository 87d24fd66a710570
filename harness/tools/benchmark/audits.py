"""Audits of a long log: how many messages a second, and how much memory whatever the log's length."""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from ordertck.harness.tools.benchmark.measure import cost_of

_BEGAN = datetime(2026, 3, 1, tzinfo=UTC)
# Customers of the log, each with one order of one line: twelve messages.
_CUSTOMERS = 8_000
_MILESTONES = {"reserve": "RESERVED", "design": "DESIGNED", "activate": "ACTIVATED"}
_MAP = """
[log]
select = "event"
at = "time"
settle_hours = 1

[messages.order]
kind = "provisioning-order"
edge = "provisioning"
from = "oms"
body.order = "order"
body.account = "customer"
body.target = "'network'"
body.lines = "items[].{line: line, product: product, effect: 'add', asset: asset, attributes: {speed:speed}}"

[messages.told]
kind = "provisioning-update"
edge = "provisioning"
from = "som"
body.order = "order"
body.line = "line"
body.sort = "sort"
body.value = "value"

[messages.step]
kind = "network-order"
body.order = "order"
body.lines = "items[].{line: line, product: product, step: step, effect: 'do', asset: asset, attributes: {speed:speed}}"

[messages.report]
kind = "network-report"
body.order = "order"
body.line = "line"
body.step = "step"
body.outcome = "'done'"
"""


def measured() -> list[tuple[str, str]]:
    """Messages a second of a log with a map, and the memory at its peak; the same for a log four times as long."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "map.toml").write_text(_MAP, encoding="utf-8")
        short, long = _audited(folder, _CUSTOMERS // 4), _audited(folder, _CUSTOMERS)
    return [
        ("`ordertck audit` of a log with a map, messages a second", f"{long[0]:,.0f}"),
        ("its memory at the peak, and of a log a quarter as long", f"{long[1]:.0f} MB, {short[1]:.0f} MB"),
    ]


def _audited(folder: Path, customers: int) -> tuple[float, float]:
    with (folder / "log.ndjson").open("w", encoding="utf-8") as log:
        for second, record in enumerate(record for number in range(customers) for record in _story(number)):
            log.write(json.dumps({"time": (_BEGAN + timedelta(seconds=second)).isoformat(), **record}) + "\n")
    words = ("audit", "log.ndjson", "--map", "map.toml", "--role", "som")
    cost = cost_of((sys.executable, "-m", "ordertck", *words), folder)
    return customers * 12 / cost.seconds, cost.megabytes


def _story(number: int) -> Iterator[dict[str, Any]]:
    """An order is taken, worked on step by step, and complete."""
    named = {"order": f"O{number}", "line": f"L{number}"}
    item = {"line": f"L{number}", "product": "Internet Access", "asset": f"A{number}", "speed": 100}
    yield {"event": "order", "order": f"O{number}", "customer": f"C{number}", "items": [item]}
    yield {"event": "told", **named, "sort": "status", "value": "IN PROGRESS"}
    for step, milestone in _MILESTONES.items():
        yield {"event": "step", "order": f"O{number}", "items": [{**item, "step": step}]}
        yield {"event": "report", **named, "step": step}
        yield {"event": "told", **named, "sort": "milestone", "value": milestone}
    yield {"event": "told", **named, "sort": "status", "value": "COMPLETE"}
