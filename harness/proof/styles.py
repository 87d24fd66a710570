"""Styles: ways of working that the documents permit, combined so that every two of them meet in some system."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

Item = tuple[str, str]
Pairs = set[frozenset[Item]]


def covering(
    factors: Mapping[str, Sequence[str]], wanted: Callable[[str, str], bool] = lambda _one, _other: True
) -> list[frozenset[str]]:
    """Sets of choices in which every two of different factors meet, and each meets the other's absence.

    ``factors`` are the choices that exclude each other, by what they are a choice of. ``wanted`` says of two choices
    whether they have to meet; an absence is the empty choice. Deterministic.
    """
    choices = {factor: ("", *among) for factor, among in factors.items()}
    left: Pairs = {
        frozenset({(one, a), (other, b)})
        for one, other in combinations(choices, 2)
        for a in choices[one]
        for b in choices[other]
        if wanted(a, b)
    }
    order, sets = list(choices), []
    while left:
        open_still = Counter(item for pair in left for item in pair)
        rows = [_row(order[turn:] + order[:turn], choices, left, open_still) for turn in range(len(order))]
        best = max(rows, key=lambda row: len(_met(row) & left))
        left -= _met(best)
        sets.append(frozenset(choice for choice in best.values() if choice))
    return [chosen for chosen in sets if len(chosen) > 1]


def _row(
    order: list[str], choices: Mapping[str, Sequence[str]], left: Pairs, open_still: Counter[Item]
) -> dict[str, str]:
    """A choice for each factor, in this order: what covers most with those made, else what most is still to cover."""
    row: dict[str, str] = {}
    for factor in order:
        made = list(row.items())
        gains = [
            (sum(frozenset({(factor, choice), item}) in left for item in made), open_still[factor, choice])
            for choice in choices[factor]
        ]
        row[factor] = choices[factor][gains.index(max(gains))]
    return row


def _met(row: Mapping[str, str]) -> Pairs:
    return {frozenset(pair) for pair in combinations(row.items(), 2)}
