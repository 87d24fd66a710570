"""The desk: what users do in a CRM under test, and what it shows them."""

from pytest_bdd import given, step, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Refusal
from ordertck.steps.values import same
from ordertck.steps.words import Table, listed, order_named, rows, words

# What users do


@when(words("{order:Order} is saved again"))
def is_saved_again(stage: Stage, order: str) -> None:
    stage.desk.enter(order_named(stage, order))


@step(words("{order:Order} is revised before submission to"))
def is_revised_before_submission(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.crm.begin_revision(about)
    stage.crm.draft(about, datatable)


@given(words("a user has begun to revise {order:Order} to"))
def has_begun_to_revise(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.crm.supplement(about)
    stage.crm.draft(about, datatable)


@when(words("a user begins to revise {order:Order}"))
def begins_to_revise(stage: Stage, order: str) -> None:
    stage.desk.supplement(order_named(stage, order))


@when(
    words(
        'a user tries to update "{name:Name}" of what line {line} of {base:Order} will leave to "{value:Name}",'
        " as {order:Order}"
    )
)
def tries_to_update(stage: Stage, name: str, line: str, base: str, value: str, order: str) -> None:
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


@when(words("the latest revision of {order:Order} is discarded"))
def revision_is_discarded(stage: Stage, order: str) -> None:
    stage.desk.discard_revision(order_named(stage, order))


@when(words("the first revision of {order:Order} is submitted after all"))
def first_is_submitted(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.desk.submit(about, stage.desk.revisions[about.name][0])


@when(words('a user gives {order:Order} the "{price_list:Name}"'))
def gives_the_order(stage: Stage, order: str, price_list: str) -> None:
    stage.desk.price(order_named(stage, order), price_list)


@when(words('a user gives line {line} of {order:Order} the "{price_list:Name}"'))
def gives_the_line(stage: Stage, line: str, order: str, price_list: str) -> None:
    stage.desk.price(order_named(stage, order), price_list, line)


@given(words("a user clears the header's price list of {order:Order}"))
def clears_the_header(stage: Stage, order: str) -> None:
    stage.desk.price(order_named(stage, order), "")


@when(words('a user picks the priority "{priority:Name}" and submits {order:Order}'))
def picks_and_submits(stage: Stage, priority: str, order: str) -> None:
    about = order_named(stage, order)
    about.priority = priority
    stage.crm.submit(about)


@when(words("a user picks no priority and submits {order:Order}"))
def picks_none_and_submits(stage: Stage, order: str) -> None:
    stage.desk.submit(order_named(stage, order), pick=False)


@when(words('a user sets the priority of {order:Order} to "{priority:Name}" and saves it'))
def sets_the_priority(stage: Stage, order: str, priority: str) -> None:
    about = order_named(stage, order)
    stage.desk.do("enter", "order", stage.desk.ref(about), {"priority": priority})


@when(words('a user gives {account:Account} the "{price_list:Name}"'))
def gives_the_account(stage: Stage, account: str, price_list: str) -> None:
    stage.desk.do("enter", "account", stage.directory.account(account), {"price_list": price_list})


@given(words('"{product:Name}" is set to be {trackable:Trackable}'))
def is_set_trackable(stage: Stage, product: str, trackable: bool) -> None:
    shown = stage.desk.set_trackable(product, trackable)
    if shown.refused is not None:
        raise Breach(f"{product} set in product administration", shown.refused)


# What the desk shows


@then(words("the desk shows the lines of {order:Order}"))
def desk_shows_lines(stage: Stage, order: str, datatable: Table) -> None:
    shown = stage.desk.shown_lines(order_named(stage, order))
    for row in rows(datatable):
        line = shown.get(row["line"], {})
        for column, value in row.items():
            seen = line.get(column.replace(" ", "_"), "")
            if column == "asset":
                seen = next((name for name, own in stage.assets.items() if own == seen), seen)
            if column != "line" and not same(stage, column, seen, value):
                raise Breach(f"{column} of line {row['line']} at the desk: {value or 'blank'}", seen or "blank")


@then(words("the desk has taken the submission of {order:Order}"))
def has_taken(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.settled()
    answers = stage.desk.submits[about.name]
    if len(answers) != 1 or answers[0].refused is not None:
        raise Breach("the submission taken", listed(a.refused or "taken" for a in answers))


@then(words("the desk objects to {order:Order}"))
def objects(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    if not about.refusals and not stage.desk.warnings.get(about.name):
        raise Breach(f"a refusal or a warning about {about.name}", "neither")


@then(words('the desk calls {order:Order} a "{category:Name}"'))
def desk_calls(stage: Stage, order: str, category: str) -> None:
    seen = stage.desk.shown_order(order_named(stage, order)).fields.get("category")
    if seen != category:
        raise Breach(category, seen or "nothing")


@then(words("the desk projects for {account:Account}"))
def desk_projects(stage: Stage, account: str, datatable: Table) -> None:
    columns, *owed = datatable
    shown = stage.desk.see("projection", stage.directory.account(account)).rows
    seen = sorted([row.get(column.replace(" ", "_"), "") for column in columns] for row in shown)
    if seen != sorted(owed):
        raise Breach(listed(" / ".join(row) for row in owed), listed(" / ".join(row) for row in seen))


@then(words("the desk lists {count:Number} revisions of {order:Order}, each with a number of its own"))
def lists_revisions(stage: Stage, count: int, order: str) -> None:
    numbers = stage.desk.shown_revisions(order_named(stage, order))
    if len(numbers) != count or len(set(numbers)) != count or not all(numbers):
        raise Breach(f"{count} numbers", listed(numbers))


@then(words("no two revisions of {order:Order} were ever given the same number"))
def no_number_twice(stage: Stage, order: str) -> None:
    given_numbers = stage.desk.revisions[order_named(stage, order).name]
    if len(set(given_numbers)) != len(given_numbers) or not all(given_numbers):
        raise Breach("a number of its own for each", listed(given_numbers))
