"""Cheats: systems that know a run of the kit by heart, or only look at what the kit ships, and understand nothing.

Each is recorded or made under one seed and has to fail under every other.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

import orjson

from ordertck.harness.adapters.wire import Embedded
from ordertck.harness.claims import Claims
from ordertck.harness.messages import Message
from ordertck.harness.plan import Plan
from ordertck.harness.port import ScenarioContext
from ordertck.harness.reference.landscape import InProcess, maker
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.variation import Variation

# What was said to what was told, in the order in which it was told.
Said = list[list[Message]]


class Reference(InProcess):
    """The reference in the claimed roles, from which cheats learn what is right."""

    def __init__(self, claims: Claims) -> None:
        super().__init__(maker(claims.roles), claims)


class Learner(Reference):
    """Does what is right, and keeps what it said: on a tape, and by what it had been told in the example until then."""

    def __init__(self, claims: Claims, memory: "Memory") -> None:
        super().__init__(claims)
        self.memory = memory

    def begin(self, scenario: ScenarioContext) -> None:
        super().begin(scenario)
        self.memory.begin(scenario)

    def deliver(self, message: Message) -> None:
        before = len(self._heard)
        super().deliver(message)
        self.memory.learn(message.as_json(), list(self._heard)[before:])

    def advance_to(self, instant: datetime) -> None:
        before = len(self._heard)
        super().advance_to(instant)
        self.memory.learn({"instant": instant.isoformat()}, list(self._heard)[before:])


class Memory:
    """What one run taught. ``alike`` makes one string of those that the cheat does not tell apart."""

    def __init__(self, alike: Callable[["Memory", str], str]) -> None:
        self.tape: Said = []
        self.session = self.example = ""
        self._alike = alike
        self._known: dict[str, Any] = {}
        self._told: list[Any] = []
        self.strings: dict[str, str] = {}

    def begin(self, scenario: ScenarioContext) -> None:
        """Another example: what was told before counts no more."""
        self.session, self.example, self._told, self.strings = scenario.session, scenario.id, [], {}
        for account in scenario.accounts:
            self.shape(account)

    def learn(self, told: Mapping[str, Any], said: list[Message]) -> None:
        """Keep what is right to say now."""
        self.tape.append(said)
        self._told.append(self.shape(told))
        self._known[self._key()] = [self.shape(message.as_json()) for message in said]

    def recall(self, told: Mapping[str, Any]) -> list[Any]:
        """What was right to say when the same had been told; nothing where that never was."""
        self._told.append(self.shape(told))
        names = {name: string for string, name in self.strings.items()}
        return [self._filled(shape, names) for shape in self._known.get(self._key(), [])]

    def shape(self, value: Any) -> Any:
        """A value without what differs from run to run, as far as the cheat knows."""
        if isinstance(value, Mapping):
            return {name: self.shape(held) for name, held in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.shape(held) for held in value]
        return self._alike(self, value) if isinstance(value, str) else value

    def place(self, text: str) -> str:
        """What stands for a string: when it first appeared in the example."""
        return self.strings.setdefault(text, f"<{len(self.strings)}>")

    def _filled(self, shape: Any, names: dict[str, str]) -> Any:
        if isinstance(shape, dict):
            return {name: self._filled(held, names) for name, held in shape.items()}
        if isinstance(shape, list):
            return [self._filled(held, names) for held in shape]
        if not isinstance(shape, str):
            return shape
        if shape.startswith("<") and shape not in names:  # what the cheat itself has to name
            own = f"{self.example}-{shape.strip('<>')}"
            self.strings[own] = names[shape] = shape
            names[shape] = own
        return names.get(shape, shape).replace("EXAMPLE", self.example).replace("SESSION", self.session)

    def _key(self) -> str:
        return sha256(orjson.dumps(self._told)).hexdigest()


def by_session(memory: Memory, text: str) -> str:
    """Only the session and the example's number are left out: what a first look at two runs shows."""
    return text.replace(memory.example, "EXAMPLE").replace(memory.session, "SESSION")


def by_ids(memory: Memory, text: str) -> str:
    """Every id counts by its first appearance; what is sold is known by its name."""
    return memory.place(text) if memory.session in text else text


def by_form(memory: Memory, text: str) -> str:
    """Ids, names and addresses count by their first appearance, so that only the form of an exchange is left."""
    return memory.place(text) if memory.session in text or " " in text else text


