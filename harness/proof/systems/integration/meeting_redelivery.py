"""Integration layers that do not know a message again that came in one state of its order, or of the landscape."""

from ordertck.harness.messages import Edge
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.integration.selective import (
    AfterABreakdown,
    OfCancelledOrders,
    OfCompleteOrders,
    OfRevisedOrders,
    OfStuckOrders,
    TakingAgain,
    WhileAway,
)


@wrong("integration", breaks="FL-08", where="failures+cancellation+redelivery")
class TakesFailuresOfACancelledOrderAgain(TakingAgain, OfCancelledOrders):
    """Does not know a failure again that came after the cancel."""

    kind = "fault"


@wrong("integration", breaks="FL-08", where="failures+cancellation+redelivery")
class TakesRefusalsOfARevisedOrderAgain(TakingAgain, OfRevisedOrders):
    """Does not know the refusal of a revised order again."""

    kind = "refusal"


@wrong("integration", breaks="FL-08", where="failures+cancellation+redelivery")
class TakesMendingsAgainAfterABreakdown(TakingAgain, AfterABreakdown):
    """Does not know again that something is mended, where that was told after a breakdown."""

    kind = "fallout"


@wrong("integration", breaks="FL-08", where="cancellation+filled-in-data+redelivery")
class TakesValuesOfACancelledOrderAgain(TakingAgain, OfCancelledOrders):
    """Does not know a value again that provisioning told after the cancel."""

    kind = "provisioning-update"
    sort = "data"


@wrong("integration", breaks="FL-08", where="cancellation+filled-in-data+redelivery")
class TakesBillingsNewsOfARevisedOrderAgain(TakingAgain, OfRevisedOrders):
    """Does not know again what billing said of a revised order."""

    kind = "billing-update"


@wrong("integration", breaks="FL-08", where="cancellation+filled-in-data+redelivery")
class TakesUpdatesAgainAfterABreakdown(TakingAgain, AfterABreakdown):
    """Does not know an update again that came after a breakdown."""

    kind = "order-update"


@wrong("integration", breaks="FL-08", where="service-changes+redelivery+restarts")
class AsksBillingAgainForACancelledOrder(TakingAgain, OfCancelledOrders):
    """Does not know a call on billing again that came after the cancel."""

    kind = "billing-order"


@wrong("integration", breaks="FL-08", where="service-changes+redelivery+restarts")
class AsksProvisioningAgainForAStuckOrder(TakingAgain, OfStuckOrders):
    """Does not know a call on provisioning again that came after a fallout."""

    kind = "provisioning-order"


@wrong("integration", breaks="FL-08", where="service-changes+redelivery+restarts")
class TakesOrdersAgainAfterABreakdown(TakingAgain, AfterABreakdown):
    """Does not know a version again that came after a breakdown."""

    kind = "order-submission"


@wrong("integration", breaks="PR-06", where="failures+redelivery+restarts")
class TellsAgainWhatCameWhileTheOrderSystemWasAway(TakingAgain, WhileAway):
    """Does not know an update again that came while the order system was away."""

    kind = "order-update"
    away_is = Edge.OMS


@wrong("integration", breaks="PV-03", where="failures+redelivery+restarts")
class TakesFailuresAgainThatCameWhileTheCrmWasAway(TakingAgain, WhileAway):
    """Does not know a failure again that came while the CRM was away."""

    kind = "fault"
    away_is = Edge.CRM


@wrong("integration", breaks="FL-09", where="price-lists+redelivery+restarts")
class AsksBillingAgainWhileProvisioningIsAway(TakingAgain, WhileAway):
    """Does not know a call on billing again that came while provisioning was away."""

    kind = "billing-order"
    away_is = Edge.PROVISIONING


@wrong("integration", breaks="MO-05", where="modify-orders+redelivery+restarts")
class AsksProvisioningAgainWhileBillingIsAway(TakingAgain, WhileAway):
    """Does not know a call on provisioning again that came while billing was away."""

    kind = "provisioning-order"
    away_is = Edge.BILLING


@wrong("integration", breaks="FL-06", where="supplementals+cancellation+redelivery")
class TakesCancelsAgainThatCameWhileBillingWasAway(TakingAgain, WhileAway):
    """Does not know a cancel again that came while billing was away."""

    kind = "cancel"
    away_is = Edge.BILLING


@wrong("integration", breaks="FL-06", where="supplementals+cancellation+redelivery")
class TakesOrdersAgainThatCameWhileTheCrmWasAway(TakingAgain, WhileAway):
    """Does not know a version again that came while the CRM was away."""

    kind = "order-submission"
    away_is = Edge.CRM


@wrong("integration", breaks="FL-05", where="failures+cancellation+redelivery")
class TakesFalloutsOfACompleteOrderAgain(TakingAgain, OfCompleteOrders):
    """Does not know a fallout again that came after the completion."""

    kind = "fallout"


@wrong("integration", breaks="FL-05", where="failures+cancellation+redelivery")
class TakesCancelsOfACompleteOrderAgain(TakingAgain, OfCompleteOrders):
    """Does not know a cancel again that came after the completion."""

    kind = "cancel"
