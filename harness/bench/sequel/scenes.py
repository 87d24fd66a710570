"""Which scenes there are, after examples of which rules, and how one is drawn and played."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.stage import Stage
from ordertck.harness.variation import Variation, number_of

T = TypeVar("T")


@dataclass(slots=True)
class Draw:
    """Choices that hang on the seed, on the example's number in its run, and on how many were made before."""

    variation: Variation
    number: str
    count: int = 0

    def below(self, limit: int) -> int:
        """A number from 0 to below the limit."""
        self.count += 1
        return self.variation.below(limit, "sequel", self.number, str(self.count))

    def one(self, choices: Sequence[T]) -> T:
        """One of these."""
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[T], most: int) -> list[T]:
        """Up to so many of these, in another order."""
        by = {str(place): item for place, item in enumerate(choices)}
        self.count += 1
        return [by[key] for key in self.variation.shuffled(by, lambda key: f"{self.number} {self.count} {key}")][:most]

    def chance(self, of: int) -> bool:
        """True once in so many times."""
        return self.below(of) == 0


Play = Callable[[Stage, Order, Draw], None]


class _Scene(NamedTuple):
    role: str
    rules: frozenset[str]
    play: Play


@dataclass(frozen=True, slots=True)
class Role:
    """What the sequels of a role have in common.

    ``orders`` are those of the example that a scene may be about; with none there is no sequel. ``begins`` comes before
    the scene, ``ends`` after it: neighbours finish what they have begun, before all is judged once more.
    """

    orders: Callable[[Stage], list[Order]]
    begins: Callable[[Stage, Draw], None] = lambda _stage, _draw: None
    ends: Callable[[Stage], None] = lambda _stage: None


_ROLES: dict[str, Role] = {}
_SCENES: list[_Scene] = []


def has_sequels(role: str, common: Role) -> None:
    """Have the examples of a role end with a sequel."""
    _ROLES[role] = common


def scene(role: str, rules: str) -> Callable[[Play], Play]:
    """Register a scene of a role that is played after examples of these rules."""

    def enlist(play: Play) -> Play:
        _SCENES.append(_Scene(role, frozenset(rules.split()), play))
        return play

    return enlist


def goes_on(stage: Stage, variation: Variation, rule: str) -> bool:
    """Play what befits an example of this rule, and its number in the run; whether there was anything.

    There is no sequel for a system in several roles: what crosses between these is seen by nobody.
    """
    common = _ROLES.get(stage.claims.roles[0]) if len(stage.claims.roles) == 1 else None
    if common is None or not variation.seed:
        return False
    draw = Draw(variation, number_of(stage.id))
    orders = common.orders(stage)
    befitting = [each for each in _SCENES if each.role in stage.claims.roles and rule in each.rules]
    if not orders or not befitting:
        return False
    common.begins(stage, draw)
    draw.one(befitting).play(stage, draw.one(orders), draw)
    stage.settled()
    common.ends(stage)
    return True
