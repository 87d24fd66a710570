"""Verification: a report holds where its transcript leads to its verdicts; others are refused, each with its reason."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.declared import Deviation
from ordertck.harness.kit import kit_digest
from ordertck.harness.messages import replace
from ordertck.harness.plan import plan_of
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reports.folder import begun
from ordertck.harness.reports.results import findings_digest
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.variation import Variation
from ordertck.harness.verdicts import Verdict
from ordertck.harness.verification import verify as verify_module
from ordertck.harness.verification.verify import verify

# Of few profiles, since each test replays the report.
WRONG = replace(
    claims_as("oms"), profiles=("price-lists", "dated-orders"), redact=("account", "price_list"),
    deviations=(Deviation("PL-09", "W-1"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a system that breaks rules on price lists, with fields struck out."""
    folder = tmp_path_factory.mktemp("verified") / "report"
    make = made_of(LeavesBlankPriceLists)
    with begun(folder) as made:
        plan = plan_of(replace(WRONG, adapter="acme:connect"))
        found = run(
            plan, Conditions("SVERIFY", Variation(7)), transcript=made.transcript(WRONG.redaction()),
            open_system=lambda claims, _: Embedded(InProcess(make, claims)),
        )  # fmt: skip
        made.write([found])
    return folder


@pytest.fixture
def copy(report: Path, tmp_path: Path) -> Path:
    """A copy of the report, to be tampered with."""
    return Path(shutil.copytree(report, tmp_path / "copy"))


def edited(file: Path, change: Callable[[Any], None]) -> None:
    """Change the content of a JSON file."""
    content = json.loads(file.read_text(encoding="utf-8"))
    change(content)
    file.write_text(json.dumps(content), encoding="utf-8")


def records(folder: Path, change: Callable[[list[str]], object]) -> None:
    """Change the lines of a transcript."""
    lines = (folder / "transcript.ndjson").read_text(encoding="utf-8").splitlines()
    change(lines)
    (folder / "transcript.ndjson").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_genuine_report_holds(report: Path) -> None:
    """Failures, deviations and struck-out fields do not stand in the way."""
    assert verify(report, EDITION) == []
    told = (report / "transcript.ndjson").read_text() + (report / "results.json").read_text().partition('"examples"')[2]
    assert "Household Price List" not in told
    assert "[redacted 1]" in told


def test_the_reference_holds(ordertck: Terminal) -> None:
    """With every switch both ways, in more than one role."""
    assert ordertck("run", "-q", "--role", "integration", "--role", "som").code == 0
    done = ordertck("verify")
    first, *others, last = done.out.splitlines()
    assert (done.code, first) == (0, "ordertck-report: verified, every verdict follows from the transcript")
    assert [line.partition(": ")[0] for line in others] == [
        f"ordertck reference 0.1 as {role}" for role in ("integration", "som")
    ]
    assert last == "not looked at: junit.xml"


def failed(content: dict[str, Any]) -> dict[str, Any]:
    """The first example of a results file that failed."""
    found = next(e for e in content["examinations"][0]["examples"] if e["verdict"] == "failed")
    return dict(found)


def test_an_edited_verdict_is_refused(copy: Path) -> None:
    def make_it_pass(content: dict[str, Any]) -> None:
        next(e for e in content["examinations"][0]["examples"] if e["verdict"] == "failed")["verdict"] = "passed"

    name = failed(json.loads((copy / "results.json").read_text()))["title"]
    edited(copy / "results.json", make_it_pass)
    objections = verify(copy, EDITION)
    assert "the certificate for oms was made of other results" in objections
    assert any(name in text and "the replay says failed" in text for text in objections)


def test_an_edited_certificate_is_refused(copy: Path) -> None:
    edited(copy / "certificate.json", lambda content: content.update(statement="conformant"))
    assert verify(copy, EDITION) == ["the certificate for oms says otherwise of its statement than the replay"]


