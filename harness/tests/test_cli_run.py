"""ordertck run: what it examines, selects, prints and leaves behind."""

import json
from pathlib import Path

import pytest

from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.tests.commands import SHOP, Terminal
from ordertck.harness.tests.support import REPOSITORY


def test_run_examines_the_reference(ordertck: Terminal, tmp_path: Path) -> None:
    """Without arguments the reference is examined in every role, and the report is written where one stands."""
    done = ordertck("run")
    assert done.code == 0, done.out
    for role in PARTS:
        assert f"ordertck reference 0.1 as {role}: conformant" in done.out
        assert (tmp_path / "ordertck-report" / f"certificate-{role}.json").exists()
    assert "\x1b[" not in done.out
    assert not [line for line in done.out.splitlines() if line != line.rstrip()]
    assert (done.err, ordertck("run", "--failed").code) == ("", 2)


def test_one_role_of_the_reference(ordertck: Terminal, tmp_path: Path) -> None:
    """It is examined whole, by two jobs, so that it has its certificate."""
    done = ordertck("run", "--role", "integration", "--quiet", "--session", "Session7", "--report", "rep")
    assert done.code == 0
    assert done.out.count("\n") == 1
    issued = json.loads((tmp_path / "rep" / "certificate.json").read_text())
    assert (issued["roles"], issued["volatile"]["session"]) == (["integration"], "Session7")
    transcript = (tmp_path / "rep" / "transcript.ndjson").read_text()
    assert '"Session7J1-' in transcript
    assert '"Session7J2-' in transcript


def test_a_third_party(ordertck: Terminal, tmp_path: Path) -> None:
    """What it does not uphold is told in full; its failures can be run again by themselves, beside the report."""
    done = ordertck("run", SHOP)
    assert done.code == 1
    assert "Corner Shop" in done.out
    *_, outcome, _, _, hint = done.out.splitlines()
    assert hint.startswith(
        "'ordertck report' makes a page of it; 'ordertck explain AC-08' shows a rule and its examples;"
    )
    assert "not conformant" in outcome
    sample = (
        (REPOSITORY / "README.md").read_text().partition("$ ordertck run examples/corner_shop")[2].partition("```")[0]
    )
    assert f"{outcome.partition(' failed')[0]} failed, …)" in sample
    told = {" ".join(line.split()) for line in done.out.splitlines()}
    shown = [" ".join(line.split()) for line in sample.splitlines() if " of " in line]
    assert shown
    assert not [line for line in shown if line not in told]
    found = json.loads((tmp_path / "ordertck-report" / "results.json").read_text())["examinations"][0]["examples"]
    failed = [e["title"] for e in found if e["verdict"] == "failed"]
    assert failed
    again = json.loads(ordertck("run", SHOP, "--failed", "--format", "json").out)
    assert [e["title"] for e in again["examinations"][0]["examples"]] == failed
    assert not (tmp_path / "ordertck-report-narrowed" / "certificate.json").exists()
    assert (tmp_path / "ordertck-report" / "certificate.json").exists()
    other = ordertck("run", "--failed")
    assert (other.code, other.err) == (
        2,
        "ordertck: ordertck-report/results.json: the last run here was of Corner Shop, not of ordertck reference; "
        "name the claims of the system that is meant, or its own report with --report; or run without --failed\n",
    )


def test_a_narrowed_report_lies_beside_the_folder_however_that_is_named(ordertck: Terminal, tmp_path: Path) -> None:
    """A dot has no name that another could be put beside; nothing lies beside the root of all folders."""
    for given, at in ((".", f"{tmp_path.name}-narrowed"), ("rep/", "rep-narrowed")):
        assert ordertck("run", "--role", "som", "-r", "uf-7", "-q", "--report", given).code == 0
        folder = tmp_path.parent / at if given == "." else tmp_path / at
        assert (folder / "results.json").exists()
    (tmp_path / "loop").symlink_to("loop")
    around = ordertck("run", "--role", "som", "-q", "--report", "loop")
    assert (around.code, around.err) == (2, "ordertck: loop: a link that leads to itself; name another with --report\n")
    refused = ordertck("run", "--role", "som", "-r", "UF-07", "-q", "--report", "/")
    assert (refused.code, refused.err) == (
        2,
        "ordertck: /: nothing can lie beside this folder; name another with --report\n",
    )


