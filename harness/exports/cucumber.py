"""A run as Cucumber Messages (NDJSON): what Cucumber's own reports, and whatever else understands them, read."""

import json
import platform
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from ordertck.harness.edition import Edition
from ordertck.harness.edition.features import parsed
from ordertck.harness.errors import UsageError
from ordertck.harness.reports.saved import SavedExample, SavedRun
from ordertck.harness.verdicts import ExampleId, Verdict

Envelope = dict[str, Any]
# The version of the messages' schema that these were written for.
_PROTOCOL = "34.2.0"
_MEDIA_TYPE = "text/x.cucumber.gherkin+plain"
# Cucumber knows no inconclusive and no error: both count as failed there, and the exception's type says which it is.
_STATUS = {
    "passed": "PASSED",
    "failed": "FAILED",
    "inconclusive": "FAILED",
    "error": "FAILED",
    "not run": "SKIPPED",
    "inapplicable": "SKIPPED",
    "untested": "SKIPPED",
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def cucumber_messages(run: SavedRun, edition: Edition) -> str:
    """The messages, one a line: features, pickles, and a test case for each example that the run speaks of.

    An example that is for several roles is a pickle in each of them, in a document of the role's own. Raises
    ``UsageError`` where the run was of other features than the edition's: their text is not in the report.
    """
    if run.digests.get("features") != edition.digests["features"]:
        told = f"the run was of other features than this kit has (ordertck {run.kit.version})"
        raise UsageError(told, "export it with the kit that wrote it", run.place)
    return "".join(json.dumps(envelope, ensure_ascii=True) + "\n" for envelope in _Messages(run, edition).all())


class _Messages:
    def __init__(self, run: SavedRun, edition: Edition) -> None:
        from gherkin.stream.id_generator import IdGenerator

        self._run, self._edition, self._ids = run, edition, IdGenerator()
        self._results = {example.id: example for example in run.claimed}
        self._now = min(map(_moment, run.volatile.started), default=_EPOCH)
        self._several = len({example.role for example in run.claimed}) > 1

    def all(self) -> Iterator[Envelope]:
        yield {"meta": _meta(self._run)}
        started = self._ids.get_next_id()
        pickles: list[tuple[Envelope, SavedExample]] = []
        for role in dict.fromkeys(result.role for result in self._results.values()):
            for place in self._edition.features:
                if any(e.id in self._results for rule in place.rules for e in rule.examples if e.id.role == role):
                    yield from self._feature(place.file, role, pickles)
        yield {"testRunStarted": {"id": started, "timestamp": self._timestamp()}}
        cases = [(self._case(pickle, started), pickle, result) for pickle, result in pickles]
        yield from ({"testCase": case} for case, _, _ in cases)
        for case, _, result in cases:
            yield from self._course(case, result)
        passed = all(result.verdict is Verdict.PASSED or not result.was_run for _, _, result in cases)
        finished = {"success": passed, "timestamp": self._timestamp(), "testRunStartedId": started}
        yield {"testRunFinished": finished}

    def _feature(self, file: str, role: str, pickles: list[tuple[Envelope, SavedExample]]) -> Iterator[Envelope]:
        """The text of a feature, its tree, and the pickles of the examples that are for a role."""
        from gherkin.ast_builder import AstBuilder
        from gherkin.pickles.compiler import Compiler

        path = self._edition.features_folder / file
        uri = f"features/{file}{f'?as={role}' if self._several else ''}"
        document: Any = {**parsed(path, AstBuilder(self._ids)), "uri": uri}
        yield {"source": {"uri": uri, "data": path.read_text(encoding="utf-8"), "mediaType": _MEDIA_TYPE}}
        yield {"gherkinDocument": document}
        rules, rows = _rules_and_rows(document["feature"])
        pickle: Any
        for pickle in Compiler(self._ids).compile(document):
            row = rows.get(pickle["astNodeIds"][-1], "") if len(pickle["astNodeIds"]) > 1 else ""
            result = self._results.get(ExampleId(rules[pickle["astNodeIds"][0]], role, _title(pickle, document), row))
            if result is not None:
                pickles.append((dict(pickle), result))
                yield {"pickle": pickle}

    def _case(self, pickle: Envelope, started: str) -> Envelope:
        steps = [{"id": self._ids.get_next_id(), "pickleStepId": step["id"]} for step in pickle["steps"]]
        return {
            "id": self._ids.get_next_id(), "pickleId": pickle["id"], "testSteps": steps, "testRunStartedId": started,
        }  # fmt: skip

    def _course(self, case: Envelope, result: SavedExample) -> Iterator[Envelope]:
        """How an example went: each step begun and finished, with what came of it."""
        attempt = self._ids.get_next_id()
        about = {"id": attempt, "attempt": 0, "testCaseId": case["id"]}
        yield {"testCaseStarted": {**about, "timestamp": self._timestamp()}}
        outcomes = _outcomes(result, len(case["testSteps"]))
        for number, (step, outcome) in enumerate(zip(case["testSteps"], outcomes, strict=True)):
            seconds = result.volatile.steps[number] if number < len(result.volatile.steps) else 0.0
            which = {"testCaseStartedId": attempt, "testStepId": step["id"]}
            yield {"testStepStarted": {**which, "timestamp": self._timestamp()}}
            self._now += timedelta(seconds=seconds)
            told = _told(outcome, result, seconds)
            yield {"testStepFinished": {**which, "testStepResult": told, "timestamp": self._timestamp()}}
        finished = {"testCaseStartedId": attempt, "timestamp": self._timestamp(), "willBeRetried": False}
        yield {"testCaseFinished": finished}

    def _timestamp(self) -> dict[str, int]:
        return _duration((self._now - _EPOCH) / timedelta(seconds=1))


def _title(pickle: Envelope, document: Envelope) -> str:
    """The title of the example as it is written; a pickle of an outline may have values in it."""
    node = pickle["astNodeIds"][0]
    return next(str(scenario["name"]) for _, scenario in _scenarios(document["feature"]) if scenario["id"] == node)


def _scenarios(feature: Envelope) -> Iterator[tuple[Envelope, Envelope]]:
    for child in feature["children"]:
        for inner in child.get("rule", {}).get("children", ()):
            if "scenario" in inner:
                yield child["rule"], inner["scenario"]


def _rules_and_rows(feature: Envelope) -> tuple[dict[str, str], dict[str, str]]:
    """By the id of a scenario the rule that it is an example of; by the id of a row its first cell."""
    from ordertck.harness.edition.vocabulary import RULE_ID

    rules, rows = {}, {}
    for rule, scenario in _scenarios(feature):
        rules[scenario["id"]] = next(tag["name"][1:] for tag in rule["tags"] if RULE_ID.fullmatch(tag["name"][1:]))
        for table in scenario["examples"]:
            rows.update({row["id"]: row["cells"][0]["value"] for row in table["tableBody"]})
    return rules, rows


def _outcomes(result: SavedExample, count: int) -> list[str]:
    """What came of each step. What came late, or what broke before the first step, is told at the last or first one."""
    outcomes = [step.result for step in result.steps] or ["not run"] * count
    if result.was_run and result.verdict.value not in outcomes:
        outcomes[-1 if "passed" in outcomes else 0] = result.verdict.value
    return outcomes


def _told(outcome: str, result: SavedExample, seconds: float) -> Envelope:
    told: Envelope = {"status": _STATUS[outcome], "duration": _duration(seconds)}
    if told["status"] == "FAILED":
        pairs = (("expected", result.expected), ("seen", result.seen), ("why", result.reason), ("blame", result.blame))
        message = "\n".join(f"{word}: {text}" for word, text in pairs if text)
        told |= {"message": message, "exception": {"type": outcome, "message": message}}
    elif told["status"] == "SKIPPED" and not result.was_run:
        told["message"] = f"{result.verdict}: {result.reason}"
    return told


def _duration(seconds: float) -> dict[str, int]:
    whole = int(seconds)
    return {"seconds": whole, "nanos": min(999_999_999, round((seconds - whole) * 1_000_000) * 1000)}


def _moment(told: str) -> datetime:
    return datetime.fromisoformat(told).astimezone(UTC)


def _meta(run: SavedRun) -> Envelope:
    return {
        "protocolVersion": _PROTOCOL,
        "implementation": {"name": "ordertck", "version": run.kit.version},
        "runtime": {"name": platform.python_implementation(), "version": platform.python_version()},
        "os": {"name": platform.system() or "unknown"},
        "cpu": {"name": platform.machine() or "unknown"},
    }
