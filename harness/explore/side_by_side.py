"""Explorations side by side: each process plays every so many-th history, and what they found is put together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ordertck.harness.claims import Claims
from ordertck.harness.explore.exploration import Bounds, Exploration, Explored, is_alike
from ordertck.harness.runner.processes import each_of


@dataclass(frozen=True, slots=True)
class _Share:
    """What one process explores: the histories of the seed that begin with ``first`` and are ``of`` apart."""

    claims: Claims
    seed: int
    areas: Sequence[str]
    bounds: Bounds
    first: int
    of: int

    def explore(self, progress: Callable[[Explored], None] = lambda _: None) -> Explored:
        """Explore it."""
        exploration = Exploration(self.claims, self.seed, self.areas, number=self.first)
        return exploration.explore(replace(self.bounds, step=self.of), progress)


def explore(
    claims: Claims,
    seed: int,
    areas: Sequence[str],
    bounds: Bounds,
    processes: int,
    progress: Callable[[Explored], None],
) -> Explored:
    """Explore a system in one or more processes. Raises what ``Exploration.explore`` raises."""
    if processes == 1:
        return _Share(claims, seed, areas, bounds, 1, 1).explore(progress)
    shares = [_Share(claims, seed, areas, bounds, number, processes) for number in range(1, processes + 1)]
    return together(each_of([share.explore for share in shares]))


def together(parts: Sequence[Explored]) -> Explored:
    """What several explorations of one system found, the same thing once."""
    whole = Explored(parts[0].role, parts[0].seed)
    for part in parts:
        whole.histories += part.histories
        whole.acts += part.acts
        whole.seconds = max(whole.seconds, part.seconds)
        whole.broke = whole.broke or part.broke
        for ours, theirs in ((whole.seen, part.seen), (whole.looked_at, part.looked_at), (whole.kinds, part.kinds)):
            ours.update(theirs)
        whole.meetings.update(part.meetings)
        whole.findings += [found for found in part.findings if not any(is_alike(found, k) for k in whole.findings)]
    return whole
