"""certificate.json: what was claimed, what was examined, and the verdict on every rule."""

from typing import Any

from ordertck.harness.conformance import broken, conformant, profiles
from ordertck.harness.examination import Examination
from ordertck.harness.reports.results import VOLATILE, findings_digest, profile_record, rule_record


def certificate(examination: Examination, found: dict[str, Any]) -> dict[str, Any] | None:
    """The certificate of one examination (schemas/certificate.json).

    None for a run that somebody narrowed, that ended early, or in which kit or adapter broke. ``found`` is what
    results.json holds; the certificate names it by its digest, without what is volatile.
    """
    if not examination.whole or broken(examination):
        return None
    claims = examination.claims
    return {
        "certificate": "ordertck",
        "statement": "conformant" if conformant(examination) else "not conformant",
        "system": {"name": claims.name, "version": claims.version, "vendor": claims.vendor},
        "roles": list(claims.roles),
        "profiles": [profile_record(p) for p in profiles(examination)],
        "claims": claims.as_json(),
        "kit": {"name": "ordertck", "version": examination.kit},
        "digests": {**examination.digests, "results": findings_digest(found)},
        "deviations": [{"rule": d.rule, "issue": d.issue} for d in claims.deviations],
        "rules": [rule_record(rule, claims) for rule in examination.rules],
        VOLATILE: {"session": examination.session, "issued": examination.finished.isoformat()},
    }
