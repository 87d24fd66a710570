"""A map that is a Python function: what takes more than paths and names to say."""

import importlib.util
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ordertck.harness.audit.faults import Faults
from ordertck.harness.audit.form import LOG, require_body, unknown_keys, wrong_form
from ordertck.harness.audit.seen import YEARS, Seen, of_a_log
from ordertck.harness.errors import UsageError
from ordertck.harness.messages import KINDS, Message
from ordertck.harness.text import exception, quoted, shortened

# What a function makes of a record: the message's envelope and body, when it crossed; None to pass the record over.
Turn = Callable[[Mapping[str, Any]], Mapping[str, Any] | None]
_OUTSIDE = ("at", "from", "customer")
_PARTS = ("kind", "edge", "body", "id", "re", "priority", "about", *_OUTSIDE)


class ByHand:
    """Reads a log by a function, ``FILE.py:NAME``; the function's module may set ``LOG``, as a map's [log]."""

    def __init__(self, place: str) -> None:
        file, _, name = place.rpartition(":")
        self.file, self.passed_over = Path(file), Counter[str]()
        module = self._module()
        if not callable(turn := getattr(module, name, None)):
            wrong = f"there is no function '{name}'" if name else "no function is named"
            raise UsageError(wrong, f"name it: --map {self.file}:FUNCTION", self.file)
        self.log: Mapping[str, Any] = getattr(module, "LOG", {})
        faults = Faults(self.file)
        faults.add(wrong_form({"log": self.log}))
        faults.add(unknown_keys(self.log, LOG, "LOG"))
        faults.tell()
        self._turn: Turn = turn

    @property
    def unused(self) -> Sequence[str]:
        """Nothing: what a function looks for is its own affair."""
        return ()

    def read(self, records: Iterable[tuple[int, Mapping[str, Any]]], log: Path) -> Iterator[Seen]:
        """The messages of a log's records. Raises ``UsageError`` where the function fails, or makes no message."""
        for line, record in records:
            try:
                made = self._turn(record)
            except (Exception, SystemExit, GeneratorExit) as problem:
                said = f"the function of {self.file.name} fails: {exception(problem)}"
                raise UsageError(said, "mend it, or have it return None for what is no message", log, line) from None
            if made is None:
                self.passed_over["records for which the function returned None"] += 1
            elif isinstance(made, Mapping):
                yield self._seen(dict(made), log, line)
            else:
                said = f"the function of {self.file.name} returns {quoted(made)}"
                raise UsageError(said, "return a dictionary, or None for what is no message", log, line)

    def _seen(self, made: dict[str, Any], log: Path, line: int) -> Seen:
        for name in made.keys() - _PARTS:
            said = f"the function of {self.file.name} returns '{shortened(str(name), 100)}', which no message has"
            raise UsageError(said, f"what it returns has {', '.join(_PARTS)}", log, line)
        at, sender, customer = (made.pop(name, None) for name in _OUTSIDE)
        try:
            message = Message.from_json({"id": f"line {line}", **made})
        except ValueError as problem:
            raise UsageError(str(problem), f"the function of {self.file.name} returns it", log, line) from None
        if not isinstance(at, datetime) or not of_a_log(at):
            remedy = f"return a datetime with a zone, {YEARS}"
            raise UsageError(f"'at' is no instant: {quoted(at)}", remedy, log, line)
        if message.kind not in KINDS:
            raise UsageError(
                f"there is no kind '{message.kind}'", "'ordertck docs messages' lists the kinds", log, line
            )
        try:
            require_body(message.kind, message.body, log, line)
        except ValueError as problem:
            remedy = f"the function of {self.file.name} returns it; a body has texts, numbers, lists, dictionaries"
            raise UsageError(f"'body' holds what no JSON can: {problem}", remedy, log, line) from None
        return Seen(line, at, message, sender or "", customer or "")

    def _module(self) -> Any:
        if not self.file.is_file():
            raise UsageError("there is no such file", "name a map: FILE.toml or FILE.py:FUNCTION", self.file)
        spec = importlib.util.spec_from_file_location(f"ordertck_map_{self.file.stem}", self.file)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except (Exception, SystemExit, GeneratorExit) as problem:
            raise UsageError(exception(problem), "mend the module", self.file) from None
        return module
