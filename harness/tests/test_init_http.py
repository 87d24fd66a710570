"""What init --http writes for each role: it drives a REST face of the role's stand-in, without code."""

import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zlib import crc32

import pytest
import requests
import responses

from ordertck.harness.adapters.polling import read_table
from ordertck.harness.adapters.polling.polled import connect
from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import read_claims
from ordertck.harness.cli.init import init
from ordertck.harness.messages import Edge, Message
from ordertck.harness.plan import plan_of
from ordertck.harness.port import ScenarioContext, System
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tests.vices import taken
from ordertck.harness.verdicts import Verdict

# Where the tables of som and integration post what, and look for what, as kind and edge.
POSTED = {
    r"/work": ("provisioning-order", "provisioning"),
    r"/work/[^/]+/steps": ("network-report", "network"),
    r"/work/[^/]+/cancel": ("cancel", "provisioning"),
    r"/work/[^/]+/suspend": ("suspend", "provisioning"),
    r"/work/[^/]+/resume": ("resume", "provisioning"),
    r"/from-crm/orders": ("order-submission", "submission"),
    r"/from-crm/cancels": ("cancel", "submission"),
    r"/from-(\w+)/receipts": ("order-receipt", ""),
    r"/from-oms/updates": ("order-update", "oms"),
    r"/from-oms/refusals": ("refusal", "oms"),
    r"/from-oms/billing-orders": ("billing-order", "oms"),
    r"/from-oms/provisioning-orders": ("provisioning-order", "oms"),
    r"/from-billing/updates": ("billing-update", "billing"),
    r"/from-provisioning/updates": ("provisioning-update", "provisioning"),
    r"/from-(\w+)/faults": ("fault", ""),
    r"/from-(\w+)/fallouts": ("fallout", ""),
    r"/order-updates": ("order-update", "crm"),
    r"/order-refusals": ("refusal", "crm"),
    r"/order-fallouts": ("fallout", "crm"),
}
LOOKED = {
    "/steps": ("network-order", "network"),
    "/updates": ("provisioning-update", "provisioning"),
    "/faults": ("fault", "provisioning"),
    "/to-oms/orders": ("sales-order", "oms"),
    "/to-oms/cancels": ("cancel", "oms"),
    "/to-billing/orders": ("billing-order", "billing"),
    "/to-provisioning/orders": ("provisioning-order", "provisioning"),
    "/to-oms/billing-updates": ("billing-update", "oms"),
    "/to-oms/provisioning-updates": ("provisioning-update", "oms"),
    "/to-oms/faults": ("fault", "oms"),
    "/to-crm/updates": ("order-update", "crm"),
    "/to-crm/refusals": ("refusal", "crm"),
    "/to-crm/fallouts": ("fallout", "crm"),
    "/queue": ("order-submission", "submission"),
}
EDITION_BEGAN = datetime(2026, 3, 2, 9, tzinfo=UTC)
DESK = {
    ("PUT", r"/orders/([^/]+)"): ("enter", "order"),
    ("PUT", r"/orders/[^/]+/lines/([^/]+)"): ("enter", "line"),
    ("DELETE", r"/orders/[^/]+/lines/([^/]+)"): ("discard", "line"),
    ("POST", r"/orders/([^/]+)/submit"): ("submit", "order"),
    ("GET", r"/orders/([^/]+)"): ("", "order"),
    ("GET", r"/customers/([^/]+)/assets"): ("", "assets"),
}


# How many examples the stand-in of each role passes at least, of a fifth that stays the same when others are added.
PASSES = {"crm": 10, "integration": 6, "som": 2}


