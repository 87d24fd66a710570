"""Proof that the examples can fail: known systems are run, and every rule must catch its wrong systems."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ordertck.harness.edition import Edition
from ordertck.harness.edition.register import Level
from ordertck.harness.proof.nobodies import Nobody, nobodies
from ordertck.harness.proof.registry import NULL, PERMITTED, WRONG, KnownSystem, known_systems
from ordertck.harness.proof.settings import settings, styles_with_settings
from ordertck.harness.proof.suites import suites
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
    role's), each null system those of each rule until it has not passed one (``full``: all), and each permitted variant
    every eighth one (``full`` or named: all).
    With ``full``, the arrays of styles, of settings and of suites are run too, and null systems in every set of roles;
    a verdict under a rule that is neither broken nor entailed is an objection, and so is an example that no wrong
    system fails. Where mechanisms meet, that has to be a system which fails nothing else.
    """
    names = tuple(named)
    whole = not names and systems is None
    everything = (*known_systems(), *settings(edition), *styles_with_settings(edition), *suites())
    known = everything if systems is None else systems
    chosen = tuple(system for system in known if _is_wanted(system, full, names))
    sets = nobodies(edition) if full and whole else []
    count, judge = len(chosen) + len(sets), _Judge(edition, full, chosen)
    trials = Trials(edition, full, chosen, share=_SHARE if whole and not full else 1)
    outcomes = carried_out([trials.task(system) for system in chosen], processes)
    for done, (system, trial) in enumerate(zip(chosen, outcomes, strict=True), 1):
        progress(done, count, f"{system.role}/{system.name}", judge.objects_to(system, trial))
    found = carried_out([nobody.task for nobody in sets], processes)
    for done, (nobody, certified) in enumerate(zip(sets, found, strict=True), len(chosen) + 1):
        progress(done, count, str(nobody), judge.objects_to_nobody(nobody, certified))
    if not names:  # else what others catch is not known
        judge.conclude()
    return judge.proof


def _is_wanted(system: KnownSystem, full: bool, names: tuple[str, ...]) -> bool:
    return f"{system.role}/{system.name}".startswith(names) if names else full or not system.full_only


class _Judge:
    """Objects to one trial after the other, and in the end to what none of them has shown."""

    def __init__(self, edition: Edition, full: bool, chosen: tuple[KnownSystem, ...]) -> None:
        roles = {system.role for system in chosen}
        self._edition = edition
        self._examples = [example for example in edition.examples if example.id.role in roles]
        self._meetings = frozenset(example.id for example in edition.examples if example.is_meeting)
        # The examples that wrong systems have failed, and those that were failed by systems of meetings.
        self._failed: set[ExampleId] = set()
        self._failed_where: set[ExampleId] = set()
        rules = {(e.id.rule, e.id.role): RuleProof(e.id.rule, e.id.role) for e in self._examples}
        self.proof = Proof(full, len(chosen), rules, {}, [], {})

    def objects_to(self, system: KnownSystem, trial: Trial) -> list[str]:
        """What is objected to the trial of a system; it is noted in the proof as well."""
        before = len(self.proof.objections), len(self.proof.unexplained)
        {WRONG: self._wrong, PERMITTED: self._permitted, NULL: self._null}[system.kind](system, trial)
        return [*self.proof.objections[before[0] :], *self.proof.unexplained[before[1] :]]

    def objects_to_nobody(self, nobody: Nobody, certified: list[str]) -> list[str]:
        """What is objected to a null system that would be certified for these profiles; noted as well."""
        wrong = [f"{nobody} does nothing, yet is certified for {profile}" for profile in certified]
        self.proof.objections += wrong
        return wrong

    def conclude(self) -> None:
        """Object to rules without a wrong system, and in a full proof to examples that no wrong system fails."""
        for (rule, role), told in sorted(self.proof.rules.items()):
            if not told.present:
                self.proof.objections.append(f"{rule} in role {role} has no wrong system")
        for example in self._examples if self.proof.full else ():
            alone = " that breaks no rule alone" if example.is_meeting else ""
            if example.id not in (self._failed_where if example.is_meeting else self._failed):
                self.proof.objections.append(
                    f"no wrong system{alone} fails the example {example.id} ({example.location})"
                )

    def _wrong(self, system: KnownSystem, trial: Trial) -> None:
        self._failed |= trial.failed
        if system.where:
            self._failed_where |= trial.failed
            alone = sorted(map(str, trial.failed - self._meetings))
            self.proof.objections += [f"{system.role}/{system.name} is caught where nothing meets: {e}" for e in alone]
        for rule in sorted(system.breaks):
            self._breach(system, rule, rule in trial.failed_rules)
        if self.proof.full:
            self._entailed(system, {rule for rule in trial.failed_rules if rule not in system.breaks})

    def _breach(self, system: KnownSystem, rule: str, is_caught: bool) -> None:
        told = self.proof.rules.get((rule, system.role))
        if told is None:
            self.proof.objections.append(
                f"{system.role}/{system.name} breaks {rule}, which has no example in this role"
            )
            return
        told.present.append(system.name)
        if is_caught:
            told.caught.append(system.name)
        else:
            self.proof.objections.append(f"{system.role}/{system.name} survives {rule}: {system.says}")

    def _entailed(self, system: KnownSystem, fell: set[str]) -> None:
        name, unexplained = f"{system.role}/{system.name}", self.proof.unexplained
        if fell:
            self.proof.entails[name] = sorted(fell)
        if strange := sorted(fell - system.entails):
            unexplained.append(f"{name} also fails {', '.join(strange)}, which it neither breaks nor entails")
        if gone := sorted(system.entails - fell):
            unexplained.append(f"{name} does not fail {', '.join(gone)} as it is said to")

    def _permitted(self, system: KnownSystem, trial: Trial) -> None:
        for result in trial.not_passed:
            self.proof.objections.append(
                f"{system.role}/{system.name} is permitted, yet {result.id} is {result.verdict} at '{result.step}': "
                f"expected {result.expected or result.reason}; seen: {result.seen}"
            )

    def _null(self, system: KnownSystem, trial: Trial) -> None:
        passed = [rule for rule, verdict in trial.rules.items() if verdict is Verdict.PASSED]
        self.proof.nulls[f"{system.role}/{system.name}"] = passed
        for rule in passed:
            entry = self._edition.register.rules[rule]
            if entry.level is Level.OBLIGATION and not entry.shown_only:
                self.proof.objections.append(f"{system.role}/{system.name} does nothing, yet passes {rule}")
