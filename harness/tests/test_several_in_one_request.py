"""Several things told in one request: what waits, when it goes, what comes back, and who is blamed."""

from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic, sleep
from typing import Any

import pytest

from ordertck.harness.adapters.dialogue import Dialogue
from ordertck.harness.adapters.json_text import decode, encode
from ordertck.harness.adapters.served import Served
from ordertck.harness.claims import Claims, Timing
from ordertck.harness.errors import AdapterError
from ordertck.harness.messages import Edge, Message
from ordertck.harness.plan import Selection, plan_of
from ordertck.harness.port import ScenarioContext, System
from ordertck.harness.reference.landscape import PARTS, InProcess
from ordertck.harness.runner.conditions import Conditions
from ordertck.harness.runner.run import run
from ordertck.harness.tests.support import EDITION, claims_as
from ordertck.harness.verdicts import Verdict

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SCENARIO = ScenarioContext("S1-0001", "S1", NOW, "Home Services", "", ())


class Echo:
    """A system that says whatever it is told, refuses the message "bad" and then is as it was."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self._heard: deque[Message] = deque()

    def begin(self, scenario: ScenarioContext) -> None:
        self.told.append(scenario.id)

    def deliver(self, message: Message) -> None:
        if message.id == "bad":
            raise AdapterError("no route")
        self.told.append(message.id)
        if message.id != "mute":
            self._heard.append(message)

    def receive(self, patience: float) -> Message | None:  # noqa: ARG002 - nothing can come later
        return self._heard.popleft() if self._heard else None

    def advance_to(self, instant: datetime) -> None:
        self.told.append(instant.isoformat())

    def close(self) -> None:
        self.told.append("closed")


class Line:
    """A carrier to a system in this process, which counts the requests by their operation."""

    who = "the server"

    def __init__(self, system: System, several: bool, at_once: bool) -> None:
        self._served, self._several = Served(system, at_once=at_once), several
        self.requests: list[str] = []

    def ask(self, op: str, number: int, fields: Mapping[str, Any], seconds: float) -> tuple[dict[str, Any], int]:  # noqa: ARG002
        self.requests.append(op)
        reply = self._served.reply({"op": op, **decode(encode(fields))})
        return reply | {"several": self._several}, 10

    def pause(self, seconds: float) -> None: ...

    def make_sure(self, seconds: float) -> None: ...

    def kill(self) -> None: ...

    def end(self, seconds: float) -> str:  # noqa: ARG002
        return ""


def begun(several: bool = True, at_once: bool = True) -> tuple[Dialogue, Echo, Line]:
    """A dialogue in which an example has begun."""
    system = Echo()
    line = Line(system, several, at_once)
    dialogue = Dialogue(line, Timing(1.0, 0.1, 1.0), {})
    dialogue.begin(SCENARIO)
    return dialogue, system, line


def message(name: str) -> Message:
    """A message of this id."""
    return Message(name, "order-update", Edge.CRM, {"order": "O"})


@pytest.mark.parametrize("at_once", [True, False])
def test_one_request_for_all_that_leads_to_a_wait(at_once: bool) -> None:
    """Nothing goes before the kit wants to hear, then everything in its order, and all that it led to comes back."""
    dialogue, system, line = begun(at_once=at_once)
    dialogue.deliver(message("a"))
    dialogue.advance_to(NOW)
    dialogue.deliver(message("b"))
    assert system.told == []
    assert [heard.id for heard in iter(lambda: dialogue.receive(0.1), None)] == ["a", "b"]
    assert system.told == ["S1-0001", "a", NOW.isoformat(), "b"]
    assert line.requests == ["hello", "receive"] + ["receive"] * (not at_once)


def test_who_does_not_ask_for_it_is_told_one_thing_at_a_time() -> None:
    """Each goes at once."""
    dialogue, system, line = begun(several=False)
    dialogue.deliver(message("a"))
    assert system.told == ["S1-0001", "a"]
    assert line.requests == ["hello", "begin", "deliver"]


def test_what_is_told_ends_idleness() -> None:
    """A system that was idle is asked again once it was told something."""
    dialogue, _, line = begun()
    assert dialogue.receive(1.0) is None
    assert dialogue.receive(1.0) is None
    assert line.requests == ["hello", "receive"]
    dialogue.deliver(message("a"))
    assert dialogue.receive(1.0) == message("a")


def test_the_first_that_fails_ends_it() -> None:
    """What came before it is done and heard, what came after is not done; the error names the operation."""
    dialogue, system, _ = begun()
    for name in ("a", "bad", "b"):
        dialogue.deliver(message(name))
    with pytest.raises(AdapterError, match=r"^the server answers deliver with an error: no route$"):
        dialogue.receive(1.0)
    assert system.told == ["S1-0001", "a"]
    assert dialogue.receive(1.0) == message("a")
    assert dialogue.receive(1.0) is None


def test_the_end() -> None:
    """What nobody waited for goes before the end; where it fails, that is said."""
    dialogue, system, _ = begun()
    dialogue.deliver(message("mute"))
    dialogue.close()
    assert system.told == ["S1-0001", "mute", "closed"]
    assert dialogue.parting == ""
    dialogue, system, _ = begun()
    dialogue.deliver(message("bad"))
    dialogue.close()
    assert system.told == ["S1-0001", "closed"]
    assert "no route" in dialogue.parting


def test_many_go_in_parts() -> None:
    """No request grows without end."""
    dialogue, system, line = begun()
    for number in range(120):
        dialogue.deliver(message(f"m{number}"))
    assert line.requests == ["hello", "receive", "receive"]
    assert len([*iter(lambda: dialogue.receive(1.0), None)]) == 120
    assert system.told[1:] == [f"m{number}" for number in range(120)]


class SpeaksLater(InProcess):
    """Bills what was refused after all, a moment after it was told of the order, and does not know when it is idle."""

    def __init__(self, claims: Claims) -> None:
        super().__init__(PARTS["oms"], claims)
        self._later: list[tuple[float, Message]] = []

    def deliver(self, message: Message) -> None:
        super().deliver(message)
        if message.kind == "sales-order":
            line = {"line": message.body["lines"][0]["id"], "product": "Internet Access", "effect": "start"}
            lines = [{**line, "price_list": "Household Price List"}]
            body = {"order": message.about, "account": "A", "phase": "all", "lines": lines}
            self._later.append((monotonic() + 0.1, Message("late", "billing-order", Edge.BILLING, body, message.about)))

    def receive(self, patience: float) -> Message | None:
        if (said := super().receive(patience)) is not None:
            return said
        end = monotonic() + patience
        if self._later and self._later[0][0] <= end:
            at, message = self._later.pop(0)
            sleep(max(0.0, at - monotonic()))
            return message
        sleep(patience)
        return None


def test_who_speaks_a_moment_later_is_heard_all_the_same() -> None:
    """Between what is told and what comes of it the kit waits as long as ever: a negative needs its whole silence."""
    refused = frozenset(
        str(e.id) for e in EDITION.examples if e.id.rule == "PL-10" and "billing does not know" in e.id.title
    )
    claims = replace(claims_as("oms"), timing=Timing(5.0, 1.0, 1.0))
    plan = plan_of(claims).only(Selection(ids=refused))

    def opened(claims: Claims, _: str) -> Dialogue:
        return Dialogue(Line(SpeaksLater(claims), several=True, at_once=False), claims.timing, {})

    (found,) = (
        e for e in run(plan, Conditions("SLATER"), open_system=opened).examples if e.verdict is not Verdict.INAPPLICABLE
    )
    assert (found.verdict, found.late) == (Verdict.FAILED, False)
