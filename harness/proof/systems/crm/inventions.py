"""CRMs that put on the queue what nobody entered, or let happen what no order can bring about."""

from collections.abc import Iterator

from ordertck.harness.messages import DeskShown, LineUpdate, OrderSubmission, SubmittedLine, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import (
    AssetRegister,
    Checks,
    CrmLine,
    CrmOrder,
    OrderEntry,
    OrderProgress,
    Refused,
    Submissions,
    Submitting,
)
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="OM-01")
class ClosesEmptyOrders(Submitting):
    """Takes the submission of an order without a line, and shows it as complete."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if order.lines or not order.account:
            return super().submit_order(ref, fields)
        order.submitted, order.status = True, "COMPLETE"
        return self.screens.order(order)


@wrong("crm", breaks="OM-01")
class SubmitsEmptyOrdersUnderANumberOfTheirOwn(Submitting):
    """Says no to an order without a line, and queues it under another number."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        order = self.orders.order(ref)
        if not order.lines and order.account:
            self.approval.queueing.queue(replace(order, id=f"{order.id}-EMPTY"))
        return super().submit_order(ref, fields)


@wrong("crm", breaks="AC-09")
class AddsAnActionOfItsOwn(Submissions):
    """Sends one line more with each change of what a customer has: that the bill is to be renewed."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        if not any(line.asset for line in order.lines.values()):
            return sent
        first = sent.lines[0]
        more = replace(first, id=f"{order.id}-RENEWAL", number=str(len(sent.lines) + 1), action="Renew")
        return replace(sent, lines=(*sent.lines, more))


@wrong("crm", breaks="AC-09")
class TakesUnknownWordsForAnotherAction(OrderEntry):
    """Ends and adds anew what a user wants to have replaced: two actions that nobody chose."""

    def enter_line(self, ref: str, fields: Fields) -> DeskShown:
        if fields.get("action") != "Replace":
            return super().enter_line(ref, fields)
        super().enter_line(f"{ref}-OLD", {**fields, "action": "Delete"})
        return super().enter_line(ref, {name: value for name, value in fields.items() if name != "asset"} | _ADD)


_ADD = {"action": "Add"}


@wrong("crm", breaks="OM-04")
class SplitsAttributesOff(Submissions):
    """Sends a second line for the attributes of a line, about no product."""

    def of(self, order: CrmOrder) -> OrderSubmission:
        sent = super().of(order)
        extra = (
            SubmittedLine(id=f"{line.id}-VALUES", number=f"{line.number}9", action="Set", attributes=line.attributes)
            for line in sent.lines
            if line.attributes
        )
        return replace(sent, lines=(*sent.lines, *extra))


@wrong("crm", breaks="AC-02")
class GivesMovedAssetsAnotherId(AssetRegister):
    """Keeps a moved asset under a new id, so that nobody finds what the old one was called."""

    def follow(self, line: CrmLine, account: str) -> None:
        known = self.get(line.asset)
        if line.action == "Move-Add" and known:
            self.put(replace(known, status="Inactive"))
            self.put(replace(known, id=f"{line.id}-ASSET", site=line.site))
        else:
            super().follow(line, account)


@wrong("crm", breaks="AC-08")
class GivesResumedAssetsAnotherId(AssetRegister):
    """Keeps a resumed asset under a new id."""

    def follow(self, line: CrmLine, account: str) -> None:
        known = self.get(line.asset)
        if line.action == "Resume" and known:
            self.put(replace(known, status="Inactive"))
            self.put(replace(known, id=f"{line.id}-ASSET", status="Active"))
        else:
            super().follow(line, account)


@wrong("crm", breaks="AC-11")
class ActsOnNothing(Checks):
    """Submits a change that names no asset at all."""

    def asset(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
        return super().asset(order, line) if line.asset else iter(())


@wrong("crm", breaks="AC-11")
class ResumesWhatIsActive(Checks):
    """Submits the resuming of an asset that is not suspended, without a word."""

    def asset(self, order: CrmOrder, line: CrmLine) -> Iterator[str]:
        return (
            iter(()) if line.action == "Resume" and self.projections.behind(order, line) else super().asset(order, line)
        )


@wrong("crm", breaks="AC-11")
class SuspendsWhatIsNotThereYet(Submissions):
    """Suspends or ends at once what an open order has yet to bring, and says nowhere that this is to be waited for."""

    def base_line(self, order: CrmOrder, line: CrmLine) -> str | None:
        return None if line.action in ("Suspend", "Delete") else super().base_line(order, line)


@wrong("crm", breaks="FL-05")
class TakesARefusalForTheEnd(OrderProgress):
    """Shows an order that the order system refused as complete: nothing more will come of it."""

    def hear_trouble(self, number: str, status: str) -> None:
        super().hear_trouble(number, "COMPLETE" if status == "REFUSED" else status)


@wrong("crm", breaks="SC-13")
class RefusesWhatItHasQueued(Submitting):
    """Tells the user of an order for a customer without an address that it cannot be submitted, and has queued it."""

    def submit_order(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().submit_order(ref, fields)
        if not self.acknowledgements.address(self.orders.order(ref)):
            raise Refused("the customer has no e-mail address")
        return shown


@wrong("crm", breaks="AC-04")
class BringsDeletedAssetsBack(OrderProgress):
    """Takes late news of the order that sold an asset for a new asset, when the asset is disconnected by then."""

    def hear_of_line(self, order: CrmOrder, line: CrmLine, told: LineUpdate) -> None:
        sold = self.assets.of(order.account or "")
        if any(asset.id == f"{line.id}-ASSET" and asset.status == "Inactive" for asset in sold):
            order.converted.discard(line.id)
        super().hear_of_line(order, line, told)
