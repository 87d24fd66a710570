"""Integration layers that pass over one sort of message in one state of its order, or of the landscape."""

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.remembering import Remembering


class _PassingOver(Remembering):
    """Passes over messages of one ``kind``, and of one ``sort`` where that is said, when ``fits`` says so."""

    kind: str
    sort: str | None = None

    def prepare(self) -> None:
        super().prepare()
        self.stuck: set[str] = set()
        self.complete: set[str] = set()

    def handle(self, message: Message) -> list[Message]:
        mine = message.kind == self.kind and self.sort in (None, message.body.get("sort"))
        if mine and message.id not in self._seen and self.fits(message):
            self._seen.add(message.id)
            return []
        out = super().handle(message)
        if message.kind == "fallout":
            self.stuck.add(message.body["order"])
        if message.body.get("status") == "COMPLETE":
            self.complete.add(message.body["order"])
        return out

    def fits(self, message: Message) -> bool:
        """Whether a message of the kind is passed over."""
        raise NotImplementedError


class _OfCancelledOrders(_PassingOver):
    def fits(self, message: Message) -> bool:
        return message.body["order"] in self.cancelled


class _OfStuckOrders(_PassingOver):
    def fits(self, message: Message) -> bool:
        return message.body["order"] in self.stuck


class _OfCompleteOrders(_PassingOver):
    def fits(self, message: Message) -> bool:
        return message.body["order"] in self.complete


class _OfRevisedOrders(_PassingOver):
    def fits(self, message: Message) -> bool:
        return len(self.versions.get(message.body["order"], ())) > 1


class _WhileAway(_PassingOver):
    away_is: Edge

    def fits(self, _message: Message) -> bool:
        return self.away_is in self.away


class _WhileHeld(_PassingOver):
    def fits(self, _message: Message) -> bool:
        return self.held


@wrong("integration", breaks="PV-03", where="bundles+follow-ons+service-changes")
class TellsNoMilestonesOfFollowOns(_PassingOver):
    """Passes on no milestone of a line that depends on another one."""

    kind, sort = "provisioning-update", "milestone"

    def fits(self, message: Message) -> bool:
        return bool(self.line(message.body["line"]).get("base_line"))


@wrong("integration", breaks="PV-03", where="bundles+follow-ons+service-changes")
class TellsNoMilestonesOfComponents(_PassingOver):
    """Passes on no milestone of a component."""

    kind, sort = "provisioning-update", "milestone"

    def fits(self, message: Message) -> bool:
        return bool(self.line(message.body["line"]).get("parent"))


@wrong("integration", breaks="FL-08", where="failures+cancellation+restarts")
class KeepsRefusalsOfACancelledOrder(_OfCancelledOrders):
    """Does not tell the CRM that an order was refused which is cancelled."""

    kind = "refusal"


@wrong("integration", breaks="FL-08", where="failures+cancellation+restarts")
class KeepsFalloutsOfACancelledOrder(_OfCancelledOrders):
    """Does not tell the CRM that a line fell out whose order is cancelled."""

    kind = "fallout"


@wrong("integration", breaks="FL-08", where="supplementals+cancellation+restarts")
class KeepsMilestonesOfACancelledOrder(_OfCancelledOrders):
    """Passes on no milestone of a cancelled order."""

    kind, sort = "provisioning-update", "milestone"


@wrong("integration", breaks="FL-08", where="supplementals+cancellation+restarts")
class KeepsBillingsNewsOfARevisedOrder(_OfRevisedOrders):
    """Takes what billing says of an order that was revised for news of the version before."""

    kind = "billing-update"


@wrong("integration", breaks="FL-08", where="service-changes+cancellation+restarts")
class ProvisionsNothingOfACancelledOrder(_OfCancelledOrders):
    """Asks provisioning for nothing more once an order is cancelled, so that nothing is undone."""

    kind = "provisioning-order"


@wrong("integration", breaks="FL-08", where="service-changes+cancellation+restarts")
class BillsNothingOfAStuckOrder(_OfStuckOrders):
    """Asks billing for nothing more once a line of an order fell out."""

    kind = "billing-order"


