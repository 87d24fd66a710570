"""Rules found by the words of a question: which speak of them, where, and which come nearest."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ordertck.harness import glossary
from ordertck.harness.edition import Edition
from ordertck.harness.oracle import known_invariants
from ordertck.harness.text import one_line, several

_ENDINGS = ("ions", "ion", "als", "al", "ing", "ed", "es", "e", "s")
_SHORTEST_STEM = 3
# Words that a question has, and that say nothing of what it is about.
_SMALL = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "could", "did", "do", "does", "for", "from", "had",
    "happen", "happens", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "may", "might", "must",
    "of", "on", "or", "our", "shall", "should", "still", "than", "that", "the", "their", "them", "then", "there",
    "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose",
    "why", "will", "with", "would", "you", "your",
})  # fmt: skip
# So many rules are named where none speaks of all that is asked.
_NEAREST = 5
# What a rule says comes before what is said of it, and that before what shows or judges it.
_SENTENCE, _SAYS, _EXAMPLE, _INVARIANT = range(4)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule speaks of what is asked: how near to its sentence, and the title or invariant that does, if any."""

    rank: int
    where: str = ""


class Search:
    """Looks for words in the rules of an edition; "orders" finds "order", and small words are passed over."""

    def __init__(self, words: Iterable[str], edition: Edition) -> None:
        asked = [bare for word in words if (bare := word.lower().strip("?!.,;:\"'()"))]
        self.words = list(dict.fromkeys([word for word in asked if word not in _SMALL] or asked))
        self._stems = {word: re.compile(rf"\b{re.escape(_stem(word))}") for word in self.words}
        self._edition = edition

    def hit(self, rule: str) -> Hit | None:
        """Where a rule speaks of all words; None where it does not."""
        return next((hit for hit, found in self._found(rule) if len(found) == len(self.words)), None)

    def speaks(self, rule: str) -> bool:
        """Whether a rule speaks of all words."""
        return self.hit(rule) is not None

    def instead(self, rules: Iterable[str]) -> Iterator[str]:
        """What to look at where no rule speaks of all words at once."""
        rules = list(rules)
        if len(self.words) > 1:
            counts = {word: sum(map(Search([word], self._edition).speaks, rules)) for word in self.words}
            told = ", ".join(f"{several(count, 'rule')} of '{word}'" for word, count in counts.items())
            yield one_line(f"no rule speaks of all these words at once; {told}")
            yield from self._nearest(rules, counts)
        yield from self._other_words(rules)
        yield "'ordertck docs terms' has other names of the same things; the site of 'ordertck book' has a search"

    def _nearest(self, rules: list[str], counts: Mapping[str, int]) -> Iterator[str]:
        """The rules that speak of most: the fewer rules have a word, the more it says."""
        near = []
        for rule in rules:
            for hit, found in self._found(rule):
                near.append((-sum(1 / counts[word] for word in found if counts[word]), hit.rank, rule, hit.where))
        told: dict[str, str] = {}
        for _, _, rule, where in sorted(each for each in near if each[0]):
            told.setdefault(rule, where)
        if told:
            yield "those that come nearest:"
        for rule, where in list(told.items())[:_NEAREST]:
            yield f"  {rule}  {self._edition.sentences.get(rule, '')}"
            if where:
                yield f"         {where}"

    def _found(self, rule: str) -> Iterator[tuple[Hit, frozenset[str]]]:
        """Which of the words each thing that is said of a rule speaks of, together with the rule's id and sentence."""
        told = f"{rule} {self._edition.sentences.get(rule, '')}".lower()
        for hit, text in self._said_of(rule):
            whole = f"{told} {text.lower()}"
            yield hit, frozenset(word for word, stem in self._stems.items() if stem.search(whole))

    def _said_of(self, rule: str) -> Iterator[tuple[Hit, str]]:
        yield Hit(_SENTENCE), ""
        yield Hit(_SAYS), self._edition.register.rules[rule].says
        for example in self._edition.examples_of.get(rule, ()):
            yield Hit(_EXAMPLE, f"example: {example.id.title}"), example.id.title
        yield from ((Hit(_INVARIANT, f"judged by: {says}"), says) for says in self._invariants.get(rule, ()))

    @cached_property
    def _invariants(self) -> dict[str, list[str]]:
        says: dict[str, list[str]] = {}
        for role in self._edition.vocabulary.roles:
            for known in known_invariants(role):
                for rule in known.rules:
                    says.setdefault(rule, []).append(known.says)
        return says

    def _other_words(self, rules: list[str]) -> Iterator[str]:
        """What is called otherwise here: of words that no rule has, those that a table of terms has."""
        strange = [word for word in self.words if not any(map(Search([word], self._edition).speaks, rules))]
        for word in strange:
            for ours, others in glossary.terms(self._edition.features_folder):
                if _stem(word) in others.lower():
                    yield f"'{word}' stands beside '{ours}' in the tables of terms"


def _stem(word: str) -> str:
    """What "orders" and "order", "revised" and "revision" have in common; of a short word, all of it."""
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((stem for stem in stems if len(stem) > _SHORTEST_STEM), word)
