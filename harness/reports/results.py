"""results.json: one record an example, one a rule; the same bytes for the same run but for what is marked volatile."""

from typing import Any

from ordertck import __version__
from ordertck.harness.catalogue import home_services
from ordertck.harness.register import register
from ordertck.harness.runner.conformance import conformant, profiles
from ordertck.harness.runner.features import features_digest
from ordertck.harness.runner.session import Examination
from ordertck.harness.verdicts import ExampleResult, RuleResult

# Stands in evidence for the session's own part of every id.
SESSION = "SESSION"


def results(examinations: list[Examination]) -> dict[str, Any]:
    """All that was found, as results.json has it (schemas/results.json)."""
    return {
        "kit": {"name": "ordertck", "version": __version__},
        "digests": digests(),
        "volatile": {
            "sessions": [e.session for e in examinations],
            "started": [e.started.isoformat() for e in examinations],
            "seconds": [round(e.seconds, 3) for e in examinations],
        },
        "examinations": [_examination(e, offset) for e, offset in with_offsets(examinations)],
    }


def digests() -> dict[str, str]:
    """What the verdicts rest on: features, register, catalogue."""
    return {"features": features_digest(), "register": register().digest, "catalogue": home_services().digest}


def with_offsets(examinations: list[Examination]) -> list[tuple[Examination, int]]:
    """Each examination with how many transcript records come before its own."""
    pairs, offset = [], 0
    for examination in examinations:
        pairs.append((examination, offset))
        offset += len(examination.transcript)
    return pairs


def _examination(examination: Examination, offset: int) -> dict[str, Any]:
    return {
        "system": {"name": examination.claims.name, "version": examination.claims.version},
        "claims": examination.claims.as_json(),
        "whole": examination.whole,
        "cut_short": examination.cut_short,
        "conformant": conformant(examination),
        "profiles": [
            {
                "profile": p.profile,
                "outcome": p.outcome,
                "examined": p.examined,
                "obligations": p.obligations,
                "barred_by": list(p.barred_by),
            }
            for p in profiles(examination)
        ],
        "strays": examination.strays,
        "unstable": list(examination.unstable),
        "broken_claims": list(examination.broken_claims),
        "rules": [rule_record(rule) for rule in examination.rules],
        "examples": [_example(example, examination, offset) for example in examination.examples],
    }


def rule_record(result: RuleResult) -> dict[str, Any]:
    """One rule in one role."""
    return {
        "rule": result.rule,
        "role": result.role,
        "level": register().rules[result.rule].level.value,
        "verdict": result.verdict.value,
        "passed": result.passed,
        "run": result.run,
        "reason": result.reason,
    }


def _example(result: ExampleResult, examination: Examination, offset: int) -> dict[str, Any]:
    record: dict[str, Any] = {
        "rule": result.id.rule,
        "role": result.id.role,
        "title": result.id.title,
        "row": result.id.row,
        "location": result.location,
        "verdict": result.verdict.value,
        "reason": neutral(result.reason, examination),
        "blame": result.blame.value if result.blame else None,
        "step": result.step,
        "expected": neutral(result.expected, examination),
        "seen": neutral(result.seen, examination),
        "late": result.late,
        "transcript": None,
    }
    if result.transcript is not None:
        first, last = result.transcript
        record["transcript"] = {"first": first + offset, "last": last + offset}
    return record


def neutral(text: str, examination: Examination) -> str:
    """A text without what is new in every run."""
    return text.replace(examination.session, SESSION)
