"""The audit: documents that run as they are written, logs that are wrong, and stories that are forgotten."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ordertck.harness.audit.audit import audit_log, audit_run
from ordertck.harness.audit.map_file import read_map
from ordertck.harness.claims import reference_claims
from ordertck.harness.errors import UsageError
from ordertck.harness.oracle import known_invariants
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.support import EDITION

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "audit.md"
CLAIMS_OF_SOM = replace(reference_claims(EDITION), roles=("som",))
NAMES = {
    ("json", 0): "night.ndjson",
    ("toml", 0): "night.toml",
    ("csv", 0): "orders.csv",
    ("toml", 1): "orders.toml",
    ("python", 0): "night.py",
}


@pytest.fixture
def documented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files of docs/audit.md, in a folder; what the document shows of the output."""
    found = re.findall(r"```(\w+)\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    kinds: dict[str, int] = {}
    for kind, text in found:
        if (kind, kinds.setdefault(kind, 0)) in NAMES:
            (tmp_path / NAMES[kind, kinds[kind]]).write_text(text, encoding="utf-8")
        kinds[kind] += 1
    monkeypatch.chdir(tmp_path)
    return [text for kind, text in found if kind == "text"]


def lines_of(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    file = tmp_path / "night.ndjson"
    text = file.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text)
    return file


def test_the_documented_examples_run_as_they_are_written(ordertck: Terminal, documented: list[str]) -> None:
    night = ordertck("audit", "night.ndjson", "--map", "night.toml", "--role", "som")
    orders = ordertck("audit", "orders.csv", "--map", "orders.toml", "--role", "som")
    assert (night.code, orders.code) == (1, 1)
    assert documented[0] in night.out
    assert documented[1] in orders.out


def test_blanks_around_the_cells_of_a_table_say_nothing(ordertck: Terminal, documented: list[str]) -> None:
    table = Path("orders.csv")
    table.write_text(table.read_text().replace(";", " ; "))
    told = ordertck("audit", table, "--map", "orders.toml", "--role", "som")
    assert documented[1] in told.out, told.err


def test_a_map_in_python_is_called_for_each_record(ordertck: Terminal, documented: list[str]) -> None:  # noqa: ARG001
    said = ordertck("audit", "night.ndjson", "--map", "night.py:message", "--role", "som", "--format", "json")
    audited = json.loads(said.out)
    assert said.code == 0
    assert audited["passed_over"] == {"records for which the function returned None": 4}
    assert audited["not_judged"] == {"som: customers with an order that began before the log": 1}


def test_what_was_never_seen_is_not_said_to_hold(ordertck: Terminal, documented: list[str]) -> None:  # noqa: ARG001
    said = ordertck("audit", "night.ndjson", "--map", "night.toml", "--role", "som", "--format", "json")
    outcomes = {each["name"]: (each["outcome"], each["looked_at"]) for each in json.loads(said.out)["invariants"]}
    assert outcomes["a-fault-has-a-cause"] == ("not seen", 0)
    assert outcomes["a-line-is-complete-when-the-network-has-done-it"][0] == "breached"
    assert outcomes["an-update-is-no-reply"] == ("held", 1)
    unseen = [name for name, (outcome, _) in outcomes.items() if outcome == "not seen"]
    text = ordertck("audit", "night.ndjson", "--map", "night.toml", "--role", "som").out
    _, _, listed = text.partition(f"not seen, and so neither held nor breached: {len(unseen)} invariants\n")
    says = {known.name: known.says for known in known_invariants("som")}
    assert [line.rpartition(" (")[0].strip() for line in listed.splitlines()[: len(unseen)]] == [
        says[name] for name in unseen
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"event": "state"', '"event": "mood"', "night.ndjson:4: 'event' says 'mood', of which the map says nothing"),
        (
            '"no": "4711", "item": "a", "state"',
            '"item": "a", "state"',
            "night.ndjson:4: no provisioning-update: body: 'order' is missing",
        ),
        ('"2026-03-02T22:00:03Z"', '"yesterday"', "night.ndjson:4: time is no instant: 'yesterday'"),
        ('"2026-03-02T22:05:00Z"', '"2026-03-01T22:05:00Z"', "night.ndjson:5: the log goes back in time"),
        ('"offer": "INET", "verb"', '"offer": "FAX", "verb"', "night.ndjson:1: the catalogue has no product 'FAX'"),
        ('{"time": "2026-03-02T22:00:02Z"', '"time": "2026-03-02T22:00:02Z"', "night.ndjson:3: no JSON"),
        ('"2026-03-02T22:00:03Z"', "-1e18", "night.ndjson:4: time is no instant: -1e+18"),
    ],
)
def test_a_record_that_is_no_message_is_told_with_line_and_remedy(
    ordertck: Terminal,
    documented: list[str],  # noqa: ARG001
    tmp_path: Path,
    old: str,
    new: str,
    said: str,
) -> None:
    lines_of(tmp_path, (old, new))
    answer = ordertck("audit", "night.ndjson", "--map", "night.toml", "--role", "som")
    assert answer.code == 2
    assert said in answer.err
    assert ";" in answer.err
    assert answer.out == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('select = "event"', "", "[log] has no select"),
        ('select = "event"', 'pick = "event"', "[log] has no key 'pick'"),
        ('kind = "network-report"', 'kind = "report"', "there is no kind 'report'"),
        (
            'edge = "provisioning"\nfrom = "oms"',
            'from = "oms"',
            "provisioning-order crosses the edge oms or provisioning",
        ),
        ('from = "oms"', 'from = "boss"', "there is no part 'boss'"),
        ('body.step = "payload.step"', 'body.stage = "payload.step"', "a network-report has no stage"),
        ('body.step = "payload.step"', 'body.step = "payload.[step"', "is no JMESPath"),
        ("COMPLETE =", "COMPLETED =", "unknown name of ours 'COMPLETED'"),
        ("[messages.order]", "[messages.order", "not TOML"),
        ("settle_hours = 12 ", "settle_hours = nan ", "[log] settle_hours is no number of hours above 0"),
        (
            "settle_hours = 12 ",
            "settle_hours = 87601 ",
            "[log] settle_hours is no number of hours above 0, up to 87,600",
        ),
        ('pass_over = ["heartbeat"]', 'pass_over = "heartbeat"', "[log] pass_over is no list of texts"),
        ('at = "time"', "at = 1", "[log] at is no text"),
        ('body.step = "payload.step"', "body.step = 5", '[messages."result"] body step is no text'),
        ('"payload.step"', f'"{"[" * 3000}@{"]" * 3000}"', "is no JMESPath"),
    ],
)
def test_a_map_that_cannot_be_used_is_told_with_its_place(
    documented: list[str],  # noqa: ARG001
    tmp_path: Path,
    old: str,
    new: str,
    said: str,
) -> None:
    text = (tmp_path / "night.toml").read_text()
    assert old in text
    (tmp_path / "night.toml").write_text(text.replace(old, new, 1))
    with pytest.raises(UsageError, match=re.escape(said)) as mistake:
        read_map(Path("night.toml"), EDITION.catalogue)
    assert "night.toml" in str(mistake.value)


