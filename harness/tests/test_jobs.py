"""Examples side by side: several jobs come to what one comes to, and disturb each other in nothing."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Lock
from typing import Any

import pytest

from ordertck import data
from ordertck.harness.adapters.greeting import Greeting
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Message
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.proof.systems.som.breakdowns import ForgetsItsQueue
from ordertck.harness.reference.landscape import InProcess
from ordertck.harness.reports.folder import begun
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.estimate import counted
from ordertck.harness.runner.run import run
from ordertck.harness.runner.shares import shares
from ordertck.harness.runner.turns import require_jobs, turns
from ordertck.harness.sessions import SEPARATE, SHARED
from ordertck.harness.tests.commands import Terminal
from ordertck.harness.tests.spoilt import OMS, Reference
from ordertck.harness.tests.support import EDITION, claims_as, examine, wired
from ordertck.harness.tests.test_late_messages import OTHERS, REFUSED, Late
from ordertck.harness.tools.slow import Slow
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation
from ordertck.harness.verdicts import Blame, Verdict
from ordertck.harness.verification.verify import verify

SOME = Selection(rules=frozenset({"PL-09", "PL-10", "PR-08", "DD-03", "FO-01", "FL-06"}))
SHARING = replace(OMS, capabilities=OMS.capabilities - {SEPARATE, "limited-capacity"} | {SHARED}, capacity=None)


def wrong(_: Claims, __: str) -> InProcess:
    """An order system that leaves blank price lists blank."""
    return InProcess(made_of(LeavesBlankPriceLists), OMS)


def told(found: Examination) -> list[tuple[Any, ...]]:
    """What an examination found of each example, without what time does to it."""
    return [(e.id, e.verdict, e.reason, e.expected, e.seen, e.late, e.fulfilled) for e in found.examples]


@pytest.mark.parametrize("repeat", [1, 2])
def test_several_jobs_find_what_one_finds(repeat: int, tmp_path: Path) -> None:
    """Right and wrong alike, with the same forerunners before the same examples."""
    transcripts = [Transcript(file=tmp_path / name) for name in ("one", "five")]
    one, five = (
        examine(OMS, "SJOBS", SOME, wrong, jobs=jobs, variation=Variation(7), repeat=repeat, transcript=transcript)
        for jobs, transcript in zip((1, 5), transcripts, strict=True)
    )
    assert told(one) == told(five)
    assert Verdict.FAILED in {e.verdict for e in one.examples}
    begun_in_one, begun_in_five = (
        {record["scenario"].rpartition("-")[2] for record in transcript.records()} for transcript in transcripts
    )
    assert begun_in_one == begun_in_five
    for transcript in transcripts:
        transcript.close()


def test_records_stand_in_the_order_of_the_run(tmp_path: Path) -> None:
    """Whichever job is done first: each example's records are those of its job, one after the other."""
    transcript = Transcript(file=tmp_path / "transcript.ndjson")
    found = examine(OMS, "SORDER", SOME, jobs=4, variation=Variation(7), transcript=transcript)
    order = turns(found.plan, Variation(7), 1)
    by_id = {e.id: e.transcript for e in found.examples}
    places = [by_id[turn.example.id] for turn in order]
    assert places == sorted(place for place in places if place is not None)
    own = {turn.place: job for job, share in enumerate(shares(order, 4), 1) for turn in share}
    for turn, place in zip(order, places, strict=True):
        assert place is not None
        assert {record["job"] for record in transcript.records(*place)} == {own[turn.place]}
    transcript.close()


def test_no_job_waits_longer_than_another() -> None:
    """The longest examples come to different jobs; each share is in the order of the run."""
    order = turns(plan_of(replace(OMS, adapter="", url="http://acme.example")), Variation(7), 1)
    waits = counted(EDITION)
    divided = shares(order, 50)
    assert sorted(turn.place for share in divided for turn in share) == [turn.place for turn in order]
    assert all(share == sorted(share, key=lambda turn: turn.place) for share in divided)
    longest = [max(waits[str(turn.example.id)] for turn in share) for share in divided]
    sums = [sum(waits[str(turn.example.id)] for turn in share) for share in divided]
    assert max(sums) <= sum(sums) / len(sums) + max(longest)


