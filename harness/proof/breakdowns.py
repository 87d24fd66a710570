"""What goes wrong in a breakdown, whatever the role: ways of forgetting, and of doing things again."""

from collections.abc import Iterable

from ordertck.harness.messages import Message, replace
from ordertck.harness.reference.common.journal import Journalled


class Forgetful(Journalled):
    """A part that comes back from a breakdown otherwise than it went."""

    def after_breakdown(self) -> list[Message]:
        """Forget something, or do something again; what is said at that."""
        raise NotImplementedError

    def recover(self, journal: Iterable[bytes]) -> list[Message]:
        super().recover(journal)
        return self.after_breakdown()


class MemoryOnly(Journalled):
    """A part that keeps everything in its memory, and nothing else."""

    def written(self, message: Message) -> Message | None:
        return None


class SaysAgain(Journalled):
    """A part that says once more after a breakdown what it had said before, under the ids that it had."""

    def prepare(self) -> None:
        """Keep what is said."""
        super().prepare()  # type: ignore[misc]
        self.said: list[Message] = []

    def handle(self, message: Message) -> list[Message]:
        out = super().handle(message)
        self.said += out
        return out

    def recover(self, journal: Iterable[bytes]) -> list[Message]:
        super().recover(journal)
        return list(self.said)


class SaysAnew(SaysAgain):
    """A part that says once more after a breakdown what it had said before, as new messages."""

    def recover(self, journal: Iterable[bytes]) -> list[Message]:
        return [replace(message, id=f"{message.id}-again") for message in super().recover(journal)]
