"""Histories that exploration came to: what they showed of the reference, of the oracle and of permitted systems."""

from dataclasses import replace

import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET, given, when
from ordertck.harness.explore.exploration import Exploration
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.tests.support import EDITION

REFERENCE = reference_claims(EDITION)
KNOWN = {f"{known.role}/{known.name}": known for known in known_systems()}


def _objections(system: str, steps: list[Step]) -> list[str]:
    """What the oracle says to a history that a system, ``ROLE/NAME`` or ``ROLE``, is taken through."""
    if known := KNOWN.get(system):
        exploration = Exploration(known.claims(REFERENCE), 1, open_system=known.open)
    else:
        exploration = Exploration(replace(REFERENCE, roles=(system,)), 1)
    played = exploration.played(steps)
    assert not played.unfit
    return [objection.said for objection in played.objections]


def _order(name: str, *rows: str) -> Step:
    """An order, whose lines are written as in a table, cells apart by bars."""
    return given(f'an order "{name}" with', _table(rows))


def _table(rows: tuple[str, ...]) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def _submitted(name: str) -> Step:
    return when(f'order "{name}" is submitted')


def _revised(name: str, *rows: str) -> Step:
    return when(f'order "{name}" is revised to', _table(rows))


HELD = given("provisioning holds its work")
NETWORK_HELD = given("the network holds its work")

