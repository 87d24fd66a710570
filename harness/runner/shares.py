"""How the examples of a run are divided among jobs: so that the last job is done as early as can be."""

from collections.abc import Sequence
from heapq import heapify, heapreplace

from ordertck.harness.runner.estimate import counted
from ordertck.harness.runner.turns import Turn

# An example costs something even where it waits for no silence; so does the order that runs ahead of it.
_AT_LEAST, _FORERUNNER = 1, 3


def shares(turns: Sequence[Turn], count: int) -> list[list[Turn]]:
    """So many shares of the turns, each in their order: the same ones for the same turns.

    The example that waits for most silences comes first, each goes to the job that has least to wait for so far. The
    reference waits for none.
    """
    if count == 1 or not turns:
        return [list(turns), *([] for _ in range(count - 1))]
    claims = turns[0].claims
    waits = {} if claims.is_embedded else counted(claims.edition)
    share: list[list[Turn]] = [[] for _ in range(count)]
    loads = [(0, number) for number in range(count)]
    heapify(loads)
    costs = [(_cost(turn, waits.get(str(turn.example.id), 0)), turn) for turn in turns]
    for cost, turn in sorted(costs, key=_heaviest):
        load, number = loads[0]
        share[number].append(turn)
        heapreplace(loads, (load + cost, number))
    for each in share:
        each.sort(key=lambda turn: turn.place)
    return share


def _cost(turn: Turn, waits: int) -> int:
    """What a turn costs, in silences; its numbers are further apart where an order runs ahead."""
    return len(turn.numbers) * (_AT_LEAST + waits + _FORERUNNER * turn.runs_ahead)


def _heaviest(costly: tuple[int, Turn]) -> tuple[int, int]:
    cost, turn = costly
    return -cost, turn.place
