"""Claims: what a vendor says of its system before it is examined (ITU-T X.290's conformance statement)."""

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from ordertck import data
from ordertck.harness import schemas
from ordertck.harness.claims_text import dates_as_text, places, text_of
from ordertck.harness.contents import toml_of
from ordertck.harness.declared import Declaration, Deviation, wrong_declarations, wrong_deviations
from ordertck.harness.edition import Edition
from ordertck.harness.errors import UsageError, raise_all
from ordertck.harness.http_settings import HttpSettings
from ordertck.harness.names import Names, each_once
from ordertck.harness.redaction import SHORTEST_SECRET, Redaction, secrets
from ordertck.harness.text import nearest

# What comes with the kit is called directly: its faults would be the kit's own.
_OURS = "ordertck.harness.reference."


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds: what a message may take, after what silence nothing is taken to come, what connecting may take."""

    patience: float = 2.0
    quiet: float = 0.2
    start: float = 10.0


@dataclass(frozen=True)
class Claims:
    """What is claimed for one system; see docs/claims.md for the file's form.

    ``adapter`` is "module:factory" or "scheme://…", ``command`` a command line, ``url`` the address of a server, with
    ``http`` for the way there; one of the three is given.
    ``names`` are what the system calls otherwise, ``leaves_out`` the parts of the trade that it does not have.
    ``switches`` holds every switch, the documented default where none
    was declared.
    """

    name: str
    version: str
    roles: tuple[str, ...]
    profiles: tuple[str, ...]
    switches: Mapping[str, str]
    vendor: str = ""
    adapter: str = ""
    command: tuple[str, ...] = ()
    url: str = ""
    http: HttpSettings = field(default_factory=HttpSettings)
    capabilities: frozenset[str] = frozenset()
    leaves_out: frozenset[str] = frozenset()
    capacity: int | None = None
    names: Names = field(default_factory=Names)
    timing: Timing = field(default_factory=Timing)
    deviations: tuple[Deviation, ...] = ()
    declared: tuple[Declaration, ...] = ()
    redact: tuple[str, ...] = ()
    file: Path | None = None
    edition: Edition = field(kw_only=True, repr=False, compare=False)

    def can(self, capability: str) -> bool:
        """Whether a capability is claimed, by its name or with one that includes it."""
        known = self.edition.vocabulary.capabilities
        return capability in self.capabilities or any(capability in known[c].includes for c in self.capabilities)

    @property
    def scheme(self) -> str:
        """By which way the system is reached: "command", "http", "python", or what the adapter has before ://."""
        scheme, found, _ = self.adapter.partition("://")
        return "command" if self.command else "http" if self.url else scheme if found else "python"

    @property
    def program(self) -> str:
        """The program that the command starts, without its arguments: these may hold what is nobody's business."""
        return Path(self.command[0]).name if self.command else ""

    @property
    def is_embedded(self) -> bool:
        """Whether they lead to what comes with the kit: called directly, and made anew in every process."""
        return self.adapter.startswith(_OURS)

    @property
    def way(self) -> str:
        """How the system is reached, without anything secret: the program, the address or the factory."""
        return self.program or re.sub(r"(?<=//)[^/?#]*@", "", self.url) or self.adapter

    @property
    def hidden(self) -> frozenset[str]:
        """What stands in no output, whatever is told of the way to the system."""
        kept = {value for value in self.http.secrets() if len(value) >= SHORTEST_SECRET}
        return secrets((*self.command, self.url)) | kept

    @cached_property
    def rules(self) -> frozenset[str]:
        """Every rule of the profiles claimed."""
        return frozenset[str]().union(*(self.edition.vocabulary.profiles[p].rules for p in self.profiles))

    def redaction(self) -> Redaction:
        """What strikes out, from what is shown of one run, the values that are nobody's business."""
        return Redaction(self.redact, self.hidden)

    @property
    def unsupported(self) -> tuple[str, ...]:
        """What keeps the deployment from being a supported one, in sentences: of some offers one has to be made."""
        said = []
        known = self.edition.register.rules
        for rule in known.values():
            offers = [str(known[other].capability) for other in rule.any_of]
            binding = rule.id in self.rules and set(rule.binds) & set(self.roles)
            if offers and binding and not self.capabilities & {*offers}:
                said.append(f"unsupported deployment ({rule.id}): none of {', '.join(offers)} is claimed")
        return tuple(said)

    def as_json(self) -> dict[str, Any]:
        """The claims as they stand in a certificate: sets sorted, the file and the command's arguments left out."""
        shape = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in ("file", "edition", "http")}
        deviations = [asdict(deviation) for deviation in self.deviations]
        maps = {"switches": dict(self.switches), "names": self.names.as_json()}
        return {
            **shape,
            **maps,
            "command": [self.program] if self.command else [],
            "capabilities": sorted(self.capabilities),
            "leaves_out": sorted(self.leaves_out),
            "timing": asdict(self.timing),
            "deviations": deviations,
            "declared": [asdict(declaration) for declaration in self.declared],
        }


def reference_claims(edition: Edition) -> Claims:
    """What is claimed for the embedded reference, in all its roles: the edition's own file, or else the kit's."""
    own = edition.folder / "fixtures" / "reference.toml"
    return read_claims(own if own.is_file() else data("fixtures", "reference.toml"), edition)


def read_claims(path: Path, edition: Edition) -> Claims:
    """The claims in a file, stated of the rules of an edition.

    Raises ``UsageError``, naming file, line and remedy, for a file that cannot be read, is not TOML, lacks a field,
    or uses a word that is in no closed list.
    """
    text = text_of(path)
    return claims_in(dates_as_text(toml_of(text, path)), edition, path, text)


