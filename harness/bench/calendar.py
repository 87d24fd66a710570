"""The features' calendar: dates in their words."""

import re
from datetime import datetime, timedelta

from ordertck.harness.errors import Misfit

_INSTANT = re.compile(r"now|(?:in (\d+) days?|(\d+) days? ago)(?: at (\d\d:\d\d) ([+-]\d\d:\d\d))?")


def instant(text: str, began: datetime) -> datetime:
    """An instant in the features' words: "now", "in 3 days", "3 days ago"; both "at 23:30 +05:30".

    It is counted from when the example ``began``, so that one text means one instant throughout. Raises
    ``Misfit`` for a text of another form.
    """
    found = _INSTANT.fullmatch(text)
    if found is None:
        raise Misfit(f"no such date: {text!r}; say 'now', 'in 3 days', 'in 3 days at 23:30 +05:30' or '3 days ago'")
    day = began + timedelta(days=int(found[1] or 0) - int(found[2] or 0))
    return datetime.fromisoformat(f"{day:%Y-%m-%d}T{found[3]}:00{found[4]}") if found[3] else day
