"""The way to a system by the command that its claims name, which speaks JSON Lines."""

import os
import re

from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.greeting import hello
from ordertck.harness.adapters.json_lines import JsonLines
from ordertck.harness.adapters.pipe import Pipe
from ordertck.harness.claims import Claims
from ordertck.harness.errors import UsageError
from ordertck.harness.redaction import VARIABLE, Redaction, options, secrets
from ordertck.harness.text import printable


def open_command(claims: Claims, session: str) -> Dialogue:
    """Start the command in the claims file's folder, and greet it.

    Raises ``UsageError`` where it cannot be started or names a variable that is not set, ``AdapterError`` where it
    does not greet properly.
    """
    command = [_filled_in(word, claims) for word in claims.command]
    hidden = Redaction((), secrets(claims.command) | {v for v in options(claims.command).values() if len(v) > 3})
    pipe = _started(claims, command)
    return Dialogue(JsonLines(pipe), claims.timing, hello(claims, session), hidden=hidden, words=pipe.aside)


def _started(claims: Claims, command: list[str]) -> Pipe:
    if os.name == "nt":
        raise UsageError("a 'command' needs pipes that can be waited on", "run the kit under WSL", claims.file)
    folder = claims.file.resolve().parent if claims.file else None
    try:
        return Pipe(command, folder)
    except (OSError, ValueError) as problem:  # the second where a word holds a NUL
        said = problem.strerror if isinstance(problem, OSError) else str(problem)
        raise UsageError(
            f"cannot start the command '{printable(claims.program)}': {said}",
            f"it is looked for on the PATH, or in {folder or 'the current folder'} where it has a /",
            claims.file,
        ) from None


def _filled_in(word: str, claims: Claims) -> str:
    """A word of the command with each ``${NAME}`` replaced by that variable of the environment."""

    def value(found: re.Match[str]) -> str:
        if found[1] not in os.environ:
            raise UsageError(
                f"the command names the variable {found[1]}, which is not set", f"set {found[1]}", claims.file
            )
        return os.environ[found[1]]

    return re.sub(VARIABLE, value, word)
