"""certificate.json: what was claimed, what was examined, and the verdict on every rule."""

from dataclasses import asdict
from typing import Any

from ordertck.harness.conformance import broken, conformant, profiles, unexamined
from ordertck.harness.examination import Examination
from ordertck.harness.reports.results import (
    VOLATILE,
    digests,
    edition_record,
    findings_digest,
    kit_record,
    profile_record,
    rule_record,
    variation_record,
)
from ordertck.harness.verdicts import Statement


def certificates(examinations: list[Examination], found: dict[str, Any]) -> list[dict[str, Any] | None]:
    """The certificate of each examination (schemas/certificate.json).

    None for a run that somebody narrowed, that ended early, in which kit or adapter broke, that examined the kit's own
    system under another name, or whose transcript is not whole, so that nobody could verify it. ``found`` is what
    results.json holds; the certificate names it by its digest, without what is volatile.
    """
    digest = findings_digest(found) if any(map(_is_certified, examinations)) else ""
    return [_certificate(e, digest) if _is_certified(e) else None for e in examinations]


def _is_certified(examination: Examination) -> bool:
    return (
        examination.whole and not broken(examination) and not examination.borrowed and not examination.transcript.lost
    )


def _certificate(examination: Examination, results: str) -> dict[str, Any]:
    claims = examination.claims
    return {
        "certificate": "ordertck",
        "statement": Statement.CONFORMANT if conformant(examination) else Statement.NOT_CONFORMANT,
        "system": {"name": claims.name, "version": claims.version, "vendor": claims.vendor},
        "roles": list(claims.roles),
        "unexamined_roles": list(unexamined(examination)),
        "profiles": [profile_record(p) for p in profiles(examination)],
        "claims": claims.as_json(),
        "variation": variation_record(examination),
        "kit": kit_record(examination),
        "edition": edition_record(examination),
        "digests": {**digests(examination), "results": results},
        "deviations": [asdict(deviation) for deviation in claims.deviations],
        "rules": [rule_record(rule, claims) for rule in examination.rules],
        VOLATILE: {
            "session": examination.session,
            "issued": examination.finished.isoformat(),
            "broken_off": len(examination.broken_off),
        },
    }
