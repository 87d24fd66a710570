"""The kit's own files, named in each other's place: each is known for what it is, and nobody is told to remove it."""

import json
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from ordertck.harness.tests.commands import Terminal

KIT = '{"kit": {"name": "ordertck", "version": "1"}, '
FILES = {
    "a certificate": '{\n  "certificate": "ordertck"}',
    "a difference": '{"difference": "ordertck"}',
    "a transcript": '{"record":1}',
    "what an exploration found": KIT + '"explorations": []}',
    "a JUnit file": "<?xml version='1.0' encoding='UTF-8'?>\n<testsuites/>",
    "a page": "<!doctype html>",
}
BASELINE = {
    "baseline": "ordertck", "system": "A 1 as oms", "kit": "1.0", "edition": "E 1", "features": "sha256:0",
    "roles": ["oms"], "profiles": {}, "examples": {"PL-09/oms/x": "passed"},
}  # fmt: skip


@pytest.mark.parametrize("name", [*FILES, "the results of a run"])
def test_no_baseline(name: str, ordertck: Terminal, tmp_path: Path) -> None:
    """The results of a run were to be removed, and written anew."""
    (tmp_path / "file").write_text(FILES.get(name, KIT + '"edition": {}}'))
    (tmp_path / "base.json").write_text(json.dumps(BASELINE))
    done = ordertck("diff", "--baseline", tmp_path / "file", tmp_path / "base.json")
    assert (done.code, done.out) == (2, "")
    assert f"file: {name}, and no baseline; name the baseline" in done.err
    assert "remove" not in done.err


@pytest.mark.parametrize("name", FILES)
def test_no_report(name: str, ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text(FILES[name])
    assert f"file: {name}, and no report; name a report folder" in ordertck("export", "markdown", tmp_path / "file").err


def test_no_transcript(ordertck: Terminal, tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text(KIT + '"edition": {}}')
    assert "the results of a run, and no transcript" in ordertck("audit", tmp_path / "results.json").err
    assert "no transcript.ndjson lies in this folder" in ordertck("audit", tmp_path).err


def test_a_baseline_with_a_byte_order_mark_in_a_folder_of_its_own(ordertck: Terminal, tmp_path: Path) -> None:
    """Some editors write the mark; the folder is made where there is none, as for all that is written."""
    base, kept = tmp_path / "base.json", tmp_path / "new" / "kept.json"
    base.write_bytes(BOM_UTF8 + json.dumps(BASELINE).encode())
    (tmp_path / "plain.json").write_text(json.dumps(BASELINE))
    assert ordertck("diff", "--baseline", base, tmp_path / "plain.json").code == 0
    assert ordertck("diff", "--baseline", kept, tmp_path / "plain.json", "--update").code == 0
    assert kept.is_file()
