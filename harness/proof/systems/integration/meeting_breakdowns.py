"""Integration layers that survive a breakdown, an absence or a redelivery, and not two of these together."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from ordertck.harness.messages import Edge, Message, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering
from ordertck.harness.reference.common.journal import Entry


class _Losing(Remembering):
    """Keeps what waits for a neighbour in its memory only."""

    edge: Edge

    def restarted(self) -> None:
        if self.edge in self.away:
            self.away[self.edge].clear()


@wrong("integration", breaks="PV-03", where="modify-orders+restarts")
class LosesWhatWaitsForProvisioning(_Losing):
    """Has lost after a breakdown what waited for provisioning."""

    edge = Edge.PROVISIONING


@wrong("integration", breaks="PV-03", where="modify-orders+restarts")
class DoublesWhatWaitsForProvisioning(Remembering):
    """Has what waited for provisioning twice after a breakdown, from its journal and from its outbox."""

    def restarted(self) -> None:
        waiting = self.away.get(Edge.PROVISIONING, [])
        waiting += [replace(kept, id=f"{kept.id}-again") for kept in waiting]


@wrong("integration", breaks="PV-03", where="modify-orders+restarts")
class AsksFirstForWhatCameAfterABreakdown(Remembering):
    """Asks provisioning for what came after a breakdown before what waited through it."""

    def restarted(self) -> None:
        self.known["recovered"] = list(self.away.get(Edge.PROVISIONING, ()))

    def bench_act(self, message: Message) -> None:
        if message.kind == "neighbour-back" and self.known.get("recovered"):
            waiting, old = self.away[Edge.PROVISIONING], self.known.pop("recovered")
            waiting[:] = [kept for kept in waiting if kept not in old] + old
        super().bench_act(message)


@wrong("integration", breaks="PL-06", where="price-lists+failures+restarts")
class DropsACallThatIsFaultedInPart(Remembering):
    """Takes a call for done with the fault of one line, while billing is away."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        super().unmapped(message, line)
        if Edge.BILLING in self.away:
            self.known[message.id] = True

    def to_billing(self, message: Message) -> None:
        super().to_billing(message)
        if message.id in self.known and self.away[Edge.BILLING]:
            self.away[Edge.BILLING].pop()


@wrong("integration", breaks="PL-06", where="price-lists+failures+restarts")
class FaultsAgainWhenBillingIsBack(Remembering):
    """Tries a line without a plan again when billing is back, and faults it a second time."""

    def unmapped(self, message: Message, line: Mapping[str, Any]) -> None:
        super().unmapped(message, line)
        if Edge.BILLING in self.away:
            self.known[line["line"]] = message, line

    def bench_act(self, message: Message) -> None:
        super().bench_act(message)
        if message.kind == "neighbour-back" and message.body["neighbour"] == Edge.BILLING:
            for call, line in self.known.values():
                super().unmapped(replace(call, id=f"{call.id}-again"), line)


class _Unwritten(Remembering):
    """Keeps a kind of message in its memory only."""

    kind: str

    def written(self, message: Message) -> Message | None:
        return None if message.kind == self.kind and message.edge is Edge.OMS else super().written(message)


@wrong("integration", breaks="FL-05", where="failures+restarts")
class WritesNoFalloutsDown(_Unwritten):
    """Writes updates down, and fallouts not."""

    kind = "fallout"


@wrong("integration", breaks="FL-05", where="failures+restarts")
class WritesNoRefusalsDown(_Unwritten):
    """Writes updates down, and refusals not."""

    kind = "refusal"


class _KnowingWhatWasSent(Remembering):
    """Knows a message again once it has sent what follows from it, and not while that waits."""

    edge: Edge

    def handle(self, message: Message) -> list[Message]:
        out = super().handle(message)
        if self.edge in self.away and message.edge is not Edge.BENCH and message.kind in self.waits():
            self._seen.discard(message.id)
        return out

    def waits(self) -> tuple[str, ...]:
        """The kinds of what is for the neighbour."""
        return ("order-update", "refusal", "fallout") if self.edge is Edge.CRM else ("order-submission", "cancel")


@wrong("integration", breaks="FL-06", where="redelivery+restarts")
class KnowsUpdatesOnceTheyAreTold(_KnowingWhatWasSent):
    """Takes an update that is delivered again while it waits for the CRM for another one."""

    edge = Edge.CRM


@wrong("integration", breaks="FL-06", where="redelivery+restarts")
class KnowsOrdersOnceTheyAreHandedOver(_KnowingWhatWasSent):
    """Takes an order that is delivered again while it waits for the order system for another one."""

    edge = Edge.OMS


@wrong("integration", breaks="FL-06", where="redelivery+restarts")
class SurvivesOneBreakdown(Remembering):
    """Empties its journal when it has read it, so that a second breakdown takes what the first one left."""

    def recover(self, journal: Iterable[Entry]) -> list[Message]:
        disk = cast(dict[str, Any], self.settings)  # which is the same through all breakdowns of an example
        disk["emptied"] = disk.get("emptied", -1) + 1
        return super().recover(() if disk["emptied"] else journal)


@wrong("integration", breaks="FL-06", where="supplementals+cancellation")
class CancelsWhatWaitsForTheOrderSystem(Remembering):
    """Drops the versions that wait for the order system when a cancel comes, and hands the cancel over."""

    def submitted(self, message: Message) -> None:
        if message.kind == "cancel" and Edge.OMS in self.away:
            order = message.body["order"]
            self.queue.waiting = [kept for kept in self.queue.waiting if kept[1].body["order"] != order]
        super().submitted(message)


@wrong("integration", breaks="PR-06", where="supplementals+restarts")
class TellsAgainAfterTheNextAbsence(Remembering):
    """Keeps what waited for the CRM, and tells it again when the CRM is back the next time."""

    def bench_act(self, message: Message) -> None:
        crm_is_back = message.kind == "neighbour-back" and message.body["neighbour"] == Edge.CRM
        waited = list(self.away.get(Edge.CRM, ())) if crm_is_back else []
        super().bench_act(message)
        if crm_is_back:
            self.out += [replace(kept, id=f"{kept.id}-again") for kept in self.known.get("told", [])]
            self.known["told"] = waited
