"""Examinations at once, each in a process of its own: for a system that is made anew in every process.

The roles of the kit's reference have nothing in common, and each is examined in a session of its own. So what is found,
and the transcript, are the same as if one had been examined after the other.
"""

import multiprocessing
import os
import select
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import partial
from itertools import count
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, NoReturn, TypeVar

from ordertck.harness.errors import Ended, KitFault, UsageError
from ordertck.harness.examination import Examination
from ordertck.harness.plan import Plan
from ordertck.harness.runner.job import Progress
from ordertck.harness.signals import ENDINGS, Ending
from ordertck.harness.transcript import Transcript
from ordertck.harness.verdicts import ExampleResult

Told = TypeVar("Told")
Hear = Callable[[ExampleResult], None]
# Is given whom to tell of each result; comes to whatever the first process is to know.
Telling = Callable[[Hear], Told]
# Makes one examination; is given whom to tell of each result, and where to take down what is said.
Examine = Callable[[Progress, Transcript], Examination]
# Seconds that a process has to close what it has opened.
_PARTING = 6.0
# What the process that began the others has itself, and need not be told.
_KNOWN = ("plan", "transcript")


@dataclass(frozen=True, slots=True)
class _Done(Generic[Told]):
    """What a process tells last."""

    told: Told


def at_once(
    plans: Sequence[Plan], tasks: Sequence[Examine], transcript: Transcript, progress: Progress | None = None
) -> list[Examination]:
    """The examinations that these ``tasks`` make of these ``plans``, in their order; so is the transcript.

    ``progress`` is called as for one run of all examples. Raises as ``told_by`` does.
    """
    for plan in plans:
        _ = plan.claims.edition.steps  # is read once, and not by each process
    counted, of = count(1), sum(len(plan.ready) for plan in plans)
    told = told_by(
        [partial(_examined, number, task, transcript) for number, task in enumerate(tasks)],
        None if progress is None else lambda result: progress(result, next(counted), of),
    )
    return [
        _merged(plan, examination, number, transcript)
        for number, (plan, examination) in enumerate(zip(plans, told, strict=True))
    ]


def told_by(tasks: Sequence[Telling[Told]], hear: Hear | None) -> list[Told]:
    """What each task comes to, carried out in a process of its own; in their order.

    ``hear`` is called with each result that a task tells on its way. Raises ``UsageError`` where a task does,
    ``KitFault`` where a process breaks, ``Ended`` where somebody ends it; no process is left, whatever happens.
    """
    processes, pipes = _begun([partial(_work, task, hear is not None) for task in tasks])
    told: dict[Connection, Told] = {}
    try:
        while len(told) < len(pipes):
            speak = wait([pipe for pipe in pipes if pipe not in told])
            for pipe, process in zip(pipes, processes, strict=True):
                if pipe not in speak:
                    continue
                news = _heard(pipe, process)
                if isinstance(news, ExampleResult) and hear is not None:
                    hear(news)
                elif isinstance(news, _Done):
                    told[pipe] = news.told
                elif isinstance(news, UsageError):
                    raise news
                else:
                    raise KitFault(f"a process that examined broke: {news}")
    finally:
        _end(processes)
    return [told[pipe] for pipe in pipes]


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


def _leave(*_: object) -> NoReturn:
    raise Ending(1)


def _tell(task: Callable[[], object], pipe: Connection) -> None:
    """Who is ended here closes first what it has opened: a system, with all that this started.

    Once the task has been told of, the process is leaving anyhow. A signal that raised then would carry it out of its
    own end, and back into what the first process was doing.
    """
    signal.signal(signal.SIGTERM, _leave)
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
    more, and this one ends too, whatever it is at.
    """
    for ending in (signal.SIGINT, *ENDINGS):
        signal.signal(ending, signal.SIG_IGN)
    for end in heard:
        end.close()
    threading.Thread(target=_end_unheard, args=(pipe.fileno(),), daemon=True).start()
    try:
        work(pipe)
    except BrokenPipeError:
        os._exit(1)


def _end_unheard(told: int) -> None:
    """End this process as soon as nobody hears any more what it tells; what it has started loses its input by that."""
    unheard = select.poll()
    unheard.register(told, 0)  # that it broke is told whatever one asks for
    unheard.poll()
    os._exit(1)


def _work(task: Telling[Any], heard: bool, pipe: Connection) -> None:
    try:
        pipe.send(_Done(task(pipe.send if heard else lambda _: None)))
    except UsageError as problem:
        pipe.send(problem)
    except BaseException as problem:
        pipe.send(f"{type(problem).__name__}: {problem}")


def _examined(number: int, examine: Examine, whole: Transcript, tell: Hear) -> dict[str, Any]:
    transcript = whole.part(number)
    found = examine(lambda result, *_: tell(result), transcript)
    transcript.close()
    told = {each.name: getattr(found, each.name) for each in fields(found) if each.name not in _KNOWN}
    return told | {"lost": transcript.lost, "records": len(transcript)}


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
    transcript.take_over([(number, told.pop("records"))], told.pop("lost"))
    told["examples"] = tuple(result.moved(before) for result in told["examples"])
    return Examination(plan=plan, transcript=transcript, **told)
