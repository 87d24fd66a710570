"""Examinations at once, in processes of their own: found and taken down as if one had come after the other."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import NoReturn

import orjson
import pytest

from ordertck.harness.claims import reference_claims
from ordertck.harness.errors import Ended, KitFault
from ordertck.harness.examination import Examination
from ordertck.harness.messages import Edge, Message
from ordertck.harness.plan import Plan, Selection, plan_of
from ordertck.harness.proof.trials import carried_out
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.course import Course
from ordertck.harness.runner.job import Progress
from ordertck.harness.runner.processes import at_once, each_of, told_by
from ordertck.harness.runner.run import run
from ordertck.harness.signals import ENDINGS, Ending
from ordertck.harness.tests.support import EDITION
from ordertck.harness.transcript import Transcript
from ordertck.harness.variation import Variation
from ordertck.harness.verdicts import ExampleResult, Verdict

CLAIMS = reference_claims(EDITION)
PLANS = [
    plan_of(replace(CLAIMS, roles=(role,))).only(Selection(rules=frozenset({"FL-02", "PV-05"})))
    for role in CLAIMS.roles
]


def examine(plan: Plan, progress: Progress, transcript: Transcript) -> Examination:
    return run(plan, Conditions(f"S{plan.claims.roles[0].upper()}"), progress=progress, transcript=transcript)


TASKS = [partial(examine, plan) for plan in PLANS]


def records(file: Path) -> list[object]:
    """What a transcript holds, but for the time."""
    return [{k: v for k, v in orjson.loads(line).items() if k != "at"} for line in file.read_bytes().splitlines()]


def told(found: list[Examination]) -> list[tuple[ExampleResult, ...]]:
    """The results, but for the time that they took."""
    return [tuple(replace(result, seconds=0.0, step_seconds=()) for result in each.examples) for each in found]


def test_the_same_as_one_after_the_other(tmp_path: Path) -> None:
    """Results, numbers of records and transcript; who watches hears of every example."""
    turns, together, seen = Transcript(file=tmp_path / "turns"), Transcript(file=tmp_path / "together"), set()
    in_turn = [task(lambda *_: None, turns) for task in TASKS]
    at_once_found = at_once(PLANS, TASKS, together, lambda *heard: seen.add(heard[1:]))
    turns.close()
    together.close()
    assert told(at_once_found) == told(in_turn)
    assert len(together) == len(turns) > 100
    assert records(tmp_path / "together") == records(tmp_path / "turns")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["together", "turns"]
    count = sum(len(plan.ready) for plan in PLANS)
    assert seen == {(number, count) for number in range(1, count + 1)}
    last = at_once_found[-1].examples[-1]
    assert last.verdict is Verdict.PASSED
    assert last.transcript is not None
    assert next(iter(together.records(*last.transcript)))["scenario"].startswith("SSOM-")


@pytest.mark.parametrize("jobs", [2, 3])
def test_jobs_of_one_role_in_processes(jobs: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Are divided as jobs in one process are, and come to the same, in the order of the run; each message is there."""
    plan, seen = plan_of(replace(CLAIMS, roles=("som",))), set()
    found, taken_down = {}, {}
    divided: list[tuple[str, int]] = []
    whole = Course.divided

    def noted(course: Course, count: int, transcript: Transcript) -> None:
        divided.append((way, count))
        whole(course, count, transcript)

    monkeypatch.setattr(Course, "divided", noted)
    for way in ("processes", "threads"):
        if way == "threads":
            monkeypatch.setattr("ordertck.harness.runner.course.cores", lambda: 1)
        taken_down[way] = Transcript(file=tmp_path / way)
        found[way] = run(
            plan,
            Conditions("SOM", Variation(7), jobs=jobs, began=datetime(2026, 5, 4, tzinfo=UTC)),
            progress=lambda *heard: seen.add(heard[1:]),
            transcript=taken_down[way],
        )
        taken_down[way].close()
    processes, threads = found.values()
    assert divided == [("processes", jobs)]
    assert told([processes]) == told([threads])
    assert (processes.jobs, processes.kits_own, processes.remarks) == (jobs, True, ())
    assert records(tmp_path / "processes") == records(tmp_path / "threads")
    assert len(taken_down["processes"]) == len(taken_down["threads"]) > 1000
    assert seen == {(number, len(plan.ready)) for number in range(1, len(plan.ready) + 1)}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["processes", "threads"]


def test_what_a_part_has_lost_is_lost(tmp_path: Path) -> None:
    """Records that follow are counted, and none of them stands under the number of another."""
    whole = Transcript(file=tmp_path / "whole")
    for number in (1, 2):
        part = whole.part(number)
        for text in "abc":
            part.add("told", f"{text}{number}", Message(f"M-{text}", "sales-order", Edge.OMS, {}))
        part.close()
    path = tmp_path / "whole.1"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:2]))
    whole.take_over([(1, 1), (2, 1), (1, 2), (2, 2)], "the disk is full")
    whole.close()
    shown = [(record["record"], record["scenario"]) for record in whole.records()]
    assert shown == [(1, "a1"), (2, "a2"), (3, "b1")]
    assert (len(whole), whole.lost) == (6, "the transcript is not whole: the disk is full")


