"""A CRM's adapter from tables: functions for what its users do and see, and for what it is told; the rest is here.

An act is ``function(ref, fields)`` and a view ``function(ref)``; docs/desk.md lists both. What stands in neither table
is refused in one place, so that an adapter has only what its CRM has.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

from ordertck.harness.messages import Edge, Message
from ordertck.harness.port import ScenarioContext

Fields = Mapping[str, str]
Row = Mapping[str, Any]

_EDGES = {"order-submission": Edge.SUBMISSION, "desk-shown": Edge.DESK}


class Refused(Exception):
    """The CRM does not let its users do this, or has nothing to show; the text is the reason."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a user is shown: the CRM's own ``id``, fields, the rows of a list, a warning.

    Values need not be texts yet; one that is None is left out.
    """

    id: str | None = None
    fields: Row = field(default_factory=dict)
    rows: Iterable[Row] = ()
    warning: str | None = None


Act = Callable[[str, Fields], Shown | None]
View = Callable[[str], Shown]
Acts = Mapping[tuple[str, str], Act]
Heard = Callable[[Message], None]


def _nothing(_: Any) -> None:
    """What is told to a CRM that has no use for it."""


class Desk:
    """The port to a CRM: what a factory returns.

    ``acts`` are by verb and object, ``views`` by object, ``heard`` by the kind of a message that is no desk's.
    ``account`` puts an account on file. ``busy`` says whether something may still come that nobody has just asked for;
    a CRM that works in the background says True. ``close`` releases what there is to release.
    ``catalogue`` has the CRM sell from another catalogue, for claims that name ``renamed-catalogue``.
    """

    def __init__(
        self,
        session: str,
        acts: Acts,
        views: Mapping[str, View],
        heard: Mapping[str, Heard] | None = None,
        account: Callable[[Mapping[str, str]], None] = _nothing,
        busy: Callable[[], bool] = lambda: False,
        close: Callable[[], None] = lambda: None,
        catalogue: Callable[[Mapping[str, Any]], None] = lambda _: None,
    ) -> None:
        self._session, self._acts, self._views, self._heard = session, acts, views, heard or {}
        self._account, self._busy, self._close, self._catalogue = account, busy, close, catalogue
        self._sent = 0
        self._out: SimpleQueue[Message] = SimpleQueue()

    # The port

    def begin(self, scenario: ScenarioContext) -> None:
        """Sell from the catalogue that is told, where one is; put the scenario's accounts on file."""
        if scenario.content:
            self._catalogue(scenario.content)
        for account in scenario.accounts:
            self._account(account)

    def deliver(self, message: Message) -> None:
        """Do it, show it, or hand it to whoever takes that kind."""
        match message.kind:
            case "desk-do":
                self._answer(message, self._do)
            case "desk-see":
                self._answer(message, self._see)
            case kind if kind in self._heard:
                self._heard[kind](message)

    def receive(self, patience: float) -> Message | None:
        """The next message; None at once where the CRM is not busy."""
        try:
            return self._out.get(timeout=patience) if self._busy() else self._out.get_nowait()
        except Empty:
            return None

    def close(self) -> None:
        """Release what there is to release."""
        self._close()

    # What leaves the CRM

    def send(
        self, kind: str, body: Mapping[str, Any], about: str = "", re: str | None = None, priority: int | None = None
    ) -> str:
        """Send a message, and return its id; from any thread.

        ``about`` is the order's number, or the id of the record or account; ``re`` the id of what is answered.
        """
        self._sent += 1
        name = f"{self._session}-crm-{self._sent}"
        self._out.put(Message(name, kind, _EDGES.get(kind, Edge.BACKOFFICE), _texts(body), about, re, priority))
        return name

    # At the desk

    def _do(self, body: Mapping[str, Any]) -> Shown | None:
        act = self._acts.get((body["verb"], body["object"]))
        if act is None:
            raise Refused(f"here nobody can {body['verb']} an object of the kind '{body['object']}'")
        return act(body["ref"], body.get("fields", {}))

    def _see(self, body: Mapping[str, Any]) -> Shown | None:
        view = self._views.get(body["object"])
        if view is None:
            raise Refused(f"here is nothing of the kind '{body['object']}' to see")
        return view(body["ref"])

    def _answer(self, question: Message, answer: Callable[[Mapping[str, Any]], Shown | None]) -> None:
        shown: dict[str, Any] = {"object": question.body["object"], "ref": question.body["ref"]}
        try:
            said = answer(question.body) or Shown()
            shown |= {"id": said.id, "warning": said.warning, "fields": _row(said.fields)}
            shown["rows"] = [_row(row) for row in said.rows]
        except Refused as refusal:
            shown["refused"] = str(refusal) or "it is not possible"
        self.send("desk-shown", shown, question.about, question.id)


def form(kind: str, show: Callable[[str], Row], save: Callable[[str, Fields], str]) -> dict[tuple[str, str], Act]:
    """The three acts on a form in which a user fills in a record: revise (fill in), submit (save), discard (give up).

    What is filled in lies in the form, as in a browser, and reaches the CRM when it is saved: ``save(ref, fields)``
    returns the CRM's id, ``show(id)`` the record as it is kept, nothing where there is none yet.
    """
    filled: dict[str, dict[str, str]] = {}
    ids: dict[str, str] = {}

    def revise(ref: str, fields: Fields) -> Shown:
        filled.setdefault(ref, {}).update(fields)
        return Shown(ids.get(ref, ref), {**show(ids.get(ref, ref)), **filled[ref]})

    def submit(ref: str, fields: Fields) -> Shown:
        ids[ref] = save(ref, {**filled.pop(ref, {}), **fields})
        return Shown(ids[ref], show(ids[ref]))

    def discard(ref: str, _: Fields) -> None:
        filled.pop(ref, None)

    return {("revise", kind): revise, ("submit", kind): submit, ("discard", kind): discard}


def _row(row: Row) -> dict[str, str]:
    """Fields as the desk shows them, all text."""
    words = {True: "yes", False: "no"}
    return {
        name: words[value] if isinstance(value, bool) else str(value)
        for name, value in row.items()
        if value is not None
    }


def _texts(body: Mapping[str, Any]) -> dict[str, Any]:
    """A body without what was not said."""
    return {name: value for name, value in body.items() if value is not None}
