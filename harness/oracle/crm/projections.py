"""Invariants of projections: what open orders will leave, and what further orders build on."""

from ordertck.harness.messages import Status, is_inactive
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.expected import needs_approval
from ordertck.harness.oracle.crm.line import HEAD
from ordertck.harness.oracle.crm.planned import (
    Plan,
    bases,
    decisive,
    expectations,
    expected,
    has_stood_still,
    is_dated,
    orders_of,
    outlook,
    outlook_now,
)
from ordertck.harness.oracle.crm.queued import on_the_queue
from ordertck.harness.oracle.crm.sheet import Sheet
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.reading import instant_in, universal
from ordertck.harness.text import in_words


def _is_projection(book: DeskBook, moment: Crossing) -> bool:
    body = moment.message.body
    return not body.get("refused") and body["ref"] not in book.profile.unsure


@invariant("crm", "FO-02 FD-05 FO-11 TM-01", "desk-shown see projection")
def what_will_be_is_projected(book: DeskBook, moment: Crossing) -> Judgements:
    """The projection lists what the customer will have once open orders are carried out, and nothing else."""
    if not _is_projection(book, moment):
        return
    body = moment.message.body
    there = {row.get("id"): row for row in body.get("rows", ()) if not is_inactive(row.get("status", ""))}
    for name, state, _ in expectations(book, body["ref"]):
        will_be = state is not None and state.there
        product = state.product if state is not None else "asset"
        shown = "projected" if name in there else "not projected"
        said = f"{product} {name} will {'' if will_be else 'not '}be there, and is {shown}"
        yield owed((name in there) == will_be, said)


@invariant("crm", "FO-02 FD-05 TM-01 TM-04", "desk-shown see projection")
def nothing_is_projected_that_no_order_brings(book: DeskBook, moment: Crossing) -> Judgements:
    """What was refused, cancelled or withdrawn is projected no more."""
    if not _is_projection(book, moment):
        return
    ahead = outlook_now(book, moment.message.body["ref"])
    for row in moment.message.body.get("rows", ()):
        name = row.get("id", "")
        number, line, record = book.progress.sold.get(name, ("", "", 0))
        if (
            not number
            or line not in book.sheets.numbers[number].entered
            or ahead.waits
            or name in ahead.unsure
            or is_inactive(row.get("status", ""))
        ):
            continue
        sheet = book.sheets.numbers[number]
        if _was_left_untold(sheet, line):
            continue  # it may have been done with its order
        if row.get("product") not in book.profile.administered and not any(v.loose for v in sheet.versions):
            known = name in book.profile.assets or name in ahead.plans
            yield owed(known, f"{row.get('product')} {name} is projected, and no open order is to bring it", record)


def _was_left_untold(sheet: Sheet, line_id: str) -> bool:
    """Whether an order was told to be complete, and of one of its lines nobody has told that."""
    counting = sheet.counting
    if counting is None or counting.status != Status.COMPLETE:
        return False
    return line_id not in sheet.converted and counting.line(line_id) is not None


@invariant("crm", "FO-02 FD-05 FD-12 FD-13 FO-11 AC-06", "desk-shown see projection")
def assets_are_projected_as_orders_will_leave_them(book: DeskBook, moment: Crossing) -> Judgements:
    """An asset is projected with the status, site and attributes that open orders will leave, by their dates."""
    if not _is_projection(book, moment):
        return
    rows = {row.get("id"): row for row in moment.message.body.get("rows", ())}
    for name, state, _ in expectations(book, moment.message.body["ref"]):
        row = rows.get(name)
        if state is None or not state.there or row is None:
            continue
        owed_ones = {**state.attributes, **({"site": state.site} if state.site else {}), "status": state.status}
        for attribute, wanted in owed_ones.items():
            seen = row.get(attribute)
            if attribute not in state.loose and not (attribute == "status" and not seen):
                said = f"{attribute} of {state.product} {name} will be {wanted}, and is projected as {in_words(seen)}"
                yield owed(seen == wanted, said)


@invariant("crm", "FO-02 FD-05 FO-03", "desk-shown see projection")
def projections_say_by_which_order(book: DeskBook, moment: Crossing) -> Judgements:
    """A projection names the order, the line and the date by which an asset becomes what is projected."""
    if not _is_projection(book, moment):
        return
    rows = {row.get("id"): row for row in moment.message.body.get("rows", ())}
    for name, _, plans in expectations(book, moment.message.body["ref"]):
        row = rows.get(name)
        if row is None or any(plan.line.said.get("action") in ("", "-", None) for plan in plans):
            continue
        said = f"{row.get('product')} {name} is projected by order {in_words(row.get('order'))}"
        if row.get("order") and (not plans or orders_of(plans) == 1):
            yield owed(bool(plans) and row["order"] == plans[-1].sheet.number, said)
        named = decisive(plans)
        if row.get("line") and plans:
            yield owed(row["line"] in {plan.line.id for plan in named}, f"{said}, line {row['line']}")
        if row.get("due_date") and plans:
            wanted = plans[-1].version.header.get("due_date")
            true = _is_due(row["due_date"], named, book.keeps_days)
            yield owed(true, f"{said}, due {row['due_date']}, which is {wanted or 'without date'}")


