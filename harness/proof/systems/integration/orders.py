"""Integration layers that lose, double or spoil orders on their way to the order system."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import BillingLine, BillingOrder, Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.integration import Integration


@wrong("integration", breaks="FL-03")
class BillsWhatIsSubmitted(Integration):
    """Sends an order to billing as soon as the CRM submits it."""

    def hand_over(self, message: Message) -> None:
        super().hand_over(message)
        lines = tuple(
            BillingLine(line=line["id"], product=line["product"], effect="start", rate_plan="HOUSEHOLD-PLAN")
            for line in message.body["lines"]
        )
        call = BillingOrder(order=message.body["order"], account=message.body["account"], phase="all", lines=lines)
        self.tell("billing-order", Edge.BILLING, call, message.about)


@wrong("integration", breaks="FL-03")
class BillsFromTheQueue(Integration):
    """Lets billing know of an order before the order system has it."""

    def submitted(self, message: Message) -> None:
        line = BillingLine(line=message.body["lines"][0]["id"], product="", effect="start", rate_plan="HOUSEHOLD-PLAN")
        call = BillingOrder(order=message.body["order"], account=message.body["account"], phase="all", lines=(line,))
        self.tell("billing-order", Edge.BILLING, call, message.about)
        super().submitted(message)


@wrong("integration", breaks="FL-03 FL-09 OM-05 OM-06 OM-07 PL-01 PL-06 PL-08 PL-16")
class BillsNothing(Integration):
    """Lets everything that the order system wants billed lie."""

    def to_billing(self, message: Message) -> None: ...


@wrong("integration", breaks="FL-06")
class LosesTheLastOrder(Integration):
    """Leaves the last of several queued orders behind."""

    def take_up(self) -> None:
        if len(self.queue) > 1:
            while len(self.queue) > 1 and not self.held:
                self.hand_over(self.queue.get())
            if not self.held:
                self.queue.get()
        else:
            super().take_up()


@wrong("integration", breaks="FL-06")
class HandsOverTwice(Integration):
    """Hands an order that had to wait over a second time."""

    def take_up(self) -> None:
        waited = len(self.queue) > 1
        while len(self.queue) and not self.held:
            message = self.queue.get()
            self.hand_over(message)
            if waited:
                self.hand_over(message)


@wrong("integration", breaks="FL-06")
class TakesEverySecondOrder(Integration):
    """Has two consumers on the queue, one of which hands nothing over."""

    taken = 0

    def hand_over(self, message: Message) -> None:
        self.taken += 1
        if self.taken % 2:
            super().hand_over(message)


@wrong("integration", breaks="FL-06 PR-02 PR-11")
class ForgetsWhatIsQueued(Integration):
    """Hands over only what comes while the intake is open."""

    def take_up(self) -> None:
        if self.held:
            while len(self.queue):
                self.queue.get()
        super().take_up()


class _Spoiling(Integration):
    """Spoils an order before it hands it over; ``spoil`` says how."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        """The order as this system hands it over."""
        return order

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        return self.spoil(super().sales_order(submission))


@wrong("integration", breaks="FL-07 OM-05")
class DropsPromotions(_Spoiling):
    """Leaves out lines that nobody provisions as a service."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        return {**order, "lines": [x for x in order["lines"] if x.get("subject") != "promotion"]}


@wrong("integration", breaks="OM-05")
class DropsCustomizableProducts(_Spoiling):
    """Hands over only what is a single thing."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        kinds = ("customizable product", "service bundle")
        return {**order, "lines": [x for x in order["lines"] if x.get("subject") not in kinds]}


@wrong("integration", breaks="OM-05")
class DropsTheFirstSimpleProduct(_Spoiling):
    """Takes a single simple product for somebody else's."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        alone = len(order["lines"]) == 1 and order["lines"][0].get("subject") == "simple product"
        return {**order, "lines": [] if alone else order["lines"]}


@wrong("integration", breaks="OM-05 FL-07")
class FlattensBundles(_Spoiling):
    """Forgets which line belongs below which."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        return {**order, "lines": [{k: v for k, v in line.items() if k != "parent"} for line in order["lines"]]}


@wrong("integration", breaks="OM-06")
class FoldsDiscounts(_Spoiling):
    """Drops the line of a discount."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        return {**order, "lines": [x for x in order["lines"] if x.get("subject") != "discount"]}


