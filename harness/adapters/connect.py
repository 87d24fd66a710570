"""The ways there are to a system, and the one that some claims name."""

from collections.abc import Callable, Mapping

from ordertck.harness.adapters.command import open_command
from ordertck.harness.adapters.http import open_http
from ordertck.harness.adapters.python import open_python
from ordertck.harness.adapters.wire import Wire
from ordertck.harness.claims import Claims
from ordertck.harness.errors import UsageError

Opener = Callable[[Claims, str], Wire]

# A new way is one module and one line here; a claims file names it by one of [system] adapter, command and url.
OPENERS: Mapping[str, Opener] = {
    "python": open_python,
    "command": open_command,
    "http": open_http,
    "poll": open_python,
}


def connect(claims: Claims, session: str) -> Wire:
    """The way to the system that the claims name; ``session`` is what every fresh id of this run starts with.

    Raises ``UsageError`` where claims and adapter do not fit together, ``AdapterError`` where the system cannot be
    reached.
    """
    opener = OPENERS.get(claims.scheme)
    if opener is None:
        known = ", ".join(sorted(OPENERS))
        raise UsageError(f"there is no way to a system by '{claims.scheme}://'", f"known: {known}", claims.file)
    return opener(claims, session)
