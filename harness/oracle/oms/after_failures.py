"""What neighbours could not do, and what they have done for good: neither is asked for once more."""

from ordertck.harness.messages import BillingLine
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.accounts import LineAccount, OrderAccount, Taken, Work
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.work import WORK, called, side


@invariant("oms", "PL-08", "billing-order")
def a_charge_is_begun_before_it_is_completed(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Where billing is told of a new charge in two calls, no line is without the first."""
    if seen.message.body["phase"] != "fulfil" or "two-phase-billing" not in book.capabilities:
        return
    for line, account in called(book, seen):
        if account is None or line.effect != "start" or not _adds(book, account):
            continue
        begun = any(asked.effect == "start" and asked.phase == "initiate" for asked in account.billing)
        yield owed(begun, f"the charge of {line.product} is completed, and was never begun")


@invariant("oms", "PL-21 SU-08 PV-05", "billing-order")
def what_never_began_is_neither_changed_nor_ended(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A charge that billing could not begin is begun anew, or left alone: it is neither changed nor ended."""
    for line, account in called(book, seen):
        if account is None or not isinstance(line, BillingLine) or line.effect not in ("change", "stop"):
            continue
        if _adds(book, account) and not book.installed.charged(book.installed.asset_of(account.id)):
            never = bool(account.billing) and all(asked.state is Work.FAILED for asked in account.billing)
            yield owed(not never, f"{line.effect} of {line.product} is asked for, which billing could not begin")


@invariant("oms", "SU-06 PV-15", *WORK)
def what_failed_is_not_asked_for_again(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Work that a neighbour could not do is not asked for again by a revision that leaves it as it was."""
    for line, account in called(book, seen):
        before = side(account, line) if account is not None else []
        if account is None or not before or before[-1].effect != line.effect:
            continue
        order, phase = book.orders[account.order], seen.message.body.get("phase", "")
        told = [incident for incident in order.incidents if incident.line == account.id]
        if before[-1].phase != phase or len(order.versions) < 2 or order.unclear or any(each.mended for each in told):
            continue
        if book.is_kept(account) and _is_written_as_it_was(order, account):
            failed = before[-1].state is Work.FAILED
            yield owed(not failed, f"{line.effect} of {line.product} is asked for again, and failed", before[-1].record)


@invariant("oms", "PV-05 SU-06 AC-01 PV-12", *WORK)
def what_is_complete_is_left_alone(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Nothing more is asked for a line that is complete, whatever becomes of other orders."""
    for line, account in called(book, seen):
        if account is None or account.id in book.worked_in:
            continue
        order = book.orders[account.order]
        if len(order.versions) == 1 and order.current is not None and not order.incidents and order.is_over:
            done = account.complete is not None
            yield owed(not done, f"{line.effect} of {line.product} is asked for a line that is complete")


def _is_written_as_it_was(order: OrderAccount, account: LineAccount) -> bool:
    """Whether every version says the same of a line, and of what stands in the header for it."""
    versions = [version for version in order.versions if version.taken is not Taken.NO]
    said = [(v.line(account.id), v.order.price_list, v.order.site, v.cancels) for v in versions]
    return all(each == said[0] for each in said) and said[0][0] is not None


def _adds(book: OrderSystemBook, account: LineAccount) -> bool:
    """Whether a line adds something, in every version that has it."""
    wanted = [version.line(account.id) for version in book.orders[account.order].versions]
    return all(want is None or want.action == "Add" for want in wanted)
