"""What the CRM and back-office systems say to each other: one kind for all objects and all directions."""

from collections.abc import Mapping

from msgspec import field

from ordertck.harness.messages.body import Body


class Workflow(Body, frozen=True, kw_only=True):
    """A workflow at work: an ``object``'s data, or a request for them.

    To the CRM: ``Send`` and ``Get`` ask for the data of a ``record``, which the answer brings (``re``); ``Receive``
    brings what ``system`` has. From the CRM: ``Send`` brings what the CRM has to ``system``; ``Get`` asks it.
    ``workflow`` is the workflow's name ("CUT Send Account Data") and ``account`` the customer's; ``as_of`` is when the
    content was true. ``rows`` are the assets of a service profile, the lines of an order.
    """

    verb: str
    object: str
    record: str
    system: str
    account: str | None = None
    workflow: str | None = None
    as_of: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Mapping[str, str], ...] = ()


class BackOfficeUp(Body, frozen=True, kw_only=True):
    """A back-office ``system`` that was down takes messages again."""

    system: str
