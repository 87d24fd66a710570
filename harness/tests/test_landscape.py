"""The landscape: one table says which edge lies between whom; kinds, roles and the pages for vendors follow it."""

import ast
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from ordertck.harness.bench.players import Players
from ordertck.harness.claims import reference_claims
from ordertck.harness.cli.init import claims_for
from ordertck.harness.messages import KINDS, Edge
from ordertck.harness.messages.landscape import FLOWS, ROLES, edges_of, outermost, taker
from ordertck.harness.messages.roles import KNOWN
from ordertck.harness.oracle import known_invariants
from ordertck.harness.oracle.judging import book_of
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.tests.support import EDITION, REPOSITORY


def test_every_kind_crosses_and_every_edge_is_crossed() -> None:
    """Nothing is in the table that is no kind, no kind is left out, and no edge lies idle."""
    assert {kind for flow in FLOWS for kind in flow.kinds} == KINDS.keys()
    assert {flow.edge for flow in FLOWS} == set(Edge)
    assert KINDS["order-update"].edges == edges_of("order-update") == (Edge.OMS, Edge.CRM)


def test_the_roles_are_the_editions() -> None:
    """What can be claimed is what lies in the landscape."""
    assert set(ROLES) == set(EDITION.vocabulary.roles)


def test_every_role_has_its_packages() -> None:
    """How it is upheld, what it owes, what a vendor begins with; who plays it, and what it is given."""
    for role in KNOWN.values():
        assert book_of(role.name, reference_claims(EDITION))
        assert known_invariants(role.name)
        assert callable(PARTS[role.name])
        assert f'roles = ["{role.name}"]' in claims_for(role.name, EDITION)
        assert hasattr(Players, role.stand_in)
        assert role.begins in KINDS
        assert set(role.beyond) | role.inner <= set(Edge)


HARNESS = REPOSITORY / "harness"
# Players say to whom they speak, null systems whose edges they know, flows lie between roles.
MAY_NAME_A_ROLE = (
    "bench/parts/*", "bench/players.py", "messages/landscape.py", "messages/roles.py", "oracle/carriage/*",
    "proof/null_*.py", "proof/systems/*", "tests/*", "tools/benchmark/*",
)  # fmt: skip
# Edges that bear the name of a role, and the integration's part of a catalogue.
OTHER_WORDS = {
    "messages/edges.py": {"oms", "crm"},
    "edition/catalogue.py": {"integration"},
    "edition/references.py": {"integration"},
}


def words_of(file: Path) -> set[str]:
    """The texts that stand in a module."""
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_only_the_table_and_a_roles_own_packages_name_a_role() -> None:
    """A further role is a row and packages: nobody else has a branch for it."""
    places = {str(file.relative_to(HARNESS)): file for file in HARNESS.rglob("*.py")}
    named = {
        place: found
        for place, file in sorted(places.items())
        if not set(file.parts) & KNOWN.keys() and not any(fnmatch(place, each) for each in MAY_NAME_A_ROLE)
        if (found := words_of(file) & KNOWN.keys() - OTHER_WORDS.get(place, set()))
    }
    assert not named


@pytest.mark.parametrize(
    ("roles", "kind", "edge", "part"),
    [
        (("oms",), "billing-order", Edge.BILLING, "billing"),
        (("oms",), "order-update", Edge.CRM, "crm"),
        (("oms",), "order-snapshot", Edge.OMS, "bench"),
        (("oms",), "sales-order", Edge.OMS, None),  # it goes to the order system, not from it
        (("integration",), "sales-order", Edge.OMS, "oms"),
        (("som",), "provisioning-update", Edge.PROVISIONING, "oms"),
        (("crm",), "order-submission", Edge.SUBMISSION, "integration"),
        (("crm",), "billing-order", Edge.BILLING, None),  # a CRM has no business with billing
        (("crm",), "order-update", Edge.CRM, None),
        (("oms", "som"), "provisioning-order", Edge.PROVISIONING, "provisioning"),  # not every system is the network's
        (("integration", "oms"), "sales-order", Edge.OMS, None),  # the edge lies inside
    ],
)
def test_whom_a_message_is_for(roles: tuple[str, ...], kind: str, edge: Edge, part: str | None) -> None:
    """The part on the other side, as far as the kit plays it."""
    assert taker(kind, edge, roles) == part


def test_a_system_of_several_roles_is_spoken_to_at_its_outermost() -> None:
    """The role nearest to the customer."""
    assert outermost(("som", "oms", "integration")) == "integration"


def told_on_the_page() -> list[tuple[str, str, str, str]]:
    """Role, way, kind and edges of every row of the tables in docs/messages.md."""
    page = (REPOSITORY / "docs" / "messages.md").read_text()
    rows, role, way = [], "", ""
    for line in page.splitlines():
        if heading := re.match(r"## `(\w+)`", line):
            role = heading[1]
        elif header := re.match(r"\| (told|tells) \| edge \| what for", line):
            way = header[1]
        elif way and (row := re.match(r"\| ([^|]+) \| ([^|]+) \|", line)):
            edges = " ".join(re.findall(r"`(\w+)`", row[2]))
            rows += [(role, way, kind, edges) for kind in re.findall(r"`([\w-]+)`", row[1]) if kind in KINDS]
        elif not line.startswith("|"):
            way = ""
    return rows


def test_the_page_for_vendors_says_what_the_table_says() -> None:
    """Whoever is told a kind there is one of its takers, whoever tells it one of its senders."""
    rows = told_on_the_page()
    assert len(rows) > 30
    for role, way, kind, edges in rows:
        for edge in edges.split():
            here = [flow for flow in FLOWS if kind in flow.kinds and flow.edge == Edge(edge)]
            ends = [flow.takers if way == "told" else flow.senders for flow in here]
            assert any(role in end for end in ends), (role, way, kind, edge, ends)
