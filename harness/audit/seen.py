"""What a log holds: messages in the kit's words, whoever sent them, and what is to be known to judge them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from ordertck.harness.messages import Message


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
    """Makes messages of the records of a log. ``passed_over`` counts by name what the reader was told to pass over."""

    passed_over: Mapping[str, int]

    def read(self, records: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterable[Seen]:
        """The messages of the records, each record with its line. Raises ``UsageError`` for one that is no message."""
