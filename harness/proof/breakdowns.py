"""What goes wrong in a breakdown, whatever the role: ways of forgetting, and of doing things again."""

from collections.abc import Iterable

from ordertck.harness.messages import Message, replace
from ordertck.harness.reference.common.journal import Entry, Journalled


class Forgetful(Journalled):
    """A part that comes back from a breakdown otherwise than it went."""

    def after_breakdown(self) -> list[Message]:
        """Forget something, or do something again; what is said at that."""
        raise NotImplementedError

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        super().recover(journal)
        return self.after_breakdown()


class MemoryOnly(Journalled):
    """A part that keeps everything in its memory, and nothing else."""

    def written(self, message: Message) -> Message | None:
        return None


class WritesDownLate(Journalled):
    """A part that writes a message down when it is done with it: what it was at in a breakdown is gone."""

    def killed(self, disk: list[Entry], unheard: list[Message]) -> list[Message]:
        if unheard:
            disk.pop()
        return []


class LosesSome(Journalled):
    """A part that keeps some of what it has still to say in its memory only, and takes it for said."""

    def loses(self, message: Message) -> bool:
        """Whether a message is lost in a breakdown that comes before anybody hears it."""
        raise NotImplementedError

    def killed(self, disk: list[Entry], unheard: list[Message]) -> list[Message]:
        return [message for message in unheard if not self.loses(message)]


class SaysTheFirst(Journalled):
    """A part that says in a breakdown the first of what follows from a message, and takes the rest for said."""

    def killed(self, disk: list[Entry], unheard: list[Message]) -> list[Message]:
        return unheard[:1]


class SaysWhatItWasAtAnew(Journalled):
    """A part that says once more after a breakdown, as new messages, what it was saying then."""

    def killed(self, disk: list[Entry], unheard: list[Message]) -> list[Message]:
        if any(message.id.endswith("-again") for message in unheard):
            return unheard  # the last breakdown was a moment ago
        return [*unheard, *(replace(message, id=f"{message.id}-again") for message in unheard)]


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

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        super().recover(journal)
        return list(self.said)


class SaysAnew(SaysAgain):
    """A part that says once more after a breakdown what it had said before, as new messages."""

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        return [replace(message, id=f"{message.id}-again") for message in super().recover(journal)]
