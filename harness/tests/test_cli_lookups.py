"""The commands that look things up: plan, rules, explain, catalogue."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from ordertck import data
from ordertck.harness.cli.explain import explain_command
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.tests.commands import SHOP, SYSTEM, Terminal
from ordertck.harness.tests.support import EDITION, examples_of


def test_plan(ordertck: Terminal, tmp_path: Path) -> None:
    """Nothing is connected; what would be run is counted, what not is given with its clause."""
    done = ordertck("plan", SHOP)
    assert done.code == 0
    assert re.search(r"\d+ examples of \d+ rules would be run, in roughly [\d.]+ (s|min)", done.out)
    assert re.search(r"of role 'crm', which is not claimed: \d+ examples", done.out)
    assert re.search(r"inapplicable: capability '[a-z-]+' is not claimed", done.out)
    told = ordertck("plan", SHOP, "--examples").out
    assert sum(line.startswith("  ") and "features/" in line for line in told.splitlines()) == len(examples_of("oms"))
    assert not list(tmp_path.iterdir())
    assert ordertck("plan").out.count("would be run") == len(PARTS)


@pytest.mark.parametrize(
    ("capability", "quiet", "takes"),
    [
        ("", 0.5, r"roughly \d min, or [\d.]+ s with an adapter that says when it is idle$"),
        ("separate-sessions", 0.5, r"roughly \d min, or .* idle; \d\d s with --jobs 8$"),
        ("separate-sessions", 0.02, r"roughly \d\d s, or [\d.]+ s with an adapter that says when it is idle$"),
    ],
)
def test_how_long_a_run_takes(capability: str, quiet: float, takes: str, ordertck: Terminal, tmp_path: Path) -> None:
    """In seconds or minutes; jobs are offered where it takes long, and each session is a system of its own."""
    claimed = f'capabilities = ["{capability}"]\n' if capability else ""
    claims = f'{SYSTEM}{claimed}adapter = "absent:connect"\n[timing]\npatience = 2\nquiet = {quiet}\n'
    (tmp_path / "claims.toml").write_text(claims)
    told = ordertck("plan", "claims.toml").out
    assert re.search(takes, told.splitlines()[1]), told


def test_rules(ordertck: Terminal) -> None:
    """Every rule there is, by what one asks for, in each form."""
    rows = json.loads(ordertck("rules", "--format", "json").out)
    assert [row["rule"] for row in rows] == list(EDITION.register.rules)
    table = csv.DictReader(io.StringIO(ordertck("rules", "--format", "csv").out))
    assert [row["rule"] for row in table] == list(EDITION.register.rules)
    for words, owed in (
        (("--area", "pl"), lambda row: row["area"] == "PL"),
        (("--level", "advice"), lambda row: row["level"] == "advice"),
        (("--role", "som"), lambda row: "som" in row["binds"]),
        (("--profile", "priority"), lambda row: row["area"] == "PR"),
        (("--status", "documentation"), lambda row: row["level"] == "documentation"),
    ):
        found = json.loads(ordertck("rules", *words, "--format", "json").out)
        assert found
        assert all(owed(row) for row in found), words
    built = {row["rule"] for row in json.loads(ordertck("rules", "--status", "built", "--format", "json").out)}
    assert built <= {e.id.rule for e in EDITION.examples}
    assert ordertck("rules", "--area", "PL").out.endswith(f"of {len(rows)} rules\n")


def test_explain(ordertck: Terminal) -> None:
    """Sentence, strength, source, switches, and the examples in full."""
    told = ordertck("explain", "pl-11").out
    assert ordertck("explain", "OM-1").out == ordertck("explain", "om01").out == ordertck("explain", "OM-01").out
    for piece in (
        "PL-11  ", "An obligation: ", "binds: oms, crm", "paragraph 2, sentence 1", "open question A-15 (",
        "profiles: price-lists, crm-capture",
        "switch 'no_header_pl' (fault or default; A-15)", "features/price_lists/", "    When the order is submitted\n",
        "no-header-pl-default", "      | line | action | product",
    ):  # fmt: skip
        assert piece in told, piece
    assert "not tested: " in ordertck("explain", "FL-01").out
    assert "not examinable for oms: " in ordertck("explain", "FL-02").out


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("pl", "area PL: Price lists"), ("a-15", "the kit's reading: "), ("som", "rules: PV-04 to PV-08"),
        ("core-orders", "15 as oms"), ("two-phase-billing", "what is claimed with it: billing-after-provisioning"),
        ("trouble-tickets", "claims may leave out"), ("no_header_pl", "values: fault or default"),
        ("virtual-clock", "capability virtual-clock, a means of examination: its clock is set"),
        ("line-price-lists", "capability line-price-lists, an offer of the documents: "),
        ("follow-ons", "examples that name it: "), ("a-milestone-is-told-once", "invariant a-milestone-is-told-once"),
    ],
)  # fmt: skip
def test_every_word_can_be_explained(word: str, told: str, ordertck: Terminal) -> None:
    """What claims, tags and reports name; a word that nobody knows is answered with the nearest one."""
    assert told in ordertck("explain", word).out
    assert f"'{word}x'" in ordertck("explain", f"{word}x").err


def test_pages_are_found_by_their_last_part(ordertck: Terminal) -> None:
    """Those of folders by the folder's name, decisions by their number."""
    for page, head in (
        ("glossary", "# Glossary"), ("features/README.md", "# The features"), ("0022", "# 22. "),
        ("corner_shop", "# The Corner Shop\n"), ("decisions", "# Decisions"),
    ):  # fmt: skip
        assert ordertck("docs", page).out.startswith(head)


