"""What a log holds: messages in the kit's words, whoever sent them, and what is to be known to judge them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from ordertck.harness.messages import Message

# When no log was written: a date that stands for none, and whatever is so far off that it cannot be reckoned with.
_FIRST, _LAST = 1970, 9000
YEARS = f"in the years {_FIRST} to {_LAST}"


def of_a_log(instant: datetime) -> bool:
    """Whether somebody can have written a message down at an instant: it has a zone, and a year of those."""
    return instant.tzinfo is not None and _FIRST <= instant.year <= _LAST


@dataclass(frozen=True, slots=True)
class Seen:
    """One message of a log: at which line it begins, when it crossed, and whose story it belongs to.

    ``sender`` is the part that sent it, where the log says so; ``world`` the customer, or the scenario of a run of the
    kit, whose messages are judged together; empty where that is to be told from the message.
    """

    line: int
    at: datetime
    message: Message
    sender: str = ""
    world: str = ""


class Reader(Protocol):
    """What makes messages of a log's records: a map, or a function."""

    @property
    def log(self) -> Mapping[str, Any]:
        """How the log is written and to be read, as a map's [log] says it."""

    @property
    def passed_over(self) -> Counter[str]:
        """How many records were passed over, by the reason."""

    @property
    def unused(self) -> Sequence[str]:
        """What of it found nothing in what was read so far, by its place."""

    def read(self, records: Iterable[tuple[int, Mapping[str, Any]]], log: Path) -> Iterator[Seen]:
        """The messages of a log's records, in their order. Raises ``UsageError`` for one that is none."""
