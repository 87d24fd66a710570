"""The neighbours that the kit plays: they do what makes sense, fault what does not, and say the truth of both."""

from typing import Any

import pytest

from ordertck.harness.bench import Conversation
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext
from ordertck.harness.tests.support import EDITION

CLAIMS = Claims(
    "Quiet", "1", ("oms",), (), EDITION.vocabulary.default_switches, timing=Timing(0.02, 0.01, 1.0), edition=EDITION
)
LIST, OTHER = "Household Price List", "Premium Consumer Price List"


class Quiet:
    """A system that takes down what it is told and says nothing."""

    def __init__(self) -> None:
        self.told: list[Message] = []

    def begin(self, scenario: ScenarioContext) -> None: ...

    def deliver(self, message: Message) -> None:
        self.told.append(message)

    def receive(self, patience: float) -> None: ...

    def close(self) -> None: ...


class Street:
    """A scene with its neighbours; ``bill`` and ``provision`` ask them for work on line L for asset A."""

    def __init__(self) -> None:
        self.system = Quiet()
        self.conversation = Conversation(self.system, CLAIMS, "S")
        self.conversation.begin()
        self.billing, self.provisioning = self.conversation.stage.billing, self.conversation.stage.provisioning
        self.count = 0

    def bill(self, effect: str, price_list: str | None = LIST, phase: str = "all", **more: Any) -> list[str]:
        line = {"line": "L", "product": "Internet Access", "effect": effect, "asset": "A"}
        line |= {"price_list": price_list} if price_list else {}
        body = {"order": "O", "account": "C", "phase": phase, "lines": [line], **more}
        return self.heard("billing-order", Edge.BILLING, body)

    def provision(self, effect: str, **more: Any) -> list[str]:
        line = {"line": "L", "product": "Internet Access", "effect": effect, "asset": "A", **more}
        body = {"order": "O", "account": "C", "target": "network", "lines": [line]}
        return self.heard("provisioning-order", Edge.PROVISIONING, body)

    def heard(self, kind: str, edge: Edge, body: dict[str, Any]) -> list[str]:
        """What the system is told in answer to a call: the value of an update, the reason of a fault."""
        self.count += 1
        before = len(self.system.told)
        self.conversation.stage.take(Message(f"call-{self.count}", kind, edge, body, "O"))
        self.conversation.stage.settled()
        return self.said(before)

    def said(self, since: int) -> list[str]:
        bodies = [message.body for message in self.system.told[since:]]
        return [body.get("value") or body.get("reason") or body.get("outcome") or body["state"] for body in bodies]

    @property
    def charged(self) -> list[tuple[str | None, str]]:
        return [(charge.plan, charge.state) for charge in self.billing.charges("A")]

    @property
    def installed(self) -> list[tuple[str | None, str, dict[str, str]]]:
        return [(s.site, s.status, s.attributes) for s in self.provisioning.services("A")]


@pytest.fixture
def street() -> Street:
    return Street()


# Billing


def test_billing_charges_in_two_phases(street: Street) -> None:
    assert street.bill("start", phase="initiate") == ["INITIATED"]
    assert street.charged == [("HOUSEHOLD-PLAN", "initiated")]
    assert street.bill("start", phase="fulfil") == ["COMPLETE"]
    assert street.charged == [("HOUSEHOLD-PLAN", "active")]


def test_billing_shows_what_is_charged_twice(street: Street) -> None:
    street.bill("start")
    street.bill("start", OTHER)
    assert street.charged == [("HOUSEHOLD-PLAN", "active"), ("PREMIUM-PLAN", "active")]


@pytest.mark.parametrize("effect", ["change", "stop", "suspend", "resume"])
def test_billing_faults_a_change_to_what_is_not_charged(street: Street, effect: str) -> None:
    assert street.bill(effect) == [f"Internet Access is not charged, so there is nothing to {effect}"]
    street.bill("start")
    street.bill("stop")
    assert street.bill(effect) == [f"Internet Access is not charged, so there is nothing to {effect}"]
    assert street.charged == []


@pytest.mark.parametrize("price_list", ["Staff Price List", "No Such List", None])
def test_billing_faults_a_list_that_leads_to_no_plan(street: Street, price_list: str | None) -> None:
    assert street.bill("start", price_list)[0].startswith("no rate plan for Internet Access on ")
    assert street.charged == []


def test_a_change_in_billing_without_a_list_leaves_the_plan(street: Street) -> None:
    street.bill("start")
    assert street.bill("change", None) == ["COMPLETE"]
    assert street.charged == [("HOUSEHOLD-PLAN", "active")]
    street.bill("change", OTHER)
    assert street.charged == [("PREMIUM-PLAN", "active")]


def test_what_is_only_to_be_initiated_changes_nothing_that_is_charged(street: Street) -> None:
    street.bill("start")
    assert street.bill("suspend", phase="initiate") == ["INITIATED"]
    assert street.bill("change", OTHER, phase="initiate") == ["INITIATED"]
    assert street.charged == [("HOUSEHOLD-PLAN", "active")]


def test_a_call_that_waits_is_answered_before_its_work_is_reported(street: Street) -> None:
    assert street.bill("start", waits=True) == ["ok", "COMPLETE"]
    assert street.system.told[0].re == "call-1"


