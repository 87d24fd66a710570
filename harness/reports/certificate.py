"""certificate.json: what was claimed, what was examined, and the verdict on every rule."""

import hashlib
import json
from typing import Any

from ordertck import __version__
from ordertck.harness.reports.results import digests, rule_record
from ordertck.harness.runner.conformance import conformant, profiles
from ordertck.harness.runner.session import Examination
from ordertck.harness.verdicts import Verdict


def certificate(examination: Examination, results: bytes) -> dict[str, Any] | None:
    """The certificate of one examination (schemas/certificate.json).

    None for a run that somebody narrowed, that ended early, or in which kit or adapter broke. ``results`` are the
    bytes of results.json, which the certificate names by digest.
    """
    broken = any(example.verdict is Verdict.ERROR for example in examination.examples)
    if not examination.whole or broken:
        return None
    claims = examination.claims
    return {
        "certificate": "ordertck",
        "statement": "conformant" if conformant(examination) else "not conformant",
        "system": {"name": claims.name, "version": claims.version, "vendor": claims.vendor},
        "roles": list(claims.roles),
        "profiles": [
            {"profile": p.profile, "outcome": p.outcome, "examined": p.examined, "obligations": p.obligations}
            for p in profiles(examination)
        ],
        "claims": claims.as_json(),
        "kit": {"name": "ordertck", "version": __version__},
        "digests": {**digests(), "results": "sha256:" + hashlib.sha256(results).hexdigest()},
        "deviations": [{"rule": d.rule, "issue": d.issue} for d in claims.deviations],
        "rules": [rule_record(rule) for rule in examination.rules],
        "volatile": {"session": examination.session, "issued": examination.started.isoformat()},
    }


def as_bytes(value: object) -> bytes:
    """JSON as it is written everywhere here: two blanks, keys as they stand, a line end."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
