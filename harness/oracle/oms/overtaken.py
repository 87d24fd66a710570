"""What a later version has overtaken: a point of no return on the way to something else, and what had failed."""

from itertools import pairwise
from typing import TYPE_CHECKING

from ordertck.harness.messages import BillingLine, OrderLine, ProvisioningLine
from ordertck.harness.oracle.oms.accounts import Asked, Incident, LineAccount, OrderAccount, Taken, Version, Work
from ordertck.harness.oracle.oms.effects import FORWARD

if TYPE_CHECKING:
    from ordertck.harness.oracle.oms.known import Known


def is_past_it_meanwhile(book: "Known", known: OrderAccount, before: Version) -> bool:
    """Whether a line passed its point of no return once it was left out, or before its change was worked in.

    ``before`` is the version that counts.
    """
    return _is_left_out_and_past_it(book, known, before) or any(
        book.lock(line.id, line) != "free" and _is_not_worked_in(book, known, line.id) for line in before.order.lines
    )


def is_mended_unwanted(order: OrderAccount, line: str) -> bool:
    """Whether a failure of a line is over only since a version, or a cancel, after which nobody wants the line."""
    gone = [version.record for version in _standing(order) if version.cancels or version.line(line) is None]
    return bool(gone) and any(each.line == line and each.mended > min(gone) for each in order.incidents)


def wants_nothing(book: "Known", line: LineAccount) -> bool:
    """Whether a line was to change something that could not be done, and is to change nothing any more."""
    wanted = [want for _, want in book.wanted(line)]
    still = [want for want in wanted if want.action in ("Update", "-")]
    said = [(w.attributes, w.price_list, w.override, w.site, w.service_point) for w in still]
    return bool(wanted) and len(said) == len(wanted) and not any(any(each) for each in said)


def is_charged_again(book: "Known", line: LineAccount) -> bool:
    """Whether only a change of a charge failed, and the line is wanted again as it is charged."""
    if line.provisioning and line.provisioning[-1].state is Work.FAILED:
        return False
    charges = [charge.price_list for charge in book.installed.charged(book.installed.asset_of(line.id))]
    lists = [book.effective_list(version.order, want) for version, want in book.wanted(line)]
    return len(charges) == 1 and bool(lists) and all(listed == charges[0] for listed in lists)


def leads_on(book: "Known", line: LineAccount, asked: BillingLine | ProvisioningLine) -> bool:
    """Whether work does what a line is wanted for now; the way back from what it was wanted for before does not."""
    return any(_is_asked(want, asked) for _, want in book.wanted(line))


def turns_back(book: "Known", line: LineAccount, asked: Asked) -> bool:
    """Whether work leads back from what a line was wanted for before, while it is wanted for something else now.

    So it may where a change was asked for, and the line is to change nothing of the service any more.
    """
    wanted = [want for _, want in book.wanted(line)]
    still = [
        want.action in ("Update", "-") and not (want.attributes or want.site or want.service_point) for want in wanted
    ]
    back = len(line.provisioning) > 1 and all(still)
    return bool(wanted) and (back or not leads_on(book, line, asked.line))


def was_to_be_undone(book: "Known", line: LineAccount, record: int) -> bool:
    """Whether what provisioning was at work on, when it reported something, had to be taken back by then.

    The latest version that had come wants the line at another place, for something else, or not at all.
    """
    work = next((asked for asked in reversed(line.provisioning) if asked.record < record), None)
    if work is None or not isinstance(work.line, ProvisioningLine) or work.effect != "add":
        return False
    versions = [v for v in book.orders[line.order].versions if v.record < record and v.taken is not Taken.NO]
    want = versions[-1].line(line.id) if versions and not versions[-1].cancels else None
    if want is None:
        return bool(versions)
    return want.product != work.line.product or (want.site or versions[-1].order.site) != work.line.site


def moves_an_update(
    book: "Known", account: LineAccount, line: BillingLine | ProvisioningLine, want: OrderLine, taken_down: bool
) -> bool:
    """Whether an update to another address is done by taking down what is there, and setting it up at the new one."""
    if want.action != "Update" or not want.site or not isinstance(line, ProvisioningLine):
        return False
    there = book.installed.set_up(book.installed.asset_of(account.id))
    if not taken_down and want.site in {service.site for service in there}:
        return False  # it stays where it is
    return line.effect == ("add" if taken_down else "remove") and (line.site == want.site) == taken_down


def is_left_as_wanted(book: "Known", line: LineAccount) -> bool:
    """Whether what failed is not wanted any more, and the line is as it stands: then there is nothing to ask for."""
    sides = (line.provisioning, line.billing)
    return all(_stands_as_wanted(book, line, side) for side in sides if side and side[-1].state is Work.FAILED)


def _stands_as_wanted(book: "Known", line: LineAccount, side: list[Asked]) -> bool:
    done = next((asked for asked in reversed(side) if asked.state is Work.DONE), None)
    if done is None:
        return False
    wanted = book.wanted(line)
    return not wanted or any(
        _is_asked(want, done.line)
        and _is_there(want, done.line)
        and _as_asked(done) == _as_ordered(book, version, want, done)
        and not (_is_asked(want, side[-1].line) and _as_asked(side[-1]) == _as_ordered(book, version, want, side[-1]))
        for version, want in wanted
    )


