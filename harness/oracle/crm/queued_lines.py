"""Invariants of lines on the queue: each is what was entered of it, brought up to date."""

from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.messages import ACTIONS
from ordertck.harness.oracle.crm.as_there import may_be_queued
from ordertck.harness.oracle.crm.book import DeskBook
from ordertck.harness.oracle.crm.expected import needs_approval
from ordertck.harness.oracle.crm.line import HEAD, Line, filled_in
from ordertck.harness.oracle.crm.queued import on_the_queue
from ordertck.harness.oracle.crm.sheet import Sheet, Version
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.text import in_words

BLANK = frozenset({None, "", "-"})
Sent = Mapping[str, Any]


def lines_of(book: DeskBook, moment: Crossing) -> Iterator[tuple[Sheet, Version, Line, Sent]]:
    """Each line that is queued and that a user entered, with what was entered."""
    found = on_the_queue(book, moment)
    if found is None or found[1].loose:
        return
    sheet, version = found
    queued = {line["id"]: line for line in moment.message.body.get("lines", ())}
    for line in version.lines.values():
        if line.id in queued:
            yield sheet, version, line, queued[line.id]


def about(sheet: Sheet, line: Line) -> str:
    """A line and its order, in words."""
    return f"line {line.said.get('number')} of order {sheet.number}"


@invariant("crm", "FL-04 OM-02 OM-05 OM-06 OM-07 SU-13 SC-04", "order-submission")
def every_line_is_queued_as_it_was_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """The message has every line of the version that is submitted, of the product that was entered."""
    found = on_the_queue(book, moment)
    if found is None or found[1].loose:
        return
    sheet, version = found
    queued = {line["id"]: line for line in moment.message.body.get("lines", ())}
    for line in version.lines.values():
        if line.id and (line.id in queued or line.id not in version.orphans):
            sent = queued.get(line.id)
            yield owed(sent is not None, f"{about(sheet, line)} is not queued", version.record)
            if sent is not None and line.said.get("product") and "product" not in line.loose:
                said = f"{line.said['product']} in {about(sheet, line)}: {in_words(sent.get('product'))}"
                yield owed(sent.get("product") == line.said["product"], said, version.record)


@invariant("crm", "RV-03 RV-04 SU-13 MO-06 FL-04 SC-14 OM-04 OM-06", "order-submission")
def no_line_is_queued_that_the_order_has_not(book: DeskBook, moment: Crossing) -> Judgements:
    """A line that was taken off an order is not queued, except as a Delete where withdrawals are written so."""
    found = on_the_queue(book, moment)
    if found is None or found[1].loose:
        return
    sheet, version = found
    known = {line.id for line in version.lines.values()} | version.shown
    products = {line["id"]: line.get("product") for line in moment.message.body.get("lines", ())}
    for sent in moment.message.body.get("lines", ()):
        above = book.catalogue.products.get(products.get(sent.get("parent")) or "")
        brought_along = above is not None and sent.get("product") in above.components
        before = [own for each in sheet.versions if each is not version and (own := each.line(sent["id"]))]
        withdrawn = sent.get("action") == "Delete" and any(own.said.get("action") == "Add" for own in before)
        withdrawn = withdrawn and book.claims.switches["withdrawal"] == "delete"
        fits = sent["id"] in known or withdrawn or (brought_along and sent["id"] not in sheet.entered)
        said = f"line {sent['number']} ({sent.get('product')}) is queued, which order {sheet.number} has not"
        yield owed(fits, said, version.record)


