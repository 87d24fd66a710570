"""The desk: how a CRM under test is told what a user does, and shows what a user sees; docs/desk.md lists the acts."""

from collections.abc import Mapping

from msgspec import field

from ordertck.harness.messages.body import Body


class DeskDo(Body, frozen=True, kw_only=True):
    """A user does something: ``verb`` with an ``object`` that the kit calls ``ref``, with these ``fields``."""

    verb: str
    object: str
    ref: str
    fields: Mapping[str, str] = field(default_factory=dict)


class DeskSee(Body, frozen=True, kw_only=True):
    """A user looks at an ``object``: an order, the assets of an account."""

    object: str
    ref: str


class DeskShown(Body, frozen=True, kw_only=True):
    """What the user is shown: the CRM's own ``id`` for ``ref``, fields, rows of a list, a warning, a refusal."""

    object: str
    ref: str
    id: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Mapping[str, str], ...] = ()
    warning: str | None = None
    refused: str | None = None
