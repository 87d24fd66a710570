"""Logs that are tables: as spreadsheets write them, and without what their map looks for."""

from pathlib import Path

import pytest

from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.test_audit_faults import MAP

TABLE = """event;at;order;line
state;1772488800;1;a
state;1772488801.5;1;a
;;;
"""
OF_A_TABLE = MAP.replace('select = "kind"', 'select = "event"\ndelimiter = ";"\ngroup = "at"')


def test_a_table_as_spreadsheets_write_it(ordertck: Terminal, tmp_path: Path) -> None:
    """Seconds since 1970 are text there, and rows without anything stand below."""
    (tmp_path / "log.csv").write_text(TABLE)
    (tmp_path / "map.toml").write_text(OF_A_TABLE)
    done = ordertck("audit", "log.csv", "--map", "map.toml", "--role", "som")
    assert (done.code, done.err) == (0, "")
    assert "2 messages" in done.out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'select = "event"',
            'select = "Event"',
            "log.csv:2: [log] select finds nothing: 'Event'; there are 'event', 'at'",
        ),
        (
            'group = "at"',
            'group = "as"',
            "log.csv:2: there is no column 'as', which [log] group names; there are 'event',",
        ),
        ('delimiter = ";"', 'delimiter = ","', "; there is 'event;at;order;line': is the delimiter right?"),
        ('at = "at"', 'at = "line"', "log.csv:2: line is no instant: 'a'"),
    ],
)
def test_what_a_map_looks_for_and_a_table_has_not(
    old: str, new: str, told: str, ordertck: Terminal, tmp_path: Path
) -> None:
    """It is told what there is; rows are never taken together by a column that is not there."""
    (tmp_path / "log.csv").write_text(TABLE)
    assert old in OF_A_TABLE
    (tmp_path / "map.toml").write_text(OF_A_TABLE.replace(old, new))
    done = ordertck("audit", "log.csv", "--map", "map.toml", "--role", "som")
    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize(("row", "cells"), [("state;1772488800;1", 3), ("state;1772488800;1;a;", 5)])
def test_a_row_has_as_many_cells_as_there_are_headings(
    row: str, cells: int, ordertck: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "log.csv").write_text(f"{TABLE}{row}\n")
    (tmp_path / "map.toml").write_text(OF_A_TABLE)
    done = ordertck("audit", "log.csv", "--map", "map.toml", "--role", "som")
    assert (done.code, done.out) == (2, "")
    assert f"log.csv:5: {cells} cells under 4 headings; is ';' the delimiter?" in done.err


def test_a_table_that_is_not_called_csv(ordertck: Terminal, tmp_path: Path) -> None:
    """It is read for JSON until the map says what it is."""
    (tmp_path / "log.txt").write_text(TABLE)
    (tmp_path / "map.toml").write_text(OF_A_TABLE)
    assert (
        "where it is a table, say [log] format = 'csv'"
        in ordertck("audit", "log.txt", "--map", "map.toml", "--role", "som").err
    )
    (tmp_path / "map.toml").write_text(OF_A_TABLE.replace("[log]", "[log]\nformat = 'csv'"))
    assert ordertck("audit", "log.txt", "--map", "map.toml", "--role", "som").code == 0
