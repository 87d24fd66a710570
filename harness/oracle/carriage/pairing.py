"""Which line a call on billing or provisioning is about, where an integration layer has ids of its own for lines."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Message
from ordertck.harness.oracle.carriage.calls import has_a_way

Line = Mapping[str, Any]
_CALLS = frozenset({"billing-order", "provisioning-order"})


@dataclass(slots=True)
class Pairing:
    """Pairs what the order system asks with what a layer passes on of it: the line that has most in common.

    Billing and provisioning may each know a line by any id (FL-08), as long as it is one: a line that has an id of the
    layer's at one of them gets no second one there.
    """

    _open: list[tuple[str, str, Line]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _named: set[tuple[str, str]] = field(default_factory=set)

    def asked(self, message: Message, order: str, catalogue: Catalogue | None = None) -> None:
        """The order system asks something of ``order``; a redelivery asks nothing new.

        By the ``catalogue``, where it is given, lines are left out that cannot be passed on: they are faulted, and
        left open would be taken for the next that is like them.
        """
        if message.kind in _CALLS and message.id not in self._seen:
            self._seen.add(message.id)
            lines = (x for x in message.body["lines"] if catalogue is None or has_a_way(message, x, catalogue))
            self._open += [(message.kind, order, line) for line in lines]

    def passed_on(self, message: Message, order: str, key: Callable[[str], str | None]) -> Iterator[tuple[str, str]]:
        """What the layer's call teaches: pairs of the layer's id and the order system's.

        ``key`` is what a line is known by, None where nobody knows the id.
        """
        for line in message.body["lines"] if message.kind in _CALLS else ():
            known = key(line["line"])
            fits = [each for each in self._open if self._may_be(each, message.kind, order, line, known, key)]
            if not fits:
                continue
            best = max(fits, key=lambda each: len(_said(each[2]) & _said(line)))
            self._open.remove(best)
            for name in ("line", "parent") if known is None else ("parent",):
                own, asked = line.get(name), best[2].get(name)
                if own and asked and key(own) is None and (meant := key(asked)) and self._is_new(message, meant):
                    self._named.add((message.kind, meant))
                    yield own, asked

    def _is_new(self, message: Message, meant: str) -> bool:
        return (message.kind, meant) not in self._named

    def _may_be(
        self,
        each: tuple[str, str, Line],
        kind: str,
        order: str,
        line: Line,
        known: str | None,
        key: Callable[[str], str | None],
    ) -> bool:
        asked = each[2]
        alike = all(asked.get(name) == line.get(name) for name in ("product", "effect"))
        meant = key(asked["line"])
        fits = meant == known if known is not None else (kind, meant) not in self._named
        return each[:2] == (kind, order) and alike and fits


def _said(line: Line) -> set[tuple[str, str]]:
    return {(name, repr(value)) for name, value in line.items()}
