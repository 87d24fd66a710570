"""What the CRM is told of orders and lines: true when it is told, in turn, and in the end all of it."""

from ordertck.harness.messages import OrderProgress, Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant, owed
from ordertck.harness.oracle.oms.accounts import LineAccount, OrderAccount, Work
from ordertck.harness.oracle.oms.book import OrderSystemBook
from ordertck.harness.oracle.oms.intake import is_unchanged, may_have_more
from ordertck.harness.oracle.oms.overtaken import (
    is_charged_again,
    is_left_as_wanted,
    is_stuck,
    wants_nothing,
    was_to_be_undone,
)

TOLD = ("order-update", "order-snapshot")
_AGAINST: dict[str, frozenset[str]] = {
    Status.COMPLETE: frozenset({Status.OPEN, Status.IN_PROGRESS, Status.FAILED, Status.CANCELLED, Status.REFUSED}),
    Status.CANCELLED: frozenset({Status.OPEN, Status.IN_PROGRESS, Status.FAILED, Status.COMPLETE}),
}


def progress_told(seen: Crossing) -> OrderProgress:
    """How an order stands, as the CRM is told it."""
    return seen.message.read(OrderProgress)


def _unfinished(book: OrderSystemBook, line: LineAccount) -> str:
    """What is not done of a line that is said to be complete; empty where all is."""
    if any(asked.state is Work.OPEN for asked in line.provisioning):
        return "provisioning is still at work"
    if any(asked.state is Work.OPEN for asked in line.billing):
        return "billing is still at work"
    if len({want.action for _, want in book.wanted(line)}) > 1:
        return ""  # it may have been done as the version before wanted it, before the newer one was read
    if line.failed:
        fine = wants_nothing(book, line) or is_charged_again(book, line) or is_left_as_wanted(book, line)
        return "" if fine else "a neighbour could not do it"
    if book.switches["early_follow_on"] == "revise" or not book.wanted(line):
        return ""
    return "" if book.done_by_all(line) else "not all that it needs was asked for"


