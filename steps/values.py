"""How values are compared: an amount is the same however many zeros it has, a date whichever zone it is written in."""

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

from ordertck.harness.bench import Stage

_AMOUNTS = frozenset({"price", "price override", "value", "amount"})
_DATES = frozenset({"due date"})


def same_amount(one: str, other: str) -> bool:
    """Whether two texts are the same amount: "30" and "30.00" are."""
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False


def same_date(stage: Stage, seen: str, owed: str) -> bool:
    """Whether two dates are one: the same instant, or the same day where the system keeps no time of a date."""
    try:
        one, other = datetime.fromisoformat(seen), datetime.fromisoformat(owed)
    except ValueError:
        return False
    if stage.claims.switches["date_precision"] == "instant":
        return one == other
    return one.date() in (other.date(), other.astimezone(UTC).date())


def plain(column: str, value: str) -> str:
    """A value as it is compared and sorted with others: an amount without the zeros that say nothing."""
    if column.replace("_", " ") not in _AMOUNTS:
        return value
    try:
        return format(Decimal(value).normalize(), "f")
    except InvalidOperation:
        return value


def same(stage: Stage, column: str, seen: str, owed: str) -> bool:
    """Whether a cell of the features' tables says what is seen; a date is in the features' words."""
    if column.replace("_", " ") in _AMOUNTS and same_amount(seen, owed):
        return True
    if column.replace("_", " ") in _DATES and seen and owed:
        return same_date(stage, seen, stage.instant(owed).isoformat())
    return seen == owed
