"""What a process has started, and what that has started, wherever it went: all of it is ended in the end."""

import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_NAME = "ORDERTCK_OFFSPRING"


class Offspring:
    """The processes that inherit one mark in their environment; only Linux tells which those are.

    A process that leaves its group and outlives its parents keeps the environment that it was born with.
    """

    def __init__(self) -> None:
        self._value = f"{os.getpid()}-{os.urandom(6).hex()}"

    @property
    def mark(self) -> Mapping[str, str]:
        """The variable that the first process has to be started with."""
        return {_NAME: self._value}

    def kill(self) -> None:
        """End every process that has the mark."""
        for _ in range(5):  # one that is about to be ended may just have started another
            left = self._alive()
            if not left:
                return
            for process in left:
                with suppress(ProcessLookupError, PermissionError):
                    os.kill(process, signal.SIGKILL)

    def _alive(self) -> list[int]:
        mark, found = f"{_NAME}={self._value}".encode(), []
        for environment in Path("/proc").glob("[0-9]*/environ"):
            with suppress(OSError):
                if mark in environment.read_bytes().split(b"\0"):
                    found.append(int(environment.parent.name))
        return found
