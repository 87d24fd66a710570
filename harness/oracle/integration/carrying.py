"""Invariants at rest: what was given on one side of an integration layer arrived on the other, whole, and once."""

from collections.abc import Callable, Collection

from ordertck.harness.oracle.carriage import Complaint
from ordertck.harness.oracle.crossing import Rest
from ordertck.harness.oracle.integration.book import Account, CarriageBook
from ordertck.harness.oracle.invariants import Judgements, Wrong, invariant

_DATES, _LISTS = frozenset({"requested delivery"}), frozenset({"price_list"})
_BASES = frozenset({"depends on", "base order"})
_POINTS = frozenset({"service point"})
_NAMED = frozenset({"once", "missing", "turn", "queue priority", "line", "asset"})
_ORDERS = ("order-submission", "sales-order", "cancel")
Fits = Callable[[str], bool]


def _on(book: CarriageBook, part: str, fits: Fits, kinds: Collection[str]) -> Judgements:
    """What is out of balance in one respect, of each order that has messages of these kinds."""
    for account in book.looked:
        if account.has(kinds):
            wrong = [_wrong(account, each.expected, each.seen, kinds) for each in _complaints(account, part, fits)]
            yield from wrong
            if not wrong:
                yield None


def _complaints(account: Account, part: str, fits: Fits) -> list[Complaint]:
    return [each for of, each in account.complaints if of == part and fits(each.about)]


def _wrong(account: Account, expected: str, seen: str, kinds: Collection[str]) -> Wrong:
    return Wrong(f"{expected}; seen: {seen}", account.of(*kinds))


@invariant("integration", "FL-06 RV-04 PV-01", at_rest=True)
def each_order_is_handed_over_once(book: CarriageBook, _: Rest) -> Judgements:
    """Every version of an order that is submitted is handed over once, or refused; nothing else is handed over."""
    return _on(book, "orders", lambda about: about in ("once", "missing"), _ORDERS)


@invariant("integration", "PR-05 PR-09", at_rest=True)
def versions_are_handed_over_in_turn(book: CarriageBook, _: Rest) -> Judgements:
    """The versions of an order are handed over as they were submitted, whatever their priorities."""
    return _on(book, "orders", lambda about: about == "turn", _ORDERS)


@invariant("integration", "PR-03 PR-10", at_rest=True)
def the_queue_priority_goes_along(book: CarriageBook, _: Rest) -> Judgements:
    """An order is handed over with the priority that it had on the queue."""
    return _on(book, "orders", lambda about: about == "queue priority", _ORDERS)


@invariant("integration", "FL-07 OM-05 OM-06 OM-07 OM-08", at_rest=True)
def every_line_is_handed_over(book: CarriageBook, _: Rest) -> Judgements:
    """Every line of an order is handed over once, under one id, or a fault names it."""
    return _on(book, "orders", lambda about: about == "line", _ORDERS)


@invariant("integration", "DD-02 DD-05", at_rest=True)
def dates_are_the_same_instant(book: CarriageBook, _: Rest) -> Judgements:
    """The requested delivery date before the order system is the CRM's due date, of the order and of each line."""
    return _on(book, "orders", _DATES.__contains__, _ORDERS)


@invariant("integration", "PL-01 PL-16", at_rest=True)
def price_lists_are_handed_over_as_they_are(book: CarriageBook, _: Rest) -> Judgements:
    """Header and lines keep their price lists on the way, and what is blank stays blank."""
    return _on(book, "orders", _LISTS.__contains__, _ORDERS)


@invariant("integration", "FO-03", at_rest=True)
def dependencies_are_handed_over(book: CarriageBook, _: Rest) -> Judgements:
    """What an order builds on is handed over with it."""
    return _on(book, "orders", _BASES.__contains__, _ORDERS)


@invariant("integration", "SP-07 SP-08", at_rest=True)
def service_points_arrive_as_they_were_sent(book: CarriageBook, _: Rest) -> Judgements:
    """A service point that inventory uses as it is, or as a key, arrives unchanged."""
    if book.book.points_matter:
        yield from _on(book, "orders", _POINTS.__contains__, _ORDERS)


