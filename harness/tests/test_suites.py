"""Suites of two roles: what is judged of a role that is seen from outside, and what is said of one that is not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.adapter_check.checkup import Checkup
from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.bench.inside import is_in_between
from ordertck.harness.conformance import unexamined
from ordertck.harness.exports.summary import summary
from ordertck.harness.messages import Edge, Message
from ordertck.harness.messages import replace as altered
from ordertck.harness.messages.landscape import TOGETHER
from ordertck.harness.plan import Selection
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.crm.assets import WaitsForAnAssetOfEachLine
from ordertck.harness.proof.systems.integration.styles import GivesAssetsIdsOfItsOwn, RefusesUnlistedKinds
from ordertck.harness.proof.systems.integration.styles_of_naming import KnowsLinesByIdsOfItsOwn
from ordertck.harness.proof.systems.integration.variants import KnowsLinesByItsOwnIds
from ordertck.harness.proof.systems.som.queue_and_errors import StopsAtTheFirstFailure
from ordertck.harness.proof.systems.som.resting_and_changing import TakesTheSameWishForARepetition
from ordertck.harness.proof.systems.som.third_thoughts import TellsOneLineThatItGoesOn
from ordertck.harness.reference.composition import Composed
from ordertck.harness.reference.landscape import PARTS, InProcess, MakePart
from ordertck.harness.reports.certificate import certificates
from ordertck.harness.reports.page import Evidence, report_page
from ordertck.harness.reports.results import as_bytes, results
from ordertck.harness.reports.saved import run_in
from ordertck.harness.reports.terminal import outcome
from ordertck.harness.reports.words import Paint
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION, claims_as, examine
from ordertck.harness.verdicts import Verdict


class _HasTheServicesDoItAll(Composed):
    """Gives what is for the warehouse to the services inside, which have the network do it."""

    def handle(self, message: Message) -> list[Message]:
        if message.kind == "provisioning-order" and message.edge is Edge.OMS:
            message = altered(message, body={**message.body, "target": "network"})
        return super().handle(message)


class _BillsTwice(Composed):
    """Has billing begin the charge of what is added twice over, the second time under another id."""

    def handle(self, message: Message) -> list[Message]:
        said = super().handle(message)
        begun = [each for each in said if each.kind == "billing-order" and each.body["lines"][0]["effect"] == "start"]
        return [*said, *(altered(each, id=f"{each.id}-again") for each in begun)]


class _SaysTooMuch(Composed):
    """Tells the CRM that all of an order is complete as soon as the order has come."""

    def handle(self, message: Message) -> list[Message]:
        said = super().handle(message)
        if message.kind != "order-submission":
            return said
        body = {"order": message.body["order"], "status": "COMPLETE", "lines": []}
        return [*said, Message(f"{message.id}-early", "order-update", Edge.CRM, body, message.about)]


class _LeavesTheLastLineOut(Composed):
    """Gives the order system no line of an order after the first one."""

    def handle(self, message: Message) -> list[Message]:
        return [
            altered(said, body={**said.body, "lines": said.body["lines"][:1]}) if said.kind == "sales-order" else said
            for said in super().handle(message)
        ]


class _AsksTwice(Composed):
    """Gives the order system each order twice, the second time under another id."""

    def handle(self, message: Message) -> list[Message]:
        said = super().handle(message)
        return [*said, *(altered(each, id=f"{each.id}-again") for each in said if each.kind == "sales-order")]


class _TellsNobodyWhoIsAway(Composed):
    """Speaks to the order system whether that can be reached or not."""

    def handle(self, message: Message) -> list[Message]:
        return [] if message.kind == "neighbour-away" else super().handle(message)


def suite(*roles: str, whole: Callable[..., Composed] = Composed, **parts: MakePart) -> MakePart:
    """How a suite in these roles is made, of the reference but for some of its parts."""
    return lambda content, scenario: whole({role: {**PARTS, **parts}[role](content, scenario) for role in roles})


@pytest.mark.parametrize(
    ("roles", "wrong", "title", "seen"),
    [
        ("integration som", {"som": made_of(TellsOneLineThatItGoesOn)}, "A resumed order is completed", "COMPLETE"),
        ("integration som", {"whole": _HasTheServicesDoItAll}, "Work for the warehouse is done by", "nothing"),
        ("integration som", {"whole": _TellsNobodyWhoIsAway}, "A completion waits while", "provisioning-update"),
        ("integration oms", {"whole": _BillsTwice}, "A provisioning order says what is to be done", "a second time"),
        (
            "integration oms",
            {"whole": _BillsTwice, "integration": made_of(KnowsLinesByIdsOfItsOwn)},
            "A provisioning order says what is to be done",
            "a second time",
        ),
        ("integration oms", {"whole": _SaysTooMuch}, "A provisioning order says what is to be done", "COMPLETE"),
        (
            "oms som",
            {"som": made_of(TakesTheSameWishForARepetition)},
            "A line that was withdrawn, undone and",
            "nothing",
        ),
        ("oms som", {"som": made_of(StopsAtTheFirstFailure)}, "A line fails and is mended, and the", "fell out"),
        ("crm integration", {"crm": made_of(WaitsForAnAssetOfEachLine)}, "Two trackable lines become", "COMPLETE"),
        ("crm integration", {"whole": _LeavesTheLastLineOut}, "The telephone becomes an asset", "missing"),
        ("crm integration", {"whole": _AsksTwice}, "A line that the order system reports as complete", "twice"),
    ],
)
def test_the_account_of_a_suite_is_closed(roles: str, wrong: dict[str, Any], title: str, seen: str) -> None:
    """What no step of an example looks at fails it, as it does where the role is examined alone."""
    make, claims = suite(*roles.split(), **wrong), claims_as(*roles.split())
    found = examine(claims, selection=Selection(text=title), open_system=lambda claims, _: InProcess(make, claims))
    (example,) = [each for each in found.examples if each.verdict is not Verdict.INAPPLICABLE]
    assert example.verdict is Verdict.FAILED
    assert seen in example.seen


@pytest.mark.parametrize("layer", [GivesAssetsIdsOfItsOwn, KnowsLinesByItsOwnIds])
@pytest.mark.parametrize(
    "title",
    ["After a transfer the CRM shows no asset at the old", "Two customers have the assets", "submits an update of"],
)
def test_an_integration_with_ids_of_its_own_is_no_fault_of_the_crm(layer: type[Any], title: str) -> None:
    """What a CRM has said cannot be told from orders that name its lines and assets otherwise (FL-08)."""
    make, claims = suite("crm", "integration", integration=made_of(layer)), claims_as("crm", "integration")
    found = examine(claims, selection=Selection(text=title), open_system=lambda claims, _: InProcess(make, claims))
    verdicts = {each.verdict for each in found.examples if each.verdict is not Verdict.INAPPLICABLE}
    assert verdicts == {Verdict.PASSED}


class _HasIdsOfItsOwnOutside(KnowsLinesByIdsOfItsOwn):
    """Speaks of lines and assets to billing and to provisioning by ids that nobody else knows."""

    def tell(self, kind: str, edge: Edge, body: Any, *rest: Any, **more: Any) -> None:
        if kind in ("billing-order", "provisioning-order") and edge is not Edge.OMS:
            lines = [{**line, "asset": f"LAYER:{line['asset']}"} for line in body["lines"]]
            body = {**body, "lines": lines}
        super().tell(kind, edge, body, *rest, **more)


@pytest.mark.parametrize("layer", [KnowsLinesByIdsOfItsOwn, _HasIdsOfItsOwnOutside])
@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("oms", "Two lines that add the same product create two assets"),
        ("oms", "A revised line changes the asset that the revision names"),
        ("oms", "A transferred asset is charged once"),
        ("oms", "waits for its base"),
        ("oms", "The components of a bundle are fulfilled with the bundle"),
        ("som", "Service order management reports an assigned value while the work goes on"),
        ("som", "A service is changed, and another one is taken down"),
        ("som", "A changed attribute of one component is changed on that component only"),
        ("som", "Every completed step is undone"),
    ],
)
def test_neighbours_learn_the_ids_that_a_suite_has_for_lines(layer: type[Any], role: str, title: str) -> None:
    """Nobody outside hears what is asked inside: the ids are learned from what the suite was told (FL-08)."""
    make, claims = suite("integration", role, integration=made_of(layer)), claims_as("integration", role)
    found = examine(claims, selection=Selection(text=title), open_system=lambda claims, _: InProcess(make, claims))
    verdicts = {each.verdict for each in found.examples if each.verdict is not Verdict.INAPPLICABLE}
    assert verdicts == {Verdict.PASSED}


def test_a_line_that_the_integration_cannot_hand_on_is_no_fault_of_the_crm() -> None:
    """A kind of product that the documents do not name may be refused there (OM-05)."""
    make = suite("crm", "integration", integration=made_of(RefusesUnlistedKinds))
    title, claims = "The CRM shows the status that the back office reports", claims_as("crm", "integration")
    found = examine(claims, selection=Selection(text=title), open_system=lambda claims, _: InProcess(make, claims))
    verdicts = {each.verdict for each in found.examples if each.verdict is not Verdict.INAPPLICABLE}
    assert verdicts == {Verdict.PASSED}


def test_a_rate_plan_of_two_price_lists_does_not_say_which_is_meant() -> None:
    """Billing is told a plan, where an integration puts it in the list's place: then the account stays open."""
    goods = EDITION.catalogue
    one, other = (name for name, plan in list(goods.rate_plans.items())[:2] if plan)
    shared = replace(goods, rate_plans={**goods.rate_plans, other: goods.rate_plans[one]})
    line = {"line": "L1", "rate_plan": goods.rate_plans[one]}
    by_plan = Message("M1", "billing-order", Edge.BILLING, {"lines": [line]})
    by_list = Message("M2", "billing-order", Edge.BILLING, {"lines": [{**line, "price_list": one}]})
    assert is_in_between(by_plan, shared)
    assert not is_in_between(by_plan, goods)
    assert not is_in_between(by_list, shared)


