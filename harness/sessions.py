"""Sessions: the id that every id of a run begins with, which says when the run began."""

import re
import secrets
import string
from datetime import UTC, datetime, timedelta

_DIGITS = string.digits + string.ascii_uppercase
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_FRESH = re.compile(r"S([0-9A-Z]{5,6})[0-9A-Z]{3}(?:R\d+)?")


def fresh_session() -> str:
    """A session id that no run had before: an S, the second in base 36, three random characters."""
    second, digits = int((datetime.now(UTC) - _EPOCH).total_seconds()), ""
    while second:
        second, digit = divmod(second, 36)
        digits = _DIGITS[digit] + digits
    return f"S{digits}{''.join(secrets.choice(_DIGITS) for _ in range(3))}"


def beginning_of(session: str) -> datetime:
    """The second in which a session began; of an id that somebody chose, this moment.

    So the calendar of a system with a clock of its own begins with the run, and a replay has the same calendar.
    """
    found = _FRESH.fullmatch(session)
    return _EPOCH + timedelta(seconds=int(found[1], 36)) if found else datetime.now(UTC).replace(microsecond=0)
