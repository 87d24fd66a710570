"""What an exploration came to: explored.json, and for each finding its feature and its messages."""

from pathlib import Path
from typing import Any

import orjson

from ordertck import __version__
from ordertck.harness import schemas
from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Step
from ordertck.harness.errors import UsageError
from ordertck.harness.explore.exploration import Explored, Finding
from ordertck.harness.explore.feature_file import feature_of
from ordertck.harness.oracle import known_invariants

RESULTS = "explored.json"
Results = dict[str, Any]


def as_json(explored: Explored, claims: Claims) -> Results:
    """What an exploration of one system in one role did and found."""
    (role,) = claims.roles
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


def write(folder: Path, explored: list[tuple[Explored, Claims]]) -> list[Path]:
    """Write the results, and of each finding its feature and its messages, into a folder; the files written.

    Raises ``UsageError`` where the folder cannot be written.
    """
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("[0-9][0-9]-*"):
            if old.suffix in (".feature", ".ndjson"):
                old.unlink()
        for result, claims in explored:
            system = " ".join(filter(None, (claims.name, claims.version)))
            for number, found in enumerate(result.findings, 1):
                stem = folder / _name(number, found.invariant)
                feature, messages = stem.with_suffix(".feature"), stem.with_suffix(".ndjson")
                feature.write_text(feature_of(found, claims.roles[0], system), encoding="utf-8")
                messages.write_bytes(b"".join(orjson.dumps(m) + b"\n" for m in found.messages))
                written += [feature, messages]
        file = folder / RESULTS
        content = whole([as_json(result, claims) for result, claims in explored])
        file.write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n")
    except OSError as problem:
        raise UsageError(f"cannot be written: {problem.strerror}", "name another folder with --out", folder) from None
    return [file, *written]


def read_findings(file: Path) -> dict[str, list[tuple[str, tuple[Step, ...]]]]:
    """The findings of an earlier exploration, by role: the invariant that was broken, and the history that showed it.

    Raises ``UsageError`` where the file holds none.
    """
    try:
        content = orjson.loads(file.read_bytes())
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
