"""Integration layers that were tried with new orders only: what is no Add, or comes back, goes wrong in them."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


def with_each_line(message: Message, change: Mapping[str, Any], drop: tuple[str, ...] = ()) -> Message:
    """A call with these fields on every line, and without those."""
    lines = [{k: v for k, v in {**line, **change}.items() if k not in drop} for line in message.body["lines"]]
    return replace(message, body={**message.body, "lines": lines})


@wrong("integration", breaks="PV-03")
class ProvisionsEverythingAsAnAdd(Integration):
    """Asks provisioning to add whatever is to be done with a line."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(with_each_line(message, {"effect": "add"}))


@wrong("integration", breaks="PV-03")
class ProvisionsEverythingAsAnAddOrARemove(Integration):
    """Knows how things are set up and taken down, and takes every other change for a new thing."""

    def to_provisioning(self, message: Message) -> None:
        lines = [
            line if line["effect"] == "remove" else {**line, "effect": "add"} for line in message.body["lines"]
        ]  # fmt: skip
        super().to_provisioning(replace(message, body={**message.body, "lines": lines}))


@wrong("integration", breaks="FL-09")
class BillsEverythingAsAStart(Integration):
    """Has billing start whatever is to be done with a line."""

    def to_billing(self, message: Message) -> None:
        super().to_billing(with_each_line(message, {"effect": "start"}))


@wrong("integration", breaks="FL-09")
class TakesSuspensionForTheEnd(Integration):
    """Has billing stop what is only to be suspended."""

    def to_billing(self, message: Message) -> None:
        lines = [{**line, "effect": "stop"} if line["effect"] == "suspend" else line for line in message.body["lines"]]
        super().to_billing(replace(message, body={**message.body, "lines": lines}))


@wrong("integration", breaks="FL-07")
class HandsEverythingOverAsAnAdd(Integration):
    """Hands every line over as one that adds something."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        return {**order, "lines": [{**line, "action": "Add"} for line in order["lines"]]}


@wrong("integration", breaks="FL-07")
class KnowsSixActions(Integration):
    """Hands a line with no action over as an update."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            if line.get("action") in (None, "", "-"):
                line["action"] = "Update"
        return order


@wrong("integration", breaks="FL-07")
class DropsOverrideAndAsset(Integration):
    """Leaves out the price that was entered by hand, and which asset a line is about."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        for line in order["lines"]:
            line.pop("override", None)
            line.pop("asset", None)
        return order


@wrong("integration", breaks="FL-06")
class SwallowsCancels(Integration):
    """Takes a cancel off the queue and hands nothing on."""

    def hand_over(self, message: Message) -> None:
        if message.kind != "cancel":
            super().hand_over(message)


@wrong("integration", breaks="PR-05")
class CancelsFirst(Integration):
    """Hands a cancel over at once, before what is queued."""

    def submitted(self, message: Message) -> None:
        if message.kind == "cancel":
            self.hand_over(message)
        else:
            super().submitted(message)


@wrong("integration", breaks="FL-08")
class KeepsMilestonesAndValues(Integration):
    """Tells the CRM how lines stand, and nothing else of them."""

    def to_crm(self, message: Message) -> None:
        if message.kind == "order-update":
            message = with_each_line(message, {}, drop=("milestone", "attributes"))
        super().to_crm(message)


@wrong("integration", breaks="PV-03")
class ProvisionsBareLines(Integration):
    """Keeps attributes and dates from provisioning."""

    def to_provisioning(self, message: Message) -> None:
        bare = with_each_line(message, {}, drop=("attributes",))
        body = {k: v for k, v in bare.body.items() if k != "requested_delivery"}
        super().to_provisioning(replace(bare, body=body))


@wrong("integration", breaks="PV-03 FL-09 FL-06 FL-08")
class WasTriedWithNewOrdersOnly(
    ProvisionsEverythingAsAnAdd, BillsEverythingAsAStart, SwallowsCancels, KeepsMilestonesAndValues, ProvisionsBareLines
):
    """Has five defects at once, none of which shows while lines are only added."""


@wrong("integration", breaks="PV-03")
class ProvisionsWithoutTheSite(Integration):
    """Does not tell provisioning where."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(with_each_line(message, {}, drop=("site",)))


@wrong("integration", breaks="PV-03")
class ProvisionsWithoutTheAsset(Integration):
    """Does not tell provisioning which asset a line is about."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(with_each_line(message, {}, drop=("asset",)))


@wrong("integration", breaks="PV-03")
class LeavesComponentsAlone(Integration):
    """Does not tell provisioning which line a component belongs to."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(with_each_line(message, {}, drop=("parent",)))


@wrong("integration", breaks="PV-03")
class DropsQuantities(Integration):
    """Takes a quantity for none of provisioning's business, so that all of a thing is taken down."""

    def to_provisioning(self, message: Message) -> None:
        lines = [
            {**line, "attributes": {k: v for k, v in line.get("attributes", {}).items() if k != "quantity"}}
            for line in message.body["lines"]
        ]
        super().to_provisioning(replace(message, body={**message.body, "lines": lines}))


@wrong("integration", breaks="PV-03")
class KeepsValuesFromTheOrderSystem(Integration):
    """Passes statuses and milestones of provisioning on, and no values."""

    def to_order_system(self, message: Message) -> None:
        if message.body.get("sort") != "data":
            super().to_order_system(message)


@wrong("integration", breaks="PV-03")
class KeepsMilestonesFromTheOrderSystem(Integration):
    """Passes statuses and values of provisioning on, and no milestones."""

    def to_order_system(self, message: Message) -> None:
        if message.body.get("sort") != "milestone":
            super().to_order_system(message)


@wrong("integration", breaks="FL-09")
class BillsWithoutTheOverride(Integration):
    """Keeps a price that was entered by hand from billing."""

    def to_billing(self, message: Message) -> None:
        super().to_billing(with_each_line(message, {}, drop=("override",)))


@wrong("integration", breaks="FL-09")
class BillsWithoutAttributes(Integration):
    """Keeps what billing needs to know of a product from it."""

    def to_billing(self, message: Message) -> None:
        super().to_billing(with_each_line(message, {}, drop=("attributes",)))


@wrong("integration", breaks="PV-15")
class SwallowsWhatIsMended(Integration):
    """Passes failures on, and not that they are mended."""

    def to_order_system(self, message: Message) -> None:
        if message.kind != "fallout":
            super().to_order_system(message)


@wrong("integration", breaks="PV-15")
class MendsAnotherFailure(Integration):
    """Gives what is mended an incident number of its own."""

    def to_order_system(self, message: Message) -> None:
        if message.kind == "fallout":
            message = replace(message, body={**message.body, "incident": f"MENDED-{message.id}"})
        super().to_order_system(message)


@wrong("integration", breaks="FL-09")
class KeepsBillingsFaults(Integration):
    """Passes on what billing did, and not what it could not do."""

    def to_order_system(self, message: Message) -> None:
        if not (message.kind == "fault" and message.edge is Edge.BILLING):
            super().to_order_system(message)
