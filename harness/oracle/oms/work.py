"""What is asked of billing and provisioning: what the orders want, once, in its turn, and of whom it concerns."""

from collections.abc import Mapping

from ordertck.harness.messages import BillingLine, BillingOrder, OrderLine, ProvisioningLine, ProvisioningOrder
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.oracle.oms.accounts import Asked, Called, LineAccount, Taken, Work
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.effects import BACK, FORWARD
from ordertck.harness.oracle.oms.intake import is_known_refused, substance
from ordertck.harness.oracle.oms.overtaken import is_mended_unwanted, leads_on, moves_an_update
from ordertck.harness.oracle.oms.under_way import came_before_its_base
from ordertck.harness.text import in_words

WORK = ("billing-order", "provisioning-order")
_NOWHERE = "no named place"


def called(book: OrderSystemBook, seen: Crossing) -> Called:
    """The lines of a call on a neighbour, each with its account; None for a line that nobody ordered."""
    if book.called_for is not None and book.called_for[0] is seen:
        return book.called_for[1]
    content = seen.message.content
    lines = content.lines if isinstance(content, (BillingOrder, ProvisioningOrder)) else ()
    book.called_for = seen, [(line, book.lines.get(line.line)) for line in lines]  # a dozen invariants ask for it
    return book.called_for[1]


def is_forward(line: BillingLine | ProvisioningLine, wanted: OrderLine) -> bool:
    """Whether what is asked is what a line's action asks for by itself."""
    return line.effect in FORWARD.get(wanted.action or "", frozenset())


def side(account: LineAccount, line: BillingLine | ProvisioningLine) -> list[Asked]:
    """What the same neighbour was asked for a line before."""
    return account.billing if isinstance(line, BillingLine) else account.provisioning


