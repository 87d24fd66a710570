"""What the CRM has sent to back offices, and which of them have it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ordertck.harness.messages import Message

# What is sent to back offices again after these is what they have already.
_SAYS_NOTHING_NEW = ("kill", "restart", "desk-see", "workflow-answer", "back-office-up")


@dataclass(slots=True)
class Sending:
    """One message with a record's data: for which system, when it was sent, what it said, and whether it was missed.

    ``stands_for`` is when this was said first: earlier, where it repeats what the system missed.
    """

    object: str
    name: str
    system: str
    record: int
    fields: Mapping[str, str]
    stands_for: int
    missed: bool = False

    @property
    def whose(self) -> tuple[str, str, str]:
        """Of which record this is, and for which system."""
        return self.object, self.name, self.system


class Post:
    """The sendings by message id, and the systems that are ``down`` as far as the CRM was told."""

    def __init__(self) -> None:
        self.sendings: dict[str, Sending] = {}
        self._alike: dict[tuple[str, str, str], list[Sending]] = {}  # those of one record, for one system
        self._there: list[Sending] = []
        self.down: set[str] = set()

    def send(self, message: Message, record: int, known: Mapping[str, str]) -> None:
        """The CRM sends a record's data, of which this is ``known``: what is so now is nothing that was missed."""
        if message.id not in self.sendings:
            sending = self.sendings[message.id] = self._sending(message, record)
            if all(sending.fields.get(name) == value for name, value in known.items() if value != sending.name):
                sending.stands_for = record
            self._alike.setdefault(sending.whose, []).append(sending)

    def is_repeated(self, message: Message, record: int) -> bool:
        """Whether a message says to a system what it missed, and nothing newer was taken there before."""
        return self._sending(message, record).stands_for < record

    def _sending(self, message: Message, record: int) -> Sending:
        """A message; what a system missed may be sent to it again as it was, before what is newer."""
        body = message.body
        sending = Sending(body["object"], body["record"], body["system"], record, body.get("fields", {}), record)
        earlier = self._alike.get(sending.whose, [])
        newest = max((each.stands_for for each in earlier if not each.missed), default=0)
        missed = (each for each in earlier if each.missed and each.fields == sending.fields)
        sending.stands_for = next((each.stands_for for each in missed if each.stands_for > newest), record)
        return sending

    def answered(self, message: Message) -> None:
        """A back office says what became of a message."""
        sending = self.sendings.get(message.re or "")
        if sending is not None and message.body["outcome"] != "ok":
            sending.missed = True
            self.down.add(sending.system)

    def settle(self) -> None:
        """All is quiet: what was taken by now is known to be there."""
        self._there = [each for each in self.sendings.values() if not each.missed]

    def disturb(self, kind: str) -> None:
        """The CRM is told something of a kind that may be a reason to send what is there once more."""
        if kind not in _SAYS_NOTHING_NEW:
            self._there = []

    def is_there(self, body: Mapping[str, Any]) -> bool:
        """Whether a system has just this already, and nothing has happened since that is a reason to send it."""
        whose, fields = (body["object"], body["record"], body["system"]), body.get("fields", {})
        alike = [each for each in self._there if each.whose == whose]
        return bool(alike) and alike[-1].fields == fields

    def back(self, system: str) -> None:
        """A back office takes messages again."""
        self.down.discard(system)

    def has(self, kind: str, names: Collection[str], since: int = 0) -> set[str]:
        """The systems that took a record, known by these names, as it was at that time or later."""
        return {
            each.system
            for each in self.sendings.values()
            if each.object == kind and each.name in names and not each.missed and each.stands_for >= since
        }