@invariant("crm", "SU-13", "order-submission")
def what_is_taken_off_says_delete_where_that_is_declared(book: DeskBook, moment: Crossing) -> Judgements:
    """Where withdrawals are written so, a line of the version before that was taken off is queued as a Delete."""
    found = on_the_queue(book, moment)
    base = found[1].base if found is not None else None
    if found is None or base is None or book.claims.switches["withdrawal"] != "delete":
        return
    sheet, version = found
    if version.loose or base.loose or not base.queued or base.off:
        return
    kept = {line.id for line in version.lines.values()} | version.orphans | sheet.converted
    queued = {line["id"]: line.get("action") for line in moment.message.body.get("lines", ())}
    for line in base.lines.values():
        sold = line.id in base.sold() and "action" not in line.loose
        if sold and line.id not in kept and not line.parent:  # components may go with their product
            said = f"{about(sheet, line)} was taken off, and is queued as {in_words(queued.get(line.id))}"
            yield owed(queued.get(line.id) == "Delete", said, version.record)


@invariant("crm", "SU-13 TM-02 RV-03", "order-submission")
def a_line_keeps_its_id(book: DeskBook, moment: Crossing) -> Judgements:
    """A line has one id in all versions of its order, and no other line has it."""
    for sheet, _, line, sent in lines_of(book, moment):
        before = sheet.ids.get(line.ref)
        others = {ref for ref, known in sheet.ids.items() if known == sent["id"] and ref != line.ref}
        said = f"{about(sheet, line)} is {sent['id']}, and was {before or ', '.join(sorted(others))}"
        yield owed(not others, said, *sheet.queued)


@invariant("crm", "OM-02", "order-submission")
def each_line_has_a_number_of_its_own(book: DeskBook, moment: Crossing) -> Judgements:
    """No two lines that users entered under numbers of their own are queued under one number."""
    seen: dict[str, str] = {}
    for sheet, version, line, sent in lines_of(book, moment):
        number, entered = sent.get("number") or "", line.said.get("number") or ""
        if number and entered and "number" not in line.loose:
            other = seen.setdefault(number, entered)
            said = f"lines {other} and {entered} of order {sheet.number} are both queued as line {number}"
            yield owed(other == entered, said, version.record)


@invariant("crm", "OM-05 OM-06 OM-07", "order-submission")
def kinds_of_products_are_the_catalogues(book: DeskBook, moment: Crossing) -> Judgements:
    """Where a line says which kind of product it is about, it does not say another kind of the catalogue's."""
    kinds = {product.subject for product in book.catalogue.products.values()}
    for sent in moment.message.body.get("lines", ()):
        product, seen = book.catalogue.products.get(sent.get("product") or ""), sent.get("subject")
        if product is not None and seen in kinds:
            fits = seen == product.subject or (product.customizable and seen == "customizable product")
            yield owed(fits, f"{sent['product']} is a {product.subject}, and queued as {in_words(seen)}")


@invariant("crm", "OM-02 OM-07 SU-13", "order-submission")
def components_stay_with_their_product(book: DeskBook, moment: Crossing) -> Judgements:
    """A component is queued below the line that it was entered for; where that was taken off, its place is open."""
    for sheet, version, line, sent in lines_of(book, moment):
        if line.id in version.orphans:
            continue
        parent = version.lines.get(line.parent) if line.parent else None
        if parent is not None and parent.id:
            above = f"below {in_words(sent['parent'])}" if sent.get("parent") else "without a parent"
            said = f"{about(sheet, line)} belongs to {parent.id}, and is queued {above}"
            yield owed(sent.get("parent") == parent.id, said, version.record)
        elif not line.parent and not line.said.get("asset"):  # what it is about may be a component, of what is there
            said = f"{about(sheet, line)} is no component, and is queued below {in_words(sent.get('parent'))}"
            yield owed(not sent.get("parent"), said, version.record)


