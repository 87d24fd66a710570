"""Orders: what is entered, submitted, refused, and how they stand."""

from typing import Any

from pytest_bdd import given, step, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Status
from ordertck.steps.words import Table, crm_words, order_named, rows, words

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
    "screen",
    "interest",
}


@given(words("{order:Order} with"))
def an_order(stage: Stage, order: str, datatable: Table) -> None:
    stage.crm.new_order(order, datatable)


@given(words('{order:Order} on the "{price_list:Name}" with'))
def an_order_on(stage: Stage, order: str, price_list: str, datatable: Table) -> None:
    stage.crm.new_order(order, datatable, price_list=price_list)


@given(words("{order:Order} with header"))
def a_header(stage: Stage, order: str, datatable: Table) -> None:
    if unknown := set(datatable[0]) - _HEADER:
        raise LookupError(f"no such header column: {', '.join(sorted(unknown))}")
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


@given(crm_words("the CRM sends a missing due date as an empty field"))
def sends_blank_date(stage: Stage) -> None:
    stage.kit_crm.writes_blank_dates = True


@given(crm_words("the CRM sends an empty price list as blank text"))
def sends_blank_text(stage: Stage) -> None:
    stage.kit_crm.writes_blanks = True


@step(words("{order:Order} has priority {priority:w}"))
def has_priority(stage: Stage, order: str, priority: str) -> None:
    order_named(stage, order).priority = priority


@step(words("{order:Order} is submitted"))
def is_submitted(stage: Stage, order: str) -> None:
    stage.crm.submit(order_named(stage, order))


@when(words("every version of {order:Order} is delivered again"))
def delivered_again(stage: Stage, order: str) -> None:
    for message in order_named(stage, order).submissions:
        stage.channel.repeat(message)


@when(words("every version of {order:Order} but the last is delivered again"))
def earlier_ones_delivered_again(stage: Stage, order: str) -> None:
    for message in order_named(stage, order).submissions[:-1]:
        stage.channel.repeat(message)


@then(words("{order:Order} is complete"))
def is_complete(stage: Stage, order: str) -> None:
    stage.fulfilment.require_complete(order_named(stage, order))


@then(words("{order:Order} is not complete"))
def is_not_complete(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: about.status == "COMPLETE", f"order {about.name} not complete", "the CRM was told: COMPLETE")
    if (status := stage.fulfilment.status_of(about)) == "COMPLETE":
        raise Breach(f"order {about.name} not complete", f"the order system says {status}")


_NOT_OPEN = (Status.UNKNOWN, Status.DRAFT, Status.COMPLETE, Status.REFUSED, Status.CANCELLED)


@given(words("{order:Order} is shown to be open"))
@then(words("{order:Order} is open"))
def is_open(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    if (status := stage.fulfilment.status_of(about)) in _NOT_OPEN:
        raise Breach(f"order {about.name} open", status)


@then(words("{order:Order} is not open"))
def is_not_open(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    if (status := stage.fulfilment.status_of(about)) not in _NOT_OPEN:
        raise Breach(f"order {about.name} not open", status)


@then(words("{order:Order} is refused or falls out"))
def is_refused(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.eventually(
        lambda: about.stuck,
        f"a refusal or fallout of order {about.name}",
        lambda: f"status {about.status}" if about.status else "neither",
    )
    stage.never(lambda: about.status == "COMPLETE", f"order {about.name} not complete", "it was reported COMPLETE")


@then(words("{order:Order} is neither refused nor falls out"))
def is_not_refused(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: about.stuck, f"no refusal or fallout of order {about.name}", "one of them")


@then(words("the order system shows the lines of {order:Order}"))
def shows_the_lines(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.fulfilment.comes_to(about, "COMPLETE")
    stage.fulfilment.status_of(about)
    for row in rows(datatable):
        seen = about.line_status.get(row["line"], "nothing of it")
        if seen != row["status"]:
            raise Breach(f"line {row['line']}: {row['status']}", seen)


@then(words("line {line} of {order:Order} is complete or falls out"))
def line_ends(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    line_id = about.line(line).id

    def ended() -> bool:
        faulted = line_id in {r.line for r in about.refusals} | {f.line for f in about.fallouts}
        return faulted or about.line_status.get(line) == "COMPLETE"

    stage.eventually(ended, f"line {line} complete or faulted", lambda: about.line_status.get(line, "neither"))
