"""What ends a process: signals that it is not prepared for, Ctrl-C at a bad moment, code that calls ``os._exit``."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

ENDINGS = (
    signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGVTALRM,
    signal.SIGPROF, signal.SIGXCPU,
)  # fmt: skip


class Ending(SystemExit):
    """A signal ends the process: no step, map or adapter of somebody's own has asked for it."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C and other endings wait until this is over: a library that is cut off while it is loaded may panic.

    It may as well swallow the ending, so that nobody can end the command.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *ENDINGS})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def unquittable() -> None:
    """From now on ``os._exit`` raises in this process; processes that it begins may still leave.

    Steps of an edition, and a map in Python, run in the kit's own process. One that calls ``os._exit(0)`` would end it
    without a word and with the exit code of a conformant system.
    """
    ours, leave = os.getpid(), os._exit

    def refuse(status: int) -> NoReturn:
        if os.getpid() != ours:
            leave(status)
        raise RuntimeError(f"os._exit({status}) was called, which would have ended the kit")

    os._exit = refuse