@wrong("integration", breaks="OM-07")
class KeepsOnePricingEvent(_Spoiling):
    """Hands over the first pricing event of a product only."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        events = [line for line in order["lines"] if line.get("subject") == "pricing event"]
        return {**order, "lines": [line for line in order["lines"] if line not in events[1:]]}


@wrong("integration", breaks="OM-08 FL-07")
class DropsUnknownKinds(_Spoiling):
    """Drops a line of a kind that is on no list, without a word."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        return {**order, "lines": [x for x in order["lines"] if x.get("subject") != "equipment"]}


@wrong("integration", breaks="OM-08")
class DropsOrdersWithUnknownKinds(_Spoiling):
    """Hands over nothing of an order with a line of a kind that is on no list."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        strange = any(line.get("subject") == "equipment" for line in order["lines"])
        return {**order, "lines": [] if strange else order["lines"]}


@wrong("integration", breaks="FL-07")
class DropsAttributes(_Spoiling):
    """Hands over lines without what was chosen for them."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        return {**order, "lines": [{k: v for k, v in x.items() if k != "attributes"} for x in order["lines"]]}


@wrong("integration", breaks="FL-07")
class DoublesComponents(_Spoiling):
    """Hands a component over by itself, and once more with its bundle."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        return {**order, "lines": order["lines"] + [line for line in order["lines"] if "parent" in line]}


@wrong("integration", breaks="FL-07 OM-03")
class DropsTheHeader(_Spoiling):
    """Hands over the lines, and of the header only who ordered."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        kept = ("order", "id", "account", "lines")
        return {name: value for name, value in order.items() if name in kept}


@wrong("integration", breaks="OM-03")
class RemembersTheFirstHeader(_Spoiling):
    """Hands every order over with the price list, date and address of the first one."""

    first: Mapping[str, Any] | None = None

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        own = ("order", "id", "revision", "account", "priority", "lines")
        if self.first is None:
            self.first = {name: value for name, value in order.items() if name not in own}
        return {**{name: order[name] for name in own if name in order}, **self.first}


@wrong("integration", breaks="FL-09")
class ShiftsTheDateForBilling(Integration):
    """Tells billing another date than the order system."""

    def to_billing(self, message: Message) -> None:
        body = {**message.body, "requested_delivery": "2026-01-01T00:00:00+00:00"}
        super().to_billing(replace(message, body=body))


@wrong("integration", breaks="FL-09")
class LeavesTheDateBlankForBilling(Integration):
    """Tells the order system the date, and billing none."""

    def to_billing(self, message: Message) -> None:
        body = {name: value for name, value in message.body.items() if name != "requested_delivery"}
        super().to_billing(replace(message, body=body))


@wrong("integration", breaks="FL-09")
class BillsACollectiveAccount(Integration):
    """Tells billing one account for all customers."""

    def to_billing(self, message: Message) -> None:
        super().to_billing(replace(message, body={**message.body, "account": "COLLECTIVE"}))


@wrong("integration", breaks="PL-16")
class FillsBlankLists(_Spoiling):
    """Fills a blank price list before the order system sees it."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        lines = [{"price_list": order.get("price_list"), **line} for line in order["lines"]]
        return {**order, "lines": lines}


@wrong("integration", breaks="PL-16")
class FillsFromTheNeighbour(_Spoiling):
    """Gives a line without a price list the one of the line below it."""

    def spoil(self, order: dict[str, Any]) -> dict[str, Any]:
        below = [line.get("price_list") for line in order["lines"][1:]]
        lines = [{"price_list": other, **line} for line, other in zip(order["lines"], [*below, None], strict=True)]
        return {**order, "lines": lines}


@wrong("integration", breaks="FL-06")
class HandsOverEveryDelivery(Integration):
    """Hands an order over as often as it is delivered."""

    def submitted(self, message: Message) -> None:
        self._seen.clear()
        super().submitted(message)
