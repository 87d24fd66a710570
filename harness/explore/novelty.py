"""What has met so far in one exploration, so that what has not met yet is drawn rather."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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

    ``drafts`` are the orders as the acts so far have left them. Going ``by_things``, what befalls a thing counts for it
    on whichever order, since lines of several orders are about it.
    """

    def __init__(self, by_things: bool = False) -> None:
        self._by_things = by_things
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
        on_orders, on_lines = self._met_on_orders(act, drafts), self._met_on_lines(touched, drafts)
        return _rated(on_orders, self._on_orders) + _rated(on_lines, self._on_lines)

    def note(self, act: Act, drafts: Mapping[str, Draft]) -> frozenset[LineName]:
        """An act was done; the lines that it has touched, and going by things, others about the same."""
        touched = touched_by(act.steps, self._drafts, drafts)
        _count(self._met_on_orders(act, drafts), self._on_orders)
        _count(self._met_on_lines(touched, drafts), self._on_lines)
        for name in act.about:
            self._orders[name] |= {act.kind, *act.mechanisms}
        for line, facets in touched.items():
            self._lines[self._thing(line, drafts)] |= facets
            self._orders[line[0]] |= facets
        near = self._near(act, touched, drafts) if self._by_things else frozenset(touched)
        self._drafts = dict(drafts)
        return near

    def _near(self, act: Act, touched: Touched, drafts: Mapping[str, Draft]) -> frozenset[LineName]:
        """The lines about what an act has touched: all of its order, where it names no line of it."""
        lines = [(name, row["line"]) for name, draft in drafts.items() for row in draft.rows]
        whole = act.about if not touched and len(act.about) == 1 else ()
        near = {*touched, *(line for line in lines if line[0] in whole)}
        things = {self._thing(line, drafts) for line in near}
        return frozenset(near.union(line for line in lines if self._thing(line, drafts) in things))

    def _thing(self, line: LineName, drafts: Mapping[str, Draft]) -> LineName:
        """What a line is about, told from its order as it is, or was before; the line itself where it goes by lines."""
        if not self._by_things:
            return line
        rows = (row for known in (drafts, self._drafts) if line[0] in known for row in known[line[0]].rows)
        asset = next((row.get("asset", "") for row in rows if row["line"] == line[1]), "")
        return ("", asset) if asset else line

    def _met_on_orders(self, act: Act, drafts: Mapping[str, Draft]) -> Met:
        """What an act is, each with what has befallen its orders, or is done by their lines."""
        about = _akin(act.about, drafts) if self._by_things else act.about
        before = set[str]().union(*(self._orders[name] | _actions(drafts, name) for name in about))
        return dict.fromkeys((act.kind, *act.mechanisms), before)

    def _met_on_lines(self, touched: Touched, drafts: Mapping[str, Draft]) -> Met:
        """What befalls lines, each with what has befallen the same line before, and what else befalls it now."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for line, facets in touched.items():
            before = self._lines[self._thing(line, drafts)]
            for now in facets:
                found[now] |= before
            for past, now in combinations(sorted(facets), 2):
                found[now].add(past)
        return found


def _akin(names: Iterable[str], drafts: Mapping[str, Draft]) -> set[str]:
    """These orders, and those that are about the same things."""
    known = {name: {row["asset"] for row in draft.rows if row.get("asset")} for name, draft in drafts.items()}
    things = set[str]().union(*(known[name] for name in names if name in known))
    return {*names, *(name for name, assets in known.items() if assets & things)}


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
