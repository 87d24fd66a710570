"""Parity: whether known systems get the same verdicts by every way to a system. python -m ordertck.harness.tools.parity

Without names the reference is examined in every role, and of each role every so many-th wrong system. With --full every
known system is, by two ways: JSON Lines with one job, and HTTP with eight.
"""

import socket
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module

import click
from rich.console import Console
from rich.table import Table

from ordertck.harness.adapters.connect import connect
from ordertck.harness.adapters.served import Served
from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims, reference_claims
from ordertck.harness.cli.progress import Countdown
from ordertck.harness.edition import Edition, load
from ordertck.harness.http_settings import HttpSettings
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.plan import Plan, Selection, plan_of
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.registry import PERMITTED, WRONG, KnownSystem, known_systems
from ordertck.harness.reference.landscape import PARTS, InProcess, MakePart
from ordertck.harness.runner.run import unwatched
from ordertck.harness.runner.terms import Open
from ordertck.harness.serving.offer import Offer
from ordertck.harness.serving.running import serve
from ordertck.harness.tools.parity_of_all import examine_all
from ordertck.harness.tools.verdicts_by_rule import Verdicts, verdicts_by

_JOBS = 8
# Seconds that a process may take to be there: some read every known system first.
_START = 60.0


@dataclass(frozen=True)
class Examined:
    """A known system: what makes it, what is claimed for it, the rules that are examined (all where none is named)."""

    name: str
    claims: Claims
    classes: tuple[type, ...]
    rules: frozenset[str] = frozenset()

    @property
    def role(self) -> str:
        """Its role."""
        return self.claims.roles[0]

    def make(self) -> MakePart:
        """How its part is made."""
        return made_of(*self.classes) if self.classes else PARTS[self.role]

    def plan(self) -> Plan:
        """The examples that say whether it upholds what it is there for."""
        plan = plan_of(self.claims)
        return plan.only(Selection(rules=self.rules)) if self.rules else plan


# A way is opened for one system, and left when that was examined.
Way = Callable[[Examined], Iterator[tuple[Claims, Open]]]


def in_process(system: Examined) -> Iterator[tuple[Claims, Open]]:
    """Called directly."""
    yield system.claims, lambda claims, _: Embedded(InProcess(system.make(), claims))


def json_lines(system: Examined) -> Iterator[tuple[Claims, Open]]:
    """In a process of its own, over JSON Lines."""
    patient = replace(system.claims.timing, start=_START)
    yield replace(system.claims, adapter="", command=_child("lines", system), timing=patient), connect


def http(system: Examined) -> Iterator[tuple[Claims, Open]]:
    """Behind a server, whose replies carry all that there is to say."""
    yield from _behind_a_server("at once", system)


def http_polled(system: Examined) -> Iterator[tuple[Claims, Open]]:
    """Behind a server that has to be asked for what its system says."""
    yield from _behind_a_server("asked", system)


def http_called_back(system: Examined) -> Iterator[tuple[Claims, Open]]:
    """Behind a server that hands what its system says to the kit's sink."""
    for claims, opened in _behind_a_server("at once", system):
        yield replace(claims, http=HttpSettings({"callbacks": "127.0.0.1:0"})), opened


