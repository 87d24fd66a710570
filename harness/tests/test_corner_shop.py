"""The example in JavaScript, run by a real Node.js: what it does, and the two things that it leaves out."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ordertck import data
from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import read_claims
from ordertck.harness.cli.check_adapter import check_adapter_command
from ordertck.harness.errors import AdapterError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.plan import Selection
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reports.terminal import shown
from ordertck.harness.reports.words import Paint
from ordertck.harness.tests.support import EDITION, REPOSITORY, examine

DOCS = Path(__file__).resolve().parents[2] / "docs"

SHOP = data("examples", "corner_shop")


pytestmark = pytest.mark.usefixtures("node")


class Customer:
    """Speaks to the shop in few words, and plays its neighbours only where told to."""

    def __init__(self, system: Dialogue) -> None:
        self.system = system
        self.account = "CUSTOMER"
        self._count = 0

    def say(self, kind: str, edge: Edge, priority: int | None = None, **body: Any) -> None:
        self._count += 1
        self.system.deliver(Message(f"S1-m{self._count}", kind, edge, body, body["order"], None, priority))

    def order(self, order: str, *lines: dict[str, Any], priority: int | None = None, **header: Any) -> None:
        numbered = [
            {"id": f"{order}-{n}", "number": str(n), "action": "Add", "product": "Internet Access", **line}
            for n, line in enumerate(lines, 1)
        ]
        whole = {"id": f"{order}/1", "account": self.account, "price_list": "Household Price List", "lines": numbered}
        self.say("sales-order", Edge.OMS, priority, order=order, **{**whole, **header})

    def done(self, who: str, order: str, *lines: int) -> None:
        edge = Edge.BILLING if who == "billing" else Edge.PROVISIONING
        for line in lines:
            self.say(f"{who}-update", edge, order=order, line=f"{order}-{line}", sort="status", value="COMPLETE")

    def heard(self) -> list[Message]:
        return list(iter(lambda: self.system.receive(0.1), None))

    def told(self) -> list[str]:
        """What was heard, in words: kind, and status or state."""
        return [f"{m.kind} {m.body.get('status', m.body.get('state', ''))}".strip() for m in self.heard()]

    def has(self, order: str, **line: Any) -> None:
        """Go all the way to an installed asset."""
        self.order(order, line)
        self.done("provisioning", order, 1)
        self.done("billing", order, 1)
        assert self.told()[-1] == "order-update COMPLETE"


@pytest.fixture
def shop() -> Iterator[Customer]:
    system = connect(read_claims(SHOP / "claims.toml", EDITION), "S1")
    assert isinstance(system, Dialogue)
    customer = Customer(system)
    system.begin(ScenarioContext("S1-0001", "S1", NOW, "Home Services", "sha256:0", ({"id": customer.account},)))
    yield customer
    system.close()
    assert system.parting == ""


def test_adapter() -> None:
    """check-adapter finds nothing wrong."""
    result = CliRunner().invoke(check_adapter_command, [str(SHOP / "claims.toml")])
    assert result.exit_code == 0, result.output


def test_catalogue() -> None:
    """What the shop uses of the catalogue deployed there is as the kit has it ('ordertck catalogue' prints it)."""
    deployed = json.loads((SHOP / "catalogue.json").read_text())["products"]
    used = {product["name"]: (product["provisioned_by"], product["billed"]) for product in deployed}
    assert used == {product.name: (product.target, product.billed) for product in EDITION.catalogue.products.values()}


def test_documented() -> None:
    """The conversation in docs/json_lines.md is what the shop really says."""
    page = (DOCS / "json_lines.md").read_text()
    lines = page.partition("<!-- transcript")[2].partition("```text\n")[2].partition("```")[0].splitlines()
    asked, said = ([line[2:] for line in lines if line.startswith(mark)] for mark in "><")
    assert len(asked) == len(said) > 5
    shop = subprocess.run(
        ["node", "adapter.mjs"],
        cwd=SHOP,
        input="\n".join(asked),
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert shop.stdout.splitlines() == said


def test_what_readme_shows() -> None:
    """Verdicts and evidence of the run in README are those of a run, but for the numbers of records."""
    page = (REPOSITORY / "README.md").read_text()
    told = page.partition("$ ordertck run examples/corner_shop/claims.toml")[2].partition("```")[0]
    verdicts = re.findall(r"^[A-Z]{2}-\d\d  oms  (?:passed|failed) .*", told, re.MULTILINE)
    evidence = told.partition("\nAC-08 failed")[2].partition("\nmessages")[0].splitlines()
    assert len(verdicts) > 3
    assert len(evidence) > 5
    rules = frozenset(line.split()[0] for line in verdicts)
    found = examine(read_claims(SHOP / "claims.toml", EDITION), "SREADME", Selection(rules=rules))
    shown_now = [" ".join(line.split()) for line in shown([found], Paint())]
    missing = [line for line in (*verdicts, *evidence[1:]) if " ".join(line.split()) not in shown_now]
    assert missing == []


def test_whole_order(shop: Customer) -> None:
    """Provisioned by target first, then billed in one call; a blank price list becomes the header's."""
    shop.order("A", {}, {"product": "Home Router", "price_list": "Staff Price List"}, {"product": "Loyalty Discount"})
    opened, started, network, warehouse, discount = shop.heard()
    assert [line["status"] for line in opened.body["lines"]] == ["OPEN"] * 3
    assert (opened.body["status"], started.body["status"]) == ("OPEN", "IN PROGRESS")
    assert (network.body["target"], warehouse.body["target"]) == ("network", "warehouse")
    assert discount.body["lines"] == [{"line": "A-3", "status": "PROVISIONED"}]
    shop.done("provisioning", "A", 1)
    assert shop.told() == ["order-update IN PROGRESS"]
    shop.done("provisioning", "A", 2)
    (_, bill) = shop.heard()
    assert (bill.kind, bill.edge, bill.body["phase"]) == ("billing-order", Edge.BILLING, "all")
    assert [line["price_list"] for line in bill.body["lines"]] == [
        "Household Price List",
        "Staff Price List",
        "Household Price List",
    ]
    shop.done("billing", "A", 1, 2, 3)
    assert shop.told() == ["order-update IN PROGRESS"] * 2 + ["order-update COMPLETE"]


