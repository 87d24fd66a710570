"""What the book tells: chapters by area, a page a rule, and everything that stands around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ordertck.harness.book.cycles import CYCLES, Cycle
from ordertck.harness.book.proofs import Proofs, proofs
from ordertck.harness.edition import Edition
from ordertck.harness.edition.account import Account, Shown, account_of
from ordertck.harness.edition.features import Example
from ordertck.harness.edition.mechanisms import Pair
from ordertck.harness.edition.register import Level
from ordertck.harness.gates.matrix import Matrix, Row, matrix
from ordertck.harness.oracle import Invariant, invariants_of
from ordertck.harness.proof.registry import KnownSystem
from ordertck.harness.reports.saved import SavedRun


@dataclass(frozen=True)
class RulePage:
    """One rule: its account, what judges it, which wrong systems break it, and what the given runs say of it."""

    account: Account
    invariants: tuple[Invariant, ...]
    wrong: tuple[KnownSystem, ...]
    verdicts: tuple[Row, ...]

    @property
    def id(self) -> str:
        """The rule's id, by which its page is called."""
        return self.account.entry.id

    @property
    def own(self) -> list[Shown]:
        """The examples of the rule itself."""
        return [shown for shown in self.account.examples if not shown.example.is_meeting]

    @property
    def meetings(self) -> list[Shown]:
        """The examples in which it meets other mechanisms."""
        return [shown for shown in self.account.examples if shown.example.is_meeting]

    @property
    def wrong_by_role(self) -> dict[str, list[KnownSystem]]:
        """The wrong systems of each role."""
        found: dict[str, list[KnownSystem]] = {}
        for system in self.wrong:
            found.setdefault(system.role, []).append(system)
        return found


@dataclass(frozen=True)
class Chapter:
    """The rules of one area; ``features`` are the titles of those that hold its rules."""

    area: str
    title: str
    pages: tuple[RulePage, ...]
    features: tuple[str, ...]


@dataclass(frozen=True)
class Book:
    """Everything that the book tells of an edition, and of runs and a proof where some are given."""

    edition: Edition
    chapters: tuple[Chapter, ...]
    proofs: Proofs
    runs: Matrix | None
    cycles: tuple[Cycle, ...] = CYCLES

    @cached_property
    def pages(self) -> tuple[RulePage, ...]:
        """The page of each rule, in the order of the register."""
        return tuple(page for chapter in self.chapters for page in chapter.pages)

    @property
    def untested(self) -> list[RulePage]:
        """The rules that are documentation only."""
        return [page for page in self.pages if page.account.entry.level is Level.DOCUMENTATION]

    @property
    def half_tested(self) -> list[tuple[str, str, str]]:
        """Rule, role and reason, where a role that a rule binds cannot be examined."""
        return [(p.id, role, why) for p in self.pages for role, why in p.account.entry.not_examinable.items()]

    @cached_property
    def asked_by(self) -> Mapping[str, list[str]]:
        """The rules that each open question touches."""
        found: dict[str, list[str]] = {}
        for page in self.pages:
            for asked in page.account.questions:
                found.setdefault(asked.id, []).append(page.id)
        return found

    @cached_property
    def glossary(self) -> list[tuple[str, str]]:
        """The words of the glossary, each with what it means."""
        return [(row[0], row[1]) for row in rows_of(self.text("GLOSSARY.md"))]

    def text(self, name: str) -> str:
        """A page of the features folder; empty where the folder has none."""
        file = self.edition.features_folder / name
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def meetings(self, role: str) -> Iterator[tuple[Pair, list[Example], str]]:
        """Every two mechanisms of a role, with the examples in which they meet, or why they cannot."""
        known = self.edition.mechanisms
        met: dict[Pair, list[Example]] = {}
        for example in self.edition.examples:
            for pair in known.met(example.tags) if example.id.role == role else ():
                met.setdefault(pair, []).append(example)
        for pair in known.pairs(role):
            yield pair, met.get(pair, []), known.apart.get(role, {}).get(pair, "")


def rows_of(text: str) -> Iterator[list[str]]:
    """The rows of the tables in a page of Markdown, without their heads."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| ") and cells[0] != "word":
            yield cells


def book_of(edition: Edition, runs: Sequence[SavedRun] = (), proof: Path | None = None) -> Book:
    """The book of an edition. Raises ``UsageError`` for a proof that is none."""
    known = proofs(proof)
    told = matrix(runs, edition.sentences_in_order) if runs else None
    verdicts: dict[str, list[Row]] = {}
    for row in told.rows if told else ():
        verdicts.setdefault(row.rule, []).append(row)
    chapters = []
    for area, title in edition.register.areas.items():
        ids = [rule.id for rule in edition.register.rules.values() if rule.area == area]
        pages = tuple(_page(rule, edition, known, tuple(verdicts.get(rule, ()))) for rule in ids)
        titles = [f.title for f in edition.features if any(rule.id in ids and rule.is_home for rule in f.rules)]
        chapters.append(Chapter(area, title, pages, tuple(titles)))
    return Book(edition, tuple(chapters), known, told)


def _page(rule: str, edition: Edition, known: Proofs, verdicts: tuple[Row, ...]) -> RulePage:
    return RulePage(account_of(rule, edition), tuple(invariants_of(rule)), known.wrong.get(rule, ()), verdicts)
