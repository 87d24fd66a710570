"""Where the oracle of order systems leaves something open, it goes on to judge whatever that does not touch."""

from typing import Any

import pytest

from ordertck.harness.messages import Edge, replace
from ordertck.harness.oracle import Oracle
from ordertck.harness.tests.test_oracle_leaves_open import CLAIMS, HOUSEHOLD, History, update

HOME = {"id": "FIRST-1", "action": "Add", "asset": "HOME"}
SHED = {"id": "FIRST-2", "action": "Add", "asset": "SHED"}
WITHOUT_A_PRODUCT = SHED | {"product": None}
DELETED = {"withdrawal": "delete"}


class Revised(History):
    """A history of order FIRST, whose versions are told one after the other, of a system with these switches."""

    def __init__(self, **switches: str) -> None:
        super().__init__()
        self.switches = {**CLAIMS.switches, **switches}
        self.versions = 0

    def version(self, *lines: dict[str, Any], taken: bool = True, rests: bool = True) -> None:
        self.versions += 1
        whole = [{"number": str(n), "product": "Internet Access"} | line for n, line in enumerate(lines, 1)]
        header = {"order": "FIRST", "id": f"FIRST/{self.versions}", "account": "A", "price_list": HOUSEHOLD}
        self.told("sales-order", Edge.OMS, **header, revision=self.versions, lines=whole)
        if not taken:
            self.heard("refusal", Edge.CRM, order="FIRST", reason="not now")
        if rests:
            self.rests()

    def asks(self, line: dict[str, Any], effect: str, ends: bool = False) -> None:
        how: dict[str, Any] = {name: line[name] for name in ("site", "attributes") if name in line}
        asked = {"line": line["id"], "product": "Internet Access", "effect": effect, "asset": line["asset"], **how}
        header = {"order": "FIRST", "account": "A", "target": "network"}
        self.heard("provisioning-order", Edge.PROVISIONING, **header, lines=[asked])
        self.call = f"m{len(self.crossings)}"
        if ends:
            self.reports(line, "status", "COMPLETE")

    def reports(self, line: dict[str, Any], sort: str, value: str, **more: str) -> None:
        about = {"order": "FIRST", "line": line["id"], "sort": sort, "value": value, "call": self.call}
        self.told("provisioning-update", Edge.PROVISIONING, **about, **more)

    def charges(self, phase: str, effect: str, values: dict[str, str]) -> None:
        """Billing is asked for the charge of line 1, and begins or ends it."""
        line = {"line": "FIRST-1", "product": "Internet Access", "effect": effect, "asset": "HOME"}
        lines = [line | {"price_list": HOUSEHOLD, "attributes": values}]
        self.heard("billing-order", Edge.BILLING, order="FIRST", account="A", phase=phase, lines=lines)
        about = {"order": "FIRST", "line": "FIRST-1", "sort": "status", "value": "COMPLETE"}
        self.told("billing-update", Edge.BILLING, **about, call=f"m{len(self.crossings)}")

    @property
    def said(self) -> list[str]:
        claims = replace(CLAIMS, switches=self.switches)
        return [found.said for found in Oracle("oms", claims).hear(self.crossings)]


def _after_a_change_was_worked_in(worked_in: str, *lines: dict[str, Any], taken: bool) -> list[str]:
    """What is said of a version of an order into whose line 1 a change may be worked in, and is taken in or refused."""
    history = Revised(early_follow_on="revise" if worked_in == "follow-on" else "wait")
    history.version(HOME)
    history.asks(HOME, "add")
    if worked_in == "follow-on":
        history.ordered("SECOND", update("SECOND", base_line="FIRST-1"))
        history.rests()
    else:
        history.version(update("FIRST"))
    history.version(*lines, taken=taken)
    return _of_versions(history)


def _of_versions(history: History) -> list[str]:
    return [said for said in history.said if "a revision of FIRST is refused" in said or "was taken in" in said]


@pytest.mark.parametrize("worked_in", ["follow-on", "update"])
def test_a_version_after_one_that_was_worked_in_is_judged(worked_in: str) -> None:
    flawed = _after_a_change_was_worked_in(worked_in, HOME, WITHOUT_A_PRODUCT, taken=True)
    assert flawed == ["order FIRST was taken in: no product"]
    good = _after_a_change_was_worked_in(worked_in, HOME, SHED, taken=False)
    assert len(good) == 1