def test_query(shop: Customer) -> None:
    """A query is answered with the query's id."""
    shop.order("A", {})
    shop.heard()
    shop.say("order-query", Edge.OMS, order="A")
    (answer,) = shop.heard()
    assert (answer.kind, answer.edge, answer.re) == ("order-snapshot", Edge.OMS, "S1-m2")
    assert answer.body == {"order": "A", "status": "IN PROGRESS", "lines": [{"line": "A-1", "status": "OPEN"}]}


@pytest.mark.parametrize(
    "lines, header, reason",
    [
        ([{}], {"account": None}, "the order names no customer of ours"),
        ([], {}, "the order has no line"),
        ([{}], {"price_list": None}, "the order has no price list"),
        ([{"product": None}], {}, "the line has no product"),
        ([{"action": "add "}], {}, "'add ' is no action"),
        ([{"action": "-"}], {}, "'-' is no action"),
        ([{"action": "Delete", "asset": "X"}], {}, "asset X is not installed"),
    ],
)
def test_refusals(shop: Customer, lines: list[dict[str, Any]], header: dict[str, Any], reason: str) -> None:
    """What the shop does not take is refused with its reason, and nothing is sent on."""
    shop.order("A", *lines, **header)
    (refusal,) = shop.heard()
    assert (refusal.kind, refusal.edge, refusal.body["reason"]) == ("refusal", Edge.CRM, reason)


def test_priority(shop: Customer) -> None:
    """Two orders are worked on; what waits is started most urgent first, equals as they came."""
    for order, priority in (("A", 3), ("B", 3), ("LOW", 3), ("URGENT", 9), ("NORMAL", None), ("HIGH", 7), ("LATER", 9)):
        shop.order(order, {}, priority=priority)
    shop.heard()
    started = []
    for order in ("A", "B", "URGENT", "LATER", "HIGH", "NORMAL", "LOW"):
        shop.done("provisioning", order, 1)
        shop.done("billing", order, 1)
        started += [m.about for m in shop.heard() if m.kind == "provisioning-order"]
    assert started == ["URGENT", "LATER", "HIGH", "NORMAL", "LOW"]


def test_fallout(shop: Customer) -> None:
    """A fault is raised as fallout, the other lines go on, and the place is free again."""
    shop.order("A", {}, {})
    shop.order("B", {})
    shop.order("C", {})
    shop.heard()
    shop.say("fault", Edge.PROVISIONING, order="A", line="A-1", incident="I1", reason="no port")
    assert shop.told() == ["fallout raised", "order-update IN PROGRESS"]
    shop.done("provisioning", "A", 2)
    assert shop.told() == ["order-update IN PROGRESS", "billing-order"]
    shop.done("billing", "A", 2)
    assert shop.told() == ["order-update FAILED", "order-update IN PROGRESS", "provisioning-order"]


def test_moves(shop: Customer) -> None:
    """Both halves of a move go to provisioning, none to billing; half a move is refused."""
    shop.has("A", asset="X")
    shop.order("B", {"action": "Move-Add", "asset": "X", "site": "there"}, {"action": "Move-Delete", "asset": "X"})
    (_, _, work) = shop.heard()
    assert [(line["effect"], line.get("site")) for line in work.body["lines"]] == [("add", "there"), ("remove", None)]
    shop.done("provisioning", "B", 1, 2)
    assert shop.told() == ["order-update IN PROGRESS"] * 2 + ["order-update COMPLETE"]
    shop.order("C", {"action": "Move-Add", "asset": "X"})
    assert shop.told() == ["refusal"]


def test_shortcomings(shop: Customer) -> None:
    """What its README admits: it resumes what is not suspended (AC-08), and takes any priority (PR-11)."""
    shop.has("A", asset="X")
    shop.order("B", {"action": "Resume", "asset": "X"})
    assert "refusal" not in shop.told()
    shop.order("C", {}, priority=-1)
    assert "refusal" not in shop.told()


def test_redelivery(shop: Customer) -> None:
    """The same order once more changes nothing; another version of it is refused."""
    shop.order("A", {})
    shop.heard()
    shop.order("A", {})
    assert shop.told() == []
    shop.order("A", {}, revision=2)
    assert shop.told() == ["refusal"]


def test_clock(shop: Customer) -> None:
    """An operation that the adapter does not have is answered with an error."""
    with pytest.raises(AdapterError, match="answers advance with an error: unknown operation 'advance'"):
        shop.system.advance_to(NOW)
