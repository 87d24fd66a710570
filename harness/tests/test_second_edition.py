"""Another edition: other rules, another operator's catalogue and steps of its own, examined by the same kit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ordertck.harness.edition import load
from ordertck.harness.errors import UsageError
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION

REGISTER = """
[documents]
900 = "House rules of the market stall"

[areas]
MS = "Market stall"

[rules.MS-01]
since = "1.0"
level = "obligation"
strength = "MUST"
basis = "explicit"
binds = ["oms"]
sources = [{ document = "900", section = "Selling", place = "paragraph 1" }]
testability = "D"

[rules.MS-02]
since = "2.1"
level = "obligation"
strength = "MUST"
basis = "explicit"
binds = ["oms"]
sources = [{ document = "900", section = "Prices", place = "paragraph 2" }]
testability = "D"
"""
CATALOGUE = """
name = "Market Stall"
[price_lists]
"Market Day" = { rate_plan = "DAY", use = "the header's list" }
"Evening" = { rate_plan = "EVENING", use = "a line's own list" }
[defaults]
header_price_list = "Market Day"
account_price_list = "Market Day"
integration_price_list = "Market Day"
usual_product = "Apples"
usual_line_price_list = "Evening"
[priorities]
Low = 3
Medium = 5
High = 7
Urgent = 9
[extended_priorities]
[milestones]
reserve = "RESERVED"
[native_statuses]
[back_office]
systems = ["Cash Box"]
ticket_types = []
local_ticket_types = []
replication_run = "02:00"
[workflows]
[[accounts]]
role = "Customer"
payer = "Payer"
[[accounts]]
role = "Neighbour"
[[accounts]]
role = "Payer"
[products.Apples]
subject = "simple product"
target = "warehouse"
"""
FEATURE = """
Feature: The market stall
  Source: document 900, "Selling".

  @MS-01
  Rule: What is ordered is delivered

    @oms
    Example: Apples are delivered
      Given an order with
        | line | product |
        | 1    | Apples  |
      When the order is submitted
      Then the stall has delivered 1 basket

  @MS-02
  Rule: A line without a list is sold on the list of the day

    @oms
    Example: Apples without a list are sold on the list of the day
      Given an order with
        | line | product | price list |
        | 1    | Apples  |            |
      When the order is submitted
      Then the order is complete
"""
TABLES = """
[8-2]
title = "What the stall sells"
head = ["line", "product"]
rows = [["1", "Apples"]]
rules = ["MS-02"]
"""
MECHANISMS = """
[mechanisms.baskets]
says = "baskets that are full"
roles = ["oms"]
profiles = ["stall"]
"""
STEPS = '''
"""Steps of the market stall."""

from pytest_bdd import parsers, then

from ordertck.harness.bench import Stage


@then(parsers.parse("the stall has delivered {baskets:d} basket"))
def delivered(stage: Stage, baskets: int) -> None:
    """So many things are set up."""
    stage.eventually(
        lambda: len(stage.provisioning.entries) == baskets, f"{baskets} delivered", lambda: "something else"
    )
'''


@pytest.fixture
def stall(tmp_path: Path) -> Path:
    """The folder of the second edition; its words are the kit's own, its profile is not."""
    words = (EDITION.features_folder / "vocabulary.toml").read_text(encoding="utf-8").partition("[profiles.")[0]
    for name, text in {
        "features/edition.toml": 'name = "Market rules"\nversion = "2.1"\ncatalogue = "stall.toml"\n',
        "features/register.toml": REGISTER,
        "features/vocabulary.toml": f'{words}\n[profiles.stall]\ntitle = "Stall"\nrules = ["MS-01..02"]\n',
        "features/stall/selling.feature": FEATURE,
        "fixtures/stall.toml": CATALOGUE,
        "fixtures/reference.toml": (
            '[system]\nname = "stall"\nversion = "1"\nroles = ["oms"]\n'
            'adapter = "ordertck.harness.reference.landscape:connect"\ncapabilities = ["virtual-clock"]\n'
        ),
        "features/tables.toml": TABLES,
        "features/mechanisms.toml": MECHANISMS,
        "steps/stall.py": STEPS,
    }.items():
        file = tmp_path / "stall" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "stall"


def test_another_edition_has_a_book(ordertck: Terminal, stall: Path, tmp_path: Path) -> None:
    """Of its own rules, without what its folder does not have."""
    done = ordertck("book", "--edition", stall, "-o", "book")
    assert (done.code, done.err) == (0, "")
    assert "MS-01" in (tmp_path / "book" / "MS-01.html").read_text()
    assert not (tmp_path / "book" / "PL-09.html").exists()


def test_a_rule_of_which_nothing_is_told_has_a_page_all_the_same(ordertck: Terminal, stall: Path) -> None:
    """Even one that a table belongs to."""
    (stall / "features" / "stall" / "selling.feature").unlink()
    assert ordertck("book", "--edition", stall, "-o", "book").code == 0
    assert ordertck("rules", "--edition", stall).code == 0


def test_another_edition_is_examined(ordertck: Terminal, stall: Path, tmp_path: Path) -> None:
    """Its rules alone, on its catalogue, with its steps; its name and version stand on results and certificate."""
    done = ordertck("run", "--edition", stall)
    assert done.code == 0, done.out + done.err
    report = tmp_path / "ordertck-report"
    found = json.loads((report / "results.json").read_text())
    assert {(r["rule"], r["verdict"]) for r in found["examinations"][0]["rules"]} == {
        ("MS-01", "passed"), ("MS-02", "passed"),
    }  # fmt: skip
    issued = json.loads((report / "certificate.json").read_text())
    assert issued["edition"] == {"name": "Market rules", "version": "2.1"}
    assert found["edition"].items() >= issued["edition"].items()
    assert "Apples" in (report / "transcript.ndjson").read_text()
    assert issued["digests"]["catalogue"] != EDITION.digests["catalogue"]