CANCELLED_BEFORE_A_REVISION_WAS_WORKED_IN = [
    _order("FIRST", "line | product | price list", "1 | Static Address |", "2 | Internet Access |"),
    HELD,
    given("provisioning holds the work of releasing reservations"),
    _submitted("FIRST"),
    QUIET,
    _revised("FIRST", "line | product | price list", "1 | Static Address |", "3 | Home Router |"),
    QUIET,
    when('the CRM cancels order "FIRST"'),
    when("provisioning takes up its work again"),
]
WAITS_SINCE_A_REVISION = [
    _order("SECOND", "line | product | price list", "1 | Telephone Service |"),
    _order("THIRD", "line | product | price list", "2 | Film Rental |", "2.1 | Film Rental Monthly Fee |"),
    HELD,
    _submitted("THIRD"),
    _submitted("SECOND"),
    _revised("SECOND", "line | product | price list", "1 | Telephone Service |", "2 | VoIP Service Bundle |"),
    _revised(
        "SECOND",
        "line | product | price list | depends on",
        "1 | Telephone Service | |",
        "2 | VoIP Service Bundle | | line 2.1 of THIRD",
    ),
    when('provisioning completes line 1 of order "SECOND"'),
]
NOTHING_WAS_THERE = [
    _order("FIRST", "line | price list", "2 |"),
    _order(
        "SECOND", "line | action | product | price list | depends on", "1 | Delete | Static Address | | line 2 of FIRST"
    ),
    _submitted("SECOND"),
    when('the CRM cancels order "SECOND"'),
]
REFUSED_WHILE_THE_NEXT_IS_BEGUN = [
    _order("FIRST", "line | product | price list", "1 | VoIP Service Bundle |", "2 | VoIP Service Bundle |"),
    _submitted("FIRST"),
    when('a user begins to revise order "FIRST" to', [["line", "price list"], ["1", ""]]),
    when('the order system reports of order "FIRST"', [["line", "status"], ["2", "COMPLETE"]]),
    _submitted("FIRST"),
    when('a user begins to revise order "FIRST" to', [["line", "price list"], ["1", ""]]),
]
CLEARED_BEFORE_IT_IS_SUBMITTED = [
    _order("SECOND", "line | price list", "1 |"),
    when('order "SECOND" is revised before submission to', _table(("line | price list | version", "2 | | v4"))),
    when('the first revision of order "SECOND" is submitted after all'),
    when(
        'order "SECOND" is revised before submission to',
        _table(("line | product | price list | version", "2 | Static Address | |")),
    ),
    _submitted("SECOND"),
    when('the order system reports the status "COMPLETE" of order "SECOND"'),
]
COMPLETE_TWICE = [
    _order("FIRST", "line | product | price list", "1 | Loyalty Discount |"),
    _submitted("FIRST"),
    when('the order system reports the status "COMPLETE" of order "FIRST"'),
    when('the order system reports the status "COMPLETE" of order "FIRST"'),
]
_CHANGE = [
    _order("BASE", "line | product | asset", "1 | Internet Access | HOME"),
    _order("SECOND", "line | action | product | asset | upload", "1 | Update | Internet Access | HOME | 10"),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    _submitted("SECOND"),
]
_FAILS = given('the network cannot do line 1 of order "SECOND"')
_AFTER_ALL = when('the network does line 1 of order "SECOND" after all')
A_CHANGE_FAILS_AND_IS_CANCELLED = [
    *_CHANGE, _FAILS, when('the network completes line 1 of order "SECOND"'), when('the CRM cancels order "SECOND"'),
    _AFTER_ALL,
]  # fmt: skip
A_CHANGE_IS_CANCELLED_AND_FAILS = [
    *_CHANGE, when('the CRM cancels order "SECOND"'), _FAILS,
    when('the network does a step of line 1 of order "SECOND"'), _AFTER_ALL,
]  # fmt: skip
PUT_BACK_SOMEWHERE = [
    _order("BASE", "line | product | asset", "2 | Static Address | HOME"),
    _order("FOURTH", "line | action | product | asset | site", "2 | Delete | Static Address | HOME | 12 Mill Lane"),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    _submitted("FOURTH"),
    *[when('the network does a step of line 2 of order "FOURTH"')] * 2,
    when('the CRM cancels order "FOURTH"'),
    when("the network takes up its work again"),
]
TRIED_TWICE_AND_CALLED_OFF = [
    _order("SECOND", "line | product", "1 | Static Address"),
    NETWORK_HELD,
    _FAILS,
    _submitted("SECOND"),
    when('the network does what is under way for order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
]

SUSPENDED_WITH_A_VALUE = [
    _order("THIRD", "line | product | asset | price list | number", "1 | VoIP Access | PHONE | | 555-0100"),
    _order(
        "FIFTH",
        "line | action | product | asset | price list | depends on | number",
        "1 | Suspend | VoIP Access | PHONE | | line 1 of THIRD | 555-0101",
    ),
    _submitted("THIRD"),
    _submitted("FIFTH"),
]
A_CANCELLED_CHANGE_OF_AN_ASSIGNED_VALUE = [
    _order("BASE", "line | product | asset | upload", "1 | Internet Access | HOME | 40"),
    given('the network assigns "upload" "20" to line 1 of order "BASE"'),
    _order(
        "SECOND",
        "line | action | product | asset | upload",
        "1 | Update | Internet Access | HOME | 10",
        "2 | Add | Static Address | SHED |",
    ),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    _submitted("SECOND"),
    when('the network completes line 1 of order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
    when("the network takes up its work again"),
]

SUSPENDED_WHERE_IT_WAS = [
    _order("BASE", "line | product | asset | site", "1 | Static Address | HOME | 3 Harbour Road"),
    _order("SECOND", "line | action | product | asset | site", "1 | Update | Static Address | HOME | 12 Mill Lane"),
    _order("FOURTH", "line | action | product | asset | site", "1 | Suspend | Static Address | HOME | 3 Harbour Road"),
    given('order "BASE" is fulfilled in the network'),
    _submitted("SECOND"),
    _submitted("FOURTH"),
]

_BUNDLE = ("line | product", "1 | VoIP Service Bundle", "1.2 | VoIP Access")
TAKEN_OUT_AND_PUT_BACK_AT_ONCE = [
    _order("FOURTH", *_BUNDLE),
    _submitted("FOURTH"),
    _revised("FOURTH", *_BUNDLE[:2]),
    _revised("FOURTH", *_BUNDLE),
    given('the network assigns "port" "7-12" to line 1.2 of order "FOURTH"'),
]
REVISED_AS_IT_GOES_ON = [
    _order("THIRD", "line | product", "2 | Static Address"),
    NETWORK_HELD,
    _submitted("THIRD"),
    *[when('the network does what is under way for order "THIRD"')] * 2,
    when('the CRM suspends order "THIRD"'),
    when('the network does what is under way for order "THIRD"'),
    when('the CRM resumes order "THIRD"'),
    _revised("THIRD", "line | product | version", "2 | Static Address | v4"),
    when('the CRM cancels order "THIRD"'),
    when("the network takes up its work again"),
]
ADDED_TWICE_AT_ONE_PLACE = [
    _order("BASE", "line | product | asset | site", "2 | Static Address | HOME | 3 Harbour Road"),
    _order(
        "FIFTH",
        "line | action | product | asset | site | quantity",
        "2 | Move-Add | Static Address | HOME | 3 Harbour Road | 2",
    ),
    _submitted("BASE"),
    _submitted("FIFTH"),
]
A_PLACE_IS_NAMED_NO_MORE = [
    _order("SECOND", "line", "1"),
    _revised("SECOND", "line | product | site", "2 | Static Address | 3 Harbour Road"),
    _revised("SECOND", "line | product", "2 | Static Address"),
    QUIET,
]
CHANGED_AT_A_THIRD_PLACE = [
    _order("FIRST", "line | product | asset | site", "1 | Internet Access | HOME | 12 Mill Lane"),
    _order(
        "SECOND", "line | action | product | asset | site", "1 | Move-Add | Internet Access | HOME | 7 Church Close"
    ),
    _order("THIRD", "line | action | product | asset | site", "1 | Update | Internet Access | HOME | 3 Harbour Road"),
    *map(_submitted, ("FIRST", "SECOND", "THIRD")),
    QUIET,
]
MOVED_AWAY_WHERE_A_CHANGE_FAILED = [
    _order("SECOND", "line | product | site", "2 | VoIP Voicemail | 7 Church Close"),
    NETWORK_HELD,
    given('the network cannot finish line 2 of order "SECOND"'),
    _submitted("SECOND"),
    _revised("SECOND", "line | product | site | greeting", "2 | VoIP Voicemail | 7 Church Close | own"),
    when('the network does a step of line 2 of order "SECOND"'),
    _revised("SECOND", "line | product", "2 | VoIP Voicemail"),
    when("the network takes up its work again"),
]

MOVED_AND_COUNTED_OTHERWISE_AND_CANCELLED = [
    _order(
        "BASE",
        "line | product | asset | site | quantity",
        "2 | Internet Access | HOME | |",
        "3 | Internet Access | OFFICE | 12 Mill Lane | 5",
    ),
    _order(
        "SECOND",
        "line | action | product | asset | site",
        "1 | Update | Internet Access | OFFICE | 3 Harbour Road",
        "2 | Update | Internet Access | HOME |",
    ),
    given('order "BASE" is fulfilled in the network'),
    NETWORK_HELD,
    _submitted("SECOND"),
    when('the network does a step of line 2 of order "SECOND"'),
    when('the CRM cancels order "SECOND"'),
    when('the network completes all its work for order "SECOND"'),
]
CANCELLED_WHILE_A_LATER_ORDER_ENDS_IT = [
    _order("THIRD", "line | product | asset", "1 | VoIP Access | PHONE", "2 | Static Address | HOME"),
    _order("FOURTH", "line | action | product | asset", "1 | Delete | Static Address | HOME"),
    NETWORK_HELD,
    _submitted("THIRD"),
    _submitted("FOURTH"),
    when('the network does a step of line 1 of order "THIRD"'),
    when('the CRM cancels order "THIRD"'),
]
FAILED_AND_WANTED_ELSEWHERE = [
    _order("THIRD", "line | product", "2 | Fibre Connection"),
    NETWORK_HELD,
    given('the network cannot do line 2 of order "THIRD"'),
    _submitted("THIRD"),
    when('the network does a step of line 2 of order "THIRD"'),
    _revised("THIRD", "line | product | site", "2 | Fibre Connection | 7 Church Close"),
    when('the network does a step of line 2 of order "THIRD"'),
    when('the network does line 2 of order "THIRD" after all'),
    when("the network takes up its work again"),
]
MENDED_WHILE_THE_NEXT_ORDER_HAS_ITS_TURN = [
    _order("SECOND", "line | product", "1 | VoIP Voicemail"),
    _order("THIRD", "line | product", "2 | Internet Access"),
    NETWORK_HELD,
    _FAILS,
    _submitted("SECOND"),
    _submitted("THIRD"),
    _revised("SECOND", "line | product | service point", "1 | VoIP Voicemail | Customer"),
    when('the network does what is under way for order "SECOND"'),
    _AFTER_ALL,
    when("the network takes up its work again"),
]
A_CHANGE_OF_WHAT_A_LATER_ORDER_HAS_ENDED = [
    _order("FIRST", "line | product | asset", "1 | Static Address | HOME"),
    _order(
        "SECOND",
        "line | action | product | asset",
        "1 | Update | Static Address | HOME",
        "2 | Add | Fibre Connection | FIBRE",
    ),
    _order("THIRD", "line | action | product | asset", "1 | Delete | Static Address | HOME"),
    NETWORK_HELD,
    _submitted("FIRST"),
    _submitted("SECOND"),
    when('the network completes line 1 of order "SECOND"'),
    _submitted("THIRD"),
    when('the network completes line 1 of order "THIRD"'),
    when('the CRM cancels order "SECOND"'),
    when("the network takes up its work again"),
]


@pytest.mark.parametrize(
    ("system", "steps"),
    [
        ("oms/undoes-everything-first", CANCELLED_BEFORE_A_REVISION_WAS_WORKED_IN),
        ("oms/works-line-after-line", WAITS_SINCE_A_REVISION),
        ("oms/bills-after-provisioning", NOTHING_WAS_THERE),
        ("crm/styles-4", REFUSED_WHILE_THE_NEXT_IS_BEGUN),
        ("crm/answers-before-it-queues", REFUSED_WHILE_THE_NEXT_IS_BEGUN),
        ("crm/mails-later", COMPLETE_TWICE),
        ("oms", SUSPENDED_WITH_A_VALUE),
        ("crm", CLEARED_BEFORE_IT_IS_SUBMITTED),
        ("som", A_CANCELLED_CHANGE_OF_AN_ASSIGNED_VALUE),
        ("som", REVISED_AS_IT_GOES_ON),
        ("som", ADDED_TWICE_AT_ONE_PLACE),
        ("som", A_PLACE_IS_NAMED_NO_MORE),
        ("som", CHANGED_AT_A_THIRD_PLACE),
        ("som", MOVED_AWAY_WHERE_A_CHANGE_FAILED),
        ("som", A_CHANGE_FAILS_AND_IS_CANCELLED),
        ("som", A_CHANGE_IS_CANCELLED_AND_FAILS),
        ("som", PUT_BACK_SOMEWHERE),
        ("som", SUSPENDED_WHERE_IT_WAS),
        ("som", TAKEN_OUT_AND_PUT_BACK_AT_ONCE),
        ("som/waits-for-what-is-under-way", TAKEN_OUT_AND_PUT_BACK_AT_ONCE),
        ("som", A_CHANGE_OF_WHAT_A_LATER_ORDER_HAS_ENDED),
        ("som/lines-in-turn", MOVED_AND_COUNTED_OTHERWISE_AND_CANCELLED),
        ("som/styles-4", CANCELLED_WHILE_A_LATER_ORDER_ENDS_IT),
        ("som/tries-again-when-revised", FAILED_AND_WANTED_ELSEWHERE),
        ("som/styles-0", MENDED_WHILE_THE_NEXT_ORDER_HAS_ITS_TURN),
        ("som/tries-once-more", TRIED_TWICE_AND_CALLED_OFF),
    ],
)
def test_nothing_is_objected_to(system: str, steps: list[Step]) -> None:
    assert _objections(system, steps) == []