def test_there_are_as_many_shares_as_jobs() -> None:
    """Also where there is nothing to share, or nobody to share it with. An order that runs ahead counts."""
    order = turns(plan_of(OMS), Variation(7), 1)
    assert shares(order, 1) == [order]
    assert shares([], 3) == [[], [], []]
    ahead = next(turn for turn in order if turn.runs_ahead)
    others = [turn for turn in order if not turn.runs_ahead and len(turn.numbers) == 1][:4]
    assert len(ahead.numbers) == 1
    assert [sorted(share, key=order.index) for share in shares([*others, ahead], 2)] == [[ahead], others]


@pytest.mark.slow
def test_a_report_of_several_jobs_can_be_verified(tmp_path: Path) -> None:
    """With failures and struck-out fields; what was edited is found."""
    claims = replace(claims_as("som"), adapter="", url="http://acme.example", redact=("account", "site"))
    with begun(tmp_path / "report") as made:
        found = run(
            plan_of(claims),
            Conditions("SVERIFY", Variation(7), jobs=3),
            transcript=made.transcript(claims.redaction()),
            open_system=wired(lambda *_: InProcess(made_of(ForgetsItsQueue), claims)),
        )
        made.write([found])
    assert verify(tmp_path / "report", EDITION) == []
    file = tmp_path / "report" / "results.json"
    results = json.loads(file.read_text())
    assert results["volatile"]["jobs"] == [3]
    file.write_text(json.dumps(results | {"volatile": results["volatile"] | {"jobs": [2]}}))
    assert verify(tmp_path / "report", EDITION) != []


def test_jobs_need_a_system_that_serves_several_sessions(ordertck: Terminal, tmp_path: Path) -> None:
    """The claims have to say so; the error names the words."""
    shop = data("examples", "corner_shop") / "claims.toml"
    text = shop.read_text().replace('"separate-sessions"', "").replace('"parallel-sessions"', "")
    (tmp_path / "claims.toml").write_text(text)
    done = ordertck("run", str(tmp_path / "claims.toml"), "--jobs", "2")
    assert done.code == 2
    assert "--jobs needs a system that serves several sessions at once" in done.err
    assert SHARED in done.err


def test_a_capacity_cannot_be_shared() -> None:
    """One job would wait for the places that another holds."""
    limited = replace(SHARING, capacity=2, capabilities=SHARING.capabilities | {"limited-capacity"})
    with pytest.raises(UsageError, match="capacity"):
        require_jobs(limited, 2)
    require_jobs(limited, 1)
    require_jobs(replace(limited, capabilities=limited.capabilities | {SEPARATE}), 2)


class Counted(Reference):
    """The reference, which counts how many sessions are open at a time."""

    open = most = 0
    lock = Lock()
    alone: dict[str, int]

    def __init__(self, session: str) -> None:
        super().__init__(SHARING)
        self.session = session
        with self.lock:
            Counted.open += 1
            Counted.most = max(Counted.most, Counted.open)

    def begin(self, scenario: ScenarioContext) -> None:
        super().begin(scenario)
        self.alone[scenario.id.rpartition("-")[2]] = Counted.open

    def close(self) -> None:
        super().close()
        with self.lock:
            Counted.open -= 1


def test_what_others_would_notice_runs_apart() -> None:
    """On one system for all sessions its clock and its breakdowns are everybody's: such examples come last, alone."""
    Counted.open = Counted.most = 0
    Counted.alone = {}
    found = examine(SHARING, "SAPART", SOME, lambda _, session: Counted(session), jobs=4, variation=Variation(7))
    order = turns(found.plan, Variation(7), 1)
    apart = [turn for turn in order if turn.apart]
    assert 0 < len(apart) < len(order)
    assert order[-len(apart) :] == apart
    assert all("virtual-clock" in turn.example.tags for turn in apart if "restartable" not in turn.example.tags)
    assert {Counted.alone[f"{turn.numbers[0]:04}"] for turn in apart} == {1}
    assert Counted.open == 0
    assert all(e.verdict in (Verdict.PASSED, Verdict.INAPPLICABLE) for e in found.examples)


