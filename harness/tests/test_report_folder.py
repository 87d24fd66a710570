"""Where a report lies: what it replaces, what it leaves alone, and what becomes of it where the disk is full."""

import errno
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.reports.folder import begun
from ordertck.harness.tests.by_hand import narrowed, written


@pytest.mark.parametrize("mine", ["thesis.txt", "certificate-of-birth.txt"])
def test_a_report_replaces_an_older_one_and_nothing_else(whole: Examination, tmp_path: Path, mine: str) -> None:
    """An older report is replaced, its certificate too; a folder with somebody's files in it is left alone."""
    folder = tmp_path / "report"
    written(folder, whole)
    written(folder, narrowed(whole))
    assert not list(folder.glob("*certificate*"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["report"]
    (folder / mine).write_text("mine")
    with pytest.raises(UsageError, match=re.escape(mine)):
        written(folder, whole)
    assert (folder / mine).read_text() == "mine"


def test_what_somebody_puts_there_meanwhile_stays(whole: Examination, tmp_path: Path) -> None:
    """Only files of a report are replaced."""
    folder = tmp_path / "report"
    written(folder, whole)
    with begun(folder) as report:
        (folder / "thesis.txt").write_text("mine")
        report.write([whole])
    assert (folder / "thesis.txt").read_text() == "mine"
    assert (folder / "certificate.json").exists()


def test_a_run_that_does_not_end_leaves_no_certificate(whole: Examination, tmp_path: Path) -> None:
    """An earlier run's is renamed when the next one begins, and the folder says that it is incomplete."""
    folder = tmp_path / "report"
    written(folder, whole)
    with pytest.raises(KeyboardInterrupt), begun(folder):
        raise KeyboardInterrupt
    assert sorted(path.name for path in folder.iterdir()) == [
        "incomplete.txt", "junit.xml", "results.json", "superseded-certificate.json", "transcript.ndjson",
    ]  # fmt: skip
    written(folder, whole)
    assert sorted(path.name for path in folder.iterdir()) == [
        "certificate.json", "junit.xml", "results.json", "transcript.ndjson",
    ]  # fmt: skip


def test_where_no_report_can_be_written(tmp_path: Path, whole: Examination) -> None:
    """A file, something below a file: told before the run."""
    file = tmp_path / "file"
    file.write_text("")
    for folder, told in ((file, "is a file"), (file / "below", "cannot be written")):
        with pytest.raises(UsageError, match=told):
            written(folder, whole)


def test_a_full_disk_loses_no_verdict(whole: Examination, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report goes to a folder for temporary files, and what it replaces nothing of is not called complete."""
    folder, refuge = tmp_path / "report", tmp_path / "refuge"
    refuge.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(refuge))
    written(folder, whole)
    move = shutil.move

    def full(source: Path, target: Path) -> object:
        if folder in target.parents:
            raise OSError(errno.ENOSPC, "No space left on device")
        return move(source, target)

    monkeypatch.setattr(shutil, "move", full)
    with begun(folder) as report:
        files = report.write([whole])
    assert all(refuge in path.parents and path.exists() for path in files)
    assert f"takes nothing any more (No space left on device), so the report is in {refuge}" in report.remark
    assert (folder / "incomplete.txt").exists()
    assert not list(folder.glob("certificate*"))


def test_a_disk_that_fills_up_while_the_report_is_written(
    whole: Examination, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the report is made in lies on that disk too."""
    refuge = tmp_path / "refuge"
    refuge.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(refuge))
    opened = Path.open

    def full(path: Path, *how: Any, **more: Any) -> Any:
        if refuge not in path.parents and path.name.endswith((".json", ".xml")):
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", full)
    files = written(tmp_path / "report", whole)
    assert {path.name for path in files} == {"results.json", "junit.xml", "certificate.json", "transcript.ndjson"}
    assert all(refuge in path.parents and path.exists() for path in files)
