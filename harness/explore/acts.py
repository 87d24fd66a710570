"""Acts: what people, neighbours and time do at the edges of a system, each in the kit's own sentences."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, wraps
from random import Random
from typing import Any, TypeVar

from ordertck.harness.bench import Stage
from ordertck.harness.bench.inside import heard_role
from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Step
from ordertck.harness.errors import UsageError
from ordertck.harness.explore import EXPLORED
from ordertck.harness.explore.order_draft import Draft
from ordertck.harness.explore.touched import LineName

QUIET = Step("when", "all is quiet", 0)
# When a system breaks down, and how often; at every message costs as much as many histories.
MOMENTS = ("",) * 5 + (" at the next message",) * 6 + (" at every message",)


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its sentences, the ``mechanisms`` that it sets going, and the orders (by name) that it is ``about``."""

    kind: str
    steps: tuple[Step, ...]
    mechanisms: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()


def explored_role(claims: Claims) -> str:
    """The role whose acts are drawn, and whose oracle hears: of a suite the one inside that is seen whole.

    Raises ``UsageError`` where nobody outside sees one whole, or no acts of it are known.
    """
    roles = claims.roles
    seen = roles if len(roles) == 1 else [role for role in roles if heard_role(role, roles) == role]
    for role in seen:
        if role in EXPLORED:
            return role
    known = f"of roles beside each other nobody outside sees one whole, and acts are known of {', '.join(EXPLORED)}"
    problem = f"a system in the roles {', '.join(roles)} is not explored: {known}"
    raise UsageError(problem, "write claims for one role alone", claims.file)


def is_claimed(claims: Claims, role: str, mechanism: str) -> bool:
    """Whether claims name one of the profiles that a mechanism is the matter of, in this role; or there is none."""
    edition = claims.edition
    known = edition.mechanisms.known.get(mechanism)
    wanted = [profile for profile in known.profiles if role in edition.roles_of[profile]] if known else []
    return not wanted or bool(set(wanted) & set(claims.profiles))


@dataclass(slots=True)
class Scene:
    """What an act is drawn from: the dice, what is claimed, the stage as it is now, and what was drafted so far.

    ``drafts`` are the orders by name as they were written last; ``changes`` counts what was drawn, for fresh
    names; ``latest`` are the orders that the latest act was about, ``touched`` the lines that it, or one before it, did
    something to, ``last`` what it was, ``acts`` all so far; ``notes`` is what the opening decided on; ``focus`` are the
    mechanisms that the history is about, none where it is about whatever comes; ``unclaimed`` are those that the system
    need not know of.
    ``standing`` is what was told of how things stand, until something is done. One that is ``calm`` goes on to a next
    order when the one before is over: of what two orders do to one thing at once the documents say little. One that is
    ``narrow`` goes on with the one thing that it began with.
    """

    dice: Random
    claims: Claims
    stage: Stage
    drafts: dict[str, Draft]
    changes: int = 0
    latest: frozenset[str] = frozenset()
    touched: frozenset[LineName] = frozenset()
    unfit: bool = False
    notes: frozenset[str] = frozenset()
    focus: frozenset[str] = frozenset()
    unclaimed: frozenset[str] = frozenset()
    last: Act | None = None
    acts: list[Act] = field(default_factory=list)
    calm: bool = False
    narrow: bool = False
    standing: dict[object, Any] = field(default_factory=dict)

    def one_of(self, names: Sequence[str]) -> str:
        """One of these orders, rather one that the latest act was about: so acts meet on the same orders."""
        latest = [name for name in names if name in self.latest]
        return self.dice.choice(latest if latest and self._stays() else names)

    def one_line(self, lines: Sequence[LineName]) -> LineName:
        """One of these lines, rather of an order, and there a line, to which something was done just now."""
        order = self.one_of([order for order, _ in lines])
        mine = [line for line in lines if line[0] == order]
        near = [line for line in mine if line in self.touched]
        return self.dice.choice(near if near and not self.one_in(3) else mine)

    def _stays(self) -> bool:
        if self.narrow:
            return not self.one_in(8)
        return not self.one_in(3) if self.focus else self.one_in(2)

    def one_in(self, number: int) -> bool:
        """Whether something happens that is to happen once in so many times."""
        return self.dice.randrange(number) == 0

    def keen(self, mechanism: str, seldom: int) -> bool:
        """Whether something of a mechanism is to happen: rather in a history that is about it, else once in so many."""
        if mechanism in self.focus:
            return not self.one_in(3)
        return self.one_in(seldom) and self.knows(mechanism)

    def knows(self, mechanism: str) -> bool:
        """Whether the system has to know of a mechanism: some profile that it belongs to is claimed."""
        return mechanism not in self.unclaimed

    def can(self, capability: str) -> bool:
        """Whether a capability is claimed."""
        return capability in self.claims.capabilities

    def fresh(self) -> int:
        """A number that no other name has."""
        self.changes += 1
        return self.changes


