"""What the oracle of CRMs leaves open: what no document says is no objection, whoever does it."""

from collections.abc import Callable
from typing import Any

import pytest

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import reference_claims
from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle import Crossing, Oracle
from ordertck.harness.tests.support import EDITION

CLAIMS = reference_claims(EDITION)
ROUTER = {"number": "1", "product": "Home Router", "action": "Add"}
ACCESS = {"number": "1", "product": "Internet Access", "action": "Add"}
LEASED = {"number": "1", "product": "Leased Line", "action": "Add"}


class DeskHistory:
    """An exchange with a CRM that is written by hand; ``said`` is every breach that its oracle saw."""

    def __init__(self) -> None:
        self.crossings: list[Crossing] = []

    def does(self, verb: str, what: str, ref: str, shown: dict[str, Any] | None = None, **fields: str) -> None:
        asked = self._crosses(True, "desk-do", Edge.DESK, {"verb": verb, "object": what, "ref": ref, "fields": fields})
        answer = {"object": what, "ref": ref, "fields": {}, "rows": []} | (shown or {})
        self._crosses(False, "desk-shown", Edge.DESK, answer, asked)

    def sees(self, what: str, ref: str, *rows: dict[str, str], **fields: str) -> None:
        asked = self._crosses(True, "desk-see", Edge.DESK, {"object": what, "ref": ref})
        shown = {"object": what, "ref": ref, "id": ref, "fields": fields, "rows": list(rows)}
        self._crosses(False, "desk-shown", Edge.DESK, shown, asked)

    def sees_while(self, what: str, ref: str, tells: Callable[[], None], *rows: dict[str, str]) -> None:
        """A user looks at something, and is shown it once ``tells`` has told the CRM something."""
        asked = self._crosses(True, "desk-see", Edge.DESK, {"object": what, "ref": ref})
        tells()
        self._crosses(False, "desk-shown", Edge.DESK, {"object": what, "ref": ref, "rows": list(rows)}, asked)

    def enters(self, order: str, *lines: dict[str, str], **header: str) -> None:
        self.does("enter", "order", order, {"id": order}, account="A", price_list="Household Price List", **header)
        for line in lines:
            ref = f"{order}-{line['number']}"
            self.does("enter", "line", ref, {"id": ref}, order=order, **line)

    def submits(self, ref: str, order: str, *lines: dict[str, str], revision: int = 1, **more: Any) -> None:
        """A user submits what is entered under ``ref``; it goes on the queue with these lines."""
        self.does("submit", "order", ref, {"id": order}, priority="Medium")
        self.queues(order, *lines, revision=revision, **more)

    def queues(self, order: str, *lines: dict[str, Any], revision: int = 1, **more: Any) -> None:
        own = ("number", "product", "action", "asset", "parent", "base_line", "service_point", "site")
        whole = [
            {"id": f"{order}-{line['number']}", "asset": f"{order}-A{line['number']}"}
            | {name: line[name] for name in own if name in line}
            | {"attributes": {name: value for name, value in line.items() if name not in own}}
            for line in lines
        ]
        header = {"account": "A", "price_list": "Household Price List", "priority": "Medium"} | more
        body = {"order": order, "id": f"{order}/{revision}", "revision": revision, "lines": whole} | header
        self._crosses(False, "order-submission", Edge.SUBMISSION, body)

    def told(self, order: str, status: str, *lines: dict[str, Any]) -> None:
        self._crosses(True, "order-update", Edge.CRM, {"order": order, "status": status, "lines": list(lines)})

    @property
    def said(self) -> list[str]:
        return [found.said for found in Oracle("crm", CLAIMS).hear(self.crossings)]

    def _crosses(self, told: bool, kind: str, edge: Edge, body: dict[str, Any], re: str | None = None) -> str:
        record = len(self.crossings) + 1
        priority = 5 if kind == "order-submission" else None
        message = Message(f"m{record}", kind, edge, body, body.get("order", body.get("ref", "")), re, priority)
        self.crossings.append(Crossing(record, told, message, NOW))
        return message.id


