"""Order systems that know follow-on orders, and forget them over what a customer has already."""

from collections.abc import Iterator

from ordertck.harness.messages import Message, OrderLine, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import (
    Fulfilment,
    Intake,
    LineFulfilment,
    Objection,
    Orchestration,
    OrderManagement,
    OrderState,
    Planning,
    Scheduling,
)
from ordertck.harness.reference.oms.decomposition import Work


def with_work(planned: LineFulfilment, **provisioning: object) -> LineFulfilment:
    """A planned line of which provisioning is asked something else; as it is where provisioning is asked nothing."""
    work = planned.work
    if work.provisioning is not None:
        planned.work = Work(work.billing, work.target, replace(work.provisioning, **provisioning))
    return planned


def changes(order: SalesOrder) -> bool:
    """Whether an order changes what is installed."""
    return any(line.action not in ("Add", "-", None) for line in order.lines)


class DoingAgain(OrderManagement):
    """Forgets some orders once they are complete, and fulfils them once more when they are delivered again."""

    def is_meant(self, order: SalesOrder) -> bool:
        """Whether an order is one of them."""
        raise NotImplementedError

    def is_repeated(self, message: Message) -> bool:
        repeated = super().is_repeated(message)
        known = self.book.orders.get(str(message.body.get("order")))
        if known is None or not repeated or message.kind != "sales-order":
            return repeated
        if known.state is OrderState.COMPLETE and self.is_meant(known.order):
            del self.book.orders[known.number]
            return False
        return True


@wrong("oms", breaks="MO-07", where="follow-ons+modify-orders")
class IsReleasedByAnyChangeOfTheProduct(Orchestration):
    """Lets a follow-on order go when an installed asset of the same product is changed, whichever it is."""

    def complete(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        super().complete(fulfilment, line)
        if line.line.action == "Update":
            alike = [
                key
                for key, other in self.book.open_lines.items()
                if other.lines[key].line.action == "Update" and other.lines[key].line.product == line.line.product
            ]
            for key in alike:
                self.release(self.scheduling.line_completes(key))


@wrong("oms", breaks="FO-05", where="follow-ons+modify-orders")
class WaitsForTheWholeModifyOrder(Scheduling):
    """Lets a follow-on order to a modify order wait until every asset on that one is changed."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        bases = [base for base in self.book.orders.values() if named & base.lines.keys() and changes(base.order)]
        return named | {line for base in bases for line in base.lines if line in self.book.open_lines}


@wrong("oms", breaks="MO-07", where="follow-ons+modify-orders")
class CarriesTheAssetAsItWas(Planning):
    """Writes into a follow-on order all that the asset has when the order comes, and sends it later."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        there = self.installed.get(line.asset)
        if line.action != "Update" or not line.base_line or there is None:
            return planned
        return with_work(planned, attributes={**there.attributes, **line.attributes})


@wrong("oms", breaks="FO-04", where="follow-ons+service-changes")
class SuspendsAndEndsAtOnce(Scheduling):
    """Lets updates wait for the order that they build on, and suspends or ends what is installed at once."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        named = super().lines_to_wait_for(order)
        at_once = all(line.action in ("Suspend", "Delete") and self.installed.get(line.asset) for line in order.lines)
        return set() if at_once else named


@wrong("oms", breaks="FO-01", where="follow-ons+service-changes")
class JudgesByTheAssetOfToday(Intake):
    """Refuses to resume what a base order is only about to suspend."""

    def asset(self, line: OrderLine) -> Iterator[Objection]:
        yield from super().asset(line)
        there = self.installed.get(line.asset)
        if line.action == "Resume" and line.base_line and there is not None and there.status != "Suspended":
            yield Objection(f"asset {line.asset} is not suspended", line.id)


@wrong("oms", breaks="FO-01", where="follow-ons+service-changes")
class EndsWhereItWas(Planning):
    """Has a service disconnected at the address that it has when the order comes."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        there = self.installed.get(line.asset)
        if line.action != "Delete" or there is None or there.site is None:
            return planned
        return with_work(planned, site=there.site)


@wrong("oms", breaks="FO-01", where="follow-ons+service-changes")
class ResumesWhatItFoundActive(Orchestration):
    """Leaves a resumption out that came while the service was still active, and calls it done."""

    def schedule(self, fulfilment: Fulfilment) -> None:
        for line in fulfilment.lines.values():
            there = self.installed.get(line.asset)
            if line.line.action == "Resume" and there is not None and there.status == "Active":
                line.work = Work(None, None, None)
        super().schedule(fulfilment)


@wrong("oms", breaks="FO-01", where="follow-ons+service-changes")
class GoesOnChargingWhatItNeverSaw(Planning):
    """Stops no charge of a service that was not there yet when the order to end it came."""

    def plan(self, order: SalesOrder, line: OrderLine) -> LineFulfilment:
        planned = super().plan(order, line)
        if line.action == "Delete" and self.installed.get(line.asset) is None:
            planned.work = replace(planned.work, billing=None)
        return planned


@wrong("oms", breaks="FO-12")
class WaitsForNothingOnceLinesAreAdded(Scheduling):
    """Begins a follow-on order at once when a revision has added a line to it that builds on nothing."""

    def lines_to_wait_for(self, order: SalesOrder) -> set[str]:
        known = self.book.orders.get(order.order)
        revised = known is not None and known.ticket > 1
        added = revised and not all(line.base_line for line in order.lines)
        return set() if added else super().lines_to_wait_for(order)
