"""What is served: a system that is made anew for each session, and what is to be claimed for it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.port import System
from ordertck.harness.reference.landscape import InProcess, maker
from ordertck.harness.text import nearest


@dataclass(frozen=True)
class Offer:
    """A system that can be served: ``make`` makes one for a session, ``claims`` are true of it."""

    claims: Claims
    make: Callable[[Claims], System]


def reference(edition: Edition, roles: tuple[str, ...]) -> Offer:
    """The embedded reference in one role, or in several as one system."""
    return Offer(replace(reference_claims(edition), roles=roles), lambda claims: InProcess(maker(claims.roles), claims))


def known(edition: Edition, name: str) -> Offer:
    """A system of which it is known what it does, by "role/name". Raises ``UsageError`` where there is none."""
    from ordertck.harness.proof.composition import made_of
    from ordertck.harness.proof.registry import known_systems

    systems = {f"{system.role}/{system.name}": system for system in known_systems()}
    if name not in systems:
        near = nearest(name, systems)
        remedy = f"did you mean '{near}'?" if near else "'ordertck prove --full' runs them all"
        raise UsageError(f"no known system is called '{name}'", remedy)
    system = systems[name]
    claims = replace(system.claims(reference_claims(edition)), name=name)
    return Offer(claims, lambda claims: InProcess(made_of(*system.systems), claims))
