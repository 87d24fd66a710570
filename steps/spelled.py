"""How a word of the sentences is spelled: what its function reads, or one of a few texts."""

from collections.abc import Callable
from typing import TypeVar

from parse import with_pattern

Word = TypeVar("Word", bound=Callable[[str], object])


def spelled(pattern: str) -> Callable[[Word], Word]:
    """Say how a word of the sentences is spelled, which its function reads: parse's own decorator, with types."""
    mark: Callable[[Word], Word] = with_pattern(pattern)
    return mark


def one_of(*said: str) -> Callable[[str], str]:
    @spelled("|".join(said))
    def word(text: str) -> str:
        return text

    return word
