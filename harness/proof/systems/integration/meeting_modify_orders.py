"""Integration layers that know changes of what is installed, and go by the asset where the line or the call counts."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, with_lines


@wrong("integration", breaks="MO-05", where="modify-orders+dates")
class BillsAnAssetOnItsFirstDay(Remembering):
    """Tells billing of a change the day on which the asset was first wanted."""

    def to_billing(self, message: Message) -> None:
        for line in message.body["lines"]:
            if asset := line.get("asset"):
                day = self.known.setdefault(asset, message.body.get("requested_delivery"))
                message = replace(message, body={**message.body, "requested_delivery": day})
        super().to_billing(message)


@wrong("integration", breaks="MO-05", where="modify-orders+dates")
class ChangesAnAssetOnItsFirstDay(Remembering):
    """Tells provisioning of a change the day on which the asset was first wanted."""

    def to_provisioning(self, message: Message) -> None:
        for line in message.body["lines"]:
            day = self.known.setdefault(line.get("asset"), message.body.get("requested_delivery"))
            if day and line["effect"] == "change":
                message = replace(message, body={**message.body, "requested_delivery": day})
        super().to_provisioning(message)


@wrong("integration", breaks="MO-05", where="modify-orders+priorities")
class KeepsAnAssetsPriority(Remembering):
    """Has an asset changed with the priority of the order that brought it."""

    def to_provisioning(self, message: Message) -> None:
        for line in message.body["lines"]:
            first = self.known.setdefault(line.get("asset"), message.body.get("priority"))
            message = replace(message, body={**message.body, "priority": first})
        super().to_provisioning(message)


@wrong("integration", breaks="MO-05", where="modify-orders+service-points")
class KeepsAnAssetAtItsPoint(Remembering):
    """Has an asset changed at the service point where it was set up, though another one is wanted."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        point = self.latest.get(self.brought.get(line.get("asset") or "", ""), {}).get("service_point")
        return {**line, "service_point": point} if point and line.get("service_point") else line


@wrong("integration", breaks="MO-05", where="modify-orders+service-points")
class FillsInAnAssetsPoint(Remembering):
    """Fills in for a change the service point where the asset was set up, where the change names none."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        point = self.latest.get(self.brought.get(line.get("asset") or "", ""), {}).get("service_point")
        return {**line, "service_point": line.get("service_point") or point} if line.get("action") == "Update" else line


@wrong("integration", breaks="MO-05", where="modify-orders+restarts")
class NamesAssetsAnewAfterABreakdown(Remembering):
    """Knows assets by ids of its own, and by others after a breakdown."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any]:
        name = "NEW" if self.broken_down else "COMMON"
        return {**line, "asset": f"{name}:{line['asset']}"} if line.get("asset") else line


class _OnceOnly(Remembering):
    """Takes a call on provisioning for one that came again, by what it says."""

    def to_provisioning(self, message: Message) -> None:
        said = repr(sorted(message.body.items()))
        if not self.is_old(said):
            super().to_provisioning(message)

    def is_old(self, said: str) -> bool:
        """Whether a call that reads so was made."""
        raise NotImplementedError


@wrong("integration", breaks="PV-03", where="modify-orders+redelivery")
class AsksOnceForWhatReadsAlike(_OnceOnly):
    """Takes a call that reads like an earlier one for that one."""

    def is_old(self, said: str) -> bool:
        old = said in self.known
        self.known[said] = True
        return old


@wrong("integration", breaks="PV-03", where="modify-orders+redelivery")
class AsksOnceForWhatReadsLikeTheLast(_OnceOnly):
    """Takes a call that reads like the one before it for that one."""

    def is_old(self, said: str) -> bool:
        last, self.known["last"] = self.known.get("last"), said
        return bool(last == said)


class _ByAsset(Remembering):
    """Tells the order system of the line that brought an asset, where another one changes that."""

    kinds: tuple[str, ...]
    sorts: tuple[str | None, ...] = (None,)

    def to_order_system(self, message: Message) -> None:
        first = self.brought.get(self.line(message.body.get("line")).get("asset") or "")
        if first and message.kind in self.kinds and message.body.get("sort") in self.sorts:
            message = replace(message, body={**message.body, "line": first})
        super().to_order_system(message)


@wrong("integration", breaks="PV-03", where="modify-orders+filled-in-data")
class TellsValuesOfTheLineThatBroughtTheAsset(_ByAsset):
    """Tells of a value as of the line that brought the asset."""

    kinds, sorts = ("provisioning-update",), ("data",)


@wrong("integration", breaks="PV-15", where="modify-orders+failures")
class BlamesTheLineThatBroughtTheAsset(_ByAsset):
    """Tells of a change that failed as a failure of the line that brought the asset."""

    kinds = ("fault", "fallout")


@wrong("integration", breaks="PV-15", where="modify-orders+failures+cancellation")
class CancelsAllOnTheAsset(Remembering):
    """Tells nothing more of any line about an asset once an order that changes it is cancelled."""

    def to_order_system(self, message: Message) -> None:
        asset = self.line(message.body.get("line")).get("asset")
        given_up = {
            line.get("asset")
            for order in self.cancelled
            for version in self.versions[order]
            for line in version["lines"]
        }
        if not asset or asset not in given_up:
            super().to_order_system(message)


@wrong("integration", breaks="PV-15", where="modify-orders+failures+cancellation")
class TakesAFailureForOneOfWhatIsCancelled(Remembering):
    """Drops a failure on an asset of a cancelled order, whichever order failed."""

    def to_order_system(self, message: Message) -> None:
        about = self.line(message.body.get("line"))
        given_up = [line.get("asset") for order in self.cancelled for line in self.versions[order][-1]["lines"]]
        if message.kind != "fault" or not about.get("asset") or about["asset"] not in given_up:
            super().to_order_system(message)


class _Reading(Remembering):
    """Asks for changes of quantities in its own reading of them."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(with_lines(message, self.read))

    def read(self, line: dict[str, Any]) -> dict[str, Any]:
        """A line as this layer asks for it."""
        return line


@wrong("integration", breaks="PV-03", where="modify-orders+redelivery")
class AddsQuantitiesUp(_Reading):
    """Adds to the quantity that is taken back what was taken back of the same line before."""

    def read(self, line: dict[str, Any]) -> dict[str, Any]:
        quantity = line.get("attributes", {}).get("quantity")
        if line["effect"] != "remove" or not quantity:
            return line
        total = self.known[line["line"]] = self.known.get(line["line"], 0) + int(quantity)
        return {**line, "attributes": {**line["attributes"], "quantity": str(total)}}