def test_a_map_may_have_customers_watched_for_ten_years(documented: list[str]) -> None:  # noqa: ARG001
    map_ = Path("night.toml")
    map_.write_text(map_.read_text().replace("settle_hours = 12", "settle_hours = 87600"))
    assert read_map(map_, EDITION.catalogue).log["settle_hours"] == 87_600


def test_the_sender_has_to_be_said_where_several_could_be(ordertck: Terminal, documented: list[str]) -> None:  # noqa: ARG001
    map_ = Path("night.toml")
    map_.write_text(re.sub(r'from = "(som|oms)".*\n', "", map_.read_text()))
    said = ordertck("audit", "night.ndjson", "--map", "night.toml", "--role", "oms")
    assert said.code == 2
    assert "night.ndjson:1: a provisioning-order on the edge provisioning may come from" in said.err
    assert 'such as from = "oms"' in said.err, "the role that is judged, where it could be"


def test_a_log_without_any_answer_of_a_neighbour_says_so(ordertck: Terminal, documented: list[str]) -> None:  # noqa: ARG001
    """What was done and is not in the log counts as never done; whoever reads of a breach is told of it first."""
    log, asked = Path("night.ndjson"), "som asks on the edge network"
    whole = ordertck("audit", log, "--map", "night.toml", "--role", "som", "--format", "json")
    assert json.loads(whole.out)["unanswered"] == []
    log.write_text("".join(line for line in log.open() if '"result"' not in line))
    told = ordertck("audit", log, "--map", "night.toml", "--role", "som")
    assert f"no answer in the log to what {asked}: what nobody reports counts as never done" in told.out
    log.write_text(
        "".join(line for line in log.open() if '"event": "order"' not in line)
    )  # what it tells is no question
    found = ordertck("audit", log, "--map", "night.toml", "--role", "som", "--format", "json")
    assert json.loads(found.out)["unanswered"] == [asked]


