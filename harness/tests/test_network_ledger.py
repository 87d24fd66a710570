"""The oracle's account of the network: where a thing stands that had no site when it was set up first."""

import pytest

from ordertck.harness.oracle.som.ledger import CHANGE, DO, Ask, Ledger

STEPS = ("reserve", "design", "activate")


def _told(ledger: Ledger, record: int, step: str, effect: str, site: str | None) -> None:
    ledger.ask(Ask(record, f"m-{record}", "FIRST", "L1", "A1", step, effect, 1, site, {}))
    ledger.report({"line": "L1", "step": step, "outcome": "done", "call": f"m-{record}"})


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
