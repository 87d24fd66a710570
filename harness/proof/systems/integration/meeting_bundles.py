"""Integration layers that know bundles and what else befalls an order, and forget one where both meet."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, dated, leaving, with_lines


@wrong("integration", breaks="FL-07", where="bundles+supplementals")
class HangsNewComponentsBelowTheFirstBundle(Remembering):
    """Puts a component that a revision adds below the first bundle of the order."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        before = self.before(order["order"])
        bundles = [x["parent"] for x in order["lines"] if x.get("parent")]
        new = before and line["id"] not in before and line.get("parent") in before
        return {**line, "parent": bundles[0]} if new else line


@wrong("integration", breaks="FL-07", where="bundles+supplementals")
class TakesABundleThatShrinksForEnded(Remembering):
    """Leaves the components of a bundle out of a revision that takes one of them off."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any] | None:
        numbers = {x["id"] for x in order["lines"]}
        gone = [old for old in self.before(order["order"]).values() if old["id"] not in numbers and old.get("parent")]
        return None if line.get("parent") in {old["parent"] for old in gone} else line


@wrong("integration", breaks="FL-07", where="bundles+dates")
class DatesComponentsByTheirBundle(Remembering):
    """Gives a component without a day the day of its bundle."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        day = dated(self.above(line["id"]))
        return {"requested_delivery": day, **line} if day else line


@wrong("integration", breaks="FL-07", where="bundles+dates")
class DeliversBundlesWhole(Remembering):
    """Gives every component the day of its bundle, whatever its own day is."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        day = dated(self.above(line["id"]))
        return {**line, "requested_delivery": day} if day and dated(line) else line


@wrong("integration", breaks="FL-07", where="bundles+service-changes")
class PausesWholeBundles(Remembering):
    """Takes what is to be done with a bundle that is paused or ended for what is to be done with its components."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        action = self.above(line["id"]).get("action")
        return {**line, "action": action} if action in ("Suspend", "Resume", "Delete") else line


@wrong("integration", breaks="FL-07", where="bundles+service-points")
class PutsComponentsAtTheirBundlesPoint(Remembering):
    """Gives a component without a service point that of its bundle."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        point = self.above(line["id"]).get("service_point")
        return {"service_point": point, **line} if point else line


@wrong("integration", breaks="FL-07", where="bundles+service-points")
class KnowsOnePointABundle(Remembering):
    """Gives a component with a service point of its own that of its bundle."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        point = self.above(line["id"]).get("service_point")
        return {**line, "service_point": point} if point and line.get("service_point") else line


@wrong("integration", breaks="FO-03", where="bundles+follow-ons")
class LetsComponentsDependAsTheirBundle(Remembering):
    """Gives a component without a dependency that of its bundle."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        base = self.above(line["id"]).get("base_line")
        return {"base_line": base, **line} if base else line


@wrong("integration", breaks="FO-03", where="bundles+follow-ons")
class LetsBundlesDependOnly(Remembering):
    """Hands components over without what they depend on."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        return leaving(line, "base_line") if line.get("parent") else line


@wrong("integration", breaks="PR-05", where="bundles+follow-ons+priorities")
class KnowsWhoseTopLinesAreOnly(Remembering):
    """Does not see that an order builds on a component of one that waits."""

    def goes_after(self, message: Message) -> list[str]:
        below = {
            self.orders_of_lines.get(line.get("base_line") or "")
            for line in message.body.get("lines", ())
            if self.latest.get(line.get("base_line") or "", {}).get("parent")
        }
        return [order for order in super().goes_after(message) if order not in below]


@wrong("integration", breaks="PV-03", where="bundles+modify-orders")
class ChangesTheBundlesAsset(Remembering):
    """Has a component changed under the asset of its bundle."""

    def to_provisioning(self, message: Message) -> None:
        def of_bundle(line: dict[str, Any]) -> dict[str, Any]:
            above = self.above(line["line"]).get("asset")
            return {**line, "asset": above} if above and line["effect"] == "change" else line

        super().to_provisioning(with_lines(message, of_bundle))


