"""What the CRM asks of others while an order is prepared, and what they answer; and the mail that it sends."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """A line that is asked about: its id and its product."""

    line: str
    product: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A question about an order that is being prepared.

    ``check`` is availability, tax, shipping, payment, credit or card. The lines are those that the question is about:
    one call for each line and one for all of them are the same.
    """

    check: str
    order: str
    account: str | None = None
    lines: tuple[CheckLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """What is said of one line."""

    line: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer:
    """The answer to a check: ``outcome`` is ok, declined, or unknown where nobody could say.

    ``value`` is what was worked out: an amount as a decimal in text, the number of an authorisation. Where lines were
    asked about, each has an outcome of its own, and the whole is ok only if all of them are.
    """

    order: str
    check: str
    outcome: str
    value: str | None = None
    lines: tuple[AnswerLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail to a customer about an order."""

    order: str
    to: str
    text: str
