"""What the oracle says of an update that is done by taking down and setting up: only what moves may be so done."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from ordertck.harness.messages import OrderLine, ProvisioningLine, ServiceEffect
from ordertck.harness.oracle.oms.accounts import LineAccount
from ordertck.harness.oracle.oms.overtaken import moves_an_update


@pytest.mark.parametrize(
    ("site", "effect", "taken_down", "moves"),
    [
        ("12 Mill Lane", "remove", False, True),
        (None, "remove", False, True),
        ("7 Church Close", "remove", False, False),
        ("7 Church Close", "add", True, True),
        ("12 Mill Lane", "add", True, False),
    ],
)
def test_what_moves_is_taken_down_where_it_was_and_set_up_where_it_is_wanted(
    site: str | None, effect: ServiceEffect, taken_down: bool, moves: bool
) -> None:
    there = [] if taken_down else ["12 Mill Lane"]
    assert _may_be_asked(site, effect, taken_down, there) is moves


def test_what_stays_where_it_is_is_not_taken_down() -> None:
    assert not _may_be_asked(None, "remove", False, ["7 Church Close"])


def _may_be_asked(site: str | None, effect: ServiceEffect, taken_down: bool, there: list[str]) -> bool:
    """Whether that may be asked of provisioning for an update to 7 Church Close."""
    line = ProvisioningLine(line="L1", product="Internet Access", effect=effect, site=site)
    want = OrderLine(id="L1", number="1", product="Internet Access", action="Update", site="7 Church Close")
    services = [SimpleNamespace(site=place) for place in there]
    installed = SimpleNamespace(asset_of=lambda _: "HOME", set_up=lambda _: services)
    return moves_an_update(
        cast(Any, SimpleNamespace(installed=installed)), LineAccount("L1", "FIRST"), line, want, taken_down
    )