def test_what_pages_refer_to_can_be_printed_like_a_page(ordertck: Terminal) -> None:
    """The form of each message and file, and the words of claims: nobody has to look for where the kit is installed."""
    listed = ordertck("docs", "schemas").out.split()
    assert set(listed) == {f"schemas/{file.stem}" for file in data("schemas").iterdir()}
    assert all(json.loads(ordertck("docs", name).out)["title"] for name in listed)
    for word in ("schemas/sales-order.json", "docs/schemas/sales-order"):
        assert json.loads(ordertck("docs", word).out)["title"] == "Sales order"
    for word in ("vocabulary", "features/vocabulary.toml"):
        assert "renamed-catalogue" in ordertck("docs", word).out
    assert "did you mean 'schemas/sales-order'?" in ordertck("docs", "schemas/sales-oder").err


def test_every_rule_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Those that are not built yet too."""
    explain = explain_command.callback
    assert explain
    for rule in EDITION.register.rules:
        explain(rule, EDITION)
        assert capsys.readouterr().out.startswith(f"{rule}  ")


def test_catalogue(ordertck: Terminal) -> None:
    """As JSON, as CSV, and as a list to tick off."""
    assert json.loads(ordertck("catalogue").out)["name"] == "Home Services"
    assert ordertck("catalogue", "--format", "csv").out.startswith("name,subject")
    assert "[ ] Staff Price List: deliberately not mapped" in ordertck("catalogue", "--format", "checklist").out


def test_rules_are_found_by_their_words(ordertck: Terminal) -> None:
    """Whatever their order and case, quoted or not; in the sentence, or in what the document says."""
    found = json.loads(ordertck("rules", "--format", "json", "--search", "List PRICE override").out)
    assert found == json.loads(ordertck("rules", "--format", "json", "--search", "override", "price", "LIST").out)
    assert {"PL-31", "PL-33"} <= {row["rule"] for row in found} < set(EDITION.register.rules)
    assert "did you mean --search override?" in ordertck("rules", "override").err


def test_rules_are_found_by_the_titles_of_their_examples_too(ordertck: Terminal) -> None:
    """By words in other forms as well; where nothing is found, the words are told apart."""
    found = json.loads(ordertck("rules", "--format", "json", "--search", "removing", "requested", "dates").out)
    assert "DD-03" in {row["rule"] for row in found}
    done = ordertck("rules", "--search", "order", "teapots")
    assert "0 rules of 'teapots'" in done.out
    assert "ordertck docs terms" in done.out


def test_a_word_of_the_glossary_is_explained(ordertck: Terminal) -> None:
    """With or without the word order behind it; an open question also without its zero."""
    told = ordertck("explain", "follow-on").out
    assert told.startswith("follow-on order: an order of its own that depends on lines of an open order")
    assert "'ordertck rules --search follow-on'" in told
    assert ordertck("explain", "Point of no return").out.startswith("point of no return: the milestone after which")
    assert ordertck("explain", "a-4").out == ordertck("explain", "A-04").out


def test_words_are_found_where_they_begin(ordertck: Terminal) -> None:
    assert "0 rules of 'ustomer'" in ordertck("rules", "--search", "ustomer", "order").out


def test_rules_are_found_by_a_question(ordertck: Terminal) -> None:
    """Small words say nothing; what the sentences say comes first, and what else speaks of it is named."""
    asked = ordertck("rules", "--search", "What happens to a follow-on when its base is cancelled?").out
    assert "FO-05 " in asked
    assert "         example: A draft follow-on order is not submitted once its base order is cancelled" in asked
    assert ordertck("rules", "--search", "milestone").out.startswith("UF-01 ")
    assert ordertck("rules", "--search", "pv-05").out.startswith("PV-05 ")
    assert ordertck("rules", "--search", "when", "the").out.count("\n") > 10


def test_what_no_rule_says_is_led_to_what_comes_nearest(ordertck: Terminal) -> None:
    """By words that are shared, and by the tables of terms."""
    told = ordertck("rules", "--search", "who decides the price list").out
    assert "those that come nearest:\n  " in told
    told = ordertck("rules", "--search", "amendment").out
    assert "'amendment' stands beside 'supplemental order' in the tables of terms" in told
    assert "'middleware' stands beside 'integration'" in ordertck("rules", "--search", "middleware").out


def test_an_area_stands_for_its_rules(ordertck: Terminal) -> None:
    """In letters of either case, with or without a star."""
    for word in ("sp", "SP-*"):
        done = ordertck("run", "-q", "--role", "crm", "--rule", word)
        assert "narrowed to rules SP-01 to SP-08" in done.out
