"""The reference behind a pipe on which things go wrong by chance, examined as any third party's system is."""

import json
from collections import Counter, deque
from dataclasses import replace
from random import Random
from typing import Any

from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.json_lines import JsonLines
from ordertck.harness.adapters.json_text import decode
from ordertck.harness.adapters.pipe import Pipe
from ordertck.harness.adapters.served import Served
from ordertck.harness.adapters.wire import Wire
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import AdapterError
from ordertck.harness.examination import Examination
from ordertck.harness.plan import plan_of
from ordertck.harness.reference.landscape import InProcess, maker
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.runner.terms import Open
from ordertck.harness.tests.fuzzing import by_line, by_message, by_object
from ordertck.harness.tests.support import claims_as, thinned
from ordertck.harness.transcript import Transcript

_KNOWN = 40
# By what a system is reached: an adapter in Python hands over objects, one in another language writes lines.
WAYS = ("python", "json lines")


class Chance:
    """Decides what is changed, and counts it; ``permitted`` changes only are those that no verdict may hang on."""

    def __init__(self, seed: str, often: float, permitted: bool = False) -> None:
        self.draw, self.often, self.permitted = Random(seed), often, permitted
        self.done: Counter[str] = Counter()
        self.known: deque[str] = deque(["x"], _KNOWN)

    def strikes(self) -> bool:
        """Whether something is changed now."""
        return self.draw.random() < self.often

    @property
    def breaches(self) -> int:
        """How many changes were not of those that every system may make."""
        harmless = {change.__name__ for change in (*by_message.PERMITTED, *by_line.PERMITTED)}
        return sum(often for name, often in self.done.items() if name not in harmless)

    def note(self, change: object) -> None:
        """Something was changed."""
        self.done[getattr(change, "__name__", "")] += 1


class _Python(InProcess):
    """An adapter in Python that returns what it should not."""

    def __init__(self, claims: Claims, chance: Chance) -> None:
        super().__init__(maker(claims.roles), claims)
        self._chance = chance

    def receive(self, patience: float) -> Any:
        heard = super().receive(patience)
        if heard is None or self._chance.permitted or not self._chance.strikes():
            return heard
        change = self._chance.draw.choice(by_object.ODD)
        self._chance.note(change)
        return change(heard, self._chance.draw)


class _Line(Pipe):
    """The pipe to the reference, without a process at its other end; messages and lines change on the way."""

    def __init__(self, served: Served, chance: Chance, lines: bool) -> None:
        self._served, self._chance, self._lines = served, chance, lines

    def ask(self, line: bytes, seconds: float) -> bytes:  # noqa: ARG002 - nothing here takes time
        request = decode(line)
        self._learn(request.get("message", {}))
        answer = self._with_other_messages(self._served.answer(request))
        if self._lines and request["op"] != "hello" and self._chance.draw.random() < self._chance.often / 5:
            change = self._chance.draw.choice(by_line.PERMITTED if self._chance.permitted else by_line.ODD)
            self._chance.note(change)
            answer = change(answer, self._chance.draw)
        if b"\n" in answer:
            raise AdapterError("the adapter printed more than its one line of reply")
        return answer

    def pause(self, seconds: float) -> None: ...

    def make_sure(self, seconds: float) -> None: ...

    def kill(self) -> None: ...

    def end(self, seconds: float) -> str:  # noqa: ARG002
        return ""

    def _with_other_messages(self, answer: bytes) -> bytes:
        reply = json.loads(answer)
        if "messages" not in reply:
            return answer
        said, chance = [], self._chance
        for shape in reply["messages"]:
            self._learn(shape)
            if chance.strikes():
                change = chance.draw.choice(by_message.PERMITTED if chance.permitted else by_message.ODD)
                chance.note(change)
                said += change(shape, list(chance.known), chance.draw)
            else:
                said.append(shape)
        return json.dumps({**reply, "messages": said}).encode()

    def _learn(self, shape: dict[str, Any]) -> None:
        if shape:
            self._chance.known.append(shape["id"])
            self._chance.known.extend(_texts(shape["body"]))


def _texts(value: Any) -> list[str]:
    """Every short text within a value."""
    if isinstance(value, str):
        return [value] if 0 < len(value) < 100 else []
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in held for text in _texts(each)]


def fuzzed_claims(roles: tuple[str, ...], patience: float = 0.02) -> Claims:
    """What is claimed for the reference in these roles, under another name."""
    return replace(claims_as(*roles), timing=Timing(patience, 0.005, 1.0), name="Fuzzed")


def opening(way: str, chance: Chance) -> Open:
    """How the reference is reached by this way."""

    def opened(claims: Claims, _: str) -> Wire:
        system = _Python(claims, chance) if way == "python" else InProcess(maker(claims.roles), claims)
        return Dialogue(JsonLines(_Line(Served(system, at_once=True), chance, way == "json lines")), claims.timing, {})

    return opened


def examined(roles: tuple[str, ...], way: str, chance: Chance, transcript: Transcript, every: int = 1) -> Examination:
    """The reference in these roles, examined on everything that is claimed for it, or on one example in so many."""
    # Where every verdict has to be as without, nothing may hang on how fast the machine is.
    claims = fuzzed_claims(roles, 10.0) if chance.permitted else fuzzed_claims(roles)
    plan = thinned(plan_of(claims, every_switch=True), every)
    return run(plan, Conditions("SFUZZ"), open_system=opening(way, chance), transcript=transcript)
