"""The roles: what a system under test can be, and what the kit has to know of each of them.

A role is a row here, its flows in ``landscape``, a word in features/vocabulary.toml, and its packages: how it is upheld
(``reference/ROLE``), what it owes (``oracle/ROLE``), what it starts from (``cli/templates/ROLE``), and, once it is
explored and proven, ``explore/ROLE`` and ``proof/systems/ROLE``. Beside these, only players say to whom they speak.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ordertck.harness.messages.edges import Edge


class Trait(StrEnum):
    """What a system in a role is, as far as its neighbours have to mind it."""

    DESK = "users work with it at a desk"
    ORDERS = "it sees orders through, and says how they stand"
    SERVICES = "it has the network do what is to be provisioned"
    CARRIAGE = "it hands on what others say, under ids of its own"

    def of(self, roles: Iterable[str]) -> bool:
        """Whether a system in these roles is so."""
        return any(self in KNOWN[role].traits for role in roles if role in KNOWN)

    @property
    def role(self) -> str:
        """The role of which it is so first."""
        return next(name for name, role in KNOWN.items() if self in role.traits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One role.

    ``begins`` is the kind of message with which an order comes to it, ``task`` what it is given, in words. The kit's
    player ``stand_in`` (bench/players.py) takes its place where it is not under test. ``beyond`` is what its neighbours
    are called, by edge, where they have not the same name for everybody; on the ``inner`` edges it speaks to those
    behind it, though others speak there to those before them.
    """

    name: str
    begins: str
    task: str
    stand_in: str
    traits: frozenset[Trait] = frozenset()
    beyond: Mapping[str, str] = field(default_factory=dict)
    inner: frozenset[Edge] = frozenset()


# From the customer inwards.
_ROLES = (
    Role(
        name="crm",
        begins="order-submission",
        task="an order, entered and submitted at the desk,",
        stand_in="kit_crm",
        traits=frozenset({Trait.DESK}),
        beyond={
            Edge.SUBMISSION: "submission queue",
            Edge.CRM: "order system",
            Edge.DESK: "user",
            Edge.BACKOFFICE: "back office",
        },
    ),
    Role(
        name="integration",
        begins="order-submission",
        task="an order submission",
        stand_in="integration",
        traits=frozenset({Trait.CARRIAGE}),
        beyond={Edge.SUBMISSION: "submission queue", Edge.OMS: "order system", Edge.CRM: "CRM"},
        inner=frozenset({Edge.OMS}),
    ),
    Role(
        name="oms",
        begins="sales-order",
        task="a sales order",
        stand_in="order_system",
        traits=frozenset({Trait.ORDERS}),
        beyond={Edge.OMS: "submission queue", Edge.CRM: "CRM"},
    ),
    Role(
        name="som",
        begins="provisioning-order",
        task="a provisioning order",
        stand_in="provisioning",
        traits=frozenset({Trait.SERVICES}),
        beyond={Edge.PROVISIONING: "order system"},
        inner=frozenset({Edge.OMS}),
    ),
)
KNOWN: Mapping[str, Role] = {role.name: role for role in _ROLES}
# What commands speak of where no role is named.
USUAL = next(role.name for role in _ROLES if Trait.ORDERS in role.traits)
