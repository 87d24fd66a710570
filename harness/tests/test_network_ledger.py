"""The oracle's account of the network: where a thing stands that had no site when it was set up first."""

import pytest

from ordertck.harness.messages import CHANGE, DO, UNDO, StepEffect
from ordertck.harness.oracle.som.ledger import Ask, Ledger

STEPS = ("reserve", "design", "activate")


def _told(ledger: Ledger, record: int, step: str, effect: StepEffect, site: str | None) -> None:
    ledger.ask(Ask(record, f"m-{record}", "FIRST", "L1", "A1", step, effect, 1, site, {}))
    outcome = "undone" if effect == UNDO else "done"
    ledger.report({"line": "L1", "step": step, "outcome": outcome, "call": f"m-{record}"})


@pytest.mark.parametrize("done", [1, 2, 3])
def test_a_change_that_names_a_site_gives_it_to_what_had_none(done: int) -> None:
    """However many steps were done without one: those are changed, and the others are done at the site."""
    ledger = Ledger()
    for record, step in enumerate(STEPS[:done]):
        _told(ledger, record, step, DO, None)
    for record, step in enumerate(STEPS, start=10):
        _told(ledger, record, step, CHANGE if step in STEPS[:done] else DO, "3 Harbour Road")
    (site,) = ledger.standing("A1")
    assert site == "3 Harbour Road"
    assert list(ledger.standing("A1")[site]) == list(STEPS)


def test_a_change_without_a_site_is_where_the_thing_is() -> None:
    ledger = Ledger()
    _told(ledger, 1, "reserve", DO, "3 Harbour Road")
    _told(ledger, 2, "reserve", CHANGE, None)
    assert list(ledger.standing("A1")) == ["3 Harbour Road"]


def test_one_call_may_undo_a_step_at_one_site_and_do_it_at_another() -> None:
    """What is done anew behind an undo is not called off by it."""
    ledger = Ledger()
    _told(ledger, 1, "reserve", DO, "3 Harbour Road")
    moved: tuple[tuple[StepEffect, str], ...] = ((UNDO, "3 Harbour Road"), (DO, "4 Harbour Road"))
    for effect, site in moved:
        ledger.ask(Ask(2, "m-2", "FIRST", "L1", "A1", "reserve", effect, 1, site, {}))
    for outcome in ("undone", "done"):
        ledger.report({"line": "L1", "step": "reserve", "outcome": outcome, "call": "m-2"})
    assert list(ledger.standing("A1")) == ["4 Harbour Road"]


def test_what_waits_behind_a_failure_is_over_when_all_of_it_is_asked_for_anew() -> None:
    """One call for three steps fails with the first; a second call for the same three is done."""
    ledger = Ledger()
    for record in (1, 2):
        for step in STEPS:
            ledger.ask(Ask(record, f"m-{record}", "FIRST", "L1", "A1", step, DO, 1, None, {"speed": str(record)}))
        outcomes = [("reserve", "failed")] if record == 1 else [(step, "done") for step in STEPS]
        for step, outcome in outcomes:
            ledger.report({"line": "L1", "step": step, "outcome": outcome, "call": f"m-{record}"})
    assert not ledger.open("A1")


def _step(record: int, effect: StepEffect, quantity: int) -> Ask:
    return Ask(record, f"m-{record}", "FIRST", "L1", "A1", "reserve", effect, quantity, None, {})


def test_what_is_put_back_is_under_way_though_a_step_behind_it_failed_elsewhere() -> None:
    """A move that failed at its second step is called off: the first one is undone there, and done again at home."""
    ledger = Ledger()
    _told(ledger, 1, "reserve", DO, "3 Harbour Road")
    ledger.ask(Ask(2, "m-2", "FIRST", "L1", "A1", "design", DO, 1, "3 Harbour Road", {}))
    ledger.report({"line": "L1", "step": "design", "outcome": "failed", "call": "m-2"})
    _told(ledger, 3, "reserve", UNDO, "3 Harbour Road")
    ledger.ask(Ask(4, "m-4", "FIRST", "L1", "A1", "reserve", DO, 1, "12 Mill Lane", {}))
    assert ledger.is_busy()
    ledger.ask(Ask(5, "m-5", "FIRST", "L1", "A1", "activate", DO, 1, "3 Harbour Road", {}))
    ledger.report({"line": "L1", "step": "reserve", "outcome": "done", "call": "m-4"})
    assert not ledger.is_busy()  # what comes behind the step that failed waits for that


def test_a_second_try_is_under_way_though_the_first_one_failed() -> None:
    ledger = Ledger()
    for record in (1, 2):
        ledger.ask(_step(record, DO, 1))
        if record == 1:
            ledger.report({"line": "L1", "step": "reserve", "outcome": "failed", "call": "m-1"})
    assert ledger.is_busy()


@pytest.mark.parametrize(("undone", "unclear"), [(1, True), (2, True), (3, False)])
def test_which_units_are_undone_is_unclear_where_others_have_failed(undone: int, unclear: bool) -> None:
    """Two stand, a third one has failed: only who undoes three says which are meant."""
    ledger = Ledger()
    for ask, outcome in ((_step(1, DO, 2), "done"), (_step(2, DO, 1), "failed"), (_step(3, UNDO, undone), "undone")):
        ledger.ask(ask)
        ledger.report({"line": "L1", "step": "reserve", "outcome": outcome, "call": ask.call})
    assert ("A1" in ledger.unclear) is unclear
