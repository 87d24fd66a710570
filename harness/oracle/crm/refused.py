"""Invariants of what the desk takes and refuses: what is sound is taken, what cannot be is objected to."""

from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.messages import ACTIONS, AssetStatus
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.expected import needs_approval
from ordertck.harness.oracle.crm.line import Line
from ordertck.harness.oracle.crm.planned import Outlook, outlook
from ordertck.harness.oracle.crm.points import forbids_revisions, may_be_past
from ordertck.harness.oracle.crm.sheet import Sheet, Version
from ordertck.harness.oracle.crm.sound import is_sound
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed


def answered(book: DeskBook, moment: Crossing) -> Mapping[str, Any] | None:
    """What a user did that the desk answers now."""
    asked = book.question(moment)
    body: Mapping[str, Any] | None = asked.body if asked is not None else None
    return body


def _submitted(book: DeskBook, moment: Crossing) -> Iterator[tuple[Sheet, Version]]:
    act = answered(book, moment)
    known = book.sheets.by_ref.get(act["ref"]) if act is not None else None
    if known is not None and not known[1].taken and not known[1].loose and known[0].account not in book.profile.unsure:
        yield known


@invariant(
    "crm",
    "FL-04 OM-05 OM-06 OM-07 AC-04 AC-05 AC-07 AC-08 AC-09 SC-06 SC-11 SC-13 FD-03 SU-01 FO-01 FO-09 FO-10",
    "desk-shown submit order",
)
def a_sound_order_is_taken(book: DeskBook, moment: Crossing) -> Judgements:
    """An order that lacks nothing can be submitted."""
    for sheet, version in _submitted(book, moment):
        if is_sound(book, sheet, version, moment):
            reason = moment.message.body.get("refused")
            yield owed(reason is None, f"order {sheet.number} is not taken: {reason}", version.record)


