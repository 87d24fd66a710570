"""The reference's service order management where no example leads: races, transfers, failures while undoing."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from ordertck.harness.messages import (
    Body,
    Edge,
    LifeCycleEvent,
    Message,
    NetworkReport,
    ProvisioningLine,
    ProvisioningOrder,
    as_body,
)
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.som import ServiceOrderManagement
from ordertck.harness.tests.support import EDITION

SWITCHES = EDITION.vocabulary.default_switches
CONTEXT = ScenarioContext("S", "S", datetime(2026, 3, 2, 9, tzinfo=UTC), "Home Services", "", (), SWITCHES)


@dataclass
class Bench:
    """A service order management, with what it asked of the network and told order management."""

    som: ServiceOrderManagement = field(default_factory=lambda: ServiceOrderManagement(EDITION.catalogue, CONTEXT))
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    sent: int = 0

    def give(self, kind: str, edge: Edge, body: Body) -> None:
        self.sent += 1
        for message in self.som.handle(Message(f"m{self.sent}", kind, edge, as_body(body))):
            match message.kind:
                case "network-order":
                    self.asked += [
                        f"{x['effect']} {x['step']} {x['line']} {x.get('quantity', 1)}" for x in message.body["lines"]
                    ]
                case "provisioning-update":
                    self.told.append(f"{message.body['value']} {message.body['line']}")
                case kind:
                    self.faults.append(f"{kind} {message.body.get('line')}")

    def order(self, *lines: ProvisioningLine, number: str = "O") -> None:
        call = ProvisioningOrder(order=number, account="C", target="network", lines=lines)
        self.give("provisioning-order", Edge.PROVISIONING, call)

    def event(self, kind: str) -> None:
        self.give(kind, Edge.PROVISIONING, LifeCycleEvent(order="O"))

    def report(self, step: str, outcome: str = "done", line: str = "L1", order: str = "O") -> None:
        self.give("network-report", Edge.NETWORK, NetworkReport(order=order, line=line, step=step, outcome=outcome))

    def oblige(self) -> None:
        """Have the network do all that it is asked from now on."""
        done = 0
        while done < len(self.asked):
            effect, step, line, _ = self.asked[done].split()
            done += 1
            self.report(step, "undone" if effect == "undo" else "done", line)


def line(key: str = "L1", effect: str = "add", **more: object) -> ProvisioningLine:
    product = str(more.pop("product", "Static Address"))
    return ProvisioningLine(line=key, product=product, effect=effect, **more)  # type: ignore[arg-type]


def three(count: int, effect: str = "add") -> ProvisioningLine:
    return line(effect=effect, attributes={"quantity": str(count)})


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_one_step_after_the_other(bench: Bench) -> None:
    bench.order(line())
    assert bench.asked == ["do reserve L1 1"]
    bench.report("reserve")
    bench.report("reserve")  # a report that comes again changes nothing
    assert bench.asked == ["do reserve L1 1", "do design L1 1"]
    bench.report("design")
    bench.report("activate")
    assert bench.told == ["IN PROGRESS L1", "RESERVED L1", "DESIGNED L1", "ACTIVATED L1", "COMPLETE L1"]


def test_a_cancel_undoes_the_last_step_first(bench: Bench) -> None:
    bench.order(line())
    bench.report("reserve")
    bench.report("design")
    bench.event("cancel")
    assert bench.asked[-1] == "undo activate L1 1"  # under way: called off
    bench.report("activate")  # done after all, before the network heard of the undo
    bench.report("activate", "undone")
    bench.report("design", "undone")
    assert "CANCELLED L1" not in bench.told
    bench.report("reserve", "undone")
    assert bench.told[-1] == "CANCELLED L1"
    assert bench.asked[-3:] == ["undo activate L1 1", "undo design L1 1", "undo reserve L1 1"]


def test_a_second_cancel_changes_nothing(bench: Bench) -> None:
    bench.order(line())
    bench.event("cancel")
    asked = list(bench.asked)
    bench.event("cancel")
    assert (bench.asked, bench.faults) == (asked, [])


def test_a_suspended_order_can_be_cancelled(bench: Bench) -> None:
    bench.order(line())
    bench.event("suspend")
    bench.report("reserve")
    assert bench.asked == ["do reserve L1 1"]
    bench.event("cancel")
    assert bench.asked[-1] == "undo reserve L1 1"
    bench.report("reserve", "undone")
    assert bench.told[-1] == "CANCELLED L1"


def test_suspended_again_or_resumed_without_need_changes_nothing(bench: Bench) -> None:
    bench.order(line())
    bench.event("resume")
    bench.event("suspend")
    told = list(bench.told)
    bench.event("suspend")
    assert (bench.told, bench.faults) == (told, [])


def test_what_is_revised_while_it_is_suspended_waits(bench: Bench) -> None:
    bench.order(three(3))
    bench.report("reserve")
    bench.event("suspend")
    bench.report("design")
    bench.order(three(2, "change"))
    assert bench.asked[-1] == "do design L1 3"
    bench.event("resume")
    bench.report("design", "undone")
    assert bench.asked[-2:] == ["undo design L1 1", "undo reserve L1 1"]


def test_fewer_while_a_step_is_under_way(bench: Bench) -> None:
    bench.order(three(3))
    bench.order(three(2, "change"))
    assert bench.asked == ["do reserve L1 3"]
    bench.report("reserve")
    bench.report("reserve", "undone")
    assert bench.asked == ["do reserve L1 3", "undo reserve L1 1", "do design L1 2"]


def test_more_are_done_in_addition(bench: Bench) -> None:
    bench.order(three(2))
    bench.report("reserve")
    bench.order(three(5, "change"))
    bench.report("design")
    assert bench.asked == ["do reserve L1 2", "do design L1 2", "do reserve L1 3"]


def test_a_line_taken_out_leaves_the_order_to_the_others(bench: Bench) -> None:
    bench.order(line(), line("L2"))
    bench.order(line("L1", "remove"))
    bench.report("reserve", "undone")
    for step in ("reserve", "design", "activate"):
        bench.report(step, line="L2")
    assert [told for told in bench.told if told.startswith("C")] == ["CANCELLED L1", "COMPLETE L2"]
    bench.event("cancel")
    assert bench.faults == ["fault None"]


def test_a_failed_step_is_called_off_too(bench: Bench) -> None:
    bench.order(line())
    bench.report("reserve", "failed")
    bench.report("reserve", "failed")
    assert bench.faults == ["fault L1"]
    bench.event("cancel")
    bench.report("reserve", "undone")
    assert bench.told[-1] == "CANCELLED L1"


def test_an_undo_that_fails_keeps_the_order_open(bench: Bench) -> None:
    bench.order(line())
    bench.report("reserve")
    bench.event("cancel")
    bench.report("design", "undone")
    bench.report("reserve", "failed")
    assert bench.faults == ["fault L1"]
    assert "CANCELLED L1" not in bench.told
    bench.report("reserve", "undone")
    assert bench.told[-1] == "CANCELLED L1"


def test_later_orders_find_what_stands(bench: Bench) -> None:
    at_home = {"asset": "A", "site": "1 Market Square"}
    bench.order(line(**at_home))
    bench.oblige()
    bench.asked.clear()
    bench.order(line("L2", "suspend", **at_home), number="P")
    assert bench.asked == ["undo activate L2 1"]
    bench.report("activate", "undone", "L2", "P")
    bench.order(line("L3", "resume", asset="A"), number="Q")
    assert bench.asked[-1] == "do activate L3 1"
    bench.report("activate", "done", "L3", "Q")
    bench.order(line("L4", "change", asset="A", attributes={"version": "v6"}), number="R")
    assert bench.asked[-1] == "change reserve L4 1"


def test_a_transfer_has_both_places(bench: Bench) -> None:
    bench.order(line(asset="A", site="here"))
    bench.oblige()
    bench.asked.clear()
    bench.order(line("L2", asset="A", site="there"), line("L3", "remove", asset="A", site="here"), number="P")
    assert bench.asked == ["do reserve L2 1", "undo activate L3 1"]


@pytest.mark.parametrize("effect", ["change", "remove", "suspend", "resume"])
def test_what_is_not_there_is_faulted(bench: Bench, effect: str) -> None:
    bench.order(line("L1", effect, asset="NONE"), line("L2"))
    assert bench.faults == ["fault L1"]
    assert bench.asked == ["do reserve L2 1"]


def test_what_other_systems_provision_is_faulted(bench: Bench) -> None:
    bench.order(line(product="Handset"))
    bench.event("cancel")
    assert bench.faults == ["fault L1", "fault None"]
    bench.order(line())
    assert bench.asked == ["do reserve L1 1"]


def test_reports_on_nothing_change_nothing(bench: Bench) -> None:
    bench.report("reserve")
    bench.order(line())
    bench.report("design")
    bench.report("reserve", line="L9")
    bench.report("reserve", "undone")
    assert bench.asked == ["do reserve L1 1"]
    assert bench.told == ["IN PROGRESS L1"]


def test_an_order_waits_for_another_one_that_sets_its_asset_up(bench: Bench) -> None:
    """A change of what an open order is setting up is no failure: it is made when that is there."""
    bench.order(line(asset="A"))
    bench.order(line("L2", "change", asset="A", attributes={"version": "v6"}), number="P")
    assert (bench.faults, bench.asked) == ([], ["do reserve L1 1"])
    for step in ("reserve", "design", "activate"):
        bench.report(step)
    assert bench.asked[3:] == ["change reserve L2 1"]
    for step in ("reserve", "design", "activate"):
        bench.report(step, line="L2", order="P")
    assert bench.told[-1] == "COMPLETE L2"


def test_what_an_order_has_waited_for_may_not_come(bench: Bench) -> None:
    """A change of what is taken back in the end is told as a failure, since there is nothing to change."""
    bench.order(line(asset="A"))
    bench.order(line("L2", "change", asset="A"), number="P")
    bench.event("cancel")
    bench.report("reserve", "undone")
    assert bench.faults == ["fault L2"]


def test_an_order_that_waits_can_be_cancelled(bench: Bench) -> None:
    """Of an order that waits for another one, nothing is done and nothing has to be undone."""
    bench.order(line(asset="A"))
    bench.order(line("L2", "change", asset="A"), number="P")
    bench.give("cancel", Edge.PROVISIONING, LifeCycleEvent(order="P"))
    assert (bench.told[-1], bench.asked) == ("CANCELLED L2", ["do reserve L1 1"])


def test_another_service_point_is_work_for_the_network(bench: Bench) -> None:
    """What was done is changed where a revision connects the line somewhere else at the same address."""
    bench.order(line(asset="A", service_point="P1"))
    bench.report("reserve")
    bench.order(line(asset="A", service_point="P2"))
    bench.oblige()
    assert bench.asked == [
        "do reserve L1 1",
        "do design L1 1",
        "change reserve L1 1",
        "change design L1 1",
        "do activate L1 1",
    ]
