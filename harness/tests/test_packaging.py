"""The kit as its users get it: built once, installed in a clean environment, run in a folder of its own."""

import json
import os
import subprocess
import sys
import tarfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from ordertck import __version__
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.tests.support import EDITION

pytestmark = pytest.mark.slow  # builds and installs

CHECKOUT = Path(__file__).resolve().parents[2]
SHIPPED = ("features", "steps", "schemas", "fixtures", "harness", "examples", "docs")
DEVELOPERS = ("harness/tests/", "harness/tools/")
UV = (sys.executable, "-m", "uv")


@dataclass(frozen=True, slots=True)
class Installed:
    """A clean environment with the kit in it, and a folder that is no checkout."""

    sdist: Path
    wheel: Path
    environment: Path
    folder: Path

    def run(self, *command: str) -> str:
        """Run a command of the environment in the folder; what it prints. A failure shows what was said."""
        program = self.environment / "bin" / command[0]
        return said(program if program.exists() else command[0], *command[1:], cwd=self.folder)


def said(*command: str | Path, cwd: Path) -> str:
    """What a command prints, without this process's own environment and path."""
    strange = ("PYTHONPATH", "VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT", "COVERAGE_PROCESS_START")
    clean = {name: value for name, value in os.environ.items() if name not in strange}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The sdist, the wheel that is made of that sdist, and an environment with that wheel."""
    built, folder = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("elsewhere")
    environment = tmp_path_factory.mktemp("clean") / "venv"
    said(*UV, "build", "--quiet", "--out-dir", built, cwd=CHECKOUT)
    (sdist,), (wheel,) = built.glob("*.tar.gz"), built.glob("*.whl")
    said(*UV, "venv", "--quiet", "--python", sys.executable, environment, cwd=folder)
    said(*UV, "pip", "install", "--quiet", "--python", environment / "bin" / "python", wheel, cwd=folder)
    return Installed(sdist, wheel, environment, folder)


def files_below(folder: Path) -> set[str]:
    """The files that belong to the kit, by their paths below the folder."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and not {"__pycache__", ".hypothesis"}.intersection(file.parts)
    }


def test_the_sdist_is_whole(installed: Installed) -> None:
    """Every file of every folder is in it, the kit's own tests too, and what a build and a reader need."""
    with tarfile.open(installed.sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    for folder in SHIPPED:
        assert {f"src/ordertck/{folder}/{name}" for name in files_below(CHECKOUT / folder)} <= packed
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "conftest.py", "Makefile", "uv.lock"} <= packed


def test_the_wheel_is_what_users_need(installed: Installed) -> None:
    """Every file of every folder, but for pictures, and nothing that only the kit's developers run."""
    with ZipFile(installed.wheel) as archive:
        packed = {name.removeprefix("ordertck/") for name in archive.namelist() if name.startswith("ordertck/")}
    ours = {f"{folder}/{name}" for folder in SHIPPED for name in files_below(CHECKOUT / folder)}
    wanted = {name for name in ours if not name.startswith(DEVELOPERS) and not name.endswith(".png")}
    assert packed == wanted | {"__init__.py", "__main__.py", "py.typed"}


@pytest.fixture(scope="module")
def report(installed: Installed) -> str:
    """The report of a run in a folder that has nothing in it."""
    installed.run("ordertck", "run", "-q", "--role", "som", "--report", "report")
    return "report"


def test_the_reference_is_certified(installed: Installed, report: str) -> None:
    """It is conformant, and the report and its page are written; every file that another role needs comes along too."""
    assert "report/report.html: " in installed.run("ordertck", "report", report)
    (certificate,) = (installed.folder / report).rglob("certificate*.json")
    assert json.loads(certificate.read_text())["kit"]["version"] == __version__


def test_every_role_runs(installed: Installed) -> None:
    """Some rules of each."""
    told = installed.run("ordertck", "run", "-q", "-r", "SC-12", "-r", "FL-08", "-r", "PL-09", "-r", "UF-07")
    assert {line.partition(":")[0].rpartition(" ")[2] for line in told.splitlines()} == set(ROLES)


def test_the_kit_is_the_installed_one(installed: Installed) -> None:
    """Nothing of the checkout is used: the package lies in the environment, and so does all that it reads."""
    told = installed.run("python", "-c", "import ordertck; print(ordertck.data('features').resolve())")
    assert Path(told.strip()).is_relative_to(installed.environment.resolve())


def test_the_cast_comes_along(installed: Installed) -> None:
    """Who installs the kit can prove it."""
    system = known_systems()[0]
    assert "proven" in installed.run("ordertck", "prove", f"{system.role}/{system.name}")


def test_a_system_of_ones_own_begins_there(installed: Installed) -> None:
    """``init`` writes claims and an adapter that run."""
    installed.run("ordertck", "init", "acme")
    claims = installed.folder / "acme" / "claims.toml"
    claims.write_text(claims.read_text().replace("quiet = 0.05", "quiet = 1.0"))  # however busy the machine is
    installed.run("ordertck", "check-adapter", "acme/claims.toml")


def test_pages_are_made_there(installed: Installed, report: str) -> None:
    """The rule book and a matrix, with templates, tables and the map of terms."""
    assert "238 rules" in installed.run("ordertck", "book", "--run", report)
    assert "ProductOrder" in (installed.folder / "ordertck-book" / "terms.html").read_text()
    assert "<!doctype html>" in installed.run("ordertck", "matrix", report, "--format", "html")


def test_the_documentation_is_there(installed: Installed) -> None:
    """Messages of the kit name pages; a page is there without a checkout."""
    listed = installed.run("ordertck", "docs")
    assert "claims " in listed
    assert installed.run("ordertck", "docs", "docs/claims.md") == (CHECKOUT / "docs" / "claims.md").read_text()
    assert "# 22. " in installed.run("ordertck", "docs", "decisions/0022")


def test_python_runs_the_package(installed: Installed) -> None:
    """``python -m ordertck`` is the same command."""
    assert installed.run("python", "-m", "ordertck", "--version") == installed.run("ordertck", "--version")


def test_uvx_runs_the_wheel(installed: Installed) -> None:
    """Without installing anything."""
    uvx = ("tool", "run", "--quiet", "--python", sys.executable, "--from", installed.wheel, "ordertck")
    assert "PL-09" in said(*UV, *uvx, "run", "--rule", "PL-09", cwd=installed.folder)


def test_pytest_finds_the_features_by_name(installed: Installed) -> None:
    """``pytest --pyargs ordertck.features`` collects every example of the installed package; those of one rule run."""
    rules = Counter(example.id.rule for example in EDITION.examples)
    pytest_run = ("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--pyargs", "ordertck.features")
    others = rules.total() - rules["PL-09"]
    done = installed.run(*pytest_run, "-m", "PL-09", "--ordertck", "reference")
    assert f"{rules['PL-09']} passed, {others} deselected" in done


def test_editors_resolve_every_import() -> None:
    """Pyright, by which editors complete and jump, finds what a step, a wrong system, a test and an adapter import."""
    shown = (
        "steps/orders.py", "harness/proof/systems/oms/price_lists.py", "harness/plugin/pytest_plugin.py",
        "harness/cli/templates/oms/my_adapter.py", "harness/tests/test_packaging.py",
    )  # fmt: skip
    told = said(sys.executable, "-m", "pyright", "--outputjson", *shown, cwd=CHECKOUT)
    assert json.loads(told)["summary"]["filesAnalyzed"] == len(shown)
