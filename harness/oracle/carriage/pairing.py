"""Which line a call is about, where an integration layer has ids of its own for lines."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from ordertck.harness.edition.catalogue import Catalogue
from ordertck.harness.messages import Message
from ordertck.harness.oracle.carriage.calls import has_a_way

Line = Mapping[str, Any]
# What a line is known by; None where nobody knows the id.
Key = Callable[[str], str | None]
# By the kind of a call what the order system asks of which it comes: the layer passes it on, or, where it does the
# provisioning as well, has the network do the steps of it.
_COMES_OF = {
    "billing-order": "billing-order",
    "provisioning-order": "provisioning-order",
    "network-order": "provisioning-order",
}


# By what the network is to do, what that is most likely done for.
_DONE_FOR = {"do": ("add", "resume"), "undo": ("remove", "suspend"), "change": ("change",)}


class _Asked(NamedTuple):
    """One line that the order system asks for."""

    kind: str
    order: str
    line: Line


@dataclass(slots=True)
class Pairing:
    """Pairs what the order system asks with what comes of it behind a layer: the line that has most in common.

    Whoever is behind the layer may know a line by any id (FL-08), as long as it is one: a line that has an id of the
    layer's at one of them gets no second one there. What the layer calls an asset is learned with the line, and tells
    other lines apart from then on, whatever else they have in common.
    """

    _open: list[_Asked] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _named: set[tuple[str, str]] = field(default_factory=set)
    # By the kind of call, which asset of the order system is meant by which id.
    _assets: dict[tuple[str, str], str] = field(default_factory=dict)

    def asked(self, message: Message, order: str, catalogue: Catalogue | None = None) -> None:
        """The order system asks something of ``order``; a redelivery asks nothing new.

        By the ``catalogue``, where it is given, lines are left out that cannot be passed on: they are faulted, and
        left open would be taken for the next that is like them.
        """
        if message.kind in _COMES_OF and message.id not in self._seen:
            self._seen.add(message.id)
            lines = (x for x in message.body["lines"] if catalogue is None or has_a_way(message, x, catalogue))
            self._open += [_Asked(message.kind, order, line) for line in lines]

    def passed_on(self, message: Message, order: str, key: Key) -> Iterator[tuple[str, str]]:
        """What the layer's call teaches: pairs of the layer's id and the order system's."""
        for line in message.body["lines"] if message.kind in _COMES_OF else ():
            known = key(line["line"])
            best = self._likeliest(message.kind, order, line, known, key)
            if best is None:
                continue
            self._open.remove(best)
            if (said := line.get("asset")) and (named := best.line.get("asset")):
                self._assets.setdefault((message.kind, said), named)
            for name in ("line", "parent") if known is None else ("parent",):
                own, asked = line.get(name), best.line.get(name)
                if own and asked and key(own) is None and (meant := key(asked)) and self._is_new(message, meant):
                    self._named.add((message.kind, meant))
                    yield own, asked

    def _is_new(self, message: Message, meant: str) -> bool:
        return (message.kind, meant) not in self._named

    def _likeliest(self, kind: str, order: str, line: Line, known: str | None, key: Key) -> _Asked | None:
        """What was asked of the order that has most in common with a line of a call."""
        fits = [each for each in self._open if each.order == order and self._may_be(each, kind, line, known, key)]

        def likely(each: _Asked) -> tuple[bool, int, bool, float]:
            return self._is_about(kind, each.line, line), *_in_common(each.line, line), -_waits(each.line)

        return max(fits, key=likely, default=None)

    def _is_about(self, kind: str, asked: Line, line: Line) -> bool:
        """Whether a line of a call may be about the asset that was asked for, by what the layer called it before."""
        said, named = line.get("asset"), asked.get("asset")
        known = self._assets.get((kind, said or ""))
        if known is None:  # a name that is new is of an asset that has none yet
            return not any(each == named for (k, _), each in self._assets.items() if k == kind)
        return known == named

    def _may_be(self, each: _Asked, kind: str, line: Line, known: str | None, key: Key) -> bool:
        if each.kind != _COMES_OF[kind] or each.line.get("product") != line.get("product"):
            return False
        if kind == each.kind and each.line.get("effect") != line.get("effect"):
            return False  # of a step of the work it is not said what is to become of the whole
        meant = key(each.line["line"])
        return meant == known if known is not None else (kind, meant) not in self._named


def _in_common(asked: Line, line: Line) -> tuple[int, bool]:
    return len(_said(asked) & _said(line)), asked.get("effect") in _DONE_FOR.get(str(line.get("effect")), ())


def _waits(asked: Line) -> float:
    """Until when something waits, in seconds; of lines that are alike the one that need not wait is passed on first."""
    if asked.get("base_line"):
        return math.inf
    return datetime.fromisoformat(asked["due_date"]).timestamp() if asked.get("due_date") else 0.0


def _said(line: Line) -> set[tuple[str, str]]:
    return {(name, repr(value)) for name, value in line.items()}
