"""The registry of known systems: each says what it is, wrong (and which rules it breaks), permitted, or null.

A known system is a role of the reference that was made otherwise, or only one part of it: the rest is as it is.
"""

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from ordertck import data
from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.names import Names
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.styles import covering
from ordertck.harness.reference.landscape import InProcess, maker

System = TypeVar("System", bound=type[Any])

WRONG, PERMITTED, NULL = "wrong", "permitted", "null"


@dataclass(frozen=True, slots=True)
class KnownSystem:
    """A system of which it is known what the examples have to say of it, in one role.

    ``systems`` are the classes that it is made of. ``breaks`` are the rules that it exists to break; ``entails``
    those that fall with them (kept in entails.toml, written by ``prove --accept``). ``switches``, ``without``
    (capabilities), ``names`` and ``capacity`` are what it declares differently from the reference. ``style`` is what a
    permitted way of working is one of the possible choices of; empty for what is not combined with others. It works
    ``against`` certain values of switches, "billing_grain=order", and meets none of these. One that is
    ``full_only`` is left out of a quick proof. ``where`` names the mechanisms, "dates+priorities", of which a wrong
    system upholds each by itself: only examples in which mechanisms meet may fail it. It may be one system with roles
    ``beside`` it, as the reference upholds them.
    """

    name: str
    kind: str
    role: str
    says: str
    systems: tuple[type[Any], ...]
    breaks: frozenset[str] = frozenset()
    entails: frozenset[str] = frozenset()
    switches: Mapping[str, str] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    style: str = ""
    against: frozenset[str] = frozenset()
    where: str = ""
    beside: frozenset[str] = frozenset()
    full_only: bool = False
    capacity: int | None = None

    def claims(self, reference: Claims) -> Claims:
        """What is claimed for it: what is claimed for the reference, in this one role and those beside it."""
        return replace(
            reference,
            roles=tuple(role for role in ROLES if role == self.role or role in self.beside),
            switches={**reference.switches, **self.switches},
            capabilities=reference.capabilities - self.without,
            leaves_out=self.without & reference.edition.vocabulary.scopes.keys(),
            names=Names(self.names),
            capacity=self.capacity or reference.capacity,
        )

    def open(self, claims: Claims, _session: str) -> Embedded:
        """The system behind the port."""
        return Embedded(InProcess(maker(claims.roles, {self.role: made_of(*self.systems)}), claims))


_KNOWN: dict[tuple[str, str], KnownSystem] = {}


def wrong(
    role: str, breaks: str, switches: Mapping[str, str] | None = None, without: str = "", where: str = ""
) -> Callable[[System], System]:
    """Register a system as a wrong one; ``breaks`` are rule ids separated by blanks.

    ``where`` says that it goes wrong only where mechanisms meet, "dates+priorities".
    """

    def enlist(system: System) -> System:
        _enlist(WRONG, role, frozenset(breaks.split()), switches, without)(system)
        title = _title(system)
        _KNOWN[role, title] = replace(_KNOWN[role, title], where=where)
        return system

    return enlist


def permitted(role: str, switches: Mapping[str, str] | None = None, without: str = "") -> Callable[[System], System]:
    """Register a system as a permitted variant: it may not fail any rule."""
    return _enlist(PERMITTED, role, frozenset(), switches, without)


def style(
    role: str,
    of: str = "",
    switches: Mapping[str, str] | None = None,
    without: str = "",
    names: Mapping[str, str] | None = None,
    against: str = "",
) -> Callable[[System], System]:
    """Register a system as a permitted way of working that can be combined with others.

    Styles ``of`` the same thing exclude each other; any two others meet in the array of styles (``styles.covering``).
    A style that declares a switch is of that switch, and one that most values of a switch exclude names it in ``of``:
    it meets every value of every other switch, but for those that it works ``against``, "billing_grain=order"
    (``settings.styles_with_settings``).
    """

    def enlist(system: System) -> System:
        _enlist(PERMITTED, role, frozenset(), switches, without)(system)
        title = _title(system)
        _KNOWN[role, title] = replace(
            _KNOWN[role, title],
            names=names or {},
            style=of or next(iter(switches or ()), title),
            against=frozenset(against.split()),
        )
        return system

    return enlist


def null(*roles: str) -> Callable[[System], System]:
    """Register a system as a null one in each of these roles: it may not uphold any obligation."""

    def enlist(system: System) -> System:
        for role in roles:
            _enlist(NULL, role, frozenset(), None, "")(system)
        return system

    return enlist


def _enlist(
    kind: str, role: str, breaks: frozenset[str], switches: Mapping[str, str] | None, without: str
) -> Callable[[System], System]:
    def enlist(system: System) -> System:
        title = _title(system)
        if (role, title) in _KNOWN:
            raise ValueError(f"two known systems for {role} are called {title}")
        says = (system.__doc__ or "").strip().split("\n")[0]
        _KNOWN[role, title] = KnownSystem(
            title, kind, role, says, (system,), breaks, frozenset(), switches or {}, frozenset(without.split())
        )
        return system

    return enlist


def _title(system: type[Any]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "-", system.__name__).lower()


def _array(role: str) -> list[KnownSystem]:
    """The systems in which the styles of a role meet, two and two."""
    styles = [known for known in _KNOWN.values() if known.role == role and known.style]
    choices: dict[str, list[str]] = {}
    for known in styles:
        choices.setdefault(known.style, []).append(known.name)
    return [
        meeting([known for known in styles if known.name in chosen], f"styles-{number}")
        for number, chosen in enumerate(covering(choices))
    ]


def meeting(ways: list[KnownSystem], name: str) -> KnownSystem:
    """A system that works in several permitted ways at once."""
    return KnownSystem(
        name=name,
        kind=PERMITTED,
        role=ways[0].role,
        says=f"Works in {len(ways)} permitted ways at once: {', '.join(way.name for way in ways)}.",
        systems=tuple(system for way in ways for system in way.systems),
        switches={name: value for way in ways for name, value in way.switches.items()},
        without=frozenset[str]().union(*(way.without for way in ways)),
        names={ours: theirs for way in ways for ours, theirs in way.names.items()},
        full_only=True,
    )


@cache
def known_systems() -> tuple[KnownSystem, ...]:
    """Every known system, with what its breach entails; by role, in the order in which they are written.

    Those that are written down, and after them the arrays of styles, which take a second to work out.
    """
    written = written_systems()
    return (*written, *(known for role in dict.fromkeys(m.role for m in written) for known in _array(role)))


@cache
def written_systems() -> tuple[KnownSystem, ...]:
    """The known systems that are written down, each as a class of its own."""
    systems = importlib.import_module(f"{__package__}.systems")
    for module in pkgutil.walk_packages(systems.__path__, f"{systems.__name__}."):
        importlib.import_module(module.name)
    for name in ("null_systems", "null_order_systems"):
        importlib.import_module(f"{__package__}.{name}")
    entails = read_entails()
    return tuple(replace(m, entails=frozenset(entails.get(f"{m.role}/{m.name}", ()))) for m in _KNOWN.values())


def read_entails() -> dict[str, list[str]]:
    """The accepted entailments: rule ids by "role/name"."""
    file = data("harness", "proof", "entails.toml")
    if not file.exists():
        return {}
    content: dict[str, list[str]] = tomllib.loads(file.read_text())
    return content
