"""Integration layers that pass over one sort of message in one state of its order, or of the landscape."""

from ordertck.harness.messages import Edge, Message
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.selective import (
    OfCancelledOrders,
    OfCompleteOrders,
    OfRevisedOrders,
    OfStuckOrders,
    Selective,
    WhileAway,
    WhileHeld,
)


@wrong("integration", breaks="PV-03", where="bundles+follow-ons+service-changes")
class TellsNoMilestonesOfFollowOns(Selective):
    """Passes on no milestone of a line that depends on another one."""

    kind, sort = "provisioning-update", "milestone"

    def fits(self, message: Message) -> bool:
        return bool(self.line(message.body["line"]).get("base_line"))


@wrong("integration", breaks="PV-03", where="bundles+follow-ons+service-changes")
class TellsNoMilestonesOfComponents(Selective):
    """Passes on no milestone of a component."""

    kind, sort = "provisioning-update", "milestone"

    def fits(self, message: Message) -> bool:
        return bool(self.line(message.body["line"]).get("parent"))


@wrong("integration", breaks="FL-08", where="failures+cancellation+restarts")
class KeepsRefusalsOfACancelledOrder(OfCancelledOrders):
    """Does not tell the CRM that an order was refused which is cancelled."""

    kind = "refusal"


@wrong("integration", breaks="FL-08", where="failures+cancellation+restarts")
class KeepsFalloutsOfACancelledOrder(OfCancelledOrders):
    """Does not tell the CRM that a line fell out whose order is cancelled."""

    kind = "fallout"


@wrong("integration", breaks="FL-08", where="supplementals+cancellation+restarts")
class KeepsMilestonesOfACancelledOrder(OfCancelledOrders):
    """Passes on no milestone of a cancelled order."""

    kind, sort = "provisioning-update", "milestone"


@wrong("integration", breaks="FL-08", where="supplementals+cancellation+restarts")
class KeepsBillingsNewsOfARevisedOrder(OfRevisedOrders):
    """Takes what billing says of an order that was revised for news of the version before."""

    kind = "billing-update"


@wrong("integration", breaks="FL-08", where="service-changes+cancellation+restarts")
class ProvisionsNothingOfACancelledOrder(OfCancelledOrders):
    """Asks provisioning for nothing more once an order is cancelled, so that nothing is undone."""

    kind = "provisioning-order"


@wrong("integration", breaks="FL-08", where="service-changes+cancellation+restarts")
class BillsNothingOfAStuckOrder(OfStuckOrders):
    """Asks billing for nothing more once a line of an order fell out."""

    kind = "billing-order"


@wrong("integration", breaks="FL-08", where="supplementals+failures+restarts")
class RevisesNothingThatHasAFollowOn(Selective):
    """Takes no revision of an order on which another one depends."""

    kind = "order-submission"

    def fits(self, message: Message) -> bool:
        bases = {version.get("base_order") for versions in self.versions.values() for version in versions}
        return message.body.get("revision", 1) > 1 and message.body["order"] in bases


@wrong("integration", breaks="FL-08", where="supplementals+failures+restarts")
class CancelsNothingThatIsStuck(OfStuckOrders):
    """Takes no cancel of an order that fell out."""

    kind = "cancel"


@wrong("integration", breaks="PR-06", where="failures+filled-in-data+restarts")
class RefusesNothingWhileTheQueueIsHeld(WhileHeld):
    """Does not tell the CRM that an order was refused while the queue is held."""

    kind = "refusal"


@wrong("integration", breaks="PR-06", where="failures+filled-in-data+restarts")
class TellsNoFalloutsWhileTheOrderSystemIsAway(WhileAway):
    """Takes a fallout for lost that comes from an order system which cannot be reached."""

    kind, away_is = "fallout", Edge.OMS


@wrong("integration", breaks="PR-06", where="failures+filled-in-data+restarts")
class TellsNoNewsWhileBillingIsAway(WhileAway):
    """Tells the CRM nothing of an order while billing is away, and nothing of it afterwards."""

    kind, away_is = "order-update", Edge.BILLING


@wrong("integration", breaks="PV-03", where="failures+filled-in-data+restarts")
class KeepsMilestonesWhileTheCrmIsAway(WhileAway):
    """Passes on no milestone that the CRM could not be told of now."""

    kind, sort, away_is = "provisioning-update", "milestone", Edge.CRM


@wrong("integration", breaks="PV-03", where="failures+filled-in-data+restarts")
class KeepsBillingsNewsWhileBillingIsAway(WhileAway):
    """Drops what comes from billing while nothing can be handed to billing."""

    kind, away_is = "billing-update", Edge.BILLING


@wrong("integration", breaks="FL-09", where="price-lists+restarts")
class BillsNothingWhileTheQueueIsHeld(WhileHeld):
    """Drops calls for billing while the queue of orders is held."""

    kind = "billing-order"


@wrong("integration", breaks="FL-09", where="price-lists+restarts")
class BillsNothingWhileTheOrderSystemIsAway(WhileAway):
    """Drops the calls for billing of an order system that it cannot reach."""

    kind, away_is = "billing-order", Edge.OMS


@wrong("integration", breaks="FL-06", where="supplementals+cancellation+restarts")
class RevisesNothingWhileTheCrmIsAway(WhileAway):
    """Takes no revision while the CRM could not be told what becomes of it."""

    kind, away_is = "order-submission", Edge.CRM

    def fits(self, message: Message) -> bool:
        return super().fits(message) and message.body.get("revision", 1) > 1


@wrong("integration", breaks="FL-06", where="supplementals+cancellation+restarts")
class CancelsNothingWhileBillingIsAway(WhileAway):
    """Takes no cancel while billing could not be told to end the charges."""

    kind, away_is = "cancel", Edge.BILLING


@wrong("integration", breaks="FL-05", where="failures+cancellation+filled-in-data")
class KeepsFalloutsOfACompleteOrder(OfCompleteOrders):
    """Does not tell the CRM that a line fell out whose order is complete."""

    kind = "fallout"


@wrong("integration", breaks="FL-05", where="failures+cancellation+filled-in-data")
class CancelsNothingThatIsComplete(OfCompleteOrders):
    """Takes no cancel of an order that is complete, and says nothing of it."""

    kind = "cancel"


@wrong("integration", breaks="FL-05", where="failures+cancellation+filled-in-data")
class KeepsMilestonesOfACompleteOrder(OfCompleteOrders):
    """Passes on no milestone of an order that is complete."""

    kind, sort = "provisioning-update", "milestone"
