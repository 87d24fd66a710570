"""Histories of CRMs in which what was entered, and waits for something, is entered or submitted once more."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import when
from ordertck.harness.tests.histories import objections, order, revised, submitted, table

LISTED_BEFORE_IT_WAS_A_COMPONENT = [
    order("SECOND", "line | product | price list", "1 | VoIP Service Bundle |"),
    submitted("SECOND"),
    revised("SECOND", "line | price list", "5 |", "5.1 | Premium Consumer Price List"),
    revised(
        "SECOND",
        "line | product | price list",
        "5 | VoIP Service Bundle |",
        "5.1 | VoIP Access | Premium Consumer Price List",
    ),
]
REVISED_BEFORE_A_SUPERVISOR_HAS_SEEN_IT = [
    order("FIRST", "line | product | price list", "1 | Leased Line |"),
    submitted("FIRST"),
    when('a user begins to revise order "FIRST" to', table("line | price list", "1 |")),
    submitted("FIRST"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("crm", LISTED_BEFORE_IT_WAS_A_COMPONENT),
        ("crm/asks-about-what-a-revision-adds", REVISED_BEFORE_A_SUPERVISOR_HAS_SEEN_IT),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert objections(system, steps) == []
