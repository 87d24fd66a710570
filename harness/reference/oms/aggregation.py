"""Aggregation: which status a whole takes on, by rules over the statuses of its parts; the rules are data (UF-06)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ordertck.harness.messages import Status
from ordertck.harness.reference.oms.order_life_cycle import LineState, OrderState


class Quantifier(Enum):
    """How many of the parts must have a status for a rule to hold."""

    ALL = "all"
    ANY = "any"
    NONE = "none"

    def holds(self, having: int, parts: int) -> bool:
        """Whether it holds where ``having`` of so many parts have the status."""
        return {Quantifier.ALL: having == parts, Quantifier.ANY: having > 0, Quantifier.NONE: having == 0}[self]


@dataclass(frozen=True, slots=True)
class AggregationRule:
    """Where all, any or none of the parts have the status ``has``, the whole becomes ``becomes``."""

    quantifier: Quantifier
    has: str
    becomes: str


# The first rule that holds decides.
ORDER_RULES: Sequence[AggregationRule] = (
    AggregationRule(Quantifier.ALL, LineState.COMPLETE, OrderState.COMPLETE),
    AggregationRule(Quantifier.ANY, LineState.COMPLETE, OrderState.IN_PROGRESS),
)
# An item waits for every fulfilment system that has work for it: provisioning and billing.
ITEM_RULES: Sequence[AggregationRule] = (AggregationRule(Quantifier.ALL, Status.COMPLETE, LineState.COMPLETE),)


def aggregate(rules: Sequence[AggregationRule], statuses: Mapping[str, int], parts: int) -> str | None:
    """The status of a whole of so many parts, ``statuses`` saying how many have which; None where no rule holds."""
    return next((rule.becomes for rule in rules if rule.quantifier.holds(statuses.get(rule.has, 0), parts)), None)
