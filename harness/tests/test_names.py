"""Names: what a system may call otherwise, what it may not, and that whoever calls everything otherwise passes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.claims import Claims, read_claims
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.names import Names, words_of
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.tests.support import EDITION, claims_as, examine
from ordertck.harness.verdicts import Verdict

SYSTEM = """\
[system]
name = "Hub"
version = "1"
roles = ["oms"]
adapter = "hub:connect"
"""
WORDS = words_of(EDITION.catalogue)


def claimed(tmp_path: Path, names: str) -> Claims:
    """What a file with these lines after the system's claims."""
    file = tmp_path / "claims.toml"
    file.write_text(SYSTEM + names, encoding="utf-8")
    return read_claims(file, EDITION)


@pytest.mark.parametrize(
    "word",
    [
        "CANCELLED", "CANCELLING", "SUSPENDED", "RESERVED", "DESIGNED", "ACTIVATED", "PROVISIONED", "BILLED", "DRAFT",
        "INITIATED", "Active", "Inactive", "SHIPPED", "network", "field service", "Accounting", "Line Fault", "High",
        "Move-Add", "HOUSEHOLD-PLAN", "CUT Send Account Data", "new order", "Get Status", "SIGNED OFF",
    ],
)  # fmt: skip
def test_what_may_have_another_name(tmp_path: Path, word: str) -> None:
    """Every status, milestone, system and word of the desk that the kit says or waits for."""
    assert claimed(tmp_path, f'[names]\n"{word}" = "theirs"\n').names == Names({word: "theirs"})


def test_orders_and_lines_may_have_names_of_their_own(tmp_path: Path) -> None:
    """An order is CLOSED where its lines are FULFILLED; elsewhere the common name holds."""
    names = claimed(
        tmp_path, '[names]\nOPEN = "NEW"\n[names.orders]\nCOMPLETE = "CLOSED"\n[names.lines]\nCOMPLETE = "FULFILLED"\n'
    ).names
    assert names.as_json() == {"OPEN": "NEW", "orders": {"COMPLETE": "CLOSED"}, "lines": {"COMPLETE": "FULFILLED"}}
    lines = [{"line": "1", "status": "COMPLETE"}, {"line": "2", "status": "OPEN"}]
    told = Message("m", "order-update", Edge.CRM, {"order": "O", "status": "COMPLETE", "lines": lines})
    sent = names.outward.of(told)
    assert sent.body == {
        "order": "O", "status": "CLOSED",
        "lines": [{"line": "1", "status": "FULFILLED"}, {"line": "2", "status": "NEW"}],
    }  # fmt: skip
    assert names.inward.of(sent) == told


@pytest.mark.parametrize(
    ("names", "line", "problem", "remedy"),
    [
        ('"Static Address" = "Internet Acess"\n"Internet Acess" = "I-1"\n', 8, "unknown name of ours 'Internet Acess'",
         "did you mean 'Internet Access'?"),
        ('CANCELED = "ABORTED"\n', 7, "unknown name of ours 'CANCELED'", "did you mean 'CANCELLED'?"),
        ('"qwertz" = "ABORTED"\n', 7, "unknown name of ours 'qwertz'", "docs/claims.md, 'Names and ids'"),
        ('orders = { Add = "x" }\n', 7, "unknown name of ours 'Add'", "docs/claims.md, 'Names and ids'"),
        ('"Static Address" = "S"\n"Internet Access" = "S"\n', 7, "more than one product of ours is 'S'", "of its own"),
        ('"Internet Access" = "Static Address"\n', 7, "one product of ours is 'Static Address'", "a name of its own"),
        ('OPEN = "DONE"\nCOMPLETE = "DONE"\n', 7, "more than one status of an order of ours is 'DONE'", "of its own"),
        ('FAILED = "COMPLETE"\n', 7, "more than one status of an order of ours is 'COMPLETE'", "one of them only"),
        ('lines = { COMPLETE = "OPEN" }\n', 7, "more than one status of a line of ours is 'OPEN'", "of its own"),
        ('RESERVED = "X"\nDESIGNED = "X"\n', 7, "more than one milestone of ours is 'X'", "of its own"),
        ('"Staff Price List" = "COMPLETE"\n', 7, "a price list is 'COMPLETE', which is the kit's word for how work",
         "of its own"),
        ('"Home Router" = "BILLED"\n', 7, "a product is 'BILLED'", "of its own"),
        ('OPEN = ""\n', 7, "names.OPEN: the text is empty", "'The claims file'"),
        ('OPEN = 7\n', 7, "names.OPEN: 7", "'The claims file'"),
    ],
)  # fmt: skip
def test_each_mistake_is_told(tmp_path: Path, names: str, line: int, problem: str, remedy: str) -> None:
    """In one short sentence with the line, what is wrong, and what to do."""
    with pytest.raises(UsageError) as caught:
        claimed(tmp_path, f"[names]\n{names}")
    told = str(caught.value).removeprefix(str(tmp_path))
    assert told.startswith(f"/claims.toml:{line}: ")
    assert problem in told
    assert remedy in told
    assert len(told) < 220


