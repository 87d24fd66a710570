"""What is no report at all is said to be none, at once; and nobody is asked to report a defect of the kit."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.reports.folder import begun
from ordertck.harness.reports.found import once_each
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import claims_as


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The report of a small run."""
    claims = claims_as("som")
    with begun(tmp_path / "report") as made:
        plan = plan_of(claims).only(Selection(rules=frozenset({"PV-13"})))
        made.write([run(plan, Conditions("SSPOILT"), transcript=made.transcript(claims.redaction()))])
    return tmp_path / "report"


def in_results(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], object]:
    def changed(folder: Path) -> None:
        content = json.loads((folder / "results.json").read_text())
        change(content)
        (folder / "results.json").write_text(json.dumps(content))

    return changed


def in_record(text: str) -> Callable[[Path], object]:
    def changed(folder: Path) -> None:
        lines = (folder / "transcript.ndjson").read_text().splitlines()
        (folder / "transcript.ndjson").write_text("\n".join([*lines[:5], text, *lines[6:]]))

    return changed


def claims_in(results: dict[str, Any]) -> dict[str, Any]:
    claims: dict[str, Any] = results["examinations"][0]["claims"]
    return claims


def endless(folder: Path) -> None:
    """A terabyte, none of which is on the disk."""
    os.truncate(folder / "transcript.ndjson", 1 << 40)


# What is no report at all, whoever made it so: what is done to one, and what is said.
SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "a record that is cut": (in_record('{"record":'), "line 6 of the transcript is not JSON"),
    "a record that is none": (in_record("[]"), "line 6 of the transcript is no record"),
    "a record without its number": (in_record('{"way": "told", "message": {}}'), "line 6 of the transcript is no"),
    "a record nested too deep": (in_record("[" * 100_000), "line 6 of the transcript is not JSON"),
    "no text": (lambda f: (f / "transcript.ndjson").write_bytes(b"\xff\xfe"), "line 1 of the transcript is not"),
    "fewer sessions": (in_results(lambda r: r["volatile"].update(sessions=[])), "of 1 examinations, and 0 sessions"),
    "nothing examined": (in_results(lambda r: r.update(examinations=[])), "of 0 examinations"),
    "an unknown profile": (
        in_results(lambda r: r["examinations"][0]["claims"].update(profiles=["all"])),
        "unknown profile 'all'",
    ),
    "claims without a name": (in_results(lambda r: claims_in(r).pop("name")), "'name' is a required property"),
    "claims without an adapter": (in_results(lambda r: claims_in(r).pop("adapter")), "'adapter' is missing"),
    "claims with a word too many": (in_results(lambda r: claims_in(r).update(approved=1)), "'approved' is no word"),
    "claims of another kind": (in_results(lambda r: claims_in(r).update(timing=5)), "timing: 5 is not a table"),
    "a deviation that is none": (in_results(lambda r: claims_in(r).update(deviations=[[]])), "is not of type 'object'"),
    "more that broke off": (in_results(lambda r: r["volatile"].update(broken_off=[[], []])), "and 2 broken_off"),
    "as often as a fraction says": (in_results(lambda r: r["examinations"][0].update(repeat=1.0)), "was narrowed to"),
    "a number twice": (
        in_record('{"record": 6, "record": 6, "way": "told", "message": {}}'),
        "line 6 of the transcript",
    ),
    "a transcript without an end": (endless, "the transcript has more than 268,435,456 bytes"),
    "a million jobs": (in_results(lambda r: r["volatile"].update(jobs=[10**6])), "greater than the maximum"),
    "a million repeats": (in_results(lambda r: r["examinations"][0].update(repeat=10**6)), "greater than the maximum"),
    "results nested too deep": (lambda f: (f / "results.json").write_text("[" * 100_000), "nested too deep"),
    "results that are a pipe": (
        lambda f: os.mkfifo((f / "results.json").rename(f / "old") and f / "results.json"),
        "it is no file",
    ),
}


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_no_report_is_said_to_be_none(what: str, ordertck: Terminal, report: Path) -> None:
    """At once, and nobody is asked to report a defect of the kit."""
    spoil, said = SPOILT[what]
    spoil(report)
    done = ordertck("verify", report)
    assert done.code in (1, 2)
    assert said in done.out + done.err


# What the page and the JUnit files look up in results, and is not there.
LOOKED_UP: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "a deviation without its day": (
        lambda r: claims_in(r).update(deviations=[{"rule": "PV-13", "issue": "HUB-7"}]),
        "claims.deviations.0: 'until' is a required property",
    ),
    "claims without roles": (lambda r: claims_in(r).pop("roles"), "claims: 'roles' is a required property"),
    "an unknown profile": (lambda r: claims_in(r).update(profiles=["all"]), "unknown profile 'all'"),
    "an unknown rule": (lambda r: r["examinations"][0]["rules"][0].update(rule="ZZ-01"), "unknown rule 'ZZ-01'"),
}


@pytest.mark.parametrize("form", ["html", "junit"])
@pytest.mark.parametrize("what", LOOKED_UP)
def test_no_report_is_made_of_results_that_lack_something(
    what: str, form: str, ordertck: Terminal, report: Path
) -> None:
    """The file and what it lacks are named, and nobody is asked to report a defect of the kit."""
    spoil, said = LOOKED_UP[what]
    in_results(spoil)(report)
    done = ordertck("report", report, "--format", form)
    assert done.code == 2
    assert "results.json: " in done.err
    assert said in done.err


def test_a_name_that_stands_twice_is_found_in_one_pass() -> None:
    """However many names one object has: whoever writes a report could keep its reader busy for ever."""
    looked_up = 0

    class Name(str):
        __slots__ = ()

        def __hash__(self) -> int:
            nonlocal looked_up
            looked_up += 1
            return super().__hash__()

    names = [Name(number) for number in (*range(1000), 999)]
    with pytest.raises(ValueError, match="'999' stands twice"):
        once_each([(name, None) for name in names])
    assert looked_up < 5 * len(names)
