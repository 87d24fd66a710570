"""Records of a log one by one: empty ones, long ones, and those before which something stands."""

import json
from pathlib import Path

from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.test_audit_faults import MAP, ORDERS, STATE, told


def test_a_byte_order_mark_amid_a_log_is_no_json(ordertck: Terminal, tmp_path: Path) -> None:
    """Two files that were put behind each other."""
    (tmp_path / "map.toml").write_text(MAP)
    assert "log.ndjson:2: no JSON" in told(
        ordertck, tmp_path, f"{json.dumps(STATE)}\n\ufeff{json.dumps(STATE)}", "--map", "map.toml"
    )


def test_a_record_without_anything(ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP)
    said = told(ordertck, tmp_path, "{}", "--map", "map.toml")
    assert "log.ndjson:1: [log] select finds nothing: 'kind'; the record is empty" in said


def test_of_a_long_record_the_beginning_is_quoted(ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(MAP + ORDERS)
    order = {"kind": "order", "at": "2026-03-02T21:00:00Z", "order": "1", "line": "a", "who": "Anna"}
    log = tmp_path / "log.ndjson"
    log.write_text("".join(json.dumps(each) + "\n" for each in (order, STATE | {"note": "x" * 9_000})))
    done = ordertck("audit", log, "--role", "som", "--map", tmp_path / "map.toml")
    (quoted,) = {line for line in done.out.splitlines() if line.startswith("    2: ")}
    assert quoted.endswith("x …")
    assert len(quoted) < 1_000
