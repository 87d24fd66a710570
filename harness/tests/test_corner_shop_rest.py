"""The Corner Shop over REST, run by a real Node.js on loopback, examined by its table alone."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ordertck import data
from ordertck.harness.claims import read_claims
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION
from ordertck.harness.variation import Variation
from ordertck.harness.verdicts import Verdict

SHOP = data("examples", "corner_shop") / "rest"
# What the shop leaves out, by the words of its examples; everything else of these rules is upheld.
LEFT_OUT = "is refused"
RULES = frozenset({"PR-11", "PL-10"})

pytestmark = [pytest.mark.usefixtures("node"), pytest.mark.slow]


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The shop, open for the time of a test."""
    with subprocess.Popen(["node", "server.mjs", "0"], cwd=SHOP, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        monkeypatch.setenv("CORNER_SHOP_PORT", process.stdout.readline().strip().rpartition(":")[2])
        try:
            yield
        finally:
            process.terminate()
            process.wait(5.0)


@pytest.mark.usefixtures("shop")
def test_the_shop_is_examined_by_its_table_alone() -> None:
    """It fails what it leaves out and nothing else, as over JSON Lines."""
    claims = read_claims(SHOP / "claims.toml", EDITION)
    found = run(plan_of(claims).only(Selection(rules=RULES)), Conditions("SREST", Variation(7)))
    failed = [e.id.title for e in found.examples if e.verdict is Verdict.FAILED]
    assert len(failed) == 2
    assert all(LEFT_OUT in title for title in failed)
    assert {e.verdict for e in found.examples} <= {Verdict.PASSED, Verdict.FAILED, Verdict.INAPPLICABLE}


def test_a_shop_that_is_closed(ordertck: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The adapter is at fault, in words; without the variable the claims are."""
    chosen = ("-k", "PL-10/oms/A line with")
    run_one = ("run", str(SHOP / "claims.toml"), "-q", *chosen, "--report", str(tmp_path / "report"))
    monkeypatch.setenv("CORNER_SHOP_PORT", "9")
    done = ordertck(*run_one)
    assert done.code == 3
    assert "no reply to PUT /articles: ConnectionError" in done.out
    monkeypatch.delenv("CORNER_SHOP_PORT")
    done = ordertck(*run_one)
    assert done.code == 2
    assert "CORNER_SHOP_PORT, which is not set" in done.err
