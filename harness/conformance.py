"""Conformance: what the verdicts on rules mean for the profiles that a system claims."""

from dataclasses import dataclass
from functools import lru_cache

from ordertck.harness.edition.register import Level
from ordertck.harness.examination import Examination
from ordertck.harness.verdicts import RuleResult, Verdict

CONFORMANT, NOT_CONFORMANT, NOT_EXAMINED = "conformant", "not conformant", "not examined"
# Of a run that was narrowed or cut short, where nothing that was run bars the profile; and where kit or adapter broke,
# or time was over, and nothing else stands against the system.
NOT_JUDGED = "not judged"
_AGAINST = (Verdict.FAILED, Verdict.INCONCLUSIVE)
_BARS = (Verdict.ERROR, *_AGAINST)


@dataclass(frozen=True, slots=True)
class ProfileResult:
    """What was found of one profile.

    ``examined`` of ``obligations`` (rules in their roles, those not built yet included) were examined, and
    ``fulfilled`` are upheld by examples in which something was brought about, of which there have to be ``least``; a
    rule that is about showing only (the register's ``shown_only``) is none of these.
    ``barred_by`` are the rules that stand against conformance, ``left`` those that were not examined, with the clauses.
    """

    profile: str
    outcome: str
    examined: int
    obligations: int
    fulfilled: int
    least: int
    barred_by: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def binding(result: RuleResult, examination: Examination) -> bool:
    """Whether a rule's failure bars conformance: an obligation, or an offer that was claimed."""
    entry = examination.claims.edition.register.rules[result.rule]
    if entry.level is Level.OBLIGATION:
        return True
    return entry.level is Level.OFFER and entry.capability in examination.claims.capabilities


@lru_cache(maxsize=8)  # every report of a run asks for it
def profiles(examination: Examination) -> tuple[ProfileResult, ...]:
    """The outcome for each profile that is claimed."""
    return tuple(_profile(name, examination) for name in examination.claims.profiles)


def _profile(name: str, examination: Examination) -> ProfileResult:
    profile = examination.claims.edition.vocabulary.profiles[name]
    rules = profile.rules
    bound = [
        result
        for result in examination.rules
        if result.rule in rules and result.role in examination.claims.roles and binding(result, examination)
    ]
    examined = [result for result in bound if result.run]
    bars = [result for result in examined if result.verdict in _BARS]
    barred = tuple(f"{r.rule} ({r.role})" for r in bars)
    left = tuple(f"{r.rule} ({r.role}): {r.reason}" for r in bound if not r.run)
    entries = examination.claims.edition.register.rules
    fulfilled = sum(r.fulfilled for r in examined if not entries[r.rule].shown_only)
    least = profile.least_of(examination.claims.roles)
    upheld = CONFORMANT if least is not None and fulfilled >= least else NOT_EXAMINED
    judged = {(each.id.rule, each.id.role) for each in examination.examples if each.verdict in _AGAINST}
    if any((result.rule, result.role) in judged for result in bars):
        outcome = NOT_CONFORMANT
    else:
        outcome = upheld if examination.whole and not bars else NOT_JUDGED
    count = sum(result.verdict is not Verdict.ERROR for result in examined)
    return ProfileResult(name, outcome, count, len(bound), fulfilled, least or 0, barred, left)


def conformant(examination: Examination) -> bool:
    """Whether a certificate says conformant: whole, nothing broken, each claimed profile conformant, none barred.

    A profile of which too little was brought about counts as not examined, is named as such, and is passed over so long
    as another is conformant.
    """
    outcomes = {result.outcome for result in profiles(examination)}
    return (
        examination.whole
        and not broken(examination)
        and not examination.broken_claims
        and NOT_CONFORMANT not in outcomes
        and CONFORMANT in outcomes
    )


def shares(examination: Examination) -> dict[str, tuple[int, int]]:
    """By role that is claimed, how many obligations of its claimed profiles were examined, and of how many."""
    claims = examination.claims
    claimed = [result for result in examination.rules if result.rule in claims.rules]
    of_role = {role: [result for result in claimed if result.role == role] for role in claims.roles}
    bound = {role: [r for r in results if binding(r, examination)] for role, results in of_role.items()}
    return {role: (sum(bool(r.run) for r in results), len(results)) for role, results in bound.items()}


def unexamined(examination: Examination) -> tuple[str, ...]:
    """The roles of a suite of which no obligation was examined: no statement is about them."""
    if len(examination.claims.roles) == 1:
        return ()
    return tuple(role for role, (examined, _) in shares(examination).items() if not examined)


def exit_code(examination: Examination, accept_deviations: bool = False) -> int:
    """0 conformant, 1 not, 3 where kit or adapter broke or the run was cut short.

    A narrowed run is 0 where nothing that was selected bars conformance. With ``accept_deviations`` rules that are
    declared deviations, and have not expired, bar nothing here; that makes no system conformant. A whole run of the
    kit's own reference under another name is 1.
    """
    if broken(examination):
        return 3
    barred = {r.rule for r in examination.rules if r.verdict in _BARS and binding(r, examination)}
    unknown = {rule for rule in barred if not (accept_deviations and examination.known_breach(rule))}
    if unknown or examination.broken_claims:
        return 1
    if examination.narrowed_by or barred:
        return 0
    return 0 if conformant(examination) and not examination.borrowed else 1


def broken(examination: Examination) -> bool:
    """Whether kit or adapter broke, or the run was cut short: nothing can be said of the system as a whole."""
    return bool(examination.cut_short) or any(e.verdict is Verdict.ERROR for e in examination.examples)


def deviates(examination: Examination) -> bool:
    """Whether the system is not conformant, and nothing but declared deviations stands against its run."""
    return exit_code(examination) == 1 and exit_code(examination, accept_deviations=True) == 0
