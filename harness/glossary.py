"""The glossary of an edition: one word for one thing, and no abbreviation that it does not explain."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ordertck.harness.edition.features import Feature

NAME = "GLOSSARY.md"
_TERMS = "TERMS.md"

_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")
_QUOTED = re.compile(r"\"[^\"]*\"")


@dataclass(frozen=True)
class Glossary:
    """The words that features use, and the words that they do not, in small letters, each with ours for it."""

    ours: frozenset[str] = frozenset()
    refused: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _strange(self) -> re.Pattern[str]:
        return re.compile(rf"\b({'|'.join(map(re.escape, self.refused))})\b", re.IGNORECASE)

    def complaints(self, feature: Feature, text: list[str]) -> Iterator[tuple[int, str]]:
        """What to mend in the words of a feature, of which ``text`` has the lines: the line, and what it is."""
        if not self.ours:
            return
        for number, written in enumerate(text, 1):
            for word in self._strange.findall(written) if self.refused else ():
                yield number, f"the glossary's word for '{word}' is '{self.refused[word.lower()]}' (features/{NAME})"
        for line, prose in _prose(feature):
            for short in sorted(set(_ABBREVIATION.findall(_QUOTED.sub("", prose))) - self.ours):
                yield line, f"'{short}' is not in the glossary: enter it, or write it out (features/{NAME})"


def read(folder: Path) -> Glossary:
    """The glossary that lies in a folder of features: empty where there is none."""
    cells = [[cell.strip() for cell in row[1:-1].split("|")] for row in _table(folder / NAME)[2:]]
    refused = {word.strip().lower(): ours for ours, _, others in cells for word in others.split(",") if word.strip()}
    return Glossary(frozenset(word.strip() for ours, *_ in cells for word in ours.split(",")), refused)


def meaning(word: str, folder: Path) -> str:
    """What a word of the glossary that lies in a folder of features means; blank where it has no such word."""
    cells = [[cell.strip() for cell in row[1:-1].split("|")] for row in _table(folder / NAME)[2:]]
    return next((means for ours, means, *_ in cells if word.lower() in ours.lower().split(", ")), "")


def terms(folder: Path) -> list[tuple[str, str]]:
    """The words of the tables of terms that lie in a folder of features: what it is called here, and elsewhere."""
    rows = []
    for file in (folder / NAME, folder / _TERMS):
        cells = [[cell.strip() for cell in row[1:-1].split("|")] for row in _table(file)]
        rows += [(ours, others if file.name == _TERMS else others[1:]) for ours, *others in cells]
    return [(ours, " | ".join(others)) for ours, others in rows if not set(ours) <= set(":- ")]


def _table(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if line.startswith("|")] if file.exists() else []


def _prose(feature: Feature) -> Iterator[tuple[int, str]]:
    """What a feature says beside its steps, and the line."""
    yield 1, feature.description.partition("Source:")[0]
    for rule in feature.rules:
        yield rule.line, rule.sentence
        for example in rule.examples:
            yield example.line, example.id.title
