"""The command in shells of all kinds: streams that are closed, full, or read by nobody, and folders that are gone."""

import subprocess
import sys
from pathlib import Path

import pytest

_FULL = "No space left on device"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("docs meetings > /dev/full", 141, f"ordertck: the output cannot be written: {_FULL}"),
        ("nonsense 2> /dev/full", 2, ""),
        ("nonsense <&- >&-", 2, "ordertck: there is no command 'nonsense'"),
        ("--help >&-", 0, ""),
        ("docs meetings | true; exit ${PIPESTATUS[0]}", 141, ""),
        ("run -q --role som --rule UF-01 <&- >&- 2>&-", 0, ""),
        ("run -q --role som --rule UF-01 > /dev/full", 141, f"ordertck: the output cannot be written: {_FULL}"),
        ("run -q", 2, "ordertck: the folder that this was called in is gone; go to another one"),
    ],
)
def test_whatever_becomes_of_what_is_said(words: str, code: int, told: str, tmp_path: Path) -> None:
    """The exit code says what happened, nothing is blamed on the report or on the kit, and there is no traceback."""
    here = f"cd '{tmp_path}' && " + ("mkdir gone && cd gone && rmdir ../gone && " if "folder" in told else "")
    script = f"{here}{sys.executable} -P -m ordertck {words}"
    done = subprocess.run(["bash", "-c", script], check=False, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == bool(told)
