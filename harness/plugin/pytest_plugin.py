"""The features as pytest items, run by the same executor: pytest --ordertck acme/claims.toml -m PL-09."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ordertck import data

# Whoever has the package installed pays for this module in every pytest run; what is heavy is loaded when needed.
if TYPE_CHECKING:
    from ordertck.harness.edition import Edition
    from ordertck.harness.edition.features import Example
    from ordertck.harness.plugin.systems import Systems

_FROM_WORKER, _TO_WORKER = "ordertck_late", "ordertck_seed"
_NOBODY = (
    "ordertck: nobody is named who is to be examined; give the claims of your system with --ordertck CLAIMS, "
    "or name the kit's own system with --ordertck reference"
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Whose claims, the seed of what varies, and where the report goes."""
    group = parser.getgroup("ordertck", "order management conformance")
    group.addoption(
        "--ordertck", metavar="CLAIMS",
        help="the claims file of the system under test, or 'reference'; alone, it collects the features too",
    )  # fmt: skip
    group.addoption(
        "--ordertck-seed", metavar="N", type=int, help="what ids, people, days and names come from; default: a new one"
    )
    group.addoption(
        "--ordertck-report", metavar="FOLDER",
        help="write the report folder that 'ordertck run' writes; the examples then run in the order of the seed",
    )  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    """Read the claims that were given, so that a mistake in them is told before anything is collected."""
    config.pluginmanager.register(_Ends(config), "ordertck-ends")
    if config.getoption("--ordertck-report") and not _is_worker(config) and config.getoption("numprocesses", None):
        raise pytest.UsageError("--ordertck-report needs one process: leave -n out, or use 'ordertck run --jobs'")
    if config.getoption("--ordertck"):
        with _told_in_a_line():
            _made(config)
        if config.args_source is not pytest.Config.ArgsSource.ARGS:
            config.args = [str(data("features"))]


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Whom the features are about, where claims were given."""
    return [f"ordertck: examines {config.stash[_SYSTEMS].whom}"] if _SYSTEMS in config.stash else []


def pytest_report_collectionfinish(config: pytest.Config) -> list[str]:
    """Whom the features are about, where no claims were given."""
    named = config.getoption("--ordertck") or _SYSTEMS not in config.stash
    return [] if named else [f"ordertck: examines {config.stash[_SYSTEMS].whom}"]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "FeatureFile | None":
    """Our own feature files, and nobody else's."""
    if file_path.suffix == ".feature" and file_path.resolve().is_relative_to(data("features").resolve()):
        if not parent.config.getoption("--ordertck") and not _in_checkout(parent.config):
            parent.config.stash[_UNNAMED] = True
            return None
        collected: FeatureFile = FeatureFile.from_parent(parent, path=file_path)
        return collected
    return None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin the report that was asked for; its examples run in its order, before anything else."""
    if _UNNAMED in config.stash:
        raise pytest.UsageError(_NOBODY)
    ours = [item for item in items if isinstance(item, ExampleItem)]
    folder = config.getoption("--ordertck-report")
    if folder and ours and not config.option.collectonly and not _is_worker(config):
        with _told_in_a_line():
            places = ours[0].systems.begin_report(Path(folder), [item.example.id for item in ours])
        last = len(places)
        items.sort(key=lambda i: places.get(i.example.id, last) if isinstance(i, ExampleItem) else last + 1)


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
            name = f"{example.id.rule} {example.id.titled} ({example.id.role})"
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
    systems: "Systems"

    def runtest(self) -> None:
        """Run it; a verdict other than passed fails or skips the item."""
        from ordertck.harness.plugin.systems import told
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
            raise _NotPassed(told(result))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was expected and seen, without a traceback through the kit."""
        if isinstance(excinfo.value, _NotPassed):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The example's own place in its feature."""
        return self.path, self.example.line - 1, self.name


class _NotPassed(Exception):
    """What a person needs to know of a verdict that is not passed."""


