"""The envelope that every message travels in."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Annotated, Any, TypeVar

from msgspec import Meta, Struct, ValidationError, convert, to_builtins

from ordertck.harness.messages.body import Body, read_body, replace
from ordertck.harness.messages.edges import Edge
from ordertck.harness.messages.kinds import KINDS

B = TypeVar("B", bound=Body)

# What an id, a kind or the name of an order may measure; nobody needs as much, and every report quotes them.
LONGEST_WORD = 1000
Word = Annotated[str, Meta(min_length=1, max_length=LONGEST_WORD)]


class Message(Struct, frozen=True, omit_defaults=True, dict=True):
    """One message on one edge.

    ``body`` is JSON-shaped, as the schema of ``kind`` says, and nobody changes it. ``about`` is the order or object
    that the message concerns (it sorts strays and shared callbacks), ``re`` the id of the message that this one
    answers. ``priority`` is the transport's, 0 to 9; the name that the CRM gave it stands in the body (PR-10).
    The same ``id`` again is a redelivery.
    """

    id: Word
    kind: Word
    edge: Edge
    body: Mapping[str, Any]
    about: Annotated[str, Meta(max_length=LONGEST_WORD)] = ""
    re: Word | None = None
    priority: Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)] | None = None

    @property
    def content(self) -> Body:
        """The body as the type that the kind gives it, without the fields that the vocabulary does not know.

        It is for messages that passed the border, and made once. Raises ``KeyError`` for an unknown kind and
        ``msgspec.ValidationError`` for a body that the schema refuses.
        """
        made = self.__dict__  # functools.cached_property takes a lock for it, which costs as much as the reading
        if (content := made.get("_content")) is None:
            content = made["_content"] = read_body(KINDS[self.kind].body, self.body)
        return content

    def read(self, body: type[B]) -> B:
        """The content, for whoever knows its type. Raises ``TypeError`` where the kind has another one."""
        content = self.content
        if not isinstance(content, body):
            raise TypeError(f"{self.kind} holds no {body.__name__}")
        return content

    def copied(self) -> "Message":
        """The same message, for somebody who may do with it what he likes."""
        return replace(self, body=to_builtins(self.body))

    def as_json(self) -> dict[str, Any]:
        """The message as a JSON object; envelope fields that are not set are left out."""
        envelope: dict[str, Any] = {"id": self.id, "kind": self.kind, "edge": self.edge.value, "body": dict(self.body)}
        if self.about:
            envelope["about"] = self.about
        if self.re is not None:
            envelope["re"] = self.re
        if self.priority is not None:
            envelope["priority"] = self.priority
        return envelope

    @classmethod
    def from_json(cls, value: Any) -> "Message":
        """The message that a JSON object holds.

        Raises ``ValueError``, naming the field, where ``value`` is no envelope.
        """
        try:
            return convert(value, cls)
        except ValidationError as problem:
            if isinstance(value, dict) and type(number := value.get("priority")) is float and number.is_integer():
                return cls.from_json({**value, "priority": int(number)})  # JSON knows no difference between 7.0 and 7
            _refuse(value)
            raise ValueError(f"it is no message: {problem}") from None


def _know_all_types() -> None:
    """Have msgspec work out what each kind of message holds before there is any thread.

    It does so when it reads a type for the first time, and shows other threads a type that is half worked out: who
    reads that is ended by the operating system (msgspec 0.22).
    """
    for kind in KINDS.values():
        with suppress(ValidationError):
            read_body(kind.body, {})
    with suppress(ValidationError):
        convert({}, Message)


_know_all_types()


def _refuse(value: Any) -> None:
    """Raise ``ValueError`` with what is wrong with an envelope, in the kit's words."""
    if not isinstance(value, Mapping):
        raise ValueError(f"a message is a JSON object, not {type(value).__name__}")
    for name, kind in (("id", str), ("kind", str), ("edge", str), ("body", Mapping)):
        if not isinstance(value.get(name), kind) or value[name] == "":
            raise ValueError(f"the message has no proper '{name}': {_cut(value.get(name))}")
    if value["edge"] not in Edge.__members__.values():
        raise ValueError(f"unknown edge {_cut(value['edge'])}; the edges are {', '.join(Edge)}")
    about, answers, priority = value.get("about", ""), value.get("re"), value.get("priority")
    if not isinstance(about, str):
        raise ValueError(f"the message's 'about' is no string: {_cut(about)}")
    if answers is not None and (not isinstance(answers, str) or answers == ""):
        raise ValueError(f"the message's 're' is no id: {_cut(answers)}")
    if priority is not None and (type(priority) is not int or abs(priority) >= 2**63):
        raise ValueError(f"the message's 'priority' is no whole number: {_cut(priority)}")
    for name in ("id", "kind", "about", "re"):
        if len(value.get(name) or "") > LONGEST_WORD:
            raise ValueError(f"the message's '{name}' has more than {LONGEST_WORD} characters: {_cut(value[name])}")


def _cut(value: object) -> str:
    """A value as an error can quote it."""
    said = repr(value)
    return said if len(said) <= 80 else f"{said[:80]} ..."
