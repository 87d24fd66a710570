"""Words of examples that are almost the kit's own, and such as the kit has none of: they would pass for others."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Self

from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import Step

# So much alike are no two words of the kit's own tables.
_ALIKE = 0.8
_ACTION = "action"
_QUOTED = re.compile(r'"([^"]*)"')
# What the catalogue names, and sentences name in quotes too.
_SOLD = ("price list", "product")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The ``columns`` of the kit's tables, and what may stand in some of them."""

    columns: Set[str]
    cells: Mapping[str, Set[str]]

    @classmethod
    def of(cls, edition: Edition) -> Self:
        """What the features and the catalogue of an edition have."""
        steps = [s for f in edition.features for r in f.rules for e in r.examples for s in e.steps if s.table]
        columns = {column for step in steps for column in (step.table or ((),))[0]}
        actions = {cell for step in steps for column, cell in _cells(step) if column == _ACTION}
        catalogue = edition.catalogue
        cells = {"product": set(catalogue.products), "price list": set(catalogue.rate_plans), _ACTION: actions}
        return cls(columns, cells)

    def slips(self, step: Step) -> Iterator[str]:
        """What of a step's sentence and table is misspelt, with the word that is nearest."""
        for word in self._unknown_in_sentence(step):
            for what in _SOLD:
                yield from _slip(what, word, self.cells[what])
        for column in (step.table or ((),))[0]:
            yield from _slip("column", column, self.columns)
        for column, cell in _cells(step):
            yield from _slip(column, cell, self.cells.get(column, set()))

    def strange(self, step: Step) -> Iterator[str]:
        """What of a step's sentence and table is no word of the edition's: meant so, or taken for known."""
        for word in self._unknown_in_sentence(step):
            for what in _SOLD:
                if word.lower().endswith(what):
                    yield f"there is no {what} '{word}', so it is sent as it stands"
        for column in (step.table or ((),))[0]:
            if column not in self.columns:
                yield f"no feature has a column '{column}'; of a line it is taken for an attribute"
        for column, cell in _cells(step):
            if cell and column in self.cells and cell not in self.cells[column]:
                yield f"there is no {column} '{cell}', so it is sent as it stands"

    def _unknown_in_sentence(self, step: Step) -> Iterator[str]:
        """What a sentence quotes that the catalogue does not sell; names of orders and records stand in capitals."""
        sold = set().union(*(self.cells[what] for what in _SOLD))
        yield from (word for word in _QUOTED.findall(step.text) if word not in sold and not word.isupper())


def _cells(step: Step) -> Iterator[tuple[str, str]]:
    """What stands in a step's table, with the column that it stands in."""
    head, *rows = step.table or ((),)
    for row in rows:
        yield from zip(head, row, strict=True)


def _slip(what: str, word: str, known: Set[str]) -> Iterator[str]:
    if not word or word in known:
        return
    by_letters = {each.lower(): each for each in known}
    for near in get_close_matches(word.lower(), by_letters, 1, _ALIKE):
        yield f"there is no {what} '{word}'; did you mean '{by_letters[near]}'?"
