"""What the oracle of order systems leaves open of work that is taken back and done anew."""

from typing import Any

from ordertck.harness.messages import Edge
from ordertck.harness.tests.test_oracle_leaves_open import CLAIMS, HOUSEHOLD, History

FIRST = {"id": "FIRST-1", "action": "Add", "asset": "HOME"}


class Revising(History):
    """A history of order FIRST, whose only line is worked on; ``values`` are what a version names."""

    def asked(self, effect: str, **values: str) -> None:
        line = {
            "line": "FIRST-1",
            "product": "Internet Access",
            "effect": effect,
            "asset": "HOME",
            "attributes": values,
        }
        header = {"order": "FIRST", "account": "A", "target": "network", "revision": 1}
        self.heard("provisioning-order", Edge.PROVISIONING, **header, lines=[line])
        self.call = f"m{len(self.crossings)}"

    def reported(self, sort: str, value: str, **more: str) -> None:
        about = {"order": "FIRST", "line": "FIRST-1", "sort": sort, "value": value, "call": self.call}
        self.told("provisioning-update", Edge.PROVISIONING, **about, **more)

    def revised(self, revision: int, **values: str) -> None:
        line = FIRST | {"number": "1", "product": "Internet Access", "attributes": values}
        header = {"order": "FIRST", "id": f"FIRST/{revision}", "account": "A", "price_list": HOUSEHOLD}
        self.told("sales-order", Edge.OMS, **header, revision=revision, lines=[line])


def _revised_after(anew: bool) -> list[str]:
    """What is said of a second revision that is taken in, where the changed work was asked for anew or was not."""
    history = Revising()
    history.ordered("FIRST", FIRST)
    history.asked("add")
    history.rests()
    history.revised(2, speed="500")
    history.asked("change", speed="500")
    history.rests()
    history.reported("milestone", "DESIGNED")
    if anew:
        history.told("fault", Edge.PROVISIONING, order="FIRST", line="FIRST-1", incident="I", reason="it failed")
        history.asked("add", speed="500")
    history.rests()
    history.revised(3, speed="1000")
    history.rests()
    return [said for said in history.said if "point of no return" in said]


def test_a_milestone_of_work_that_was_given_up_need_not_count() -> None:
    assert not _revised_after(anew=True)


def test_a_milestone_of_the_work_that_is_under_way_counts() -> None:
    assert _revised_after(anew=False)


def _filled_in_by(effect: str) -> list[str]:
    """What is said where a value is filled in by this work, and the CRM is told nothing."""
    history = Revising()
    history.ordered("FIRST", FIRST)
    history.asked("add")
    history.rests()
    if effect == "remove":
        history.revised(2, speed="500")
        history.reported("status", "COMPLETE")
        history.asked("remove")
    history.reported("data", "020 7946 0123", attribute="number")
    history.rests()
    return [said for said in history.said if "the CRM was told nothing" in said]


def test_what_a_removal_fills_in_need_not_be_told() -> None:
    assert not _filled_in_by("remove")


def test_what_work_fills_in_is_told() -> None:
    assert _filled_in_by("add")


def _added_twice() -> History:
    history = History()
    history.installed()
    history.ordered("SECOND", {"id": "SECOND-1", "action": "Add", "asset": "HOME"})
    return history


def test_what_is_there_already_may_fall_out_when_it_is_added_again() -> None:
    history = _added_twice()
    history.heard("fallout", Edge.CRM, order="SECOND", incident="I", state="raised", line="SECOND-1")
    assert not any("falls out" in said for said in history.said)


def test_what_is_there_is_not_what_a_cancelled_order_has_left() -> None:
    history = _added_twice()
    history.told("cancel", Edge.OMS, order="SECOND")
    told: dict[str, Any] = {"order": "SECOND", "status": "CANCELLED", "lines": []}
    history.heard("order-update", Edge.CRM, **told)
    assert not any("something of line SECOND-1 is left" in said for said in history.said)


def _begun_after_a_cancel(undone: bool) -> list[str]:
    """What is said when one order more is begun than there are places, and the first one is cancelled."""
    history = History()

    def asks(number: int, effect: str) -> str:
        line = {"line": f"O{number}-1", "product": "Internet Access", "effect": effect, "asset": f"A{number}"}
        header = {"order": f"O{number}", "account": "A", "target": "network"}
        history.heard("provisioning-order", Edge.PROVISIONING, **header, lines=[line])
        return f"m{len(history.crossings)}"

    def done(call: str) -> None:
        told = {"order": "O1", "line": "O1-1", "sort": "status", "value": "COMPLETE", "call": call}
        history.told("provisioning-update", Edge.PROVISIONING, **told)

    places = CLAIMS.capacity or 0
    for number in range(1, places + 2):
        history.ordered(f"O{number}", {"id": f"O{number}-1", "action": "Add", "asset": f"A{number}"})
    first, *_ = [asks(number, "add") for number in range(1, places + 1)]
    history.told("cancel", Edge.OMS, order="O1")
    done(first)
    removal = asks(1, "remove")
    if undone:
        done(removal)
    asks(places + 1, "add")
    return [said for said in history.said if "is begun while" in said]


def test_a_cancelled_order_has_no_place_once_it_is_undone_whatever_the_crm_was_told() -> None:
    assert not _begun_after_a_cancel(undone=True)


def test_a_cancelled_order_has_its_place_until_it_is_undone() -> None:
    assert _begun_after_a_cancel(undone=False)
