"""Words of the vocabulary in code: whoever asks for one that is not there would be told no for ever, and not notice."""

import re
from collections.abc import Container

from ordertck.harness.messages import AssetStatus, Milestone, Status
from ordertck.harness.tests.support import EDITION, REPOSITORY

CODE = "\n".join(
    file.read_text(encoding="utf-8")
    for folder in ("harness", "steps")
    for file in sorted((REPOSITORY / folder).rglob("*.py"))
    if "tests" not in file.parts
)
CAPABILITIES, SWITCHES = EDITION.vocabulary.capabilities, EDITION.vocabulary.switches
# The code here names statuses by the enums. Known systems may misspell them.
SPELT_BY_NAME = ("harness/bench", "harness/oracle", "harness/reference", "steps")


def unknown(found: list[str], known: Container[str], least: int) -> list[str]:
    """The words that nobody knows, of at least so many that stand in the code."""
    assert len(found) >= least
    return [word for word in found if word not in known]


def test_capabilities() -> None:
    """What a system is asked to claim can be claimed."""
    asked = re.findall(r'"([^"]+)"(?: not)? in [\w.]*capabilities\b|\.can\("([^"]+)"\)', CODE)
    needed = [word for words in re.findall(r'\bneeds="([^"]+)"', CODE) for word in words.split()]
    assert unknown([*(one or other for one, other in asked), *needed], CAPABILITIES, 100) == []


def test_mechanisms() -> None:
    """What a history is asked to be about can be chosen."""
    asked = re.findall(r'"([^"]+)"(?: not)? in scene\.focus\b|\.keen\("([^"]+)"', CODE)
    assert unknown([one or other for one, other in asked], EDITION.mechanisms.known, 30) == []


def test_switches() -> None:
    """Nor is one compared with a value that nobody can declare."""
    compared = re.findall(r'(?:switches|settings)\["(\w+)"\](?: (?:[!=]=|(?:not )?in) (\([^)]*\)|"[^"]*"))?', CODE)
    assert unknown([switch for switch, _ in compared], {*SWITCHES, "capacity"}, 60) == []
    values = [(switch, value) for switch, with_ in compared for value in re.findall(r'"([^"]*)"', with_)]
    assert len(values) > 30
    assert [(switch, value) for switch, value in values if value not in SWITCHES[switch].values] == []


def test_statuses_have_one_home() -> None:
    """A word for how things stand is written where all of them are listed, so that no other one is misspelt."""
    words = "|".join(map(re.escape, (*Status, *AssetStatus, *Milestone)))
    for folder in SPELT_BY_NAME:
        for file in (REPOSITORY / folder).rglob("*.py"):
            assert not re.findall(rf'"(?:{words}|inactive)"', file.read_text(encoding="utf-8")), file
