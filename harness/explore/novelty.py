"""What has met so far in one exploration, so that what has not met yet is drawn rather."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations
from random import Random

from ordertck.harness.explore.acts import Act
from ordertck.harness.explore.order_draft import Draft

# Of so many pairs that an act would make, the least known ones, it is asked how well they are known.
_LEAST = 3
# Of so many choices of mechanisms the one is taken whose pairs were chosen least.
_CHOICES = 8


class Novelty:
    """Counts what an exploration has come to: which acts came after which on the same orders, and what it was about."""

    def __init__(self) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._chosen: Counter[tuple[str, str]] = Counter()
        self._past: defaultdict[str, set[str]] = defaultdict(set)

    def begin(self) -> None:
        """Another history: of its orders nothing is known yet."""
        self._past.clear()

    def focus(self, dice: Random, *parts: tuple[list[str], int]) -> frozenset[str]:
        """So many mechanisms of each part, of which any two were chosen about as often as any others."""
        drawn = [
            [name for names, many in parts for name in dice.sample(names, min(many, len(names)))]
            for _ in range(_CHOICES)
        ]
        best = min(drawn, key=lambda chosen: sum(self._chosen[pair] for pair in combinations(sorted(chosen), 2)))
        self._chosen.update(combinations(sorted(best), 2))
        return frozenset(best)

    def of(self, act: Act, drafts: Mapping[str, Draft]) -> float:
        """How new it is that this act befalls the orders that it is about: by the pairs that were met least so far."""
        fresh = sorted((1 / (1 + self._pairs[pair]) for pair in self._met_by(act, drafts)), reverse=True)
        return sum(fresh[:_LEAST])

    def note(self, act: Act, drafts: Mapping[str, Draft]) -> None:
        """An act was done."""
        self._pairs.update(self._met_by(act, drafts))
        for name in act.about:
            self._past[name] |= {act.kind, *act.mechanisms}

    def _met_by(self, act: Act, drafts: Mapping[str, Draft]) -> set[tuple[str, str]]:
        """What has befallen the orders of an act, or is done by their lines, each with what the act is."""
        before = set[str]().union(*(self._past[name] | _actions(drafts, name) for name in act.about))
        return {(past, now) for past in before for now in (act.kind, *act.mechanisms)}


def _actions(drafts: Mapping[str, Draft], name: str) -> set[str]:
    draft = drafts.get(name)
    return {row["action"] for row in draft.rows if row.get("action")} if draft is not None else set()
