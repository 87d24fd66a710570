"""Files that somebody names: without end, nested for ever, refused by the machine, or in the way of what is written."""

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ordertck.harness import contents
from ordertck.harness.errors import UsageError
from ordertck.harness.reports.evidence_page import records_wanted
from ordertck.harness.tests.commands import Terminal

ENDLESS = Path("/dev/zero")
DEEP = "[" * 200_000
NOTHING_EXPLORED = json.dumps({"kit": {"name": "ordertck", "version": "0.1.0"}, "explorations": []})
Command = Callable[[Path], tuple[str | Path, ...]]
READERS: dict[str, Command] = {
    "a map": lambda file: ("audit", "log.ndjson", "--role", "som", "--map", file),
    "findings": lambda file: ("explore", "--replay", file),
    "a proof": lambda file: ("book", "--proof", file),
    "a baseline": lambda file: ("run", "--baseline", file),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log.ndjson").write_text("{}\n")


@pytest.mark.parametrize("what", READERS)
def test_a_file_without_end_is_read_to_a_limit(what: str, ordertck: Terminal) -> None:
    done = ordertck(*READERS[what](ENDLESS))
    assert (done.code, done.out) == (2, "")
    assert "/dev/zero: the file has more than 67,108,864 bytes" in done.err


@pytest.mark.parametrize("what", READERS)
def test_what_is_nested_for_ever_is_no_fault_of_the_kit(what: str, ordertck: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "deep"
    file.write_text(f"a = {DEEP}" if what == "a map" else DEEP)
    done = ordertck(*READERS[what](file))
    assert (done.code, done.out) == (2, "")
    assert str(file) in done.err
    assert len(done.err) < 1_000


@pytest.mark.parametrize("what", READERS)
def test_what_is_in_another_encoding_is_no_fault_of_the_kit(what: str, ordertck: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "latin"
    file.write_bytes(b'{"kit": "caf\xe9"}')
    done = ordertck(*READERS[what](file))
    assert (done.code, done.out) == (2, "")
    assert str(file) in done.err


@pytest.mark.parametrize("what", ["a map", "claims", "a table"])
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"a = 1{'0' * 5_000}", "not TOML: a number has too many digits"),
        (f"{'a.' * 30_000}b = 1", "1: the line has 60,005 characters; keep it below 8,192"),
        ("a =\n", ":1: not TOML: Invalid value"),
    ],
    ids=["digits", "dots", "no value"],
)
def test_what_is_no_toml_is_told_with_its_line(
    what: str, content: str, said: str, ordertck: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "odd.toml"
    file.write_text(content)
    claims = '[system]\nname = "A"\nversion = "1"\nroles = ["oms"]\nadapter = "poll://odd.toml"\n'
    (tmp_path / "claims.toml").write_text(claims)
    words = {"a map": READERS["a map"](file), "claims": ("plan", file), "a table": ("check-adapter", "claims.toml")}
    done = ordertck(*words[what])
    assert said in done.err + done.out
    assert "please report" not in done.err


@pytest.mark.parametrize("what", READERS)
def test_a_pipe_to_which_nobody_writes_is_not_waited_for(
    what: str, ordertck: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "_PATIENCE", 0.05)
    os.mkfifo(tmp_path / "pipe")
    done = ordertck(*READERS[what](tmp_path / "pipe"))
    assert (done.code, done.out) == (2, "")
    assert "pipe: nothing came from it within 0.05 s; it is a pipe to which nobody writes: name a file" in done.err


def test_a_pipe_to_which_somebody_writes_is_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    writer = threading.Thread(target=pipe.write_bytes, args=[b"0123456789" * 100_000])
    writer.start()
    assert len(contents.content_of(pipe)) == 1_000_000
    writer.join()


@pytest.mark.parametrize("transcript", [Path("/dev/zero"), Path("pipe")])
def test_the_page_of_a_run_does_without_a_transcript_that_is_no_file(transcript: Path) -> None:
    os.mkfifo("pipe")
    assert records_wanted(transcript, frozenset({1})) == {}


def test_an_edition_and_a_last_run_are_read_likewise(ordertck: Terminal, tmp_path: Path) -> None:
    features, report = tmp_path / "edition" / "features", tmp_path / "ordertck-report"
    features.mkdir(parents=True)
    report.mkdir()
    (features / "edition.toml").write_text(f"name = {DEEP}")
    assert "edition.toml:1: the line has 200,007 characters" in ordertck("rules", "--edition", tmp_path / "edition").err
    (features / "edition.toml").unlink()
    (features / "edition.toml").symlink_to(ENDLESS)
    assert "edition.toml: the file has more than" in ordertck("rules", "--edition", tmp_path / "edition").err
    (report / "results.json").write_text(DEEP)
    assert "no results of an earlier run" in ordertck("run", "--failed").err


def test_what_the_machine_refuses_is_blamed_on_nobody(ordertck: Terminal) -> None:
    name = "x" * 300
    done = ordertck("audit", name, "--role", "som")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"ordertck: {name}: File name too long; the machine says so, not the kit\n"


def test_a_mistake_is_told_in_so_many_words() -> None:
    assert len(str(UsageError("x" * 1_000_000, "mend it"))) < 2_200


@pytest.fixture
def explored(tmp_path: Path) -> tuple[str | Path, ...]:
    """An exploration that takes no time."""
    (tmp_path / "nothing.json").write_text(NOTHING_EXPLORED)
    return "explore", "--replay", tmp_path / "nothing.json", "--out", tmp_path / "out"


@pytest.mark.parametrize("name", ["01-orders.feature", "02-orders.ndjson", "explored.json"])
def test_exploring_touches_no_file_of_somebody_elses(
    name: str, ordertck: Terminal, tmp_path: Path, explored: tuple[str | Path, ...]
) -> None:
    mine = tmp_path / "out" / name
    mine.parent.mkdir()
    mine.write_text("mine")
    done = ordertck(*explored)
    assert (done.code, done.out, mine.read_text()) == (2, "", "mine")
    assert f"the folder holds {name}, which no exploration wrote" in done.err


def test_exploring_replaces_what_exploring_wrote(
    ordertck: Terminal, tmp_path: Path, explored: tuple[str | Path, ...]
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "01-old.feature").write_text("@oms\nFeature: Found in Acme 1\n")
    (folder / "01-old.ndjson").write_text('{"record":1}\n')
    (folder / "notes.md").write_text("mine")
    assert ordertck(*explored).code == 0
    assert {file.name for file in folder.iterdir()} == {"explored.json", "notes.md"}


def test_a_folder_that_takes_no_findings_is_told_before_anybody_explores(
    ordertck: Terminal, tmp_path: Path, explored: tuple[str | Path, ...]
) -> None:
    (tmp_path / "out").write_text("a file")
    done = ordertck(*explored)
    assert (done.code, done.out) == (2, "")


def test_findings_are_told_where_their_folder_is_gone(
    ordertck: Terminal, tmp_path: Path, explored: tuple[str | Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise UsageError("cannot be written: No space left on device", "name another folder with --out", tmp_path)

    monkeypatch.setattr("ordertck.harness.explore.outcome.write", gone)
    done = ordertck(*explored)
    assert done.code == 2
    assert "ordertck reference" in done.out
    assert "No space left on device" in done.err