def _is_due(text: str, plans: list[Plan], by_day: bool) -> bool:
    """Whether a plan is due then; where the CRM keeps no time of a date, on that day, in either zone."""
    shown = instant_in(text)
    if shown is None:
        return False
    if not by_day:
        return universal(shown).timestamp() in {plan.at for plan in plans}
    entered = (instant_in(plan.version.header.get("due_date") or "") for plan in plans)
    dates = [date for date in entered if date is not None]
    return shown.date() in {date.date() for date in (*dates, *map(universal, dates))}


@invariant("crm", "FO-03 FO-02 TM-03 AC-06 FO-12 FO-13 TM-04 MO-01 MO-03 MO-07 FD-13 FD-12", "order-submission")
def an_order_names_the_line_that_it_builds_on(book: DeskBook, moment: Crossing) -> Judgements:
    """A line names the line of an open order that makes or changes what it is about, and waits for no other."""
    found = on_the_queue(book, moment)
    if found is None or found[1].loose or not found[0].account or found[0].account in book.profile.unsure:
        return
    sheet, version = found
    may = bases(book, sheet, version, moment.at)
    # What it builds on may have changed while it waited, or when the user had been answered and it was not queued yet.
    waited = needs_approval(book.catalogue, version) or bool(version.taken)
    if waited:
        may = {line: names for line, names in may.items() if has_stood_still(book, sheet, version, line)}
    bases_of: set[str | None] = set()
    for sent in moment.message.body.get("lines", ()):
        base = sent.get("base_line") or None
        bases_of.add(base)
        if sent["id"] in may:
            allowed = may[sent["id"]]
            names = " or ".join(sorted(str(each or "nothing") for each in allowed))
            said = f"line {sent['number']} of order {sheet.number} builds on {names}, and names {base or 'nothing'}"
            yield owed(base in allowed, said, version.record)
    if waited and not bases_of - {None}:
        return  # whether the order that it builds on is still the same, nobody says
    named = moment.message.body.get("base_order") or None
    whose = {line: other.number for other in book.sheets.orders for line in other.ids.values()}
    numbers = {whose[base] for base in bases_of if base in whose}
    said = f"order {sheet.number} builds on order {' or '.join(sorted(numbers)) or 'nothing'}, and names {named}"
    if bases_of - {None} and bases_of - {None} <= whose.keys():  # of what waits for a supervisor nobody told the ids
        yield owed(named in numbers, said, version.record)
    elif not bases_of - {None}:
        yield owed(named is None, said, version.record)


@invariant("crm", "PD-01 PD-02 AC-05 FO-11", "order-submission")
def updates_are_brought_up_to_date(book: DeskBook, moment: Crossing) -> Judgements:
    """What an Update says besides the entered values is how the asset will be when the Update begins."""
    found = on_the_queue(book, moment)
    if (
        found is None
        or found[1].loose
        or found[0].account in book.profile.unsure
        or needs_approval(book.catalogue, found[1])
    ):
        return
    sheet, version = found
    if version.header.get("due_date"):
        return
    ahead = outlook(book, sheet.account, sheet, universal(moment.at).timestamp())
    for sent in moment.message.body.get("lines", ()):
        line = version.line(sent["id"])
        if line is None or line.said.get("action") != "Update" or line.loose:
            continue
        if version.taken and not has_stood_still(book, sheet, version, line.id):
            continue  # the user had been answered, and it may have been written before that befell
        if is_dated(ahead, line.said.get("asset", "")):
            continue
        sure, state = expected(book, line.said.get("asset", ""), ahead)
        if not sure or state is None:
            continue
        entered = line.said.keys() | line.cleared.keys() | HEAD
        for name, seen in sent.get("attributes", {}).items():
            if name not in entered and name not in state.loose:
                wanted = state.attributes.get(name)
                said = (
                    f"{name} of line {sent['number']} of order {sheet.number} is {in_words(wanted)} by then; queued: "
                )
                yield owed(seen == wanted or (not seen and wanted is None), said + in_words(seen), version.record)
