"""A file is written whole, or what was there stays."""

import os
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.writing import write_whole


def test_what_was_there_stays_where_there_is_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing else is left beside it."""
    file = tmp_path / "report.html"
    write_whole(file, b"old")
    opened = os.fdopen

    def full(*given: Any) -> Any:
        stream = opened(*given)
        stream.close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"new")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("report.html", b"old")]


def test_a_link_stays_one(tmp_path: Path) -> None:
    """What it leads to is replaced; the mode of a file stays."""
    there, link = tmp_path / "there", tmp_path / "link"
    there.write_bytes(b"old")
    there.chmod(0o640)
    link.symlink_to("there")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (there.read_bytes(), there.stat().st_mode & 0o777) == (b"new", 0o640)
    write_whole(Path(os.devnull), b"new")
