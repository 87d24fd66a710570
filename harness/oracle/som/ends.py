"""Invariants at rest: what order management wanted last stands in the network, and order management was told so."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Sized

from ordertck.harness.messages import UNDO, Status
from ordertck.harness.oracle.crossing import Rest
from ordertck.harness.oracle.invariants import Judgements, invariant, owed
from ordertck.harness.oracle.ledgers import quantity, setting
from ordertck.harness.oracle.som.already import is_so_already
from ordertck.harness.oracle.som.book import ServiceBook
from ordertck.harness.oracle.som.demand import FINISHED, Line
from ordertck.harness.oracle.som.ledger import Placed, fits


@invariant("som", "PV-04 PV-05 PV-12", at_rest=True)
def each_line_comes_to_its_end(book: ServiceBook, _: Rest) -> Judgements:
    """In the end each line is told to be complete, and each line of a cancelled order to be cancelled."""
    if not book.is_settled():
        return
    for order in book.orders.values():
        # A cancelled order may be told to be so as a whole, once all of it is undone.
        stuck = book.is_stuck_on_its_way_back if order.cancelled else book.is_stuck
        waits = order.cancelled and any(map(stuck, order.lines.values()))
        for line in order.lines.values():
            doubtful = waits or book.is_doubtful(order.number) or stuck(line) or book.is_held_up(line)
            gone = not line.wanted and line.said == Status.COMPLETE and line.bare  # its removal has come to an end
            if doubtful or gone or not (order.cancelled or line.wanted):
                continue
            end = Status.CANCELLED if order.cancelled else Status.COMPLETE
            said = f"line {line.id} {end} in the end; told: {line.said or 'nothing'}"
            yield owed(line.said == end, said, line.record, order.cancelled or line.record)


@invariant("som", "PV-04", at_rest=True)
def each_line_is_told_to_be_in_progress(book: ServiceBook, _: Rest) -> Judgements:
    """Something is told of every line for which the network has done something."""
    for line in book.lines.values():
        if line.steps and not book.away:
            yield owed(
                bool(line.said or line.milestones), f"nothing told of line {line.id}, which is worked on", line.record
            )


@invariant("som", "PV-04", at_rest=True)
def a_suspended_order_is_told_to_rest(book: ServiceBook, _: Rest) -> Judgements:
    """Of an order that is suspended every line that has not ended or failed is told to be suspended."""
    for order in book.orders.values():
        if order.suspended and not order.cancelled and not book.stopped and not book.away:
            for line in order.lines.values():
                over = line.ended or (not line.wanted and line.said in FINISHED)  # it was taken out once more
                if line.said and not over and not book.is_stuck_by_failure(line) and line.record < order.suspended:
                    said = f"line {line.id} SUSPENDED with its order; told: {line.said}"
                    yield owed(line.rested > order.suspended, said, order.suspended)


@invariant("som", "PV-05 PV-06 PV-12", at_rest=True)
def what_stands_is_what_was_wanted_last(book: ServiceBook, _: Rest) -> Judgements:
    """In the end the network has what was wanted last: at its site, as many of it, and with its values."""
    if not book.is_settled():
        return
    for asset in book.by_asset:
        wanted = _wanted(book, asset)
        if wanted is None:
            continue
        seen = _standing(book, asset, wanted.keys())
        records = tuple(line.record for line in book.about(asset))
        for site in seen.keys() - wanted.keys():
            yield owed(False, f"nothing left of {asset} at {site or 'its place'}: {', '.join(seen[site])}", *records)
        for site, (many, how) in wanted.items():
            there = {name: (step.quantity, step.attributes) for name, step in seen.get(site, {}).items()}
            said = f"{many} of {asset} with {how} at {site or 'its place'} in the end; there is {there}"
            ordered = {name: value for name, value in how.items() if not _was_given(book, asset, name)}
            yield owed(fits(many, ordered, seen.get(site, {})), said, *records)


@invariant("som", "PV-04 PV-06", at_rest=True)
def what_rests_goes_on_resting(book: ServiceBook, _: Rest) -> Judgements:
    """A service that was suspended is so still when a later order has changed it, or was cancelled and led back."""
    if not book.is_settled():
        return
    for asset in book.by_asset:
        lines = book.about(asset)
        if any(map(book.is_stuck, lines)):
            continue
        active = [line for line in lines if line.wanted or book.orders[line.order].cancelled]
        last = next((place for place, line in enumerate(active) if line.rest), len(active))
        later = active[last + 1 :]
        before = any(book.orders[line.order].cancelled for line in active[: last + 1])
        if later and not before and all(_leaves_at_rest(book, line) for line in later):
            there = {step for _, step in book.ledger.steps(asset)}
            altered = [step for step, stands in active[last].rest.items() if (step in there) != stands]
            said = f"{asset} resting after a change, as before it; {', '.join(altered)} is otherwise"
            yield owed(not altered, said, *(line.record for line in later))


@invariant("som", "PV-05 PV-06 PV-08", at_rest=True)
def what_was_taken_out_is_never_complete(book: ServiceBook, _: Rest) -> Judgements:
    """COMPLETE of an added line that was taken out is told, if at all, when nothing of the line is left."""
    for line in book.lines.values() if book.is_settled() else ():
        alone = len(book.about(line.asset)) == 1 and not book.orders[line.order].reopened
        if line.effect == "add" and not line.wanted and line.ended and alone:
            said = f"COMPLETE told of line {line.id}, which was taken out, before all of it was undone"
            yield owed(line.said != Status.COMPLETE or line.bare, said, line.record, line.ended)


@invariant("som", "PV-05 PV-06", at_rest=True)
def nothing_is_left_of_what_was_taken_back(book: ServiceBook, _: Rest) -> Judgements:
    """Nothing is left of what a cancelled order, or a line that was taken out, had added, even if it failed."""
    if not book.is_settled():
        return
    for line in book.lines.values():
        order = book.orders[line.order]
        shared = len(book.about(line.asset)) > 1 or order.reopened or line.asset in book.ledger.unclear
        if line.effect != "add" or shared or (line.wanted and not order.cancelled):
            continue
        undoing = [ask for ask in book.ledger.open(line.asset) if ask.effect == UNDO]
        rests = (order.suspended or book.is_held_up_by_another(line)) and not order.cancelled
        if not undoing and not (order.at_fault or rests):
            there = [step for steps in book.ledger.standing(line.asset).values() for step in steps]
            said = f"nothing left of line {line.id}, which is taken back; there is {', '.join(there)}"
            yield owed(not there, said, line.record, order.cancelled or line.record)


def _leaves_at_rest(book: ServiceBook, line: Line) -> bool:
    """Whether a line leaves a service at rest: it has changed it, or its order was cancelled and it is led back."""
    if book.orders[line.order].cancelled:
        return line.said == Status.CANCELLED
    return line.effect == "change" and line.said == Status.COMPLETE


def _standing(book: ServiceBook, asset: str, wanted: Collection[str | None]) -> dict[str | None, dict[str, Placed]]:
    """What stands of an asset, by site.

    What was set up without a site counts as standing at the one that is wanted, where each of its steps was done there
    since.
    """
    seen, named = book.ledger.standing(asset), book.ledger.named
    if list(seen) != [None] or len(wanted) != 1:
        return seen
    may_be_there = all((asset, step, site) in named for site in wanted for step in seen[None])
    return dict.fromkeys(wanted, seen[None]) if may_be_there else seen


def _wanted(book: ServiceBook, asset: str) -> dict[str | None, tuple[int, Mapping[str, str]]] | None:
    """What is to stand of an asset, by site: how many, and how set up; None where nobody can say.

    How a service rests that is suspended is nobody's business, and what comes of a failure is not settled.
    """
    sites: dict[str | None, dict[str, str]] = {}
    lines, rests = book.about(asset), False
    open_ended = any(map(book.is_stuck, lines)) or any(map(book.is_held_up, lines)) or _is_ended_meanwhile(book, lines)
    places = {line.site for line in lines if line.effect == "add"}
    if asset not in book.added or asset in book.turned_from or open_ended or (None in places and len(places) > 1):
        return None  # whether it is the same place, where nobody named one, nobody says
    for line in lines:
        if not book.orders[line.order].cancelled and line.wanted:
            if sites and line.effect == "add" and None in (line.site, *sites):
                return None
            if (not sites and line.effect != "add") or _is_left_alone(line, lines, sites):
                return None  # what it is about was taken back meanwhile
            if line.effect == "change" and _leaves_open(line, sites):
                return None
            rests = line.effect == "suspend" or (rests and line.effect != "resume")
            _apply(sites, line)
    named = any(line.placed for line in lines)
    unnamed = any(line.placed and line.site is None for line in lines)  # a place that a version names no more
    if rests or unnamed or (None in sites and named):  # whether a place that only some name is the same one is open too
        return None
    return {site: (quantity(said), setting(said)) for site, said in sites.items()}


def _was_given(book: ServiceBook, asset: str, name: str) -> bool:
    """Whether the network has assigned a value since an order named one last: then that is the one that counts.

    What cancelled orders named counts no more, nor what a line did that was taken out.
    """
    lines = book.about(asset)
    given = max((record for line in lines for (of, _), record in line.assigned.items() if of == name), default=0)
    wanted = (line for line in lines if line.wanted and not book.orders[line.order].cancelled)
    stands = (line.named.get(name, 0) for line in wanted)
    return given > max(stands, default=0)


def _is_ended_meanwhile(book: ServiceBook, lines: Sequence[Line]) -> bool:
    """Whether an order was cancelled when another one had ended what it had changed: what is put back then?

    A later one may have come to remove it, and an earlier one, which had added it, may have been cancelled before. One
    that had added it at a further site may be cancelled once it has been changed there.
    """
    for place, line in enumerate(lines):
        cancelled = book.orders[line.order].cancelled
        later = (other.record for other in lines[place + 1 :] if other.order != line.order and other.effect == "remove")
        added = [other for other in lines[:place] if other.effect == "add"]
        undone = (book.orders[other.order].cancelled for other in added)
        if line.effect != "add" and any(0 < ended < cancelled for ended in (*later, *undone)):
            return True
        there = (book.orders[other.order].cancelled for other in added if other.site == line.site)
        changed_there = line.effect == "change" and line.site is not None
        if changed_there and any(ended > line.record for ended in there) and _is_elsewhere_too(book, line, lines):
            return True
    return False


def _is_elsewhere_too(book: ServiceBook, line: Line, lines: Iterable[Line]) -> bool:
    """Whether a thing stands though what was added at the place of a line was undone, or was at another one before."""
    places = {other.site for other in lines if other.effect == "add"}
    return bool(book.ledger.standing(line.asset)) or len(places) > 1


def _is_left_alone(line: Line, lines: Iterable[Line], sites: Sized) -> bool:
    """Whether an order takes a thing away without saying where: one that it added itself, or one of several."""
    own = any(other.effect == "add" and other.order == line.order for other in lines)
    return line.effect == "remove" and line.site is None and (len(sites) > 1 or (own and len(sites) == 1))


def _leaves_open(change: Line, sites: Mapping[str | None, Mapping[str, str]]) -> bool:
    """Whether a change does not say how many it means, or which of those that stand at several sites."""
    several = any(quantity(said) > 1 for said in sites.values())
    return (several and "quantity" not in change.attributes) or (change.site is None and len(sites) > 1)


def _apply(sites: dict[str | None, dict[str, str]], line: Line) -> None:
    site = line.site if line.site in sites or line.effect == "add" else next(iter(sites), line.site)
    if line.effect == "change" and None not in (site, line.site) and len(sites) == 1:
        sites[line.site] = sites.pop(site)  # a change that names another site moves what stands
        site = line.site
    if line.effect == "remove":
        sites.pop(site if None in (line.site, site) else line.site, None)
    else:
        sites[site] = {**sites.get(site, {}), **line.attributes}


@invariant("som", "PV-08 UF-01 PV-07", at_rest=True)
def milestones_are_told_as_they_are_passed(book: ServiceBook, _: Rest) -> Judgements:
    """Of a line that is added the milestone of each step that is done is told; of a complete one every milestone."""
    known = book.catalogue.milestones
    for line in book.lines.values() if not book.away else ():
        order = book.orders[line.order]
        if line.effect == "add" and line.steps and line.mentions == 1 and not (order.cancelled or order.suspended):
            missing = [known[step] for step in line.steps if step in known and known[step] not in line.milestones]
            yield owed(not missing, f"{', '.join(missing)} told of line {line.id}, which it has passed", line.record)
    owed_ones = set(book.catalogue.milestones.values())
    for line in book.lines.values():
        if line.said == Status.COMPLETE and line.effect == "add" and line.wanted and not is_so_already(book, line):
            missing = sorted(owed_ones - line.milestones.keys())
            yield owed(not missing, f"{', '.join(missing)} told of line {line.id}, which is complete", line.record)


@invariant("som", "UF-07 UF-01 PV-08", at_rest=True)
def assigned_values_are_told(book: ServiceBook, _: Rest) -> Judgements:
    """What the network assigned to a line is told of it, while the work goes on."""
    if book.away:
        return
    for line in book.lines.values():
        for (name, value), record in line.assigned.items():
            told = (name, value) in line.data or (name, value) in line.called_off
            yield owed(told, f"{name} {value} told of line {line.id}, to which it was assigned; nothing came", record)


@invariant("som", "PV-04", at_rest=True)
def what_comes_after_the_end_is_faulted(book: ServiceBook, _: Rest) -> Judgements:
    """A cancel, a suspension or a resumption of an order that is finished gets a fault."""
    for order in book.orders.values():
        if order.late and not book.stopped and not book.away:
            said = f"a fault of order {order.number}, to which something came after its end; nothing came"
            yield owed(bool(order.faults) or any(line.faults for line in order.lines.values()), said, *order.late)
