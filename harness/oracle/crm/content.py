"""What is known of the records that CRM and back offices share: what was saved and reported last, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ordertck.harness.reading import instant_in, universal

Key = tuple[str, str]
# What the desk calls the records, and what back offices do.
RECORDS = {
    "account": "account", "work-order": "work order", "ticket": "trouble ticket", "phone": "phone number",
    "asset": "asset", "product": "product", "pricing-rule": "pricing rule",
}  # fmt: skip

# What back offices, and CRMs that speak to them, may call a record by: a field of it.
NAMED_BY = {"phone number": "number", "asset": "name"}


@dataclass(slots=True)
class Record:
    """What users made of a record: filled in at ``touched``, saved at ``saved``, and what was filled in.

    ``changed`` is when it was saved last with something new in it.
    """

    object: str
    said: dict[str, str] = field(default_factory=dict)
    touched: int = 0
    saved: list[int] = field(default_factory=list)
    changed: int = 0
    id: str = ""

    def names(self, ref: str) -> set[str]:
        """What it may be called on its way to a back office: before its id is shown it goes by the name in it."""
        return {ref, self.id, self.said.get(NAMED_BY.get(self.object, ""), "")} - {""}


@dataclass(slots=True)
class Kept:
    """One record: its fields as they were saved or reported last, and those that somebody is filling in now.

    ``as_of`` is the latest time of which a back office spoke.
    """

    fields: dict[str, str] = field(default_factory=dict)
    pending: dict[str, str] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)
    as_of: datetime | None = None


class Content:
    """The records by object and id: the CRM's own id, whatever the desk or a back office calls the record."""

    def __init__(self) -> None:
        self._kept: dict[Key, Kept] = {}
        self._ids: dict[Key, str] = {}
        self._called: dict[Key, str | None] = {}
        self._owners: dict[Key, str] = {}

    def fill_in(self, kind: str, ref: str, said: Mapping[str, str]) -> None:
        """A user fills fields in; nothing is saved."""
        self._of(kind, ref).pending |= said
        if name := said.get(NAMED_BY.get(kind, "")):
            alone = self._called.setdefault((kind, name), ref) == ref
            self._called[kind, name] = ref if alone else None  # two customers may have one number

    def give_up(self, kind: str, ref: str) -> None:
        """A user gives up what was filled in."""
        self._of(kind, ref).pending.clear()

    def save(self, kind: str, ref: str) -> bool:
        """A user saves what was filled in; whether there is anything new in it."""
        kept = self._of(kind, ref)
        new = any(kept.fields.get(name) != value for name, value in kept.pending.items())
        kept.loose -= kept.pending.keys()
        kept.fields |= kept.pending
        kept.pending.clear()
        return new

    def doubt(self, kind: str, ref: str) -> None:
        """The desk did not save what a user wanted to save: what it has now is not told from here."""
        kept = self._of(kind, ref)
        kept.loose |= kept.fields.keys()

    def learn(self, kind: str, ref: str, known_as: str) -> None:
        """The desk has shown the id of a record."""
        if known_as != ref and (kind, ref) not in self._ids:
            self._ids[kind, ref] = known_as
            if (mine := self._kept.pop((kind, ref), None)) is not None:
                kept = self._kept.setdefault((kind, known_as), Kept())
                kept.fields |= mine.fields
                kept.pending |= mine.pending
                kept.loose |= mine.loose
            if (kind, ref) in self._owners:
                self._owners[kind, known_as] = self._owners.pop((kind, ref))

    def disown(self, kind: str, known_as: str) -> None:
        """The CRM has not taken in what a back office told: of the record nothing is certain any more."""
        kept = self._of(kind, known_as)
        kept.loose |= kept.fields.keys()

    def report(self, kind: str, known_as: str, said: Mapping[str, str], sure: bool, as_of: str | None = None) -> None:
        """A back office has told of a record, perhaps how it was at some time; ``sure`` says that it was taken in.

        What was so later is known already where that was told before; of two reports of one time nobody can say.
        """
        kept = self._of(kind, known_as)
        told, instant = kept.as_of, instant_in(as_of or "")
        kept.as_of = max((each for each in (told, instant) if each is not None), key=universal, default=None)
        if told is not None and instant is not None and universal(instant) < universal(told):
            said = {name: value for name, value in said.items() if name not in kept.fields}
            sure = False
        sure = sure and (told is None or (instant is not None and universal(instant) > universal(told)))
        sure = sure and (told is not None or instant is None or not kept.fields)
        changed = {name for name, value in said.items() if kept.fields.get(name) != value}
        kept.fields |= said
        kept.loose = (kept.loose | changed) if not sure else kept.loose - said.keys()
        kept.loose |= kept.pending.keys() & said.keys()

    def known(self, kind: str, known_as: str) -> dict[str, str]:
        """What is certain of a record."""
        kept = self._of(kind, known_as)
        return {name: value for name, value in kept.fields.items() if value and name not in kept.loose}

    def unsaved(self, kind: str, known_as: str) -> dict[str, str]:
        """What somebody is filling in otherwise than it was saved."""
        kept = self._of(kind, known_as)
        return {name: value for name, value in kept.pending.items() if value and kept.fields.get(name) != value}

    def belongs(self, kind: str, name: str, account: str | None) -> None:
        """Somebody has said whose a record is; of one that is given to others nobody can say."""
        key = kind, self._ids.get((kind, name), name)
        if account and self._owners.setdefault(key, account) != account:
            self._owners[key] = ""

    def owner(self, kind: str, name: str) -> str:
        """Whose a record is; blank where nobody can say."""
        return self._owners.get((kind, name), "")

    def owned_by(self, kind: str, account: str) -> list[str]:
        """The records of an account, by the ids under which the CRM knows them."""
        return [name for (object_, name), owner in self._owners.items() if object_ == kind and owner == account]

    def _of(self, kind: str, name: str) -> Kept:
        ref = self._called.get((kind, name)) or name
        return self._kept.setdefault((kind, self._ids.get((kind, ref), ref)), Kept())
