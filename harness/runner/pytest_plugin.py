"""The features as pytest items, run by the same executor: pytest features/price_lists -m PL-09."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ordertck import data

if TYPE_CHECKING:
    from ordertck.harness.claims import Claims
    from ordertck.harness.runner.features import Example
    from ordertck.harness.stage import Stage
    from ordertck.harness.verdicts import ExampleResult


def pytest_addoption(parser: pytest.Parser) -> None:
    """One option: whose claims."""
    group = parser.getgroup("ordertck", "order management conformance")
    group.addoption(
        "--ordertck", metavar="CLAIMS", help="the claims file of the system under test; default: the reference"
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "FeatureFile | None":
    """Our own feature files, and nobody else's."""
    if file_path.suffix == ".feature" and file_path.resolve().is_relative_to(data("features").resolve()):
        collected: FeatureFile = FeatureFile.from_parent(parent, path=file_path)
        return collected
    return None


class FeatureFile(pytest.File):
    """One feature; its items are its examples, each in each of its roles."""

    def collect(self) -> Iterator["ExampleItem"]:
        """Every example of the file."""
        from ordertck.harness.errors import UsageError
        from ordertck.harness.runner.features import read_feature

        try:
            feature = read_feature(data("features") / self.path.resolve().relative_to(data("features").resolve()))
        except UsageError as problem:
            raise self.CollectError(str(problem)) from None
        examination = _examination(self.config)
        for rule in feature.rules:
            for example in rule.examples:
                row = f" [{example.id.row}]" if example.id.row else ""
                name = f"{rule.id} {example.id.title}{row} ({example.id.role})"
                item: ExampleItem = ExampleItem.from_parent(self, name=name)
                item.example, item.examination = example, examination
                for tag in sorted({rule.id, example.id.role, *example.tags}):
                    self.config.addinivalue_line("markers", f"{tag}: a tag of the features")
                    item.add_marker(tag)
                yield item


class ExampleItem(pytest.Item):
    """One example in one role."""

    example: "Example"
    examination: "_Stages"

    def runtest(self) -> None:
        """Run it; a verdict other than passed fails or skips the item."""
        from ordertck.harness.verdicts import Verdict

        result = self.examination.run(self.example)
        self.user_properties += [
            ("rule", result.id.rule),
            ("role", result.id.role),
            ("verdict", result.verdict.value),
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
        self.result = result
        lines = [f"{result.id.rule}: {result.verdict}, {result.reason}", f"  at        {result.step}"]
        if result.expected:
            lines += [f"  expected  {result.expected}", f"  seen      {result.seen}"]
        if result.blame:
            lines.append(f"  blame     {result.blame}")
        lines.append(f"  features/{result.location}")
        super().__init__("\n".join(lines))


class _Stages:
    """The systems under test of one pytest session, connected when first needed; one for each set of claims."""

    def __init__(self, file: str | None) -> None:
        from ordertck.harness.claims import read_claims

        self._reference = file is None
        self._claims = read_claims(Path(file) if file else data("fixtures", "reference.toml"))
        self._stages: dict[str, Stage] = {}
        self._systems: list[Any] = []
        self._examples: dict[str, Example] = {}
        self.late: list[str] = []

    def run(self, example: "Example") -> "ExampleResult":
        """The verdict on an example."""
        from ordertck.harness.runner.executor import execute
        from ordertck.harness.runner.gate import example_reason
        from ordertck.harness.runner.step_book import step_book
        from ordertck.harness.verdicts import Blame, ExampleResult, Verdict

        claims = self._claims_for(example)
        if reason := example_reason(example, claims, step_book()):
            return ExampleResult(example.id, Verdict.INAPPLICABLE, example.location, reason)
        stage = self._stage(claims)
        result = execute(example, stage, step_book())
        self._examples[stage.latest] = example
        if result.blame is Blame.ADAPTER:
            del self._stages[_key(claims)]
        return result

    def _claims_for(self, example: "Example") -> "Claims":
        """The claims as they are; the reference is examined in each role, and with each switch flipped."""
        from dataclasses import replace

        from ordertck.harness.vocabulary import vocabulary

        if not self._reference:
            return self._claims
        words = vocabulary().switch_tags
        flipped = {words[tag][0].name: words[tag][1] for tag in example.tags if tag in words}
        return replace(self._claims, roles=(example.id.role,), switches={**self._claims.switches, **flipped})

    def _stage(self, claims: "Claims") -> "Stage":
        from ordertck.harness.adapters.connect import connect
        from ordertck.harness.runner.session import fresh_session
        from ordertck.harness.stage import Stage

        key = _key(claims)
        if key not in self._stages:
            session = fresh_session()
            self._systems.append(connect(claims, session))
            self._stages[key] = Stage(self._systems[-1], claims, session, self._late)
        return self._stages[key]

    def _late(self, scene: str, expected: str, seen: str) -> None:
        example = self._examples.get(scene)
        if example is not None:
            self.late.append(f"{example.id}: expected {expected}; seen, late: {seen} (features/{example.location})")

    def close(self) -> None:
        """Listen a last time, and close what was connected."""
        for stage in self._stages.values():
            stage.rest()
        for system in self._systems:
            system.close()


def _key(claims: "Claims") -> str:
    return f"{claims.roles} {sorted(claims.switches.items())}"


_STAGES: "pytest.StashKey[_Stages]" = pytest.StashKey()


def _examination(config: pytest.Config) -> _Stages:
    from ordertck.harness.errors import UsageError

    if _STAGES not in config.stash:
        try:
            config.stash[_STAGES] = _Stages(config.getoption("--ordertck"))
        except UsageError as mistake:
            raise pytest.UsageError(str(mistake)) from None
    return config.stash[_STAGES]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Late messages fail the session: their examples' items have been reported already."""
    stages = session.config.stash.get(_STAGES, None)
    if stages is not None:
        stages.close()
        if stages.late and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say which examples a late message failed."""
    stages = config.stash.get(_STAGES, None)
    for line in stages.late if stages is not None else ():
        terminalreporter.write_line(f"FAILED late  {line}", red=True)
