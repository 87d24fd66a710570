"""Messages that come late: they fail the example that took their absence for an answer."""

from collections import deque

import pytest

from ordertck.harness.conformance import exit_code
from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.plan import Selection
from ordertck.harness.port import ScenarioContext
from ordertck.harness.proof.composition import made_of
from ordertck.harness.proof.systems.oms.price_lists import LeavesBlankPriceLists
from ordertck.harness.reference.landscape import PARTS
from ordertck.harness.tests.spoilt import OMS, Connecting, Reference
from ordertck.harness.tests.support import EDITION, examine
from ordertck.harness.verdicts import Blame, Verdict

# Ends in a negative: no charge for a line that was refused. And what may run after it.
REFUSED = [str(e.id) for e in EDITION.examples if e.id.rule == "PL-10" and "does not know" in e.id.title]
OTHERS = [str(e.id) for e in EDITION.examples if e.id.rule == "PR-08" and e.id.role == "oms"]


class Late(Reference):
    """Bills the first order of the first example after all, when the ``when``-th example begins."""

    def __init__(self, when: int) -> None:
        super().__init__()
        self.when = when
        self.kept: deque[Message] = deque()

    def begin(self, scenario: ScenarioContext) -> None:
        super().begin(scenario)
        if self.begun == self.when:
            self._heard.extend(self.kept)

    def deliver(self, message: Message) -> None:
        super().deliver(message)
        if self.begun == 1 and message.kind == "sales-order":
            line = {"line": message.body["lines"][0]["id"], "product": "Internet Access", "effect": "start"}
            lines = [{**line, "price_list": "Household Price List"}]
            body = {"order": message.about, "account": "A", "phase": "all", "lines": lines}
            self.kept.append(Message("late", "billing-order", Edge.BILLING, body, message.about))


@pytest.mark.parametrize("repeat", [1, 3])
def test_a_late_message_fails_the_earlier_example(repeat: int, connecting: Connecting) -> None:
    """A negative that held at first is failed, marked late, under its own rule, when repeated too."""
    connecting(lambda *_: Late(when=2))
    found = examine(OMS, "SLATE", Selection(ids=frozenset(REFUSED + OTHERS)), repeat=repeat)
    late = [e for e in found.examples if e.late]
    assert [str(e.id) for e in late] == REFUSED
    assert [(e.verdict, e.blame) for e in late] == [(Verdict.FAILED, Blame.SYSTEM)]
    assert exit_code(found) == 1


class MuteThenLate(Late):
    """Says nothing while the second example runs."""

    def receive(self, patience: float) -> Message | None:
        return None if self.begun == 2 else super().receive(patience)


def test_a_late_message_leaves_what_had_failed_already(connecting: Connecting) -> None:
    """The example passed at first and failed when it was repeated: that stands, and is not called late."""
    connecting(lambda *_: MuteThenLate(when=3))
    found = examine(OMS, "SWORSE", Selection(ids=frozenset(REFUSED + OTHERS)), repeat=2)
    (refused,) = [e for e in found.examples if str(e.id) in REFUSED]
    assert (refused.verdict, refused.late) == (Verdict.FAILED, False)
    assert refused.reason == "the rule is not upheld"
    assert found.unstable == (*REFUSED,)


class LateAfterRest(Late):
    """Bills it when it is listened to for the last time."""

    def receive(self, patience: float) -> Message | None:
        if patience > OMS.timing.patience / 2 and self.kept and not self._heard:
            return self.kept.popleft()
        return super().receive(patience)


def test_the_run_ends_with_a_long_wait(connecting: Connecting) -> None:
    """What comes only then still fails the example."""
    connecting(lambda *_: LateAfterRest(when=99))
    found = examine(OMS, "SLAST", Selection(ids=frozenset(REFUSED)))
    assert [(e.verdict, e.late) for e in found.examples] == [(Verdict.FAILED, True)]


class Again(Reference):
    """Has work on a change order's unchanged line done after all, when it has fallen silent for the n-th time."""

    def __init__(self, silences: int) -> None:
        super().__init__()
        self.left, self.line, self.sent = silences, "", False

    def deliver(self, message: Message) -> None:
        super().deliver(message)
        for heard in self._heard:
            if heard.kind == "provisioning-order":
                self.work = heard
        unchanged = [line["id"] for line in message.body.get("lines", ()) if line.get("action") == "-"]
        self.line = unchanged[0] if unchanged else self.line

    def receive(self, patience: float) -> Message | None:
        heard = super().receive(patience)
        if heard is None and self.line:
            self.left -= 1
            if self.left == 0:
                self.sent = True
                lines = [{**self.work.body["lines"][0], "line": self.line}]
                return replace(self.work, id="again", body={**self.work.body, "lines": lines})
        return heard


def test_a_late_message_fails_the_running_example(connecting: Connecting) -> None:
    """A negative that a later step of the same example breaks is failed, whenever the message comes."""
    unchanged = frozenset(
        str(e.id) for e in EDITION.examples if e.id.title.startswith("A line with a dash as its action")
    )
    lates = []
    for silences in range(1, 20):
        system = Again(silences)
        connecting(lambda *_, system=system: system)
        found = examine(OMS, "SSAME", Selection(ids=unchanged))
        if not system.sent:
            break
        ready = [e for e in found.examples if e.verdict is not Verdict.INAPPLICABLE]
        assert [e.verdict for e in ready] == [Verdict.FAILED]
        lates.append(ready[0].late)
    assert set(lates) == {False, True}


def test_a_system_that_breaks_while_late_messages_are_waited_for(connecting: Connecting) -> None:
    """What was only provisionally silent is then no longer known to be."""

    class Leaves(Reference):
        def receive(self, patience: float) -> Message | None:
            if patience > OMS.timing.patience / 2 and not self._heard:
                raise ConnectionError("gone home")
            return super().receive(patience)

    connecting(lambda *_: Leaves())
    found = examine(OMS, "SGONE", Selection(ids=frozenset(REFUSED)))
    assert [(e.verdict, e.blame) for e in found.examples] == [(Verdict.ERROR, Blame.ADAPTER)]
    assert "gone home" in found.examples[0].reason


def test_repeats_show_what_is_unstable(connecting: Connecting) -> None:
    """An example that passes once and fails once is failed, and called unstable."""

    class Fickle(Reference):
        def begin(self, scenario: ScenarioContext) -> None:
            self._make = made_of(LeavesBlankPriceLists) if self.begun % 2 else PARTS["oms"]
            super().begin(scenario)

    connecting(lambda *_: Fickle())
    found = examine(OMS, "SFICKLE", Selection(rules=frozenset({"PL-09"})), repeat=2)
    assert found.unstable
    assert Verdict.FAILED in {e.verdict for e in found.examples}
