"""The edition: everything that one folder states, as one value that is handed on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ordertck import ROOT
from ordertck.harness import schemas
from ordertck.harness.claims_text import dates_as_text
from ordertck.harness.contents import content_of, toml_of
from ordertck.harness.edition import features as reading
from ordertck.harness.edition import references
from ordertck.harness.edition.catalogue import Catalogue, read_catalogue
from ordertck.harness.edition.features import Example, Feature, Rule, read_feature
from ordertck.harness.edition.ids import Ids, read_ids
from ordertck.harness.edition.kept import Kept
from ordertck.harness.edition.mechanisms import Mechanisms, read_mechanisms
from ordertck.harness.edition.register import Ambiguity, Register, read_ambiguities, read_register
from ordertck.harness.edition.tables import Table, read_tables
from ordertck.harness.edition.vocabulary import Vocabulary, read_vocabulary
from ordertck.harness.errors import UsageError

if TYPE_CHECKING:  # pytest-bdd costs 100 ms to load, and is needed only where steps are run
    from ordertck.harness.edition.step_book import Meanings, StepBook

_STEP_BOOK = Path(__file__).parent / "step_book.py"
_UNKNOWN: tuple[tuple[str, ...]] = ((),)


@dataclass(frozen=True)
class Edition:
    """The rules of some documents in one version: register, vocabulary, catalogue, features and step definitions.

    ``digests`` are of the register, the catalogue and all features, each over the bytes that were read. What is long
    to read, features and steps, is read when it is first asked for. Each mistake in the folder is a ``UsageError``.
    """

    folder: Path
    name: str
    version: str
    register: Register
    vocabulary: Vocabulary
    catalogue: Catalogue
    mechanisms: Mechanisms = field(default_factory=Mechanisms)

    @property
    def is_the_kits(self) -> bool:
        """Whether it is the one that comes with the kit."""
        return self.folder.resolve() == ROOT.resolve()

    @property
    def features_folder(self) -> Path:
        """Where the features lie."""
        return self.folder / "features"

    @cached_property
    def feature_files(self) -> tuple[Path, ...]:
        """Every feature file, in the order of their paths."""
        files = sorted(self.features_folder.rglob("*.feature"))
        for file in files:
            if not file.is_file():
                raise UsageError("no file", "rename it, or put it elsewhere: *.feature are features", file)
        return tuple(files)

    @cached_property
    def features(self) -> tuple[Feature, ...]:
        """Every feature, in the order of the files."""
        code = sha256(Path(reading.__file__).read_bytes()).hexdigest()
        kept = Kept("features", code, *self.digests.values(), *self.vocabulary.roles)
        if (known := kept.read(tuple[Feature, ...])) is not None:
            return known
        features = tuple(self.read(file) for file in self.feature_files)
        kept.write(features)
        return features

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """Every example, in the order of the files."""
        return tuple(e for feature in self.features for rule in feature.rules for e in rule.examples)

    @cached_property
    def examples_of(self) -> dict[str, tuple[Example, ...]]:
        """The examples of each rule that has any, in the order of the files."""
        found: dict[str, list[Example]] = {}
        for example in self.examples:
            found.setdefault(example.id.rule, []).append(example)
        return {rule: tuple(examples) for rule, examples in found.items()}

    @cached_property
    def steps(self) -> "StepBook":
        """Every step definition: the kit's own, and those that the folder has besides."""
        self._book.recall(self._meanings)
        return self._book

    @cached_property
    def _book(self) -> "StepBook":
        from ordertck.harness.edition.step_book import read_steps

        return read_steps(self.step_files)

    @cached_property
    def step_files(self) -> tuple[Path, ...]:
        """The modules of step definitions."""
        folders = dict.fromkeys((ROOT / "steps", self.folder / "steps"))
        return tuple(file for folder in folders for file in sorted(folder.glob("*.py")))

    @cached_property
    def _meanings(self) -> "Meanings":
        """What every step of the features means; to work it out, patterns are compiled and tried for long."""
        code = sha256(b"".join(file.read_bytes() for file in (*self.step_files, _STEP_BOOK))).hexdigest()
        kept = Kept("meanings", code, self.digests["features"])
        if (known := kept.read(dict[str, list[Any]])) is None:
            known = self._book.meanings({s.sentence: s for e in self.examples for s in e.steps}.values())
            kept.write(known)
        return known

    def kit_plays(self, example: Example) -> frozenset[str]:
        """The roles that the kit has to play for an example; a step that nobody knows fails when it is run."""
        known = self._meanings
        return frozenset(role for s in example.steps for role in known.get(s.sentence, _UNKNOWN)[-1])

    @cached_property
    def digests(self) -> dict[str, str]:
        """What verdicts rest on: the digests of features, register and catalogue."""
        total, home = sha256(), len(self.features_folder.as_posix()) + 1
        for file in self.feature_files:
            total.update(file.as_posix()[home:].encode() + b"\0" + file.read_bytes() + b"\0")
        features = "sha256:" + total.hexdigest()
        return {"features": features, "register": self.register.digest, "catalogue": self.catalogue.digest}

    @cached_property
    def roles_of(self) -> dict[str, frozenset[str]]:
        """The roles that each profile is for, by its name: those that it is examined of, or else that its rules bind.

        A rule or two that bind a role do not make a profile that role's matter.
        """
        rules = self.register.rules
        profiles = self.vocabulary.profiles.values()
        bound = {p.name: frozenset(role for rule in p.rules for role in rules[rule].binds) for p in profiles}
        return {p.name: bound[p.name] & p.least.keys() if p.least else bound[p.name] for p in profiles}

    @cached_property
    def ambiguities(self) -> Mapping[str, Ambiguity]:
        """The questions that the documents leave open, where the folder tells them. Raises ``UsageError``."""
        file = self.features_folder / "ambiguities.toml"
        return read_ambiguities(_content(file, "ambiguities")[0]) if file.exists() else {}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the documents, where the folder has them. Raises ``UsageError``."""
        file = self.features_folder / "tables.toml"
        tables = read_tables(_content(file, "tables")[0]) if file.exists() else ()
        references.require_named(file, references.of_tables(tables, self.register))
        return tables

    @cached_property
    def ids(self) -> Ids:
        """The ids that examples have and had, where the folder keeps them. Raises ``UsageError``."""
        file = self.features_folder / "ids.toml"
        return read_ids(_content(file, "ids")[0]) if file.exists() else Ids()

    @cached_property
    def homes(self) -> dict[str, Rule]:
        """The Rule of a feature in which each rule is stated, by id."""
        return {rule.id: rule for feature in self.features for rule in feature.rules if rule.is_home}

    @cached_property
    def sentences(self) -> dict[str, str]:
        """Each rule's sentence: its Rule line, or the register's for a documentation-only rule."""
        told = {rule.id: rule.statement for rule in self.register.rules.values() if rule.statement}
        return told | {rule.id: rule.sentence for rule in self.homes.values()}

    @cached_property
    def sentences_in_order(self) -> dict[str, str]:
        """The same in the order of the register, every rule of it."""
        return {rule: self.sentences.get(rule, "") for rule in self.register.rules}

    def read(self, file: Path) -> Feature:
        """One feature from its file, whose Rules are rules of the register. Raises ``UsageError``."""
        feature = read_feature(file, self.features_folder, self.vocabulary.roles)
        for rule in feature.rules:
            if rule.id not in self.register.rules:
                remedy = "enter it in features/register.toml, or mend the tag"
                raise UsageError(f"{rule.id} is no rule of the register", remedy, file, rule.line)
        return feature


def load(folder: Path = ROOT) -> Edition:
    """The edition that a folder states: ``features/`` with edition, register, vocabulary, and where it has them,
    mechanisms; ``fixtures/``.

    Raises ``UsageError``, naming the file, for what is not there, is not TOML, has another form than its schema, or
    names what no other file has.
    """
    home = folder / "features"
    about, _ = _content(home / "edition.toml", "edition")
    goods = folder / "fixtures" / about["catalogue"]
    register = read_register(*_content(home / "register.toml", "register"))
    vocabulary = read_vocabulary(_content(home / "vocabulary.toml", "vocabulary")[0])
    catalogue = read_catalogue(*_content(goods, "catalogue"))
    meetings = home / "mechanisms.toml"
    mechanisms = read_mechanisms(_content(meetings, "mechanisms")[0]) if meetings.exists() else Mechanisms()
    references.require_named(home / "register.toml", references.of_register(register, vocabulary))
    references.require_named(home / "vocabulary.toml", references.of_vocabulary(vocabulary, register))
    references.require_named(meetings, references.of_mechanisms(mechanisms, vocabulary))
    references.require_named(goods, references.of_catalogue(catalogue))
    return Edition(folder, about["name"], about["version"], register, vocabulary, catalogue, mechanisms)


def _content(file: Path, schema: str) -> tuple[dict[str, Any], str]:
    """What a TOML file holds, checked by its schema, and the digest of its bytes."""
    try:
        raw = content_of(file)
        content = dates_as_text(toml_of(raw.decode("utf-8-sig").replace("\r\n", "\n"), file))
    except OSError as problem:
        remedy = f"--edition names a folder that has this file: the {schema}"
        raise UsageError(f"cannot be read: {problem.strerror}", remedy, file) from None
    except UnicodeDecodeError:
        raise UsageError("not text in UTF-8", "save the file as UTF-8", file) from None
    if not schemas.valid(schema, content):
        raise UsageError(schemas.problems(schema, content)[0], f"see schemas/{schema}.json", file)
    return content, "sha256:" + sha256(raw).hexdigest()