def _is_there(want: OrderLine, done: BillingLine | ProvisioningLine) -> bool:
    """Whether what was done is of the product that is wanted now, and at its site."""
    site = done.site if isinstance(done, ProvisioningLine) else None
    return want.product == done.product and (site is None or site == want.site)


def _is_asked(want: OrderLine, asked: BillingLine | ProvisioningLine) -> bool:
    same = want.asset is None or asked.asset in (None, want.asset)
    in_place = want.action == "Add" and asked.effect == "change"
    anew = want.action == "Update" and want.base_line is not None and asked.effect in ("add", "start")  # FO-08
    return same and (in_place or anew or asked.effect in FORWARD.get(want.action or "", frozenset()))


def _as_asked(asked: Asked) -> tuple[object, ...]:
    """The values that a neighbour was told, as far as a revision can alter them there."""
    line = asked.line
    if isinstance(line, BillingLine):
        return line.price_list, line.override
    return line.service_point, dict(line.attributes)


def _as_ordered(book: "Known", version: Version, want: OrderLine, asked: Asked) -> tuple[object, ...]:
    if isinstance(asked.line, BillingLine):
        return book.effective_list(version.order, want), want.override
    return want.service_point, {**asked.line.attributes, **want.attributes}


def is_still_to_be_worked_in(book: "Known", line: LineAccount) -> bool:
    """Whether a revision that adds a line may wait until work that ran before it is over, and the line be unknown."""
    order = book.orders[line.order]
    added = next((version.record for version in order.versions if version.line(line.id) is not None), 0)
    if line.asked or added == order.versions[0].record:
        return False
    return any(other.busy for other in book.lines_of(order))


def open_cancel(book: "Known", order: OrderAccount) -> Version | None:
    """The cancel of an order that was open until the order was said to be cancelled, and so was taken in.

    Where an order came since that builds on it, which of the two was read first is seen once all is quiet.
    """
    undecided = [version for version in order.versions if version.taken is Taken.OPEN]
    if len(undecided) != 1 or not undecided[0].cancels or order.unclear:
        return None
    since = (v for o in book.orders.values() for v in o.versions if v.record > undecided[0].record)
    built_on = {base for version in since for base in version.waits.values()}
    return None if built_on & {line.id for line in book.lines_of(order)} else undecided[0]


def is_troubled(book: "Known", order: OrderAccount) -> bool:
    """Whether something failed that is not over, nor overtaken, or nobody can say how the order stands."""
    return order.unclear or any(each.open and not _is_overtaken(book, order, each) for each in order.incidents)


def is_stuck(book: "Known", order: OrderAccount) -> bool:
    """Whether the CRM was told of a fallout that is neither over nor overtaken."""
    known = {each.id: each.open and not _is_overtaken(book, order, each) for each in order.incidents}
    return any(known.get(said.incident, said.incident not in order.resolved) for said in order.raised)


def _is_overtaken(book: "Known", order: OrderAccount, failed: Incident) -> bool:
    """Whether all that failed of an order is not wanted any more, or is wanted on a list that billing can charge on.

    Nothing is left to be undone of it: it is of one line, and was never begun on that side.
    """
    line, version = book.lines.get(failed.line or ""), order.current
    if line is None or version is None or version.cancels or line.busy:
        return False
    side = line.billing if failed.billing else line.provisioning
    if any((each.line, each.billing) != (failed.line, failed.billing) for each in order.incidents):
        return False
    if not side or side[0].record > version.record or any(a.state in (Work.OPEN, Work.DONE) for a in side):
        return False
    if any(each.line(line.id) is None for each in order.versions[:-1]):
        return False  # left out before, and wanted again
    wanted = version.line(line.id)
    if wanted is None:
        return side[0].effect in ("add", "start")
    first, listed = side[0].line, book.effective_list(version.order, wanted)
    lists = first.price_list if isinstance(first, BillingLine) else None
    known = book.catalogue.rate_plan(listed) is not None and book.catalogue.rate_plan(lists) is None
    return failed.billing and wanted.action == "Add" and known


def _is_left_out_and_past_it(book: "Known", known: OrderAccount, before: Version) -> bool:
    gone = (line for version in _standing(known) for line in version.order.lines if before.line(line.id) is None)
    return any(
        product.ponr in book.lines[line.id].reached_at
        for line in gone
        if (product := book.catalogue.products.get(line.product or "")) is not None
    )


def _is_not_worked_in(book: "Known", known: OrderAccount, line: str) -> bool:
    """Whether nothing was asked of a neighbour for a line since a version wanted it otherwise."""
    pairs = pairwise(_standing(known))
    altered = max((after.record for before, after in pairs if before.line(line) != after.line(line)), default=0)
    return altered > 0 and all(asked.record < altered for asked in book.lines[line].asked)


def _standing(known: OrderAccount) -> list[Version]:
    return [version for version in known.versions if version.taken is not Taken.NO]
