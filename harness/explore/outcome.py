"""What an exploration came to: explored.json, and for each finding its feature and its messages."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from ordertck import __version__
from ordertck.harness import schemas
from ordertck.harness.claims import Claims
from ordertck.harness.contents import begins, content_of
from ordertck.harness.edition.features import Step
from ordertck.harness.errors import UsageError
from ordertck.harness.explore.exploration import Explored, Finding
from ordertck.harness.explore.feature_file import feature_of
from ordertck.harness.oracle import known_invariants
from ordertck.harness.writing import write_whole

RESULTS = "explored.json"
Results = dict[str, Any]
_FINDING = re.compile(r"\d\d+-[a-z0-9-]+\.(feature|ndjson)")
# How what was explored begins, by the ending of the file: by that it is told from somebody's own.
_BEGINNINGS = {
    ".json": rb'\{\s*"kit": \{\s*"name": "ordertck"',
    ".feature": rb"@[a-z]+\s+Feature: Found in ",
    ".ndjson": rb'\{"(record|rest)":',
}


def as_json(explored: Explored, claims: Claims) -> Results:
    """What an exploration of one system did and found."""
    role = explored.role
    return {
        "system": {"name": claims.name, "version": claims.version, "vendor": claims.vendor},
        "role": role,
        "seed": explored.seed,
        "histories": explored.histories,
        "acts": explored.acts,
        "seconds": round(explored.seconds, 3),
        "broke": explored.broke,
        "findings": [_finding(number, found) for number, found in enumerate(explored.findings, 1)],
        "breaches": dict(sorted(explored.seen.items())),
        "kinds": dict(sorted(explored.kinds.items())),
        "meetings": {"+".join(pair): count for pair, count in sorted(explored.meetings.items())},
        "invariants": [
            {"name": known.name, "says": known.says, "rules": list(known.rules), "looked_at": looked_at}
            for known in known_invariants(role)
            for looked_at in (explored.looked_at[known.name],)
        ],
    }


def _finding(number: int, found: Finding) -> Results:
    return {
        "number": number,
        "invariant": found.invariant,
        "says": found.says,
        "rules": list(found.rules),
        "said": found.said,
        "history": found.seed,
        "stable": found.stable,
        "acts": found.acts,
        "feature": f"{_name(number, found.invariant)}.feature",
        "messages": f"{_name(number, found.invariant)}.ndjson",
        "steps": [_step(step) for step in found.steps],
    }


def _step(step: Step) -> Results:
    told: Results = {"type": step.type, "text": step.text}
    return told if step.table is None else {**told, "table": [list(row) for row in step.table]}


def _name(number: int, invariant: str) -> str:
    return f"{number:02}-{invariant}"


def whole(explorations: list[Results]) -> Results:
    """What one command explored: each system in each role by itself."""
    return {"kit": {"name": "ordertck", "version": __version__}, "explorations": explorations}


def make_room(folder: Path) -> None:
    """See to a folder that takes findings, before anybody explores for an hour.

    Raises ``UsageError`` where nothing can be written there, or where it holds a file of somebody's own under such a
    name as findings have.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = sorted(file.name for file in _named_alike(folder) if not _is_ours(file))
        if strange:
            remedy = "name another folder with --out"
            raise UsageError(f"the folder holds {strange[0]}, which no exploration wrote", remedy, folder)
        with TemporaryDirectory(dir=folder, prefix=".ordertck-"):
            pass
    except OSError as problem:
        raise _unwritable(folder, problem) from None


def write(folder: Path, explored: list[tuple[Explored, Claims]]) -> list[Path]:
    """Write the results, and of each finding its feature and its messages, into a folder; the files written.

    The results come last and the older ones go first, so that these never speak of files that are not theirs. Raises
    ``UsageError`` where the folder cannot be written.
    """
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(_named_alike(folder), key=lambda file: file.name != RESULTS):
            if _is_ours(old):
                old.unlink()
        for result, claims in explored:
            system = " ".join(filter(None, (claims.name, claims.version)))
            for number, found in enumerate(result.findings, 1):
                stem = folder / _name(number, found.invariant)
                feature, messages = stem.with_suffix(".feature"), stem.with_suffix(".ndjson")
                write_whole(feature, feature_of(found, result.role, system).encode())
                write_whole(messages, b"".join(orjson.dumps(m) + b"\n" for m in found.messages))
                written += [feature, messages]
        file = folder / RESULTS
        content = whole([as_json(result, claims) for result, claims in explored])
        write_whole(file, orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n")
    except OSError as problem:
        raise _unwritable(folder, problem) from None
    return [file, *written]


def _named_alike(folder: Path) -> list[Path]:
    """The files in a folder that bear such names as an exploration gives."""
    return [file for file in folder.iterdir() if file.name == RESULTS or _FINDING.fullmatch(file.name)]


def _is_ours(file: Path) -> bool:
    """Whether it is a file of an exploration, by what it begins with."""
    return begins(file, _BEGINNINGS[file.suffix])


def _unwritable(folder: Path, problem: OSError) -> UsageError:
    return UsageError(f"cannot be written: {problem.strerror}", "name another folder with --out", folder)


def read_findings(file: Path) -> dict[str, list[tuple[str, tuple[Step, ...]]]]:
    """The findings of an earlier exploration, by role: the invariant that was broken, and the history that showed it.

    Raises ``UsageError`` where the file holds none.
    """
    try:
        content = orjson.loads(content_of(file))
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "it is no JSON"
        raise UsageError(f"cannot be read: {reason}", f"name the {RESULTS} of an exploration", file) from None
    if not isinstance(content, dict) or not schemas.valid("explored", content):
        raise UsageError("holds no findings of an exploration", f"name the {RESULTS} that --out has written", file)
    found: dict[str, list[tuple[str, tuple[Step, ...]]]] = {}
    for exploration in content["explorations"]:
        for finding in exploration["findings"]:
            steps = tuple(
                Step(step["type"], step["text"], 0, tuple(map(tuple, step["table"])) if "table" in step else None)
                for step in finding["steps"]
            )
            found.setdefault(exploration["role"], []).append((finding["invariant"], steps))
    return found
