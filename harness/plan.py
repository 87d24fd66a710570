"""The plan: for every example the claims under which it runs, or the clause that excludes it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ordertck.harness.applicability import example_reason
from ordertck.harness.claims import Claims
from ordertck.harness.edition.features import Example
from ordertck.harness.text import ranges
from ordertck.harness.verdicts import ExampleId


@dataclass(frozen=True, slots=True)
class Selection:
    """Which examples a person wants to see run; empty fields select everything. A selection bars a certificate.

    ``text`` is looked for in the example's whole name, "PL-09/oms/title/row", whatever its case.
    """

    rules: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    text: str = ""
    ids: frozenset[str] | None = None

    def __bool__(self) -> bool:
        return bool(self.rules or self.roles or self.text or self.ids is not None)

    def __str__(self) -> str:
        """What was selected, in words; empty where everything was."""
        rules = [f"rule{'s' * (len(self.rules) > 1)} {ranges(sorted(self.rules))}"] if self.rules else []
        parts = rules + [f"role {role}" for role in sorted(self.roles)]
        if self.text:
            parts.append(f"'{self.text}'")
        if self.ids is not None:
            parts.append(f"{len(self.ids)} named examples")
        return ", ".join(parts)

    def takes(self, example: Example) -> bool:
        """Whether an example is selected."""
        return (
            (not self.rules or example.id.rule in self.rules)
            and (not self.roles or example.id.role in self.roles)
            and any(self.text.lower() in said.lower() for said in (str(example.id), example.id.titled))
            and (self.ids is None or str(example.id) in self.ids)
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One example of the plan: the ``claims`` under which it runs, or the ``clause`` that excludes it."""

    example: Example
    claims: Claims | None
    clause: str = ""


@dataclass(frozen=True)
class Plan:
    """What is to be done about every example of the roles that are claimed, in the order of the features.

    ``elsewhere`` counts the examples of every other role. ``narrowed_by`` says what a person selected.
    ``every_switch`` says that examples run under the switch values that they ask for.
    """

    claims: Claims
    entries: tuple[Entry, ...]
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    narrowed_by: str = ""
    every_switch: bool = False

    def __getitem__(self, example: ExampleId) -> Entry:
        """What is to be done about one example. Raises ``KeyError`` for one that the plan does not hold."""
        return self._by_id[example]

    def __contains__(self, example: ExampleId) -> bool:
        return example in self._by_id

    @cached_property
    def ready(self) -> tuple[tuple[Example, Claims], ...]:
        """The examples that are to be run, each with its claims."""
        return tuple((entry.example, entry.claims) for entry in self.entries if entry.claims is not None)

    def only(self, selection: Selection) -> "Plan":
        """The part of the plan that somebody selects."""
        if not selection:
            return self
        entries = tuple(entry for entry in self.entries if selection.takes(entry.example))
        return Plan(self.claims, entries, self.elsewhere, str(selection), self.every_switch)

    @cached_property
    def _by_id(self) -> dict[ExampleId, Entry]:
        return {entry.example.id: entry for entry in self.entries}


def plan_of(claims: Claims, every_switch: bool = False) -> Plan:
    """The plan for one system.

    With ``every_switch``, an example that holds under another value of a switch runs with the switch at that value:
    a system that can be set either way is examined both ways.
    """
    examples = claims.edition.examples
    mine = [example for example in examples if example.id.role in claims.roles]
    elsewhere = Counter(example.id.role for example in examples if example.id.role not in claims.roles)
    settings = _Settings(claims) if every_switch else None
    return Plan(claims, tuple(_entries(mine, claims, settings)), dict(elsewhere), every_switch=every_switch)


def reference_plans(claims: Claims) -> list[Plan]:
    """The plans for the kit's reference: one for each role that is claimed, with every switch both ways."""
    return [plan_of(replace(claims, roles=(role,)), every_switch=True) for role in claims.roles]


def plan_of_examples(claims: Claims, examples: Sequence[Example]) -> Plan:
    """The plan for one system and examples that belong to no edition; it gives no certificate."""
    mine = [example for example in examples if example.id.role in claims.roles]
    return Plan(claims, tuple(_entries(mine, claims, None)), narrowed_by="features apart")


class _Settings:
    """The claims with switches at other values; one value object for each setting."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._known: dict[frozenset[tuple[str, str]], Claims] = {frozenset(): claims}

    def claims_for(self, example: Example) -> Claims:
        """The claims with every switch at the value that an example's tags ask for."""
        tags = self._claims.edition.vocabulary.switch_tags
        asked = {tags[tag][0].name: tags[tag][1] for tag in example.tags if tag in tags}
        flipped = frozenset((n, value) for n, value in asked.items() if self._claims.switches[n] != value)
        if flipped not in self._known:
            switches = {**self._claims.switches, **dict(flipped)}
            self._known[flipped] = replace(self._claims, switches=switches)
        return self._known[flipped]


def _entries(examples: list[Example], claims: Claims, settings: _Settings | None) -> Iterator[Entry]:
    for example in examples:
        under = settings.claims_for(example) if settings else claims
        clause = example_reason(example, under)
        yield Entry(example, None if clause else under, clause)
