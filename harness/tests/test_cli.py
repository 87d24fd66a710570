"""The command line as its user meets it, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ordertck import data

SHOP = data("examples", "corner_shop", "claims.toml")


def ordertck(*words: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command, its output captured."""
    command = [sys.executable, "-m", "ordertck.harness.cli.main", *map(str, words)]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, env={**os.environ, **environment}, check=False, timeout=60
    )


def test_help_on_its_own() -> None:
    """Without a word it says what it is for, and lists every command."""
    done = ordertck()
    assert done.returncode == 0
    for word in ("run", "plan", "rules", "explain", "catalogue", "init", "check-adapter", "prove", "lint"):
        assert f"\n  {word} " in done.stdout
        assert "Example" in ordertck(word, "--help").stdout or word in ("init", "check-adapter")


def test_run_examines_the_reference(tmp_path: Path) -> None:
    """Without arguments the reference is examined in every role, and the report is written where one stands."""
    done = ordertck("run", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    for role in ("oms", "crm", "integration"):
        assert f"ordertck reference 0.1 as {role}: conformant" in done.stdout
    assert "\x1b[" not in done.stdout
    files = {file.name for file in (tmp_path / "ordertck-report").iterdir()}
    assert {"results.json", "junit.xml", "transcript.ndjson", "certificate-oms.json"} <= files


def test_narrowed_runs(tmp_path: Path) -> None:
    """A selection runs what it says, and --failed needs an earlier run with something to run again."""
    done = ordertck("run", "--rule", "PL-09", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert {e["rule"] for x in found["examinations"] for e in x["examples"]} == {"PL-09"}
    assert not list(tmp_path.glob("ordertck-report/certificate*"))
    again = ordertck("run", "--failed", cwd=tmp_path)
    assert (again.returncode, "everything passed" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("run", "--rule", "PL-99"), "unknown rule 'PL-99'"),
        (("run", "--role", "billing"), "unknown role 'billing'"),
        (("run", "nowhere.toml"), "nowhere.toml: cannot read the claims"),
        (("run", "--report", "/dev/null"), "/dev/null: the report folder is a file"),
        (("run", "-k", "no such title"), "no example was selected"),
        (("explain", "XX-01"), "unknown rule 'XX-01'"),
        (("lint", "nowhere.feature"), "nowhere.feature: cannot be read"),
        (("rules", "--role", "billing"), "Invalid value for '--role'"),
        (("fly",), "No such command 'fly'"),
    ],
)
def test_a_users_mistake_is_one_line(words: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """Exit code 2, the mistake in words, no traceback, no report."""
    done = ordertck(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "ordertck-report").exists()


SYSTEM = '[system]\nname = "A"\nversion = "1"\nroles = ["oms"]\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[system\n", ":1: not TOML"),
        (SYSTEM + 'capabilities = ["teleport"]\nadapter = "a:b"\n', ":5: unknown capability 'teleport'"),
        (SYSTEM + 'adapter = "no_such_module_here:b"\n', "no_such_module_here"),
    ],
)
def test_bad_claims(text: str, told: str, tmp_path: Path) -> None:
    """A claims file that cannot be used: file, line, remedy, exit code 2."""
    file = tmp_path / "claims.toml"
    file.write_text(text)
    done = ordertck("run", file, cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert told in done.stderr
    assert str(file) in done.stderr


def test_plan_says_what_and_why() -> None:
    """Nothing is connected; what would be run is counted, what not is given with its clause."""
    done = ordertck("plan", SHOP)
    assert done.returncode == 0
    assert "role 'crm' is not claimed" in done.stdout
    assert "capability 'future-dated-orders' is not claimed" in done.stdout


def test_rules_and_explain() -> None:
    """Rules can be filtered; those not built yet say so; one rule is told in full."""
    rows = json.loads(ordertck("rules", "--format", "json").stdout)
    assert len(rows) == 238
    untested = json.loads(ordertck("rules", "--area", "WF", "--status", "untested", "--format", "json").stdout)
    assert all(row["status"].startswith("untested: not built yet") for row in untested)
    assert untested
    told = ordertck("explain", "pl-09").stdout
    assert "MUST" in told
    assert "Then billing charges for the order" in told
    assert "(L164.3)" in told


def test_catalogue() -> None:
    """As JSON, as CSV, and as a list to tick off."""
    assert json.loads(ordertck("catalogue").stdout)["name"] == "Home Services"
    assert ordertck("catalogue", "--format", "csv").stdout.startswith("name,subject")
    assert "[ ] Staff Price List: deliberately not mapped" in ordertck("catalogue", "--format", "checklist").stdout


def test_no_color() -> None:
    """Asked not to, nothing is coloured even where colours are forced."""
    assert "\x1b[" not in ordertck("explain", "PL-09", NO_COLOR="1", FORCE_COLOR="1").stdout
