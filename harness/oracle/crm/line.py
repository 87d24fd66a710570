"""A line as a user entered it, and what can be entered of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ACTIONS = frozenset({"Add", "Move-Add", "Move-Delete", "Delete", "Update", "Suspend", "Resume"})
# What users fill in of a line besides the product's attributes.
HEAD = frozenset({"order", "number", "product", "action", "price_list", "parent", "asset", "site", "service_point"})


@dataclass(slots=True)
class Line:
    """A line as a user entered it: the desk's ``id`` of it, and what was filled in last of each field.

    Of the fields in ``loose`` nobody can say from outside how they are; those in ``cleared`` a user has cleared, each
    with the value that stood there; those in ``filled`` had a value before fulfilment filled another one in while the
    version was pending. ``override`` is the price entered by hand,
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

    @property
    def attributes(self) -> dict[str, str]:
        """The product's attributes."""
        return {name: value for name, value in self.said.items() if name not in HEAD}

    def copy(self) -> "Line":
        """The same, for another version."""
        said, loose, cleared = dict(self.said), set(self.loose), dict(self.cleared)
        return Line(self.ref, self.id, said, loose, self.override, self.parent, cleared, set(self.filled))

    def enter(self, fields: Mapping[str, str]) -> None:
        """A user fills in fields; a blank one is cleared."""
        for name, value in fields.items():
            self.loose.discard(name)
            self.filled.discard(name)
            if value:
                self.said[name] = value
                self.cleared.pop(name, None)
            else:
                self.cleared[name] = self.said.pop(name, self.cleared.get(name, ""))
