"""The oracle of one role: books what crosses, asks the invariants, and counts what each of them has looked at."""

import importlib
import pkgutil
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from ordertck import data
from ordertck.harness.claims import Claims
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.oracle.crossing import Crossing, Rest
from ordertck.harness.oracle.invariants import KNOWN, Invariant, Objection
from ordertck.harness.oracle.malformed import MALFORMED


class Book(Protocol):
    """The accounts of one role: what was ordered, accepted, refused, done, undone, told and charged."""

    def called(self, crossing: Crossing) -> str:
        """The kind of a message, and further words where it can be told more closely what it is."""

    def note(self, crossing: Crossing) -> None:
        """Take down a message, after the invariants have judged it."""

    def rest(self, rest: Rest) -> None:
        """Nothing is under way: what was open for want of an answer is settled by there being none."""


class Oracle:
    """Judges one exchange with a system in one role. ``looked_at`` counts, by invariant, how often it had a say."""

    def __init__(self, role: str, claims: Claims) -> None:
        self.looked_at: Counter[str] = Counter()
        self._book = book_of(role, claims)
        self._role, self._at_rest = role, _judging_at_rest(role)

    def cross(self, crossing: Crossing) -> list[Objection]:
        """A message crosses an edge; the objections to it."""
        if crossing.message.kind == MALFORMED:
            return self._ask(_judging(self._role, MALFORMED), crossing)
        found = self._ask(_judging(self._role, self._book.called(crossing)), crossing)
        self._book.note(crossing)
        return found

    def rest(self, rest: Rest) -> list[Objection]:
        """Nothing is under way; the objections to how things stand."""
        self._book.rest(rest)
        return self._ask(self._at_rest, rest)

    def hear(self, moments: Iterable[Crossing | Rest]) -> list[Objection]:
        """A whole exchange, in its order; every objection, in theirs."""
        found: list[Objection] = []
        for moment in moments:
            found += self.cross(moment) if isinstance(moment, Crossing) else self.rest(moment)
        return found

    def _ask(self, invariants: Iterable[Invariant], moment: Crossing | Rest) -> list[Objection]:
        found: list[Objection] = []
        book = self._book
        for judge in invariants:
            times = 0
            for judgement in judge.judge(book, moment):
                times += 1
                if judgement is not None:
                    records = tuple(dict.fromkeys((*judgement.records, moment.record)))
                    found.append(Objection(judge.name, judge.rules, judgement.said, records))
            if times:
                self.looked_at[judge.name] += times
        return found


def book_of(role: str, claims: Claims) -> Book:
    """Empty accounts for a system in this role: the ``BOOK`` of its package. Raises ``LookupError`` for no role."""
    if role not in ROLES:
        raise LookupError(f"no accounts are kept of the role {role}")
    book: Book = importlib.import_module(f"{__package__}.{role}").BOOK(claims)
    return book


@cache
def known_invariants(role: str) -> tuple[Invariant, ...]:
    """The invariants of a role, as the modules of its package register them, in the order in which they stand."""
    if role in ROLES:
        package = importlib.import_module(f"{__package__}.{role}")
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    return tuple(known for known in KNOWN.values() if known.role == role)


def invariant_called(role: str, name: str) -> Invariant:
    """The invariant of this name. Raises ``LookupError`` where there is none."""
    for known in known_invariants(role):
        if known.name == name:
            return known
    raise LookupError(f"no invariant of {role} is called {name}")


@cache
def _judging(role: str, called: str) -> tuple[Invariant, ...]:
    """The invariants that judge a message which is called so, or so and more closely."""
    words = called.split()
    kinds = {" ".join(words[:many]) for many in range(1, len(words) + 1)}
    return tuple(known for known in known_invariants(role) if known.kinds & kinds)


@cache
def _judging_at_rest(role: str) -> tuple[Invariant, ...]:
    return tuple(known for known in known_invariants(role) if known.at_rest)


def invariants_of(rule: str, roles: Iterable[str] = ROLES) -> list[Invariant]:
    """The invariants of these roles that stand for a rule."""
    return [known for role in ROLES if role in roles for known in known_invariants(role) if rule in known.rules]


@cache
def unjudged() -> Mapping[str, Mapping[str, str]]:
    """The rules for which no invariant stands, with the reason, by role and rule (unjudged.toml)."""
    content: dict[str, dict[str, str]] = tomllib.loads(
        data("harness", "oracle", "unjudged.toml").read_text(encoding="utf-8")
    )
    return content
