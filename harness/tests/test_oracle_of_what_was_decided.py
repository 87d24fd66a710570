"""What the oracle of CRMs asks of quotes that were accepted, drafts that were approved, and values that come late."""

from dataclasses import replace

import pytest

from ordertck.harness.oracle import Oracle
from ordertck.harness.tests.test_oracle_leaves_open_of_a_crm import ACCESS, CLAIMS, LEASED, DeskHistory

DEARER = {"order": "OFFER", "speed": "1000"}


def _ordered(speed: str, shown: dict[str, str], accepts_again: bool = False) -> list[str]:
    """A quote is changed after its acceptance, or the desk refuses that; an order of this speed comes of it."""
    history = DeskHistory()
    history.does("enter", "quote", "OFFER", {"id": "Q"}, account="A", price_list="Household Price List")
    history.does("enter", "line", "OFFER-1", {"id": "Q-1"}, order="OFFER", **(ACCESS | {"speed": "100"}))
    history.does("accept", "quote", "OFFER", {"id": "Q"})
    history.does("enter", "line", "OFFER-1", {"id": "Q-1"} | shown, **DEARER)
    if accepts_again:
        history.does("accept", "quote", "OFFER", {"id": "Q"})
    history.does("convert", "quote", "OFFER", {"id": "FIRST"}, order="FIRST")
    history.submits("FIRST", "FIRST", ACCESS | {"speed": speed})
    return [said for said in history.said if "quote" in said]


@pytest.mark.parametrize(
    ("speed", "shown", "again", "objects"),
    [
        ("1000", {}, False, True),
        ("1000", {}, True, False),
        ("100", {}, False, False),
        ("100", {"refused": "it is decided"}, False, False),
        ("1000", {"refused": "it is decided"}, False, True),
    ],
)
def test_what_was_changed_after_the_acceptance_is_not_ordered(
    speed: str, shown: dict[str, str], again: bool, objects: bool
) -> None:
    assert bool(_ordered(speed, shown, again)) == objects


@pytest.mark.parametrize(("entered", "objects"), [((), True), (("1000",), False), (("100",), False)])
def test_a_quote_that_was_entered_again_need_become_no_order(entered: tuple[str, ...], objects: bool) -> None:
    """Whether what a user enters as it was opens an accepted quote again, the documents do not say."""
    history = DeskHistory()
    history.does("enter", "quote", "OFFER", {"id": "Q"}, account="A", price_list="Household Price List")
    history.does("enter", "line", "OFFER-1", {"id": "Q-1"}, order="OFFER", **(ACCESS | {"speed": "1000"}))
    history.does("accept", "quote", "OFFER", {"id": "Q"})
    for speed in entered:
        history.does("enter", "line", "OFFER-1", {"id": "Q-1"}, order="OFFER", speed=speed)
    history.does("convert", "quote", "OFFER", {"refused": "it was changed"}, order="FIRST")
    assert any("becomes no order" in said for said in history.said) == objects


@pytest.mark.parametrize(("approved", "objects"), [("before", True), ("after", False)])
def test_a_supervisor_approves_what_is_there(approved: str, objects: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", LEASED)
    second = LEASED | {"number": "2"}
    if approved == "before":
        history.does("approve", "order", "FIRST", {"id": "FIRST"})
    history.does("enter", "line", "FIRST-2", {"id": "FIRST-2"}, order="FIRST", **second)
    if approved == "after":
        history.does("approve", "order", "FIRST", {"id": "FIRST"})
    history.submits("FIRST", "FIRST", LEASED, second)
    assert any("no supervisor has approved it" in said for said in history.said) == objects


@pytest.mark.parametrize(
    ("told", "seen", "objects"),
    [({"speed": "90"}, "90", True), ({"speed": "90"}, "500", False), ({"upload": "40"}, "90", False)],
)
def test_late_news_of_a_base_order_changes_nothing_that_its_follow_on_has_set(
    told: dict[str, str], seen: str, objects: bool
) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS | {"speed": "100"})
    history.submits("FIRST", "FIRST", ACCESS | {"speed": "100"})
    change = {"number": "1", "product": "Internet Access", "action": "Update", "asset": "FIRST-A1", "speed": "500"}
    history.enters("FASTER", change)
    history.submits("FASTER", "FASTER", change | {"base_line": "FIRST-1"}, base_order="FIRST")
    for order in ("FIRST", "FASTER"):
        history.told(order, "COMPLETE", {"line": f"{order}-1", "status": "COMPLETE"})
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "attributes": told})
    history.sees("assets", "A", {"id": "FIRST-A1", "product": "Internet Access", "status": "Active", "speed": seen})
    assert any("speed" in said for said in history.said) == objects


