"""Breakdowns of the reference: what a role had taken, and when, is there when it comes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.messages import Edge, Message
from ordertck.harness.reference.landscape import connect
from ordertck.harness.tests.support import EDITION
from ordertck.harness.tests.test_som import CONTEXT


@pytest.mark.parametrize("role", ["oms", "crm", "integration", "som"])
def test_each_role_comes_back(role: str) -> None:
    """A role that was killed says nothing; it is there again once it was restarted, though nothing had happened."""
    system = connect(replace(reference_claims(EDITION), roles=(role,)), "S")
    system.begin(CONTEXT)
    system.advance_to(CONTEXT.now + timedelta(days=1))
    system.deliver(Message("k", "kill", Edge.BENCH, {}))
    assert system.receive(0) is None
    system.deliver(Message("r", "restart", Edge.BENCH, {}))
    assert system.receive(0) is None
