"""What a log holds: messages in the kit's words, whoever sent them, and what is to be known to judge them."""

from dataclasses import dataclass
from datetime import datetime

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
