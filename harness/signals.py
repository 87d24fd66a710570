"""Signals that end a process which is not prepared for them, besides Ctrl-C."""

import signal

ENDINGS = (
    signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGVTALRM,
    signal.SIGPROF, signal.SIGXCPU,
)  # fmt: skip


class Ending(SystemExit):
    """A signal ends the process: no step, map or adapter of somebody's own has asked for it."""
