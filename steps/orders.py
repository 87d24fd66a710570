"""Orders: what is entered, submitted, revised and cancelled."""

from typing import Any

from pytest_bdd import given, step, when

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Misfit
from ordertck.steps.words import Table, Terms, crm_words, order_named, rows, words

_HEADER = {
    "account",
    "payer",
    "price list",
    "priority",
    "due date",
    "site",
    "revision",
    "ship to",
    "ship by",
    "approval",
    "screen",
    "interest",
}


@given(words("{order:Order}{terms:Terms} with"))
def an_order(stage: Stage, order: str, terms: Terms, datatable: Table) -> None:
    stage.crm.draft(stage.crm.new_order(order, **header_of(stage, terms)), datatable)


def header_of(stage: Stage, terms: Terms) -> dict[str, Any]:
    """What the terms in an order's sentence say of its header."""
    field, value = terms
    match field:
        case "due date":
            return {"due_date": stage.instant(value).isoformat()}
        case "payer":
            return {"payer": stage.directory.account(value)}
    return {field.replace(" ", "_"): value or None} if field else {}


@given(words("{order:Order} with header"))
def a_header(stage: Stage, order: str, datatable: Table) -> None:
    if unknown := set(datatable[0]) - _HEADER:
        raise Misfit(f"no such header column: {', '.join(sorted(unknown))}")
    (cells,) = rows(datatable)
    header: dict[str, Any] = {name.replace(" ", "_"): value or None for name, value in cells.items()}
    for role in ("account", "payer"):
        if header.get(role):
            header[role] = stage.directory.account(str(header[role]))
    if header.get("due_date"):
        header["due_date"] = stage.instant(str(header["due_date"])).isoformat()
    if header.get("revision"):
        header["revision"] = int(str(header["revision"]))
    stage.crm.new_order(order, **header)


@given("its lines are")
def its_lines(stage: Stage, datatable: Table) -> None:
    order = list(stage.orders.values())[-1]
    stage.crm.draft(order, datatable)


@step(words("{order:Order} has priority {priority:w}"))
def has_priority(stage: Stage, order: str, priority: str) -> None:
    about, digits = order_named(stage, order), priority.isdigit()
    about.priority, about.transport_priority = (None, int(priority)) if digits else (priority, None)


@step(words("{order:Order} is submitted"))
def is_submitted(stage: Stage, order: str) -> None:
    stage.crm.submit(order_named(stage, order))


@given(crm_words("the CRM sends {what:Kept} as blank text"))
def sends_blank(stage: Stage, what: str) -> None:
    if what == "a missing due date":
        stage.kit_crm.writes_blank_dates = True
    else:
        stage.kit_crm.writes_blanks = True


@when(words("{order:Order} is revised{terms:Terms} to"))
def is_revised(stage: Stage, order: str, terms: Terms, datatable: Table) -> None:
    about = order_named(stage, order)
    for name, value in header_of(stage, terms).items():
        setattr(about, name, value)
    stage.billing.outdate(about.number)
    stage.crm.revise(about, datatable)


@when(words('{order:Order} is revised to the due date "{date:Name}"'))
def is_revised_to_date(stage: Stage, order: str, date: str) -> None:
    about = order_named(stage, order)
    about.due_date = None if date == "none" else stage.instant(date).isoformat()
    stage.crm.revise(about)


@step(words("the CRM {event:Event} {order:Order}"))
def has_event(stage: Stage, event: str, order: str) -> None:
    stage.settled()
    about = order_named(stage, order)
    stage.billing.outdate(about.number)
    stage.kit_crm.event(event, about)
