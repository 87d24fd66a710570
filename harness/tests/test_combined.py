"""Systems of several roles: the edges between them are their own, all around them is as it is for each alone."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.applicability import example_reason, require_examinable
from ordertck.harness.bench import Conversation
from ordertck.harness.bench.conversation import NOW
from ordertck.harness.claims import reference_claims
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.messages.landscape import ROLES, TOGETHER, outermost
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.landscape import connect, maker
from ordertck.harness.runner.executor import execute
from ordertck.harness.tests.commands import SYSTEM, Terminal
from ordertck.harness.tests.support import EDITION, examples_of
from ordertck.harness.verdicts import Verdict

SETS = [roles for count in range(2, len(ROLES) + 1) for roles in combinations(ROLES, count)]


@pytest.mark.parametrize("roles", TOGETHER, ids=sorted)
def test_several_roles_at_once(roles: frozenset[str]) -> None:
    """Every example that looks at none of the inner edges passes; the others are left out, by name of the role."""
    claims = replace(reference_claims(EDITION), roles=tuple(sorted(roles)))
    conversation = Conversation(connect(claims, "SEVERAL"), claims, "SEVERAL")
    verdicts: Counter[Verdict] = Counter()
    for example in [example for role in roles for example in examples_of(role)]:
        if reason := example_reason(example, claims):
            assert "inside" in reason or "switch" in reason, reason
            continue
        result = execute(example, conversation, EDITION.steps)
        assert result.verdict is Verdict.PASSED, (str(example.id), result.step, result.expected, result.seen)
        verdicts[result.verdict] += 1
    conversation.rest()
    assert verdicts[Verdict.PASSED] > 100


@pytest.mark.parametrize("roles", SETS, ids=" and ".join)
def test_what_roles_say_to_each_other_stays_inside(roles: tuple[str, ...]) -> None:
    """An order goes through every role of a system, and comes out where the system ends."""
    settings = {"capacity": None, **EDITION.vocabulary.default_switches}
    accounts = ({"id": "A", "price_list": "Household Price List", "site": "1 Road", "service_point": "P"},)
    context = ScenarioContext("T", "T", NOW, "", "", accounts, settings)
    system = maker(roles)(EDITION.catalogue, context)
    said = [told for message in entered(outermost(roles)) for told in system.handle(message)]
    assert not {told.kind for told in said} - {"desk-shown", "workflow", *says(roles)}
    assert {told.kind for told in said} & says(roles)


def entered(role: str) -> list[Message]:
    """An order for one line, as it comes to the outermost role of a system."""
    line = {"id": "L", "number": "1", "product": "Internet Access", "action": "Add", "site": "1 Road"}
    order = {"order": "O", "id": "O", "account": "A", "price_list": "Household Price List", "lines": [line]}
    acts: list[dict[str, Any]] = [
        {"verb": "enter", "object": "order", "ref": "O", "fields": {"account": "A"}},
        {
            "verb": "enter",
            "object": "line",
            "ref": "L",
            "fields": {"order": "O", "product": "Internet Access", "action": "Add", "site": "1 Road"},
        },
        {"verb": "submit", "object": "order", "ref": "O"},
    ]
    match role:
        case "crm":
            return [Message(f"m{n}", "desk-do", Edge.DESK, act) for n, act in enumerate(acts)]
        case "integration":
            return [Message("m", "order-submission", Edge.SUBMISSION, order, "O")]
        case _:
            return [Message("m", "sales-order", Edge.OMS, order, "O")]


def says(roles: tuple[str, ...]) -> set[str]:
    """What comes out first: the call of the role at which a system ends, or what its first role hands on."""
    if "integration" in roles and "oms" not in roles:
        return {"sales-order"}
    if "crm" in roles and "integration" not in roles:
        return {"order-submission"}
    return {"order-update", "billing-order"} if "crm" not in roles else {"billing-order"}


@pytest.mark.parametrize("roles", [roles for roles in SETS if frozenset(roles) not in TOGETHER], ids=" and ".join)
def test_other_sets_are_refused(roles: tuple[str, ...]) -> None:
    """What cannot be examined as one system is said, with what to do."""
    with pytest.raises(UsageError, match="cannot be examined as one") as refused:
        require_examinable(replace(reference_claims(EDITION), roles=roles))
    assert "write claims for each role, or for a set that can be: crm and integration;" in str(refused.value)


@pytest.mark.parametrize("command", ["run", "plan", "check-adapter"])
def test_every_command_refuses_them(command: str, ordertck: Terminal, tmp_path: Path) -> None:
    """A mistake in the claims, told before anything is connected or written."""
    told = SYSTEM.replace('["oms"]', '["crm", "oms"]') + 'adapter = "nobody:connect"\n'
    (tmp_path / "claims.toml").write_text(told)
    done = ordertck(command, "claims.toml")
    assert done.code == 2
    assert "claims.toml: a system in the roles crm, oms cannot be examined as one" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["claims.toml"]
