"""The difference between two runs: what got worse, which is what a gate closes on, and everything else."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ordertck.harness.conformance import CONFORMANT
from ordertck.harness.gates.standing import Standing
from ordertck.harness.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """How something stood and stands: an example by its id, a rule "PL-09/oms", or a profile.

    An empty ``before`` or ``now`` says that it was not examined; ``why`` is what was expected and seen, or why it is
    not examined any more.
    """

    name: str
    before: str
    now: str
    why: str = ""


@dataclass(slots=True)
class Difference:
    """Two standings and how they differ.

    ``worse`` are examples that passed and do not any more, that are not run any more though the kit has them, or that
    end in error since, and profiles that conformed. ``known`` are examples that would be worse, were their rule no
    declared deviation. ``fresh`` are examples that were not examined before and do not pass. ``gone`` are those that
    the kit has no more.
    """

    old: Standing
    new: Standing
    worse: list[Change] = field(default_factory=list)
    known: list[Change] = field(default_factory=list)
    better: list[Change] = field(default_factory=list)
    altered: list[Change] = field(default_factory=list)
    fresh: list[Change] = field(default_factory=list)
    fresh_passed: list[Change] = field(default_factory=list)
    gone: list[Change] = field(default_factory=list)
    profiles: list[Change] = field(default_factory=list)
    rules: list[Change] = field(default_factory=list)
    same: int = 0

    @property
    def same_rules(self) -> bool:
        """Whether both were held to the same features."""
        return self.old.features == self.new.features


def difference(old: Standing, new: Standing) -> Difference:
    """How the new standing differs from the old one.

    Of a run that somebody narrowed only what it ran is compared.
    """
    found = Difference(old, new)
    for name, before in old.examples.items():
        now = new.examples.get(name)
        if now is not None:
            _compare(found, name, before, now)
        elif new.whole:
            _lost(found, name, before)
    for name, now in new.examples.items():
        if name not in old.examples:
            change = Change(name, "", now, new.told.get(name, ""))
            (found.fresh_passed if now is Verdict.PASSED else found.fresh).append(change)
    found.rules.extend(_changed(old.rules, new.rules, new.whole))
    if old.whole and new.whole:
        found.profiles.extend(_changed(old.profiles, new.profiles, whole=True))
        if found.same_rules:
            found.worse.extend(c for c in found.profiles if c.before == CONFORMANT and not _is_known(found, c))
    return found


def _is_known(found: Difference, profile: Change) -> bool:
    """Whether a profile is lost by declared deviations alone."""
    return bool(profile.now) and bool(found.known) and not found.worse


def _compare(found: Difference, name: str, before: Verdict, now: Verdict) -> None:
    if before is now:
        found.same += 1
        return
    change = Change(name, before, now, found.new.told.get(name, ""))
    if now is Verdict.PASSED:
        found.better.append(change)
    elif before is Verdict.PASSED and now is not Verdict.ERROR and (issue := found.new.known.get(_parts(name)[0])):
        found.known.append(Change(name, before, now, f"{issue}; {change.why}"))
    elif before is Verdict.PASSED or now is Verdict.ERROR:
        found.worse.append(change)
    else:
        found.altered.append(change)


def _lost(found: Difference, name: str, before: Verdict) -> None:
    """An example that was run, and is not any more."""
    _, role = _parts(name)
    why = found.new.excluded.get(name) or (f"role '{role}' is not claimed" if role not in found.new.roles else "")
    if why:
        change = Change(name, before, "", why)
        (found.worse if before is Verdict.PASSED else found.altered).append(change)
    elif found.same_rules and before is Verdict.PASSED:
        found.worse.append(Change(name, before, "", "the report does not have it"))
    else:
        found.gone.append(Change(name, before, "", "the kit has it no more"))


def _parts(example: str) -> tuple[str, str]:
    """The rule and the role with which an example's id begins, "PL-09/oms/its title"."""
    rule, role, _ = example.split("/", 2)
    return rule, role


def _changed(
    before: dict[str, Verdict] | dict[str, str], now: dict[str, Verdict] | dict[str, str], whole: bool
) -> Iterator[Change]:
    for name in dict.fromkeys((*before, *now)):
        if before.get(name) != now.get(name) and (whole or name in now):
            yield Change(name, before.get(name, ""), now.get(name, ""))


def gate(found: Difference, strict: bool = False) -> int:
    """The exit code of a comparison: 1 where something got worse; ``strict``: or is new and does not pass."""
    return int(bool(found.worse or (strict and found.fresh)))
