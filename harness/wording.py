"""Wording: sentences that a tired reader has to read twice, in features and in what stands beside them.

Measures of our own, since the known readability scores count syllables and praise short riddles: how many words a
sentence has, whether one clause of it denies twice, how many passives it chains. What has to stay as it is stands in
features/wording.toml.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from ordertck.harness.contents import text_in, toml_of
from ordertck.harness.errors import UsageError

MOST_WORDS = 40
MOST_PASSIVES = 3

_NEGATIVE = re.compile(r"\b(?:not|no|never|none|nothing|nobody|without|cannot|nowhere)\b", re.IGNORECASE)
# What denies nothing, or is a term.
_HARMLESS = re.compile(
    r"points? of no return|no more than|no longer|or not at all|not or\b|nothing (?:but|else)", re.IGNORECASE
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being) (?:(?:\w+ly|not|never|then|also|still|once) )?"
    r"(?:\w+ed|begun|bound|brought|built|done|drawn|found|given|held|kept|known|left|lost|made|meant|met|paid|put|read|run|"
    r"said|seen|sent|set|shown|sold|taken|thought|told|undone|written)\b"
)
_CLAUSE = re.compile(
    r"[,;:]|\b(?:that|which|who|whom|where|whose|and|but|though|because|when|while|nor|neither|or|until|before|so)\b"
)
_QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"|<[^>]*>")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r"(?<=[.?!])[\"')]*\s+(?=[A-Z\"`\[(*]|\d)|[;:]\s|\s·\s")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s")


def allowed_in(file: Path) -> list[str]:
    """How the sentences begin that may stay, as wording.toml has them. Raises ``UsageError`` where it is not that."""
    try:
        allowed = toml_of(text_in(file), file).get("allowed")
    except OSError as problem:
        raise UsageError(f"cannot be read: {problem.strerror}", "see features/README.md", file) from None
    except UnicodeDecodeError:
        raise UsageError("not text in UTF-8", "save the file as UTF-8", file) from None
    if not isinstance(allowed, list) or not all(isinstance(each, str) for each in allowed):
        raise UsageError("'allowed' is no list of texts", "say allowed = [] where nothing may stay", file)
    return allowed


def denies_twice(sentence: str) -> bool:
    """Whether one clause of a sentence has two negatives, so that the reader has to work out what is left."""
    said = _HARMLESS.sub("", _QUOTED.sub("", sentence))
    return any(len(_NEGATIVE.findall(clause)) > 1 for clause in _CLAUSE.split(said))


def amiss(sentence: str) -> Iterator[str]:
    """What to mend in one sentence."""
    if len(_QUOTED.sub("x", sentence).split()) > MOST_WORDS:
        yield f"has over {MOST_WORDS} words: make two of it"
    if denies_twice(sentence):
        yield "denies twice in one clause: say what holds"
    if len(_PASSIVE.findall(_QUOTED.sub("", sentence))) > MOST_PASSIVES:
        yield f"has over {MOST_PASSIVES} passives: say who does what"


def in_paragraph(paragraph: str, allowed: Collection[str] = ()) -> Iterator[str]:
    """What to mend in a paragraph, each sentence named by how it begins; ``allowed`` are beginnings that may stay."""
    for sentence in _SENTENCE.split(_LINK.sub(r"\1", paragraph)):
        if not any(sentence.startswith(known) for known in allowed):
            yield from (f"the sentence '{sentence[:40]}...' {complaint}" for complaint in amiss(sentence))


def complaints(text: str, allowed: Collection[str]) -> Iterator[tuple[int, str]]:
    """What to mend in the sentences of a Markdown text: the line where the paragraph begins, and what is amiss."""
    for line, paragraph in _paragraphs(text):
        yield from ((line, told) for told in in_paragraph(paragraph, allowed))


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
