"""Those whom a CRM asks while an order is prepared, and the customer who gets mail, as the kit plays them."""

from ordertck.harness.bench.channel import Channel
from ordertck.harness.bench.directory import Directory
from ordertck.harness.messages import AnswerLine, Check, CheckAnswer, Edge, Mail, Message


class CheckServices:
    """They answer every check at once: ok, unless a step has said otherwise, whose words are kept in ``said``.

    ``said`` is outcome and value by check and line, by the line's key; the line is empty for the order as a whole.
    While they are ``silent`` nobody answers anything; that a service cannot be reached is an answer too, "unknown".
    ``mails`` is what customers got.
    """

    def __init__(self, directory: Directory, channel: Channel) -> None:
        self._directory, self._channel = directory, channel
        self.said: dict[tuple[str, str], tuple[str, str | None]] = {}
        self.silent = False
        self.asked: list[Check] = []
        self.mails: list[Mail] = []

    def take(self, message: Message) -> None:
        """A check or a mail has come."""
        if message.kind == "mail":
            self.mails.append(message.read(Mail))
            return
        check = message.read(Check)
        self.asked.append(check)
        if not self.silent:
            self._channel.tell("check-answer", Edge.BACKOFFICE, self._answer(check), check.order, re=message.id)

    def _answer(self, check: Check) -> CheckAnswer:
        outcome, value = self.said.get((check.check, ""), ("ok", None))
        lines = tuple(
            AnswerLine(line=asked.line, outcome=self._said_of(check.check, asked.line)) for asked in check.lines
        )
        said = [of for (about, line), (of, _) in self.said.items() if about == check.check and line]
        worst = next((of for of in [line.outcome for line in lines] or said if of != "ok"), outcome)
        return CheckAnswer(order=check.order, check=check.check, outcome=worst, value=value, lines=lines)

    def _said_of(self, check: str, line: str) -> str:
        return self.said.get((check, self._directory.line_key(line)), ("ok", None))[0]
