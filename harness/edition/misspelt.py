"""Words of tables that are almost the kit's own: they would pass for other products, price lists or attributes."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Self

from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import Step

# So much alike are no two words of the kit's own tables.
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Spelling:
    """The ``columns`` of the kit's tables, and what may stand in some of them."""

    columns: Set[str]
    cells: dict[str, Set[str]]

    @classmethod
    def of(cls, edition: Edition) -> Self:
        """What the features and the catalogue of an edition have."""
        steps = (s for f in edition.features for r in f.rules for e in r.examples for s in e.steps)
        columns = {column for step in steps if step.table for column in step.table[0]}
        catalogue = edition.catalogue
        return cls(columns, {"product": set(catalogue.products), "price list": set(catalogue.rate_plans)})

    def slips(self, step: Step) -> Iterator[str]:
        """What of a step's table is misspelt, with the word that is nearest."""
        head, *rows = step.table or ((),)
        for column in head:
            yield from _slip("column", column, self.columns)
        for row in rows:
            for column, cell in zip(head, row, strict=True):
                yield from _slip(column, cell, self.cells.get(column, set()))


def _slip(what: str, word: str, known: Set[str]) -> Iterator[str]:
    if word and word not in known and (near := get_close_matches(word, known, 1, _ALIKE)):
        yield f"there is no {what} '{word}'; did you mean '{near[0]}'?"