@pytest.mark.parametrize("worked_in", ["follow-on", "update"])
def test_a_version_after_one_that_was_worked_in_is_judged_as_any_other(worked_in: str) -> None:
    assert not _after_a_change_was_worked_in(worked_in, HOME, WITHOUT_A_PRODUCT, taken=False)
    assert not _after_a_change_was_worked_in(worked_in, HOME, SHED, taken=True)


def _after_a_line_was_left_out(*lines: dict[str, Any], taken: bool) -> list[str]:
    """What is said of a version after one that left a line out without a word, where only Delete withdraws lines."""
    history = Revised(**DELETED)
    history.version(HOME, SHED)
    history.asks(HOME, "add")
    history.version(SHED)
    history.version(*lines, taken=taken)
    return _of_versions(history)


@pytest.mark.parametrize("taken", [False, True])
@pytest.mark.parametrize("back", [HOME | {"site": "B"}, HOME | {"action": "Delete"}])
def test_what_was_left_out_without_a_word_may_be_there_or_not(back: dict[str, Any], taken: bool) -> None:
    assert not _after_a_line_was_left_out(back, SHED, taken=taken)


def _ended(how: str, undone: bool) -> list[str]:
    """What is said once a line that was left out without a word is ended, or is not, and is undone, or is not."""
    history = Revised(**DELETED)
    history.version(HOME, SHED)
    history.asks(HOME, "add", ends=True)
    history.version(SHED)
    match how:
        case "delete":
            history.version(HOME | {"action": "Delete"}, SHED, rests=False)
        case "cancel":
            history.told("cancel", Edge.OMS, order="FIRST")
    if undone:
        history.asks(HOME, "remove", ends=True)
    history.rests()
    return [said for said in history.said if "was withdrawn" in said]


@pytest.mark.parametrize("how", ["delete", "cancel"])
def test_what_was_left_out_stays_no_longer_once_it_is_ended(how: str) -> None:
    assert _ended(how, undone=False) == ["line FIRST-1 was withdrawn, and it is still set up"]
    assert not _ended(how, undone=True)


def test_what_was_left_out_without_a_word_may_stay() -> None:
    assert not _ended("left as it is", undone=False)


@pytest.mark.parametrize("again", [HOME, HOME | {"site": "B"}])
def test_what_was_deleted_and_is_wanted_again_may_be_there(again: dict[str, Any]) -> None:
    history = Revised(**DELETED)
    history.version(HOME, SHED)
    history.asks(HOME, "add", ends=True)
    history.version(SHED)
    history.version(HOME | {"action": "Delete"}, SHED, rests=False)
    history.asks(HOME, "remove", ends=True)
    history.rests()
    history.version(again, SHED, rests=False)
    history.asks(HOME, "add", ends=True)
    history.rests()
    assert not [said for said in history.said if "was withdrawn" in said]


def _third_version_refused(second: dict[str, Any], done: bool = False) -> list[str]:
    """What is said where a third version adds a line, and is refused, as the second one is still being worked in."""
    history = Revised(revision_on_revision="refuse")
    history.version(HOME, SHED)
    history.asks(HOME, "add")
    history.version(HOME, second)
    if done:
        history.asks(SHED, "add", ends=True)
        lines = [{"line": "FIRST-2", "status": "COMPLETE"}]
        history.heard("order-update", Edge.CRM, order="FIRST", status="IN PROGRESS", lines=lines)
        history.rests()
    history.version(HOME | {"attributes": {"speed": "500"}}, second, taken=False)
    return _of_versions(history)


def test_a_third_version_may_be_refused_while_what_the_second_one_changed_is_open() -> None:
    assert not _third_version_refused(SHED | {"requested_delivery": "2031-01-01T09:00:00+00:00"})
    assert not _third_version_refused(SHED | {"site": "B"})


def test_a_third_version_is_taken_in_once_what_the_second_one_changed_is_done() -> None:
    assert _third_version_refused(SHED)
    assert _third_version_refused(SHED | {"site": "B"}, done=True)


