"""The transcript: every message that crossed an edge, in order, numbered."""

from collections.abc import Iterator, Mapping
from typing import Any

from ordertck.harness.messages import Message

STRUCK = "[redacted]"


class Transcript:
    """Collects messages; renders them with the fields in ``redact`` struck out."""

    def __init__(self, redact: tuple[str, ...] = ()) -> None:
        self._redact = frozenset(redact)
        self._records: list[tuple[str, str, Message]] = []

    def __len__(self) -> int:
        return len(self._records)

    def add(self, way: str, scenario: str, message: Message) -> None:
        """Take down one message; ``way`` is told (by the kit) or heard (from the system)."""
        self._records.append((way, scenario, message))

    def extend(self, other: "Transcript") -> None:
        """Take down everything that another transcript holds, after what is here."""
        self._records.extend(other._records)

    def records(self) -> Iterator[dict[str, Any]]:
        """The records as JSON objects, numbered from 1."""
        for number, (way, scenario, message) in enumerate(self._records, 1):
            shape = message.as_json()
            if self._redact:
                shape["body"] = self._struck(shape["body"])
            yield {"record": number, "scenario": scenario, "way": way, "message": shape}

    def _struck(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            return {k: STRUCK if k in self._redact else self._struck(v) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._struck(v) for v in value]
        return value
