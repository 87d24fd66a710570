"""Integration layers that know failures, cancels and values, and forget what else befalls the order."""

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, leaving, with_lines


@wrong("integration", breaks="PV-15", where="failures+redelivery")
class TellsOneFailureALine(Remembering):
    """Takes the second failure of a line for the first one, come again."""

    def to_order_system(self, message: Message) -> None:
        line = message.body.get("line")
        if message.kind != "fault" or self.known.setdefault(line, message.id) == message.id:
            super().to_order_system(message)


@wrong("integration", breaks="PV-15", where="failures+redelivery")
class MendsALineOnce(Remembering):
    """Tells once of a line that it is mended."""

    def to_order_system(self, message: Message) -> None:
        line = message.body.get("line")
        if message.kind != "fallout" or self.known.setdefault(line, message.id) == message.id:
            super().to_order_system(message)


@wrong("integration", breaks="PV-15", where="failures+redelivery")
class ForgetsAFailureThatIsMended(Remembering):
    """Does not know a failure again once it was mended."""

    def to_order_system(self, message: Message) -> None:
        if message.kind == "fault":
            self.known[message.body["incident"]] = message.id
        if message.kind == "fallout":
            self._seen.discard(self.known.get(message.body["incident"], ""))
        super().to_order_system(message)


@wrong("integration", breaks="PV-03", where="failures+filled-in-data")
class TellsNoMilestonesOfAFailedLine(Remembering):
    """Takes no milestone of a line that has failed for news, until the line is mended."""

    def to_order_system(self, message: Message) -> None:
        line = message.body.get("line")
        if message.kind in ("fault", "fallout"):
            self.known[line] = message.kind == "fault"
        if message.body.get("sort") != "milestone" or not self.known.get(line):
            super().to_order_system(message)


@wrong("integration", breaks="PV-15", where="failures+service-points")
class FailsAllAtThePoint(Remembering):
    """Tells of every line at a service point that it failed when one did."""

    def to_order_system(self, message: Message) -> None:
        point = self.line(message.body.get("line")).get("service_point")
        version = self.versions.get(message.body["order"], [{"lines": ()}])[-1]
        there = [line["id"] for line in version["lines"] if point and line.get("service_point") == point]
        if message.kind != "fault" or not there:
            super().to_order_system(message)
            return
        for line in there:
            incident = f"{message.body['incident']}-{line}"
            super().to_order_system(replace(message, body={**message.body, "line": line, "incident": incident}))


@wrong("integration", breaks="PV-15", where="failures+cancellation")
class MendsNothingOfACancelledOrder(Remembering):
    """Does not tell that something of a cancelled order is mended."""

    def to_order_system(self, message: Message) -> None:
        if message.kind != "fallout" or message.body["order"] not in self.cancelled:
            super().to_order_system(message)


@wrong("integration", breaks="PV-15", where="failures+restarts")
class NumbersIncidentsAnewAfterABreakdown(Remembering):
    """Gives failures numbers of its own, and does not know them again after a breakdown."""

    def to_order_system(self, message: Message) -> None:
        if message.kind in ("fault", "fallout"):
            series = "B" if self.broken_down or self.known.get("second") else "A"
            message = replace(message, body={**message.body, "incident": f"{series}-{message.body['incident']}"})
        super().to_order_system(message)

    def restarted(self) -> None:
        for waiting in self.away.values():
            waiting[:] = [self._numbered(kept) for kept in waiting]

    def _numbered(self, kept: Message) -> Message:
        incident = kept.body.get("incident")
        return replace(kept, body={**kept.body, "incident": f"B-{incident}"}) if incident else kept


@wrong("integration", breaks="PV-15", where="failures+restarts")
class KeepsFailuresOnlyThroughABreakdown(Remembering):
    """Keeps on its disk that something failed, and in its memory that it was mended."""

    def written(self, message: Message) -> Message | None:
        return None if message.kind == "fallout" else super().written(message)


