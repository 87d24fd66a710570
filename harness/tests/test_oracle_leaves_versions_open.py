"""What the oracle of order systems leaves open of versions, of a list that nobody named, and of what rests."""

from typing import Any

import pytest

from ordertck.harness.messages import Edge, replace
from ordertck.harness.oracle import Oracle
from ordertck.harness.tests.test_oracle_leaves_no_more_open import HOME, Revised
from ordertck.harness.tests.test_oracle_leaves_open import CLAIMS, HOUSEHOLD, History, update

DEFAULT = "Catalogue Price List"


def revised(history: History, order: str, *lines: dict[str, Any]) -> None:
    """The system is told the second version of an order, and nothing is heard of it."""
    whole = [{"number": str(n), "product": "Internet Access"} | line for n, line in enumerate(lines, 1)]
    header = {"order": order, "id": f"{order}/2", "account": "A", "price_list": HOUSEHOLD, "revision": 2}
    history.told("sales-order", Edge.OMS, **header, lines=whole)
    history.rests()


def _revised_after_a_cancel(is_over: bool) -> list[str]:
    """What is said of a version that is taken in while an order is being cancelled, or once it is cancelled."""
    history, line = History(), {"id": "FIRST-1", "action": "Add", "asset": "HOME"}
    history.ordered("FIRST", line)
    asked = {"line": "FIRST-1", "product": "Internet Access", "effect": "add", "asset": "HOME"}
    history.heard("provisioning-order", Edge.PROVISIONING, order="FIRST", account="A", target="network", lines=[asked])
    history.rests()
    history.told("cancel", Edge.OMS, order="FIRST")
    remove = asked | {"effect": "remove"}
    history.heard("provisioning-order", Edge.PROVISIONING, order="FIRST", account="A", target="network", lines=[remove])
    history.rests()
    if is_over:
        history.heard("order-update", Edge.CRM, order="FIRST", status="CANCELLED", lines=[])
    revised(history, "FIRST", line)
    return [said for said in history.said if "was taken in" in said]


def test_a_version_may_be_taken_while_its_order_is_being_cancelled() -> None:
    assert not _revised_after_a_cancel(is_over=False)


def test_a_cancelled_order_is_not_revised() -> None:
    assert _revised_after_a_cancel(is_over=True) == ["order FIRST was taken in: order cancelled"]


@pytest.mark.parametrize(("read", "action"), [(False, "-"), (True, "-"), (False, "Suspend"), (True, "Suspend")])
def test_a_failed_change_that_is_wanted_no_more_may_be_complete(read: bool, action: str) -> None:
    """Or which may have been, as long as nobody knows whether the newer version was read."""
    history = History()
    history.installed()
    history.ordered("SECOND", update("SECOND"))
    asked = {"line": "SECOND-1", "product": "Internet Access", "effect": "change", "asset": "HOME"}
    history.heard("provisioning-order", Edge.PROVISIONING, order="SECOND", account="A", target="network", lines=[asked])
    history.told("fault", Edge.PROVISIONING, order="SECOND", line="SECOND-1", incident="i1", reason="broken")
    history.rests()
    line = {"id": "SECOND-1", "number": "1", "product": "Internet Access", "action": action, "asset": "HOME"}
    header = {"order": "SECOND", "id": "SECOND/2", "account": "A", "price_list": HOUSEHOLD, "revision": 2}
    history.told("sales-order", Edge.OMS, **header, lines=[line])
    if read:
        history.rests()
    complete = {"line": "SECOND-1", "status": "COMPLETE"}
    history.heard("order-update", Edge.CRM, order="SECOND", status="COMPLETE", lines=[complete])
    said = [each for each in history.said if "could not do it" in each]
    assert bool(said) == (read and action == "Suspend")


@pytest.mark.parametrize(("charged", "objects"), [(HOUSEHOLD, False), (DEFAULT, False), ("Consumer Price List", True)])
def test_a_change_may_go_to_the_default_list_of_a_blank_header(charged: str, objects: bool) -> None:
    """Or leave what is installed on its own list: where blank lists are filled in, nobody says from a default too."""
    history = History()
    history.installed()
    line = update("SECOND") | {"number": "1", "product": "Internet Access"}
    history.told("sales-order", Edge.OMS, order="SECOND", id="SECOND/1", account="A", lines=[line])
    history.values["SECOND"] = line["attributes"]
    history.done("SECOND", ("change", "change"), charged)
    history.rests()
    switches = {**CLAIMS.switches, "no_header_pl": "default", "update_empty_pl": "fill"}
    said = [found.said for found in Oracle("oms", replace(CLAIMS, switches=switches)).hear(history.crossings)]
    assert any("is moved to" in each for each in said) == objects
    assert objects or not said


@pytest.mark.parametrize(
    ("more", "objects"),
    [({"site": "B"}, False), ({"service_point": "P"}, False), ({"attributes": {"speed": "1"}}, False), ({}, True)],
)
def test_a_place_or_value_on_what_rests_touches_no_locked_line(more: dict[str, Any], objects: bool) -> None:
    """To suspend something else touches it, and is refused; what else a Suspend says means nothing."""
    history = History()
    history.installed()
    rests = {"id": "SECOND-1", "action": "Suspend", "asset": "HOME"}
    history.ordered("SECOND", rests, {"id": "SECOND-2", "action": "Add", "asset": "SHED"})
    history.done("SECOND", ("suspend", "suspend"), tells=False)
    lines = [{"line": "SECOND-1", "status": "COMPLETE"}]
    history.heard("order-update", Edge.CRM, order="SECOND", status="IN PROGRESS", lines=lines)
    other = rests | (more or {"asset": "ELSEWHERE"})
    revised(history, "SECOND", other, {"id": "SECOND-2", "action": "Add", "asset": "SHED"})
    assert any("point of no return" in said for said in history.said) == objects


@pytest.mark.parametrize("set_up", ["100", "500"])
def test_a_value_on_what_rests_may_be_set_up_or_not(set_up: str) -> None:
    """Also where only an earlier version named it."""
    history = History()
    history.ordered("FIRST", {"id": "FIRST-1", "action": "Add", "asset": "HOME", "attributes": {"speed": "100"}})
    history.done("FIRST", ("add", "start"))
    history.rests()
    rests = {"id": "SECOND-1", "action": "Suspend", "asset": "HOME"}
    history.ordered("SECOND", rests | {"attributes": {"speed": "500"}})
    revised(history, "SECOND", rests)
    history.values["SECOND"] = {"speed": set_up}
    history.done("SECOND", ("suspend", "suspend"))
    history.rests()
    assert not [said for said in history.said if "speed" in said]


def _revised_past_a_milestone(asked_anew: bool) -> list[str]:
    """What is said where a line is at its point of no return after a revision, and a second one is taken in."""
    history = Revised()
    history.version(HOME | {"attributes": {"speed": "100"}})
    history.asks(HOME, "add")
    history.rests()
    history.version(HOME | {"attributes": {"speed": "500"}})
    if asked_anew:
        history.asks(HOME | {"attributes": {"speed": "500"}}, "change")
    history.reports(HOME, "milestone", "DESIGNED")
    history.rests()
    history.version(HOME | {"attributes": {"speed": "900"}})
    return [said for said in history.said if "was taken in" in said]


def test_the_milestone_of_work_that_is_overtaken_may_count_or_not() -> None:
    assert not _revised_past_a_milestone(asked_anew=False)


def test_the_milestone_of_the_work_that_is_wanted_counts() -> None:
    assert any("point of no return" in said for said in _revised_past_a_milestone(asked_anew=True))