@invariant("crm", "AC-09 OM-05 OM-06 OM-07 SC-14 PL-04 PL-18", "desk-shown enter line")
def a_line_that_adds_something_can_be_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A user can enter a line that adds something that is sold."""
    act = answered(book, moment)
    said = act.get("fields", {}) if act is not None else {}
    known = book.sheets.by_ref.get(said.get("order", ""))
    if known is None or known[1].taken or known[1].may_be_gone or said.get("action") != "Add" or said.get("asset"):
        return
    if said.get("price_list") and (said.get("parent") or not _may_list(book, known[1])):
        return
    if said.get("parent") and said["parent"] not in known[1].lines:
        return  # the desk did not take the product that it is a component of
    entered = known[1].lines.get(act["ref"]) if act is not None else None
    closed = _may_be_closed(book, *known) or _is_past(book, known[0], entered, said.get("number", ""))
    if said.get("product") in book.catalogue.products and not closed:
        reason = moment.message.body.get("refused")
        yield owed(reason is None, f"{said['product']} cannot be entered in order {known[0].number}: {reason}")


def _may_be_closed(book: DeskBook, sheet: Sheet, version: Version) -> bool:
    """Whether a CRM may let nobody change a version any more.

    It is the revision of an order that has ended, or that perhaps can be revised no more; or a customer has accepted
    it, or a supervisor approved it.
    """
    decided = sheet.accepted or version.approved > 0
    return decided or (version.base is not None and (not sheet.open or forbids_revisions(book, sheet)))


def _is_past(book: DeskBook, sheet: Sheet, line: Line | None, number: str = "") -> bool:
    """Whether a line of an order that counts is past its point of no return, or may be.

    What an order was made of (a quote, a profile) has lines that no ref names: there the number says which is meant.
    """
    counting = sheet.counting
    if counting is None:
        return False
    known = counting.line(line.id) if line is not None else None
    alike = (each for each in counting.lines.values() if number and each.said.get("number") == number)
    known = known or next(alike, None)
    return known is not None and may_be_past(book, sheet, known)


def _may_list(book: DeskBook, version: Version) -> bool:
    """Whether a line of a version can be given a price list of its own, by what is claimed."""
    needed = {"line-price-lists"} | ({"price-lists-on-supplementals"} if version.base is not None else set())
    changes = any(line.said.get("action") != "Add" for line in version.lines.values())
    return needed <= book.claims.capabilities and not changes


@invariant("crm", "PL-04 PL-18", "desk-shown price line")
def a_line_can_be_given_a_list(book: DeskBook, moment: Crossing) -> Judgements:
    """A user can give a line that is no component a price list of its own."""
    act = answered(book, moment)
    known = book.sheets.by_ref.get(act.get("fields", {}).get("order", "")) if act is not None else None
    line = known[1].lines.get(act["ref"]) if known is not None and act is not None else None
    if known is None or line is None or known[1].taken or line.parent or line.loose or not _may_list(book, known[1]):
        return
    over = known[1].base is not None and _is_past(book, known[0], line)
    if over or known[1].may_be_gone or _may_be_closed(book, *known):
        return
    reason = moment.message.body.get("refused")
    yield owed(reason is None, f"line {line.said.get('number')} of order {known[0].number} has no list: {reason}")


@invariant("crm", "SU-01 SU-02 SC-15 TM-02 RV-01 FO-12 MO-06", "desk-shown revise order")
def an_open_order_can_be_revised(book: DeskBook, moment: Crossing) -> Judgements:
    """A user can begin a revision of a draft, and of an open order of which nothing is past its point of no return."""
    act = answered(book, moment)
    known = book.sheets.by_ref.get(act["ref"]) if act is not None else None
    if act is None or known is None or known[1].loose:
        return
    sheet, version = known
    can = book.claims.capabilities
    if act.get("fields", {}).get("as"):
        counting = sheet.counting
        # Where the order system has refused the latest version, the order goes on.
        refused = version.off and bool(version.queued) and counting is not None
        free = (counting is version or refused) and "changes-after-submission" in can and sheet.open
        # What is told of a line after the end of its order opens the order again, or does not.
        free = free and all(v.queued and not v.stopped and not v.ended for v in sheet.versions)
        free = free and not forbids_revisions(book, sheet)
        changes = any(line.said.get("action") != "Add" for line in version.lines.values())
        owes = free and (not changes or {"revisable-follow-ons", "revisable-modify-orders"} <= can)
    else:
        owes = not version.taken and not version.approved and "revisions-before-submission" in can
    if owes:
        reason = moment.message.body.get("refused")
        yield owed(reason is None, f"order {sheet.number} cannot be revised: {reason}", version.record)


@invariant("crm", "SC-12", "desk-shown approve order")
def what_waits_for_a_supervisor_can_be_approved(book: DeskBook, moment: Crossing) -> Judgements:
    """A supervisor can approve an order that waits for one."""
    act = answered(book, moment)
    known = book.sheets.by_ref.get(act["ref"]) if act is not None else None
    if known is None or known[1].loose or book.claims.switches["approval_comes"] == "before-submission":
        return
    sheet, version = known
    reason = moment.message.body.get("refused")
    stopped = version.off or version.rejected
    waits = version.taken and not version.approved and not stopped and not (reason and version.queued)
    # what another order changes or has ended meanwhile may be past what was asked for, and is then objected to (PD-01)
    ahead = outlook(book, sheet.account, sheet)
    lines = list(version.lines.values())
    about = {line.said.get("asset", "") for line in lines} - {""}
    overtaken = any(x in ahead.plans or x not in book.profile.assets for x in about) or any(
        _amiss(book, sheet, line, ahead) for line in lines
    )
    if waits and version.base is None and not overtaken and needs_approval(book.catalogue, version):
        yield owed(reason is None, f"order {sheet.number} cannot be approved: {reason}", version.taken)


@invariant("crm", "AC-11 AC-04 AC-08 AC-10", "desk-shown submit order")
def what_cannot_be_done_is_objected_to(book: DeskBook, moment: Crossing) -> Judgements:
    """An order about what is not there, or with half a transfer, is refused, or its user is warned."""
    for sheet, version in _submitted(book, moment):
        body = moment.message.body
        silent = body.get("refused") is None and body.get("warning") is None
        ahead = outlook(book, sheet.account, sheet)
        for line in version.lines.values():
            if "asset" in line.loose or "action" in line.loose:
                return
            amiss = _amiss(book, sheet, line, ahead)
            if amiss is not None:
                said = f"{line.said['action']} of {line.said.get('asset')} in order {sheet.number}, {amiss}"
                yield owed(not silent, said, version.record)
        halves = [
            {line.said.get("asset") for line in version.lines.values() if line.said.get("action") == action}
            for action in ("Move-Add", "Move-Delete")
        ]
        if halves[0] ^ halves[1]:
            yield owed(not silent, f"half a transfer is taken in order {sheet.number}", version.record)


def _amiss(book: DeskBook, sheet: Sheet, line: Line, ahead: Outlook) -> str | None:
    """What is amiss with the asset that a line is about; None where nothing is, or nobody can say."""
    action, name = line.said.get("action"), line.said.get("asset", "")
    if action not in ACTIONS or action == "Add" or not name or name in ahead.unsure or name in ahead.plans:
        return None
    known = book.profile.assets.get(name)
    if known is not None and not known.unsure:
        if known.account != sheet.account:
            return "which is another customer's"
        states = known.possible()
        if all(state is None or not state.there for state in states):
            return "which is not there any more"
        if action == "Resume" and all(state is not None and state.status == AssetStatus.ACTIVE for state in states):
            return "which is not suspended"
    elif known is None and not ahead.waits and book.progress.sold:
        return "which nobody has"
    return None


@invariant("crm", "PR-01", "desk-shown submit order")
def a_priority_is_picked_where_one_is_needed(book: DeskBook, moment: Crossing) -> Judgements:
    """Where an order needs a priority that its user picks, none is taken without one."""
    for sheet, version in _submitted(book, moment):
        needed = book.claims.switches["no_priority"] == "refuse" and "priority" not in version.loose_header
        if needed and not version.header.get("priority"):
            refused = moment.message.body.get("refused") is not None
            yield owed(refused, f"order {sheet.number} is taken, and nobody picked a priority", version.record)


@invariant("crm", "PL-15", "desk-shown price line", "desk-shown enter line")
def components_are_given_no_list(book: DeskBook, moment: Crossing) -> Judgements:
    """Nobody gives a component a price list of its own."""
    act = answered(book, moment)
    said = act.get("fields", {}) if act is not None else {}
    known = book.sheets.by_ref.get(said.get("order", ""))
    if known is None or act is None or not said.get("price_list"):
        return
    line = known[1].lines.get(act["ref"])
    above = known[1].lines.get(said.get("parent") or (line.parent if line is not None else ""))
    product = book.catalogue.products.get(above.said.get("product", "")) if above is not None else None
    # What it was given before the line above was a product with components stays: it is no change (PL-15).
    stands = line is not None and line.said.get("price_list") == said["price_list"]
    if above is not None and product is not None and product.customizable and not (known[1].taken or stands):
        body = moment.message.body
        kept = body.get("fields", {}).get("price_list") == said["price_list"] != above.said.get("price_list")
        taken = body.get("refused") is None and body.get("warning") is None and kept
        yield owed(not taken, f"a component of {above.said['product']} is given the {said['price_list']}")
