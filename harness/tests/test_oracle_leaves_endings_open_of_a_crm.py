"""What the oracle of CRMs leaves open where orders end, move and wait: what no document says is no objection."""

from typing import Any

import pytest

from ordertck.harness.tests.test_oracle_leaves_open_of_a_crm import ACCESS, LEASED, ROUTER, DeskHistory

ADD = {"number": "2", "product": "Static Address", "action": "Add"}


def _moved(*halves: dict[str, str]) -> DeskHistory:
    """An asset that was moved to another service point; the halves of the transfer are queued in this order."""
    history = DeskHistory()
    history.enters("FIRST", ACCESS | {"service_point": "OLD"})
    history.submits("FIRST", "FIRST", ACCESS | {"service_point": "OLD"})
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    history.enters("MOVE", *({k: v for k, v in half.items() if v != "OLD"} for half in halves))
    history.submits("MOVE", "MOVE", *halves)
    history.told("MOVE", "COMPLETE", *({"line": f"MOVE-{half['number']}", "status": "COMPLETE"} for half in halves))
    return history


COMES = ACCESS | {"action": "Move-Add", "asset": "FIRST-A1", "service_point": "NEW"}
LEAVES = ACCESS | {"number": "2", "action": "Move-Delete", "asset": "FIRST-A1", "service_point": "OLD"}


@pytest.mark.parametrize("halves", [(COMES, LEAVES), (LEAVES, COMES)])
@pytest.mark.parametrize(("point", "objects"), [("NEW", False), ("OLD", True)])
def test_where_an_asset_stands_hangs_on_no_order_of_lines(halves: Any, point: str, objects: bool) -> None:
    history = _moved(*halves)
    change = ACCESS | {"action": "Update", "asset": "FIRST-A1", "speed": "500"}
    history.enters("FASTER", change)
    history.submits("FASTER", "FASTER", change | {"service_point": point})
    assert any("queued for" in said for said in history.said) == objects


@pytest.mark.parametrize("ended", [True, False])
def test_what_is_filled_in_after_the_end_is_shown_or_not(ended: bool) -> None:
    history = DeskHistory()
    line = ACCESS | {"speed": "100"}
    history.enters("FIRST", line)
    history.submits("FIRST", "FIRST", line)
    history.told("FIRST", "COMPLETE" if ended else "IN PROGRESS")
    history.told("FIRST", "COMPLETE" if ended else "IN PROGRESS", {"line": "FIRST-1", "attributes": {"speed": "90"}})
    history.sees("order", "FIRST", {"id": "FIRST-1", "number": "1", "speed": "100"})
    assert any("speed of line 1" in said for said in history.said) != ended


@pytest.mark.parametrize("status", ["CANCELLED", "COMPLETE", "IN PROGRESS"])
def test_a_revision_of_what_has_ended_need_take_no_line(status: str) -> None:
    history = DeskHistory()
    history.enters("FIRST", ROUTER)
    history.submits("FIRST", "FIRST", ROUTER)
    history.does("revise", "order", "FIRST", {"id": "FIRST"}, **{"as": "FIRST-v2"})
    history.told("FIRST", status)
    history.does("enter", "line", "FIRST-2", {"refused": "the order is over"}, order="FIRST-v2", **ADD)
    assert any("cannot be entered" in said for said in history.said) == (status == "IN PROGRESS")


@pytest.mark.parametrize("status", ["CANCELLED", "IN PROGRESS"])
def test_a_revision_of_what_has_ended_need_take_no_price_list(status: str) -> None:
    history = DeskHistory()
    history.enters("FIRST", ROUTER)
    history.submits("FIRST", "FIRST", ROUTER)
    history.does("revise", "order", "FIRST", {"id": "FIRST"}, **{"as": "FIRST-v2"})
    history.told("FIRST", status)
    listed = {"order": "FIRST-v2", "price_list": "Seasonal Price List"}
    history.does("price", "line", "FIRST-1", {"refused": "the order is over"}, **listed)
    assert any("has no list" in said for said in history.said) == (status == "IN PROGRESS")


@pytest.mark.parametrize(("action", "objects"), [("-", False), ("Delete", True)])
def test_what_is_unchanged_need_not_be_approved(action: str, objects: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", LEASED)
    history.does("submit", "order", "FIRST", {"id": "FIRST"}, priority="Medium")
    history.does("approve", "order", "FIRST", {"id": "FIRST"})
    history.queues("FIRST", LEASED)
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    kept = LEASED | {"action": action, "asset": "FIRST-A1"}
    history.enters("SECOND", kept)
    history.submits("SECOND", "SECOND", kept)
    assert any("no supervisor has approved it" in said for said in history.said) == objects


def test_an_order_about_what_another_one_has_come_to_end_need_not_be_approved() -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS)
    history.submits("FIRST", "FIRST", ACCESS)
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    pause = ACCESS | {"action": "Suspend", "asset": "FIRST-A1"}
    history.enters("WAITS", pause, LEASED | {"number": "2"})
    history.does("submit", "order", "WAITS", {"id": "WAITS"}, priority="Medium")
    end = ACCESS | {"action": "Delete", "asset": "FIRST-A1"}
    history.enters("ENDS", end)
    history.submits("ENDS", "ENDS", end)
    history.does("approve", "order", "WAITS", {"refused": "there is nothing to suspend any more"})
    assert not any("cannot be approved" in said for said in history.said)


def test_an_order_about_what_stays_can_be_approved() -> None:
    history = DeskHistory()
    history.enters("WAITS", LEASED)
    history.does("submit", "order", "WAITS", {"id": "WAITS"}, priority="Medium")
    history.does("approve", "order", "WAITS", {"refused": "not today"})
    assert any("cannot be approved" in said for said in history.said)