@invariant("crm", "AC-05 AC-09 OM-04 PL-29 PL-30 PL-32 PL-34 SU-13", "order-submission")
def actions_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A line has the action that was entered, one of the seven; without one it is unchanged, or overridden."""
    for sent in moment.message.body.get("lines", ()):
        action = sent.get("action")
        yield owed(action in ACTIONS or action in BLANK, f"the action '{action}' in line {sent['number']}")
    for sheet, _, line, sent in lines_of(book, moment):
        wanted, action = line.said.get("action"), sent.get("action")
        if "action" in line.loose:
            continue
        if wanted in ACTIONS:
            yield owed(action == wanted, f"{wanted} was entered in {about(sheet, line)}, {action} is queued")
        elif line.said.get("asset"):
            owed_one = "Update, since its price was overridden" if line.override else "no action"
            fits = action == "Update" if line.override else action in BLANK
            yield owed(fits, f"{owed_one} in {about(sheet, line)}; queued: {action}")


@invariant("crm", "MO-02 AC-11 AC-02 AC-04 AC-07 AC-08 PD-01", "order-submission")
def lines_are_about_the_asset_that_was_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A line names the asset that was entered; a line that adds something names no asset that another line made."""
    for sheet, version, line, sent in lines_of(book, moment):
        asset = line.said.get("asset")
        if asset and "asset" not in line.loose:
            said = f"{about(sheet, line)} is about {in_words(asset)}, and queued about {in_words(sent.get('asset'))}"
            yield owed(sent.get("asset") == asset, said, version.record)
        elif line.said.get("action") == "Add" and sent.get("asset"):
            number, line_id, record = book.progress.sold.get(sent["asset"], ("", "", 0))
            mine = not number or (number, line_id) == (sheet.number, sent["id"])
            said = f"{about(sheet, line)} adds {sent['asset']}, which order {number} has added"
            yield owed(mine and sheet.assets.get(sent["id"], sent["asset"]) == sent["asset"], said, record)


@invariant("crm", "SC-04 SU-13 AC-06 PD-01 AC-05", "order-submission")
def attributes_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A line is queued with the attributes that were entered last, or filled in since."""
    for sheet, version, line, sent in lines_of(book, moment):
        queued = filled_in(sent.get("attributes", {}))
        for name, value in {**line.attributes, **filled_in(line.told)}.items():
            if name not in line.loose:
                said = f"{name} {value} in {about(sheet, line)}; queued: {in_words(queued.get(name))}"
                owed_as = {value, *may_be_queued(book.profile, book.sheets, line, name)}
                yield owed(queued.get(name) in owed_as, said, version.record)
            elif name in line.filled:
                said = f"{name} {value} was filled in in {about(sheet, line)}; queued: nothing"
                yield owed(bool(queued.get(name)), said, version.record)
                said = f"{name} {value} was filled in in {about(sheet, line)}; queued: {in_words(queued.get(name))}"
                before = line.outdated.get(name, set()) - {value}
                yield owed(queued.get(name) not in before, said, version.record)
        for name, value in line.cleared.items() if line.said.get("action") == "Add" else ():
            if value and name not in HEAD | line.loose:
                said = f"{name} of {about(sheet, line)} was cleared, and {value} is queued"
                yield owed(queued.get(name) != value, said, version.record)


@invariant("crm", "SU-01 AC-02 AC-03 OM-02 PD-01", "order-submission")
def sites_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A line is queued for the site that was entered on it."""
    for sheet, version, line, sent in lines_of(book, moment):
        action, site = line.said.get("action"), line.said.get("site")
        if action in ("Add", "Move-Add", "Move-Delete") and site and "site" not in line.loose:
            said = f"{about(sheet, line)} is for {site}, and queued for {in_words(sent.get('site'))}"
            yield owed(sent.get("site") == site, said, version.record)
        elif (before := line.cleared.get("site")) and "site" not in line.loose and action == "Add":
            said = f"the site of {about(sheet, line)} was cleared, and it is queued for {before}"
            yield owed(sent.get("site") != before or before == moment.message.body.get("site"), said, version.record)


