"""The same verdicts by every way to a system; all systems by python -m ordertck.harness.tools.parity."""

import re
import subprocess
import sys

import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tools import parity_of_all
from ordertck.harness.tools.parity import WAYS, Examined, systems, verdicts
from ordertck.harness.tools.spawner import spawner
from ordertck.harness.verdicts import Verdict

pytestmark = pytest.mark.slow
REFERENCE = reference_claims(EDITION)
KNOWN = list(systems(EDITION, 30, frozenset({"PL-09"})))


def wrong(role: str) -> Examined:
    """A wrong system of this role."""
    return next(system for system in KNOWN if system.role == role and system.classes and system.rules)


@pytest.mark.parametrize("way", [way for way in WAYS if way != "in process"])
def test_the_reference(way: str) -> None:
    """It upholds a rule by every way, and examples side by side change nothing."""
    assert verdicts(KNOWN[2], WAYS[way], jobs=8) == {"PL-09": Verdict.PASSED}


@pytest.mark.parametrize("role", ROLES)
def test_a_wrong_system(role: str) -> None:
    """It fails behind a server as it fails in this process."""
    found = verdicts(wrong(role), WAYS["HTTP, asked"])
    assert found == verdicts(wrong(role), WAYS["in process"])
    assert Verdict.FAILED in found.values()


def test_every_known_system_can_be_compared() -> None:
    """'make parity' examines each system that is named by three ways, and says how many verdicts differ."""
    command = [sys.executable, "-m", "ordertck.harness.tools.parity", "--full", "som/stays-with", "oms/begins-at"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r"3 systems, 3 verdicts by three ways \(oms 2, som 1\): 0 differ\n", told)


def test_a_difference_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verdict that hangs on the way is one sentence with system, rule and way."""
    seen = iter([{"PL-09": Verdict.FAILED}, {"PL-09": Verdict.FAILED}, {"PL-09": Verdict.PASSED}])
    monkeypatch.setattr(parity_of_all, "verdicts_by", lambda *_: next(seen))
    with spawner(REFERENCE) as there:
        _, count, differences = parity_of_all._compared(there, REFERENCE, 0)
    assert count == 1
    assert [d.partition(" ")[2] for d in differences] == ["PL-09, HTTP, 8 jobs: passed, in process failed"]
