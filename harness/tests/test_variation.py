"""Variation: what a seed makes of a run is a function of the seed, and no verdict hangs on it."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.edition.catalogue import deployed_from
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.names import Names
from ordertck.harness.plan import plan_of
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.reports.results import findings_digest, results
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION, claims_as, thinned
from ordertck.harness.tests.tiny import Tiny, staged
from ordertck.harness.values import Values
from ordertck.harness.variation import CAPABILITY, LARGEST, UNVARIED, Variation, deployed

CATALOGUE = EDITION.catalogue
CLAIMED = frozenset({CAPABILITY})
SEED = Variation(20)
# Seeds are compared on one example in so many: what hangs on a seed shows in these too.
EVERY = 4


def examined(role: str, variation: Variation, session: str = "SVARIED") -> Examination:
    return run(thinned(plan_of(claims_as(role)), EVERY), Conditions(session, variation))


def verdicts(found: Examination) -> list[tuple[str, str, str, str]]:
    """What results say of each example, whatever the order: verdict, step, expectation and what was seen."""
    return [(str(e.id), e.verdict, e.step, f"{e.expected} {e.seen} {e.reason}") for e in found.examples]


@pytest.mark.slow
@pytest.mark.parametrize("role", PARTS)
def test_verdicts_hang_on_no_seed(role: str) -> None:
    """Nor on the order of examples, which is the seed's; and they are reported in the features' order."""
    assert verdicts(examined(role, Variation(4711))) == verdicts(examined(role, UNVARIED, "SPLAIN"))


def test_the_same_seed_in_the_same_session_is_the_same_run() -> None:
    one, same, other = (examined("som", Variation(seed)) for seed in (5, 5, 6))
    digests = [findings_digest(results([found])) for found in (one, same, other)]
    assert digests[0] == digests[1] != digests[2]


CIRCUMSTANCES: list[dict[str, str]] = [
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "271", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Chatham"},
    {"PYTHONHASHSEED": "random", "LC_ALL": "ar_SA.UTF-8", "TZ": "America/St_Johns", "PYTHONUTF8": "0"},
]


@pytest.mark.slow
def test_no_locale_zone_or_hash_seed_changes_anything(tmp_path: Path) -> None:
    """Processes under different circumstances write the same results, byte by byte but for what is volatile."""
    found = []
    for number, circumstance in enumerate(CIRCUMSTANCES):
        folder = tmp_path / str(number)
        command = [sys.executable, "-m", "ordertck", "run", "-q", "--role", "som", "--rule", "PV"]
        fixed = ["--seed", "1704", "--session", "SFIXED", "--report", str(folder)]
        done = subprocess.run([*command, *fixed], env={**os.environ, **circumstance}, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")
        found.append(
            findings_digest(json.loads((Path(f"{folder}-narrowed") / "results.json").read_text(encoding="utf-8")))
        )
    assert len(set(found)) == 1


# The parts of it


def test_with_the_plain_seed_nothing_varies() -> None:
    assert UNVARIED.shuffled("cab") == ["c", "a", "b"]
    assert UNVARIED.identity("S-0001", "FIRST", {}) == "S-0001-FIRST"
    assert UNVARIED.names(CATALOGUE, Names(), CLAIMED) == Names()
    assert not any(UNVARIED.has_forerunner(number) for number in range(1000))


def test_ids_begin_with_their_example_and_show_no_word() -> None:
    first, again, second = (SEED.identity("S-0001", word, {}) for word in ("FIRST", "FIRST", "SECOND"))
    assert first == again != second
    assert first.startswith("S-0001-")
    assert "FIRST" not in first
    assert first != Variation(21).identity("S-0001", "FIRST", {})


def test_ids_begin_alike_where_words_do() -> None:
    """With the longest of the words that begin another; the more is hidden as well."""
    ids = {"A1": "S-0001-07", "A10": "S-0001-07E6", "B": "S-0001-C3"}
    assert re.fullmatch("S-0001-07E6[0-9A-F]{6}", SEED.identity("S-0001", "A100", ids))
    assert not SEED.identity("S-0001", "A2", ids).startswith(tuple(ids.values()))


def test_of_many_ids_that_begin_alike_no_two_are_the_same() -> None:
    ids = [SEED.identity("S-0001", f"A{number}", {"A": "S-0001-07"}) for number in range(1000)]
    assert len(set(ids)) == len(ids)


def test_some_examples_have_a_forerunner() -> None:
    having = [number for number in range(1, 1001) if SEED.has_forerunner(number)]
    assert 25 < len(having) < 100
    assert having != [number for number in range(1, 1001) if Variation(21).has_forerunner(number)]


@pytest.mark.parametrize("seed", [1, 2, 3, LARGEST])
def test_what_is_sold_has_a_name_of_its_own(seed: int) -> None:
    """Products, price lists and rate plans, each its own, none of the kit's words; nothing else has another name."""
    names = Variation(seed).names(CATALOGUE, Names(), CLAIMED)
    sold = {*CATALOGUE.products, *CATALOGUE.rate_plans, *filter(None, CATALOGUE.rate_plans.values())}
    assert names.sold.keys() == sold
    assert len({*names.sold.values()} | sold) == 2 * len(sold)
    assert not list(replace(names, everywhere=names.sold, sold={}).wrong(CATALOGUE))


