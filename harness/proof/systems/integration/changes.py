"""Integration layers that go wrong over changes to orders: dependencies, dates, and what must not overtake what."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


def with_lines(message: Message, lines: list[dict[str, Any]]) -> Message:
    """A billing order with other lines."""
    return replace(message, body={**message.body, "lines": lines})


def each_line(order: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """An order with these fields on each line; None takes the field away."""
    lines = [{k: v for k, v in {**line, **fields}.items() if v is not None} for line in order["lines"]]
    return {**order, "lines": lines}


@wrong("integration", breaks="FO-03")
class DropsDependencies(Integration):
    """Does not say on which line a follow-on order depends."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        return each_line(super().sales_order(submission), base_line=None)


@wrong("integration", breaks="FO-03")
class LetsEveryLineDepend(Integration):
    """Says of every line of a follow-on order that it depends on the base line of the first."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        first = next((line["base_line"] for line in order["lines"] if line.get("base_line")), None)
        return each_line(order, base_line=first) if first else order


@wrong("integration", breaks="FO-11")
class PassesOnTheOldestLast(Integration):
    """Passes what it is told of an order on only when it hears of the next."""

    waiting: Message | None = None

    def to_crm(self, message: Message) -> None:
        if message.kind != "order-update" or self.waiting is not None:
            super().to_crm(message)
        if self.waiting is not None:
            super().to_crm(self.waiting)
            self.waiting = None
        elif message.kind == "order-update":
            self.waiting = message


@wrong("integration", breaks="DD-02")
class DropsTheZone(Integration):
    """Reads a date as if it were written in universal time."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        date = order.get("requested_delivery")
        return {**order, "requested_delivery": f"{date[:19]}+00:00"} if date else order


@wrong("integration", breaks="DD-02")
class KeepsTheDayOnly(Integration):
    """Keeps the day of a date, and no time."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        date = order.get("requested_delivery")
        day = datetime.fromisoformat(date).replace(hour=0, minute=0) if date else None
        return {**order, "requested_delivery": day.isoformat()} if day else order


@wrong("integration", breaks="DD-02")
class PutsTheHeadersDateOnEveryLine(Integration):
    """Gives every line the date of the header."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        return each_line(order, requested_delivery=order.get("requested_delivery"))


@wrong("integration", breaks="DD-02")
class FillsInADate(Integration):
    """Gives an order without a date the one of the epoch."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        return {"requested_delivery": "1970-01-01T00:00:00+00:00", **super().sales_order(submission)}


@wrong("integration", breaks="DD-05")
class KeepsTheFirstDate(Integration):
    """Hands a revision over with the date that the order had first."""

    def prepare(self) -> None:
        self.dates: dict[str, Any] = {}

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        first = self.dates.setdefault(order["order"], order.get("requested_delivery"))
        return {**order, "requested_delivery": first} if first else order


@wrong("integration", breaks="DD-05")
class DropsWhatHadToWait(Integration):
    """Drops revisions that had to wait on the queue."""

    def submitted(self, message: Message) -> None:
        if not (self.held and message.body.get("revision", 1) > 1):
            super().submitted(message)


@wrong("integration", breaks="DD-05")
class TakesRevisionsPastTheQueue(Integration):
    """Hands a revision over at once, though the queue is held."""

    def submitted(self, message: Message) -> None:
        held, self.held = self.held, self.held and message.body.get("revision", 1) == 1
        super().submitted(message)
        self.held = held


@wrong("integration", breaks="MO-05")
class GivesBillingNewAssets(Integration):
    """Tells billing of an asset under another id with each order."""

    def to_billing(self, message: Message) -> None:
        lines = [
            {**line, "asset": f"{line['asset']}-{message.id}", "effect": "start"} if line.get("asset") else line
            for line in message.body["lines"]
        ]
        super().to_billing(
            Message(message.id, message.kind, message.edge, {**message.body, "lines": lines}, message.about)
        )


@wrong("integration", breaks="MO-05")
class TurnsChangesIntoStarts(Integration):
    """Tells billing to start what it was to change."""

    def to_billing(self, message: Message) -> None:
        lines = [{**line, "effect": "start"} for line in message.body["lines"]]
        super().to_billing(
            Message(message.id, message.kind, message.edge, {**message.body, "lines": lines}, message.about)
        )


@wrong("integration", breaks="PR-05")
class SortsByPriorityAlone(Integration):
    """Hands over whatever is most urgent, also before the order that it changes."""

    def goes_after(self, message: Message) -> list[str]:
        return []


@wrong("integration", breaks="PR-05")
class KnowsRevisionsOnly(Integration):
    """Keeps the versions of an order in turn, and lets follow-on orders overtake."""

    def goes_after(self, message: Message) -> list[str]:
        return super().goes_after(message)[:1]


@wrong("integration", breaks="PR-05")
class KnowsFollowOnsOnly(Integration):
    """Keeps follow-on orders behind their base order, and lets revisions overtake."""

    def goes_after(self, message: Message) -> list[str]:
        return super().goes_after(message)[1:]


@wrong("integration", breaks="PR-05")
class StandsInLineForAll(Integration):
    """Hands all orders over as they came once one of them changes another."""

    def queue_priority(self, message: Message) -> int:
        self.linked = self.linked or bool(message.body.get("base_order"))
        return 0 if self.linked and 0 <= (message.priority or 0) <= 9 else super().queue_priority(message)

    linked = False


@wrong("integration", breaks="PR-09")
class GivesRevisionsTheirOrdersPriority(Integration):
    """Hands a revision over with the priority that its order had first."""

    def prepare(self) -> None:
        self.first: dict[str, int | None] = {}

    def hand_over(self, message: Message) -> None:
        priority = self.first.setdefault(message.body["order"], message.priority)
        super().hand_over(replace(message, priority=priority))


@wrong("integration", breaks="PR-09")
class DropsThePriorityOfChanges(Integration):
    """Hands follow-on orders over without a priority."""

    def hand_over(self, message: Message) -> None:
        priority = None if message.body.get("base_order") else message.priority
        super().hand_over(replace(message, priority=priority))
