"""What the oracle of order systems leaves open: what no document says is no objection, whoever does it."""

from typing import Any

from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import reference_claims
from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle import Crossing, Oracle, Rest
from ordertck.harness.tests.support import EDITION

CLAIMS = reference_claims(EDITION)
HOUSEHOLD, CONSUMER = "Household Price List", "Consumer Price List"


class History:
    """An exchange that is written by hand; ``said`` is every breach that the oracle of order systems saw."""

    def __init__(self) -> None:
        self.crossings: list[Crossing | Rest] = []
        self.values: dict[str, Any] = {}

    def told(self, kind: str, edge: Edge, **body: Any) -> None:
        self._crosses(True, kind, edge, body)

    def heard(self, kind: str, edge: Edge, **body: Any) -> None:
        self._crosses(False, kind, edge, body)

    def rests(self) -> None:
        self.crossings.append(Rest(len(self.crossings), NOW))

    def ordered(self, order: str, *lines: dict[str, Any]) -> None:
        self.values[order] = lines[0].get("attributes", {})
        whole = [{"number": str(n), "product": "Internet Access"} | line for n, line in enumerate(lines, 1)]
        self.told("sales-order", Edge.OMS, order=order, id=f"{order}/1", account="A", price_list=HOUSEHOLD, lines=whole)

    def done(self, order: str, effects: tuple[str, str], price_list: str = HOUSEHOLD, tells: bool = True) -> None:
        """Both neighbours are asked for line 1 of an order, and do it; the CRM hears of it where it ``tells``."""
        line = {"line": f"{order}-1", "product": "Internet Access", "asset": "HOME"}
        work = line | {"effect": effects[0], "attributes": self.values.get(order, {})}
        charge = line | {"effect": effects[1], "price_list": price_list}
        told = {"order": order, "line": f"{order}-1", "sort": "status", "value": "COMPLETE"}
        header = {"order": order, "account": "A"}
        self.heard("provisioning-order", Edge.PROVISIONING, **header, target="network", lines=[work])
        self.told("provisioning-update", Edge.PROVISIONING, **told, call=f"m{len(self.crossings)}")
        self.heard("billing-order", Edge.BILLING, **header, phase="all", lines=[charge])
        self.told("billing-update", Edge.BILLING, **told, call=f"m{len(self.crossings)}")
        if tells:
            self.completes(order)

    def completes(self, order: str) -> None:
        lines = [{"line": f"{order}-1", "status": "COMPLETE"}]
        self.heard("order-update", Edge.CRM, order=order, status="COMPLETE", lines=lines)

    def installed(self) -> None:
        self.ordered("FIRST", {"id": "FIRST-1", "action": "Add", "asset": "HOME"})
        self.done("FIRST", ("add", "start"))
        self.rests()

    @property
    def said(self) -> list[str]:
        return [found.said for found in Oracle("oms", CLAIMS).hear(self.crossings)]

    def _crosses(self, told: bool, kind: str, edge: Edge, body: dict[str, Any]) -> None:
        record = len(self.crossings) + 1
        self.crossings.append(Crossing(record, told, Message(f"m{record}", kind, edge, body, body["order"]), NOW))


def update(order: str, **more: Any) -> dict[str, Any]:
    return {"id": f"{order}-1", "action": "Update", "asset": "HOME", "attributes": {"speed": "500"}} | more


def test_the_list_that_billing_has_may_be_told_again_before_the_crm_has_heard_of_it() -> None:
    history = History()
    history.installed()
    history.ordered("SECOND", update("SECOND", price_list=CONSUMER))
    history.ordered("THIRD", update("THIRD"))
    history.done("SECOND", ("change", "change"), CONSUMER, tells=False)
    history.done("THIRD", ("change", "change"), CONSUMER, tells=False)
    history.completes("SECOND")
    history.completes("THIRD")
    assert not history.said


def test_a_list_that_nobody_named_is_objected_to() -> None:
    history = History()
    history.installed()
    history.ordered("SECOND", update("SECOND"))
    history.done("SECOND", ("change", "change"), CONSUMER)
    assert any("is moved to Consumer Price List" in said for said in history.said)


def test_an_update_whose_base_order_never_came_may_set_up_what_it_names() -> None:
    history = History()
    history.ordered("SECOND", update("SECOND", base_line="NEVER-1"))
    history.done("SECOND", ("add", "start"))
    assert not history.said


def test_an_update_of_what_is_there_sets_up_nothing() -> None:
    history = History()
    history.installed()
    history.ordered("SECOND", update("SECOND", base_line="NEVER-1"))
    history.done("SECOND", ("add", "start"))
    assert any("is asked for a line that wants Update" in said for said in history.said)


def test_a_second_suspension_may_fall_out_when_its_turn_comes() -> None:
    history = History()
    history.installed()
    for order in ("SECOND", "THIRD"):
        history.ordered(order, {"id": f"{order}-1", "action": "Suspend", "asset": "HOME"})
    history.done("SECOND", ("suspend", "suspend"))
    history.heard("fallout", Edge.CRM, order="THIRD", incident="I", state="raised", line="THIRD-1")
    assert not any("THIRD falls out" in said for said in history.said)


def test_an_order_that_nothing_stands_against_does_not_fall_out() -> None:
    history = History()
    history.installed()
    history.ordered("SECOND", {"id": "SECOND-1", "action": "Suspend", "asset": "HOME"})
    history.heard("fallout", Edge.CRM, order="SECOND", incident="I", state="raised", line="SECOND-1")
    assert any("SECOND falls out" in said for said in history.said)


