"""What an order system says hangs together: one name for an asset, one status for a line, values that were assigned."""

from ordertck.harness.messages import OrderProgress, Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.oracle.oms.accounts import Asked, LineAccount, Taken, Work
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.intake import is_known_refused
from ordertck.harness.oracle.oms.statuses import TOLD
from ordertck.harness.oracle.oms.values import known_values
from ordertck.harness.oracle.oms.work import WORK, called


@invariant("oms", "PV-11 AC-01 AC-05", *WORK)
def an_asset_keeps_its_name(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Work on an asset calls it by the name that it had before, and by no other asset's."""
    for line, account in called(book, seen):
        if account is None or line.asset is None:
            continue
        written = [version.line(account.id) for version in book.orders[account.order].versions]
        if len({(want.action, want.asset) for want in written if want is not None}) > 1:
            continue  # which asset a line is about that came to want something else is not told by its id
        own = book.installed.asset_of(account.id)
        before = book.installed.named.get(own, line.asset)
        yield owed(before == line.asset, f"{line.product} is called {line.asset}, and was called {before} before")
        others = [asset for asset, name in book.installed.named.items() if name == line.asset and asset != own]
        crossed = line.asset != own and line.asset in {book.installed.asset_of(known) for known in book.lines}
        said = f"{line.product} of line {account.id} is called {line.asset}, as another asset is"
        yield owed(not others and not crossed, said)


@invariant("oms", "PV-11 AC-05 SU-05", at_rest=True)
def work_names_the_asset_that_is_meant_now(book: OrderSystemBook, _: Rest) -> Judgements:
    """Where a revision has turned a line to another asset, each neighbour is told of the one that is meant now."""
    for account in book.lines.values():
        versions = book.orders[account.order].versions
        if account.complete is None or len(versions) == 1:
            continue
        written = {want.asset for version in versions if (want := version.line(account.id)) is not None}
        wanted = book.wanted(account)
        if len(written) == 1 or len(wanted) != 1:
            continue
        want, meant = wanted[0][1], wanted[0][1].asset
        asks = want.action != "Update" or bool(want.attributes or want.site or want.service_point)
        for side in (account.provisioning if asks else [], account.billing):  # else there may be nothing to do there
            named = {asked.line.asset for asked in side}
            said = (
                f"line {account.id} is about {meant} now, and a neighbour was told of {', '.join(map(str, named))} only"
            )
            yield owed(not named or None in named or not named <= written or meant in named, said)


@invariant("oms", "SU-05 SU-03 PV-06", at_rest=True)
def what_a_line_was_turned_away_from_is_taken_back(book: OrderSystemBook, _: Rest) -> Judgements:
    """Where a revision has turned a line to another asset, what was changed of the first one is changed back."""
    for account in book.lines.values():
        if account.id not in book.installed.turned:
            continue
        order, wanted = book.orders[account.order], book.wanted(account)
        if account.complete is None or order.incidents or len(wanted) != 1:
            continue
        meant = wanted[0][1].asset
        written = [want for version in order.versions if (want := version.line(account.id)) is not None]
        first = {want.asset for want in written} - {meant, None}
        others = {line.asset for version in order.versions for line in version.order.lines if line.id != account.id}
        if {want.action for want in written} != {"Update"} or first & others or wanted[0][0].taken is not Taken.YES:
            continue
        for asset in sorted(filter(None, first)):
            asked = [each for each in account.provisioning if each.line.asset == asset]
            if asked and _has_altered(book, account, asset, asked[0]):
                left = len(asked) == 1 and asked[0].state is Work.DONE
                said = f"line {account.id} is about {meant} now, and what it has changed of {asset} is left so"
                yield owed(not left, said, asked[0].record)


def _has_altered(book: OrderSystemBook, account: LineAccount, asset: str, asked: Asked) -> bool:
    """Whether work asked for a line sets an asset up otherwise than other lines, all complete by then, have left it."""
    others = [line for name in book.installed.lines_of(asset) if (line := book.lines[name]) is not account]
    over = all(line.complete is not None and line.complete < asked.record for line in others)
    known = book.installed.owed.get(asset)
    values = asked.line.attributes.items()
    return over and known is not None and any(known.attributes.get(n, v) != v for n, v in values)


@invariant("oms", "UF-05 UF-02", *TOLD)
def a_line_has_one_status_at_a_time(_: OrderSystemBook, seen: Crossing) -> Judgements:
    """No message tells the CRM two statuses of one line."""
    said: dict[str, str] = {}
    for line in seen.message.read(OrderProgress).lines:
        if line.status is not None:
            before = said.setdefault(line.line, line.status)
            yield owed(before == line.status, f"line {line.line} is said to be {before} and {line.status} at once")


@invariant("oms", "UF-07", *TOLD)
def the_crm_hears_values_of_the_line_that_they_are_of(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A value that the CRM is told of a line was assigned by provisioning to it, or was ordered for it."""
    for said in seen.message.read(OrderProgress).lines:
        line = book.lines.get(said.line)
        if line is None:
            continue
        known = known_values(book, line)
        for attribute, value in said.attributes.items():
            fine = (attribute, value) in known
            yield owed(fine, f"{attribute} of line {line.id} is said to be '{value}', which nobody assigned or ordered")


@invariant("oms", "UF-07", *TOLD)
def the_crm_hears_values_of_the_half_that_they_are_of(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A value that provisioning assigned to one line about an asset is not told of another line of that order."""
    for said in seen.message.read(OrderProgress).lines:
        line = book.lines.get(said.line)
        if line is None or not said.attributes:
            continue
        about = [book.lines[other] for other in book.installed.lines_of(book.installed.asset_of(line.id))]
        beside = [other for other in about if other.order == line.order and other is not line]
        strange = {value for other in beside for value in other.reported_values}
        for other in about if strange else ():
            strange -= _own_values(book, other) if other not in beside else set()
        for attribute, value in said.attributes.items() if beside else ():
            fine = (attribute, value) not in strange
            yield owed(fine, f"{attribute} of line {line.id} is said to be '{value}', which another line was given")


def _own_values(book: OrderSystemBook, line: LineAccount) -> set[tuple[str, str]]:
    """The values that a line was given by provisioning, or names in some version."""
    written = (want for version in book.orders[line.order].versions if (want := version.line(line.id)) is not None)
    return line.reported_values.union(value for want in written for value in want.attributes.items())


@invariant("oms", "OM-01 UF-06", *TOLD)
def what_was_refused_is_not_complete(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """An order that was refused is never said to be complete."""
    order = book.orders.get(seen.message.body["order"])
    if order is not None and seen.message.body["status"] == Status.COMPLETE:
        yield owed(not is_known_refused(order), f"order {order.number} was refused and is said to be COMPLETE")


@invariant("oms", "OM-03 PV-12", "refusal")
def what_is_worked_on_is_not_refused(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """An order of which one version is known, and which is worked on, is not refused."""
    number = seen.message.body["order"]
    order = book.orders.get(number)
    if order is not None and len(order.versions) == 1 and order.begun and number not in book.vain_cancels:
        yield Wrong(f"order {number} is refused, and is worked on", (order.begun,))
