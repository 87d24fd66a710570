"""Integration layers that carry a hundred lines of an order, or compare revision numbers as texts."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration
from ordertck.harness.reference.integration.submission_queue import SubmissionQueue

_PAGE = 100


@wrong("integration", breaks="FL-07")
class HandsOverAHundredLines(Integration):
    """Hands over the first hundred lines of an order."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        return {**order, "lines": order["lines"][:_PAGE]}


@wrong("integration", breaks="FL-08")
class LearnsTheIdsOfAHundredLines(Integration):
    """Learns the order system's ids of the first hundred lines of an order."""

    def received(self, receipt: Mapping[str, Any]) -> None:
        super().received({**receipt, "lines": receipt["lines"][:_PAGE]})


class _RevisionsAsTexts(SubmissionQueue):
    def get(self) -> Message:
        taken = super().get()
        own = [place for place, (_, waits) in enumerate(self.waiting) if waits.body["order"] == taken.body["order"]]
        for place in own:
            priority, waits = self.waiting[place]
            if _as_text(waits) < _as_text(taken):
                self.waiting[place], taken = (priority, taken), waits
        return taken


def _as_text(message: Message) -> str:
    return str(message.body.get("revision", ""))


@wrong("integration", breaks="PR-05")
class HandsOverRevision10Before9(Integration):
    """Hands over the versions of an order that wait together by their revision numbers, compared as texts."""

    def prepare(self) -> None:
        self.queue = _RevisionsAsTexts(self.goes_after)