@invariant("crm", "AC-03 AC-05 MO-02 PD-01 AC-10", "order-submission")
def what_is_not_moved_stays_where_it_is(book: DeskBook, moment: Crossing) -> Judgements:
    """A line about an asset that is not to be set up anew names no other site than the asset's."""
    for sheet, version, line, sent in lines_of(book, moment):
        known, seen = book.profile.assets.get(line.said.get("asset", "")), sent.get("site")
        stays = line.said.get("action") not in ("Add", "Move-Add") and not {"site", "asset", "action"} & line.loose
        if known is None or known.unsure or known.account in book.profile.unsure or not stays or line.said.get("site"):
            continue
        planned = [
            other.said.get("site")
            for known_sheet in book.sheets.orders
            for each in known_sheet.versions
            for other in each.lines.values()
            if known_sheet is not sheet
            and other.said.get("asset") == line.said.get("asset")
            and (not known_sheet.over or needs_approval(book.catalogue, version))
        ]
        sites = {state.site for state in known.possible() if state is not None}
        if seen and sites and None not in sites and "site" not in line.cleared:
            said = (
                f"{about(sheet, line)} is about what is at {' or '.join(map(in_words, sites))}, and queued for {seen}"
            )
            entered = {version.header.get("site"), *planned}  # what the header says may count for every line
            yield owed(seen in sites | entered, said, version.record)


@invariant("crm", "SP-01", "order-submission")
def service_points_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A line names the service point that was entered on it; else none, or the one that is kept with its asset."""
    if "kept-service-points" in book.claims.leaves_out:
        return
    for sheet, version, line, sent in lines_of(book, moment):
        if "service_point" not in line.loose:
            wanted, seen = line.said.get("service_point"), sent.get("service_point") or None
            said = f"{about(sheet, line)} is for service point {wanted}, and queued for {in_words(seen)}"
            kept = not wanted and line.said.get("action") != "Move-Add"
            left_out = seen is None and book.points_may_stay_inside
            kept = kept and seen in book.progress.kept_points(sheet, line)
            yield owed(left_out or seen == wanted or kept, said, version.record)


@invariant("crm", "PL-13 PL-14 PL-15 PL-17 PL-25 PL-36 PL-32 PL-34", "order-submission")
def components_have_their_products_list(book: DeskBook, moment: Crossing) -> Judgements:
    """A component is queued with the price list of the product that it is part of."""
    lines: Mapping[str, Any] = {line["id"]: line for line in moment.message.body.get("lines", ())}
    for line in lines.values():
        parent = lines.get(line.get("parent") or "")
        product = book.catalogue.products.get((parent or {}).get("product") or "")
        if parent is not None and product is not None and product.customizable and line.get("action") != "Delete":
            mine, above = line.get("price_list") or "", parent.get("price_list") or ""
            fits = {above} if above else {"", moment.message.body.get("price_list") or ""}
            yield owed(mine in fits, f"line {line['number']} on '{mine}', its product on '{above}'")


@invariant("crm", "PL-04 PL-18 PL-24 PL-31 PL-37 PL-25", "order-submission")
def line_lists_are_queued_as_they_were_entered(book: DeskBook, moment: Crossing) -> Judgements:
    """A line that is no component is queued with the price list that was entered for it last, or with none."""
    header = moment.message.body.get("price_list") or ""
    for sheet, version, line, sent in lines_of(book, moment):
        joined = bool(sent.get("parent")) and not line.parent  # known for a component: its product's
        if not _goes_with_its_product(book, version, line) and not joined and "price_list" not in line.loose:
            wanted, seen = line.said.get("price_list") or "", sent.get("price_list") or ""
            said = f"{about(sheet, line)} on '{wanted}'; queued: '{seen}'"
            yield owed(seen == wanted or (not wanted and seen == header), said, version.record)


def _goes_with_its_product(book: DeskBook, version: Version, line: Line) -> bool:
    """Whether a line is a component, at whichever depth, of a customizable product."""
    above = version.lines.get(line.parent)
    while above is not None:
        product = book.catalogue.products.get(above.said.get("product", ""))
        if product is None or product.customizable:
            return True
        above = version.lines.get(above.parent)
    return bool(line.parent) and line.parent not in version.lines
