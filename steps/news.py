"""News: what reaches whom of what neighbours reported of orders and lines."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby

from pytest_bdd import step, then

from ordertck.harness.bench import Stage
from ordertck.harness.bench.orders import Order
from ordertck.harness.errors import Breach
from ordertck.harness.messages import Status, WorkUpdate
from ordertck.steps.words import (
    Part,
    Told,
    lines_meant,
    listed,
    order_named,
    order_system_words,
    words,
)

# What is said of one line, or of the whole order where the line is None: whether it fits, and what was seen.
Seen = tuple[Callable[[], bool], Callable[[], str]]
_FAULTS = ("fault", "fault of each line")


# What reaches them


@step(words("{who:Neighbour} receives {told:Told} of {part:Part}"))
def receives(stage: Stage, who: str, told: Told, part: Part) -> None:
    about = order_named(stage, part[0])
    lines = _lines(stage, about, part, told)
    for line in lines:
        fits, seen = _of(stage, who, about, line, told)
        stage.eventually(fits, f"received {_of_what(line, about)}: {_said(told)}", seen)
    if told[0] in _FAULTS:
        _require_one_fault_each(stage, about, lines)


@then(words("{who:Neighbour} does not receive {told:Told} of {part:Part}"))
def does_not_receive(stage: Stage, who: str, told: Told, part: Part) -> None:
    about = order_named(stage, part[0])
    stage.settled()
    if who == "crm":
        stage.fulfilment.status_of(about)
    for line in _lines(stage, about, part, told):
        fits, _ = _of(stage, who, about, line, told)
        stage.never(fits, f"not received {_of_what(line, about)}: {_said(told)}", "received")


def _lines(stage: Stage, order: Order, part: Part, told: Told) -> list[str]:
    """The lines that a step is about; a blank one where it is about the order as a whole."""
    if not part[1] and told[0] in ("fault", "end of fault"):
        return [""]
    return lines_meant(stage, order, part[1])


def _of_what(line: str, order: Order) -> str:
    return f"of line {line} of {order.name}" if line else f"of order {order.name}"


def _said(told: Told) -> str:
    return " ".join(filter(None, told))


def _of(stage: Stage, who: str, order: Order, line: str, told: Told) -> Seen:
    """Whether somebody has received this of a line, and what he has received of it."""
    match who:
        case "crm":
            return _of_crm(stage, order, line, told)
        case "oms":
            return _of_order_system(stage, order, line, told)
        case "billing":
            return _of_billing(stage, order, line, told)
    return _of_provisioning(stage, order, line, told)


def _of_crm(stage: Stage, order: Order, line: str, told: Told) -> Seen:
    sort, value, attribute = told

    def kept() -> list[str]:
        match sort:
            case "data":
                return [order.line(line).attributes.get(attribute or "") or "nothing"]
            case "milestone":
                return order.milestones.get(line, [])
            case "fallout":  # by the CRM's own id, and of no other line
                return [fallout.line or "no line" for fallout in order.fallouts]
            case "refusal":
                return [refusal.line or "no line" for refusal in order.refusals]
            case "end of fallout":
                owed = f"{order.name}/{line}"
                named = [f for f in order.fallouts if f.line and stage.directory.line_key(f.line) == owed]
                return [named[-1].state] if len({f.incident for f in named}) == 1 else []
        return order.line_statuses.get(line, [])

    def fits() -> bool:
        if sort in ("fallout", "refusal"):
            return set(kept()) == {order.line(line).id}
        return (value or "resolved") in kept()

    return fits, lambda: listed(kept())


def heard_of(stage: Stage, order: Order, line: str) -> list[WorkUpdate]:
    """What the order system was told of a line, by the id that it knows the line by."""
    own = _own(stage, order, line)
    return [update for update in stage.central.heard if update.line == own]


def _own(stage: Stage, order: Order, line: str) -> str:
    """The id by which the order system knows a line: its own where an integration translates, else the CRM's."""
    versions = stage.order_system.versions(order.number)
    kept = versions[-1].line(line) if versions else None
    return stage.order_system.known_as(kept.id if kept else order.line(line).id)


def says(update: WorkUpdate, told: Told) -> bool:
    """Whether an update says just this."""
    sort, value, attribute = told
    return (update.sort, update.value) == (sort, value) and (sort != "data" or update.attribute == attribute)


def _described(update: WorkUpdate) -> str:
    return f"{update.sort} {f'{update.attribute}: ' if update.attribute else ''}{update.value}"


def _of_order_system(stage: Stage, order: Order, line: str, told: Told) -> Seen:
    central = stage.central
    match told[0]:
        case "fault":
            return lambda: bool(_faults(stage, order)), lambda: listed(_faults(stage, order))
        case "fault of each line":
            known = _own(stage, order, line)
            return lambda: known in _faults(stage, order), lambda: listed(_faults(stage, order))
        case "end of fault":
            raised = {fault.incident for fault in central.faults if fault.order == order.number}
            told_of = [f for f in central.fallouts if f.order == order.number]
            raised |= {f.incident for f in told_of if f.state == "raised"}

            def freed() -> set[str]:
                now = [f for f in central.fallouts if f.order == order.number]
                return {f.incident for f in now if f.state == "resolved"}

            return lambda: bool(raised) and freed() == raised, lambda: listed(sorted(freed()))
        case "billing":
            own, updates = _own(stage, order, line), stage.order_system.billing_updates
            return (
                lambda: any(u.line == own and u.value == Status.COMPLETE for u in updates),
                lambda: listed(f"{u.line} {u.value}" for u in updates),
            )
    return (
        lambda: any(says(update, told) for update in heard_of(stage, order, line)),
        lambda: listed(_described(update) for update in heard_of(stage, order, line)),
    )


