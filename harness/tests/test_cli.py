"""The command line as its user meets it: help, and how mistakes are told."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ordertck.harness.cli import main as main_module
from ordertck.harness.cli import run as run_module
from ordertck.harness.tests.commands import COMMANDS, SHOP, SYSTEM, Terminal

# Help


def test_help_on_its_own(ordertck: Terminal) -> None:
    """Without a word it says what it is for, and lists every command."""
    done = ordertck()
    assert (done.code, done.err) == (0, "")
    assert [w for w in re.findall(r"^  (\S+)  +\S", done.out, re.MULTILINE) if w in COMMANDS] == list(COMMANDS)
    assert done.out == ordertck("--help").out
    assert "..." not in done.out.split("Commands:")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, ordertck: Terminal) -> None:
    """What it does, in sentences, with an example where it takes anything."""
    done = ordertck(command, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: ordertck {command}")
    assert "Example" in done.out or command in ("init", "check-adapter")


def test_help_loads_nothing_heavy() -> None:
    """It is there at once, whatever the commands need."""
    code = (
        "import sys\n"
        "from ordertck.harness.cli.main import code_of\n"
        "assert code_of([]) == 0\n"
        "heavy = {'pytest', 'pytest_bdd', 'gherkin', 'rich', 'faker', 'lxml', 'jsonschema', 'jsonschema_rs'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


# Mistakes


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("run", "--rule", "PL-99"), "unknown rule 'PL-99'; did you mean 'PL-"),
        (("run", "--rule", ","), "--rule names no rule"),
        (("run", "--role", "billing"), "unknown role 'billing'; the claims name oms"),
        (("run", str(SHOP), "--role", "crm"), "a role that is not claimed: 'crm'; the claims name oms"),
        (("run", "nowhere.toml"), "nowhere.toml: cannot read the claims"),
        (("run", "--report", "/dev/null"), "/dev/null: the report folder is a file"),
        (("run", "--report", "/proc/none/report"), "/proc/none/report: the report cannot be written"),
        (("run", "-k", "no such title"), "no example was selected"),
        (("run", "--failed"), "ordertck-report/results.json: no results of an earlier run are there"),
        (("run", "--session", "../x"), "--session '../x' is no session id"),
        (("run", "--rule", "PL-09", "--report", "/dev/null"), "/dev/null: the report folder is a file"),
        (("run", "--session", "x" * 5000), f"--session '{'x' * 40} ... (5,000 characters in all)' is no session id"),
        (("run", "--max-time", "nan"), "Invalid value for '--max-time': nan is no number of seconds"),
        (("explore", "--time", "inf"), "Invalid value for '--time': inf is no number of seconds"),
        (("run", "--edition", "none"), "none/features/edition.toml: cannot be read"),
        (("run", "--repeat", "0"), "Invalid value for '--repeat'"),
        (("run", "--rol", "oms"), "No such option '--rol'"),
        (("explain", "PL-99"), "unknown rule 'PL-99'; did you mean 'PL-"),
        (("explain",), "Missing argument 'RULE'; see 'ordertck explain --help'"),
        (("lint", "nowhere.feature"), "nowhere.feature: cannot be read"),
        (("rules", "--role", "billing"), "unknown role 'billing'; known: oms"),
        (("run", "--rule", "FL-01"), "FL-01 has no examples: "),
        (("run", str(SHOP), "--rule", "fl-04"), "FL-04 binds crm, which is not claimed"),
        (("run", "."), ".: a folder, not claims; name the file in it, such as claims.toml"),
        (("run", "--baseline", "none.json"), "none.json: no baseline is there yet; write it once, of a whole run"),
        (("fly",), "there is no command 'fly'; see 'ordertck --help'"),
    ],
)
def test_a_users_mistake_is_one_line(words: tuple[str, ...], told: str, ordertck: Terminal, tmp_path: Path) -> None:
    """Exit code 2, the mistake in words, no report."""
    done = ordertck(*words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"ordertck: {told}")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[system\n", ":1: not TOML"),
        ('[system]\nname = "A"\n', ":1: system: 'version' and 'roles' are missing"),
        (SYSTEM + 'capabilities = ["teleport"]\nadapter = "a:b"\n', ":5: unknown capability 'teleport'"),
        (
            SYSTEM + 'profiles = ["field-service"]\nadapter = "a:b"\n',
            ": profile field-service: nothing in it is for",
        ),
        (SYSTEM + 'adapter = "my_adapter"\n', ":5: system.adapter: 'my_adapter' is not of the form"),
        (SYSTEM + 'adapter = "my_adapter.py:connect"\n', ":5: 'my_adapter.py:connect' names a file, not a module"),
        (SYSTEM + 'adapter = "a:b"\n[switchs]\n', ":6: the file: 'switchs' was unexpected, did you mean 'switches'?"),
        (SYSTEM + 'adapter = "a:b"\n[switches]\nponr_scope = "all"\n', ":7: unknown value of switch 'ponr_scope'"),
        (SYSTEM + 'adapter = "no_such_module_here:b"\n', ":5: cannot import 'no_such_module_here'"),
        (SYSTEM + 'adapter = "json:nothing"\n', ":5: module 'json' has no 'nothing'"),
        (SYSTEM + 'command = ["/no/such/command"]\n', ": cannot start the command 'command'"),
        (SYSTEM + 'adapter = "a:b"\n[[deviations]]\nrule = "XX-01"\nissue = "1"\n', ":7: unknown rule 'XX-01'"),
    ],
)
def test_claims_that_cannot_be_used(text: str, told: str, ordertck: Terminal, tmp_path: Path) -> None:
    """File, line, remedy; exit code 2; nothing is written."""
    file = tmp_path / "claims.toml"
    file.write_text(text)
    done = ordertck("run", file)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"ordertck: {file}{told}")
    assert [entry.name for entry in tmp_path.iterdir()] == ["claims.toml"]


def test_a_feature_that_does_not_parse(ordertck: Terminal, tmp_path: Path) -> None:
    """File and line."""
    (tmp_path / "bad.feature").write_text("Feature: Bad\n  Scenario: x\n    Given what\n    nonsense\n")
    done = ordertck("lint", "bad.feature")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert done.err.startswith("ordertck: bad.feature:4: does not parse as Gherkin")


def test_what_is_broken_is_ours(ordertck: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line and exit code 3; the traceback only for those who ask for it."""

    def breaks(*_: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr(run_module, "claims_of", breaks)
    done = ordertck("run")
    assert (done.code, done.out) == (3, "")
    assert done.err == ("ordertck broke: ZeroDivisionError: by zero; please report it (ORDERTCK_DEBUG=1 shows where)\n")
    monkeypatch.setenv("ORDERTCK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        ordertck("run")


def test_a_missing_command_does_not_break_the_rest(ordertck: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its module is only imported when it is called."""
    commands = {**main_module._COMMANDS, "gone": ("gone:gone_command", "Is not there.")}
    monkeypatch.setattr(main_module, "_COMMANDS", commands)
    assert "Is not there." in ordertck().out
    assert ordertck("gone").code == 3
