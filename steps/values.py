"""How values are compared: an amount is the same however many zeros it has, a date whichever zone it is written in."""

from ordertck.harness.bench import Stage
from ordertck.harness.reading import amount_in, instant_in, universal

_AMOUNTS = frozenset({"price", "price override", "override", "value", "amount"})
_DATES = frozenset({"due date"})


def same_amount(one: str, other: str) -> bool:
    """Whether two texts are the same amount: "30" and "30.00" are."""
    amount = amount_in(one)
    return amount is not None and amount == amount_in(other)


def same_date(stage: Stage, seen: str, owed: str) -> bool:
    """Whether two dates are one: the same instant, or the same day where the system keeps no time of a date."""
    one, other = instant_in(seen), instant_in(owed)
    if one is None or other is None:
        return False
    if stage.claims.switches["date_precision"] == "instant":
        return one == other
    return one.date() in (other.date(), universal(other).date())


def plain(column: str, value: str) -> str:
    """A value as it is compared and sorted with others: an amount without the zeros that say nothing."""
    amount = amount_in(value) if column.replace("_", " ") in _AMOUNTS else None
    return value if amount is None else str(amount)


def same(stage: Stage, column: str, seen: str, owed: str) -> bool:
    """Whether a cell of the features' tables says what is seen; a date is in the features' words."""
    if column.replace("_", " ") in _AMOUNTS and same_amount(seen, owed):
        return True
    if column.replace("_", " ") in _DATES and seen and owed:
        return same_date(stage, seen, stage.instant(owed).isoformat())
    return seen == owed
