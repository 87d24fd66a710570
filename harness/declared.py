"""What a vendor says itself of rules: which it is known to break, and how it keeps those that nobody can examine."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ordertck.harness.edition.register import Level, RegisteredRule


@dataclass(frozen=True, slots=True)
class Deviation:
    """A known breach of a rule: still run; an error once the rule is upheld.

    ``until`` is the last day on which it counts as known, "2027-03-31"; without one it never expires.
    """

    rule: str
    issue: str
    until: str = ""

    def holds_on(self, day: str) -> bool:
        """Whether it still counts as known on a day, "2027-03-31"."""
        return not self.until or day <= self.until

    def __str__(self) -> str:
        return f"{self.issue}, until {self.until}" if self.until else self.issue


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a vendor says of a rule that nobody can examine: declared, never passed.

    ``answer`` is "upheld", "not upheld" or "not applicable", ``says`` how, or why.
    """

    rule: str
    answer: str
    says: str = ""


def wrong_declarations(
    declared: Iterable[Mapping[str, str]], rules: Mapping[str, RegisteredRule]
) -> Iterator[tuple[int, str, str]]:
    """The entries that declare a rule which is examined, or declared before: number, problem, remedy."""
    said = set[str]()
    for number, rule in enumerate(entry["rule"] for entry in declared):
        if rule in rules and rules[rule].level is not Level.DOCUMENTATION:
            remedy = "remove the entry: only rules that are documentation are declared"
            yield number, f"{rule} has examples, and is not for anybody to declare", remedy
        elif rule in said:
            yield number, f"{rule} is declared twice", "keep one of the entries"
        said.add(rule)


def wrong_deviations(
    deviations: Iterable[Mapping[str, str]], rules: Mapping[str, RegisteredRule]
) -> Iterator[tuple[int, str, str]]:
    """The entries that speak of a rule which nobody examines, or of one once more: number, problem, remedy."""
    said = set[str]()
    for number, rule in enumerate(entry["rule"] for entry in deviations):
        if rule in rules and rules[rule].level is Level.DOCUMENTATION:
            problem = f"{rule} is documentation only: no system is seen to break it, so there is nothing to excuse"
            yield number, problem, f'say what you do under [[declared]] instead: rule = "{rule}", answer = "not upheld"'
        elif rule in said:
            yield number, f"{rule} has two deviations", "keep one of the entries, and name both issues in it"
        said.add(rule)
