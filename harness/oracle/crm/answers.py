"""Invariants of records: what back offices are sent and answered is what users saved and offices told."""

from collections.abc import Iterator, Mapping

from ordertck.harness.messages import is_inactive
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.content import NAMED_BY, RECORDS
from ordertck.harness.oracle.crm.expected import expected_version
from ordertck.harness.oracle.crm.sheet import SENT_HEADER
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import in_words

# What a request may be about whose content is told from saves and reports, and what is sent besides.
_KEPT = frozenset({"account", "work order", "trouble ticket", "phone number", "asset"})
_SENT = _KEPT | {"product", "pricing rule"}


def _said(moment: Crossing) -> bool:
    """Whether the CRM says here what it has of a record."""
    body = moment.message.body
    return not moment.told and body["verb"] == "Send" and body["object"] in _SENT


def _known(book: DeskBook, moment: Crossing) -> Iterator[tuple[str, str]]:
    """What is known for certain of the record, field by field."""
    body = moment.message.body
    for name, value in book.content.known(body["object"], body["record"]).items():
        if (name, value) != (NAMED_BY.get(body["object"]), body["record"]):
            yield name, value


@invariant("crm", "WF-03 WF-04 WF-05 WF-07 WF-10 WF-12 WF-13 WF-15 WF-16 WF-18 WF-21 WF-22 WF-23 WF-25", "workflow")
def records_are_sent_as_they_were_kept(book: DeskBook, moment: Crossing) -> Judgements:
    """What a back office is sent of a record, asked or not, is what was saved or reported of it last."""
    if not _said(moment):
        return
    body = moment.message.body
    fields: Mapping[str, str] = body.get("fields", {})
    if not fields and moment.message.re is not None:
        return  # that there is no such record is judged by itself
    if book.post.is_repeated(moment.message, moment.record):
        return  # who was down may get each version that it missed, the newest last
    for name, value in _known(book, moment):
        said = f"{name} of {body['object']} {body['record']} is {value}, and sent as {fields.get(name) or 'nothing'}"
        yield owed(fields.get(name) == value, said)


@invariant("crm", "WF-04 WF-13 WF-16 WF-21 WF-25", *(f"desk-shown submit {name}" for name in RECORDS))
def new_records_are_sent_as_they_were_saved(book: DeskBook, moment: Crossing) -> Judgements:
    """What a back office was sent of a record before its user was shown the record's id is what the user saved."""
    asked, body = book.question(moment), moment.message.body
    if asked is None or body.get("refused") is not None:
        return
    kind, ref = RECORDS[asked.body["object"]], asked.body["ref"]
    saved = max(book.records[ref].saved, default=0) if ref in book.records else 0
    since = max(saved, book.received.get((kind, body.get("id", "")), 0))  # what was sent before says nothing of it
    for sending in book.post.sendings.values():
        if (sending.object, sending.name) == (kind, body.get("id")) and saved > 0 and sending.record > since:
            for name, value in book.content.known(kind, ref).items():
                seen = sending.fields.get(name)
                said = f"{name} of {kind} {sending.name} is {value}, and sent as {seen or 'nothing'}"
                yield owed(seen == value or name == NAMED_BY.get(kind), said, sending.record)


@invariant("crm", "WF-03 WF-12 WF-15 WF-23", "workflow", "workflow-answer")
def a_record_that_is_there_is_given(book: DeskBook, moment: Crossing) -> Judgements:
    """A back office that asks for what was saved or reported gets it, and is not told that there is none."""
    asked = book.requests.get(moment.message.re or "") if not moment.told else None
    if asked is None or asked[1].body["object"] not in _KEPT:
        return
    about = asked[1].body
    known, body = book.content.known(about["object"], about["record"]), moment.message.body
    if known:
        said = f"nothing of {about['object']} {about['record']} in the answer, of which {', '.join(known)} is known"
        yield owed(moment.message.kind == "workflow" and bool(body.get("fields") or body.get("rows")), said, asked[0])


