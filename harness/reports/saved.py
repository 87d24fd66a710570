"""Reports that were saved: a run as its folder tells it, whichever version of the kit wrote it."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from ordertck.harness.contents import LARGEST_RESULTS, UNREADABLE, content_of
from ordertck.harness.declared import Deviation
from ordertck.harness.errors import UsageError
from ordertck.harness.reports.folder import INCOMPLETE
from ordertck.harness.reports.found import RESULTS, remedy_without_report
from ordertck.harness.reports.own_files import own_file
from ordertck.harness.text import one_line, shortened
from ordertck.harness.verdicts import ExampleId, Statement, Verdict, statement_of


class SavedStep(msgspec.Struct, frozen=True):
    """A step of an example, and what came of it: a verdict, or that it was not run."""

    keyword: str
    text: str
    line: int
    result: str


class SavedSeconds(msgspec.Struct, frozen=True):
    """How long an example took, and each of its steps that was begun."""

    seconds: float = 0.0
    steps: tuple[float, ...] = ()


class SavedExample(msgspec.Struct, frozen=True):
    """The verdict on one example in its role; see schemas/results.json for what each field means."""

    rule: str
    role: str
    title: str
    verdict: Verdict
    location: str = ""
    row: str = ""
    reason: str = ""
    step: str = ""
    expected: str = ""
    seen: str = ""
    blame: str | None = None
    steps: tuple[SavedStep, ...] = ()
    volatile: SavedSeconds = SavedSeconds()

    @property
    def id(self) -> ExampleId:
        """What the example is known by."""
        return ExampleId(self.rule, self.role, self.title, self.row)

    @property
    def was_run(self) -> bool:
        """Whether it was run at all."""
        return self.verdict not in (Verdict.INAPPLICABLE, Verdict.UNTESTED)


class SavedRule(msgspec.Struct, frozen=True):
    """The verdict on one rule in one role."""

    rule: str
    role: str
    level: str
    verdict: Verdict
    passed: int
    run: int
    reason: str = ""
    deviation: str = ""


class SavedProfile(msgspec.Struct, frozen=True):
    """What the run comes to for one profile."""

    profile: str
    outcome: str
    barred_by: tuple[str, ...] = ()


class SavedClaims(msgspec.Struct, frozen=True):
    """What of the claims other reports speak of."""

    roles: tuple[str, ...]
    profiles: tuple[str, ...] = ()
    deviations: tuple[Deviation, ...] = ()


class SavedSystem(msgspec.Struct, frozen=True):
    """Which system it was."""

    name: str
    version: str


class SavedExamination(msgspec.Struct, frozen=True):
    """What was found of one system in its roles."""

    system: SavedSystem
    claims: SavedClaims
    conformant: bool
    rules: tuple[SavedRule, ...]
    examples: tuple[SavedExample, ...]
    narrowed_by: str = ""
    cut_short: str = ""
    profiles: tuple[SavedProfile, ...] = ()
    unstable: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Which system it was and in which roles, "Acme 7.2 as oms"."""
        return f"{self.system.name} {self.system.version} as {', '.join(self.claims.roles)}"

    @property
    def statement(self) -> Statement:
        """What the run comes to."""
        return statement_of(self.narrowed_by, self.cut_short, (e.verdict for e in self.examples), self.conformant)


class SavedKit(msgspec.Struct, frozen=True):
    """The kit that examined."""

    name: str
    version: str


class SavedSource(msgspec.Struct, frozen=True):
    """Where a rule is written."""

    document: str
    section: str
    place: str


class SavedEntry(msgspec.Struct, frozen=True):
    """What the register says of a rule."""

    sentence: str = ""
    strength: str = ""
    sources: tuple[SavedSource, ...] = ()


class SavedRules(msgspec.Struct, frozen=True):
    """The rules of a profile."""

    rules: tuple[str, ...] = ()


class SavedEdition(msgspec.Struct, frozen=True):
    """The edition of the rules; reports of older kits have its name and version alone."""

    name: str
    version: str
    profiles: Mapping[str, SavedRules] = {}
    rules: Mapping[str, SavedEntry] = {}
    documents: Mapping[str, str] = {}


class SavedTimes(msgspec.Struct, frozen=True):
    """What differs between two runs of the same: when each examination began and ended."""

    started: tuple[str, ...] = ()
    finished: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for instant in (*self.started, *self.finished):
            datetime.fromisoformat(instant)  # what is none cannot be read; msgspec says so