def test_what_billing_holds_is_neither_reported_nor_charged(street: Street) -> None:
    street.billing.holds = True
    assert street.bill("start") == []
    assert (street.charged, street.billing.holding("O")) == ([], True)
    assert street.billing.complete("P") == 0
    assert street.billing.complete("O") == 1
    assert (street.charged, street.billing.holding("O")) == ([("HOUSEHOLD-PLAN", "active")], False)


# Provisioning


def test_provisioning_sets_up_alters_and_removes(street: Street) -> None:
    assert street.provision("add", site="Here", attributes={"speed": "50"}) == ["COMPLETE"]
    street.provision("change", attributes={"upload": "10"})
    street.provision("suspend")
    assert street.installed == [("Here", "suspended", {"speed": "50", "upload": "10"})]
    assert street.provision("remove", site="Here") == ["COMPLETE"]
    assert street.installed == []


@pytest.mark.parametrize("effect", ["change", "remove", "suspend", "resume"])
def test_provisioning_faults_a_change_to_what_is_not_set_up(street: Street, effect: str) -> None:
    refused = [f"Internet Access is not set up, so there is nothing to {effect}"]
    assert street.provision(effect) == refused
    street.provision("add", site="Here")
    if effect != "change":
        assert street.provision(effect, site="There") == refused


def test_a_change_that_names_another_site_moves_what_is_set_up(street: Street) -> None:
    street.provision("add", site="Here")
    assert street.provision("change", site="There") == ["COMPLETE"]
    assert [(service.site, service.status) for service in street.provisioning.services("A")] == [("There", "active")]


def test_the_end_of_what_was_never_completed_calls_the_held_work_off(street: Street) -> None:
    """Billing does not hold it, and charges nothing when it is released."""
    street.billing.holds = True
    assert street.bill("start") == []
    assert street.bill("stop") == ["COMPLETE"]
    street.billing.release()
    assert street.billing.all_charges() == []


def test_what_is_called_off_can_take_its_time(street: Street) -> None:
    street.provisioning.holds = street.provisioning.takes_back_slowly = True
    assert street.provision("add") == street.provision("remove") == []
    assert street.provisioning.complete("O") == 1
    assert street.installed == []


def test_a_transfer_is_at_both_sites_for_a_while(street: Street) -> None:
    street.provision("add", site="Here")
    street.provision("add", site="There")
    street.provision("remove", site="Here")
    assert [site for site, *_ in street.installed] == ["There"]


def test_a_change_amid_a_transfer_moves_what_the_same_line_has_set_up(street: Street) -> None:
    street.provision("add", site="Here", line="FIRST")
    street.provision("add", site="There")
    assert street.provision("change", site="Elsewhere") == ["COMPLETE"]
    assert [site for site, *_ in street.installed] == ["Here", "Elsewhere"]


def test_work_under_way_is_called_off(street: Street) -> None:
    """Nothing was set up; the call that called it off is the one that is reported on."""
    street.provisioning.holds = True
    street.provision("add")
    assert street.provision("remove") == ["COMPLETE"]
    assert street.system.told[-1].body["call"] == "call-2"
    street.provisioning.release()
    assert (street.installed, len(street.system.told)) == ([], 1)


def test_work_under_way_goes_on_as_it_is_wanted_now(street: Street) -> None:
    street.provisioning.holds = True
    street.provision("add", attributes={"speed": "50", "upload": "10"})
    assert street.provision("change", attributes={"speed": "500"}) == []
    street.provisioning.release()
    assert street.installed == [(None, "active", {"speed": "500", "upload": "10"})]
    assert [message.body["call"] for message in street.system.told] == ["call-2"]


def test_work_that_failed_is_called_off_too(street: Street) -> None:
    street.provisioning.unable.add("L")
    assert street.provision("add") == ["Internet Access cannot be provisioned"]
    assert street.provision("remove") == ["COMPLETE"]
    assert not street.provisioning.mend("L")


def test_work_that_failed_is_tried_as_it_is_wanted_now(street: Street) -> None:
    street.provisioning.unable.add("L")
    street.provision("add", attributes={"speed": "50"})
    assert street.provision("change", attributes={"speed": "500"}) == ["Internet Access cannot be provisioned"]
    street.provisioning.unable.clear()
    assert street.provision("change", attributes={"speed": "100"}) == ["COMPLETE"]
    assert street.installed == [(None, "active", {"speed": "100"})]


def test_what_failed_is_mended_once(street: Street) -> None:
    street.provisioning.unable.add("L")
    street.provision("add")
    since = len(street.system.told)
    assert street.provisioning.mend("L")
    assert street.said(since) == ["resolved", "COMPLETE"]
    assert not street.provisioning.mend("L")
    assert len(street.installed) == 1


def test_a_milestone_is_reported_with_those_before_it_and_once(street: Street) -> None:
    street.provisioning.holds = True
    street.provision("add")
    street.provisioning.reach("O", "L", "DESIGNED")
    street.provisioning.reach("O", "L", "ACTIVATED")
    assert street.said(0) == ["RESERVED", "DESIGNED", "ACTIVATED"]