def _behind_a_server(how: str, system: Examined) -> Iterator[tuple[Claims, Open]]:
    # A process of its own: in this one, the server would wait for its turn behind eight jobs.
    with subprocess.Popen(_child(how, system), stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            yield replace(system.claims, adapter="", url=server.stdout.readline().strip()), connect
        finally:
            server.terminate()


def _child(how: str, system: Examined) -> tuple[str, ...]:
    """The command that serves a system one way or the other."""
    found = all(getattr(sys.modules[each.__module__], each.__qualname__, None) is each for each in system.classes)
    # A class that was made by a function is found by its system only, for which all systems have to be read.
    classes = ",".join(f"{each.__module__}:{each.__qualname__}" for each in system.classes) if found else system.name
    start = f"import sys; sys.path[:] = {sys.path!r}; from ordertck.harness.tools.parity import child; child()"
    return sys.executable, "-c", start, how, system.role, classes


WAYS: dict[str, Way] = {
    "in process": in_process,
    "JSON Lines": json_lines,
    "HTTP": http,
    "HTTP, asked": http_polled,
    "HTTP, called back": http_called_back,
}


def verdicts(system: Examined, way: Way, jobs: int = 1) -> Verdicts:
    """The verdict on each rule that was examined, by one way and with so many jobs."""
    with unwatched(), contextmanager(way)(system) as (claims, opened):
        return verdicts_by(replace(system, claims=claims).plan(), opened, jobs)


def systems(edition: Edition, every: int, rules: frozenset[str] = frozenset()) -> Iterator[Examined]:
    """The reference in every role, and of each role every so many-th wrong system and permitted variant."""
    own = reference_claims(edition)
    for role in ROLES:
        yield Examined(f"{role}/reference", replace(own, roles=(role,)), (), rules)
    for role in ROLES:
        mine = [k for k in known_systems() if k.role == role and k.kind in (WRONG, PERMITTED) and not k.full_only]
        yield from (_examined(known, own) for known in mine[::every])


def _examined(known: KnownSystem, reference: Claims) -> Examined:
    return Examined(f"{known.role}/{known.name}", known.claims(reference), known.systems, known.breaks)


def child() -> None:
    """Serve a system: the way, the role and the classes stand in the command."""
    how, role, named = sys.argv[1:]
    if "/" in named:
        classes = list(next(known.systems for known in known_systems() if f"{known.role}/{known.name}" == named))
    else:
        parted = [each.partition(":") for each in named.split(",") if each]
        classes = [getattr(import_module(module), name) for module, _, name in parted]
    make = made_of(*classes) if classes else PARTS[role]
    claims = replace(reference_claims(load()), roles=(role,))
    if how == "lines":
        more = partial(InProcess, make, claims)
        Served(more(), at_once=True, more=more).serve(sys.stdin.buffer, sys.stdout.buffer)
        return
    offer = Offer(claims, lambda claims: InProcess(make, claims))
    with socket.create_server(("127.0.0.1", 0), backlog=200) as listener:
        print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)  # noqa: T201 - it is read from there
        serve(offer, listener, at_once=how == "at once")


@click.command()
@click.argument("names", nargs=-1)
@click.option("--rule", "rules", multiple=True, help="Examine the reference on these rules only.")
@click.option("--full", is_flag=True, help="Every known system, by JSON Lines with one job and by HTTP with eight.")
@click.option("--every", default=20, show_default=True, help="Every so many-th known system; 1: all.")
def main(names: tuple[str, ...], rules: tuple[str, ...], full: bool, every: int) -> None:
    """Examine known systems by every way, with one job and with eight; exit code 1 where verdicts differ."""
    if full:
        raise SystemExit(examine_all(names))
    chosen = [
        s for s in systems(load(), 1 if names else every, frozenset(rules)) if not names or s.name.startswith(names)
    ]
    columns = [(f"{way}, {jobs} jobs" if jobs > 1 else way, WAYS[way], jobs) for jobs in (1, _JOBS) for way in WAYS]
    same: dict[tuple[str, str], int] = defaultdict(int)
    different = 0
    countdown = Countdown()
    for number, system in enumerate(chosen, 1):
        expected = verdicts(system, in_process)
        for title, way, jobs in columns:
            found = verdicts(system, way, jobs)
            same[system.role, title] += sum(found.get(rule) == verdict for rule, verdict in expected.items())
            for rule in sorted(found.keys() | expected.keys()):
                if found.get(rule) != expected.get(rule):
                    different += 1
                    click.echo(f"{system.name} {rule} {title}: {found.get(rule)}, in process {expected.get(rule)}")
        click.echo(f"{countdown.told(number, len(chosen))}: {system.name}, {different} differ so far", err=True)
    _print(same, len(chosen), [title for title, _, _ in columns])
    raise SystemExit(bool(different))


def _print(same: dict[tuple[str, str], int], count: int, titles: list[str]) -> None:
    table = Table("way", *ROLES, title=f"The same verdict on so many rules, of {count} systems")
    for title in titles:
        table.add_row(title, *(str(same[role, title]) for role in ROLES))
    Console().print(table)


if __name__ == "__main__":
    main()
