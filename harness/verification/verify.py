"""Verifying a report: its files agree, this kit is the one that made it, and its transcript leads to its verdicts."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from ordertck import __version__
from ordertck.harness import schemas
from ordertck.harness.bench.conversation import with_names
from ordertck.harness.claims import Claims
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.kit import kit_digest
from ordertck.harness.plan import plan_of
from ordertck.harness.reports.certificate import certificates
from ordertck.harness.reports.edition_record import edition_told
from ordertck.harness.reports.folder import INCOMPLETE, TRANSCRIPT
from ordertck.harness.reports.found import id_of, json_in, read_results
from ordertck.harness.reports.results import as_bytes, as_released, findings_digest, results
from ordertck.harness.reports.words import BORROWED
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.runner.turns import session_of, turns
from ordertck.harness.transcript import MOST, Transcript
from ordertck.harness.variation import PLAIN, Variation
from ordertck.harness.verification.claims_in_results import claims_of
from ordertck.harness.verification.tapes import Tapes, out_of_turn

_MOST = 20
# What no transcript holds, or is compared by itself.
_NOT_REPLAYED = frozenset({"examples", "remarks", "cut_texts", "volatile"})


def verify(folder: Path, edition: Edition, seed: int | None = None) -> list[str]:
    """What speaks against a report, in sentences; nothing where it holds.

    ``seed`` is the one that whoever asks for the report has named, where one was. Raises ``UsageError`` where the
    folder holds no report.
    """
    found, issued = _results(folder), certificates_in(folder)
    volatile, count = found["volatile"], len(found["examinations"])
    jobs, broken_off = volatile.get("jobs", [1] * count), volatile.get("broken_off", [[]] * count)
    if objections := [*_other_kit(found, edition)] or [*_impossible(found, edition)]:
        return objections
    objections = [*out_of_turn(folder / TRANSCRIPT, jobs), *_said_of_itself(folder, found, issued)]
    if objections := [*objections, *_other_seed(found, seed)]:
        return objections
    objections += _agreement(found, issued)
    with TemporaryDirectory() as beside, Tapes(folder / TRANSCRIPT, jobs) as tapes:
        taken_down = Transcript(file=Path(beside) / TRANSCRIPT)
        replayed = [
            _replayed(examination, _Volatile(*own), edition, tapes, taken_down)
            for examination, *own in zip(
                found["examinations"], volatile["sessions"], volatile["started"], jobs, broken_off, strict=True
            )
        ]
        for told, examination in zip(found["examinations"], replayed, strict=True):
            objections += _verdicts(told, examination)
            objections += _findings(told, examination) if not objections else []
        taken_down.close()
    if parted := tapes.objection:
        objections.insert(0, parted)
    if not objections:
        objections += _statements(issued, replayed, found)
    return objections[:_MOST]


class _Volatile(NamedTuple):
    """Under what conditions an examination was made that are not to be compared."""

    session: str
    began: str
    jobs: int
    broken_off: list[str]


def _results(folder: Path) -> dict[str, Any]:
    found = read_results(folder)
    transcript = folder / TRANSCRIPT
    if not transcript.is_file():
        raise UsageError("the transcript is missing", "a report has all of its files", transcript)
    if transcript.stat().st_size > MOST:
        raise UsageError(f"the transcript has more than {MOST:,} bytes", "no report's has", transcript)
    return found


def certificates_in(folder: Path) -> dict[tuple[str, ...], dict[str, Any]]:
    """The certificates of a report by the roles that they are for."""
    issued: dict[tuple[str, ...], dict[str, Any]] = {}
    for file in sorted(folder.glob("certificate*.json")):
        content = json_in(file, "no certificate is there", "remove what the kit has not put there")
        if wrong := schemas.problems("certificate", content):
            raise UsageError(wrong[0], "the file is no certificate of this version", file)
        roles = tuple(content["roles"])
        if roles in issued:
            raise UsageError("a second certificate for the same roles", "remove what the kit has not put there", file)
        issued[roles] = content
    return issued


def _impossible(found: dict[str, Any], edition: Edition) -> Iterator[str]:
    """What keeps the results from being replayed at all: claims with which no run would have begun."""
    for number, examination in enumerate(found["examinations"], 1):
        try:
            claims_of(examination["claims"], edition)
        except UsageError as problem:
            yield f"examination {number} has claims that nobody can make: {problem.problem}"


def _said_of_itself(folder: Path, found: dict[str, Any], issued: dict[tuple[str, ...], Any]) -> Iterator[str]:
    if (folder / INCOMPLETE).exists():
        yield "the folder says that its run did not come to its end"
    for examination in found["examinations"]:
        name = f"{examination['system']['name']} as {', '.join(examination['claims']['roles'])}"
        if examination["narrowed_by"]:
            yield f"{name}: the run was narrowed to {examination['narrowed_by']}"
        if examination["cut_short"]:
            yield f"{name}: the run was cut short: {examination['cut_short']}"
        if examination["borrowed"]:
            yield f"{name}: {BORROWED}"
        if examination["variation"]["seed"] == PLAIN:
            yield f"{name}: nothing varied in the run, so that a recording could have answered"
    if not issued:
        yield "there is no certificate"


def _other_kit(found: dict[str, Any], edition: Edition) -> Iterator[str]:
    if found["kit"]["version"] != __version__:
        yield f"the report was made by ordertck {found['kit']['version']}, this is {__version__}"
    elif found["digests"]["kit"] != kit_digest():
        yield "the report was made by a kit whose files differ from this one's"
    elif found["kit"]["released"] != as_released(edition):
        yield "the results say otherwise of the kit than this one does"
    yield from (
        f"the {name} of the report are not those of this edition"
        for name, digest in edition.digests.items()
        if found["digests"][name] != digest
    )
    if found["edition"] != edition_told(edition):
        yield "the results say otherwise of the rules than this edition"


def _other_seed(found: dict[str, Any], asked: int | None) -> Iterator[str]:
    for seed in sorted({examination["variation"]["seed"] for examination in found["examinations"]}):
        if asked is not None and seed != asked:
            yield f"the run was asked for with the seed {asked}, and was made with {seed}"


def _agreement(found: dict[str, Any], issued: dict[tuple[str, ...], dict[str, Any]]) -> Iterator[str]:
    """What a certificate says otherwise than the results that it is made of."""
    digest = findings_digest(found)
    volatile = found["volatile"]
    conditions = zip(volatile["sessions"], volatile["finished"], volatile.get("broken_off", repeat(())), strict=False)
    for examination, (session, finished, broken_off) in zip(found["examinations"], conditions, strict=True):
        roles = tuple(examination["claims"]["roles"])
        certificate = issued.get(roles)
        name = f"the certificate for {', '.join(roles)}"
        if certificate is None:
            yield f"{name} is missing"
            continue
        if certificate["digests"]["results"] != digest:
            yield f"{name} was made of other results"
        if certificate["claims"] != examination["claims"]:
            yield f"{name} speaks of other claims"
        if certificate["variation"] != examination["variation"]:
            yield f"{name} speaks of another seed"
        if certificate["volatile"]["session"] != session:
            yield f"{name} speaks of another session"
        if certificate["volatile"]["issued"] != finished:
            yield f"{name} is of another day or hour than the results"
        if certificate["volatile"].get("broken_off", 0) != len(broken_off):
            yield f"{name} counts other examples as broken off than the results"
    strange = issued.keys() - {tuple(e["claims"]["roles"]) for e in found["examinations"]}
    yield from (f"the results know nothing of the certificate for {', '.join(roles)}" for roles in sorted(strange))


def _replayed(
    examination: dict[str, Any], volatile: _Volatile, edition: Edition, tapes: Tapes, taken_down: Transcript
) -> Examination:
    claims = claims_of(examination["claims"], edition)
    plan = plan_of(claims, every_switch=examination["every_switch"])
    conditions = Conditions(
        session=volatile.session,
        variation=Variation(int(examination["variation"]["seed"])),
        repeat=int(examination["repeat"]),
        jobs=int(volatile.jobs),
        began=datetime.fromisoformat(volatile.began),
        broken_off=frozenset(volatile.broken_off),
    )
    return run(plan, conditions, transcript=taken_down, open_system=tapes.opener(conditions.session))


def claims_in_results(file: Path, edition: Edition) -> Mapping[str, Claims]:
    """The claims by session of a report's results, under the names that each run drew for what the catalogue sells.

    Raises ``UsageError`` where the file holds no results.
    """
    found = read_results(file.parent)
    known: dict[str, Claims] = {}
    for each, session in zip(found["examinations"], found["volatile"]["sessions"], strict=True):
        variation = Variation(each["variation"]["seed"])
        plan = plan_of(claims_of(each["claims"], edition), every_switch=each["every_switch"])
        for turn in turns(plan, variation, 1):
            known.setdefault(session_of(session, turn), with_names(turn.claims, variation))
    return known


def _verdicts(told: dict[str, Any], replayed: Examination) -> Iterator[str]:
    """Each example whose verdict the replay does not confirm."""
    results = {e.id: e.verdict.value for e in replayed.examples}
    for example in told["examples"]:
        name = id_of(example)
        again = results.pop(name, "no example of this kit")
        if again != example["verdict"]:
            yield f"{name} is said to be {example['verdict']}; the replay says {again}"
    yield from (f"{name} is missing in the results" for name in results)


def _findings(told: dict[str, Any], replayed: Examination) -> Iterator[str]:
    """What else results say otherwise than the replay; texts in which something may be struck out are not compared."""
    name = f"the results for {', '.join(told['claims']['roles'])}"
    again = json.loads(as_bytes(results([replayed])))["examinations"][0]
    for what in told.keys() - _NOT_REPLAYED:
        if told[what] != again[what]:
            yield f"{name} say otherwise of their {what.replace('_', ' ')} than the replay"
    texts = {"reason", "expected", "seen", "step", "steps", "records"} if told["claims"]["redact"] else set()
    for one, other in zip(told["examples"], again["examples"], strict=True):
        for what in one.keys() - texts - {"volatile"}:
            if one[what] != other[what]:
                yield f"{name} say otherwise of the {what} of {one['rule']}, '{one['title']}', than the replay"


def _statements(
    issued: dict[tuple[str, ...], dict[str, Any]], replayed: list[Examination], found: dict[str, Any]
) -> Iterator[str]:
    for examination, issued_again in zip(replayed, certificates(replayed, found), strict=True):
        roles, again = examination.claims.roles, json.loads(as_bytes(issued_again))
        for what in issued[roles].keys() - {"volatile"}:
            if again is None or issued[roles][what] != again[what]:
                yield f"the certificate for {', '.join(roles)} says otherwise of its {what} than the replay"