def test_a_certificate_for_other_claims_is_refused(copy: Path) -> None:
    edited(copy / "certificate.json", lambda content: content["claims"].update(name="Another"))
    assert "the certificate for oms speaks of other claims" in verify(copy, EDITION)


def test_an_edited_seed_is_refused(copy: Path) -> None:
    """In the results alone, in the certificate alone, and in both."""

    def another(content: dict[str, Any]) -> None:
        content["variation"]["seed"] += 1

    edited(copy / "certificate.json", another)
    assert "the certificate for oms speaks of another seed" in verify(copy, EDITION)
    edited(copy / "results.json", lambda content: another(content["examinations"][0]))
    assert any("the replay parts from the transcript" in text for text in verify(copy, EDITION))


def test_a_report_with_another_seed_than_was_asked_for_is_refused(copy: Path, ordertck: Terminal) -> None:
    assert verify(copy, EDITION, seed=7) == []
    done = ordertck("verify", copy, "--seed", "8")
    assert (done.code, done.out) == (1, "not verified: the run was asked for with the seed 8, and was made with 7\n")


def test_a_run_in_which_nothing_varies_is_refused(copy: Path) -> None:
    edited(copy / "results.json", lambda content: content["examinations"][0]["variation"].update(seed=0))
    assert "nothing varied in the run" in verify(copy, EDITION)[0]


def test_closing_remarks_that_were_removed_are_missed(copy: Path) -> None:
    """A remark stands in what the certificate has the digest of."""
    edited(copy / "results.json", lambda content: content["examinations"][0].update(remarks=["close raised OSError"]))
    assert verify(copy, EDITION) == ["the certificate for oms was made of other results"]


@pytest.mark.parametrize(
    ("what", "value"), [("conformant", True), ("strays", 5), ("profiles", []), ("rules", []), ("unstable", ["PL-09"])]
)
def test_whatever_else_is_edited_in_results_is_found(copy: Path, what: str, value: Any) -> None:
    """Also where somebody writes the new digest into the certificate."""
    edited(copy / "results.json", lambda content: content["examinations"][0].update({what: value}))
    digest = findings_digest(json.loads((copy / "results.json").read_text()))
    edited(copy / "certificate.json", lambda content: content["digests"].update(results=digest))
    assert f"the results for oms say otherwise of their {what} than the replay" in verify(copy, EDITION)


def test_an_edited_blame_is_found(copy: Path) -> None:
    def kit(content: dict[str, Any]) -> None:
        next(e for e in content["examinations"][0]["examples"] if e["verdict"] == "failed")["blame"] = "kit"

    edited(copy / "results.json", kit)
    digest = findings_digest(json.loads((copy / "results.json").read_text()))
    edited(copy / "certificate.json", lambda content: content["digests"].update(results=digest))
    assert any("say otherwise of the blame of" in text for text in verify(copy, EDITION))


def test_a_certificate_of_another_session_is_refused(copy: Path) -> None:
    edited(copy / "certificate.json", lambda content: content["volatile"].update(session="SOTHER"))
    assert verify(copy, EDITION) == ["the certificate for oms speaks of another session"]


def test_claims_of_somebody_else_are_found(copy: Path) -> None:
    """Results and certificate edited alike, so that they agree: the examples of other claims are others."""

    def leave_out(content: dict[str, Any]) -> None:
        content["claims"]["capabilities"].remove("two-phase-billing")

    edited(copy / "results.json", lambda content: leave_out(content["examinations"][0]))
    edited(copy / "certificate.json", leave_out)
    assert any("the replay" in text for text in verify(copy, EDITION))


