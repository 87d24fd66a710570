"""How a difference is shown: to a person at a terminal, as Markdown for a step summary, and as JSON for a program."""

from collections.abc import Iterator
from typing import Any

from ordertck.harness.gates.difference import Change, Difference, gate
from ordertck.harness.gates.standing import Standing, counted
from ordertck.harness.reports.words import COLOURS, Cell, Paint
from ordertck.harness.text import one_line, printable, shortened
from ordertck.harness.verdicts import Verdict

_LONGEST = 300
# So many lines of a list that is not about what is worse are told to a person; a program gets them all.
_MOST = 40
# What is said above each list of a difference, in the order in which they are told.
HEADINGS = {
    "worse": "worse",
    "fresh": "examined for the first time, and not passed",
    "known": "worse, as a declared deviation says",
    "altered": "other than before, and still not passed",
    "better": "better",
    "gone": "no longer in the kit",
}


def lists(found: Difference) -> Iterator[tuple[str, str, list[Change]]]:
    """Each list of a difference that holds anything: its name, its heading, its changes."""
    for name, heading in HEADINGS.items():
        if changes := getattr(found, name):
            yield name, heading, changes


def outcome(found: Difference) -> str:
    """The whole in one line: "2 worse, 1 better, 611 the same"."""
    counts = [f"{len(changes)} {heading}" for _, heading, changes in lists(found)]
    if found.fresh_passed:
        counts.append(f"{len(found.fresh_passed)} examined for the first time, and passed")
    return ", ".join([*counts, f"{found.same} the same"])


def text(found: Difference, paint: Paint, strict: bool) -> Iterator[str]:
    """What a person reads: the two runs, then each list, what is worse first."""
    for word, side in (("old", found.old), ("new", found.new)):
        yield f"{paint(word, 'bold')}  {_side(side)}"
    yield from (paint(remark, "doubt") for remark in remarks(found))
    for name, heading, changes in lists(found):
        is_bad = name in ("worse", "fresh")
        yield from _list(heading, changes, "not run", paint, "bad" if is_bad else "bold", None if is_bad else _MOST)
    yield from _list("rules, each as its worst example that was run", found.rules, "not run", paint)
    yield from _list("profiles", found.profiles, "not claimed", paint)
    worse = bool(gate(found, strict))
    yield ""
    yield f"{paint('worse' if worse else 'not worse', 'bad' if worse else 'good')}: {outcome(found)}"


def _list(
    heading: str, changes: list[Change], absent: str, paint: Paint, style: str = "bold", most: int | None = _MOST
) -> Iterator[str]:
    if changes:
        yield paint(f"\n{heading}", style)
        yield from paint.table([_row(change, absent) for change in changes[:most]])
    if most and len(changes) > most:
        yield f"and {len(changes) - most} more, in full with --format json"


def _row(change: Change, absent: str) -> tuple[Cell, ...]:
    why = shortened(one_line(change.why), _LONGEST)
    return (
        (_word(change.before, absent), _colour(change.before)),
        "→",
        (_word(change.now, absent), _colour(change.now)),
        one_line(change.name) + (f": {why}" if why else ""),
    )


def _word(verdict: str, absent: str = "not run") -> str:
    return printable(verdict) or absent


def _colour(verdict: str) -> str:
    return COLOURS[Verdict(verdict)] if verdict in list(Verdict) else "dim"


def _side(side: Standing) -> str:
    counts = counted(side.examples.values()) or "nothing was run"
    return one_line(f"{side.system}, ordertck {side.kit}: {counts}")


def remarks(found: Difference) -> Iterator[str]:
    """What whoever compares has to know of the two."""
    if found.old.edition != found.new.edition:
        yield f"the rules are another edition's: {one_line(found.old.edition)}, then {one_line(found.new.edition)}"
    elif not found.same_rules:
        yield "the two were held to different features, so what is new or gone may be the kit's doing"
    for word, side in (("old", found.old), ("new", found.new)):
        if not side.whole:
            yield f"the {word} run was narrowed or cut short, so only what it ran is compared"
    if found.old.system.split(" ")[0] != found.new.system.split(" ")[0]:
        yield "the two are of different systems"


def markdown(found: Difference, strict: bool) -> Iterator[str]:
    """What a step summary shows."""
    yield f"### {'Worse' if gate(found, strict) else 'Not worse'} than {cell(found.old.system)}"
    yield f"\n{outcome(found)}\n"
    yield from (f"> {cell(remark)}\n" for remark in remarks(found))
    for name, heading, changes in lists(found):
        yield f"\n<details{' open' if name in ('worse', 'fresh') else ''}><summary>{len(changes)} {heading}</summary>\n"
        yield from table(("example", "before", "now", "why"), [_cells(change) for change in changes])
        yield "\n</details>"
    if found.rules:
        yield "\n"
        yield from table(("rule", "before", "now"), [_cells(change)[:3] for change in found.rules])


def _cells(change: Change) -> tuple[str, ...]:
    return change.name, _word(change.before), _word(change.now), shortened(change.why, _LONGEST)


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    """A table of Markdown in which no cell can be more than a text."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(map(cell, row))} |" for row in rows)


def cell(text: str) -> str:
    """A text as it may stand in a cell of Markdown, whatever somebody wrote in it."""
    return "".join(f"&#{ord(c)};" if c in "|<>&`*_[]\\#@!~" else c for c in one_line(text))


def as_json(found: Difference, strict: bool) -> dict[str, Any]:
    """What a program reads (schemas/difference.json)."""
    sides = {
        word: {
            "system": side.system,
            "kit": side.kit,
            "edition": side.edition,
            "whole": side.whole,
            "verdicts": {v.value: count for v in Verdict if (count := list(side.examples.values()).count(v))},
        }
        for word, side in (("old", found.old), ("new", found.new))
    }
    changes = {name: _changes(getattr(found, name)) for name in (*HEADINGS, "rules", "profiles")}
    told = {"same": found.same, "fresh_passed": len(found.fresh_passed), "remarks": list(remarks(found))}
    return {"difference": "ordertck", "is_worse": bool(gate(found, strict)), **sides, **changes, **told}


def _changes(changes: list[Change]) -> list[dict[str, str]]:
    return [{"name": c.name, "before": str(c.before), "now": str(c.now), "why": c.why} for c in changes]
