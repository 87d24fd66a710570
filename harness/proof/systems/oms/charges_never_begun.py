"""Order systems that go by what they asked of billing, and not by what billing has begun."""

from ordertck.harness.messages import replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.variants import BillsAfterProvisioning
from ordertck.harness.reference.oms import (
    Compensation,
    Fulfilment,
    Incidents,
    LineFulfilment,
    LineState,
    OrderState,
)


@wrong("oms", breaks="PL-21", where="price-lists+supplementals+failures")
class CompletesNoChargeASecondTime(Incidents):
    """Does not ask again for the completion of a charge that billing could not complete."""

    def line_fails(self, fulfilment: Fulfilment, line: LineFulfilment) -> None:
        if line.refused == "fulfil":
            line.refused = ""
        super().line_fails(fulfilment, line)


class _TakesItForBegun(Compensation):
    def alter(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        if old.refused == "initiate":
            old.initiated, old.refused = True, ""
        super().alter(known, old, new)


@wrong("oms", breaks="PL-21", where="price-lists+supplementals+failures")
class ChangesWhatItCouldNotBegin(BillsAfterProvisioning):
    """Bills what it has set up; takes a charge for begun that billing could not begin, and changes it later."""

    parts = replace(BillsAfterProvisioning.parts, compensation=_TakesItForBegun)


@wrong("oms", breaks="PL-21", where="price-lists+supplementals+failures")
class ChangesWhatBillingHasYetToBegin(Compensation):
    """Changes a charge before billing has said whether it could begin it, and does not begin it after that."""

    def put_off(self, line: LineFulfilment, wanted: LineFulfilment | None) -> bool:
        if wanted is not None and line.state is LineState.WAITING:
            return False
        return super().put_off(line, wanted)


@wrong("oms", breaks="SU-08", where="price-lists+supplementals+failures")
class EndsWhatBillingHasYetToBegin(Compensation):
    """Ends the charge of a line that is left out before billing has said whether it could begin it."""

    def put_off(self, line: LineFulfilment, wanted: LineFulfilment | None) -> bool:
        if wanted is None and line.state is LineState.WAITING:
            return False
        return super().put_off(line, wanted)


class _EndsWhatNeverBegan(Compensation):
    """Has billing end a charge that it could not begin, and waits for that."""

    while_order_is = OrderState.IN_PROGRESS

    def withdraw(self, known: Fulfilment, line: LineFulfilment) -> None:
        if line.refused == "initiate" and known.state is self.while_order_is:
            line.initiated = True
        super().withdraw(known, line)


@wrong("oms", breaks="SU-08", where="price-lists+supplementals+failures")
class EndsTheChargeOfALineThatNeverBegan(_EndsWhatNeverBegan):
    """Has billing end the charge of a line that is left out, which it could not begin."""


@wrong("oms", breaks="PV-05", where="price-lists+failures+cancellation")
class EndsTheChargesOfAnOrderThatNeverBegan(_EndsWhatNeverBegan):
    """Has billing end the charges of a cancelled order, which it could not begin."""

    while_order_is = OrderState.CANCELLING
