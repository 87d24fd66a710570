"""Records: what users fill in besides orders, and what becomes of it when they save."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# What the desk calls them, and what the workflows do.
OBJECTS = {
    "account": "account",
    "work-order": "work order",
    "ticket": "trouble ticket",
    "phone": "phone number",
    "asset": "asset",
    "product": "product",
    "pricing-rule": "pricing rule",
}
LISTS = {"tickets": "trouble ticket", "fraud-alerts": "fraud alert", "credit-alerts": "credit alert"}

# What is known by one of its fields.
_NAMED_BY = {"phone number": "number", "asset": "name"}

Key = tuple[str, str]


@dataclass(slots=True)
class Record:
    """One record, ``id`` its own within its ``object``; ``as_of`` is when a back office says that it was so."""

    object: str
    id: str
    account: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    as_of: str | None = None

    @property
    def key(self) -> Key:
        """Object and id."""
        return self.object, self.id


class Forms:
    """What is filled in and not saved, by object and the desk's ref; and which id each record gets."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._open: dict[Key, dict[str, str]] = {}
        self._ids: dict[Key, str] = {}

    def fill_in(self, kind: str, ref: str, fields: Mapping[str, str]) -> None:
        """Fill in some fields, over those that are filled in already."""
        self._open.setdefault((kind, ref), {}).update(fields)
        if kind in _NAMED_BY and _NAMED_BY[kind] in fields:
            self._ids[kind, ref] = fields[_NAMED_BY[kind]]

    def take(self, kind: str, ref: str) -> dict[str, str] | None:
        """What is filled in, which is over with this; None where nothing is."""
        return self._open.pop((kind, ref), None)

    def id_of(self, kind: str, ref: str) -> str:
        """The id under which what the desk calls so is kept."""
        if kind in ("trouble ticket", "work order"):
            return self._ids.setdefault((kind, ref), f"{self._prefix}-{len(self._ids) + 1}")
        return self._ids.get((kind, ref), ref)
