"""What the results say of the rules themselves, so that who reads them needs nothing else."""

from typing import Any

from ordertck.harness.edition import Edition
from ordertck.harness.edition.register import RegisteredRule


def edition_told(edition: Edition) -> dict[str, Any]:
    """The edition that a system was held to: documents, areas, profiles, every rule with its sentence and source."""
    words, register, sentences = edition.vocabulary, edition.register, edition.sentences
    return {
        "name": edition.name,
        "version": edition.version,
        "documents": dict(register.documents),
        "areas": dict(register.areas),
        "roles": {role: says.partition(":")[0] for role, says in words.roles.items()},
        "profiles": {p.name: {"title": p.title, "rules": sorted(p.rules)} for p in words.profiles.values()},
        "rules": {rule.id: _rule(rule, sentences.get(rule.id, "")) for rule in register.rules.values()},
    }


def _rule(rule: RegisteredRule, sentence: str) -> dict[str, Any]:
    return {
        "sentence": sentence,
        "says": rule.says,
        "strength": rule.strength,
        "level": rule.level.value,
        "roles": list(rule.binds),
        "sources": [{"document": s.document, "section": s.section, "place": s.place} for s in rule.sources],
        "switches": list(rule.switches),
        "capability": rule.capability,
    }