_SYSTEMS: "pytest.StashKey[Systems]" = pytest.StashKey()
# Set where features of ours are there, and nobody who is to be examined.
_UNNAMED: pytest.StashKey[bool] = pytest.StashKey()
_SEED: pytest.StashKey[int] = pytest.StashKey()


def _in_checkout(config: pytest.Config) -> bool:
    """Whether pytest runs in the kit's own checkout: there the reference is who is meant."""
    return config.rootpath == data("features").resolve().parent


def _is_worker(config: pytest.Config) -> bool:
    """Whether this is a worker of pytest-xdist."""
    return hasattr(config, "workerinput")


@contextmanager
def _told_in_a_line() -> Iterator[None]:
    from ordertck.harness.errors import UsageError

    try:
        yield
    except UsageError as mistake:
        raise pytest.UsageError(str(mistake)) from None


def _made(config: pytest.Config) -> "Systems":
    from ordertck.harness.plugin.systems import Systems

    if _SYSTEMS not in config.stash:
        config.stash[_SYSTEMS] = Systems(config.getoption("--ordertck"), seed_of(config))
    return config.stash[_SYSTEMS]


def _systems(config: pytest.Config) -> "Systems":
    """The session's systems; made with the first feature, whose tags are then known as markers."""
    systems = _made(config)
    if not systems.markers_known:
        _register_markers(config, systems.edition)
        systems.markers_known = True
    return systems


def seed_of(config: pytest.Config) -> int:
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
        **{name: f"for systems that have the places: {places.says}" for name, places in words.places.items()},
        **{name: f"where it can be seen that {says}" for name, says in words.views.items()},
        **{name: f"where this meets another: {m.says}" for name, m in edition.mechanisms.known.items()},
        **{tag: f"where switch '{switch.name}' is '{value}'" for tag, (switch, value) in words.switch_tags.items()},
    }
    for tag, says in known.items():
        config.addinivalue_line("markers", f"{tag}: {says}")


class _Ends:
    """What is done at the end: late messages are reported, whose items have been reported as passed, and the report."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._failed = False
        self._lines: list[str] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        """Where a session has nothing but examples, the garbage collector looks as seldom as in ``ordertck run``."""
        if not session.items or not all(isinstance(item, ExampleItem) for item in session.items):
            return (yield)
        from ordertck.harness.runner.run import unwatched

        with unwatched():
            return (yield)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Listen a last time; with several workers each tells the one that reports."""
        systems = self._config.stash.get(_SYSTEMS, None)
        if systems is not None:
            systems.finish()
            if hasattr(self._config, "workeroutput"):
                self._config.workeroutput[_FROM_WORKER] = systems.late
            else:
                self._report(systems.late)
                self._write(systems, session)
        if self._failed and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """A worker of pytest-xdist begins."""
        node.workerinput[_TO_WORKER] = seed_of(self._config)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Say what the report comes to, and what would run the same again."""
        if _SEED in self._config.stash:
            for line in (*self._lines, f"the same run again with --ordertck-seed {self._config.stash[_SEED]}"):
                terminalreporter.write_line(f"ordertck: {line}")

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

    def _write(self, systems: "Systems", session: pytest.Session) -> None:
        """Write the report that was begun, unless somebody interrupted the session: then it stays incomplete."""
        from ordertck.harness.errors import UsageError
        from ordertck.harness.reports.terminal import outcome
        from ordertck.harness.reports.words import Paint

        if session.exitstatus in (pytest.ExitCode.INTERRUPTED, pytest.ExitCode.INTERNAL_ERROR):
            systems.abandon_report()
            return
        try:
            found, files, remark = systems.write_report()
        except UsageError as problem:
            self._lines.append(str(problem))
            self._failed = True
            return
        self._lines += [outcome(examination, Paint()) for examination in found]
        if files:
            self._lines.append(remark or f"report: {files[0].parent}/ ({', '.join(file.name for file in files)})")
