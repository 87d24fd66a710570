"""What the CRM asks of others while an order is prepared, and what they answer; and the mail that it sends."""

from ordertck.harness.messages.body import Body


class CheckLine(Body, frozen=True, kw_only=True):
    """A line that is asked about: its id and its product."""

    line: str
    product: str


class Check(Body, frozen=True, kw_only=True):
    """A question about an order that is being prepared.

    ``check`` is availability, tax, shipping, payment, credit or card. The lines are those that the question is about:
    one call for each line and one for all of them are the same.
    """

    check: str
    order: str
    account: str | None = None
    lines: tuple[CheckLine, ...] = ()


class AnswerLine(Body, frozen=True, kw_only=True):
    """What is said of one line."""

    line: str
    outcome: str


class CheckAnswer(Body, frozen=True, kw_only=True):
    """The answer to a check: ``outcome`` is ok, declined, or unknown where nobody could say.

    ``value`` is what was worked out: an amount as a decimal in text, the number of an authorisation. Where lines were
    asked about, each has an outcome of its own, and the whole is ok only if all of them are.
    """

    order: str
    check: str
    outcome: str
    value: str | None = None
    lines: tuple[AnswerLine, ...] = ()


class Mail(Body, frozen=True, kw_only=True):
    """A mail to a customer about an order."""

    order: str
    to: str
    text: str
