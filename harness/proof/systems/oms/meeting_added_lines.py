"""Order systems that know revisions, and forget them where what is added or withdrawn waits, or is waited for."""

from typing import ClassVar

from ordertck.harness.messages import Message, SalesOrder, replace
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.oms.meeting_price_lists import charged_on
from ordertck.harness.reference.oms import (
    Compensation,
    Difference,
    Fulfilment,
    LineFulfilment,
    Objection,
    Supplementals,
)


class _Adding(Supplementals):
    """Adds lines to a running order otherwise than they say; ``changes`` are what becomes of each."""

    changes: ClassVar[dict[str, None]] = {}

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        for line in difference.added:
            planned[line].line = replace(planned[line].line, **self.changes)
        super().revise(known, planned, difference)


@wrong("oms", breaks="FO-04", where="supplementals+follow-ons")
class BeginsAddedLinesBeforeTheirBase(_Adding):
    """Begins what a revision adds at once, though it depends on a line of another order."""

    changes: ClassVar[dict[str, None]] = {"base_line": None}


@wrong("oms", breaks="FD-01", where="supplementals+dates")
class BeginsAddedLinesBeforeTheirDate(_Adding):
    """Begins what a revision adds at once, though it has a later date of its own."""

    changes: ClassVar[dict[str, None]] = {"requested_delivery": None}


@wrong("oms", breaks="FO-05", where="supplementals+follow-ons")
class KnowsBaseLinesOfTheFirstVersion(Supplementals):
    """Does not know a line as a base line that a revision added."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        for line in difference.added:
            self.book.open_lines.pop(line, None)


@wrong("oms", breaks="FO-04", where="supplementals+follow-ons")
class ForgetsAddedLinesThatWait(Supplementals):
    """Never begins what a revision adds where that has to wait for a line of another order."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, difference)
        for line in difference.added:
            self.orchestration.scheduling.line_completes(planned[line].line.base_line or "")


@wrong("oms", breaks="FD-04", where="supplementals+dates")
class StopsTheTimerForARefusal(Supplementals):
    """Gives up the timer of a dated order for a revision that it then refuses."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        objection = super().objection(known, order, message, difference)
        known.ticket += objection is not None
        return objection


class _Waiting(Supplementals):
    """Revises a waiting order in part: where it waits for a place, or where it waits for something else."""

    for_a_place = False

    def replace(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        if any(line.ready for line in known.lines.values()) is self.for_a_place:
            self.in_part(known, planned, difference)
        super().replace(known, planned, difference)

    def in_part(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        """Change what the revision plans; here nothing is added."""
        for line in difference.added:
            planned.pop(line)


@wrong("oms", breaks="FD-04", where="supplementals+dates")
class AddsNothingToADatedOrder(_Waiting):
    """Begins a dated order at its date without the lines that a revision added."""


@wrong("oms", breaks="SU-05", where="supplementals+priorities")
class AddsNothingToAnOrderInTheQueue(_Waiting):
    """Begins an order that waited for a place without the lines that a revision added."""

    for_a_place = True


@wrong("oms", breaks="SU-05", where="supplementals+priorities")
class WithdrawsNothingFromAnOrderInTheQueue(_Waiting):
    """Begins an order that waited for a place with the lines that a revision withdrew."""

    for_a_place = True

    def in_part(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        planned |= {line: known.lines[line] for line in difference.withdrawn}


@wrong("oms", breaks="PL-21", where="price-lists+supplementals+follow-ons")
class ChargesAFollowOnAsItCameFirst(_Waiting):
    """Charges a follow-on order on the lists of its first version, whatever was revised while it waited."""

    def in_part(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        for key, line in planned.items():
            if key in known.lines and line.line.base_line:
                charged_on(line, known.lines[key].price_list)


@wrong("oms", breaks="PL-21", where="price-lists+supplementals")
class SetsUpElsewhereOnTheOldList(Compensation):
    """Sets a line up at another address and charges it on the list that it had at the first."""

    def redo(self, known: Fulfilment, old: LineFulfilment, new: LineFulfilment) -> None:
        charged_on(new, old.price_list)
        super().redo(known, old, new)


@wrong("oms", breaks="UF-06", where="supplementals+dates")
class CompletesBeforeWhatIsAdded(Supplementals):
    """Takes out what a revision withdraws, and says that the order is complete, before it takes in what is added."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None:
        super().revise(known, planned, replace(difference, added=()))
        super().revise(known, planned, replace(difference, withdrawn=(), altered=()))
