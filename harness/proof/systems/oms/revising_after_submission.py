"""Order systems that do not take second thoughts for what they are."""

from ordertck.harness.messages import Message, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms import Difference, Fulfilment, LineFulfilment, Objection, Supplementals


@wrong("oms", breaks="SC-15")
class FulfilsWhatWasSaidFirst(Supplementals):
    """Notes a revision, and goes on with the first version."""

    def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None: ...


@wrong("oms", breaks="SC-15")
class RevisesUntilItIsFulfilled(Supplementals):
    """Takes a revision in as long as the order is not fulfilled, whatever was done already."""

    def locked(self, line: LineFulfilment) -> bool:
        return False


@wrong("oms", breaks="SC-15")
class TakesNoSecondThoughts(Supplementals):
    """Refuses every revision of an order that was submitted."""

    def objection(
        self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
    ) -> Objection | None:
        return Objection("the order was submitted")
