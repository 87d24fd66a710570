"""Invariants of what a CRM and back offices exchange: what is saved is sent, what is asked for is answered."""

from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.content import Record
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed

# What goes to every back office, and what to one at least.
_TO_ALL, _TO_ONE = frozenset({"work order", "phone number"}), frozenset({"account"})
# What goes there again each time that it is saved.
_TO_ANEW = frozenset({"account", "phone number"})


@invariant("crm", "WF-03 WF-06 WF-09 WF-12 WF-15 WF-23 WF-25", at_rest=True)
def every_request_is_answered(book: DeskBook, _: Rest) -> Judgements:
    """A back office that asks for a record is answered, with what there is or that there is none."""
    if book.requests and not book.killed:
        for record, request in book.requests.values():
            yield owed(False, f"no answer to the request for {request.body['object']} {request.body['record']}", record)
    elif book.answered and not book.killed:
        yield None


@invariant("crm", "WF-03 WF-06 WF-09 WF-12 WF-15 WF-23", "workflow")
def an_answer_is_about_what_was_asked(book: DeskBook, moment: Crossing) -> Judgements:
    """The answer to a request is of the object and of the record that it was about."""
    asked = book.requests.get(moment.message.re or "") if not moment.told else None
    if asked is not None:
        owed_one = asked[1].body["object"], asked[1].body["record"]
        seen = moment.message.body["object"], moment.message.body["record"]
        yield owed(seen == owed_one, f"{' '.join(seen)} in answer to {' '.join(owed_one)}", asked[0])


@invariant("crm", "WF-03 WF-04 WF-13 WF-16 WF-21 IS-06", "workflow")
def nothing_is_sent_that_nobody_saved(book: DeskBook, moment: Crossing) -> Judgements:
    """What users fill in is sent to a back office, asked or not, once they have saved it."""
    body = moment.message.body
    if moment.told or body["verb"] != "Send":
        return
    fields = body.get("fields", {})
    for name, value in book.content.unsaved(body["object"], body["record"]).items():
        said = f"{name} {value} of {body['object']} {body['record']} is sent, which nobody has saved"
        yield owed(fields.get(name) != value, said)
    for ref, record in book.records.items():
        if record.object == body["object"] and body["record"] in record.names(ref) and moment.message.re is None:
            unsaved = {name for name, value in record.said.items() if value and fields.get(name) == value}
            said = f"{record.object} {body['record']} sent, with what nobody has saved"
            yield owed(bool(record.saved) or not unsaved or record.object == "account", said, record.touched)


@invariant("crm", "WF-04 WF-07 WF-10 WF-13 WF-16 WF-21", "workflow")
def what_is_sent_names_its_customer(book: DeskBook, moment: Crossing) -> Judgements:
    """What a back office is sent, asked or not, is said to be of the customer whose it is."""
    body = moment.message.body
    if moment.told or body["verb"] != "Send" or not body.get("account"):
        return
    whose = _owners(book, body["object"], body["record"])
    if all(whose):
        said = f"{body['object']} {body['record']} of {' or '.join(sorted(whose))} is sent as one of {body['account']}"
        yield owed(body["account"] in whose, said)


def _owners(book: DeskBook, kind: str, record: str) -> set[str]:
    """The customer whose a record is, in each version of an order; a blank where nobody can say."""
    if kind in ("account", "service profile"):
        return {record}
    if kind == "sales order":
        sheet = book.sheets.numbers.get(record)
        return {version.header.get("account", "") for version in sheet.versions} if sheet is not None else {""}
    return {book.content.owner(kind, record)}


@invariant("crm", "WF-10 WF-13", "workflow")
def what_a_back_office_has_is_not_sent_again(book: DeskBook, moment: Crossing) -> Judgements:
    """After a breakdown, or when a back office is back, no order or work order is sent to a system that has it so.

    One message may come twice, under its one id.
    """
    body, message = moment.message.body, moment.message
    asked = moment.told or message.re is not None or message.id in book.post.sendings
    if not asked and body["verb"] == "Send" and body["object"] in ("sales order", "work order"):
        said = f"{body['object']} {body['record']} is sent to {body['system']} once more, which has it"
        yield owed(not book.post.is_there(body), said)


@invariant("crm", "WF-05 WF-08 WF-18 WF-22 WF-14 WF-11", "workflow")
def what_is_received_is_not_sent_back(book: DeskBook, moment: Crossing) -> Judgements:
    """What a back office has brought is not sent to it again, unless somebody has saved it since."""
    body = moment.message.body
    if moment.told or body["verb"] != "Send" or moment.message.re is not None:
        return
    received = book.received.get((body["object"], body["record"]))
    if received is not None and body["object"] not in ("sales order", "service profile"):
        kept = [(ref, each) for ref, each in book.records.items() if each.object == body["object"]]
        known = [each for ref, each in kept if body["record"] in each.names(ref)]
        saved = any(record > received for each in known for record in each.saved)
        pressed = any(each.touched > received for each in known)
        said = f"{body['object']} {body['record']} sent to {body['system']}, which a back office has brought"
        sent_before = any(
            (each.object, each.name, each.system) == (body["object"], body["record"], body["system"])
            for each in book.post.sendings.values()
        )
        yield owed(saved or pressed or book.down or (sent_before and bool(known)), said, received)


@invariant("crm", "WF-04 WF-07 WF-13 WF-16 WF-21 IS-05", at_rest=True)
def what_is_saved_is_sent_to_every_back_office(book: DeskBook, _: Rest) -> Judgements:
    """What is saved reaches the back offices, where saving triggers that; one that was down gets it when it is back."""
    if not _is_pushed(book):
        return
    for ref, record in book.records.items():
        if record.saved and book.received.get((record.object, record.id), 0) > record.saved[-1]:
            continue  # who has reported it since, perhaps as one that was down till then, need not be sent it
        if record.saved and (record.object in _TO_ALL | _TO_ONE or _is_the_offices_ticket(book, record)):
            since = record.changed if record.object in _TO_ANEW else 0
            reached = book.post.has(record.object, record.names(ref), since)
            missing = sorted(set(book.catalogue.back_office.systems) - reached - book.post.down)
            enough = bool(reached or book.post.down) and record.object not in _TO_ALL
            said = f"{record.object} {record.id or ref}, which was saved, is not sent to {', '.join(missing)}"
            yield owed(not missing or enough, said, *record.saved)


def _is_pushed(book: DeskBook) -> bool:
    """Whether what users save goes to back offices by itself, and at once."""
    on_save = book.claims.switches["workflow_trigger"] == "on-save"
    return on_save and "back-office-push" not in book.claims.leaves_out


def _is_the_offices_ticket(book: DeskBook, record: Record) -> bool:
    """Whether a record is a ticket that was for a back office from the first, as it was saved."""
    its = record.said.get("type") in book.catalogue.back_office.ticket_types
    entered = len(record.saved) == 1 and record.touched < record.saved[0]
    return record.object == "trouble ticket" and its and entered
