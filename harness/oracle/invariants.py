"""Invariants: small named judges, each with the rules that it stands for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class Wrong:
    """What contradicts an invariant: what was owed and seen, in words, and the ``records`` that show it."""

    said: str
    records: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """A breach: of which invariant, and so of which rules; what is amiss; which records show it, the latest last."""

    invariant: str
    rules: tuple[str, ...]
    said: str
    records: tuple[int, ...]


# What an invariant yields each time that it looks at something: None where it held, else what is wrong. Whatever it
# has no business with it yields nothing about, so that "looked at and held" is never confused with "not seen".
Judgements = Iterator[Wrong | None]


@dataclass(frozen=True, slots=True)
class Invariant:
    """One judge. ``says`` is what holds, in one sentence; ``rules`` are the rule ids that it stands for.

    ``leaves_open`` says what it does not object to, where that is no matter of course.
    ``judge`` is called with the role's book and with a crossing of one of ``kinds``, before the book has noted it;
    where ``at_rest`` holds, with a ``Rest`` in place of the crossing.
    """

    name: str
    role: str
    says: str
    leaves_open: str
    rules: tuple[str, ...]
    kinds: frozenset[str]
    at_rest: bool
    judge: Callable[[Any, Any], Judgements]

    @property
    def in_full(self) -> str:
        """What holds, and what is left open."""
        return ". ".join(filter(None, (self.says, self.leaves_open)))


KNOWN: dict[tuple[str, str], Invariant] = {}
Judge = TypeVar("Judge", bound=Callable[[Any, Any], Judgements])


def invariant(role: str, rules: str, *kinds: str, at_rest: bool = False) -> Callable[[Judge], Judge]:
    """Register a function as an invariant of a role; ``rules`` are rule ids separated by blanks.

    It judges messages of these ``kinds``, or the state at rest, or both. A kind may be narrower than a message's, in
    the words with which the role's book calls it ("desk-shown see assets"). Its name is the invariant's; its docstring
    says what holds, and after a blank line what is left open.
    """

    def enlist(judge: Judge) -> Judge:
        name = judge.__name__.replace("_", "-")
        if (role, name) in KNOWN:
            raise ValueError(f"two invariants of {role} are called {name}")
        first, _, second = (judge.__doc__ or "").partition("\n\n")
        says, leaves_open = (" ".join(part.split()).rstrip(".") for part in (first, second))
        stands_for = tuple(rules.split())
        KNOWN[role, name] = Invariant(name, role, says, leaves_open, stands_for, frozenset(kinds), at_rest, judge)
        return judge

    return enlist


def owed(holds: bool, said: str, *records: int) -> Wrong | None:
    """The judgement on something that has to hold: ``said`` names what was owed and what was seen instead."""
    return None if holds else Wrong(said, records)
