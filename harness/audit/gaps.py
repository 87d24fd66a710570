"""What of a map found nothing in a log, and which words in it are not the kit's: where a slip may hide a breach."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import jmespath

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Edge, Message
from ordertck.harness.names import Sort, words_of

# Fields whose words are the kit's own, or mapped to them; other lists are open, or closed by their schema.
SORTS = {
    "action": (Sort.ACTION,),
    "status": (Sort.ORDER, Sort.LINE),
    "milestone": (Sort.MILESTONE,),
    "subject": (Sort.SUBJECT,),
    "priority": (Sort.PRIORITY,),
    "target": (Sort.TARGET,),
}
_WORK = frozenset({"billing-update", "provisioning-update"})
# Where neighbours are asked for work and tell what became of it.
_OF_WORK = frozenset({Edge.BILLING, Edge.PROVISIONING, Edge.NETWORK})
_REQUESTS = frozenset({"billing-order", "provisioning-order", "network-order"})
# So many words are kept: a field with more holds no words at all.
_MOST = 1000


@dataclass(slots=True)
class Strange:
    """A word that the kit does not know: in which field, how often, and at which line first."""

    field: str
    word: str
    times: int
    first: int


class Unknown:
    """Counts the words of messages that the kit does not know, each in the field where it stands."""

    def __init__(self, catalogue: Catalogue) -> None:
        words = words_of(catalogue)
        self._known = {name: frozenset().union(*(words[sort] for sort in sorts)) for name, sorts in SORTS.items()}
        self._found: dict[tuple[str, str], Strange] = {}

    def hear(self, message: Message, line: int) -> None:
        """Look at the words of one message, which is in the kit's names."""
        body = message.body
        if message.kind in _WORK and body["sort"] in self._known:
            self._look(body["sort"], body["value"], line)
        for held in (body, *(body.get("lines") or ())):
            for name in self._known.keys() & held.keys():
                self._look(name, held[name], line)

    def _look(self, name: str, word: Any, line: int) -> None:
        if isinstance(word, str) and word and word not in self._known[name]:
            if (known := self._found.get((name, word))) is not None:
                known.times += 1
            elif len(self._found) < _MOST:
                self._found[name, word] = Strange(name, word, 1, line)

    def told(self) -> list[Strange]:
        """The words, those that came most often first."""
        return sorted(self._found.values(), key=lambda strange: -strange.times)


class Unanswered:
    """On which edges a role asks its neighbours for work, and the log has nothing that they answer."""

    def __init__(self) -> None:
        self._answered = dict[tuple[str, str], bool]()

    def cross(self, role: str, message: Message, told: bool) -> None:
        """A role was told something, or said it."""
        if message.edge in _OF_WORK and (told or message.kind in _REQUESTS):
            key = role, message.edge.value
            self._answered[key] = self._answered.get(key, False) or told

    def told(self) -> list[str]:
        """Role and edge, in words."""
        return [f"{role} asks on the edge {edge}" for (role, edge), answered in self._answered.items() if not answered]


class Unused:
    """What of a map has found nothing so far: kinds of record, fields of each, words, and what [log] looks for.

    ``messages`` are by kind of record the expressions of a message's parts, ``words`` by field the map's words.
    """

    def __init__(
        self,
        log: Iterable[str],
        messages: Mapping[str, Mapping[str, str]],
        words: Mapping[str, Iterable[str]],
    ) -> None:
        self._log = dict.fromkeys(log)
        self._absent = dict.fromkeys(messages)
        self._missing = {
            name: dict.fromkeys(place for part, text in parts.items() for place in places(part, text))
            for name, parts in messages.items()
        }
        self._words = dict.fromkeys((name, word) for name, held in words.items() for word in held)

    def found(self, name: str) -> None:
        """Something stands where [log] says of this name."""
        self._log.pop(name, None)

    def said(self, name: str, word: str) -> None:
        """A word of the map stands in a field."""
        self._words.pop((name, word), None)

    def filled(self, name: str, held: Mapping[str, Any]) -> None:
        """A record of a kind made these parts of a message."""
        self._absent.pop(name, None)
        if missing := self._missing[name]:
            self._missing[name] = {place: None for place in missing if not _is_found(held, place)}

    def told(self) -> list[str]:
        """Where in the map it stands."""
        fields = (
            f'[messages."{name}"] {place}'
            for name, missing in self._missing.items()
            if name not in self._absent
            for place in missing
        )
        return [
            *(f"[log] {name}" for name in self._log),
            *(f'[messages."{name}"]' for name in self._absent),
            *fields,
            *(f'[words.{name}] "{word}"' for name, word in self._words),
        ]


def places(part: str, expression: str) -> Iterator[str]:
    """The fields that an expression fills: the one it is of, and those of the objects that it makes."""
    yield part
    yield from _keys(jmespath.compile(expression).parsed, part)


def _is_found(body: Mapping[str, Any], place: str) -> bool:
    """Whether something stands at a place: in a field, or in that field of any line."""
    held: list[Any] = [body]
    for name in place.split("."):
        values = [each[name] for each in held if isinstance(each, Mapping) and name in each]
        held = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return any(each is not None for each in held)


def _keys(node: Mapping[str, Any], place: str) -> Iterator[str]:
    children = node["children"]
    for child in children[-1:] if node["type"] in ("pipe", "subexpression") else children:
        if node["type"] == "multi_select_dict":
            below = f"{place}.{child['value']}"
            yield below
            yield from _keys(child["children"][0], below)
        elif isinstance(child, Mapping):
            yield from _keys(child, place)
