"""The balance of an integration layer: what it owes for what it was given, and what it is free in."""

from datetime import UTC, datetime
from typing import Any

import pytest

from ordertck.harness.bench.directory import Directory
from ordertck.harness.bench.orders import DraftLine
from ordertck.harness.claims import reference_claims
from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle import carriage
from ordertck.harness.oracle.carriage import Book, Traffic
from ordertck.harness.oracle.integration.names import Names
from ordertck.harness.tests.support import EDITION

LINE = {
    "id": "N-L1",
    "number": "1",
    "product": "Internet Access",
    "action": "Add",
    "asset": "N-A1",
    "override": "19.90",
}
ORDER = {"order": "T-ORDER", "id": "T-ORDER/1", "revision": 1, "account": "T-CUSTOMER", "lines": [LINE]}


@pytest.fixture
def book() -> Book:
    directory = Directory("T", EDITION.catalogue, datetime(2026, 3, 2, tzinfo=UTC), lambda _: None)
    order = directory.new_order("ORDER", price_list=None)
    line = DraftLine("1", "Internet Access", id="N-L1")
    for identity in ("N-L1", "OSM:N-L1"):
        directory.know_line(order, line, identity)
    return Book(directory, reference_claims(EDITION), lambda identity: identity.startswith("OSM:"))


def message(kind: str, edge: Edge, body: dict[str, Any], number: int = 1) -> Message:
    return Message(f"{kind}-{edge}-{number}", kind, edge, body)


def judged(book: Book, told: list[Message], heard: list[Message]) -> str:
    """What is wrong, in words; empty where nothing is."""
    wrong = carriage.complaint(Traffic(True, told, heard), book)
    return f"{wrong.expected}; seen: {wrong.seen}" if wrong else ""


SUBMITTED = message("order-submission", Edge.SUBMISSION, ORDER)


def test_an_order_that_arrives_as_it_was_is_in_balance(book: Book) -> None:
    assert judged(book, [SUBMITTED], [message("sales-order", Edge.OMS, ORDER)]) == ""


@pytest.mark.parametrize("change", [{"override": "19.9"}, {"site": None}, {"price_list": ""}, {"asset": "COMMON:A1"}])
def test_what_is_left_open_is_free(book: Book, change: dict[str, Any]) -> None:
    """How prices and blanks are written, and an id of the layer's own for an asset."""
    assert judged(book, [SUBMITTED], [message("sales-order", Edge.OMS, {**ORDER, "lines": [{**LINE, **change}]})]) == ""


@pytest.mark.parametrize(
    "change", [{"override": "20"}, {"action": "Update"}, {"asset": None}, {"attributes": {"speed": "1"}}, {"site": "X"}]
)
def test_every_field_of_a_line_counts(book: Book, change: dict[str, Any]) -> None:
    altered = message("sales-order", Edge.OMS, {**ORDER, "lines": [{**LINE, **change}]})
    assert "line 1 of order ORDER" in judged(book, [SUBMITTED], [altered])


def test_nothing_is_lost_doubled_or_invented(book: Book) -> None:
    over = [message("sales-order", Edge.OMS, ORDER, number) for number in (1, 2)]
    assert "nothing of it" in judged(book, [SUBMITTED], [])
    assert "handed over once" in judged(book, [SUBMITTED, SUBMITTED], over)
    assert "handed over once" in judged(book, [], over[:1])


def test_what_is_refused_need_not_arrive(book: Book) -> None:
    refusal = message("refusal", Edge.CRM, {"order": "T-ORDER", "reason": "the priority"})
    assert judged(book, [SUBMITTED], [refusal]) == ""
    assert "no failure that nothing explains" in judged(
        book, [SUBMITTED], [refusal, message("sales-order", Edge.OMS, ORDER)]
    )


def update(edge: Edge, line: str, number: int, status: str = "COMPLETE") -> Message:
    body = {"order": "T-ORDER", "status": "OPEN", "lines": [{"line": line, "status": status}]}
    return message("order-update", edge, body, number)


def test_news_arrive_under_the_receivers_id_in_turn(book: Book) -> None:
    told = [update(Edge.OMS, "OSM:N-L1", 1, "IN PROGRESS"), update(Edge.OMS, "OSM:N-L1", 2)]
    heard = [update(Edge.CRM, "N-L1", 1, "IN PROGRESS"), update(Edge.CRM, "N-L1", 2)]
    assert judged(book, told, heard) == ""
    assert "told of ORDER ORDER/1 status" in judged(book, told, heard[::-1])
    assert "own id of ORDER/1" in judged(book, told[:1], [update(Edge.CRM, "OSM:N-L1", 1, "IN PROGRESS")])


def call(edge: Edge, number: int = 1, **line: Any) -> Message:
    shape = {"line": "OSM:N-L1", "product": "Internet Access", "effect": "start", **line}
    return message(
        "billing-order", edge, {"order": "T-ORDER", "account": "A", "phase": "all", "lines": [shape]}, number
    )


def test_a_charge_is_asked_for_on_the_plan_of_its_list(book: Book) -> None:
    asked = call(Edge.OMS, price_list="Consumer Price List")
    assert judged(book, [asked], [call(Edge.BILLING, rate_plan="CONSUMER-PLAN")]) == ""
    assert "plan CONSUMER-PLAN" in judged(book, [asked], [call(Edge.BILLING, rate_plan="PREMIUM-PLAN")])
    assert "effect start" in judged(book, [asked], [call(Edge.BILLING, rate_plan="CONSUMER-PLAN", effect="stop")])


