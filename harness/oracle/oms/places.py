"""What provisioning is told besides what to do: service points, dates, what a component belongs to, and no more."""

from datetime import datetime

from ordertck.harness.messages import ProvisioningLine, ProvisioningOrder
from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.oms.accounts import LineAccount, Taken, Work
from ordertck.harness.oracle.oms.asset import Owed
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.work import called, is_as_it_was


@invariant("oms", "PV-11 SU-03 DD-03 SU-05", "provisioning-order")
def work_is_done_at_the_service_point_that_was_ordered(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is set up or changed by a line is so at the line's service point, where it names one."""
    for line, account in called(book, seen):
        if account is None or not isinstance(line, ProvisioningLine) or line.effect not in ("add", "change"):
            continue
        cancels = any(version.cancels for version in book.orders[account.order].candidates)
        withdrawn = line.effect == "change" and (not book.is_kept(account) or account.id in book.installed.turned)
        if cancels or withdrawn or any(asked.effect == "remove" for asked in account.provisioning):
            continue
        wanted = [want for _, want in book.wanted(account) if want.action in ("Add", "Move-Add", "Update")]
        adds = bool(wanted) and line.effect == "add" and all(want.action != "Update" for want in wanted)
        if wanted and (adds or all(want.service_point for want in wanted)):
            points = {want.service_point for want in wanted}
            before = book.installed.owed.get(book.installed.asset_of(account.id))
            if line.effect == "change" and account.provisioning and before is not None:
                points |= _points_before(book, account, before)  # an earlier change of it may be undone first
            said = f"{line.product} is asked for at the service point {line.service_point}"
            yield owed(line.service_point in points, f"{said}, and not at {' or '.join(map(str, points))}")


@invariant("oms", "PV-11 AC-03", "provisioning-order")
def a_place_is_left_at_its_own_service_point(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is taken away from where it was is so at the service point of that half of the transfer, where one is named.

    Whether that is told at all is left open, and whether the order or the network says where it is.
    """
    for line, account in called(book, seen):
        if account is None or not isinstance(line, ProvisioningLine) or line.effect != "remove":
            continue
        versions = (v for v in book.orders[account.order].versions if v.taken is not Taken.NO)
        wanted = [want for version in versions if (want := version.line(account.id)) is not None]
        points = {want.service_point for want in wanted}
        if line.service_point and None not in points and all(want.action == "Move-Delete" for want in wanted):
            there, sites = book.installed.set_up(book.installed.asset_of(account.id)), {want.site for want in wanted}
            points |= {service.service_point for service in there if service.site in sites}
            said = f"{line.product} is to be taken away at the service point {line.service_point}"
            yield owed(line.service_point in points, f"{said}, and not at {' or '.join(map(str, points))}")


def _points_before(book: OrderSystemBook, account: LineAccount, before: Owed) -> set[str | None]:
    """Where a thing may have reached the customer before a line came to change it: where orders about it said."""
    if before.service_point is not None:
        return {before.service_point}
    about = (book.lines[line] for line in book.installed.lines_of(book.installed.asset_of(account.id)))
    return {None, *(want.service_point for other in about if other is not account for _, want in book.wanted(other))}


@invariant("oms", "AC-04 AC-07 AC-08 FO-01", "provisioning-order")
def what_is_there_is_ended_where_it_is(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """An asset is taken away, suspended or resumed where it is, when its line and order name no place."""
    for line, account in called(book, seen):
        if (
            account is None
            or not isinstance(line, ProvisioningLine)
            or line.effect not in ("remove", "suspend", "resume")
        ):
            continue
        versions, asset = book.wanted(account), book.installed.asset_of(account.id)
        placed = any(want.site or version.order.site for version, want in versions)
        about = [book.lines[name] for name in book.installed.lines_of(asset)]
        if not versions or placed or any(each.busy or each.failed or each.lost for each in about):
            continue
        sites = [service.site for service in book.installed.set_up(asset)]
        if line.site and sites and None not in sites and not account.provisioning:
            said = f"{line.effect} of {line.product} is asked for at {line.site}"
            yield owed(line.site in sites, f"{said}, and it is at {' and '.join(map(str, sites))}")


@invariant("oms", "PV-11", "provisioning-order")
def provisioning_is_told_by_when_and_how_urgently(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Provisioning is told of the date and the priority that an order has in some version that was not refused."""
    call = seen.message.content
    order = book.orders.get(seen.message.body["order"])
    if order is None or not isinstance(call, ProvisioningOrder):
        return
    named = {account.id for line, account in called(book, seen) if account is not None}
    versions = [version for version in order.versions if version.taken is not Taken.NO]
    lines = [line for version in versions for line in version.order.lines if line.id in named]
    dates = {version.order.requested_delivery for version in versions}
    if dates and None not in dates and not any(line.requested_delivery for line in lines):
        told = call.requested_delivery
        fits = told is not None and any(_is_when(told, date) for date in dates if date)
        yield owed(fits, f"provisioning is told to be done by {told}, and the order says {dates.pop()}")
    priorities = {version.order.priority for version in versions}
    if priorities and None not in priorities:
        said = f"provisioning is told the priority {call.priority}"
        yield owed(call.priority in priorities, f"{said}, and the order says {' or '.join(map(str, priorities))}")


def _is_when(one: str, other: str) -> bool:
    return datetime.fromisoformat(one) == datetime.fromisoformat(other)


@invariant("oms", "OM-02 PV-10", "provisioning-order")
def components_say_what_they_belong_to(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A component that is set up names the line that it is a component of."""
    for line, account in called(book, seen):
        if account is None or not isinstance(line, ProvisioningLine) or line.effect != "add":
            continue
        wanted = [want for _, want in book.wanted(account)]
        if wanted and all(want.parent for want in wanted):
            yield owed(line.parent is not None, f"{line.product} is asked for as if it belonged to nothing")


@invariant("oms", "PV-10 UF-07 PV-11", "provisioning-order")
def provisioning_is_told_of_nothing_else(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is to be set up has no attribute that neither its line names nor provisioning has filled in."""
    for line, account in called(book, seen):
        if account is None or not isinstance(line, ProvisioningLine) or line.effect != "add":
            continue
        if account.id in book.worked_in:
            continue  # a follow-on order may have been worked into it
        order = book.orders[account.order]
        wanted = [want for version in order.versions if (want := version.line(account.id)) is not None]
        if all(want.action == "Add" for want in wanted):
            known = {name for want in wanted for name in want.attributes} | set(account.assigned)
            strange = sorted(set(line.attributes) - known)
            yield owed(not strange, f"{line.product} is asked for with {', '.join(strange)}, which nobody ordered")


@invariant("oms", "SU-05 SU-06 PV-06", "provisioning-order")
def what_no_version_altered_is_left_alone(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Provisioning is not told to change what an order adds, unless a version of the order wants it otherwise."""
    for line, account in called(book, seen):
        if account is None or line.effect != "change" or not any(a.effect == "add" for a in account.provisioning):
            continue
        if all(want.action == "Add" for _, want in book.wanted(account)) and book.is_kept(account):
            filled_in = bool(account.assigned.items() & line.attributes.items())  # it may be told again
            as_it_was = is_as_it_was(book, account) and not filled_in and not book.is_built_on(account)
            yield owed(not as_it_was, f"a change of {line.product} is asked for, and no version altered the line")


@invariant("oms", "AC-04 PV-15 PL-08", "billing-order")
def what_failed_is_not_finally_charged(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Billing is not told that something has begun or ended that provisioning could not do.

    Who need not wait with billing until provisioning has done its work may have told billing before it heard of that.
    """
    waits = "billing-after-provisioning" in book.capabilities
    for line, account in called(book, seen):
        if account is None or seen.message.body["phase"] == "initiate" or len(book.orders[account.order].versions) > 1:
            continue
        if account.provisioning and line.effect in ("start", "stop"):
            incidents = (each for each in book.orders[account.order].incidents if each.line == account.id)
            if not waits and any(each.record > book.rested.record for each in incidents):
                continue
            failed = account.provisioning[-1].state is Work.FAILED
            yield owed(not failed, f"{line.effect} of {line.product} is asked for, and provisioning could not do it")
