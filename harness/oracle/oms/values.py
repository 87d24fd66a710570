"""Values that provisioning fills in, and what billing was told of them in the end."""

from ordertck.harness.messages import BillingLine
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.oracle.oms.accounts import LineAccount, Taken
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.work import called


def known_values(book: OrderSystemBook, line: LineAccount) -> set[tuple[str, str]]:
    """The attributes, each with a value, that were ordered for an asset or assigned to it, by any line about it."""
    about = [book.lines[other] for other in book.installed.lines_of(book.installed.asset_of(line.id))]
    known = {value for each in about for value in each.reported_values}
    for each in about:
        written = [version.line(each.id) for version in book.orders[each.order].versions]
        known |= {value for wanted in written if wanted is not None for value in wanted.attributes.items()}
    return known


@invariant("oms", "UF-07", "billing-order")
def billing_is_told_no_value_of_another_line(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A value that provisioning assigned to one line of an order is not told of another line of it."""
    for line, account in called(book, seen):
        if account is None or not isinstance(line, BillingLine) or not line.attributes:
            continue
        others = [other for other in book.lines.values() if other.order == account.order and other is not account]
        strange = {value for other in others for value in other.reported_values}
        for attribute, value in (strange & set(line.attributes.items())) - known_values(book, account):
            yield Wrong(
                f"billing is told of line {account.id} that {attribute} is {value}, which another line was given"
            )


@invariant("oms", "UF-07", at_rest=True)
def what_is_charged_in_the_end_is_what_was_filled_in(book: OrderSystemBook, _: Rest) -> Judgements:
    """Of a complete line billing was last told the values that provisioning has filled in before, revised or not."""
    for line in book.lines.values():
        order = book.orders[line.order]
        if line.complete is None or line.lost or not line.assigned or order.troubled or order.current is None:
            continue
        if any(asked.effect == "remove" for asked in line.provisioning):
            continue  # what was undone and set up anew has values of its own
        stopped = max((asked.record for asked in line.billing if asked.effect == "stop"), default=0)
        charged = (asked for asked in line.billing if asked.phase != "initiate" and asked.record > stopped)
        final = [asked for asked in charged if asked.effect in ("start", "change")]
        standing = (version for version in order.versions if version.taken is not Taken.NO)
        wanted = [want for version in standing if (want := version.line(line.id)) is not None]
        for name, value in line.assigned.items() if all(want.action in ("Add", "Update") for want in wanted) else ():
            ordered = {want.attributes.get(name) for want in wanted}
            filled = line.filled_at.get(name, 0)
            if not final or len(ordered) > 1 or filled > final[-1].record or filled < line.moved:
                continue
            if line.is_made_anew_since(name) or len({want.action for want in wanted}) > 1:
                continue  # the change that it was assigned to may have been taken back, and made anew
            told = [asked.line.attributes[name] for asked in final if name in asked.line.attributes]
            latest = told[-1] if told else "nothing"
            yield owed(latest == value, f"{name} of line {line.id} is {value}, and billing was told {latest}")


@invariant("oms", "SU-05 SU-03 PV-11", at_rest=True)
def a_revised_value_goes_before_an_assigned_one(book: OrderSystemBook, _: Rest) -> Judgements:
    """Where a newer version wants a value otherwise, provisioning was asked for that, whatever it had assigned."""
    for order in book.orders.values():
        version = order.current
        if version is None or version.cancels or len(order.versions) == 1 or order.troubled or book.away:
            continue
        if any(line.busy or line.failed for line in book.lines_of(order)):
            continue  # what is under way may be awaited first
        for wanted in version.order.lines:
            line = book.lines[wanted.id]
            over = line.complete is not None and line.complete < version.record
            if over or line.id in book.worked_in or wanted.action not in ("Add", "Update"):
                continue
            for name in line.assigned.keys() & wanted.attributes.keys():
                asked = [each.line.attributes[name] for each in line.provisioning if name in each.line.attributes]
                if _was_begun_with(book, line, name, wanted.attributes[name]):
                    continue  # it was assigned in the place of just that, whatever a version in between said
                if asked and line.filled_at[name] < version.record and book.is_overruled(line, wanted, name):
                    said = f"{name} of line {line.id} is wanted to be {wanted.attributes[name]}, asked for: {asked[-1]}"
                    yield owed(asked[-1] == wanted.attributes[name], said, version.record)


def _was_begun_with(book: OrderSystemBook, line: LineAccount, name: str, value: str) -> bool:
    """Whether the work that a value was assigned to was asked for when its line wanted this value there."""
    begun = max((asked.record for asked in line.provisioning if asked.record < line.filled_at[name]), default=0)
    known = [v for v in book.orders[line.order].versions if v.record < begun and v.taken is not Taken.NO]
    want = known[-1].line(line.id) if known else None
    return want is not None and want.attributes.get(name) == value