def test_files_that_an_editor_has_marked(stall: Path) -> None:
    """With a byte order mark, and with the line ends of Windows."""
    for file in stall.rglob("*.toml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert load(stall).tables


def test_a_step_that_ends_the_program_ends_nothing(ordertck: Terminal, stall: Path) -> None:
    """Else the run would be over with exit code 0, and look conformant."""
    steps = stall / "steps" / "stall.py"
    steps.write_text(steps.read_text().replace("    stage.eventually", "    raise SystemExit(0)\n    stage.eventually"))
    done = ordertck("run", "--edition", stall)
    assert done.code == 3
    assert "the step at steps/stall.py:9 ends the program" in done.out


def test_its_rules_can_be_looked_up(ordertck: Terminal, stall: Path) -> None:
    """Each rule says since which version it is there."""
    rows = json.loads(ordertck("rules", "--edition", stall, "--format", "json").out)
    assert [(row["rule"], row["since"]) for row in rows] == [("MS-01", "1.0"), ("MS-02", "2.1")]
    assert "What is ordered is delivered" in ordertck("explain", "ms-01", "--edition", stall).out
    assert "2 examples of 2 rules" in ordertck("plan", "--edition", stall).out


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("features/register.toml", 'level = "obligation"', 'lvel = "obligation"', "rules.MS-01: "),
        ("features/register.toml", "[areas]", "[areas", "not TOML: "),
        (
            "features/register.toml",
            'level = "obligation"',
            "level = 2026-11-22",
            "rules.MS-01.level: '2026-11-22' is not",
        ),
        ("features/vocabulary.toml", "[profiles.stall]", "[profile.stall]", "'profiles' is a required property"),
        ("fixtures/stall.toml", "[products.Apples]", "[product.Apples]", "'products' is a required property"),
        ("features/edition.toml", '"stall.toml"', '"nowhere.toml"', "cannot be read: No such file or directory"),
        ("steps/stall.py", "from pytest_bdd", "from pytest_bbd", "cannot be imported: ModuleNotFoundError"),
        (
            "features/register.toml",
            'document = "900"',
            'document = "901"',
            ".sources: there is no document '901'",
        ),
        ("features/register.toml", "MS = ", "SM = ", "rules.MS-01: there is no area 'MS'; mend the name"),
        ("features/register.toml", "testability", 'capability = "quots"\ntestability', "did you mean 'quotes'?"),
        ("features/register.toml", "testability", 'switches = ["cancl"]\ntestability', "did you mean 'cancel'?"),
        ("features/register.toml", "testability", 'any_of = ["MS-77"]\ntestability', "there is no rule 'MS-77'"),
        ("features/register.toml", '["oms"]', '["omz"]', "rules.MS-01.binds: there is no role 'omz'"),
        ("features/vocabulary.toml", "MS-01..02", "MS-01..03", "profiles.stall.rules: there is no rule 'MS-03'"),
        ("features/vocabulary.toml", "MS-01..02", "MS-02..01", "profiles.stall.rules: there is no rule 'MS-02..01'"),
        ("features/mechanisms.toml", "stall", "stal", "there is no profile 'stal'; did you mean 'stall'?"),
        ("fixtures/stall.toml", '"Apples"', '"Pears"', "defaults.usual_product: there is no product 'Pears'"),
        ("fixtures/stall.toml", '"Market Day"\nacc', '"Market"\nacc', "did you mean 'Market Day'?"),
        ("fixtures/stall.toml", 'payer = "Payer"', 'payer = "Nobody"', "there is no account 'Nobody'"),
        ("fixtures/stall.toml", '"Neighbour"', '"Stranger"', "accounts: there is no account 'Neighbour'"),
        ("fixtures/stall.toml", "02:00", "26:00", "back_office.replication_run: '26:00' does not match"),
        (
            "steps/stall.py",
            "from pytest_bdd",
            "raise SystemExit(0)\nfrom pytest_bdd",
            "imported: SystemExit: 0",
        ),
        ("features/tables.toml", "MS-02", "MS-20", "8-2.rules: there is no rule 'MS-20'"),
    ],
)
def test_a_mistake_in_an_edition_names_its_file(name: str, old: str, new: str, told: str, stall: Path) -> None:
    """One line, whichever file it is in."""
    file = stall / name
    file.write_text(file.read_text().replace(old, new, 1))
    with pytest.raises(UsageError) as mistake:
        edition = load(stall)
        assert edition.steps
        assert edition.tables
    assert told in str(mistake.value)
    assert str(mistake.value).startswith(str(stall))


def test_a_feature_that_is_no_file_is_a_mistake(stall: Path, ordertck: Terminal) -> None:
    """Nobody waits for a pipe to which nobody writes."""
    os.mkfifo(stall / "features" / "pipe.feature")
    told = ordertck("run", "--edition", stall)
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "pipe.feature: no file; rename it" in told.err


def test_a_module_of_steps_that_ends_the_process_is_a_mistake(stall: Path) -> None:
    """It would have ended the run without a word and with exit code 0; it is a mistake in its module."""
    (stall / "steps").mkdir(exist_ok=True)
    (stall / "steps" / "leaving.py").write_text("import os\n\nos._exit(0)\n")
    command = [sys.executable, "-m", "ordertck", "run", "--edition", str(stall), "--report", str(stall / "report")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "leaving.py: cannot be imported: RuntimeError: os._exit(0) was called" in done.stderr