@invariant("integration", "FL-07 FL-09 OM-03", at_rest=True)
def orders_are_handed_over_as_they_were_submitted(book: CarriageBook, _: Rest) -> Judgements:
    """Header and lines say before the order system what they said on the submission queue."""
    others = _DATES | _LISTS | _BASES | _POINTS | _NAMED
    return _on(book, "orders", lambda about: about not in others, _ORDERS)


@invariant("integration", "MO-05 FL-08", at_rest=True)
def an_asset_stays_one(book: CarriageBook, _: Rest) -> Judgements:
    """An asset is the same one in everything that is handed over, whatever it is called."""
    yield from _on(book, "orders", lambda about: about == "asset", _ORDERS)
    yield from _on(book, "calls", lambda about: about == "asset", ("billing-order", "provisioning-order"))


@invariant("integration", "PL-06 PL-08 FL-03 FL-09", at_rest=True)
def billing_is_asked_what_the_order_system_asked(book: CarriageBook, _: Rest) -> Judgements:
    """For each line of the order system's call billing is asked once, on its list's plan, or the line is faulted."""
    return _on(book, "calls", lambda about: about == "billing-order", ("billing-order",))


@invariant("integration", "PV-03 PV-01 PV-15", at_rest=True)
def provisioning_is_asked_what_the_order_system_asked(book: CarriageBook, _: Rest) -> Judgements:
    """Each component goes to the system that it is for, once and whole, or each line of it is faulted; nothing else."""
    return _on(book, "calls", lambda about: about == "provisioning-order", ("provisioning-order",))


@invariant("integration", "PR-05 FO-11", at_rest=True)
def what_is_asked_of_a_line_is_asked_in_turn(book: CarriageBook, _: Rest) -> Judgements:
    """What the order system asks for one line reaches a neighbour in the order in which it was asked."""
    return _on(book, "calls", lambda about: about == "turn", ("billing-order", "provisioning-order"))


@invariant("integration", "FL-05 FL-08 FO-11", at_rest=True)
def the_crm_is_told_what_the_order_system_told(book: CarriageBook, _: Rest) -> Judgements:
    """What the order system tells of an order reaches the CRM, and nothing else does."""
    return _on(book, "news", lambda about: about == "crm", ("order-update",))


@invariant("integration", "PR-06", at_rest=True)
def the_crm_is_told_in_turn(book: CarriageBook, _: Rest) -> Judgements:
    """Updates of an order reach the CRM in the order in which they were told."""
    return _on(book, "news", lambda about: about == "turn", ("order-update", "fallout"))


@invariant("integration", "FL-08 FO-11", at_rest=True)
def the_order_system_is_told_what_its_neighbours_told(book: CarriageBook, _: Rest) -> Judgements:
    """What billing and provisioning tell of a line reaches the order system, in turn, and nothing else does."""
    return _on(book, "news", lambda about: about == "oms", ("billing-update", "provisioning-update"))


@invariant("integration", "FL-08", at_rest=True)
def work_is_told_under_the_call_that_asked_for_it(book: CarriageBook, _: Rest) -> Judgements:
    """News that name a call of the order system name the one that asked for the work."""
    return _on(book, "news", lambda about: about == "call", ("billing-update", "provisioning-update"))


@invariant("integration", "FL-08", at_rest=True)
def each_neighbour_is_told_its_own_ids(book: CarriageBook, _: Rest) -> Judgements:
    """The CRM is told its own numbers and ids, the order system its own."""
    return _on(book, "news", lambda about: about == "ids", ("order-update", "billing-update", "provisioning-update"))


@invariant("integration", "IS-09", at_rest=True)
def a_back_offices_word_reaches_the_crm(book: CarriageBook, _: Rest) -> Judgements:
    """What a back office says of an order reaches the CRM, and no back office is told anything."""
    return _on(book, "news", lambda about: about == "back office", ("workflow",))


@invariant("integration", "PV-15 FL-05 PL-06", at_rest=True)
def failures_are_passed_on(book: CarriageBook, _: Rest) -> Judgements:
    """Each refusal, fault and fallout is passed on once, what is mended after it failed, and none is made up."""
    return _on(book, "failures", lambda _: True, ("refusal", "fault", "fallout"))
