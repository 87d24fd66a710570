"""A child process that answers line for line, within time limits, and is always seen off."""

import os
import selectors
import signal
import subprocess
import weakref
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from ordertck.harness.adapters.json_text import shown
from ordertck.harness.adapters.offspring import Offspring
from ordertck.harness.errors import AdapterError
from ordertck.harness.text import one_line

LONGEST_LINE = 8 * 1024 * 1024
_CHUNK = 64 * 1024
# Seconds to look for an answer before going to sleep: waking up costs more than a quick answer takes.
_LOOKING = 100e-6
# Seconds for a process that closed its output to end, and for its last words to arrive.
_LAST_MOMENTS = 0.5
# Seconds between two looks whether the process is still there, while one of its children may hold its output open.
_BETWEEN_LOOKS = 0.2
_KEPT_OF_STDERR = 4096
_LAST_LINES = 12


class Pipe:
    """A process in a process group of its own, spoken to by lines of bytes on its standard input and output.

    One thread, no helpers: whoever waits for an answer also drains what the process writes to standard error, of
    which the end is kept. ``hint`` is added where an answer does not come; ``explains`` is a signal at which the
    process writes to standard error what it is doing. Raises ``OSError`` where the process cannot be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        folder: Path | None = None,
        hint: str = "; does it flush its output after each line?",
        explains: signal.Signals | None = None,
    ) -> None:
        offspring = Offspring()
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | offspring.mark,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            start_new_session=True,  # a group of its own, so that what it starts can be ended with it
        )
        self._hint, self._explains = hint, explains
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._in = self._process.stdin.fileno()
        self._out = self._process.stdout.fileno()
        self._err = self._process.stderr.fileno()
        os.set_blocking(self._in, False)
        os.set_blocking(self._out, False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._out, selectors.EVENT_READ)
        self._selector.register(self._err, selectors.EVENT_READ)
        self._buffer = bytearray()
        self._closed_output = False
        self._tail = b""
        self._forgotten = weakref.finalize(self, _kill, self._process, os.getpid(), offspring)

    def ask(self, line: bytes, seconds: float) -> bytes:
        """Write one line and return the next one that the process writes, without its line end.

        Raises ``AdapterError`` where none comes within ``seconds``, the process ended, its line has no end, or it
        said something before it was asked.
        """
        self._glance()
        self._nothing_unasked()
        deadline = monotonic() + seconds
        self._write(line, deadline, seconds)
        return self._line(deadline, seconds)

    def make_sure(self, seconds: float) -> None:
        """Wait whether the process says something that nobody asked for. Raises ``AdapterError`` where it does."""
        deadline = monotonic() + seconds
        while not self._buffer and not self._closed_output and (left := deadline - monotonic()) > 0:
            self.pause(left)
        self._nothing_unasked()

    def pause(self, seconds: float) -> None:
        """Let some time pass, but not beyond the moment at which the process writes something or ends."""
        for key, _ in self._selector.select(seconds):
            self._take(key.fd)

    def end(self, seconds: float) -> str:
        """Close the process's input, give it ``seconds`` to end, then end it and all that it started.

        Returns "" where it ended by itself, otherwise what had to be done.
        """
        if not self._forgotten.alive:
            return ""
        self._process.stdin.close()  # type: ignore[union-attr]
        self._drain(monotonic() + seconds)
        done = ""
        if not self._ended(0.05):
            done = "it did not end when its input was closed, and had to be terminated"
            self._signal(signal.SIGTERM)
            self._drain(monotonic() + min(seconds, 0.5))
            if not self._ended(0.05):
                done = "it did not end when its input was closed, ignored SIGTERM, and had to be killed"
        self.kill()
        return done

    def kill(self) -> None:
        """End the process and all that it started, at once; nothing happens where that was done before."""
        if not self._forgotten.alive:
            return
        self._forgotten()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        self._selector.close()

    def last_words(self) -> str:
        """The last lines that the process wrote to standard error, on one line; "" where it wrote none."""
        lines = [line.strip() for line in self._tail.decode(errors="replace").splitlines() if line.strip()]
        return " / ".join(one_line(line) for line in lines[-_LAST_LINES:])

    def aside(self) -> str:
        """As ``last_words``, of a process that goes on: with what it has written since it was asked last."""
        if self._selector.get_map() is not None:
            self._last_of_stderr(0.0)
        return self.last_words()

    def _nothing_unasked(self) -> None:
        if self._buffer:
            raise AdapterError(
                f"the adapter printed more than its one line of reply: {shown(bytes(self._buffer))}; "
                "it speaks only when asked"
            )

    def _write(self, line: bytes, deadline: float, seconds: float) -> None:
        # Once the process is gone, its last line may still lie in the pipe and say why: reading finds out.
        with suppress(BrokenPipeError):
            try:
                written = os.write(self._in, line)
            except BlockingIOError:
                written = 0
            if written == len(line):
                return
            self._selector.register(self._in, selectors.EVENT_WRITE)
            try:
                rest = memoryview(line)[written:]
                while rest:
                    left = deadline - monotonic()
                    ready = self._selector.select(left) if left > 0 else []
                    if not ready:
                        raise AdapterError(self._silent(f"did not read its input for {seconds:g} s", self._hint))
                    for key, _ in ready:
                        if key.fd == self._in:
                            rest = rest[os.write(self._in, rest) :]
                        else:
                            self._take(key.fd)
                    if self._closed_output or len(self._buffer) > LONGEST_LINE:
                        return
            finally:
                self._selector.unregister(self._in)

    def _line(self, deadline: float, seconds: float) -> bytes:
        buffer, looked = self._buffer, 0
        if not self._closed_output:
            self._look()
        while (end := buffer.find(b"\n", looked)) < 0 and not self._closed_output:
            looked = len(buffer)
            if looked > LONGEST_LINE:
                break
            self._more(deadline, seconds)
        if end > LONGEST_LINE or (end < 0 and len(buffer) > LONGEST_LINE):
            start = shown(bytes(buffer[:200]))
            raise AdapterError(f"the adapter printed a line of more than {LONGEST_LINE:,} bytes, beginning {start}")
        if end < 0:
            raise AdapterError(self._gone())
        line = bytes(buffer[:end])
        del buffer[: end + 1]
        return line

    def _more(self, deadline: float, seconds: float) -> None:
        """Take what comes next; give up at the deadline, or where the process ended and a child of its is silent."""
        left = deadline - monotonic()
        ready = self._selector.select(min(left, _BETWEEN_LOOKS)) if left > 0 else []
        for key, _ in ready:
            self._take(key.fd)
        if ready or left > _BETWEEN_LOOKS:
            if not ready and self._process.poll() is not None:
                self._glance()
                self._closed_output = True
            return
        if self._buffer:
            begun = f"printed {shown(bytes(self._buffer))} and did not end the line within {seconds:g} s"
            raise AdapterError(self._silent(begun, "; a line end belongs behind each reply"))
        raise AdapterError(self._silent(f"did not answer within {seconds:g} s", self._hint))

    def _look(self) -> None:
        end = monotonic() + _LOOKING
        while not self._glance() and monotonic() < end:
            os.sched_yield()

    def _glance(self) -> bool:
        """Take what the process has written, if anything; whether it had."""
        if not self._closed_output:
            with suppress(BlockingIOError):
                self._take(self._out)
                return True
        return self._closed_output

    def _take(self, fd: int) -> None:
        chunk = os.read(fd, _CHUNK)
        if not chunk:
            self._selector.unregister(fd)
            self._closed_output = self._closed_output or fd == self._out
        elif fd == self._out:
            self._buffer += chunk
        else:
            self._tail = (self._tail + chunk)[-_KEPT_OF_STDERR:]

    def _drain(self, deadline: float) -> None:
        """Read what still comes, so that a full pipe keeps nobody from ending, until the process ended."""
        while self._selector.get_map() and (left := deadline - monotonic()) > 0:
            for key, _ in self._selector.select(min(left, 0.05)):
                self._take(key.fd)
            del self._buffer[:]
            if self._process.poll() is not None:
                return
        self._ended(max(0.0, deadline - monotonic()))

    def _ended(self, seconds: float) -> bool:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self._process.returncode is not None

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, number)

    def _gone(self) -> str:
        rest = bytes(self._buffer)
        self._last_of_stderr(_LAST_MOMENTS)
        if not self._ended(_LAST_MOMENTS):
            what = "closed its standard output and goes on running"
        elif (code := self._process.returncode) < 0:
            what = f"was ended by {_signal_name(-code)}"
        else:
            what = f"ended with exit code {code}"
        broken_off = f", in the middle of the line {shown(rest)}" if rest else ""
        return f"the adapter {what}{broken_off}{self._words()}"

    def _silent(self, what: str, hint: str) -> str:
        running = self._process.poll() is None
        if running and self._explains is not None:
            self._process.send_signal(self._explains)
        self._last_of_stderr(0.1 if running and self._explains is not None else 0.0)
        return f"the adapter {what}{hint if running else ''}{self._words()}"

    def _words(self) -> str:
        words = self.last_words()
        return f"; its last lines on stderr: {words}" if words else "; it wrote nothing to stderr"

    def _last_of_stderr(self, seconds: float) -> None:
        deadline = monotonic() + seconds
        while self._err in self._selector.get_map():
            ready = {key.fd for key, _ in self._selector.select(max(0.0, deadline - monotonic()))}
            if self._err not in ready:
                return
            self._take(self._err)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _kill(process: "subprocess.Popen[bytes]", owner: int, offspring: Offspring) -> None:
    if os.getpid() != owner:  # a fork of the kit holds a copy of the pipe, but not the process
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(5.0)
    offspring.kill()