@wrong("integration", breaks="PV-03", where="bundles+modify-orders")
class ChangesComponentsWithoutTheirBundle(Remembering):
    """Says below which bundle a component is set up, and not below which it is changed."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(
            with_lines(message, lambda line: leaving(line, "parent") if line["effect"] == "change" else line)
        )


@wrong("integration", breaks="PV-03", where="bundles+redelivery")
class AsksForAComponentOnceAnOrder(Remembering):
    """Takes the same component of another bundle for one that it has asked for."""

    def to_provisioning(self, message: Message) -> None:
        def news(line: dict[str, Any]) -> dict[str, Any] | None:
            said = message.body["order"], line["product"], line["effect"]
            owner = self.known.setdefault(said, line["line"])
            return line if owner == line["line"] or not line.get("parent") else None

        changed = with_lines(message, news)
        if changed.body["lines"]:
            super().to_provisioning(changed)


class _Blaming(Remembering):
    """Tells of a failure at provisioning under another line."""

    def to_order_system(self, message: Message) -> None:
        if message.kind in ("fault", "fallout") and message.body.get("line"):
            message = replace(message, body={**message.body, "line": self.blamed(message.body["line"])})
        super().to_order_system(message)

    def blamed(self, line: str) -> str:
        """The line that is told of."""
        return line


@wrong("integration", breaks="PV-15", where="bundles+failures")
class BlamesTheBundle(_Blaming):
    """Tells of a component's failure as its bundle's."""

    def blamed(self, line: str) -> str:
        return str(self.line(line).get("parent") or line)


@wrong("integration", breaks="PV-15", where="bundles+failures")
class BlamesTheFirstOfItsKind(_Blaming):
    """Tells of a component's failure as that of the same product in the bundle before."""

    def blamed(self, line: str) -> str:
        about = self.line(line)
        twins = [x["id"] for x in self.latest.values() if x.get("parent") and x.get("product") == about.get("product")]
        return twins[0] if about.get("parent") else line


@wrong("integration", breaks="FL-08", where="bundles+filled-in-data")
class KnowsComponentsByTheirProduct(Remembering):
    """Tells the CRM of a value of a component as of the same product in the bundle before."""

    def to_crm(self, message: Message) -> None:
        def first(line: dict[str, Any]) -> dict[str, Any]:
            about = self.line(line["line"])
            twins = [x["id"] for x in self.latest.values() if x.get("product") == about.get("product")]
            return {**line, "line": twins[0]} if about.get("parent") and line.get("attributes") else line

        super().to_crm(with_lines(message, first) if "lines" in message.body else message)


@wrong("integration", breaks="FL-08", where="bundles+cancellation")
class ForgetsComponentsOfACancelledOrder(Remembering):
    """Drops its cross-references of components when their order is cancelled."""

    def submitted(self, message: Message) -> None:
        super().submitted(message)
        if message.kind == "cancel":
            for own, known in list(self.references.crm_ids.items()):
                about = self.latest.get(known, {})
                if about.get("parent") and self.orders_of_lines.get(known) == message.body["order"]:
                    del self.references.crm_ids[own]


@wrong("integration", breaks="FL-08", where="bundles+restarts")
class KnowsBundlesOnlyAfterABreakdown(Remembering):
    """Keeps the order system's ids of top lines on its disk, and those of components in its memory."""

    def written(self, message: Message) -> Message | None:
        if message.kind == "order-receipt":
            message = with_lines(message, lambda line: None if self.latest[line["line"]].get("parent") else line)
        return super().written(message)


@wrong("integration", breaks="FL-06", where="bundles+restarts")
class FlattensBundlesInABreakdown(Remembering):
    """Keeps orders that wait on its disk without what belongs below what."""

    def written(self, message: Message) -> Message | None:
        if message.kind == "order-submission":
            message = with_lines(message, lambda line: leaving(line, "parent"))
        return super().written(message)
