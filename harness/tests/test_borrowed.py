"""The kit's own reference gets no certificate under another name, whoever hands it on."""

import json
import sys
from pathlib import Path

import pytest

from ordertck.harness.tests.commands import Terminal

BORROWERS = {
    "hands it on": "from ordertck.harness.reference.landscape import connect\n",
    "is a subclass": """
from ordertck.harness.reference.landscape import InProcess, maker

class Mine(InProcess):
    pass

def connect(claims, session):
    return Mine(maker(claims.roles), claims)
""",
    "wraps it, loaded late, and gives its messages other ids": """
from msgspec.structs import replace

class Mine:
    def __init__(self, claims, session):
        self.claims, self.session, self.number = claims, session, 0

    def begin(self, scenario):
        from ordertck.harness.reference.landscape import connect
        self.inner = connect(self.claims, self.session)
        self.inner.begin(scenario)

    def receive(self, patience):
        heard = self.inner.receive(patience)
        self.number += 1
        return heard and replace(heard, id=f"mine-{self.session}-{self.number}")

    def deliver(self, message):
        self.inner.deliver(message)

    def advance_to(self, instant):
        self.inner.advance_to(instant)

    def close(self):
        pass

connect = Mine
""",
}
CLAIMED = '[system]\nname = "Mine"\nversion = "1"\nroles = ["som"]\nprofiles = ["provisioning"]\n'


def refused(ordertck: Terminal, claims: Path) -> bool:
    """Whether a run of these claims has no certificate because it is the reference's."""
    done = ordertck("run", claims, "-q")
    assert done.code == 1
    held = ordertck("verify", "ordertck-report")
    assert held.code == 1, done.out + done.err
    assert "the kit's own system under another name" in held.out
    return "the kit's own system under another name" in done.out and not [*Path("ordertck-report").glob("certificate*")]


@pytest.mark.parametrize("how", BORROWERS)
def test_who_uses_the_reference_has_no_certificate(how: str, ordertck: Terminal, tmp_path: Path) -> None:
    """Whichever module names the factory, what it returns is the kit's own system, and nobody else's."""
    (tmp_path / "mine.py").write_text(BORROWERS[how])
    claims = tmp_path / "mine.toml"
    claims.write_text(f'{CLAIMED}capabilities = ["virtual-clock"]\nadapter = "mine:connect"\n')
    assert refused(ordertck, claims)


def test_who_speaks_for_the_reference_from_another_process_has_no_certificate(
    ordertck: Terminal, tmp_path: Path
) -> None:
    """Its messages bear a mark."""
    claims = tmp_path / "mine.toml"
    served = [sys.executable, "-m", "ordertck.harness.adapters.child"]
    served += ["ordertck.harness.reference.landscape:connect", str(claims), "som"]
    relay = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"
    claims.write_text(f"{CLAIMED}command = {json.dumps([sys.executable, '-c', relay, *served])}\n")
    assert refused(ordertck, claims)
