"""Histories as exploration plays them, written by hand: their sentences, and what the oracle says to them."""

from dataclasses import replace

from ordertck.harness.claims import reference_claims
from ordertck.harness.edition.features import Step
from ordertck.harness.explore.acts import given, when
from ordertck.harness.explore.exploration import Exploration
from ordertck.harness.proof.registry import known_systems
from ordertck.harness.tests.support import EDITION

REFERENCE = reference_claims(EDITION)
KNOWN = {f"{known.role}/{known.name}": known for known in known_systems()}


def objections(system: str, steps: list[Step], **switches: str) -> list[str]:
    """What the oracle says to a history that a system is taken through.

    The system is a known one, ``ROLE/NAME``, or the reference in a ``ROLE``, with some switches otherwise.
    """
    if known := KNOWN.get(system):
        exploration = Exploration(known.claims(REFERENCE), 1, open_system=known.open)
    else:
        claims = replace(REFERENCE, roles=(system,), switches={**REFERENCE.switches, **switches})
        exploration = Exploration(claims, 1)
    played = exploration.played(steps)
    assert not played.unfit
    return [objection.said for objection in played.objections]


def order(name: str, *rows: str) -> Step:
    """An order, whose lines are written as in a table, cells apart by bars."""
    return given(f'an order "{name}" with', table(*rows))


def table(*rows: str) -> list[list[str]]:
    """A table, each row a text with its cells apart by bars."""
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def submitted(name: str) -> Step:
    """An order is submitted."""
    return when(f'order "{name}" is submitted')


def revised(name: str, *rows: str) -> Step:
    """An order is revised to these lines."""
    return when(f'order "{name}" is revised to', table(*rows))
