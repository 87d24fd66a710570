"""Order systems that do not take second thoughts for what they are."""

from ordertck.harness.messages import Message, SalesOrder
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.oms.intake import Objection
from ordertck.harness.reference.oms.order_management import Fulfilment, LineFulfilment, OrderManagement
from ordertck.harness.reference.oms.supplementals import Difference, Supplementals


@wrong("oms", breaks="SC-15")
class FulfilsWhatWasSaidFirst(OrderManagement):
    """Notes a revision, and goes on with the first version."""

    class Revisions(Supplementals):
        """Files it."""

        def revise(self, known: Fulfilment, planned: dict[str, LineFulfilment], difference: Difference) -> None: ...


@wrong("oms", breaks="SC-15")
class RevisesUntilItIsFulfilled(OrderManagement):
    """Takes a revision in as long as the order is not fulfilled, whatever was done already."""

    class Revisions(Supplementals):
        """Knows no point of no return."""

        def locked(self, line: LineFulfilment) -> bool:
            return False


@wrong("oms", breaks="SC-15")
class TakesNoSecondThoughts(OrderManagement):
    """Refuses every revision of an order that was submitted."""

    class Revisions(Supplementals):
        """What is said is said."""

        def objection(
            self, known: Fulfilment, order: SalesOrder, message: Message, difference: Difference
        ) -> Objection | None:
            return Objection("the order was submitted")
