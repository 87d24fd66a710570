"""What the kit's own proof says of each rule: wrong systems, null systems, and what a proof found of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ordertck.harness.contents import UNREADABLE, content_of
from ordertck.harness.errors import UsageError
from ordertck.harness.proof.registry import NULL, PERMITTED, WRONG, KnownSystem, written_systems
from ordertck.harness.text import one_line, shortened


class Proven(msgspec.Struct, frozen=True):
    """A rule in a role, as a proof found it: its wrong systems, and which of them were caught."""

    rule: str
    role: str
    present: tuple[str, ...]
    caught: tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """What 'ordertck prove --format json' printed."""

    full: bool
    systems: int
    rules: tuple[Proven, ...]
    null_systems: Mapping[str, tuple[str, ...]]
    objections: tuple[str, ...]
    proven: bool


@dataclass(frozen=True, slots=True)
class Proofs:
    """Known systems by what they are for; ``found`` is a proof that was run, None where none is given.

    ``wrong`` are the systems that break a rule, by its id; ``nulls`` and ``permitted`` stand in the order of the roles.
    """

    wrong: Mapping[str, tuple[KnownSystem, ...]]
    nulls: tuple[KnownSystem, ...]
    permitted: tuple[KnownSystem, ...]
    found: Found | None = None
    _caught: Mapping[tuple[str, str], Proven] = field(default_factory=dict)

    def outcome(self, rule: str, role: str) -> Proven | None:
        """What the proof found of a rule in a role."""
        return self._caught.get((rule, role))

    def passed(self, system: KnownSystem) -> tuple[str, ...] | None:
        """The rules that a null system passed, None where no proof is given or it had no part in it."""
        return self.found.null_systems.get(f"{system.role}/{system.name}") if self.found else None


def proofs(file: Path | None) -> Proofs:
    """The known systems, with what a proof found of them where a file of one is given. Raises ``UsageError``."""
    known = written_systems()
    wrong: dict[str, list[KnownSystem]] = {}
    for system in known:
        if system.kind == WRONG:
            for rule in sorted(system.breaks):
                wrong.setdefault(rule, []).append(system)
    found = read_proof(file) if file else None
    return Proofs(
        {rule: tuple(systems) for rule, systems in wrong.items()},
        tuple(system for system in known if system.kind == NULL),
        tuple(system for system in known if system.kind == PERMITTED),
        found,
        {(told.rule, told.role): told for told in found.rules} if found else {},
    )


def read_proof(file: Path) -> Found:
    """What a proof found, as its JSON tells it. Raises ``UsageError``, with a remedy."""
    write_it = f"write it anew: ordertck prove --format json > {file}"
    try:
        return msgspec.json.decode(content_of(file), type=Found)
    except OSError as problem:
        raise UsageError(f"no proof is there: {problem.strerror}", write_it, file) from None
    except UNREADABLE as problem:
        raise UsageError(f"no proof: {one_line(shortened(str(problem), 200))}", write_it, file) from None