def claims_in(content: dict[str, Any], edition: Edition, path: Path, text: str = "") -> Claims:
    """The claims that a file with this content makes. Raises ``UsageError`` as ``read_claims`` does."""
    return _Checked(path, text, edition).claims(content)


class _Checked:
    """Turns the content of a claims file into claims, with errors that name a line."""

    def __init__(self, path: Path, text: str, edition: Edition) -> None:
        self.path, self.edition = path, edition
        self.lines = text.splitlines()
        self.places = list(places(self.lines))

    def claims(self, content: dict[str, Any]) -> Claims:
        raise_all(self._timing(content.get("timing", {})))
        if not schemas.valid("claims", content):
            raise_all(self._form(content))
        names = Names.read(content.get("names", {}))
        raise_all(
            [
                *self._words(content),
                *self._rules(content),
                *(
                    self._error(wrong.problem, wrong.remedy, ("names", *wrong.place))
                    for wrong in each_once(names.wrong(self.edition.catalogue))
                ),
                *self._together(content),
            ]
        )
        system, words = content["system"], self.edition.vocabulary
        return Claims(
            name=system["name"],
            version=system["version"],
            vendor=system.get("vendor", ""),
            roles=tuple(system["roles"]),
            profiles=tuple(system.get("profiles", words.profiles)),
            switches=words.default_switches | content.get("switches", {}),
            adapter=system.get("adapter", ""),
            command=tuple(system.get("command", ())),
            url=system.get("url", ""),
            http=HttpSettings(content.get("http", {}), self.path.resolve().parent),
            capabilities=frozenset(system.get("capabilities", ())),
            leaves_out=frozenset(system.get("leaves_out", ())),
            capacity=content.get("limits", {}).get("capacity"),
            names=names,
            timing=Timing(**content.get("timing", {})),
            deviations=tuple(Deviation(**d) for d in content.get("deviations", ())),
            declared=tuple(Declaration(**d) for d in content.get("declared", ())),
            redact=tuple(content.get("report", {}).get("redact", ())),
            file=self.path,
            edition=self.edition,
        )

    def _timing(self, timing: object) -> Iterator[UsageError]:
        """Each time that is infinite or no number, which the schema cannot say."""
        for name, seconds in timing.items() if isinstance(timing, dict) else ():
            if isinstance(seconds, float) and not math.isfinite(seconds):
                yield self._error(f"timing.{name} is no number of seconds", "say how many", ("timing", name))

    def _words(self, content: dict[str, Any]) -> Iterator[UsageError]:
        """Each word that is none of the vocabulary's."""
        words, system = self.edition.vocabulary, content["system"]
        for kind, key, known in (
            ("role", "roles", words.roles),
            ("capability", "capabilities", words.capabilities),
            ("part of the trade", "leaves_out", words.scopes),
            ("profile", "profiles", words.profiles),
        ):
            for word in system.get(key, ()):
                yield from self._known(kind, word, known, "system", key)
        for name, value in content.get("switches", {}).items():
            yield from self._known("switch", name, words.switches, "switches", name)
            if name in words.switches:
                values = words.switches[name].values
                yield from self._known(f"value of switch '{name}':", value, values, "switches", name)

    def _together(self, content: dict[str, Any]) -> Iterator[UsageError]:
        """Where one entry needs another one, or excludes it."""
        system = content["system"]
        word = "limited-capacity"
        if word in system.get("capabilities", ()) and content.get("limits", {}).get("capacity") is None:
            problem = f"capability '{word}' needs [limits] capacity"
            yield self._error(problem, "say how many", ("system", "capabilities"), word)
        if sum(way in system for way in ("adapter", "command", "url")) != 1:
            problem = "[system] names not exactly one of 'adapter', 'command' and 'url'"
            yield self._error(problem, "give one", ("system", "command"))

    def _rules(self, content: dict[str, Any]) -> Iterator[UsageError]:
        """Each entry that speaks of a rule that nobody knows, or declares one that is not for declaring."""
        rules = self.edition.register.rules
        unknown = [
            mistake
            for table in ("deviations", "declared")
            for number, entry in enumerate(content.get(table, ()))
            for mistake in self._known("rule", entry["rule"], rules, table, number, "rule")
        ]
        yield from unknown
        if unknown:
            return
        for table, wrong in (("declared", wrong_declarations), ("deviations", wrong_deviations)):
            for number, problem, remedy in wrong(content.get(table, ()), rules):
                yield self._error(problem, remedy, (table, number, "rule"))

    def _known(self, what: str, word: str, known: Collection[str], *place: str | int) -> Iterator[UsageError]:
        if word not in known:
            near = nearest(word, known)
            remedy = f"did you mean '{near}'?" if near else f"known: {', '.join(sorted(known))}"
            yield self._error(f"unknown {what} '{word}'", remedy, place, word)

    def _form(self, content: dict[str, Any]) -> Iterator[UsageError]:
        for fault in schemas.mistakes("claims", content):
            place = list(fault.place)
            where = ".".join(map(str, place)) or "the file"
            if named := re.search(r"'([^']+)' was unexpected", fault.text):
                place.append(named[1])
            yield self._error(f"{where}: {fault.text}", "see docs/claims.md, 'The claims file'", place)

    def _error(self, problem: str, remedy: str, place: Iterable[str | int], word: str = "") -> UsageError:
        return UsageError(problem, remedy, self.path, self._line(tuple(map(str, place)), word))

    def _line(self, place: tuple[str, ...], word: str) -> int:
        """The line of a word in a field; else that of the field, else that of what should hold it."""
        while place:
            lines = [n for n, found in enumerate(self.places) if found[: len(place)] == place]
            if lines:
                return 1 + next((n for n in lines if word and f'"{word}"' in self.lines[n]), lines[0])
            place = place[:-1]
        return 1