@pytest.mark.parametrize(
    ("roles", "hidden"),
    [
        (("oms", "som"), ("som",)),
        (("crm", "integration"), ("integration",)),
        (("integration", "som"), ()),
        (("som",), ()),
    ],
    ids="-".join,
)
def test_a_role_of_which_nothing_is_seen_is_named(
    roles: tuple[str, ...], hidden: tuple[str, ...], tmp_path: Path
) -> None:
    """No outcome, and no certificate, lets anybody think that a role was examined that lies inside a suite."""
    claims = replace(claims_as(*roles), profiles=("core-orders", "provisioning", "crm-capture"))
    found = examine(claims)
    said = outcome(found, Paint(False))
    assert unexamined(found) == hidden
    assert ("but nothing of" in said) is bool(hidden)
    saved = results([found])
    assert ("Nothing of" in summary(run_in(as_bytes(saved), tmp_path))) is bool(hidden)
    assert ("Nothing of" in report_page(saved, Evidence({}))) is bool(hidden)
    (certificate,) = certificates([found], saved)
    assert certificate, "every example was run, and neither kit nor adapter broke"
    assert certificate["unexamined_roles"] == list(hidden)


def test_the_adapter_of_a_suite_may_speak_of_lines_by_ids_of_its_own() -> None:
    """Nobody outside a suite of integration and order management was told of them."""
    make = suite("integration", "oms", integration=made_of(KnowsLinesByIdsOfItsOwn))
    claims = claims_as("integration", "oms")
    checkup = Checkup(claims, lambda *_: Embedded(InProcess(make, claims)), "SCHECK")
    steps = list(checkup.examine())
    assert checkup.well, steps


@pytest.mark.parametrize("roles", sorted(map(sorted, TOGETHER)), ids="-".join)
def test_the_adapter_of_a_suite_is_checked(roles: list[str]) -> None:
    """Three orders go all the way, whatever of the way lies inside the suite."""
    checkup = Checkup(claims_as(*roles), connect, "SCHECK")
    steps = list(checkup.examine())
    assert checkup.well, steps


def test_an_adapter_to_start_from_is_for_one_role(ordertck: Terminal, tmp_path: Path) -> None:
    """Whoever names two is told so, and nothing is written for the last of them."""
    done = ordertck("init", "acme", "--role", "integration", "--role", "som")
    assert done.code == 2
    assert "for one role, not for integration and som" in done.err
    assert not list(tmp_path.iterdir())
