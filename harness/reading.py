"""What a text says: an instant, an amount, a whole number. A system may write anything; what says none is None."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

# Longer texts are no number that anybody orders or pays.
_LONGEST_NUMBER = 28
_AMOUNT = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_LEAP = re.compile(r"(?<=:\d\d:)60")


def instant_in(text: str) -> datetime | None:
    """The instant that RFC 3339 or ISO 8601 writes so, in letters of either case; a leap second is the one after it."""
    plain = text.upper()
    try:
        if _LEAP.search(plain):
            return datetime.fromisoformat(_LEAP.sub("59", plain)) + timedelta(seconds=1)
        return datetime.fromisoformat(plain)
    except (ValueError, OverflowError):
        return None


def universal(moment: datetime) -> datetime:
    """The instant in universal time; one at the very ends of the calendar stays as it is."""
    try:
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return moment


def amount_in(text: str) -> Decimal | None:
    """The decimal number that stands there, without the zeros that say nothing."""
    if len(text) > _LONGEST_NUMBER or not _AMOUNT.fullmatch(text):
        return None
    return Decimal(format(Decimal(text).normalize(), "f"))


def price_in(text: str | None) -> str | None:
    """A price without the zeros that say nothing, so that 4.90 is 4.9; what is no number, and nothing, as it stands."""
    amount = amount_in(text) if text else None
    return text if amount is None else str(amount)


def whole_in(text: str) -> int | None:
    """The whole number that stands there."""
    return int(text) if len(text) <= _LONGEST_NUMBER and _WHOLE.fullmatch(text) else None