@invariant("oms", "AS-01 UF-02 UF-05 UF-06 PN-03", *TOLD)
def a_line_is_complete_when_it_is_done(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """A line is said to be complete once provisioning and billing have both done it, and not before."""
    for said in progress_told(seen).lines:
        line = book.lines.get(said.line)
        if line is not None and said.status == Status.COMPLETE and line.complete is None:
            missing = _unfinished(book, line)
            yield owed(not missing, f"line {line.id} is said to be COMPLETE, and {missing}")


@invariant("oms", "UF-06 AS-01 PN-03 FO-06", *TOLD)
def an_order_is_complete_when_its_lines_are(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """An order is said to be complete once all its lines are, and not before."""
    told = progress_told(seen)
    order = book.orders.get(told.order)
    if order is None or told.status != Status.COMPLETE or any(version.cancels for version in order.candidates):
        return
    said = {line.line for line in told.lines if line.status == Status.COMPLETE}
    still_open = [
        [
            line.id
            for line in (book.lines[sold.id] for sold in version.order.lines)
            if line.complete is None and line.id not in said and _unfinished(book, line)
        ]
        for version in order.candidates
    ]
    if still_open:
        lines = ", ".join(still_open[0])
        what = f"order {order.number} is said to be COMPLETE, and these lines are not: {lines}"
        yield owed(not all(still_open), what)


@invariant("oms", "SU-09 SU-07 UF-06", *TOLD)
def an_order_is_complete_when_all_is_taken_back(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """An order is said to be complete once what a revision has withdrawn is taken back, which is of the same plan."""
    told = progress_told(seen)
    order = book.orders.get(told.order)
    if (
        order is not None
        and told.status == Status.COMPLETE
        and order.current is not None
        and order.status != Status.COMPLETE
    ):
        busy = [line.id for line in book.lines_of(order) if line.lost and line.latest_is_open]
        lines = ", ".join(busy)
        yield owed(not busy, f"order {order.number} is said to be COMPLETE while line {lines} is taken back")


@invariant("oms", "UF-06 PR-06 UF-05", at_rest=True)
def an_order_whose_lines_are_complete_is_complete(book: OrderSystemBook, _: Rest) -> Judgements:
    """Once the CRM was told that every line of an order is complete, it was told so of the order."""
    for order in book.orders.values():
        version = order.current
        if version is None or version.cancels or not version.order.lines or is_stuck(book, order):
            continue
        if may_have_more(book, order):
            continue
        complete = all(book.lines[line.id].complete is not None for line in version.order.lines)
        if complete and not any(line.busy for line in book.lines_of(order)):
            yield owed(
                order.status == Status.COMPLETE,
                f"every line of order {order.number} is complete, and it is {order.status}",
            )


@invariant("oms", "UF-05 PR-06 SU-01", *TOLD)
def nothing_moves_back(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What was said to be complete, or cancelled, is never said to be otherwise afterwards."""
    told = progress_told(seen)
    order = book.orders.get(told.order)
    if order is not None and order.ended:
        said = f"order {order.number} was {order.ended} and is said to be {told.status}"
        yield owed(told.status not in _AGAINST[order.ended], said)
    for said_line in told.lines:
        line = book.lines.get(said_line.line)
        if order is not None and _changes_nothing(book, order, said_line.line):
            continue  # what becomes of it with its order, the documents do not say
        if line is not None and line.status == Status.COMPLETE and said_line.status is not None:
            said = f"line {line.id} was COMPLETE and is said to be {said_line.status}"
            yield owed(said_line.status == Status.COMPLETE, said, line.complete or 0)
        elif (
            line is not None
            and said_line.status == Status.COMPLETE
            and order is not None
            and order.status == Status.CANCELLED
        ):
            yield Wrong(f"line {line.id} is said to be COMPLETE, and its order was CANCELLED")


def _changes_nothing(book: OrderSystemBook, order: OrderAccount, line: str) -> bool:
    """Whether a line says, in the version that names it last, that nothing changes."""
    named = next((wanted for version in reversed(order.versions) if (wanted := version.line(line)) is not None), None)
    return named is not None and is_unchanged(book, named)


@invariant("oms", "UF-02 UF-03", *TOLD)
def the_crm_hears_common_statuses(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """The CRM is told no status in the own words of a provisioning system."""
    own = {word for words in book.catalogue.native_statuses.values() for word in words} | {"LOST"}
    told = progress_told(seen)
    for status in (told.status, *(line.status for line in told.lines)):
        if status is not None:
            yield owed(status not in own, f"the CRM is told '{status}', a provisioning system's own word")


@invariant("oms", "TM-01 UF-02", *TOLD)
def what_is_told_of_was_ordered(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """The CRM is told of orders and lines that it has submitted, and of each line under its own order."""
    told = progress_told(seen)
    for said in told.lines:
        line = book.lines.get(said.line)
        yield owed(line is not None and line.order == told.order, f"order {told.order} has no line {said.line}")


@invariant("oms", "UF-04", *TOLD)
def milestones_are_true_when_told(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """The CRM is told of a milestone of a line only after provisioning has reported it of that line."""
    network = set(book.catalogue.milestones.values())  # an order system may have milestones of its own besides
    for said in progress_told(seen).lines:
        line = book.lines.get(said.line)
        if line is not None and said.milestone in network:
            yield owed(said.milestone in line.reported, f"line {line.id} is said to be at {said.milestone}, and is not")


@invariant("oms", "UF-04", "order-update")
def a_milestone_is_told_once(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """The CRM is told of a milestone of a line as often as provisioning has reported it, unless with other news."""
    for said in progress_told(seen).lines:
        line = book.lines.get(said.line)
        news = line is not None and (
            said.status not in (None, line.status) or not said.attributes.items() <= line.told_values.items()
        )
        if line is not None and said.milestone and line.reported[said.milestone] and not news:
            line.told_of[said.milestone] += 1
            often = line.told_of[said.milestone] <= line.reported[said.milestone]
            yield owed(often, f"line {line.id} is said to be at {said.milestone} once more")


@invariant("oms", "UF-04", at_rest=True)
def every_milestone_is_told(book: OrderSystemBook, _: Rest) -> Judgements:
    """Each milestone that provisioning has reported of a line in work was told to the CRM."""
    if "milestones" not in book.capabilities:
        return
    for line in book.lines.values():
        for milestone in line.milestones if not line.lost else ():
            told = milestone in line.told_milestones or was_to_be_undone(book, line, line.reached_at[milestone])
            yield owed(told, f"the CRM was not told that line {line.id} is at {milestone}")


@invariant("oms", "UF-04 PR-06", at_rest=True)
def milestones_are_told_in_turn(book: OrderSystemBook, _: Rest) -> Judgements:
    """The milestones of a line are told to the CRM in the order in which provisioning reported them."""
    for line in book.lines.values():
        common = [milestone for milestone in line.milestones if milestone in line.told_milestones]
        if len(common) > 1:
            told = [milestone for milestone in line.told_milestones if milestone in common]
            yield owed(told == common, f"of line {line.id} was told {', '.join(told)}, reported {', '.join(common)}")


@invariant("oms", "UF-07", at_rest=True)
def what_provisioning_fills_in_reaches_the_crm(book: OrderSystemBook, _: Rest) -> Judgements:
    """A value that provisioning has filled in on a line in work was told to the CRM, the latest last."""
    for line in book.lines.values():
        order = book.orders[line.order]
        left_out = line.lost or order.unclear or any(v.line(line.id) is None for v in order.candidates)
        for attribute, value in line.assigned.items() if not left_out else ():
            if line.complete is not None and line.filled_at.get(attribute, 0) > line.complete:
                continue  # no work is left of which it could be told
            told = line.told_values.get(attribute, "nothing")
            written = [version.line(line.id) for version in order.versions]
            ordered = {want.attributes.get(attribute) for want in written if want is not None}
            # The CRM may be told what is wanted now; and nothing, where it was assigned to what is not wanted any more.
            revised = len(ordered) > 1 and told in ordered
            revised = revised or (told == "nothing" and book.is_wanted_otherwise(line, attribute))
            # Of two reports of works of one line, whichever the CRM was told last may count.
            revised = revised or (attribute, told) in line.outdated_values
            revised = revised or (told == "nothing" and was_to_be_undone(book, line, line.filled_at.get(attribute, 0)))
            yield owed(
                told == value or revised, f"{attribute} of line {line.id} is {value}, and the CRM was told {told}"
            )


@invariant("oms", "UF-07", *TOLD)
def no_older_value_is_told_again(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """Once a later value was told to the CRM, an earlier one is not, unless provisioning has filled it in again."""
    for said in progress_told(seen).lines:
        line = book.lines.get(said.line)
        if line is None or len(book.orders[line.order].versions) > 1:
            continue  # what is revised may be told as it is wanted now
        for value in line.reported_values & set(said.attributes.items()) - set(line.told_values.items()):
            often = line.turned_to[value] < line.reported[" ".join(value)]
            yield owed(often, f"{value[0]} of line {line.id} is said to be {value[1]} once more")


@invariant("oms", "UF-07", "billing-order")
def what_provisioning_fills_in_reaches_billing(book: OrderSystemBook, seen: Crossing) -> Judgements:
    """What is finally charged is charged with the values that provisioning has filled in."""
    if seen.message.body["phase"] == "initiate":
        return
    for said in seen.message.body["lines"]:
        line = book.lines.get(said["line"])
        if line is None or said["effect"] not in ("start", "change") or not book.wanted(line):
            continue
        if len(book.orders[line.order].versions) > 1:
            continue  # what a line that is revised is told of, may be told with its next call
        for attribute, value in line.assigned.items():
            told = [said.get("attributes", {}), *(a.line.attributes for a in line.billing if a.phase != "initiate")]
            latest = next((values[attribute] for values in told if attribute in values), "nothing")
            yield owed(latest == value, f"{attribute} of line {line.id} is {value}, and billing is told {latest}")
