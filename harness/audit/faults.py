"""What is wrong with a map, each mistake with its line, and all of them told at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ordertck.harness.claims_text import line_of, places
from ordertck.harness.errors import UsageError, raise_all

SEE = "see docs/audit.md ('ordertck docs audit')"


class Fault(NamedTuple):
    """One mistake: what is wrong, what to do, and the tables and keys below which it stands."""

    problem: str
    remedy: str = SEE
    place: tuple[str, ...] = ()


class Faults:
    """The mistakes of a map's file; without its ``text``, as of one in Python, they have no lines."""

    def __init__(self, file: Path, text: str = "") -> None:
        self.file = file
        self._places = [*places(text.splitlines())]
        self._found: list[UsageError] = []

    def add(self, faults: Iterable[Fault]) -> None:
        """Note these mistakes, each once, wherever it stands besides."""
        for problem, remedy, place in faults:
            line = line_of(self._places, place) if place and self._places else None
            if all(problem != noted.problem for noted in self._found):
                self._found.append(UsageError(problem, remedy, self.file, line))

    def tell(self) -> None:
        """Raise ``UsageError`` with all that is wrong so far, in the order of the file; nothing where nothing is."""
        raise_all(sorted(self._found, key=lambda mistake: mistake.line or 0))
