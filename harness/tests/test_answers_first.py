"""Systems that answer at once and tell others later: what was asked for earlier crosses with what is asked for now."""

import pytest

from ordertck.harness.messages import Message
from ordertck.harness.messages.landscape import ROLES
from ordertck.harness.reference.landscape import InProcess, maker
from ordertck.harness.tests.support import claims_as, examine
from ordertck.harness.verdicts import Verdict


class AnswersFirst(InProcess):
    """Keeps back whatever is no answer, as long as somebody waits for an answer."""

    def receive(self, patience: float) -> Message | None:
        answer = next((said for said in self._heard if said.re is not None), None)
        if answer is None:
            return super().receive(patience)
        self._heard.remove(answer)
        return answer


@pytest.mark.parametrize("role", ROLES)
def test_answers_may_overtake_everything_else(role: str) -> None:
    """Nothing in the documents says that a queue has a message before its user has the answer."""
    claims = claims_as(role)
    found = examine(claims, open_system=lambda *_: AnswersFirst(maker((role,)), claims), every=3)
    assert [
        (str(e.id), e.seen) for e in found.examples if e.verdict not in (Verdict.PASSED, Verdict.INAPPLICABLE)
    ] == []
