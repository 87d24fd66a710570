"""The oracle: what it objects to in exchanges that are written by hand, and what it counts."""

from datetime import timedelta
from typing import Any

import pytest

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import reference_claims
from ordertck.harness.messages import Edge, Message, StepEffect
from ordertck.harness.oracle import Crossing, Oracle, Rest, invariants_of, known_invariants, unjudged
from ordertck.harness.oracle.som.ledger import Ask, Ledger
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tools.invariants import PAGE

CLAIMS = reference_claims(EDITION)
ROLES = ("crm", "integration", "oms", "som")


def crossing(record: int, told: bool, kind: str, edge: Edge, at: Any = NOW, **body: Any) -> Crossing:
    return Crossing(record, told, Message(f"m{record}", kind, edge, body, body["order"]), at)


def dated_order(record: int) -> Crossing:
    line = {"id": "L1", "number": "1", "product": "Internet Access", "action": "Add", "asset": "A1"}
    return crossing(
        record, True, "sales-order", Edge.OMS, order="O", id="O/1", account="A", price_list="Household Price List",
        requested_delivery=(NOW + timedelta(days=2)).isoformat(), lines=[line],
    )  # fmt: skip


def work(record: int, at: Any) -> Crossing:
    line = {"line": "L1", "product": "Internet Access", "effect": "start", "asset": "A1"}
    line["price_list"] = "Household Price List"
    return crossing(record, False, "billing-order", Edge.BILLING, at, order="O", account="A", phase="all", lines=[line])


def test_work_before_the_date_is_objected_to() -> None:
    oracle = Oracle("oms", CLAIMS)
    (found,) = oracle.hear([dated_order(1), Rest(1, NOW), work(2, NOW)])
    assert found.invariant == "nothing-is-done-before-its-date"
    assert "FD-04" in found.rules
    assert found.records == (2,)


def test_work_at_the_date_is_looked_at_and_held() -> None:
    oracle = Oracle("oms", CLAIMS)
    assert oracle.hear([dated_order(1), Rest(1, NOW), work(2, NOW + timedelta(days=2))]) == []
    assert oracle.looked_at["nothing-is-done-before-its-date"] == 1


def test_what_was_never_seen_is_not_counted() -> None:
    oracle = Oracle("oms", CLAIMS)
    assert oracle.hear([Rest(0, NOW)]) == []
    assert not oracle.looked_at


def suspension(record: int, effect: str) -> Crossing:
    lines = [{"line": "L1", "product": "Internet Access", "effect": effect, "asset": "A1"}]
    edge = Edge.PROVISIONING
    return crossing(record, True, "provisioning-order", edge, order="O", account="A", target="network", lines=lines)


def bar(record: int, effect: str, outcome: str) -> list[Crossing]:
    line = {"line": "L1", "product": "Internet Access", "step": "bar", "effect": effect, "asset": "A1"}
    report = {"order": "O", "line": "L1", "step": "bar", "outcome": outcome, "call": f"m{record}"}
    return [
        crossing(record, False, "network-order", Edge.NETWORK, order="O", lines=[line]),
        crossing(record + 1, True, "network-report", Edge.NETWORK, **report),
    ]


def at_site(record: int, effect: str, site: str | None, step: str = "reserve") -> list[Crossing]:
    line = {
        "line": "L1",
        "product": "Internet Access",
        "step": step,
        "effect": effect,
        "asset": "A1",
        "site": site,
    }
    outcome = "undone" if effect == "undo" else "done"
    report = {"order": "O", "line": "L1", "step": step, "outcome": outcome, "call": f"m{record}"}
    return [
        crossing(record, False, "network-order", Edge.NETWORK, order="O", lines=[line]),
        crossing(record + 1, True, "network-report", Edge.NETWORK, **report),
    ]


def sited(first: list[Crossing], then: list[Crossing]) -> set[str]:
    """What is objected to where a service without a site is given one by a revision, with this asked before and since.

    These are crossings 2 to 9, and 11 to 18.
    """
    line = {"line": "L1", "product": "Internet Access", "effect": "add", "asset": "A1"}
    named = {**line, "effect": "change", "site": "12 Mill Lane"}
    asked = {"order": "O", "account": "A", "target": "network"}
    end = {"order": "O", "line": "L1", "sort": "status", "value": "COMPLETE"}
    way = Edge.PROVISIONING
    found = Oracle("som", CLAIMS).hear([
        crossing(1, True, "provisioning-order", way, **asked, lines=[line], revision=1), *first,
        crossing(10, True, "provisioning-order", way, **asked, lines=[named], revision=2), *then,
        crossing(19, False, "provisioning-update", way, **end), Rest(19, NOW),
    ])  # fmt: skip
    return {each.invariant for each in found}


