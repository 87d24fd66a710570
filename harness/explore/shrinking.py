"""Shrinking: the fewest sentences, lines and cells that still show a breach."""

import re
from collections.abc import Callable, Iterator

from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import QUIET

Steps = tuple[Step, ...]
_NAMED = re.compile(r'order "([^"]+)"')
# A history is played again at most so often while it is shrunk.
_MOST_PLAYS = 600
# Columns that a table means nothing without, and further ones in which no cell is left blank.
_NEEDED = frozenset({"line", "price list", "status", "check", "outcome", "kind", "name", "order", "target"})
_NEVER_BLANK = frozenset({*_NEEDED, "action", "product", "asset", "phase", "revision"}) - {"price list"}


class Shrinking:
    """Makes a history smaller as long as ``shows`` says that it still shows what it showed."""

    def __init__(self, shows: Callable[[Steps], bool], most_plays: int = _MOST_PLAYS) -> None:
        self._shows, self._left = shows, most_plays

    def shrunk(self, steps: Steps) -> Steps:
        """The smallest history that was found."""
        before: Steps = ()
        while before != steps and self._left > 0:
            before = steps
            for smaller in (_without_orders, _without_steps, _without_pairs, _plainer, _smaller_tables):
                steps = self._pass(smaller, steps)
        return steps

    def _pass(self, smaller: "Callable[[Steps], Iterator[Steps]]", steps: Steps) -> Steps:
        again = True
        while again and self._left > 0:
            again = False
            for candidate in smaller(steps):
                if self._left <= 0:
                    break
                self._left -= 1
                if self._shows(candidate):
                    steps, again = candidate, True
                    break
        return steps


def _orders(steps: Steps) -> list[str]:
    return list(dict.fromkeys(name for step in steps for name in _NAMED.findall(step.text)))


def _without_orders(steps: Steps) -> Iterator[Steps]:
    """The history without all that is said of one order."""
    for name in reversed(_orders(steps)):
        kept, gone = [], False
        for step in steps:
            gone = f'order "{name}"' in step.text or (gone and step.text == "its lines are")
            if not gone:
                kept.append(step)
        yield tuple(kept)


def _without_steps(steps: Steps) -> Iterator[Steps]:
    size = len(steps) // 2
    while size >= 1:
        for start in range(len(steps) - size, -1, -size):
            yield steps[:start] + steps[start + size :]
        size //= 2


def _without_pairs(steps: Steps) -> Iterator[Steps]:
    """The history without two sentences at once, where neither can be missed while the other stands."""
    if len(steps) > 16:
        return
    for first in range(len(steps)):
        for second in range(first + 1, len(steps)):
            yield steps[:first] + steps[first + 1 : second] + steps[second + 1 :]


_PLAINER = (
    (re.compile(r'^(order "[^"]+" is revised) (?:on the|for) "[^"]+" to$'), r"\1 to"),
    (re.compile(r'^(order "[^"]+" is revised), while provisioning completes line \S+, to$'), r"\1 to"),
    (re.compile(r'^(an order "[^"]+") (?:on the|for) "[^"]+" with$'), r"\1 with"),
)


def _plainer(steps: Steps) -> Iterator[Steps]:
    """The history with one sentence that says less."""
    for at, step in enumerate(steps):
        for pattern, plain in _PLAINER:
            if pattern.match(step.text):
                yield _replaced(steps, at, Step(step.type, pattern.sub(plain, step.text), 0, step.table))
        header = re.match(r'^an order "([^"]+)" with header$', step.text)
        if header and at + 1 < len(steps) and steps[at + 1].text == "its lines are":
            simple = Step("given", f'an order "{header[1]}" with', 0, steps[at + 1].table)
            yield (*steps[:at], simple, *steps[at + 2 :])


def _smaller_tables(steps: Steps) -> Iterator[Steps]:
    for at, step in enumerate(steps):
        for table in _smaller(step.table or ()):
            yield _replaced(steps, at, Step(step.type, step.text, 0, table))


Table = tuple[tuple[str, ...], ...]


def _smaller(table: Table) -> Iterator[Table]:
    if not table:
        return
    head, *rows = table
    yield from ((head, *left) for left in _fewer(head, rows))
    for column in range(len(head)):
        if head[column] not in _NEEDED and len(head) > 1:
            yield tuple((*row[:column], *row[column + 1 :]) for row in table)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell and head[column] not in _NEVER_BLANK:
                blank = (*row[:column], "", *row[column + 1 :])
                yield (head, *rows[:at], blank, *rows[at + 1 :])


def _fewer(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """The rows without one of them; a line goes with its components."""
    place = head.index("line") if "line" in head else None
    for row in reversed(rows):
        below = "" if place is None else f"{row[place]}."
        left = [r for r in rows if r is not row and not (place is not None and r[place].startswith(below))]
        if left:
            yield left


def _replaced(steps: Steps, at: int, step: Step) -> Steps:
    return (*steps[:at], step, *steps[at + 1 :])


def in_turn(steps: Steps) -> Steps:
    """What there is before what is done, as features have it: orders are entered first, nothing is sent by that."""
    entered = [s for s in steps if s.type == "given" and _is_entry(s)]
    return (*entered, *(step for step in steps if step not in entered))


def _is_entry(step: Step) -> bool:
    return step.text.startswith("an order ") or step.text == "its lines are"


def acts_in(steps: Steps) -> int:
    """How many acts a history has: what is done, without the entering of orders and the waiting for quiet."""
    return sum(not _is_entry(step) and step != QUIET for step in steps)
