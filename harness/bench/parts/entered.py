"""What users have entered at the desk, so that of a newer version of an order they enter only what is new."""

from collections.abc import Mapping

from ordertck.harness.bench.orders import DraftLine, Order

# A version of an order: what the desk calls it, and how often it was revised.
Version = tuple[str, int]


class Entered:
    """The values that were entered last, by key: the order's name for its header, the line's ref for a line."""

    def __init__(self) -> None:
        self._said: dict[str, dict[str, str]] = {}
        self._saved: dict[str, Version] = {}
        self._numbers: dict[str, list[str]] = {}
        self._lists: dict[str, str | None] = {}
        self._overrides: dict[str, str] = {}
        self._made: dict[str, str] = {}

    def made(self, key: str, number: str) -> None:
        """The CRM has made this line by itself, and shows it under a number that may be its own."""
        self._made[key] = number

    def number(self, key: str, line: DraftLine) -> str:
        """The number that a line is entered with: of one that the CRM has made the number that the desk shows."""
        return self._made.get(key, line.number)

    def news(
        self, order: Order, version: Version, key: str, fields: Mapping[str, str | None], afresh: bool
    ) -> Mapping[str, str]:
        """What a user has to enter: all of it, or what a version says otherwise than the one before.

        ``afresh`` says that nobody can tell what the version began with, as after a refusal.
        """
        given = {name: value for name, value in fields.items() if value is not None}
        before = self._said.get(key, {})
        self._said[key] = {**before, **given}
        if afresh or self._saved.get(order.name) in (None, version):
            return given
        return {name: value for name, value in given.items() if before.get(name) != value}

    def note(self, key: str, field: str, value: str) -> None:
        """One field was saved by itself; a blank value cleared it."""
        said = self._said.setdefault(key, {})
        if value:
            said[field] = value
        else:
            said.pop(field, None)

    def taken_off(self, order: Order) -> list[str]:
        """The numbers of the lines that were entered, and that the order has no more."""
        there = [line.number for line in order.lines]
        return [number for number in self._numbers.get(order.name, ()) if number not in there]

    def forget(self, key: str) -> None:
        """A line was taken off."""
        self._said.pop(key, None)

    def save(self, order: Order, version: Version) -> None:
        """All of an order is entered."""
        self._numbers[order.name] = [line.number for line in order.lines]
        self._saved[order.name] = version

    def give_up(self, order: Order) -> None:
        """A revision is discarded."""
        self._saved.pop(order.name, None)

    def price_list(self, key: str, line: DraftLine) -> str | None:
        """What is entered for a line's price list: None where there is nothing to enter, nor to clear."""
        before, self._lists[key] = self._lists.get(key), line.price_list
        return "" if before and not line.price_list else line.price_list

    def to_clear(self, key: str, line: DraftLine) -> list[str]:
        """The fields of a line that were entered, and that a newer version's table leaves blank."""
        kept = {"number", "product", "action", "asset", "depends_on", "override", "price_list", "parent"}
        return [name for name in sorted(line.blank - kept) if self._said.get(key, {}).get(name)]

    def override(self, key: str, line: DraftLine) -> str | None:
        """The price that is to be entered by hand on a line; None where there is none, or it stands there."""
        if line.override is None or self._overrides.get(key) == line.override:
            return None
        self._overrides[key] = line.override
        return line.override