def test_names_may_be_swapped(tmp_path: Path) -> None:
    """As long as every name leads back to one of ours."""
    names = claimed(
        tmp_path, '[names]\n"Internet Access" = "Static Address"\n"Static Address" = "Internet Access"\n'
    ).names
    told = Message("m", "network-order", Edge.NETWORK, {"order": "O", "lines": [{"product": "Internet Access"}]})
    assert names.outward.of(told).body["lines"] == [{"product": "Static Address"}]
    assert names.inward.of(names.outward.of(told)) == told


def test_our_word_for_something_else_is_not_ours() -> None:
    """A system that is said to call it CLOSED when an order is complete means something else by COMPLETE."""
    names = Names({"COMPLETE": "CLOSED"})
    heard = Message("m", "order-update", Edge.CRM, {"order": "O", "status": "COMPLETE", "lines": []})
    assert names.inward.of(heard).body["status"] == "COMPLETE (theirs; ours is 'CLOSED' there)"


def test_values_are_no_names() -> None:
    """The value of an attribute stays as it is, though it reads like a status; an attribute's name does too."""
    names = Names({"COMPLETE": "CLOSED", "network": "NET"})
    data = {"order": "O", "line": "1", "sort": "data", "value": "COMPLETE", "attribute": "package"}
    told = Message("m", "provisioning-update", Edge.OMS, data)
    assert names.outward.of(told) == told
    line = {"line": "1", "product": "P", "effect": "add", "attributes": {"status": "COMPLETE"}, "theirs": {"x": []}}
    order = Message("m", "provisioning-order", Edge.OMS, {"order": "O", "target": "network", "lines": [line]})
    assert names.outward.of(order).body == {"order": "O", "target": "NET", "lines": [line]}


def test_no_names_no_work() -> None:
    """Nothing is renamed where nothing has another name."""
    assert not Names()
    assert all(bool(names) for names in (Names({"OPEN": "NEW"}), Names(orders={"OPEN": "NEW"})))


OTHERWISE = {word: f"<{word.swapcase()}>" for words in WORDS.values() for word in words}
BACK = {theirs: ours for ours, theirs in OTHERWISE.items()}
NAMED = frozenset(
    {
        "product", "price_list", "rate_plan", "subject", "priority", "target", "system", "workflow", "action", "status",
        "milestone", "type", "category", "button",
    }
)  # fmt: skip


def turned(value: Any, words: Mapping[str, str], shown: bool = False) -> Any:
    """A body with every word in a named field turned into another; nothing of ours may stand where theirs should."""
    if isinstance(value, list):
        return [turned(held, words, shown) for held in value]
    if not isinstance(value, Mapping):
        return value
    named = NAMED | ({"check", "outcome"} if shown else set())
    named |= {"value"} if value.get("sort") in ("status", "milestone") else set()
    named |= {"ref"} if value.get("object") == "product" else set()
    body = {}
    for name, said in value.items():
        if name in named and isinstance(said, str):
            assert said not in words.values(), f"{name} is {said}, which should have been translated"
            body[name] = words.get(said, said)
        else:
            body[name] = said if name == "attributes" else turned(said, words, shown or name in ("fields", "rows"))
    return body


class Foreigner(InProcess):
    """The reference where everything that can have another name has one."""

    def begin(self, scenario: ScenarioContext) -> None:
        accounts = tuple(turned(account, BACK) for account in scenario.accounts)
        super().begin(replace(scenario, accounts=accounts, content={}))  # it has the catalogue in its own words

    def deliver(self, message: Message) -> None:
        super().deliver(replace(message, body=turned(message.body, BACK)))

    def receive(self, patience: float) -> Message | None:
        heard = super().receive(patience)
        return heard and replace(heard, body=turned(heard.body, OTHERWISE))


@pytest.mark.parametrize("role", PARTS)
def test_whoever_calls_everything_otherwise_passes(role: str) -> None:
    """No word that the kit says or waits for is missing from those that may be renamed, or is left as it is."""
    claims = replace(claims_as(role), names=Names(OTHERWISE))
    assert not list(claims.names.wrong(EDITION.catalogue))
    found = examine(
        claims, "SNAMES", open_system=lambda claims, _: Foreigner(PARTS[role], claims), every_switch=True, every=3
    )
    wrong = [e for e in found.examples if e.verdict not in (Verdict.PASSED, Verdict.INAPPLICABLE)]
    assert not [f"{e.id}: {e.expected} / {e.seen} {e.reason}" for e in wrong]