def line(**fields: Any) -> Message:
    return Message("m", "sales-order", Edge.OMS, {"order": "O", "lines": [{"id": "L", **fields}]}, "O")


@pytest.mark.parametrize(
    "fields",
    [
        {"site": "12 Mill Lane", "override": "19.90", "attributes": {"speed": "100", "version": "v4"}},
        {"site": "5 & 7 Rue", "override": "0.00", "attributes": {"speed": "several", "upload": "007"}},
    ],
)
def test_values_differ_and_are_read_back(fields: dict[str, Any]) -> None:
    """As they were written; what is no number of a house, no amount and no speed is nobody's to change."""
    values = SEED.names(CATALOGUE, Names(), CLAIMED).values
    told = values.outward(line(**fields))
    assert values.inward(told).body == line(**fields).body
    usual = fields["site"] == "12 Mill Lane"
    assert (told == line(**fields)) is not usual
    if usual:
        said = told.body["lines"][0]
        assert said["attributes"]["version"] == "v4"
        assert "12 Mill Lane" != said["site"].partition(" ")[2] == "Mill Lane"
        wrong = {**said, "override": f"{said['override'][:-1]}9"}  # another amount is another amount
        assert values.inward(line(**wrong)).body["lines"][0]["override"] != "19.90"


def test_what_the_system_reports_is_read_back_too() -> None:
    values = Values(speeds=7)
    body = {"order": "O", "line": "L", "sort": "data", "attribute": "upload", "value": "40"}
    told = values.outward(Message("m", "provisioning-update", Edge.PROVISIONING, body, "O"))
    assert told.body["value"] == "47"
    assert values.inward(told).body == body


def test_prices_differ_where_the_catalogue_is_told() -> None:
    """And are dearer or cheaper in the same order as before; without the capability they are as shipped."""
    names = SEED.names(CATALOGUE, Names(), CLAIMED)
    sold = deployed(CATALOGUE, names).products[names.theirs("Internet Access")]
    usual = CATALOGUE.products["Internet Access"]
    assert Decimal(sold.price) == Decimal(usual.price) * names.values.times != Decimal(usual.price)
    assert sold.options["speed"].keys() == {str(int(speed) + names.values.speeds) for speed in usual.options["speed"]}
    assert SEED.names(CATALOGUE, Names(), frozenset()).values == Values(names.values.houses)


def test_a_systems_own_names_stay() -> None:
    """Names that a vendor has written down are known to nobody else either; they are translated as ever."""
    own = Names({"Internet Access": "INET-001"})
    names = SEED.names(CATALOGUE, own, CLAIMED)
    sold = deployed(CATALOGUE, names)
    assert "INET-001" in sold.products
    assert names.as_json() == own.as_json()


