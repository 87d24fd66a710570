"""What init writes for each role: it passes check-adapter at once, gives verdicts, and its vices are found."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from ordertck.harness.claims import read_claims
from ordertck.harness.cli.init import init
from ordertck.harness.plan import plan_of
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tests.vices import only_fault, taken
from ordertck.harness.verdicts import Verdict

# How many examples the stand-in of each role passes at least, before anybody has written a line.
PASSES = {"oms": 40, "crm": 50, "integration": 30, "som": 15}
# A vice is the stand-in of a role with something overridden.
VICE = """
import my_adapter
from my_adapter import *

class Vice(StandIn):
    {source}

my_adapter.StandIn = Vice
"""


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test puts on the import path is taken off it again."""
    monkeypatch.setattr(sys, "path", [*sys.path])


def written(folder: Path, role: str, source: str = "") -> Path:
    """The claims file of a role's stand-in, or of one with a vice."""
    claims, _ = init(folder, EDITION, role=role)
    if source:
        (folder / "vice.py").write_text(VICE.format(source=source.strip().replace("\n", "\n    ")))
        claims.write_text(claims.read_text().replace("my_adapter:connect", "vice:connect"))
    return claims


@pytest.mark.parametrize("role", PASSES)
def test_every_role_runs_at_once(role: str, tmp_path: Path) -> None:
    """Nothing is wrong with the adapter, and the first run comes to verdicts, none of them an error."""
    claims = written(tmp_path, role)
    assert [step for step in taken(claims).values() if not step.ok] == []
    found = run(plan_of(read_claims(claims, EDITION)), Conditions("SINIT"))
    verdicts = Counter(example.verdict for example in found.examples)
    assert verdicts[Verdict.ERROR] == 0
    assert verdicts[Verdict.PASSED] >= PASSES[role]
    assert found.remarks == ()


def test_several_roles_at_once(tmp_path: Path) -> None:
    """A system of two roles is spoken to at its outermost edge."""
    claims = written(tmp_path, "oms")
    source = """
from my_adapter import Adapter
from ordertck.harness.messages import replace

class Both(Adapter):
    def deliver(self, message):
        super().deliver(replace(message, kind="sales-order") if message.kind == "order-submission" else message)

    def _tell(self, edge, kind, body, re=None):
        if kind == "billing-order":
            plans = [line["price_list"].split()[0].upper() + "-PLAN" for line in body["lines"]]
            lines = [{**line, "rate_plan": plan} for line, plan in zip(body["lines"], plans)]
            body = {**body, "lines": lines}
        super()._tell(edge, kind, body, re)
"""
    (tmp_path / "both.py").write_text(source)
    text = claims.read_text().replace("my_adapter:connect", "both:Both").replace('["oms"]', '["integration", "oms"]')
    claims.write_text(text)
    assert [step for step in taken(claims).values() if not step.ok] == []


def test_a_system_that_is_only_asked(tmp_path: Path) -> None:
    """An order system that tells the CRM nothing by itself is well, as long as it answers."""
    source = """
def _report(self, number):
    pass
"""
    assert [step for step in taken(written(tmp_path, "oms", source)).values() if not step.ok] == []


def test_a_crm_that_is_not_told_how_orders_get_on(tmp_path: Path) -> None:
    """A CRM that leaves order tracking out is well when its orders leave it."""
    claims = written(tmp_path, "crm", "def order_update(self, message): ...")
    claims.write_text(claims.read_text().replace('# "order-tracking"', '"order-tracking"'))
    assert [step for step in taken(claims).values() if not step.ok] == []


VICES = {
    "a CRM that refuses all": (
        "crm",
        "def enter_order(self, ref, fields): raise Refused('no licence')",
        "an order, entered and submitted at the desk, of one Internet Access line is refused",
        "desk-do enter order was refused: no licence",
    ),
    "a CRM that refuses to submit": (
        "crm",
        "def submit(self, ref, fields): raise Refused('closed')",
        "is refused",
        "desk-do submit order was refused: closed",
    ),
    "a CRM that crashes at the first order": (
        "crm",
        "def enter_order(self, ref, fields): return fields['due']",
        "deliver failed after desk-do enter order",
        "deliver raised KeyError: 'due'",
    ),
    "a CRM that crashes at the first line": (
        "crm",
        "def enter_line(self, ref, fields): return None.id",
        "deliver failed after desk-do enter line",
        "AttributeError",
    ),
    "a CRM that queues nothing": (
        "crm",
        """
def submit(self, ref, fields):
    return self.show(ref)
""",
        "nothing came back about an order, entered and submitted at the desk,",
        "desk-shown about",
    ),
    "a CRM that does not listen": (
        "crm",
        "def order_update(self, message): ...",
        "does not become complete, though every neighbour obliges",
        "order-submission; told of it: no status",
    ),
    "an order system that refuses all": (
        "oms",
        """
def order(self, sent):
    self._tell(Edge.CRM, "refusal", {"order": sent["order"], "reason": "unknown product"})
""",
        "a sales order of one Internet Access line is refused",
        "it was refused: unknown product",
    ),
    "an order system that hears no reports": (
        "oms",
        "def provisioned(self, report): ...",
        "a sales order of one Internet Access line does not become complete, though every neighbour obliges",
        "order-snapshot, order-update, provisioning-order; told of it: IN PROGRESS",
    ),
    "an order system that asks provisioning for nothing": (
        "oms",
        """
def order(self, sent):
    tell, self._tell = self._tell, lambda edge, kind, body: kind == "provisioning-order" or tell(edge, kind, body)
    super().order(sent)
    self._tell = tell
""",
        "a sales order of one Internet Access line does not become complete, though every neighbour obliges",
        "order-snapshot, order-update; told of it: IN PROGRESS; no provisioning-order and no billing-order",
    ),
    "an order system that nobody in the landscape understands": (
        "oms",
        """
def order(self, sent):
    self._tell(Edge.NETWORK, "network-order", {"order": sent["order"], "lines": []})
""",
        "a message comes that the kit cannot place",
        "a network-order on edge network",
    ),
    "an integration that swallows orders": (
        "integration",
        "def take(self, message): ...",
        "nothing came back about an order submission of one Internet Access line",
        "nothing, for",
    ),
    "an integration that keeps from billing": (
        "integration",
        """
def take(self, message):
    if message.kind != "billing-order":
        super().take(message)
""",
        "nothing came back about an order submission",
        "nothing, for",
    ),
    "a service order management that hears no network": (
        "som",
        "def reported(self, report): ...",
        "a provisioning order of one Internet Access line does not become complete",
        "network-order, provisioning-update; told of it: IN PROGRESS",
    ),
}


@pytest.mark.parametrize("role, source, found, seen", VICES.values(), ids=VICES)
def test_vice(role: str, source: str, found: str, seen: str, tmp_path: Path) -> None:
    """What keeps a first order from its end is found, and told with what was seen."""
    fault = only_fault(taken(written(tmp_path, role, source)))
    assert found in fault.found
    assert seen in fault.seen
