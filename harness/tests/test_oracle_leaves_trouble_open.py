"""What the oracle of order systems leaves open of fallouts, halves of transfers, and lines with nothing to do."""

import pytest

from ordertck.harness.messages import Edge
from ordertck.harness.tests.test_oracle_leaves_no_more_open import HOME, Revised
from ordertck.harness.tests.test_oracle_leaves_open import CONSUMER, HOUSEHOLD, History

LATER = "2099-01-01T00:00:00+00:00"


def _fallen_out(*lists: str) -> list[str]:
    """What is said of a fallout over a bundle and its component, on these price lists."""
    history = History()
    bundle = {"id": "FIRST-1", "product": "VoIP Service Bundle", "action": "Add", "asset": "BUNDLE"}
    voice = {"id": "FIRST-2", "product": "VoIP Voicemail", "action": "Add", "asset": "VOICE", "parent": "FIRST-1"}
    history.ordered("FIRST", bundle | {"price_list": lists[0]}, voice | {"price_list": lists[1]})
    about = {"order": "FIRST", "line": "FIRST-2", "incident": "I"}
    history.heard("fallout", Edge.CRM, **about, state="raised", reason="not the list of its bundle")
    return [said for said in history.said if "falls out" in said]


def test_a_component_on_another_list_than_its_bundle_may_be_brought_to_notice() -> None:
    assert not _fallen_out(HOUSEHOLD, CONSUMER)


def test_a_component_on_the_list_of_its_bundle_is_not() -> None:
    assert _fallen_out(CONSUMER, CONSUMER)


@pytest.mark.parametrize("date", [LATER, None])
def test_one_half_of_a_transfer_may_wait_for_the_date_of_the_other(date: str | None) -> None:
    history = History()
    history.installed()
    there = {"id": "THIRD-1", "action": "Move-Add", "asset": "HOME", "site": "B", "requested_delivery": date}
    here = {"id": "THIRD-2", "action": "Move-Delete", "asset": "HOME", "site": "A"}
    history.ordered("THIRD", there, here)
    history.rests()
    history.rests()
    assert any("waits for nothing" in said for said in history.said) == (date is None)


@pytest.mark.parametrize("asked", [True, False])
def test_a_line_that_was_complete_as_there_was_nothing_to_do_may_be_revised(asked: bool) -> None:
    history = Revised()
    history.version(HOME, {"id": "FIRST-2", "action": "Add", "asset": "SHED"})
    if asked:
        history.asks(HOME, "add", ends=True)
    lines = [{"line": "FIRST-1", "status": "COMPLETE"}]
    history.heard("order-update", Edge.CRM, order="FIRST", status="IN PROGRESS", lines=lines)
    history.version(HOME | {"attributes": {"speed": "500"}}, {"id": "FIRST-2", "action": "Add", "asset": "SHED"})
    assert any("point of no return" in said for said in history.said) == asked


@pytest.mark.parametrize("again", [True, False])
def test_a_follow_on_that_falls_out_once_more_may_go_no_further(again: bool) -> None:
    history = History()
    history.installed()
    history.ordered("BASE", {"id": "BASE-1", "action": "Add", "asset": "SHED"})
    asked = {"line": "BASE-1", "product": "Internet Access", "effect": "add", "asset": "SHED"}
    history.heard("provisioning-order", Edge.PROVISIONING, order="BASE", account="A", target="network", lines=[asked])
    call = f"m{len(history.crossings)}"
    history.ordered("SECOND", {"id": "SECOND-1", "action": "Add", "asset": "FLAT", "base_line": "BASE-1"})
    about = {"order": "BASE", "line": "BASE-1"}
    history.told("fault", Edge.PROVISIONING, **about, incident="I", reason="out of stock")
    ours = {"order": "SECOND", "line": "SECOND-1"}
    history.heard("fallout", Edge.CRM, **ours, incident="OURS", state="raised")
    history.told("fallout", Edge.PROVISIONING, **about, incident="I", state="resolved")
    history.told("provisioning-update", Edge.PROVISIONING, **about, sort="status", value="COMPLETE", call=call)
    history.heard("fallout", Edge.CRM, **ours, incident="OURS", state="resolved")
    if again:
        history.heard("fallout", Edge.CRM, **ours, incident="MORE", state="raised")
    history.completes("BASE")
    history.rests()
    history.rests()
    assert any("order SECOND" in said and "waits for nothing" in said for said in history.said) != again


@pytest.mark.parametrize("changes", [True, False])
def test_a_failed_change_that_is_not_wanted_any_more_may_be_complete(changes: bool) -> None:
    history, line = Revised(), {"id": "FIRST-1", "action": "Update", "asset": "HOME"}
    history.ordered("ZEROTH", {"id": "ZEROTH-1", "action": "Add", "asset": "HOME"})
    history.done("ZEROTH", ("add", "start"))
    history.rests()
    history.version(line | {"attributes": {"speed": "500"}})
    history.asks(line, "change")
    history.told("fault", Edge.PROVISIONING, order="FIRST", line="FIRST-1", incident="I", reason="it failed")
    history.rests()
    history.version(line | {"attributes": {"speed": "900"} if changes else {}})
    history.completes("FIRST")
    assert any("could not do it" in said for said in history.said) == changes


@pytest.mark.parametrize("listed", [HOUSEHOLD, CONSUMER])
def test_a_line_that_is_wanted_again_as_it_is_charged_may_be_complete(listed: str) -> None:
    """Billing could not change the charge to another list, and a later version takes that back."""
    history, line = Revised(), HOME
    history.version(line)
    history.asks(line, "add", ends=True)
    history.charges("all", "start", {})
    history.version(line | {"price_list": "Staff Price List"})
    asked = {"line": "FIRST-1", "product": "Internet Access", "effect": "change", "asset": "HOME"}
    lines = [asked | {"price_list": "Staff Price List"}]
    history.heard("billing-order", Edge.BILLING, order="FIRST", account="A", phase="all", lines=lines)
    history.told("fault", Edge.BILLING, order="FIRST", line="FIRST-1", incident="I", reason="no such plan")
    history.version(line | {"price_list": listed})
    history.completes("FIRST")
    assert any("could not do it" in said for said in history.said) == (listed == CONSUMER)


@pytest.mark.parametrize("cancelled", [True, False])
def test_what_failed_may_be_left_where_it_is_done_after_a_cancel(cancelled: bool) -> None:
    history = Revised()
    history.version(HOME)
    history.asks(HOME, "add")
    history.told("fault", Edge.PROVISIONING, order="FIRST", line="FIRST-1", incident="I", reason="it failed")
    history.rests()
    history.told("cancel", Edge.OMS, order="FIRST")
    if cancelled:
        history.heard("order-update", Edge.CRM, order="FIRST", status="CANCELLED", lines=[])
    history.rests()
    history.reports(HOME, "status", "COMPLETE")
    history.rests()
    assert not any("still set up" in said for said in history.said)


@pytest.mark.parametrize("depended", [True, False])
def test_what_came_before_its_base_line_need_not_wait_once_it_is_revised(depended: bool) -> None:
    history = Revised()
    waits = HOME | {"base_line": "BASE-1"}
    history.version(waits if depended else HOME)
    history.rests()
    history.ordered("BASE", {"id": "BASE-1", "action": "Add", "asset": "SHED"})
    history.rests()
    history.version(waits)
    history.asks(HOME, "add")
    assert any("is asked for before line BASE-1" in said for said in history.said) != depended