def test_dates_on_a_real_clock_are_replayed_whatever_the_session_is_called(tmp_path: Path) -> None:
    """The calendar of the run begins when the run did, which its results say."""
    claims = claims_as("integration")
    real = replace(
        claims, profiles=("dated-orders",), leaves_out=frozenset({"alerts"}),
        capabilities=claims.capabilities - {"virtual-clock"},
    )  # fmt: skip
    with begun(tmp_path / "real") as made:
        found = run(plan_of(real), Conditions("SBYHAND", Variation(5), repeat=2), transcript=made.transcript())
        made.write([found])
    assert any(example.id.rule == "DD-02" for example in found.examples if example.verdict is Verdict.PASSED)
    results = tmp_path / "real" / "results.json"
    earlier = {"started": ["2026-01-02T03:04:05+00:00"]}
    assert verify(tmp_path / "real", EDITION) == []
    edited(results, lambda content: content["volatile"].update(earlier))
    assert any("the replay parts from the transcript" in text for text in verify(tmp_path / "real", EDITION))


def test_the_digest_that_a_release_writes_down(ordertck: Terminal) -> None:
    assert ordertck("verify", "--digest").out == f"{kit_digest()}\n"


def test_a_missing_certificate_is_told(copy: Path) -> None:
    (copy / "certificate.json").unlink()
    assert verify(copy, EDITION) == ["there is no certificate"]


def test_a_missing_record_is_found(copy: Path) -> None:
    records(copy, lambda lines: lines.pop(40))
    assert "record 41 of the transcript is missing, or stands elsewhere" in verify(copy, EDITION)


def test_a_record_too_many_is_found(copy: Path) -> None:
    """In its place by its number, or out of place."""

    def once_more(lines: list[str]) -> None:
        lines.append(json.dumps({**json.loads(lines[0]), "record": len(lines) + 1}))

    records(copy, once_more)
    assert any(text.startswith("the replay ends before record") for text in verify(copy, EDITION))
    records(copy, lambda lines: lines.append(lines[0]))
    assert [text.partition("of the")[2] for text in verify(copy, EDITION)] == [
        " transcript is missing, or stands elsewhere"
    ]


def test_what_the_system_said_otherwise_is_found(copy: Path) -> None:
    """Whoever rewrites the system's part of the transcript needs every verdict to follow from it."""

    def complete(lines: list[str]) -> None:
        for place, line in enumerate(lines):
            lines[place] = line.replace('"effect":"start"', '"effect":"stop"')

    records(copy, complete)
    assert any("the replay" in text for text in verify(copy, EDITION))


def test_another_kit_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify_module, "kit_digest", lambda: "sha256:" + "0" * 64)
    assert verify(copy, EDITION) == ["the report was made by a kit whose files differ from this one's"]
    edited(copy / "results.json", lambda content: content["kit"].update(version="9.9"))
    assert "the report was made by ordertck 9.9" in verify(copy, EDITION)[0]


def test_an_incomplete_or_narrowed_report_is_refused(ordertck: Terminal, copy: Path) -> None:
    (copy / "incomplete.txt").write_text("x")
    assert verify(copy, EDITION) == ["the folder says that its run did not come to its end"]
    assert ordertck("run", "--rule", "PL-09", "-q").code == 0
    done = ordertck("verify", "ordertck-report-narrowed")
    assert done.code == 1
    assert "the run was narrowed to rule PL-09" in done.out


def test_what_is_no_report_is_a_users_mistake(ordertck: Terminal, copy: Path) -> None:
    assert ordertck("verify", "nowhere").code == 2
    (copy / "results.json").write_text("{")
    assert "not JSON" in ordertck("verify", copy).err
    (copy / "results.json").write_text("{}")
    assert "is a required property" in ordertck("verify", copy).err


def test_the_reference_under_another_name_has_no_certificate(ordertck: Terminal, tmp_path: Path) -> None:
    claims = tmp_path / "claims.toml"
    claims.write_text(
        '[system]\nname = "Acme"\nversion = "1"\nroles = ["som"]\n'
        'adapter = "ordertck.harness.reference.landscape:connect"\n'
    )
    done = ordertck("run", claims)
    assert "the kit's own system under another name" in done.out
    assert not list((tmp_path / "ordertck-report").glob("certificate*"))
