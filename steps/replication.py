"""Replication: whose data count, when they go over, and how a user learns what the back office knows."""

from pytest_bdd import step, then

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.steps.back_office import (
    Named,
    desk_shows,
    fields_of,
    has_with,
    offices_of,
    record_of,
    shown_fields,
)
from ordertck.steps.words import Table, listed, order_named, words


@step(words("{office:Office} has changed {record:Record} to"))
def has_changed(stage: Stage, office: str, record: Named, datatable: Table) -> None:
    for system in offices_of(stage, office):
        stage.back_offices.changes(system, record_of(stage, record), fields_of(datatable))


@then(words("CRM and back office both have {record:Record} with"))
def both_have(stage: Stage, record: Named, datatable: Table) -> None:
    has_with(stage, "the back office", record, datatable)
    desk_shows(stage, record, datatable)


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
        desk_shows(stage, record, datatable)


@then(words("the desk warns of {record:Record}"))
def desk_warns(stage: Stage, record: Named) -> None:
    stage.settled()
    if not stage.desk.warned and "warning" not in shown_fields(stage, record_of(stage, record)):
        raise Breach("a warning at the desk", "none")


@then(words('the CRM shows {order:Order} as "{status:Name}"'))
def crm_shows(stage: Stage, order: str, status: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    stage.eventually(
        lambda: stage.crm.status_of(about) == status,
        f"order {about.name} as {status}",
        lambda: stage.crm.status_of(about),
    )
