"""Claims: what a vendor says of its system before it is examined (ITU-T X.290's conformance statement)."""

import difflib
import json
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ordertck import data
from ordertck.harness.catalogue import home_services
from ordertck.harness.errors import UsageError
from ordertck.harness.register import register
from ordertck.harness.vocabulary import vocabulary

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError


@dataclass(frozen=True, slots=True)
class Deviation:
    """A known breach of a rule: still run; an error once the rule is upheld."""

    rule: str
    issue: str


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds: what a message may take, after what silence nothing is taken to come, what connecting may take."""

    patience: float = 2.0
    quiet: float = 0.2
    start: float = 10.0


@dataclass(frozen=True, slots=True)
class Claims:
    """What is claimed for one system; see docs/adapters.md for the file's form.

    ``adapter`` is "module:factory" and ``command`` a command line; one of the two is given. ``names`` maps our names
    to the system's. ``switches`` holds every switch, the documented default where none was declared.
    """

    name: str
    version: str
    roles: tuple[str, ...]
    profiles: tuple[str, ...]
    switches: Mapping[str, str]
    vendor: str = ""
    adapter: str = ""
    command: tuple[str, ...] = ()
    capabilities: frozenset[str] = frozenset()
    capacity: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    timing: Timing = field(default_factory=Timing)
    deviations: tuple[Deviation, ...] = ()
    redact: tuple[str, ...] = ()
    file: Path | None = None

    @property
    def rules(self) -> frozenset[str]:
        """Every rule of the profiles claimed."""
        return frozenset[str]().union(*(vocabulary().profiles[p].rules for p in self.profiles))

    def as_json(self) -> dict[str, Any]:
        """The claims as they stand in a certificate: sets sorted, the file left out."""
        shape = asdict(self)
        del shape["file"]
        shape["capabilities"] = sorted(self.capabilities)
        return shape


def default_switches() -> dict[str, str]:
    """Each switch at its documented default."""
    return {name: switch.values[0] for name, switch in vocabulary().switches.items()}


def read_claims(path: Path) -> Claims:
    """The claims in a file.

    Raises ``UsageError``, naming file, line and remedy, for a file that cannot be read, is not TOML, lacks a field,
    or uses a word that is in no closed list.
    """
    try:
        text = path.read_text()
    except OSError as problem:
        raise UsageError(
            f"cannot read the claims: {problem.strerror}", "'ordertck init' writes a commented claims file", path
        ) from None
    except UnicodeDecodeError:
        raise UsageError("the claims are not text in UTF-8", "save the file as UTF-8", path) from None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        found = re.search(r"at line (\d+)", str(problem))
        line = int(found[1]) if found else len(text.splitlines())
        raise UsageError(f"not TOML: {problem}", "see https://toml.io", path, line) from None
    return _Checked(path, text).claims(content)


@cache
def _schema() -> "Draft202012Validator":
    import jsonschema  # costs 150 ms to load; a run of the reference needs no claims file

    return jsonschema.Draft202012Validator(json.loads(data("schemas", "claims.json").read_text()))


class _Checked:
    """Turns the content of a claims file into claims, with errors that name a line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def claims(self, content: dict[str, Any]) -> Claims:
        for problem in sorted(_schema().iter_errors(content), key=lambda e: list(map(str, e.path))):
            raise self._form(problem)
        words = vocabulary()
        system = content["system"]
        for role in system["roles"]:
            self._known("role", role, words.roles)
        for capability in system.get("capabilities", ()):
            self._known("capability", capability, words.capabilities)
        for profile in system.get("profiles", ()):
            self._known("profile", profile, words.profiles)
        for name, value in content.get("switches", {}).items():
            self._known("switch", name, words.switches)
            self._known(f"value of switch '{name}':", value, words.switches[name].values)
        for deviation in content.get("deviations", ()):
            self._known("rule", deviation["rule"], register().rules)
        ours = {*home_services().products, *home_services().rate_plans, "OPEN", "IN PROGRESS", "COMPLETE", "FAILED"}
        for name in content.get("names", {}):
            self._known("name of ours", name, ours)
        capacity = content.get("limits", {}).get("capacity")
        if "limited-capacity" in system.get("capabilities", ()) and capacity is None:
            raise self._error(
                "capability 'limited-capacity' needs [limits] capacity", "say how many", "limited-capacity"
            )
        if ("adapter" in system) == ("command" in system):
            raise self._error("[system] names not exactly one of 'adapter' and 'command'", "give one", "[system]")
        return Claims(
            name=system["name"],
            version=system["version"],
            vendor=system.get("vendor", ""),
            roles=tuple(system["roles"]),
            profiles=tuple(system.get("profiles", words.profiles)),
            switches=default_switches() | content.get("switches", {}),
            adapter=system.get("adapter", ""),
            command=tuple(system.get("command", ())),
            capabilities=frozenset(system.get("capabilities", ())),
            capacity=capacity,
            names=content.get("names", {}),
            timing=Timing(**content.get("timing", {})),
            deviations=tuple(Deviation(**d) for d in content.get("deviations", ())),
            redact=tuple(content.get("report", {}).get("redact", ())),
            file=self.path,
        )

    def _known(self, what: str, word: str, known: Collection[str]) -> None:
        if word not in known:
            near = difflib.get_close_matches(word, known, 1)
            remedy = f"did you mean '{near[0]}'?" if near else f"known: {', '.join(sorted(known))}"
            raise self._error(f"unknown {what} '{word}'", remedy, word)

    def _form(self, problem: "ValidationError") -> UsageError:
        place = ".".join(str(p) for p in problem.absolute_path) or "the file"
        named = re.search(r"'([^']+)'", problem.message)
        word = named[1] if problem.validator == "additionalProperties" and named else str(list(problem.path)[-1:] or "")
        return self._error(f"{place}: {problem.message}", "see docs/adapters.md, 'The claims file'", word.strip("[]'"))

    def _error(self, problem: str, remedy: str, word: str) -> UsageError:
        line = next((n for n, text in enumerate(self.lines, 1) if word and word in text.split("#")[0]), 1)
        return UsageError(problem, remedy, self.path, line)
