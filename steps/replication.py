"""Replication: whose data count, when they go over, and how a user learns what the back office knows."""

from pytest_bdd import step, then

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.steps.back_office import (
    Named,
    fields_of,
    offices_of,
    record_of,
    require_at_the_desk,
)
from ordertck.steps.words import Table, listed, words


@step(words("{office:Office} has changed {record:Record} to"))
def has_changed(stage: Stage, office: str, record: Named, datatable: Table) -> None:
    for system in offices_of(stage, office):
        stage.back_offices.changes(system, record_of(stage, record), fields_of(datatable))


@then(words("{office:Office} has no other record like {record:Record}"))
def no_other(stage: Stage, office: str, record: Named) -> None:
    about = record_of(stage, record)
    stage.settled()
    for system in offices_of(stage, office):
        kept = [identity for kind, identity in system.has if kind == about.object]
        if kept != [about.id]:
            raise Breach(f"one {about.object} at {system.name}", listed(kept))


@then(words("what was reported of {record:Record} is in the CRM, or was refused"))
def taken_or_refused(stage: Stage, record: Named, datatable: Table) -> None:
    offices = stage.back_offices
    stage.settled()
    answers = offices.answers[offices.latest]
    if not any(m.kind == "workflow-answer" and m.body.get("outcome") == "fault" for m in answers):
        require_at_the_desk(stage, record_of(stage, record), datatable)
