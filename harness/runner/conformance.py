"""Conformance: what the verdicts on rules mean for the profiles that a system claims."""

from dataclasses import dataclass

from ordertck.harness.register import Level, register
from ordertck.harness.runner.session import Examination
from ordertck.harness.verdicts import RuleResult, Verdict
from ordertck.harness.vocabulary import vocabulary

CONFORMANT, NOT_CONFORMANT, NOT_EXAMINED = "conformant", "not conformant", "not examined"
_BARS = (Verdict.ERROR, Verdict.FAILED, Verdict.INCONCLUSIVE)


@dataclass(frozen=True, slots=True)
class ProfileResult:
    """What was found of one profile.

    ``examined`` of ``obligations`` (rules in their roles, those not built yet included) were examined; ``barred_by``
    are the rules that stand against conformance.
    """

    profile: str
    outcome: str
    examined: int
    obligations: int
    barred_by: tuple[str, ...] = ()


def binding(result: RuleResult, examination: Examination) -> bool:
    """Whether a rule's failure bars conformance: an obligation, or an offer that was claimed."""
    entry = register().rules[result.rule]
    if entry.level is Level.OBLIGATION:
        return True
    return entry.level is Level.OFFER and entry.capability in examination.claims.capabilities


def profiles(examination: Examination) -> list[ProfileResult]:
    """The outcome for each profile that is claimed."""
    return [_profile(name, examination) for name in examination.claims.profiles]


def _profile(name: str, examination: Examination) -> ProfileResult:
    rules = vocabulary().profiles[name].rules
    bound = [
        result
        for result in examination.rules
        if result.rule in rules and result.role in examination.claims.roles and binding(result, examination)
    ]
    examined = [result for result in bound if result.run]
    barred = tuple(f"{r.rule} ({r.role})" for r in examined if r.verdict in _BARS)
    upheld = CONFORMANT if examined else NOT_EXAMINED
    outcome = NOT_CONFORMANT if barred or not examination.whole else upheld
    return ProfileResult(name, outcome, len(examined), len(bound), barred)


def conformant(examination: Examination) -> bool:
    """Whether a certificate says conformant: whole, nothing broken, each claimed profile conformant, none unexamined.

    A profile that binds nothing in the claimed roles is passed over, so long as another is conformant.
    """
    outcomes = {result.outcome for result in profiles(examination)}
    broken = any(example.verdict is Verdict.ERROR for example in examination.examples)
    return (
        examination.whole
        and not broken
        and not examination.broken_claims
        and NOT_CONFORMANT not in outcomes
        and CONFORMANT in outcomes
    )


def exit_code(examination: Examination, accept_deviations: bool = False) -> int:
    """0 conformant, 1 not, 3 where kit or adapter broke; accepted deviations are no 1, and never conformant."""
    if any(example.verdict is Verdict.ERROR for example in examination.examples) or examination.broken_claims:
        return 3 if not examination.broken_claims else 1
    declared = {deviation.rule for deviation in examination.claims.deviations}
    barred = {result.rule for result in examination.rules if result.verdict in _BARS and binding(result, examination)}
    if accept_deviations and barred and barred <= declared:
        return 0
    if examination.narrowed:
        return 1 if barred else 0
    return 0 if conformant(examination) else 1
