"""Sessions: the id that every id of a run begins with, and the seed of what varies in it."""

import secrets
import string
from datetime import UTC, datetime

_DIGITS = string.digits + string.ascii_uppercase
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
# Seeds that nobody chose are short enough to be copied from a screen.
_LARGEST = 999_999


def fresh_session() -> str:
    """A session id that no run had before: an S, the second in base 36, three random characters."""
    second, digits = int((datetime.now(UTC) - _EPOCH).total_seconds()), ""
    while second:
        second, digit = divmod(second, 36)
        digits = _DIGITS[digit] + digits
    return f"S{digits}{''.join(secrets.choice(_DIGITS) for _ in range(3))}"


def fresh_seed() -> int:
    """A seed that nobody could know beforehand."""
    return 1 + secrets.randbelow(_LARGEST)