@pytest.mark.parametrize("meanwhile", [True, False])
def test_what_is_shown_may_be_from_before_news_that_came_since_it_was_asked_for(meanwhile: bool) -> None:
    """A CRM may answer a user first and read its queue then, or the other way round."""
    history = DeskHistory()
    history.enters("O", ROUTER)
    history.submits("O", "O", ROUTER)
    if meanwhile:
        history.sees_while("projection", "A", lambda: history.told("O", "IN PROGRESS"))
    else:
        history.told("O", "IN PROGRESS")
        history.sees("projection", "A")
    assert history.said == ([] if meanwhile else ["Home Router O-A1 will be there, and is not projected"])


def test_what_comes_after_a_cancellation_may_open_the_order_again_or_not() -> None:
    for status in ("CANCELLED", "IN PROGRESS"):
        history = DeskHistory()
        history.enters("FIRST", ROUTER)
        history.submits("FIRST", "FIRST", ROUTER)
        history.told("FIRST", "CANCELLED")
        history.told("FIRST", "IN PROGRESS")
        history.sees("order", "FIRST", status=status)
        assert not any("shown as" in said for said in history.said)


def test_an_order_that_was_never_cancelled_is_not_shown_so() -> None:
    history = DeskHistory()
    history.enters("FIRST", ROUTER)
    history.submits("FIRST", "FIRST", ROUTER)
    history.told("FIRST", "IN PROGRESS")
    history.sees("order", "FIRST", status="CANCELLED")
    assert any("is IN PROGRESS, and shown as CANCELLED" in said for said in history.said)


def test_a_component_whose_product_the_desk_refused_need_not_be_taken() -> None:
    history = DeskHistory()
    history.enters("FIRST")
    bundle = {"order": "FIRST", "number": "1", "product": "VoIP Service Bundle", "action": "add"}
    history.does("enter", "line", "FIRST-1", {"refused": "there is no such action"}, **bundle)
    part = {"order": "FIRST", "number": "1.1", "product": "VoIP Access", "action": "Add", "parent": "FIRST-1"}
    history.does("enter", "line", "FIRST-1.1", {"refused": "there is no such line"}, **part)
    assert not any("VoIP Access cannot be entered" in said for said in history.said)