class KnowsItByHeart(Reference):
    """Says what was right to say when the same was told in an example of the run that it has learned."""

    def __init__(self, claims: Claims, memory: Memory) -> None:
        super().__init__(claims)
        self.memory = memory

    def begin(self, scenario: ScenarioContext) -> None:
        self.memory.begin(scenario)
        self._heard.clear()

    def deliver(self, message: Message) -> None:
        self._say(self.memory.recall(message.as_json()))

    def advance_to(self, instant: datetime) -> None:
        self._say(self.memory.recall({"instant": instant.isoformat()}))

    def _say(self, shapes: list[Any]) -> None:
        for shape in shapes:
            self._heard.append(Message.from_json(shape))


class Tape(Reference):
    """Says a recorded run again, with the session of this one."""

    def __init__(self, claims: Claims, memory: Memory) -> None:
        super().__init__(claims)
        self._tape, self._old, self._session = iter(memory.tape), memory.session, ""

    def begin(self, scenario: ScenarioContext) -> None:
        self._session = scenario.session
        self._heard.clear()

    def deliver(self, message: Message) -> None:
        self._go_on()

    def advance_to(self, instant: datetime) -> None:
        self._go_on()

    def _go_on(self) -> None:
        for message in next(self._tape, []):
            text = orjson.dumps(message.as_json()).decode().replace(self._old, self._session)
            self._heard.append(Message.from_json(orjson.loads(text)))


class GoodAtFirst(Reference):
    """Does what is right in the first examples, and says a recorded run again in the others."""

    def __init__(self, claims: Claims, memory: Memory) -> None:
        super().__init__(claims)
        self._left, self._tape = 50, Tape(claims, memory)

    def begin(self, scenario: ScenarioContext) -> None:
        self._left -= 1
        self._tape.begin(scenario)
        super().begin(scenario)

    def deliver(self, message: Message) -> None:
        self._tape.deliver(message)
        if self._left > 0:
            super().deliver(message)

    def advance_to(self, instant: datetime) -> None:
        self._tape.advance_to(instant)
        if self._left > 0:
            super().advance_to(instant)

    def receive(self, patience: float) -> Message | None:
        return super().receive(patience) if self._left > 0 else self._tape.receive(patience)


class KnowsTheIds(Reference):
    """Works for the orders that the features name, by their names at the ends of the ids, and for no others."""

    def deliver(self, message: Message) -> None:
        if "-" not in message.about or message.about.rpartition("-")[2].isalpha():
            super().deliver(message)


class KnowsTheCustomer(Reference):
    """Works for the customer who comes first among the accounts that are on file, and for nobody else."""

    def begin(self, scenario: ScenarioContext) -> None:
        self._first = scenario.accounts[0]["id"]
        super().begin(scenario)

    def deliver(self, message: Message) -> None:
        if message.body.get("account", self._first) == self._first:
            super().deliver(message)


class HasTheShippedCatalogue(Reference):
    """Sells from the catalogue that lies in the kit, whatever it is told."""

    def begin(self, scenario: ScenarioContext) -> None:
        super().begin(replace(scenario, content={}))


# How each cheat is made: from the claims and what it has learned.
CHEATS: Mapping[str, tuple[Callable[[Claims, Memory], InProcess], Callable[[Memory, str], str]]] = {
    "a tape": (Tape, by_session),
    "good for the first fifty examples, then a tape": (GoodAtFirst, by_session),
    "knows each example by what is told in it": (KnowsItByHeart, by_session),
    "knows each example whatever the ids": (KnowsItByHeart, by_ids),
    "knows each example by its form alone": (KnowsItByHeart, by_form),
    "knows the ids": (lambda claims, _: KnowsTheIds(claims), by_session),
    "knows the customer": (lambda claims, _: KnowsTheCustomer(claims), by_session),
    "has the shipped catalogue": (lambda claims, _: HasTheShippedCatalogue(claims), by_session),
}


def learned(
    plan: Plan, alike: Callable[[Memory, str], str], variation: Variation, session: str, memory: Memory | None = None
) -> Memory:
    """What a run under this seed teaches, besides what is known already."""
    memory = memory or Memory(alike)
    run(plan, Conditions(session, variation), open_system=lambda claims, _: Embedded(Learner(claims, memory)))
    return memory
