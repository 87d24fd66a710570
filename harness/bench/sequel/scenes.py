"""Which scenes there are, after examples of which rules, and how one is drawn and played."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from ordertck.harness.bench.inside import hands_on, is_for_services
from ordertck.harness.bench.orders import Order
from ordertck.harness.bench.parts.provisioning import TARGET
from ordertck.harness.bench.stage import Stage
from ordertck.harness.messages.roles import Trait
from ordertck.harness.variation import Variation, number_of

T = TypeVar("T")

# One sequel in so many begins with a breakdown, where the system can be started again.
_BREAKDOWNS = 5


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
    rules: frozenset[str]
    play: Play


_SCENES: list[_Scene] = []


def scene(rules: str) -> Callable[[Play], Play]:
    """Register a scene that is played after examples of these rules."""

    def enlist(play: Play) -> Play:
        _SCENES.append(_Scene(frozenset(rules.split()), play))
        return play

    return enlist


def targets(stage: Stage) -> list[str]:
    """The provisioning systems of the catalogue that the kit plays, once a product."""
    known = [product.target for product in stage.directory.catalogue.products.values() if product.target]
    return [target for target in known if target != TARGET or not Trait.SERVICES.of(stage.claims.roles)]


def goes_on(stage: Stage, variation: Variation, rule: str) -> bool:
    """Play what befits an example of this rule, and its number in the run; whether there was anything."""
    if not hands_on(stage.role, stage.claims.roles) or not variation.seed:
        return False
    if Trait.SERVICES.of(stage.claims.roles) and any(map(is_for_services, stage.channel.traffic.told)):
        return False  # what else is asked of the same lines could not be told from what the services inside say of them
    draw = Draw(variation, number_of(stage.id))
    orders = [order for order in stage.orders.values() if stage.order_system.versions(order.number)]
    befitting = [each for each in _SCENES if rule in each.rules]
    if not orders or not befitting:
        return False
    if "billing-receipts" in stage.claims.capabilities and not stage.billing.held:
        stage.billing.own_ids = stage.billing.own_ids or draw.chance(2)
    if draw.chance(_BREAKDOWNS) and "restartable" in stage.claims.capabilities:
        stage.channel.break_down()
    draw.one(befitting).play(stage, draw.one(orders), draw)
    stage.settled()
    return True
