"""pytest-bdd's conftest: every step is imported, and the stage is a fixture."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import ordertck.steps
from ordertck.harness.bench.stage import Stage
from ordertck.harness.tools.benchmark.beside.stages import Stages

for _found in pkgutil.iter_modules(ordertck.steps.__path__, "ordertck.steps."):
    _module = vars(importlib.import_module(_found.name))
    globals().update({name: value for name, value in _module.items() if "pytestbdd" in name})


@pytest.fixture(scope="session")
def stages(request: pytest.FixtureRequest) -> Iterator[Stages]:
    """The role is the marker that was asked for."""
    given = Stages(request.config.getoption("-m"))
    yield given
    given.rest()


@pytest.fixture
def stage(stages: Stages, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """The example's stage."""
    with stages.stage([mark.name for mark in request.node.iter_markers()]) as begun:
        yield begun
