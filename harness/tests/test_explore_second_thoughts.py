"""What a newer version changes because of what befell its order just now."""

from random import Random
from types import SimpleNamespace
from typing import Any, cast

import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.explore.acts import Scene, done, when
from ordertck.harness.explore.oms.second_thoughts import thinks_of_what_befell
from ordertck.harness.explore.order_draft import Draft, Row
from ordertck.harness.tests.support import EDITION

FIRST: Row = {"line": "1", "action": "Add", "product": "Internet Access", "asset": "HOME", "speed": "100"}
BUNDLE: Row = {"line": "2", "action": "Add", "product": "VoIP Service Bundle", "asset": "BUNDLE"}
PART: Row = {"line": "2.1", "action": "Add", "product": "VoIP Access", "asset": "PHONE", "number": "1234"}

# Provisioning has no work that it holds.
STAGE = cast(Any, SimpleNamespace(provisioning=SimpleNamespace(held=[])))


def _versions(kind: str, sentence: str) -> list[list[Row]]:
    """The lines as newer versions would have them, which are drawn some times over."""
    found = []
    for seed in range(20):
        scene = Scene(Random(seed), reference_claims(EDITION), STAGE, {}, focus=frozenset({"supplementals"}))
        scene.acts.append(done(kind, [when(sentence)], "", {"FIRST"}))
        draft = Draft("FIRST", [dict(FIRST), dict(BUNDLE), dict(PART)])
        assert thinks_of_what_befell(scene, draft)
        found.append(draft.rows)
    return found


def test_beside_a_value_that_was_filled_in_another_one_is_wanted() -> None:
    sentence = 'provisioning reports the value "40" of "upload" of line 1 of order "FIRST"'
    for rows in _versions("value-is-filled-in", sentence):
        assert "upload" not in rows[0]
        assert rows[0] != FIRST


@pytest.mark.parametrize(
    ("kind", "sentence", "left_out"),
    [
        ("order-is-set-up", 'provisioning completes line 1 of order "FIRST"', FIRST),
        ("milestone", 'provisioning reports the milestone "DESIGNED" of line 2.1 of order "FIRST"', BUNDLE),
    ],
)
def test_what_something_befell_is_left_out_or_wanted_otherwise(kind: str, sentence: str, left_out: Row) -> None:
    versions = _versions(kind, sentence)
    gone = [rows for rows in versions if left_out["line"] not in {row["line"] for row in rows}]
    assert 0 < len(gone) < len(versions)


def test_what_befell_another_order_is_no_reason() -> None:
    scene = Scene(Random(1), reference_claims(EDITION), STAGE, {})
    scene.acts.append(done("milestone", [when('provisioning reports the milestone "DESIGNED" of line 1 of order "B"')]))
    assert not thinks_of_what_befell(scene, Draft("FIRST", [dict(FIRST)]))
