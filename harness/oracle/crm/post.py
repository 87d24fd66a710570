"""What the CRM has sent to back offices, and which of them have it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ordertck.harness.messages import Message


@dataclass(slots=True)
class Sending:
    """One message with a record's data: for which system, when it was sent, what it said, and whether it was missed."""

    object: str
    name: str
    system: str
    record: int
    fields: Mapping[str, str]
    missed: bool = False


class Post:
    """The sendings by message id, and the systems that are ``down`` as far as the CRM was told."""

    def __init__(self) -> None:
        self.sendings: dict[str, Sending] = {}
        self.down: set[str] = set()

    def send(self, message: Message, record: int) -> None:
        """The CRM sends a record's data."""
        body = message.body
        sending = Sending(body["object"], body["record"], body["system"], record, body.get("fields", {}))
        self.sendings.setdefault(message.id, sending)

    def answered(self, message: Message) -> None:
        """A back office says what became of a message."""
        sending = self.sendings.get(message.re or "")
        if sending is not None and message.body["outcome"] != "ok":
            sending.missed = True
            self.down.add(sending.system)

    def back(self, system: str) -> None:
        """A back office takes messages again."""
        self.down.discard(system)

    def has(self, kind: str, names: Collection[str], since: int = 0) -> set[str]:
        """The systems that took a record, known by these names, at that time or later."""
        return {
            each.system
            for each in self.sendings.values()
            if each.object == kind and each.name in names and not each.missed and each.record >= since
        }
