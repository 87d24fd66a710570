"""Parity of every known system: in process, over JSON Lines with one job, over HTTP with eight.

A wrong system is examined on the rules that it breaks, every other one on a share of its role's examples.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import click

from ordertck.harness.adapters.connect import connect
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.cli.progress import Countdown
from ordertck.harness.edition import load
from ordertck.harness.plan import Plan, Selection, plan_of
from ordertck.harness.proof.registry import KnownSystem, known_systems
from ordertck.harness.proof.trials import carried_out
from ordertck.harness.runner.run import unwatched
from ordertck.harness.tools.spawner import Spawner, spawner
from ordertck.harness.tools.verdicts_by_rule import verdicts_by

_JOBS = 8
# A system that breaks no rule is examined on every so many-th example.
_SHARE = 20
_PROCESSES = 2


def examine_all(names: tuple[str, ...]) -> int:
    """Examine all systems whose "role/name" begins so; 1 where verdicts differ, 0 where none do."""
    reference = reference_claims(load())
    chosen = [place for place, known in enumerate(known_systems()) if not names or _name(known).startswith(names)]
    countdown, different, rules = Countdown(), 0, Counter[str]()
    with spawner(reference) as there, unwatched():
        found = carried_out([partial(_compared, there, reference, place) for place in chosen], _PROCESSES)
        for number, (role, count, differences) in enumerate(found, 1):
            rules[role] += count
            different += len(differences)
            for difference in differences:
                click.echo(difference)
            told = f"{countdown.told(number, len(chosen))}: {different} differ so far"
            click.echo(told, err=True)
    counted = ", ".join(f"{role} {count}" for role, count in sorted(rules.items()))
    click.echo(f"{len(chosen)} systems, {rules.total()} verdicts by three ways ({counted}): {different} differ")
    return bool(different)


def _name(known: KnownSystem) -> str:
    return f"{known.role}/{known.name}"


def _compared(there: Spawner, reference: Claims, place: int) -> tuple[str, int, list[str]]:
    """The role of a system, how many rules it was examined on, and where ways differ, in sentences."""
    known = known_systems()[place]
    claims = known.claims(reference)
    expected = verdicts_by(_plan(known, claims, place), known.open)
    differences = []
    for way, (opened, jobs) in {"JSON Lines": (_json_lines, 1), "HTTP, 8 jobs": (_http, _JOBS)}.items():
        with opened(there, claims, place) as claimed:
            found = verdicts_by(_plan(known, claimed, place), connect, jobs)
        differences += [
            f"{_name(known)} {rule}, {way}: {found.get(rule)}, in process {expected.get(rule)}"
            for rule in sorted(found.keys() | expected.keys())
            if found.get(rule) != expected.get(rule)
        ]
    return known.role, len(expected), differences


def _plan(known: KnownSystem, claims: Claims, place: int) -> Plan:
    plan = plan_of(claims)
    if known.breaks:
        return plan.only(Selection(rules=known.breaks))
    return plan.only(Selection(ids=frozenset(str(e.id) for e, _ in plan.ready[place % _SHARE :: _SHARE])))


@contextmanager
def _json_lines(there: Spawner, claims: Claims, place: int) -> Iterator[Claims]:
    yield replace(claims, adapter="", command=there.command(place))


@contextmanager
def _http(there: Spawner, claims: Claims, place: int) -> Iterator[Claims]:
    with there.url(place) as url:
        yield replace(claims, adapter="", url=url)
