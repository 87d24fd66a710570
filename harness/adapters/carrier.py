"""What carries a dialogue: a pipe, HTTP, or a place among others on one of these."""

from collections.abc import Mapping
from typing import Any, Protocol


class Carrier(Protocol):
    """What takes requests to the other end and brings the replies. ``who`` is at the other end, in words."""

    who: str

    def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:
        """The reply to one request, and how many bytes it had.

        Raises ``AdapterError`` where none comes within ``seconds``, or what comes is no JSON object.
        """

    def pause(self, seconds: float) -> None:
        """Let some time pass, but not beyond the moment at which the other end does something unasked."""

    def make_sure(self, seconds: float) -> None:
        """Wait whether the other end says something that nobody asked for. Raises ``AdapterError`` where it does."""

    def end(self, seconds: float) -> str:
        """See the other end off in good order, in ``seconds``; what had to be done about it, or ""."""

    def kill(self) -> None:
        """Be done with the other end at once; nothing happens where that was done before."""
