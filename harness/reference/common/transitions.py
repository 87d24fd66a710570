"""Transitions: one step of any life cycle, checked against its table."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

State = TypeVar("State", bound=StrEnum)


class IllegalTransition(Exception):
    """A state was to follow another that it cannot follow."""


def advance(table: Mapping[State, frozenset[State]], now: State, then: State) -> State:
    """The next state. Raises ``IllegalTransition`` where the table has no such step."""
    if then not in table[now]:
        raise IllegalTransition(f"{type(now).__name__}: no step leads from {now} to {then}")
    return then
