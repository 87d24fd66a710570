"""Standard input, output and error, as whoever called the command left them: open or closed, heard or not."""

import errno
import io
import os
import sys


class _Heard(io.FileIO):
    """Standard output. Whatever keeps it from being written is a reader who has left, and no fault of a file."""

    def write(self, text: object) -> int:
        """Write what is buffered; ``strerror`` of the ``BrokenPipeError`` is blank where the reader went on purpose."""
        try:
            return super().write(text)  # type: ignore[arg-type] # FileIO's own type says more than this has to
        except BlockingIOError:
            raise
        except OSError as problem:
            # Not under its own number: click would take that for an ordinary end, with exit code 1.
            raise BrokenPipeError(None, "" if problem.errno == errno.EPIPE else problem.strerror) from None


def prepare() -> None:
    """Open what is closed, so that no report is taken for it; what a terminal cannot show becomes a question mark."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    old = sys.stdout
    encoding, tty = (old.encoding, old.isatty()) if old else ("utf-8", False)
    if old:
        old.detach()  # type: ignore[union-attr] # else it would close the descriptor when it is thrown away
    buffer = io.BufferedWriter(_Heard(1, "wb", closefd=False))
    sys.stdout = io.TextIOWrapper(buffer, encoding, "replace", line_buffering=tty)
    if sys.stdin is None:
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - it is open as long as we are
    if sys.stderr is None:
        sys.stderr = open(2, "w", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
