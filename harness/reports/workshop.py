"""Where a report is made: a hidden folder that goes with its process, or when the next one finds it left behind."""

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = ".ordertck-"
_NAME = re.compile(r"\.ordertck-[a-z0-9_]{8}")


@contextmanager
def workshop(beside: Path, holds: frozenset[str]) -> Iterator[Path]:
    """A folder of its own in ``beside``, gone afterwards; it may hold files of these names, and certificates.

    A process that is killed leaves its folder. Each folder is locked as long as its process lives; so what nobody
    holds is known, and cleared away, as long as nothing else lies in it. Raises ``OSError`` where none can be made.
    """
    _clear(beside, holds)
    made, lock = _locked(beside)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        os.close(lock)


def _locked(beside: Path) -> tuple[Path, int]:
    """A new folder, and what holds the lock on it; whoever clears away may take it before it is locked."""
    while True:
        made = Path(tempfile.mkdtemp(dir=beside, prefix=_PREFIX))
        with suppress(FileNotFoundError):
            lock = os.open(made, os.O_RDONLY)
            with suppress(OSError):  # a file system without locks: nobody can take it for left behind
                fcntl.flock(lock, fcntl.LOCK_SH)
            if made.exists():
                return made, lock
            os.close(lock)


def _clear(beside: Path, holds: frozenset[str]) -> None:
    for left in sorted(beside.glob(f"{_PREFIX}*")):
        with suppress(OSError):
            ours = _NAME.fullmatch(left.name) and not left.is_symlink()
            if ours and all(_known(file.name, holds) for file in left.iterdir()):
                _take_away(left)


def _known(name: str, holds: frozenset[str]) -> bool:
    return name in holds or re.fullmatch(r"certificate(-[a-z-]+)?\.json", name) is not None


def _take_away(left: Path) -> None:
    """Remove a folder unless somebody holds it. Raises ``OSError`` where that is so."""
    lock = os.open(left, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(left, ignore_errors=True)
    finally:
        os.close(lock)