class SavedRun(msgspec.Struct, frozen=True):
    """One run, all that was examined in it. ``place`` is where it was read."""

    kit: SavedKit
    edition: SavedEdition
    examinations: tuple[SavedExamination, ...]
    digests: Mapping[str, str] = {}
    volatile: SavedTimes = SavedTimes()
    place: str = ""

    @property
    def examples(self) -> Iterator[SavedExample]:
        """The examples of all examinations."""
        return (example for examination in self.examinations for example in examination.examples)

    @property
    def claimed(self) -> Iterator[SavedExample]:
        """The examples of the profiles that are claimed, those among them that a clause excludes too."""
        of = {name: frozenset(profile.rules) for name, profile in self.edition.profiles.items()}
        for examination in self.examinations:
            rules = frozenset[str]().union(*(of.get(name, ()) for name in examination.claims.profiles))
            yield from (e for e in examination.examples if e.was_run or e.rule in rules)

    @property
    def rules(self) -> Iterator[SavedRule]:
        """The rules of all examinations, each in the role in which it was examined; no documentation-only ones."""
        return (rule for e in self.examinations for rule in e.rules if rule.role in e.claims.roles)

    @property
    def began(self) -> str:
        """When it began, "2026-11-21T20:05:00+00:00"; empty where the file does not say."""
        return min(self.volatile.started, default="")

    @property
    def title(self) -> str:
        """Which system it was: name and version, and in which roles."""
        names = dict.fromkeys(f"{e.system.name} {e.system.version}" for e in self.examinations)
        roles = dict.fromkeys(role for e in self.examinations for role in e.claims.roles)
        return f"{' and '.join(names)} as {', '.join(roles)}"

    @property
    def conformant(self) -> bool:
        """Whether every examination came to that."""
        return all(examination.conformant for examination in self.examinations)

    @property
    def narrowed(self) -> bool:
        """Whether somebody selected what was run, or the run ended early."""
        return any(e.narrowed_by or e.cut_short for e in self.examinations)


def read_run(given: Path) -> SavedRun:
    """The run whose report lies in a folder, or whose results.json is named.

    Raises ``UsageError``, with a remedy, where nothing is there, where the folder's run did not come to its end, and
    where the file is no report or one that this kit cannot read.
    """
    file = given / RESULTS if given.is_dir() else given
    if (file.parent / INCOMPLETE).exists() and file.name == RESULTS:
        raise UsageError("the run in this folder did not come to its end", "run again", file.parent)
    if (own := own_file(file)) not in ("", "a baseline", "the results of a run"):
        raise UsageError(f"{own}, and no report", _NAME_ONE, file)
    return run_in(_read(file, given), file)


def run_in(raw: bytes, file: Path) -> SavedRun:
    """The run that the bytes of a results file tell. Raises ``UsageError``."""
    try:
        raw = _well_formed(raw)
        begins = msgspec.json.decode(raw, type=_Beginning)
    except (ValueError, RecursionError, msgspec.DecodeError) as problem:
        raise UsageError(f"no report: {one_line(shortened(str(problem), 200))}", _NAME_ONE, file) from None
    if begins.baseline:
        raise UsageError("a baseline holds verdicts, and no report", _NAME_ONE, file)
    if not isinstance(begins.kit, dict) or begins.kit.get("name") != "ordertck":
        raise UsageError("no report of this kit", _NAME_ONE, file)
    try:
        run = msgspec.json.decode(raw, type=SavedRun)
    except UNREADABLE as problem:
        version = one_line(shortened(str(begins.kit.get("version")), 40))
        told = f"the report of ordertck {version} cannot be read: {one_line(shortened(str(problem), 200))}"
        raise UsageError(told, "run again with this kit, or read it with the kit that wrote it", file) from None
    if not run.examinations:
        raise UsageError("the report tells of no system", "run again", file)
    return msgspec.structs.replace(run, place=str(file.parent if file.name == RESULTS else file))


def _well_formed(raw: bytes) -> bytes:
    """The same where it is well-formed; half a character, which an adapter can say, becomes a question mark."""
    try:
        msgspec.json.decode(raw)
    except UNREADABLE:
        return json.dumps(json.loads(raw), ensure_ascii=False).encode(errors="replace")
    return raw


class _Beginning(msgspec.Struct, frozen=True):
    kit: Any = None
    baseline: Any = None


_NAME_ONE = "name a report folder, as 'ordertck run --report FOLDER' writes it"


def _read(file: Path, given: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():
            raise UsageError("no report is there: it is no file", _NAME_ONE, file)
        return content_of(file, LARGEST_RESULTS)
    except OSError as problem:
        what, lacks = f"no report is there: {problem.strerror}", file.parent if given.is_dir() else given
        raise UsageError(what, remedy_without_report(lacks), file if given.is_dir() else given) from None
