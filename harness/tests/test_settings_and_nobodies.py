"""What a full proof runs besides: the reference under every setting, suites, null systems in every set of roles."""

from functools import cache
from itertools import combinations

import pytest

from ordertck.harness.proof.nobodies import nobodies
from ordertck.harness.proof.registry import written_systems
from ordertck.harness.proof.settings import settings, styles_with_settings
from ordertck.harness.proof.suites import suites
from ordertck.harness.tests.support import EDITION

SWITCHES = EDITION.vocabulary.switches


@cache
def flipped(role: str) -> list[dict[str, str]]:
    """The settings of a role, as what differs from the defaults."""
    return [dict(system.switches) for system in settings(EDITION) if system.role == role]


def test_every_value_that_an_example_is_tagged_with_is_set_alone() -> None:
    for example in EDITION.examples:
        for tag in example.tags & EDITION.vocabulary.switch_tags.keys():
            switch, value = EDITION.vocabulary.switch_tags[tag]
            if value != switch.values[0]:
                assert {switch.name: value} in flipped(example.id.role)


def test_every_two_values_meet() -> None:
    rows = flipped("oms")
    mine = {name for row in rows for name in row}
    for one, other in combinations(sorted(mine), 2):
        for a in SWITCHES[one].values[1:]:
            for b in SWITCHES[other].values[1:]:
                assert any(row.get(one) == a and row.get(other) == b for row in rows), (one, a, other, b)


@pytest.mark.parametrize("role", ["crm", "integration", "oms", "som"])
def test_every_style_meets_every_value(role: str) -> None:
    """But for those that exclude each other: a style that declares, or works against, a value of the switch."""
    rows = [system for system in styles_with_settings(EDITION) if system.role == role]
    styles = [known for known in written_systems() if known.role == role and known.style]
    for name in {name for row in rows for name in row.switches}:
        for style in styles:
            for value in SWITCHES[name].values[1:] if style.style != name else ():
                met = [row for row in rows if row.switches.get(name) == value]
                meets = any(set(style.systems) <= set(row.systems) for row in met)
                assert meets != (f"{name}={value}" in style.against), (style.name, name, value)


def test_every_style_is_in_a_suite() -> None:
    """Of each role, with every role that it can be one system with."""
    for role, beside in (("crm", "integration"), ("integration", "crm"), ("oms", "som"), ("som", "integration")):
        inside = {system for row in suites() if row.role == role and beside in row.beside for system in row.systems}
        for known in written_systems():
            assert known.role != role or not known.style or set(known.systems) <= inside, known.name


def test_null_systems_play_every_set_of_roles() -> None:
    sets = {nobody.claims.roles for nobody in nobodies(EDITION)}
    assert len(sets) == 15
    assert {bool(nobody.claims.capabilities) for nobody in nobodies(EDITION)} == {True, False}
