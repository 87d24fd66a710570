"""A line as a user entered it, and what can be entered of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# What users fill in of a line besides the product's attributes.
HEAD = frozenset({"order", "number", "product", "action", "price_list", "parent", "asset", "site", "service_point"})
# The number that fulfilment assigns (as of a phone line) is an attribute; that of the line stands in its head.
_ASSIGNED = {"number": "assigned number"}
_AS_TOLD = {name: told for told, name in _ASSIGNED.items()}


def filled_in(values: Mapping[str, str]) -> dict[str, str]:
    """Values that fulfilment has filled in, each under a name that nothing in the head of a line has."""
    return {_ASSIGNED.get(name, name): value for name, value in values.items()}


@dataclass(slots=True)
class Line:
    """A line as a user entered it: the desk's ``id`` of it, and what was filled in last of each field.

    Of the fields in ``loose`` nobody can say from outside how they are; those in ``cleared`` a user has cleared, each
    with the value that stood there; those in ``filled`` had a value before fulfilment filled another one in while the
    version was pending; those in ``as_there`` were entered as the asset had them, or is to have them: whether a user
    has altered these, nobody says (PD-01). ``own`` are those that a user has entered in this version; of others that
    were filled in ``outdated`` has the values before. ``override`` is the price entered by hand,
    ``parent`` the ref of the line that it is a component of.
    """

    ref: str
    id: str = ""
    said: dict[str, str] = field(default_factory=dict)
    loose: set[str] = field(default_factory=set)
    override: str | None = None
    parent: str = ""
    cleared: dict[str, str] = field(default_factory=dict)
    filled: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    outdated: dict[str, set[str]] = field(default_factory=dict)
    as_there: set[str] = field(default_factory=set)

    @property
    def attributes(self) -> dict[str, str]:
        """The product's attributes, but for what is called as something in the head of a line is."""
        return {name: value for name, value in self.said.items() if name not in HEAD and name not in _AS_TOLD}

    @property
    def told(self) -> dict[str, str]:
        """The product's attributes, as the order system tells of them."""
        return {_AS_TOLD.get(name, name): value for name, value in self.said.items() if name not in HEAD}

    @property
    def unsure(self) -> set[str]:
        """The attributes, as the order system tells of them, of which nobody can say how they will be on the asset."""
        loose = self.loose | self.as_there
        return {_AS_TOLD.get(name, name) for name in loose if name in self.said and name not in HEAD} - {
            _AS_TOLD.get(name, name) for name in self.outdated
        }

    def copy(self) -> "Line":
        """The same, for another version."""
        said, loose, cleared, filled = dict(self.said), set(self.loose), dict(self.cleared), set(self.filled)
        outdated = {name: set(values) for name, values in self.outdated.items()}
        own, as_there = set(self.own), set(self.as_there)
        return Line(
            self.ref, self.id, said, loose, self.override, self.parent, cleared, filled, own, outdated, as_there
        )

    def enter(self, fields: Mapping[str, str]) -> None:
        """A user fills in fields; a blank one is cleared."""
        for name, value in fields.items():
            self.loose.discard(name)
            self.filled.discard(name)
            self.as_there.discard(name)
            self.outdated.pop(name, None)
            self.own.add(name)
            if value:
                self.said[name] = value
                self.cleared.pop(name, None)
            else:
                self.cleared[name] = self.said.pop(name, self.cleared.get(name, ""))

    def note_as_there(self, fields: Mapping[str, str], having: Sequence[Mapping[str, str]]) -> None:
        """Of these fields, which a user has filled in, some are as the asset may be ``having`` them."""
        told = ((name, _AS_TOLD.get(name, name)) for name in fields if name in self.said and name not in HEAD)
        self.as_there |= {n for n, known in told if any(there.get(known) == self.said[n] for there in having)}
