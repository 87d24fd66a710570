"""Styles: ways of working that the documents permit, combined so that every two of them meet in some system."""

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

# Choices are numbered, and several of them are the bits of a number: what a command knows of is worked out at once.
Bits = int


def covering(
    factors: Mapping[str, Sequence[str]], wanted: Callable[[str, str], bool] = lambda _one, _other: True
) -> list[frozenset[str]]:
    """Sets of choices in which every two of different factors meet, and each meets the other's absence.

    ``factors`` are the choices that exclude each other, by what they are a choice of. ``wanted`` says of two choices
    whether they have to meet; an absence is the empty choice. Deterministic.
    """
    names = [choice for among in factors.values() for choice in ("", *among)]
    numbers = iter(range(len(names)))
    choices = [[next(numbers) for _ in ("", *among)] for among in factors.values()]
    left: list[Bits] = [0] * len(names)
    for one, other in combinations(choices, 2):
        for a in one:
            for b in other:
                if wanted(names[a], names[b]):
                    left[a] |= 1 << b
                    left[b] |= 1 << a
    sets = []
    while any(left):
        rows = [_row(choices[turn:] + choices[:turn], left) for turn in range(len(choices))]
        best = max(rows, key=lambda row: _covered(row, left))
        for choice in best:
            left[choice] &= ~_bits(best)
        sets.append(frozenset(names[choice] for choice in best if names[choice]))
    return [chosen for chosen in sets if len(chosen) > 1]


def _row(order: list[list[int]], left: Sequence[Bits]) -> list[int]:
    """A choice for each factor, in this order: what covers most with those made, else what most is still to cover."""
    row: list[int] = []
    made: Bits = 0
    for among in order:
        chosen = max(among, key=lambda choice: ((left[choice] & made).bit_count(), left[choice].bit_count()))
        row.append(chosen)
        made |= 1 << chosen
    return row


def _covered(row: Sequence[int], left: Sequence[Bits]) -> int:
    chosen = _bits(row)
    return sum((left[choice] & chosen).bit_count() for choice in row)


def _bits(row: Sequence[int]) -> Bits:
    return sum(1 << choice for choice in row)
