"""One asset: as the complete lines of orders left it, and as billing charges for it."""

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field

from ordertck.harness.messages import OrderLine
from ordertck.harness.oracle.oms.terms import AssetState

MOVES, RESTS = ("Move-Add", "Move-Delete"), ("Suspend", "Resume")


def are_at_odds(actions: Set[str]) -> bool:
    """Whether actions on one asset in one order have no order of their own: one suspends or resumes it, or ends it."""
    moves_and_ends = "Delete" in actions and not actions.isdisjoint(MOVES)
    return moves_and_ends or (len(actions) > 1 and not actions.isdisjoint(RESTS))


@dataclass(slots=True)
class Owed:
    """One asset as the complete lines left it: ``state`` is how they left it.

    ``price_list`` and ``service_point`` are None where they are not laid down. ``by`` are the actions that made it so,
    in order, ``orders`` those that they stood on; ``unsure`` says that nobody can say how it is: it moved from or to a
    place that was never named, or while it was suspended, or was changed on an order for another place. Values that it
    ``carried`` to a new place need not be told there once more.
    """

    product: str
    state: AssetState
    price_list: str | None
    override: str | None
    site: str | None
    service_point: str | None
    attributes: dict[str, str]
    by: list[str] = field(default_factory=list)
    orders: list[str] = field(default_factory=list)
    unsure: bool = False
    carried: set[str] = field(default_factory=set)

    def moves(self, line: OrderLine, site: str | None, assigned: Collection[str]) -> None:
        """A line takes it to a new place. Whether what moves while it is suspended is so there is not laid down.

        Nor is which value stands of one that is ``assigned`` amid the move, at either place, or named on it.
        """
        for name in (*assigned, *line.attributes):
            self.attributes.pop(name, None)
        self.carried = set(self.attributes)
        self.unsure = self.unsure or not line.site or not self.site or self.state == "suspended"
        self.site, self.service_point = site, line.service_point
        self.price_list = None if line.price_list else self.price_list  # whether it counts here is open

    def leaves(self, line: OrderLine, assigned: Collection[str]) -> None:
        """A line takes it from its old place: what is said or assigned there says nothing of the new one."""
        self.unsure = self.unsure or not line.site
        for name in (*assigned, *line.attributes):
            self.attributes.pop(name, None)

    def is_altered(self, line: OrderLine, assigned: Mapping[str, str]) -> None:
        """A line changes what it names; a change of the service point alone may be no matter of provisioning's."""
        self.override, self.site = line.override or self.override, line.site or self.site
        self.service_point = None if line.service_point else self.service_point
        self.carried -= line.attributes.keys()
        self.attributes.update({**line.attributes, **assigned})

    def leaves_point_open(self, line: OrderLine, order: str) -> bool:
        """Whether nobody can say what a service point on a line of this order means; that of an old place is left."""
        has_moved = ("Move-Add", order) in zip(self.by, self.orders, strict=True)
        return line.action in ("Suspend", "Resume", "-") or (line.action == "Move-Delete" and not has_moved)

    def in_no_order(self, order: str) -> bool:
        """Whether an order suspends or resumes the asset and does more to it: what comes first, nobody can say."""
        return are_at_odds({by for by, name in zip(self.by, self.orders, strict=True) if name == order and by != "-"})


@dataclass(slots=True)
class Charged:
    """What billing charges for an asset: ``state`` is initiated, active or suspended.

    ``ending`` says that a stop was initiated and is not completed: a start then takes the stop back, and is
    ``restarting`` until it is completed itself.
    """

    state: str
    price_list: str | None
    override: str | None = None
    ending: bool = False
    restarting: bool = False
