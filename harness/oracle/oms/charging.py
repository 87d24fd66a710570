"""On which price list billing is told to charge each line."""

from ordertck.harness.messages import BillingLine
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.oracle.oms.accounts import Charges, Wanted
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.under_way import came_before_its_base, others_at_work
from ordertck.harness.oracle.oms.work import called
from ordertck.harness.reading import price_in
from ordertck.harness.text import in_words


def _charged(book: OrderSystemBook, seen: Crossing) -> Charges:
    """The lines of a call that say what is to be charged for something wanted, and what may be wanted of them."""
    if book.charged is not None and book.charged[0] is seen:
        return book.charged[1]
    found: Charges = []
    for line, account in called(book, seen):
        if account is None or not isinstance(line, BillingLine) or line.effect not in ("start", "change"):
            continue
        wanted = [(v, want) for v, want in book.wanted(account) if want.action in ("Add", "Update")]
        if wanted and not book.orders[account.order].cancelled:
            found.append((line, account, wanted))
    book.charged = seen, found  # six invariants ask for it
    return found


def _on_its_list(book: OrderSystemBook, line: BillingLine, wanted: Wanted) -> Wrong | None:
    lists = {book.effective_list(version.order, want) for version, want in wanted}
    said = f"{line.product} is to be charged on {line.price_list or 'no list'}"
    return owed(line.price_list in lists, f"{said}, and the order says {' or '.join(map(str, lists))}")


@invariant("oms", "PL-09 PL-10 PL-01 PL-08 PL-16", "billing-order")
def a_new_line_is_charged_on_its_list(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is bought is charged on the line's own price list, and on the header's where the line names none."""
    for line, account, wanted in _charged(book, seen):
        whole = len(book.orders[account.order].versions) == 1 and "." not in wanted[0][1].number
        if whole and all(want.action == "Add" for _, want in wanted):
            yield _on_its_list(book, line, wanted)


@invariant("oms", "PL-17 PL-25 PL-36", "billing-order")
def components_are_charged_on_their_list(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A component is charged on the list that stands on it, and on the header's where none does."""
    for line, _, wanted in _charged(book, seen):
        if "." in wanted[0][1].number and all(want.action == "Add" for _, want in wanted):
            yield _on_its_list(book, line, wanted)


@invariant("oms", "PL-19 PL-20 PL-21 PL-22 PL-23 PL-24", "billing-order")
def a_revised_line_is_charged_as_it_is_wanted_now(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """After a revision each line that adds something is charged on what its version and its header say now."""
    for line, account, wanted in _charged(book, seen):
        if len(book.orders[account.order].versions) > 1 and all(want.action == "Add" for _, want in wanted):
            yield _on_its_list(book, line, wanted)


@invariant("oms", "PL-27", "billing-order")
def what_a_modify_order_adds_is_charged_on_its_list(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is added on an order that also changes something is charged on its own list, or else on the header's."""
    for line, _, wanted in _charged(book, seen):
        changes = any(other.action not in ("Add", None) for other in wanted[0][0].order.lines)
        if changes and all(want.action == "Add" for _, want in wanted):
            yield _on_its_list(book, line, wanted)


@invariant("oms", "PL-31 PL-35 PL-38 PL-33 PL-36 PL-28 PL-29", "billing-order")
def what_is_installed_changes_its_list_only_by_update(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is installed moves to the list that an Update names, or with an override to the header's, else nowhere."""
    for line, account, wanted in _charged(book, seen):
        if all(want.action == "Update" for _, want in wanted) and len(book.orders[account.order].versions) == 1:
            lists = {book.effective_list(version.order, want) for version, want in wanted}
            lists |= {book.default_list for version, want in wanted if book.may_default(version.order, want)}
            # What is a base order, as its own came later, begins the charge on the list of its header (FO-08).
            begins = [
                v for v, want in wanted if line.effect == "start" and came_before_its_base(book, want, v.order.order)
            ]
            lists |= {version.order.price_list for version in begins}
            owed_asset = book.installed.owed.get(book.installed.asset_of(account.id))
            kept = {None, owed_asset.price_list if owed_asset else line.price_list} if None in lists else set()
            standing = book.installed.charged(book.installed.asset_of(account.id))
            if any(charge.price_list in (None, *lists) for charge in standing) or others_at_work(book, account):
                kept.add(None)  # a change that names no list leaves the one that stands, and that may be the same
            if None in lists:  # as billing has it, though the CRM may not have been told yet by whom it was made so
                kept |= {charge.price_list for charge in standing}
            said = f"{line.product} is moved to {line.price_list or 'no list'}"
            yield owed(line.price_list in lists | kept, f"{said}, and the order says {' or '.join(map(str, lists))}")


@invariant("oms", "PL-31 PL-29", "billing-order")
def a_price_override_is_charged_as_entered(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A price that was entered by hand reaches billing as it was entered, and no other does.

    Where none is entered any more, the one that stands for the asset may be told again, as its list may; so may it be
    where a change is taken back before the revised one is asked for.
    """
    for line, account, wanted in _charged(book, seen):
        if account.id in book.installed.turned:
            continue  # it may lead the asset back that the line was about before
        overrides = {want.override for _, want in wanted}
        standing = book.installed.owed.get(book.installed.asset_of(account.id))
        taken_back = not book.is_kept(account) or len(book.orders[account.order].versions) > 1
        if standing is not None and (None in overrides or taken_back):
            overrides.add(standing.override)
        if None in overrides:  # as billing has it, though the CRM may not have been told yet by whom it was made so
            overrides |= {charge.override for charge in book.installed.charged(book.installed.asset_of(account.id))}
        if overrides != {None} or line.override:
            said = f"{line.product} is to be charged at {line.override or 'no price of its own'}"
            said = f"{said}, and {' or '.join(map(in_words, overrides))} was entered"
            yield owed(price_in(line.override) in map(price_in, overrides), said)


@invariant("oms", "PL-31 PL-29 PL-26", at_rest=True)
def the_price_override_of_a_revised_change_is_told_last(book: OrderSystemBook, _: Rest) -> Judgements:
    """What billing was told last of a revised change that is complete has the price that was entered by hand."""
    for order in book.orders.values():
        version = order.current
        if version is None or len(order.versions) == 1:
            continue
        for line in version.order.lines:
            account = book.lines[line.id]
            if line.action != "Update" or line.override is None or account.complete is None or not account.billing:
                continue
            told = account.billing[-1].line
            if isinstance(told, BillingLine) and book.is_kept(account):
                said = f"the last that billing was told of {line.product} is {told.override or 'no price of its own'}"
                said = f"{said}, and {in_words(line.override)} was entered"
                yield owed(price_in(told.override) == price_in(line.override), said)