@wrong("integration", breaks="FL-08", where="supplementals+failures+restarts")
class RevisesNothingThatHasAFollowOn(_PassingOver):
    """Takes no revision of an order on which another one depends."""

    kind = "order-submission"

    def fits(self, message: Message) -> bool:
        bases = {version.get("base_order") for versions in self.versions.values() for version in versions}
        return message.body.get("revision", 1) > 1 and message.body["order"] in bases


@wrong("integration", breaks="FL-08", where="supplementals+failures+restarts")
class CancelsNothingThatIsStuck(_OfStuckOrders):
    """Takes no cancel of an order that fell out."""

    kind = "cancel"


@wrong("integration", breaks="PR-06", where="failures+filled-in-data+restarts")
class RefusesNothingWhileTheQueueIsHeld(_WhileHeld):
    """Does not tell the CRM that an order was refused while the queue is held."""

    kind = "refusal"


@wrong("integration", breaks="PR-06", where="failures+filled-in-data+restarts")
class TellsNoFalloutsWhileTheOrderSystemIsAway(_WhileAway):
    """Takes a fallout for lost that comes from an order system which cannot be reached."""

    kind, away_is = "fallout", Edge.OMS


@wrong("integration", breaks="PR-06", where="failures+filled-in-data+restarts")
class TellsNoNewsWhileBillingIsAway(_WhileAway):
    """Tells the CRM nothing of an order while billing is away, and nothing of it afterwards."""

    kind, away_is = "order-update", Edge.BILLING


@wrong("integration", breaks="PV-03", where="failures+filled-in-data+restarts")
class KeepsMilestonesWhileTheCrmIsAway(_WhileAway):
    """Passes on no milestone that the CRM could not be told of now."""

    kind, sort, away_is = "provisioning-update", "milestone", Edge.CRM


@wrong("integration", breaks="PV-03", where="failures+filled-in-data+restarts")
class KeepsBillingsNewsWhileBillingIsAway(_WhileAway):
    """Drops what comes from billing while nothing can be handed to billing."""

    kind, away_is = "billing-update", Edge.BILLING


@wrong("integration", breaks="FL-09", where="price-lists+restarts")
class BillsNothingWhileTheQueueIsHeld(_WhileHeld):
    """Drops calls for billing while the queue of orders is held."""

    kind = "billing-order"


@wrong("integration", breaks="FL-09", where="price-lists+restarts")
class BillsNothingWhileTheOrderSystemIsAway(_WhileAway):
    """Drops the calls for billing of an order system that it cannot reach."""

    kind, away_is = "billing-order", Edge.OMS


@wrong("integration", breaks="FL-06", where="supplementals+cancellation+restarts")
class RevisesNothingWhileTheCrmIsAway(_WhileAway):
    """Takes no revision while the CRM could not be told what becomes of it."""

    kind, away_is = "order-submission", Edge.CRM

    def fits(self, message: Message) -> bool:
        return super().fits(message) and message.body.get("revision", 1) > 1


@wrong("integration", breaks="FL-06", where="supplementals+cancellation+restarts")
class CancelsNothingWhileBillingIsAway(_WhileAway):
    """Takes no cancel while billing could not be told to end the charges."""

    kind, away_is = "cancel", Edge.BILLING


@wrong("integration", breaks="FL-05", where="failures+cancellation+filled-in-data")
class KeepsFalloutsOfACompleteOrder(_OfCompleteOrders):
    """Does not tell the CRM that a line fell out whose order is complete."""

    kind = "fallout"


@wrong("integration", breaks="FL-05", where="failures+cancellation+filled-in-data")
class CancelsNothingThatIsComplete(_OfCompleteOrders):
    """Takes no cancel of an order that is complete, and says nothing of it."""

    kind = "cancel"


@wrong("integration", breaks="FL-05", where="failures+cancellation+filled-in-data")
class KeepsMilestonesOfACompleteOrder(_OfCompleteOrders):
    """Passes on no milestone of an order that is complete."""

    kind, sort = "provisioning-update", "milestone"
