"""JSON Lines: the port over a pipe to a child process in any language, one JSON object a line."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.adapters.json_text import encode, read_object
from ordertck.harness.adapters.pipe import Pipe


class JsonLines:
    """Carries requests and replies as lines of a pipe."""

    who = "the adapter"

    def __init__(self, pipe: Pipe) -> None:
        # What the pipe does for a dialogue it does by itself.
        self._pipe, self.pause, self.make_sure, self.end, self.kill = (
            pipe,
            pipe.pause,
            pipe.make_sure,
            pipe.end,
            pipe.kill,
        )

    def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:
        """The reply to one request, and how many bytes it had."""
        raw = self._pipe.ask(encode({"op": op, "n": number, **fields}) + b"\n", seconds)
        return read_object(raw, self.who, "printed", "; print each object on one line, diagnostics to stderr"), len(raw)