def _filled_in(moment: str) -> list[str]:
    """What is said where the CRM is told nothing of a value that is filled in at some moment of a revision."""
    history, named = Revised(), HOME | {"attributes": {"speed": "500"}}
    history.version(HOME)
    history.asks(HOME, "add")
    if moment == "before":
        history.reports(HOME, "data", "100", attribute="speed")
    history.version(named)
    if moment == "on the way":
        history.reports(HOME, "data", "100", attribute="speed")
    history.asks(HOME, "change")
    if moment == "after":
        history.reports(HOME, "data", "100", attribute="speed")
    history.rests()
    return [said for said in history.said if "the CRM was told nothing" in said]


@pytest.mark.parametrize("moment", ["before", "on the way"])
def test_what_was_filled_in_and_is_wanted_otherwise_need_not_be_told(moment: str) -> None:
    assert not _filled_in(moment)


def test_what_is_filled_in_after_the_last_revision_is_told() -> None:
    assert _filled_in("after") == ["speed of line FIRST-1 is 100, and the CRM was told nothing"]


def _set_up_once_more(base: str | None, first: bool) -> list[str]:
    """What is said where an Update sets up what another order brings, and is begun after that one, or before it."""
    history = History()
    if first:
        history.installed()
    history.ordered("SECOND", update("SECOND", base_line=base))
    history.done("SECOND", ("add", "start"))
    if not first:
        history.installed()
    history.rests()
    return [said for said in history.said if "2 times" in said]


@pytest.mark.parametrize("base", [None, "NEVER-1"])
def test_an_update_that_sets_up_what_is_there_does_not_pass_for_a_second_order_that_brings_it(base: str | None) -> None:
    twice = "set up 2 times, and not 1 and charged 2 times, and not 1"
    assert _set_up_once_more(base, first=True) == [f"Internet Access HOME is {twice}"]


def test_an_update_that_brings_what_its_base_order_did_not_may_be_there_beside_it() -> None:
    assert not _set_up_once_more("NEVER-1", first=False)


@pytest.mark.parametrize("over_before", [True, False])
def test_a_failure_that_was_over_excuses_nothing_that_a_cancel_leaves(over_before: bool) -> None:
    """What is done after all, and unasked, once the order is cancelled may be left; what was done before is undone."""
    history = Revised()
    history.version(HOME, SHED)
    history.asks(SHED, "add")
    history.asks(HOME, "add")
    failure = {"order": "FIRST", "line": "FIRST-1", "incident": "I1"}
    history.told("fault", Edge.PROVISIONING, **failure, reason="no cable", call=history.call)
    history.heard("fallout", Edge.CRM, **failure, reason="no cable", state="raised")
    history.rests()

    def is_over() -> None:
        history.told("fallout", Edge.PROVISIONING, **failure, reason="no cable", state="resolved", call=history.call)
        history.reports(HOME, "status", "COMPLETE")

    if over_before:
        is_over()
        history.heard("fallout", Edge.CRM, **failure, reason="no cable", state="resolved")
        history.rests()
    history.told("cancel", Edge.OMS, order="FIRST")
    if not over_before:
        is_over()
    history.heard("order-update", Edge.CRM, order="FIRST", status="CANCELLED", lines=[])
    left = "order FIRST is said to be CANCELLED, and something of line FIRST-1 is left"
    assert (left in history.said) is over_before, history.said


@pytest.mark.parametrize("tells", [True, False])
def test_a_charge_that_is_begun_anew_after_a_revision_has_the_assigned_values(tells: bool) -> None:
    history = Revised()
    history.version(HOME | {"attributes": {"speed": "100"}})
    history.asks(HOME, "add")
    history.reports(HOME, "data", "40", attribute="upload")
    history.reports(HOME, "status", "COMPLETE")
    history.charges("all", "start", {"upload": "40"})
    history.version(HOME | {"attributes": {"speed": "500"}})
    history.asks(HOME, "change", ends=True)
    history.charges("all", "stop", {})
    history.charges("all", "start", {"upload": "40"} if tells else {})
    history.completes("FIRST")
    history.rests()
    assert any("and billing was told nothing" in said for said in history.said) != tells
