"""Proof that the examples can fail: the cast is run, and every rule must catch its wrong systems."""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from ordertck.harness.edition.register import Level, register
from ordertck.harness.proof.registry import NULL, PERMITTED, WRONG, Member, whole_cast
from ordertck.harness.proof.trial import Trial, examples_of, try_member
from ordertck.harness.verdicts import Verdict

Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class RuleProof:
    """What the cast says of one rule in one role: its wrong systems, and which of them were caught."""

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
    full: bool = False, progress: Progress = lambda *_: None, processes: int = 2, named: Iterable[str] = ()
) -> Proof:
    """Run the cast, or only its members whose "role/name" begins with one of those ``named``.

    Each wrong system runs the examples of the rules that it breaks (``full``: all of its role's), every other member
    all of its role's. With ``full``, the array of styles is run too; a verdict under a rule that is neither broken nor
    entailed is an objection, and so is an example that no wrong system fails.
    """
    names = tuple(named)
    cast = tuple(
        m for m in whole_cast() if (f"{m.role}/{m.name}".startswith(names) if names else full or not m.full_only)
    )
    rules = {
        (e.id.rule, e.id.role): RuleProof(e.id.rule, e.id.role) for role in sorted({m.role for m in cast})
        for e in examples_of(role)
    }  # fmt: skip
    proof = Proof(full, len(cast), rules, {}, [], {})
    failed: set[str] = set()
    for done, (member, trial) in enumerate(_trials(cast, full, processes), 1):
        progress(done, len(cast), f"{member.role}/{member.name}")
        failed |= {str(r.id) for r in trial.results if r.verdict is Verdict.FAILED and member.kind == WRONG}
        _JUDGES[member.kind](proof, member, trial)
    if names:
        return proof  # what others catch is not known
    for (rule, role), told in sorted(rules.items()):
        if not told.present:
            proof.objections.append(f"{rule} in role {role} has no wrong system")
    if full:
        for role in sorted({m.role for m in cast}):
            for example in examples_of(role):
                if str(example.id) not in failed:
                    proof.objections.append(f"no wrong system fails the example {example.id} ({example.location})")
    return proof


def _is_wanted(member: Member, full: bool, names: tuple[str, ...]) -> bool:
    return f"{member.role}/{member.name}".startswith(names) if names else full or not member.full_only


def _trials(cast: tuple[Member, ...], full: bool, processes: int) -> Iterator[tuple[Member, Trial]]:
    jobs = [(m.role, m.name, full) for m in cast]
    if processes < 2 or not jobs:
        yield from zip(cast, map(_try, jobs), strict=True)
        return
    _try(jobs[0])  # read everything once, before the processes part
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        yield from zip(cast, pool.imap(_try, jobs, chunksize=4), strict=True)


def _try(job: tuple[str, str, bool]) -> Trial:
    role, name, full = job
    member = next(m for m in whole_cast() if (m.role, m.name) == (role, name))
    wanted: Iterable[str] | None = member.breaks if member.kind == WRONG and not full else None
    return try_member(member, examples_of(role, wanted))


def _judge_wrong(proof: Proof, member: Member, trial: Trial) -> None:
    failed = trial.failed()
    for rule in sorted(member.breaks):
        told = proof.rules.get((rule, member.role))
        if told is None:
            proof.objections.append(f"{member.role}/{member.name} breaks {rule}, which has no example in this role")
            continue
        told.present.append(member.name)
        if rule in failed:
            told.caught.append(member.name)
        else:
            proof.objections.append(f"{member.role}/{member.name} survives {rule}: {member.says}")
    if proof.full:
        extra = sorted(r for r in failed if r not in member.breaks)
        if extra:
            proof.entails[f"{member.role}/{member.name}"] = extra
        if strange := sorted(set(extra) - member.entails):
            proof.unexplained.append(
                f"{member.role}/{member.name} also fails {', '.join(strange)}, which it neither breaks nor entails"
            )
        if gone := sorted(member.entails - set(extra)):
            proof.unexplained.append(f"{member.role}/{member.name} does not fail {', '.join(gone)} as it is said to")


def _judge_permitted(proof: Proof, member: Member, trial: Trial) -> None:
    for result in trial.results:
        if result.verdict is not Verdict.PASSED:
            proof.objections.append(
                f"{member.role}/{member.name} is permitted, yet {result.id} is {result.verdict} at '{result.step}': "
                f"expected {result.expected or result.reason}; seen: {result.seen}"
            )


def _judge_null(proof: Proof, member: Member, trial: Trial) -> None:
    passed = [rule for rule, verdict in trial.rules().items() if verdict is Verdict.PASSED]
    proof.nulls[f"{member.role}/{member.name}"] = passed
    for rule in passed:
        if register().rules[rule].level is Level.OBLIGATION:
            proof.objections.append(f"{member.role}/{member.name} does nothing, yet passes {rule}")


_JUDGES = {WRONG: _judge_wrong, PERMITTED: _judge_permitted, NULL: _judge_null}