def test_what_cannot_be_billed_is_told_of(book: Book) -> None:
    asked = call(Edge.OMS, price_list="Staff Price List")
    fault = message("fault", Edge.OMS, {"order": "T-ORDER", "incident": "I", "reason": "no plan", "line": "OSM:N-L1"})
    assert judged(book, [asked], [fault]) == ""
    assert "billing-order" in judged(book, [asked], [])


def test_what_cannot_be_billed_is_not_taken_for_the_next_line_that_is_asked_for() -> None:
    """A layer may have ids of its own for lines; it has passed on what can be billed."""
    names = Names(EDITION.catalogue)
    lines = [{"id": f"L{number}", "number": str(number)} for number in (1, 2)]
    names.submitted({"order": "T-ORDER", "lines": lines})
    names.asked(call(Edge.OMS, 1, line="L1", price_list="Staff Price List"))
    names.asked(call(Edge.OMS, 2, line="L2", price_list="Consumer Price List"))
    names.passed_on(call(Edge.BILLING, 3, line="OWN", rate_plan="CONSUMER-PLAN"))
    assert names.line_key("OWN") == "L2"


def test_an_asset_that_a_layer_has_named_once_tells_lines_apart() -> None:
    """What the line of another asset has in common with a call, such as the site, counts for nothing then."""
    names, priced = Names(EDITION.catalogue), {"price_list": "Consumer Price List"}
    names.submitted({"order": "T-ORDER", "lines": [{"id": f"L{n}", "number": str(n)} for n in range(1, 5)]})
    names.asked(call(Edge.OMS, 1, line="L1", asset="A1", **priced))
    names.asked(call(Edge.OMS, 2, line="L2", asset="A2", **priced))
    names.asked(call(Edge.OMS, 3, line="L3", asset="A1", effect="stop"))
    names.asked(call(Edge.OMS, 4, line="L4", asset="A2", effect="stop", site="1 Mill Lane"))
    names.passed_on(call(Edge.BILLING, 5, line="OWN-1", asset="X1"))
    names.passed_on(call(Edge.BILLING, 6, line="OWN-2", asset="X2"))
    names.passed_on(call(Edge.BILLING, 7, line="OWN-3", asset="X1", effect="stop", site="1 Mill Lane"))
    assert [names.line_key(f"OWN-{number}") for number in (1, 2, 3)] == ["L1", "L2", "L3"]


def altered(edge: Edge, number: int, speed: str) -> Message:
    return call(edge, number, effect="change", attributes={"speed": speed})


def test_what_is_asked_of_a_line_stays_in_turn_by_what_it_says(book: Book) -> None:
    asked = [altered(Edge.OMS, 1, "100"), altered(Edge.OMS, 2, "500")]
    assert judged(book, asked, [altered(Edge.BILLING, 1, "100"), altered(Edge.BILLING, 2, "500")]) == ""
    assert "in turn" in judged(book, asked, [altered(Edge.BILLING, 1, "500"), altered(Edge.BILLING, 2, "100")])


def test_what_cannot_be_billed_is_told_of_as_often_as_it_was_asked_for(book: Book) -> None:
    asked = call(Edge.OMS, price_list="Staff Price List")
    body = {"order": "T-ORDER", "reason": "no plan", "line": "OSM:N-L1"}
    faults = [message("fault", Edge.OMS, {**body, "incident": f"I{number}"}, number) for number in (1, 2)]
    assert judged(book, [asked], faults[:1]) == ""
    assert "as often as it was asked for" in judged(book, [asked], faults)


def fallout(edge: Edge, line: str, state: str) -> Message:
    body = {"order": "T-ORDER", "incident": "I", "state": state, "line": line}
    return message("fallout", edge, body, 1 if state == "raised" else 2)


def test_a_failure_is_told_before_it_is_mended(book: Book) -> None:
    told = [fallout(Edge.OMS, "OSM:N-L1", state) for state in ("raised", "resolved")]
    heard = [fallout(Edge.CRM, "N-L1", state) for state in ("raised", "resolved")]
    assert judged(book, told, heard) == ""
    assert "fallout I raised after what came about later" in judged(book, told, heard[::-1])


def work(edge: Edge, line: str, sort: str, value: str) -> Message:
    number = 1 if sort == "milestone" else 2
    body = {"order": "T-ORDER", "line": line, "sort": sort, "value": value}
    return message("provisioning-update", edge, body, number)


def test_what_is_told_of_work_on_a_line_stays_in_turn(book: Book) -> None:
    news = (("milestone", "DESIGNED"), ("status", "COMPLETE"))
    told = [work(Edge.PROVISIONING, "N-L1", *said) for said in news]
    heard = [work(Edge.OMS, "OSM:N-L1", *said) for said in news]
    assert judged(book, told, heard) == ""
    assert "in turn of ORDER/1" in judged(book, told, heard[::-1])


def test_what_is_made_of_an_order_that_nobody_submitted_is_free(book: Book) -> None:
    told = [update(Edge.OMS, "OSM:N-L1", 1)]
    assert "told of ORDER status" in judged(book, told, [])
    assert carriage.complaint(Traffic(True, told, [], {"T-ORDER"}), book) is None