@invariant("crm", "WF-06 WF-24 AS-04", "workflow")
def profiles_are_given_as_they_are(book: DeskBook, moment: Crossing) -> Judgements:
    """A back office that asks for a service profile gets what the customer has."""
    asked = book.requests.get(moment.message.re or "") if not moment.told else None
    if asked is None or asked[1].body["object"] != "service profile":
        return
    if book.told_last > asked[0]:
        return  # news and answer may have crossed each other
    account = asked[1].body["record"]
    rows = {row.get("id"): row for row in moment.message.body.get("rows", ())}
    for name, asset in book.profile.of(account):
        states = asset.possible()
        if all(state is not None and state.there for state in states):
            yield owed(name in rows, f"{asset.product} {name} is not in the profile of {account}", asset.record)
            for attribute in states[0].attributes if name in rows and states[0] is not None else ():
                may = {state.attributes.get(attribute) for state in states if state is not None}
                sure = not any(attribute in state.loose for state in states if state is not None)
                seen = rows[name].get(attribute)
                said = f"{attribute} of {asset.product} {name} in the profile: {in_words(seen)}"
                yield owed(seen in may or not sure, said, asset.record)
    for name, row in rows.items():
        number, _, record = book.progress.sold.get(name or "", ("", "", 0))
        if number and account not in book.profile.unsure and not is_inactive(row.get("status", "")):
            sheet = book.sheets.numbers.get(number)
            mine = sheet is None or not sheet.account or sheet.account == account
            yield owed(mine, f"{row.get('product')} {name} of another customer is in the profile of {account}", record)
            there = name in book.profile.assets or number in book.progress.reported
            yield owed(there, f"{row.get('product')} {name} is in the profile, which is not fulfilled", record)


@invariant("crm", "WF-09 WF-10", "workflow")
def orders_are_sent_whole(book: DeskBook, moment: Crossing) -> Judgements:
    """What a back office is sent of an order, asked or not, has the order's lines and its customer."""
    body = moment.message.body
    if moment.told or body["verb"] != "Send" or body["object"] != "sales order":
        return
    sheet = book.sheets.numbers.get(body["record"])
    version = sheet.counting if sheet is not None else None
    if sheet is None or version is None or version.loose or any(each.off for each in sheet.versions):
        return
    rows = {row.get("id"): row for row in body.get("rows", ())}
    coming = expected_version(book.catalogue, sheet)  # submitted and not queued yet: it may be what is sent
    for line in version.lines.values():
        if coming is not None and (coming.loose or coming.line(line.id) is None):
            continue
        if line.id and (line.id in rows or line.id not in version.orphans):
            said = f"line {line.said.get('number')} of order {sheet.number} is not sent with it"
            yield owed(line.id in rows, said, version.record)
    account = body.get("fields", {}).get("account") or body.get("account")
    yield owed(account == sheet.account, f"order {sheet.number} of {sheet.account} sent as {account}'s", version.record)


@invariant("crm", "WF-09 WF-11", "workflow")
def orders_are_given_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """What a back office is answered of an order says of its lines what was entered of them, and so of its header."""
    body = moment.message.body
    if moment.told or moment.message.re is None or body["object"] != "sales order":
        return
    sheet = book.sheets.numbers.get(body["record"])
    if sheet is None or any(each.off for each in sheet.versions):
        return
    versions = [v for v in (sheet.counting, expected_version(book.catalogue, sheet)) if v is not None]
    if any(v.loose for v in versions):
        return
    for name in SENT_HEADER:
        seen = body.get("fields", {}).get(name)
        wanted = {v.header.get(name) for v in versions if name not in v.loose_header}
        if seen and len(wanted) == len({id(v) for v in versions}) == 1 and None not in wanted:
            said = (
                f"{name} of order {sheet.number} is {' or '.join(map(in_words, wanted))}, and sent as {in_words(seen)}"
            )
            yield owed(seen in wanted, said, sheet.record)
    for row in body.get("rows", ()):
        lines = [line for v in versions if (line := v.line(row.get("id", ""))) is not None]
        for name in dict.fromkeys(name for line in lines for name in ("product", "action", *line.attributes)):
            if not any(name in line.loose for line in lines) and all(line.said.get(name) for line in lines):
                may = {line.said[name] for line in lines}
                said = f"{name} of line {row.get('number')} of order {sheet.number}, {' or '.join(may)}, is sent as "
                yield owed(row.get(name) in may, f"{said}{row.get(name) or 'nothing'}", sheet.record)
