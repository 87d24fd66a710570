"""Integration layers that know values, redeliveries and breakdowns, and forget one of these."""

from typing import Any

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, leaving, with_lines


@wrong("integration", breaks="FL-08", where="filled-in-data+service-points")
class TidiesPointsThatWereFound(Remembering):
    """Tells the CRM of a service point in the spelling that it keeps such ids in."""

    def to_crm(self, message: Message) -> None:
        def tidy(line: dict[str, Any]) -> dict[str, Any]:
            values = line.get("attributes", {})
            point = {k: " ".join(v.split()).upper() for k, v in values.items() if k == "service point"}
            return {**line, "attributes": {**values, **point}}

        super().to_crm(with_lines(message, tidy) if message.body.get("lines") else message)


@wrong("integration", breaks="FL-08", where="filled-in-data+service-points")
class TellsThePointThatWasWanted(Remembering):
    """Tells the CRM the service point of the order in place of the one that inventory found."""

    def to_crm(self, message: Message) -> None:
        def wanted(line: dict[str, Any]) -> dict[str, Any]:
            values, point = line.get("attributes", {}), self.line(line["line"]).get("service_point")
            return {**line, "attributes": {k: point if k == "service point" else v for k, v in values.items()}}

        super().to_crm(with_lines(message, wanted) if message.body.get("lines") else message)


@wrong("integration", breaks="FL-08", where="filled-in-data+redelivery")
class TakesAValueThatReturnsForARepetition(Remembering):
    """Does not tell a value that it told before, though another one came in between."""

    def to_crm(self, message: Message) -> None:
        def news(line: dict[str, Any]) -> dict[str, Any]:
            values = line.get("attributes", {})
            told = {
                k: v for k, v in values.items() if self.known.setdefault((line["line"], k, v), message.id) == message.id
            }
            return {**line, "attributes": told}

        super().to_crm(with_lines(message, news) if message.body.get("lines") else message)


@wrong("integration", breaks="FL-08", where="filled-in-data+restarts")
class LosesValuesInABreakdown(Remembering):
    """Keeps updates that wait on its disk without the values."""

    def written(self, message: Message) -> Message | None:
        if message.kind == "order-update":
            message = with_lines(message, lambda line: leaving(line, "attributes"))
        return super().written(message)


class _Rearranging(Remembering):
    """Rearranges what waits for the order system when that is back."""

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == Edge.OMS:
            self.away[Edge.OMS][:] = self.rearranged(self.away[Edge.OMS])
        super().bench_act(message)

    def rearranged(self, waiting: list[Message]) -> list[Message]:
        """What it hands over, in which order."""
        raise NotImplementedError


@wrong("integration", breaks="PV-03", where="filled-in-data+restarts")
class TellsStatusesBeforeValues(_Rearranging):
    """Tells the order system first that work is done, and then what was filled in meanwhile."""

    def rearranged(self, waiting: list[Message]) -> list[Message]:
        return sorted(waiting, key=lambda kept: kept.body.get("sort") != "status")


@wrong("integration", breaks="PV-03", where="filled-in-data+restarts")
class TellsTheLatestOfALine(_Rearranging):
    """Tells the order system the last that was said of each line."""

    def rearranged(self, waiting: list[Message]) -> list[Message]:
        latest = {kept.body.get("line", kept.id): kept for kept in waiting}
        return list(latest.values())


@wrong("integration", breaks="FL-06", where="service-points+redelivery")
class TakesOneOrderAPoint(Remembering):
    """Takes an order that wants the same at the same service point for one that it has."""

    def hand_over(self, message: Message) -> None:
        wanted = [
            [line.get(name) for name in ("product", "action", "service_point", "price_list")]
            for line in message.body.get("lines", ())
            if line.get("service_point") and message.body.get("revision", 1) == 1 and not line.get("base_line")
        ]
        if not wanted or self.known.setdefault(str(wanted), message.body["order"]) == message.body["order"]:
            super().hand_over(message)


@wrong("integration", breaks="FL-06", where="redelivery+restarts")
class KnowsNoMoreWhatIsQueuedAfterABreakdown(Remembering):
    """Knows again after a breakdown what it handed over, and not what waits still."""

    def restarted(self) -> None:
        self._seen -= {kept.id for _, kept in self.queue.waiting}


@wrong("integration", breaks="FL-09", where="redelivery+restarts")
class KnowsNoMoreWhatWaitsForBilling(Remembering):
    """Does not know a call again after a breakdown that waits for billing still."""

    def restarted(self) -> None:
        self._seen -= {self.calls[kept.id] for kept in self.away.get(Edge.BILLING, [])}


@wrong("integration", breaks="FL-06", where="service-points+restarts")
class TidiesPointsInABreakdown(Remembering):
    """Keeps service points of orders that wait on its disk without the needless blanks."""

    def written(self, message: Message) -> Message | None:
        def tidy(line: dict[str, Any]) -> dict[str, Any]:
            return (
                {**line, "service_point": " ".join(str(line["service_point"]).split())}
                if line.get("service_point")
                else line
            )

        if message.kind == "order-submission":
            message = with_lines(message, tidy)
        return super().written(message)