def test_a_log_needs_a_map_and_a_role(ordertck: Terminal, documented: list[str]) -> None:  # noqa: ARG001
    without_map = ordertck("audit", "night.ndjson")
    without_role = ordertck("audit", "night.ndjson", "--map", "night.toml")
    nowhere = ordertck("audit", "nowhere.ndjson")
    assert [each.code for each in (without_map, without_role, nowhere)] == [2, 2, 2]
    assert "--map" in without_map.err
    assert "--role" in without_role.err
    assert "no such file" in nowhere.err


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("night.toml", 'event"\nid = "join(`,`, @)"', "night.ndjson:1: night.toml: [log] id: 'join(`,`, @)' cannot be"),
        ("night.ndjson", "", "the log has no message, it is empty"),
        ("night.ndjson", '{"event": "heartbeat"}', "the log has no message, all of it is passed over: 1 heartbeat"),
        ("night.py", "def message(record): return 5", "night.ndjson:1: the function of night.py returns 5"),
        ("night.py", "def message(record): raise SystemExit(0)", "the function of night.py fails: SystemExit: 0"),
        ("night.py", "raise SystemExit(0)", "night.py: SystemExit: 0"),
    ],
)
def test_an_audit_that_judges_nothing_ends_with_2(
    ordertck: Terminal,
    documented: list[str],  # noqa: ARG001
    file: str,
    text: str,
    said: str,
) -> None:
    """Nobody takes a log without a message, or a map that breaks off, for a log without a breach."""
    old = Path(file).read_text() if file == "night.toml" else ""
    Path(file).write_text(old.replace('event"', text, 1).replace('id = "msg"', "", 1) if old else text)
    map_ = "night.py:message" if file == "night.py" else "night.toml"
    answer = ordertck("audit", "night.ndjson", "--map", map_, "--role", "som")
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


@pytest.mark.parametrize(("settle", "hours"), [("settle_hours = 12", 12), ("", 24)])
def test_customers_who_have_come_to_rest_are_forgotten(
    documented: list[str],  # noqa: ARG001
    tmp_path: Path,
    settle: str,
    hours: int,
) -> None:
    """However long a log is, memory holds the customers of the last hours: of a day, where the map says nothing."""
    map_ = Path("night.toml")
    map_.write_text(map_.read_text().replace("settle_hours = 12", settle))
    began, records = datetime(2026, 3, 2, tzinfo=UTC), []
    for number in range(300):
        at = (began + timedelta(hours=number)).isoformat()
        item = {"id": f"a{number}", "offer": "INET", "verb": "CREATE", "service": f"S{number}"}
        payload = {"no": f"O{number}", "customer": f"C{number}", "items": [item]}
        records.append(json.dumps({"time": at, "event": "order", "msg": f"m{number}", "payload": payload}))
    (tmp_path / "long.ndjson").write_text("\n".join(records))
    reader = read_map(Path("night.toml"), EDITION.catalogue)
    audited = audit_log(Path("long.ndjson"), reader, CLAIMS_OF_SOM, EDITION.catalogue)
    assert audited.most <= hours + 1
    assert (audited.stories, audited.open) == (300, hours)
    assert {invariant for _, invariant in audited.found} == {
        "each-line-comes-to-its-end",
        "what-stands-is-what-was-wanted-last",
    }


def test_a_run_of_the_reference_has_nothing_to_object_to(ordertck: Terminal, tmp_path: Path) -> None:
    report = tmp_path / "report"
    assert ordertck("run", "-q", "--role", "som", "--seed", "7", "--report", str(report)).code == 0
    said = ordertck("audit", str(report), "--format", "json")
    audited = json.loads(said.out)
    assert (said.code, audited["breaches"], audited["roles"]) == (0, [], ["som"])
    assert audited["rules"]["PV-05"] > 100
    with pytest.raises(UsageError, match="nobody says"):
        audit_run(report / "transcript.ndjson", {})


def test_of_a_long_run_the_latest_scenarios_are_in_memory(ordertck: Terminal, tmp_path: Path) -> None:
    report = tmp_path / "report"
    assert ordertck("run", "-q", "--role", "som", "--rule", "PV", "--report", str(report)).code == 0
    (transcript,) = tmp_path.glob("report*/transcript.ndjson")
    audited = audit_run(transcript, {"": CLAIMS_OF_SOM})
    assert audited.stories > 85
    assert audited.most <= 81
