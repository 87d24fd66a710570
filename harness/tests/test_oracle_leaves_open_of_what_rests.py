"""What the oracle leaves open of what a CRM makes of changes that rest or move."""

import pytest

from ordertck.harness.tests.test_oracle_leaves_open_of_a_crm import ACCESS, DeskHistory


def _change(**values: str) -> dict[str, str]:
    return {"number": "1", "product": "Internet Access", "action": "Update", "asset": "FIRST-A1"} | values


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("action", ["Suspend", "Move-Delete"])
def test_a_value_filled_in_while_an_asset_rests_or_moves_may_be_the_assets(action: str, told: bool) -> None:
    history = DeskHistory()
    history.enters("FIRST", ACCESS)
    history.submits("FIRST", "FIRST", ACCESS)
    history.told("FIRST", "COMPLETE", {"line": "FIRST-1", "status": "COMPLETE"})
    halves = [_change(action="Move-Add", site="there", number="2")] if action == "Move-Delete" else []
    history.enters("SECOND", _change(action=action), *halves)
    history.submits("SECOND", "SECOND", _change(action=action), *halves)
    history.told("SECOND", "IN PROGRESS", {"line": "SECOND-1", "attributes": {"serial": "N-1"} if told else {}})
    history.enters("THIRD", _change(speed="500"))
    third = _change(speed="500", serial="N-1") | {"base_line": "SECOND-1"}
    history.submits("THIRD", "THIRD", third, base_order="SECOND")
    assert any("serial of line 1 of order THIRD is blank" in said for said in history.said) != told
