"""What the oracle says of a line of which a change failed: whether it stands as it is wanted now."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from ordertck.harness.messages import OrderLine, ProvisioningLine, ServiceEffect
from ordertck.harness.oracle.oms.accounts import Asked, LineAccount, Work
from ordertck.harness.oracle.oms.overtaken import is_left_as_wanted


def asked(effect: ServiceEffect, version: str, state: Work) -> Asked:
    """Work on the line, as provisioning was asked for it."""
    attributes = {"version": version} if version else {}
    line = ProvisioningLine(line="L1", product="Static Address", effect=effect, attributes=attributes)
    return Asked(1, "call", "FIRST", line, state=state)


@pytest.mark.parametrize(("wanted", "stands"), [("v6", True), ("v4", False)])
def test_a_line_stands_as_wanted_where_only_what_nobody_wants_any_more_has_failed(wanted: str, stands: bool) -> None:
    done, failed = asked("add", "v6", Work.DONE), asked("change", "v4", Work.FAILED)
    line = LineAccount("L1", "FIRST", provisioning=[done, failed])
    want = OrderLine(id="L1", number="1", product="Static Address", action="Add", attributes={"version": wanted})
    book = cast(Any, SimpleNamespace(wanted=lambda _: [(None, want)]))
    assert is_left_as_wanted(book, line) is stands
