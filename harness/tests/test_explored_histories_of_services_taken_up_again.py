"""Histories of services in which nothing is amiss, though work is called off, tried or wanted once more."""

import pytest

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import given, when
from ordertck.harness.tests.histories import objections, order, revised, submitted

A_SUSPENSION_IS_CANCELLED_WHOSE_ORDER_CANNOT_BE_READ_WHOLE = [
    order("FIRST", "line | asset", "2 | STATIC-2"),
    order(
        "SIXTH",
        "line | action | asset | quantity",
        "1 | Suspend | STATIC-2 |",
        "2 | Add | VOIP-21 |",
        "2.2 | Add | VOIP-23 | many",
    ),
    order("NINTH", "line | action | asset", "1 | Resume | STATIC-2"),
    given("the network holds its work"),
    submitted("FIRST"),
    submitted("SIXTH"),
    when('the CRM cancels order "SIXTH"'),
    when("the network takes up its work again"),
    when('the CRM cancels order "SIXTH"'),
    submitted("NINTH"),
]
A_LINE_IS_TAKEN_OUT_AND_WANTED_AGAIN_AT_ONCE = [
    order("FIRST", "line | product | site", "1 | Internet Access |", "2 | VoIP Voicemail | 12 Mill Lane"),
    submitted("FIRST"),
    revised("FIRST", "line | product | site", "2 | VoIP Voicemail | 12 Mill Lane"),
    revised("FIRST", "line | product", "1 | Internet Access"),
]
A_MOVE_IS_TAKEN_OUT_HALF_WAY_AND_ITS_THING_ADDED_WHERE_IT_IS = [
    order("BASE", "line | asset | site", "2 | INTERNET-2 | 12 Mill Lane"),
    order(
        "THIRD",
        "line | action | asset | site",
        "1 | Move-Delete | INTERNET-2 |",
        "2 | Move-Add | INTERNET-2 | 3 Harbour Road",
    ),
    given('order "BASE" is fulfilled in the network'),
    submitted("THIRD"),
    revised("THIRD", "line | action | asset | site", "2 | Move-Add | INTERNET-2 | 12 Mill Lane"),
]
A_STEP_IS_TRIED_AGAIN_OF_WHICH_MORE_ARE_WANTED = [
    order("BASE", "line | asset | quantity", "2 | VOIP-2 |", "2.2 | VOIP-4 | 2"),
    order("FOURTH", "line | action | asset | product", "1 | Update | VOIP-4 | VoIP Access"),
    given('order "BASE" is fulfilled in the network'),
    given('the network cannot do line 1 of order "FOURTH"'),
    submitted("FOURTH"),
    revised("FOURTH", "line | product", "2 | VoIP Access"),
    revised("FOURTH", "line | action | asset | product | quantity", "1 | Update | VOIP-4 | VoIP Access | 4"),
    when('the CRM cancels order "FOURTH"'),
    when('the network does line 1 of order "FOURTH" after all'),
]


@pytest.mark.parametrize(
    ("system", "history"),
    [
        ("som", A_SUSPENSION_IS_CANCELLED_WHOSE_ORDER_CANNOT_BE_READ_WHOLE),
        ("som/styles-0", A_LINE_IS_TAKEN_OUT_AND_WANTED_AGAIN_AT_ONCE),
        ("som/names-the-call", A_MOVE_IS_TAKEN_OUT_HALF_WAY_AND_ITS_THING_ADDED_WHERE_IT_IS),
        ("som/tells-of-each-try", A_STEP_IS_TRIED_AGAIN_OF_WHICH_MORE_ARE_WANTED),
    ],
)
def test_what_is_taken_up_again_is_not_objected_to(system: str, history: list[Step]) -> None:
    """Whether something is added twice or once, and which call a late success meets, no document tells."""
    assert objections(system, history) == []
