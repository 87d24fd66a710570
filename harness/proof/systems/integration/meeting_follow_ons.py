"""Integration layers that know follow-on orders and what else befalls them, and forget one where both meet."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, dated, leaving, with_lines


@wrong("integration", breaks="FO-03", where="follow-ons+service-changes")
class DropsDependenciesOfEndsAndPauses(Remembering):
    """Takes a line that ends or pauses something for one that depends on nothing."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        return leaving(line, "base_line") if line.get("action") in ("Delete", "Suspend") else line


@wrong("integration", breaks="FO-03", where="follow-ons+service-changes")
class LetsBothHalvesDependOnOneLine(Remembering):
    """Gives both lines of a transfer the dependency of the first one."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        about = [x for x in order["lines"] if x.get("asset") and x.get("asset") == line.get("asset")]
        return {**line, "base_line": about[0].get("base_line")} if len(about) > 1 else line


@wrong("integration", breaks="FO-03", where="follow-ons+dates")
class DatesFollowOnsByTheirBase(Remembering):
    """Puts a follow-on order that is wanted earlier than its base order on the day of that."""

    def other_header(self, order: dict[str, Any]) -> dict[str, Any]:
        base = self.versions.get(order.get("base_order") or "")
        day = dated(base[-1]) if base else None
        return {**order, "requested_delivery": day} if day and dated(order) else order


@wrong("integration", breaks="FO-03", where="follow-ons+dates")
class HoldsFollowOnsForTheirBasesDay(Remembering):
    """Keeps a follow-on order until the day of its base order."""

    def hand_over(self, message: Message) -> None:
        base = self.versions.get(message.body.get("base_order") or "")
        if not (base and dated(base[-1])):
            super().hand_over(message)


@wrong("integration", breaks="FO-03", where="follow-ons+service-points")
class PutsFollowOnsAtTheirBasesPoint(Remembering):
    """Gives a line the service point of the line that it depends on."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        point = self.latest.get(line.get("base_line") or "", {}).get("service_point")
        return {**line, "service_point": point} if point else line


@wrong("integration", breaks="FO-03", where="follow-ons+modify-orders")
class BuildsOnNewOrdersOnly(Remembering):
    """Drops a dependency on a line that itself changes what is installed."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        action = self.latest.get(line.get("base_line") or "", {}).get("action")
        return leaving(line, "base_line") if action == "Update" else line


@wrong("integration", breaks="FO-03", where="follow-ons+modify-orders")
class BuildsOnTheLineThatBroughtTheAsset(Remembering):
    """Lets a line depend on the one that brought the asset, not on the one that changes it."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        asset = self.latest.get(line.get("base_line") or "", {}).get("asset")
        return {**line, "base_line": self.brought[asset]} if asset and line.get("base_line") else line


@wrong("integration", breaks="FO-03", where="supplementals+follow-ons")
class KeepsTheFirstDependency(Remembering):
    """Lets a line of a revision depend on what it depended on first."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        base = self.first.get(line["id"], {}).get("base_line")
        return {**line, "base_line": base} if base and line.get("base_line") else line


@wrong("integration", breaks="FO-03", where="supplementals+follow-ons")
class LetsNoNewLineDepend(Remembering):
    """Drops the dependency of a line that a revision adds."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        before = self.before(order["order"])
        return leaving(line, "base_line") if before and line["id"] not in before else line


@wrong("integration", breaks="PR-05", where="supplementals+follow-ons+priorities")
class GoesByWhatTheFirstVersionBuiltOn(Remembering):
    """Lets a revision overtake an order on which its first version did not build."""

    def goes_after(self, message: Message) -> list[str]:
        versions = self.versions.get(message.body["order"])
        if not versions or message.kind == "cancel" or message.body == versions[0]:
            return super().goes_after(message)
        first = Message(message.id, message.kind, message.edge, versions[0], message.about)
        return super().goes_after(first)


@wrong("integration", breaks="PR-05", where="follow-ons+cancellation")
class CancelsFollowOnsWithTheirBase(Remembering):
    """Drops follow-on orders that wait when their base order is cancelled."""

    def submitted(self, message: Message) -> None:
        if message.kind == "cancel":
            gone = [kept for kept in self.queue.waiting if kept[1].body.get("base_order") == message.body["order"]]
            self.queue.waiting = [kept for kept in self.queue.waiting if kept not in gone]
        super().submitted(message)


@wrong("integration", breaks="PR-05", where="follow-ons+cancellation")
class HandsOverNothingThatBuildsOnACancelledOrder(Remembering):
    """Waits for ever with an order whose base order is cancelled."""

    def hand_over(self, message: Message) -> None:
        if message.body.get("base_order") not in self.cancelled:
            super().hand_over(message)


@wrong("integration", breaks="PR-05", where="follow-ons+restarts")
class ForgetsWhoseLinesAreInABreakdown(Remembering):
    """Knows after a breakdown on which order one builds in its header, and not on which others its lines do."""

    def restarted(self) -> None:
        self.orders_of_lines.clear()


@wrong("integration", breaks="FL-06", where="follow-ons+redelivery")
class KnowsABaseOrderUntilItsFollowOn(Remembering):
    """Forgets that it was given an order once it has handed over what builds on that."""

    def submitted(self, message: Message) -> None:
        self.known[message.id] = message.body["order"]
        super().submitted(message)

    def hand_over(self, message: Message) -> None:
        super().hand_over(message)
        if base := message.body.get("base_order"):
            self._seen -= {known for known, order in self.known.items() if order == base}


@wrong("integration", breaks="FO-11", where="follow-ons+filled-in-data")
class KeepsTheLastWordOnAnAsset(Remembering):
    """Tells no value of a line once a later order about the same asset had one."""

    def to_crm(self, message: Message) -> None:
        def news(line: dict[str, Any]) -> dict[str, Any]:
            asset, order = self.line(line["line"]).get("asset"), message.body["order"]
            if not asset or not line.get("attributes"):
                return line
            places = list(self.versions)
            last = self.known.setdefault(asset, order)
            if places.index(last) > places.index(order):
                return leaving(line, "attributes")
            self.known[asset] = order
            return line

        super().to_crm(with_lines(message, news) if message.body.get("lines") else message)


@wrong("integration", breaks="FO-11", where="follow-ons+failures")
class SilencesFollowOnsOfAStuckOrder(Remembering):
    """Tells nothing of a follow-on order while its base order is stuck."""

    def to_crm(self, message: Message) -> None:
        order = message.body["order"]
        if message.kind == "fallout":
            self.known[order] = message.body["state"] == "raised"
        versions = self.versions.get(order, [{}])
        if not self.known.get(versions[-1].get("base_order")):
            super().to_crm(message)


@wrong("integration", breaks="FO-11", where="follow-ons+failures+redelivery")
class KnowsOneFailureAnAsset(Remembering):
    """Takes the failure of another order on the same asset for one that it has told of."""

    def to_crm(self, message: Message) -> None:
        asset = self.line(message.body.get("line")).get("asset")
        raised = message.kind == "fallout" and asset and message.body["state"] == "raised"
        if not raised or self.known.setdefault(asset, message.body["incident"]) == message.body["incident"]:
            super().to_crm(message)
