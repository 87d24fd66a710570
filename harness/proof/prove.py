"""Proof that the examples can fail: known systems are run, and every rule must catch its wrong systems."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from ordertck.harness.edition import Edition
from ordertck.harness.edition.register import Level
from ordertck.harness.proof.nobodies import nobodies
from ordertck.harness.proof.registry import NULL, PERMITTED, WRONG, KnownSystem, known_systems
from ordertck.harness.proof.settings import settings
from ordertck.harness.proof.trials import Trial, Trials, carried_out
from ordertck.harness.verdicts import ExampleId, Verdict

# What is done, of how many systems, the name of the one that was judged last, and what was objected to it.
Progress = Callable[[int, int, str, list[str]], None]
# In a quick proof of all systems, so many permitted variants share the examples of their role.
_SHARE = 8


@dataclass(slots=True)
class RuleProof:
    """What is proven of one rule in one role: its wrong systems, and which of them were caught."""

    rule: str
    role: str
    present: list[str] = field(default_factory=list)
    caught: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Proof:
    """The outcome. ``objections`` are what keeps the kit from being proven, each in a sentence.

    ``unexplained`` are those of them that say what falls with a breach and was not accepted, or no longer falls;
    ``entails`` is what does fall, rule ids by "role/name".
    """

    full: bool
    members: int
    rules: dict[tuple[str, str], RuleProof]
    nulls: dict[str, list[str]]
    objections: list[str]
    entails: dict[str, list[str]]
    unexplained: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing was objected to."""
        return not self.objections and not self.unexplained


def prove(
    edition: Edition,
    full: bool = False,
    progress: Progress = lambda *_: None,
    processes: int = 2,
    named: Iterable[str] = (),
    systems: tuple[KnownSystem, ...] | None = None,
) -> Proof:
    """Run the known systems, or only those whose "role/name" begins with one of those ``named``.

    Each wrong system runs examples of the rules that it breaks until they have caught it (``full``: all of its
    role's), each null system all of its role's, and each permitted variant every eighth one (``full`` or named: all).
    With ``full``, the arrays of styles and of settings are run too, and null systems in every set of roles; a verdict
    under a rule that is neither broken nor entailed is an objection, and so is an example that no wrong system fails.
    Where mechanisms meet, that has to be a system which fails nothing else.
    """
    names = tuple(named)
    known = (*known_systems(), *settings(edition)) if systems is None else systems
    chosen = tuple(system for system in known if _is_wanted(system, full, names))
    roles = sorted({system.role for system in chosen})
    mine = [example for example in edition.examples if example.id.role in roles]
    rules = {(e.id.rule, e.id.role): RuleProof(e.id.rule, e.id.role) for e in mine}
    proof = Proof(full, len(chosen), rules, {}, [], {})
    failed: set[ExampleId] = set()
    failed_where: set[ExampleId] = set()
    meetings = frozenset(example.id for example in edition.examples if example.is_meeting)
    judges: dict[str, Callable[[Proof, KnownSystem, Trial], None]] = {
        WRONG: _judge_wrong,
        PERMITTED: _judge_permitted,
        NULL: partial(_judge_null, edition),
    }
    trials = Trials(edition, full, chosen, share=1 if full or names or systems is not None else _SHARE)
    sets = nobodies(edition) if full and not names and systems is None else []
    count = len(chosen) + len(sets)
    outcomes = carried_out([trials.task(system) for system in chosen], processes)
    for done, (system, trial) in enumerate(zip(chosen, outcomes, strict=True), 1):
        before = len(proof.objections), len(proof.unexplained)
        if system.kind == WRONG:
            failed |= trial.failed
            if system.where:
                failed_where |= trial.failed
                alone = sorted(map(str, trial.failed - meetings))
                proof.objections += [f"{system.role}/{system.name} is caught where nothing meets: {e}" for e in alone]
        judges[system.kind](proof, system, trial)
        new = [*proof.objections[before[0] :], *proof.unexplained[before[1] :]]
        progress(done, count, f"{system.role}/{system.name}", new)
    found = carried_out([nobody.task for nobody in sets], processes)
    for done, (nobody, certified) in enumerate(zip(sets, found, strict=True), len(chosen) + 1):
        wrong = [f"{nobody} does nothing, yet is certified for {profile}" for profile in certified]
        proof.objections += wrong
        progress(done, count, str(nobody), wrong)
    if names:
        return proof  # what others catch is not known
    for (rule, role), told in sorted(rules.items()):
        if not told.present:
            proof.objections.append(f"{rule} in role {role} has no wrong system")
    if full:
        for example in mine:
            catching, of = (failed_where, " that breaks no rule alone") if example.is_meeting else (failed, "")
            if example.id not in catching:
                proof.objections.append(f"no wrong system{of} fails the example {example.id} ({example.location})")
    return proof


def _is_wanted(system: KnownSystem, full: bool, names: tuple[str, ...]) -> bool:
    return f"{system.role}/{system.name}".startswith(names) if names else full or not system.full_only


def _judge_wrong(proof: Proof, system: KnownSystem, trial: Trial) -> None:
    failed = trial.failed_rules
    for rule in sorted(system.breaks):
        told = proof.rules.get((rule, system.role))
        if told is None:
            proof.objections.append(f"{system.role}/{system.name} breaks {rule}, which has no example in this role")
            continue
        told.present.append(system.name)
        if rule in failed:
            told.caught.append(system.name)
        else:
            proof.objections.append(f"{system.role}/{system.name} survives {rule}: {system.says}")
    if proof.full:
        extra = sorted(r for r in failed if r not in system.breaks)
        if extra:
            proof.entails[f"{system.role}/{system.name}"] = extra
        if strange := sorted(set(extra) - system.entails):
            proof.unexplained.append(
                f"{system.role}/{system.name} also fails {', '.join(strange)}, which it neither breaks nor entails"
            )
        if gone := sorted(system.entails - set(extra)):
            proof.unexplained.append(f"{system.role}/{system.name} does not fail {', '.join(gone)} as it is said to")


def _judge_permitted(proof: Proof, system: KnownSystem, trial: Trial) -> None:
    for result in trial.not_passed:
        proof.objections.append(
            f"{system.role}/{system.name} is permitted, yet {result.id} is {result.verdict} at '{result.step}': "
            f"expected {result.expected or result.reason}; seen: {result.seen}"
        )


def _judge_null(edition: Edition, proof: Proof, system: KnownSystem, trial: Trial) -> None:
    passed = [rule for rule, verdict in trial.rules.items() if verdict is Verdict.PASSED]
    proof.nulls[f"{system.role}/{system.name}"] = passed
    for rule in passed:
        entry = edition.register.rules[rule]
        if entry.level is Level.OBLIGATION and not entry.shown_only:
            proof.objections.append(f"{system.role}/{system.name} does nothing, yet passes {rule}")
