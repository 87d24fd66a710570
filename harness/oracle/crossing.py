"""What the oracle is given: a message that crossed an edge, or word that nothing is under way."""

from datetime import datetime

from msgspec import Struct

from ordertck.harness.messages import Message


class Crossing(Struct, frozen=True):
    """A message that crossed an edge of the system, in the kit's words, after its schema was checked.

    ``record`` is its number in the exchange, rising; ``told`` says that the system was told it, else the system said
    it; ``at`` is the time as the system had it.
    """

    record: int
    told: bool
    message: Message
    at: datetime


class Rest(Struct, frozen=True):
    """Nothing is under way: what the system had to say by itself, it has said; ``record`` is the latest crossing's."""

    record: int
    at: datetime