def test_a_narrowed_run_judges_no_profile(ordertck: Terminal) -> None:
    """Only one that a rule bars which was run: of the others nothing is said but how much was run."""
    done = ordertck("run", SHOP, "-r", "OM-01", "-r", "PR-11")
    (core,) = (line for line in done.out.splitlines() if line.startswith("Core orders"))
    (priority,) = (line for line in done.out.splitlines() if line.startswith("Priority"))
    assert core.split() == ["Core", "orders", "not", "judged", "1", "of", "1", "obligations", "examined"]
    assert "not conformant" in priority and priority.endswith("barred by PR-11 (oms)")


def test_a_field_to_be_struck_out_that_no_message_has(ordertck: Terminal, tmp_path: Path) -> None:
    """It is told, also where little is told: whoever mistyped it believes that it is struck out."""
    ordertck("init", ".")
    claims = (tmp_path / "claims.toml").read_text()
    (tmp_path / "claims.toml").write_text(claims + '[report]\nredact = ["account", "acount"]\n')
    done = ordertck("run", "claims.toml", "-r", "OM-01", "-q")
    assert "nothing was struck out for acount: no message had a field of that name" in done.out


def test_narrowed_runs(ordertck: Terminal, tmp_path: Path) -> None:
    """A selection runs what it says, says that it is one, and gives no certificate."""
    done = ordertck("run", "-r", "PL-09", "-r", "PL-10", "-k", "BLANK", "--repeat", "2")
    assert done.code == 0
    assert "narrowed to rules PL-09 to PL-10, 'BLANK', so there is no certificate" in done.out
    found = json.loads((tmp_path / "ordertck-report-narrowed" / "results.json").read_text())
    told = [e for x in found["examinations"] for e in x["examples"]]
    assert {e["rule"] for e in told} == {"PL-09"}
    assert all("blank" in e["title"].lower() for e in told)
    assert not list(tmp_path.glob("ordertck-report*/certificate*"))


def test_a_selection_of_which_nothing_applies(ordertck: Terminal) -> None:
    """Nothing was run, so nothing is well."""
    done = ordertck("run", SHOP, "--rule", "DD-03")
    assert done.code == 2
    assert "nothing that was selected applies" in done.err


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FL-01", "FL-01 has no examples: "),
        ("FL-06", "FL-06 binds integration, which is not claimed; see [system] roles"),
    ],
)
def test_a_rule_of_which_nothing_can_be_run(rule: str, why: str, ordertck: Terminal) -> None:
    done = ordertck("run", SHOP, "--rule", rule)
    assert (done.code, done.out) == (2, "")
    assert why in done.err


def test_too_little_time(ordertck: Terminal) -> None:
    """A run that is cut short is no verdict on the system."""
    done = ordertck("run", "--max-time", "0", "-q")
    assert done.code == 3
    assert "took longer than it was given, so there is no certificate" in done.out


def test_json_on_the_output(ordertck: Terminal, tmp_path: Path) -> None:
    """It is what the report holds, and nothing else."""
    done = ordertck("run", "--rule", "PL-09", "--format", "json")
    assert json.loads(done.out) == json.loads((tmp_path / "ordertck-report-narrowed" / "results.json").read_text())


def test_beside_json_the_baseline_is_spoken_of_on_standard_error(ordertck: Terminal) -> None:
    words = ("run", "--role", "som", "--seed", "7")
    assert ordertck(*words, "-q").code == 0
    assert ordertck("diff", "--baseline", "b.json", "ordertck-report", "--update").code == 0
    as_text = ordertck(*words, "-q", "--baseline", "b.json")
    as_json = ordertck(*words, "--baseline", "b.json", "--format", "json")
    assert "beside the baseline" in as_text.out
    assert "beside the baseline" in as_json.err
    assert json.loads(as_json.out)["examinations"]