@invariant("oms", "PV-10 PV-02 OM-02 AC-06", *WORK)
def work_is_for_lines_that_were_ordered(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Whatever is asked of a neighbour names an order, a line of it and that line's product."""
    number = seen.message.body["order"]
    for line, account in called(book, seen):
        if account is None or account.order != number:
            yield Wrong(f"{line.effect} of {line.product} is asked for order {number}, which has no such line")
            continue
        begins = line.effect in ("add", "start") and book.wanted(account)
        known = [want for _, want in begins] if begins else [v.line(account.id) for v in book.orders[number].versions]
        products = {wanted.product for wanted in known if wanted is not None}
        yield owed(line.product in products, f"{line.effect} of {line.product} is asked for another product's line")


@invariant("oms", "OM-01 PV-11", *WORK)
def work_is_for_the_customer_of_the_order(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Whatever is asked of a neighbour names the customer of the order."""
    order = book.orders.get(seen.message.body["order"])
    if order is not None:
        accounts = {version.order.account for version in order.versions}
        said = f"work for order {order.number} names customer {seen.message.body['account']}"
        yield owed(seen.message.body["account"] in accounts, said)


@invariant("oms", "PV-03 PV-02 OM-05", *WORK)
def work_goes_to_the_system_that_can_do_it(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A line is asked of the system that provisions its product, and of billing where that is billed."""
    for line, _ in called(book, seen):
        product = book.catalogue.products.get(line.product)
        if product is not None and isinstance(line, BillingLine):
            yield owed(product.billed, f"{line.effect} of {line.product} is asked of billing, which does not charge it")
        elif product is not None:
            provides = f"'{product.target}'" if product.target else "nothing"
            said = f"{line.product} is asked of '{seen.message.body['target']}', and {provides} provisions it"
            yield owed(product.target == seen.message.body["target"], said)


@invariant("oms", "OM-04 AC-02 AC-03 AC-04 AC-07 AC-08 SU-03 SU-08 PV-06", *WORK)
def work_is_what_a_line_wants_or_undoes(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is asked for a line is what its action says, a change of what was begun, or the undoing of what was done."""
    for line, account in called(book, seen):
        if account is None or account.id in book.worked_in:
            continue
        wanted = [want for _, want in book.wanted(account)]
        before = side(account, line)
        forward = any(is_forward(line, want) or _sets_up_anew(book, account, line, want) for want in wanted)
        undoes = any(BACK[asked.effect] == line.effect for asked in before)
        stopped = any(asked.effect in ("remove", "stop") for asked in before)
        moves = any(want.action == "Move-Add" for want in wanted) and book.was_suspended(account)
        rests = line.effect == "suspend" and (stopped or moves)
        anew = any(moves_an_update(book, account, line, want, stopped) for want in wanted)
        fine = forward or (line.effect == "change" and bool(before)) or undoes or rests or anew
        actions = ", ".join(sorted({want.action or "no action" for want in wanted})) or "nothing any more"
        yield owed(fine, f"{line.effect} of {line.product} is asked for a line that wants {actions}")


def _sets_up_anew(
    book: OrderSystemBook, account: LineAccount, line: BillingLine | ProvisioningLine, want: OrderLine
) -> bool:
    """Whether a change sets up what it names, as its base order never came, or what is there is added by a change."""
    if want.action == "Add" and line.effect == "change":  # two orders add it: what the second one does is open
        about = (book.lines[other] for other in book.installed.lines_of(book.installed.asset_of(account.id)))
        return any(other.order != account.order and other.asked for other in about)
    begun = any(asked.effect in ("add", "start") for asked in account.asked)  # it goes on, whatever came meanwhile
    begins = begun or not book.installed.completed(book.installed.asset_of(account.id))
    begins = begins or came_before_its_base(book, want, account.order)
    return begins and line.effect in ("add", "start") and builds_on_what_never_came(book, account, want)


def builds_on_what_never_came(book: OrderSystemBook, account: LineAccount, want: OrderLine) -> bool:
    """Whether a change builds on an order that never came: it is a base order, and brings what it names (FO-08)."""
    if want.action != "Update" or not want.base_line:
        return False
    base = book.lines.get(want.base_line)
    if base is None or is_known_refused(book.orders[base.order]):
        return True
    versions = [v for v in book.orders[account.order].versions if v.taken is not Taken.NO]
    # It may be set up as the version wants it that came before its base order did, or after that was given up.
    builds = [v for v in versions if (sold := v.line(account.id)) is not None and sold.base_line]
    return any(account.id not in version.waits or _is_given_up(book, base, version.record) for version in builds)


def _is_given_up(book: OrderSystemBook, base: LineAccount, record: int) -> bool:
    """Whether a base line may have been cancelled or left out before something that builds on it was read."""
    before = (v for v in book.orders[base.order].versions if v.record < record and v.taken is not Taken.NO)
    return any(version.cancels or version.line(base.id) is None for version in before)


@invariant("oms", "SU-06 PV-12 MO-05 AC-01 UF-05 TM-02", *WORK)
def nothing_is_asked_for_twice(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What a neighbour has done for a line, or is doing, it is not asked for again until that is undone."""
    phase = seen.message.body.get("phase", "")
    for line, account in called(book, seen):
        before = side(account, line) if account is not None else []
        same = [a for a in before if a.phase in (phase, "all") and a.state in (Work.OPEN, Work.DONE)]
        same = [a for a in same if line.asset in (None, a.line.asset) or a.line.asset is None]
        if not same or (account is not None and is_mended_unwanted(book.orders[account.order], account.id)):
            continue  # what is done after all, when nobody wanted it any more, may be unknown to whoever asks anew
        undone = any(BACK[same[-1].effect] == a.effect for a in before if a.record > same[-1].record)
        if line.effect == same[-1].effect and not undone:
            kept = (
                account is not None and book.is_kept(account) and is_as_it_was(book, account)
            )  # else what is asked may take a change back
            whole = line.effect in ("add", "start") or _takes_back_whole(book, account, line)
            repeated = whole or (kept and before[-1].effect == line.effect and before[-1].line == line)
            yield owed(not repeated, f"{line.effect} of {line.product} is asked for a second time", same[-1].record)


def _takes_back_whole(book: OrderSystemBook, account: LineAccount | None, line: BillingLine | ProvisioningLine) -> bool:
    """Whether all that was done for a line is taken back; of several units some may be, and others by a further call.

    An order to take something away may be asked for once more, in other words.
    """
    wanted = book.wanted(account) if account is not None else []
    whole = line.effect in ("remove", "stop") and "quantity" not in line.attributes
    return whole and not any(is_forward(line, want) for _, want in wanted)


@invariant("oms", "SU-06 SU-08 SU-03 SU-05 PV-05", *WORK)
def only_what_is_not_wanted_is_undone(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What was done for a line is taken back only where the line was left out, or is wanted otherwise."""
    for line, account in called(book, seen):
        if account is None or len(book.orders[account.order].versions) < 2 or account.failed:
            continue
        if book.orders[account.order].unclear:
            continue  # which of its versions counts nobody can say
        before = [asked for asked in side(account, line) if BACK[asked.effect] == line.effect != "change"]
        wanted = book.wanted(account)
        versions = book.orders[account.order].versions
        stopped = any(asked.effect == "remove" for asked in account.provisioning)
        if any(moves_an_update(book, account, line, want, stopped) for _, want in wanted):
            continue
        if before and wanted and not any(version.cancels and version.taken is not Taken.NO for version in versions):
            kept = is_as_it_was(book, account)
            yield owed(not kept, f"{line.effect} of {line.product} undoes a line that no version altered")


def is_as_it_was(book: OrderSystemBook, account: LineAccount) -> bool:
    """Whether a line stands alike in every version that was not refused."""
    taken = [v for v in book.orders[account.order].versions if v.taken is not Taken.NO]
    lines = [(v, v.line(account.id)) for v in taken]
    if any(line is None for _, line in lines):
        return False
    return len({substance(book, v.order, line) for v, line in lines if line is not None}) == 1


@invariant("oms", "SU-10 SU-09", *WORK)
def a_line_is_undone_before_it_is_done_anew(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Nothing new is begun for a line while what was done for it is still being taken back."""
    for line, account in called(book, seen):
        if account is None or line.effect not in ("add", "start"):
            continue
        if not any(want.action == "Add" for _, want in book.wanted(account)) or not leads_on(book, account, line):
            continue
        undoing = [a for a in side(account, line) if a.effect in ("remove", "stop") and a.state is Work.OPEN]
        if any(a.effect in ("remove", "stop") for a in side(account, line)):
            said = f"{line.effect} of {line.product} is asked for while the line is still being undone"
            yield owed(not undoing, said, *(asked.record for asked in undoing))


@invariant("oms", "PV-11 SU-03 SU-07 AC-05 UF-07", "provisioning-order")
def provisioning_is_told_what_was_ordered(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is to be set up or changed has the attributes that the line has in the version that counts."""
    for line, account in called(book, seen):
        if account is None or line.effect not in ("add", "change") or not isinstance(line, ProvisioningLine):
            continue
        wanted = [want for _, want in book.wanted(account) if want.action in ("Add", "Update")]
        # What is wanted at another place is taken from the one before it is set up at the new one.
        back = line.effect == "change" and account.id in book.installed.turned  # it may lead another thing back
        moves = (
            back
            or len({want.site for version in book.orders[account.order].versions for want in version.order.lines}) > 1
        )
        if (
            moves
            or not wanted
            or not book.is_kept(account)
            or any(asked.effect == "remove" for asked in account.provisioning)
            or (book.switches["early_follow_on"] == "revise" and book.is_built_on(account))
        ):
            continue
        fits = any(_has(book, line.attributes, want, account) for want in wanted) or _takes_back(book, line, account)
        said = f"{line.effect} of {line.product} is asked for with {in_words(line.attributes)}"
        yield owed(fits, f"{said}, and {in_words(wanted[0].attributes)} was ordered")


def _has(book: OrderSystemBook, attributes: Mapping[str, str], wanted: OrderLine, account: LineAccount) -> bool:
    stand = {name: value for name, value in account.assigned.items() if not book.is_overruled(account, wanted, name)}
    owed_values = {**wanted.attributes, **stand}
    return all(attributes.get(name) in (value, owed_values[name]) for name, value in wanted.attributes.items())


def _takes_back(book: OrderSystemBook, line: ProvisioningLine, account: LineAccount) -> bool:
    """Whether a change that was begun for a line is changed back into what was installed before it."""
    installed = book.installed.owed.get(book.installed.asset_of(account.id))
    if installed is None or line.effect != "change" or not account.provisioning:
        return False
    return all(installed.attributes.get(name, value) == value for name, value in line.attributes.items())


@invariant("oms", "PV-10 PV-11 OM-02", "provisioning-order")
def components_keep_their_place(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A component that is asked of provisioning names the line that it is a component of, and none else."""
    for line, account in called(book, seen):
        if account is None or not isinstance(line, ProvisioningLine) or line.parent is None:
            continue
        known = [v.line(account.id) for v in book.orders[account.order].versions]
        parents = {wanted.parent for wanted in known if wanted is not None}
        yield owed(line.parent in parents, f"{line.product} is asked for below line {line.parent}")


@invariant("oms", "AC-02 AC-03 OM-03 PV-11 SU-03", "provisioning-order")
def work_is_done_at_the_place_that_was_ordered(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What a line sets up is at the line's site, else at the header's; where none is named, the customer's will do."""
    for line, account in called(book, seen):
        if account is None or not isinstance(line, ProvisioningLine) or line.effect != "add":
            continue
        if any(asked.effect == "remove" for asked in account.provisioning):
            continue
        wanted = [(v, want) for v, want in book.wanted(account) if want.action in ("Add", "Move-Add")]
        if wanted:
            places = {want.site or version.order.site for version, want in wanted}
            known = line.site in places or (None in places and _is_the_customers(book, seen, line.site))
            said = f"{line.product} is to be set up at {line.site or _NOWHERE}"
            yield owed(known, f"{said}, and not at {places.pop() or _NOWHERE}")


def _is_the_customers(book: OrderSystemBook, seen: Crossing, site: str | None) -> bool:
    """Whether a place that no order names may be where the customer lives: his always, and nobody else's."""
    customer = seen.message.body["account"]
    taken = [
        (owner, asked.line.site)
        for account in book.lines.values()
        if (owner := _owner_without_place(book, account)) is not None
        for asked in account.provisioning
        if isinstance(asked.line, ProvisioningLine) and asked.effect == "add" and asked.line.site is not None
    ]
    return all((owner == customer) == (place == site) for owner, place in taken)


def _owner_without_place(book: OrderSystemBook, account: LineAccount) -> str | None:
    """Whose line this is, where it adds something and no version of its order says at which place."""
    versions = [v for v in book.orders[account.order].versions if v.taken is not Taken.NO]
    wanted = [(v, want) for v in versions if (want := v.line(account.id)) is not None]
    placed = any(want.action != "Add" or want.site or v.order.site for v, want in wanted)
    return wanted[-1][0].order.account if wanted and not placed else None
