"""The CRM in JavaScript, run by a real Node.js: what it upholds, and the one rule that it does not."""

from collections import Counter

import pytest
from click.testing import CliRunner

from ordertck import data
from ordertck.harness.claims import read_claims
from ordertck.harness.cli.check_adapter import check_adapter_command
from ordertck.harness.examination import Examination
from ordertck.harness.tests.support import EDITION, examine
from ordertck.harness.verdicts import Verdict

DESK = data("examples", "village_desk")
pytestmark = pytest.mark.usefixtures("node")


@pytest.fixture
def found() -> Examination:
    """The Village Desk, examined for what it claims."""
    return examine(read_claims(DESK / "claims.toml", EDITION), "SVILLAGE")


def test_adapter() -> None:
    """check-adapter finds nothing wrong."""
    result = CliRunner().invoke(check_adapter_command, [str(DESK / "claims.toml")])
    assert result.exit_code == 0, result.output


def test_catalogue() -> None:
    """The catalogue that was deployed is the Corner Shop's, which is the kit's."""
    assert (DESK / "catalogue.json").read_text() == data("examples", "corner_shop", "catalogue.json").read_text()


def test_verdicts(found: Examination) -> None:
    """It upholds every rule that it is examined for, but the one that its README names."""
    verdicts = Counter(example.verdict for example in found.examples)
    fine = (Verdict.PASSED, Verdict.INAPPLICABLE, Verdict.UNTESTED)
    assert {result.rule for result in found.rules if result.verdict not in fine} == {"AC-06"}
    assert "| AC-06 |" in (DESK / "README.md").read_text()
    assert verdicts[Verdict.PASSED] > 100
    assert verdicts[Verdict.ERROR] == 0
    assert found.remarks == ()


def test_the_adapter_stays_small() -> None:
    """What is particular to one CRM is a table; what is common to all is written once."""
    lines = {file.name: len(file.read_text().splitlines()) for file in DESK.glob("*.mjs")}
    assert lines["adapter.mjs"] <= 60
    assert lines["desk.mjs"] <= 120