def _faults(stage: Stage, order: Order) -> list[str]:
    """The lines of an order of which the order system was told a fault; "no line" where it names none."""
    return [fault.line or "no line" for fault in stage.central.faults if fault.order == order.number]


def _require_one_fault_each(stage: Stage, order: Order, lines: list[str]) -> None:
    """One fault of each of these lines, and no other: whoever reports a line twice, or names its neighbour, misleads.

    Who asks again, of its own accord, for what has failed may tell of each time that it does.
    """
    if lines == [""]:
        if len(stage.central.faults) != 1:
            raise Breach(f"one fault, of order {order.name}", listed(fault.order for fault in stage.central.faults))
        return
    owned = {_own(stage, order, line): f"{order.name}/{line}" for line in lines}

    def misleads() -> bool:
        told, failures = Counter(_faults(stage, order)), stage.network.failures
        return set(told) != set(owned) or any(told[own] > max(1, failures[key]) for own, key in owned.items())

    stage.never(misleads, f"one fault, of line {' and of line '.join(lines)}", listed(_faults(stage, order)))


def _of_billing(stage: Stage, order: Order, line: str, told: Told) -> Seen:
    key, attribute = f"{order.name}/{line}", told[2] or ""

    def seen() -> list[str]:
        entries = [entry for entry in stage.billing.entries if entry.line == key]
        return [entry.attributes[attribute] for entry in entries if attribute in entry.attributes]

    return lambda: told[1] in seen(), lambda: listed(seen())


def _of_provisioning(stage: Stage, order: Order, line: str, told: Told) -> Seen:
    """What provisioning has in work for a line, as the line is wanted now."""
    key, attribute = f"{order.name}/{line}", told[2] or ""

    def seen() -> list[str]:
        return [work.attributes.get(attribute, "nothing") for work in stage.provisioning.under_way(key)]

    return lambda: seen() == [told[1]], lambda: listed(seen())


# In which turn, and how much


@then(words('{who:Neighbour} receives {manner:Manner} "{values:Name}" of {part:Part}'))
def receives_in_turn(stage: Stage, who: str, manner: str, values: str, part: Part) -> None:
    about, line, turns = order_named(stage, part[0]), part[1], values.split(", ")
    if manner == "only":
        _just(stage, lambda: _changes(about.statuses), turns)
    elif who == "oms":  # whoever says a thing twice running says no more than once
        _in_turn(
            stage,
            lambda: [v for v, _ in groupby(u.value for u in heard_of(stage, about, line) if u.value in turns)],
            turns,
        )
    elif line:  # what a system tells besides is its own affair
        _in_turn(stage, lambda: [m for m in about.milestones.get(line, ()) if m in turns], turns)
    else:
        _never_back(stage, about, turns)


def _changes(values: Iterable[str]) -> list[str]:
    return [value for value, _ in groupby(values)]


def _just(stage: Stage, seen: Callable[[], list[str]], owed: list[str]) -> None:
    stage.eventually(lambda: len(seen()) >= len(owed), listed(owed), lambda: listed(seen()))
    stage.never(lambda: seen() != owed, f"{listed(owed)}, and nothing else", "something else")


def _in_turn(stage: Stage, seen: Callable[[], list[str]], turns: list[str]) -> None:
    stage.eventually(lambda: turns[-1] in seen(), listed(turns), lambda: listed(seen()))
    stage.never(lambda: seen() != turns, f"{listed(turns)}, each once and in this order", "something else")


def _never_back(stage: Stage, order: Order, turns: list[str]) -> None:
    """Require the last of an order's statuses, and none before it that comes later; some may be left out."""
    if not stage.fulfilment.comes_to(order, turns[-1]):
        raise Breach(listed(turns), listed(order.news))

    def out_of_turn() -> bool:
        seen = [turns.index(news) for news in order.news if news in turns]
        return seen != sorted(seen)

    stage.never(out_of_turn, listed(turns), "an earlier one after a later one")


@then(order_system_words("the order system receives an update of each step of {part:Part}"))
def receives_news_of_each_step(stage: Stage, part: Part) -> None:
    key = f"{order_named(stage, part[0]).name}/{part[1]}"
    told, untold = (stage.marks.get(f"{key} {word}", 0) for word in ("told", "untold"))
    if untold or not told:
        raise Breach(f"something told of line {part[1]} after each step", f"nothing after {untold or 'any'} of them")


@then(order_system_words("the order system receives nothing of {part:Part} after its completion"))
def receives_nothing_after(stage: Stage, part: Part) -> None:
    about, line = order_named(stage, part[0]), part[1]
    done = ("status", Status.COMPLETE, None)
    receives(stage, "oms", done, part)
    stage.never(lambda: not says(heard_of(stage, about, line)[-1], done), "nothing after completion", "something more")


@then(order_system_words("the order system receives no reply"))
def receives_no_reply(stage: Stage) -> None:
    stage.never(lambda: bool(stage.central.replies), "no reply", "one")
