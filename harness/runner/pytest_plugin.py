"""The features as pytest items, run by the same executor: pytest features/price_lists -m PL-09."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ordertck import data

# Whoever has the package installed pays for this module in every pytest run; what is heavy is loaded when needed.
if TYPE_CHECKING:
    from ordertck.harness.claims import Claims
    from ordertck.harness.edition import Edition
    from ordertck.harness.edition.features import Example
    from ordertck.harness.runner.connection import Connection, Revise
    from ordertck.harness.verdicts import ExampleId, ExampleResult

_FROM_WORKER, _TO_WORKER = "ordertck_late", "ordertck_seed"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Whose claims, and the seed of what varies."""
    group = parser.getgroup("ordertck", "order management conformance")
    group.addoption(
        "--ordertck", metavar="CLAIMS", help="the claims file of the system under test; default: the reference"
    )
    group.addoption(
        "--ordertck-seed", metavar="N", type=int, help="what ids, people, days and names come from; default: a new one"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Read the claims that were given, so that a mistake in them is told before anything is collected."""
    from ordertck.harness.errors import UsageError

    config.pluginmanager.register(_Late(config), "ordertck-late")
    if config.getoption("--ordertck"):
        try:
            config.stash[_SYSTEMS] = _Systems(config)
        except UsageError as mistake:
            raise pytest.UsageError(str(mistake)) from None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "FeatureFile | None":
    """Our own feature files, and nobody else's."""
    if file_path.suffix == ".feature" and file_path.resolve().is_relative_to(data("features").resolve()):
        collected: FeatureFile = FeatureFile.from_parent(parent, path=file_path)
        return collected
    return None


class FeatureFile(pytest.File):
    """One feature; its items are its examples, each in each of the roles that are claimed."""

    def collect(self) -> Iterator["ExampleItem"]:
        """Every example of the file that the plan holds, its tags as markers."""
        from ordertck.harness.errors import UsageError

        systems = _systems(self.config)
        place = self.path.resolve().relative_to(data("features").resolve()).as_posix()
        try:
            examples = systems.examples.get(place, ())
        except UsageError as problem:
            raise self.CollectError(str(problem)) from None
        for example in examples:
            row = f" [{example.id.row}]" if example.id.row else ""
            name = f"{example.id.rule} {example.id.title}{row} ({example.id.role})"
            item: ExampleItem = ExampleItem.from_parent(self, name=name)
            item.example, item.systems = example, systems
            tags = {name for tag in example.tags for name in tag.split("+")}
            others = tags - systems.roles - {example.id.rule}
            for tag in (example.id.rule, example.id.role, *sorted(others)):
                item.add_marker(tag)
            yield item


class ExampleItem(pytest.Item):
    """One example in one role."""

    example: "Example"
    systems: "_Systems"

    def runtest(self) -> None:
        """Run it; a verdict other than passed fails or skips the item."""
        from ordertck.harness.verdicts import Verdict

        result = self.systems.run(self.example, self.nodeid)
        self.user_properties += [
            ("rule", result.id.rule),
            ("role", result.id.role),
            ("verdict", result.verdict.value),
            ("seed", str(self.systems.seed)),
        ]
        if result.verdict is Verdict.INAPPLICABLE:
            pytest.skip(f"inapplicable: {result.reason}")
        if result.verdict is not Verdict.PASSED:
            raise _NotPassed(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was expected and seen, without a traceback through the kit."""
        if isinstance(excinfo.value, _NotPassed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The example's own place in its feature."""
        return self.path, self.example.line - 1, self.name


class _NotPassed(Exception):
    def __init__(self, result: "ExampleResult") -> None:
        super().__init__(_told(result))


def _told(result: "ExampleResult") -> str:
    """What a person needs to know of a verdict that is not passed."""
    lines = [f"{result.id.rule} {result.verdict}: {result.reason}"]
    for what, text in (("at", result.step), ("expected", result.expected), ("seen", result.seen)):
        if text:
            lines.append(f"  {what:<9} {text}")
    if result.blame:
        lines.append(f"  blame     {result.blame}")
    return "\n".join([*lines, f"  features/{result.location}"])


class _Systems:
    """The systems under test of one pytest session, connected when first needed; one for each set of claims."""

    def __init__(self, config: pytest.Config) -> None:
        from ordertck.harness.applicability import require_examinable
        from ordertck.harness.claims import read_claims, reference_claims
        from ordertck.harness.edition import load
        from ordertck.harness.plan import plan_of

        file = config.getoption("--ordertck")
        self.seed = _seed(config)
        self.edition = load()
        self.roles = frozenset(self.edition.vocabulary.roles)
        self.late: list[tuple[str, str]] = []
        self.markers_known = False
        if file is None:
            claims = reference_claims(self.edition)
            alone = [replace(claims, roles=(role,)) for role in claims.roles]
            self._plans = [plan_of(role, every_switch=True) for role in alone]
        else:
            claims = read_claims(Path(file), self.edition)
            require_examinable(claims)
            self._plans = [plan_of(claims)]
        self._connections: dict[int, Connection] = {}
        self._results: dict[ExampleId, tuple[str, ExampleResult]] = {}

    @cached_property
    def examples(self) -> "dict[str, list[Example]]":
        """The examples that the plans hold, by feature file, those of one scenario side by side."""
        by_file: dict[str, list[Example]] = {}
        for example in self.edition.examples:
            if any(example.id in plan for plan in self._plans):
                by_file.setdefault(example.file, []).append(example)
        return by_file

    def run(self, example: "Example", nodeid: str) -> "ExampleResult":
        """The verdict on an example."""
        from ordertck.harness.verdicts import ExampleResult, Verdict

        entry = next(plan[example.id] for plan in self._plans if example.id in plan)
        if entry.claims is None:
            return ExampleResult(example.id, Verdict.INAPPLICABLE, example.location, entry.clause)
        result = self._connection(entry.claims).run(example)
        self._results[example.id] = nodeid, result
        return result

    def _connection(self, claims: "Claims") -> "Connection":
        from ordertck.harness.runner.connection import Connection
        from ordertck.harness.sessions import fresh_session
        from ordertck.harness.transcript import Transcript
        from ordertck.harness.variation import Variation

        if id(claims) not in self._connections:
            transcript = Transcript(claims.redaction())
            self._connections[id(claims)] = Connection(
                claims, fresh_session(), self._revised, transcript, variation=Variation(self.seed)
            )
        return self._connections[id(claims)]

    def _revised(self, example: "ExampleId", revise: "Revise") -> None:
        from ordertck.harness.verdicts import Verdict

        nodeid, result = self._results[example]
        if result.verdict is Verdict.PASSED:
            revised = revise(result)
            self._results[example] = nodeid, revised
            self.late.append((nodeid, _told(revised)))

    def finish(self) -> None:
        """Listen a last time, and close what was connected."""
        for connection in self._connections.values():
            connection.finish()


_SYSTEMS: "pytest.StashKey[_Systems]" = pytest.StashKey()
_SEED: pytest.StashKey[int] = pytest.StashKey()


def _systems(config: pytest.Config) -> _Systems:
    """The session's systems; made with the first feature, whose tags are then known as markers."""
    if _SYSTEMS not in config.stash:
        config.stash[_SYSTEMS] = _Systems(config)
    systems = config.stash[_SYSTEMS]
    if not systems.markers_known:
        _register_markers(config, systems.edition)
        systems.markers_known = True
    return systems


def _seed(config: pytest.Config) -> int:
    """The seed of this session, the same for all its workers."""
    from ordertck.harness.sessions import fresh_seed

    given = getattr(config, "workerinput", {}).get(_TO_WORKER) or config.getoption("--ordertck-seed")
    return config.stash.setdefault(_SEED, given or fresh_seed())


def _register_markers(config: pytest.Config, edition: "Edition") -> None:
    words = edition.vocabulary
    known = {
        **dict.fromkeys(edition.register.rules, "a rule of the documents"),
        **{role: says.partition(":")[0] for role, says in words.roles.items()},
        **{name: f"for systems that claim it: {capability.says}" for name, capability in words.capabilities.items()},
        **{name: f"for systems that do not leave it out: {scope.says}" for name, scope in words.scopes.items()},
        **{name: f"where this meets another: {m.says}" for name, m in edition.mechanisms.known.items()},
        **{tag: f"where switch '{switch.name}' is '{value}'" for tag, (switch, value) in words.switch_tags.items()},
    }
    for tag, says in known.items():
        config.addinivalue_line("markers", f"{tag}: {says}")


class _Late:
    """Reports late messages at the end: their examples' items have been reported already, as passed."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._failed = False

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Listen a last time; with several workers each tells the one that reports."""
        systems = self._config.stash.get(_SYSTEMS, None)
        if systems is not None:
            systems.finish()
            if hasattr(self._config, "workeroutput"):
                self._config.workeroutput[_FROM_WORKER] = systems.late
            else:
                self._report(systems.late)
        if self._failed and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """A worker of pytest-xdist begins."""
        node.workerinput[_TO_WORKER] = _seed(self._config)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say what would run the same again."""
        if _SEED in self._config.stash:
            terminalreporter.write_line(
                f"ordertck: the same run again with --ordertck-seed {self._config.stash[_SEED]}"
            )

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker of pytest-xdist has ended."""
        self._report(getattr(node, "workeroutput", {}).get(_FROM_WORKER, ()))

    def _report(self, late: Iterable[tuple[str, str]]) -> None:
        for nodeid, told in late:
            self._failed = True
            place = (nodeid.partition("::")[0], None, nodeid)
            report = pytest.TestReport(nodeid, place, {}, "failed", told, "teardown")
            self._config.hook.pytest_runtest_logreport(report=report)
