"""Invariants of what service order management tells order management while the work goes on."""

from ordertck.harness.messages import UNDO, Status
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.som.already import is_so_already
from ordertck.harness.oracle.som.book import ServiceBook
from ordertck.harness.oracle.som.demand import Line
from ordertck.harness.oracle.som.ledger import Ask
from ordertck.harness.text import a

_NOT_ITS_BUSINESS = (
    "provisioning-answer", "order-receipt", "order-update", "refusal", "billing-order", "sales-order", "workflow",
    "provisioning-order", "mail", "check", "order-snapshot", "desk-shown", "order-submission", "billing-update",
)  # fmt: skip


@invariant("som", "PV-13 PV-14", *_NOT_ITS_BUSINESS)
def nothing_is_told_but_updates_and_faults(_: ServiceBook, moment: Crossing) -> Judgements:
    """Order management is told of updates, faults and what is mended, and of nothing else."""
    if not moment.told:
        yield owed(False, f"{a(moment.message.kind)} from service order management")


@invariant("som", "PV-13 PV-14", "provisioning-update")
def an_update_is_no_reply(_: ServiceBook, moment: Crossing) -> Judgements:
    """No update answers a message."""
    answered = moment.message.re
    yield owed(answered is None, f"an update in reply to {answered}")


@invariant("som", "PV-08 UF-01", "provisioning-update", "fault", "fallout")
def news_is_of_lines_that_were_ordered(book: ServiceBook, moment: Crossing) -> Judgements:
    """News is told of lines that were ordered, each under its own order."""
    body = moment.message.body
    if (named := body.get("line")) and named not in book.waiting:
        line = book.lines.get(named)
        fits = line is not None and line.order == body["order"]
        of = f"of order {line.order}" if line else "nobody ordered"
        yield owed(fits, f"{a(moment.message.kind)} of line {named} in order {body['order']}, which is {of}")


@invariant("som", "PV-08", "provisioning-update")
def news_names_a_call_that_asked_for_its_line(book: ServiceBook, moment: Crossing) -> Judgements:
    """An update that says by which message the work was asked for names one that has asked for work on its line."""
    body = moment.message.body
    asked = book.calls.get(body.get("call") or "")
    if asked is not None:
        said = f"{body['sort']} {body['value']} told of line {body['line']} under call {body['call']}, which asked for "
        yield owed(body["line"] in asked, f"{said}{', '.join(sorted(asked))}")


@invariant("som", "PV-04 PV-07 PV-08", "provisioning-update")
def a_line_is_complete_when_the_network_has_done_it(book: ServiceBook, moment: Crossing) -> Judgements:
    """COMPLETE is told of a line once all that was asked of the network for it is done."""
    body = moment.message.body
    line = book.lines.get(body["line"])
    if line is None or body["sort"] != "status" or body["value"] != Status.COMPLETE:
        return
    left = [ask for ask in book.ledger.open(line.asset, line.id) if not _is_wanted_no_more(line, ask)]
    said = f"COMPLETE told of line {line.id}, of which {', '.join(ask.step for ask in left)} is not done"
    yield owed(not left, said, *(ask.record for ask in left))
    taken_out = not line.wanted or line.came_back > book.at_rest  # the end of that may cross what wants it again
    asked = line.effect == "change" or line.asked > 0 or taken_out or is_so_already(book, line)
    yield owed(asked, f"COMPLETE told of line {line.id}, for which nothing was asked of the network", line.record)


def _is_wanted_no_more(line: Line, ask: Ask) -> bool:
    """Whether what could not be done need not be done any more.

    The line was taken out since; or that was to lead back what had been taken out, and is wanted again.
    """
    led_back = 0 < line.taken_out < ask.record < line.came_back
    return ask.failed and (led_back if line.wanted else ask.effect != UNDO)


@invariant("som", "PV-05 PV-08", "provisioning-update")
def a_line_is_cancelled_when_it_is_undone(book: ServiceBook, moment: Crossing) -> Judgements:
    """CANCELLED is told of a line that was added once nothing of it stands and nothing is under way for it."""
    body = moment.message.body
    line = book.lines.get(body["line"])
    if (
        line is None
        or body["sort"] != "status"
        or body["value"] != Status.CANCELLED
        or book.orders[line.order].reopened
    ):
        return
    left = book.ledger.holding(line.asset, line.id)
    said = f"CANCELLED told of line {line.id}, while {', '.join(ask.step for ask in left)} is under way"
    yield owed(not left, said, *(ask.record for ask in left))
    if line.effect == "add" and len(book.about(line.asset)) == 1 and line.asset not in book.ledger.unclear:
        there = [step for steps in book.ledger.standing(line.asset).values() for step in steps]
        yield owed(not there, f"CANCELLED told of line {line.id}, of which {', '.join(there)} still stands")
    order = book.orders[line.order]
    asked_for = bool(order.cancelled) or not line.wanted or line.mentions > 1
    yield owed(asked_for, f"CANCELLED told of line {line.id}, which nobody cancelled", line.record)


@invariant("som", "PV-05", "provisioning-update")
def a_cancelled_line_is_never_complete(book: ServiceBook, moment: Crossing) -> Judgements:
    """Of a line of a cancelled order, once its undoing is told to be over, COMPLETE is not told any more."""
    body = moment.message.body
    line = book.lines.get(body["line"])
    if line is None or body["sort"] != "status" or body["value"] != Status.COMPLETE:
        return
    order = book.orders[line.order]
    if order.cancelled:
        said = f"COMPLETE told of line {line.id}, of which CANCELLED was told"
        yield owed(line.said != Status.CANCELLED or line.record > order.cancelled, said, order.cancelled, line.ended)


