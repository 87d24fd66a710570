"""results.json: one record an example, one a rule; the same bytes for the same run but for what is marked volatile."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

import orjson

from ordertck.harness.claims import Claims
from ordertck.harness.conformance import ProfileResult, conformant, profiles
from ordertck.harness.edition import Edition
from ordertck.harness.examination import Examination
from ordertck.harness.kit import is_released, kit_digest
from ordertck.harness.reports.edition_record import edition_told
from ordertck.harness.reports.example_record import names_of, records_of, steps_of
from ordertck.harness.sessions import JOB
from ordertck.harness.text import json_escaped
from ordertck.harness.verdicts import ExampleResult, RuleResult, Verdict

# Stands in evidence for the session's own part of every id.
SESSION = "SESSION"
VOLATILE = "volatile"
# Results, their examinations, one of these, its examples, one of these: what is volatile lies no deeper.
_DOWN_TO_VOLATILE = 5
# Under which names the catalogue was sold: the seed's own, or those that everybody can read in the kit.
RENAMED, SHIPPED = "of the seed", "as shipped"


def results(examinations: list[Examination]) -> dict[str, Any]:
    """All that was found, as results.json has it (schemas/results.json)."""
    return {
        "kit": kit_record(examinations[0]),
        "edition": edition_told(examinations[0].edition),
        "digests": digests(examinations[0]),
        VOLATILE: {
            "sessions": [e.session for e in examinations],
            "started": [e.started.isoformat() for e in examinations],
            "finished": [e.finished.isoformat() for e in examinations],
            "jobs": [e.jobs for e in examinations],
            **_broken_off(examinations),
        },
        "examinations": [_examination(e) for e in examinations],
    }


def _broken_off(examinations: list[Examination]) -> dict[str, list[list[str]]]:
    """The scenarios that broke off and were begun once more, where there are any; of each examination."""
    scenarios = [[broken.scenario for broken in e.broken_off] for e in examinations]
    return {"broken_off": scenarios} if any(scenarios) else {}


def as_bytes(value: object) -> bytes:
    """JSON as it is written everywhere here: two blanks, keys as they stand, a line end."""
    return b"".join(in_pieces(value))


def in_pieces(value: object, levels: int = _DOWN_TO_VOLATILE - 1) -> Iterator[bytes]:
    """The same in pieces: the results of a whole run are large, and nobody needs them in memory twice."""
    yield from _indented(value, levels, b"\n")
    yield b"\n"


def _indented(value: Any, levels: int, end: bytes) -> Iterator[bytes]:
    """``end`` is the end of a line and the blanks that the next one begins with."""
    if not levels or not isinstance(value, (dict, list)) or not value:
        yield in_json(value).replace(b"\n", end)
        return
    within, pairs = end + b"  ", isinstance(value, dict)
    yield b"{" if pairs else b"["
    for number, held in enumerate(value):
        yield b"," * bool(number) + within + (in_json(held) + b": " if pairs else b"")
        yield from _indented(value[held] if pairs else held, levels - 1, within)
    yield end + (b"}" if pairs else b"]")


def in_json(value: object) -> bytes:
    """A value as indented JSON that does nothing to a terminal, whatever texts of others it holds."""
    try:
        return json_escaped(orjson.dumps(value, option=orjson.OPT_INDENT_2))
    except orjson.JSONEncodeError:
        # What an adapter raised, or a file's name, can hold half a surrogate pair; so it is JSON's own escape for it.
        return json.dumps(value, indent=2, ensure_ascii=False).encode(errors="backslashreplace")


def findings_digest(found: dict[str, Any]) -> str:
    """The digest of results without what is volatile: the same for two runs that found the same.

    It is taken over compact JSON with its keys sorted and everything beyond ASCII escaped.
    """
    total = hashlib.sha256()
    for piece in _canonical(found, _DOWN_TO_VOLATILE):
        total.update(piece.encode())
    return "sha256:" + total.hexdigest()


def _canonical(value: Any, levels: int) -> Iterator[str]:
    """JSON in pieces, without what is volatile so many levels down: of the whole at once there would be much."""
    if levels < 2 or not isinstance(value, (dict, list)):
        if levels and isinstance(value, dict):
            value = {name: held for name, held in value.items() if name != VOLATILE}
        yield json.dumps(value, sort_keys=True, separators=(",", ":"))
    elif isinstance(value, dict):
        for number, name in enumerate(sorted(value.keys() - {VOLATILE})):
            yield f"{',' if number else '{'}{json.dumps(name)}:"
            yield from _canonical(value[name], levels - 1)
        yield "}" if value.keys() - {VOLATILE} else "{}"
    else:
        for number, held in enumerate(value):
            yield "," if number else "["
            yield from _canonical(held, levels - 1)
        yield "]" if value else "[]"


def kit_record(examination: Examination) -> dict[str, Any]:
    """Which kit examined; ``released`` says whether its files are those that were released under its version."""
    return {"name": "ordertck", "version": examination.kit, "released": as_released(examination.edition)}


def as_released(edition: Edition) -> bool:
    """Whether kit and edition are those that were released: another edition's rules came with no kit."""
    return is_released() and edition.is_the_kits


