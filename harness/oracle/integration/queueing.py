"""Invariants of the submission queue: who leaves it first."""

from ordertck.harness.oracle.crossing import Crossing
from ordertck.harness.oracle.integration.book import CarriageBook, Queued
from ordertck.harness.oracle.invariants import Judgements, invariant, owed

_LOWEST, _HIGHEST = 0, 9


@invariant("integration", "FL-06 RV-04 PV-01 FL-03", "sales-order")
def only_what_was_submitted_is_handed_over(book: CarriageBook, moment: Crossing) -> Judgements:
    """What is handed over to the order system was submitted by the CRM."""
    number = book.name(moment.message)
    yield owed(number in book.names.orders, f"order {number} handed over, which nobody submitted")


@invariant("integration", "PR-05 FO-11 PR-09", "sales-order")
def what_an_order_builds_on_goes_first(book: CarriageBook, moment: Crossing) -> Judgements:
    """An order is handed over after those of its own versions and base orders that were submitted before it."""
    mine = book.waiting(moment.message)
    if mine is None:
        return
    earlier = [each for each in book.queue if each.record < mine.record]
    if len(mine.after) > 1 or any(each.message.body["order"] in mine.after for each in earlier):
        left = [each for each in earlier if each.message.body["order"] in mine.after and _is_in_range(each)]
        said = f"{_named(mine)} handed over before {', '.join(map(_named, left))}, which it builds on"
        yield owed(not left, said, *(each.record for each in left))


@invariant("integration", "PR-02 PR-03 PR-11", "sales-order")
def the_most_urgent_goes_first(book: CarriageBook, moment: Crossing) -> Judgements:
    """Of orders that wait in a queue that was held, the most urgent of those whose turn has come goes first.

    Whether an order is as urgent as what waits behind it because it builds on it, the documents do not say (A-58).
    """
    mine = book.waiting(moment.message)
    if mine is None or not mine.held or book.away:
        return
    rivals = [each for each in book.queue if each is not mine and each.held == mine.held and _is_free(book, each)]
    if rivals:
        usual = [int(value) for value in book.claims.edition.vocabulary.switches["default_priority"].values]
        lifted = max(_urgency(each, max(usual)) for each in (mine, *_behind(book, mine)))
        urgent = [each for each in rivals if _urgency(each, min(usual)) > lifted]
        said = f"{_named(mine)} handed over before {', '.join(map(_named, urgent))}, which is more urgent"
        yield owed(not urgent, said, *(each.record for each in urgent))


@invariant("integration", "PR-11", "sales-order")
def a_priority_out_of_range_is_not_handed_over(book: CarriageBook, moment: Crossing) -> Judgements:
    """An order whose queue priority is none of the ten is refused or faulted, and neither handed over nor clamped."""
    mine = book.waiting(moment.message)
    if mine is not None and mine.priority is not None:
        yield owed(
            _is_in_range(mine), f"{_named(mine)} handed over, which has the priority {mine.priority}", mine.record
        )


def _is_free(book: CarriageBook, queued: Queued) -> bool:
    earlier = [each for each in (*book.queue, *book.doubtful) if each.record < queued.record]
    if queued.message.kind == "cancel" and queued.priority is None:
        return False  # it may have its order's priority, or the usual one
    if book.may_wait_for_news(queued):
        return False
    return _is_in_range(queued) and not any(_are_linked(each, queued) for each in earlier)


def _are_linked(earlier: Queued, later: Queued) -> bool:
    """Whether one builds on the other, be it over orders that were handed over long ago.

    A new version of a base may wait for what was built on the version before it.
    """
    return earlier.message.body["order"] in later.behind or later.message.body["order"] in earlier.behind


def _behind(book: CarriageBook, queued: Queued) -> list[Queued]:
    """What waits because it builds on an order: its later versions and follow-on orders."""
    return [each for each in book.queue if each.record > queued.record and queued.message.body["order"] in each.behind]


def _is_in_range(queued: Queued) -> bool:
    return queued.priority is None or _LOWEST <= queued.priority <= _HIGHEST


def _urgency(queued: Queued, usual: int) -> int:
    """The priority on the queue. What an order without one goes by is open, and no layer is asked for it (A-27)."""
    return usual if queued.priority is None else queued.priority


def _named(queued: Queued) -> str:
    return f"order {queued.message.body['order']}, revision {queued.message.body.get('revision', 1)},"
