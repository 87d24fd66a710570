"""CRMs that put what is said of one order on another, or take it for more than it says."""

from ordertck.harness.messages import CheckAnswer, Message, Workflow
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import Inquiries, OutsideChecks, Receiving


class _TakesTheFirstOrdersAnswer(Inquiries):
    def begin(self, question: Message, order: str) -> None:
        account = self.orders.known(order)
        first = next(o for o in self.orders.by_ref.values() if account and o.account == account.account and o.submitted)
        super().begin(question, first.id)


@wrong("crm", breaks="IS-10", switches={"order_inquiry": "on-query"})
class LooksUpTheFirstOrder(_TakesTheFirstOrdersAnswer):
    """Asks for the customer's first order, whichever a user opens."""


@wrong("crm", breaks="IS-11")
class GetsTheStatusOfTheFirstOrder(_TakesTheFirstOrdersAnswer):
    """Asks for the customer's first order, on whichever the button is pressed."""


@wrong("crm", breaks="SC-09")
class KeepsChecksByCustomer(OutsideChecks):
    """Shows with an order what was answered last about any order of its customer."""

    def answered(self, answer: CheckAnswer) -> None:
        super().answered(answer)
        order = self.orders.known(answer.order)
        accounts = {order.account} if order is not None else set()
        for other in self.orders.by_ref.values():
            known = self.results.get(other.id, {}).get((answer.check, ""))
            if known is not None and other.account in accounts:
                known["outcome"] = answer.outcome


@wrong("crm", breaks="AS-01")
class TakesShippedForComplete(Receiving):
    """Makes assets of an order of which a back office says that the goods are on their way."""

    def receive_order(self, call: Workflow) -> str | None:
        objection = super().receive_order(call)
        order = self.orders.known(call.record)
        if order is not None and call.fields.get("status") == "SHIPPED":
            for line in order.lines.values():
                self.records.assets.follow(line, order.account or "")
        return objection
