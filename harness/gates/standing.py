"""How a system stands: the verdicts of one run that another run is compared with, and the baseline that keeps them."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from ordertck.harness.contents import LARGEST_RESULTS, UNREADABLE, content_of
from ordertck.harness.errors import UsageError
from ordertck.harness.reports.own_files import own_file
from ordertck.harness.reports.saved import SavedExample, SavedRun, read_run
from ordertck.harness.text import json_escaped, one_line, shortened
from ordertck.harness.verdicts import Verdict, worst
from ordertck.harness.writing import write_whole

T = TypeVar("T")
Name = Callable[[str], str]
# How the id of an example begins: with its rule and its role.
_NAME = re.compile(r"[^/]+/[^/]+/.")


class Standing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The verdicts on all examples that were run, by the example's id; this is what a baseline file holds.

    ``profiles`` are the outcomes, "core-orders (oms)". ``roles`` are those examined, ``features`` is the digest of the
    features. ``whole`` is false where somebody selected what was run. The fields after that are of a run only:
    ``excluded`` says why an example was not run, ``told`` what was expected and seen, ``known`` which issue stands
    for a breach that is declared, by rule.
    """

    baseline: str
    system: str
    kit: str
    edition: str
    features: str
    roles: tuple[str, ...]
    profiles: dict[str, str]
    examples: dict[str, Verdict]
    whole: bool = True
    excluded: dict[str, str] = {}
    told: dict[str, str] = {}
    known: dict[str, str] = {}

    @property
    def rules(self) -> dict[str, Verdict]:
        """The verdict on each rule in its role, "PL-09/oms": the worst of its examples that were run."""
        by_rule: dict[str, list[Verdict]] = {}
        for name, verdict in self.examples.items():
            by_rule.setdefault(rule_of(name), []).append(verdict)
        return {rule: worst(verdicts) for rule, verdicts in by_rule.items()}


def rule_of(example: str) -> str:
    """The rule in its role of which an example is one: "PL-09/oms"."""
    return "/".join(example.split("/", 2)[:2])


def standing_of(run: SavedRun, now: Name = str) -> Standing:
    """How the system of a run stands; ``now`` says what an example is called since it was renamed."""
    ran: list[SavedExample] = []
    excluded: dict[str, str] = {}
    for example in run.examples:
        if example.was_run:
            ran.append(example)
        else:
            excluded[now(str(example.id))] = example.reason
    return Standing(
        baseline="ordertck",
        system=run.title,
        kit=run.kit.version,
        edition=f"{run.edition.name} {run.edition.version}",
        features=run.digests.get("features", ""),
        roles=tuple(dict.fromkeys(role for e in run.examinations for role in e.claims.roles)),
        profiles={
            f"{p.profile} ({', '.join(e.claims.roles)})": p.outcome for e in run.examinations for p in e.profiles
        },
        examples={now(str(example.id)): example.verdict for example in ran},
        whole=not run.narrowed,
        excluded=excluded,
        told={now(str(example.id)): told for example in ran if (told := _told(example))},
        known=known_breaches(run),
    )


def _told(example: SavedExample) -> str:
    if example.verdict is Verdict.PASSED:
        return ""
    return f"expected {example.expected}; seen: {example.seen}" if example.expected else example.reason


def known_breaches(run: SavedRun) -> dict[str, str]:
    """The issue by which a breach of a rule was known on the day of the run."""
    day = run.began[:10]
    return {
        deviation.rule: deviation.issue
        for examination in run.examinations
        for deviation in examination.claims.deviations
        if deviation.holds_on(day)
    }


def read_standing(given: Path, now: Name = str) -> Standing:
    """How a system stands by its report folder, by a results.json, or by a baseline file. Raises ``UsageError``."""
    return read_baseline(given, now) if _is_baseline(given) else standing_of(read_run(given), now)


class _Beginning(msgspec.Struct, frozen=True):
    baseline: str = ""


def _is_baseline(given: Path) -> bool:
    try:
        return given.is_file() and bool(
            msgspec.json.decode(content_of(given, LARGEST_RESULTS), type=_Beginning).baseline
        )
    except (OSError, *UNREADABLE):
        return False


def read_baseline(file: Path, now: Name = str) -> Standing:
    """The standing that a baseline file keeps. Raises ``UsageError``, with a remedy."""
    own = own_file(file)
    write_it = f"name another, or remove it and write it anew: ordertck diff --baseline {file} --update"
    if own not in ("", "a baseline"):
        raise UsageError(f"{own}, and no baseline", "name the baseline, or where it is to be written", file)
    try:
        kept = msgspec.json.decode(content_of(file).removeprefix(BOM_UTF8), type=Standing)
    except FileNotFoundError:
        first = f"write it once, of a whole run: ordertck run CLAIMS, then ordertck diff --baseline {file} --update"
        raise UsageError("no baseline is there yet", first, file) from None
    except OSError as problem:
        raise UsageError(f"the baseline cannot be read: {problem.strerror}", write_it, file) from None
    except UNREADABLE as problem:
        told = one_line(shortened(str(problem), 200))
        raise UsageError(f"no baseline that this kit can read: {told}", write_it, file) from None
    if kept.baseline != "ordertck":
        raise UsageError("no baseline of this kit", write_it, file)
    if strange := [name for name in kept.examples if not _NAME.match(name)]:
        raise UsageError(f"'{strange[0]}' is the name of no example, which is RULE/role/title", write_it, file)
    return msgspec.structs.replace(kept, examples={now(name): verdict for name, verdict in kept.examples.items()})


def write_baseline(file: Path, standing: Standing) -> None:
    """Keep a standing, a line an example, so that the difference of two versions can be read.

    Raises ``UsageError`` for a narrowed run, which says too little, and where the file cannot be written.
    """
    if not standing.whole:
        raise UsageError("a narrowed run is no baseline", "run everything first: ordertck run CLAIMS")
    kept = msgspec.structs.replace(
        standing,
        excluded={},
        told={},
        known={},
        examples=_sorted(standing.examples),
        profiles=_sorted(standing.profiles),
    )
    try:
        told = json.dumps(msgspec.to_builtins(kept), indent=2, ensure_ascii=False).encode(errors="replace")
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json_escaped(told) + b"\n")
    except OSError as problem:
        raise UsageError(f"the baseline cannot be written: {problem.strerror}", "name another file", file) from None


def _sorted(values: Mapping[str, T]) -> dict[str, T]:
    return dict(sorted(values.items()))


def counted(verdicts: Iterable[Verdict]) -> str:
    """ "3 failed, 102 passed": how many there are of each verdict, the worst first."""
    told = list(verdicts)
    return ", ".join(f"{told.count(v)} {v}" for v in Verdict if v in told)
