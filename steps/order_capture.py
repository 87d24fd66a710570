"""Order capture: opportunities and quotes, and what a sales representative does around an order."""

from functools import partial

from pytest_bdd import step, then, when

from ordertck.harness.bench import Stage
from ordertck.harness.errors import Breach
from ordertck.harness.messages import AssetStatus, OrderSubmission, SubmittedLine, is_inactive
from ordertck.harness.text import in_words
from ordertck.steps.values import plain
from ordertck.steps.words import Table, listed, order_named, queue_words, rows, words

# Opportunities and quotes


@when(words("the customer accepts {quote:Order}"))
def accepts(stage: Stage, quote: str) -> None:
    stage.capture.accept(order_named(stage, quote))


@when(words("{source:Order} becomes {into:Order}"))
def becomes(stage: Stage, source: str, into: str) -> None:
    stage.capture.convert(order_named(stage, source), stage.crm.new_order(into))


@when(words("{order:Order} is changed as a draft to"))
def is_changed(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    stage.crm.draft(about, datatable)


@then(words("the order system receives {order:Order} and {other:Order} with the same content", "oms", "integration"))
def given_alike(stage: Stage, order: str, other: str) -> None:
    both = [order_named(stage, name) for name in (order, other)]
    for about in both:
        stage.eventually(partial(bool, about.submissions), f"{about.name} queued", lambda: "nothing")
    one, two = (about.submissions[-1].read(OrderSubmission) for about in both)
    if (of_one := _content(one)) != (of_two := _content(two)):
        raise Breach(in_words(of_one), in_words(of_two))


def _content(sent: OrderSubmission) -> tuple[object, ...]:
    """What an order says, without the ids that it goes by."""
    products = {line.id: line.product for line in sent.lines}

    def line(said: SubmittedLine) -> tuple[object, ...]:
        above = products.get(said.parent or "")
        options = tuple(sorted(said.attributes.items()))
        return (said.product or "", said.action, above, said.price_list, said.site, options)

    return (sent.account, sent.price_list, sent.priority, tuple(sorted(map(line, sent.lines), key=str)))


# The profile


@when(words("{order:Order} is begun with these assets of {account:Account}"))
def begun_from_profile(stage: Stage, order: str, account: str, datatable: Table) -> None:
    wanted = {row["asset"]: stage.assets.get(row["asset"], row["asset"]) for row in rows(datatable)}
    stage.capture.begin_from_profile(stage.crm.new_order(order), account, wanted)


# Checks


@when(words("{order:Order} is checked, with these answers"))
def is_checked(stage: Stage, order: str, datatable: Table) -> None:
    about, answers = order_named(stage, order), rows(datatable)
    for row in answers:
        key = f"{about.name}/{row['line']}" if row.get("line") else ""
        stage.check_services.said[row["check"], key] = (row["outcome"], row.get("value") or None)
    for check in dict.fromkeys(row["check"] for row in answers):
        stage.capture.check(about, check)
        stage.settled()


@when(words('{order:Order} is checked for "{check:Name}", and nobody answers'))
def is_checked_in_vain(stage: Stage, order: str, check: str) -> None:
    stage.check_services.silent = True
    stage.capture.check(order_named(stage, order), check)
    stage.settled()


@then(words("the desk shows these checks of {order:Order}"))
def shows_checks(stage: Stage, order: str, datatable: Table) -> None:
    about = order_named(stage, order)
    columns, *wanted = datatable
    seen: list[list[str]] = []

    def fits() -> bool:
        shown = stage.capture.checked(about)
        seen[:] = sorted([plain(column, row.get(column, "")) for column in columns] for row in shown)
        return seen == sorted([plain(*cell) for cell in zip(columns, row, strict=True)] for row in wanted)

    stage.eventually(fits, listed(" / ".join(row) for row in wanted), lambda: listed(" / ".join(row) for row in seen))


@then(words('the desk does not show the check "{check:Name}" of {order:Order} as "{outcome:Name}"'))
def shows_no_check(stage: Stage, check: str, order: str, outcome: str) -> None:
    stage.settled()
    for row in stage.capture.checked(order_named(stage, order)):
        if (row.get("check"), row.get("outcome")) == (check, outcome):
            raise Breach(f"no {outcome} for {check}, which nobody answered", in_words(row))


# Attachments


@when(words("these are attached to {order:Order}"))
def are_attached(stage: Stage, order: str, datatable: Table) -> None:
    for row in rows(datatable):
        stage.capture.add(order_named(stage, order), row["kind"], row["name"])


@then(words("the desk lists these attachments of {order:Order}"))
def lists_with(stage: Stage, order: str, datatable: Table) -> None:
    owed = sorted((row["kind"], row["name"]) for row in rows(datatable))
    if (seen := sorted(stage.capture.attachments(order_named(stage, order)))) != owed:
        raise Breach(listed(map(" ".join, owed)), listed(map(" ".join, seen)))


# Approval and acknowledgement


@step(words("a supervisor {decision:w} {order:Order}"))
def decides(stage: Stage, decision: str, order: str) -> None:
    verb = {"approves": "approve", "rejects": "reject"}[decision]
    about = order_named(stage, order)
    stage.capture.decide(about, verb)
    comes_first = stage.claims.switches["approval_comes"] == "before-submission"
    if verb == "approve" and comes_first and about.name in stage.desk.submits and about.name not in stage.desk.taken:
        stage.crm.submit(about)  # until now it was refused for want of the approval


def _released(stage: Stage, order: str) -> int:
    """How many messages let an order go on to fulfilment: those that are not marked as awaiting approval."""
    return sum(message.read(OrderSubmission).approval != "awaited" for message in order_named(stage, order).submissions)


@then(queue_words("{order:Order} {how:Released}"))
def is_released(stage: Stage, order: str, how: str) -> None:
    if how.endswith("once"):
        stage.eventually(
            lambda: _released(stage, order) > 0, f"{order} released to fulfilment", lambda: "nothing of it"
        )
        stage.never(lambda: _released(stage, order) > 1, f"{order} released once", "more than once")
    else:
        stage.never(lambda: _released(stage, order) > 0, f"{order} kept back", "it is released to fulfilment")


def _mails(stage: Stage, order: str) -> list[str]:
    number = order_named(stage, order).number
    return [mail.text for mail in stage.check_services.mails if mail.order == number]


@then(words("the customer is sent {mails:Mails} of {order:Order}"))
def is_acknowledged(stage: Stage, mails: str, order: str) -> None:
    if mails == "no acknowledgement":
        stage.never(lambda: bool(_mails(stage, order)), f"no mail about {order}", "a mail")
        return
    about = order_named(stage, order)
    stage.eventually(lambda: bool(_mails(stage, order)), f"a mail about {order}", lambda: "none")
    address = next(str(mail.to) for mail in stage.check_services.mails if mail.order == about.number)
    if address != stage.directory.email("Customer"):
        raise Breach(f"it sent to {stage.directory.email('Customer')}", address)
    if about.number not in _mails(stage, order)[0]:
        raise Breach(f"a mail that names order {about.number}", _mails(stage, order)[0])
    stage.never(
        lambda: _mails(stage, order).count(_mails(stage, order)[0]) > 1, "that mail sent once", "it was sent again"
    )


# Service points


@then("at least one condition on service points is claimed")
def condition_holds(stage: Stage) -> None:
    if stage.claims.unsupported:
        raise Breach("a condition on service points claimed", listed(stage.claims.unsupported))


@then(words("the desk shows the service point of {account:Account} as an asset"))
def shows_service_point(stage: Stage, account: str) -> None:
    shown, owed = stage.capture.service_point(account), stage.directory.service_point(account)
    if shown.refused is not None or owed not in (shown.id, shown.fields.get("id")):
        raise Breach(f"service point {owed}, as an asset", shown.refused or shown.id or "nothing")
    if is_inactive(shown.fields.get("status", AssetStatus.ACTIVE)):
        raise Breach(f"service point {owed} there", AssetStatus.INACTIVE)