def test_the_catalogue_that_is_told_has_the_words_that_messages_have() -> None:
    """What stands for a milestone, a status or a provisioning system in a message stands for it in the catalogue."""
    own = Names({"DESIGNED": "DRAWN", "warehouse": "store", "Urgent": "Now"}, {}, {"COMPLETE": "DONE"})
    sold = deployed(CATALOGUE, own)
    assert sold.milestones["design"] == sold.products["Internet Access"].ponr == "DRAWN"
    assert sold.products["Home Router"].target == "store"
    assert sold.native_statuses["store"] == {"DELIVERED": "DONE"}
    assert sold.priorities["Now"] == CATALOGUE.priorities["Urgent"]


def test_nothing_is_renamed_for_who_does_not_claim_it() -> None:
    assert SEED.names(CATALOGUE, Names(), frozenset()).sold == {}


def test_the_catalogue_that_is_told_is_whole() -> None:
    """Whoever reads it has everything but who the accounts are and what the features sell by habit."""
    read = deployed_from(CATALOGUE.as_json())
    habits: dict[str, Any] = {"usual_product": "", "usual_line_price_list": "", "accounts": ()}
    assert read == replace(CATALOGUE, **habits)


def test_the_catalogue_is_told_also_where_nothing_varies() -> None:
    tiny = Tiny()
    staged(tiny, claims_as("som"))
    told = deployed_from(tiny.begun[0].content)
    assert told.products.keys() == CATALOGUE.products.keys()
    assert told.milestones == CATALOGUE.milestones
    unclaimed = Tiny()
    staged(unclaimed, replace(claims_as("som"), capabilities=frozenset()))
    assert not unclaimed.begun[0].content


def test_the_catalogue_of_a_seed_can_be_had_beforehand(ordertck: Terminal) -> None:
    printed = json.loads(ordertck("catalogue", "--seed", "20").out)
    assert printed == deployed(CATALOGUE, SEED.names(CATALOGUE, Names(), CLAIMED)).as_json()
    assert printed["digest"] != CATALOGUE.digest
    assert json.loads(ordertck("catalogue").out) == CATALOGUE.as_json()


# Where it is told


def test_the_seed_stands_on_everything(ordertck: Terminal, tmp_path: Path) -> None:
    told = ordertck("run", "--role", "som", "--shuffle", "48151").out
    assert "seed 48151" in told
    folder = tmp_path / "ordertck-report"
    found = json.loads((folder / "results.json").read_text())
    certificate = json.loads((folder / "certificate.json").read_text())
    assert found["examinations"][0]["variation"] == {"seed": 48151, "names": "of the seed"} == certificate["variation"]
    assert '<property name="seed" value="48151"/>' in (folder / "junit.xml").read_text()


def test_a_seed_that_nobody_chose_is_another_in_each_run(ordertck: Terminal, tmp_path: Path) -> None:
    seeds = set()
    for _ in range(3):
        ordertck("run", "--rule", "PV-04", "-q")
        found = json.loads((tmp_path / "ordertck-report-narrowed" / "results.json").read_text())
        seeds |= {examination["variation"]["seed"] for examination in found["examinations"]}
    assert len(seeds) == 3


def test_a_seed_is_a_number_from_one(ordertck: Terminal) -> None:
    for wrong in ("0", "-1", "x", str(LARGEST + 1)):
        done = ordertck("run", "--seed", wrong)
        assert done.code == 2
        assert "--seed" in done.err


def test_who_sells_under_the_shipped_names_has_that_on_the_certificate(ordertck: Terminal, tmp_path: Path) -> None:
    claims = tmp_path / "claims.toml"
    claims.write_text(
        '[system]\nname = "ordertck reference"\nversion = "0.1"\nvendor = "ordertck"\nroles = ["som"]\n'
        'profiles = ["provisioning"]\nadapter = "ordertck.harness.reference.landscape:connect"\n'
    )
    told = ordertck("run", claims).out
    assert "since 'renamed-catalogue' is not claimed" in told
    certificate = json.loads((tmp_path / "ordertck-report" / "certificate.json").read_text())
    assert certificate["variation"]["names"] == "as shipped"
