"""Integration layers that know services that move, pause and end, and forget what else befalls the order."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Line, Remembering, dated, leaving, with_lines


def _first_half(order: Mapping[str, Any], line: Line) -> Line:
    """The first line of an order about the same asset."""
    return next((x for x in order["lines"] if x.get("asset") and x.get("asset") == line.get("asset")), line)


@wrong("integration", breaks="FL-07", where="service-changes+dates")
class KnowsOneDayAnAsset(Remembering):
    """Gives both lines of a transfer the day of the first one."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        day = dated(_first_half(order, line))
        return {**line, "requested_delivery": day} if day else line


@wrong("integration", breaks="FL-07", where="service-changes+dates")
class MovesOnTheHeadersDay(Remembering):
    """Hands transfers over without their own days."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        return leaving(line, "requested_delivery") if str(line.get("action")).startswith("Move") else line


@wrong("integration", breaks="FL-07", where="service-changes+service-points")
class KnowsOnePointAnAsset(Remembering):
    """Gives both lines of a transfer the service point of the first one."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        point = _first_half(order, line).get("service_point")
        return {**line, "service_point": point} if point else line


@wrong("integration", breaks="PR-02", where="service-changes+priorities")
class TakesEndsUpLast(Remembering):
    """Leaves orders that end something on the queue until nothing else is there."""

    def queue_priority(self, message: Message) -> int:
        ends = any(line.get("action") == "Delete" for line in message.body.get("lines", ()))
        return 0 if ends else super().queue_priority(message)


class _TellingOfTheFirstHalf(Remembering):
    """Tells of the first line of a transfer what is of the second."""

    def first_half(self, line: str) -> str:
        """The id of the first line of the same order about the same asset."""
        about = self.line(line)
        known = self.references.for_crm(line)
        versions = self.versions.get(self.orders_of_lines.get(known, ""), [{"lines": ()}])
        return str(_first_half(versions[-1], about).get("id", known))


@wrong("integration", breaks="PV-15", where="service-changes+failures")
class FailsTheFirstHalf(_TellingOfTheFirstHalf):
    """Tells of a transfer that failed as a failure of its first line."""

    def to_order_system(self, message: Message) -> None:
        if message.kind == "fault" and message.body.get("line"):
            message = replace(message, body={**message.body, "line": self.first_half(message.body["line"])})
        super().to_order_system(message)


@wrong("integration", breaks="FL-08", where="service-changes+filled-in-data")
class FillsInTheFirstHalf(_TellingOfTheFirstHalf):
    """Tells the CRM of a value as of the first line of a transfer."""

    def to_crm(self, message: Message) -> None:
        def told(line: dict[str, Any]) -> dict[str, Any]:
            return {**line, "line": self.first_half(line["line"])} if line.get("attributes") else line

        super().to_crm(with_lines(message, told) if message.body.get("lines") else message)


@wrong("integration", breaks="FL-09", where="service-changes+cancellation")
class BillsByTheAction(Remembering):
    """Works out from the order what is to be done at billing with a line that pauses, resumes or ends something."""

    def to_billing(self, message: Message) -> None:
        effects = {"Suspend": "suspend", "Resume": "resume", "Delete": "stop"}

        def worked_out(line: dict[str, Any]) -> dict[str, Any]:
            return {**line, "effect": effects.get(str(self.line(line["line"]).get("action")), line["effect"])}

        super().to_billing(with_lines(message, worked_out))


@wrong("integration", breaks="FL-09", where="service-changes+cancellation")
class EndsWhatIsCancelled(Remembering):
    """Has billing end the charges of a cancelled order, though they are to be resumed."""

    def to_billing(self, message: Message) -> None:
        if message.body["order"] in self.cancelled:
            message = with_lines(message, lambda line: {**line, "effect": "stop"})
        super().to_billing(message)


@wrong("integration", breaks="FL-09", where="service-changes+redelivery")
class PausesALineOnce(Remembering):
    """Takes a second pause of a line for the first one, come again."""

    def to_billing(self, message: Message) -> None:
        def news(line: dict[str, Any]) -> dict[str, Any] | None:
            said = line["line"], line["effect"]
            return (
                line if line["effect"] != "suspend" or self.known.setdefault(said, message.id) == message.id else None
            )

        super().to_billing(with_lines(message, news))


class _Rereading(Remembering):
    """Reads what waits for billing back after a breakdown, and loses something of it."""

    def restarted(self) -> None:
        waiting = self.away.get(Edge.BILLING, [])
        waiting[:] = [with_lines(kept, self.read) for kept in waiting]

    def read(self, line: dict[str, Any]) -> dict[str, Any] | None:
        """A line as this layer reads it back."""
        return line


@wrong("integration", breaks="FL-09", where="service-changes+restarts")
class ReadsEveryEffectAsAChange(_Rereading):
    """Reads everything that waits for billing back as a change."""

    def read(self, line: dict[str, Any]) -> dict[str, Any]:
        return line if line["effect"] == "start" else {**line, "effect": "change"}


@wrong("integration", breaks="FL-09", where="service-changes+restarts")
class LosesEndsInABreakdown(_Rereading):
    """Does not read back that a charge is to end."""

    def read(self, line: dict[str, Any]) -> dict[str, Any] | None:
        return None if line["effect"] == "stop" else line


class _Rearranging(Remembering):
    """Rearranges what waits for a neighbour when that is back."""

    edge: Edge

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == self.edge:
            self.away[self.edge][:] = self.rearranged(self.away[self.edge])
        super().bench_act(message)

    def rearranged(self, waiting: list[Message]) -> list[Message]:
        """What it hands over, in which order."""
        raise NotImplementedError


def _effects(message: Message) -> list[str]:
    return sorted(line["effect"] for line in message.body["lines"])


@wrong("integration", breaks="PR-05", where="follow-ons+service-changes+restarts")
class SortsWhatWaitsForBilling(_Rearranging):
    """Has billing do all resumptions that waited before it does the pauses."""

    edge = Edge.BILLING

    def rearranged(self, waiting: list[Message]) -> list[Message]:
        return sorted(waiting, key=_effects)


@wrong("integration", breaks="PR-05", where="follow-ons+service-changes+restarts")
class SortsWhatWaitsForProvisioning(_Rearranging):
    """Has provisioning do all resumptions that waited before it does the pauses."""

    edge = Edge.PROVISIONING

    def rearranged(self, waiting: list[Message]) -> list[Message]:
        return sorted(waiting, key=_effects)


@wrong("integration", breaks="PR-05", where="follow-ons+service-changes+restarts")
class AsksBillingForTheLatestOfAnAsset(_Rearranging):
    """Asks billing for the last that was wanted of each asset, and for nothing before it."""

    edge = Edge.BILLING

    def rearranged(self, waiting: list[Message]) -> list[Message]:
        latest = {line.get("asset"): kept.body["order"] for kept in waiting for line in kept.body["lines"]}
        return [kept for kept in waiting if kept.body["order"] in latest.values()]


@wrong("integration", breaks="PR-05", where="follow-ons+service-changes+restarts")
class AsksForTheNewestOrderFirst(_Rearranging):
    """Asks billing for the orders that waited from the newest to the oldest, each in its own turn."""

    edge = Edge.BILLING

    def rearranged(self, waiting: list[Message]) -> list[Message]:
        orders = list(self.versions)
        return sorted(waiting, key=lambda kept: -orders.index(kept.body["order"]))
