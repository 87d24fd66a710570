"""The desk: what users do in a CRM under test, and what it shows them."""

from pytest_bdd import given, step, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach, Misfit
from ordertck.harness.messages import Refusal
from ordertck.steps.back_office import record_of, shown_fields
from ordertck.steps.values import same_date
from ordertck.steps.words import Said, Table, listed, order_named, words

# What users do


@when(words("{order:Order} is saved again"))
def is_saved_again(stage: Stage, order: str) -> None:
    stage.desk.enter(order_named(stage, order))


@step(words("{order:Order} is revised {often:Often}before submission to"))
def is_revised_before_submission(stage: Stage, order: str, often: int, datatable: Table) -> None:
    about = order_named(stage, order)
    for _ in range(often):
        stage.crm.begin_revision(about)
        stage.crm.draft(about, datatable)


@when(words("a user begins to revise {version:Version}{order:Order}"))
def begins_to_revise(stage: Stage, version: str, order: str) -> None:
    about = order_named(stage, order)
    if version:
        stage.desk.supplement_the_first(about)
    else:
        stage.desk.supplement(about)


@step(words("the latest revision of {order:Order} is discarded"))
def revision_is_discarded(stage: Stage, order: str) -> None:
    stage.desk.discard_revision(order_named(stage, order))


@when(words("the first revision of {order:Order} is submitted after all"))
def first_is_submitted(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.desk.submit(about, stage.desk.revisions[about.name][0])


@given(words('"{product:Name}" is set to be {trackable:Trackable}'))
def is_set_trackable(stage: Stage, product: str, trackable: bool) -> None:
    shown = stage.desk.set_trackable(product, trackable)
    if shown.refused is not None:
        raise Breach(f"{product} set in product administration", shown.refused)


@step(words("a user begins to revise {order:Order} to"))
def begins_to_revise_to(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.crm.supplement(about)
    stage.crm.draft(about, datatable)


@when(
    words(
        'a user submits {order:Order} to set "{name:Name}" to "{value:Name}"'
        " on the projected asset of line {line} of {base:Order}"
    )
)
def submits_an_update(stage: Stage, order: str, name: str, value: str, line: str, base: str) -> None:
    about = stage.crm.new_order(order)
    place, sold = f"line {line} of {base}", order_named(stage, base).line(line).product or ""
    row = stage.desk.projected(place)
    there = [asset.id for asset in stage.desk.assets(about.account or "") if asset.product == sold]
    if row is None and not there:
        about.refusals.append(Refusal(order=about.number, reason=f"the desk shows nothing of what {place} will leave"))
        return
    stage.assets[place] = there[0] if row is None else row.get("id", "")
    depends_on = "" if row is None else place
    stage.crm.draft(
        about,
        [["product", "action", "asset", name, "depends on"], [sold, "Update", place, value, depends_on]],
    )
    stage.crm.submit(about)


@step(words("a user gives {thing:Priced} {price_list:PriceList}"))
def gives_a_price_list(stage: Stage, thing: tuple[str, str, str], price_list: str) -> None:
    kind, name, line = thing
    if kind == "account":
        stage.desk.do("enter", "account", stage.directory.account(name), {"price_list": price_list})
    elif line:
        stage.desk.price(order_named(stage, name), price_list, line)
    else:
        stage.desk.price(order_named(stage, name), price_list)


@when(words("a user submits {order:Order} {said:Said}"))
def submits_with(stage: Stage, order: str, said: Said) -> None:
    about, priority = order_named(stage, order), said[1]
    if said[0] != "priority":
        raise Misfit(f"a user picks a priority on submitting, and no {said[0]}")
    if priority:
        about.priority = priority
        stage.crm.submit(about)
    else:
        stage.desk.submit(about, pick=False)


@when(words("a user sets the {field:Header} of {order:Order} to {value:Setting} and saves it"))
def sets_and_saves(stage: Stage, field: str, order: str, value: str) -> None:
    about = order_named(stage, order)
    said = value
    if field == "due date" and value:
        said = stage.instant(value).isoformat()
    elif field == "payer" and value:
        said = stage.directory.account(value)
    stage.desk.set_header(about, field.replace(" ", "_"), said)


# What the desk shows


@then(words("the desk shows {order:Order} {said:Said}"))
def desk_shows_order(stage: Stage, order: str, said: Said) -> None:
    about, (field, owed) = order_named(stage, order), said
    if field == "status":
        stage.settled()
        stage.eventually(
            lambda: stage.crm.status_of(about) == owed,
            f"order {about.name} as {owed}",
            lambda: stage.crm.status_of(about),
        )
        return
    seen = stage.desk.shown_order(about).fields.get(field.replace(" ", "_")) or ""
    if field == "due date":
        fits = bool(seen) and same_date(stage, seen, stage.instant(owed).isoformat())
    else:
        fits = owed in seen if field == "interest" else owed == seen
    if not fits:
        raise Breach(f"{field} {owed}", seen or "blank")


@then(words("the desk objects to {record:Record}"))
def objects(stage: Stage, record: tuple[str, str]) -> None:
    about = order_named(stage, record[1]) if record[0] == "sales order" else None
    if about and (about.refusals or stage.desk.warnings.get(about.name)):
        return
    stage.settled()
    if about:
        stage.back_offices.has_no_news_of(record_of(stage, record))
    shown = shown_fields(stage, record_of(stage, record)) if about is None or about.kind == "order" else {}
    if not stage.desk.warned and "warning" not in shown:
        raise Breach(f"a refusal or a warning about {' '.join(record)}", "neither")


@then(words("the desk has accepted the submission of {order:Order}"))
def has_taken(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    answers = stage.desk.submits[about.name]
    if len(answers) != 1 or answers[0].refused is not None:
        raise Breach("the submission taken", listed(a.refused or "taken" for a in answers))


@then(words("the desk lists {count:Number} revisions of {order:Order}, and has numbered each differently"))
def lists_revisions(stage: Stage, count: int, order: str) -> None:
    about = order_named(stage, order)
    shown, ever = stage.desk.shown_revisions(about), stage.desk.revisions[about.name]
    if len(set(shown)) < count or not all(shown):
        raise Breach(f"{count} revisions, each with a number", listed(shown))
    if len(set(ever)) != len(ever) or not all(ever):
        raise Breach("a number of its own for each that there ever was", listed(ever))
