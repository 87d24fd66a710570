"""What the oracle of order systems leaves open of ways back, and of assets that an order looks for elsewhere."""

from typing import Any

import pytest

from ordertck.harness.messages import Edge
from ordertck.harness.tests.test_oracle_leaves_no_more_open import HOME, Revised
from ordertck.harness.tests.test_oracle_leaves_open import History

FAST = HOME | {"attributes": {"speed": "500"}}
RESTING = {"id": "FIRST-1", "action": "Suspend", "asset": "FLAT"}


@pytest.mark.parametrize(
    ("first", "wanted", "objects"),
    [
        (HOME, HOME, False),
        (HOME, FAST, True),
        (HOME, HOME | {"product": "Static Address"}, True),
        (HOME | {"site": "A"}, HOME | {"site": "A"}, False),
        (HOME | {"site": "A"}, HOME | {"site": "B"}, True),
    ],
)
def test_a_line_that_could_not_be_taken_back_and_is_wanted_again_may_be_complete(
    first: dict[str, str], wanted: dict[str, str], objects: bool
) -> None:
    history = Revised()
    history.version(first)
    history.asks(first, "add", ends=True)
    history.charges("all", "start", {})
    history.rests()
    history.version(first | {"attributes": {"speed": "500"}})
    history.asks(first, "remove")
    history.told("fault", Edge.PROVISIONING, order="FIRST", line="FIRST-1", incident="I", reason="it failed")
    history.heard("fallout", Edge.CRM, order="FIRST", line="FIRST-1", incident="I", state="raised")
    history.rests()
    history.version(wanted)
    history.heard("fallout", Edge.CRM, order="FIRST", line="FIRST-1", incident="I", state="resolved")
    history.completes("FIRST")
    said = [said for said in history.said if "could not do it" in said or "is as it was" in said]
    assert bool(said) == objects


@pytest.mark.parametrize("effect", ["suspend", "resume"])
def test_a_milestone_of_what_is_taken_back_need_not_be_told(effect: str) -> None:
    """A line that suspended something is revised to add something else: first the service is resumed."""
    history = Revised()
    history.ordered("ZEROTH", {"id": "ZEROTH-1", "action": "Add", "asset": "FLAT"})
    history.rests()
    history.version(RESTING)
    history.asks(RESTING, "suspend")
    if effect == "resume":
        history.version(HOME)
        history.asks(RESTING, "resume")
    history.reports(RESTING, "milestone", "DESIGNED")
    history.rests()
    assert any("was not told that line FIRST-1 is at DESIGNED" in said for said in history.said) == (
        effect == "suspend"
    )


@pytest.mark.parametrize("turned", [True, False])
def test_a_value_that_is_assigned_on_the_way_back_need_not_be_told(turned: bool) -> None:
    """A line that ended a service is revised to add something else: first the service is set up again."""
    history, ending = Revised(), {"id": "FIRST-1", "action": "Delete", "asset": "FLAT"}
    history.ordered("ZEROTH", {"id": "ZEROTH-1", "action": "Add", "asset": "FLAT"})
    history.rests()
    history.version(ending if turned else HOME)
    if turned:
        history.asks(ending, "remove")
        history.version(HOME)
    history.asks(ending if turned else HOME, "add")
    history.reports(HOME, "data", "N-18", attribute="version")
    history.rests()
    assert any("is N-18, and the CRM was told nothing" in said for said in history.said) != turned
    assert not any("still being undone" in said for said in history.said)


@pytest.mark.parametrize("wanted", [{}, {"attributes": {"speed": "900"}}])
def test_a_value_that_is_assigned_while_a_change_is_led_back_need_not_be_charged(wanted: dict[str, Any]) -> None:
    """Nobody can say of the work for an Update that is to change nothing any more whether it is the way back."""
    history, change = Revised(), {"id": "FIRST-1", "action": "Update", "asset": "HOME"}
    history.ordered("ZEROTH", {"id": "ZEROTH-1", "action": "Add", "asset": "HOME"})
    history.rests()
    history.version(change | {"attributes": {"speed": "500"}})
    history.asks(change, "change", ends=True)
    history.version(change | wanted)
    history.asks(change, "change")
    history.reports(change, "data", "N-18", attribute="serial")
    history.reports(change, "status", "COMPLETE")
    history.charges("all", "change", {})
    history.completes("FIRST")
    history.rests()
    assert any("serial of line FIRST-1 is N-18" in said for said in history.said) == bool(wanted)


def _refused(action: str, here: str, there: str) -> bool:
    """Whether the refusal of a transfer, or of an end, of an asset at place A is objected to."""
    history = History()
    history.ordered("FIRST", {"id": "FIRST-1", "action": "Add", "asset": "HOME", "site": "A"})
    history.done("FIRST", ("add", "start"))
    history.rests()
    lines = [{"id": "SECOND-1", "action": action, "asset": "HOME", "site": here}]
    lines += [{"id": "SECOND-2", "action": "Move-Add", "asset": "HOME", "site": there}] if there else []
    history.ordered("SECOND", *lines)
    history.heard("refusal", Edge.CRM, order="SECOND", reason="it is not there")
    history.rests()
    return any("SECOND is refused" in said for said in history.said)


@pytest.mark.parametrize(("here", "there"), [("C", "B"), ("A", "A")])
def test_a_transfer_that_looks_for_the_asset_elsewhere_may_be_refused(here: str, there: str) -> None:
    assert not _refused("Move-Delete", here, there)


@pytest.mark.parametrize("action", ["Delete", "Suspend"])
def test_what_ends_or_rests_at_another_place_may_be_refused(action: str) -> None:
    assert not _refused(action, "C", "")


def test_what_looks_for_the_asset_where_it_is_is_not_refused() -> None:
    assert _refused("Move-Delete", "A", "B")
    assert _refused("Delete", "A", "")
