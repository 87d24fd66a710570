"""What several tests need: the kit's edition, and examinations made in one call."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.wire import Embedded, Wire
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.edition import load
from ordertck.harness.edition.features import Example
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan, Selection, plan_of
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.job import Progress
from ordertck.harness.runner.run import run
from ordertck.harness.runner.terms import Open
from ordertck.harness.transcript import Transcript

EDITION = load()
REPOSITORY = Path(__file__).resolve().parents[2]
Opening = Callable[[Claims, str], Any]
# How a system is reached where a test says nothing; a test may put its own system in the place of the claimed one.
opening: Opening = connect


@cache
def claims_as(*roles: str) -> Claims:
    """What is claimed for the reference, in these roles."""
    return replace(reference_claims(EDITION), roles=roles)


def examine(
    claims: Claims,
    session: str = "STEST",
    selection: Selection | None = None,
    open_system: Opening | None = None,
    every_switch: bool = False,
    transcript: Transcript | None = None,
    every: int = 1,
    progress: Progress = lambda *_: None,
    **conditions: Any,
) -> Examination:
    """Examine one system, on all examples or on one in so many, under ``Conditions`` of these."""
    plan = thinned(plan_of(claims, every_switch).only(selection or Selection()), every)
    opened = wired(open_system or opening)
    return run(plan, Conditions(session, **conditions), progress=progress, transcript=transcript, open_system=opened)


def thinned(plan: Plan, every: int) -> Plan:
    """One example in so many of a plan: most sentences are said in several examples."""
    return replace(plan, entries=plan.entries[::every])


def wired(opened: Opening) -> Open:
    """The way to a system, which may be any object behind the port."""

    def wire(claims: Claims, session: str) -> Wire:
        system = opened(claims, session)
        return system if hasattr(system, "greeting") else Embedded(system)

    return wire


def examples_of(role: str, rules: Iterable[str] | None = None) -> list[Example]:
    """The examples of a role, of these rules only where any are named."""
    wanted = None if rules is None else frozenset(rules)
    return [e for e in EDITION.examples if e.id.role == role and (wanted is None or e.id.rule in wanted)]


def transcript_on_file() -> Transcript:
    """A transcript whose records can be read; its file goes with the test run."""
    return Transcript(file=Path(_folder().name) / f"{next(_NUMBERS)}.ndjson")


@cache
def _folder() -> TemporaryDirectory[str]:
    """Made when it is needed: a system of a test, which may be killed, uses this module too, and would leave it."""
    return TemporaryDirectory(prefix="ordertck-tests-")


_NUMBERS = count()
