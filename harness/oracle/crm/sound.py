"""What can be submitted: orders that lack nothing, for all that can be said from outside."""

from ordertck.harness.messages import ACTIONS, AssetStatus, Status
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.expected import needs_approval
from ordertck.harness.oracle.crm.installed import Installed, effect_of
from ordertck.harness.oracle.crm.line import Line
from ordertck.harness.oracle.crm.planned import Outlook, Plan, due, has_stood_still, outlook
from ordertck.harness.oracle.crm.points import forbids_revisions, is_past, leaves_alone_what_is_past
from ordertck.harness.oracle.crm.sheet import Sheet, Version
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.reading import universal

# How an asset has to be for an action.
_BY_STATUS = {
    "Update": AssetStatus.ACTIVE,
    "Suspend": AssetStatus.ACTIVE,
    "Delete": AssetStatus.ACTIVE,
    "Resume": AssetStatus.SUSPENDED,
}


def is_sound(book: DeskBook, sheet: Sheet, version: Version, moment: Crossing) -> bool:
    """Whether a version lacks nothing that it needs to be submitted, for all that can be said."""
    acts = any(line.said.get("action") in ACTIONS for line in version.lines.values())
    if not acts or not _header_is_sound(book, version, moment):
        return False
    if version.base is not None and not _can_be_revised(book, sheet, version):
        return False
    ahead = outlook(book, sheet.account, sheet)
    sound = all(_line_is_sound(book, sheet, version, line, ahead) for line in version.lines.values())
    return sound and _may_have_its_bases(book, version, ahead)


def _may_have_its_bases(book: DeskBook, version: Version, ahead: Outlook) -> bool:
    """Whether a version builds on one open order at most, or the CRM takes orders that build on several."""
    plans = (ahead.plans.get(line.said.get("asset", ""), []) for line in version.lines.values())
    bases = {plan.sheet.number for of_a_line in plans for plan in of_a_line}
    return len(bases) < 2 or "orders-on-several-orders" in book.claims.capabilities


def _header_is_sound(book: DeskBook, version: Version, moment: Crossing) -> bool:
    header, switches = version.header, book.claims.switches
    if not header.get("account") or not header.get("price_list") or version.loose_header:
        return False
    picked = header.get("priority")
    if (picked and picked not in book.catalogue.priorities) or (switches["no_priority"] == "refuse" and not picked):
        return False
    if needs_approval(book.catalogue, version) and switches["approval_comes"] == "before-submission":
        return False
    at = due(version)
    return at is not None and (not header.get("due_date") or at > universal(moment.at).timestamp())


def _can_be_revised(book: DeskBook, sheet: Sheet, version: Version) -> bool:
    """Whether a further version of an order can be submitted, so far as it only adds things."""
    free = not forbids_revisions(book, sheet) and leaves_alone_what_is_past(book, sheet, version)
    others = all(each.queued and not each.off for each in sheet.versions if each is not version)
    adds = all(line.said.get("action") == "Add" for line in version.lines.values())
    can = {"changes-after-submission", "price-lists-on-supplementals", "revisable-due-date"} <= book.claims.capabilities
    return sheet.open and free and others and adds and can


def _line_is_sound(book: DeskBook, sheet: Sheet, version: Version, line: Line, ahead: Outlook) -> bool:
    said = line.said
    orphan = line.parent and line.parent not in version.lines  # whether it may go without its product, nobody says
    if line.loose or orphan or said.get("product") not in book.catalogue.products:
        return False
    if said.get("action") == "Add":
        return "asset" not in said
    known, name = book.profile.assets.get(said.get("asset", "")), said.get("asset", "")
    plans = ahead.plans.get(name, [])
    products = {known.product} if known is not None else {plan.line.said.get("product") for plan in plans}
    unlike = bool(products) and said["product"] not in products
    if unlike or name in ahead.unsure or not _may_be_changed(sheet, version, known):
        return False
    if known is None or plans:
        # What is not there yet may be refused but for an Update (AC-11), what is still to be changed by who makes no
        # follow-on orders.
        may = "FO-10" in book.claims.rules if known is not None else said.get("action") == "Update"
        return may and _can_follow_on(book, sheet, version, line, plans)
    wanted, states = _BY_STATUS.get(said.get("action", "")), known.possible()
    if said.get("action") == "-" and book.claims.switches["no_action"] == "dash":
        return all(state is not None and state.there for state in states)
    return wanted is not None and all(state is not None and state.status == wanted for state in states)


def _may_be_changed(sheet: Sheet, version: Version, known: Installed | None) -> bool:
    """Whether a thing is its customer's, and as sure as when the order was begun: what was changed since may clash."""
    if known is None:
        return True
    return known.record <= version.record and not known.unsure and known.account == sheet.account


def _can_follow_on(book: DeskBook, sheet: Sheet, version: Version, line: Line, plans: list[Plan]) -> bool:
    """Whether one open order brings or changes what is changed, which can be revised no more and waits for nothing.

    What is to be done to it has to fit how it will be then.
    """
    if len(plans) != 1 or plans[0].done or version.base is not None:
        return False
    known = book.profile.assets.get(line.said.get("asset", ""))
    there = known.possible() if known is not None else [None]
    then = effect_of(plans[0].line).on(there[0]) if len(there) == 1 else None
    if then is None or then.status != _BY_STATUS.get(line.said.get("action", "")):
        return False
    base, counts = plans[0].sheet, plans[0].version
    settled = all(each.queued and not each.off for each in base.versions) and counts.status == Status.IN_PROGRESS
    dated = version.header.get("due_date") or counts.header.get("due_date")
    still = has_stood_still(book, sheet, version, line.id)
    return settled and not dated and still and is_past(book, base, plans[0].line)