@pytest.mark.parametrize(("line", "objects"), [(LEASED, False), (LEASED | {"number": "2"}, True)])
def test_what_a_supervisor_has_approved_may_go_on_when_it_is_revised(line: dict[str, str], objects: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", LEASED)
    history.does("submit", "order", "FIRST", {"id": "FIRST"}, priority="Medium")
    history.does("approve", "order", "FIRST", {"id": "FIRST"})
    history.queues("FIRST", LEASED)
    history.does("revise", "order", "FIRST", {"id": "FIRST"}, **{"as": "FIRST-v2"})
    lines = [LEASED] if line is LEASED else [LEASED, line]
    for each in lines[1:]:
        history.does("enter", "line", "FIRST-2", {"id": "FIRST-2"}, order="FIRST-v2", **each)
    history.submits("FIRST-v2", "FIRST", *lines, revision=2)
    assert any("no supervisor has approved it" in said for said in history.said) == objects


@pytest.mark.parametrize("speed", ["500", "100"])
def test_what_is_due_already_goes_before_or_after_what_has_no_date(speed: str) -> None:
    history = DeskHistory()
    due = NOW.isoformat()
    history.enters("FIRST", ACCESS | {"speed": "100"}, due_date=due)
    history.submits("FIRST", "FIRST", ACCESS | {"speed": "100"}, due_date=due)
    change = {"number": "1", "product": "Internet Access", "action": "Update", "asset": "FIRST-A1", "speed": "500"}
    history.enters("SECOND", change)
    history.submits("SECOND", "SECOND", change | {"base_line": "FIRST-1"}, base_order="FIRST")
    history.sees(
        "projection", "A", {"id": "FIRST-A1", "product": "Internet Access", "speed": speed, "status": "Active"}
    )
    assert not any("is projected as" in said for said in history.said)


@pytest.mark.parametrize("parent", [None, "SECOND-1"])
def test_a_line_about_a_component_may_be_queued_below_what_it_is_part_of(parent: str | None) -> None:
    history = DeskHistory()
    bundle = {"number": "1", "product": "Home Starter Pack", "action": "Add"}
    part = {"number": "1.1", "product": "Static Address", "action": "Add", "parent": "FIRST-1"}
    history.enters("FIRST", bundle, part)
    history.submits("FIRST", "FIRST", bundle, part)
    history.told("FIRST", "COMPLETE", *({"line": f"FIRST-{n}", "status": "COMPLETE"} for n in ("1", "1.1")))
    whole = {"number": "1", "product": "Home Starter Pack", "action": "Suspend", "asset": "FIRST-A1"}
    moved = {"number": "2", "product": "Static Address", "action": "Suspend", "asset": "FIRST-A1.1"}
    history.enters("SECOND", whole, moved)
    history.submits("SECOND", "SECOND", whole, moved | ({"parent": parent} if parent else {}))
    assert not any("is no component" in said for said in history.said)


def _change(**values: str) -> dict[str, str]:
    return {"number": "1", "product": "Internet Access", "action": "Update", "asset": "FIRST-A1"} | values


@pytest.mark.parametrize("goes_on", [True, False])
def test_a_revision_need_not_build_on_what_goes_on_from_its_order(goes_on: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS)
    history.submits("FIRST", "FIRST", ACCESS)
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    history.enters("SECOND", _change(speed="100"))
    history.submits("SECOND", "SECOND", _change(speed="100"))
    history.enters("THIRD", _change(speed="500"))
    base = {"base_line": "SECOND-1"} if goes_on else {}
    history.submits("THIRD", "THIRD", _change(speed="500", **base))
    history.does("revise", "order", "SECOND", {"id": "SECOND"}, **{"as": "SECOND-v2"})
    history.submits("SECOND-v2", "SECOND", _change(speed="50"), revision=2)
    assert any(said.startswith("line 1 of order SECOND builds on") for said in history.said) != goes_on


@pytest.mark.parametrize(("status", "objects"), [("CANCELLED", False), ("COMPLETE", True)])
def test_a_service_point_of_a_cancelled_order_need_not_be_kept(status: str, objects: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS | {"service_point": "here"})
    history.submits("FIRST", "FIRST", ACCESS | {"service_point": "here"})
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    history.enters("SECOND", _change(service_point="there"))
    history.submits("SECOND", "SECOND", _change(service_point="there"))
    history.told("SECOND", status, {"line": "SECOND-1", "status": status})
    history.enters("THIRD", _change(speed="500"))
    history.submits("THIRD", "THIRD", _change(speed="500", service_point="here"))
    assert any("for service point" in said for said in history.said) == objects


@pytest.mark.parametrize("chained", [True, False])
def test_orders_that_build_on_each_other_leave_what_the_one_before_has_changed(chained: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS | {"speed": "100"})
    history.submits("FIRST", "FIRST", ACCESS | {"speed": "100"})
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    for name, entered, base in (("SECOND", {"speed": "300"}, ""), ("THIRD", {"upload": "50"}, "SECOND-1")):
        history.enters(name, _change(**entered))
        history.submits(name, name, _change(**entered, **({"base_line": base} if base and chained else {})))
    history.enters("FOURTH", _change(upload="90"))
    history.submits("FOURTH", "FOURTH", _change(upload="90", speed="100"))
    assert any("speed of line 1 of order FOURTH is 300 by then" in said for said in history.said) == chained


@pytest.mark.parametrize(("site", "objects"), [("there", False), ("here", True)])
def test_an_asset_has_moved_once_both_halves_are_told(site: str, objects: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS | {"site": "here"})
    history.submits("FIRST", "FIRST", ACCESS | {"site": "here"})
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    halves = [
        _change(action="Move-Add", site="there"),
        _change(action="Move-Delete", site="here", number="2"),
    ]
    history.enters("SECOND", *halves)
    history.submits("SECOND", "SECOND", *halves)
    for line, status in (("SECOND-2", "IN PROGRESS"), ("SECOND-1", "COMPLETE")):
        history.told("SECOND", status, {"line": line, "status": "COMPLETE"})
    history.sees("assets", "A", {"id": "FIRST-A1", "product": "Internet Access", "site": site, "status": "Active"})
    assert any("is at there, and shown at here" in said for said in history.said) == objects


BUNDLE = {"number": "1", "product": "Home Starter Pack", "action": "Add"}
PART = {"number": "1.1", "product": "Static Address", "action": "Add", "parent": "FIRST-1"}


@pytest.mark.parametrize("taken_off", [True, False])
def test_a_component_whose_product_was_taken_off_is_below_what_comes_in_its_place_or_not(taken_off: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", BUNDLE, PART)
    if taken_off:
        history.does("discard", "line", "FIRST-1", order="FIRST")
        history.does("enter", "line", "FIRST-1", {"id": "FIRST-1"}, order="FIRST", **BUNDLE)
    alone = {name: value for name, value in PART.items() if name != "parent"}
    history.submits("FIRST", "FIRST", BUNDLE, alone)
    assert any("belongs to FIRST-1, and is queued without a parent" in said for said in history.said) != taken_off


@pytest.mark.parametrize("cleared", [True, False])
def test_a_value_that_a_user_cleared_may_be_queued_blank(cleared: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS | {"speed": "100"})
    history.submits("FIRST", "FIRST", ACCESS | {"speed": "100"})
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    history.enters("SECOND", _change(upload="50", **({"speed": ""} if cleared else {})))
    history.submits("SECOND", "SECOND", _change(upload="50", speed=""))
    assert any("speed of line 1 of order SECOND is 100" in said for said in history.said) != cleared


@pytest.mark.parametrize("cancelled", [True, False])
def test_what_waits_for_a_supervisor_may_build_on_a_maker_that_was_cancelled(cancelled: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS)
    history.submits("FIRST", "FIRST", ACCESS)
    change, waits = _change(speed="500"), LEASED | {"number": "2"}
    history.enters("SECOND", change, waits)
    history.does("submit", "order", "SECOND", {"id": "SECOND"}, priority="Medium")
    if cancelled:
        history.told("FIRST", "CANCELLED")
    history.does("approve", "order", "SECOND", {"id": "SECOND"})
    base = "FIRST-1" if cancelled else "NOTHING-1"
    history.queues("SECOND", change | {"base_line": base}, waits, base_order="FIRST")
    assert any(said.startswith("line 1 of order SECOND builds on") for said in history.said) != cancelled


@pytest.mark.parametrize(("queued", "objects"), [("100", False), ("", False), ("500", True)])
def test_what_a_revision_has_as_it_is_there_is_not_queued_as_the_version_before_had_it(
    queued: str, objects: bool
) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS | {"speed": "100"})
    history.submits("FIRST", "FIRST", ACCESS | {"speed": "100"})
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    history.enters("SECOND", _change(speed="500"))
    history.submits("SECOND", "SECOND", _change(speed="500"))
    history.does("revise", "order", "SECOND", {"id": "SECOND"}, **{"as": "SECOND-v2"})
    back = {"order": "SECOND-v2", **_change(speed="100")}
    history.does("enter", "line", "SECOND-1", {"id": "SECOND-1"}, **back)
    history.submits("SECOND-v2", "SECOND", _change(**({"speed": queued} if queued else {})), revision=2)
    assert any("speed 100 in line 1 of order SECOND" in said for said in history.said) == objects