Drawn = Act | None
Told = TypeVar("Told")


def as_things_stand(tell: Callable[[Scene], Told]) -> Callable[[Scene], Told]:
    """Have a function of the stage worked out once for all acts that are drawn before the next thing is done."""

    @wraps(tell)
    def told(scene: Scene) -> Told:
        if tell not in scene.standing:
            scene.standing[tell] = tell(scene)
        known: Told = scene.standing[tell]
        return known

    return told


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act: how it is drawn, and how often; ``needs`` are capabilities without which it is not.

    One that is ``basic`` is drawn whatever mechanisms are claimed, and says only what the system has to know of.
    """

    name: str
    role: str
    weight: int
    needs: frozenset[str]
    areas: frozenset[str]
    basic: bool
    draw: Callable[[Scene], Drawn]


KINDS: dict[tuple[str, str], Kind] = {}
Opening = Callable[[Scene], Iterable[Act]]
OPENINGS: dict[str, Opening] = {}
FOCUSED: set[str] = set()
CLOSINGS: dict[str, Opening] = {}
COURSES: dict[str, Callable[[Scene], Drawn]] = {}


@cache
def kinds_of(role: str) -> tuple[Kind, ...]:
    """The kinds of acts of a role, as the modules of its package register them; none where there is no package."""
    if role in EXPLORED:
        package = importlib.import_module(f"{__package__}.{role}")
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    return tuple(kind for kind in KINDS.values() if kind.role == role)


def opening(role: str, focused: bool = False) -> Callable[[Opening], Opening]:
    """Register the function that draws the acts with which histories of a role begin.

    Where these are ``focused``, each is about few mechanisms, which its acts and orders are drawn for.
    """

    def enlist(draw: Opening) -> Opening:
        OPENINGS[role] = draw
        if focused:
            FOCUSED.add(role)
        return draw

    return enlist


def closing(role: str) -> Callable[[Opening], Opening]:
    """Register the function that draws the acts with which histories of a role end: what is held is let go.

    Each is drawn once the one before it is over, so as things stand by then.
    """

    def enlist(draw: Opening) -> Opening:
        CLOSINGS[role] = draw
        return draw

    return enlist


def course(role: str) -> Callable[[Callable[[Scene], Drawn]], Callable[[Scene], Drawn]]:
    """Register the function that draws how neighbours get on with what the latest act was about, None where they don't.

    What is thought better of, or breaks down, is under way then, as far with one line and otherwise with the next.
    """

    def enlist(draw: Callable[[Scene], Drawn]) -> Callable[[Scene], Drawn]:
        COURSES[role] = draw
        return draw

    return enlist


def act(
    role: str, weight: int, areas: str = "", needs: str = "", basic: bool = False
) -> Callable[[Callable[[Scene], Drawn]], Callable[[Scene], Drawn]]:
    """Register a function that draws an act of a kind, None where there is nothing to do it to.

    ``areas`` are the mechanisms (features/mechanisms.toml) that it belongs to, ``needs`` capabilities; both separated
    by blanks. The weight says how often it is drawn, against the others of its role. Left out is what is not claimed,
    unless it is ``basic``.
    """

    def enlist(draw: Callable[[Scene], Drawn]) -> Callable[[Scene], Drawn]:
        name = draw.__name__.replace("_", "-")
        KINDS[role, name] = Kind(name, role, weight, frozenset(needs.split()), frozenset(areas.split()), basic, draw)
        return draw

    return enlist


def given(text: str, table: list[list[str]] | None = None) -> Step:
    """A sentence that says what there is."""
    return _step("given", text, table)


def when(text: str, table: list[list[str]] | None = None) -> Step:
    """A sentence that says what is done."""
    return _step("when", text, table)


def _step(kind: str, text: str, table: list[list[str]] | None) -> Step:
    return Step(kind, text, 0, None if table is None else tuple(tuple(row) for row in table))


def done(kind: str, steps: Iterable[Step], mechanisms: str = "", about: Iterable[str] = ()) -> Act:
    """An act of these sentences."""
    return Act(kind, tuple(steps), frozenset(mechanisms.split()), frozenset(about))


@as_things_stand
def held_work(scene: Scene) -> list[tuple[str, str]]:
    """The work that provisioning holds: by the name of its order and the number of its line."""
    keys = (scene.stage.directory.line_key(work.line.line) for work in scene.stage.provisioning.held)
    pairs = (key.partition("/") for key in keys if "/" in key)
    return [(order, line) for order, _, line in pairs]
