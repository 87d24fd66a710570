"""The same verdicts by every way to a system; all systems by python -m ordertck.harness.tools.parity."""

import pytest

from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tools.parity import WAYS, Examined, systems, verdicts
from ordertck.harness.verdicts import Verdict

pytestmark = pytest.mark.slow
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
