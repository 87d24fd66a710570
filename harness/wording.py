"""Wording: sentences that a tired reader has to read twice, in features and in what stands beside them.

Two measures of our own, since the known readability scores count syllables and praise short riddles: how many words a
sentence has, and whether one clause of it denies twice. What has to stay as it is stands in features/wording.toml.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

MOST_WORDS = 40

_NEGATIVE = re.compile(r"\b(?:not|no|never|none|nothing|nobody|without|cannot|nowhere)\b", re.IGNORECASE)
# What denies nothing, or is a term.
_HARMLESS = re.compile(
    r"points? of no return|no more than|no longer|or not at all|not or\b|nothing (?:but|else)", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[,;:]|\b(?:that|which|who|whom|where|whose|and|but|though|because|when|while|nor|neither|or|until|before|so)\b"
)
_QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"|<[^>]*>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r"(?<=[.?!])[\"')]*\s+(?=[A-Z\"`\[(*]|\d)|[;:]\s|\s·\s")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s")


def denies_twice(sentence: str) -> bool:
    """Whether one clause of a sentence has two negatives, so that the reader has to work out what is left."""
    said = _HARMLESS.sub("", _QUOTED.sub("", sentence))
    return any(len(_NEGATIVE.findall(clause)) > 1 for clause in _CLAUSE.split(said))


def too_long(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph that have too many words."""
    for sentence in _SENTENCE.split(_LINK.sub(r"\1", paragraph)):
        if len(_QUOTED.sub("x", sentence).split()) > MOST_WORDS:
            yield sentence


def complaints(text: str, allowed: Collection[str]) -> Iterator[tuple[int, str]]:
    """The sentences of a Markdown text that are too long: the line where the paragraph begins, and what is amiss."""
    for line, paragraph in _paragraphs(text):
        for sentence in too_long(paragraph):
            if not any(sentence.startswith(known) for known in allowed):
                yield line, f"a sentence of over {MOST_WORDS} words, '{sentence[:40]}...': make two of it"


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs and list items of a Markdown text, without tables, headings and code; the line of each."""
    fenced, begun, words = False, 0, list[str]()
    for number, line in enumerate((*text.splitlines(), ""), 1):
        fenced ^= line.startswith("```")
        prose = line.strip() if not fenced and not line.startswith(("```", "#", "    ", "<")) else ""
        ends = not prose or prose.startswith("|")
        if words and (ends or _ITEM.match(line)):
            yield begun, " ".join(words)
            words = []
        if not ends:
            begun = begun if words else number
            words.append(_ITEM.sub("", prose) if not words else prose)


def texts(folder: Path) -> Iterator[Path]:
    """The texts of a checkout that people wrote; pages that are made from code are left out."""
    made = {"meetings.md", "faults.md", "life_cycles.md", "SENTENCES.md"}
    found = [*folder.glob("*.md"), *folder.glob("docs/**/*.md"), *folder.glob("features/*.md")]
    yield from sorted(file for file in found if file.name not in made | {"CHANGELOG.md"})
