"""Integration layers in which an absence, a breakdown or an odd message reaches what it should not."""

from collections.abc import Iterable, Mapping
from typing import Any

from ordertck.harness.messages import Body, Edge, Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering, with_each
from ordertck.harness.reference.common.journal import Entry


class _OneLane(Remembering):
    """Keeps what is for one neighbour behind what is for another, while that is away."""

    away_is: Edge
    waits: Edge

    def tell(
        self, kind: str, edge: Edge, body: Body | Mapping[str, Any], about: str, priority: int | None = None
    ) -> None:
        super().tell(kind, edge, body, about, priority)
        if edge is self.waits and self.away_is in self.away and self.sent_last in self.out:
            self.out.remove(self.sent_last)
            self.away[self.away_is].append(self.sent_last)


@wrong("integration", breaks="FL-06", where="priorities+restarts")
class HandsOverNothingWhileBillingIsAway(_OneLane):
    """Keeps orders until billing is back."""

    away_is, waits = Edge.BILLING, Edge.OMS


@wrong("integration", breaks="FL-08", where="filled-in-data+restarts")
class TellsNothingWhileProvisioningIsAway(_OneLane):
    """Keeps news for the CRM until provisioning is back."""

    away_is, waits = Edge.PROVISIONING, Edge.CRM


@wrong("integration", breaks="FL-09", where="price-lists+restarts")
class BillsNothingWhileProvisioningIsAway(_OneLane):
    """Keeps calls for billing until provisioning is back."""

    away_is, waits = Edge.PROVISIONING, Edge.BILLING


@wrong("integration", breaks="PV-03", where="filled-in-data+restarts")
class ProvisionsNothingWhileTheCrmIsAway(_OneLane):
    """Keeps calls for provisioning until the CRM is back."""

    away_is, waits = Edge.CRM, Edge.PROVISIONING


class _NewestFirst(Remembering):
    """Hands over what came after a breakdown before what it has recovered."""

    edge: Edge

    def restarted(self) -> None:
        self.known["recovered"] = list(self.away.get(self.edge, ()))

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and message.body["neighbour"] == self.edge and self.known.get("recovered"):
            waiting, old = self.away[self.edge], self.known.pop("recovered")
            waiting[:] = [kept for kept in waiting if kept not in old] + old
        super().bench_act(message)


@wrong("integration", breaks="FL-08", where="filled-in-data+restarts")
class TellsFirstWhatCameAfterABreakdown(_NewestFirst):
    """Tells the CRM what came after a breakdown before what waited through it."""

    edge = Edge.CRM


@wrong("integration", breaks="PL-08", where="price-lists+restarts")
class BillsFirstWhatCameAfterABreakdown(_NewestFirst):
    """Asks billing for what came after a breakdown before what waited through it."""

    edge = Edge.BILLING


@wrong("integration", breaks="FL-06", where="supplementals+restarts")
class HandsOverFirstWhatCameAfterABreakdown(Remembering):
    """Puts what comes after a breakdown before the same order's versions that waited through it."""

    def take_up(self) -> None:
        if self.broken_down and not self.known.get("sorted"):
            waiting, old = self.queue.waiting, self.known.get("recovered", [])
            self.queue.waiting = [kept for kept in waiting if kept not in old] + [k for k in waiting if k in old]
        super().take_up()

    def restarted(self) -> None:
        self.known["recovered"] = list(self.queue.waiting)


@wrong("integration", breaks="FL-08", where="filled-in-data+restarts")
class ForgetsNumbersInABreakdown(Remembering):
    """Knows the order system's lines after a breakdown, and not its numbers of orders."""

    def restarted(self) -> None:
        self.numbers.clear()


