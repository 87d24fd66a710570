"""Supplemental orders: newer versions of an open order, and what they must leave alone."""

from pytest_bdd import given, then, when

from ordertck.harness.bench import Stage
from ordertck.steps.held_work import begin_held, let_come, told
from ordertck.steps.provisioning import provisioning_has
from ordertck.steps.words import Table, order_named, provisioning_words, rows


@given(provisioning_words("{order:Order} is in progress, held at provisioning"))
def in_progress(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    stage.provisioning.holds = True
    stage.crm.submit(about)
    begin_held(stage, about)


@then(provisioning_words("provisioning and billing are told nothing more about {order:Order}"))
def told_nothing_more(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    before = stage.marks[about.name]
    stage.never(lambda: told(stage, about) > before, f"nothing more about {about.name}", "more about it")


@then(provisioning_words("provisioning and billing are told nothing more about line {line} of {order:Order}"))
def told_nothing_more_of_line(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    before = stage.marks[f"{about.name}/{line}"]
    stage.never(lambda: told(stage, about, line) > before, f"nothing more about line {line}", "more about it")


@then(provisioning_words("provisioning and billing are told nothing about line {line} of {order:Order}"))
def told_nothing_of_line(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    stage.never(lambda: told(stage, about, line) > 0, f"nothing about line {line}", "something about it")


@when(provisioning_words("{order:Order} is revised, while provisioning completes line {line}, to"))
def is_revised_while(stage: Stage, order: str, line: str, datatable: Table) -> None:
    about = order_named(stage, order)
    key = f"{about.name}/{line}"
    stage.crm.revise(about, datatable)
    if not stage.provisioning.complete(about.number, key):  # before the system is listened to
        raise LookupError(f"provisioning holds nothing for line {line}")


@given(provisioning_words("each line of {order:Order} is at its milestone"))
def each_at_milestone(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    for row in rows(datatable):
        stage.provisioning.reach(about.number, f"{about.name}/{row['line']}", row["milestone"])
    stage.settled()


@then(provisioning_words('provisioning is not asked for "{asset:Name}" at "{site:Name}"'))
def not_asked_at(stage: Stage, asset: str, site: str) -> None:
    stage.never(lambda: _asked_at(stage, asset, site), f"{asset} not asked for at {site}", "it was")


@given(provisioning_words("provisioning has set up line {line} of {order:Order}, which is not billed yet"))
def set_up_not_billed(stage: Stage, line: str, order: str) -> None:
    about = order_named(stage, order)
    let_come(stage, about, line)
    stage.billing.holds = True
    stage.provisioning.complete(about.number, f"{about.name}/{line}")
    stage.settled()


def _asked_at(stage: Stage, asset: str, site: str) -> bool:
    identity = stage.assets.get(asset, asset)
    entries = stage.provisioning.entries
    return any((asked.asset, asked.site, asked.effect) == (identity, site, "add") for _, asked in entries)


@given(provisioning_words("{order:Order} is held at provisioning, past its points of no return"))
def past_no_return(stage: Stage, order: str) -> None:
    about = order_named(stage, order)
    in_progress(stage, order)
    for line in about.lines:
        product = stage.directory.catalogue.products[line.product or ""]
        if product.ponr is None:
            raise LookupError(f"{line.product} has no point of no return but its completion")
        stage.fulfilment.reach(about, line.number, product.ponr)
    stage.settled()


@then(provisioning_words("{order:Order} is refused, or is complete and provisioning has"))
def refused_or_complete_with(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.comes(lambda: about.stuck or about.status == "COMPLETE")
    if not about.refusals:
        stage.fulfilment.require_complete(about)
        provisioning_has(stage, datatable)
