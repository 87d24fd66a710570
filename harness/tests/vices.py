"""Adapters with a vice each, for check-adapter: the skeleton that init writes, with something overridden."""

from collections.abc import Mapping
from io import StringIO
from pathlib import Path

from click.testing import CliRunner, Result
from rich.console import Console

from ordertck.harness.adapter_check.faults import Step
from ordertck.harness.claims import read_claims
from ordertck.harness.cli.check_adapter import check_adapter, check_adapter_command
from ordertck.harness.cli.init import init

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
# A vice is the skeleton's adapter with something overridden.
VICE = """
import threading
from ordertck.harness.messages import replace
from my_adapter import Adapter, Edge, Message, StandIn

def wait(seconds):
    threading.Event().wait(seconds)

class Vice(Adapter):
    {source}

connect = Vice
"""


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


def taken(claims: Path, margin: float = 0.1) -> Mapping[str, Step]:
    """The steps of a check, by name."""
    checkup = check_adapter(read_claims(claims), Console(file=StringIO()), margin)
    steps = {step.name: step for step in checkup.steps}
    assert len(steps) == len(checkup.steps)
    assert checkup.well == all(step.ok for step in checkup.steps)
    for step in checkup.steps:
        assert step.ok or (step.expected and step.seen and step.remedy)
    return steps


def only_fault(steps: Mapping[str, Step]) -> Step:
    (fault,) = (step for step in steps.values() if not step.ok)
    return fault


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(check_adapter_command, arguments)