def end_now(*_: object) -> Examination:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def fall_over(*_: object) -> Examination:
    raise ValueError("out of paper")


@pytest.mark.parametrize(
    ("task", "problem", "says"),
    [(end_now, Ended, "ended by SIGKILL"), (fall_over, KitFault, "ValueError: out of paper")],
)
def test_a_process_that_breaks(
    task: Callable[[Progress, Transcript], Examination], problem: type[Exception], says: str
) -> None:
    """Is told of, and ends the others."""
    with pytest.raises(problem, match=says):
        at_once(PLANS[:2], [TASKS[0], task], Transcript())


def test_each_task_has_a_process() -> None:
    """Results come in the order of the tasks; what one raises is raised here, and one that is ended is told of."""
    assert each_of([os.getpid, os.getppid])[1] == os.getpid()
    with pytest.raises(ValueError, match="out of paper"):
        each_of([os.getpid, fall_over])
    with pytest.raises(Ended, match="ended by SIGKILL"):
        each_of([os.getpid, end_now])


@pytest.mark.parametrize("ending", [signal.SIGINT, *ENDINGS], ids=lambda ending: ending.name)
def test_a_signal_to_all_processes_is_left_to_the_first(ending: signal.Signals) -> None:
    """Which ends the others itself: a job that ended by it would be told of as broken."""

    def hit(_: object) -> str:
        signal.raise_signal(ending)
        return "went on"

    assert told_by([hit], None) == ["went on"]


def test_nothing_is_left_where_the_first_process_is_killed() -> None:
    """The others end as soon as they have something to tell, and hold nobody's output open."""
    script = (
        "import os, signal, time\n"
        "from ordertck.harness.runner.processes import each_of\n"
        "def work():\n"
        "    while os.getppid() == first: time.sleep(0.01)\n"
        "    return bytes(1 << 20)\n"
        "first = os.getpid()\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.3)\n"
        "signal.signal(signal.SIGALRM, lambda *_: os.kill(first, signal.SIGKILL))\n"
        "each_of([work, work, work])\n"
    )
    done = subprocess.run([sys.executable, "-P", "-c", script], check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (-signal.SIGKILL, "")
    assert "Traceback" not in done.stderr


def test_a_signal_at_the_very_end_of_a_process_changes_nothing() -> None:
    """What measures coverage takes its time while a process leaves; who is told to end meanwhile, still leaves."""
    script = (
        "import os, signal\n"
        "from ordertck.harness.runner.processes import each_of\n"
        "leave = os._exit\n"
        "def leave_slowly(code):\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    leave(code)\n"
        "os._exit = leave_slowly\n"
        "try:\n"
        "    told = each_of([os.getppid])\n"
        "except SystemExit:\n"
        "    told = 'a process came back to where it was begun'\n"
        "print(told == [os.getpid()], flush=True)\n"
    )
    done = subprocess.run([sys.executable, "-P", "-c", script], check=False, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr


def proven(tasks: Sequence[Callable[[], None]]) -> list[None]:
    """A proof has a pool of processes, and each of them several tasks."""
    return list(carried_out([*tasks] * 8, 2))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("at_work", [each_of, proven])
def test_no_process_outlives_the_first_one(at_work: Callable[[list[Callable[[], None]]], object], number: int) -> None:
    """Where the first one is ended, nobody hears of the others any more, whatever they are at."""
    here, there = os.pipe()
    first = os.fork()
    if first == 0:

        def end(*_: object) -> NoReturn:
            raise Ending(1)

        def work() -> None:
            os.write(there, b".")
            Event().wait()

        try:
            os.setpgid(0, 0)
            signal.signal(signal.SIGTERM, end)
            at_work([work, work])
        finally:
            os._exit(1)
    os.close(there)
    ready = b""
    while len(ready) < 2:
        ready += os.read(here, 2)
    os.kill(first, number)
    over, _, _ = select.select([here], [], [], 20.0)
    with suppress(ProcessLookupError):
        os.killpg(first, signal.SIGKILL)  # what goes on would keep the tests' output open
    os.waitpid(first, 0)
    assert over and os.read(here, 1) == b"", "a process goes on"
    os.close(here)


def test_a_process_of_a_proof_that_is_killed_is_not_waited_for() -> None:
    """What is there already is told; the rest is an error, as nobody will do it."""

    def task(number: int) -> int:
        if number == 9:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    told = []
    with pytest.raises(KitFault, match="ended from outside"):
        for found in carried_out([partial(task, number) for number in range(20)], 2):
            told.append(found)
    assert told == list(range(len(told)))
    assert len(told) < 9