def _cancelled_after(action: str) -> list[str]:
    """What is said of a cancel that is taken in, of an order whose line 1 is complete already."""
    history = History()
    history.installed()
    line = {"id": "SECOND-1", "action": action, "asset": "HOME"}
    history.ordered("SECOND", line, {"id": "SECOND-2", "action": "Add", "asset": "SHED"})
    if action != "-":
        history.done("SECOND", ("suspend", "suspend"), tells=False)
    lines = [{"line": "SECOND-1", "status": "COMPLETE"}]
    history.heard("order-update", Edge.CRM, order="SECOND", status="IN PROGRESS", lines=lines)
    history.rests()
    history.told("cancel", Edge.OMS, order="SECOND")
    history.heard("order-update", Edge.CRM, order="SECOND", status="CANCELLED", lines=[])
    history.rests()
    return history.said


def test_a_line_that_changes_nothing_is_past_no_point_of_no_return() -> None:
    assert not any("point of no return" in said for said in _cancelled_after("-"))


def test_a_line_that_is_complete_is_past_it() -> None:
    assert any("point of no return" in said for said in _cancelled_after("Suspend"))


def _ended_while_it_is_to_come(waits: bool) -> list[str]:
    """What is said of an order that ends what an open order is to bring, and waits for that or not."""
    history = History()
    history.ordered("FIRST", {"id": "FIRST-1", "action": "Add", "asset": "HOME"})
    history.ordered("SECOND", {"id": "SECOND-1", "action": "Delete", "asset": "HOME"})
    for order, effects in (("FIRST", ("add", "start")), ("SECOND", ("remove", "stop")))[:: 1 if waits else -1]:
        history.done(order, effects)
    return history.said


def test_what_is_still_to_come_may_be_waited_for() -> None:
    assert not _ended_while_it_is_to_come(waits=True)


def test_what_is_still_to_come_is_not_ended_before_it_is_there() -> None:
    assert any("is still to come" in said for said in _ended_while_it_is_to_come(waits=False))


def _cancelled(others_are_undone: bool) -> list[str]:
    """What is said when line 1 of a cancelled order is still set up, and line 2 is being undone or is undone."""
    history = History()
    lines = [{"id": f"FIRST-{n}", "action": "Add", "asset": asset} for n, asset in ((1, "HOME"), (2, "SHED"))]
    history.ordered("FIRST", *lines)

    def works(line: dict[str, str], effect: str, ends: bool) -> None:
        asked = {"line": line["id"], "product": "Internet Access", "effect": effect, "asset": line["asset"]}
        header = {"order": "FIRST", "account": "A", "target": "network"}
        history.heard("provisioning-order", Edge.PROVISIONING, **header, lines=[asked])
        if ends:
            told = {"order": "FIRST", "line": line["id"], "sort": "status", "value": "COMPLETE"}
            history.told("provisioning-update", Edge.PROVISIONING, **told, call=f"m{len(history.crossings)}")

    for line in lines:
        works(line, "add", ends=True)
    history.told("cancel", Edge.OMS, order="FIRST")
    works(lines[1], "remove", others_are_undone)
    history.rests()
    history.rests()
    return [said for said in history.said if "FIRST-1 was withdrawn" in said]


def test_the_lines_of_a_cancelled_order_may_be_undone_in_turn() -> None:
    assert not _cancelled(others_are_undone=False)


def test_what_waits_for_no_other_line_is_undone() -> None:
    assert _cancelled(others_are_undone=True)


def test_an_order_system_may_name_incidents_itself() -> None:
    history = History()
    history.ordered("FIRST", {"id": "FIRST-1", "action": "Add", "asset": "HOME"})
    asked = {"line": "FIRST-1", "product": "Internet Access", "effect": "add", "asset": "HOME"}
    history.heard("provisioning-order", Edge.PROVISIONING, order="FIRST", account="A", target="network", lines=[asked])
    about = {"order": "FIRST", "line": "FIRST-1"}
    history.told("fault", Edge.PROVISIONING, **about, incident="I", reason="out of stock")
    history.heard("fallout", Edge.CRM, **about, incident="OURS", state="raised")
    history.told("fallout", Edge.PROVISIONING, **about, incident="I", state="resolved")
    history.told("provisioning-update", Edge.PROVISIONING, **about, sort="status", value="COMPLETE", call="m2")
    history.heard("fallout", Edge.CRM, **about, incident="OURS", state="resolved")
    assert not any("never raised" in said for said in history.said)


def _moved(suspended: bool) -> list[str]:
    """What is said when what moves is suspended at its new place."""
    history = History()
    history.installed()
    if suspended:
        history.ordered("SECOND", {"id": "SECOND-1", "action": "Suspend", "asset": "HOME"})
        history.done("SECOND", ("suspend", "suspend"))
    there = {"id": "THIRD-1", "action": "Move-Add", "asset": "HOME", "site": "B"}
    history.ordered("THIRD", there, {"id": "THIRD-2", "action": "Move-Delete", "asset": "HOME", "site": "A"})
    history.done("THIRD", ("add", "start"), tells=False)
    history.done("THIRD", ("suspend", "suspend"), tells=False)
    return [said for said in history.said if said.startswith("suspend of")]


def test_what_is_suspended_may_be_suspended_where_it_moves() -> None:
    assert not _moved(suspended=True)


def test_what_is_active_is_not_suspended_where_it_moves() -> None:
    assert _moved(suspended=False)
