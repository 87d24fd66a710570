"""CI: the recipe of docs/gates.md and the GitHub Action, run as they are written."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from ordertck import data
from ordertck.harness.tests.support import REPOSITORY

pytestmark = [pytest.mark.usefixtures("node"), pytest.mark.slow]
BASH = re.compile(r"```bash\n(.*?)```", re.DOTALL)
GATES = (REPOSITORY / "docs" / "gates.md").read_text(encoding="utf-8")


@pytest.fixture
def vendor(tmp_path: Path) -> Path:
    """A vendor's folder with the Corner Shop in it, and a PATH on which pip has nothing to install."""
    folder = tmp_path / "vendor"
    shutil.copytree(data("examples", "corner_shop"), folder)
    claims = folder / "claims.toml"
    claims.write_text(re.sub(r"(?m)^profiles = .*", 'profiles = ["priority", "core-orders"]', claims.read_text()))
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "pip").write_text("#!/bin/sh\n[ $# -gt 0 ]\n")
    (tools / "ordertck").write_text(f'#!/bin/sh\nexec {sys.executable} -m ordertck "$@"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    return folder


def bash(script: str, folder: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run a script as CI does."""
    path = f"{folder.parent / 'tools'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script), cwd=folder, check=False, timeout=120,
        env={**os.environ, "PATH": path, **variables}, capture_output=True, text=True,
    )  # fmt: skip


def examined(told: "subprocess.CompletedProcess[str]") -> str:
    """What was said, for a test that fails."""
    return f"{told.stdout[-2000:]}\n{told.stderr[-2000:]}"


def test_the_recipe(vendor: Path) -> None:
    """The verdicts of a shop are kept; the gate closes once it gets worse, and its reports are there."""
    recipe, keep = BASH.findall(GATES)[:2]
    assert len(recipe.splitlines()) <= 10
    for line in keep.splitlines():
        done = bash(line, vendor)
        assert done.returncode == ("ordertck run" in line), examined(done)
    shop = vendor / "corner_shop.mjs"
    shop.write_text(shop.read_text().replace('"Suspend"', '"Suspend it"'))
    gate = bash(recipe, vendor)
    assert gate.returncode == 1, examined(gate)
    assert "worse: " in gate.stdout
    for name in ("summary.md", "ordertck.svg", "ordertck-report/report.html"):
        assert (vendor / name).stat().st_size > 100


def test_the_action(vendor: Path) -> None:
    """Its commands install, examine, write summary and badge, and hand on the verdict."""
    action: dict[str, Any] = yaml.safe_load((REPOSITORY / "action.yml").read_text())
    scripts = [step for step in action["runs"]["steps"] if "run" in step]
    given = {name: said.get("default", "") for name, said in action["inputs"].items()}
    summary, output = vendor / "step_summary", vendor / "output"
    outside = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(output), "GITHUB_ACTION_PATH": str(REPOSITORY)}
    codes = []
    for step in scripts:
        names = {name: re.fullmatch(r"\$\{\{ inputs\.(\w+) \}\}", said) for name, said in step.get("env", {}).items()}
        variables = {name: given[found[1]] for name, found in names.items() if found}
        assert len(variables) == len(names)
        codes.append(bash(step["run"], vendor, **outside, **variables).returncode)
    assert codes == [0, 1]
    assert output.read_text() == "verdict=1\n"
    assert "not conformant" in summary.read_text()
    assert (vendor / "ordertck.svg").exists()


def test_a_job_of_a_vendor_names_inputs_that_exist() -> None:
    """The workflow in the page is YAML, short, and uses the action as it is."""
    (text,) = re.findall(r"```yaml\n(.*?)```", GATES, re.DOTALL)
    (job,) = yaml.safe_load(text)["jobs"].values()
    (uses,) = [step for step in job["steps"] if "ordertck" in step["uses"]]
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text())
    assert set(uses["with"]) <= set(action["inputs"])
