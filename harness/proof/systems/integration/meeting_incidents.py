"""Integration layers that mix up calls, incidents, values and the two reasons why orders wait."""

from collections.abc import Mapping
from typing import Any

from ordertck.harness.messages import Body, Edge, Message, as_body
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, with_lines


@wrong("integration", breaks="FL-08", where="filled-in-data+restarts")
class LosesCallsInABreakdown(Remembering):
    """Knows after a breakdown no more by which call of the order system's it was asked."""

    def restarted(self) -> None:
        self.calls.clear()


@wrong("integration", breaks="PL-06", where="price-lists+failures")
class HasOneIncidentForAnOrder(Remembering):
    """Tells of every line of an order that cannot be billed under one and the same incident."""

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        shape = dict(body) if isinstance(body, Mapping) else as_body(body)
        if kind == "fault" and "rate plan" in shape["reason"]:
            shape["incident"] = f"unbilled-{about}"
        super().tell(kind, edge, shape, about, priority)


class _KnowsTheCatalogue(Remembering):
    """Passes on the attributes of a line that the catalogue has for its product."""

    def known_only(self, line: dict[str, Any]) -> dict[str, Any]:
        """A line without the values that no catalogue lists."""
        listed = {name for product in self.catalogue.products.values() for name in product.attributes}
        said = line.get("attributes") or {}
        return {**line, "attributes": {name: value for name, value in said.items() if name in listed}}


@wrong("integration", breaks="FL-09", where="price-lists+filled-in-data")
class BillsWhatTheCatalogueKnows(_KnowsTheCatalogue):
    """Tells billing no value that the catalogue does not list."""

    def to_billing(self, message: Message) -> None:
        super().to_billing(with_lines(message, self.known_only))


@wrong("integration", breaks="FL-09", where="service-changes+filled-in-data")
class ProvisionsWhatTheCatalogueKnows(_KnowsTheCatalogue):
    """Tells provisioning no value that the catalogue does not list."""

    def to_provisioning(self, message: Message) -> None:
        super().to_provisioning(with_lines(message, self.known_only))


@wrong("integration", breaks="PR-02", where="priorities+restarts")
class TakesUpWorkWhenTheOrderSystemIsBack(Remembering):
    """Forgets that the intake is held once the order system can be reached again."""

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == Edge.OMS:
            self.held = False
        super().bench_act(message)


@wrong("integration", breaks="PR-02", where="priorities+restarts")
class SetsTheReleasedOrdersInARow(Remembering):
    """Hands what was released while the order system was away over before all that came since."""

    def bench_act(self, message: Message) -> None:
        super().bench_act(message)
        if message.kind == "intake-release" and Edge.OMS in self.away:
            while len(self.queue):
                self.hand_over(self.queue.get())


@wrong("integration", breaks="PV-15", where="service-changes+failures")
class TellsTheReasonOfTheFailureBefore(Remembering):
    """Tells of each failure with the reason of the one that was told before it."""

    reason = ""

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        shape = dict(body) if isinstance(body, Mapping) else as_body(body)
        if kind == "fault":
            self.reason, shape["reason"] = shape["reason"], self.reason or shape["reason"]
        super().tell(kind, edge, shape, about, priority)
