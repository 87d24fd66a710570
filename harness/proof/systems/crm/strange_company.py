"""CRMs that talk to those with whom a CRM has no business, or answer what nobody asked."""

from ordertck.harness.messages import (
    BillingLine,
    BillingOrder,
    DeskDo,
    DeskShown,
    Edge,
    Message,
    ProvisioningLine,
    ProvisioningOrder,
    replace,
)
from ordertck.harness.proof.registry import wrong
from ordertck.harness.proof.systems.crm.habits import Meddling
from ordertck.harness.reference.crm import CrmOrder, OrderEntry, Outbox, Overviews, Queueing


@wrong("crm", breaks="PL-31")
class TellsBillingOfListsAsTheyAreEntered(Meddling):
    """Tells billing of a price list as soon as a user enters it on something that is installed."""

    def after(self, act: DeskDo) -> None:
        if (act.verb, act.object) != ("price", "line"):
            return
        order = self.orders.order(act.fields["order"])
        line = order.lines[act.ref]
        if line.asset:
            changed = BillingLine(
                line=line.id, product=line.product or "", effect="change", asset=line.asset, price_list=line.price_list
            )
            call = BillingOrder(order=order.id, account=order.account or "", phase="fulfil", lines=(changed,))
            self.outbox.tell("billing-order", Edge.BILLING, call, order.id)


@wrong("crm", breaks="FL-04")
class HasItProvisionedItself(Queueing):
    """Asks provisioning for what is submitted, past the order system."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        lines = tuple(
            ProvisioningLine(line=line.id, product=line.product or "", effect="add") for line in order.lines.values()
        )
        call = ProvisioningOrder(order=order.id, account=order.account or "", target="network", lines=lines)
        self.outbox.tell("provisioning-order", Edge.PROVISIONING, call, order.id)


@wrong("crm", breaks="TM-01")
class ShowsWhatWasNotAskedFor(OrderEntry):
    """Shows of whatever order a user looks at the one that was entered first."""

    def see_order(self, ref: str) -> DeskShown | None:
        first = next(iter(self.orders.by_ref.values()), None)
        return super().see_order(first.ref if first is not None and ref in self.orders.by_ref else ref)


@wrong("crm", breaks="AS-01 AS-02")
class ShowsNobodyTheAssets(Overviews):
    """Lets nobody look at the assets of a customer before something is among them."""

    def see_assets(self, account: str) -> DeskShown | None:
        if all(asset.product == "Service Point" for asset in self.assets.of(account)):
            return DeskShown(object="assets", ref=account, refused="there is nothing to be seen")
        return super().see_assets(account)


@wrong("crm", breaks="FL-05")
class AnswersASubmissionOnAnotherEdge(Outbox):
    """Answers a submission to the submission queue, and not to the user."""

    def show(self, question: Message, shown: DeskShown) -> None:
        super().show(question, shown)
        if (question.body.get("verb"), question.body["object"]) == ("submit", "order"):
            self.out[-1] = replace(self.out[-1], edge=Edge.SUBMISSION)