def test_each_step_is_done_at_a_site_that_is_named_since() -> None:
    first = [*at_site(2, "do", None), *at_site(4, "do", None, "design")]
    found = sited(first, [*at_site(11, "do", "12 Mill Lane"), *at_site(13, "undo", None)])
    assert "what-stands-is-what-was-wanted-last" in found


@pytest.mark.parametrize(("moves", "objected"), [("do, undo", False), ("do", True), ("nothing", True)])
def test_what_stood_where_nobody_had_named_a_site_may_be_at_the_one_that_is_named_since(
    moves: str, objected: bool
) -> None:
    done = at_site(11, "do", "12 Mill Lane") if moves.startswith("do") else []
    undone = at_site(13, "undo", None) if moves.endswith("undo") else []
    found = sited(at_site(2, "do", None), [*done, *undone])
    assert ("what-stands-is-what-was-wanted-last" in found) is objected


def test_what_is_done_anew_and_has_failed_is_to_be_done_though_the_line_was_revised_since() -> None:
    oracle = Oracle("som", CLAIMS)
    end = {"order": "O", "line": "L1", "sort": "status", "value": "COMPLETE"}
    found = oracle.hear([
        suspension(1, "suspend"), *bar(2, "do", "done"), suspension(4, "remove"), *bar(5, "undo", "undone"),
        suspension(7, "suspend"), *bar(8, "do", "failed"), suspension(10, "suspend"),
        crossing(11, False, "provisioning-update", Edge.PROVISIONING, **end),
    ])  # fmt: skip
    assert "a-line-is-complete-when-the-network-has-done-it" in {each.invariant for each in found}


@pytest.mark.parametrize("again", [True, False])
def test_what_leads_back_and_has_failed_is_not_to_be_done_once_the_line_is_wanted_again(again: bool) -> None:
    oracle = Oracle("som", CLAIMS)
    end = {"order": "O", "line": "L1", "sort": "status", "value": "COMPLETE"}
    found = oracle.hear([
        suspension(1, "suspend"), *bar(2, "do", "done"), suspension(4, "remove"), *bar(5, "undo", "failed"),
        *([suspension(7, "suspend")] if again else []),
        crossing(8, False, "provisioning-update", Edge.PROVISIONING, **end),
    ])  # fmt: skip
    said = [each for each in found if each.invariant == "a-line-is-complete-when-the-network-has-done-it"]
    assert bool(said) is not again


@pytest.mark.parametrize("role", ROLES)
def test_invariants_stand_for_rules_that_bind_their_role(role: str) -> None:
    rules = EDITION.register.rules
    for known in known_invariants(role):
        assert known.says
        assert known.rules
        assert all(role in rules[rule].binds for rule in known.rules), known.name


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_judged_has_no_invariant(role: str) -> None:
    for rule, reason in unjudged().get(role, {}).items():
        assert reason
        assert not [known for known in invariants_of(rule) if known.role == role], rule


@pytest.mark.parametrize("role", ROLES)
def test_every_examined_rule_is_judged_or_has_a_reason(role: str) -> None:
    examined = {example.id.rule for example in EDITION.examples if example.id.role == role}
    judged = {rule for known in known_invariants(role) for rule in known.rules}
    assert examined - judged == set(unjudged().get(role, {})) & examined


def test_the_page_of_invariants_has_those_of_order_management() -> None:
    told = PAGE.read_text(encoding="utf-8")
    missing = [known.name for known in known_invariants("oms") if f"| {known.name} | {known.in_full} |" not in told]
    assert not missing, "run 'make pages'"


def test_an_undo_that_the_network_refused_takes_nothing_away() -> None:
    """It may be asked for again: a step that was mended meanwhile may have rested on what was to be undone."""
    ledger = Ledger()
    effects: tuple[StepEffect, ...] = ("do", "undo", "undo")
    done, refused, again = (
        Ask(record, f"call-{record}", "O", "L", "A", "reserve", effect, 1, None, {})
        for record, effect in enumerate(effects, 1)
    )
    for ask, outcome in ((done, "done"), (refused, "failed")):
        ledger.ask(ask)
        ledger.report({"line": "L", "step": "reserve", "outcome": outcome, "call": ask.call})
    assert ledger.will_stand(again) == 1
    ledger.ask(again)
    ledger.report({"line": "L", "step": "reserve", "outcome": "undone", "call": again.call})
    assert not ledger.standing("A")
    assert not ledger.open("A")
