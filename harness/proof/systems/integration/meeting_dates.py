"""Integration layers that know days and priorities, and forget one of these or what else befalls the order."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, dated, leaving, with_lines


@wrong("integration", breaks="PR-02", where="dates+priorities")
class PutsDatedOrdersLast(Remembering):
    """Leaves dated orders on the queue until every other one is gone."""

    def queue_priority(self, message: Message) -> int:
        return 0 if dated(message.body) else super().queue_priority(message)


@wrong("integration", breaks="FL-06", where="dates+cancellation")
class CancelsOnTheDay(Remembering):
    """Keeps the cancel of a dated order until that day."""

    def hand_over(self, message: Message) -> None:
        versions = self.versions.get(message.body["order"])
        if message.kind != "cancel" or not (versions and dated(versions[-1])):
            super().hand_over(message)


@wrong("integration", breaks="DD-02", where="dates+restarts")
class LosesDaysOfLinesInABreakdown(Remembering):
    """Keeps orders that wait on its disk with the header's day only."""

    def written(self, message: Message) -> Message | None:
        if message.kind == "order-submission":
            message = with_lines(message, lambda line: leaving(line, "due_date"))
        return super().written(message)


@wrong("integration", breaks="DD-02", where="dates+restarts")
class LosesZonesInABreakdown(Remembering):
    """Keeps the day of an order that waits on its disk without the zone."""

    def written(self, message: Message) -> Message | None:
        if day := message.body.get("due_date"):
            message = replace(message, body={**message.body, "due_date": f"{day[:19]}+00:00"})
        return super().written(message)


@wrong("integration", breaks="DD-02", where="dates+service-points")
class KnowsOneDayAPoint(Remembering):
    """Puts all that is to be done at a service point on one day."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        point = line.get("service_point")
        days = [dated(x) for x in order["lines"] if x.get("service_point") == point and dated(x)]
        return {**line, "requested_delivery": days[0]} if point and days and dated(line) else line


@wrong("integration", breaks="DD-02", where="dates+filled-in-data")
class ReadsDaysInValues(Remembering):
    """Writes a value that looks like a day in universal time."""

    def to_crm(self, message: Message) -> None:
        def universal(value: str) -> str:
            try:
                return datetime.fromisoformat(value).astimezone(UTC).isoformat() if len(value) > 15 else value
            except ValueError:
                return value

        def told(line: dict[str, Any]) -> dict[str, Any]:
            return {**line, "attributes": {k: universal(v) for k, v in line.get("attributes", {}).items()}}

        super().to_crm(with_lines(message, told) if message.body.get("lines") else message)


@wrong("integration", breaks="PV-15", where="dates+failures")
class KnowsNoFailureBeforeTheDay(Remembering):
    """Tells of no failure of an order whose day has not come."""

    def to_order_system(self, message: Message) -> None:
        versions = self.versions.get(message.body["order"])
        if message.kind != "fault" or message.edge is not Edge.PROVISIONING or not (versions and dated(versions[-1])):
            super().to_order_system(message)


@wrong("integration", breaks="PR-02", where="priorities+failures")
class PutsAllBehindAnOddPriority(Remembering):
    """Sorts orders no more once one came with a priority that there is not."""

    def queue_priority(self, message: Message) -> int:
        priority = super().queue_priority(message)
        self.known["odd"] = self.known.get("odd") or not 0 <= priority <= 9
        return 0 if self.known["odd"] and 0 <= priority <= 9 else priority


@wrong("integration", breaks="PR-02", where="priorities+failures")
class ClosesAtAnOddPriority(Remembering):
    """Takes no order any more once one came with a priority that there is not."""

    def submitted(self, message: Message) -> None:
        if not self.known.get("closed"):
            self.known["closed"] = not 0 <= self.queue_priority(message) <= 9
            super().submitted(message)


@wrong("integration", breaks="PR-02", where="priorities+redelivery")
class HurriesWhatComesAgain(Remembering):
    """Takes an order that is delivered again while it waits for an urgent one."""

    def handle(self, message: Message) -> list[Message]:
        self.queue.waiting = [(9 if k[1].id == message.id else k[0], k[1]) for k in self.queue.waiting]
        return super().handle(message)


@wrong("integration", breaks="PR-02", where="priorities+redelivery")
class LowersWhatComesAgain(Remembering):
    """Takes an order that is delivered again while it waits for one that nobody is in a hurry for."""

    def handle(self, message: Message) -> list[Message]:
        self.queue.waiting = [(0 if k[1].id == message.id else k[0], k[1]) for k in self.queue.waiting]
        return super().handle(message)


@wrong("integration", breaks="PR-02", where="priorities+restarts")
class PutsNewcomersLastAfterABreakdown(Remembering):
    """Takes what waited before a breakdown up first, however urgent what comes now is."""

    def queue_priority(self, message: Message) -> int:
        return 0 if self.broken_down else super().queue_priority(message)


@wrong("integration", breaks="PR-02", where="priorities+restarts")
class StaysClosedAfterAnAbsence(Remembering):
    """Hands over what waited for the order system, and nothing that comes later."""

    def bench_act(self, message: Message) -> None:
        super().bench_act(message)
        self.held = self.held or (message.kind == "neighbour-back" and message.body["neighbour"] == Edge.OMS)


@wrong("integration", breaks="PR-02", where="priorities+service-points")
class HasAQueueAPoint(Remembering):
    """Has a queue for each service point, and empties one after the other."""

    def queue_priority(self, message: Message) -> int:
        priority = super().queue_priority(message)
        points = any(line.get("service_point") for line in message.body.get("lines", ()))
        return 9 if points and 0 <= priority <= 9 else priority


@wrong("integration", breaks="PR-05", where="priorities+cancellation")
class CancelsBehindWhateverIsFirst(Remembering):
    """Puts a cancel behind the first order that waits, whichever that is."""

    def take_up(self) -> None:
        waiting = self.queue.waiting
        if self.held and len(waiting) > 1 and waiting[-1][1].kind == "cancel":
            waiting.insert(1, waiting.pop())
        super().take_up()


@wrong("integration", breaks="PR-06", where="priorities+filled-in-data")
class TellsUrgentStatusesBeforeValues(Remembering):
    """Tells the CRM how an urgent order stands before it tells the values that waited."""

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == Edge.CRM:
            self.away[Edge.CRM].sort(key=lambda kept: any(x.get("attributes") for x in kept.body.get("lines", ())))
        super().bench_act(message)


@wrong("integration", breaks="PR-06", where="priorities+filled-in-data")
class DropsValuesThatWaited(Remembering):
    """Tells a CRM that is back how orders stand, and no values."""

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == Edge.CRM:
            self.away[Edge.CRM][:] = [
                with_lines(kept, lambda line: leaving(line, "attributes")) if kept.body.get("lines") else kept
                for kept in self.away[Edge.CRM]
            ]
        super().bench_act(message)
