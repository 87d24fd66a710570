"""The register: its ids, that what it says is complete, and that nothing in it points nowhere."""

import re
from itertools import groupby
from pathlib import Path

import pytest

from ordertck.harness.edition.register import Level, Source
from ordertck.harness.edition.vocabulary import RULE_ID, expand
from ordertck.harness.tests.support import EDITION

RULES = EDITION.register.rules
CHECKOUT = Path(__file__).resolve().parents[2]


def test_no_rule_has_been_lost() -> None:
    """The README says how many rules the register holds, so that losing the last one of an area is noticed."""
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"All (\d+) rules of the documents stand in the register", readme) == [str(len(RULES))]


def test_ids_are_append_only() -> None:
    """Each area stands together and counts from 01 without a gap: a new rule can only come last in its area."""
    areas = [(area, list(rules)) for area, rules in groupby(RULES.values(), key=lambda rule: rule.area)]
    assert [area for area, _ in areas] == list(EDITION.register.areas)
    for area, rules in areas:
        assert [rule.id for rule in rules] == list(expand(f"{area}-01..{len(rules):02}"))


def test_each_rule_is_complete() -> None:
    """Its id has the form, its words are of the closed lists, it says where it is written."""
    for rule in RULES.values():
        assert RULE_ID.fullmatch(rule.id)
        assert rule.strength in ("MUST", "SHOULD", "MAY")
        assert rule.basis in ("explicit", "implied")
        assert rule.testability
        assert set(rule.ambiguities) <= EDITION.ambiguities.keys()
        assert rule.says or rule.statement
        assert rule.sources
        for source in rule.sources:
            assert source.document in EDITION.register.documents
            assert source.section
            assert re.match(r"(paragraph|table 8-[1-5])", source.place)


def test_the_open_questions_of_switches_are_told() -> None:
    """What a system may choose is an open question of the documents, or the subject of a rule."""
    for switch in EDITION.vocabulary.switches.values():
        assert switch.ambiguity in EDITION.ambiguities or switch.ambiguity in RULES
        if switch.ambiguity in EDITION.ambiguities:
            assert f"`{switch.name}`" in EDITION.ambiguities[switch.ambiguity].kit


def test_what_is_only_documented_says_so_and_why() -> None:
    """A rule without examples has its statement and a reason here; the sentence of every other is in its feature."""
    for rule in RULES.values():
        documented = rule.level is Level.DOCUMENTATION
        assert bool(rule.statement) == documented
        assert bool(rule.not_tested) == documented
        assert (rule.testability == "DOC") <= documented
        assert bool(rule.binds) == (not documented)


def test_what_a_rule_names_exists() -> None:
    """Roles, capability, switches; where it cannot be examined it says why, of roles that it binds."""
    for rule in RULES.values():
        words = EDITION.vocabulary
        assert set(rule.binds) <= words.roles.keys()
        assert len(set(rule.binds)) == len(rule.binds)
        assert rule.not_examinable.keys() <= set(rule.binds)
        assert all(rule.not_examinable.values())
        assert rule.capability is None or rule.capability in words.capabilities
        assert set(rule.switches) <= words.switches.keys()


def test_strength_and_level_agree() -> None:
    """Only what the documents demand is an obligation, only what they permit is an offer."""
    for rule in RULES.values():
        assert (rule.level is Level.OBLIGATION) <= (rule.strength == "MUST")
        assert (rule.level is Level.OFFER) <= (rule.strength == "MAY")


def test_offers_with_examples_have_a_capability() -> None:
    """An offer is examined where it is claimed, so there must be a word to claim it by; no obligation has one."""
    shown = {rule.id for feature in EDITION.features for rule in feature.rules}
    offers = {rule.id for rule in RULES.values() if rule.level is Level.OFFER}
    assert {id_ for id_ in shown & offers if not RULES[id_].capability} == set()
    claimable = {rule.capability: rule.level for rule in RULES.values() if rule.capability}
    assert Level.OBLIGATION not in claimable.values()
    tagged = {
        t for f in EDITION.features for rule in f.rules if rule.id in offers for e in rule.examples for t in e.tags
    }
    words = {name for name, word in EDITION.vocabulary.capabilities.items() if word.kind == "offer"}
    assert claimable.keys() <= words
    assert words - claimable.keys() <= tagged


def test_switches_of_a_rule_are_shown() -> None:
    """A switch that a rule names has an example of that rule for each of its values."""
    tags: dict[str, set[str]] = {}
    for example in EDITION.examples:
        tags.setdefault(example.id.rule, set()).update(example.tags)
    for rule in RULES.values():
        for name in rule.switches:
            switch = EDITION.vocabulary.switches[name]
            assert {switch.tag(value) for value in switch.values} <= tags[rule.id]
            assert switch.ambiguity in rule.ambiguities


def test_rules_of_profiles_exist() -> None:
    """And each profile has some that can be examined."""
    for profile in EDITION.vocabulary.profiles.values():
        assert profile.rules <= RULES.keys()
        assert {RULES[id_].level for id_ in profile.rules} - {Level.DOCUMENTATION}


def test_rules_with_examples_are_in_a_profile() -> None:
    """Otherwise no claims would ever have them run."""
    claimable = frozenset[str]().union(*(profile.rules for profile in EDITION.vocabulary.profiles.values()))
    assert {rule.id for feature in EDITION.features for rule in feature.rules} <= claimable


@pytest.mark.parametrize(("pattern", "ids"), [("PL-07", ["PL-07"]), ("PL-09..11", ["PL-09", "PL-10", "PL-11"])])
def test_ranges_of_rules(pattern: str, ids: list[str]) -> None:
    """A profile names one rule, or several in a row."""
    assert list(expand(pattern)) == ids


def test_sources_in_words() -> None:
    """As reports print them."""
    assert str(Source("001", "About Orders", "paragraph 2")) == "document 001, About Orders, paragraph 2"