@invariant("som", "PV-04 PV-08", "provisioning-update")
def an_end_is_the_last_that_is_told(book: ServiceBook, moment: Crossing) -> Judgements:
    """After the end of a line nothing is told of its progress until order management wants something of it again."""
    body = moment.message.body
    line = book.lines.get(body["line"])
    if line is None or not line.ended:
        return
    again = body["sort"] == "status" and body["value"] == line.said
    since = line.unheard or max(line.record, book.orders[line.order].record) > line.ended
    since = since or line.asset in book.ledger.unclear
    said = f"{body['sort']} {body['value']} told of line {line.id} after {line.said}"
    yield owed(again or since, said, line.ended)


@invariant("som", "UF-01 PV-08", "provisioning-update")
def a_milestone_is_told_once_work_is_done(book: ServiceBook, moment: Crossing) -> Judgements:
    """A milestone is told of a line for which the network has done something."""
    body = moment.message.body
    line = book.lines.get(body["line"])
    if line is not None and body["sort"] == "milestone":
        yield owed(bool(line.steps), f"{body['value']} told of line {line.id}, for which nothing is done", line.record)
        before = line.milestones.get(body["value"], 0)
        later = [name for name, told in line.milestones.items() if told > before]
        said = f"{body['value']} told again of line {line.id}, after {', '.join(later)}"
        yield owed(not before or not later or max(line.undone, line.record) > before, said, before)


@invariant("som", "UF-01 PV-05 PV-08", "provisioning-update")
def no_milestone_is_passed_on_the_way_back(book: ServiceBook, moment: Crossing) -> Judgements:
    """While a line is taken back, no milestone is told for the steps that lead back."""
    body = moment.message.body
    line = book.lines.get(body["line"])
    if line is None or body["sort"] != "milestone":
        return
    back = book.orders[line.order].cancelled or (0 if line.wanted else line.record)
    if back and book.at_rest > back:
        said = f"{body['value']} told of line {line.id}, which is being taken back"
        yield owed(line.advanced > book.at_rest, said, back)


@invariant("som", "UF-07 UF-01", "provisioning-update")
def a_value_is_told_of_the_line_that_it_was_assigned_to(book: ServiceBook, moment: Crossing) -> Judgements:
    """A value that is told of a line is one that the network assigned to it; what was entered is not told anew."""
    body = moment.message.body
    line = book.lines.get(body["line"])
    if line is not None and body["sort"] == "data":
        name, value = body.get("attribute") or "", body["value"]
        said = f"{name} {value} told of line {line.id}, to which the network did not assign it"
        yield owed((name, value) in line.assigned, said, line.record)
        told, assigned = line.data.get((name, value), 0), line.assigned.get((name, value), 0)
        said = f"{name} {value} told again of line {line.id}, after other news of it"
        yield owed(not told or told == line.news or assigned > told, said, told)


def _completed(book: ServiceBook, moment: Crossing, before: str) -> Line | None:
    """The line that is told to be complete, where that status was told of it last before; None for any other news."""
    body = moment.message.body
    line = book.lines.get(body["line"])
    completed = body["sort"] == "status" and body["value"] == Status.COMPLETE
    return line if completed and line is not None and line.said == before else None


@invariant("som", "PV-08 PV-04", "provisioning-update")
def the_end_of_a_line_is_told_once(book: ServiceBook, moment: Crossing) -> Judgements:
    """COMPLETE of a line is not told again because its order was suspended or resumed."""
    line = _completed(book, moment, Status.COMPLETE)
    if line is None:
        return
    order = book.orders[line.order]
    asked_since = order.cancelled > line.ended or any(other.record > line.ended for other in order.lines.values())
    again = 0 < line.ended < order.turned and not asked_since
    yield owed(not again, f"COMPLETE told of line {line.id} once more, after its order rested", line.ended)


@invariant("som", "PV-04 PV-08", "provisioning-update")
def a_resumed_line_is_told_to_go_on(book: ServiceBook, moment: Crossing) -> Judgements:
    """Of a line that was told to be suspended it is told that it goes on, before it is told to be complete."""
    line = _completed(book, moment, Status.SUSPENDED)
    if line is None:
        return
    order = book.orders[line.order]
    goes_on = not (order.suspended or order.cancelled) and line.asked > order.turned
    yield owed(not goes_on, f"COMPLETE told of line {line.id}, which was told last to be suspended", line.rested)


@invariant("som", "UF-07", at_rest=True)
def a_value_that_was_told_stands(book: ServiceBook, _: Rest) -> Judgements:
    """A complete line is set up with what was told to be assigned to it, unless a value was ordered as well.

    Whether a value goes with a line to another site, or to one that is put back, nobody says.
    """
    if book.stopped or book.away or book.ledger.is_busy():
        return
    for line in book.lines.values():
        alone = len(book.about(line.asset)) == 1 and line.effect == "add" and line.wanted
        if line.said != Status.COMPLETE or not alone or book.is_doubtful(line.order) or book.is_stuck(line):
            continue
        last = {name: value for (name, value), _ in sorted(line.assigned.items(), key=lambda each: each[1])}
        steps = [step for _, step in sorted(book.ledger.steps(line.asset).items(), key=lambda each: str(each[0]))]
        for name, value in last.items():
            since = line.assigned[name, value]
            anew = name in line.named or max(line.moved, line.taken_out) > since
            anew = anew or any(name in step.taken for step in steps)  # which units had it, nobody says
            if (name, value) in line.data and not anew and (name, value) not in line.called_off:
                stands = any(step.attributes.get(name) == value for step in steps)
                yield owed(stands, f"{name} {value}, told of line {line.id}, set up for it in the end", line.record)
