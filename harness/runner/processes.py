"""Examinations at once, each in a process of its own: for a system that is made anew in every process.

The roles of the kit's reference have nothing in common, and each is examined in a session of its own. So what is found,
and the transcript, are the same as if one had been examined after the other.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from ordertck.harness.errors import Ended, KitFault
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan
from ordertck.harness.runner.run import Progress
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import ExampleResult

# Makes one examination; is given whom to tell of each result, and where to take down what is said.
Examine = Callable[[Progress, Transcript], Examination]
# Seconds that a process has to close what it has opened.
_PARTING = 6.0
# What the process that began the others has itself, and need not be told.
_KNOWN = ("plan", "transcript")


def at_once(
    plans: Sequence[Plan], tasks: Sequence[Examine], transcript: Transcript, progress: Progress | None = None
) -> list[Examination]:
    """The examinations that these ``tasks`` make of these ``plans``, in their order; so is the transcript.

    ``progress`` is called as for one run of all examples. Raises ``KitFault`` where a process breaks,
    ``Ended`` where somebody ends it; no process is left, whatever happens.
    """
    for plan in plans:
        _ = plan.claims.edition.steps  # is read once, and not by each process
    watched = progress is not None
    processes, pipes = _begun([partial(_work, n, task, transcript, watched) for n, task in enumerate(tasks)])
    told: dict[Connection, dict[str, Any]] = {}
    done, of = 0, sum(len(plan.ready) for plan in plans)
    try:
        while len(told) < len(pipes):
            speak = wait([pipe for pipe in pipes if pipe not in told])
            for pipe, process in zip(pipes, processes, strict=True):
                if pipe not in speak:
                    continue
                news = _heard(pipe, process)
                if isinstance(news, ExampleResult) and progress is not None:
                    done += 1
                    progress(news, done, of)
                elif isinstance(news, dict):
                    told[pipe] = news
                else:
                    raise KitFault(f"a process that examined broke: {news}")
    finally:
        _end(processes)
    return [
        _merged(plan, told[pipe], number, transcript)
        for number, (plan, pipe) in enumerate(zip(plans, pipes, strict=True))
    ]


def cores() -> int:
    """How many processes can work at the same time; 1 where a process cannot be divided in two without danger."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def each_of(tasks: Sequence[Callable[[], object]]) -> list[Any]:
    """What each task comes to, carried out in a process of its own; in their order. Raises as ``at_once`` does."""
    works = [partial(_tell, task) for task in tasks]
    processes, pipes = _begun(works)
    try:
        told: list[Any] = [_heard(pipe, process) for pipe, process in zip(pipes, processes, strict=True)]
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.join(_PARTING)
        _end(processes)
    for _, problem in told:
        if problem is not None:
            raise problem
    return [found for found, _ in told]


def _tell(task: Callable[[], object], pipe: Connection) -> None:
    """Who is ended here closes first what it has opened: a system, with all that this started.

    Once the task has been told of, the process is leaving anyhow. A signal that raised then would carry it out of its
    own end, and back into what the first process was doing.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        pipe.send((task(), None))
    except Exception as problem:
        pipe.send((None, problem))
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _begun(works: Sequence[Callable[[Connection], None]]) -> tuple[list[BaseProcess], list[Connection]]:
    context = multiprocessing.get_context("fork")
    processes: list[BaseProcess] = []
    pipes: list[Connection] = []
    for work in works:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_alone, args=(work, theirs, (*pipes, ours)), daemon=True)
        process.start()
        theirs.close()  # so that the end of the process is the end of what can be heard
        processes.append(process)
        pipes.append(ours)
    return processes, pipes


def _end(processes: Sequence[BaseProcess]) -> None:
    for process in processes:
        process.kill()
        process.join()


def _alone(work: Callable[[Connection], None], pipe: Connection, heard: Sequence[Connection]) -> None:
    """What one process does. Who ends the run is left to the process that began it, which ends all.

    It lets go of the ends at which the first process hears (``heard``): when that one is gone, nothing can be told any
    more, and this one ends too.
    """
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_IGN)
    for end in heard:
        end.close()
    try:
        work(pipe)
    except BrokenPipeError:
        os._exit(1)


def _work(number: int, examine: Examine, whole: Transcript, watched: bool, pipe: Connection) -> None:
    try:
        transcript = whole.part(number)
        found = examine(lambda result, *_: pipe.send(result) if watched else None, transcript)
        transcript.close()
        told = {each.name: getattr(found, each.name) for each in fields(found) if each.name not in _KNOWN}
        pipe.send(told | {"lost": transcript.lost, "records": len(transcript)})
    except BaseException as problem:
        pipe.send(f"{type(problem).__name__}: {problem}")


def _heard(pipe: Connection, process: BaseProcess) -> object:
    try:
        return pipe.recv()
    except EOFError:
        process.join()
        code = process.exitcode or 0
        if code < 0:
            said = f"a process that examined was ended by {signal.Signals(-code).name}"
            raise Ended(f"{said}: by somebody, or for want of memory; run again") from None
        raise KitFault(f"a process that examined ended with {code}") from None


def _merged(plan: Plan, told: dict[str, Any], number: int, transcript: Transcript) -> Examination:
    """The examination that a process tells of; its records have numbers of the whole transcript from now on."""
    before = len(transcript)
    transcript.take_over(number, told.pop("records"), told.pop("lost"))
    told["examples"] = tuple(_from(before, result) for result in told["examples"])
    return Examination(plan=plan, transcript=transcript, **told)


def _from(before: int, result: ExampleResult) -> ExampleResult:
    """A result that speaks of records which come after so many others."""
    if result.transcript is None or not before:
        return result
    first, last = result.transcript
    shown_by = tuple(before + record for record in result.shown_by)
    return replace(result, transcript=(before + first, before + last), shown_by=shown_by)
