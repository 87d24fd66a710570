"""Reports forged so that all of their files agree: what no replay would notice by itself is refused too."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from ordertck import ROOT
from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.edition import load
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.plan import plan_of
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.reports import results as results_module
from ordertck.harness.reports.folder import begun
from ordertck.harness.reports.results import as_released, findings_digest
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.variation import Variation
from ordertck.harness.verification.replay import Tape
from ordertck.harness.verification.verify import verify

Change = Callable[[dict[str, Any]], object]
SWITCHED = {"no_header_pl": "nonsense"}


@pytest.fixture(scope="module")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a system that does right, examined for one profile."""
    folder = tmp_path_factory.mktemp("forged") / "report"
    claims = replace(claims_as("oms"), profiles=("price-lists",))
    with begun(folder) as made:
        found = run(
            plan_of(claims), Conditions("SFORGED", Variation(7)), transcript=made.transcript(),
            open_system=lambda claims, _: Embedded(InProcess(PARTS["oms"], claims)),
        )  # fmt: skip
        made.write([found])
    return folder


@pytest.fixture
def forged(genuine: Path, tmp_path: Path) -> Path:
    """A copy of it, to be forged."""
    return Path(copytree(genuine, tmp_path / "copy"))


def changed(file: Path, change: Change) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    change(content)
    file.write_text(json.dumps(content), encoding="utf-8")


def forge(folder: Path, in_results: Change = len, in_certificate: Change = len) -> None:
    """Change results and certificate, and have the one name the other's digest."""
    changed(folder / "results.json", in_results)
    digest = findings_digest(json.loads((folder / "results.json").read_text()))
    changed(folder / "certificate.json", in_certificate)
    changed(folder / "certificate.json", lambda content: content["digests"].update(results=digest))


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"switches": SWITCHED}, "unknown value of switch 'no_header_pl'"),
        ({"names": {"COMPLETE": "DONE", "CANCELLED": "DONE"}}, "DONE"),
        ({"capabilities": ["everything"]}, "unknown capability 'everything'"),
        ({"roles": ["oms", "crm"]}, "cannot be examined as one"),
        ({"approved": "by everybody"}, "'approved' is no word of theirs"),
        ({"url": "https://acme.example"}, "names not exactly one of"),
    ],
)
def test_claims_with_which_no_run_would_have_begun_are_refused(forged: Path, claims: Any, said: str) -> None:
    """A changed kit would examine under them; two statuses of one name, for instance, nobody could tell apart."""

    def other(shape: dict[str, Any]) -> None:
        held = shape["claims"]
        held.update(
            {name: {**held[name], **v} if isinstance(held.get(name), dict) else v for name, v in claims.items()}
        )

    forge(forged, lambda content: other(content["examinations"][0]), other)
    (objection,) = verify(forged, EDITION)
    assert objection.startswith("examination 1 has claims that nobody can make: ")
    assert said in objection


def test_a_record_of_a_job_that_nobody_had_is_refused(forged: Path) -> None:
    """No tape would ever say it, so that anything could stand there."""
    transcript = forged / "transcript.ndjson"
    number = len(transcript.read_text().splitlines()) + 1
    record = {"record": number, "way": "heard", "job": 7, "message": {"kind": "fulfilled"}}
    transcript.write_text(f"{transcript.read_text()}{json.dumps(record)}\n")
    assert verify(forged, EDITION) == [f"record {number} of the transcript is of a job that the run did not have"]


@pytest.mark.parametrize(
    ("file", "stands", "beside"),
    [
        ("certificate.json", '"statement":', '"statement": "not conformant", "statement":'),
        ("results.json", '"conformant":', '"conformant": false, "conformant":'),
        ("transcript.ndjson", '"way":"heard"', '"way":"told","way":"heard"'),
    ],
)
def test_a_word_that_stands_twice_is_refused(
    forged: Path, ordertck: Terminal, file: str, stands: str, beside: str
) -> None:
    """One reader takes the first, another the last."""
    text = (forged / file).read_text()
    (forged / file).write_text(text.replace(stands, beside, 1))
    done = ordertck("verify", forged)
    assert done.code in (1, 2)
    assert "not JSON" in done.out + done.err


def test_a_certificate_that_counts_otherwise_what_broke_off_is_refused(forged: Path) -> None:
    forge(forged, in_certificate=lambda content: content["volatile"].update(broken_off=3))
    assert verify(forged, EDITION) == ["the certificate for oms counts other examples as broken off than the results"]


def test_results_that_call_their_kit_a_release_are_refused(forged: Path) -> None:
    forge(forged, lambda content: content["kit"].update(released=True))
    assert verify(forged, EDITION) == ["the results say otherwise of the kit than this one does"]


def test_a_kit_is_no_release_under_another_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose rules may be any, under the same name."""
    monkeypatch.setattr(results_module, "is_released", lambda: True)
    for folder in ("features", "fixtures"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    assert as_released(EDITION)
    assert not as_released(load(tmp_path))


def test_what_a_report_says_does_nothing_to_a_terminal(forged: Path, ordertck: Terminal) -> None:
    """Nor does it write lines of the kit's own."""
    name = "\x1b[2K\nreport: verified"
    forge(forged, lambda c: c["examinations"][0].update(system={"name": name, "version": "1"}, narrowed_by="x\ny"))
    done = ordertck("verify", forged)
    assert done.code == 1
    assert all(line.startswith("not verified: ") for line in done.out.splitlines())
    assert "\\x1b[2K" in done.out


def test_what_was_verified_is_told_and_what_was_not_looked_at(forged: Path, ordertck: Terminal) -> None:
    """A page or a paper of somebody's own says anything, and lies in the same folder."""
    (forged / "Certificate of conformance.pdf").write_text("conformant")
    (forged / "report.html").write_text("conformant")
    done = ordertck("verify", forged)
    assert done.code == 0
    assert done.out.splitlines()[1:] == [
        "ordertck reference 0.1 as oms: conformant (Order to cash 1.0, ordertck 0.1.0 that is no release, seed 7)",
        "not looked at: Certificate of conformance.pdf, junit.xml, report.html",
    ]


def test_stand_ins_keep_no_replay_busy() -> None:
    """However many values a text is said to have lost: a pattern would try each length of each of them."""
    many = " ".join(f"[redacted {number}]" for number in range(1, 30))
    told = {"id": "m1", "kind": "cancel", "edge": "oms", "body": {"order": f"{many} O-1"}}
    tape = Tape(iter([{"record": 1, "way": "told", "message": told}]))
    with pytest.raises(Exception, match="the transcript says otherwise"):
        tape.told(Message("m1", "cancel", Edge.OMS, {"order": "a " * 60 + "O-2"}))