@wrong("integration", breaks="PV-15", where="failures+restarts")
class TellsNothingWhileBillingIsAway(Remembering):
    """Keeps what provisioning says until billing is back."""

    def to_order_system(self, message: Message) -> None:
        if Edge.BILLING in self.away and message.edge is Edge.PROVISIONING:
            self.known.setdefault("kept", []).append(message)
        else:
            super().to_order_system(message)

    def bench_act(self, message: Message) -> None:
        super().bench_act(message)
        if Edge.BILLING not in self.away:
            for kept in self.known.pop("kept", []):
                self.to_order_system(kept)


@wrong("integration", breaks="FL-08", where="failures+filled-in-data")
class TellsNoValuesOfAStuckLine(Remembering):
    """Tells the CRM no values of a line that fell out."""

    def to_crm(self, message: Message) -> None:
        if message.kind == "fallout":
            self.known[message.body.get("line")] = message.body["state"] == "raised"
        if message.body.get("lines"):
            message = with_lines(
                message, lambda line: leaving(line, "attributes") if self.known.get(line["line"]) else line
            )
        super().to_crm(message)


@wrong("integration", breaks="FL-08", where="cancellation+filled-in-data")
class ForgetsACancelledOrder(Remembering):
    """Drops its cross-references of an order when that is cancelled."""

    def submitted(self, message: Message) -> None:
        super().submitted(message)
        if message.kind == "cancel":
            for own, known in list(self.references.crm_ids.items()):
                if self.orders_of_lines.get(known) == message.body["order"]:
                    del self.references.crm_ids[own]


@wrong("integration", breaks="FL-08", where="cancellation+filled-in-data")
class KeepsProvisioningsNewsOfCancelledOrders(Remembering):
    """Passes on nothing that provisioning says of a cancelled order."""

    def to_order_system(self, message: Message) -> None:
        if message.kind != "provisioning-update" or message.body["order"] not in self.cancelled:
            super().to_order_system(message)


@wrong("integration", breaks="FL-08", where="cancellation+redelivery")
class KeepsBillingsNewsOfCancelledOrders(Remembering):
    """Passes on nothing that billing says of a cancelled order."""

    def to_order_system(self, message: Message) -> None:
        if message.edge is not Edge.BILLING or message.body["order"] not in self.cancelled:
            super().to_order_system(message)


@wrong("integration", breaks="FL-06", where="cancellation+redelivery")
class RevivesWhatIsCancelled(Remembering):
    """Forgets that it was given an order when that is cancelled."""

    def submitted(self, message: Message) -> None:
        self.known[message.id] = message.body["order"]
        super().submitted(message)
        if message.kind == "cancel":
            mine = {known for known, order in self.known.items() if order == message.body["order"]}
            self._seen -= mine - {message.id}


@wrong("integration", breaks="FL-06", where="cancellation+service-points")
class ClosesThePointOfACancelledOrder(Remembering):
    """Hands no order over for a service point for which one was cancelled."""

    def hand_over(self, message: Message) -> None:
        closed = {
            line.get("service_point")
            for order in self.cancelled
            for line in self.versions.get(order, [{}])[-1]["lines"]
        } - {None}
        if not closed & {line.get("service_point") for line in message.body.get("lines", ())}:
            super().hand_over(message)


@wrong("integration", breaks="FL-06", where="cancellation+restarts")
class KeepsNoCancelsThroughABreakdown(Remembering):
    """Keeps orders on its disk, and cancels in its memory."""

    def written(self, message: Message) -> Message | None:
        return None if message.kind == "cancel" else super().written(message)


@wrong("integration", breaks="FL-06", where="cancellation+redelivery+restarts")
class KnowsCancelledOrdersNoMoreAfterABreakdown(Remembering):
    """Has forgotten after a breakdown that it was given what is cancelled."""

    def submitted(self, message: Message) -> None:
        self.known[message.id] = message.body["order"]
        super().submitted(message)

    def restarted(self) -> None:
        self._seen -= {known for known, order in self.known.items() if order in self.cancelled}
