"""Which ids billing gave lines, and from when on it is to be asked for them by these."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any


class GivenIds:
    """The ids by line. One counts for what is asked once all is quiet after billing gave it: before, both may cross."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, set[str]] = defaultdict(set)
        self._fresh: set[str] = set()
        self._asked: Counter[str] = Counter()
        self._asked_since: dict[str, int] = {}
        self._passed_on: Counter[str] = Counter()

    def received(self, keys: Mapping[str, str], receipt: Mapping[str, Any]) -> None:
        """Billing gives lines ids; ``keys`` are those of the lines as they were asked for."""
        for line in receipt.get("lines", ()):
            key = keys[line["line"]]
            if line["id"] not in self._ids[key]:
                self._ids[key].add(line["id"])
                self._fresh.add(key)
                self._asked_since.pop(key, None)

    def asked(self, key: str) -> None:
        """The order system asks for a line."""
        self._asked[key] += 1

    def passed_on(self, key: str) -> None:
        """The layer asks billing for a line."""
        self._passed_on[key] += 1

    def rest(self) -> None:
        """All is quiet: what is asked from now on is asked under the ids that were given so far."""
        for key in self._fresh:
            self._asked_since[key] = self._asked[key]
        self._fresh.clear()

    def due(self, key: str) -> set[str]:
        """The ids one of which the next call for a line has to name; none where any will do."""
        since = self._asked_since.get(key)
        is_later = since is not None and self._passed_on[key] >= since < self._asked[key]
        return self._ids[key] if is_later else set()
