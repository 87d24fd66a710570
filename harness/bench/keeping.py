"""What users of a CRM under test do with a record: it is filled in, saved, and whatever then starts its workflow."""

from collections.abc import Mapping
from datetime import timedelta

from ordertck.harness.bench.records import AT_THE_DESK, NAMED_BY, Record
from ordertck.harness.bench.stage import Stage
from ordertck.harness.messages import DeskShown

_UNTIL_THE_POLICY_LOOKS = timedelta(hours=1)


def fill_in(stage: Stage, record: Record, fields: Mapping[str, str]) -> DeskShown:
    """A user fills in a record's form; nothing is saved. A phone number's name is the number itself."""
    owner = {"account": record.account} if record.object not in ("account", "product", "pricing rule") else {}
    named = {NAMED_BY[record.object]: record.name} if record.object in NAMED_BY else {}
    shown = stage.desk.do("revise", AT_THE_DESK[record.object], record.ref, {**owner, **named, **fields})
    stage.records.learn(record, shown.id)
    return shown


def save(stage: Stage, record: Record) -> DeskShown:
    """A user saves what was filled in."""
    shown = stage.desk.do("submit", AT_THE_DESK[record.object], record.ref)
    stage.records.learn(record, shown.id)
    if shown.refused is None:
        stage.records.keep(record)
        _trigger(stage, record)
    return shown


def _trigger(stage: Stage, record: Record) -> None:
    """Whatever starts the workflow of a record that was saved; what is replicated has events of its own (IS-04)."""
    if record.object in ("product", "pricing rule"):
        return
    match stage.claims.switches["workflow_trigger"]:
        case "by-button":
            stage.desk.do("press", AT_THE_DESK[record.object], record.ref, {"button": "Send"})
        case "by-policy" if "virtual-clock" in stage.claims.capabilities:
            stage.settled()
            stage.advance_to(stage.now + _UNTIL_THE_POLICY_LOOKS)
