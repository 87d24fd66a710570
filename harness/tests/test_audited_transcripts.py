"""Transcripts of the kit, as an audit takes them: what time it was, and who was examined by itself."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.audit.audit import audit_run
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.errors import UsageError
from ordertck.harness.tests.support import EDITION

REFERENCE = reference_claims(EDITION)
CLAIMS = replace(REFERENCE, roles=("oms",), capabilities=REFERENCE.capabilities - {"virtual-clock"})
BEGAN = datetime.fromisoformat("2026-03-02T09:00:00+00:00")
# Seconds of a run until it is time for what is ordered.
ON_TIME = 3600.0
BEGUN_AFTER = 100.0


def transcript(tmp_path: Path, asked_after: float) -> Path:
    """A run whose clock is set at an instant, and which has an order billed so many seconds later."""
    product = {"product": "Internet Access", "asset": "A1"}
    listed = "Household Price List"
    order = {
        "order": "O", "id": "O/1", "account": "A", "price_list": listed,
        "requested_delivery": (BEGAN + timedelta(seconds=ON_TIME)).isoformat(),
        "lines": [{"id": "L1", "number": "1", "action": "Add", **product}],
    }  # fmt: skip
    billed = {"line": "L1", "effect": "start", "price_list": listed, **product}
    call = {"order": "O", "account": "A", "phase": "all", "lines": [billed]}
    records: list[dict[str, Any]] = [
        {
            "record": 1, "scenario": "S-0001", "way": "told", "at": BEGUN_AFTER, "clock": BEGAN.isoformat(),
            "message": {"id": "m1", "kind": "sales-order", "edge": "oms", "about": "O", "body": order},
        },
        {
            "record": 2, "scenario": "S-0001", "way": "heard", "at": BEGUN_AFTER + asked_after, "rested": True,
            "message": {"id": "m2", "kind": "billing-order", "edge": "billing", "about": "O", "body": call},
        },
    ]  # fmt: skip
    file = tmp_path / "transcript.ndjson"
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    return file


@pytest.mark.parametrize(("asked_after", "early"), [(60.0, True), (ON_TIME + 60.0, False)])
def test_the_clock_of_a_run_goes_on_from_where_it_was_set(tmp_path: Path, asked_after: float, early: bool) -> None:
    """For a system without a clock of its own that is as many seconds as the run took since."""
    audited = audit_run(transcript(tmp_path, asked_after), {"S": CLAIMS})
    assert audited.looked_at["oms", "nothing-is-done-before-its-date"] == 1
    assert (("oms", "nothing-is-done-before-its-date") in audited.found) is early


def test_what_was_examined_as_one_system_is_not_judged_by_its_parts(tmp_path: Path) -> None:
    """Nobody saw what crossed between them."""
    suite: Claims = replace(CLAIMS, roles=("crm", "oms"))
    with pytest.raises(UsageError, match="session S examined crm and oms as one system; what crosses between"):
        audit_run(transcript(tmp_path, 0.0), {"S": suite})