@wrong("integration", breaks="PV-15", where="failures+redelivery")
class JamsAtAStrangersFailure(Remembering):
    """Passes on nothing more from provisioning once that spoke of an order that nobody knows."""

    def to_order_system(self, message: Message) -> None:
        if message.edge is Edge.PROVISIONING:
            self.known["jammed"] = self.known.get("jammed") or message.body["order"] not in self.versions
        if not (message.edge is Edge.PROVISIONING and self.known["jammed"]):
            super().to_order_system(message)


@wrong("integration", breaks="FL-08", where="filled-in-data+restarts")
class StopsReadingAtAStranger(Remembering):
    """Reads its journal after a breakdown up to news of an order that nobody submitted."""

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        read: set[str] = set()
        whole: list[Entry] = []
        for entry in journal:
            if isinstance(entry, Message) and entry.kind == "order-submission":
                read.add(entry.body["order"])
            if isinstance(entry, Message) and entry.kind == "order-update" and entry.body["order"] not in read:
                break
            whole.append(entry)
        return super().recover(whole)


@wrong("integration", breaks="FL-08", where="filled-in-data+redelivery")
class JamsAtAStrangersNews(Remembering):
    """Tells the CRM nothing more once the order system spoke of an order that nobody knows."""

    def to_crm(self, message: Message) -> None:
        number = self.numbers.get(message.body["order"], message.body["order"])
        self.known["jammed"] = self.known.get("jammed") or number not in self.versions
        if not self.known["jammed"]:
            super().to_crm(message)


@wrong("integration", breaks="FL-06", where="priorities+cancellation")
class JamsAtAStrangersCancel(Remembering):
    """Takes nothing more off the queue at the cancel of an order that nobody knows."""

    def hand_over(self, message: Message) -> None:
        jam = message.kind == "cancel" and message.body["order"] not in self.versions
        self.known["jammed"] = self.known.get("jammed") or jam
        if not self.known["jammed"]:
            super().hand_over(message)


class _Forgetting(Remembering):
    """Forgets that it was given an order once that is done with."""

    def submitted(self, message: Message) -> None:
        self.known[message.id] = message.body["order"]
        super().submitted(message)

    def to_crm(self, message: Message) -> None:
        super().to_crm(message)
        if self.is_end(message):
            self._seen -= {known for known, order in self.known.items() if order == message.body["order"]}

    def is_end(self, message: Message) -> bool:
        """Whether nothing more is to come of an order."""
        raise NotImplementedError


@wrong("integration", breaks="FL-06", where="failures+redelivery")
class ForgetsARefusedOrder(_Forgetting):
    """Takes an order that was refused for a new one when it is delivered again."""

    def is_end(self, message: Message) -> bool:
        return message.kind == "refusal"


@wrong("integration", breaks="FL-06", where="filled-in-data+redelivery")
class ForgetsACompleteOrder(_Forgetting):
    """Takes an order that is complete for a new one when it is delivered again."""

    def is_end(self, message: Message) -> bool:
        return message.body.get("status") == "COMPLETE"


@wrong("integration", breaks="OM-08", where="bundles+failures")
class DropsBundlesWithAStrangeComponent(Remembering):
    """Leaves out a bundle with a component that is in no catalogue."""

    def sales_order(self, submission: Mapping[str, Any]) -> dict[str, Any]:
        order = super().sales_order(submission)
        strange = {x.get("parent") for x in order["lines"] if x.get("product") not in self.catalogue.products} - {None}
        return with_each(order, lambda line: None if {line["id"], line.get("parent")} & strange else line)


@wrong("integration", breaks="OM-08", where="bundles+failures")
class StopsAtAStrangeLine(Remembering):
    """Hands an order over up to a component that is in no catalogue."""

    def other_line(self, order: Mapping[str, Any], line: dict[str, Any]) -> dict[str, Any] | None:
        lines = order["lines"]
        strange = [place for place, x in enumerate(lines) if x.get("product") not in self.catalogue.products]
        place = next(place for place, x in enumerate(lines) if x["id"] == line["id"])
        return None if line.get("parent") and strange and place >= strange[0] else line
