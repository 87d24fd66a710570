"""Adapters with a vice each, for check-adapter: the skeleton that init writes, with something overridden."""

import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from ordertck.harness.adapter_check.checkup import Checkup
from ordertck.harness.adapter_check.clock import Clock
from ordertck.harness.adapter_check.faults import Step
from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.json_text import decode
from ordertck.harness.adapters.pipe import Pipe
from ordertck.harness.adapters.python import open_python
from ordertck.harness.adapters.served import Served
from ordertck.harness.adapters.wire import Wire
from ordertck.harness.claims import Claims, read_claims
from ordertck.harness.cli.check_adapter import check_adapter_command
from ordertck.harness.cli.init import init
from ordertck.harness.errors import AdapterError
from ordertck.harness.tests.support import EDITION

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
from ordertck.harness.tests.vices import hang, wait

class Vice(Adapter):
    {source}

connect = Vice
"""


class SimulatedTime:
    """Only what a vice waits takes time, however busy the machine is."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.hung = False

    def clock(self) -> Clock:
        return Clock(lambda: self.seconds, self.wait)

    def wait(self, seconds: float) -> None:
        self.seconds += seconds


class Here(Pipe):
    """The pipe to a Python adapter, without a process at its other end."""

    def __init__(self, time: SimulatedTime) -> None:
        self._time, self._served = time, Served()

    def ask(self, line: bytes, seconds: float) -> bytes:
        reply = self._served.answer(decode(line))
        if self._time.hung:
            raise AdapterError(f"the adapter did not answer within {seconds:g} s")
        return reply

    def pause(self, seconds: float) -> None:
        self._time.wait(seconds)

    def kill(self) -> None: ...

    def aside(self) -> str:
        return ""

    def end(self, seconds: float) -> str:  # noqa: ARG002
        return ""


_running: list[SimulatedTime] = []


def wait(seconds: float) -> None:
    """Called by a vice: let the test's time pass."""
    _running[-1].wait(seconds)


def hang() -> None:
    """Called by a vice: never come back."""
    _running[-1].hung = True


def write(
    folder: Path, source: str, roles: str = '["oms"]', patience: float = 0.05, more: str = "", quiet: float = 0.02
) -> Path:
    """A claims file in ``folder`` that names an adapter with a vice."""
    init(folder, EDITION, force=True)
    (folder / "vice.py").write_text(VICE.format(source=source.strip().replace("\n", "\n    ")))
    claims = folder / "claims.toml"
    claims.write_text(
        CLAIMS.format(roles=roles, how='adapter = "vice:connect"', patience=patience, quiet=quiet, more=more)
    )
    return claims


def taken(claims: Path) -> Mapping[str, Step]:
    """The steps of a check in simulated time, by name."""
    time, claimed = SimulatedTime(), read_claims(claims, EDITION)
    for name in ("my_adapter", "vice", "both"):  # of an earlier test, in this process
        sys.modules.pop(name, None)

    def connected(_: Claims, session: str) -> Wire:
        return open_python(claimed, session, pipe=Here(time))

    opener = connected if claimed.scheme in ("python", "poll") else connect
    checkup = Checkup(claimed, opener, "CHECK", time.clock())
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