@pytest.mark.parametrize(("answer", "objects"), [({"id": "FIRST"}, False), ({"refused": "it was stopped"}, True)])
def test_what_a_supervisor_has_rejected_may_be_submitted_and_approved_again(
    answer: dict[str, str], objects: bool
) -> None:
    history = DeskHistory()
    history.enters("FIRST", LEASED)
    for verb in ("submit", "reject", "submit"):
        history.does(verb, "order", "FIRST", {"id": "FIRST"})
    history.does("approve", "order", "FIRST", answer)
    history.queues("FIRST", LEASED)
    assert any("is queued, of which every version" in said for said in history.said) == objects


BUNDLE = {"number": "1", "product": "VoIP Service Bundle", "action": "Add"}
PART = {"number": "1.1", "product": "VoIP Voicemail", "action": "Add", "parent": "FIRST-1"}


@pytest.mark.parametrize(("parts", "objects"), [([PART], False), ([], True)])
def test_a_component_that_came_along_can_be_changed_by_a_later_order(
    parts: list[dict[str, str]], objects: bool
) -> None:
    history = DeskHistory()
    history.enters("FIRST", BUNDLE)
    history.submits("FIRST", "FIRST", BUNDLE, *parts)
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    history.enters("OWN", PART | {"number": "1", "parent": "", "action": "Update", "asset": "FIRST-A1.1"})
    history.does("submit", "order", "OWN", {"id": "OWN"}, priority="Medium")
    assert any("which nobody has" in said for said in history.said) == objects


@pytest.mark.parametrize(
    ("milestone", "draft", "objects"),
    [("DESIGNED", False, True), ("RESERVED", False, False), ("DESIGNED", True, False)],
)
def test_a_follow_on_is_taken_where_its_base_is_past_the_point(milestone: str, draft: bool, objects: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS)
    history.submits("FIRST", "FIRST", ACCESS)
    if draft:
        history.does("revise", "order", "FIRST", {"id": "FIRST"}, **{"as": "FIRST-v2"})
    history.told("FIRST", "IN PROGRESS", {"line": "FIRST-1", "milestone": milestone})
    history.enters("FASTER", ACCESS | {"action": "Update", "asset": "FIRST-A1", "speed": "500"})
    history.does("submit", "order", "FASTER", {"refused": "a revision is pending"}, priority="Medium")
    assert any("order FASTER is not taken" in said for said in history.said) == objects


@pytest.mark.parametrize("takes_several", [True, False])
def test_an_order_that_builds_on_two_orders_need_be_taken_only_where_that_is_claimed(takes_several: bool) -> None:
    history = DeskHistory()
    for base in ("FIRST", "SECOND"):
        history.enters(base, ACCESS)
        history.submits(base, base, ACCESS)
        history.told(base, "IN PROGRESS", {"line": f"{base}-1", "milestone": "DESIGNED"})
    change = {"product": "Internet Access", "action": "Update", "speed": "500"}
    both = (change | {"number": str(n), "asset": f"{base}-A1"} for n, base in enumerate(("FIRST", "SECOND"), 1))
    history.enters("FASTER", *both)
    history.does("submit", "order", "FASTER", {"refused": "one order for each, please"}, priority="Medium")
    without = frozenset() if takes_several else {"orders-on-several-orders"}
    heard = Oracle("crm", replace(CLAIMS, capabilities=CLAIMS.capabilities - without)).hear(history.crossings)
    assert any("order FASTER is not taken" in found.said for found in heard) == takes_several


@pytest.mark.parametrize(("status", "objects"), [("COMPLETE", False), ("CANCELLED", True)])
def test_a_line_of_a_complete_order_that_nobody_told_of_may_be_projected(status: str, objects: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS)
    history.submits("FIRST", "FIRST", ACCESS)
    history.told("FIRST", status)
    history.sees("projection", "A", {"id": "FIRST-A1", "product": "Internet Access", "status": "Active"})
    assert any("no open order is to bring it" in said for said in history.said) == objects
