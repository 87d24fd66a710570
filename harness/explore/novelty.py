"""What has met so far in one exploration, so that what has not met yet is drawn rather."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations, repeat
from random import Random

from ordertck.harness.explore.acts import Act
from ordertck.harness.explore.order_draft import Draft
from ordertck.harness.explore.touched import LineName, Touched, touched_by

# By what befalls orders or lines now: what has befallen the same before. Each of the two is a pair.
Met = Mapping[str, set[str]]
# How often each pair was met.
Known = defaultdict[str, Counter[str]]
# Of so many pairs that an act would make, the least known ones, it is asked how well they are known.
_LEAST = 3
# Of so many choices of mechanisms the one is taken whose pairs were chosen least.
_CHOICES = 8


class Novelty:
    """Counts what an exploration has come to: what came after what on the same orders and lines; and what it was about.

    ``drafts`` are the orders as the acts so far have left them.
    """

    def __init__(self) -> None:
        self._on_orders: Known = defaultdict(Counter)
        self._on_lines: Known = defaultdict(Counter)
        self._chosen: Counter[tuple[str, str]] = Counter()
        self._orders: defaultdict[str, set[str]] = defaultdict(set)
        self._lines: defaultdict[LineName, set[str]] = defaultdict(set)
        self._drafts: dict[str, Draft] = {}

    def begin(self) -> None:
        """Another history: of its orders nothing is known yet."""
        self._orders.clear()
        self._lines.clear()
        self._drafts = {}

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
        """How new it is that this act befalls its orders and lines: by the pairs that were met least so far."""
        touched = touched_by(act.steps, self._drafts, drafts)
        on_orders, on_lines = self._met_on_orders(act, drafts), self._met_on_lines(touched)
        return _rated(on_orders, self._on_orders) + _rated(on_lines, self._on_lines)

    def note(self, act: Act, drafts: Mapping[str, Draft]) -> frozenset[LineName]:
        """An act was done; the lines that it has touched."""
        touched = touched_by(act.steps, self._drafts, drafts)
        _count(self._met_on_orders(act, drafts), self._on_orders)
        _count(self._met_on_lines(touched), self._on_lines)
        for name in act.about:
            self._orders[name] |= {act.kind, *act.mechanisms}
        for line, facets in touched.items():
            self._lines[line] |= facets
            self._orders[line[0]] |= facets
        self._drafts = dict(drafts)
        return frozenset(touched)

    def _met_on_orders(self, act: Act, drafts: Mapping[str, Draft]) -> Met:
        """What an act is, each with what has befallen its orders, or is done by their lines."""
        before = set[str]().union(*(self._orders[name] | _actions(drafts, name) for name in act.about))
        return dict.fromkeys((act.kind, *act.mechanisms), before)

    def _met_on_lines(self, touched: Touched) -> Met:
        """What befalls lines, each with what has befallen the same line before, and what else befalls it now."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for line, facets in touched.items():
            before = self._lines[line]
            for now in facets:
                found[now] |= before
            for past, now in combinations(sorted(facets), 2):
                found[now].add(past)
        return found


def _rated(met: Met, known: Known) -> float:
    times: list[int] = []
    for now, before in met.items():
        times += map(known[now].get, before, repeat(0))
    return sum(1 / (1 + many) for many in sorted(times)[:_LEAST])


def _count(met: Met, known: Known) -> None:
    for now, before in met.items():
        known[now].update(before)


def _actions(drafts: Mapping[str, Draft], name: str) -> set[str]:
    draft = drafts.get(name)
    return {row["action"] for row in draft.rows if row.get("action")} if draft is not None else set()
