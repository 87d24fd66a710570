"""Adapters with a vice each, for check-adapter: the skeleton that init writes, with something overridden."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from click.testing import CliRunner, Result

from ordertck.harness.adapter_check.checkup import Checkup
from ordertck.harness.adapter_check.clock import Clock
from ordertck.harness.adapter_check.faults import Step
from ordertck.harness.adapter_check.probes import probe_for
from ordertck.harness.adapters.bounded import Bounded
from ordertck.harness.adapters.connect import connect
from ordertck.harness.claims import read_claims
from ordertck.harness.cli.check_adapter import check_adapter_command
from ordertck.harness.cli.init import init
from ordertck.harness.errors import HungError, RaisedError
from ordertck.harness.tests.support import EDITION

T = TypeVar("T")
MARGIN = 0.05

CLAIMS = """
[system]
name = "Shop"
version = "1"
roles = {roles}
{how}

[timing]
patience = {patience}
quiet = {quiet}

{more}
"""
# A vice is the skeleton's adapter with something overridden. Its time is the test's own.
VICE = """
import threading
from ordertck.harness.messages import replace
from my_adapter import Adapter, Edge, Message, StandIn
from ordertck.harness.tests.vices import RELEASED, hang, wait

class Vice(Adapter):
    {source}

connect = Vice
"""


# Set when a test is over, for threads that a vice leaves behind.
RELEASED = threading.Event()


class Hang(BaseException):
    """The call that raises it counts as one that never comes back."""


class SimulatedTime(Bounded):
    """A worker and a clock in one thread: only what a vice waits takes time, however busy the machine is."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = 0.0

    def call(self, function: Callable[[], T], seconds: float) -> T:
        try:
            return function()
        except Hang:
            self.hung = True
            raise HungError(f"it has not come back after {seconds:g} s") from None
        except BaseException as problem:
            raise RaisedError(problem) from problem

    def clock(self) -> Clock:
        return Clock(lambda: self.seconds, self.wait)

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


_running: list[SimulatedTime] = []


def wait(seconds: float) -> None:
    """Called by a vice: let the test's time pass."""
    _running[-1].wait(seconds)


def hang() -> None:
    """Called by a vice: never come back."""
    raise Hang


def write(
    folder: Path, source: str, roles: str = '["oms"]', patience: float = 0.05, more: str = "", quiet: float = 0.02
) -> Path:
    """A claims file in ``folder`` that names an adapter with a vice."""
    init(folder, force=True)
    (folder / "vice.py").write_text(VICE.format(source=source.strip().replace("\n", "\n    ")))
    claims = folder / "claims.toml"
    claims.write_text(
        CLAIMS.format(roles=roles, how='adapter = "vice:connect"', patience=patience, quiet=quiet, more=more)
    )
    return claims


def taken(claims: Path) -> Mapping[str, Step]:
    """The steps of a check in simulated time, by name."""
    time, claimed = SimulatedTime(), read_claims(claims, EDITION)
    checkup = Checkup(
        claimed, connect, probe_for(claimed.roles, "CHECK", EDITION.catalogue), MARGIN, time, time.clock()
    )
    _running.append(time)
    try:
        told = list(checkup.examine())
    finally:
        _running.pop()
    steps = {step.name: step for step in told}
    assert len(steps) == len(told) == len(checkup.steps)
    assert checkup.well == all(step.ok for step in told)
    for step in told:
        assert step.ok or (step.expected and step.seen and step.remedy)
    return steps


def only_fault(steps: Mapping[str, Step]) -> Step:
    (fault,) = (step for step in steps.values() if not step.ok)
    return fault


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(check_adapter_command, arguments)