def digests(examination: Examination) -> dict[str, str]:
    """What the verdicts rest on: the digests of the kit's files, and of features, register and catalogue."""
    return {"kit": kit_digest(), **examination.digests}


def edition_record(examination: Examination) -> dict[str, str]:
    """Which edition of the rules the system was held to."""
    return {"name": examination.edition.name, "version": examination.edition.version}


def _examination(examination: Examination) -> dict[str, Any]:
    return {
        "system": {"name": examination.claims.name, "version": examination.claims.version},
        "claims": examination.claims.as_json(),
        "variation": variation_record(examination),
        "every_switch": examination.plan.every_switch,
        "repeat": examination.repeat,
        "whole": examination.whole,
        "narrowed_by": examination.narrowed_by,
        "cut_short": examination.cut_short,
        "conformant": conformant(examination),
        "profiles": [{**profile_record(p), "barred_by": list(p.barred_by)} for p in profiles(examination)],
        "strays": examination.strays,
        "cut_texts": examination.cut_texts,
        "borrowed": examination.borrowed,
        "transcript_lost": examination.transcript.lost,
        "examples_of_other_roles": dict(sorted(examination.plan.elsewhere.items())),
        "excluded": _excluded(examination),
        "unstable": list(examination.unstable),
        "broken_claims": list(examination.broken_claims),
        "remarks": [neutral(remark, examination) for remark in examination.remarks],
        "rules": [rule_record(rule, examination.claims) for rule in examination.rules],
        "examples": [_example(example, examination) for example in examination.examples],
    }


def variation_record(examination: Examination) -> dict[str, Any]:
    """What was new to the system: the seed, and whether products and price lists had names of the seed's."""
    return {"seed": examination.seed, "names": RENAMED if examination.renamed else SHIPPED}


def profile_record(result: ProfileResult) -> dict[str, Any]:
    """One profile that was claimed, how much of it was examined and fulfilled, and what was left, with the clauses."""
    return {
        "profile": result.profile,
        "outcome": result.outcome,
        "examined": result.examined,
        "obligations": result.obligations,
        "fulfilled": result.fulfilled,
        "least": result.least,
        "not_examined": list(result.left),
    }


def rule_record(result: RuleResult, claims: Claims) -> dict[str, Any]:
    """One rule in one role."""
    return {
        "rule": result.rule,
        "role": result.role,
        "level": claims.edition.register.rules[result.rule].level.value,
        "verdict": result.verdict.value,
        "passed": result.passed,
        "run": result.run,
        "fulfilled": sum(example.fulfilled for example in result.examples),
        "reason": result.reason,
        "deviation": next((d.issue for d in claims.deviations if d.rule == result.rule), ""),
        "declared": next(
            ({"answer": d.answer, "says": d.says} for d in claims.declared if d.rule == result.rule), None
        ),
    }


def _excluded(examination: Examination) -> list[dict[str, Any]]:
    """What of the plan was not run, by the clause that excludes it: how many examples, of which rules."""
    by_clause: dict[str, list[str]] = {}
    for example in examination.examples:
        if example.verdict is Verdict.INAPPLICABLE:
            by_clause.setdefault(example.reason, []).append(example.id.rule)
    return [
        {"clause": neutral(clause, examination), "examples": len(rules), "rules": sorted(set(rules))}
        for clause, rules in sorted(by_clause.items())
    ]


def _example(result: ExampleResult, examination: Examination) -> dict[str, Any]:
    strike = examination.transcript.redaction.text
    record: dict[str, Any] = {
        "rule": result.id.rule,
        "role": result.id.role,
        "title": result.id.title,
        "row": result.id.row,
        "location": result.location,
        "verdict": result.verdict.value,
        "reason": neutral(result.reason, examination),
        "blame": result.blame.value if result.blame else None,
        "step": strike(result.step),
        "expected": neutral(result.expected, examination),
        "seen": neutral(result.seen, examination),
        "invariant": _invariant(result),
        "late": result.late,
        "fulfilled": result.fulfilled,
        "transcript": None,
        "steps": steps_of(result, examination),
        "records": records_of(result, examination),
        VOLATILE: {
            "seconds": round(result.seconds, 6),
            "steps": [round(seconds, 6) for seconds in result.step_seconds],
            "names": names_of(result, examination),
        },
    }
    if result.transcript is not None:
        first, last = result.transcript
        record["transcript"] = {"first": first, "last": last}
    return record


def _invariant(result: ExampleResult) -> dict[str, Any] | None:
    """By which invariant the oracle objects, where the steps held and the whole does not."""
    if not result.invariant:
        return None
    return {"name": result.invariant, "rules": list(result.stands_for), "records": list(result.shown_by)}


def neutral(text: str, examination: Examination) -> str:
    """A text without what is new in every run, ids begin with a constant instead of the session, or was struck out."""
    text = examination.transcript.redaction.text(text)
    if examination.session not in text:
        return text
    return re.sub(rf"\b{re.escape(examination.session)}({JOB})?(?=[0-9A-Z]*-)", SESSION, text)
