"""Files that are there whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Write a file; where that fails half-way, what was there before is there still. Raises ``OSError``.

    What is no plain file, a pipe or a terminal, is written as it is; behind a link, what it leads to is replaced.
    """
    target = Path(os.path.realpath(file))
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    handle, made = tempfile.mkstemp(dir=target.parent, prefix=".ordertck-")
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(content)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask()
        Path(made).chmod(mode)
        Path(made).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(made).unlink()
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