def test_each_job_has_a_session_of_its_own() -> None:
    """All of them begin with the run's."""
    sessions = []

    def opened(_: Claims, session: str) -> Reference:
        sessions.append(session)
        return Reference()

    examine(OMS, "SOWN", SOME, opened, jobs=3)
    assert sorted(sessions) == ["SOWNJ1", "SOWNJ2", "SOWNJ3"]


def test_jobs_run_at_the_same_time() -> None:
    """Each of three systems waits for the other two before it begins its first example."""
    together = Barrier(3)

    class Waiting(Reference):
        def begin(self, scenario: ScenarioContext) -> None:
            if not self.begun:
                together.wait(10.0)
            super().begin(scenario)

    chosen = Selection(rules=frozenset({"PL-09"}))
    found = examine(OMS, "SAT", chosen, lambda *_: Waiting(), jobs=3)
    assert not together.broken
    assert {e.verdict for e in found.examples} == {Verdict.PASSED}


def test_a_session_that_breaks_breaks_no_other() -> None:
    """Its own examples are in error, blamed on the adapter; the next one is tried anew."""

    class Breaks(Reference):
        def deliver(self, message: Message) -> None:
            if message.about.startswith("SBREAKJ2"):
                raise ConnectionError("gone home")
            super().deliver(message)

    found = examine(OMS, "SBREAK", SOME, lambda *_: Breaks(), jobs=3)
    broken = [e for e in found.examples if e.verdict is Verdict.ERROR]
    assert {e.blame for e in broken} == {Blame.ADAPTER}
    assert 0 < len(broken) <= 1 + len(turns(found.plan, Variation(), 1)) // 3


def test_a_late_message_fails_an_earlier_example_of_its_job(tmp_path: Path) -> None:
    """As with one job: what was passed becomes failed, and the record of the message stands where it came."""
    transcript = Transcript(file=tmp_path / "transcript.ndjson")
    chosen = Selection(ids=frozenset(REFUSED + OTHERS))
    found = examine(OMS, "SLATE", chosen, lambda *_: Late(when=2), jobs=2, transcript=transcript)
    assert [str(e.id) for e in found.examples if e.late] == REFUSED
    late = next(record for record in transcript.records() if record["message"]["id"] == "late")
    (refused,) = (e for e in found.examples if e.late)
    assert refused.transcript is not None
    assert (late["job"], late["record"] > refused.transcript[1]) == (1, True)
    transcript.close()


def test_an_interruption_closes_every_session() -> None:
    """Whoever interrupts waits for no example to end; what is open is closed."""
    opened, closed = [], []

    class Closing(Reference):
        def close(self) -> None:
            closed.append(self)
            super().close()

    def opens(*_: Any) -> Closing:
        opened.append(Closing())
        return opened[-1]

    def interrupt(_: Any, number: int, __: int) -> None:
        if number == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        examine(OMS, "SSTOP", SOME, opens, jobs=4, progress=interrupt)
    assert 0 < len(opened) == len(closed) <= 4


def test_claims_that_do_not_fit_end_all_jobs() -> None:
    """It is a mistake of whoever gave them, not a verdict."""

    class Other(Reference):
        greeting = Greeting("Somebody Else")
        broken, cut_texts, kits_own, parting = "", 0, False, ""

    with pytest.raises(UsageError, match="Somebody Else"):
        examine(OMS, "SMISFIT", SOME, lambda *_: Other(), jobs=4)


def test_a_run_that_takes_too_long_is_cut_short() -> None:
    found = examine(OMS, "SLONG", SOME, jobs=3, max_time=0.0)
    assert found.cut_short
    assert {e.verdict for e in found.examples} <= {Verdict.ERROR, Verdict.INAPPLICABLE}


@pytest.mark.slow
def test_several_processes_of_one_adapter() -> None:
    """Each job starts the command of the claims; a system that never says that it is idle is waited for by all."""
    command = (sys.executable, "-m", Slow.__module__, "serve", "oms", "0.0")
    claims = replace(OMS, adapter="", command=command, timing=Timing(patience=5.0, quiet=0.02, start=30.0))
    found = run(plan_of(claims).only(Selection(rules=frozenset({"PL-09", "PL-10"}))), Conditions("SPIPES", jobs=2))
    assert {e.verdict for e in found.examples} == {Verdict.PASSED}
    assert found.remarks == ()