class Face:
    """A REST face of a stand-in behind its adapter: what it is posted goes in, what it says waits in lists."""

    def __init__(self, system: System, context: ScenarioContext) -> None:
        self._system, self._context = system, context
        self._said: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        self._count = 0

    def __call__(self, request: requests.PreparedRequest) -> tuple[int, dict[str, str], str]:
        """Status, headers and body of the reply to a request."""
        parts = urlsplit(str(request.url))
        told = json.loads(request.body) if request.body else {}
        status, reply = self._reply(str(request.method), parts.path, parse_qs(parts.query), told)
        return status, {"Content-Type": "application/json"}, json.dumps(reply)

    def _reply(self, method: str, path: str, query: dict[str, list[str]], told: Any) -> tuple[int, Any]:
        if path in LOOKED and method == "GET":
            after = int(query["after"][0])
            return 200, [item for item in self._said[LOOKED[path]] if item["id"] > after]
        if path == "/customers":
            self._system.begin(self._begun(told))
            return 200, {}
        for (verb, pattern), (act, thing) in DESK.items():
            if verb == method and (found := re.fullmatch(pattern, path)):
                return self._at_the_desk(act, thing, found[1].replace("%2F", "/"), path, told)
        for pattern, (kind, edge) in POSTED.items():
            if found := re.fullmatch(pattern, path):
                self._deliver(kind, Edge(edge or found[1]), self._body(kind, path, told))
                return 200, {}
        return 404, {}

    def _begun(self, account: dict[str, str]) -> ScenarioContext:
        given = self._context
        return ScenarioContext("S1", "S1", given.now, given.catalogue, given.digest, (account,))

    def _body(self, kind: str, path: str, told: dict[str, Any]) -> dict[str, Any]:
        if kind == "provisioning-order" and "customer" in told:
            lines = [{"line": line.pop("id"), **line} for line in told["lines"]]
            return {"order": told["order"], "account": told["customer"], "target": "network", "lines": lines}
        return {"order": path.split("/")[2], **told} if path.startswith("/work/") else told

    def _at_the_desk(self, act: str, thing: str, ref: str, path: str, told: dict[str, Any]) -> tuple[int, Any]:
        fields = {"order": path.split("/")[2], **told} if thing == "line" else told
        body = {"object": thing, "ref": ref} | ({"verb": act, "fields": fields} if act else {})
        shown = self._deliver("desk-do" if act else "desk-see", Edge.DESK, body)
        return (409, {"message": shown["refused"]}) if "refused" in shown else (200, shown)

    def _deliver(self, kind: str, edge: Edge, body: dict[str, Any]) -> dict[str, Any]:
        """Hand a message to the stand-in and keep what it says; what it answers at the desk."""
        shown: dict[str, Any] = {}
        self._count += 1
        self._system.deliver(Message(f"m{self._count}", kind, edge, body, body.get("order", "")))
        while (said := self._system.receive(0.0)) is not None:
            if said.kind == "desk-shown":
                shown = dict(said.body)
                continue
            self._count += 1
            item = {**said.body, "id": self._count, "body": said.body, "priority": said.priority}
            self._said[said.kind, said.edge].append(item)
        return shown


@pytest.mark.parametrize("role", ["crm", "integration", "som"])
def test_the_table_of_a_role(role: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The adapter is well, and examples come to the verdicts that the stand-in has behind an adapter in Python."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    written, _ = init(tmp_path / "python", EDITION, role=role)
    claims, table = init(tmp_path / "http", EDITION, role=role, http=True)
    table.write_text(table.read_text().replace("# idle = true ", "idle = true "))
    claims.write_text(claims.read_text().replace("patience = 2.0 ", "patience = 60.0 "))  # a busy machine is no finding
    direct = read_claims(written, EDITION)
    spec = spec_from_file_location("stand_in", tmp_path / "python" / "my_adapter.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    begun = ScenarioContext("S1", "S1", EDITION_BEGAN, "Home Services", "", ())
    with responses.RequestsMock(assert_all_requests_are_fired=False) as rest:
        face = Face(module.connect(direct, "S1"), begun)
        for method in ("GET", "PUT", "POST", "DELETE"):
            rest.add_callback(method, re.compile(r"http://127\.0\.0\.1:8080/.*"), face)
        assert [step for step in taken(claims).values() if not step.ok] == []
        polled = read_claims(claims, EDITION)
        plan = plan_of(polled)
        some = replace(plan, entries=tuple(e for e in plan.entries if crc32(str(e.example.id).encode()) % 5 == 0))
        found = run(some, Conditions("SREST"), open_system=lambda claims, session: Embedded(connect(claims, session)))
    verdicts = Counter(example.verdict for example in found.examples)
    assert [example.reason for example in found.examples if example.verdict is Verdict.ERROR] == []
    assert verdicts[Verdict.PASSED] >= PASSES[role]


def test_init_writes_a_table_that_can_be_read(tmp_path: Path) -> None:
    """The claims name it."""
    claims, table = init(tmp_path / "acme", EDITION, http=True)
    assert read_table(table).poll
    assert 'adapter = "poll://table.toml"' in claims.read_text()
