"""How an exploration is shown at the terminal: what was found, what met, and what was never looked at."""

from collections.abc import Iterator
from itertools import combinations
from textwrap import wrap

from ordertck.harness.claims import Claims
from ordertck.harness.explore.exploration import Explored
from ordertck.harness.explore.feature_file import feature_of
from ordertck.harness.oracle import known_invariants
from ordertck.harness.reports.words import Paint
from ordertck.harness.text import one_line

_A_LINE = 100


def text(explored: Explored, claims: Claims, paint: Paint, again: bool) -> Iterator[str]:
    """What was done, what met how often, what was never looked at, and each finding as a feature."""
    system = one_line(" ".join(filter(None, (claims.name, claims.version))))
    played = f"{explored.histories:,} histories, {explored.acts:,} acts"
    how = "findings played again" if again else f"{played}, {explored.seconds:.0f} s, seed {explored.seed}"
    many = len(explored.findings)
    none, style = ("nothing found", "good") if explored.histories or again else ("nothing explored", "broken")
    outcome = f"{many} finding{'s' * (many != 1)}" if many else none
    yield f"{paint(system, 'bold')} as {explored.role}: {paint(outcome, 'bad' if many else style)} ({how})"
    if explored.broke:
        yield paint(f"the adapter broke: {explored.broke}", "broken")
    for number, found in enumerate(explored.findings, 1):
        yield ""
        stable = "" if found.stable else ", not each time it was played"
        times = f", in {explored.seen[found.invariant]} histories" if explored.seen[found.invariant] > 1 else ""
        yield paint(f"{number}. {found.invariant}", "bad") + f" ({', '.join(found.rules)}){times}{stable}"
        yield from (f"   {line}" for line in feature_of(found, explored.role, system).splitlines()[11:])
        yield f"   seen: {found.said} (history {found.seed})"
    if many and not again:
        yield ""
        yield "'ordertck explain RULE' tells more of a rule; --out FOLDER writes each finding as a feature to run"
    if explored.histories and not again:
        yield ""
        yield from _meetings(explored, claims, paint)
        yield from _unseen(explored, paint)


def _meetings(explored: Explored, claims: Claims, paint: Paint) -> Iterator[str]:
    role = explored.role
    names = sorted(name for name, known in claims.edition.mechanisms.known.items() if role in known.roles)
    counts = [(explored.meetings[pair], "+".join(pair)) for pair in combinations(names, 2)]
    met = sorted((count, pair) for count, pair in counts if count)[::-1]
    came = {name for pair, count in explored.meetings.items() if count for name in pair}
    absent = [name for name in names if name not in came]
    yield paint("mechanisms that met on the same orders, and in how many histories", "bold")
    yield from _lines([f"{pair} {count}" for count, pair in met])
    if never := [pair for count, pair in counts if not count and came.issuperset(pair.split("+"))]:
        yield paint("mechanisms that never met", "bold")
        yield from _lines(never)
    if absent:
        yield paint("mechanisms that met no other: not drawn, or not claimed", "bold")
        yield from _lines(absent)


def _unseen(explored: Explored, paint: Paint) -> Iterator[str]:
    unseen = [known.name for known in known_invariants(explored.role) if not explored.looked_at[known.name]]
    if unseen:
        yield paint("invariants that had nothing to look at ('ordertck docs invariants' says what each holds)", "bold")
        yield from _lines(unseen)


def _lines(words: list[str]) -> list[str]:
    """Words in lines, separated by commas."""
    whole = ", ".join(word.replace(" ", "\N{NO-BREAK SPACE}") for word in words)
    lines = wrap(whole, _A_LINE, break_long_words=False, break_on_hyphens=False)
    return [f"  {line}".replace("\N{NO-BREAK SPACE}", " ") for line in lines]
